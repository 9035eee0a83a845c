#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What must not change pages that are filled with rectangles: the order in
which articles are listed, the names of their files, comments. And how little a
character more may change: where the last line of its paragraph has room, the
glyphs of its block. Seldom another cut becomes the better one by that; beside
the report of the run before (--near) the pages stay as they were even then."""
import json
import os
import random
import re
import subprocess
import tempfile

import bench
import controls  # noqa: F401  (finds tests/support)
import generate
from tap import Tap

CASES = (("tabloid", 6, 30), ("tabloid", 8, 33), ("a4", 4, 31), ("a4", 5, 32))
PLACES = 4  # paragraphs that get a character, an issue
ROOM = (0.2, 0.8)  # how full their last lines are
# Issues in which a character more lets a block be had at another price, in
# columns of another measure: then other cuts may be better.
HARD = (("tabloid", 5, 701), ("tabloid", 5, 725), ("a4", 4, 704),
        ("a4", 4, 719))


def put(folder, files):
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    for name, body in generate.PICTURES.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(body)


def made(files, command="make"):
    """The bytes of the PDF, or the proof, of an issue's files."""
    with tempfile.TemporaryDirectory(prefix="bulletin-makeup.") as folder:
        put(folder, files)
        out = os.path.join(folder, "out")
        done = subprocess.run(
            [bench.PROGRAM, command, os.path.join(folder, "issue.yaml"), "-o",
             out, "--no-system-fonts", "-q"] +
            (["--for", "press"] if command == "make" else []),
            capture_output=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode())
        with open(out, "rb") as file:
            return file.read()


# ---- Changes that are none. ----

def split_list(text):
    head, tail = text.split("稿件:\n")
    return head, tail.splitlines()


def permuted(files, seed):
    head, names = split_list(files["issue.yaml"])
    random.Random(seed).shuffle(names)
    return dict(files, **{"issue.yaml": head + "稿件:\n" + "\n".join(names) +
                          "\n"})


def backwards(files):
    head, names = split_list(files["issue.yaml"])
    return dict(files, **{"issue.yaml": head + "稿件:\n" +
                          "\n".join(reversed(names)) + "\n"})


def renamed(files):
    """Other names, in another order of the alphabet."""
    names = [n for n in files if n.endswith(".md")]
    new = {name: "稿%02d.md" % (len(names) - i)
           for i, name in enumerate(names)}
    issue = re.sub(r"\d\d\.md", lambda m: new[m.group(0)],
                   files["issue.yaml"])
    return {new.get(name, name): issue if name == "issue.yaml" else text
            for name, text in files.items()}


def commented(files):
    out = dict(files)
    out["issue.yaml"] = "# 这一期\n" + files["issue.yaml"].replace(
        "稿件:\n", "稿件: # 按见报顺序\n")
    first = next(n for n in files if n.endswith(".md"))
    out[first] = files[first].replace("---\n", "---\n# 头条\n", 1)
    return out


def reweighted(files):
    """A change that is one: the last article becomes the weightiest."""
    last = max(n for n in files if n.endswith(".md"))
    text = re.sub("权重: .*", "权重: 99", files[last])
    return dict(files, **{last: re.sub("级别: .*", "级别: 头条", text)})


# ---- A character more. ----

def sections(proof):
    """Article numbers and what is printed of each; furniture is 0."""
    found, number = {}, 0
    for line in proof.decode().splitlines():
        match = re.match(r"  (?:article (\d+)|(furniture|edition))", line)
        if match:
            number = int(match.group(1) or 0)
        found.setdefault(number, []).append(line)
    return found


LINE = re.compile(r"^      line  x \S+  y \S+  w (\S+)  \S+ \S+  (?:\S+ \S+  )*"
                  r"(.*)$")


