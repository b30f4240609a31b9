// The outline of a song: lowest and highest sample of each column, halved again and again so that every zoom reads few values.
export class Peaks {
  constructor(perSecond, lows, highs) {
    this.levels = [{ perSecond, lows, highs }];
    for (let last = this.levels[0]; last.lows.length > 512; last = this.levels.at(-1)) {
      const n = last.lows.length >> 1;
      const half = { perSecond: last.perSecond / 2, lows: new Int8Array(n), highs: new Int8Array(n) };
      for (let i = 0; i < n; i++) {
        half.lows[i] = Math.min(last.lows[2 * i], last.lows[2 * i + 1]);
        half.highs[i] = Math.max(last.highs[2 * i], last.highs[2 * i + 1]);
      }
      this.levels.push(half);
    }
  }

  static async load(address) {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const bytes = await answer.arrayBuffer();
    const head = new DataView(bytes);
    if (head.getUint32(0) !== 0x4242504b) return null;
    const columns = head.getUint32(8);
    return new Peaks(head.getUint32(4), new Int8Array(bytes, 12, columns), new Int8Array(bytes, 12 + columns, columns));
  }

  /** Lowest and highest between two times, each -1 to 1; from the level whose columns are just finer than the stretch. */
  between(from, to) {
    const wanted = 1 / Math.max(1e-6, to - from);
    const level = this.levels.findLast(one => one.perSecond >= wanted * 2) ?? this.levels[0];
    let low = 127, high = -127;
    const first = Math.max(0, Math.floor(from * level.perSecond));
    const last = Math.min(level.lows.length - 1, Math.max(first, Math.ceil(to * level.perSecond) - 1));
    for (let i = first; i <= last; i++) {
      if (level.lows[i] < low) low = level.lows[i];
      if (level.highs[i] > high) high = level.highs[i];
    }
    return last < first ? [0, 0] : [low / 127, high / 127];
  }
}
