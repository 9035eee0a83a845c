#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Preflight at work: no sample sets off a warning, and a spoilt copy of one does,
at the article's line, from make and from check alike."""
import glob
import os
import re
import shutil
import subprocess

from finished import PROGRAM, ROOT, Tap, make, work_folder

USES = ("press", "press-legacy", "office")


def check(path, use, *options):
    done = subprocess.run([PROGRAM, "check", path, "--for", use, "--lang", "en",
                           *options], capture_output=True, text=True)
    return done.returncode, done.stderr


def told(said):
    return sorted(set(re.findall(r"\[(preflight/[a-z-]+)\]", said)))


def copied(folder, sample):
    copy = os.path.join(folder, sample)
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(os.path.join(ROOT, "samples", sample), copy)
    return os.path.join(copy, "issue.yaml")


def spoil(path, pattern, replacement):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    spoilt, count = re.subn(pattern, replacement, text, count=1, flags=re.M)
    assert count == 1, (path, pattern)
    with open(path, "w", encoding="utf-8") as file:
        file.write(spoilt)


def check_samples(tap):
    for path in sorted(glob.glob(os.path.join(ROOT, "samples", "**", "*.yaml"),
                                 recursive=True)):
        with open(path, encoding="utf-8") as file:
            if not re.search(r"^(版式|layout):", file.read(), re.M):
                continue
        name = os.path.relpath(path, os.path.join(ROOT, "samples"))
        for use in USES:
            tap.empty(told(check(path, use)[1]), "%s, %s: nothing to tell"
                      % (name, use))


def own_layout(issue, name):
    """The issue gets a copy of the layout, to be spoilt."""
    layout = os.path.join(os.path.dirname(issue), "own.yaml")
    shutil.copy(os.path.join(ROOT, "layouts", name + ".yaml"), layout)
    spoil(issue, r"^(版式|layout):.*$", "版式: ./own.yaml")
    return layout


def check_layout_faults(tap, folder):
    cases = (("preflight/hairline", r"height: 1mm", "height: 0.1pt"),
             ("preflight/edge", r"at: \[0, 116pt\], style: \{font: 宋, size: "
              r"14pt, align: left, left: 14pt\}",
              "at: [-76pt, 116pt], style: {font: 宋, size: 14pt, align: left}"),
             ("preflight/bleed", r"\{bar: red, at: \[0, 141.3pt\]",
              "{bar: red, at: [-28mm, 141.3pt]"),
             ("preflight/reversed", r"at: \[0, 84pt\], style: \{font: 楷, "
              r"size: 16pt",
              "at: [0, 84pt], style: {font: 楷, color: 白, size: 7pt"),
             ("preflight/small-inks", r"at: \[0, 84pt\], style: \{font: 楷, "
              r"size: 16pt",
              "at: [0, 84pt], style: {font: 楷, color: red, size: 6pt"),
             ("preflight/ink-limit", r"red: C8 M100 Y95 K6",
              "red: C90 M100 Y95 K60"))
    for code, pattern, replacement in cases:
        issue = copied(folder, "jianbao")
        layout = own_layout(issue, "jianbao")
        spoil(layout, pattern, replacement)
        if code == "preflight/reversed":
            spoil(layout, r"^first_page:\n(.*\n)*?  items:\n",
                  lambda m: m.group(0)
                  + "    - {bar: 100%, at: [0, 80pt], height: 24pt}\n")
        status, said = check(issue, "press")
        tap.ok(status == 0 and code in told(said), "control: %s is told: %s"
               % (code, told(said)))
        tap.equal(check(issue, "press", "--warnings-as-errors")[0], 3,
                  "%s is a warning" % code)
        tap.empty([c for c in told(check(issue, "screen")[1])],
                  "%s: not for screens" % code)


def check_pictures(tap, folder):
    """A picture that is too small, at its line; and what would do."""
    issue = copied(folder, "tabloid")
    root = os.path.dirname(issue)
    picture = next(iter(sorted(glob.glob(os.path.join(root, "**", "*.jpg"),
                                         recursive=True))))
    subprocess.run(["gs", "-q", "-dSAFER", "-sDEVICE=jpeg", "-r20",
                    "-dDEVICEWIDTHPOINTS=540", "-dDEVICEHEIGHTPOINTS=360",
                    "-o", picture, "-c", "0.5 setgray 0 0 540 360 rectfill "
                    "showpage"], check=True)
    name = os.path.basename(picture)
    for use in USES:
        status, said = check(issue, use)
        lines = [line for line in said.splitlines()
                 if "preflight/resolution" in line and name in line]
        tap.ok(lines and re.match(r".+\.(md|yaml):\d+:\d+: ", lines[0]),
               "control: %s: a small picture is told at its line: %s"
               % (use, lines))
        widest = re.search(r"make it (\d+) mm wide", said)
        tap.ok(widest and 0 < int(widest.group(1)) < 100,
               "%s: with the width that would do" % use)
    tap.empty(told(check(issue, "screen")[1]), "but not for screens")
    pdf = os.path.join(folder, "out.pdf")
    status, said = make(issue, pdf)
    tap.equal((status, told(said)), (0, ["preflight/resolution"]),
              "make tells it too, and the PDF is made")


def main():
    tap = Tap()
    with work_folder() as folder:
        check_samples(tap)
        check_layout_faults(tap, folder)
        check_pictures(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
