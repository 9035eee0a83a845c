# Tests: one target for each kind of evidence. tests/README.md says how to write each.

TEST_SRC := $(sort $(wildcard tests/unit/*/test_*.c) $(wildcard tests/property/test_*.c))
SUPPORT_SRC := $(sort $(wildcard tests/support/*.c))
TEST_BIN := $(patsubst tests/%.c,$(BUILD)/tests/%,$(TEST_SRC))
SUPPORT_OBJ := $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(SUPPORT_SRC))

$(BUILD)/tests/support/%.o: tests/support/%.c $(BUILD)/modules.mk
	$(SAY) CC $<
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -c -o $@ $<

# An archive, so that a test links only the support it uses.
$(BUILD)/tests/libsupport.a: $(SUPPORT_OBJ)
	$(Q)rm -f $@ && ar rcsD $@ $(SUPPORT_OBJ)

$(BUILD)/tests/%: tests/%.c $(BUILD)/tests/libsupport.a $(BUILD)/libbulletin.a
	$(SAY) TEST $@
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(BUILD)/tests/libsupport.a $(BUILD)/libbulletin.a $(MODULE_LINK) -lcmocka

# ---- Fuzz targets: a program that replays files, and one of libFuzzer. ----

FUZZ_TARGETS := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
REPLAY_BIN := $(FUZZ_TARGETS:%=$(BUILD)/tests/fuzz/fuzz_%)

$(BUILD)/tests/fuzz/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c tests/fuzz/target.h $(BUILD)/libbulletin.a
	$(SAY) TEST $@
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests $(ALL_LDFLAGS) -o $@ $< tests/fuzz/replay.c $(BUILD)/libbulletin.a $(MODULE_LINK)

# Only with VARIANT=fuzz, as `make fuzz` calls it.
$(BUILD)/fuzz/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/target.h $(BUILD)/libbulletin.a
	$(SAY) FUZZ $@
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests -fsanitize=fuzzer $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libbulletin.a $(MODULE_LINK)

-include $(SUPPORT_OBJ:.o=.d) $(addsuffix .d,$(TEST_BIN))

##@ Testing

# T= narrows to programs whose name has it: make check-unit T=base/test_str
RUN_TESTS = python3 tests/run.py --build $(BUILD)
WANTED_BIN = $(if $(T),$(foreach bin,$(TEST_BIN),$(if $(findstring $(T),$(bin)),$(bin))),$(TEST_BIN))
# A sub-make uses all processors unless the caller has said how many.
JOBS = $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc))
PACKAGES = sh tests/packages.sh $(BUILD_PACKAGES) $(TEST_PACKAGES)

.PHONY: check test check-asan check-built check-warnings
check: ## all tests; what they need is installed and built first
	@$(PACKAGES)
	@$(MAKE) --no-print-directory $(JOBS) check-built
test: check

check-asan: ## all tests under AddressSanitizer and UBSan
	@$(PACKAGES)
	@$(MAKE) --no-print-directory $(JOBS) BUILD=build/asan VARIANT=asan WERROR=1 check-built

check-built: all $(TEST_BIN) $(REPLAY_BIN)
	@$(RUN_TESTS) $(T)

check-warnings: ## all compiles without a warning, gcc and clang
	@$(PACKAGES) clang
	@$(MAKE) --no-print-directory $(JOBS) BUILD=build/warnings-gcc CC=gcc WERROR=1 build-all
	@$(MAKE) --no-print-directory $(JOBS) BUILD=build/warnings-clang CC=clang WERROR=1 build-all

.PHONY: build-all
build-all: all $(TEST_BIN) $(REPLAY_BIN)

.PHONY: check-lint check-unit check-golden check-cli check-pdf check-typography check-makeup check-fuzz
check-lint: ## who includes whom, banned words
	@$(RUN_TESTS) --kind lint $(T)
check-unit: $(WANTED_BIN) ## unit and property tests
	@$(RUN_TESTS) --kind unit,property $(T)
check-golden: $(BUILD)/bulletin ## proofs and messages, to the byte
	@$(RUN_TESTS) --kind golden $(T)
check-cli: $(BUILD)/bulletin ## the command line
	@$(RUN_TESTS) --kind cli $(T)
check-pdf: $(BUILD)/bulletin ## what other tools say of finished PDFs
	@$(RUN_TESTS) --kind pdf $(T)
check-typography: $(BUILD)/bulletin ## cases of Chinese typesetting, on finished PDFs
	@$(RUN_TESTS) --kind typography $(T)
check-makeup: $(BUILD)/bulletin ## pages made up of issues that dice wrote
	@$(RUN_TESTS) --kind makeup $(T)
check-fuzz: $(REPLAY_BIN) ## the fuzz targets over their corpus
	@$(RUN_TESTS) --kind fuzz $(T)

# TYPO=-v lists the worst lines, TYPO="--measure 18" sets another measure.
.PHONY: typography
typography: $(BUILD)/bulletin ## how well Chinese is set, against bars (TYPO=-v)
	@BULLETIN=$(BUILD)/bulletin python3 -B tests/typography/typography.py $(TYPO)

# MAKEUP_ISSUES= how many; MAKEUP="--open" lists issues with open pages.
MAKEUP_ISSUES ?= 1000
.PHONY: makeup-bench
makeup-bench: $(BUILD)/bulletin ## how well pages are made up: 1,000 issues, against bars
	@BULLETIN=$(BUILD)/bulletin python3 -B tests/makeup/bench.py \
	    --issues $(MAKEUP_ISSUES) $(MAKEUP)

# FUZZ= one of tests/fuzz/fuzz_*.c. What is found beyond the corpus of the tree
# stays in build/libfuzzer/corpus; what crashed is build/libfuzzer/crash-*.
FUZZ ?= issue
FUZZ_SECONDS ?= 60
FUZZ_BUILD = $(BUILD)/libfuzzer
FUZZ_OPTIONS ?= -timeout=5 -rss_limit_mb=3000 -max_len=16384
.PHONY: fuzz
fuzz: ## FUZZ=issue FUZZ_SECONDS=60: looks for crashes (clang, libFuzzer)
	@$(PACKAGES) clang libclang-rt-14-dev
	@$(MAKE) --no-print-directory $(JOBS) BUILD=$(FUZZ_BUILD) VARIANT=fuzz CC=clang $(FUZZ_BUILD)/fuzz/fuzz_$(FUZZ)
	@mkdir -p $(FUZZ_BUILD)/corpus/$(FUZZ)
	@LSAN_OPTIONS=suppressions=tests/support/leaks.supp:print_suppressions=0 \
	UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
	$(FUZZ_BUILD)/fuzz/fuzz_$(FUZZ) -max_total_time=$(FUZZ_SECONDS) $(FUZZ_OPTIONS) \
	    -dict=tests/fuzz/$(FUZZ).dict -artifact_prefix=$(FUZZ_BUILD)/ \
	    $(FUZZ_BUILD)/corpus/$(FUZZ) tests/fuzz/corpus/$(FUZZ)

.PHONY: accept bench bench-pictures
accept: $(BUILD)/bulletin ## CASE=name: take a golden case's present result
	@BULLETIN=$(BUILD)/bulletin python3 tests/golden/golden.py accept $(CASE)

# BENCH_BASE=file compares with an earlier run, BENCH_OUT=file keeps this one.
bench: $(BUILD)/bulletin ## time, memory, bytes of 1, 20 and 400 articles
	@python3 tests/bench/bench.py --program $(BUILD)/bulletin \
	    $(if $(BENCH_BASE),--base $(BENCH_BASE)) $(if $(BENCH_OUT),--out $(BENCH_OUT))
bench-pictures: $(BUILD)/bulletin ## memory and bytes of 400 articles with a picture of 2 MB each
	@python3 tests/bench/bench.py --program $(BUILD)/bulletin --pictures

# pikepdf is Debian's, and so is the Python that knows it.
CONFORMANCE_PACKAGES := python3-pikepdf
.PHONY: conformance
conformance: $(BUILD)/bulletin ## do the PDFs keep what they claim? veraPDF, PDF/X structure
	@sh tests/packages.sh $(BUILD_PACKAGES) $(TEST_PACKAGES) $(CONFORMANCE_PACKAGES)
	@BULLETIN=$(BUILD)/bulletin BUILD=$(BUILD) /usr/bin/python3 -B tests/conformance/conformance.py
