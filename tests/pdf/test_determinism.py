#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Same issue, same bytes: 20 runs in other folders, time zones, languages,
umasks and surroundings; and another issue gives other bytes."""
import hashlib
import itertools
import os
import shutil
import subprocess

from finished import PROGRAM, ROOT, Tap, work_folder

ZONES = ("UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati")
TONGUES = ("C", "zh_CN.UTF-8", "de_DE.UTF-8", "tr_TR.ISO-8859-9", "")
MASKS = (0o022, 0o077, 0o002)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def run(issue, pdf, folder, zone, tongue, mask, *options):
    env = {"PATH": os.environ["PATH"], "TZ": zone, "LANG": tongue,
           "LC_ALL": tongue, "HOME": folder, "RANDOM_NAME": zone + tongue}
    if "ASAN_OPTIONS" in os.environ:
        env["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
        env["LSAN_OPTIONS"] = os.environ.get("LSAN_OPTIONS", "")
    done = subprocess.run([PROGRAM, "make", issue, "-q", "-o", pdf,
                           "--no-system-fonts", *options], cwd=folder, env=env,
                          umask=mask, capture_output=True)
    return done.returncode, done.stderr.decode("utf-8", "replace")


def copy(work, number):
    """The sample in a folder of another name, length and date."""
    folder = os.path.join(work, "x" * number, "期" * (number % 3 + 1))
    shutil.copytree(os.path.join(ROOT, "samples", "digest"), folder,
                    copy_function=shutil.copyfile)
    return folder


def main():
    tap = Tap()
    found = {}
    with work_folder() as work:
        mixed = zip(range(20), itertools.cycle(ZONES),
                    itertools.cycle(TONGUES), itertools.cycle(MASKS))
        for number, zone, tongue, mask in mixed:
            folder = copy(work, number + 1)
            pdf = os.path.join(folder, "out-%d.pdf" % number)
            issue = ("issue.yaml" if number % 2 else
                     os.path.join(folder, "issue.yaml"))
            status, told = run(issue, pdf, folder, zone, tongue, mask)
            if not tap.ok(status == 0 and os.path.exists(pdf),
                          "run %d: %s %s %03o" % (number + 1, zone,
                                                  tongue or "-", mask), told):
                break
            found.setdefault(digest(pdf), []).append(number + 1)
        tap.ok(len(found) == 1, "all have the same bytes", found)
        path = os.path.join(folder, "issue.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("issue: 37", "issue: 38"))
        run(path, pdf, folder, "UTC", "C", 0o022)
        tap.ok(digest(pdf) not in found, "another number, other bytes")
    tap.done()


if __name__ == "__main__":
    main()
