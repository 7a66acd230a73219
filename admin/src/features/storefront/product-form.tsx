import { Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useCan } from '../../kit/can';
import { type KeptPicture, PictureField } from '../../kit/form/picture-field';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { currencySymbol } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { Picture } from '../../kit/picture';
import { useZone } from '../../kit/time/zone-context';
import { uploadPicture } from '../../lib/upload-picture';
import styles from './storefront.module.css';
import { useCategories } from './use-categories';
import type { Product } from './use-product-list';
import { storefrontWords } from './words';

export interface ProductValues {
  sku: string;
  stock: number;
  name: string;
  subtitle: string;
  description: string;
  specification: string;
  category: string | null;
  price: string;
  pictures: string[];
  onShelf: boolean;
}

type FormValues = Omit<ProductValues, 'pictures'> & { pictures: readonly KeptPicture[] };

interface ProductFormProps {
  product: Product | undefined;
  onSave: (values: ProductValues) => Promise<unknown>;
  onCancel: () => void;
  extra?: ReactNode;
}

const blank: Partial<FormValues> = {
  subtitle: '',
  description: '',
  specification: '',
  category: null,
  pictures: [],
  stock: 0,
  onShelf: true,
};

export function ProductForm({ product, onSave, onCancel, extra }: ProductFormProps) {
  const words = useWords(storefrontWords);
  const mayEdit = useCan('catalogue');
  const { currency } = useZone();
  const [form] = Form.useForm<FormValues>();
  const categories = useCategories().data?.data ?? [];
  const need = [{ required: true, message: words.required }];
  const initial = product ? { ...product, onShelf: product.state === 'on_shelf' } : blank;
  const save = (values: FormValues) =>
    onSave({ ...values, category: values.category ?? null, pictures: values.pictures.map((picture) => picture.id) });
  return (
    <div className={styles.formFrame}>
      <RecordForm<FormValues>
        form={form}
        initial={initial}
        onSubmit={save}
        onCancel={onCancel}
        extra={extra}
        example={<ShopCard form={form} />}
        isReadOnly={!mayEdit}
      >
        {product ? null : (
          <Form.Item name="sku" label={words.sku} extra={words.skuHint} rules={need}>
            <Input maxLength={64} />
          </Form.Item>
        )}
        <Form.Item name="name" label={words.name} rules={need}>
          <Input maxLength={128} />
        </Form.Item>
        <Form.Item name="subtitle" label={words.subtitle} extra={words.subtitleHint}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="price" label={words.price} rules={need}>
          <InputNumber<string> stringMode min="0" prefix={currencySymbol(currency)} style={{ width: 180 }} />
        </Form.Item>
        {product ? null : (
          <Form.Item name="stock" label={words.initialStock}>
            <InputNumber min={0} precision={0} style={{ width: 140 }} />
          </Form.Item>
        )}
        <Form.Item name="category" label={words.category}>
          <Select allowClear options={categories.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="specification" label={words.specification}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="pictures" label={words.pictures} extra={words.picturesHint}>
          <PictureField upload={uploadPicture} max={12} />
        </Form.Item>
        <Form.Item name="description" label={words.description}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={5000} showCount />
        </Form.Item>
        <Form.Item name="onShelf" label={words.onShelf} valuePropName="checked">
          <Switch />
        </Form.Item>
      </RecordForm>
    </div>
  );
}

/** How the card will look in the shop, as the fields are typed. */
function ShopCard({ form }: { form: ReturnType<typeof Form.useForm<FormValues>>[0] }) {
  const words = useWords(storefrontWords);
  const name = Form.useWatch('name', form);
  const subtitle = Form.useWatch('subtitle', form);
  const price = Form.useWatch('price', form);
  const pictures = Form.useWatch('pictures', form);
  return (
    <>
      <div className={styles.cardTitle}>{words.preview}</div>
      <div className={styles.card}>
        <Picture src={pictures?.[0]?.url ?? null} alt="" size={96} />
        <div className={styles.cardText}>
          <div className={styles.cardName}>{name || words.previewName}</div>
          <div className={styles.cardHint}>{subtitle}</div>
          <MoneyText amount={price || '0'} size="fact" />
        </div>
      </div>
    </>
  );
}
