#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench.py - what a bulletin costs: time, memory, bytes.

    make bench                        measure and compare with the goals
    make bench BENCH_OUT=a.json       keep the figures
    make bench BENCH_BASE=a.json      compare with figures kept before
    make bench-pictures               400 pictures of 2 MB: memory and bytes

Three issues: one article (the real copy where it is at hand, else a sample's),
20 and 400 articles made from the samples. Each is made several times; the
figures are medians. Peak memory is the largest resident set the kernel has
seen for the process. Runs are warm: the first of each is thrown away.

`floor` is how large the file is against the least it could be (floor.py). Of
the issue with its own pictures only that and the memory count: the time is the
disk's. It wants 2 GB of room for temporary files.

The goals are those of a machine with two cores; nothing fails when one is
missed, because a machine that is busy misses all of them.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import floor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHARED = os.environ.get("BULLETIN_SHARED", os.path.join(ROOT, "..", "shared"))
GOALS = {"1": {"wall_ms": 25, "peak_mib": 40},
         "400": {"wall_ms": 600, "peak_mib": 150, "floor": 1.1},
         "pictures": {"peak_mib": 150, "floor": 1.1}}
RUNS = {"1": 21, "20": 15, "400": 7, "pictures": 1}
LINEAR = 1.25  # an article of 400 may cost so much more than one of 20
SHOWN = (("wall_ms", "wall ms"), ("cpu_ms", "cpu ms"),
         ("peak_mib", "peak MiB"), ("bytes", "bytes"), ("pages", "pages"),
         ("floor", "floor"))


def run_once(command):
    """Wall, processor and peak memory of one run."""
    with tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                                 stdout=told, stderr=told)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        text = told.read().decode("utf-8", "replace")
    if child.returncode != 0:
        sys.exit("%s: status %d\n%s" % (" ".join(command), child.returncode,
                                        text))
    return {"wall_ms": wall * 1e3,
            "cpu_ms": (usage.ru_utime + usage.ru_stime) * 1e3,
            "peak_mib": usage.ru_maxrss / 1024}, text


def measure(program, issue, pdf, runs):
    command = [program, "make", issue, "-o", pdf, "-q", "--no-system-fonts",
               "--lang", "en"]
    if runs > 1:
        run_once(command)
    taken = [run_once(command)[0] for _ in range(runs)]
    figures = {key: statistics.median(run[key] for run in taken)
               for key in taken[0]}
    figures["bytes"] = os.path.getsize(pdf)
    figures["pages"] = page_count(pdf)
    figures["floor"] = floor.ratio(floor.floor(pdf))
    figures["stages"] = stages(command, runs)
    return figures


def page_count(pdf):
    out = subprocess.run(["qpdf", "--show-npages", pdf], capture_output=True)
    return int(out.stdout or 0)


def stages(command, runs):
    """Medians of the program's own table of stages."""
    taken = {}
    for _ in range(min(runs, 9)):
        _, text = run_once(command + ["--timings"])
        for name, ms in re.findall(r"^  (\S+) +([\d.]+) ms$", text, re.M):
            taken.setdefault(name, []).append(float(ms))
    return {name: statistics.median(each) for name, each in taken.items()}


def make_issue(folder, name, *numbers):
    place = os.path.join(folder, name)
    subprocess.run([sys.executable, os.path.join(HERE, "make-issue.py"),
                    str(numbers[0]), place, *map(str, numbers[1:])],
                   check=True)
    return name, os.path.join(place, "issue.yaml")


def issues(folder):
    """Name and path of what is measured."""
    real = os.path.join(SHARED, "input", "kunming", "digest.yaml")
    found = [make_issue(folder, str(count), count) for count in (1, 20, 400)]
    if os.path.exists(real):
        found[0] = ("1", real)
    return found


def show_table(results):
    print("%-9s" % "issue" + "".join("%12s" % name for _, name in SHOWN))
    for name, figures in results.items():
        cells = ""
        for key, _ in SHOWN:
            value = figures[key]
            cells += "%12s" % (format(value, ",d") if isinstance(value, int)
                               else format(value, ",.3f" if key == "floor"
                                           else ",.1f"))
        print("%-9s" % name + cells)


def show_stages(results):
    print("\nstages, ms")
    names = list(dict.fromkeys(n for f in results.values()
                               for n in f["stages"]))
    print("%-9s" % "issue" + "".join("%12s" % n for n in names))
    for name, figures in results.items():
        print("%-9s" % name + "".join("%12.1f" % figures["stages"].get(n, 0)
                                      for n in names))


def show_goals(results):
    print("\ngoals")
    for name in results:
        for key, goal in GOALS.get(name, {}).items():
            value = results[name][key]
            print("  %-4s %s: %s %.5g, goal %g"
                  % ("PASS" if value <= goal else "over", name,
                     dict(SHOWN)[key], value, goal))
    if "400" in results:
        show_growth(results)


def show_growth(results):
    least = results["1"]["wall_ms"]
    few = (results["20"]["wall_ms"] - least) / 19
    many = (results["400"]["wall_ms"] - results["20"]["wall_ms"]) / 380
    print("  %-4s linear: an article more costs %.2f ms up to 20, "
          "%.2f ms from there to 400"
          % ("PASS" if many <= few * LINEAR else "over", few, many))


def show_ratios(results, base):
    print("\nagainst %s (1.00: no change)" % base)
    with open(base, encoding="utf-8") as file:
        old = json.load(file)
    for name, figures in results.items():
        if name not in old:
            continue
        parts = ["%s %.2f" % (label, figures[key] / old[name][key])
                 for key, label in SHOWN if old[name].get(key)]
        parts += ["%s %.2f" % (stage, figures["stages"][stage] / before)
                  for stage, before in old[name]["stages"].items()
                  if before and stage in figures["stages"]]
        print("  %-4s %s" % (name, "  ".join(parts)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="build/bulletin")
    parser.add_argument("--base", help="figures to compare with")
    parser.add_argument("--out", help="where to keep the figures")
    parser.add_argument("--pictures", action="store_true",
                        help="400 articles with a picture of 2 MB each")
    args = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="bulletin-bench.")
    try:
        results = {}
        cases = ([make_issue(folder, "pictures", 400, 2)] if args.pictures
                 else issues(folder))
        for name, path in cases:
            pdf = os.path.join(folder, name + ".pdf")
            results[name] = measure(os.path.abspath(args.program), path, pdf,
                                    RUNS[name])
    finally:
        shutil.rmtree(folder)
    show_table(results)
    show_stages(results)
    show_goals(results)
    if args.base:
        show_ratios(results, args.base)
    if args.out:
        with open(args.out, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)


if __name__ == "__main__":
    main()
