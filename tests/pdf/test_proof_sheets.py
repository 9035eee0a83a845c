#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proof sheets: every page as it will be printed, moved onto a larger sheet
with a slug at its head and its grid lines numbered. The plain PDF is held
against the same checks and must fail them."""
import os
import re
import shutil
import subprocess

from finished import PROGRAM, ROOT, Tap, structure, work_folder

MARGIN = 25 / 25.4 * 72
SLUG = "样张 %s 第%d期 第%d版"
# Sample, its name and number, lines of its type area, where they are.
CASES = (("tabloid", "榆港工友", 4, 78, "across"),
         ("digest", "工会一周", 37, 53, "across"),
         ("typography/vertical.yaml", "直行", 2, 34, "down"))


def run(issue, pdf, *options):
    done = subprocess.run([PROGRAM, "make", issue, "-o", pdf, "-q",
                           "--no-system-fonts", "--no-report", *options])
    return done.returncode == 0


def trims(pdf):
    """What is left of each page when it is cut: left, foot, right, top."""
    out = structure.run("pdfinfo", "-box", "-f", "1", "-l", "99", pdf)[1]
    return [tuple(map(float, box)) for box in
            re.findall(r"TrimBox: +" + r"([\d.]+) +" * 3 + r"([\d.]+)", out)]


def size_faults(plain, sheets):
    if not plain or len(plain) != len(sheets):
        return ["%d pages, %d sheets" % (len(plain), len(sheets))]
    return ["page %s, sheet %s" % (page, sheet)
            for page, sheet in zip(plain, sheets)
            for i in (0, 1)
            if abs(sheet[i + 2] - sheet[i] - page[i + 2] + page[i]
                   - 2 * MARGIN) > 0.05]


def moves(plain, sheets):
    """How far the page's corner is from that of its sheet."""
    return [sheet[0] - page[0] + MARGIN for page, sheet in zip(plain, sheets)]


def glyphs(page):
    return [(text, x, y) for _, _, span in page for text, _, x, y in span]


def moved_faults(plain, sheets, moved):
    """Every glyph of a page is on its sheet, so much further in."""
    faults = []
    for number, (page, sheet, by) in enumerate(zip(plain, sheets, moved), 1):
        there = {(t, round(x * 10), round(y * 10))
                 for t, x, y in glyphs(sheet)}
        lost = [t for t, x, y in glyphs(page) if not any(
            (t, round((x + by) * 10) + dx, round((y + by) * 10) + dy) in there
            for dx in (-1, 0, 1) for dy in (-1, 0, 1))]
        if lost:
            faults.append("page %d: %d glyphs are elsewhere: %s"
                          % (number, len(lost), "".join(lost[:20])))
    return faults


