#!/usr/bin/env python3
"""Fit when a sound has no steady beat, on the best candidates of music and of sounds without a beat.

usage: fit_refusal.py CHOICE.txt --train CANDIDATES,TRUTHS [..] --test CANDIDATES,TRUTHS [..]

Five values: the network's log-odds on the beats, the part of its chances that they take, the mean of the activation, the largest autocorrelation of the activation and
of the chances. Both classes weigh the same; half a unit of log-odds is given to music, for a refused song hurts more.
"""
import argparse, glob, json, os
import numpy as np
from fit_choice import read
from fit_confidence import weights, score

def load(W, specs):
    items = []
    for spec in specs:
        cands, truths = spec.split(',')
        for f in sorted(glob.glob(cands + '/*.cand')):
            name = os.path.basename(f)[:-5]; t = json.load(open(f'{truths}/{name}.truth.json')); C = read(f)
            if not C: continue
            s = np.array(open(f).readline().split()[1:], float); v = max(C, key=lambda c: score(W, c['v']))['v']
            items.append((t['group'], not t['refuse'], name, np.array([v[5], v[9], s[0], s[1], s[3]])))
    return items

def main():
    a = argparse.ArgumentParser(); a.add_argument('choice'); a.add_argument('--train', nargs='+'); a.add_argument('--test', nargs='+'); o = a.parse_args(); W = weights(o.choice)
    train, test = load(W, o.train), load(W, o.test); X = np.array([i[3] for i in train]); y = np.array([float(i[1]) for i in train]); mean, spread = X.mean(0), X.std(0)
    Z = np.c_[(X - mean) / spread, np.ones(len(X))]; w = np.zeros(6); k = np.where(y > 0, 1 / y.sum(), 1 / (1 - y).sum()); ridge = .01 * np.diag([1] * 5 + [0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-Z @ w)); w -= np.linalg.solve((Z * (k * p * (1 - p))[:, None]).T @ Z + ridge, Z.T @ (k * (p - y)) + ridge @ w)
    raw = w[:5] / spread; bias = w[5] - raw @ mean + .5
    print('heard, captured, restless, onsets come back, chances come back:', raw.round(2), 'least', round(-bias, 2))
    for label, items in (('train', train), ('test', test)):
        for g in sorted({i[0] for i in items}):
            z = np.array([i[3] @ raw + bias for i in items if i[0] == g]); print(f'{label} {g}: {len(z)} items, kept {np.mean(z > 0):.3f}; lowest {np.sort(z)[:3].round(2)}, highest {np.sort(z)[-3:].round(2)}')

if __name__ == '__main__':
    main()
