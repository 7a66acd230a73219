import { defineWords } from '../../kit/i18n/words';

export const findingWords = defineWords(
  { error: '要改：', warning: '注意：' },
  { error: 'To mend: ', warning: 'Note: ' },
);
