import { lengthOf } from '../../shape';
import { nextCount, randomHex } from '../../state/seeded';
import { mpError, mpSuccess } from '../mp-answer';
import { apiRoute } from '../mp-route';

const LONGEST = 2_500;
const RECENT_MS = 2 * 3_600_000;

/** Words that stand for what WeChat would find. Anything else passes. */
const FINDINGS = [
  { word: '刷单', suggest: 'risky', label: 20008 },
  { word: '赌博', suggest: 'risky', label: 20006 },
  { word: '傻瓜', suggest: 'risky', label: 20003 },
  { word: '加微信', suggest: 'review', label: 10001 },
] as const;
const CLEAN = { suggest: 'pass', label: 100 } as const;

/** `POST /wxa/msg_sec_check` version 2 (wechat.md 1.7). Risky text is errcode 0 too: `result.suggest` decides. */
export const textCheckRoute = apiRoute('mp.text-check', '/wxa/msg_sec_check', ({ world, app, body }) => {
  const { version, openid, scene, content, nickname = '', title = '', signature = '' } = body;
  if (version !== 2 || typeof scene !== 'number' || typeof content !== 'string') return mpError(world, 47001);
  if (![1, 2, 3, 4].includes(scene) || content === '') return mpError(world, 40097);
  if (lengthOf(content) > LONGEST) return mpError(world, 45002);
  const owner = typeof openid === 'string' ? world.state().openids[openid] : undefined;
  if (owner?.appid !== app.appid) return mpError(world, 40003);
  const seenAt = world.state().users[owner.userId]?.seenAt[app.appid];
  if (seenAt === undefined || world.clock.now() - seenAt > RECENT_MS) return mpError(world, 61010);
  const all = [content, nickname, title, signature].join('\n');
  const found = FINDINGS.find((finding) => all.includes(finding.word));
  const { suggest, label } = found ?? CLEAN;
  const strategy = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
  const keyword = { strategy: 'keyword', errcode: 0, ...(found ? { suggest, label, keyword: found.word } : {}) };
  const trace_id = `${randomHex(world.state(), 8)}-${nextCount(world.state(), 'trace')}`;
  return mpSuccess({ detail: [strategy, keyword], trace_id, result: { suggest, label } });
});
