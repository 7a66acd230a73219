import { productStateWords } from '@fenrun/contracts/labels';
import type { Language } from '../../kit/i18n/language';
import type { Column } from '../../kit/list/columns';
import { MoneyText } from '../../kit/money/money-text';
import { StatusText } from '../../kit/panel/status-tag';
import { Picture } from '../../kit/picture';
import { Marked, Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import styles from './storefront.module.css';
import type { ProductRow } from './use-product-list';
import type { storefrontWords } from './words';

export function productColumns(
  words: (typeof storefrontWords)['zh'],
  language: Language,
): readonly Column<ProductRow>[] {
  return [
    {
      key: 'name',
      title: words.name,
      width: 220,
      grow: 3,
      bar: 140,
      render: (row) => (
        <span className={styles.product}>
          <Picture src={row.image} alt="" size={32} />
          <span className={styles.productName}>
            <Strong>{row.name}</Strong> <Quiet>{row.subtitle}</Quiet>
          </span>
        </span>
      ),
    },
    {
      key: 'price',
      title: words.price,
      width: 116,
      align: 'right',
      bar: 60,
      render: (row) => <MoneyText amount={row.price} currency={row.currency} />,
    },
    {
      key: 'category',
      title: words.category,
      width: 120,
      grow: 0.8,
      leaves: 3,
      bar: 50,
      render: (row) => row.categoryName ?? <Quiet>{words.noCategory}</Quiet>,
    },
    {
      key: 'stock',
      title: words.stock,
      width: 100,
      align: 'right',
      bar: 40,
      render: (row) => (row.stock > 0 ? words.pieces(row.stock) : <Marked tone="warn">{words.soldOut}</Marked>),
    },
    {
      key: 'sold',
      title: words.sold,
      width: 90,
      align: 'right',
      leaves: 4,
      bar: 40,
      render: (row) => words.pieces(row.sold),
    },
    {
      key: 'rate',
      title: words.rate,
      width: 110,
      leaves: 2,
      bar: 40,
      render: (row) => row.rate ?? <Quiet>{words.noRate}</Quiet>,
    },
    { key: 'sku', title: words.sku, width: 130, leaves: 1, bar: 80, render: (row) => <Quiet>{row.sku}</Quiet> },
    {
      key: 'state',
      title: words.state,
      width: 110,
      bar: 50,
      render: (row) => (
        <StatusText tone={row.state === 'on_shelf' ? 'ok' : 'plain'}>
          {productStateWords[row.state][language]}
        </StatusText>
      ),
    },
    {
      key: 'updated',
      title: words.updated,
      width: 116,
      align: 'right',
      leaves: 1,
      isOptional: true,
      bar: 60,
      render: (row) => <TimeText at={row.updatedAt} as="relative" />,
    },
  ];
}
