// Go anywhere, do anything by its name: Ctrl or Cmd and K. What is offered stands on the page already (its pages, its buttons, its song), so nobody is offered what is not theirs; productions are asked for.

const dialog = document.getElementById('palette');
const field = dialog?.querySelector('input');
const list = dialog?.querySelector('[role=listbox]');
const MOST = 40;
let entries = [], shown = [], at = 0, opener = null;

const clean = text => text.replace(/\s+/g, ' ').trim();
const seen = element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;

/** What a button says: its name for screen readers, or its text without the keys that are drawn on it. */
function wordsOf(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('kbd').forEach(key => key.remove());
  return clean(element.getAttribute('aria-label') ?? copy.textContent);
}

const pages = () => [...document.querySelectorAll('.chain a, .rail a:not(.mark)')].map(link => ({ words: wordsOf(link), kind: 'Page', go: () => location.assign(link.href) }));

function actions() {
  const known = new Set();
  return ['main button, main a.btn, main summary', '.tools button:not([data-palette]), .rail button'].flatMap(where => [...document.querySelectorAll(where)])
    .filter(one => !one.closest('table, .notes, .seg, [hidden], song-strip, .alts, .sheet') && seen(one))
    .map(one => ({ words: wordsOf(one), kind: one.tagName === 'A' ? 'Open' : 'Do', keys: one.querySelector('kbd')?.textContent, go: () => { one.focus(); one.click(); } }))
    .filter(one => one.words && !known.has(one.words) && known.add(one.words));
}

function places() {
  const strip = document.querySelector('song-strip'), song = strip?.song;
  if (!song) return [];
  const to = time => () => { strip.goTo(time + .001); strip.scrollIntoView({ block: 'nearest' }); };
  return [
    ...song.sections.map(section => ({ words: `${section.name}, bar ${section.firstBar}`, kind: 'Section', go: to(section.start) })),
    ...song.bars.map(bar => ({ words: `Bar ${bar.index}`, kind: 'Song', go: to(bar.start), asked: true })),
    ...song.clips.filter(clip => clip.clip >= 0).slice(0, 2000).map(clip => ({ words: `${clip.name}, camera ${clip.camera}`, kind: 'Clip', go: () => location.assign(`${location.pathname.replace(/^(\/p\/[^/]+).*/, '$1')}/footage?clip=${clip.clip}`), asked: true })),
  ];
}

async function productions() {
  const answer = await fetch('/api/productions', { headers: { Accept: 'application/json' } }).catch(() => null);
  const told = answer?.ok ? await answer.json().catch(() => []) : [];
  const all = Array.isArray(told) ? told : told.productions ?? [];
  return all.map(one => ({ words: `${one.name}, ${one.artist}`, kind: 'Production', go: () => location.assign(`/p/${one.id}`) }));
}

/** How well words fit what was typed: every part must be there; whole beginnings count most. Below zero where it does not fit. */
function fit(words, typed) {
  const lower = words.toLowerCase();
  let worth = 0;
  for (const part of typed) {
    const place = lower.indexOf(part);
    if (place < 0) return -1;
    worth += place === 0 ? 3 : /[^\p{L}\p{N}]/u.test(lower[place - 1]) ? 2 : 1;
    if (lower.length === place + part.length) worth += 1;
  }
  return worth - lower.length / 1000;
}

function show() {
  const typed = clean(field.value.toLowerCase()).split(' ').filter(Boolean);
  shown = entries.map(entry => ({ entry, worth: typed.length ? fit(`${entry.words}`, typed) : entry.asked ? -1 : 0 }))
    .filter(one => one.worth >= 0 || typed.length && fit(`${one.entry.kind} ${one.entry.words}`, typed) >= 0)
    .sort((a, b) => b.worth - a.worth).slice(0, MOST).map(one => one.entry);
  list.replaceChildren(...shown.map((entry, i) => {
    const item = Object.assign(document.createElement('li'), { id: `go-${i}` });
    item.setAttribute('role', 'option');
    const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });
    item.append(make('span', 'grow el', entry.words), ...(entry.keys ? [make('kbd', '', entry.keys)] : []), make('span', 'dim small', entry.kind));
    item.addEventListener('click', () => take(i));
    return item;
  }));
  dialog.querySelector('[data-part=none]').hidden = shown.length > 0;
  mark(0);
}

function mark(index) {
  at = Math.max(0, Math.min(shown.length - 1, index));
  [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
  const item = list.children[at];
  field.setAttribute('aria-activedescendant', item?.id ?? '');
  item?.scrollIntoView({ block: 'nearest' });
}

function take(index) {
  const entry = shown[index];
  if (!entry) return;
  dialog.close();
  entry.go();
}

function open() {
  if (dialog.open) { dialog.close(); return; }
  if (document.querySelector('dialog[open]')) return;
  opener = document.activeElement;
  entries = [...actions(), ...pages(), ...places()];
  field.value = '';
  dialog.showModal();
  show();
  productions().then(more => { entries = [...entries, ...more]; if (dialog.open) show(); });
}

if (dialog) {
  document.querySelectorAll('[data-palette]').forEach(button => button.addEventListener('click', open));
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') { event.preventDefault(); open(); }
  });
  field.addEventListener('input', show);
  field.addEventListener('keydown', event => {
    const act = { ArrowDown: () => mark(at + 1), ArrowUp: () => mark(at - 1), Home: () => mark(0), End: () => mark(shown.length - 1), Enter: () => take(at) }[event.key];
    if (act) { event.preventDefault(); act(); }
    event.stopPropagation();
  });
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => opener?.focus?.({ preventScroll: true }));
}
