// The song strip: the song from left to right, everything that stands on it below each other, and the playhead tied to sound or film.
// <song-strip data-strip=... data-peaks=... data-lanes="sections,wave,cut,cameras,comments" [data-sound=... | data-film=id]>
import { Peaks } from './peaks.js';
import * as Lanes from './strip-lanes.js';
import { Tiles } from './strip-tiles.js';

const html = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const icon = name => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `/static/icons.svg#${name}`);
  svg.append(use);
  return svg;
};
const clock = time => `${Math.floor(time / 60)}:${(time % 60).toFixed(2).padStart(5, '0')}`;

class SongStrip extends HTMLElement {
  #at = 0;
  #from = 0;
  #to = 1;
  #selection = null;
  #dirty = true;
  #colors = new Map();
  #tiles = new Tiles((...stretch) => this.#drawStill(...stretch));

  get position() { return this.#at; }

  /** The stretch in view, in seconds. */
  get view() { return [this.#from, this.#to]; }

  /** From and to in seconds; null when nothing is selected. */
  get selection() { return this.#selection; }

  async connectedCallback() {
    const [answer, peaks] = await Promise.all([fetch(this.dataset.strip), Peaks.load(this.dataset.peaks)]);
    if (!answer.ok) { this.replaceChildren(html('p', { class: 'dim body' }, 'The song is not heard yet.')); return; }
    this.song = await answer.json();
    this.peaks = peaks;
    this.loudest = peaks ? Math.max(.05, ...peaks.between(0, this.song.duration).map(Math.abs)) : 1;
    this.#to = this.song.duration;
    this.#build();
    this.media = this.dataset.film ? document.getElementById(this.dataset.film) : this.#sound();
    this.#wire();
    this.#frame();
  }

  #sound() {
    const sound = html('audio', { src: this.dataset.sound, preload: 'metadata' });
    this.append(sound);
    return sound;
  }

  #build() {
    const wanted = this.dataset.lanes.split(',');
    const letters = [...new Set(this.song.clips.map(clip => clip.camera))].sort();
    this.lanes = [Lanes.ruler, ...wanted.flatMap(name => name === 'cameras' ? letters.map(Lanes.camera) : Lanes[name])]
      .filter(lane => (lane !== Lanes.cut || this.song.shots.length) && (lane !== Lanes.lyrics || this.song.lyrics.length));
    this.lanes.forEach(lane => lane.prepare?.(this.song));
    const tall = !this.dataset.film && !letters.length;
    this.heights = this.lanes.map(lane => lane.height(tall));
    this.canvas = html('canvas', { 'aria-hidden': 'true' });
    this.tag = html('b');
    this.head = html('div', { class: 'head' }, this.tag);
    this.area = html('div', { class: 'area', tabindex: '0', role: 'slider', 'aria-label': 'Playhead', 'aria-valuemin': '0', 'aria-valuenow': '0', 'aria-valuemax': String(Math.round(this.song.duration)) }, this.canvas, this.head);
    const labels = html('div', { class: 'labels', 'aria-hidden': 'true' }, ...this.lanes.map(lane => html('div', {}, lane.label)));
    [...labels.children].forEach((label, i) => { label.style.height = `${this.heights[i]}px`; });
    this.area.style.height = `${this.heights.reduce((a, b) => a + b, 0)}px`;
    this.replaceChildren(this.#bar(), html('div', { class: 'stage-w' }, labels, this.area), this.#table());
    this.pen = this.canvas.getContext('2d');
  }

  #bar() {
    this.play = html('button', { class: 'btn s ic', type: 'button', 'aria-label': 'Play' }, icon('play'));
    this.posn = html('span', { class: 'pos' });
    this.told = html('span', { class: 'dim small' });
    this.picked = html('span', { class: 'tag now', hidden: '' });
    const button = (label, name, act, words) => {
      const one = html('button', { class: `btn s bare ${words ? 'wide' : 'ic'}`, type: 'button', 'aria-label': label, title: label }, icon(name), ...(words ? [words] : []));
      one.addEventListener('click', act);
      return one;
    };
    return html('div', { class: 'bar' }, this.play, this.posn, this.told, this.picked, html('span', { class: 'sp' }),
      button('Zoom out', 'zout', () => this.zoom(2)), button('Zoom in', 'zin', () => this.zoom(.5)),
      button('Whole song', 'fit', () => this.show(0, this.song.duration), 'Song'));
  }

  /** The same content for who reads instead of looking. */
  #table() {
    const row = cells => html('tr', {}, ...cells.map((cell, i) => html(i ? 'td' : 'th', i ? {} : { scope: 'row' }, String(cell))));
    const rows = () => [
      ...this.song.sections.map(s => row([`Section ${s.name}`, clock(s.start), clock(s.end), `bars ${s.firstBar} to ${s.lastBar}`])),
      ...this.song.shots.map(s => row([`Shot ${s.camera} ${s.clip}`, clock(s.start), clock(s.end), s.why])),
      ...this.song.clips.map(c => row([`Camera ${c.camera}, ${c.name}`, clock(c.start), clock(c.end), c.sure ? `placed, ${c.confidence.toFixed(3)}` : `doubtful, ${c.confidence.toFixed(2)}`])),
      ...this.song.lyrics.map(l => row(['Lyrics', clock(l.start), clock(l.end), l.text])),
      ...this.song.changes.map(c => row([`Change of ${c.clip}`, clock(c.at), '', c.words])),
      ...this.song.comments.map(c => row([`Comment of ${c.author}`, clock(c.at), c.end > c.at ? clock(c.end) : '', c.words]))];
    const body = html('tbody');
    const head = html('thead', {}, html('tr', {}, ...['What', 'From', 'To', 'More'].map(name => html('th', { scope: 'col' }, name))));
    const table = html('details', {}, html('summary', {}, 'As table'), html('div', { class: 'tw', tabindex: '0', role: 'region', 'aria-label': 'The strip as table' }, html('table', { class: 't' }, head, body)));
    // Thousands of rows are only made for who asks for them; then they are complete.
    table.addEventListener('toggle', () => { if (table.open && !body.children.length) body.append(...rows()); });
    return table;
  }

  #wire() {
    const { area } = this;
    new ResizeObserver(() => { this.#dirty = true; }).observe(area);
    new MutationObserver(() => { this.#colors.clear(); this.#tiles.forget(); this.#dirty = true; }).observe(document.documentElement, { attributes: true });
    matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => { this.#colors.clear(); this.#tiles.forget(); this.#dirty = true; });
    this.play.addEventListener('click', () => this.toggle());
    for (const name of ['play', 'pause', 'ended']) this.media.addEventListener(name, () => {
      this.play.replaceChildren(icon(this.media.paused ? 'play' : 'pause'));
      this.play.setAttribute('aria-label', this.media.paused ? 'Play' : 'Pause');
      this.#announce();
    });
    area.addEventListener('pointerdown', event => this.#press(event));
    area.addEventListener('pointermove', event => { if (!event.buttons) area.style.cursor = this.#borderBy(event) ? 'ew-resize' : ''; });
    area.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    document.addEventListener('keydown', event => this.#key(event));
  }

  /** The opened clip's bar under the pointer, where the page lets clips be carried. */
  #carriedBy(event) {
    const open = document.querySelector('#clip form[data-by-hand]')?.action.match(/\/clips\/(\d+)\/place$/)?.[1];
    if (open === undefined) return null;
    let y = event.clientY - this.area.getBoundingClientRect().top, i = 0;
    while (i < this.lanes.length && y >= this.heights[i]) y -= this.heights[i++];
    const clip = this.lanes[i]?.clipAt?.(this.#timeAt(event), y, 6 * (this.#to - this.#from) / this.area.clientWidth);
    return clip && clip.clip === Number(open) ? clip : null;
  }

  /** Carries a clip along the song; where it is let go is told, and nothing is changed by the strip itself. */
  #carry(event, clip) {
    const begin = this.#timeAt(event), length = clip.end - clip.start, was = clip.start;
    this.area.setPointerCapture(event.pointerId);
    const move = moved => {
      clip.start = was + this.#timeAt(moved) - begin;
      clip.end = clip.start + length;
      this.#tiles.forget();
      this.#dirty = true;
    };
    const end = ended => {
      for (const name of ['pointermove', 'pointerup', 'pointercancel']) this.area.removeEventListener(name, name === 'pointermove' ? move : end);
      const songStart = clip.start;
      if (ended.type === 'pointerup' && Math.abs(songStart - was) > .01) this.dispatchEvent(new CustomEvent('carried', { detail: { clip: clip.clip, songStart, clipStart: clip.clipStart, speed: clip.speed } }));
      else { clip.start = was; clip.end = was + length; this.#tiles.forget(); this.#dirty = true; if (ended.type === 'pointerup') this.goTo(begin); }
    };
    this.area.addEventListener('pointermove', move);
    this.area.addEventListener('pointerup', end);
    this.area.addEventListener('pointercancel', end);
  }

  /** The section whose begin is under the pointer, where the page lets borders be moved: form#move-border stands on it. */
  #borderBy(event) {
    if (!document.getElementById('move-border')) return null;
    let y = event.clientY - this.area.getBoundingClientRect().top, i = 0;
    while (i < this.lanes.length && y >= this.heights[i]) y -= this.heights[i++];
    const near = 6 * (this.#to - this.#from) / this.area.clientWidth, time = this.#timeAt(event);
    return this.lanes[i] === Lanes.sections ? this.song.sections.find((section, at) => at > 0 && Math.abs(section.start - time) < near) ?? null : null;
  }

  /** Moves a border to the begin of another bar, between its neighbours; it is told when it is let go. The page offers split and join for who does not drag. */
  #moveBorder(event, section) {
    const { sections, bars } = this.song, before = sections[sections.indexOf(section) - 1], was = section.start;
    const free = bars.filter(bar => bar.start > before.start + .01 && bar.start < section.end - .01).map(bar => bar.start);
    this.area.setPointerCapture(event.pointerId);
    const set = time => { section.start = before.end = time; this.#dirty = true; };
    const move = moved => { const time = this.#timeAt(moved); set(free.reduce((best, bar) => Math.abs(bar - time) < Math.abs(best - time) ? bar : best, was)); };
    const end = ended => {
      for (const name of ['pointermove', 'pointerup', 'pointercancel']) this.area.removeEventListener(name, name === 'pointermove' ? move : end);
      if (ended.type === 'pointerup' && section.start !== was) this.dispatchEvent(new CustomEvent('bordered', { detail: { from: was, to: section.start } }));
      else { set(was); if (ended.type === 'pointerup') this.goTo(was); }
    };
    this.area.addEventListener('pointermove', move);
    this.area.addEventListener('pointerup', end);
    this.area.addEventListener('pointercancel', end);
  }

  #press(event) {
    const border = this.#borderBy(event);
    if (border) { this.#moveBorder(event, border); return; }
    const carried = this.#carriedBy(event);
    if (carried) { this.#carry(event, carried); return; }
    const begin = this.#timeAt(event);
    this.area.setPointerCapture(event.pointerId);
    this.goTo(begin);
    const move = moved => {
      const now = this.#timeAt(moved);
      if (Math.abs(this.#x(now) - this.#x(begin)) > 5) this.#select(this.snap(Math.min(begin, now)), this.snap(Math.max(begin, now)));
    };
    const up = () => { this.area.removeEventListener('pointermove', move); this.area.removeEventListener('pointerup', up); };
    this.area.addEventListener('pointermove', move);
    this.area.addEventListener('pointerup', up);
  }

  #wheel(event) {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(event.deltaY * .004), this.#timeAt(event));
    else this.show(this.#from + (event.deltaX || event.deltaY) * (this.#to - this.#from) / this.area.clientWidth);
  }

  #key(event) {
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector('dialog[open]')) return;
    if (event.code === 'Space' && event.target.tagName === 'BUTTON' && event.target !== this.play) return;
    if (event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowRight' ? 1 : -1;
    const act = {
      ' ': () => this.toggle(),
      ArrowLeft: () => this.step(step, event), ArrowRight: () => this.step(step, event),
      PageUp: () => this.section(-1), PageDown: () => this.section(1),
      Home: () => this.goTo(0), End: () => this.goTo(this.song.duration),
      '+': () => this.zoom(.5), '=': () => this.zoom(.5), '-': () => this.zoom(2),
      i: () => this.#select(this.#at, this.#selection?.[1] ?? this.song.duration), o: () => this.#select(this.#selection?.[0] ?? 0, this.#at),
      z: () => this.#selection && this.show(...this.#selection), Z: () => this.show(0, this.song.duration),
      Escape: () => this.#select(null),
    }[event.key];
    if (!act) return;
    if (event.key.startsWith('Page') && document.activeElement !== this.area && !this.contains(document.activeElement)) return;
    event.preventDefault();
    act();
    if (event.key !== ' ') this.#announce();
  }

  toggle() { this.media.paused ? this.media.play().catch(() => {}) : this.media.pause(); }

  step(direction, { shiftKey, altKey }) {
    const marks = shiftKey ? this.song.bars.map(bar => bar.start) : this.song.beats.map(beat => beat.time);
    if (altKey || !marks.length) { this.goTo(this.#at + direction / this.framesPerSecond); return; }
    const near = 1e-3;
    this.goTo(direction > 0 ? marks.find(mark => mark > this.#at + near) ?? this.song.duration : marks.findLast(mark => mark < this.#at - near) ?? 0);
  }

  get framesPerSecond() {
    const [count, per] = (document.querySelector('film-player')?.dataset.rate ?? '25').split('/').map(Number);
    return count / (per || 1);
  }

  section(direction) {
    const starts = this.song.sections.map(section => section.start);
    this.goTo(direction > 0 ? starts.find(start => start > this.#at + .01) ?? this.song.duration : starts.findLast(start => start < this.#at - .01) ?? 0);
  }

  /** A comment that was just made. */
  remark(comment) {
    this.song?.comments.push(comment);
    this.#dirty = true;
  }

  /** The nearest beat. */
  snap(time) {
    const beats = this.song.beats;
    return beats.length ? beats.reduce((best, beat) => Math.abs(beat.time - time) < Math.abs(best - time) ? beat.time : best, 0) : time;
  }

  goTo(time) {
    this.#at = Math.min(this.song.duration, Math.max(0, time));
    const film = this.dataset.film && this.media.closest('film-player');
    if (film?.frames && this.media.paused) film.goTo(Math.floor(this.#at * film.rate + .01));
    else this.media.currentTime = this.#at;
    const span = this.#to - this.#from;
    if (this.#at < this.#from || this.#at > this.#to) this.show(this.#at - span * .2, this.#at + span * .8);
  }

  /** Where the song is. A film that stands still shows the middle of a frame; the place that was asked for within that frame stays. */
  #heard() {
    if (this.media.seeking) return this.#at;
    const film = this.media.paused && this.media.closest('film-player');
    if (!film?.frames) return this.media.currentTime;
    const start = film.frame / film.rate;
    return this.#at >= start - .002 && this.#at < start + 1 / film.rate ? this.#at : start;
  }

  show(from, to = from + this.#to - this.#from) {
    const span = Math.min(this.song.duration, Math.max(.25, to - from));
    this.#from = Math.max(0, Math.min(from, this.song.duration - span));
    this.#to = this.#from + span;
    this.#dirty = true;
  }

  zoom(factor, around = this.#at) {
    const span = (this.#to - this.#from) * factor, part = (around - this.#from) / (this.#to - this.#from);
    const centre = part < 0 || part > 1 ? .5 : part;
    this.show(around - span * centre, around + span * (1 - centre));
  }

  select(from, to) { this.#select(from, to); }

  #select(from, to) {
    this.#selection = from === null || !(to > from) ? null : [from, to];
    this.picked.hidden = !this.#selection;
    if (this.#selection) this.picked.textContent = `${this.barAt(from).words} – ${this.barAt(to).words} · ${(to - from).toFixed(2)} s`;
    this.#dirty = true;
    this.dispatchEvent(new CustomEvent('selected', { detail: this.#selection }));
  }

  barAt(time) {
    const beat = this.song.beats.findLast(one => one.time <= time + 1e-3);
    return beat ? { bar: beat.bar, beat: beat.beat, words: `${beat.bar}.${beat.beat}` } : { bar: 0, beat: 0, words: clock(time) };
  }

  #announce() {
    const place = this.barAt(this.#at), section = this.song.sections.find(one => one.start <= this.#at + 1e-3 && this.#at < one.end);
    this.area.setAttribute('aria-valuenow', this.#at.toFixed(2));
    this.area.setAttribute('aria-valuetext', [place.bar ? `Bar ${place.bar}, beat ${place.beat}` : '', section?.name ?? '', clock(this.#at)].filter(Boolean).join(', '));
  }

  #timeAt(event) {
    const box = this.area.getBoundingClientRect();
    return this.#from + (event.clientX - box.left) / box.width * (this.#to - this.#from);
  }

  #x(time) { return (time - this.#from) / (this.#to - this.#from) * this.area.clientWidth; }

  #color(name) {
    if (!this.#colors.has(name)) this.#colors.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
    return this.#colors.get(name);
  }

  /** The playhead moves with every picture of the screen; the lanes are drawn only when what is in view changed. */
  #frame() {
    if (!this.isConnected) return;
    this.#at = Math.min(this.song.duration, this.#heard());
    if (!this.media.paused && this.#at > this.#to) this.show(this.#at);
    if (this.#dirty) { this.#dirty = false; this.#draw(); }
    const x = this.#x(this.#at);
    this.head.style.transform = `translateX(${x}px)`;
    this.head.style.setProperty('--edge', `${-x}px`);
    this.head.hidden = x < 0 || x > this.area.clientWidth;
    const words = this.barAt(this.#at).words;
    if (words !== this.posn.textContent) {
      this.posn.textContent = words;
      this.tag.textContent = words;
      const section = this.song.sections.find(one => one.start <= this.#at + 1e-3 && this.#at < one.end);
      this.section_ = section?.name ?? '';
    }
    this.told.textContent = `${clock(this.#at)}${this.section_ ? ` · ${this.section_}` : ''}`;
    requestAnimationFrame(() => this.#frame());
  }

  /** What lanes draw with: a canvas that shows a stretch of the song. */
  #painter(pen, from, to, width) {
    const sans = getComputedStyle(document.body).fontFamily, mono = getComputedStyle(this.posn).fontFamily;
    return {
      pen, width, ratio: devicePixelRatio || 1, from, to, song: this.song, peaks: this.peaks, loudest: this.loudest,
      font: `11px ${sans}`, bold: `600 11px ${sans}`, mono: `10.5px ${mono}`,
      x: time => (time - from) / (to - from) * width, color: name => this.#color(name),
      line: (x, top, bottom, color) => { pen.strokeStyle = color; pen.lineWidth = 1; pen.beginPath(); pen.moveTo(x, top); pen.lineTo(x, bottom); pen.stroke(); },
    };
  }

  #eachLane(act) {
    let y = 0;
    this.lanes.forEach((lane, i) => { act(lane, y, this.heights[i]); y += this.heights[i]; });
  }

  #drawStill(pen, from, to, width) {
    const painter = this.#painter(pen, from, to, width);
    this.#eachLane((lane, y, h) => { if (lane.isStill) lane.draw(painter, y, h); });
  }

  #draw() {
    const width = this.area.clientWidth, height = this.heights.reduce((a, b) => a + b, 0), ratio = devicePixelRatio || 1, pen = this.pen;
    const wide = Math.round(width * ratio), tall = Math.round(height * ratio);
    if (this.canvas.width !== wide || this.canvas.height !== tall) {
      this.canvas.width = wide;
      this.canvas.height = tall;
      this.canvas.style.height = `${height}px`;
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    this.#tiles.paint(pen, { from: this.#from, to: this.#to, width, height, ratio });
    const painter = this.#painter(pen, this.#from, this.#to, width);
    this.#eachLane((lane, y, h) => {
      if (lane.isStill) lane.over?.(painter, y, h); else lane.draw(painter, y, h);
      pen.fillStyle = this.#color('--line');
      pen.fillRect(0, y + h - 1, width, 1);
    });
    if (this.#selection) {
      const [from, to] = this.#selection.map(time => this.#x(time));
      pen.fillStyle = this.#color('--now-wash');
      pen.fillRect(from, 0, to - from, height);
      painter.line(from, 0, height, this.#color('--now-text'));
      painter.line(to, 0, height, this.#color('--now-text'));
    }
  }
}
customElements.define('song-strip', SongStrip);
