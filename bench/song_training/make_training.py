#!/usr/bin/env python3
"""Make music to train the beat network on: bands, drums alone, piano with rubato, pop, and sounds without a beat.

usage: make_training.py OUT [--seed N] [--bands N] [--drums N] [--piano N] [--pop N] [--none N] [--soundfonts A.sf2,B.sf2]

Each piece is written as MIDI by rules and dice, played by fluidsynth with instruments drawn at random, then bent, coloured and made noisy. For each it writes
OUT/<name>.f32 (raw mono floats, 44.1 kHz) and OUT/<name>.truth.json (beats, downbeats, metre: exact, for they were there first). Nothing of it is recorded or
taken from a collection. Needs numpy, scipy and fluidsynth.
"""
import argparse, json, os, struct, subprocess, tempfile
import numpy as np
from scipy.signal import lfilter, butter, fftconvolve

SR = 44100
TICKS = 1000            # ticks a second

# ---------------------------------------------------------------- MIDI

def varlen(n):
    out = [n & 127]
    while n > 127:
        n >>= 7
        out.append((n & 127) | 128)
    return bytes(reversed(out))

def midi(notes, programs):
    """notes: (seconds, length, channel, pitch, velocity)."""
    events = []
    for channel, program in programs.items():
        events.append((0, 0, bytes([0xC0 | channel, program])))
    for t, d, c, p, v in notes:
        if t < 0 or not 0 < p < 128:
            continue
        a, b = int(t * TICKS), int((t + max(.03, d)) * TICKS)
        events.append((a, 2, bytes([0x90 | c, int(p), int(np.clip(v, 1, 127))])))
        events.append((b, 1, bytes([0x80 | c, int(p), 0])))
    events.sort(key=lambda e: (e[0], e[1]))
    data, last = bytearray(b'\0\xff\x51\x03\x0f\x42\x40'), 0
    for t, _, message in events:
        data += varlen(t - last) + message
        last = t
    data += b'\0\xff\x2f\0'
    return b'MThd' + struct.pack('>IHHH', 6, 0, 1, TICKS) + b'MTrk' + struct.pack('>I', len(data)) + bytes(data)

