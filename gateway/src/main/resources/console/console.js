'use strict';
const $ = (id) => document.getElementById(id);
const el = (tag, props = {}, ...children) => {
  const { dataset = {}, label, ...rest } = props;
  const node = Object.assign(document.createElement(tag), rest);
  Object.assign(node.dataset, dataset);
  if (label) node.setAttribute('aria-label', label);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
};
let token = sessionStorage.getItem('banyan.token'), who = localStorage.getItem('banyan.who') ?? '', asking = false;

async function call(path, body) {
  const answer = await fetch(path, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body),
    headers: { Authorization: 'Bearer ' + token, 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' } });
  if (answer.status === 401) {
    token = null;
    sessionStorage.removeItem('banyan.token');
    show();
    throw new Error('The token was not accepted.');
  }
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.detail ?? answer.statusText);
  return json;
}
const say = (text, bad = false) => { $('message').textContent = text; $('message').className = bad ? 'bad' : ''; };

/* What an action does, in words that a person can check before it happens. */
const LIMITS = 'If it fails more often or answers later than the limits allow, everybody is back at once, by itself.';
const ACTIONS = {
  shadow: { name: 'Compare', title: (m) => `Compare ${m.capability} in the shadow`, yes: () => 'Start comparing', fields: ['to'],
    effect: (m, v) => `Copies of safe requests (GET, HEAD, OPTIONS) go to ${v.to} and its answers are compared.\nEvery client still gets the answer of ${m.home}; nothing is written twice.` },
  canary: { name: 'Share…', title: (m) => `Share ${m.capability} out`, yes: (m, v) => `Send ${v.weight} % to ${v.to}`, fields: ['to', 'weight'],
    effect: (m, v, same) => `${v.weight} % of the consumers, always the same ones, are served by ${v.to}: ${same(v.to) ? 'reads and writes' : 'reads only; all writes stay at ' + m.home + ', which owns the data'}.\n`
      + `${100 - v.weight} % stay at ${m.home}. ${LIMITS}` },
  auto: { name: 'Automatic', title: (m) => `Move ${m.capability} by itself`, yes: () => 'Start', fields: ['to'],
    effect: (m, v, same) => `${m.phase === 'HOME' ? `First ${v.to} is compared in the shadow. After 100 answers without an open difference` : 'As long as the figures are good,'} the share goes 1, 2, 5, 10, 25, 50, 100 %, at least 10 s and 100 requests each.\n`
      + `${same(v.to) ? '' : 'Reads only; all writes stay at ' + m.home + '. '}${LIMITS}` },
  manual: { name: 'By hand', title: (m) => `Take ${m.capability} back from the promotion loop`, yes: () => 'By hand', fields: [],
    effect: (m) => `The share stays at ${m.weight} % until a person changes it. Automatic rollback stays armed.` },
  pause: { name: 'Hold', title: (m) => `Hold ${m.capability}`, yes: () => 'Hold', fields: [],
    effect: (m) => `The share stays at ${m.weight} %. Automatic rollback stays armed.` },
  resume: { name: 'Go on', title: (m) => `Let ${m.capability} go on`, yes: () => 'Go on', fields: [],
    effect: () => 'The share may grow again, after 10 s at the earliest.' },
  settle: { name: 'Settle', title: (m) => `Settle ${m.capability} at ${m.candidate}`, yes: (m) => `Make ${m.candidate} the home`, fields: [],
    effect: (m) => `${m.candidate} becomes the home of ${m.capability} and the move is over. Going back to ${m.home} is then a new move.` },
  rollback: { name: 'Roll back', title: (m) => `Roll ${m.capability} back`, yes: (m) => `Back to ${m.home}`, fields: [], danger: true, reason: 'rolled back in the console',
    effect: (m) => `Everybody is served by ${m.home} with the next request, and ${m.candidate} gets none any more.` },
};
const offered = ({ move }) => move.phase === 'HOME' ? ['shadow', 'canary', 'auto']
  : [...(move.weight === 100 ? [] : ['canary']), move.automatic ? 'manual' : 'auto', move.paused ? 'resume' : 'pause', ...(move.weight === 100 ? ['settle'] : []), 'rollback'];

