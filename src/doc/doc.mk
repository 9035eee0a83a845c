# Papers: manual pages, completions, the pkg-config file. All are made into
# $(BUILD); `make install` takes them from there.

MAN_PAGES := $(addprefix $(BUILD)/man/,bulletin.1 bulletin.3 bulletin-issue.5 bulletin-layout.5)
COMPLETIONS := $(addprefix $(BUILD)/completions/,bulletin.bash bulletin.zsh bulletin.fish)
PC_FILE := $(BUILD)/bulletin.pc

##@ Papers

.PHONY: docs check-docs
docs: $(MAN_PAGES) $(COMPLETIONS) $(PC_FILE) ## manual pages, completions, bulletin.pc

check-docs: $(MAN_PAGES) ## manual pages through mandoc's lint
	mandoc -T lint -W warning $(MAN_PAGES)

$(BUILD)/man/%: src/doc/%
	$(SAY) MAN $@
	$(Q)mkdir -p $(@D)
	$(Q)cp $< $@

# A line `.\" @keys KIND@` gives way to the keys, as the program knows them.
$(BUILD)/man/%: src/doc/%.in $(BUILD)/bulletin
	$(SAY) MAN $@
	$(Q)mkdir -p $(@D)
	$(Q)awk -v program='$(BUILD)/bulletin' \
	  '/^\.\\" @keys [a-z]+@$$/ { \
	     kind = $$3; sub(/@/, "", kind); fflush(); \
	     if (system(program " schema --lang en --format mdoc " kind) != 0) exit 1; \
	     next } \
	   { print }' $< > $@

# Descriptions in Chinese: those who complete are the clerks.
$(BUILD)/completions/bulletin.%: $(BUILD)/bulletin
	$(SAY) GEN $@
	$(Q)mkdir -p $(@D)
	$(Q)$(BUILD)/bulletin completions --lang zh $* > $@

$(PC_FILE): src/bulletin.pc.in Makefile $(BUILD)/places
	$(SAY) GEN $@
	$(Q)mkdir -p $(@D)
	$(Q)sed -e 's|@prefix@|$(prefix)|g' -e 's|@version@|$(VERSION)|g' \
	  -e 's|@libdir@|$(patsubst $(prefix)/%,$${prefix}/%,$(libdir))|' \
	  -e 's|@includedir@|$(patsubst $(prefix)/%,$${prefix}/%,$(includedir))|' \
	  -e 's|@modules@|$(MODULES)|g' $< > $@
