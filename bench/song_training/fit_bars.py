#!/usr/bin/env python3
"""Fit what speaks for a downbeat (logistic regression over the beats around it) and try the priors of the bar search.

usage: fit_bars.py --train BARS,TRUTHS [..] --test BARS,TRUTHS [..] [--out WEIGHTS.txt]

BARS holds <item>.bars as DumpBars writes them: a beat a line, its time, 13 standardised values and the network's log-odds of a downbeat and of a beat.
"""
import argparse, glob, json, os
import numpy as np

AROUND = list(range(-4, 5))
METRES = [4, 3, 2, 5, 7]

def load(specs):
    items = []
    for spec in specs:
        bars, truths = spec.split(',')
        for f in sorted(glob.glob(bars + '/*.bars')):
            name = os.path.basename(f)[:-5]; t = json.load(open(f'{truths}/{name}.truth.json'))
            if t.get('downbeats') is None: continue
            x = np.loadtxt(f, ndmin=2); d = np.array(t['downbeats']); y = np.array([np.abs(d - b).min() < .05 if len(d) else False for b in x[:, 0]], float)
            items.append(dict(name=name, group=t['group'], t=x[:, 0], v=x[:, 1:], y=y))
    return items

def rows(it):
    v = it['v'][:, :14].copy(); v[:, 13] = np.clip(v[:, 13] + 1.5, -4, 4)
    n = len(v); out = np.zeros((n, len(AROUND) * v.shape[1]))
    for a, k in enumerate(AROUND):
        lo, hi = max(0, -k), min(n, n - k); out[lo:hi, a * v.shape[1]:(a + 1) * v.shape[1]] = v[lo + k:hi + k]
    return out

def viterbi(odds, w, start, each, change):
    states = [(m, p) for m in range(len(METRES)) for p in range(METRES[m])]; first = np.cumsum([0] + METRES[:-1]); last = first + np.array(METRES) - 1
    S = len(states); score = np.array([start[m] + (w * odds[0] + each[m] if p == 0 else 0) for m, p in states]); back = []
    prev = np.arange(S) - 1; isfirst = np.zeros(S, bool); isfirst[first] = True
    for o in odds[1:]:
        new = score[prev]; b = prev.copy(); e = score[last]
        for m in range(len(METRES)):
            c = e + change; c[m] = e[m]; k = int(np.argmax(c)); new[first[m]] = c[k] + w * o + each[m]; b[first[m]] = last[k]
        score = new; back.append(b)
    s = int(np.argmax(score)); path = [s]
    for b in reversed(back): s = b[s]; path.append(s)
    return np.array([states[s] for s in path[::-1]])

def downf(items, key, **k):
    g = {}; met = {}
    for it in items:
        p = viterbi(it[key], **k); e = p[:, 1] == 0; f = 2 * (e * it['y']).sum() / max(1, e.sum() + it['y'].sum()); g.setdefault(it['group'], []).append(f); it['f'] = f; it['m'] = METRES[np.bincount(p[:, 0]).argmax()]
    return {a: round(float(np.mean(b)), 3) for a, b in sorted(g.items())}

def main():
    a = argparse.ArgumentParser(); a.add_argument('--train', nargs='+', required=True); a.add_argument('--test', nargs='+', default=[]); a.add_argument('--out'); a.add_argument('--ridge', type=float, default=.003); a.add_argument('--tries', action='store_true'); a.add_argument('--items', action='store_true'); o = a.parse_args()
    train, test = load(o.train), load(o.test); groups = sorted({i['group'] for i in train})
    X = np.concatenate([rows(i) for i in train]); y = np.concatenate([i['y'] for i in train]); per = {g: sum(len(i['y']) for i in train if i['group'] == g) for g in groups}
    wt = np.concatenate([np.full(len(i['y']), 1 / per[i['group']] / len(groups)) for i in train]); X1 = np.c_[X, np.ones(len(X))]; w = np.zeros(X1.shape[1])
    for _ in range(12):      # Newton's steps
        p = 1 / (1 + np.exp(-X1 @ w)); h = (X1 * (wt * p * (1 - p))[:, None]).T @ X1 + np.diag(np.r_[np.full(X.shape[1], o.ridge), 1e-9]); w -= np.linalg.solve(h, X1.T @ (wt * (p - y)) + np.r_[np.full(X.shape[1], o.ridge), 0] * w)
    for it in train + test: it['o'] = np.c_[rows(it), np.ones(len(it['v']))] @ w
    product = dict(w=1., start=[0, -2.5, -4, -7, -8], each=[0, 0, -.3, -1.5, -2.5], change=-9)
    tries = [('product', product)]
    if o.tries:
        tries += [(f'w {w_} each x{e} change {c}', dict(product, w=w_, each=[0, 0, -.3 * e, -1.5 * e, -2.5 * e], change=c)) for w_ in (.6, 1., 1.4) for e in (.3, .6, 1) for c in (-6, -9, -14)]
    for label, k in tries:
        a_, b_ = downf(train, 'o', **k), downf(test, 'o', **k); print(label, round(np.mean(list(a_.values())), 3), a_, '| test', round(np.mean(list(b_.values())), 3) if b_ else '', b_)
        if o.items and label == 'product':
            for it in test: print(f"   {it['name'][:40]:40s} {it['f']:.2f} metre {it['m']}")
    if o.out:
        with open(o.out, 'w') as f:
            f.write(f'bias 1 {w[-1]:.5g}\nweights {len(AROUND)}x14 ' + ' '.join(f'{x:.4g}' for x in w[:-1]) + '\n')

if __name__ == '__main__':
    main()
