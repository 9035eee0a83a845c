#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What comes out of each plate, as Ghostscript separates finished PDFs: two
plates for a job in two inks (套红), black alone for the office, no more ink than
the paper takes, black text printed over what is beneath. Each check is given
something spoilt."""
import glob
import os
import re
import shutil
import struct
import subprocess

from finished import ROOT, Tap, make, work_folder

SPOT = "专色红"


# ---- Ghostscript and its TIFFs ----

def render(pdf, device, folder, dpi=60):
    """Files that a device of Ghostscript makes of the pages, by page."""
    out = os.path.join(folder, "page-%d.tif")
    for old in glob.glob(os.path.join(folder, "page-*")):
        os.unlink(old)
    subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER",
                    "-sDEVICE=" + device, "-sCompression=none",
                    "-dMaxStripSize=0", "-r%d" % dpi, "-o", out, pdf],
                   check=True, capture_output=True)
    return sorted(glob.glob(os.path.join(folder, "page-*.tif")))


def samples(path):
    """The bytes of an uncompressed TIFF of one strip, 255 where most ink is."""
    with open(path, "rb") as file:
        data = file.read()
    order = "<" if data[:2] == b"II" else ">"
    at, = struct.unpack_from(order + "I", data, 4)
    count, = struct.unpack_from(order + "H", data, at)
    tags = {}
    for i in range(count):
        tag, kind, number, value = struct.unpack_from(
            order + "HHII", data, at + 2 + 12 * i)
        if kind == 3 and number == 1:
            value, = struct.unpack_from(order + "H", data, at + 10 + 12 * i)
        tags[tag] = value
    assert tags[259] == 1, "the TIFF is packed"
    pixels = data[tags[273]:tags[273] + tags[279]]
    is_light = tags[262] == 1
    return bytes(255 - b for b in pixels) if is_light else pixels


def plates(pdf, folder):
    """Of the first page: name of each plate that is not blank, its samples."""
    found = {}
    for path in render(pdf, "tiffsep", folder):
        told = re.search(r"page-1\((.+)\)\.tif$", path)
        if told:
            ink = samples(path)
            if any(ink):
                name = re.sub(r"%([0-9A-F]{2})",
                              lambda m: chr(int(m.group(1), 16)), told.group(1))
                found[name.encode("latin-1", "replace")
                      .decode("utf-8", "replace")] = ink
    return found


def heaviest(pdf, folder):
    """The most ink of any place of any page, in percent of one."""
    most = 0
    for path in render(pdf, "tiff32nc", folder, 72):
        data = samples(path)
        most = max(most, max(map(sum, zip(data[0::4], data[1::4], data[2::4],
                                          data[3::4]))))
    return most * 100 / 255


def office_faults(pdf):
    told = subprocess.run(["gs", "-q", "-dSAFER", "-o", "-", "-sDEVICE=inkcov",
                           pdf], check=True, capture_output=True, text=True)
    faults = []
    for number, line in enumerate(told.stdout.splitlines(), 1):
        inks = [float(value) for value in line.split()[:4]]
        if any(inks[:3]):
            faults.append("page %d: %s" % (number, line.strip()))
        elif inks[3] == 0:
            faults.append("page %d has no ink at all" % number)
    return faults or ([] if told.stdout.strip() else ["no pages"])


# ---- Issues ----

def told_to(folder, sample, extra, layout=None):
    """A copy of a sample with more keys; or with another layout of text."""
    copy = os.path.join(folder, sample)
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(os.path.join(ROOT, "samples", sample), copy)
    path = os.path.join(copy, "issue.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if layout:
        text = re.sub(r"(?m)^(版式|layout):.*$", "版式: ./own.yaml", text)
        with open(os.path.join(copy, "own.yaml"), "w", encoding="utf-8") as f:
            f.write(layout)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + extra)
    return path


def on_red():
    """The layout of the 简报 with its date on a red ground."""
    with open(os.path.join(ROOT, "layouts", "jianbao.yaml"),
              encoding="utf-8") as file:
        layout = file.read()
    items = re.search(r"(?m)^first_page:\n(?:.*\n)*?  items:\n", layout)
    return layout[:items.end()] + \
        "    - {bar: red, at: [0, 78pt], height: 60pt}\n" + \
        layout[items.end():]


def check_two_inks(tap, folder):
    issue = told_to(folder, "jianbao", "印刷: {专色: %s}\n" % SPOT)
    pdf = os.path.join(folder, "two.pdf")
    status, said = make(issue, pdf)
    tap.equal(status, 0, "a job in two inks is made")
    found = plates(pdf, folder)
    tap.equal(sorted(found), ["Black", SPOT], "it has two plates")
    make(issue, pdf, product="office")
    tap.equal(sorted(plates(pdf, folder)), ["Black", SPOT],
              "so it has for the office")
    make(os.path.join(ROOT, "samples", "jianbao", "issue.yaml"), pdf)
    tap.ok(sorted(plates(pdf, folder)) != ["Black", SPOT], "control: in process inks it has others")


def check_overprint(tap, folder):
    """Black is over the red: the red plate is the same with black and without."""
    issue = told_to(folder, "jianbao", "印刷: {专色: %s}\n" % SPOT, on_red())
    whole, alone = (os.path.join(folder, n) for n in ("w.pdf", "a.pdf"))
    tap.equal(make(issue, whole)[0], 0, "black text on a red ground is made")
    make(issue, alone, "--plate", "red")
    both = plates(whole, folder)
    red = plates(alone, folder)
    tap.equal(sorted(red), [SPOT], "the red plate has red alone")
    tap.ok(both[SPOT] == red[SPOT], "no black is knocked out of the red")
    tap.ok(sum(k > 200 and r > 200 for k, r in zip(both["Black"], both[SPOT]))
           > 500, "there is black on red to see that by")
    raw = os.path.join(folder, "raw.pdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", whole, raw],
                   check=True)
    with open(raw, "rb") as file:
        data = file.read()
    spoilt = os.path.join(folder, "spoilt.pdf")
    with open(spoilt, "wb") as file:
        file.write(data.replace(b"/OP true", b"/OP null")
                   .replace(b"/op true", b"/op null"))
    tap.ok(plates(spoilt, folder)[SPOT] != red[SPOT], "control: without overprint it is")
    make(issue, alone, "--plate", "black")
    tap.equal(sorted(plates(alone, folder)), ["Black"],
              "the black plate has black alone")


def check_duplex(tap, folder):
    issue = os.path.join(ROOT, "samples", "digest", "issue.yaml")
    pdf = os.path.join(folder, "d.pdf")
    for options, edge in (((), b"Long"), (("--sheets", "fold"), b"Short")):
        make(issue, pdf, *options, product="office")
        tap.ok(b"/Duplex /DuplexFlip" + edge + b"Edge" in content_of(pdf)
               and b"/PrintScaling /None" in content_of(pdf),
               "office: on both sides, turned at the %s edge"
               % edge.decode().lower())
    make(issue, pdf)
    tap.ok(b"/Duplex" not in content_of(pdf), "control: not for the press")


def content_of(pdf):
    done = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf,
                           "-"], check=True, capture_output=True)
    return done.stdout


def check_nudge(tap, folder):
    issue = os.path.join(ROOT, "samples", "jianbao", "issue.yaml")
    pdf = os.path.join(folder, "n.pdf")
    places = []
    for shift in ("0,0", "0.5,-1"):
        make(issue, pdf, "--nudge", shift, product="office")
        found = re.search(rb"\n([\d.]+) ([\d.]+) Td", content_of(pdf))
        places.append([float(n) for n in found.groups()])
    moved = [round((b - a) * 25.4 / 72, 2) for a, b in zip(*places)]
    tap.equal(moved, [0.5, 1.0], "a plate is nudged by half millimetres")
    for shift in ("0.3,0", "1", "11,0", "a,b"):
        status, said = make(issue, pdf, "--nudge", shift)
        tap.ok(status == 2, "control: no shift is %s" % shift)


def check_office(tap, folder):
    pdf = os.path.join(folder, "office.pdf")
    for sample in ("jianbao", "digest", "tabloid", "typography"):
        issue = os.path.join(ROOT, "samples", sample, "issue.yaml")
        make(issue, pdf, product="office")
        tap.equal(office_faults(pdf), [], "office: %s is in black" % sample)
    make(issue.replace("typography", "tabloid"), pdf)
    tap.caught(office_faults(pdf), "control: for the press it is not")


def check_limit(tap, folder):
    pdf = os.path.join(folder, "limit.pdf")
    for condition, limit in (("铜版纸", 300), ("新闻纸", 230)):
        for product in ("press", "press-legacy"):
            issue = told_to(folder, "tabloid",
                            "印刷: {印刷条件: %s}\n" % condition)
            tap.equal(make(issue, pdf, product=product)[0], 0,
                      "%s, %s: made" % (condition, product))
            most = heaviest(pdf, folder)
            tap.ok(180 < most <= limit, "%s, %s: no more than %d %% of ink "
                   "(%.0f)" % (condition, product, limit, most))
    issue = told_to(folder, "tabloid", "印刷: {总墨量: 400}\n")
    make(issue, pdf)
    tap.ok(heaviest(pdf, folder) > 300, "control: without a limit it is more")


def check_profiles(tap, folder):
    """A profile of the user's own; and what is wrong with one."""
    pdf = os.path.join(folder, "own.pdf")
    issue = told_to(folder, "tabloid", "印刷: {印刷条件: 印厂.icc}\n")
    inks = os.path.join(ROOT, "layouts", "inks")
    own = os.path.join(os.path.dirname(issue), "印厂.icc")
    shutil.copy(os.path.join(inks, "uncoated.icc"), own)
    tap.equal(make(issue, pdf)[0], 0, "a profile of one's own is taken")
    with open(own, "rb") as file:
        tap.ok(file.read() in content_of(pdf), "and stands in the file whole")
    for name, code in (("srgb.icc", "ink/wrong-class"),
                       ("README.md", "ink/not-a-profile")):
        shutil.copy(os.path.join(inks, name), own)
        status, said = make(issue, pdf)
        tap.ok(status == 1 and code in said and "issue.yaml" in said, "control: %s is none of a press" % name)
    issue = told_to(folder, "jianbao", "印刷: {印刷条件: 羊皮纸}\n")
    status, said = make(issue, pdf)
    tap.ok(status == 1 and "ink/no-condition" in said and "coated" in said, "control: an unknown paper is told, with those there are")


def check_words(tap, folder):
    pdf = os.path.join(folder, "words.pdf")
    jianbao = os.path.join(ROOT, "samples", "jianbao", "issue.yaml")
    status, said = make(jianbao, pdf, "--plate", "red", product="screen")
    tap.ok(status == 1 and "ink/plate-of-light" in said, "control: a screen has no plates")
    for keys, code in (("专色: Black", "ink/spot-name"),
                       ("专色: {名称: 红, 油墨: R1}", "ink/spot-looks")):
        issue = told_to(folder, "jianbao", "印刷: {%s}\n" % keys)
        status, said = make(issue, pdf)
        tap.ok(status == 1 and code in said and "issue.yaml" in said, "control: %s" % code)


def main():
    tap = Tap()
    with work_folder() as folder:
        for check in (check_two_inks, check_overprint, check_nudge,
                      check_office, check_duplex, check_limit, check_profiles, check_words):
            check(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
