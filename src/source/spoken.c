/* SPDX-License-Identifier: MIT */
#include "source/spoken.h"

#include "base/language.h"
#include "source/near.h"

void bul_spoken_read(bul_arena *arena, bul_diag *diag, bul_spoken spoken,
                     bul_str *tag)
{
    if (bul_language_find(spoken.value, tag))
        return;
    bul_text all = bul_text_in(arena);
    bul_near near = {.word = spoken.value};
    bul_str name;
    for (size_t i = 0; (name = bul_language_name(i)).len > 0; i++) {
        bul_near_offer(&near, name);
        if (i > 0)
            bul_text_add(&all, BUL_STR(" "));
        bul_text_add(&all, name);
    }
    bul_report(
        diag,
        near.best.len > 0 ? BUL_MSG_KEY_NOT_A_CHOICE_NEAR
                          : BUL_MSG_KEY_NOT_A_CHOICE,
        spoken.span,
        BUL_ARGS(spoken.key, spoken.value, bul_text_str(&all), near.best));
}
