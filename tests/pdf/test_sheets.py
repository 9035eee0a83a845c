#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Press sheets in finished PDFs: pages are read back through the forms that
show them, the sheets folded in the mind, boxes measured, blanks counted. Each
check is given something spoilt."""
import os
import random
import re
import subprocess

from expected import squash
from finished import ROOT, Tap, make, work_folder
from papers import HANZI

WIDTH, HEIGHT, BLEED = 105, 148, 3      # millimetres, of the little layout
MM = 72 / 25.4
MARGIN = 10                             # for marks, beyond the bleed

LAYOUT = """title: 小册
paper: %dmm x %dmm
bleed: %dmm
body: {font: 宋, size: 10.5pt, leading: 16pt}
columns: 1
measure: 22字
top: 15mm
left: 12mm
lines: 20
makeup: flow
heads:
  normal:
    title: {font: 宋, weight: bold, size: 16pt, leading: 20pt}
every_page:
  items:
    - {bar: 100%%, at: [-15mm, -18mm], width: 111mm, height: 3.5mm}
""" % (WIDTH, HEIGHT, BLEED)


def show(pdf, *path):
    done = subprocess.run(["mutool", "show", "-b", pdf, "/".join(path)],
                          check=True, capture_output=True)
    return done.stdout.decode("latin-1")


def page_count(pdf):
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True)
    return int(re.search(rb"Pages:\s+(\d+)", told.stdout).group(1))


def boxes(pdf, page):
    told = subprocess.run(["pdfinfo", "-box", "-f", str(page), "-l", str(page),
                           pdf], check=True, capture_output=True)
    return {name: [float(n) / MM for n in numbers.split()] for name, numbers in
            re.findall(r"(MediaBox|BleedBox|TrimBox):\s+([\d. -]+)",
                       told.stdout.decode())}


def text_of(pdf, page, *area):
    """Squashed text of a page, or of an area of it: x, y, w, h in mm."""
    where = [item for flag, value in zip(("-x", "-y", "-W", "-H"), area)
             for item in (flag, str(round(value * MM)))]
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", "-f",
                           str(page), "-l", str(page), *where, pdf, "-"],
                          check=True, capture_output=True)
    return squash(done.stdout.decode())


# ---- Issues of so many pages ----

def booklet(folder, wanted):
    """An issue of exactly so many pages, in the little layout."""
    dice = random.Random(wanted)
    path = os.path.join(folder, "issue.yaml")
    with open(os.path.join(folder, "small.yaml"), "w", encoding="utf-8") as f:
        f.write(LAYOUT)
    paragraphs = ["".join(dice.choice(HANZI) for _ in range(180))
                  for _ in range(3 * wanted)]
    for count in range(1, len(paragraphs)):
        with open(os.path.join(folder, "a.md"), "w", encoding="utf-8") as file:
            file.write("---\n标题: 小册\n---\n\n"
                       + "\n\n".join(paragraphs[:count]) + "\n")
        with open(path, "w", encoding="utf-8") as file:
            file.write("名称: 小册\n期号: 1\n日期: 2026-09-01\n"
                       "版式: ./small.yaml\n稿件: [a.md]\n")
        pdf = os.path.join(folder, "flat.pdf")
        status, said = make(path, pdf)
        assert status == 0, said
        if page_count(pdf) == wanted:
            return path, pdf
    raise RuntimeError("no %d pages" % wanted)


# ---- What stands on a sheet ----

PLACE = re.compile(r"q [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ re W n "
                   r"([\d.]+) 0 0 [\d.]+ ([\d.-]+) ([\d.-]+) cm /P(\d+) Do Q")


def places(pdf, side):
    """Scale, left edge of the trimmed page within the sheet's trimmed edges,
    number, from left to right."""
    box = boxes(pdf, side)
    found = []
    for scale, x, _, number in PLACE.findall(
            show(pdf, "pages", str(side), "Contents")):
        left = float(x) / MM + BLEED * float(scale) - box["TrimBox"][0]
        found.append((left, int(number), float(scale)))
    return sorted(found)


def shown_on(pdf, side, flat):
    """Pages at the left and right of a folded side, told by their text; the
    forms' names must agree. 0: blank."""
    box = boxes(pdf, side)
    named = {left > WIDTH / 2: number for left, number, _ in places(pdf, side)}
    shown = []
    for is_right in (False, True):
        left = box["TrimBox"][0] + is_right * WIDTH
        text = text_of(pdf, side, left, box["MediaBox"][3] - box["TrimBox"][3],
                       WIDTH, HEIGHT)
        number = flat.index(text) + 1 if text in flat else 0
        if number != named.get(is_right, 0) or (text and not number):
            raise ValueError("side %d: %s shows %r" % (side, named, text[:20]))
        shown.append(number)
    return shown


