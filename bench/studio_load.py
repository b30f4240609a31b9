#!/usr/bin/env python3
"""Twenty people click through a seeded studio: how long pages take (median, 95th percentile, worst), and what the server keeps in memory.

    ./backbeat seed --home /tmp/house && ./backbeat serve --home /tmp/house --port 8555 &
    bench/studio_load.py --port 8555 --pid PID [--seconds 60] [--people 20] [--think 1.0] [--shoot SHOOT]

SHOOT is a folder with song.wav and footage/: it becomes a production first, and its film is rendered while people click; when it is done, another cut is made and rendered.
"""
import argparse, http.client, itertools, os, random, re, statistics, threading, time, urllib.parse

PASSWORD = "a-password-for-measuring"


class Person:
    def __init__(self, port, email):
        self.port, self.cookies, self.token = port, {}, ""
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.ask("GET", "/sign-in")
        status, _ = self.ask("POST", "/sign-in", {"email": email, "password": PASSWORD})
        assert status == 303, f"{email} cannot sign in: {status}"

    def cookie(self):
        return "; ".join(f"{k}={v}" for k, v in self.cookies.items())

    def answer(self, method, path, body, headers):
        try:
            self.line.request(method, path, body, headers)
            return self.line.getresponse()
        except http.client.RemoteDisconnected:  # a line that was idle for a minute
            self.line.close()
            self.line.request(method, path, body, headers)
            return self.line.getresponse()

    def ask(self, method, path, form=None):
        headers = {"Accept": "text/html", "Cookie": self.cookie()}
        body = None
        if form is not None:
            body = urllib.parse.urlencode({**form, "_csrf": self.token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = self.answer(method, path, body, headers)
        text = answer.read().decode("utf-8", "replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        found = re.search(r'name="token" content="([^"]+)"', text)
        if found:
            self.token = found.group(1)
        return answer.status, text


class Film:
    """A production of a shoot, up to its cut."""

    def __init__(self, owner, shoot):
        self.owner = owner
        owner.ask("GET", "/productions/new")
        owner.line.request("POST", "/productions", urllib.parse.urlencode({"name": "Load", "artist": "Band", "kind": "MUSIC_VIDEO", "_csrf": owner.token}),
                           {"Content-Type": "application/x-www-form-urlencoded", "Cookie": owner.cookie()})
        answer = owner.line.getresponse()
        answer.read()
        self.home = urllib.parse.urlparse(answer.getheader("Location")).path
        owner.ask("GET", self.home)
        with open(os.path.join(shoot, "song.wav"), "rb") as song:
            owner.line.request("POST", self.home + "/song?name=song.wav", song.read(),
                               {"Content-Type": "application/octet-stream", "X-XSRF-TOKEN": owner.token, "Cookie": owner.cookie()})
        assert owner.line.getresponse().read() is not None
        owner.ask("POST", self.home + "/footage", {"folder": os.path.abspath(os.path.join(shoot, "footage"))})
        while self.status("rough-cut.otio") != 200:
            time.sleep(1)
        while self.steps():
            time.sleep(1)

    def status(self, name):
        return self.owner.ask("GET", f"{self.home}/files/{name}")[0]

    def steps(self):
        """Those that wait or run."""
        return set(re.findall(r'data-state="(?:RUNNING|WAITING)"[^>]*data-step="(\w+)"', self.owner.ask("GET", "/jobs")[1]))

    def render(self):
        self.owner.ask("POST", self.home + "/steps/render", {"to": self.home})

    def render_until(self, end):
        """Film after film, each of another cut. How much of the time a film was rendered."""
        styles = itertools.cycle(["frantic", "calm", "standard", "split-screen"])
        self.render()
        rendered = asked = 0
        while time.time() < end:
            steps = self.steps()
            asked += 1
            rendered += "render" in steps
            if not steps:
                version = re.search(r'name="version" value="(\d+)"', self.owner.ask("GET", self.home + "/cut")[1]).group(1)
                self.owner.ask("POST", self.home + "/cut/again", {"version": version, "style": next(styles)})
                while self.steps() and time.time() < end:
                    time.sleep(0.2)
                self.render()
            time.sleep(0.5)
        self.share = rendered / max(1, asked)


def clicks(person, until, think, seed, took, wrong):
    chance = random.Random(seed)
    _, home = person.ask("GET", "/")
    productions = re.findall(r'class="prow" href="(/p/[0-9a-f]+)"', home)
    pages = [("dashboard", "/"), ("jobs", "/jobs"), ("you", "/me"), ("home", "{}"), ("tasks", "{}/tasks"), ("people", "{}/people"),
             ("song", "{}/song"), ("footage", "{}/footage"), ("cut", "{}/cut"), ("review", "{}/review")]
    while time.time() < until:
        name, path = chance.choice(pages)
        path = path.format(chance.choice(productions))
        begun = time.perf_counter()
        status, _ = person.ask("GET", path)
        took.append((name, time.perf_counter() - begun))
        if status != 200:
            wrong.append((status, path))
        time.sleep(chance.uniform(0, 2 * think))


def largest(pid):
    try:
        with open(f"/proc/{pid}/status") as facts:
            return {line.split(":")[0]: int(line.split()[1]) // 1024 for line in facts if line.startswith(("VmRSS", "VmHWM"))}
    except OSError:
        return {}


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--port", type=int, required=True)
    asked.add_argument("--pid", type=int)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--people", type=int, default=20)
    asked.add_argument("--think", type=float, default=1.0, help="seconds between the clicks of one person, on average")
    asked.add_argument("--shoot", help="folder with song.wav and footage/ whose film is rendered meanwhile")
    given = asked.parse_args()
    film = Film(Person(given.port, "owner@example.org"), given.shoot) if given.shoot else None
    people = [Person(given.port, "owner@example.org" if i == 0 else f"person{i}@example.org") for i in range(given.people)]
    for warm_up in (True, False):
        took, wrong = [], []
        begun = time.time()
        until = begun + (10 if warm_up else given.seconds)
        if film and not warm_up:
            rendering = threading.Thread(target=film.render_until, args=(until,))
            rendering.start()
        threads = [threading.Thread(target=clicks, args=(p, until, given.think, i, took, wrong)) for i, p in enumerate(people)]
        [t.start() for t in threads]
        [t.join() for t in threads]
    if film:
        rendering.join()
        print(f"a film was rendered {film.share:.0%} of the time")
    times = sorted(t * 1000 for _, t in took)
    print(f"{len(times)} pages in {given.seconds:.0f} s, {len(wrong)} wrong {wrong[:3]}")
    print(f"all: median {statistics.median(times):.0f} ms, 95th percentile {times[int(len(times) * .95)]:.0f} ms, worst {times[-1]:.0f} ms")
    for name in sorted({n for n, _ in took}):
        of = sorted(t * 1000 for n, t in took if n == name)
        print(f"{name:10} {len(of):5} median {statistics.median(of):6.0f} ms, 95th {of[int(len(of) * .95)]:6.0f} ms, worst {of[-1]:6.0f} ms")
    if given.pid:
        print("memory, MB:", largest(given.pid))


main()
