// The bar beside the phone: who holds it, what waits for his hand, and what time it is. It uses the same doors as the phone.

const WORDS = {
  zh: {
    title: '小程序预览',
    note: '这里就是微信里的小程序。换一个人来拿手机，看推广员、顾客各自看到什么。',
    phone: '小程序',
    who: '谁在用',
    merchants: '商户',
    find: '找人：姓名、推广码',
    orders: '等他动手',
    time: '商店时间',
    console: '打开商户后台',
    docs: '接口文档',
    here: '正在用',
    nobody: '没有这个人。',
    nothing: '没有待付款或待收货的订单。',
    pay: '付款',
    receive: '确认收货',
    paid: (sum) => `已付款 ${sum}。`,
    received: '已确认收货。',
    moving: (step) => `正在过${step}，到期的事逐一办理…`,
    moved: '到了。到期的事都已办完。',
    acting: (name) => `手机到了${name}手里。`,
    failed: '没有办成，什么都没有变。请再试一次。',
    steps: [
      [3600, '1 小时'],
      [86400, '1 天'],
      [604800, '7 天'],
      [2592000, '30 天'],
    ],
    step: (text) => `过 ${text}`,
  },
  en: {
    title: 'Mini-program preview',
    note: 'This is the mini-program as it runs on WeChat. Hand the phone to somebody else and see what promoters and customers see.',
    phone: 'Mini-program',
    who: 'Who holds it',
    merchants: 'Merchants',
    find: 'Find by name or code',
    orders: 'Waiting for this person',
    time: 'Shop time',
    console: 'Open the console',
    docs: 'API docs',
    here: 'Holding it',
    nobody: 'Nobody of that name.',
    nothing: 'No order to pay or to receive.',
    pay: 'Pay',
    receive: 'Received',
    paid: (sum) => `Paid ${sum}.`,
    received: 'Receipt confirmed.',
    moving: (step) => `Letting ${step} pass; what becomes due is done on the way…`,
    moved: 'There. Everything that became due has been done.',
    acting: (name) => `${name} holds the phone now.`,
    failed: 'It did not work and nothing was changed. Please try again.',
    steps: [
      [3600, '1 hour'],
      [86400, '1 day'],
      [604800, '7 days'],
      [2592000, '30 days'],
    ],
    step: (text) => `Let ${text} pass`,
  },
};

const query = new URLSearchParams(window.location.search);
const lang = (query.get('lang') ?? navigator.language).startsWith('zh') ? 'zh' : 'en';
const words = WORDS[lang];
const at = (id) => document.getElementById(id);
const SIGNS = { CNY: '¥', GBP: '£', USD: '$', EUR: '€', JPY: '¥' };
const ORDERS_EVERY_MS = 4000;

let people = [];
let person = query.get('person');
let merchant = query.get('merchant');
let token = null;
let moving = false;

async function ask(method, path, body, headers = {}) {
  const answer = await fetch(path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), 'accept-language': lang, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error(read?.title ?? String(answer.status));
  return read;
}

/** Makes an element with a class, text and children. */
function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

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
  for (const element of document.querySelectorAll('[data-word-label]')) element.setAttribute('aria-label', words[element.dataset.wordLabel]);
  for (const element of document.querySelectorAll('[data-word-title]')) element.title = words[element.dataset.wordTitle];
  for (const element of document.querySelectorAll('[data-word-placeholder]')) element.placeholder = words[element.dataset.wordPlaceholder];
}

// ---------- the phone

/** The first address carries what somebody came with: the share code in the query, the page behind the hash. */
function openPhone(isFirst) {
  const inner = new URLSearchParams(isFirst ? window.location.search : '');
  inner.set('merchant', merchant);
  inner.set('person', person);
  inner.set('lang', lang);
  at('screen').src = `/m/index.html?${inner}${isFirst ? window.location.hash : ''}`;
}

function refreshPhone() {
  at('screen').contentWindow?.location.reload();
}

function fitPhone() {
  const scale = Math.min(1, Math.max(0.6, (window.innerHeight - 48) / 868));
  document.documentElement.style.setProperty('--scale', String(scale));
}

// ---------- who

function face({ avatar, name }) {
  const circle = make('span', 'person__face');
  if (avatar) circle.append(Object.assign(document.createElement('img'), { src: avatar, alt: '', loading: 'lazy' }));
  else circle.textContent = [...name][0] ?? '';
  return circle;
}

function personRow(one) {
  const role = one.promoterCode ? `${one.role} · ${one.promoterCode}` : one.role;
  const text = make('span', 'person__text', make('span', 'person__name', one.name), make('span', 'person__role', role));
  const row = make('button', 'person', face(one), text);
  row.type = 'button';
  const isHere = one.person === person;
  row.setAttribute('aria-pressed', String(isHere));
  if (isHere) row.append(make('span', 'person__here', words.here));
  row.addEventListener('click', () => actAs(one));
  return make('li', '', row);
}

function drawPeople() {
  const wanted = at('find').value.trim().toLowerCase();
  const own = people.filter((one) => one.merchant === merchant);
  const found = own.filter((one) => [one.name, one.promoterCode ?? '', one.role].some((text) => text.toLowerCase().includes(wanted)));
  at('people').replaceChildren(...(found.length > 0 ? found.map(personRow) : [make('li', 'empty', words.nobody)]));
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
  person = one.person;
  merchant = one.merchant;
  token = null;
  const address = new URL(window.location.href);
  address.search = new URLSearchParams({ merchant, person, ...(query.has('lang') ? { lang } : {}) }).toString();
  address.hash = '';
  window.history.replaceState(null, '', address);
  tell(words.acting(one.name));
  openPhone(false);
  drawMerchants();
  drawPeople();
  at('orders').replaceChildren(make('li', 'bone'));
  void trying(drawOrders);
}

async function readPeople() {
  people = (await ask('GET', '/demo/people')).data;
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

const sumText = ({ currency, total }) => `${SIGNS[currency] ?? `${currency} `}${total.replace(/\B(?=(\d{3})+(\.|$))/g, ',')}`;

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
  const lines = make('span', 'order__text', make('span', 'order__name', order.title), make('span', 'order__sum', `${sumText(order)}${pieces}`));
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
  const text = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' });
  at('now').dateTime = now;
  at('now').textContent = text.format(new Date(now));
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
  const known = people.find((one) => one.person === person) ?? people.find((one) => !merchant || one.merchant === merchant);
  person = person ?? known?.person;
  merchant = merchant ?? known?.merchant;
  if (!person || !merchant) throw new Error(words.nobody);
  openPhone(true);
  drawMerchants();
  drawPeople();
  await drawTime();
  await drawOrders();
}

window.addEventListener('resize', fitPhone);
at('find').addEventListener('input', drawPeople);
if (window.innerWidth >= 760) {
  await trying(begin);
  window.setInterval(() => {
    if (!document.hidden && !moving) void Promise.all([drawTime(), drawOrders(), readPeople().then(drawPeople)]).catch(() => undefined);
  }, ORDERS_EVERY_MS);
}
