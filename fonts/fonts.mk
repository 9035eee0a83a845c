# SPDX-License-Identifier: MIT
# The font pack: cut the faces again from Debian's packages and compare them
# with the committed ones.  Included by the Makefile; needs BUILD.
#
# The committed faces must always match SHA256SUMS.  A fresh cut can only give
# the same bytes from the package versions written down in make-pack.py, so
# with others, or with none, the comparison is skipped with a sentence why.

BUILD ?= build
# Debian's own interpreter: python3-fonttools belongs to it.
FONTS_PYTHON ?= /usr/bin/python3

fonts_dir := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))
fonts_out := $(BUILD)/fonts

.PHONY: fonts
fonts: ## cut the font pack again and compare it with fonts/
	@cd $(fonts_dir) && sha256sum --check --quiet SHA256SUMS
	@command -v $(FONTS_PYTHON) >/dev/null || { \
	    echo "skipped: $(FONTS_PYTHON) is not installed:" \
	        "apt install python3-fonttools"; \
	    exit 0; }; \
	$(FONTS_PYTHON) $(fonts_dir)/make-pack.py --sources || { \
	    test $$? -eq 3 && exit 0; exit 1; }; \
	mkdir -p $(fonts_out) || exit 1; \
	echo "cutting the faces into $(fonts_out), this takes a minute"; \
	$(FONTS_PYTHON) $(fonts_dir)/make-pack.py $(fonts_out) \
	    >$(fonts_out)/faces.txt || exit 1; \
	status=0; \
	while read -r sum face; do \
	    if cmp -s "$(fonts_out)/$$face" "$(fonts_dir)/$$face"; then \
	        echo "same       $$face"; \
	    else \
	        echo "different  $$face"; status=1; \
	    fi; \
	done <$(fonts_dir)/SHA256SUMS; \
	exit $$status
