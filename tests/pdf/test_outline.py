#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Type as outlines (文字转曲): the file has no fonts and looks as it does with
them. The same pages moved by half a millimetre are seen to differ."""
import os
import subprocess

from finished import ROOT, Tap, make, work_folder

SAMPLES = ("tabloid/issue", "typography/issue", "typography/vertical")


def fonts_of(pdf):
    told = subprocess.run(["pdffonts", pdf], check=True, capture_output=True)
    return told.stdout.decode().splitlines()[2:]


def pixels(pdf, page, folder):
    out = os.path.join(folder, "page.pgm")
    subprocess.run(["mutool", "draw", "-q", "-r", "150", "-c", "gray", "-o",
                    out, pdf, str(page)], check=True, capture_output=True)
    with open(out, "rb") as file:
        data = file.read()
    assert data[:2] == b"P5"
    return data[32:]


def difference(one, other):
    """Share of pixels that are clearly lighter or darker."""
    if len(one) != len(other):
        return 1.0
    return sum(abs(a - b) > 100 for a, b in zip(one, other)) / len(one)


def check(tap, name, folder):
    issue = os.path.join(ROOT, "samples", name + ".yaml")
    plain, traced, moved = (os.path.join(folder, n + ".pdf")
                            for n in ("plain", "traced", "moved"))
    tap.equal(make(issue, traced, "--outline-text")[0], 0, name + ": made")
    make(issue, plain)
    make(issue, moved, "--nudge", "0.5,0.5")
    tap.equal(fonts_of(traced), [], name + ": no fonts")
    tap.ok(fonts_of(plain), name + ": control, there are some without")
    shown = pixels(plain, 1, folder)
    tap.ok(difference(shown, pixels(traced, 1, folder)) < 0.01,
           name + ": it looks the same")
    tap.ok(difference(shown, pixels(moved, 1, folder)) > 0.02,
           name + ": control, moved by half a millimetre it does not")
    sound = subprocess.run(["qpdf", "--check", traced], capture_output=True)
    tap.equal(sound.returncode, 0, name + ": qpdf is content")


def check_uses(tap, folder):
    issue = os.path.join(ROOT, "samples", "jianbao", "issue.yaml")
    pdf = os.path.join(folder, "out.pdf")
    for product in ("press", "press-legacy"):
        status, said = make(issue, pdf, "--outline-text", product=product)
        tap.equal((status, said, fonts_of(pdf)), (0, "", []), product + ": made")
        with open(pdf, "rb") as file:
            first = file.read()
        make(issue, pdf, "--outline-text", product=product)
        with open(pdf, "rb") as file:
            tap.ok(file.read() == first, product + ": the same bytes twice")
    for product in ("screen", "archive", "office"):
        status, said = make(issue, pdf, "--outline-text", product=product)
        tap.ok(status == 1 and "[pdf/outline-use]" in said,
               "control: none for " + product)


def main():
    tap = Tap()
    with work_folder() as folder:
        for name in SAMPLES:
            check(tap, name, folder)
        check_uses(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
