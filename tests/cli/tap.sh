# SPDX-License-Identifier: MIT
# tap.sh - what the tests of the command line share; sourced by each *.t.
#
# $BULLETIN is the program. Each test works in a folder of its own, $work, which
# is the current folder and goes away at the end. A test ends with done_testing.
#
#   run make issue     runs the program; then $code, files $work/out, $work/err
#   is GOT WANT NAME   equal?        like FILE PATTERN NAME   grep -E finds?
#   ok NAME COMMAND…   succeeds?     unlike, not_ok: the opposite

set -u
: "${BULLETIN:?set BULLETIN to the program}"
BULLETIN=$(cd "$(dirname "$BULLETIN")" && pwd)/$(basename "$BULLETIN")
tests=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$tests/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/bulletin-cli.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
cd "$work" || exit 1

# Nobody's surroundings may change a result.
unset BULLETIN_DATA BULLETIN_LANG LC_ALL LC_MESSAGES LANG NO_COLOR
export TERM=xterm TZ=UTC

count=0
failed=0

result() { # 0|1 name
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $count - $2"
    else
        echo "not ok $count - $2"
        failed=$((failed + 1))
    fi
}

ok() {
    name=$1
    shift
    "$@" >"$work/.ok" 2>&1
    status=$?
    result "$([ $status -eq 0 ] && echo 0 || echo 1)" "$name"
    [ $status -eq 0 ] || sed 's/^/#   /' "$work/.ok"
}

not_ok() {
    name=$1
    shift
    if "$@" >/dev/null 2>&1; then result 1 "$name"; else result 0 "$name"; fi
}

is() {
    if [ "$1" = "$2" ]; then
        result 0 "$3"
    else
        result 1 "$3"
        printf '#   got:  %s\n#   want: %s\n' "$1" "$2"
    fi
}

like() {
    if grep -Eq -e "$2" "$1"; then
        result 0 "$3"
    else
        result 1 "$3"
        printf '#   nothing like: %s\n' "$2"
        sed 's/^/#   | /' "$1" | head -n 20
    fi
}

unlike() {
    if grep -Eq -e "$2" "$1"; then
        result 1 "$3"
        printf '#   unwanted: %s\n' "$2"
    else
        result 0 "$3"
    fi
}

empty() { is "$(wc -c <"$1" | tr -d ' ')" 0 "$2"; }
lines() { is "$(wc -l <"$1" | tr -d ' ')" "$2" "$3"; }

skip() {
    count=$((count + 1))
    echo "ok $count # SKIP $1"
}

# Variables for the next runs: surroundings="NO_COLOR=1".
surroundings=

run() {
    # shellcheck disable=SC2086
    env $surroundings "$BULLETIN" "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
}

# The same with a terminal as standard error and output; all goes to $work/out.
# A container may come without /dev/pts.
has_terminals() { python3 -c 'import pty; pty.openpty()' 2>/dev/null; }

run_on_terminal() {
    # shellcheck disable=SC2086
    env $surroundings python3 - "$BULLETIN" "$@" >"$work/out" <<'PYTHON'
import os, pty, sys
status = pty.spawn(sys.argv[1:], lambda fd: os.read(fd, 65536), lambda fd: b"")
sys.exit(os.waitstatus_to_exitcode(status))
PYTHON
    code=$?
}

no_temporaries() { # folder
    [ -z "$(find "$1" -name '.bulletin-*' -type f)" ]
}

is_whole_pdf() { # file
    [ "$(head -c 5 "$1")" = "%PDF-" ] && tail -c 8 "$1" | grep -q '%%EOF'
}

done_testing() {
    echo "1..$count"
    [ "$failed" -eq 0 ]
    exit
}
