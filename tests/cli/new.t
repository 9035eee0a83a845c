#!/bin/sh
# SPDX-License-Identifier: MIT
# new.t - a starter issue that can be made at once, and nothing overwritten.
. "$(dirname "$0")/tap.sh"

run new 第1期
is "$code" 0 "new DIR"
empty out "silent on stdout"
empty err "silent on stderr"
like 第1期/issue.yaml '^# yaml-language-server: \$schema=\.bulletin/issue\.schema\.json$' \
    "the first line leads editors to the schema"
like 第1期/issue.yaml "^日期: $(date +%Y-%m-%d)\$" "today's date"
ok "the schema is there" python3 -m json.tool 第1期/.bulletin/issue.schema.json
ok "that of articles too" \
    python3 -m json.tool 第1期/.bulletin/article.schema.json
is "$(find 第1期 -name '*.md' | wc -l | tr -d ' ')" 2 "two articles"

run make 第1期 --warnings-as-errors --no-system-fonts
is "$code" 0 "it is made without a warning"
empty err "and without a word"
run check 第1期 --format json
is "$(grep -c '"type":"diagnostic"' out)" 0 "not even a note"
if command -v pdftotext >/dev/null; then
    pdftotext 第1期/一周工运-001.pdf text
    ok "its text is in the PDF" grep -q '凌晨四点' text
else
    skip "no pdftotext"
fi

find 第1期 -type f -exec cksum {} + | sort >before
run new 第1期 --lang en
is "$code" 4 "a folder that holds something: status 4"
like err 'error\[new/exists\]' "a folder that holds something: says so"
find 第1期 -type f -exec cksum {} + | sort >after
ok "nothing in it has changed" cmp before after

mkdir empty
run new empty
is "$code" 0 "an empty folder is good"
ok "and filled" test -f empty/issue.yaml
touch file
run new file --lang en
is "$code" 4 "a file in the way: status 4"
like err 'new/exists' "a file in the way: says so"
run new no/such/issue --lang en
is "$code" 4 "the folder above is missing: status 4"
like err 'output/no-folder' "the folder above is missing: says so"
run new -v other --lang en
like err '^other is ready\.' "-v tells what comes next"
run new file/x
is "$code" 4 "a path through a file"

if ${CC:-cc} -shared -fPIC -o fault.so "$tests/fault.c" -ldl 2>fault.log &&
    ! grep -aq __asan_init "$BULLETIN"; then
    env FAULT=write:3:e28 LD_PRELOAD="$work/fault.so" \
        "$BULLETIN" new full --lang en 2>err
    is "$?" 4 "a full disk half-way: status 4"
    like err 'output/disk-full' "a full disk half-way: says so"
    not_ok "a full disk half-way: nothing is left" test -e full
else
    skip "no preloading"
fi

done_testing
