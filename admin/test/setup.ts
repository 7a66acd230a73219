import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// The machine that runs the tests may be busy; a page of the DOM in a failure helps nobody.
configure({ asyncUtilTimeout: 8000, getElementError: (message) => new Error(message ?? 'not found') });

// What jsdom does not have and the console relies on.
const noMedia = (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});

class StillObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

vi.stubGlobal('matchMedia', noMedia);
vi.stubGlobal('ResizeObserver', StillObserver);
Element.prototype.scrollIntoView = () => undefined;
// Charts measure text with a canvas, which jsdom draws nothing on.
HTMLCanvasElement.prototype.getContext = () => null;
const computed = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => computed(element);

beforeEach(() => {
  window.localStorage.clear();
  window.localStorage.setItem('fenrun.language', 'zh');
});

afterEach(cleanup);
