// What the bar is made of: elements, texts, calls. Nothing here knows who holds the phone.

const SIGNS = { CNY: '¥', GBP: '£', USD: '$', EUR: '€', JPY: '¥' };

/** Calls a door; throws what the problem says. */
export async function ask(lang, method, path, body, headers = {}) {
  const answer = await fetch(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'accept-language': lang,
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error(read?.title ?? String(answer.status));
  return read;
}

/** Makes an element with a class, text and children. */
export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** A round picture, or the first character of the name. */
export function face({ avatar, name }) {
  const circle = make('span', 'person__face');
  if (avatar) circle.append(Object.assign(document.createElement('img'), { src: avatar, alt: '', loading: 'lazy' }));
  else circle.textContent = [...name][0] ?? '';
  return circle;
}

/** `11 月 23 日 周一 20:16`, with the spaces that Chinese wants between characters and figures. */
export function timeText(instant, lang) {
  const format = {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  };
  const parts = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', format).formatToParts(instant);
  const { month, day, weekday, hour, minute } = Object.fromEntries(parts.map((part) => [part.type, part.value]));
  const date = lang === 'zh' ? `${parseInt(month, 10)} 月 ${day} 日 ${weekday}` : `${weekday} ${day} ${month}`;
  return `${date} ${hour}:${minute}`;
}

/** An amount of an order with its sign and thousands. */
export const sumText = ({ currency, total }) =>
  `${SIGNS[currency] ?? `${currency} `}${total.replace(/\B(?=(\d{3})+(\.|$))/g, ',')}`;
