import { toBuffer } from 'qrcode';
import { isObject, lengthOf } from '../../shape';
import type { App } from '../../state/parties';
import { type MpErrcode, mpError } from '../mp-answer';
import { apiRoute } from '../mp-route';

const VISIBLE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const LONGEST_SCENE = 32;
const NARROWEST = 280;
const WIDEST = 1280;
const USUAL_WIDTH = 430;
const ENVIRONMENTS = new Set(['release', 'trial', 'develop']);

interface Code {
  readonly scene: string;
  readonly page: string;
  readonly env: string;
  readonly width: number;
  readonly dark: string;
  readonly light: string;
}

/** `POST /wxa/getwxacodeunlimit` (wechat.md 1.4): a PNG that any QR reader opens, of `{appid, page, scene, env}`. */
export const codeImageRoute = apiRoute('mp.code-image', '/wxa/getwxacodeunlimit', async ({ world, app, body }) => {
  const code = codeOf(app, body);
  if (typeof code === 'number') return mpError(world, code);
  const { scene, page, env, width, dark, light } = code;
  const text = JSON.stringify({ appid: app.appid, page, scene, env });
  return { image: await toBuffer(text, { type: 'png', width, margin: 2, color: { dark, light } }) };
});

function codeOf(app: App, body: Record<string, unknown>): Code | MpErrcode {
  const { scene, page, env_version: env = 'release', width = USUAL_WIDTH, check_path: isChecked = true } = body;
  const flawed = flawOfScene(scene) ?? flawOfPage(app, page, isChecked);
  if (flawed) return flawed;
  if (typeof env !== 'string' || !ENVIRONMENTS.has(env)) return 40097;
  if (typeof width !== 'number') return 47001;
  if (!Number.isInteger(width) || width < NARROWEST || width > WIDEST) return 40097;
  const home = app.releasedPages[0] ?? '';
  const light = body['is_hyaline'] === true ? '#ffffff00' : '#ffffffff';
  return { scene: String(scene), page: String(page ?? home), env, width, dark: darkOf(body['line_color']), light };
}

function flawOfScene(scene: unknown): MpErrcode | undefined {
  if (typeof scene !== 'string') return scene === undefined ? 40169 : 47001;
  if (scene === '' || lengthOf(scene) > LONGEST_SCENE) return 40169;
  if (!VISIBLE.test(scene)) return 40129;
  return scene.includes('scancode_time=') || scene === 'scancode_time' ? 85096 : undefined;
}

function flawOfPage(app: App, page: unknown, isChecked: unknown): MpErrcode | undefined {
  if (typeof isChecked !== 'boolean') return 47001;
  if (page === undefined) return isChecked && app.releasedPages.length === 0 ? 41030 : undefined;
  if (typeof page !== 'string') return 47001;
  if (page.startsWith('/') || page.includes('?') || page === '') return 41030;
  return isChecked && !app.releasedPages.includes(page) ? 41030 : undefined;
}

/** `line_color` gives each channel from 0 to 255, as a number or as text; black without it. */
function darkOf(lineColor: unknown): string {
  if (!isObject(lineColor)) return '#000000ff';
  const channel = (name: string) => Math.min(255, Math.max(0, Number(lineColor[name]) || 0));
  return `#${['r', 'g', 'b'].map((name) => Math.trunc(channel(name)).toString(16).padStart(2, '0')).join('')}ff`;
}
