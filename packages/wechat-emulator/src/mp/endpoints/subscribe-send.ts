import { isObject } from '../../shape';
import type { MessageTemplate } from '../../state/parties';
import { isFitValue } from '../message-values';
import { mpError, mpSuccess } from '../mp-answer';
import { apiRoute } from '../mp-route';

const STATES = new Set(['developer', 'trial', 'formal']);

/** `POST /cgi-bin/message/subscribe/send` (wechat.md 1.6): one accepted grant is one message. */
export const subscribeSendRoute = apiRoute(
  'mp.subscribe-send',
  '/cgi-bin/message/subscribe/send',
  ({ world, app, body }) => {
    const { touser, template_id: templateId, page, data, miniprogram_state: target = 'formal' } = body;
    const state = world.state();
    if (typeof touser !== 'string' || state.openids[touser]?.appid !== app.appid) return mpError(world, 40003);
    const template = app.templates.find((candidate) => candidate.id === templateId);
    if (!template) return mpError(world, 40037);
    if (typeof target !== 'string' || !STATES.has(target)) return mpError(world, 40097);
    if (page !== undefined && !isReleased(app.releasedPages, page)) return mpError(world, 41030);
    if (!isObject(data)) return mpError(world, 47001);
    const flaw = flawOfData(template, data);
    if (flaw) return mpError(world, 47003, `argument invalid! ${flaw}`);
    const grant = `${touser}/${template.id}`;
    const left = state.grants[grant] ?? 0;
    if (left === 0) return mpError(world, 43101);
    state.grants[grant] = left - 1;
    state.messages.push({
      appid: app.appid,
      openid: touser,
      templateId: template.id,
      page: typeof page === 'string' ? page : null,
      data: data as Record<string, { value: string }>,
      sentAt: world.clock.now(),
    });
    return mpSuccess();
  },
);

/** A page may carry a query here. */
function isReleased(releasedPages: readonly string[], page: unknown): boolean {
  return typeof page === 'string' && releasedPages.includes(page.split('?')[0] ?? '');
}

function flawOfData(template: MessageTemplate, data: Record<string, unknown>): string | undefined {
  for (const key of template.keys) {
    const field = data[key];
    const value = isObject(field) ? field['value'] : undefined;
    if (value === undefined || value === null || value === '') return `data.${key}.value is empty`;
    if (typeof value !== 'string' && typeof value !== 'number') return `data.${key}.value invalid`;
    if (!isFitValue(key, String(value))) return `data.${key}.value invalid`;
  }
  const stranger = Object.keys(data).find((key) => !template.keys.includes(key));
  return stranger === undefined ? undefined : `data.${stranger} not in template`;
}
