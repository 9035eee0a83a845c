# bulletin: a GNU makefile. `make help` lists what it can do.
#
# Products go to $(BUILD) only. Everything may be set from outside: CC, CFLAGS,
# LDFLAGS, BUILD, PREFIX, DESTDIR. V=1 shows the commands.

BUILD   ?= build
VARIANT ?= release
PREFIX  ?= /usr/local
prefix  ?= $(PREFIX)
VERSION := 0.1.0
SOVERSION := 0
.DEFAULT_GOAL := all
SHELL := /bin/sh
.DELETE_ON_ERROR:
.SUFFIXES:

# ---- What it needs (Debian's names) --------------------------------------

BUILD_PACKAGES := gcc libc6-dev make pkg-config libhpdf-dev libfreetype-dev libharfbuzz-dev \
    libfyaml-dev libcmark-dev libfontconfig-dev libspng-dev libjpeg-dev \
    libqrencode-dev libdeflate-dev nettle-dev libfribidi-dev libhyphen-dev liblcms2-dev \
    hyphen-en-us
TEST_PACKAGES := libcmocka-dev qpdf poppler-utils mupdf-tools python3 python3-yaml \
    mandoc zbar-tools fontconfig fonts-noto-cjk fonts-ukij-uyghur unicode-data
MODULES := freetype2 harfbuzz harfbuzz-subset libfyaml libcmark fontconfig spng \
    libjpeg libqrencode libdeflate nettle fribidi lcms2

# ---- Compiler ------------------------------------------------------------

CC ?= cc
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow \
    -Wvla -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
    -Wwrite-strings -Wcast-qual -Wcast-align -Wpointer-arith -Wformat=2 -Wundef \
    -Wdouble-promotion -Wimplicit-fallthrough -Wswitch-enum -Wnull-dereference
ifeq ($(WERROR),1)
WARNINGS += -Werror
endif
ifeq ($(VARIANT),asan)
VARIANT_FLAGS := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
    -fno-sanitize-recover=all
VARIANT_LDFLAGS := -fsanitize=address,undefined
else ifeq ($(VARIANT),fuzz)
VARIANT_FLAGS := -O1 -g -fno-omit-frame-pointer \
    -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all
VARIANT_LDFLAGS := -fsanitize=address,undefined
else
VARIANT_FLAGS := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
VARIANT_LDFLAGS := -Wl,-z,relro,-z,now
endif
# Asked only when something is compiled: the packages may not be there yet.
MODULE_CFLAGS = $(shell pkg-config --cflags $(MODULES) | sed 's/-I/-isystem /g')
MODULE_LIBS = $(shell pkg-config --libs $(MODULES)) -lhpdf -lhyphen -lm
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L $(VARIANT_FLAGS) $(WARNINGS) \
    -fPIC -fvisibility=hidden -DBUL_VERSION='"$(VERSION)"' \
    -DBUL_DATADIR='"$(datadir)/bulletin"' -Isrc $(MODULE_FLAGS) $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(VARIANT_LDFLAGS) $(LDFLAGS)

ifeq ($(V),1)
Q :=
SAY = @:
else
Q := @
SAY = @printf '  %-7s %s\n'
endif

# ---- Sources -------------------------------------------------------------

