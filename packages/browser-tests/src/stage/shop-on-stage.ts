import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type HttpClient, httpClient, type Product, startProduct } from '@fenrun/testkit';

/** Orders of the demo shop: enough that every list has rows, few enough that it stands within seconds. */
const DEMO_ORDERS = '150';
const OWNER = { email: 'owner@demo.test', password: 'demo-owner-1' };

const root = resolve(import.meta.dirname, '../../../..');

/** The running product with its demo shop, and its owner signed in at the API. */
export interface ShopOnStage extends Product {
  readonly owner: HttpClient;
  readonly appid: string;
  /** Moves business time on; answers when all that became due has been done. */
  passDays(days: number): Promise<void>;
  /** Calls to the emulator that it does not model. */
  unmodelled(): Promise<unknown[]>;
}

export async function shopOnStage(): Promise<ShopOnStage> {
  const product = await startProduct({ env: { DEMO_ORDERS, LOG_LEVEL: 'warn' } });
  const owner = httpClient(product.url);
  const signedIn = await owner.post('/api/v1/session', OWNER);
  if (signedIn.status !== 204) throw new Error(`the owner was not signed in: ${signedIn.status}`);
  const control = httpClient(`${product.emulator.control}/control`);
  const { pairs } = (await control.get<{ pairs: { name: string; app: { appid: string } }[] }>('/config')).body;
  const appid = pairs.find(({ name }) => name === 'demo')?.app.appid ?? '';
  return Object.assign(product, {
    owner,
    appid,
    async passDays(days: number) {
      const moved = await owner.post('/demo/clock', { advanceSeconds: days * 86_400 });
      if (moved.status !== 200)
        throw new Error(`the clock did not move: ${moved.status} ${JSON.stringify(moved.body)}`);
    },
    unmodelled: async () => (await control.get<{ entries: unknown[] }>('/journal?unmodelled=1')).body.entries,
  });
}

/** The folder of the built mini-program for WeChat; WEAPP_DIR names another, as H5_DIR does for the preview. */
export function weappBuild(): string {
  const dist = resolve(process.env['WEAPP_DIR'] ?? resolve(root, 'miniapp/dist/weapp'));
  if (!existsSync(resolve(dist, 'app.json'))) throw new Error('the mini-program is not built: npm run build:weapp');
  return dist;
}
