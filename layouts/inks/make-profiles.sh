#!/bin/sh
# SPDX-License-Identifier: MIT
# make-profiles.sh - makes the profiles of this folder again.
#
#     make-profiles.sh [FOLDER]     into FOLDER (default: here)
#
# Needs Debian's packages argyll, python3 and texlive-base. `make` does not call
# this: the profiles in the tree are what counts, a build of another compiler
# may differ in last digits.
set -eu
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
to=$(cd "${1-$here}" && pwd)
packed=/usr/share/texlive/texmf-dist/tex/generic/colorprofiles
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# take NAME SHA256 OUT: a profile as the package has it
take() {
    echo "$2  $packed/$1" | sha256sum -c --quiet -
    install -m 644 "$packed/$1" "$to/$3"
}

# The day of a profile is the only thing in it that a clock has a say in: bytes
# 24 to 35, six numbers of two bytes. 1 January 2026, midnight.
freeze() {
    printf '\007\352\000\001\000\001\000\000\000\000\000\000' |
        dd of="$1" bs=1 seek=24 conv=notrunc status=none
}

# model NAME LIMIT TEXT: black starts at 30 % of the way into the dark and
# ends at 94 %
model() {
    python3 "$here/characterise.py" "$1" >"$work/$1.ti3"
    colprof -r 0.1 -nc -ql -bm -kp 0 .3 .94 .94 .48 "-l$2" \
        -A bulletin -D "$3" -C 'No copyright is claimed (CC0 1.0)' \
        -O "$work/$1.icc" "$work/$1"
    freeze "$work/$1.icc"
    install -m 644 "$work/$1.icc" "$to/$1.icc"
}

take FOGRA39L_coated.icc \
    b35713ef7eff09349d4c3249e5f377736d06d8a2671c54712971a3546bf17c57 coated.icc
take sRGB.icc \
    049e05b4b9f85e2b65d43e1bed89e301d157f14ba8dadefe3a92e12814d763da srgb.icc
model uncoated 280 'Uncoated paper, modelled on ISO 12647-2 paper type 4'
model newsprint 230 'Newsprint, modelled on ISO 12647-3'
