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

-include $(SUPPORT_OBJ:.o=.d) $(addsuffix .d,$(TEST_BIN))

##@ Testing

# T=room/name narrows: make check-unit T=base/test_str
.PHONY: check-unit
check-unit: $(if $(T),$(BUILD)/tests/unit/$(T),$(TEST_BIN)) ## unit and property tests
	@for t in $^; do $$t || exit 1; done
