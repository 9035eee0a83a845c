#!/bin/sh
# SPDX-License-Identifier: MIT
# packages.sh - installs the Debian packages that are missing, and says which.
#
#     tests/packages.sh gcc make libhpdf-dev …
#
# Silent when all are there. On a system without dpkg it does nothing: there
# the compiler's own messages tell what is missing.
set -eu

command -v dpkg-query >/dev/null 2>&1 || exit 0

# Names of installed packages and of what they stand in for (Provides).
installed=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package} ${Provides}\n' |
    sed -n 's/^ii *//p' | sed 's/([^)]*)//g' | tr ', ' '\n\n' | sort -u)

missing=
for package in "$@"; do
    printf '%s\n' "$installed" | grep -qxF "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "These packages are missing and will be installed:$missing"
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "You are not root and there is no sudo. Ask your administrator to run:" >&2
        echo "    apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    as_root=sudo
    echo "(with sudo, which may ask for your password)"
fi

install() {
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
        --no-install-recommends $missing
}

# A fresh machine has no package lists, an old one outdated ones.
if ! install >/dev/null 2>&1; then
    $as_root apt-get update -q
    install
fi
