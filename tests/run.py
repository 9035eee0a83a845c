#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py - runs the tests and counts them.

    tests/run.py --build build                      everything
    tests/run.py --build build --kind golden,cli    some kinds
    tests/run.py --build build lead unit/base       programs whose name has it

A test program prints TAP: a plan and one line for each result. What it prints
is shown only where something failed. A program that crashes, prints fewer
results than it planned, or none, or takes too long, counts as one failure
more. Programs that know no TAP (the lint scripts) count as one result each.

The last line is always "N passed, N failed"; the status is 0 when none failed.
"""
import argparse
import concurrent.futures
import glob
import os
import re
import signal
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SECONDS = 300
RESULT = re.compile(r"^\s*(not )?ok\b(?: +\d+)?\s*(?:- )?(.*)$")
PLAN = re.compile(r"^\s*1\.\.(\d+)\s*(#.*)?$")
SKIP = re.compile(r"#\s*skip\b\S*\s*(.*)", re.I)
WAITING = re.compile(r"#\s*todo\b\s*(.*)", re.I)


class Program:
    def __init__(self, kind, name, command, is_tap=True):
        self.kind, self.name, self.command = kind, name, command
        self.is_tap = is_tap
        self.passed = self.failed = 0
        self.skips = []
        self.todos = []
        self.faults = []
        self.output = ""
        self.seconds = 0.0


def find(kind, pattern):
    found = sorted(glob.glob(os.path.join(ROOT, "tests", pattern)))
    return [(os.path.join(kind, os.path.basename(p)), p) for p in found]


def lint_programs():
    for name, path in find("lint", "lint/*.sh"):
        yield Program("lint", name, ["sh", path], False)
        yield Program("lint", name + " --self-test",
                      ["sh", path, "--self-test"], False)


def compiled_programs(build):
    sources = glob.glob(os.path.join(ROOT, "tests", "unit", "*", "test_*.c"))
    sources += glob.glob(os.path.join(ROOT, "tests", "property", "test_*.c"))
    for source in sorted(sources):
        name = os.path.relpath(source, os.path.join(ROOT, "tests"))[:-2]
        yield Program(name.split("/")[0], name,
                      [os.path.join(build, "tests", name)])


def golden_programs():
    script = os.path.join(ROOT, "tests", "golden", "golden.py")
    for name, path in find("golden", "golden/*"):
        if os.path.exists(os.path.join(path, "issue.yaml")):
            yield Program("golden", name, [sys.executable, script, "check",
                                           os.path.basename(path)])


def script_programs(kind, pattern, interpreter):
    for name, path in find(kind, pattern):
        yield Program(kind, name, [interpreter, path])


def fuzz_programs(build):
    """Each target replays its corpus; the files are the results."""
    for name, path in find("fuzz", "fuzz/fuzz_*.c"):
        target = os.path.basename(path)[len("fuzz_"):-2]
        corpus = sorted(glob.glob(os.path.join(ROOT, "tests", "fuzz", "corpus",
                                               target, "*")))
        yield Program("fuzz", name[:-2],
                      [os.path.join(build, "tests", name[:-2])] + corpus)


def all_programs(build):
    yield from lint_programs()
    yield from compiled_programs(build)
    yield from golden_programs()
    yield from script_programs("cli", "cli/*.t", "sh")
    yield from script_programs("pdf", "pdf/test_*.py", sys.executable)
    yield from script_programs("typography", "typography/test_*.py",
                               sys.executable)
    yield from script_programs("makeup", "makeup/test_*.py", sys.executable)
    yield from fuzz_programs(build)


def surroundings(build):
    shared = os.path.join(os.path.dirname(ROOT), "shared")
    options = "exitcode=99:detect_leaks=1:abort_on_error=0"
    supp = os.path.join(ROOT, "tests", "support", "leaks.supp")
    return dict(os.environ,
                BULLETIN=os.path.join(build, "bulletin"),
                BULLETIN_BUILD=build,
                BULLETIN_SHARED=os.environ.get("BULLETIN_SHARED", shared),
                CMOCKA_MESSAGE_OUTPUT="TAP",
                PYTHONDONTWRITEBYTECODE="1",
                ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", options),
                LSAN_OPTIONS="suppressions=%s:print_suppressions=0" % supp,
                UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1")


def count(program, out, status):
    """Reads the TAP a program has printed; what is wrong beyond single
    results goes to program.faults."""
    planned = None
    for line in out.splitlines():
        plan, result = PLAN.match(line), RESULT.match(line)
        if plan:  # a program of several groups prints several
            planned = (planned or 0) + int(plan.group(1))
        elif result:
            skip = SKIP.search(line)
            if skip:  # cmocka calls it "not ok … # SKIP"
                program.skips.append(skip.group(1) or result.group(2))
            elif result.group(1) and WAITING.search(line):
                program.todos.append(result.group(2))
            elif result.group(1):
                program.failed += 1
            else:
                program.passed += 1
    given = (program.passed + program.failed + len(program.skips) +
             len(program.todos))
    if planned is None:
        program.faults.append("printed no plan")
    elif given != planned:
        program.faults.append("planned %d results, gave %d"
                              % (planned, given))
    if status != 0 and program.failed == 0:
        program.faults.append("ended with " + describe(status))


def describe(status):
    if status < 0:
        return "signal %s" % signal.Signals(-status).name
    return "status %d" % status


def execute(program, env):
    start = time.monotonic()
    try:
        # A group of its own, so that a program that hangs takes its
        # children with it.
        child = subprocess.Popen(program.command, env=env, cwd=ROOT,
                                 stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE,
                                 start_new_session=True)
        try:
            out, err = child.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            out, err = child.communicate()
            program.faults.append("took more than %d s" % SECONDS)
        out = out.decode("utf-8", "replace")
        err = err.decode("utf-8", "replace")
        program.output = out + err
        if program.is_tap:
            count(program, out, child.returncode)
        elif child.returncode == 0:
            program.passed = 1
        else:
            program.faults.append("ended with " + describe(child.returncode))
    except OSError as error:
        program.faults.append("cannot run: %s" % error)
    program.failed += len(program.faults)
    program.seconds = time.monotonic() - start
    return program


def show(program, verbose):
    skipped = ", %d skipped" % len(program.skips) if program.skips else ""
    if program.todos:
        skipped += ", %d to do" % len(program.todos)
    word = "FAILED" if program.failed else "ok"
    print("  %-6s  %-34s %4d passed, %d failed%s  %.1f s"
          % (word, program.name, program.passed, program.failed, skipped,
             program.seconds))
    if program.failed or verbose:
        for line in program.output.splitlines():
            if verbose or not re.match(r"\s*(ok\b|1\.\.\d)", line):
                print("      " + line)
        for fault in program.faults:
            print("      ! " + fault)
    sys.stdout.flush()


def show_skips(programs):
    for title, kind in (("skipped", "skips"), ("to do", "todos")):
        found = [(p.name, reason) for p in programs
                 for reason in getattr(p, kind)]
        if found:
            print("\n%s:" % title)
        for name, reason in found:
            print("  %s: %s" % (name, reason))


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    parser.add_argument("--kind", default="",
                        help="lint unit property golden cli pdf typography "
                             "fuzz; with commas")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1)
    parser.add_argument("-v", action="store_true",
                        help="show what passing programs print")
    parser.add_argument("names", nargs="*")
    return parser.parse_args()


def main():
    args = arguments()
    build = os.path.abspath(args.build)
    kinds = set(filter(None, args.kind.split(",")))
    programs = [p for p in all_programs(build)
                if (not kinds or p.kind in kinds) and
                all(n in p.name for n in args.names)]
    start = time.monotonic()
    env = surroundings(build)
    with concurrent.futures.ThreadPoolExecutor(args.j) as pool:
        for done in pool.map(lambda p: execute(p, env), programs):
            show(done, args.v)
    show_skips(programs)
    failed = [p for p in programs if p.failed]
    if failed:
        print("\nfailed: " + " ".join(p.name for p in failed))
    if not programs:
        print("no test has such a name")
    print("\n%d programs, %.0f s" % (len(programs), time.monotonic() - start))
    print("%d passed, %d failed" % (sum(p.passed for p in programs),
                                    sum(p.failed for p in programs)))
    return 1 if failed or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
