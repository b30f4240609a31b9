// Files to the studio by tus 1.0: in pieces with checksums, gone on with after a broken line, a reload or a restart of the server.

const PIECE = 8 << 20;
const PATIENCE = [500, 1500, 4000, 10000, 20000, 30000, 30000, 30000];
const BUSY = 3000;
const token = document.querySelector('meta[name=token]')?.content ?? '';
const sleep = time => new Promise(next => setTimeout(next, time));
const base64 = bytes => btoa(String.fromCharCode(...bytes));

/** The server is still reading. */
class Busy extends Error {}

/** A refusal that trying again will not change. */
class Refused extends Error {}

const words = async response => {
  const told = await response.json().catch(() => ({}));
  return [told.title, told.detail, told.remedy].filter(Boolean).join(' ') || 'It did not work. Try again.';
};

/** Where a file was being sent to, remembered by what it is. */
const memory = (action, file) => `upload ${action} ${file.webkitRelativePath || file.name} ${file.size} ${file.lastModified}`;

export class Sending {
  /** @param told is called with the bytes that are safe */
  constructor(action, file, more, told) {
    Object.assign(this, { action, file, more, told, key: memory(action, file), stopped: false });
  }

  headers(more = {}) {
    return { 'Tus-Resumable': '1.0.0', 'X-XSRF-TOKEN': token, Accept: 'application/json', ...more };
  }

  async run() {
    let offset = await this.place();
    let taken = false; // that all of it arrived is not enough: the server says what it made of it, and asked by an empty piece says it again
    for (let failed = 0; !taken && !this.stopped;) {
      try {
        offset = await this.piece(offset);
        this.told(offset);
        taken = offset >= this.file.size;
        failed = 0;
      } catch (trouble) {
        if (trouble instanceof Busy) { await sleep(BUSY); offset = await this.reached() ?? offset; continue; }
        if (trouble instanceof Refused || failed >= PATIENCE.length) throw trouble;
        await sleep(PATIENCE[failed++]);
        offset = await this.reached() ?? offset;
      }
    }
    localStorage.removeItem(this.key);
  }

  /** Goes on where an earlier visit stopped, or begins. */
  async place() {
    this.url = localStorage.getItem(this.key);
    const offset = this.url ? await this.reached() : null;
    if (offset != null) return offset;
    const name = new TextEncoder().encode(this.file.webkitRelativePath || this.file.name);
    const metadata = `relativePath ${base64(name)}${this.more ? ',more' : ''}`;
    const response = await fetch(this.action, {
      method: 'POST',
      headers: this.headers({ 'Upload-Length': String(this.file.size), 'Upload-Metadata': metadata }),
    });
    if (response.status !== 201) throw new Refused(await words(response));
    this.url = response.headers.get('Location');
    localStorage.setItem(this.key, this.url);
    return 0;
  }

  async reached() {
    const response = await fetch(this.url, { method: 'HEAD', headers: this.headers() }).catch(() => null);
    if (response?.ok) return Number(response.headers.get('Upload-Offset'));
    if (response && response.status < 500) localStorage.removeItem(this.key);
    return null;
  }

  async piece(offset) {
    const bytes = await this.file.slice(offset, offset + PIECE).arrayBuffer();
    const headers = this.headers({ 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' });
    if (crypto.subtle) {
      headers['Upload-Checksum'] = `sha256 ${base64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))}`;
    }
    const response = await fetch(this.url, { method: 'PATCH', headers, body: bytes });
    if (response.status === 204) {
      this.next = response.headers.get('Backbeat-Next');
      return Number(response.headers.get('Upload-Offset'));
    }
    const said = await words(response);
    if (response.status === 423) throw new Busy(said);
    throw [409, 423, 460].includes(response.status) || response.status >= 500 ? new Error(said) : new Refused(said);
  }
}

/** A place to drop files onto, or to choose them. */
class FileDrop extends HTMLElement {
  connectedCallback() {
    const place = this.querySelector('.drop');
    this.querySelectorAll('input').forEach(field => field.addEventListener('change', () => this.bring([...field.files])));
    for (const name of ['dragover', 'dragenter']) place.addEventListener(name, event => { event.preventDefault(); place.classList.add('over'); });
    for (const name of ['dragleave', 'drop']) place.addEventListener(name, () => place.classList.remove('over'));
    place.addEventListener('drop', async event => { event.preventDefault(); this.bring(await dropped(event.dataTransfer)); });
    addEventListener('beforeunload', event => { if (this.dataset.busy) event.preventDefault(); });
  }

  async bring(chosen) {
    const files = chosen.filter(file => file.size > 0); // cards hold empty files, of which nothing could be sent
    if (!files.length || this.dataset.busy) return;
    this.dataset.busy = 'yes';
    const bar = this.querySelector('progress');
    const said = this.querySelector('[role=status]');
    const all = files.reduce((sum, file) => sum + file.size, 0);
    const begun = performance.now();
    let before = 0;
    let next = null;
    const refused = [];
    bar.hidden = false;
    try {
      for (const [index, file] of files.entries()) {
        const told = offset => {
          const safe = before + offset;
          bar.value = 100 * safe / Math.max(1, all);
          const left = (performance.now() - begun) / 1000 * (all - safe) / Math.max(1, safe);
          said.textContent = `${file.name} · ${index + 1} of ${files.length} · ${mega(safe)} of ${mega(all)}${safe < all && safe > 0 ? ` · about ${time(left)} left` : ''}`;
        };
        told(0);
        const sending = new Sending(this.dataset.action, file, index < files.length - 1, told);
        await sending.run().catch(trouble => {
          if (!(trouble instanceof Refused) || files.length === 1) throw trouble;
          refused.push(`${file.name}: ${trouble.message}`);
        });
        next = sending.next ?? next;
        before += file.size;
      }
      delete this.dataset.busy;
      if (next) location.assign(next);
      else if (refused.length === 0) location.reload();
      else { bar.hidden = true; said.textContent = `${files.length - refused.length} of ${files.length} arrived; look at the footage again to use them. ${refused.join(' ')}`; }
    } catch (trouble) {
      said.textContent = trouble.message;
      bar.hidden = true;
      delete this.dataset.busy;
    }
  }
}

const mega = bytes => bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
const time = seconds => seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;

/** Dropped files, also those inside of dropped folders, with their paths. */
async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  const files = [];
  const walk = async entry => {
    if (entry.isFile) {
      const file = await new Promise((found, failed) => entry.file(found, failed));
      if (!file.webkitRelativePath && entry.fullPath.lastIndexOf('/') > 0) {
        Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.slice(1) });
      }
      if (!file.name.startsWith('.')) files.push(file);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((found, failed) => reader.readEntries(found, failed));
      if (!some.length) return;
      for (const one of some) await walk(one);
    }
  };
  for (const entry of entries) await walk(entry);
  return files;
}

customElements.define('file-drop', FileDrop);

document.querySelectorAll('[data-give-up]').forEach(button => button.addEventListener('click', async () => {
  await fetch(button.dataset.giveUp, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0', 'X-XSRF-TOKEN': token } });
  location.reload();
}));
