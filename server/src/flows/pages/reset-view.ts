import type { In, Out } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { find } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import { type ResetLine, type ResetPlace, type ResetRow, resetPage, resetTable } from '../../modules/climbing';
import { figureForm } from '../../modules/plans';
import { ladderOf } from '../timeline/climb';
import { type LadderReading, readLadderPage } from './ladder-view';
import { pageOf } from './page-cursor';
import { promoterMentions } from './promoter-mentions';

type PreviewView = Out<'climbing.resetPreview'>;
type Line = ResetLine & { readonly place: ResetPlace };

/** Who would move at the next reset, and who would if he had not been put there by hand; the highest level first. */
export async function resetPreview(
  call: Call,
  { limit, cursor, pinned }: In<'climbing.resetPreview'>['query'],
): Promise<PreviewView | Refusal> {
  const after = cursor === undefined ? null : resetPlaceOf(cursor);
  if (isRefusal(after)) return after;
  const page = await readLadderPage(call);
  const { outlook, cycleAt, held } = page;
  const { ladder } = ladderOf(held);
  if (!outlook || !ladder) return { data: [], nextCursor: null, at: null, moves: 0, pinned: 0 };
  const ask = { programmes: outlook.leaving, pinned, after, limit: limit + 1 };
  const rows = await resetPage(call.db.read, call.merchantId, { metric: ladder.metric, cycleAt }, ask);
  const shown = await lineViews(call, page, ladder.metric, rows.slice(0, limit));
  return {
    ...pageOf(
      rows,
      limit,
      ({ place }) => cursorOfReset(place),
      (row) => shown.get(row) as PreviewView['data'][number],
    ),
    at: formatInstant(outlook.at),
    moves: outlook.moves,
    pinned: outlook.pinned,
  };
}

async function lineViews(
  call: Call,
  { reading, outlook }: LadderReading,
  metric: Parameters<typeof figureForm>[1],
  rows: readonly Line[],
): Promise<ReadonlyMap<Line, PreviewView['data'][number]>> {
  const mention = await promoterMentions(
    call,
    rows.map(({ promoterId }) => promoterId),
  );
  const { names, currency } = reading;
  const view = ({ promoterId, programme, isPinned, figure }: Line) => ({
    promoter: mention(promoterId),
    fromName: names.programme(programme),
    toName: isPinned || !outlook ? null : names.programme(outlook.target(programme)),
    pinned: isPinned,
    figure: figureForm(figure, metric, currency),
  });
  return new Map(rows.map((row) => [row, view(row)]));
}

function cursorOfReset(place: ResetPlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function resetPlaceOf(cursor: string): ResetPlace | Refusal<'invalid-request'> {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === 3) {
      const [level, figure, id] = place as unknown[];
      if (Number.isSafeInteger(level) && Number.isSafeInteger(figure) && typeof id === 'string')
        return [level as number, figure as number, id];
    }
  } catch {
    // Not ours, like everything that is not such a triple.
  }
  return wrongCursor();
}

function wrongCursor(): Refusal<'invalid-request'> {
  return refuse('invalid-request', undefined, [{ pointer: '/cursor', code: 'invalid' }]);
}

/** The resets that ran, newest first. */
export async function resetsThatRan(
  { db, merchantId }: Call,
  { limit, cursor }: In<'climbing.resets'>['query'],
): Promise<Out<'climbing.resets'> | Refusal> {
  const before = cursor === undefined ? null : Number(cursor);
  if (before !== null && !Number.isSafeInteger(before)) return wrongCursor();
  const where = `merchant_id = ?${before === null ? '' : ' AND at < ?'}`;
  const params = [merchantId, ...(before === null ? [] : [before])];
  const rows = await find(db.read, resetTable, where, params, `ORDER BY at DESC LIMIT ${Number(limit) + 1}`);
  return pageOf(rows, limit, ({ at }) => String(at), resetView);
}

function resetView({ at, ranAt, moved }: ResetRow): Out<'climbing.resets'>['data'][number] {
  return { at: formatInstant(at), ranAt: formatInstant(ranAt), moved };
}
