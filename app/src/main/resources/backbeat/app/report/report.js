/* The song is the clock: one number, the song time, moves the playhead, the film and the reasons shown. */
(() => {
  'use strict';
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const strip = byId('strip');
  const area = byId('area');
  const scroll = area.parentElement;
  const playhead = byId('playhead');
  const flag = playhead.firstElementChild;
  const film = byId('film');
  const duration = Number(strip.dataset.duration);
  const words = strip.dataset.beats ? strip.dataset.beats.split(' ') : [];
  const beats = [];
  for (let i = 0; i + 1 < words.length; i += 2) beats.push({ at: Number(words[i]), name: words[i + 1] });
  const span = (element) => ({ element, start: Number(element.dataset.start), end: Number(element.dataset.end) });
  const sections = all('.sec').map(span);
  const shots = all('.shots tbody tr').map(span);
  const blocks = all('.cut .shot');
  const BESIDE = 0.025;
  const BESIDE_BEAT = Number(strip.dataset.beside); // a cut on a beat lies up to one frame before it
  let now = 0;
  let zoom = 1;
  let shown = -1;
  let spoken = 0;

  /* ---- saying places */
  const clock = (t) => {
    const hundredths = Math.round(Math.max(0, t) * 100);
    const two = (n) => String(n).padStart(2, '0');
    return `${Math.floor(hundredths / 6000)}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
  };
  const last = (list, t, time, beside = BESIDE) => {
    let low = -1;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (time(list[middle]) <= t + beside) low = middle; else high = middle - 1;
    }
    return low;
  };
  const beatAt = (t) => last(beats, t, (b) => b.at, BESIDE_BEAT);
  const within = (list, t, beside = BESIDE) => {
    const i = last(list, t, (s) => s.start, beside);
    return i >= 0 && t + beside < list[i].end ? i : -1;
  };
  const position = (t) => { const b = beatAt(t); return b < 0 ? clock(t) : beats[b].name; };
  const sectionName = (t) => { const i = within(sections, t, BESIDE_BEAT); return i < 0 ? '' : sections[i].element.dataset.name; };
  const sentence = (t) => {
    const b = beatAt(t);
    const place = b < 0 ? '' : `Bar ${beats[b].name.replace('.', ', beat ')}`;
    return [place, sectionName(t), clock(t)].filter(Boolean).join(', ');
  };
  const announce = (text) => {
    if (Date.now() - spoken < 1000) return;
    spoken = Date.now();
    byId('live').textContent = text;
  };

  /* ---- the playhead */
  const show = () => {
    const percent = (now / duration) * 100;
    playhead.style.left = `${percent}%`;
    flag.style.setProperty('--at', `${percent}%`);
    flag.textContent = position(now);
    byId('posn').textContent = position(now);
    byId('where').textContent = [clock(now), sectionName(now)].filter(Boolean).join(' · ');
    playhead.setAttribute('aria-valuenow', now.toFixed(2));
    playhead.setAttribute('aria-valuetext', sentence(now));
    showShot(within(shots, now));
  };
  const keepInView = () => {
    const x = (now / duration) * area.clientWidth;
    if (x < scroll.scrollLeft || x > scroll.scrollLeft + scroll.clientWidth) scroll.scrollLeft = x - scroll.clientWidth / 2;
  };
  const go = (t, to = film) => {
    now = Math.min(duration, Math.max(0, t));
    if (to) to.currentTime = Math.max(0, now - Number(film.dataset.zero)) + 0.001; // inside the frame, not on its edge
    show();
    keepInView();
  };

  /* ---- the reasons of the shot that is on */
  const copied = (row, selector, kind) => {
    const part = document.createElement('div');
    part.className = kind;
    const from = row.querySelector(selector);
    if (from) part.append(...[...from.childNodes].map((n) => n.cloneNode(true)));
    return part;
  };
  const showShot = (i) => {
    if (i === shown || !byId('why')) return;
    all('[aria-current]', byId('cut')).forEach((row) => row.removeAttribute('aria-current'));
    if (shown >= 0 && blocks[shown]) blocks[shown].classList.remove('on');
    shown = i;
    byId('shot-before').disabled = i <= 0;
    byId('shot-next').disabled = i >= shots.length - 1;
    byId('why-no').textContent = i < 0 ? '' : `${i + 1} of ${shots.length}`;
    if (i < 0) return;
    const row = shots[i].element;
    row.setAttribute('aria-current', 'true');
    if (blocks[i]) blocks[i].classList.add('on');
    const box = document.createElement('div');
    box.className = 'now';
    const at = document.createElement('p');
    at.className = 'at';
    const place = document.createElement('b');
    place.textContent = position(shots[i].start);
    const time = clock(shots[i].start);
    at.append(place, [time === place.textContent ? '' : time, row.children[3].textContent].filter(Boolean).join(' · '));
    const picture = row.querySelector('.pic:not(.none)');
    const next = copied(row, '.c-next', 'then');
    next.prepend('Next best: ');
    if (picture && !film) box.append(picture.cloneNode(true));
    box.append(at, copied(row, '.c-clip', 'clip'), copied(row, '.c-why', 'because'), next);
    byId('why-body').replaceChildren(box);
  };
  const goShot = (i) => {
    if (i < 0 || i >= shots.length) return;
    go(shots[i].start);
    const clip = shots[i].element.querySelector('.c-clip').textContent.trim();
    announce(`Shot ${i + 1}, ${position(now)}: ${clip}`);
  };

  /* ---- zoom */
  const thin = () => {
    const marks = beats.length ? Math.max(1, Number(beats[beats.length - 1].name.split('.')[0])) : Math.max(1, all('.ruler span').length);
    const room = area.clientWidth / marks;
    strip.dataset.step = String([1, 2, 4, 8, 16, 32].find((n) => room * n >= 36) || 32);
  };
  const setZoom = (factor, around = now) => {
    const most = Math.max(1, duration / 4);
    const x = (around / duration) * area.clientWidth - scroll.scrollLeft;
    zoom = Math.min(most, Math.max(1, factor));
    strip.style.setProperty('--zoom', String(zoom));
    scroll.scrollLeft = (around / duration) * area.clientWidth - x;
    thin();
  };
  byId('zoom-in').addEventListener('click', () => setZoom(zoom * 1.6));
  byId('zoom-out').addEventListener('click', () => setZoom(zoom / 1.6));
  byId('zoom-song').addEventListener('click', () => setZoom(1));
  addEventListener('resize', thin);

  /* ---- mouse and touch */
  const timeAt = (event) => {
    const box = area.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * duration;
  };
  area.addEventListener('click', (event) => {
    const block = event.target.closest('[data-shot]');
    playhead.focus({ preventScroll: true });
    if (block) goShot(Number(block.dataset.shot)); else go(timeAt(event));
  });
  scroll.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    setZoom(zoom * Math.exp(-event.deltaY / 300), timeAt(event));
  }, { passive: false });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-at]');
    if (button) {
      go(Number(button.dataset.at));
      announce(sentence(now));
    }
    if (event.target.closest('a[href="#table"]')) byId('table-all').open = true;
  });

  /* ---- keys of the strip */
  const step = (direction, bar) => {
    if (!beats.length) return now + direction * (bar ? 10 : 1);
    const firsts = bar ? beats.filter((b) => b.name.endsWith('.1')) : beats;
    const i = last(firsts, now, (b) => b.at, BESIDE_BEAT);
    const inside = i >= 0 && now - firsts[i].at > BESIDE;
    const to = direction > 0 ? i + 1 : inside ? i : i - 1;
    return to < 0 ? 0 : to >= firsts.length ? duration : firsts[to].at;
  };
  const sectionStep = (direction) => {
    const i = last(sections, now, (s) => s.start, BESIDE_BEAT);
    const to = sections[i + direction];
    return to ? to.start : direction > 0 ? duration : 0;
  };
  const playPause = () => { if (film) { if (film.paused) film.play(); else film.pause(); } };
  const keys = {
    ArrowRight: (e) => go(step(1, e.shiftKey)),
    ArrowLeft: (e) => go(step(-1, e.shiftKey)),
    ArrowDown: () => goShot(Math.min(shots.length - 1, shown + 1)),
    ArrowUp: () => goShot(Math.max(0, shown - 1)),
    PageDown: () => go(sectionStep(1)),
    PageUp: () => go(sectionStep(-1)),
    Home: () => go(0),
    End: () => go(duration),
    '+': () => setZoom(zoom * 1.6),
    '=': () => setZoom(zoom * 1.6),
    '-': () => setZoom(zoom / 1.6),
    Z: () => setZoom(1),
    ' ': playPause,
    k: playPause,
  };
  playhead.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
  if (byId('why')) {
    byId('shot-before').addEventListener('click', () => goShot(shown - 1));
    byId('shot-next').addEventListener('click', () => goShot(shown + 1));
  }

  /* ---- the film: while it plays, it says the time */
  if (film) {
    const play = byId('play');
    const use = play.querySelector('use');
    const look = () => {
      use.setAttribute('href', film.paused ? '#i-play' : '#i-pause');
      play.setAttribute('aria-label', film.paused ? 'Play' : 'Pause');
    };
    const follow = () => {
      if (!film.paused) {
        go(film.currentTime + Number(film.dataset.zero), null);
        requestAnimationFrame(follow);
      }
    };
    play.hidden = false;
    play.addEventListener('click', playPause);
    film.addEventListener('click', playPause);
    film.addEventListener('play', () => { look(); follow(); });
    film.addEventListener('pause', () => { look(); announce(sentence(now)); });
    film.addEventListener('error', () => { play.hidden = true; });
  }

  /* ---- clips by state */
  const filter = byId('clip-filter');
  if (filter) {
    filter.hidden = false;
    filter.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      all('button', filter).forEach((b) => b.setAttribute('aria-pressed', String(b === button)));
      all('tbody tr', byId('clip-table')).forEach((row) => {
        row.hidden = button.dataset.show !== 'all' && row.dataset.state !== button.dataset.show;
      });
    });
  }

  /* ---- light and dark */
  const wanted = new URLSearchParams(location.search).get('theme');
  if (wanted === 'light' || wanted === 'dark') document.documentElement.dataset.theme = wanted;
  byId('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const light = root.dataset.theme ? root.dataset.theme === 'light' : matchMedia('(prefers-color-scheme: light)').matches;
    root.dataset.theme = light ? 'dark' : 'light';
  });

  thin();
  go(shots.length ? shots[0].start : 0, null);
})();
