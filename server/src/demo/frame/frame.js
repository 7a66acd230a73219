// The bar beside the phone: who holds it, what waits for his hand, and what time it is. It uses the same doors as the phone.

import { ask as askIn, face, make, sumText, timeText } from './frame-parts.js';
import { WORDS } from './frame-words.js';

const query = new URLSearchParams(window.location.search);
const lang = (query.get('lang') ?? navigator.language).startsWith('zh') ? 'zh' : 'en';
const words = WORDS[lang];
const at = (id) => document.getElementById(id);
const ask = (...call) => askIn(lang, ...call);
const ORDERS_EVERY_MS = 4000;

/** A share that was opened goes along to the first one who is handed the phone: whoever tries it picks who the friend is. */
let share = query.has('s') ? { search: window.location.search, hash: window.location.hash } : null;

let people = [];
let person = query.get('person');
let merchant = query.get('merchant');
let token = null;
let role = null;
let moving = false;

function tell(text, isWrong = false) {
  const told = at('told');
  told.textContent = text;
  told.classList.toggle('told--wrong', isWrong);
}

async function trying(work) {
  try {
    await work();
  } catch (failure) {
    tell(failure instanceof Error && failure.message ? failure.message : words.failed, true);
  }
}

function writeWords() {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = words.title;
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word];
  for (const element of document.querySelectorAll('[data-word-label]'))
    element.setAttribute('aria-label', words[element.dataset.wordLabel]);
  for (const element of document.querySelectorAll('[data-word-title]'))
    element.title = words[element.dataset.wordTitle];
  for (const element of document.querySelectorAll('[data-word-placeholder]'))
    element.placeholder = words[element.dataset.wordPlaceholder];
}

// ---------- the phone

/** The first address carries what somebody came with: the share code in the query, the page behind the hash. */
function openPhone(came) {
  const inner = new URLSearchParams(came?.search ?? '');
  inner.set('merchant', merchant);
  inner.set('person', person);
  inner.set('lang', lang);
  at('screen').src = `/m/index.html?${inner}${came?.hash ?? ''}`;
}

function refreshPhone() {
  at('screen').contentWindow?.location.reload();
}

function fitPhone() {
  const scale = Math.min(1, Math.max(0.6, (window.innerHeight - 48) / 868));
  document.documentElement.style.setProperty('--scale', String(scale));
}

// ---------- who

function personRow(one) {
  const what = one.promoterCode ? `${one.role} · ${one.promoterCode}` : one.role;
  const text = make('span', 'person__text', make('span', 'person__name', one.name), make('span', 'person__role', what));
  const row = make('button', 'person', face(one), text);
  row.type = 'button';
  const isHere = one.person === person;
  row.setAttribute('aria-pressed', String(isHere));
  if (isHere) row.append(make('span', 'person__here', words.here));
  row.addEventListener('click', () => actAs(one));
  return make('li', '', row);
}

/** A chip for each role that somebody has; the chosen one shows its people only. */
function drawRoles(own) {
  const roles = [...new Set(own.map((one) => one.role))];
  if (role !== null && !roles.includes(role)) role = null;
  at('roles').hidden = roles.length < 2;
  at('roles').replaceChildren(
    ...[null, ...roles].map((one) => {
      const chip = make('button', 'tab', one ?? words.everybody);
      chip.type = 'button';
      chip.setAttribute('aria-pressed', String(one === role));
      chip.addEventListener('click', () => {
        role = one;
        drawPeople();
      });
      return chip;
    }),
  );
}

function drawPeople() {
  const wanted = at('find').value.trim().toLowerCase();
  const all = people.filter((one) => one.merchant === merchant);
  drawRoles(all);
  const own = all.filter((one) => role === null || one.role === role);
  const found = own.filter((one) =>
    [one.name, one.promoterCode ?? '', one.role].some((text) => text.toLowerCase().includes(wanted)),
  );
  at('people').replaceChildren(...(found.length > 0 ? found.map(personRow) : [make('li', 'empty', words.nobody)]));
}

/** Shows who holds the phone, without moving the page. */
function showPerson() {
  const row = at('people').querySelector('[aria-pressed="true"]');
  if (row) at('people').scrollTop = row.offsetTop - at('people').offsetTop - 4;
}

function drawMerchants() {
  const slugs = [...new Set(people.map((one) => one.merchant))];
  at('merchants').hidden = slugs.length < 2;
  at('merchants').replaceChildren(
    ...slugs.map((slug) => {
      const tab = make('button', 'tab', slug);
      tab.type = 'button';
      tab.setAttribute('aria-pressed', String(slug === merchant));
      tab.addEventListener('click', () => actAs(people.find((one) => one.merchant === slug)));
      return tab;
    }),
  );
}

