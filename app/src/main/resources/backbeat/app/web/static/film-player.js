// The film with exact frames, and comments that stand on them. <film-player data-rate="24000/1001"><video>...</film-player>
import { Frames } from './frames.js';
import './calls.js';
import { Ink } from './ink.js';
import { SecondFilm } from './second-film.js';

const isTyping = event => /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);

/** First and last frame of the stretch that is spoken of; null where it is one frame. */
let span = null;

class FilmPlayer extends HTMLElement {
  connectedCallback() {
    this.video = this.querySelector('video');
    this.frames = new Frames(this.video, this.dataset.rate).onframe(() => this.tell());
    const other = this.querySelector('video[data-second]');
    if (other) this.second = new SecondFilm(other, this.frames);
    this.querySelectorAll('[data-do]').forEach(button => button.addEventListener('click', () => this[button.dataset.do]()));
    customElements.whenDefined('song-strip').then(() => this.tell());
  }

  get rate() { return this.frames.rate.value; }

  /** The frame on the screen. */
  get frame() { return this.frames.frame; }

  goTo(frame) { return this.frames.show(frame); }
  play() { this.frames.toggle(); }
  back() { return this.frames.step(-1); }
  on() { return this.frames.step(1); }

  tell() {
    const frame = this.frames.shown;
    const strip = document.querySelector('song-strip');
    const words = strip?.song ? strip.barAt(frame / this.rate).words : '';
    const set = (name, text) => document.querySelectorAll(`[data-part="${name}"]`).forEach(part => { part.textContent = text; });
    set('position', words || '–');
    set('frame', `frame ${frame}`);
    set('where', span ? `frames ${span().join(' – ')}` : `${words ? `Bar ${words} · ` : ''}frame ${frame}`);
  }
}
customElements.define('film-player', FilmPlayer);

const player = document.querySelector('film-player');
const form = document.getElementById('say');

document.addEventListener('keydown', event => {
  if (!player || isTyping(event) || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return;
  if (event.key === ',') { event.preventDefault(); player.back(); }
  if (event.key === '.') { event.preventDefault(); player.on(); }
  if (event.key.toLowerCase() === 'v') {
    const ways = [...document.querySelectorAll('nav[aria-label=Compare] a')];
    ways[(ways.findIndex(way => way.ariaCurrent) + 1) % ways.length]?.click();
  }
  if (event.key.toLowerCase() === 'm' && form) { event.preventDefault(); player.video.pause(); form.elements.words.focus(); }
});

const list = document.getElementById('notes');
const ink = player && new Ink(player.querySelector('.ink'), player.video);
player?.video.addEventListener('play', () => { if (!ink.isDrawing) ink.show(''); });

function choose(item) {
  list.querySelectorAll('.sel').forEach(one => one.classList.remove('sel'));
  item.classList.add('sel');
  player.video.pause();
  player.goTo(Number(item.dataset.frame));
  stopDrawing();
  ink.show(item.dataset.drawing ?? '');
}
list?.addEventListener('click', event => {
  const item = event.target.closest('.nt');
  if (item && !event.target.closest('form, details')) choose(item);
});

/** Built from text, never from markup: a comment is what somebody else wrote. */
function noteOf(comment) {
  const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text ?? '' });
  const item = make('li', 'nt sel');
  item.id = `c-${comment.id}`;
  item.dataset.frame = comment.frame;
  item.dataset.last = comment.last;
  item.dataset.drawing = comment.drawing;
  const row = make('div', 'row');
  const go = make('button', 'btn bare s mono', `${comment.place} · ${comment.time}`);
  go.type = 'button';
  row.append(make('b', '', comment.author), make('span', 'sp'), go);
  const words = make('p', '');
  words.append(...comment.parts.map(part => part.isName ? make('b', 'at', part.text) : part.text));
  item.append(row, words);
  return item;
}

const draw = document.getElementById('draw');
const undraw = document.getElementById('undraw');

