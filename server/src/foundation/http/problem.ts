import { errorCodes, fieldErrorText, type Lang, type Problem } from '@fenrun/contracts';
import type { FieldError, Refusal } from '@fenrun/kernel';

/** Where the meaning of a code is written down. */
const TYPE = 'https://fenrun.dev/problems/';

/** Turns a refusal into problem+json in a language. A code that the table does not know is a bug of ours, shown as 500. */
export function problemOf(refusal: Refusal, lang: Lang, requestId: string): Problem {
  const known = errorCodes[refusal.refused];
  const code = known ? refusal.refused : 'internal';
  const entry = known ?? errorCodes['internal'];
  if (!entry) throw new Error('the table of error codes has no internal');
  const title = entry[lang];
  const remedy = lang === 'zh' ? entry.zhRemedy : entry.enRemedy;
  const errors = refusal.errors?.map((error) => fieldProblemOf(error, lang));
  return {
    type: TYPE + code,
    title,
    status: entry.status,
    detail: [title + factsText(refusal.facts, lang), remedy].filter(Boolean).join(lang === 'zh' ? '。' : '. '),
    code,
    ...(errors && errors.length > 0 ? { errors } : {}),
    requestId,
  };
}

function fieldProblemOf(error: FieldError, lang: Lang) {
  return { pointer: error.pointer, code: error.code, detail: error.detail ?? fieldErrorText(error.code, lang) };
}

/** `(minimum 1.00)`: the facts of a refusal behind its title, for people; machines read the code. */
function factsText(facts: Refusal['facts'], lang: Lang): string {
  const shown = Object.entries(facts ?? {}).filter(([name, value]) => value !== null && name !== 'retryAfterSeconds');
  if (shown.length === 0) return '';
  const list = shown.map(([name, value]) => `${name} ${value}`).join(', ');
  return lang === 'zh' ? `（${list}）` : ` (${list})`;
}
