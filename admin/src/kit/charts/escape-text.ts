const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for a chart's tooltip, which is HTML: names come from merchants and must stay text. */
export const escapeText = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
