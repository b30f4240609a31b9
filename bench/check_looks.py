#!/usr/bin/env python3
"""Compares what `backbeat looks` says with a shoot's truth.

  check_looks.py TRUTH.json LOOKS.json [...]     pairs of files

Counts tenths of a second. Where passages overlap in the truth, the pictures show the first one listed, and the others are not counted there. A tenth within 0.15 s of a true passage's border counts neither way: it holds both. Recall: share of the true tenths that were told;
precision: share of the told tenths that are true, over all clips of the shoot that have a picture.
"""
import json, sys
from fractions import Fraction

KINDS = {"blurred": "BLURRED", "black": "BLACK", "overexposed": "OVEREXPOSED", "shaky": "SHAKY"}
BORDER = 0.15


def times(clip, passage):
    if clip.get("pts"):
        base = Fraction(clip["pts"]["time_base"])
        values = clip["pts"]["values"]
        at = lambda n: float(values[n] * base) if n < len(values) else clip["duration_s"]
    else:
        at = lambda n: float(n / Fraction(clip["rate"]))
    return at(passage["from"]), at(passage["to"])


def count(truth, looks, totals, verbose):
    told_clips = {c["path"]: c for c in looks["clips"]}
    for clip in truth["clips"]:
        told = told_clips.get(clip["path"].removeprefix("footage/"))
        if told is None or "clip_code" not in clip:
            continue
        for what, kind in KINDS.items():
            true = [times(clip, p) for p in clip["passages"] if p["what"] == what]
            said = [(p["start"], p["end"]) for p in told["passages"] if p["kind"] == kind]
            hit = missed = false = 0
            for i in range(int(clip["duration_s"] * 10)):
                t = (i + 0.5) / 10
                covering = [p for p in clip["passages"] if times(clip, p)[0] - BORDER <= t < times(clip, p)[1] + BORDER]
                if len(covering) > 1 and covering[0]["what"] != what:
                    continue
                if any(abs(t - edge) < BORDER for p in true for edge in p):
                    continue
                is_true = any(a <= t < b for a, b in true)
                is_said = any(a <= t < b for a, b in said)
                hit += is_true and is_said
                missed += is_true and not is_said
                false += is_said and not is_true
            sums = totals.setdefault(what, [0, 0, 0])
            for k, n in enumerate((hit, missed, false)):
                sums[k] += n
            if verbose and (missed or false):
                print(f"  {clip['path']}: {what} missed {missed / 10} s, wrongly told {false / 10} s; true {true} said {said}")


def main(files):
    verbose = "-v" in files
    files = [f for f in files if f != "-v"]
    totals = {}
    for truth, looks in zip(files[::2], files[1::2]):
        count(json.load(open(truth)), json.load(open(looks)), totals, verbose)
    for what, (hit, missed, false) in totals.items():
        recall = hit / (hit + missed) if hit + missed else float("nan")
        precision = hit / (hit + false) if hit + false else float("nan")
        print(f"{what:12s} recall {recall:.3f} precision {precision:.3f}  ({(hit + missed) / 10:.1f} s true, {(hit + false) / 10:.1f} s told)")


main(sys.argv[1:])