def folded(sides, binds_right=False):
    """Pages in the order a reader of the sheets meets them."""
    outer = 0 if binds_right else 1
    fronts, backs = sides[0::2], sides[1::2]
    order = []
    for front, back in zip(fronts, backs):
        order += [front[outer], back[1 - outer]]
    for front, back in reversed(list(zip(fronts, backs))):
        order += [back[outer], front[1 - outer]]
    return order


def check_folds(tap):
    for count in (4, 6, 8, 12, 16):
        with work_folder() as folder:
            issue, flat_pdf = booklet(folder, count)
            flat = [text_of(flat_pdf, page + 1) for page in range(count)]
            pdf = os.path.join(folder, "fold.pdf")
            status, said = make(issue, pdf, "--sheets", "fold")
            tap.equal(status, 0, "%d pages, folded: made" % count)
            sides = [shown_on(pdf, side + 1, flat)
                     for side in range(page_count(pdf))]
            wanted = list(range(1, count + 1)) + [0] * (-count % 4)
            tap.equal(folded(sides), wanted, "%d pages read in order" % count)
            tap.ok(folded(sides[::-1]) != wanted,
                   "control: %d pages, sheets the other way" % count)
            tap.equal("[sheet/blanks]" in said, count % 4 > 0,
                      "%d pages: blanks are told" % count)
            with open(issue, "a", encoding="utf-8") as file:
                file.write("印刷: {装订边: 右, 拼版: 骑马钉, 爬移: 0.25mm}\n")
            make(issue, pdf)
            sides = [shown_on(pdf, side + 1, flat)
                     for side in range(page_count(pdf))]
            tap.equal(folded(sides, True), wanted,
                      "%d pages bound at the right" % count)
            check_creep(tap, pdf, count)
            check_sound(tap, pdf, "%d pages, stitched" % count)


def check_creep(tap, pdf, count):
    """With each sheet further in, pages stand 0.25 mm nearer to the spine."""
    faults = []
    for side in range(page_count(pdf)):
        push = side // 2 * 0.25
        for left, _, _ in places(pdf, side + 1):
            wanted = WIDTH - push if left > WIDTH / 2 else push
            if abs(left - wanted) > 0.01:
                faults.append("side %d: %.3f for %.3f" % (side, left, wanted))
    tap.empty(faults, "%d pages: creep is 0.25 mm a sheet" % count)


def check_sound(tap, pdf, name):
    for tool in (["qpdf", "--check", pdf], ["mutool", "draw", "-q", "-F",
                                            "trace", "-o", os.devnull, pdf]):
        done = subprocess.run(tool, capture_output=True)
        # Debian's mutool is built without colour management, and says so.
        said = done.stderr.replace(b"warning: ICC support is not available\n",
                                   b"")
        tap.equal((done.returncode, said), (0, b""),
                  "%s: %s is content" % (name, tool[0]))


# ---- Boxes ----

def box_faults(pdf, width, height, bleed, margin):
    wanted = {"TrimBox": (margin + bleed, width, height),
              "BleedBox": (margin, width + 2 * bleed, height + 2 * bleed),
              "MediaBox": (0, width + 2 * (bleed + margin),
                           height + 2 * (bleed + margin))}
    for page in range(1, page_count(pdf) + 1):
        for name, (at, w, h) in wanted.items():
            box = boxes(pdf, page)[name]
            want = [at, at, at + w, at + h]
            if any(abs(a - b) > 0.01 for a, b in zip(box, want)):
                yield "page %d: %s is %s, not %s" % (page, name, box, want)


