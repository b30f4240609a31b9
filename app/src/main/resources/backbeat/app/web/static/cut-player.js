// The cut, played at once from proxies: <cut-player data-play="…/play.json"></cut-player> with a song strip on the page.
// The song's sound is the clock. Three videos take turns: one is seen, the next ones stand ready at their first frames, and run shortly before they are due.
import { rateOf } from './frames.js';
import { follow } from './follow.js';

/** So long before its shot a video begins to run, unseen, so that it is in motion when it is seen. */
const RUN_UP = .2;
const VIDEOS = 3;
/** Of a frame: what a rounded decimal may lie before the frame that it means. */
const HAIR = .02;
/** So long the old picture stays when the new one is not there yet. */
const PATIENCE_MS = 500;

export class CutPlayer extends HTMLElement {
  #slots = [];
  #late = 0;

  async connectedCallback() {
    if (this.stage) return;
    this.stage = Object.assign(document.createElement('div'), { className: 'screen' });
    this.words = Object.assign(document.createElement('p'), { className: 'said' });
    this.#slots = Array.from({ length: VIDEOS }, () => ({ video: Object.assign(document.createElement('video'), { muted: true, playsInline: true, preload: 'auto', tabIndex: -1 }), shot: null }));
    this.stage.append(...this.#slots.map(slot => slot.video), this.words);
    this.prepend(this.stage);
    const answer = await fetch(this.dataset.play).catch(() => null);
    if (!answer?.ok) return;
    const list = await answer.json();
    this.rate = rateOf(list.rate).value;
    this.shots = grouped(list.shots);
    this.strip = document.querySelector('song-strip');
    const tick = () => { if (this.isConnected) { this.#show(); requestAnimationFrame(tick); } };
    requestAnimationFrame(tick);
  }

  /** Plays another clip in a shot's place until the page is left, from a second before it. */
  audition(from, to, part) {
    this.shots = this.shots.map(shot => shot.from >= from - .01 && shot.to <= to + .01 ? { ...shot, src: part.src, name: part.name, parts: [{ ...part, from, to }] } : shot);
    this.strip.goTo(Math.max(0, from - 1));
    this.strip.media.play().catch(() => {});
  }

  get running() { return Boolean(this.strip?.media) && !this.strip.media.paused; }

  /** The video that is seen now. */
  get seen() { return this.#slots.find(slot => slot.video.classList.contains('on'))?.video ?? null; }

  /** The begin of the cut's frame that is shown at a time: it decides, not the moment within it. */
  #frameStart(time) { return Math.floor(time * this.rate + HAIR) / this.rate; }

  /** Index of the shot that is seen at a time. */
  at(time) {
    const shown = this.#frameStart(time) + .25 / this.rate;
    let low = 0, high = this.shots.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.shots[middle].from <= shown) low = middle; else high = middle - 1;
    }
    return low;
  }

  #show() {
    if (!this.strip?.media || !this.shots?.length) return;
    const time = this.strip.position, now = this.at(time);
    this.#give(now);
    const slot = this.#slots.find(one => one.shot === this.shots[now]) ?? null;
    this.#turnTo(slot, time);
    for (const one of this.#slots) if (one.shot) this.#drive(one, time, one === slot);
    const words = slot || this.shots[now].name === 'black' ? '' : `${this.shots[now].name} cannot be played yet`;
    if (this.words.textContent !== words) this.words.textContent = words;
  }

  /** Gives the shots that come a video each, if possible one that holds their file already. */
  #give(now) {
    const wanted = this.shots.slice(now, now + VIDEOS).filter(shot => shot.src);
    const free = this.#slots.filter(slot => !wanted.includes(slot.shot));
    for (const shot of wanted) {
      if (this.#slots.some(slot => slot.shot === shot)) continue;
      const slot = free.find(one => one.src === shot.src && !one.video.classList.contains('on')) ?? free.find(one => !one.video.classList.contains('on')) ?? free[0];
      if (!slot) return;
      free.splice(free.indexOf(slot), 1);
      slot.shot = shot;
      slot.sought = null;
      slot.video.pause();
      if (slot.src !== shot.src) slot.video.src = slot.src = shot.src;
    }
  }

  /** The old picture stays until the new one is there, but not for long. */
  #turnTo(slot, time) {
    if (slot?.video.classList.contains('on')) return;
    const isThere = slot && slot.video.readyState >= 2 && !slot.video.seeking && Math.abs(slot.video.currentTime - this.#fileTime(slot.shot, time)) < .25;
    if (slot && !isThere && this.seen) {
      this.#late ||= performance.now();
      if (performance.now() - this.#late < PATIENCE_MS) return;
    }
    this.#late = 0;
    this.#slots.forEach(one => one.video.classList.toggle('on', one === slot));
  }

  /** Where a shot's file is at a moment of the song. */
  #fileTime(shot, time) {
    const part = shot.parts.findLast(one => one.from <= time + .25 / this.rate) ?? shot.parts[0];
    return part.at + (time - part.from) * part.speed;
  }

  #drive(slot, time, seen) {
    const { video, shot } = slot;
    if (video.readyState < 1) return;
    const rate = rateOf(shot.rate);
    const due = seen || shot.from > time && shot.from - time < RUN_UP;
    const wanted = this.#fileTime(shot, time);
    if (this.running && due && wanted >= 0) {
      slot.sought = null;
      if (video.paused) video.play().catch(() => {});
      follow(video, wanted, shot.parts[0].speed, rate.value);
      return;
    }
    if (!video.paused) video.pause();
    const moment = seen ? Math.max(this.#frameStart(time), shot.from) : Math.max(0, shot.from - (this.running ? RUN_UP : 0));
    const frame = Math.max(0, Math.min(shot.frames - 1, Math.floor(this.#fileTime(shot, moment) * rate.value + HAIR)));
    const middle = (frame + .5) * rate.per / rate.count;
    if (video.seeking || slot.sought === middle) return;
    slot.sought = middle;
    video.currentTime = middle;
  }
}

/** A shot that is divided only to stay with the song is one, in parts. */
function grouped(list) {
  const shots = [];
  for (const part of list) {
    const last = shots.at(-1), before = last?.parts.at(-1);
    const goesOn = before && part.src && part.src === last.src && Math.abs(before.at + (part.from - before.from) * before.speed - part.at) < 1.6 / rateOf(part.rate).value;
    if (goesOn) { last.parts.push(part); last.to = part.to; } else shots.push({ from: part.from, to: part.to, src: part.src, name: part.name, rate: part.rate, frames: part.frames, parts: [part] });
  }
  return shots;
}
customElements.define('cut-player', CutPlayer);
