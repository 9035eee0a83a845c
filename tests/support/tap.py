# SPDX-License-Identifier: MIT
"""tap.py - the Test Anything Protocol for test programs in Python.

    from tap import Tap
    tap = Tap()
    tap.ok(value, "what is claimed", "shown when it is not so")
    tap.empty(list_of_faults, "no faults")
    tap.todo(faults, "what will be so", "what is waited for")
    tap.skip("why")
    tap.done()
"""
import sys

SHOWN = 20


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, value, name, *details):
        self.count += 1
        if value:
            print("ok %d - %s" % (self.count, name))
        else:
            self.failed += 1
            print("not ok %d - %s" % (self.count, name))
            for detail in details:
                for line in str(detail).splitlines():
                    print("#   " + line)
        sys.stdout.flush()
        return bool(value)

    def equal(self, got, want, name):
        return self.ok(got == want, name, "got:  %s" % (got,),
                       "want: %s" % (want,))

    def empty(self, faults, name):
        faults = list(faults)
        more = len(faults) - SHOWN
        shown = faults[:SHOWN] + (["… and %d more" % more] if more > 0 else [])
        return self.ok(not faults, name, *shown)

    def caught(self, faults, name):
        """A negative control: the check must find something."""
        return self.ok(list(faults), name, "nothing was found")

    def todo(self, faults, name, reason):
        """Expected to fail as yet: no failure when it does."""
        self.count += 1
        word = "not ok" if list(faults) else "ok"
        print("%s %d - %s # todo %s" % (word, self.count, name, reason))

    def skip(self, reason):
        self.count += 1
        print("ok %d # SKIP %s" % (self.count, reason))

    def done(self):
        print("1..%d" % self.count)
        sys.exit(1 if self.failed else 0)
