/* SPDX-License-Identifier: MIT */
#include "support/places.h"

#include <string.h>

const bul_rules places_none = {.breaks = BUL_BREAKS_NONE};
const bul_rules places_basic = {.breaks = BUL_BREAKS_BASIC};
const bul_rules places_gb = {.breaks = BUL_BREAKS_GB};
const bul_rules places_strict = {.breaks = BUL_BREAKS_STRICT};
const bul_rules places_taiwan = {.breaks = BUL_BREAKS_GB,
                                 .locale = BUL_LOCALE_ZH_TW};
const bul_rules places_japanese = {.breaks = BUL_BREAKS_GB,
                                   .locale = BUL_LOCALE_JA};
const bul_rules places_korean = {.breaks = BUL_BREAKS_GB,
                                 .locale = BUL_LOCALE_KO};
const bul_rules *const places_levels[4] = {&places_none, &places_basic,
                                           &places_gb, &places_strict};

uint8_t *places_kinds(world *w, bul_str text, const bul_rules *rules)
{
    uint8_t *kinds = BUL_NEW(&w->arena, uint8_t, text.len + 1);
    memset(kinds, 0xEE, text.len + 1); /* all of it is to be written */
    bul_opportunities_find(text, rules, kinds);
    return kinds;
}

const char *places_shown(world *w, const bul_rules *rules, const char *text)
{
    static const bul_str marks[] = {
        [BUL_OPPORTUNITY_NEVER] = BUL_STR_INIT(""),
        [BUL_OPPORTUNITY_MAY] = BUL_STR_INIT("|"),
        [BUL_OPPORTUNITY_AFTER_HYPHEN] = BUL_STR_INIT("{hyphen}"),
        [BUL_OPPORTUNITY_IN_ADDRESS] = BUL_STR_INIT("^"),
        [BUL_OPPORTUNITY_SOFT_HYPHEN] = BUL_STR_INIT("{soft}"),
        [BUL_OPPORTUNITY_ORDINAL] = BUL_STR_INIT("{ordinal}"),
        [BUL_OPPORTUNITY_COUNTED] = BUL_STR_INIT("{counted}"),
        [BUL_OPPORTUNITY_MUST] = BUL_STR_INIT("!!"),
    };
    bul_str s = bul_str_from(text);
    const uint8_t *kinds = places_kinds(w, s, rules);
    bul_text out = bul_text_in(&w->arena);
    for (size_t i = 0; i < s.len; i++) {
        assert_in_range(kinds[i], BUL_OPPORTUNITY_NEVER, BUL_OPPORTUNITY_MUST);
        bul_text_add(&out, marks[kinds[i]]);
        bul_text_add(&out, bul_str_sub(s, i, i + 1));
    }
    assert_int_equal(kinds[s.len], BUL_OPPORTUNITY_MUST);
    return bul_cstr(&w->arena, bul_text_str(&out));
}
