import { businessNow } from '../clock';
import { shopStore } from '../shop';
import { CHINA, wallTime } from '../zone';

/**
 * The preview stands in a phone frame: an iframe as wide as a phone. What WeChat would draw over the page (status bar, capsule,
 * home indicator) is drawn here, so that the pages are seen with the room that they really have.
 */
export function drawPhoneFrame(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const isFramed = window.self !== window.top || new URLSearchParams(window.location.search).has('framed');
  if (!isFramed) return;
  document.documentElement.classList.add('framed');
  const chrome = document.createElement('div');
  chrome.className = 'phone';
  chrome.setAttribute('aria-hidden', 'true');
  chrome.innerHTML = `<div class="phone__time"></div><div class="phone__signs">${SIGNS}</div><div class="phone__capsule">${CAPSULE}</div><div class="phone__home"></div>`;
  document.body.appendChild(chrome);
  const time = chrome.querySelector('.phone__time');
  const tick = () => {
    const wall = wallTime(businessNow(), shopStore.get()?.zone ?? CHINA);
    if (time) time.textContent = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
  };
  tick();
  shopStore.subscribe(tick);
  window.setInterval(tick, 2000);
}

const SIGNS =
  '<svg viewBox="0 0 70 14" width="70" height="14" fill="currentColor"><rect x="0" y="9" width="3" height="4.5" rx="1"/><rect x="4.6" y="6.6" width="3" height="6.9" rx="1"/><rect x="9.2" y="4" width="3" height="9.5" rx="1"/><rect x="13.8" y="1.2" width="3" height="12.3" rx="1"/><path d="M22.6 5.4a10.5 10.5 0 0 1 13.8 0M25.2 8.2a6.6 6.6 0 0 1 8.6 0" fill="none" stroke="currentColor" stroke-width="1.9"/><circle cx="29.5" cy="11.6" r="1.8"/><rect x="45.6" y="1.6" width="20.5" height="11" rx="3.2" fill="none" stroke="currentColor" opacity=".4"/><rect x="47.2" y="3.2" width="16" height="7.8" rx="1.8"/><path d="M67.6 5.3v3.6c1-.3 1.5-1 1.5-1.8s-.5-1.5-1.5-1.8z" opacity=".45"/></svg>';
const CAPSULE =
  '<svg viewBox="0 0 87 32" width="87" height="32"><g fill="currentColor"><circle cx="14.5" cy="16" r="2.2"/><circle cx="22" cy="16" r="3"/><circle cx="29.5" cy="16" r="2.2"/></g><path d="M43.5 7v18" stroke="currentColor" opacity=".18"/><circle cx="65" cy="16" r="9" fill="none" stroke="currentColor" stroke-width="2.2"/><circle cx="65" cy="16" r="3.2" fill="currentColor"/></svg>';
