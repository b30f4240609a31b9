#!/usr/bin/env python3
"""Fit the choice among beat candidates on pieces the beat network has not heard, and write its weights as the product's resource.

usage: fit_choice.py --train CANDIDATES,TRUTHS [..] --test CANDIDATES,TRUTHS [..] [--hidden N] [--epochs N] --out WEIGHTS.txt

CANDIDATES holds <item>.cand as DumpCandidates writes them. The score of a candidate is a linear sum plus a small hidden layer; it learns to put candidates in the
order of their worth (list-wise softmax). Needs torch and numpy, and in SONGMAP_BENCH the folder of score_songmap.py.
"""
import argparse, glob, json, os, sys
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
sys.path.insert(0, os.environ['SONGMAP_BENCH'])
import score_songmap as S

def read(path):
    out, c = [], None
    for line in open(path):
        k, *v = line.split()
        if k == 'v': c = dict(v=np.array(v, float)); out.append(c)
        elif k == 't': c['t'] = np.array(v, float)
        elif k == 'd': c['d'] = np.array(v, int)
    return out

def scored(t, c):
    w = t['window']; ins = lambda v: [x for x in v if w[0] - 1e-6 <= x <= w[1] + 1e-6]
    s = S.beat_scores(ins(t['beats']), ins(c['t'].tolist()))
    s['downF'] = S.f_measure(ins(t['downbeats']), ins(c['t'][c['d'] == 0].tolist()), .07) if t.get('downbeats') is not None else None
    s['tempo4'] = float(abs(60 / np.median(np.diff(c['t'])) / t['tempo'] - 1) <= .04)
    return s

def load(specs):
    items = []
    for spec in specs:
        cands, truths = spec.split(',')
        for f in sorted(glob.glob(cands + '/*.cand')):
            name = os.path.basename(f)[:-5]; t = json.load(open(f'{truths}/{name}.truth.json'))
            if t['refuse']: continue
            C = [c for c in read(f) if np.isfinite(c['v']).all()]
            if not C: continue
            s = [scored(t, c) for c in C]
            worth = np.array([x['beatF'] + .7 * x['cmlt'] + .3 * (x['downF'] if x['downF'] is not None else x['beatF']) for x in s])
            items.append(dict(name=name, group=t['group'], v=np.stack([c['v'] for c in C]), s=s, worth=worth))
    return items

KEYS = ['beatF', 'cmlt', 'amlt', 'downF', 'tempo4']
def table(items, pick, show=False):
    g = {}
    for it in items:
        k = pick(it); g.setdefault(it['group'], []).append([it['s'][k][m] if it['s'][k][m] is not None else np.nan for m in KEYS])
        if show: print(f"{it['name'][:40]:40s} chosen {it['s'][k]['beatF']:.2f} best {max(x['beatF'] for x in it['s']):.2f}")
    rows = []
    for k in sorted(g): rows.append(np.nanmean(g[k], 0)); print(f'{k:10s} {len(g[k]):4d} ' + ' '.join(f'{x:.3f}' for x in rows[-1]))
    print(' ' * 16 + ' '.join(f'{x:.3f}' for x in np.mean(rows, 0)), flush=True)

class Choice(nn.Module):
    def __init__(self, n, hidden):
        super().__init__(); self.line = nn.Linear(n, 1, bias=False); self.hidden = nn.Linear(n, hidden); self.out = nn.Linear(hidden, 1, bias=False)
    def forward(self, x): return (self.line(x) + self.out(torch.tanh(self.hidden(x)))).squeeze(-1)

def main():
    a = argparse.ArgumentParser(); a.add_argument('--train', nargs='+', required=True); a.add_argument('--test', nargs='+', default=[]); a.add_argument('--hidden', type=int, default=8)
    a.add_argument('--epochs', type=int, default=60); a.add_argument('--out'); a.add_argument('--decay', type=float, default=3e-3); a.add_argument('--items', action='store_true'); a.add_argument('--seed', type=int, default=1); o = a.parse_args()
    torch.manual_seed(o.seed); torch.set_num_threads(1); r = np.random.default_rng(o.seed)
    train, test = load(o.train), load(o.test); v = np.concatenate([i['v'] for i in train]); mean, spread = v.mean(0), v.std(0) + 1e-6
    for it in train + test: it['x'] = torch.tensor(np.clip((it['v'] - mean) / spread, -4, 4), dtype=torch.float32); it['p'] = F.softmax(torch.tensor(8 * it['worth'], dtype=torch.float32), 0)
    groups = sorted({i['group'] for i in train}); weight = {g: 1 / sum(i['group'] == g for i in train) for g in groups}
    print(len(train), 'train'); print('best'); test and table(test, lambda it: int(np.argmax([x['beatF'] for x in it['s']])))
    net = Choice(v.shape[1], o.hidden); opt = torch.optim.AdamW(net.parameters(), lr=4e-3, weight_decay=o.decay * 10)
    for epoch in range(o.epochs):
        order = r.permutation(len(train))
        for k in range(0, len(order), 8):
            loss = sum(-(weight[train[i]['group']] * len(train) / len(groups)) * (train[i]['p'] * F.log_softmax(net(train[i]['x'] + .1 * torch.randn_like(train[i]['x'])), 0)).sum() for i in order[k:k + 8]) / 8
            opt.zero_grad(); loss.backward(); opt.step()
        for gr in opt.param_groups: gr['lr'] = 4e-3 * (1 - epoch / o.epochs) + 1e-5
    net.eval(); pick = lambda it: int(net(it['x']).argmax())
    print('train'); table(train, pick); print('test'); test and table(test, pick, o.items)
    print('line', ' '.join(f'{i}:{x:+.2f}' for i, x in enumerate(net.line.weight[0].tolist())))
    if o.out:
        s = {k: x.detach().numpy() for k, x in net.state_dict().items()}
        with open(o.out, 'w') as f:
            for name, arr in (('mean', mean), ('spread', spread), ('line', s['line.weight']), ('hidden.weight', s['hidden.weight']), ('hidden.bias', s['hidden.bias']), ('out', s['out.weight'])):
                f.write(name + ' ' + 'x'.join(map(str, arr.shape)) + ' ' + ' '.join(f'{x:.5g}' for x in arr.ravel()) + '\n')

if __name__ == '__main__':
    main()