function ask({ title, yes, fields, effect, danger, reason }, act) {
  const dialog = $('confirm'), form = dialog.querySelector('form');
  const values = () => Object.fromEntries(new FormData(form));
  const update = () => {
    $('effect').textContent = effect(values());
    $('yes').textContent = yes(values());
  };
  $('confirm-title').textContent = title;
  $('fields').replaceChildren(...fields);
  form.elements.reason.value = reason ?? '';
  $('yes').className = danger ? 'danger' : 'primary';
  form.oninput = update;
  update();
  dialog.returnValue = 'no';
  dialog.showModal();
  (fields[0]?.querySelector('input, select') ?? form.elements.reason).focus();
  dialog.onclose = async () => {
    if (dialog.returnValue !== 'yes') return;
    try { await act(values()); say(title + ': done.'); } catch (error) { say(error.message, true); }
    refresh();
  };
}

function operate(standing, homes, action) {
  const { move } = standing, plan = ACTIONS[action];
  const legacy = (name) => homes.find((home) => home.name === name)?.legacy === true;
  const same = (to) => legacy(to) === legacy(move.home);
  const targets = move.candidate ? [move.candidate] : homes.map((home) => home.name).filter((name) => name !== move.home);
  if (plan.fields.includes('to') && targets.length === 0) {
    say(`There is no other home for ${move.capability}: ${move.home} is the only one with an address.`, true);
    return;
  }
  const inputs = [];
  if (plan.fields.includes('to') && !move.candidate) {
    inputs.push(el('label', {}, 'To', el('select', { name: 'to' }, ...targets.map((name) => el('option', { value: name, textContent: name })))));
  }
  if (plan.fields.includes('weight')) {
    inputs.push(el('label', {}, 'Share of the consumers, in percent',
      el('input', { name: 'weight', type: 'number', min: 0, max: 100, step: 1, required: true, value: [1, 2, 5, 10, 25, 50, 100].find((next) => next > move.weight) ?? 100 })));
  }
  const full = (values) => ({ to: move.candidate ?? undefined, ...values, ...(values.weight !== undefined ? { weight: Number(values.weight) } : {}) });
  ask({ title: plan.title(move), fields: inputs, danger: plan.danger, reason: plan.reason,
    yes: (values) => plan.yes(move, full(values)), effect: (values) => plan.effect(move, full(values), same) },
  (values) => call('moves/' + move.capability, { ...full(values), action, who }));
}

/* Charts: requests a second, failures and latencies of both homes over the last five minutes. */
const colour = (name) => {
  const probe = document.body.appendChild(el('i'));
  probe.style.color = `var(--${name})`;
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};
const CHARTS = [
  { name: 'requests/s', least: 1, lines: [{ of: (live) => live.requestsPerSecond }] },
  { name: 'failed %', least: 1, lines: [{ of: (live) => live.requestsPerSecond ? 100 * live.failedShare : null }] },
  { name: 'p99, p50 ┄ ms', least: 10, lines: [{ of: (live) => live.requestsPerSecond ? live.p99Millis : null }, { of: (live) => live.requestsPerSecond ? live.p50Millis : null, dash: [3, 3] }] },
];
function chart(box, { least, lines }, names) {
  const series = names.flatMap((name, i) => lines.map((line) => ({ stroke: colour(i ? 'candidate' : 'home'), width: 1.5, dash: line.dash, points: { show: false } })));
  const height = names.length > 1 ? 96 : 64, plot = new uPlot({ width: Math.max(80, box.clientWidth), height, legend: { show: false }, cursor: { show: false }, padding: [6, 4, 6, 0],
    scales: { x: { time: false }, y: { range: (u, low, high) => [0, Math.max(least, (high ?? 0) * 1.15)] } },
    axes: [{ show: false }, { size: 34, gap: 3, font: '10px system-ui', stroke: colour('quiet'), space: 24, grid: { stroke: colour('line'), width: 1 }, ticks: { show: false } }],
    series: [{}, ...series] }, [[]], box);
  new ResizeObserver(() => { if (box.clientWidth) plot.setSize({ width: box.clientWidth, height }); }).observe(box);
  return (standing, stretch) => {
    const rows = names.map((name) => standing.series[name] ?? []);
    plot.setData([rows[0].map((_, i) => (i - rows[0].length) * stretch), ...rows.flatMap((row) => lines.map((line) => row.map(line.of)))]);
  };
}

