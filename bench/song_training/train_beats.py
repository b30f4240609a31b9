#!/usr/bin/env python3
"""Train the beat network on features that Backbeat itself has computed, and write its weights as the product's resource.

usage: train_beats.py --train FEATURES,TRUTHS [--train ..] [--test FEATURES,TRUTHS ..] [--epochs N] [--channels N] --out WEIGHTS.txt

FEATURES holds <item>.feat (rows of 25 floats, 50 a second: RhythmFrames), TRUTHS holds <item>.truth.json. --test sets are only ever measured, never trained on.
Needs torch (Debian: python3-torch) and numpy.
"""
import argparse, glob, json, os, time
import numpy as np, torch
import torch.nn as nn, torch.nn.functional as F

RATE, VALUES = 50, 25

class Net(nn.Module):
    """Dilated convolutions (temporal convolutional network): each layer looks twice as far as the one before."""
    def __init__(self, channels, layers=9, kernel=5, heads=2, dropout=.1):
        super().__init__()
        self.first = nn.Conv1d(VALUES, channels, 3, padding=1)
        self.wide = nn.ModuleList([nn.Conv1d(channels, channels, kernel, dilation=2 ** i, padding=2 ** i * (kernel // 2)) for i in range(layers)])
        self.mix = nn.ModuleList([nn.Conv1d(channels, channels, 1) for _ in range(layers)])
        self.last = nn.Conv1d(channels, heads, 1)
        self.drop = nn.Dropout(dropout)
    def forward(self, x):
        x = F.relu(self.first(x))
        for wide, mix in zip(self.wide, self.mix):
            x = x + mix(self.drop(F.relu(wide(x))))
        return self.last(F.relu(x))

def load(spec, keep=None):
    features, truths = spec.split(',')
    items = []
    for path in sorted(glob.glob(features + '/*.feat')):
        name = os.path.basename(path)[:-5]
        if keep and not keep(name): continue
        t = json.load(open(f'{truths}/{name}.truth.json'))
        x = np.fromfile(path, '<f4').reshape(-1, VALUES)
        y = np.zeros((len(x), 2), np.float32); mask = np.ones((len(x), 2), np.float32)
        for k, times in enumerate((t['beats'], t['downbeats'])):
            if times is None: mask[:, k] = 0; continue
            for b in times:
                at = b * RATE; i = int(round(at))
                for d in (-1, 0, 1):
                    if 0 <= i + d < len(y): y[i + d, k] = max(y[i + d, k], max(0, 1 - .5 * abs(i + d - at)) if d else 1)
        w = t.get('window') or [0, 1e9]
        lo, hi = int(max(0, w[0]) * RATE), int(w[1] * RATE); mask[:lo] = 0; mask[hi:] = 0
        items.append(dict(name=name, group=t['group'], truth=t, x=x, y=y, mask=mask))
    return items

def batches(items, r, size, length):
    order = r.permutation(len(items))
    for k in range(0, len(order) - size + 1, size):
        xs, ys, ms = [], [], []
        for i in order[k:k + size]:
            it = items[i]; n = len(it['x']); stretch = r.uniform(.88, 1.14)
            need = int(length * stretch); a = int(r.integers(0, max(1, n - need + 1)))
            x, y, m = it['x'][a:a + need], it['y'][a:a + need], it['mask'][a:a + need]
            if abs(stretch - 1) > .02 and len(x) > 10:
                m_out = int(len(x) / stretch); at = np.linspace(0, len(x) - 1, m_out); lo = np.floor(at).astype(int); f = (at - lo)[:, None].astype(np.float32); hi = np.minimum(lo + 1, len(x) - 1)
                near = np.round(at).astype(int)
                x = np.concatenate([x[near][:, :9], x[lo][:, 9:] * (1 - f) + x[hi][:, 9:] * f], 1); y = y[lo] * (1 - f) + y[hi] * f; m = m[near]
            gain = np.ones(VALUES, np.float32)
            gain[:8] = r.uniform(.7, 1.3, 8); gain[9:] = r.uniform(.8, 1.2, VALUES - 9)
            if r.random() < .3: gain[int(r.integers(VALUES))] = 0
            x = x * gain; p = length - len(x)
            if p > 0: x = np.pad(x, ((0, p), (0, 0))); y = np.pad(y, ((0, p), (0, 0))); m = np.pad(m, ((0, p), (0, 0)))
            xs.append(x[:length]); ys.append(y[:length]); ms.append(m[:length])
        yield [torch.from_numpy(np.ascontiguousarray(np.stack(v).transpose(0, 2, 1)).astype(np.float32)) for v in (xs, ys, ms)]

def peaks(p, level=.2):
    i = np.arange(1, len(p) - 1)
    return (i[(p[1:-1] > level) & (p[1:-1] >= p[:-2]) & (p[1:-1] > p[2:])] / RATE).tolist()

def f_measure(a, b, tol=.07):
    j = n = 0
    for x in a:
        while j < len(b) and b[j] < x - tol: j += 1
        if j < len(b) and abs(b[j] - x) <= tol: n += 1; j += 1
    return 2 * n / max(1, len(a) + len(b))

def measure(net, sets):
    net.eval(); out = {}
    with torch.no_grad():
        for it in sets:
            p = torch.sigmoid(net(torch.from_numpy(it['x'].T.copy())[None]))[0].numpy()
            t = it['truth']; w = t['window']; inside = lambda v: [x for x in v if w[0] <= x <= w[1]]
            g = out.setdefault(it['group'], [])
            if t['refuse']: g.append((p[0].mean(), p[0].max()))
            else: g.append((f_measure(inside(t['beats']), inside(peaks(p[0]))), f_measure(inside(t['downbeats']), inside(peaks(p[1]))) if t['downbeats'] else np.nan))
    net.train()
    return ' '.join(f'{g} {np.nanmean([a for a, _ in v]):.2f}/{np.nanmean([b for _, b in v]):.2f}' for g, v in sorted(out.items()))

def write(net, mean, spread, path):
    """One line for each array: name, shape, numbers. The means are folded into the first layer."""
    s = {k: v.detach().numpy().astype(np.float64) for k, v in net.state_dict().items()}
    w = s['first.weight'] / spread[None, :, None]
    with open(path, 'w') as f:
        def line(name, a): f.write(name + ' ' + 'x'.join(map(str, a.shape)) + ' ' + ' '.join(f'{x:.4g}' for x in a.ravel()) + '\n')
        line('mean', mean); line('first.weight', w); line('first.bias', s['first.bias'])
        for i in range(len(net.wide)):
            for k in ('wide', 'mix'):
                line(f'{k}.{i}.weight', s[f'{k}.{i}.weight']); line(f'{k}.{i}.bias', s[f'{k}.{i}.bias'])
        line('last.weight', s['last.weight']); line('last.bias', s['last.bias'])

def main():
    a = argparse.ArgumentParser(); a.add_argument('--train', action='append', required=True); a.add_argument('--test', action='append', default=[]); a.add_argument('--epochs', type=int, default=20)
    a.add_argument('--channels', type=int, default=20); a.add_argument('--out', required=True); a.add_argument('--seed', type=int, default=1); a.add_argument('--start'); a.add_argument('--rate', type=float, default=3e-3)
    a.add_argument('--minutes', type=float, default=1e9); o = a.parse_args()
    torch.set_num_threads(1); torch.manual_seed(o.seed); r = np.random.default_rng(o.seed)
    train = [i for s in o.train for i in load(s)]; test = [i for s in o.test for i in load(s)]
    print(len(train), 'items to train,', len(test), 'to test', flush=True)
    all_rows = np.concatenate([i['x'][::7] for i in train]); mean, spread = all_rows.mean(0), all_rows.std(0) + 1e-3
    for it in train + test: it['x'] = ((it['x'] - mean) / spread).astype(np.float32)
    held = [it for k, it in enumerate(train) if k % 12 == 0]; train = [it for k, it in enumerate(train) if k % 12]
    net = Net(o.channels); print(sum(p.numel() for p in net.parameters()), 'weights')
    if o.start: net.load_state_dict(torch.load(o.start))
    size, length = 8, 40 * RATE
    steps = o.epochs * (len(train) // size); opt = torch.optim.Adam(net.parameters(), lr=o.rate)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, o.rate, total_steps=steps + 1, pct_start=.15)
    began = time.time(); average = {k: v.clone() for k, v in net.state_dict().items()}
    for epoch in range(o.epochs):
        losses = []
        for x, y, m in batches(train, r, size, length):
            z = net(x); weight = torch.tensor([1., 1.5])[None, :, None]
            loss = (F.binary_cross_entropy_with_logits(z, y, reduction='none') * m * weight * (1 + 2 * y)).mean()
            opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 1.); opt.step(); sched.step(); losses.append(loss.item())
        print(f'{epoch} loss {np.mean(losses):.4f} {time.time() - began:.0f} s | held {measure(net, held)} | test {measure(net, test)}', flush=True)
        write(net, mean, spread, o.out); torch.save(net.state_dict(), o.out + '.pt'); np.savez(o.out + '.norm', mean=mean, spread=spread)

if __name__ == '__main__':
    main()
