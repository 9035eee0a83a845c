#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Marks and readings are shapes: the text copied out of a PDF is what was
written, without them; across and down."""
import os
import re
import subprocess

from expected import squash
from finished import PROGRAM, Tap, work_folder

ISSUE = """name: 小样
issue: 7
date: 2026-11-20
layout: layout.yaml
articles: [a.md]
"""
LAYOUT = """title: 小样
paper: 325pt x 320pt
body: {font: 宋, size: 10pt, leading: 18pt}
direction: %s
columns: 1
measure: 18字
left: 30pt
top: 40pt
lines: 12
heads:
  normal:
    title: {font: 黑, weight: bold, size: 15pt, leading: 22.5pt, align: left}
"""
MARKED = """---
title: 记号
---
[王进喜]{专名号}[李素丽]{专名号}读[资本论]{浪线}[家]{浪线}，[不怕 hard work]{着重号}，
[必须**签字**]{下划线 着重号}。[工会]{拼音=gōng huì}在[西安]{拼音=Xī'ān}，
[会]{拼音=ㄏㄨㄟˋ}费[窗装窗装]{拼音=chuāng zhuāng chuāng zhuāng}到[12]{拼音=shí'èr}月。
"""
PLAIN = re.sub(r"\[([^]]*)\]\{[^}]*\}", r"\1", MARKED)


def make(folder, direction, article):
    for name, text in (("issue.yaml", ISSUE), ("layout.yaml", LAYOUT %
                       direction), ("a.md", article)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    pdf = os.path.join(folder, "out.pdf")
    subprocess.run([PROGRAM, "make", folder, "-q", "-o", pdf,
                    "--no-system-fonts"], check=True)
    return pdf


def copied(pdf):
    """Without white: a reader puts some where a reading takes room."""
    text = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"],
                          check=True, capture_output=True).stdout.decode()
    return squash(text)


def curve_count(pdf):
    """Curves drawn on its pages, not those of its fonts."""
    shown = subprocess.run(["mutool", "draw", "-F", "trace", pdf],
                           check=True, capture_output=True).stdout.decode()
    return shown.count("<curveto")


def main():
    tap = Tap()
    with work_folder() as folder:
        for direction in ("横排", "竖排"):
            plain = make(folder, direction, PLAIN)
            text, curves = copied(plain), curve_count(plain)
            tap.ok("王进喜李素丽读" in text, direction + ": the text is there",
                   text)
            tap.equal(curves, 0, direction + ": without marks no shapes")
            marked = make(folder, direction, MARKED)
            tap.equal(copied(marked), text, direction + ": the same with marks")
            tap.ok(curve_count(marked) > 500, direction + ": which are drawn",
                   curve_count(marked))
            other = make(folder, direction, MARKED.replace("必须", "ā须"))
            tap.ok(copied(other) != text, direction + ": another text is told")
    tap.done()


if __name__ == "__main__":
    main()
