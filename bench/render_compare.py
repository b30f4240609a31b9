"""What bench/render.sh measures: see there. Called with the work folder, the folder of render_peer.py, and the program."""
import json
import os
import re
import resource
import subprocess
import sys
import wave

work, peer_folder, backbeat = sys.argv[1:4]
sys.path.insert(0, peer_folder)
import render_peer as peer  # noqa: E402

RATE, FADE = peer.RATE, peer.FADE
LOOK = os.environ.get("LOOK", "yes") == "yes"
BEST_OF = int(os.environ.get("BEST_OF", "1"))
SHARPNESS = os.environ.get("CRF", "18")
X264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", SHARPNESS, "-pix_fmt", "yuv420p", "-threads", "1"]


def cost(command, cwd=None):
    """CPU seconds with children, and the largest sum of resident memory of all its processes in MB, sampled every tenth of a second."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([str(word) for word in command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, start_new_session=True)
    most = 0
    while True:
        try:
            said = process.communicate(timeout=0.1)[0]
            break
        except subprocess.TimeoutExpired:
            most = max(most, memory_of(process.pid))
    if process.returncode:
        sys.exit(" ".join(map(str, command))[:1000] + "\n" + said.decode()[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2), most


def memory_of(session):
    """Proportional where the system tells it, so that pages shared by processes count once."""
    total = 0
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                if os.getsid(int(entry)) == session:
                    rollup = open(f"/proc/{entry}/smaps_rollup").read()
                    total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M).group(1))
            except (OSError, AttributeError):
                continue
    return total // 1024


def otio(shots, name):
    """The cut as a timeline: hard cuts, dissolves that begin at the cut, fades at both ends."""
    time = lambda frames: {"OTIO_SCHEMA": "RationalTime.1", "rate": RATE, "value": frames}
    span = lambda start, length: {"OTIO_SCHEMA": "TimeRange.1", "start_time": time(start), "duration": time(length)}
    mix = lambda before, after: {"OTIO_SCHEMA": "Transition.1", "name": "", "transition_type": "SMPTE_Dissolve",
                                 "in_offset": time(before), "out_offset": time(after), "metadata": {}}
    children = [mix(0, FADE)]
    for shot in shots:
        if shot["dissolve_in"]:
            children.append(mix(0, FADE))
        url = "file://" + os.path.join(work, "ABC"[shot["source"]] + ".mp4")
        children.append({"OTIO_SCHEMA": "Clip.1", "name": "shot", "source_range": span(shot["in"], shot["frames"]), "effects": [], "markers": [],
                         "media_reference": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": url, "available_range": span(0, peer.FRAMES)}})
    children.append(mix(FADE, 0))
    track = {"OTIO_SCHEMA": "Track.1", "name": "V1", "kind": "Video", "children": children, "source_range": None}
    path = os.path.join(work, name)
    json.dump({"OTIO_SCHEMA": "Timeline.1", "name": "bench", "global_start_time": None,
               "tracks": {"OTIO_SCHEMA": "Stack.1", "name": "tracks", "children": [track]}}, open(path, "w"))
    return path


def song():
    path = os.path.join(work, "silence.wav")
    with wave.open(path, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes(bytes(4 * 48000 * peer.TOTAL // RATE))
    return path


def render(timeline, out, home):
    look = ["--look", os.path.join(work, "look.cube")] if LOOK else []
    return cost([backbeat, "render", timeline, "--song", song(), "--out", os.path.join(work, out), "--work", home,
                 "--recipe", os.environ.get("RECIPE", "h264"), *look])


def moved(shots, cut, by):
    """The cut between two shots moved: one is longer at its end, the next begins as much later."""
    other = [dict(shot) for shot in shots]
    other[cut - 1]["frames"] += by
    other[cut]["frames"] -= by
    other[cut]["in"] += by
    return other


def main():
    shots = peer.cut_list()
    cut = otio(shots, "cut.otio")
    figures = {"frames": peer.TOTAL, "look": LOOK, "crf of FFmpeg": SHARPNESS}

    def note(name, value):
        figures[name] = value
        print(f"{name:34} {value}", flush=True)

    graph = peer.ff(*peer.inputs_each(shots), "-filter_complex", peer.graph(shots, LOOK), "-map", "[out]", *X264, "ffmpeg.mp4")
    plain = min(cost(graph, work) for _ in range(BEST_OF))
    note("FFmpeg, one graph: CPU s, MB", plain)
    raw = os.path.join(work, "pixels.yuv")
    peer.call(peer.ff("-i", "ffmpeg.mp4", "-f", "rawvideo", "-pix_fmt", "yuv420p", raw), work)
    alone = min(cost(peer.ff("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "1920x1080", "-framerate", RATE, "-threads", "1", "-i", raw,
                             *X264, "alone.mp4"), work) for _ in range(BEST_OF))
    note("encoding alone: CPU s, MB", alone)
    os.remove(raw)
    first = min(render(cut, "film.mp4", os.path.join(work, f"home{i}")) for i in range(BEST_OF))
    note("Backbeat, first: CPU s, MB", first)
    home = os.path.join(work, "home0")
    note("nothing changed: CPU s, MB", render(cut, "film.mp4", home))
    changed = []
    for k in (4, 9, 12, 16):
        changed.append(render(otio(moved(shots, k, 5), f"moved{k}.otio"), "moved.mp4", home)[0])
    note("one cut moved by 5 frames: CPU s", changed)
    note("FFmpeg / encoding alone", round(plain[0] / alone[0], 2))
    note("Backbeat / encoding alone", round(first[0] / alone[0], 2))
    note("Backbeat / FFmpeg", round(first[0] / plain[0], 2))
    note("FFmpeg / after a moved cut", round(plain[0] * len(changed) / sum(changed), 1))
    note("bytes: FFmpeg, Backbeat", [os.path.getsize(os.path.join(work, name)) for name in ("ffmpeg.mp4", "film.mp4")])
    if os.environ.get("VERIFY", "yes") == "yes":
        note("check", peer.verify(os.path.join(work, "film.mp4"), shots))
        said = subprocess.run([peer.FFMPEG, "-v", "info", "-nostdin", "-i", "film.mp4", "-i", "ffmpeg.mp4", "-lavfi", "psnr", "-f", "null", "-"],
                              cwd=work, capture_output=True, text=True).stderr
        note("PSNR between both films", re.findall(r"average:(\S+) min:(\S+)", said))
    json.dump(figures, open(os.path.join(work, "figures.json"), "w"), indent=1)


main()
