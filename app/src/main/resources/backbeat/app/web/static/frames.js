// A video by its frames. The state is a frame number; times are made of it and never read back as truth.
// A browser shows frame n for certain when its middle was sought and the video tells that it presented it; "seeked" alone may still show an old picture.

/** "24000/1001" as a number that times are made of, and the fraction itself. */
export function rateOf(text) {
  const [count, per] = text.split('/').map(Number);
  return { count, per: per || 1, value: count / (per || 1) };
}

const PATIENCE = 300;

export class Frames {
  #wanted = null;
  #busy = null;
  #listeners = new Set();

  /**
   * @param {HTMLVideoElement} video
   * @param {string} rate frames a second, as a fraction
   * @param {number} [count] how many there are
   */
  constructor(video, rate, count = Infinity) {
    this.video = video;
    this.rate = rateOf(rate);
    this.count = count;
    this.shown = 0;
    this.tells = 'requestVideoFrameCallback' in HTMLVideoElement.prototype;
    if (this.tells) {
      const note = (_, facts) => {
        if (!this.#busy) this.#tell(this.#frameAt(facts.mediaTime));
        video.requestVideoFrameCallback(note);
      };
      video.requestVideoFrameCallback(note);
    } else video.addEventListener('timeupdate', () => this.#busy || this.#tell(Math.floor(video.currentTime * this.rate.value + .01)));
    // The clock of the player runs ahead of its picture: standing still it shows the frame that was seen last.
    video.addEventListener('pause', () => { if (!video.ended && !this.#busy) this.show(this.shown); });
  }

  /** The frame on the screen; while another is sought, that one. */
  get frame() { return this.#wanted ?? this.shown; }

  get seconds() { return this.frame * this.rate.per / this.rate.count; }

  /** Calls back with each frame that comes on the screen. */
  onframe(listener) { this.#listeners.add(listener); return this; }

  #frameAt(mediaTime) { return this.#within(Math.round(mediaTime * this.rate.value)); }

  #within(frame) { return Math.max(0, Math.min(frame, this.count - 1)); }

  #middleOf(frame) { return (frame + .5) * this.rate.per / this.rate.count; }

  #tell(frame) {
    if (frame === this.shown) return;
    this.shown = frame;
    this.#listeners.forEach(listener => listener(frame));
  }

  /** Stops and shows a frame; of several asked for quickly only the newest is sought. Resolves with the frame that is on the screen then. */
  show(frame) {
    this.#wanted = this.#within(frame);
    if (!this.video.paused) this.video.pause();
    this.#busy ??= this.#seek().finally(() => { this.#busy = null; });
    return this.#busy;
  }

  async #seek() {
    if (this.video.readyState < 1) await new Promise(ready => this.video.addEventListener('loadedmetadata', ready, { once: true }));
    while (this.#wanted !== null) {
      const frame = this.#wanted;
      let there = await this.#to(frame);
      // An earlier seek's picture may come last; asked once more it is the right one.
      if (there !== frame && this.#wanted === frame) there = await this.#to(frame);
      if (this.#wanted === frame) this.#wanted = null;
      this.#tell(there);
    }
    return this.shown;
  }

  #to(frame) {
    const { video } = this;
    return new Promise(done => {
      let callback, seen = null, sought = false;
      const end = () => {
        clearTimeout(timer);
        video.removeEventListener('seeked', onseeked);
        if (callback) video.cancelVideoFrameCallback(callback);
        done(seen ?? frame);
      };
      const present = (_, facts) => {
        seen = this.#frameAt(facts.mediaTime);
        if (seen === frame) end(); else callback = video.requestVideoFrameCallback(present);
      };
      const onseeked = () => {
        sought = true;
        if (!this.tells) requestAnimationFrame(() => requestAnimationFrame(end));
      };
      // No new picture comes where the frame is on the screen already.
      let timer = setTimeout(function late() { if (sought || video.error) end(); else timer = setTimeout(late, PATIENCE); }, PATIENCE);
      video.addEventListener('seeked', onseeked);
      if (this.tells) callback = video.requestVideoFrameCallback(present);
      video.currentTime = this.#middleOf(frame);
    });
  }

  step(frames) { return this.show(this.frame + frames); }

  toggle() { this.video.paused ? this.video.play().catch(() => {}) : this.video.pause(); }
}
