#!/bin/sh
# SPDX-License-Identifier: MIT
# data.t - layouts and fonts are found from wherever the program stands.
. "$(dirname "$0")/tap.sh"

run list
is "$code" 0 "list in the tree"
cp out in_tree
ok "there is something to list" test -s in_tree

run new issue
mkdir -p prefix/bin prefix/share/bulletin
cp "$BULLETIN" prefix/bin/bulletin
ln -s "$root/layouts" "$root/fonts" prefix/share/bulletin/
installed=$work/prefix/bin/bulletin
ok "installed: ../share/bulletin" "$installed" make issue -o installed.pdf
run make issue -o tree.pdf
ok "the same PDF from the tree" cmp installed.pdf tree.pdf

mkdir alone
cp "$BULLETIN" alone/bulletin
if [ ! -d /usr/local/share/bulletin ]; then
    not_ok "alone it finds no layout" ./alone/bulletin make issue -o x.pdf
else
    skip "installed on this machine"
fi
ok "alone with --data" ./alone/bulletin make issue -o x.pdf --data "$root"
ok "alone with BULLETIN_DATA" \
    env BULLETIN_DATA="$root" ./alone/bulletin make issue -o y.pdf
ok "the same PDF" cmp x.pdf tree.pdf

run make issue --data nowhere --lang en
is "$code" 4 "--data that is missing: status 4"
like err 'data/missing' "--data that is missing: says so"
surroundings="BULLETIN_DATA=$work/alone"
run list --lang en
is "$code" 4 "BULLETIN_DATA that holds nothing: status 4"
surroundings=

# The folder named by hand goes before the others.
mkdir -p mine/layouts
run list
layout=$(ls "$root"/layouts/*.yaml | head -n 1)
cp "$layout" mine/layouts/只此一家.yaml
run list --data mine
like out '只此一家' "--data adds its layouts"
run make issue --data mine --layout 只此一家 -o mine.pdf
is "$code" 0 "and they can be used, with the fonts of the others"

# So do its papers.
mkdir -p mine/layouts/papers
printf '%s\n' '四开: {尺寸: 270×390毫米}' '本厂小报: {尺寸: 100x200mm}' \
    >mine/layouts/papers/sizes.yaml
run list
like out '^四开  275 × 390 mm' "papers are listed"
unlike out '本厂小报' "control: without --data there is no such paper"
run list --data mine
like out '^四开  270 × 390 mm' "--data changes a paper"
unlike out '^四开  275' "which is listed once"
like out '^本厂小报  100 × 200 mm' "--data adds a paper"
like out '^对开  390 × 550 mm' "and leaves the others"

done_testing
