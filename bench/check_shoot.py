#!/usr/bin/env python3
"""Holds what `backbeat cut` made of a sample shoot against the shoot's truth.

  check_shoot.py SHOOT OUT [--tools DIR]

SHOOT is a folder made by make_shoot.py, OUT what `backbeat cut --song SHOOT/song.wav --footage SHOOT/footage --out OUT` wrote. DIR holds read_framecode.py
(default: the media bench beside the project). Needs Python 3 with numpy, and ffmpeg.

Sync: each placed clip must be placed within 2 ms at both ends, each other clip refused. Picture: the code burnt into each frame tells clip and source
frame; the frame shown at song time k/rate must be the one the camera took then, to within the 2 ms of the sync. Exit status 1 when anything differs.
"""
import argparse, json, os, subprocess, sys
from fractions import Fraction

TOLERANCE_S = 0.002


def sync_errors(truth, sync):
    found = {c["path"]: c for c in sync["clips"]}
    bad = 0
    for clip in truth["clips"]:
        path = clip["path"].removeprefix("footage/")
        told, want = found.get(path), clip.get("placements", [])
        matches = told["matches"] if told and told["verdict"] == "matched" else []
        text = f"{told['verdict'] if told else 'not a clip'} {(told or {}).get('reason') or ''}"
        if not want:
            wrong = bool(matches)
        elif len(matches) != len(want):
            wrong = True
        else:
            wrong = False
            text = ""
            for place, match in zip(want, matches):
                scale = place["speed"] * (1 + place["drift"])
                at = lambda t: place["song_start_s"] + scale * (t - place["clip_start_s"])
                start = match["songStart"] - at(match["clipStart"])
                end = match["songEnd"] - at(match["clipEnd"])
                edges = match["clipStart"] - place["clip_start_s"], match["clipEnd"] - place["clip_end_s"]
                wrong |= max(abs(start), abs(end)) > TOLERANCE_S
                text += f"start {start * 1e3:+.3f} ms, end {end * 1e3:+.3f} ms, edges {edges[0]:+.2f} {edges[1]:+.2f} s, confidence {match['confidence']:.4f}"
        bad += wrong
        print("WRONG" if wrong else "ok   ", path, clip["expected"], "|", text)
    return bad


def frame_time(clip, frame):
    if clip.get("vfr"):
        return Fraction(clip["pts"]["values"][frame]) * Fraction(clip["pts"]["time_base"])
    return frame / Fraction(clip["rate"])


def picture_errors(truth, out, tools):
    sys.path.insert(0, tools)
    from read_framecode import read_codes
    movie = os.path.join(out, "rough-cut.mp4")
    probe = json.loads(subprocess.run(["ffprobe", "-v", "error", "-show_streams", "-of", "json", movie], capture_output=True).stdout)
    video = next(s for s in probe["streams"] if s["codec_type"] == "video")
    rate, w, h = Fraction(video["r_frame_rate"]), video["width"], video["height"]
    clips = {c["clip_code"]: c for c in truth["clips"] if "clip_code" in c}
    plain = read_codes(movie)
    boxed = {}                                            # codes as seen through the bars of each picture shape
    for shape in {(c["width"], c["height"]) for c in clips.values()}:
        scale = min(w / shape[0], h / shape[1])
        rw, rh = shape[0] * scale, shape[1] * scale
        boxed[shape] = read_codes(movie, rect=((w - rw) / 2, (h - rh) / 2, rw, rh))
    off, unread, right = {}, 0, 0
    for k in range(len(plain)):
        seen = [c for c in [plain[k][1]] + [b[k][1] for b in boxed.values()] if c and c[0] in clips and c[1] < clips[c[0]]["frames"]]
        verdicts = []
        for code, frame in seen:
            clip = clips[code]
            if not clip["placements"]:
                continue
            place = clip["placements"][0]
            scale = place["speed"] * (1 + place["drift"])
            wanted = place["clip_start_s"] + (float(k / rate) - place["song_start_s"]) / scale
            begins = float(frame_time(clip, frame))
            ends = float(frame_time(clip, frame + 1)) if frame + 1 < clip["frames"] else begins + 0.1
            error = wanted - begins if wanted < begins else max(0.0, wanted - ends)
            verdicts.append((abs(error), error, clip["path"], frame))
        if not verdicts:
            unread += 1
        elif min(verdicts)[0] <= TOLERANCE_S:
            right += 1
        else:
            _, error, path, frame = min(verdicts)
            off.setdefault(path, []).append((k, frame, round(error * 1e3, 1)))
    print(f"picture: {len(plain)} frames at {rate}, {right} right, {sum(map(len, off.values()))} off, {unread} without a code (black, blurred)")
    for path, rows in off.items():
        print("  WRONG", path, rows[:5], "..." if len(rows) > 5 else "")
    want = truth["song"]["samples"] / truth["song"]["sample_rate"]
    print(f"length: {len(plain) / rate} s of picture for {want} s of song")
    return len(off) + (abs(float(len(plain) / rate) - want) > float(1 / rate))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shoot")
    ap.add_argument("out")
    here = os.path.dirname(os.path.abspath(__file__))
    ap.add_argument("--tools", default=os.path.join(here, "..", "..", "shared", "bench", "media"))
    a = ap.parse_args()
    truth = json.load(open(os.path.join(a.shoot, "truth.json")))
    sync = json.load(open(os.path.join(a.out, "sync.json")))
    bad = sync_errors(truth, sync) + picture_errors(truth, a.out, a.tools)
    print("check", "FAILED" if bad else "OK")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
