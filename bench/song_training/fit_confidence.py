#!/usr/bin/env python3
"""Fit the confidence of beats and downbeats on pieces the choice was not fitted on, and print the reliability table.

usage: fit_confidence.py CHOICE.txt --train CANDIDATES,TRUTHS [..] --test CANDIDATES,TRUTHS [..]

What speaks for a beat: how much of the candidates' weight has a beat there (softmax of their scores), and how sure the network is on the chosen beats.
"""
import argparse, glob, json, os
import numpy as np
from fit_choice import read

def weights(path):
    W = {}
    for line in open(path):
        k, shape, *v = line.split(); W[k] = np.array(v, float).reshape([int(x) for x in shape.split('x')])
    return W

def score(W, v):
    x = np.clip((v - W['mean']) / W['spread'], -4, 4); return W['line'][0] @ x + W['out'][0] @ np.tanh(W['hidden.weight'] @ x + W['hidden.bias'])

def near(times, t, tol):
    i = np.searchsorted(times, t); d = np.full(len(t), 9.)
    for k in (i - 1, i):
        ok = (k >= 0) & (k < len(times)); d[ok] = np.minimum(d[ok], np.abs(times[np.clip(k, 0, len(times) - 1)] - t)[ok])
    return d < tol

def load(W, specs):
    items = []
    for spec in specs:
        cands, truths = spec.split(',')
        for f in sorted(glob.glob(cands + '/*.cand')):
            t = json.load(open(f"{truths}/{os.path.basename(f)[:-5]}.truth.json"))
            if t['refuse'] or not t['beats']: continue
            C = read(f); s = np.array([score(W, c['v']) for c in C]); p = np.exp(s - s.max()); p /= p.sum(); c = C[int(s.argmax())]
            lo, hi = t['window']; inside = (c['t'] >= lo) & (c['t'] <= hi); tt = c['t'][inside]; d = c['d'][inside] == 0
            beat = sum(pi * near(ci['t'], tt, .05) for pi, ci in zip(p, C)); down = sum(pi * near(ci['t'][ci['d'] == 0], tt, .05) for pi, ci in zip(p, C))
            y = near(np.array(t['beats']), tt, .07); z = near(np.array(t['downbeats']), tt, .07) if t['downbeats'] else None
            items.append(dict(group=t['group'], beat=beat, odds=np.full(len(tt), c['v'][5]), sep=np.full(len(tt), c['v'][20]), y=y, d=d, down=down, z=z))
    return items

def logit(p): p = np.clip(p, .01, .99); return np.log(p / (1 - p))

def fit(X, y, w):
    X = np.c_[X, np.ones(len(X))]; b = np.zeros(X.shape[1])
    for _ in range(20):
        p = 1 / (1 + np.exp(-X @ b)); b -= np.linalg.solve((X * (w * p * (1 - p))[:, None]).T @ X + 1e-8 * np.eye(len(b)), X.T @ (w * (p - y)))
    return b

def table(label, p, y, w):
    print(label)
    for a, b in ((0, .3), (.3, .5), (.5, .7), (.7, .8), (.8, .9), (.9, .95), (.95, 1.01)):
        m = (p >= a) & (p < b)
        if m.sum(): print(f'  told {a:.2f}-{min(b,1):.2f}: mean {np.average(p[m], weights=w[m]):.2f} right {np.average(y[m], weights=w[m]):.2f} ({m.sum()} beats)')

def main():
    a = argparse.ArgumentParser(); a.add_argument('choice'); a.add_argument('--train', nargs='+'); a.add_argument('--test', nargs='+'); o = a.parse_args(); W = weights(o.choice)
    train, test = load(W, o.train), load(W, o.test)
    def data(items, bar):
        use = [i for i in items if not bar or i['z'] is not None]
        X = [np.c_[logit(i['down']), i['sep']][i['d']] if bar else np.c_[logit(i['beat']), i['odds']] for i in use]; y = [i['z'][i['d']] if bar else i['y'] for i in use]
        return np.concatenate(X), np.concatenate(y).astype(float), np.concatenate([np.full(len(v), 1 / max(1, len(v)) / sum(j['group'] == i['group'] for j in use)) for i, v in zip(use, y)])
    for bar in (False, True):
        X, y, w = data(train, bar); b = fit(X, y, w / w.sum() * 100); print('downbeats' if bar else 'beats', 'weights', b.round(3))
        for label, items in (('train', train), ('test', test)):
            X, y, w = data(items, bar); table(label, 1 / (1 + np.exp(-np.c_[X, np.ones(len(X))] @ b)), y, w)

if __name__ == '__main__':
    main()
