#!/usr/bin/env python3
"""Train the bar network on right and wrong beat paths through music made by rules, and write its weights as the product's resource.

usage: train_bars.py --train PATHS,TRUTHS [..] [--test PATHS,TRUTHS ..] [--epochs N] [--channels N] --out WEIGHTS.txt

PATHS holds <item>.paths as DumpForTraining writes them: how many paths, then of each its beats, the width of a row, the times and the rows (BarFrames); the first path is the
true one. The network says of each beat whether a bar begins, whether it is a beat of the music at all (which only helps to learn), and the metre. Pieces on which
the beat network was trained are not for this: it is surer on them than on others. Needs torch and numpy.
"""
import argparse, glob, json, os, time
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

METRES = [4, 3, 2, 5, 7]
BANDS, RHYTHM, CHANCES, HARMONY, RISES, LIKENESS = 5, slice(0, 30), slice(30, 34), slice(34, 42), slice(42, 45), slice(45, 61)
LENGTH, TOGETHER = 224, 12

def read(path):
    raw, at, out = open(path, 'rb').read(), 0, []
    def take(kind, n):
        nonlocal at
        x = np.frombuffer(raw, kind, n, at); at += 4 * n
        return x
    for _ in range(int(take('>i4', 1)[0])):
        beats, width = (int(x) for x in take('>i4', 2)); times = take('>f4', beats).astype(float)
        out.append(dict(t=times, x=take('>f4', beats * width).astype(np.float32).reshape(beats, width)))
    return [p for p in out if len(p['t']) >= 6]

def label(p, truth):
    t, beats = p['t'], np.array(truth['beats']); n, w = len(t), truth.get('window') or [0, 1e9]
    far = np.abs(t[:, None] - beats[None]); near = far.argmin(1); d = far[np.arange(n), near]
    interval = np.diff(beats)[np.minimum(near, len(beats) - 2)]; own = np.diff(t); own = np.r_[own, own[-1]]
    tolerance = np.minimum(.07, .22 * interval)
    p['right'] = (d < tolerance) & (np.abs(np.log(own / interval)) < .14)
    p['inside'] = (t >= max(w[0], beats[0] - .1)) & (t <= min(w[1], beats[-1] + .1))
    down = np.array(truth['downbeats'] or []); p['known'] = len(down) > 1
    p['down'] = np.abs(t[:, None] - down[None]).min(1) < tolerance if len(down) else np.zeros(n, bool)
    metre, first = np.full(len(beats), -1), [int(np.abs(beats - x).argmin()) for x in down]
    for a, b in zip(first[:-1], first[1:]):
        if b - a in METRES: metre[a:b] = METRES.index(b - a)
    if len(first) > 1: metre[first[-1]:] = metre[first[-2]]
    p['metre'] = np.where(p['right'], metre[near], -1)

def load(specs):
    items = []
    for spec in specs:
        paths, truths = spec.split(',')
        for f in sorted(glob.glob(paths + '/*.paths')):
            name = os.path.basename(f)[:-6]; truth = json.load(open(f'{truths}/{name}.truth.json'))
            if truth['refuse'] or len(truth['beats']) < 8: continue
            found = read(f)
            for p in found: label(p, truth)
            items.append(dict(name=name, group=truth['group'], truth=truth, paths=found))
    return items

