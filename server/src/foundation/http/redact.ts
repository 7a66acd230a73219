/** Fields that never reach the audit log. */
const SECRET = /password|secret|key$|^current$|^code$|phoneCode|token|privateKey/i;

/** The most characters of one text, and entries of one list, that an audit entry keeps. */
const TEXT_AT_MOST = 500;
const LIST_AT_MOST = 50;

/** A copy of a body for the audit log: without secrets, and not longer than somebody would read. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > TEXT_AT_MOST ? `${value.slice(0, TEXT_AT_MOST)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 6) return '…';
  if (Array.isArray(value)) return value.slice(0, LIST_AT_MOST).map((entry) => redact(entry, depth + 1));
  const entries = Object.entries(value).slice(0, LIST_AT_MOST);
  return Object.fromEntries(entries.map(([key, inner]) => [key, SECRET.test(key) ? '•' : redact(inner, depth + 1)]));
}