const VERDICTS = { PASS: 'Good: ', FAIL: 'Not good: ', INCONCLUSIVE: 'Too early to say: ', ERROR: 'Could not be judged: ' };
const PHASES = { HOME: 'At home', SHADOW: 'Shadow', CANARY: 'Canary' };
function card(standing, homes) {
  const { move } = standing, names = [move.home, move.candidate].filter(Boolean);
  const box = el('section', { className: 'card', label: move.capability }), held = el('p', { className: 'held', hidden: true }), verdict = el('p', { className: 'verdict' });
  const header = el('header', {}, el('h3', { textContent: move.capability }));
  header.append(...(move.candidate
    ? [el('span', { className: 'tag ' + move.phase, textContent: PHASES[move.phase] }), ...(move.paused ? [el('span', { className: 'tag', textContent: 'held' })] : []),
      el('span', { className: 'tag quiet', textContent: move.automatic ? 'automatic' : 'by hand' })]
    : [el('span', { className: 'of-home', textContent: move.home })]));
  box.append(header);
  if (move.candidate) {
    box.append(el('div', { className: 'way' }, el('span', {}, el('span', { className: 'of-home', textContent: move.home }), ` ${100 - move.weight} %`),
      el('span', {}, el('span', { className: 'of-candidate', textContent: move.candidate }), move.phase === 'SHADOW' ? ' copies only' : ` ${move.weight} %`),
      el('progress', { max: 100, value: move.weight, label: `${move.weight} % of the consumers at ${move.candidate}` })));
  }
  const body = el('tbody'), rows = names.map((name, i) => {
    const cells = [0, 1, 2, 3].map(() => el('td', { className: 'number' }));
    body.append(el('tr', {}, el('td', {}, el('span', { className: i ? 'of-candidate' : 'of-home', textContent: name })), ...cells));
    return cells;
  });
  const figures = CHARTS.map((plan) => el('figure', { label: `${plan.name} of ${names.join(' and ')}, last five minutes` }, el('figcaption', { textContent: plan.name }), el('div')));
  figures.forEach((figure) => figure.setAttribute('role', 'img'));
  const buttons = offered(standing).map((action) => el('button', { type: 'button', className: ACTIONS[action].danger ? 'danger' : '', textContent: ACTIONS[action].name,
    label: `${ACTIONS[action].name} ${move.capability}`, dataset: { action }, onclick: () => operate(box.standing, homes, action) }));
  if (move.candidate) box.append(verdict);
  box.append(held, el('table', { className: 'figures' }, el('thead', {}, el('tr', {}, el('th', { textContent: 'home' }),
    ...[['req/s', 'in the last ten seconds'], ['failed', 'in the last minute'], ['p50 ms', 'in the last minute'], ['p99 ms', 'in the last minute']].map(([name, title]) => el('th', { className: 'number', textContent: name, title })))), body),
  el('div', { className: 'charts' }, ...figures), el('div', { className: 'buttons' }, ...buttons));
  let plots;
  box.update = (now, stretch) => {
    plots ??= figures.map((figure, i) => chart(figure.lastElementChild, CHARTS[i], names));
    box.standing = now;
    held.hidden = !now.held;
    held.textContent = now.held;
    verdict.textContent = now.judgement ? VERDICTS[now.judgement.verdict] + now.judgement.reason : 'Not judged yet.';
    names.forEach((name, i) => {
      const live = now.homes[name], lately = now.series[name].slice(-2), rate = lately.reduce((sum, point) => sum + point.requestsPerSecond, 0) / (lately.length || 1);
      const texts = live.requestsPerSecond ? [rate.toFixed(1), (100 * live.failedShare).toFixed(1) + ' %', live.p50Millis.toFixed(1), live.p99Millis.toFixed(1)] : ['0.0', '–', '–', '–'];
      texts.forEach((text, column) => { rows[i][column].textContent = text; });
      rows[i][1].classList.toggle('alarm', live.failedShare > 0.01);
    });
    plots.forEach((plot) => plot(now, stretch));
  };
  return box;
}