def check_boxes(tap):
    with work_folder() as folder:
        issue, flat = booklet(folder, 4)
        pdf = os.path.join(folder, "out.pdf")
        cases = ((("single",), WIDTH, HEIGHT, BLEED),
                 (("fold",), 2 * WIDTH, HEIGHT, BLEED),
                 (("repeat",), 2 * WIDTH + 2 * BLEED, HEIGHT, BLEED),
                 (("two-up",), HEIGHT, WIDTH, 0),
                 (("four-up",), WIDTH, HEIGHT, 0),
                 (("eight-up",), HEIGHT, WIDTH, 0))
        for (way,), width, height, bleed in cases:
            for marks in (False, True):
                options = ["--sheets", way] + ["--marks"] * marks
                status, said = make(issue, pdf, *options)
                tap.equal((status, said), (0, ""), "%s: made" % " ".join(options))
                tap.empty(box_faults(pdf, width, height, bleed, marks * MARGIN),
                          "%s: boxes to 0.01 mm" % " ".join(options))
                check_sound(tap, pdf, " ".join(options))
        tap.caught(list(box_faults(pdf, height, width, 0, MARGIN + 0.02)),
                   "control: a margin 0.02 mm wider is seen")
        make(issue, pdf, "--sheets", "fold", "--marks", product="office")
        tap.empty(box_faults(pdf, 2 * WIDTH, HEIGHT, 0, MARGIN),
                  "for the office there is no bleed")


# ---- Smaller pages, pages twice ----

def check_ups(tap):
    with work_folder() as folder:
        issue, flat_pdf = booklet(folder, 8)
        flat = [text_of(flat_pdf, page + 1) for page in range(8)]
        pdf = os.path.join(folder, "up.pdf")
        for way, count in (("two-up", 2), ("four-up", 4), ("eight-up", 8)):
            make(issue, pdf, "--sheets", way)
            shown = [squash("".join(flat[i:i + count]))
                     for i in range(0, 8, count)]
            got = [text_of(pdf, side + 1) for side in range(page_count(pdf))]
            tap.equal([sorted(text) for text in got],
                      [sorted(text) for text in shown],
                      "%s: each side has its pages" % way)
            numbers = [n for n in re.findall(r"/P(\d+) Do", "".join(
                show(pdf, "pages", str(side + 1), "Contents")
                for side in range(page_count(pdf))))]
            tap.equal(numbers, [str(n) for n in range(1, 9)],
                      "%s: in reading order" % way)
        make(issue, pdf, "--sheets", "repeat")
        tap.equal([[n for _, n, _ in places(pdf, side)]
                   for side in (1, 8)], [[1, 1], [8, 8]], "each page twice")
        sizes = os.path.getsize(pdf), os.path.getsize(flat_pdf)
        tap.ok(sizes[0] < sizes[1] * 1.1,
               "a page shown twice is stored once: %d, %d" % sizes)


# ---- Paper, words ----

