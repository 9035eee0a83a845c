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
    if (c == BUL_CLASS_PAUSE || c == BUL_CLASS_SEMICOLON)
        return BUL_GLUE_PAUSE;
    if (c == BUL_CLASS_STOP || c == BUL_CLASS_EXCLAIM)
        return BUL_GLUE_STOP;
    return c == BUL_CLASS_COLON ? BUL_GLUE_PLAIN : BUL_GLUE_BRACKET;
}

/* Blank is not doubled: it goes where the facing side is blank or rigid. */
static bool swallows_blank_before_it(bul_class c)
{
    return bul_class_closes(c) || c == BUL_CLASS_MIDDOT ||
           c == BUL_CLASS_IDEO_SPACE;
}

static bool swallows_blank_after_it(bul_class c)
{
    return c == BUL_CLASS_OPEN || c == BUL_CLASS_MIDDOT ||
           c == BUL_CLASS_IDEO_SPACE;
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
    if (left == right &&
        (left == BUL_CLASS_DASH || left == BUL_CLASS_ELLIPSIS ||
         left == BUL_CLASS_EXCLAIM))
        return true;
    return is_latin_side(left) && is_latin_side(right);
}

static bul_mpt size_of(const bul_paragraph_draft *draft,
                       const bul_type_box *box)
{
    return draft->styles.items[box->style].size;
}

static const bul_styled_run *run_of(const bul_paragraph_draft *draft,
                                    const bul_type_box *box)
{
    return &draft->runs[draft->style_runs.items[box->style]];
}

static void set_glue(bul_type_box *box, bul_mpt width, bul_glue_kind kind)
{
    box->glue = width;
    box->glue_kind = (uint8_t)kind;
}

/* A space somebody typed. Beside a hanzi it is the gap that would be there
 * anyway, never both. */
static void space_typed(const bul_paragraph_draft *draft, bul_type_box *left,
                        bul_class a, bul_class b)
{
    const bul_rules *rules = draft->rules;
    bul_mpt size = size_of(draft, left);
    if (bul_class_is_wide(a) && bul_class_is_wide(b))
        set_glue(left, bul_mpt_scale(size, rules->han_space, 1000),
                 BUL_GLUE_PLAIN);
    else if (a == BUL_CLASS_HAN || b == BUL_CLASS_HAN)
        set_glue(left, bul_mpt_scale(size, rules->han_latin, 1000),
                 BUL_GLUE_HAN_LATIN);
    else
        left->glue_kind = BUL_GLUE_SPACE;
}

/* Is this blank kept at all? 半角 keeps none, 开明 only those of 。？！, a
 * heading none of quotes and brackets. */
static bool keeps_blank(const bul_rules *rules, bul_class c)
{
    bool is_bracket = c == BUL_CLASS_OPEN || c == BUL_CLASS_CLOSE;
    if (rules->marks == BUL_MARKS_HALF || (rules->half_quotes && is_bracket))
        return false;
    return rules->marks != BUL_MARKS_KAIMING || c == BUL_CLASS_STOP ||
           c == BUL_CLASS_EXCLAIM;
}

/* Two of ？！ stand in one square, three in two: after an even number of them
 * no blank is left (GB/T 15834 5.1.2). */
static bool fills_square(const bul_paragraph_draft *draft,
                         const bul_type_box *box)
{
    size_t count = 0;
    const bul_type_box *first = draft->boxes.items;
    while (box->last_class == BUL_CLASS_EXCLAIM && box->blank_after > 0) {
        count++;
        if (box-- == first)
            break;
    }
    return count > 0 && count % 2 == 0;
}

/* The blanks of two neighbours that face each other. Where both are blank the
 * wider stays: it is the one that belongs to the larger type. */
static void space_marks(const bul_paragraph_draft *draft, bul_type_box *left,
                        const bul_type_box *right, bul_class a, bul_class b)
{
    bul_mpt after = keeps_blank(draft->rules, a) ? left->blank_after : 0;
    bul_mpt before = keeps_blank(draft->rules, b) ? right->blank_before : 0;
    bul_class owner = left->blank_after > 0 ? a : b;
    bool stacked = a == BUL_CLASS_EXCLAIM && b == BUL_CLASS_EXCLAIM;
    if (stacked || fills_square(draft, left))
        after = 0;
    if (draft->rules->marks == BUL_MARKS_LINE_END) {
        bul_mpt both = after + before;
        set_glue(left, both, both > 0 ? mark_kind(owner) : BUL_GLUE_RIGID);
        return;
    }
    if (before == 0 && swallows_blank_before_it(b))
        after = 0;
    if (after == 0 && swallows_blank_after_it(a))
        before = 0;
    bul_mpt white = after > before ? after : before;
    set_glue(left, white, white > 0 ? mark_kind(owner) : BUL_GLUE_RIGID);
}

/* Hanzi and Latin side by side. The edge of a code is Latin whatever sign
 * stands there. */
static bool wants_autospace(const bul_paragraph_draft *draft,
                            const bul_type_box *left, const bul_type_box *right)
{
    bul_class a = (bul_class)left->last_class;
    bul_class b = (bul_class)right->first_class;
    bool in_square = left->cross > 0 || right->cross > 0; /* 纵中横 */
    if (draft->rules->is_title || in_square)
        return false;
    if (a == BUL_CLASS_HAN)
        return takes_autospace(b) ||
               (run_of(draft, right)->is_code && is_latin_side(b));
    if (b == BUL_CLASS_HAN)
        return takes_autospace(a) ||
               (run_of(draft, left)->is_code && is_latin_side(a));
    return false;
}

static void space_untyped(const bul_paragraph_draft *draft, bul_type_box *left,
                          const bul_type_box *right)
{
    bul_class a = (bul_class)left->last_class;
    bul_class b = (bul_class)right->first_class;
    if (left->blank_after > 0 || right->blank_before > 0)
        space_marks(draft, left, right, a, b);
    else if (wants_autospace(draft, left, right))
        set_glue(
            left,
            bul_mpt_scale(size_of(draft, left), draft->rules->han_latin, 1000),
            BUL_GLUE_HAN_LATIN);
    else
        set_glue(left, 0, is_unit(a, b) ? BUL_GLUE_RIGID : BUL_GLUE_PLAIN);
}

void bul_box_space(const bul_paragraph_draft *draft, bul_type_box *left,
                   const bul_type_box *right)
{
    bul_class a = (bul_class)left->last_class;
    bul_class b = (bul_class)right->first_class;
    const bul_styled_run *run = run_of(draft, left);
    bool has_blank = left->blank_after > 0 || right->blank_before > 0;
    if (left->space_glyph != 0 && has_blank) {
        /* The wider of the two, never both. */
        space_typed(draft, left, a, b);
        bul_mpt typed = left->glue;
        bul_glue_kind kind = (bul_glue_kind)left->glue_kind;
        space_marks(draft, left, right, a, b);
        if (left->glue < typed)
            set_glue(left, typed, kind);
    } else if (left->space_glyph != 0) {
        space_typed(draft, left, a, b);
    } else {
        space_untyped(draft, left, right);
    }
    left->glue += run->tracking;
    if (run->is_rigid)
        left->glue_kind = BUL_GLUE_RIGID;
    if (run_of(draft, right)->attaches)
        set_glue(left, 0, BUL_GLUE_RIGID);
}
