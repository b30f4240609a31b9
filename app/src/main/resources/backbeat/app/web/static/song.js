// The song page: tapping along, for the beat and for the lines of the lyrics.
import { answered } from './said.js';

const strip = () => document.querySelector('song-strip');
const typing = event => /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector('dialog[open]');
const clock = time => `${Math.floor(time / 60)}:${(time % 60).toFixed(2).padStart(5, '0')}`;
let timing = null;

/** Taps come in as the song is heard: the place of the sound when the key went down. */
class BeatTaps extends HTMLElement {
  connectedCallback() {
    this.times = [];
    this.querySelector('[data-tap]').addEventListener('click', () => this.tap());
    document.addEventListener('keydown', event => {
      if (event.key.toLowerCase() !== 't' || event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing(event) || timing) return;
      event.preventDefault();
      this.tap();
    });
  }

  tap() {
    const song = strip();
    if (!song?.media) return;
    if (song.media.paused) { this.times = []; song.media.play().catch(() => {}); this.tell('tap with the beat …'); return; }
    const now = song.media.currentTime;
    // Somebody went to another place of the song: these taps are new ones.
    if (this.times.length && (now < this.times.at(-1) || now - this.times.at(-1) > 8)) this.times = [];
    this.times.push(now);
    const gaps = this.times.slice(1).map((time, i) => time - this.times[i]).sort((a, b) => a - b);
    const middle = gaps[gaps.length >> 1];
    this.tell(`${this.times.length} ${this.times.length === 1 ? 'tap' : 'taps'}${middle ? `, about ${(60 / middle).toFixed(1)} bpm` : ''}`);
    this.querySelector('[name=value]').value = this.times.map(time => time.toFixed(3)).join(' ');
    this.querySelector('[data-use]').hidden = this.times.length < 4;
  }

  tell(words) { this.querySelector('[data-part=count]').textContent = words; }
}
customElements.define('beat-taps', BeatTaps);

/** The beat that was meant: a finger is early or late by some hundredths; what is further off was sung off the beat. */
const onBeat = (time, beats) => {
  const at = beats.findIndex(beat => beat.time >= time);
  const [before, after] = [beats[at < 0 ? beats.length - 1 : at - 1]?.time, beats[at]?.time];
  const near = before === undefined || (after !== undefined && after - time < time - before) ? after : before;
  const gap = before !== undefined && after !== undefined ? after - before : .5;
  return near !== undefined && Math.abs(near - time) <= Math.min(.12, gap / 4) ? near : time;
};

/** Lines get their times one after the other; Backspace takes the last one back. */
class LyricTimes extends HTMLElement {
  connectedCallback() {
    this.lines = [...this.querySelectorAll('li')];
    this.starts = this.lines.map(line => line.dataset.start === '' ? null : Number(line.dataset.start));
    this.begin = this.querySelector('[data-begin]');
    this.lines.forEach((line, i) => line.querySelector('button').addEventListener('click', () => {
      if (timing === this) this.go(i); else if (this.starts[i] !== null) strip()?.goTo(this.starts[i]);
    }));
    this.begin?.addEventListener('click', () => timing === this ? this.stop() : this.start());
    document.addEventListener('keydown', event => this.key(event));
    const tick = () => { if (this.isConnected) { this.follow(); requestAnimationFrame(tick); } };
    if (this.lines.length) requestAnimationFrame(tick);
  }

  start() {
    timing = this;
    this.begin.setAttribute('aria-pressed', 'true');
    this.go(Math.max(0, this.starts.findIndex(start => start === null)));
    this.querySelector('[data-part=how]').textContent = 'T: this line begins now, on the beat if one is near; Alt T: just now. Backspace: back. Click a line to go on there.';
    const song = strip();
    if (this.next > 0 && this.starts[this.next - 1] !== null) song?.goTo(Math.max(0, this.starts[this.next - 1] - 1));
    song?.media?.play().catch(() => {});
  }

  stop() {
    timing = null;
    this.begin.setAttribute('aria-pressed', 'false');
    this.lines.forEach(line => line.classList.remove('next'));
    strip()?.media?.pause();
  }

  go(index) {
    this.next = index;
    this.lines.forEach((line, i) => line.classList.toggle('next', i === index));
    this.lines[index]?.scrollIntoView({ block: 'nearest' });
  }

  key(event) {
    if (timing !== this || typing(event) || event.ctrlKey || event.metaKey) return;
    if (event.code === 'KeyT' && !event.repeat && this.next < this.lines.length) {
      event.preventDefault();
      const now = strip().media.currentTime;
      this.set(this.next, event.altKey ? now : onBeat(now, strip().song?.beats ?? []));
      this.go(this.next + 1);
    }
    if (event.altKey) return;
    if (event.key === 'Backspace' && this.next > 0) { event.preventDefault(); this.go(this.next - 1); this.set(this.next, null); }
  }

  set(index, time) {
    this.starts[index] = time;
    this.lines[index].querySelector('button').textContent = time === null ? '–:––' : clock(time);
    this.querySelector('[name=starts]').value = this.starts.map(start => start === null ? '' : start.toFixed(3)).join(',');
    this.querySelector('[data-keep]').hidden = false;
  }

  /** The line that is sung. */
  follow() {
    const song = strip();
    if (!song?.media) return;
    let now = -1;
    this.starts.forEach((start, i) => { if (start !== null && start <= song.position + .02 && (now < 0 || start >= this.starts[now])) now = i; });
    if (now !== this.now) {
      this.lines[this.now]?.classList.remove('now');
      this.lines[now]?.classList.add('now');
      this.now = now;
    }
  }
}
customElements.define('lyric-times', LyricTimes);

if (document.querySelector('lyric-times')) {
  answered('form[data-word]', document.getElementById('lyrics-said'));
}

// A border that was dragged on the strip is a correction; so it is kept, told and taken back like any other.
const mover = document.getElementById('move-border');
document.querySelector('song-strip')?.addEventListener('bordered', event => {
  if (!mover) return;
  mover.elements.value.value = event.detail.from.toFixed(4);
  mover.elements.at.value = event.detail.to.toFixed(4);
  mover.requestSubmit();
});
