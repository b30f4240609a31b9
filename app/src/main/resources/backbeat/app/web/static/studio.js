// What every page does: the keyboard sheet, filters, forms that know the playhead, the place where one was.
import './song-strip.js';
import './film-player.js';
import './clip-player.js';
import './footage.js';
import './uploads.js';
import './cut-player.js';
import './cut.js';
import './song.js';
import './palette.js';
import './jobs.js';
import { comeBack } from './said.js';

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
comeBack();
