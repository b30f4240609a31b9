#!/usr/bin/env python3
"""Fits the weights of section borders (section-borders.txt) and tells how well they do on songs that were left out.

    fit_sections.py CURVES [--write FILE] [--unseen CURVES2]

CURVES holds what MeasureSections writes: border curves at each bar line, on true beats and on our own, and the truth. A logistic regression over the curves of a line
and of the lines beside it, with an L2 penalty; both groups (made by rules; pop) weigh the same. Borders are then chosen as SectionBorders does. Left out in turn: each
pop song alone, and each seed of the generator. Needs numpy and scipy.
"""
import argparse
import glob
import json

import numpy as np
from scipy.optimize import minimize

PENALTY = 100.0
PRICE = -1.2
LENGTHS = {8: 0, 16: 0, 12: -.3, 4: -.4, 32: -.4, 24: -.6, 6: -.9, 10: -.9, 20: -.9, 14: -1.}


def group(song):
    return 'pop' if song['group'] == 'pop' else 'generated'


def fold(song):
    return song['item'] if group(song) == 'pop' else 'seed-' + song['item'].split('-')[1]


def inner(song):
    return [section['start'] for section in song['truth'][1:]]


def with_context(curves):
    none = np.zeros((1, curves.shape[1]))
    return np.hstack([np.vstack([none, curves[:-1]]), curves, np.vstack([curves[1:], none])])


def rows(folder):
    result = []
    for name in sorted(glob.glob(folder + '/*.json')):
        song = json.load(open(name))
        for beats in ('true', 'own'):
            starts = np.array(song[beats]['starts'])
            if len(starts) < 8:
                continue
            borders = np.zeros(len(starts))
            for time in inner(song):
                nearest = np.argmin(abs(starts - time))
                borders[nearest] = abs(starts[nearest] - time) < 1
            borders[0] = 0
            result.append((song, beats, starts, with_context(np.array(song[beats]['curves'])), borders))
    return result


def fit(some):
    count = {g: sum(group(r[0]) == g for r in some) for g in ('pop', 'generated')}
    x = np.vstack([r[3][1:] for r in some])
    y = np.concatenate([r[4][1:] for r in some])
    w = np.concatenate([np.full(len(r[4]) - 1, 5000 / count[group(r[0])] / len(r[4])) for r in some])

    def loss(b):
        z = x @ b[1:] + b[0]
        g = w * (1 / (1 + np.exp(-z)) - y)
        value = (w * (np.logaddexp(0, z) - y * z)).sum() + PENALTY * (b[1:] ** 2).sum() / 2
        return value, np.concatenate([[g.sum()], x.T @ g + PENALTY * b[1:]])

    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method='L-BFGS-B').x


def borders(odds):
    n = len(odds)
    best, before = np.full(n + 1, -1e9), np.zeros(n + 1, int)
    best[0] = 0
    for end in range(1, n + 1):
        for start in range(max(0, end - 32), end):
            outer = start == 0 or end == n
            if end - start < 3 and not outer:
                continue
            length = end - start
            bonus = 0 if outer else LENGTHS.get(length, -1.3 if length % 2 else -1.1)
            value = best[start] + (0 if start == 0 else odds[start] - PRICE) + bonus
            if value > best[end]:
                best[end], before[end] = value, start
    result, end = [], n
    while end > 0:
        result.append(before[end])
        end = before[end]
    return sorted(result)[1:]


def f_measure(found, truth, tolerance):
    if not found or not truth:
        return float(not found and not truth)
    i = j = hits = 0
    while i < len(found) and j < len(truth):
        if abs(found[i] - truth[j]) <= tolerance:
            hits, i, j = hits + 1, i + 1, j + 1
        elif found[i] < truth[j]:
            i += 1
        else:
            j += 1
    return 2 * hits / (len(found) + len(truth))


def tell(name, scores):
    for beats in ('true', 'own'):
        means = {g: np.mean([s[2:] for s in scores if s[0] == beats and s[1] == g], 0)
                 for g in ('generated', 'pop') if any(s[0] == beats and s[1] == g for s in scores)}
        text = '  '.join('%s %.3f / %.3f' % (g, *m) for g, m in means.items())
        print('%-9s %-4s beats  %s  mean %.3f / %.3f' % (name, beats, text, *np.mean(list(means.values()), 0)))


def score(some, weights):
    result = []
    for song, beats, starts, x, _ in some:
        found = [starts[i] for i in borders(x @ weights[1:] + weights[0])]
        result.append((beats, group(song), f_measure(found, inner(song), .5), f_measure(found, inner(song), 3)))
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('curves')
    parser.add_argument('--write')
    parser.add_argument('--unseen')
    options = parser.parse_args()
    all_rows = rows(options.curves)
    left_out = []
    for each in sorted({fold(r[0]) for r in all_rows}):
        weights = fit([r for r in all_rows if fold(r[0]) != each])
        left_out += score([r for r in all_rows if fold(r[0]) == each], weights)
    tell('left out', left_out)
    weights = fit(all_rows)
    if options.unseen:
        tell('unseen', score(rows(options.unseen), weights))
    if options.write:
        third = (len(weights) - 1) // 3
        with open(options.write, 'w') as out:
            for name, part in (('bias', weights[:1]), ('before', weights[1:1 + third]),
                               ('here', weights[1 + third:1 + 2 * third]), ('after', weights[1 + 2 * third:])):
                out.write('%s %d %s\n' % (name, len(part), ' '.join('%.5g' % v for v in part)))


main()
