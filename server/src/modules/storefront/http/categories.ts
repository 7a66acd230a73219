import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type Call, Serves } from '../../../foundation/http';
import { addCategory, removeCategory, saveCategory } from '../commands/keep-category';
import { CARRIERS } from '../domain/carriers';
import { categoriesOf, categoryCounts } from '../queries/products';

const route = routes.storefront;

type Category = Out<typeof route.saveCategory>;

/** The categories of the catalogue, and the carriers that parcels go by. */
@Controller('/')
export class CategoriesController {
  @Serves(route.categories)
  async categories(_: In<typeof route.categories>, call: Call): Promise<Out<typeof route.categories>> {
    const [rows, counts] = await Promise.all([
      categoriesOf(call.db.read, call.merchantId),
      categoryCounts(call.db.read, call.merchantId),
    ]);
    return {
      data: rows.map(({ id, name, position }) => ({ id, name, position, products: counts.get(id)?.products ?? 0 })),
    };
  }

  @Serves(route.addCategory)
  async addCategory({ body }: In<typeof route.addCategory>, call: Call): Promise<Category | Refusal> {
    const added = await call.write((tx) => addCategory(tx, call.merchantId, body.id, body.name, call.now));
    return isRefusal(added) ? added : this.shown(call, added.id);
  }

  @Serves(route.saveCategory)
  async saveCategory({ params, body }: In<typeof route.saveCategory>, call: Call): Promise<Category | Refusal> {
    const saved = await call.write((tx) => saveCategory(tx, call.merchantId, params.id, body));
    return isRefusal(saved) ? saved : this.shown(call, saved.id);
  }

  @Serves(route.removeCategory)
  async removeCategory({ params }: In<typeof route.removeCategory>, call: Call): Promise<undefined | Refusal> {
    const gone = await call.write((tx) => removeCategory(tx, call.merchantId, params.id));
    return isRefusal(gone) ? gone : undefined;
  }

  @Serves(route.carriers)
  async carriers(_: In<typeof route.carriers>, _call: Call): Promise<Out<typeof route.carriers>> {
    return { data: CARRIERS.map(({ code, name }) => ({ code, name })) };
  }

  private async shown(call: Call, id: string): Promise<Category | Refusal> {
    const { data } = await this.categories({ params: {}, query: {}, body: undefined } as never, call);
    return data.find((category) => category.id === id) ?? refuse('not-found');
  }
}
