// What does not change while one scrolls is drawn once: stretches of the song as pictures that are put side by side. Another zoom, theme or song makes them anew.

const WIDTH = 512;
const MOST = 24;
/** What comes next is drawn when the page has nothing else to do. */
const ahead = window.requestIdleCallback ?? (act => setTimeout(act, 50));
const cancelAhead = window.cancelIdleCallback ?? clearTimeout;

export class Tiles {
  #kept = new Map();
  #seconds = 0;
  #of = '';
  #ahead = 0;

  /** @param draw(pen, from, to, width) draws a stretch of so many seconds, so wide, into an empty canvas */
  constructor(draw) { this.draw = draw; }

  forget() { this.#kept.clear(); }

  /**
   * Puts the pictures of a stretch onto a canvas.
   *
   * @param {{ from: number, to: number, width: number, height: number, ratio: number }} view in seconds and pixels
   */
  paint(pen, { from, to, width, height, ratio }) {
    const each = (to - from) / width, of = `${height} ${ratio}`;
    // The ends of what is in view are sums: a zoom that differs by less than a pixel of a long song is the same.
    if (of !== this.#of || Math.abs(each / this.#seconds - 1) > 1e-7) { this.forget(); this.#of = of; this.#seconds = each; }
    const seconds = this.#seconds, begin = Math.round(from / seconds * ratio) / ratio;
    const first = Math.floor(begin / WIDTH), last = Math.ceil((begin + width) / WIDTH) - 1;
    for (let i = first; i <= last; i++) pen.drawImage(this.#tile(i, seconds, height, ratio), i * WIDTH - begin, 0, WIDTH, height);
    cancelAhead(this.#ahead);
    this.#ahead = ahead(() => { for (const i of [last + 1, first - 1]) if (i >= 0 && this.#seconds === seconds) this.#tile(i, seconds, height, ratio); });
  }

  #tile(index, seconds, height, ratio) {
    const known = this.#kept.get(index);
    if (known) return known;
    if (this.#kept.size >= MOST) this.#kept.delete(this.#kept.keys().next().value);
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(WIDTH * ratio), height: Math.round(height * ratio) });
    const pen = canvas.getContext('2d');
    pen.scale(ratio, ratio);
    this.draw(pen, index * WIDTH * seconds, (index + 1) * WIDTH * seconds, WIDTH);
    this.#kept.set(index, canvas);
    return canvas;
  }
}