def play(notes, programs, seconds, font, r):
    with tempfile.TemporaryDirectory() as folder:
        song, sound = folder + '/a.mid', folder + '/a.raw'
        open(song, 'wb').write(midi(notes, programs))
        rev, chorus = str(int(r.random() < .6)), str(int(r.random() < .3))
        subprocess.run(['fluidsynth', '-ni', '-q', '-g', '0.4', '-R', rev, '-C', chorus, '-r', str(SR), '-O', 'float', '-T', 'raw', '-F', sound, font, song],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        y = np.fromfile(sound, '<f4').reshape(-1, 2).mean(1)
    n = int(seconds * SR)
    return np.pad(y, (0, max(0, n - len(y))))[:n]

def colour(y, r, strength):
    """What rooms, tapes and mastering do."""
    y = y / (np.abs(y).max() + 1e-9)
    if r.random() < .35 * (strength + .5):
        tail = r.standard_normal(int(r.uniform(.2, 1.2) * SR)); tail *= np.exp(-np.arange(len(tail)) / (r.uniform(.05, .25) * SR))
        wet = fftconvolve(y, tail)[:len(y)]
        y = y + r.uniform(.05, .35) * wet * y.std() / (wet.std() + 1e-9)
    if r.random() < .5:
        b, a = butter(1, r.uniform(150, 1500) / (SR / 2)); low = lfilter(b, a, y); g = r.uniform(-.6, 1.2); y = y + g * low
    if r.random() < .4:
        b, a = butter(1, r.uniform(3000, 14000) / (SR / 2)); y = lfilter(b, a, y)
    y /= np.abs(y).max() + 1e-9
    if r.random() < .6 * strength:
        k = r.uniform(1, 8); y = np.tanh(k * y) / np.tanh(k)
    if r.random() < .3:
        y = y + 10 ** r.uniform(-4, -2) * r.standard_normal(len(y))
    return (.9 * y / (np.abs(y).max() + 1e-9)).astype('<f4')

# ---------------------------------------------------------------- time

class Clock:
    """Beat number to seconds."""
    def __init__(self, start, lengths):
        self.times = np.concatenate([[0], np.cumsum(lengths)]) + start
    def __call__(self, beat):
        n = len(self.times) - 1
        if beat >= n: return float(self.times[-1] + (beat - n) * (self.times[-1] - self.times[-2]))
        if beat < 0: return float(self.times[0] + beat * (self.times[1] - self.times[0]))
        return float(np.interp(beat, np.arange(n + 1), self.times))

def tempo_curve(r, bpm, beats, manner):
    base = np.full(beats, 60 / bpm)
    if manner == 'machine': return base
    walk = lfilter([1], [1, -.95], r.standard_normal(beats) * r.uniform(.001, .005))
    return base * (1 + walk)

# ---------------------------------------------------------------- drums; a row of 16 (or 12) steps for a bar of 4 beats, 3 beats in 12 etc.

K, S, RIM, CLAP, H, O, P, RIDE, BELL, CRASH = 36, 38, 37, 39, 42, 46, 44, 51, 53, 49
TOMS = [50, 48, 47, 45, 43, 41]
# style: (metre, steps a beat, low bpm, high bpm, [kick rows], [snare rows], [hat rows])
D8, D16, DQ, DO = 'x.x.x.x.x.x.x.x.', 'xxxxxxxxxxxxxxxx', 'x...x...x...x...', '..x...x...x...x.'
BACK = '....x.......x...'
STYLES = {
    'rock': ('4/4', 4, 80, 152, ['x.......x.......', 'x.......x.x.....', 'x.....x.x.......', 'x..x....x.x.....', 'x.x.....x.......', 'x.......x..x..x.', 'x.....x...x.....'], [BACK], [D8, D8, DQ, D16]),
    'pop': ('4/4', 4, 70, 132, ['x.......x.......', 'x.....x.x.......', 'x..x..x...x.....', 'x...x...x...x...', 'x......xx.......'], [BACK], [D8, D16, DO, DQ]),
    'metal': ('4/4', 4, 120, 205, ['x.x.x.x.x.x.x.x.', 'xxxxxxxxxxxxxxxx', 'x..x..x...x.....', 'x.xxx.xxx.xxx.xx', 'x...x...x...x...', 'xxx.xxx.xxx.xxx.', 'x..x..x..x..x.x.'], [BACK, BACK, '..x...x...x...x.', '........x.......', DQ], [DQ, DQ, D8]),
    'punk': ('4/4', 4, 150, 215, ['x...x...x...x...', 'x.......x.x.....', 'x.x.....x.x.....', 'x.....x.x.......'], [BACK, '..x...x...x...x.'], [D8, DQ]),
    'half': ('4/4', 4, 70, 180, ['x.........x.....', 'x.....x.........', 'x..x......x.....', 'x...............'], ['........x.......'], [D8, DQ, D16]),
    'funk': ('4/4', 4, 84, 124, ['x.x.......x..x..', 'x..x..x...x.....', 'x......x..x..x..', 'x.x....x..x.....', 'x..x....x.x...x.'], ['....x..x.x..x..x', '....x..x....x...', '....x.......x.x.', BACK], [D16, D8]),
    'disco': ('4/4', 4, 112, 136, [DQ], [BACK, BACK, '................'], [DO, DO, D16, D8]),
    'hard': ('4/4', 4, 138, 185, [DQ, DQ, 'x...x...x...x.x.'], [BACK, '................', '................'], [DO, DO, '................', D16]),
    'dnb': ('4/4', 4, 158, 182, ['x.........x.....', 'x..x......x.....', 'x.........x..x..'], [BACK, '....x..x.x..x...', '....x....x..x..x'], [D8, D16]),
    'breaks': ('4/4', 4, 100, 150, ['x.x.......xx....', 'x.........x.....', 'x..x..x....x....'], ['....x..x.x..x..x', '....x.......x..x', BACK], [D8, D16]),
    'hiphop': ('4/4', 4, 72, 108, ['x......x..x.....', 'x.x.......x..x..', 'x..x...x..x.....', 'x.........xx....'], [BACK], [D8, D16, DQ]),
    'onedrop': ('4/4', 4, 62, 92, ['........x.......', 'x.......x.......', '....x.......x...'], ['........x.......', '....x.......x...'], [D8, DO, DQ]),
    'ska': ('4/4', 4, 120, 190, ['x.......x.......', 'x...x...x...x...'], [BACK], [DO, D8]),
    'train': ('4/4', 4, 90, 145, ['x.......x.......', 'x...x...x...x...'], ['xxxXxxxXxxxXxxxX', '..x...x...x...x.', BACK], [DO, '................']),
    'bossa': ('4/4', 4, 105, 160, ['x..xx..xx..xx..x', 'x.....x.x.....x.'], ['x..x..x...x..x..', 'x..x..x....x..x.'], [D8]),
    'salsa': ('4/4', 4, 88, 210, ['......x.......x.', '......x.....x...', 'x.....x.....x...'], ['x..x..x...x.x...', '..x.x...x..x..x.', '....x.......x...'], ['x.xx.x.xx.xx.x.x', DQ, D8]),
    'songo': ('4/4', 4, 85, 125, ['...x..x....x..x.', 'x..x..x...x...x.'], ['....x..x.x..x..x', '..x.......x.....'], [DQ, D8]),
    'afro': ('4/4', 4, 95, 130, ['x..x..x.x..x..x.', 'x.x....xx.x....x'], ['....x..x....x.x.', '..x..x....x..x..'], [D8, D16]),
    'samba': ('4/4', 4, 90, 132, ['x..xx..xx..xx..x', 'x.....x.x.....x.'], ['x.xx.x.xx.x.xx.x', 'xx.x.xx.xx.x.xx.', '..xx.x.xx.xx..x.'], [D16]),
    'tango': ('4/4', 4, 100, 135, ['x.....x.x...x...', 'x..x..x.'*2], ['x..x..x.x..x..x.', BACK], [DQ, D8]),
    'maqsum': ('4/4', 2, 90, 160, ['x...x...', 'xx..x...', 'x..xx...'], ['.x.x..x.', '..x..xx.', '.xx...x.'], ['xxxxxxxx', '........']),
    'shuffle': ('4/4', 3, 75, 150, ['x.....x.....', 'x.....x.x...', 'x.x...x.x...', 'x..x..x..x..'], ['...x.....x..'], ['x.xx.xx.xx.x', 'x..x..x..x..']),
    'swing': ('4/4', 3, 100, 240, ['x..x..x..x..', '............', 'x....x......', '.....x.....x'], ['............', '..x.........', '.....x..x...', '.....x.....x'], ['x..x.xx..x.x', 'x..x.xx..x.x', 'x..x..x..x..']),
    'bell12': ('12/8', 3, 70, 130, ['x..x..x..x..', 'x.....x.....', 'x....x..x...'], ['...x.....x..', '..x..x..x..x', '......x.....'], ['x.x.xx.x.x.x', 'xxxxxxxxxxxx', 'x.x.x.x.x.x.']),
    'slow12': ('12/8', 3, 45, 90, ['x.....x.....', 'x....xx.....', 'x.....x.x...'], ['...x.....x..'], ['xxxxxxxxxxxx', 'xxxxxxxxxxxx', 'x.xx.xx.xx.x']),
    'waltz': ('3/4', 4, 80, 190, ['x...........', 'x.....x.....', 'x..x........'], ['....x...x...', '........x...', '....x.......'], ['x.x.x.x.x.x.', 'x...x...x...']),
    'jazz3': ('3/4', 3, 100, 200, ['x........', 'x....x...'], ['.........', '.....x...'], ['x..x.xx..', 'x..x..x..']),
    'six': ('6/8', 3, 45, 100, ['x.....', 'x.x...', 'x....x'], ['...x..'], ['xxxxxx', 'xxxxxx', 'x.xx.x', 'x..x..']),
    'march': ('2/4', 4, 90, 140, ['x.......', 'x...x...'], ['..xx..xx', 'x.xxx.xx', '..x...x.', '....x...'], ['........', 'x.x.x.x.', '..x...x.']),
    'baiao': ('2/4', 4, 80, 130, ['x..x....', 'x..x..x.', 'x..xx...'], ['...x..x.', '....x...', 'x..x..x.'], ['xxxxxxxx', '..x...x.']),
    'five': ('5/4', 4, 90, 180, ['x.....x.....x.......', 'x...........x.......', 'x.....x.....x.x.....'], ['........x.......x...', '....x...........x...', '............x...x...'], ['x.x.x.x.x.x.x.x.x.x.', 'x...x...x...x...x...']),
    'seven8': ('7/8', 2, 170, 330, ['x.......x.....', 'x.....x...x...', 'x...x.....x...'], ['....x.......x.', '....x.....x...', '......x.....x.'], ['x.x.x.x.x.x.x.', 'x...x...x.....']),
    'five8': ('5/8', 2, 200, 340, ['x.....x...', 'x...x.....'], ['....x.....', '......x...'], ['x.x.x.x.x.', 'x.....x...']),
    'seven4': ('7/4', 4, 110, 180, ['x.......x.......x...........', 'x.....x.........x.x.........'], ['....x.......x.......x...x...'], ['x.x.x.x.x.x.x.x.x.x.x.x.x.x.']),
}
BAR = {'4/4': 4, '3/4': 3, '2/4': 2, '6/8': 2, '12/8': 4, '5/4': 5, '7/8': 7, '5/8': 5, '7/4': 7, '3/8': 3}

def drum_bar(r, m, energy, style):
    """One bar's hits: (beat, pitch, velocity)."""
    steps = m['steps']
    hits = []
    def row(text, pitch, loud, p_drop):
        for i, c in enumerate(text):
            if c in 'xX' and r.random() > p_drop:
                accent = 1.08 if c == 'X' or i % steps == 0 else .9
                hits.append((i / steps, pitch, loud * accent))
    loose = m['loose']
    row(m['kick'], m['K'], 105, .02 + loose * .1)
    row(m['snare'], m['S'], 105, .02 + loose * .08)
    row(m['hat'], m['H'], m['hatloud'], .02 + loose * .1)
    n = len(m['kick'])
    for _ in range(r.poisson(1.2 * loose)):                      # kicks and ghosts of the moment
        hits.append((r.integers(n) / steps, m['K'], 85))
    for _ in range(r.poisson(m['ghosts'])):
        hits.append((r.integers(n) / steps, m['S'], r.uniform(25, 55)))
    if m['second'] is not None:
        row(m['second'][0], m['second'][1], 70, .05)
    return hits

def drum_material(r, style, mutate=.3):
    metre, steps, _, _, kicks, snares, hats = STYLES[style]
    pick = lambda rows: rows[r.integers(len(rows))]
    kick, snare, hat = pick(kicks), pick(snares), pick(hats)
    def mutated(text, p):
        c = list(text)
        for i in range(len(c)):
            if r.random() < p:
                c[i] = 'x' if c[i] == '.' else '.'
        return ''.join(c)
    if r.random() < mutate: kick = 'x' * (r.random() < .8) + kick[1:] if kick[0] == '.' and style not in ('onedrop', 'salsa', 'songo') else mutated(kick, .08)
    if r.random() < mutate * .4: snare = mutated(snare, .05)
    if r.random() < mutate * .5: hat = mutated(hat, .1)
    second = None
    if r.random() < .25 or style in ('salsa', 'songo', 'afro', 'samba', 'bell12', 'bossa', 'maqsum'):
        rows = {3: ['x.x.xx.x.x.x', 'x..x..x..x..', 'x.x.x.x.x.x.'], 4: ['x..x..x...x.x...', '..x.x...x..x..x.', 'x..x..x....x..x.', 'x..x...x..x.x...', D16, DO, DQ], 2: ['xxxxxxxx', 'x.xx.x.x']}[steps]
        text = pick(rows); text = (text * 3)[:len(kick)]
        second = (text, int(r.choice([75, 76, 77, 56, 54, 70, 82, 60, 61, 62, 63, 64, 69, 67, 37])))
    return dict(style=style, metre=metre, steps=steps, kick=kick, snare=snare, hat=hat, second=second, loose=r.random() ** 2, ghosts=r.choice([0, 0, 0, 1, 2]) * r.random(),
                K=int(r.choice([35, 36, 36])), S=int(r.choice([38, 38, 40, 40, 37, 39] if style not in ('bossa', 'salsa') else [37, 37, 75, 76])),
                H=int(r.choice([H, H, H, RIDE, P, O, 54, 70, BELL])), hatloud=r.uniform(45, 95))

def fill(r, beats, steps, length):
    start = beats - length
    hits, tom = [], 0
    for i in range(int(length * steps)):
        if r.random() < .75:
            tom = min(5, tom + int(r.random() < .4))
            hits.append((start + i / steps, int(r.choice([S, S, TOMS[tom], TOMS[tom], K])), r.uniform(70, 115)))
    return hits

def drums(r, clock, plan, mats, energy_of, jitter, swing, notes, channel=9, lay=0.):
    for bar, (first, metre, mi) in enumerate(plan):
        m = mats[mi]
        if m is None: continue
        beats = BAR[metre]
        hits = drum_bar(r, m, 1, None)
        last = bar + 1 == len(plan) or plan[bar + 1][2] != mi
        if (last and r.random() < .6) or r.random() < .06:
            length = min(beats, r.choice([.5, 1, 1, 2, 4])); hits = [h for h in hits if h[0] < beats - length or r.random() < .2] + fill(r, beats, m['steps'], length)
        if (bar == 0 or plan[bar - 1][2] != mi) and r.random() < .6:
            hits.append((0, CRASH, 100))
        for p, pitch, v in hits:
            if p >= beats: continue
            q = p + (swing * .33 if m['steps'] == 4 and abs(p * 4 % 2 - 1) < .01 else 0) / 4
            notes.append((clock(first + q) + r.normal(0, jitter) + (lay if pitch == m['S'] else 0), .1, channel, pitch, v * r.uniform(.85, 1.1)))

# ---------------------------------------------------------------- harmony

MAJOR, MINOR, DORIAN = [0, 2, 4, 5, 7, 9, 11], [0, 2, 3, 5, 7, 8, 10], [0, 2, 3, 5, 7, 9, 10]
LOOPS = [[0, 4, 5, 3], [5, 3, 0, 4], [0, 5, 3, 4], [0, 3, 0, 4], [1, 4, 0, 5], [0, 2, 3, 4], [5, 4, 3, 4], [3, 0, 4, 5], [0, 6, 5, 6], [0, 0, 3, 4], [0, 0, 5, 6], [0, 5, 6, 0], [0, 0, 0, 0], [0, 3, 0, 3]]

class Harmony:
    def __init__(self, r):
        self.key, self.scale, self.r = int(r.integers(12)), [MAJOR, MINOR, MINOR, DORIAN][r.integers(4)], r
        self.loop = LOOPS[r.integers(len(LOOPS))] if r.random() < .7 else [int(r.integers(7)) for _ in range(4)]
        self.bars_each = r.choice([.5, 1, 1, 1, 1, 2, 2])
    def degree(self, bar, part):
        return self.loop[int((bar + part) / self.bars_each + 1e-6) % len(self.loop)]
    def pitch(self, degree, octave=4):
        return 12 * (octave + 1) + self.key + self.scale[degree % 7] + 12 * (degree // 7)
    def triad(self, degree, octave=4, power=False):
        return [self.pitch(degree, octave) + x for x in (0, 7, 12)] if power else [self.pitch(degree + k, octave) for k in (0, 2, 4)]

def rhythm(r, beats, steps, density, sync):
    """Start steps of notes in a bar."""
    n = int(round(beats * steps)); out = []
    for i in range(n):
        strong = 1 if i % steps == 0 else .55 if i % max(1, steps // 2) == 0 else .25
        p = density * (strong * (1 - sync) + sync * .5)
        if r.random() < p: out.append(i / steps)
    return out or [0]

def band_bar(r, H_, clock, bar, first, metre, m, notes, jitter, swing):
    beats = BAR[metre]
    j = lambda: r.normal(0, jitter)
    def at(p):
        q = p + (swing * .33 / 4 if abs(p * 4 % 2 - 1) < .01 else 0)
        return clock(first + q)
    length = lambda p, d: clock(first + p + d) - clock(first + p)
    chord_at = lambda p: H_.degree(bar, (p + m['push']) / beats + 1e-6) if p >= beats - m['push'] - 1e-6 and m['push'] else H_.degree(bar, p / beats)
    if m['bass'] is not None:
        kind = m['bass']
        steps = m['steps']
        rows = {'roots': [0], 'pulse': list(np.arange(0, beats, 1.)), 'eighths': list(np.arange(0, beats, .5 if steps != 3 else 1 / 3)), 'off': list(np.arange(.5, beats, 1.)),
                'sixteenths': list(np.arange(0, beats, .25)), 'kick': [i / steps for i, c in enumerate(m['kickrow']) if c == 'x'] or [0], 'own': m['bassown'], 'walk': list(np.arange(0, beats, 1.))}[kind]
        rows = [x for x in rows if x < beats]
        for i, p in enumerate(rows):
            d = chord_at(p); nxt = rows[i + 1] if i + 1 < len(rows) else beats
            pitch = H_.pitch(d + (int(r.choice([0, 2, 4, 1, 5])) if kind == 'walk' and i else 0), 1 + m['bassoct'])
            if r.random() < m['octave'] and i % 2: pitch += 12
            notes.append((at(p) + j(), length(p, (nxt - p) * m['basslen']), 1, pitch, r.uniform(85, 115)))
    for layer in m['layers']:
        kind, ch, octv, loud = layer['kind'], layer['ch'], layer['oct'], layer['loud']
        pw = layer['power']
        if kind == 'pad':
            parts = [0] if H_.bars_each >= 1 else [0, beats / 2]
            for p in parts:
                for x in H_.triad(H_.degree(bar, p / beats), octv, pw): notes.append((at(p) + j(), length(p, beats / len(parts) * .98), ch, x, loud))
            continue
        st = m['steps']
        rows = {'quarter': np.arange(0, beats, 1.), 'eighth': np.arange(0, beats, .5 if st != 3 else 1 / 3), 'sixteenth': np.arange(0, beats, .25 if st != 3 else 1 / 3), 'skank': np.arange(.5, beats, 1.),
                'back': np.arange(1, beats, 2.), 'own': layer['own'], 'tresillo': [x for b in range(0, int(beats), 2) for x in (b, b + .75, b + 1.5)], 'arp8': np.arange(0, beats, .5 if st != 3 else 1 / 3),
                'arp16': np.arange(0, beats, .25 if st != 3 else 1 / 3), 'gallop': [x for b in range(int(beats)) for x in (b, b + .5, b + .75)]}[kind]
        rows = [float(p) for p in rows if p < beats - 1e-6]
        for i, p in enumerate(rows):
            d = chord_at(p); nxt = rows[i + 1] if i + 1 < len(rows) else beats
            tri = H_.triad(d, octv, pw)
            acc = 1.12 if layer['accent'] and p % 1 < .01 else 1
            if kind.startswith('arp'):
                tri = [tri[layer['order'][i % len(layer['order'])] % len(tri)] + 12 * (layer['order'][i % len(layer['order'])] // len(tri))]
            for x in tri: notes.append((at(p) + j(), length(p, (nxt - p) * layer['len']), ch, x, loud * acc * r.uniform(.9, 1.05)))
    if m['lead'] is not None:
        ch, octv, loud, motif = m['lead']
        for p, d, deg in motif[bar % len(motif)]:
            if p < beats: notes.append((at(p) + 1.5 * j(), length(p, d * .95), ch, H_.pitch(deg, octv), loud * r.uniform(.85, 1.1)))

def band_material(r, style, drum, harmony):
    metre, steps = STYLES[style][0], STYLES[style][1]
    beats = BAR[metre]
    grid = 4 if steps == 4 else steps
    heavy = style in ('metal', 'punk', 'rock', 'half') and r.random() < .7
    machine = style in ('disco', 'hard', 'dnb', 'breaks', 'hiphop')
    kinds = {True: ['eighth', 'gallop', 'sixteenth', 'pad', 'own', 'quarter', 'eighth'], False: ['pad', 'quarter', 'eighth', 'skank', 'own', 'arp8', 'arp16', 'tresillo', 'back', 'pad', 'arp16']}[heavy]
    if style in ('onedrop', 'ska', 'disco'): kinds = kinds + ['skank'] * 6
    layers = []
    for ch in r.permutation([2, 3, 4])[:r.choice([0, 1, 1, 2, 2, 3])]:
        kind = str(r.choice(kinds))
        if steps == 3 and kind in ('gallop', 'tresillo', 'skank'): kind = 'eighth'
        layers.append(dict(kind=kind, ch=int(ch), oct=int(r.choice([3, 3, 4, 4, 5]) if not heavy else r.choice([2, 3])), loud=r.uniform(50, 105), power=heavy and r.random() < .8,
                           own=rhythm(r, beats, grid, r.uniform(.25, .7), r.uniform(.1, .8)), len=r.choice([.4, .7, .95, 1.2]), accent=r.random() < .5, order=[int(x) for x in r.integers(0, 5, r.choice([3, 4, 6, 8]))]))
    bass = None if r.random() < .12 else str(r.choice(['roots', 'pulse', 'eighths', 'eighths', 'kick', 'kick', 'own', 'own'] + (['off', 'off', 'sixteenths', 'eighths'] if machine else []) + (['walk'] * 8 if style in ('swing', 'shuffle', 'jazz3') else [])))
    lead = None
    if r.random() < .65:
        motif = []
        for b in range(int(r.choice([2, 4, 4, 8]))):
            rows = rhythm(r, beats, int(r.choice([1, 2, 2, 4])) if steps != 3 else int(r.choice([1, 3])), r.uniform(.4, .9), r.uniform(.1, .6)); deg, bar = int(r.integers(0, 8)), []
            for i, p in enumerate(rows):
                nxt = rows[i + 1] if i + 1 < len(rows) else beats; deg = int(np.clip(deg + r.integers(-2, 3), -3, 11)); bar.append((p, nxt - p, deg))
            if r.random() < .12: bar = []
            motif.append(bar)
        lead = (5, int(r.choice([4, 5, 5])), r.uniform(70, 115), motif)
    return dict(steps=grid, kickrow=drum['kick'] if drum else 'x...', bass=bass, bassoct=int(r.choice([0, 1, 1])), basslen=r.choice([.5, .8, .95]), octave=r.choice([0, 0, .3, .9]),
                bassown=rhythm(r, beats, grid, r.uniform(.3, .7), r.uniform(.1, .7)), layers=layers, lead=lead, push=float(r.choice([0, 0, 0, 0, .5])))

GUITARS, ORGANS, KEYS, PADS, SYNTH, BRASS, STRINGS = [29, 30, 29, 30, 28], [16, 17, 18, 19], [0, 1, 4, 5, 2, 11], [88, 89, 90, 91, 94, 95, 50, 51], [80, 81, 82, 62, 63, 38, 87, 84], [61, 56, 57, 62], [48, 49, 44, 45, 46]
ACOUSTIC = [24, 25, 26, 27]

def programs_for(r, style, heavy_chance=.7):
    heavy = style in ('metal', 'punk', 'rock', 'half') and r.random() < heavy_chance
    machine = style in ('disco', 'hard', 'dnb', 'breaks', 'hiphop')
    pool = GUITARS * 4 + ORGANS if heavy else SYNTH * 3 + PADS * 2 + KEYS if machine else ACOUSTIC * 2 + KEYS * 2 + ORGANS + PADS + STRINGS + BRASS
    g = lambda: int(pool[r.integers(len(pool))])
    return {1: int(r.choice([38, 39, 87, 38] if machine else [32, 33, 34, 35, 36])), 2: g(), 3: g(), 4: g(), 5: int(r.choice(SYNTH + BRASS + [52, 53, 54, 73, 65, 66, 40, 29, 30, 0, 24])), 9: int(r.choice([0, 8, 16, 24, 25, 32, 40, 48] if machine else [0, 0, 8, 16, 16, 32, 40]))}

# ---------------------------------------------------------------- kinds of pieces

def band_piece(r, style=None, seconds=60, machine=None):
    weights = dict(rock=8, pop=7, metal=8, punk=4, half=3, funk=3, disco=4, hard=6, dnb=3, breaks=3, hiphop=3, onedrop=1.5, ska=1.5, train=1, bossa=1, salsa=1, songo=.5, afro=.7, samba=.7, tango=.5, shuffle=2, swing=2, slow12=1.5, bell12=.5,
                   waltz=3, jazz3=.5, six=2, march=1, baiao=.5, five=1, seven8=1, seven4=.3)
    names = list(weights); w = np.array([weights[n] for n in names]); style = style or names[r.choice(len(names), p=w / w.sum())]
    metre, _, lo, hi, *_ = STYLES[style]
    bpm = float(np.exp(r.uniform(np.log(lo), np.log(hi))))
    if r.random() < .6: bpm = float(round(bpm))
    exact = r.random() < .55 if machine is None else machine
    bars = max(8, int(seconds * bpm / 60 / BAR[metre]))
    manner = 'machine' if exact or r.random() < .4 else 'human'
    jitter = r.uniform(0, .004) if exact else r.uniform(.002, .013)
    beats = bars * BAR[metre]
    lengths = tempo_curve(r, bpm, beats, manner)
    clock = Clock(float(r.uniform(0, 2.5)), lengths)
    harmony = [Harmony(r) for _ in range(2)]
    drum_mats, mats, plan, order = [], [], [], []
    for k in range(4):
        st = style
        if metre == '4/4' and STYLES[style][1] == 4 and r.random() < .2:     # a section at half or double feel, the beat stays
            st = str(r.choice(['half', 'half', 'punk', 'disco', 'rock']))
        d = drum_material(r, st); dm = None if r.random() < .2 else d
        drum_mats.append(dm); mats.append(band_material(r, style, d, None))
    excerpt = r.random() < .4
    bar, section = 0, 0
    while bar < bars:
        n = int(r.choice([4, 8, 8, 16, 2])); k = section % 4 if section < 4 else int(r.integers(4))
        for _ in range(min(n, bars - bar)):
            plan.append((bar * BAR[metre], metre, k)); bar += 1
        section += 1
    notes, swing = [], float(r.choice([0, 0, 0, r.uniform(.2, 1)])) if style in ('hiphop', 'funk', 'pop', 'breaks') else 0
    drums(r, clock, plan, drum_mats, None, jitter, swing, notes)
    keychange = 0
    for i, (first, metre_, k) in enumerate(plan):
        band_bar(r, harmony[k % 2], clock, i, first, metre_, mats[k], notes, jitter, swing)
    if all(d is None for d in drum_mats) and r.random() < .5: pass
    if r.random() < .12:      # count-in or a lone start
        notes = [n for n in notes if n[0] > clock(4) or n[2] in (int(r.choice([2, 3, 4])), 9 if r.random() < .3 else 2)]
    if r.random() < .1:       # all rest for a bar or two
        k = int(r.integers(2, bars - 1)); a, b = clock(k * BAR[metre]), clock((k + 1) * BAR[metre]); notes = [n for n in notes if not a - .01 <= n[0] < b - .01]
    balance = {c: r.uniform(.55, 1.05) for c in range(16)}; balance[9] = r.uniform(.75, 1.15)
    notes = [(t, d, c, p, v * balance[c]) for t, d, c, p, v in notes]
    return notes, programs_for(r, style), clock, [(f, m) for f, m, _ in plan], beats, excerpt, .8, style

def drums_piece(r, seconds=45):
    weights = {n: 1. for n in STYLES}
    for n, x in dict(rock=6, funk=5, hiphop=3, swing=4, songo=3, salsa=4, afro=3, samba=3, bossa=2, maqsum=3, shuffle=2, punk=2, dnb=1, half=1.5, slow12=1, six=1.5, waltz=1, seven8=.7, five=.7, five8=.7, baiao=1, tango=1, march=1, hard=.5, metal=1).items(): weights[n] = x
    names = list(weights); w = np.array([weights[n] for n in names]); style = names[r.choice(len(names), p=w / w.sum())]
    metre, _, lo, hi, *_ = STYLES[style]
    if style not in ('seven8', 'five8'): lo, hi = lo * .85, hi * 1.08
    bpm = float(round(np.exp(r.uniform(np.log(lo), np.log(hi)))))
    bars = max(6, int(seconds * bpm / 60 / BAR[metre])); beats = bars * BAR[metre]
    walk = lfilter([1], [1, -.9], r.standard_normal(beats + 1) * r.uniform(.001, .006))      # wanders around the metronome
    clock = Clock(float(r.uniform(0, .3)), np.full(beats, 60 / bpm)); clock_h = Clock(0, np.ones(beats)); clock_h.times = clock.times + walk
    mats = [drum_material(r, style, .6) for _ in range(4)]
    for m in mats:
        m.update(K=mats[0]['K'], S=mats[0]['S']); m['ghosts'] += r.choice([0, .7, 1.5, 3]) * r.random()
        if r.random() < .5: m['kick'], m['snare'] = mats[0]['kick'], mats[0]['snare']
    if r.random() < .3:           # somebody's one is anywhere: only starts, fills and crashes tell where
        turn = mats[0]['steps'] * int(r.integers(1, max(2, BAR[metre])))
        for m in mats:
            m['kick'], m['snare'] = m['kick'][turn:] + m['kick'][:turn], m['snare'][turn:] + m['snare'][:turn]
    plan, bar, k = [], 0, 0
    while bar < bars:
        for _ in range(min(int(r.choice([2, 4, 8, 8, 16])), bars - bar)):
            plan.append((bar * BAR[metre], metre, k)); bar += 1
        k = int(r.integers(4)) if r.random() < .5 else k
    notes = []
    drums(r, clock_h, plan, mats, None, r.uniform(.004, .016), float(r.choice([0, 0, .3, .8])) if style in ('hiphop', 'funk') else 0, notes, lay=r.uniform(-.005, .012))
    if r.random() < .45:
        h = Harmony(r); m = band_material(r, style, mats[0], None); m['lead'] = None; m['layers'] = m['layers'][:1]; m['push'] = 0
        for i, (first, metre_, _) in enumerate(plan): band_bar(r, h, clock_h, i, first, metre_, m, notes, .004, 0)
    return notes, programs_for(r, style) | {9: int(r.choice([0, 0, 0, 8, 16, 24, 25, 32, 40]))}, clock, [(f, m) for f, m, _ in plan], beats, False, .3, style

def phrase_rubato(r, bpm, metres, depth):
    """Beat lengths: phrases slow down at their ends, beats have their own will, some stop."""
    lengths = []
    phrase = int(r.choice([2, 4, 4, 8])); walk = 0.
    for i, beats in enumerate(metres):
        x = (i % phrase) / phrase
        for b in range(beats):
            y = x + b / beats / phrase
            arch = depth * ((2 * y - 1) ** 2 - .33) + (depth * 1.5 * max(0, y - .85) / .15 if phrase > 2 else 0)
            walk = .9 * walk + r.normal(0, depth * .12)
            own = r.normal(0, depth * .16)
            stop = r.uniform(.3, 1.2) if i % phrase == phrase - 1 and b == beats - 1 and r.random() < depth * .8 else 0
            lengths.append(60 / bpm * max(.5, 1 + arch + walk + own + stop))
    return lengths

def piano_bar(r, H_, clock, bar, first, beats, m, notes, dyn, loose):
    tri_div = m['div']
    length = lambda p, d: clock(first + p + d) - clock(first + p)
    j = lambda: r.normal(0, loose)
    changes = m['changes']
    degree = lambda p: m['chords'][int((bar * beats + p) // (beats / changes) + 1e-6) % len(m['chords'])] if changes <= beats else m['chords'][int(bar * beats + p) % len(m['chords'])]
    v = lambda p: dyn * (1.0 + (.12 * m['accent'] if abs(p) < .01 else .04 * m['accent'] if p % 1 < .01 else 0)) * r.uniform(.88, 1.1)
    kind = m['left']
    o = m['leftoct']
    step = 1. / tri_div
    def put(p, d, pitch, vel): notes.append((clock(first + p) + j(), length(p, d), 0, pitch, vel))
    if kind == 'alberti':
        for i, p in enumerate(np.arange(0, beats - .01, step)):
            t = H_.triad(degree(p), o); put(p, step, t[[0, 2, 1, 2][i % 4] if tri_div != 3 else [0, 1, 2][i % 3]], v(p) * .75)
    elif kind == 'arp':
        n = len(m['order'])
        for i, p in enumerate(np.arange(0, beats - .01, step)):
            k = m['order'][i % n]; t = H_.triad(degree(p), o); put(p, step * m['pedal'], t[k % 3] + 12 * (k // 3), v(p) * .75)
    elif kind == 'block':
        for p in np.arange(0, beats - .01, m['blockstep']):
            for x in H_.triad(degree(p), o): put(p, m['blockstep'] * .9, x, v(p) * .75)
    elif kind == 'oompah':
        put(0, .9, H_.pitch(degree(0), o - 1), v(0) * .9)
        for p in range(1, int(beats)):
            for x in H_.triad(degree(p), o): put(p, .7, x, v(p) * .65)
    elif kind == 'rows':
        for p in m['leftrow']:
            if p < beats:
                for x in (H_.triad(degree(p), o) if m['chordrow'] else [H_.pitch(degree(p), o - 1), H_.pitch(degree(p), o)]): put(p, .4, x, v(p) * .8)
    elif kind == 'bass':
        for i, p in enumerate(np.arange(0, beats - .01, m['blockstep'])):
            put(p, m['blockstep'] * .95, H_.pitch(degree(p) + (0 if i == 0 else int(r.choice([0, 1, 2, 4, -1]))), o - 1), v(p) * .85)
    elif kind == 'octtrem':
        for i, p in enumerate(np.arange(0, beats - .01, step / 1.)):
            put(p, step, H_.pitch(degree(p), o - 1) + 12 * (i % 2), v(p) * .75)
    if m['right'] == 'run':
        deg = m['runstart'][bar % len(m['runstart'])]
        for i, p in enumerate(np.arange(0, beats - .01, step)):
            deg += m['rundir'][(i // 4 + bar) % len(m['rundir'])]; deg = int(np.clip(deg, -4, 14)); put(p, step, H_.pitch(deg, 4), v(p))
    elif m['right'] == 'chords':
        for p, d, deg in m['motif'][bar % len(m['motif'])]:
            if p < beats:
                for k in (0, -2, -4)[:m['thick']]: put(p, d * .9, H_.pitch(deg + k, 5), v(p))
    elif m['right'] == 'octaves':
        for p, d, deg in m['motif'][bar % len(m['motif'])]:
            if p < beats:
                for k in (0, 12): put(p, d * .9, H_.pitch(deg, 4) + k, v(p))
    elif m['right'] == 'melody':
        for p, d, deg in m['motif'][bar % len(m['motif'])]:
            if p < beats:
                notes.append((clock(first + p) + j() - m['ahead'], length(p, d * .98), 0, H_.pitch(deg, 5), v(p) * 1.2))
                if r.random() < .04:
                    for g in (1, 2): notes.append((clock(first + p) - .07 * g, .06, 0, H_.pitch(deg + g % 2 * 2 - 1, 5), v(p) * .8))

def piano_material(r, beats, compound):
    div = 3 if compound else int(r.choice([2, 2, 4, 4, 4, 3, 6, 1]))
    motif = []
    for b in range(int(r.choice([2, 4, 4, 8]))):
        base = int(r.choice([1, 2, 2, 4])) if not compound else int(r.choice([1, 3, 3]))
        rows = rhythm(r, beats, base, r.uniform(.45, 1), r.uniform(0, .35)); bar, deg = [], int(r.integers(0, 8))
        for i, p in enumerate(rows):
            nxt = rows[i + 1] if i + 1 < len(rows) else beats; deg = int(np.clip(deg + r.integers(-3, 4), -3, 11)); bar.append((p, nxt - p, deg))
        motif.append(bar)
    functional = [[0, 3, 4, 0], [0, 4, 0, 4], [0, 5, 1, 4], [0, 0, 4, 4], [0, 3, 1, 4, 0, 5, 4, 0], [0, 4, 5, 2, 3, 0, 3, 4], [0, 1, 4, 0], [5, 1, 4, 0]]
    chords = list(functional[r.integers(len(functional))]) if r.random() < .7 else [int(r.integers(7)) for _ in range(8)]
    left = str(r.choice(['alberti', 'arp', 'arp', 'block', 'oompah', 'rows', 'bass', 'bass', 'octtrem', 'none']))
    right = str(r.choice(['melody', 'melody', 'melody', 'run', 'run', 'chords', 'octaves'] + ([] if left == 'none' else ['none'])))
    if left == 'none' and right == 'melody' : right = 'run'
    if left == 'oompah' and beats < 2: left = 'block'
    return dict(div=div, motif=motif, chords=chords, left=left, right=right, changes=int(r.choice([1, 1, 1, 2, beats])) if beats != 3 else int(r.choice([1, 1, 3])), leftoct=int(r.choice([2, 3, 3])), accent=r.uniform(0, 2.2), order=[int(x) for x in ([0, 1, 2, 3, 4, 3, 2, 1] if r.random() < .5 else r.integers(0, 6, r.choice([3, 4, 6, 8])))],
                pedal=r.choice([1, 3]), blockstep=float(r.choice([.5, 1, 1, 2, beats])), leftrow=rhythm(r, beats, 2 if not compound else 3, r.uniform(.4, .9), r.uniform(0, .4)), chordrow=r.random() < .6,
                runstart=[int(x) for x in r.integers(0, 9, 4)], rundir=[int(x) for x in r.choice([1, 1, -1, -1, 2, -2], 4)], thick=int(r.choice([2, 3])), ahead=r.choice([0, 0, .012, .025]))

def piano_piece(r, seconds=60):
    metre = str(r.choice(['4/4', '4/4', '4/4', '3/4', '3/4', '3/4', '2/4', '2/4', '2/4', '6/8', '12/8', '3/8'])); compound = metre in ('6/8', '12/8')
    bpm = float(np.exp(np.clip(r.normal(np.log(88 if not compound else 64), .38), np.log(32), np.log(210))))
    if metre == '3/8': bpm *= 1.7
    depth = r.uniform(.04, .3)
    beats = BAR[metre]; bars = max(8, int(seconds * bpm / 60 / beats))
    metres, mats, which = [], [piano_material(r, beats, compound) for _ in range(4)], []
    factor, k, i = [], 0, 0
    tempo = 1.
    while i < bars:
        n = int(r.choice([2, 4, 4, 8, 8, 16]))
        for _ in range(n): which.append(k); factor.append(tempo); i += 1
        if r.random() < .7: k = int(r.integers(4))
        if r.random() < .07: tempo = float(r.choice([.75, .85, 1.2, 1.35]))
    which, factor = which[:bars], factor[:bars]
    for m in mats:                                        # fast notes need a slow beat
        while m['div'] * bpm > 900 and m['div'] > 2: m['div'] = {3: 1, 4: 2, 6: 3}[m['div']] if not compound else 3; break
        if m['div'] * bpm > 1000: m['div'] = max(1, m['div'] // 2)
    lengths = np.array(phrase_rubato(r, bpm, [beats] * bars, depth)); lengths = lengths / np.repeat(factor, beats)
    if r.random() < .3: lengths[-3 * beats:] *= np.linspace(1, 1.8, 3 * beats)
    pick = int(r.integers(1, beats)) if beats > 1 and r.random() < .25 else 0
    lengths = np.concatenate([np.full(pick, lengths[0]), lengths])
    clock = Clock(float(r.uniform(.05, 1.5)), lengths)
    H_ = Harmony(r); notes, dyn, loose = [], r.uniform(45, 85), r.uniform(.003, .016)
    if pick:
        for p in range(pick): notes.append((clock(p), .3, 0, H_.pitch(int(r.integers(0, 7)), 5), dyn))
    for b in range(bars):
        dyn = float(np.clip(dyn + r.normal(0, 4), 30, 105))
        if b and which[b] != which[b - 1] and r.random() < .3: H_.key = (H_.key + int(r.choice([5, 7, 3, 9]))) % 12
        piano_bar(r, H_, clock, b, pick + b * beats, beats, mats[which[b]], notes, dyn, loose)
    program = int(r.choice([0, 0, 0, 0, 0, 0, 1, 2, 6, 3, 48, 19, 24]))
    plan = ([(0, 'pickup')] if pick else []) + [(pick + b * beats, metre) for b in range(bars)]
    return notes, {0: program}, clock, plan, len(lengths), False, .1, 'piano-' + metre

def pop_piece(r, seconds=70):
    bpm = float(round(np.exp(r.uniform(np.log(60), np.log(150))))); metre = str(r.choice(['4/4'] * 8 + ['3/4', '6/8'])); beats = BAR[metre]; compound = metre == '6/8'
    if compound: bpm *= .62
    bars = int(seconds * bpm / 60 / beats); clock = Clock(float(r.uniform(0, 2)), tempo_curve(r, bpm, bars * beats, 'machine' if r.random() < .6 else 'human'))
    H_ = Harmony(r); notes = []; mats = []
    for _ in range(3):
        m = piano_material(r, beats, compound); m['left'] = str(r.choice(['arp', 'arp', 'block', 'rows', 'rows', 'bass'])); m['right'] = 'melody'; m['changes'] = int(r.choice([1, 1, 2])) if beats != 3 else 1
        motif = []
        for b in range(4):
            rows = rhythm(r, beats, 4 if not compound else 3, r.uniform(.3, .8), r.uniform(.2, .7)); deg, bar = int(r.integers(0, 8)), []
            for i, p in enumerate(rows):
                nxt = rows[i + 1] if i + 1 < len(rows) else beats; deg = int(np.clip(deg + r.integers(-2, 3), -3, 11)); bar.append((p, nxt - p, deg))
            motif.append(bar)
        m['motif'] = motif; m['chords'] = H_.loop; m['ahead'] = 0; mats.append(m)
    plan, k = [], 0
    style = str(r.choice(['pop', 'pop', 'rock', 'disco', 'half'])) if metre == '4/4' else 'waltz' if metre == '3/4' else 'six'
    with_band = r.random() < .6
    d = [drum_material(r, style) for _ in range(3)]
    for b in range(bars):
        if b % 8 == 0 and b: k = int(r.integers(3))
        plan.append((b * beats, metre, k)); piano_bar(r, H_, clock, b, b * beats, beats, mats[k], notes, 80, r.uniform(.001, .008))
    if with_band:
        silent = r.random() < .3
        drums(r, clock, plan, [None if silent and r.random() < .3 else x for x in d], None, .003, 0, notes)
        bm = band_material(r, style, d[0], None); bm['layers'], bm['lead'], bm['push'] = [], None, 0; bm['bass'] = bm['bass'] or 'roots'
        for i, (f, m_, _) in enumerate(plan): band_bar(r, H_, clock, i, f, m_, bm, notes, .003, 0)
    return notes, {0: int(r.choice([0, 0, 0, 1, 4])), 1: int(r.choice([32, 33, 35])), 9: 0}, clock, [(f, m) for f, m, _ in plan], bars * beats, r.random() < .3, .2, 'pop'

def none_piece(r):
    """Sounds without a beat: notes at random, talk, chirps, wind, rain, crowd, machines."""
    n = int(r.uniform(15, 40) * SR); t = np.arange(n) / SR
    kind = str(r.choice(['talk', 'talk', 'talk', 'babble', 'chirps', 'wind', 'rain', 'drops', 'hum', 'tone', 'notes', 'applause', 'knocks', 'sweep']))
    def bursts(rate, spread, make):
        y, a = np.zeros(n + 2 * SR), .2
        while a < n / SR - .1:
            s = make(); k = int(a * SR); y[k:k + len(s)] += s[:len(y) - k]; a += r.gamma(spread, 1 / (rate * spread))
        return y[:n]
    def syllable():
        d = int(r.uniform(.07, .35) * SR); f = r.uniform(80, 260) * 2 ** np.linspace(0, r.normal(0, .3), d); ph = 2 * np.pi * np.cumsum(f) / SR
        y = sum(np.sin(k * ph) / k ** r.uniform(.5, 1.6) * np.exp(-((k * f.mean() - r.choice([500, 800, 1200, 2200])) / 600) ** 2) for k in range(1, 18))
        y = y * np.hanning(d) ** r.uniform(.3, 1)
        if r.random() < .5:
            w = int(r.uniform(.02, .12) * SR); b, a = butter(1, r.uniform(2000, 6000) / (SR / 2), 'high'); y = np.concatenate([.3 * lfilter(b, a, r.standard_normal(w)) * np.hanning(w), y])
        return y * r.uniform(.3, 1)
    def talk():
        y, a = np.zeros(n + 3 * SR), .1
        rate = r.uniform(3, 6.5)
        while a < n / SR - .2:
            for _ in range(int(r.integers(2, 14))):
                s = syllable(); k = int(a * SR)
                if k + len(s) < len(y): y[k:k + len(s)] += s
                a += r.gamma(4, 1 / (4 * rate))
            a += r.exponential(.5)
        return y[:n]
    if kind == 'talk': y = talk()
    elif kind == 'babble': y = sum(talk() for _ in range(4))
    elif kind == 'chirps':
        def chirp():
            d = int(r.uniform(.03, .3) * SR); f = np.linspace(r.uniform(1800, 6000), r.uniform(1800, 6000), d) + 300 * np.sin(2 * np.pi * r.uniform(5, 40) * np.arange(d) / SR); return np.sin(2 * np.pi * np.cumsum(f) / SR) * np.hanning(d)
        y = bursts(r.uniform(1, 5), 1.2, chirp)
    elif kind == 'wind': b, a = butter(2, r.uniform(200, 1200) / (SR / 2)); y = lfilter(b, a, r.standard_normal(n)) * (1.2 + np.interp(t, np.arange(0, 60), r.standard_normal(60)))
    elif kind == 'rain': y = r.standard_normal(n) * .05 + bursts(60, 1, lambda: r.standard_normal(300) * np.exp(-np.arange(300) / 60) * r.random())
    elif kind in ('drops', 'knocks'): y = bursts(r.uniform(.7, 5), 1, lambda: np.sin(2 * np.pi * r.uniform(100, 3000) * np.arange(3000) / SR) * np.exp(-np.arange(3000) / r.uniform(200, 900)) * r.uniform(.3, 1)) + .001 * r.standard_normal(n)
    elif kind == 'applause': y = bursts(r.uniform(20, 80), 1, lambda: r.standard_normal(600) * np.exp(-np.arange(600) / 120) * r.uniform(.2, 1))
    elif kind == 'hum': y = sum(np.sin(2 * np.pi * 50 * k * t + r.uniform(0, 6)) / k for k in range(1, 9)) + 10 ** r.uniform(-3, 0) * r.standard_normal(n)
    elif kind == 'tone': y = np.sin(2 * np.pi * r.uniform(60, 2000) * t) * (1 + .5 * np.sin(2 * np.pi * r.uniform(.01, .2) * t))
    elif kind == 'sweep': y = np.sin(2 * np.pi * np.cumsum(200 + 2000 * (t / t[-1]) ** 2) / SR)
    else:
        notes, a = [], .2
        while a < n / SR - .5:
            notes.append((a, r.uniform(.1, 2), 0, int(r.integers(36, 90)), r.uniform(40, 110))); a += r.gamma(.9, r.uniform(.2, .8))
        y = play(notes, {0: int(r.choice([0, 48, 73, 89, 11]))}, n / SR, FONTS[0], r)
    if r.random() < .5: y = y + .003 * np.abs(y).max() * r.standard_normal(n)
    return y, kind

FONTS = []

def main():
    a = argparse.ArgumentParser(); a.add_argument('out'); a.add_argument('--seed', type=int, default=1)
    for k in ('bands', 'drums', 'piano', 'pop', 'none'): a.add_argument('--' + k, type=int, default=0)
    a.add_argument('--soundfonts', default='/usr/share/sounds/sf2/FluidR3_GM.sf2'); o = a.parse_args()
    os.makedirs(o.out, exist_ok=True); FONTS.extend(o.soundfonts.split(','))
    jobs = [(k, i) for k in ('bands', 'drums', 'piano', 'pop', 'none') for i in range(getattr(o, k))]
    order = np.random.default_rng(o.seed).permutation(len(jobs))
    for index in order:
        kind, i = jobs[index]
        r = np.random.default_rng([o.seed, ('bands', 'drums', 'piano', 'pop', 'none').index(kind), i]); name = f'{kind}-{o.seed}-{i}'
        if os.path.exists(f'{o.out}/{name}.truth.json'): continue
        if kind == 'none':
            y, style = none_piece(r); y = colour(y, r, .3); truth = dict(beats=[], downbeats=[], metre=[], refuse=True, window=[0, len(y) / SR])
        else:
            notes, programs, clock, plan, beats, excerpt, drive, style = dict(bands=band_piece, drums=drums_piece, piano=piano_piece, pop=pop_piece)[kind](r)
            end = clock(beats) + r.uniform(.3, 1.5); font = FONTS[int(r.choice(len(FONTS), p=[.7] + [.3 / (len(FONTS) - 1)] * (len(FONTS) - 1)))] if len(FONTS) > 1 else FONTS[0]
            y = colour(play(notes, programs, end, font, r), r, drive)
            times = np.array([clock(b) for b in range(beats)]); down = np.array([clock(f) for f, m in plan if m != 'pickup']); cut = 0.
            if excerpt:
                cut = float(r.uniform(1, end * .3)); y = y[int(cut * SR):]
            metre = next(m for f, m in plan if m != 'pickup')
            truth = dict(beats=[round(x, 4) for x in times - cut if x >= 0], downbeats=[round(x, 4) for x in down - cut if x >= 0], metre=[dict(time=0, metre=metre)],
                         tempo=round(60 / float(np.median(np.diff(times))), 3), refuse=False, window=[0, len(y) / SR])
        truth.update(item=name, group=kind, kind=style, duration=len(y) / SR, sections=None)
        y.astype('<f4').tofile(f'{o.out}/{name}.f32')
        json.dump(truth, open(f'{o.out}/{name}.truth.json', 'w'))

if __name__ == '__main__':
    main()
