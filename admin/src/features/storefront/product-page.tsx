import { ArrowLeftOutlined } from '@ant-design/icons';
import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { Page } from '../../kit/shell/page';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import { ProductForm, type ProductValues } from './product-form';
import type { Product } from './use-product-list';
import { storefrontWords } from './words';

/** Adds a product, or edits one. */
export function ProductPage() {
  const words = useWords(storefrontWords);
  const { sku } = useParams();
  const query = useQuery({
    queryKey: ['storefront', 'product', sku],
    queryFn: ({ signal }) => call(routes.storefront.product, { params: { sku: sku ?? '' }, signal }),
    enabled: sku !== undefined,
  });
  const back = <LinkButton to="/products" type="text" icon={<ArrowLeftOutlined />} aria-label={words.back} />;
  const title = (
    <>
      {back} {sku === undefined ? words.newTitle : words.editTitle(query.data?.name ?? '')}
    </>
  );
  return (
    <Page title={title} isBounded>
      {query.error ? <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} /> : null}
      {sku !== undefined && query.isPending ? <LinesSkeleton lines={8} height={56} /> : null}
      {sku === undefined || query.data ? <Editor key={query.data?.version ?? 'new'} product={query.data} /> : null}
    </Page>
  );
}

function Editor({ product }: { product: Product | undefined }) {
  const words = useWords(storefrontWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const leave = () => {
    void client.invalidateQueries({ queryKey: ['storefront'] });
    navigate('/products');
  };
  const save = async ({ sku, stock, ...fields }: ProductValues) => {
    const saved = product
      ? await call(routes.storefront.saveProduct, {
          params: { sku: product.sku },
          body: { ...fields, version: product.version },
        })
      : await call(routes.storefront.addProduct, { body: { ...fields, sku: sku.trim(), stock } });
    message.success(words.saved);
    client.setQueryData(['storefront', 'product', saved.sku], saved);
    leave();
  };
  const remove = async () => {
    if (!product) return;
    try {
      await call(routes.storefront.removeProduct, { params: { sku: product.sku } });
      message.success(words.removed);
      leave();
    } catch (error) {
      report(error);
    }
  };
  const removing =
    product && product.sold === 0 ? (
      <Popconfirm
        title={words.removeTitle}
        description={words.removeDetail}
        okText={words.removeConfirm}
        onConfirm={remove}
      >
        <Button danger type="text">
          {words.remove}
        </Button>
      </Popconfirm>
    ) : undefined;
  return <ProductForm product={product} onSave={save} onCancel={() => navigate('/products')} extra={removing} />;
}
