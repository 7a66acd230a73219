import { marks, type Reader, type SqlValue } from '../../../foundation/db';
import { ADMITTED, figureSql, type LadderCount, WITH_COUNTERS } from './ladder-figure';

/** Somebody on a level from which the next reset takes people. */
export interface ResetLine {
  readonly promoterId: string;
  readonly programme: string;
  readonly isPinned: boolean;
  /** What he has gathered since the last reset. */
  readonly figure: number;
}

/** A place in the list: the number of the level, the figure, the id. */
export type ResetPlace = readonly [level: number, figure: number, id: string];

export interface ResetPageAsk {
  /** The programmes from which people move, lowest first; their number in this list is the level of a place. */
  readonly programmes: readonly string[];
  /** Only those put there by hand, only the others, or both. */
  readonly pinned: boolean | undefined;
  readonly after: ResetPlace | null;
  readonly limit: number;
}

/** Who stands on these levels: the highest first, and there who has gathered most. */
export async function resetPage(
  db: Reader,
  merchantId: string,
  { metric, cycleAt }: LadderCount,
  { programmes, pinned, after, limit }: ResetPageAsk,
): Promise<(ResetLine & { readonly place: ResetPlace })[]> {
  if (programmes.length === 0) return [];
  const levels = `CASE p.programme ${programmes.map((_, index) => `WHEN ? THEN ${index + 1}`).join(' ')} END`;
  const params: SqlValue[] = [...programmes, cycleAt, merchantId, ...programmes];
  if (after) params.push(after[0], after[0], after[1], after[1], after[2]);
  const sql = `SELECT * FROM (
      SELECT p.id AS promoterId, p.programme AS programme, p.is_programme_pinned AS isPinned,
        ${levels} AS level, ${figureSql(metric)} AS figure
      FROM ${WITH_COUNTERS}
      WHERE p.merchant_id = ? AND p.programme IN (${marks(programmes.length)}) AND ${ADMITTED}
        ${pinned === undefined ? '' : `AND p.is_programme_pinned = ${pinned ? 1 : 0}`}
    ) t ${after ? 'WHERE level < ? OR (level = ? AND (figure < ? OR (figure = ? AND promoterId > ?)))' : ''}
    ORDER BY level DESC, figure DESC, promoterId LIMIT ${Number(limit)}`;
  const rows = await db.rows<
    { promoterId: string; programme: string } & Record<'isPinned' | 'level' | 'figure', number | string>
  >(sql, params);
  return rows.map(({ promoterId, programme, isPinned, level, figure }) => ({
    promoterId,
    programme,
    isPinned: Number(isPinned) === 1,
    figure: Number(figure),
    place: [Number(level), Number(figure), promoterId],
  }));
}
