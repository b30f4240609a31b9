// Lines drawn over the picture of a video. They are kept in parts of the picture's width and height, so that they stand in the same place on every screen:
// lines between semicolons, points between spaces, each "x,y".

const SVG = 'http://www.w3.org/2000/svg';
const MOST_CHARACTERS = 20000;
const LEAST_STEP = .004;

const part = value => Math.max(0, Math.min(1, value)).toFixed(3).replace(/\.?0+$/, '');

export class Ink {
  #lines = [];
  #line = null;

  /**
   * @param {SVGSVGElement} svg over the video
   * @param {HTMLVideoElement} video
   */
  constructor(svg, video) {
    this.svg = svg;
    this.video = video;
    new ResizeObserver(() => this.#fit()).observe(video);
    video.addEventListener('loadedmetadata', () => this.#fit());
    svg.addEventListener('pointerdown', event => this.#begin(event));
    svg.addEventListener('pointermove', event => this.#on(event));
    svg.addEventListener('pointerup', () => { this.#line = null; });
    svg.addEventListener('pointercancel', () => { this.#line = null; });
  }

  get text() { return this.#lines.map(line => line.map(([x, y]) => `${part(x)},${part(y)}`).join(' ')).join(';'); }

  get isDrawing() { return this.svg.classList.contains('drawing'); }

  draw(on) { this.svg.classList.toggle('drawing', on); }

  /** Shows what somebody drew; nothing for an empty text. */
  show(text) {
    this.#lines = text ? text.split(';').map(line => line.split(' ').map(point => point.split(',').map(Number))) : [];
    this.svg.replaceChildren(...this.#lines.map(line => this.#polyline(line)));
  }

  /** Over the picture alone: a video leaves bars where its box has another shape. */
  #fit() {
    const { videoWidth, videoHeight, clientWidth, clientHeight, offsetLeft, offsetTop } = this.video;
    if (!videoWidth) return;
    const scale = Math.min(clientWidth / videoWidth, clientHeight / videoHeight);
    const [width, height] = [videoWidth * scale, videoHeight * scale];
    Object.assign(this.svg.style, {
      width: `${width}px`, height: `${height}px`,
      left: `${offsetLeft + (clientWidth - width) / 2}px`, top: `${offsetTop + (clientHeight - height) / 2}px`,
    });
  }

  #polyline(line) {
    const polyline = document.createElementNS(SVG, 'polyline');
    polyline.setAttribute('points', line.map(point => point.join(',')).join(' '));
    return polyline;
  }

  #at(event) {
    const box = this.svg.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  #begin(event) {
    if (!this.isDrawing || this.text.length > MOST_CHARACTERS - 100) return;
    event.preventDefault();
    this.svg.setPointerCapture(event.pointerId);
    this.#line = [this.#at(event)];
    this.#lines.push(this.#line);
    this.svg.append(this.#polyline(this.#line));
  }

  #on(event) {
    if (!this.#line) return;
    const [x, y] = this.#at(event);
    const [lastX, lastY] = this.#line.at(-1);
    if (Math.hypot(x - lastX, y - lastY) < LEAST_STEP || this.text.length > MOST_CHARACTERS - 20) return;
    this.#line.push([x, y]);
    this.svg.lastElementChild.setAttribute('points', this.#line.map(point => point.join(',')).join(' '));
  }
}
