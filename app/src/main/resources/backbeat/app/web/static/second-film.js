// A second film that is seen with the first one: beside it, over it with a border that is moved, or as the difference. The first film is the clock.
import { Frames } from './frames.js';
import { follow } from './follow.js';

export class SecondFilm {
  /**
   * @param {HTMLVideoElement} video with its rate and its number of frames
   * @param {Frames} first
   */
  constructor(video, first) {
    this.video = video;
    this.first = first;
    this.frames = new Frames(video, video.dataset.rate, Number(video.dataset.frames));
    first.onframe(() => this.#stand());
    first.video.addEventListener('pause', () => first.show(first.shown).then(() => this.#stand()));
    first.video.addEventListener('play', () => this.#run());
    this.#stand();
  }

  /** The frame that is on at the moment at which a frame of the first film begins: in whole numbers, so that none is missed by a rounded time. */
  at(frame) {
    const { count, per } = this.first.rate, { rate } = this.frames;
    return Math.floor(frame * per * rate.count / (count * rate.per) + 1e-9);
  }

  #stand() {
    if (this.first.video.paused) this.frames.show(this.at(this.first.frame));
  }

  #run() {
    const { video } = this, leader = this.first.video;
    if (leader.paused || !video.isConnected) { if (!video.paused) video.pause(); return; }
    if (leader.currentTime < video.duration) {
      if (video.paused) video.play().catch(() => {});
      follow(video, leader.currentTime, leader.playbackRate, this.frames.rate.value);
    }
    requestAnimationFrame(() => this.#run());
  }
}

// ---- where the border stands: by the slider, by two buttons, by the hand on the picture

const pictures = document.querySelector('.pics.wipe');
const slider = document.getElementById('wipe');
if (pictures && slider) {
  const set = part => {
    slider.value = Math.round(100 * Math.max(0, Math.min(1, part)));
    pictures.style.setProperty('--wipe', `${slider.value}%`);
  };
  const at = event => { const box = pictures.getBoundingClientRect(); set((event.clientX - box.left) / box.width); };
  slider.addEventListener('input', () => set(slider.value / 100));
  document.querySelectorAll('[data-wipe]').forEach(button => button.addEventListener('click', () => set(button.dataset.wipe / 100)));
  pictures.addEventListener('pointerdown', event => {
    if (event.target.closest('.drawing')) return;
    at(event);
    pictures.setPointerCapture(event.pointerId);
    pictures.addEventListener('pointermove', at);
    const end = () => pictures.removeEventListener('pointermove', at);
    for (const name of ['pointerup', 'pointercancel']) pictures.addEventListener(name, end, { once: true });
  });
}

document.querySelectorAll('select[data-at-once]').forEach(choice => choice.addEventListener('change', () => choice.form.requestSubmit()));