const cards = new Map();
function place(standings, homes, stretch) {
  for (const standing of standings) {
    const { capability, revision, home } = standing.move, key = JSON.stringify([revision, home, homes]);
    const before = cards.get(capability), moving = standing.move.candidate ? $('moving') : $('resting');
    if (before?.key !== key) {
      const fresh = card(standing, homes), focused = before && document.activeElement?.dataset?.action;
      const inside = before?.box.contains(document.activeElement);
      if (before?.box.parentElement === moving) before.box.replaceWith(fresh); else { before?.box.remove(); moving.append(fresh); }
      if (inside) (fresh.querySelector(`[data-action=${focused}]`) ?? fresh.querySelector('button'))?.focus();
      cards.set(capability, { key, box: fresh });
    }
    cards.get(capability).box.update(standing, stretch);
  }
  for (const part of [$('moving'), $('resting')]) {
    [...part.children].sort((one, other) => one.ariaLabel.localeCompare(other.ariaLabel)).forEach((box, i) => { if (part.children[i] !== box) part.insertBefore(box, part.children[i]); });
  }
  $('moving-part').hidden = !$('moving').children.length;
}

const time = (iso) => new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' });
function audit(journal) {
  $('journal').replaceChildren(...journal.map((entry) => el('tr', {}, ...[['When', time(entry.at)], ['Capability', entry.capability === '*' ? 'all' : entry.capability],
    ['From', entry.from], ['To', entry.to], ['Who', entry.who], ['Why', entry.reason]].map(([name, text]) => el('td', { textContent: text, dataset: { name } })))));
  if (!journal.length) $('journal').append(el('tr', {}, el('td', { colSpan: 6, className: 'empty', textContent: 'Nothing was moved yet.' })));
}
function inbox(items) {
  const accepted = (item) => item.acceptedUntil && new Date(item.acceptedUntil) > new Date(), open = items.filter((item) => !accepted(item)).length;
  $('inbox-count').textContent = open + ' open';
  $('inbox-count').classList.toggle('open', open > 0);
  $('inbox').replaceChildren(...items.slice(0, 200).map((item) => el('article', { className: 'difference' + (accepted(item) ? ' accepted' : '') },
    el('div', {}, el('p', {}, el('strong', { textContent: item.capability + ' ' }), el('span', { className: 'tag', textContent: item.kind.toLowerCase().replace('_', ' ') })),
      el('code', { textContent: item.place }), el('p', { className: 'quiet', textContent: item.resource })),
    el('div', { className: 'says' }, el('span', { className: 'of-home', textContent: 'home' }), el('code', { textContent: item.home || '–' }),
      el('span', { className: 'of-candidate', textContent: 'candidate' }), el('code', { textContent: item.candidate || '–' }),
      el('span', { className: 'quiet', textContent: 'seen' }), el('span', { className: 'quiet', textContent: `${item.occurrences} × from ${time(item.firstSeen)} to ${time(item.lastSeen)}` }),
      el('span', { className: 'quiet', textContent: 'example' }), el('code', { textContent: item.example })),
    accepted(item) ? el('p', { className: 'quiet', textContent: `accepted by ${item.acceptedBy} until ${new Date(item.acceptedUntil).toLocaleDateString()}: ${item.acceptedReason}` })
      : el('div', {}, el('button', { type: 'button', textContent: 'Accept…', label: `Accept ${item.place} of ${item.resource}`, onclick: () => ask({
        title: `Accept ${item.place}`, yes: () => 'Accept',
        fields: [el('label', {}, 'Owner', el('input', { name: 'owner', value: who, required: true, maxLength: 100 })), el('label', {}, 'For how many days', el('input', { name: 'days', type: 'number', min: 1, max: 365, value: 30, required: true }))],
        effect: (values) => `This difference of ${item.resource} no longer holds ${item.capability} up until ${new Date(Date.now() + values.days * 864e5).toLocaleDateString()}. Then it counts again.` },
      (values) => call('differences/' + item.id, { ...values, days: Number(values.days) })) })))));
  if (!items.length) $('inbox').append(el('p', { className: 'empty', textContent: 'No difference was found.' }));
}
function frame(all) {
  const moving = all.moves.filter((standing) => standing.move.candidate).length;
  $('summary').textContent = `${all.moves.length} capabilities, ${moving} under way`;
  $('frozen').hidden = !all.frozen;
  if (all.frozen) $('frozen').textContent = `Frozen since ${time(all.frozen.since)} by ${all.frozen.who}: ${all.frozen.reason}. No candidate gets more weight; rolling back stays possible.`;
  const action = all.frozen ? 'thaw' : 'freeze';
  if ($('global').dataset.action !== action) {
    $('global').dataset.action = action;
    $('global').replaceChildren(el('button', { type: 'button', textContent: all.frozen ? 'Thaw' : 'Freeze all', onclick: () => ask({
      title: all.frozen ? 'End the freeze' : 'Freeze all moves', yes: () => all.frozen ? 'Thaw' : 'Freeze', fields: [],
      effect: () => all.frozen ? 'Candidates may get more weight again; automatic moves go on by themselves.' : 'No candidate gets more weight, by hand or by itself. Rolling back stays possible and armed.' },
    (values) => call('moves', { ...values, action, who })) }), el('button', { type: 'button', textContent: 'Close', label: 'Forget the token', onclick: () => { token = null; sessionStorage.removeItem('banyan.token'); show(); } }));
  }
}

