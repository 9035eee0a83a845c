#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An issue of 400 articles, made from the samples' text."""
import os
import subprocess
import sys

from finished import ROOT, Tap, check, work_folder

tap = Tap()
with work_folder() as folder:
    script = os.path.join(ROOT, "tests", "bench", "make-issue.py")
    issue = os.path.join(folder, "400")
    subprocess.run([sys.executable, script, "400", issue], check=True)
    check(tap, "400 articles", os.path.join(issue, "issue.yaml"))
tap.done()
