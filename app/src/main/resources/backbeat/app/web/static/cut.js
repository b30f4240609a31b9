// The cut page: shots are opened beside the picture, alternatives looked at in place, changes sent without losing the place.
import { answered, tell } from './said.js';

const panel = document.getElementById('shot');
const strip = document.querySelector('song-strip');
const player = document.querySelector('cut-player');
const said = document.getElementById('cut-said');

if (panel) {
  const rows = () => [...document.querySelectorAll('#shots tr[data-shot]')];
  const open = () => Number(panel.querySelector('[data-open]')?.dataset.open ?? -1);

  const choose = async (index, go = true) => {
    const row = rows()[index];
    if (!row) return;
    const answer = await fetch(row.dataset.shot, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok) { location.reload(); return; }
    // The server's own page, in which every text of people is escaped; parsing it runs no script.
    panel.innerHTML = await answer.text();
    rows().forEach(one => one.classList.toggle('sel', one === row));
    if (go) strip?.goTo?.(Number(row.dataset.at) + .001);
  };

  document.addEventListener('click', event => {
    const row = event.target.closest('#shots tr[data-shot]');
    if (row && !event.target.closest('button,input,form')) { event.preventDefault(); choose(rows().indexOf(row)); }
    const look = event.target.closest('[data-audition]');
    if (look && player?.shots) {
      const [at, speed, rate, frames] = look.dataset.audition.split(' ');
      player.audition(Number(look.dataset.from), Number(look.dataset.to), { src: look.dataset.src, at: Number(at), speed: Number(speed), rate, frames: Number(frames), name: look.dataset.name });
    }
  });

  answered('form[data-edit]', said);

  // Which stretch is cut anew is what is selected on the strip.
  document.querySelector('form[data-selection]')?.addEventListener('submit', event => {
    const chosen = strip?.selection;
    if (!chosen) { event.stopImmediatePropagation(); event.preventDefault(); tell(said, 'Select bars on the strip first: drag over them, or set their ends with I and O.'); return; }
    event.target.elements.from.value = chosen[0];
    event.target.elements.to.value = chosen[1];
  }, true);

  const press = selector => { const one = panel.querySelector(selector) ?? document.querySelector(selector); one?.click(); return Boolean(one); };
  document.addEventListener('keydown', event => {
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector('dialog[open]')) return;
    const held = event.ctrlKey || event.metaKey;
    const act = held && event.key.toLowerCase() === 'z' ? () => press(event.shiftKey ? '[data-key=redo]' : '[data-key=undo]')
      : held ? null
        : event.altKey && event.code === 'BracketLeft' ? () => press('[data-key=earlier]')
          : event.altKey && event.code === 'BracketRight' ? () => press('[data-key=later]')
            : event.altKey ? null
              : event.key === 'ArrowDown' ? () => choose(Math.min(rows().length - 1, open() + 1))
                : event.key === 'ArrowUp' ? () => choose(Math.max(0, open() - 1))
                  : event.key === 'K' ? () => press('[data-key=lock]')
                    : /^[1-9]$/.test(event.key) ? () => press(`[data-key="${event.key}"]`)
                      : null;
    if (!act) return;
    event.preventDefault();
    act();
  });

  // Playing opens the shot that is seen; the panel follows when the song stops.
  let follows;
  const onstop = () => {
    clearTimeout(follows);
    follows = setTimeout(() => {
      if (!strip?.media?.paused) return;
      const index = rows().findLastIndex(row => Number(row.dataset.at) <= strip.position + .02);
      if (index >= 0 && index !== open()) choose(index, false);
    }, 250);
  };
  const ready = setInterval(() => { if (strip?.media) { clearInterval(ready); for (const name of ['pause', 'seeked']) strip.media.addEventListener(name, onstop); } }, 100);
}
