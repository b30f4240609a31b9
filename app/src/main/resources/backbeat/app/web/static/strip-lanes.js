// How each lane of the strip is drawn. A lane gets the painter: its canvas, colours, the stretch in view and the song.

/** Index of the first item that ends after a time; items are in order. */
function firstAfter(items, time, end) {
  let low = 0, high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end(items[middle]) <= time) low = middle + 1; else high = middle;
  }
  return low;
}

/** As the pages' .cam has them. */
const ofCamera = (p, letter) => p.color(`--cam-${'abcd'[((letter.charCodeAt(0) || 65) - 65 + 4) % 4]}`);

/** How wide a letter is on the whole, by font: asking for each text is what drawing thousands of clips would wait for. */
const letters = new Map();
function letterWidth(p) {
  const { font } = p.pen;
  if (!letters.has(font)) letters.set(font, p.pen.measureText('Camera A001C002.MP4, nine').width / 25);
  return letters.get(font);
}

function fitted(p, text, width) {
  if (width < 14) return '';
  const each = letterWidth(p);
  if (text.length * each * 1.3 <= width) return text;
  if (text.length * each < width * 1.2 && p.pen.measureText(text).width <= width) return text;
  const n = Math.floor(width / each * .92) - 1;
  return n > 1 ? text.slice(0, n) + '…' : '';
}

function block(p, x, y, width, height, fill) {
  p.pen.fillStyle = fill;
  if (width < 8) { p.pen.fillRect(x + .5, y, Math.max(1.2, width - 1), height); return; }
  p.pen.beginPath();
  p.pen.roundRect(x + .5, y, Math.max(1.2, width - 1), height, 2);
  p.pen.fill();
}

function write(p, text, x, y, color, font) {
  p.pen.font = font ?? p.font;
  p.pen.fillStyle = color;
  p.pen.fillText(text, x, y);
}

export const ruler = {
  label: 'Bars', height: () => 26,
  draw(p, y, h) {
    const { bars, beats } = p.song;
    if (!bars.length) { seconds(p, y, h); return; }
    const px = p.width * (bars[0].end - bars[0].start) / (p.to - p.from);
    const step = [1, 2, 4, 8, 16, 32].find(each => px * each > 34) ?? 64;
    const from = firstAfter(bars, p.from, bar => bar.end);
    for (let i = from; i < bars.length && bars[i].start < p.to; i++) {
      const bar = bars[i], x = Math.round(p.x(bar.start)) + .5, phrase = (bar.index - 1) % 8 === 0;
      if (px > 5 || phrase) p.line(x, y + (phrase ? 6 : 14), y + h, p.color(phrase ? '--phrase' : '--bar'));
      if ((bar.index - 1) % step === 0) write(p, String(bar.index), x + 4, y + 13, p.color(phrase ? '--fg' : '--dim'), p.mono);
    }
    if (px > 26) {
      for (let i = firstAfter(beats, p.from, beat => beat.time); i < beats.length && beats[i].time < p.to; i++) {
        const even = beats[i].beat % 2 === 0;
        if (beats[i].beat > 1) p.line(Math.round(p.x(beats[i].time)) + .5, y + (even ? 17 : 21), y + h, p.color(even ? '--now-text' : '--phrase'));
      }
    }
  },
};

function seconds(p, y, h) {
  const step = [1, 2, 5, 10, 15, 30, 60].find(each => p.width * each / (p.to - p.from) > 60) ?? 120;
  for (let at = Math.ceil(p.from / step) * step; at < p.to; at += step) {
    p.line(Math.round(p.x(at)) + .5, y + 14, y + h, p.color('--bar'));
    write(p, `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`, p.x(at) + 4, y + 13, p.color('--dim'), p.mono);
  }
}

export const sections = {
  label: 'Sections', height: () => 26,
  draw(p, y, h) {
    for (const section of p.song.sections) {
      if (section.end <= p.from || section.start >= p.to) continue;
      const x = p.x(section.start), width = p.x(section.end) - x;
      block(p, x, y + 2, width, h - 4, p.color(`--sec-${Math.min(5, Math.max(1, Math.ceil(section.energy * 5)))}`));
      const left = Math.max(0, x), right = Math.min(p.width, x + width);
      p.pen.font = p.bold;
      write(p, fitted(p, section.name, right - left - 34), left + 7, y + 17, p.color('--on-sec'), p.bold);
      if (right - left > 90) {
        p.pen.textAlign = 'right';
        write(p, String(section.lastBar - section.firstBar + 1), right - 7, y + 17, p.color('--on-sec'), p.mono);
        p.pen.textAlign = 'left';
      }
    }
  },
};