def check_paper(tap):
    with work_folder() as folder:
        issue, flat = booklet(folder, 4)
        with open(issue, encoding="utf-8") as file:
            text = file.read()
        pdf = os.path.join(folder, "paper.pdf")

        def told(keys, *options, product="press"):
            with open(issue, "w", encoding="utf-8") as file:
                file.write(text + "印刷: {%s}\n" % keys)
            return make(issue, pdf, *options, product=product)

        tap.equal(told("拼版: 对折, 纸张: A3, 裁切标记: 是")[0], 0,
                  "A3 has room, lying on its side")
        box = boxes(pdf, 1)
        tap.equal([round(n, 2) for n in box["MediaBox"]], [0, 0, 420, 297],
                  "the sheet is the paper")
        middle = [(box["TrimBox"][i] + box["TrimBox"][i + 2]) / 2
                  for i in (0, 1)]
        tap.equal([round(n, 1) for n in middle], [210, 148.5],
                  "what is trimmed stands in the middle")
        for keys, code in (("拼版: 对折, 纸张: A99", "sheet/paper"),
                           ("拼版: 对折, 纸张: A5", "sheet/paper-small"),
                           ("拼版: 骑马钉, 爬移: 多", "sheet/creep"),
                           ("拼版: 骑马钉, 爬移: 20mm", "sheet/creep")):
            status, said = told(keys)
            tap.ok(status == 1 and "[%s]" % code in said
                   and "issue.yaml:6" in said, "control: %s" % keys)
        own = os.path.join(folder, "own")
        os.makedirs(os.path.join(own, "layouts", "papers"))
        with open(os.path.join(own, "layouts", "papers", "sizes.yaml"), "w",
                  encoding="utf-8") as file:
            file.write("SRA3: {尺寸: 322×452毫米}\n本厂: {尺寸: 300×260.5mm}\n")
        for name, width, height, data in (
                ("SRA3", 450, 320, None), ("sra3", 452, 322, own),
                ("本厂", 300, 260.5, own), ("大8K", 420, 285, own),
                ("420×297毫米", 420, 297, None)):
            tap.equal(told("拼版: 对折, 裁切标记: 是, 纸张: " + name,
                           *(["--data", data] if data else []))[0], 0,
                      "paper %s" % name)
            media = boxes(pdf, 1)["MediaBox"]
            tap.ok(all(abs(got - want) < 0.01 for got, want in
                       zip(media, (0, 0, width, height))),
                   "is %s by %s mm: %s" % (width, height, media))
        status, said = told("拼版: 对折, 纸张: 本厂")
        tap.ok(status == 1 and "[sheet/paper]" in said,
               "control: no paper of a folder that is not named")
        status, said = told("拼版: 对折, 纸张: SRAA3")
        tap.ok(status == 1 and "SRA3 (" in said,
               "the nearest name is offered: %s" % said)
        tap.equal(told("裁切标记: 是", product="screen")[0], 0,
                  "an issue with marks can be made for a screen")
        tap.empty(list(box_faults(pdf, WIDTH, HEIGHT, 0, 0)),
                  "which has no marks")
        status, said = told("", "--marks", product="screen")
        tap.ok(status == 1 and "[sheet/of-light]" in said,
               "control: a screen has no press sheets")


def check_marks(tap):
    """All plates have the marks, and no page loses its text to them."""
    issue = os.path.join(ROOT, "samples", "jianbao", "issue.yaml")
    with work_folder() as folder:
        with_marks, flat = (os.path.join(folder, n) for n in ("m.pdf", "f.pdf"))
        tap.equal(make(issue, with_marks, "--marks")[0], 0, "marks: made")
        make(issue, flat)
        count = page_count(flat)
        box = boxes(with_marks, 1)
        left, top = box["TrimBox"][0], box["MediaBox"][3] - box["TrimBox"][3]
        size = [box["TrimBox"][2] - box["TrimBox"][0],
                box["TrimBox"][3] - box["TrimBox"][1]]
        tap.equal([text_of(with_marks, page + 1, left, top, *size)
                   for page in range(count)],
                  [text_of(flat, page + 1) for page in range(count)],
                  "marks: the pages read as without")
        outside = text_of(with_marks, 1).replace(text_of(flat, 1), "")
        tap.ok("2026" in outside and "第1版" in outside,
               "the slug tells date and page: %s" % outside)
        content = show(with_marks, "pages", "1", "Contents")
        tap.ok("/All cs" in content, "marks are on every plate")
        tap.ok("/All cs" not in show(flat, "pages", "1", "Contents"),
               "control: there are none without --marks")


def check_same_bytes(tap):
    issue = os.path.join(ROOT, "samples", "tabloid", "issue.yaml")
    with work_folder() as folder:
        files = []
        for name in ("a.pdf", "b.pdf"):
            pdf = os.path.join(folder, name)
            make(issue, pdf, "--sheets", "saddle", "--marks")
            with open(pdf, "rb") as file:
                files.append(file.read())
        tap.ok(files[0] == files[1], "sheets have the same bytes twice")
        make(issue, pdf, "--sheets", "two-up", "--marks")
        with open(pdf, "rb") as file:
            tap.ok(file.read() != files[0], "control: and others when made smaller")


tap = Tap()
for check in (check_folds, check_boxes, check_ups, check_paper, check_marks,
              check_same_bytes):
    check(tap)
tap.done()
