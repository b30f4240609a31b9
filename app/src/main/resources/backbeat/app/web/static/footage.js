// The footage page: a clip is opened beside the table without leaving it; pictures move under the pointer.
import { answered } from './said.js';

const panel = document.getElementById('clip');
const strip = document.querySelector('song-strip');

function chosen(link) {
  document.querySelectorAll('#clips tr.sel').forEach(row => row.classList.remove('sel'));
  link?.closest('tr')?.classList.add('sel');
}

async function openClip(address, link) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) { location.assign(link ? link.href : location.href); return; }
  // The server's own page, in which every text of people is escaped; parsing it runs no script.
  panel.innerHTML = await answer.text();
  chosen(link);
  if (link) history.replaceState(null, '', link.href);
  if (matchMedia('(max-width: 1180px)').matches) panel.scrollIntoView({ block: 'start' });
  if (strip?.song && panel.querySelector('[data-place]')) strip.goTo(Number(panel.querySelector('[data-place]').dataset.place));
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-clip]');
  if (!link || !panel || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openClip(link.dataset.clip, link);
});

panel?.addEventListener('click', event => {
  const button = event.target.closest('[data-listen]');
  if (!button || !strip?.media) return;
  const [songStart, clipStart, speed] = button.dataset.listen.split(' ').map(Number);
  const lead = Math.min(2, clipStart, songStart / speed);
  panel.querySelector('clip-player')?.listen(strip, { songStart: songStart - lead * speed, clipStart: clipStart - lead, speed });
});

const said = document.getElementById('clip-said');
if (panel) {
  answered('form[data-word]', said);
  panel.addEventListener('click', event => {
    const form = event.target.closest('[data-take]')?.form;
    if (!form) return;
    const player = panel.querySelector('clip-player');
    form.elements.song.value = strip?.song ? `${strip.position.toFixed(4)} s` : '';
    if (player) form.elements.clipTime.value = (player.frames.seconds + Number(player.dataset.start)).toFixed(5);
  });
  // The opened clip is dragged along its lane; the form below does the same without a pointer.
  strip?.addEventListener('carried', event => {
    const form = panel.querySelector('form[data-by-hand]');
    const { clip, songStart, clipStart, speed } = event.detail;
    if (!form || !form.action.endsWith(`/clips/${clip}/place`)) return;
    form.elements.song.value = `${songStart.toFixed(4)} s`;
    form.elements.clipTime.value = clipStart.toFixed(5);
    const known = [...form.elements.speed.options].find(option => Math.abs(option.value - speed) < .01);
    if (!known) form.elements.speed.add(new Option(`${Math.round(speed * 100)} %`, speed.toFixed(4)));
    form.elements.speed.value = known?.value ?? speed.toFixed(4);
    form.requestSubmit(form.querySelector('.pri'));
  });
}

const link = () => document.querySelector('#clips tr.sel a[data-clip]');
document.addEventListener('keydown', event => {
  const back = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  const undo = panel && back && document.querySelector(event.shiftKey ? '[data-key=redo]' : '[data-key=undo]');
  if (undo) { event.preventDefault(); undo.click(); return; }
  if (!panel || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...document.querySelectorAll('#clips tbody tr')].filter(row => !row.hidden);
  const at = rows.indexOf(link()?.closest('tr'));
  const to = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], d: rows.slice(at + 1).find(row => row.dataset.state === 'doubtful') ?? rows.find(row => row.dataset.state === 'doubtful') }[event.key];
  if (to && (event.key === 'd' || document.activeElement?.closest('#clips') || document.activeElement === document.body)) {
    event.preventDefault();
    const next = to.querySelector('a[data-clip]');
    next.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'nearest' });
    next.click();
  }
  const number = Number(event.key);
  if (number >= 1 && number <= 9) panel.querySelectorAll('[data-listen]')[number - 1]?.click();
});

// ---- pictures that move under the pointer: the proxy, sought as the pointer goes

let moving = null;

function leave() {
  moving?.video.remove();
  moving = null;
}

document.addEventListener('pointermove', event => {
  const picture = event.pointerType === 'mouse' ? event.target.closest?.('[data-proxy]') : null;
  if (!picture) { if (moving) leave(); return; }
  if (moving?.picture !== picture) {
    leave();
    const video = Object.assign(document.createElement('video'), { src: picture.dataset.proxy, muted: true, preload: 'auto' });
    video.className = 'over';
    moving = { picture, video, wanted: null };
    const seek = () => {
      if (moving?.video !== video || moving.wanted === null || video.seeking || !video.duration) return;
      video.currentTime = moving.wanted * video.duration;
      moving.wanted = null;
    };
    for (const name of ['loadeddata', 'seeked']) video.addEventListener(name, seek);
    moving.go = seek;
    picture.append(video);
  }
  const box = picture.getBoundingClientRect();
  moving.wanted = Math.min(.999, Math.max(0, (event.clientX - box.left) / box.width));
  moving.go();
});
