// A clip with exact frames, alone or beside the song: <clip-player data-rate="25" data-frames="1200" data-start="0"><video>...</clip-player>
import { Frames } from './frames.js';
import { follow } from './follow.js';

const clock = seconds => `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(2).padStart(5, '0')}`;

export class ClipPlayer extends HTMLElement {
  #beside = null;

  connectedCallback() {
    this.video = this.querySelector('video');
    this.frames = new Frames(this.video, this.dataset.rate, Number(this.dataset.frames)).onframe(() => this.#tell());
    this.seek = this.querySelector('input[type=range]');
    this.seek.max = Math.max(1, this.frames.count - 1);
    this.seek.addEventListener('input', () => { this.#leave(); this.frames.show(Number(this.seek.value)); });
    this.querySelectorAll('[data-do]').forEach(button => button.addEventListener('click', () => { this.#leave(); this[button.dataset.do](); }));
    this.addEventListener('keydown', event => this.#key(event));
    for (const name of ['play', 'pause']) this.video.addEventListener(name, () => this.#tell());
    this.#tell();
    if (this.dataset.show) this.frames.show(Number(this.dataset.show));
  }

  disconnectedCallback() { this.#leave(); this.video.removeAttribute('src'); this.video.load(); }

  toggle() { this.frames.toggle(); }
  back() { this.frames.step(-1); }
  on() { this.frames.step(1); }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 10 : 1;
    const act = { ',': () => this.frames.step(-step), '<': () => this.frames.step(-10), '.': () => this.frames.step(step), '>': () => this.frames.step(10), k: () => this.toggle(), j: () => this.frames.step(-Math.round(this.frames.rate.value)), l: () => this.frames.step(Math.round(this.frames.rate.value)) }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    this.#leave();
    act();
  }

  /** Plays clip and song together from a place: the ear tells whether it is right. */
  listen(strip, { songStart, clipStart, speed }) {
    this.#leave();
    const pictureStart = Number(this.dataset.start) || 0;
    strip.goTo(songStart);
    this.video.currentTime = Math.max(0, clipStart - pictureStart);
    this.video.volume = 1;
    strip.media.volume = .5;
    Promise.all([strip.media.play(), this.video.play()]).catch(() => this.#leave());
    const beside = this.#beside = { strip, stopped: false };
    const wanted = () => clipStart - pictureStart + (strip.media.currentTime - songStart) / speed;
    const go = () => {
      if (beside.stopped) return;
      if (strip.media.paused || this.video.ended) { this.#leave(); return; }
      follow(this.video, wanted(), 1 / speed, this.frames.rate.value);
      requestAnimationFrame(go);
    };
    requestAnimationFrame(go);
  }

  #leave() {
    if (!this.#beside) return;
    this.#beside.stopped = true;
    this.#beside.strip.media.pause();
    this.#beside.strip.media.volume = 1;
    this.#beside = null;
    this.video.pause();
    this.video.playbackRate = 1;
  }

  #tell() {
    const frame = this.frames.shown;
    this.seek.value = frame;
    this.seek.setAttribute('aria-valuetext', `frame ${frame}, ${clock(this.frames.seconds)}`);
    const words = this.querySelector('[data-part=frame]');
    if (words) words.textContent = `${clock(frame / this.frames.rate.value)} · frame ${frame}`;
    const button = this.querySelector('[data-do=toggle]');
    button?.setAttribute('aria-label', this.video.paused ? 'Play the clip' : 'Pause the clip');
    button?.querySelector('use').setAttribute('href', `/static/icons.svg#${this.video.paused ? 'play' : 'pause'}`);
  }
}
customElements.define('clip-player', ClipPlayer);
