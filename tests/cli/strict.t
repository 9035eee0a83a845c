#!/bin/sh
# SPDX-License-Identifier: MIT
# strict.t - an issue that is not closed does not reach the print shop: --strict
# and 严格, what is said, which files there are afterwards.
. "$(dirname "$0")/tap.sh"

pdf=issue/榆港工友-004.pdf
cp -R "$root/samples/tabloid" issue

run make issue --strict
is "$code" 0 "pages that close: made as ever"
empty err "silent"
ok "a whole PDF" is_whole_pdf "$pdf"
cp "$pdf" closed.pdf
run make issue
ok "the same bytes without --strict" cmp "$pdf" closed.pdf

# ---- A page that is open. ----

sed -i -e '/18-铁的四月/d' -e '/19-饭盒/d' -e '/20-征稿/d' issue/issue.yaml
rm -f issue/*.report.json
run make issue -o loose.pdf
is "$code" 0 "an open page: made, without --strict"
like err 'layout/page-open' "with a warning"
ok "a whole PDF of it" is_whole_pdf loose.pdf

run make issue --strict
is "$code" 1 "--strict: status 1"
like err '\[layout/strict-open\]: 第4版差 [0-9]+ 行没有排满' "which page, how much"
like err '^第4版：没有排满' "the page as fit tells it"
like err '^  · 加一篇 [0-9]+ 栏 × [0-9]+ 行的短稿或补白' "and its repair"
run fit issue
grep '^  · ' out >advice
run make issue --strict --no-report
grep '^  · ' err >said
ok "the repairs are those of fit" cmp advice said
not_ok "no PDF is left under its name" test -e "$pdf"
ok "the earlier one is set aside, whole" cmp issue/榆港工友-004.old.pdf closed.pdf
not_ok "no report of make-up" test -e issue/榆港工友-004.report.json
ok "no temporary file is left" no_temporaries issue

cp closed.pdf "$pdf"
run make issue --strict --lang en
like err 'the earlier PDF is now .*\.old\.pdf' "it is told that it was set aside"
cp closed.pdf other.pdf
run make issue --strict -o other.pdf
not_ok "the same with -o" test -e other.pdf
ok "beside it" cmp other.old.pdf closed.pdf
run make issue --strict -o -
is "$code" 1 "-o -: status 1"
empty out "-o -: nothing on stdout"
run make issue --strict --format json -o third.pdf
like out '"code":"layout/strict-open"' "as JSON"
is "$(grep -vc '^{' out err | grep -vc ':0$')" 0 "and nothing but JSON"
run check issue --strict
is "$code" 1 "check --strict: status 1"
run check issue
is "$code" 0 "check without it: status 0"
ok "check sets nothing aside" test -e issue/榆港工友-004.old.pdf

# ---- 严格 in the issue. ----

printf '规则: {严格: 是}\n' >>issue/issue.yaml
cp closed.pdf "$pdf"
run make issue
is "$code" 1 "规则: {严格: 是}: status 1"
like err 'layout/strict-open' "the same error"
run fit issue
is "$code" 0 "fit tells all the same"
like out '^第4版：没有排满' "what is open"
run explain issue 稿件/17-两把椅子.md
is "$code" 0 "explain too"
sed -i 's/严格: 是/严格: 否/' issue/issue.yaml
run make issue
is "$code" 0 "严格: 否 is as if absent"

# ---- Copy that has no room. ----

rm -r issue
cp -R "$root/samples/tabloid" issue
sed -i -e 's/, 版次: [0-9]//' issue/issue.yaml
sed -i -e '/^版面:/,/^[^ ]/{/^ /d;/^版面:/d}' issue/issue.yaml
printf '版数: 2\n规则: {留稿: 是}\n' >>issue/issue.yaml
run make issue -o held.pdf
is "$code" 0 "too much copy, some may be held over: made"
like err 'layout/held' "and told"
run make issue --strict -o held.pdf
is "$code" 1 "--strict holds nothing over"
like err '\[layout/strict-over\]: 稿件多了：2个版排不下' "what is too much is an error"
unlike err 'layout/held' "and no article is said to be held"
not_ok "no PDF" test -e held.pdf

# ---- Copy that only a jump closes. ----

python3 -B "$root/tests/makeup/generate.py" tabloid 4 7 jumps --volume 60 >out
run make jumps -o jumps.pdf --report jumps.json
is "$code" 0 "an issue that may jump"
like jumps.json '"jumps": ?1' "does"
run make jumps --strict -o jumps.pdf
is "$code" 1 "--strict does not"
like err '\[layout/strict-' "and says what is wrong instead"
like err '删[0-9]+字省[0-9]+行|加一篇|加[0-9]+字多[0-9]+行' "with a repair"

done_testing
