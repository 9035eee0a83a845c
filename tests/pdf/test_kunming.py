#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The real copy: one article as a 简报 and as a digest in columns."""
import os

from finished import SHARED, Tap, check

tap = Tap()
for name in ("issue", "digest"):
    path = os.path.join(SHARED, "input", "kunming", name + ".yaml")
    if os.path.exists(path):
        check(tap, "kunming/" + name, path)
    else:
        tap.skip("no real copy at " + path)
tap.done()
