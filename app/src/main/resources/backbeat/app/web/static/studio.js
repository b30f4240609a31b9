// What every page does: the keyboard sheet, jobs that move while one looks, filters, forms that know the playhead.
import './song-strip.js';
import './film-player.js';
import './clip-player.js';
import './footage.js';
import './uploads.js';
import './cut-player.js';
import './cut.js';
import './song.js';
import './palette.js';

/** Whether a key press is meant for a field. */
export const isTyping = event => /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;

document.querySelector('[data-keys]')?.addEventListener('click', () => document.getElementById('keys').showModal());
document.addEventListener('keydown', event => {
  if (event.key === '?' && !isTyping(event) && !document.querySelector('dialog[open]')) document.getElementById('keys')?.showModal();
});
document.querySelectorAll('.chain [aria-current]').forEach(current => {
  current.parentNode.scrollLeft = Math.max(0, current.offsetLeft - current.parentNode.offsetLeft - 60);
});
document.querySelectorAll('[data-select]').forEach(field => { field.focus(); field.select(); });

// ---- jobs

const followed = document.querySelector('[data-follow-jobs]');

/** Pages show results, so a job that ends, or one that is new here, asks for the page again. */
const comeAgain = (() => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const busy = document.activeElement && /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName) && document.activeElement.value;
      const playing = [...document.querySelectorAll('audio,video')].some(media => !media.paused);
      if (busy || playing || document.querySelector('file-drop[data-busy]')) comeAgain();
      else location.reload();
    }, 700);
  };
})();

const isFollowed = job => [job.productionId, 'all'].includes(followed.dataset.followJobs) && (!followed.dataset.steps || followed.dataset.steps.split(' ').includes(job.step));

/** @param isNews false for what may have happened before the page was made */
function showJob(job, isNews) {
  if (!isFollowed(job)) return;
  const row = document.querySelector(`[data-job="${CSS.escape(job.id)}"]`);
  if (!row) { if (isNews) comeAgain(); return; }
  const part = name => row.querySelector(`[data-part="${name}"]`);
  part('state').textContent = job.stateWords;
  part('doing').textContent = job.doing;
  part('took').textContent = job.took;
  part('progress').hidden = !(job.state === 'RUNNING' || job.state === 'WAITING');
  part('progress').value = job.percent;
  if (row.dataset.state !== job.state) {
    row.dataset.state = job.state;
    part('state').className = `tag ${{ DONE: 'ok', FAILED: 'bad', RUNNING: 'info' }[job.state] ?? ''}`;
    if (['DONE', 'FAILED', 'STOPPED'].includes(job.state)) {
      const told = document.getElementById('told');
      if (told) told.textContent = `${job.words}: ${job.stateWords}`;
      comeAgain();
    }
  }
}

if (followed) {
  const events = new EventSource('/events');
  events.addEventListener('job', event => showJob(JSON.parse(event.data), true));
  events.addEventListener('was', event => showJob(JSON.parse(event.data), false));
  addEventListener('pagehide', () => events.close());
}

// ---- filters of tables

document.querySelectorAll('[data-filter]').forEach(group => {
  const rows = document.querySelectorAll(`#${group.dataset.filter} tbody tr`);
  group.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    group.querySelectorAll('button').forEach(one => one.setAttribute('aria-pressed', String(one === button)));
    rows.forEach(row => { row.hidden = Boolean(button.dataset.show) && row.dataset.state !== button.dataset.show; });
  });
});

// ---- rows and forms that belong to a place on the song

const strip = document.querySelector('song-strip');
document.querySelectorAll('[data-at-playhead]').forEach(form => form.addEventListener('submit', () => {
  form.elements.at.value = strip ? strip.position.toFixed(4) : 0;
}));
document.querySelectorAll('tr[data-at]').forEach(row => row.addEventListener('click', event => {
  if (!event.target.closest('button,input,a')) strip?.goTo(Number(row.dataset.at));
}));
