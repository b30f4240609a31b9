// Forms that change something without losing the place: answered by the page that shows it, or by the reason why not, told where the page has room for it.

const place = () => `place ${location.pathname}`;

/**
 * @param {string} selector of the forms
 * @param {HTMLElement|null} said where a refusal is told
 */
export function answered(selector, said) {
  document.addEventListener('submit', async event => {
    const form = event.target.closest(selector);
    if (!form) return;
    event.preventDefault();
    if (document.body.dataset.busy) return;
    document.body.dataset.busy = 'yes';
    if (said) said.hidden = true;
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, event.submitter)), headers: { Accept: 'application/json' } }).catch(() => null);
    delete document.body.dataset.busy;
    if (answer?.ok) {
      keepPlace();
      if (answer.url === location.href) location.reload(); else location.assign(answer.url);
      return;
    }
    tell(said, await answer?.json().catch(() => null));
  });
}

export function tell(said, problem) {
  if (!said) return;
  said.querySelector('[data-part=what]').textContent = typeof problem === 'string' ? problem : [problem?.title, problem?.detail, problem?.remedy].filter(Boolean).join(' ') || 'It did not work. Try again.';
  said.hidden = false;
  said.scrollIntoView({ block: 'nearest' });
}

/** For {@link comeBack}, when the page is there again. */
export function keepPlace() {
  const strip = document.querySelector('song-strip');
  sessionStorage.setItem(place(), JSON.stringify({ at: strip?.position ?? 0, view: strip?.view ?? null, selection: strip?.selection ?? null, scroll: scrollY }));
}

/** Where the song, the strip and the page were before. */
export function comeBack() {
  const kept = sessionStorage.getItem(place());
  if (kept === null) return;
  sessionStorage.removeItem(place());
  const { at, view, selection, scroll } = JSON.parse(kept);
  const strip = document.querySelector('song-strip');
  scrollTo(0, scroll);
  if (!strip) return;
  const wait = setInterval(() => {
    if (!strip.media) return;
    clearInterval(wait);
    if (view) strip.show(...view);
    if (selection) strip.select(...selection);
    strip.goTo(at);
    scrollTo(0, scroll);
  }, 60);
}

// ---- a file whose bytes are the request: chosen, sent, and the page that shows it

document.addEventListener('change', async event => {
  const field = event.target.closest?.('input[data-send]');
  const file = field?.files[0];
  if (!file) return;
  const said = document.getElementById(field.dataset.said);
  const token = document.querySelector('meta[name=token]')?.content ?? '';
  const headers = { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/octet-stream', Accept: 'application/json' };
  const to = new URL(field.dataset.send, location.href);
  to.searchParams.set('name', file.name);
  const answer = await fetch(to, { method: 'POST', body: file, headers }).catch(() => null);
  const told = await answer?.json().catch(() => null);
  field.value = '';
  if (answer?.ok && told?.next) location.assign(told.next); else tell(said, told);
});