# ROOMS narrows a build to some rooms, for work on one of them.
ROOMS ?= base picture ink source issue template text makeup sheet layout preflight proof pdf archive .
LIB_SRC := $(sort $(foreach room,$(ROOMS),$(wildcard src/$(room)/*.c)))
CLI_SRC := $(sort $(wildcard src/cli/*.c))
LIB_OBJ := $(patsubst src/%.c,$(BUILD)/obj/%.o,$(patsubst src/./%,src/%,$(LIB_SRC)))
CLI_OBJ := $(patsubst src/%.c,$(BUILD)/obj/%.o,$(CLI_SRC))

##@ Building

.PHONY: all
all: $(BUILD)/bulletin $(BUILD)/libbulletin.so ## the program and the libraries

$(BUILD)/modules.mk: Makefile
	@mkdir -p $(BUILD)
	@pkg-config --exists $(MODULES) || { \
	  echo "libraries are missing; 'make demo' installs them:" >&2; \
	  pkg-config --print-errors --exists $(MODULES) >&2; exit 1; }
	@{ echo "MODULE_FLAGS := $(MODULE_CFLAGS)"; echo "MODULE_LINK := $(MODULE_LIBS)"; } > $@

# Only goals that compile read (and so make) the list of flags.
PLAIN_GOALS := help demo check test check-asan check-warnings check-lint fuzz clean distclean fonts dist format format-check uninstall
ifneq ($(filter-out $(PLAIN_GOALS),$(or $(MAKECMDGOALS),all)),)
include $(BUILD)/modules.mk
endif

$(BUILD)/obj/%.o: src/%.c $(BUILD)/modules.mk
	$(SAY) CC $<
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Where things will be installed is written into these. `make`, then
# `make install PREFIX=elsewhere` makes them again.
$(BUILD)/places: FORCE
	@mkdir -p $(@D)
	@echo '$(prefix) $(datadir) $(libdir) $(includedir)' > $@.new
	@if cmp -s $@.new $@; then rm -f $@.new; else mv -f $@.new $@; fi
$(BUILD)/obj/bulletin_report.o $(BUILD)/obj/cli/data_dirs.o: $(BUILD)/places

$(BUILD)/libbulletin.a: $(LIB_OBJ)
	$(SAY) AR $@
	$(Q)rm -f $@ && ar rcsD $@ $(LIB_OBJ)

$(BUILD)/libbulletin.so: $(LIB_OBJ)
	$(SAY) LD $@
	$(Q)$(CC) -shared -Wl,-soname,libbulletin.so.$(SOVERSION) $(ALL_LDFLAGS) -o $@ $(LIB_OBJ) $(MODULE_LINK)

$(BUILD)/bulletin: $(CLI_OBJ) $(BUILD)/libbulletin.a
	$(SAY) LD $@
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(CLI_OBJ) $(BUILD)/libbulletin.a $(MODULE_LINK)

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d)

include fonts/fonts.mk
include src/doc/doc.mk
include tests/tests.mk

##@ Samples

SAMPLES := jianbao digest tabloid typography
SHEETS := typography/vertical typography/grid
SAMPLE_PDFS := $(SAMPLES:%=$(BUILD)/samples/%.pdf) $(SHEETS:%=$(BUILD)/samples/%.pdf)

.PHONY: samples demo
samples: $(SAMPLE_PDFS) ## make every sample into build/samples

$(BUILD)/samples/%.pdf: $(BUILD)/bulletin FORCE
	$(SAY) PDF $@
	$(Q)mkdir -p $(@D)
	$(Q)$(BUILD)/bulletin make samples/$*/issue.yaml -o $@

# Issues beside the one of their folder.
$(SHEETS:%=$(BUILD)/samples/%.pdf): $(BUILD)/samples/%.pdf: $(BUILD)/bulletin FORCE
	$(SAY) PDF $@
	$(Q)mkdir -p $(@D)
	$(Q)$(BUILD)/bulletin make samples/$*.yaml -o $@

.PHONY: FORCE
FORCE:

demo: ## everything from nothing: packages, program, samples
	@sh tests/packages.sh $(BUILD_PACKAGES)
	@$(MAKE) --no-print-directory samples
	@echo; echo "样报已排好 / sample bulletins:"; \
	for f in $(SAMPLE_PDFS); do echo "  $(CURDIR)/$$f"; done

##@ Installing

.PHONY: install uninstall
INSTALL ?= install
bindir ?= $(prefix)/bin
libdir ?= $(prefix)/lib
includedir ?= $(prefix)/include
datadir ?= $(prefix)/share
mandir ?= $(datadir)/man
PUT := $(INSTALL) -m 644

install: all docs ## program, libraries, header, layouts, fonts, papers
	$(INSTALL) -d $(addprefix $(DESTDIR),$(bindir) $(libdir)/pkgconfig $(includedir) \
	  $(datadir)/bulletin/layouts/inks $(datadir)/bulletin/layouts/papers \
	  $(datadir)/bulletin/fonts \
	  $(mandir)/man1 $(mandir)/man3 $(mandir)/man5 \
	  $(datadir)/bash-completion/completions $(datadir)/zsh/site-functions \
	  $(datadir)/fish/vendor_completions.d)
	$(INSTALL) -m 755 $(BUILD)/bulletin $(DESTDIR)$(bindir)/bulletin
	$(PUT) $(BUILD)/libbulletin.a $(DESTDIR)$(libdir)/
	$(INSTALL) -m 755 $(BUILD)/libbulletin.so $(DESTDIR)$(libdir)/libbulletin.so.$(VERSION)
	ln -sf libbulletin.so.$(VERSION) $(DESTDIR)$(libdir)/libbulletin.so.$(SOVERSION)
	ln -sf libbulletin.so.$(SOVERSION) $(DESTDIR)$(libdir)/libbulletin.so
	$(PUT) $(PC_FILE) $(DESTDIR)$(libdir)/pkgconfig/
	$(PUT) src/bulletin.h $(DESTDIR)$(includedir)/
	$(PUT) layouts/*.yaml $(DESTDIR)$(datadir)/bulletin/layouts/
	$(PUT) layouts/inks/*.icc layouts/inks/conditions.yaml layouts/inks/README.md $(DESTDIR)$(datadir)/bulletin/layouts/inks/
	$(PUT) layouts/papers/sizes.yaml $(DESTDIR)$(datadir)/bulletin/layouts/papers/
	$(PUT) fonts/*.otf fonts/*.ttf fonts/*.txt $(DESTDIR)$(datadir)/bulletin/fonts/
	$(PUT) $(filter %.1,$(MAN_PAGES)) $(DESTDIR)$(mandir)/man1/
	$(PUT) $(filter %.3,$(MAN_PAGES)) $(DESTDIR)$(mandir)/man3/
	$(PUT) $(filter %.5,$(MAN_PAGES)) $(DESTDIR)$(mandir)/man5/
	$(PUT) $(BUILD)/completions/bulletin.bash $(DESTDIR)$(datadir)/bash-completion/completions/bulletin
	$(PUT) $(BUILD)/completions/bulletin.zsh $(DESTDIR)$(datadir)/zsh/site-functions/_bulletin
	$(PUT) $(BUILD)/completions/bulletin.fish $(DESTDIR)$(datadir)/fish/vendor_completions.d/bulletin.fish

uninstall: ## take away what install put there
	rm -f $(DESTDIR)$(bindir)/bulletin $(DESTDIR)$(libdir)/libbulletin.a \
	  $(DESTDIR)$(libdir)/libbulletin.so* $(DESTDIR)$(libdir)/pkgconfig/bulletin.pc \
	  $(DESTDIR)$(includedir)/bulletin.h $(DESTDIR)$(mandir)/man1/bulletin.1 \
	  $(DESTDIR)$(mandir)/man3/bulletin.3 $(DESTDIR)$(mandir)/man5/bulletin-issue.5 \
	  $(DESTDIR)$(mandir)/man5/bulletin-layout.5 \
	  $(DESTDIR)$(datadir)/bash-completion/completions/bulletin \
	  $(DESTDIR)$(datadir)/zsh/site-functions/_bulletin \
	  $(DESTDIR)$(datadir)/fish/vendor_completions.d/bulletin.fish
	rm -rf $(DESTDIR)$(datadir)/bulletin

##@ Housekeeping

.PHONY: clean distclean help
clean: ## remove what was built
	rm -rf $(BUILD)
distclean: clean

OUR_C := $(wildcard src/*.[ch] src/*/*.[ch] tests/*/*.[ch] tests/*/*/*.[ch])
.PHONY: format format-check dist
format: ## lay the sources out as .clang-format says
	clang-format -i $(OUR_C)
format-check: ## fail where they are not
	clang-format --dry-run --Werror $(OUR_C)
dist: ## a tarball of what is committed
	@mkdir -p $(BUILD)
	git archive --prefix=bulletin-$(VERSION)/ -o $(BUILD)/bulletin-$(VERSION).tar.gz HEAD

help: ## this list
	@awk 'BEGIN{FS=":.*## "} /^##@/{printf "\n%s\n",substr($$0,5)} /^[a-z-]+:.*## /{printf "  %-14s %s\n",$$1,$$2}' $(MAKEFILE_LIST)