function actAs(one) {
  const came = one.merchant === merchant ? share : null;
  share = null;
  person = one.person;
  merchant = one.merchant;
  token = null;
  const address = new URL(window.location.href);
  address.search = new URLSearchParams({ merchant, person, ...(query.has('lang') ? { lang } : {}) }).toString();
  address.hash = '';
  window.history.replaceState(null, '', address);
  tell(words.acting(one.name));
  openPhone(came);
  drawMerchants();
  drawPeople();
  at('orders').replaceChildren(make('li', 'bone'));
  void trying(drawOrders);
}

/** Answers whether anything about anybody has changed, so that the list is not redrawn under somebody's finger. */
async function readPeople() {
  const before = JSON.stringify(people);
  people = (await ask('GET', '/demo/people')).data;
  return JSON.stringify(people) !== before;
}

// ---------- what waits for his hand

/** A call as the person: signed in by a code of the emulator, like the phone itself. */
async function asMember(method, path, body) {
  if (!token) {
    const { code } = await ask('POST', '/demo/act-as', { person });
    token = (await ask('POST', '/api/v1/member/session', { merchant, code })).token;
  }
  return ask(method, path, body, { authorization: `Bearer ${token}` });
}

async function pay(order) {
  const params = await asMember('POST', `/api/v1/member/orders/${order.id}/pay`);
  const paid = await ask('POST', '/demo/wx/pay', { person, merchant, params });
  if (!paid.ok) throw new Error(paid.errMsg);
  await asMember('POST', `/api/v1/member/orders/${order.id}/check-payment`);
  tell(words.paid(sumText(order)));
}

async function receive(order) {
  await ask('POST', '/demo/wx/receive', { person, merchant, outTradeNo: order.id });
  await asMember('POST', `/api/v1/member/orders/${order.id}/confirm-receipt`);
  tell(words.received);
}

const ACTS = { unpaid: [words.pay, pay], shipped: [words.receive, receive] };

function orderRow(order) {
  const [text, act] = ACTS[order.state];
  const button = make('button', 'act', text);
  button.type = 'button';
  button.addEventListener('click', () =>
    trying(async () => {
      button.disabled = true;
      await act(order).finally(drawOrders);
      refreshPhone();
    }),
  );
  const pieces = order.pieces > 1 ? ` × ${order.pieces}` : '';
  const lines = make(
    'span',
    'order__text',
    make('span', 'order__name', order.title),
    make('span', 'order__sum', `${sumText(order)}${pieces}`),
  );
  return make('li', 'order', lines, button);
}

let shown = '';

async function drawOrders() {
  const whose = person;
  const { data } = await asMember('GET', '/api/v1/member/orders?state=unpaid&state=shipped&limit=5');
  if (whose !== person) return;
  const rows = JSON.stringify([whose, data]);
  if (rows === shown && at('orders').querySelector('.order, .empty')) return;
  shown = rows;
  at('orders').replaceChildren(...(data.length > 0 ? data.map(orderRow) : [make('li', 'empty', words.nothing)]));
}

// ---------- time

async function drawTime() {
  const { now } = await ask('GET', '/demo/clock');
  at('now').dateTime = now;
  at('now').textContent = timeText(new Date(now), lang);
}

function drawSteps() {
  at('steps').replaceChildren(
    ...words.steps.map(([seconds, text]) => {
      const step = make('button', seconds === 86400 ? 'step step--main' : 'step', words.step(text));
      step.type = 'button';
      step.disabled = moving;
      step.addEventListener('click', () => trying(() => letPass(seconds, text)));
      return step;
    }),
  );
}

async function letPass(advanceSeconds, text) {
  moving = true;
  drawSteps();
  tell(words.moving(text));
  try {
    await ask('POST', '/demo/clock', { advanceSeconds });
    tell(words.moved);
  } finally {
    moving = false;
    drawSteps();
    await drawTime();
  }
  refreshPhone();
  await drawOrders();
}

// ---------- the beginning

async function begin() {
  writeWords();
  fitPhone();
  drawSteps();
  at('people').replaceChildren(make('li', 'bone'), make('li', 'bone'), make('li', 'bone'));
  at('orders').replaceChildren(make('li', 'bone'));
  await readPeople();
  const own = people.filter((one) => !merchant || one.merchant === merchant);
  // A friend opens a share, not a promoter, if there still is somebody who is none.
  const friend = share ? own.find((one) => !one.promoterCode) : undefined;
  const known = people.find((one) => one.person === person) ?? friend ?? own[0];
  person = person ?? known?.person;
  merchant = merchant ?? known?.merchant;
  if (!person || !merchant) throw new Error(words.nobody);
  openPhone(window.location);
  drawMerchants();
  drawPeople();
  showPerson();
  await drawTime();
  await drawOrders();
}

window.addEventListener('resize', fitPhone);
at('find').addEventListener('input', drawPeople);
if (window.innerWidth >= 760) {
  await trying(begin);
  window.setInterval(() => {
    if (!document.hidden && !moving)
      void Promise.all([drawTime(), drawOrders(), readPeople().then((isOther) => isOther && drawPeople())]).catch(
        () => undefined,
      );
  }, ORDERS_EVERY_MS);
}
