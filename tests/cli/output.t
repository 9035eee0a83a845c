#!/bin/sh
# SPDX-License-Identifier: MIT
# output.t - a PDF is complete or not there, and an earlier one is never lost.
. "$(dirname "$0")/tap.sh"

run new issue
run make issue -o good.pdf
is "$code" 0 "a PDF to begin with"
cp good.pdf keep.pdf

refused() { # name code target
    run make issue -o "$3" --lang en
    is "$code" 4 "$1: status 4"
    like err "error\\[$2\\]: " "$1: its own code"
    like err '^  hint: ' "$1: a hint"
    lines err 2 "$1: nothing else is said"
    ok "$1: no temporary file" no_temporaries .
}

touch file
mkdir folder

# Devices of our own where root runs the tests: a defect of the program must
# not replace those of the machine.
full=/dev/full null=/dev/null
if [ "$(id -u)" -eq 0 ]; then
    full=$work/full null=$work/null
    mknod "$full" c 1 7 && mknod "$null" c 1 3 || exit 1
fi
refused "a folder that is missing" output/no-folder no/such/x.pdf
refused "a path through a file" output/not-a-folder file/x.pdf
refused "a folder as target" output/is-a-folder folder
refused "a name with a slash at its end" output/is-a-folder "new/"
refused "a full disk" output/disk-full "$full"
refused "a name too long" path/too-long "$(printf 'x%.0s' $(seq 300)).pdf"
refused "the issue itself" output/is-the-issue issue/issue.yaml
cp issue/稿件/01-送温暖.md article.md
cp article.md before.md
refused "an article, by a slip" output/not-a-pdf-there article.md
ok "the article is as it was" cmp article.md before.md
ln -s loop.pdf loop.pdf
refused "a link to itself" output/failed loop.pdf

if [ "$(id -u)" -eq 0 ]; then
    skip "root may write everywhere"
    ln -s good.pdf foreign.pdf
    chown -h 65534 foreign.pdf
    refused "somebody else's link" output/foreign-link foreign.pdf
    ok "and what it points to is as it was" cmp good.pdf keep.pdf
else
    mkdir shut
    chmod 555 shut
    refused "a folder without permission" output/no-permission shut/x.pdf
    chmod 755 shut
    skip "only root can give a link away"
fi

run make issue -o "$null"
is "$code" 0 "a device takes anything"
ok "and still is a device" test -c "$null"
ok "and so is the full one" test -c "$full"
: >empty.pdf
run make issue -o empty.pdf
ok "an empty file is replaced" cmp empty.pdf keep.pdf
chmod 640 empty.pdf
run make issue -o empty.pdf
is "$(stat -c %a empty.pdf)" 640 "permissions of the earlier file stay"
(umask 077 && "$BULLETIN" make issue -o private.pdf)
is "$(stat -c %a private.pdf)" 600 "a new file obeys the umask"

mkdir archive
ln -s ../archive folder/way
ln -s folder/way/46.pdf latest.pdf
run make issue -o latest.pdf
is "$code" 0 "a link to a file that is not there yet"
ok "the link stays a link" test -L latest.pdf
ok "the file appears where it points" cmp archive/46.pdf keep.pdf
run make issue -o latest.pdf
is "$code" 0 "a link to a file that is there"
ok "the link still is one" test -L latest.pdf

mkfifo pipe
"$BULLETIN" make issue -o pipe &
cat pipe >from_pipe.pdf
wait $!
ok "a pipe is written to" cmp from_pipe.pdf keep.pdf
"$BULLETIN" make issue -o - 2>err >/dev/full
is "$?" 4 "stdout on a full disk: status 4"
like err 'output/disk-full' "stdout on a full disk: says so"
for words in "help" "help make" "--version" "schema issue" "list" \
    "completions bash" "proof issue"; do
    # shellcheck disable=SC2086
    "$BULLETIN" $words 2>err >/dev/full
    is "$?" 4 "$words on a full disk: status 4"
done

# An error in the issue must not touch what an earlier run made.
cp -R issue broken
echo '  - 稿件/99.md' >>broken/issue.yaml
run make broken -o good.pdf
is "$code" 1 "a failed run"
ok "leaves the earlier PDF" cmp good.pdf keep.pdf

# Leftovers of killed runs go after a day, and nothing else does.
touch -d '2 days ago' .bulletin-123-0.part .bulletin-x.part .bulletin-1.txt
touch .bulletin-124-0.part
run make issue -o good.pdf
not_ok "a stale temporary file is swept" test -e .bulletin-123-0.part
ok "a fresh one is left" test -e .bulletin-124-0.part
ok "other names are left" test -e .bulletin-x.part
ok "and others" test -e .bulletin-1.txt
rm -f .bulletin-*

# ---- a disk that fails, a signal in the middle

if ! ${CC:-cc} -shared -fPIC -o fault.so "$tests/fault.c" -ldl 2>fault.log; then
    skip "no compiler for fault.c"
    done_testing
fi
if grep -aq __asan_init "$BULLETIN"; then
    skip "a sanitiser will not be preloaded over"
    done_testing
fi

faulty() { # fault
    env FAULT="$1" LD_PRELOAD="$work/fault.so" \
        "$BULLETIN" make issue -o good.pdf --lang en >out 2>err </dev/null
    code=$?
}

fails() { # fault code
    faulty "$1"
    is "$code" 4 "$1: status 4"
    like err "$2" "$1: says so"
    ok "$1: the earlier PDF is as it was" cmp good.pdf keep.pdf
    ok "$1: no temporary file" no_temporaries .
}

fails openat:1:e13 output/no-permission
fails openat:1:e30 output/no-permission
fails openat:1:e28 output/disk-full
fails write:1:e28 output/disk-full
fails write:1:e122 output/disk-full
fails write:1:e5 'writing .good\.pdf. failed \(errno 5\)'
fails fsync:1:e5 output/failed
fails fsync:1:e28 output/disk-full
fails foldersync:1:e5 output/failed
fails pread:1:e5 output/failed
fails pread:1:short output/damaged
fails close:1:e5 output/failed
fails renameat:1:e13 output/no-permission

for fault in write:1:short write:1:e4 fsync:1:e4 fsync:1:e22 foldersync:1:e22 pread:1:e4; do
    faulty $fault
    is "$code" 0 "$fault: no failure"
    ok "$fault: the same PDF" cmp good.pdf keep.pdf
done

for place in write:1 fsync:1 pread:1 renameat:1 foldersync:1 close:1; do
    for signal in 15:143 2:130 1:129; do
        fault=$place:s${signal%:*}
        faulty "$fault"
        is "$code" "${signal#*:}" "$fault: status ${signal#*:}"
        ok "$fault: the earlier PDF is as it was" cmp good.pdf keep.pdf
        ok "$fault: no temporary file" no_temporaries .
    done
done
faulty write:1:s6
is "$code" 6 "a failed assertion: status 6"
ok "a failed assertion: no temporary file" no_temporaries .

done_testing
