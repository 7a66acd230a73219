const WORDS: Readonly<Record<string, Readonly<Record<'zh' | 'en', (text: string) => string>>>> = {
  'invalid-code': {
    zh: (t) => `推广码“${t}”无效`,
    en: (t) => `The code "${t}" is not valid (1–64 characters, no space around it)`,
  },
  'invalid-name': {
    zh: () => '姓名不能为空，最长 128 个字符',
    en: () => 'A name is needed, of at most 128 characters',
  },
  'invalid-date': { zh: (t) => `加入时间“${t}”无效`, en: (t) => `The date "${t}" is not valid` },
  'invalid-phone': { zh: (t) => `手机号“${t}”无效`, en: (t) => `The phone number "${t}" is not valid` },
  'unknown-inviter': {
    zh: (t) => `邀请人“${t}”不存在，或邀请关系成环`,
    en: (t) => `No inviter "${t}", or a circle of inviters`,
  },
  'tree-too-deep': { zh: () => '邀请关系最多 64 层', en: () => 'The tree of inviters is at most 64 deep' },
  'unknown-programme': { zh: (t) => `没有推广计划“${t}”`, en: (t) => `No programme "${t}"` },
  'programme-inactive': {
    zh: (t) => `推广计划“${t}”不存在或已停用`,
    en: (t) => `The programme "${t}" does not exist or is not active`,
  },
  'unknown-group': { zh: (t) => `没有分组“${t}”`, en: (t) => `No group "${t}"` },
  'already-recorded-differently': {
    zh: (t) => `已存在，但内容不同：${t}`,
    en: (t) => `Recorded already with different contents: ${t}`,
  },
};

/** Why a row of promoters was refused, in words. */
export function promoterProblemText(code: string, text: string, lang: 'zh' | 'en'): string {
  return WORDS[code]?.[lang](text.slice(0, 80)) ?? code;
}
