const CODE = /^[A-Z]{2}$/;

/** Names that files use and `Intl` spells otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  eire: 'IE',
  usa: 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  rsa: 'ZA',
  uae: 'AE',
  korea: 'KR',
  'south korea': 'KR',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  taiwan: 'TW',
  'czech republic': 'CZ',
  turkey: 'TR',
  holland: 'NL',
  中国大陆: 'CN',
  香港: 'HK',
  澳门: 'MO',
  台湾: 'TW',
};

let names: Map<string, string> | undefined;

/** The ISO 3166 code of a country told by code or by its English or Chinese name; what nobody knows stays as it is, at most 64 characters. */
export function countryCode(text: string): string {
  if (CODE.test(text)) return text;
  names ??= readNames();
  return names.get(text.toLowerCase()) ?? (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text.slice(0, 64));
}

function readNames(): Map<string, string> {
  const found = new Map(Object.entries(OTHER_NAMES));
  const displays = ['en', 'zh'].map((lang) => new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }));
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      for (const display of displays) {
        const name = display.of(code)?.toLowerCase();
        if (name && !found.has(name)) found.set(name, code);
      }
    }
  }
  return found;
}
