import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import { useCan } from '../../kit/can';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { Quiet, Strong } from '../../kit/text';
import { type AnswerOf, call } from '../../lib/call';
import styles from './storefront.module.css';
import { useCategories } from './use-categories';
import { storefrontWords } from './words';

type Category = AnswerOf<'storefront.categories'>['data'][number];

/** The categories in the order in which the shop shows them. */
export function CategoriesList() {
  const words = useWords(storefrontWords);
  const mayEdit = useCan('catalogue');
  const query = useCategories();
  const [editing, edit] = useState<Category | 'new' | null>(null);
  const change = useCategoryChange();
  const rows = query.data?.data ?? [];
  const add = mayEdit ? (
    <Button type="primary" onClick={() => edit('new')}>
      {words.addCategory}
    </Button>
  ) : null;
  if (query.isPending) return <LinesSkeleton lines={6} height={44} />;
  if (query.error)
    return <ProblemState error={query.error} what={words.categories} onRetry={() => void query.refetch()} />;
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={words.categoriesEmpty} actions={add}>
          {words.categoriesEmptyDetail}
        </EmptyState>
      ) : (
        <>
          <div className={styles.categoryHead}>{add}</div>
          <ul className={styles.categories}>
            {rows.map((row, index) => (
              <li key={row.id}>
                <Strong>{row.name}</Strong> <Quiet>{row.id}</Quiet>
                <span className={styles.categoryRight}>{words.categoryProducts(row.products)}</span>
                {mayEdit ? (
                  <>
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowUpOutlined />}
                      aria-label={words.moveUp}
                      disabled={index === 0}
                      onClick={() => change.move(row, index - 1)}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowDownOutlined />}
                      aria-label={words.moveDown}
                      disabled={index === rows.length - 1}
                      onClick={() => change.move(row, index + 1)}
                    />
                    <Button type="text" size="small" onClick={() => edit(row)}>
                      {words.rename}
                    </Button>
                    <Tooltip title={row.products > 0 ? words.categoryInUse : ''}>
                      <Button
                        type="text"
                        size="small"
                        danger
                        disabled={row.products > 0}
                        onClick={() => change.remove(row)}
                      >
                        {words.removeCategory}
                      </Button>
                    </Tooltip>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {editing ? <CategoryDialog category={editing === 'new' ? null : editing} onClose={() => edit(null)} /> : null}
    </>
  );
}

function useCategoryChange() {
  const client = useQueryClient();
  const report = useProblemMessage();
  const run = async (act: () => Promise<unknown>) => {
    try {
      await act();
      await client.invalidateQueries({ queryKey: ['storefront', 'categories'] });
    } catch (error) {
      report(error);
    }
  };
  return {
    move: (row: Category, position: number) =>
      run(() => call(routes.storefront.saveCategory, { params: { id: row.id }, body: { name: row.name, position } })),
    remove: (row: Category) => run(() => call(routes.storefront.removeCategory, { params: { id: row.id } })),
  };
}

function CategoryDialog({ category, onClose }: { category: Category | null; onClose: () => void }) {
  const words = useWords(storefrontWords);
  const client = useQueryClient();
  const need = [{ required: true, message: words.required }];
  const save = async ({ id, name }: { id: string; name: string }) => {
    if (category) await call(routes.storefront.saveCategory, { params: { id: category.id }, body: { name } });
    else await call(routes.storefront.addCategory, { body: { id: id.trim(), name } });
    await client.invalidateQueries({ queryKey: ['storefront', 'categories'] });
    onClose();
  };
  return (
    <Modal open title={category ? words.renameTitle : words.addCategory} footer={null} width={420} onCancel={onClose}>
      <RecordForm<{ id: string; name: string }> initial={category ?? {}} onSubmit={save} onCancel={onClose}>
        {category ? null : (
          <Form.Item name="id" label={words.categoryId} rules={need}>
            <Input maxLength={64} autoFocus />
          </Form.Item>
        )}
        <Form.Item name="name" label={words.categoryName} rules={need}>
          <Input maxLength={128} autoFocus={category !== null} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