export const wave = {
  label: 'Song', isStill: true, height: tall => tall ? 104 : 64,
  draw(p, y, h) {
    grid(p, y, h);
    if (!p.peaks) return;
    const middle = y + h / 2, half = (h / 2 - 5) / p.loudest, columns = Math.ceil(p.width * p.ratio), each = (p.to - p.from) / columns;
    p.pen.fillStyle = p.color('--wave');
    for (let i = 0; i < columns; i++) {
      const [low, high] = p.peaks.between(p.from + i * each, p.from + (i + 1) * each);
      const top = middle - high * half, bottom = middle - low * half;
      p.pen.fillRect(i / p.ratio, top, 1 / p.ratio, Math.max(1 / p.ratio, bottom - top));
    }
  },
};

/** Lines of bars behind a lane. */
function grid(p, y, h) {
  const { bars } = p.song;
  if (!bars.length) return;
  const px = p.width * (bars[0].end - bars[0].start) / (p.to - p.from);
  for (let i = firstAfter(bars, p.from, bar => bar.end); i < bars.length && bars[i].start < p.to; i++) {
    const phrase = (bars[i].index - 1) % 8 === 0;
    if (px > 7 || phrase) p.line(Math.round(p.x(bars[i].start)) + .5, y, y + h, p.color(phrase ? '--bar' : '--beat'));
  }
}

export const cut = {
  label: 'Cut', height: () => 42,
  draw(p, y, h) {
    const shots = p.song.shots;
    for (let i = firstAfter(shots, p.from, shot => shot.end); i < shots.length && shots[i].start < p.to; i++) {
      const shot = shots[i], x = p.x(shot.start), width = p.x(shot.end) - x, left = Math.max(0, x);
      if (shot.clip === 'black') { block(p, x, y + 3, width, h - 6, p.color('--bad-tint')); continue; }
      block(p, x, y + 3, width, h - 6, ofCamera(p, shot.camera));
      const room = Math.min(p.width, x + width) - left - 8;
      p.pen.font = p.bold;
      if (room > 8) write(p, fitted(p, room > 60 ? `${shot.camera} ${shot.clip}` : shot.camera, room), left + 5, y + 17, p.color('--on-cam'), p.bold);
      p.pen.font = p.font;
      if (room > 74) write(p, fitted(p, shot.why, room), left + 5, y + 31, p.color('--on-cam'));
    }
  },
};

/** One lane for each camera; clips that overlap share its height. */
export const camera = letter => ({
  label: `Camera ${letter}`, camera: letter, height: () => 12 + 14 * rowsOf(letter).count,
  /** The clip at a time and height of the lane. */
  clipAt(time, y, near) { return rowsOf(letter).placed.find(({ clip, row }) => Math.floor((y - 6) / 14) === row && time >= clip.start - near && time <= clip.end + near)?.clip; },
  prepare(song) { rowsOf(letter).fill(song.clips.filter(clip => clip.camera === letter)); },
  isStill: true,
  /** Where clips lie over each other in a row the picture is that of the first: what is hidden is not drawn, and names do not stand on names. */
  draw(p, y) {
    grid(p, y, this.height());
    const drawn = [], named = [];
    for (const { clip, row, isCrowded } of rowsOf(letter).inView(p.from, p.to)) {
      const x = p.x(clip.start), width = Math.max(3, p.x(clip.end) - x), top = y + 6 + row * 14;
      if (clip.sure && x + width <= (drawn[row] ?? -Infinity)) continue;
      drawn[row] = Math.max(drawn[row] ?? -Infinity, x + width);
      bar(p, clip, letter, x, top, width);
      if (isCrowded || width < 42 || x < (named[row] ?? -Infinity)) continue;
      named[row] = nameOn(p, clip, x, top, width);
    }
  },
  /** The name of a clip that began before what is in view stays in view. */
  over(p, y) {
    const named = [];
    for (const { clip, row } of rowsOf(letter).inView(p.from, p.from)) {
      const x = p.x(clip.start), right = p.x(clip.end), top = y + 6 + row * 14;
      if (x >= 0 || right < 42 || named[row]) continue;
      p.pen.save();
      p.pen.beginPath();
      p.pen.rect(0, top, Math.min(right, 150), 12);
      p.pen.clip();
      p.pen.fillStyle = p.color('--well');
      p.pen.fillRect(0, top, right, 12);
      bar(p, clip, letter, -9, top, right + 9);
      nameOn(p, clip, 0, top, Math.min(right, 150));
      p.pen.restore();
      named[row] = true;
    }
  },
});

