/* SPDX-License-Identifier: MIT */
/* type_case.c - see type_case.h. */
#include "support/type_case.h"

type_case *type_case_open(world *w)
{
    static const char *const data_dirs[] = {".", NULL};
    bul_font_sources sources = {.data_dirs = data_dirs, .without_system = true};
    type_case *t = BUL_NEW(&w->arena, type_case, 1);
    t->w = w;
    t->fonts = bul_fontset_open(&w->arena, bul_world_real(), &w->diag, sources);
    t->setter = bul_setter_open(&w->arena, t->fonts, NULL);
    t->rules = (bul_rules){
        .breaks = BUL_BREAKS_GB, .han_latin = 250, .han_space = 333};
    return t;
}

bul_styled_run *type_case_add(type_case *t, const char *family,
                              const char *text)
{
    bul_styled_run *run = BUL_PUSH(&t->w->arena, &t->runs);
    run->text = bul_str_from(text);
    run->face =
        bul_fontset_find(t->fonts, bul_str_from(family), 400, (bul_span){0});
    run->size = TYPE_EM;
    run->color = BUL_COLOR_BLACK;
    assert_non_null(run->face);
    return run;
}

const bul_paragraph *type_case_set(type_case *t)
{
    const bul_paragraph *p =
        bul_paragraph_set(t->setter, &t->w->arena, &t->w->arena, t->runs.items,
                          t->runs.count, &t->rules);
    t->runs.items = NULL;
    t->runs.count = 0;
    t->runs.room = 0;
    return p;
}

const bul_paragraph *type_case_text(type_case *t, const char *text)
{
    type_case_add(t, "宋", text);
    return type_case_set(t);
}

bul_mpt type_case_x(const bul_paragraph *p, uint32_t byte)
{
    bul_mpt x = 0;
    for (size_t i = 0; i < p->box_count; i++) {
        const bul_type_box *box = &p->boxes[i];
        for (uint32_t n = 0; n < box->glyph_count; n++)
            if (p->glyphs[box->glyph + n].text == byte)
                return x + box->shift + p->glyphs[box->glyph + n].x;
        x += box->width + box->glue;
    }
    fail_msg("no glyph stands for byte %u", (unsigned)byte);
    return 0;
}

bul_mpt type_case_width(const bul_paragraph *p)
{
    bul_mpt width = 0;
    for (size_t i = 0; i < p->box_count; i++)
        width += p->boxes[i].width + p->boxes[i].glue;
    return width;
}

const char *type_case_breaks(world *w, const bul_paragraph *p)
{
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < p->box_count; i++) {
        const bul_type_box *box = &p->boxes[i];
        bul_text_add(&text, bul_str_sub(p->text, box->text, box->text_end));
        if (i + 1 == p->box_count)
            break;
        if (box->space_glyph != 0)
            bul_text_add(&text, BUL_STR(" "));
        if (box->penalty == BUL_PENALTY_FORCED)
            bul_text_add(&text, BUL_STR("!"));
        else if (box->penalty != BUL_PENALTY_NEVER)
            bul_text_add(&text, BUL_STR("|"));
    }
    return bul_cstr(&w->arena, bul_text_str(&text));
}
