#!/usr/bin/env python3
"""Twenty people click through a seeded studio: how long pages take (median, 95th percentile, worst), and what the server keeps in memory.

    ./backbeat seed --home /tmp/house && ./backbeat serve --home /tmp/house --port 8555 &
    bench/studio_load.py --port 8555 --pid PID [--seconds 60] [--people 20] [--think 1.0]
"""
import argparse, http.client, random, re, statistics, threading, time, urllib.parse

PASSWORD = "a-password-for-measuring"


class Person:
    def __init__(self, port, email):
        self.port, self.cookies, self.token = port, {}, ""
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.ask("GET", "/sign-in")
        status, _ = self.ask("POST", "/sign-in", {"email": email, "password": PASSWORD})
        assert status == 303, f"{email} cannot sign in: {status}"

    def ask(self, method, path, form=None):
        headers = {"Accept": "text/html", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if form is not None:
            body = urllib.parse.urlencode({**form, "_csrf": self.token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        found = re.search(r'name="token" content="([^"]+)"', text)
        if found:
            self.token = found.group(1)
        return answer.status, text


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
    given = asked.parse_args()
    people = [Person(given.port, "owner@example.org" if i == 0 else f"person{i}@example.org") for i in range(given.people)]
    for warm_up in (True, False):
        took, wrong = [], []
        until = time.time() + (10 if warm_up else given.seconds)
        threads = [threading.Thread(target=clicks, args=(p, until, given.think, i, took, wrong)) for i, p in enumerate(people)]
        [t.start() for t in threads]
        [t.join() for t in threads]
    times = sorted(t * 1000 for _, t in took)
    print(f"{len(times)} pages in {given.seconds:.0f} s, {len(wrong)} wrong {wrong[:3]}")
    print(f"all: median {statistics.median(times):.0f} ms, 95th percentile {times[int(len(times) * .95)]:.0f} ms, worst {times[-1]:.0f} ms")
    for name in sorted({n for n, _ in took}):
        of = sorted(t * 1000 for n, t in took if n == name)
        print(f"{name:10} {len(of):5} median {statistics.median(of):6.0f} ms, 95th {of[int(len(of) * .95)]:6.0f} ms, worst {of[-1]:6.0f} ms")
    if given.pid:
        print("memory, MB:", largest(given.pid))


main()