function setDrawing(on) {
  if (!draw) return;
  ink.draw(on);
  draw.setAttribute('aria-pressed', String(on));
  undraw.hidden = !on;
}

/** What was drawn and not sent is gone; a line over another frame would mean nothing. */
function stopDrawing() {
  if (ink.isDrawing) ink.show('');
  setDrawing(false);
}
draw?.addEventListener('click', () => {
  player.video.pause();
  const on = !ink.isDrawing;
  ink.show('');
  setDrawing(on);
});
undraw?.addEventListener('click', () => ink.show(''));

// ---- a stretch: from where the button was pressed to the playhead, or what is selected on the strip

const stretch = document.getElementById('span');

function setSpan(next) {
  span = next;
  stretch?.setAttribute('aria-pressed', String(Boolean(next)));
  player?.tell();
}
stretch?.addEventListener('click', () => {
  const from = player.frame;
  setSpan(span ? null : () => [Math.min(from, player.frame), Math.max(from, player.frame)]);
});
document.querySelector('song-strip')?.addEventListener('selected', event => {
  if (!form || !event.detail) { setSpan(null); return; }
  const [from, to] = event.detail.map(time => Math.round(time * player.rate));
  setSpan(() => [from, Math.max(from, to - 1)]);
});

// ---- a comment that becomes a task, and one that a link leads to

const dialog = document.getElementById('make-task');
document.addEventListener('click', event => {
  const maker = event.target.closest('[data-task]');
  if (maker && dialog) {
    const form = dialog.querySelector('form');
    form.action = maker.dataset.task;
    form.elements.title.value = maker.closest('.nt').querySelector('p').textContent.trim().slice(0, 200);
    dialog.showModal();
  }
  if (event.target.closest('[data-close]')) event.target.closest('dialog').close();
});

function chooseNamed() {
  const named = location.hash.startsWith('#c-') && document.getElementById(location.hash.slice(1));
  const item = named && named.closest('.nt');
  if (item && player) { choose(item); item.scrollIntoView({ block: 'nearest' }); }
}
addEventListener('hashchange', chooseNamed);
chooseNamed();

if (form && player) {
  let wasPlaying = false;
  form.elements.words.addEventListener('input', () => {
    if (!player.video.paused) { wasPlaying = true; player.video.pause(); }
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const send = form.querySelector('button.pri');
    if (send.disabled) return;
    const said = form.querySelector('[role=status]');
    const [first, last] = span ? span() : [player.frame, player.frame];
    form.elements.frame.value = first;
    form.elements.last.value = last;
    form.elements.drawing.value = ink.isDrawing ? ink.text : '';
    const pressed = document.activeElement === send;
    send.disabled = true;
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' } }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    send.disabled = false;
    if (pressed) send.focus();
    if (!answer?.ok) { said.textContent = told?.title ? `${told.title} ${told.remedy}` : 'It could not be sent. Your words are still here.'; return; }
    said.textContent = '';
    form.elements.words.value = '';
    setDrawing(false);
    setSpan(null);
    if (document.getElementById(`c-${told.id}`)) return;
    document.getElementById('no-notes')?.remove();
    list.querySelectorAll('.sel').forEach(one => one.classList.remove('sel'));
    const note = noteOf(told);
    const after = [...list.children].find(one => Number(one.dataset.frame) > told.frame);
    list.insertBefore(note, after ?? null);
    note.scrollIntoView({ block: 'nearest' });
    document.querySelector('song-strip')?.remark?.({ id: told.id, at: told.frame / player.rate, end: told.last > told.frame ? (told.last + 1) / player.rate : 0, author: told.author, words: told.words, resolved: false });
    const open = document.querySelector('[data-part="open"]');
    if (open) open.textContent = `${parseInt(open.textContent, 10) + 1} open`;
    if (wasPlaying) { wasPlaying = false; player.video.play().catch(() => {}); }
  });
}