def added(page, sheet, by):
    """What is on the sheet and not on the page: texts with the place of their
    first glyph."""
    there = {(t, round((x + by) * 10), round((y + by) * 10))
             for t, x, y in glyphs(page)}
    found = []
    end = None
    for text, x, y in glyphs(sheet):
        if any((text, round(x * 10) + dx, round(y * 10) + dy) in there
               for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            continue
        if end and abs(y - end[1]) < 0.1 and 0 < x - end[0] < 6.5:
            found[-1] = (found[-1][0] + text,) + found[-1][1:]
        else:
            found.append((text, x, y))
        end = (x, y)
    return found


def slug_faults(case, sheets, texts):
    faults = []
    for number in range(1, len(sheets) + 1):
        wanted = SLUG % (case[1], case[2], number)
        if wanted not in texts[number - 1]:
            faults.append("sheet %d has no %s" % (number, wanted))
        for word in ("一校____", "二校____", "三校____"):
            if word not in texts[number - 1]:
                faults.append("sheet %d has no %s" % (number, word))
    return faults


def numbers_of(page, sheet, by):
    """Numbers that were added: number, places."""
    found = {}
    for text, x, y in added(page, sheet, by):
        if text.isdigit():
            found.setdefault(int(text), []).append((x, y))
    return found


def number_faults(case, page, sheet, by):
    found = numbers_of(page, sheet, by)
    wanted = list(range(5, case[3] + 1, 5))
    if sorted(found) != wanted:
        return ["numbers %s, not %s" % (sorted(found), wanted)]
    faults = ["%d stands %d times" % (n, len(p))
              for n, p in found.items() if len(p) != 2]
    if faults:
        return faults
    along = 1 if case[4] == "across" else 0
    steps = {round(found[n + 5][0][along] - found[n][0][along], 0)
             for n in wanted[:-1]}
    if case[4] == "across" and len(steps) != 1:
        faults.append("numbers are unevenly apart: %s" % sorted(steps))
    if max(steps) >= 0:
        faults.append("numbers do not go down, or to the left: %s" % steps)
    for n, places in found.items():
        if abs(places[0][along] - places[1][along]) > 0.01:
            faults.append("%d is not in one line at both ends" % n)
    return faults


def baseline_faults(page, sheet, by):
    """A number stands on the baseline of its line of text, where there is
    text in that line: in most."""
    ys = {round(y * 10) for _, _, y in glyphs(page)}
    found = numbers_of(page, sheet, by)
    hits = [n for n, p in found.items() if any(
        round((p[0][1] - by) * 10) + d in ys for d in (-1, 0, 1))]
    return [] if len(hits) * 2 > len(found) > 0 else [
        "only %s of %d are on a baseline" % (hits, len(found))]


def texts_of(pdf, count):
    return [re.sub(r"\s+", " ", structure.run(
        "pdftotext", "-raw", "-f", str(n), "-l", str(n), "-enc", "UTF-8",
        pdf, "-")[1]) for n in range(1, count + 1)]


def check(tap, case, folder):
    issue = os.path.join(ROOT, "samples", case[0])
    plain, proof = (os.path.join(folder, name + ".pdf")
                    for name in ("plain", "proof"))
    if not tap.ok(run(issue, plain) and run(issue, proof, "--proof"),
                  "%s is made" % case[0]):
        return
    pages, sheets = structure.trace(plain), structure.trace(proof)
    texts, plain_texts = (texts_of(pdf, len(pages)) for pdf in (proof, plain))
    moved = moves(trims(plain), trims(proof))
    for name, faults, control in (
            ("25 mm on every side", size_faults(trims(plain), trims(proof)),
             size_faults(trims(plain), trims(plain))),
            ("nothing else has moved", moved_faults(pages, sheets, moved),
             moved_faults(pages, sheets, [by + 3 for by in moved])),
            ("a slug to sign", slug_faults(case, sheets, texts),
             slug_faults(case, pages, plain_texts)),
            ("numbers at both ends of every fifth line",
             number_faults(case, pages[0], sheets[0], moved[0]),
             number_faults(case, pages[0], [], moved[0])),
            ("a sound file", structure.qpdf_faults(proof), None)):
        tap.ok(not faults, "%s: %s" % (case[0], name), faults)
        if control is not None:
            tap.ok(bool(control), "%s: %s: the plain one fails"
                   % (case[0], name))
    if case[4] == "across":
        faults = baseline_faults(pages[-1], sheets[-1], moved[-1])
        tap.ok(not faults, "%s: numbers stand on the baselines" % case[0],
               faults)
        tap.ok(bool(baseline_faults(pages[-1], sheets[-1], moved[-1] + 3)),
               "%s: and not a little below" % case[0])


def check_files(tap, folder):
    issue = os.path.join(folder, "issue")
    shutil.copytree(os.path.join(ROOT, "samples", "digest"), issue)
    found = set()
    for _ in range(2):
        subprocess.run([PROGRAM, "make", issue, "-q", "--proof"], check=True)
        names = [n for n in os.listdir(issue) if n.endswith(".pdf")]
        if tap.ok(names == ["工会一周-037-样张.pdf"],
                  "a proof sheet never takes the bulletin's name", names):
            with open(os.path.join(issue, names[0]), "rb") as file:
                found.add(file.read())
    tap.ok(len(found) == 1, "the same bytes each time")


def main():
    tap = Tap()
    for case in CASES:
        with work_folder() as folder:
            check(tap, case, folder)
    with work_folder() as folder:
        check_files(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