class Net(nn.Module):
    def __init__(self, width, channels, layers=5, kernel=5, dropout=.15):
        super().__init__()
        self.first = nn.Conv1d(width, channels, 3, padding=1)
        self.wide = nn.ModuleList([nn.Conv1d(channels, channels, kernel, dilation=2 ** i, padding=2 ** i * (kernel // 2)) for i in range(layers)])
        self.mix = nn.ModuleList([nn.Conv1d(channels, channels, 1) for _ in range(layers)])
        self.last = nn.Conv1d(channels, 2 + len(METRES), 1); self.drop = nn.Dropout(dropout)
    def forward(self, x):
        x = F.relu(self.first(x))
        for wide, mix in zip(self.wide, self.mix): x = x + mix(self.drop(F.relu(wide(x))))
        return self.last(F.relu(x))

def varied(x, r):
    """Bands louder, softer or missing; now and then a whole sense."""
    gain = np.ones(x.shape[1], np.float32)
    for b in range(BANDS): gain[b:30:BANDS] *= r.uniform(.75, 1.3) if r.random() > .06 else 0
    for part, chance in ((CHANCES, .12), (HARMONY, .12), (RISES, .1), (LIKENESS, .1)):
        if r.random() < chance: gain[part] = 0
    return x * gain

def chosen(items, r, each):
    """The true path, one that is mostly right, and any others of each piece."""
    for it in items:
        good = [p for p in it['paths'] if p['right'][p['inside']].mean() > .6] or it['paths'][:1]
        yield from ((it, p) for p in [it['paths'][0], good[r.integers(len(good))]] + [it['paths'][r.integers(len(it['paths']))] for _ in range(each - 2)])

def loss_of(net, jobs, weights, r):
    width = jobs[0][1]['x'].shape[1]; x = np.zeros((len(jobs), width, LENGTH), np.float32)
    down, right, inside, known = (np.zeros((len(jobs), LENGTH), np.float32) for _ in range(4)); metre = np.full((len(jobs), LENGTH), -1); w = np.zeros((len(jobs), 1), np.float32)
    for q, (it, p) in enumerate(jobs):
        n = len(p['t']); a = 0 if r.random() < .5 or n < 40 else int(r.integers(0, max(1, n - min(n, LENGTH) + 20))); b = min(n, a + LENGTH); m = b - a
        x[q, :, :m] = varied(p['x'][a:b], r).T; down[q, :m] = p['down'][a:b]; right[q, :m] = p['right'][a:b]; inside[q, :m] = p['inside'][a:b]
        known[q, :m] = inside[q, :m] * p['known']; metre[q, :m] = p['metre'][a:b]; w[q] = weights[it['group']]
    z = net(torch.from_numpy(x)); down, right, inside, known, w = (torch.from_numpy(v) for v in (down, right, inside, known, w)); metre = torch.from_numpy(metre); told = (metre >= 0).float()
    each = F.binary_cross_entropy_with_logits
    return (each(z[:, 0], down, reduction='none') * known * w * (1 + down)).sum() / known.sum() + .5 * (each(z[:, 1], right, reduction='none') * inside * w).sum() / inside.sum() \
        + .4 * (F.cross_entropy(z[:, 2:], metre.clamp(min=0), reduction='none') * told * w).sum() / told.sum().clamp(min=1)

def measure(net, items):
    """How many beats of the true paths are rightly told to begin a bar or not."""
    net.eval(); groups = {}
    with torch.no_grad():
        for it in items:
            p = it['paths'][0]
            if p['known']: groups.setdefault(it['group'], []).append(((net(torch.from_numpy(p['x'].T.copy())[None])[0, 0].numpy() > 0) == p['down']).mean())
    net.train(); return ' '.join(f'{g} {np.mean(v):.3f}' for g, v in sorted(groups.items()))

def write(net, mean, spread, path):
    """One line for each array: name, shape, numbers. The spread is folded into the first layer."""
    s = {k: v.detach().numpy().astype(np.float64) for k, v in net.state_dict().items()}; s['first.weight'] = s['first.weight'] / spread[None, :, None]
    with open(path, 'w') as f:
        for name, a in [('mean', mean)] + list(s.items()): f.write(name + ' ' + 'x'.join(map(str, a.shape)) + ' ' + ' '.join(f'{x:.4g}' for x in a.ravel()) + '\n')

def main():
    a = argparse.ArgumentParser(); a.add_argument('--train', nargs='+', required=True); a.add_argument('--test', nargs='+', default=[]); a.add_argument('--epochs', type=int, default=9)
    a.add_argument('--channels', type=int, default=16); a.add_argument('--rate', type=float, default=3e-3); a.add_argument('--each', type=int, default=4); a.add_argument('--seed', type=int, default=1); a.add_argument('--out', required=True); o = a.parse_args()
    torch.set_num_threads(1); torch.manual_seed(o.seed); r = np.random.default_rng(o.seed); train, test = load(o.train), load(o.test)
    rows = np.concatenate([p['x'] for it in train for p in it['paths'][:3]]); mean, spread = rows.mean(0), rows.std(0) + 1e-3
    for p in (p for it in train + test for p in it['paths']): p['x'] = ((p['x'] - mean) / spread).astype(np.float32)
    groups = sorted({it['group'] for it in train}); weights = {g: len(train) / len(groups) / sum(it['group'] == g for it in train) for g in groups}
    net = Net(rows.shape[1], o.channels); optimiser = torch.optim.AdamW(net.parameters(), lr=o.rate, weight_decay=1e-2); began = time.time()
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, o.rate, total_steps=o.epochs * (len(train) * o.each // TOGETHER + 1) + 10, pct_start=.15)
    for epoch in range(o.epochs):
        jobs = list(chosen(train, r, o.each)); order = r.permutation(len(jobs)); losses = []
        for k in range(0, len(order) - TOGETHER + 1, TOGETHER):
            loss = loss_of(net, [jobs[i] for i in order[k:k + TOGETHER]], weights, r)
            optimiser.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 1.); optimiser.step(); schedule.step(); losses.append(loss.item())
        print(f'{epoch} loss {np.mean(losses):.4f} {time.time() - began:.0f} s | {measure(net, test)}', flush=True); write(net, mean, spread, o.out)

if __name__ == '__main__':
    main()
