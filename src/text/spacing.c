/* SPDX-License-Identifier: MIT */
/* spacing.c - the white between two neighbours before any line is fitted:
 * clreq 3.1.6 for marks that meet, 3.2.4 for hanzi beside Latin. */
#include "text/setter.h"

static bool takes_autospace(bul_class c)
{
    return c == BUL_CLASS_LATIN || c == BUL_CLASS_DIGIT ||
           c == BUL_CLASS_PREFIX || c == BUL_CLASS_POSTFIX;
}

static bul_glue_kind mark_kind(bul_class c)
{
    if (c == BUL_CLASS_PAUSE)
        return BUL_GLUE_PAUSE;
    if (c == BUL_CLASS_STOP)
        return BUL_GLUE_STOP;
    return c == BUL_CLASS_COLON ? BUL_GLUE_PLAIN : BUL_GLUE_BRACKET;
}

/* Blank is not doubled: it goes where the facing side is blank or rigid. */
static bool swallows_right_blank(bul_class next)
{
    return bul_class_blank_right(next) || next == BUL_CLASS_MIDDOT ||
           next == BUL_CLASS_IDEO_SPACE;
}

static bool swallows_left_blank(bul_class before)
{
    return before == BUL_CLASS_OPEN || before == BUL_CLASS_MIDDOT ||
           before == BUL_CLASS_IDEO_SPACE;
}

static bool is_latin_side(bul_class c)
{
    return !bul_class_is_wide(c);
}

/* Inside a unit nothing stretches: numbers with their signs, connectors. */
static bool is_unit(bul_class left, bul_class right)
{
    if (left == BUL_CLASS_CONNECTOR || right == BUL_CLASS_CONNECTOR ||
        left == BUL_CLASS_SOLIDUS || right == BUL_CLASS_SOLIDUS ||
        left == BUL_CLASS_SLASH || right == BUL_CLASS_SLASH)
        return true;
    if (left == BUL_CLASS_WIDE_DIGIT && right == BUL_CLASS_WIDE_DIGIT)
        return true;
    if (left == right && (left == BUL_CLASS_DASH || left == BUL_CLASS_ELLIPSIS))
        return true;
    return is_latin_side(left) && is_latin_side(right);
}

static bul_mpt size_of(const bul_paragraph_draft *draft,
                       const bul_type_box *box)
{
    return draft->styles.items[box->style].size;
}

/* A space somebody typed. Beside a hanzi it is the gap that would be there
 * anyway, never both. */
static void space_typed(const bul_paragraph_draft *draft, bul_type_box *left,
                        bul_class a, bul_class b)
{
    const bul_spacing *spacing = draft->spacing;
    bul_mpt size = size_of(draft, left);
    if (bul_class_is_wide(a) && bul_class_is_wide(b)) {
        left->glue = bul_mpt_scale(size, spacing->han_space, 1000);
        left->glue_kind = BUL_GLUE_PLAIN;
    } else if (a == BUL_CLASS_HAN || b == BUL_CLASS_HAN) {
        left->glue = bul_mpt_scale(size, spacing->han_latin, 1000);
        left->glue_kind = BUL_GLUE_HAN_LATIN;
    } else {
        left->glue_kind = BUL_GLUE_SPACE;
    }
}

static void space_marks(const bul_paragraph_draft *draft, bul_type_box *left,
                        const bul_type_box *right, bul_class a, bul_class b)
{
    bool bare = draft->spacing->half_quotes;
    if (bul_class_blank_right(a)) {
        bool is_bare = bare && a == BUL_CLASS_CLOSE;
        bool swallowed = swallows_right_blank(b) || is_bare;
        left->glue = swallowed ? 0 : left->blank;
        left->glue_kind = (uint8_t)(swallowed ? BUL_GLUE_RIGID : mark_kind(a));
        return;
    }
    bool swallowed = swallows_left_blank(a) || bare;
    left->glue = swallowed ? 0 : right->blank;
    left->glue_kind = BUL_GLUE_BRACKET;
    if (swallowed)
        left->glue_kind = BUL_GLUE_RIGID;
}

void bul_box_space(const bul_paragraph_draft *draft, bul_type_box *left,
                   const bul_type_box *right)
{
    bul_class a = (bul_class)left->last_class;
    bul_class b = (bul_class)right->first_class;
    const bul_styled_run *run =
        &draft->runs[draft->style_runs.items[left->style]];
    bool has_blank = bul_class_blank_right(a) || bul_class_blank_left(b);
    if (left->space_glyph != 0 && has_blank) {
        /* The wider of the two, never both. */
        bul_type_box marked = *left;
        space_typed(draft, left, a, b);
        space_marks(draft, &marked, right, a, b);
        if (marked.glue >= left->glue)
            *left = marked;
    } else if (left->space_glyph != 0) {
        space_typed(draft, left, a, b);
    } else if (has_blank) {
        space_marks(draft, left, right, a, b);
    } else if ((a == BUL_CLASS_HAN && takes_autospace(b)) ||
               (b == BUL_CLASS_HAN && takes_autospace(a))) {
        left->glue = bul_mpt_scale(size_of(draft, left),
                                   draft->spacing->han_latin, 1000);
        left->glue_kind = BUL_GLUE_HAN_LATIN;
    } else if (is_unit(a, b)) {
        left->glue = 0;
        left->glue_kind = BUL_GLUE_RIGID;
    } else {
        left->glue = 0;
        left->glue_kind = BUL_GLUE_PLAIN;
    }
    left->glue += run->tracking;
    if (run->is_rigid)
        left->glue_kind = BUL_GLUE_RIGID;
}