def roomy(proof, files, measure):
    """Files and the ends of their paragraphs whose last lines have room."""
    names = sorted(n for n in files if n.endswith(".md"))
    for number, lines in sorted(sections(proof).items()):
        for before, after in zip(lines, lines[1:] + ["    paragraph"]):
            match = LINE.match(before)
            if (number == 0 or not match or after.startswith("      line") or
                    not match.group(2).endswith("。")):
                continue
            share = float(match.group(1)) / measure
            text = match.group(2)[-5:]
            name = names[number - 1]
            if (ROOM[0] < share < ROOM[1] and "gap" not in before and
                    files[name].count(text + "\n") == 1):
                yield number, name, text


def with_one_more(files, name, text):
    return dict(files, **{name: files[name].replace(
        text + "\n", text[:-1] + "好。\n")})


def changed(before, after):
    """Numbers of the articles that are printed in another way."""
    a, b = sections(before), sections(after)
    return sorted(n for n in set(a) | set(b) if a.get(n) != b.get(n))


def edits_of(case, files):
    """The proof, and article, file and end of paragraphs with room."""
    proof = made(files, "proof")
    edits = list(roomy(proof, files, generate.Issue(*case).layout.measure))
    random.Random(5).shuffle(edits)
    return proof, edits


def check_more(tap, case, files):
    """Edits that leave the article all the rectangles it had, at their
    prices: they have room in columns of every measure."""
    proof, edits = edits_of(case, files)
    done = 0
    with tempfile.TemporaryDirectory(prefix="bulletin-makeup.") as folder:
        _, _, ways = places_of(files, folder)
        for number, name, text in edits:
            more = with_one_more(files, name, text)
            if done == PLACES or places_of(more, folder)[2][name] != ways[name]:
                continue
            done += 1
            tap.equal(changed(proof, made(more, "proof")), [number],
                      "%s %d %d, a character more in %s changes its block "
                      "alone" % (*case, name))
    tap.equal(done, PLACES, "%s %d %d: so many were tried" % case)


# ---- Beside the report of the run before. ----

def places_of(files, folder, near=None):
    """The report, where each article's block stands, and the rectangles each
    could have had."""
    put(folder, files)
    report = os.path.join(folder, "%s.json" % ("near" if near else "first"))
    done = subprocess.run(
        [bench.PROGRAM, "make", os.path.join(folder, "issue.yaml"), "-o",
         os.path.join(folder, "out.pdf"), "--report", report, "--for", "press",
         "--no-system-fonts", "-q"] + (["--near", near] if near else []),
        capture_output=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode())
    with open(report, encoding="utf-8") as file:
        pages = json.load(file)["pages"]
    blocks = [(page["page"], block) for page in pages
              for block in page["blocks"]]
    places = {(block["file"], block["jumps_from"]): (page,) + tuple(
        block[key] for key in ("column", "row", "columns", "rows"))
        for page, block in blocks}
    return report, places, {b["file"]: b["ways"] for _, b in blocks}


def check_near(tap, case):
    files = generate.Issue(*case).files()
    _, edits = edits_of(case, files)
    with tempfile.TemporaryDirectory(prefix="bulletin-makeup.") as folder:
        report, before, _ = places_of(files, folder)
        moved = []
        for _, name, text in edits[:6]:
            more = with_one_more(files, name, text)
            if places_of(more, folder, report)[1] != before:
                moved.append("%s, …%s" % (name, text))
        tap.empty(moved, "%s %d %d, near the report before: nothing moves "
                  "for a character more" % case)
        tap.ok(places_of(reweighted(files), folder)[1] != before,
               "%s %d %d, another lead: blocks move" % case)


def check(tap, case):
    files = generate.Issue(*case).files()
    title = "%s %d %d: " % case
    pdf = made(files)
    for name, other in (("listed backwards", backwards(files)),
                        ("listed in another order", permuted(files, 1)),
                        ("files renamed", renamed(files)),
                        ("comments added", commented(files))):
        tap.ok(made(other) == pdf, title + name + ": the same bytes")
    tap.ok(made(reweighted(files)) != pdf, title + "another lead: other bytes")
    check_more(tap, case, files)


def main():
    tap = Tap()
    for case in CASES:
        check(tap, case)
    for case in HARD:
        check_near(tap, case)
    tap.done()


if __name__ == "__main__":
    main()
