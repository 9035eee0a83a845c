#!/bin/sh
# SPDX-License-Identifier: MIT
# proof.t - the readable dump: on stdout or in a file, the same each time.
. "$(dirname "$0")/tap.sh"

run new issue
run proof issue
is "$code" 0 "proof: status"
empty err "proof: nothing on stderr"
like out '^edition 一周工运' "opens with the edition"
like out '^page 1 of [0-9]+  [0-9]+\.[0-9]{3}x[0-9]+\.[0-9]{3}mm' "a page"
like out '^    headline' "an article's head, indented"
like out '^ +line  x -?[0-9]+\.[0-9]{3}  y .*凌晨四点' "its text"
like out '^bookmark  page 1 ' "bookmarks"
unlike out ' [0-9]+\.[0-9]{1,2}( |$)' "three decimals everywhere"
ok "is UTF-8" iconv -f UTF-8 -t UTF-8 out
cp out first
run proof issue
ok "the same each time" cmp out first
run proof issue -o p.txt
is "$code" 0 "-o"
empty out "-o: nothing on stdout"
ok "-o: the same text" cmp p.txt first
run proof issue -o p.txt
is "$code" 0 "-o again replaces a proof"
cp issue/稿件/02-安全课.md a.md
run proof issue -o a.md --lang en
is "$code" 4 "but not an article"
like err 'output/not-a-proof-there' "and says so"
run proof issue --layout no-such --lang en
is "$code" 1 "errors: status 1"
empty out "errors: no proof"

done_testing