const shown = {};
const changed = (name, value) => { const text = JSON.stringify(value), fresh = shown[name] !== text; shown[name] = text; return fresh; };
async function refresh() {
  if (!token || asking || document.hidden) return;
  asking = true;
  try {
    const [all, items] = await Promise.all([call('moves'), call('differences')]);
    if (changed('frame', [all.frozen, all.moves.map((standing) => standing.move.revision)])) frame(all);
    place(all.moves, all.homes, all.stretch);
    if (changed('journal', all.journal)) audit(all.journal);
    if (changed('inbox', items)) inbox(items);
    document.body.dataset.ready = 'yes';
    if ($('message').dataset.lost) { delete $('message').dataset.lost; say(''); }
  } catch (error) {
    if (error instanceof TypeError) { $('message').dataset.lost = 'yes'; say('The gateway does not answer; what is shown may be old.', true); } else say(error.message, true);
  } finally { asking = false; }
}
function show() {
  $('main').hidden = $('global').hidden = !token;
  $('login').hidden = Boolean(token);
  if (!token) { $('who').value = who; $('summary').textContent = ''; $('token').focus(); }
  refresh();
}
$('login').onsubmit = (event) => {
  event.preventDefault();
  token = $('token').value.trim();
  who = $('who').value.trim();
  $('token').value = '';
  sessionStorage.setItem('banyan.token', token);
  localStorage.setItem('banyan.who', who);
  say('');
  show();
};
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { cards.forEach(({ box }) => box.remove()); cards.clear(); refresh(); });
document.addEventListener('visibilitychange', refresh);
setInterval(refresh, 2000);
show();
