import type { AnswerOf } from '../../lib/call';

export type OrderRow = AnswerOf<'sales.list'>['data'][number];
export type OrderDetail = AnswerOf<'sales.read'>;
export type OrderLine = OrderDetail['lines'][number];