function bar(p, clip, letter, x, top, width) {
  p.pen.globalAlpha = clip.sure ? .85 : 1;
  if (clip.sure) block(p, x, top, width, 12, ofCamera(p, letter));
  else {
    p.pen.strokeStyle = p.color('--warn');
    p.pen.setLineDash([3, 2]);
    p.pen.strokeRect(x + .5, top + .5, width - 1, 11);
    p.pen.setLineDash([]);
  }
  p.pen.globalAlpha = 1;
}

/** @return where the name ends */
function nameOn(p, clip, x, top, width) {
  p.pen.font = p.font;
  const name = fitted(p, clip.sure ? clip.name : `? ${clip.name}`, width - 8);
  write(p, name, x + 4, top + 10, p.color(clip.sure ? '--on-cam' : '--warn'));
  return x + 8 + name.length * letterWidth(p);
}

const rows = new Map();
function rowsOf(letter) {
  if (!rows.has(letter)) {
    rows.set(letter, {
      count: 1, placed: [], longest: 0,
      /** They are in the order in which they begin: none that begins a longest clip's length before can reach in. */
      *inView(from, to) {
        for (let i = firstAfter(this.placed, from - this.longest - 1, one => one.clip.start); i < this.placed.length && this.placed[i].clip.start < to + 1; i++) {
          const { clip } = this.placed[i];
          if (clip.end > from && clip.start < to) yield this.placed[i];
        }
      },
      fill(clips) {
        const ends = [];
        this.placed = clips.toSorted((a, b) => a.start - b.start).map(clip => {
          let row = ends.findIndex(end => end <= clip.start);
          if (row < 0) row = ends.length < 8 ? ends.push(0) - 1 : 7;
          const isCrowded = ends[row] > clip.start;
          ends[row] = Math.max(ends[row], clip.end);
          return { clip, row, isCrowded };
        });
        this.count = Math.max(1, ends.length);
        this.longest = Math.max(0, ...clips.map(clip => clip.end - clip.start));
      },
    });
  }
  return rows.get(letter);
}

export const lyrics = {
  label: 'Lyrics', height: () => 24,
  draw(p, y, h) {
    grid(p, y, h);
    const lines = p.song.lyrics;
    for (let i = firstAfter(lines, p.from, line => line.end); i < lines.length && lines[i].start < p.to; i++) {
      const line = lines[i], x = p.x(line.start), width = p.x(line.end) - x, left = Math.max(0, x);
      p.line(Math.round(x) + .5, y + 3, y + h - 4, p.color('--ctl'));
      p.pen.font = p.font;
      write(p, fitted(p, line.text, Math.min(p.width, x + width) - left - 8), left + 5, y + 16, p.color('--mut'));
    }
  },
};

/** What another program changed of the cut. */
export const changes = {
  label: 'Changes', height: () => 26,
  draw(p, y, h) {
    grid(p, y, h);
    for (const change of p.song.changes) {
      if (change.at < p.from - 1 || change.at > p.to) continue;
      const x = p.x(change.at);
      p.pen.fillStyle = p.color('--info');
      p.pen.beginPath();
      p.pen.moveTo(x, y + 20); p.pen.lineTo(x - 5, y + 8); p.pen.lineTo(x + 5, y + 8);
      p.pen.fill();
    }
  },
};

export const comments = {
  label: 'Notes', height: () => 24,
  draw(p, y) {
    for (const comment of p.song.comments) {
      if ((comment.end ?? comment.at) < p.from - 1 || comment.at > p.to) continue;
      p.pen.fillStyle = p.color(comment.resolved ? '--v-ok' : '--info');
      if (comment.end > comment.at) p.pen.fillRect(p.x(comment.at), y + 11, p.x(comment.end) - p.x(comment.at), 3);
      p.pen.beginPath();
      p.pen.arc(p.x(comment.at), y + 12, 5, 0, 2 * Math.PI);
      p.pen.fill();
    }
  },
};
