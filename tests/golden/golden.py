#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""golden.py - the proof and the messages of a case, compared to the byte.

    tests/golden/golden.py check [CASE…]    TAP
    tests/golden/golden.py accept CASE…     keeps what comes out now; shows the diff

A case is a folder with an issue.yaml. Two files say what must come out, run
in that folder (so that no path of this machine gets into them):

    expect.diag     bulletin check --lang en
    expect.proof    bulletin proof; absent where the issue has errors

Only fonts of the pack are used. $BULLETIN is the program.
"""
import difflib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))
from tap import Tap  # noqa: E402


def run(case, *words):
    env = {k: v for k, v in os.environ.items()
           if k not in ("BULLETIN_DATA", "BULLETIN_LANG")}
    program = os.path.abspath(env["BULLETIN"])
    done = subprocess.run([program, *words], cwd=os.path.join(HERE, case),
                          env=env, capture_output=True, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def results(case):
    """What comes out now, by file; and the status of each command."""
    status, _, diag = run(case, "check", "issue.yaml", "--lang", "en",
                          "--format", "text", "--color", "never",
                          "--no-system-fonts")
    found = {"expect.diag": diag}
    proof_status, proof, _ = run(case, "proof", "issue.yaml", "--quiet",
                                 "--no-system-fonts")
    if proof_status == 0:
        found["expect.proof"] = proof
    return found, (status, proof_status)


def kept(case):
    texts = {}
    for name in ("expect.diag", "expect.proof"):
        path = os.path.join(HERE, case, name)
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as file:
                texts[name] = file.read()
    return texts


def difference(name, old, new):
    return list(difflib.unified_diff(old.splitlines(), new.splitlines(),
                                     name, name + " (now)", lineterm="", n=2))


def check(tap, case):
    found, (status, proof_status) = results(case)
    wanted = kept(case)
    for name in sorted(set(found) | set(wanted)):
        if name not in found:
            tap.ok(False, "%s: %s" % (case, name), "nothing came out")
        elif name not in wanted:
            tap.ok(False, "%s: %s" % (case, name), "there is none yet; read "
                   "what comes out, then: make accept CASE=" + case)
        else:
            tap.ok(found[name] == wanted[name], "%s: %s" % (case, name),
                   *difference(name, wanted[name], found[name]))
    errors = ": error[" in wanted.get("expect.diag", "")
    tap.equal((status, proof_status), (1, 1) if errors else (0, 0),
              case + ": statuses of check and proof")


def accept(case):
    found, _ = results(case)
    old = kept(case)
    for name in sorted(set(found) | set(old)):
        path = os.path.join(HERE, case, name)
        if name not in found:
            os.remove(path)
            print("%s: removed, there is none any more" % name)
        elif found[name] != old.get(name):
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(found[name])
            print("\n".join(difference(name, old.get(name, ""), found[name])))
    if found == old:
        print(case + ": nothing changed")


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in ("check", "accept"):
        sys.exit(__doc__)
    cases = sys.argv[2:]
    if sys.argv[1] == "accept":
        if not cases:
            sys.exit("which one? make accept CASE=name")
        for case in cases:
            accept(case)
        return
    tap = Tap()
    for case in cases or sorted(os.listdir(HERE)):
        if os.path.exists(os.path.join(HERE, case, "issue.yaml")):
            check(tap, case)
    tap.done()


if __name__ == "__main__":
    main()
