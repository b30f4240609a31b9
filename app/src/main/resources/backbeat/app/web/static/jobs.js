// Jobs that move while one looks. Pages show what comes of jobs, so they come again when one ends, or begins that they do not list yet; never while somebody is at something.
import { keepPlace } from './said.js';

const OVER = ['DONE', 'FAILED', 'STOPPED'];
const TONES = { DONE: 'ok', FAILED: 'bad', RUNNING: 'info' };
const followed = document.querySelector('[data-follow-jobs]');
/** So long another page may take to come once somebody asked for it; a download never does. */
const LEAVING_MS = 10000;
let isHeld = false;
let left = -Infinity;

addEventListener('pointerdown', () => { isHeld = true; }, true);
for (const name of ['pointerup', 'pointercancel']) addEventListener(name, () => { isHeld = false; }, true);
addEventListener('pointermove', event => { isHeld = event.buttons > 0; }, true);

addEventListener('beforeunload', () => { left = performance.now(); });

const isChanged = field => field.tagName === 'SELECT'
  ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(one => one.defaultSelected))
  : field.value !== field.defaultValue;

/** Words, taps, a line that is drawn, what is dragged or heard: a page that comes again would take it out of somebody's hands. */
function isInUse() {
  const active = document.activeElement;
  const isTyping = active && /^(INPUT|TEXTAREA)$/.test(active.tagName) && active.value;
  const fields = [...document.querySelectorAll('main :is(textarea, select, input:not([type]), input:is([type=text], [type=email], [type=number], [type=date]))')];
  return isTyping || isHeld || performance.now() - left < LEAVING_MS
    || fields.some(field => isChanged(field) && field.checkVisibility())
    || [...document.querySelectorAll('audio,video')].some(media => !media.paused)
    || document.querySelector('dialog[open], .ink.drawing, [data-keep]:not([hidden]), [data-use]:not([hidden]), file-drop[data-busy], body[data-busy]');
}

const comeAgain = (() => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isInUse()) { comeAgain(); return; }
      keepPlace();
      location.reload();
    }, 700);
  };
})();

const names = list => (list ?? '').split(' ').filter(Boolean);

/** Whether the page would look otherwise if it were made now. Of a step that has a row at work the page shows the newest job alone. */
function isMissing(job) {
  const { steps, ends } = followed.dataset;
  const isOver = OVER.includes(job.state);
  const isListed = steps === undefined && ends === undefined || names(steps).includes(job.step);
  const atWork = [...document.querySelectorAll(`[data-job][data-production="${CSS.escape(job.productionId)}"][data-step="${CSS.escape(job.step)}"]`)]
    .some(row => !OVER.includes(row.dataset.state));
  return isListed ? isOver || !atWork : isOver && names(ends).includes(job.step);
}

/** @param isNews false for what may have happened before the page was made */
function showJob(job, isNews) {
  if (![job.productionId, 'all'].includes(followed.dataset.followJobs)) return;
  const row = document.querySelector(`[data-job="${CSS.escape(job.id)}"]`);
  if (!row) { if (isNews && isMissing(job)) comeAgain(); return; }
  const part = name => row.querySelector(`[data-part="${name}"]`);
  part('state').textContent = job.stateWords;
  part('doing').textContent = job.doing;
  part('took').textContent = job.took;
  part('progress').hidden = OVER.includes(job.state);
  part('progress').value = job.percent;
  if (row.dataset.state !== job.state) {
    row.dataset.state = job.state;
    part('state').className = `tag ${TONES[job.state] ?? ''}`;
    if (OVER.includes(job.state)) {
      const told = document.getElementById('told');
      if (told) told.textContent = `${job.words}: ${job.stateWords}`;
      comeAgain();
    }
  }
}

/** A page that nobody sees lets go of the line: a browser has six to a server, for all of its pages together. */
function follow() {
  let events = null;
  let unheard = 0;
  const listen = away => {
    events = new EventSource(`/events?away=${away}`);
    events.addEventListener('job', event => showJob(JSON.parse(event.data), true));
    events.addEventListener('was', event => showJob(JSON.parse(event.data), false));
  };
  const leave = () => {
    events?.close();
    events = null;
    unheard = performance.now();
  };
  const turn = () => {
    if (document.hidden) leave();
    else if (!events) listen(Math.ceil((performance.now() - unheard) / 1000));
  };
  document.addEventListener('visibilitychange', turn);
  addEventListener('pagehide', leave);
  if (!document.hidden) listen(0);
}

if (followed) follow();
