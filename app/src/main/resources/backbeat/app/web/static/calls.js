// Names of people in a field: an at sign offers those of the production. The list is heard by screen readers, and works by keys, mouse and finger.

const names = [...document.querySelectorAll('#people li')].map(item => item.textContent);
const MOST = 6;
let box = null;

/** What is written between the last at sign and the caret; null where no name is begun. */
function begun(field) {
  const before = field.value.slice(0, field.selectionStart ?? 0);
  return /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N} .'-]{0,40})$/u.exec(before)?.[1] ?? null;
}

function close(field) {
  box?.remove();
  box = null;
  field.removeAttribute('aria-activedescendant');
  field.setAttribute('aria-expanded', 'false');
}

function mark(field, index) {
  const items = [...box.children];
  items.forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
  field.setAttribute('aria-activedescendant', items[index].id);
}

function take(field, name) {
  const caret = field.selectionStart, start = caret - begun(field).length;
  field.setRangeText(`${name} `, start, caret, 'end');
  close(field);
  field.focus();
}

function offer(field) {
  const written = begun(field)?.toLowerCase();
  const fitting = written === undefined ? [] : names.filter(name => name.toLowerCase().split(' ').some((_, i, all) => all.slice(i).join(' ').startsWith(written)) && name.toLowerCase() !== written.trim());
  close(field);
  if (!fitting.length) return;
  box = Object.assign(document.createElement('ul'), { className: 'offers', id: 'offers' });
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', 'People');
  box.append(...fitting.slice(0, MOST).map((name, i) => {
    const item = Object.assign(document.createElement('li'), { id: `offer-${i}`, textContent: name });
    item.setAttribute('role', 'option');
    item.addEventListener('pointerdown', event => { event.preventDefault(); take(field, name); });
    return item;
  }));
  field.parentElement.append(box);
  field.setAttribute('aria-expanded', 'true');
  mark(field, 0);
}

if (names.length) {
  document.querySelectorAll('[data-calls]').forEach(field => {
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
    field.setAttribute('aria-controls', 'offers');
    field.addEventListener('input', () => offer(field));
    field.addEventListener('blur', () => close(field));
    field.addEventListener('keydown', event => {
      if (!box) return;
      const items = [...box.children], at = items.findIndex(item => item.getAttribute('aria-selected') === 'true');
      const act = {
        ArrowDown: () => mark(field, (at + 1) % items.length), ArrowUp: () => mark(field, (at + items.length - 1) % items.length),
        Enter: () => take(field, items[at].textContent), Tab: () => take(field, items[at].textContent), Escape: () => close(field),
      }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
  });
}
