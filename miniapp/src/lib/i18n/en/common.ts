import type { ProblemKind } from '../../problem';
import type { Dictionary } from '../zh';

const CAUSES: Record<ProblemKind, string> = {
  offline: 'Your phone has no network right now.',
  timeout: 'We waited, but the server did not answer.',
  server: 'The server did not answer just now.',
  busy: 'Many people are here at the moment.',
  'signed-out': 'Your sign-in has expired.',
  missing: 'This cannot be found; it may have been taken down.',
  refused: 'This step did not work.',
};

export const common: Dictionary['common'] = {
  back: 'Back',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  askMerchant: 'Ask',
  done: 'OK',
  more: 'Show more',
  noMore: 'That is all',
  loadingMore: 'Fetching more…',
  moreFailed: 'The rest did not arrive. Tap to try again',
  listComma: ', ',
  pieces: (count) => (count === 1 ? '1 item' : `${count} items`),
  tabs: { home: 'Home', products: 'Products', earnings: 'Earnings', me: 'Me' },
  singlePage: 'Open the mini-program to see everything',
  updateReady: {
    title: 'New version',
    words: 'A new version is ready. Restart to use it.',
    restart: 'Restart',
    later: 'Later',
  },
};

export const states: Dictionary['states'] = {
  copied: 'Number copied',
  again: 'Try again',
  offline: (time) => `No network. Showing data from ${time}`,
  number: (id) => `No. ${id}, tap to copy`,
  cause: (kind, detail) => (kind === 'refused' && detail ? detail : CAUSES[kind]),
  toast: (kind, detail) => detail || CAUSES[kind],
};
