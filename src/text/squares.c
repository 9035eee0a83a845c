/* SPDX-License-Identifier: MIT */
/* squares.c - the grid of characters (纵横对齐, clreq 3.2.5): every hanzi and
 * every mark fills a square, and what is Latin is padded to whole squares, so
 * that characters stand under one another. No gap changes any more; what does
 * not fit leaves its squares empty. */
#include "text/setter.h"

/* Of the paragraph: figures made small for a square (纵中横), and calls of
 * notes, fill a whole one. */
static bul_mpt em_of(const bul_paragraph_draft *draft)
{
    return draft->runs[0].size;
}

/* White, half of it on each side. */
static void pad(bul_type_box *first, bul_type_box *last, bul_mpt white)
{
    first->width += white / 2;
    first->shift += white / 2;
    last->width += white - white / 2;
}

static bul_mpt missing_to_squares(bul_mpt width, bul_mpt em)
{
    bul_mpt over = width % em;
    return over == 0 ? 0 : em - over;
}

/* A mark gets its blanks back. */
static void unfold(const bul_paragraph_draft *draft, bul_type_box *box)
{
    box->width += box->blank_before + box->blank_after;
    box->shift += box->blank_before;
    box->blank_before = box->blank_after = 0;
    if (box->hang > 0)
        box->hang = box->width;
    pad(box, box, missing_to_squares(box->width, em_of(draft)));
}

static bool is_stacked(const bul_type_box *box, const bul_type_box *next)
{
    return box->last_class == BUL_CLASS_EXCLAIM &&
           next->first_class == BUL_CLASS_EXCLAIM && box->blank_after > 0 &&
           next->blank_after > 0;
}

/* 叠用: two in one square, though the ink of some is a little wider. */
static void stack(const bul_paragraph_draft *draft, bul_type_box *first,
                  bul_type_box *last)
{
    bul_mpt over = first->width + last->width - em_of(draft);
    first->width -= over / 2;
    last->width -= over - over / 2;
}

/* Latin boxes up to the next place where a line may end. */
static size_t end_of_word(const bul_paragraph_draft *draft, size_t first)
{
    const bul_type_box *boxes = draft->boxes.items;
    size_t end = first + 1;
    while (end < draft->boxes.count &&
           boxes[end - 1].penalty == BUL_PENALTY_NEVER &&
           !bul_class_is_wide((bul_class)boxes[end].first_class))
        end++;
    return end;
}

static void square_word(bul_paragraph_draft *draft, size_t first, size_t end)
{
    bul_type_box *boxes = draft->boxes.items;
    bul_mpt em = em_of(draft);
    /* The space after a word stays visible. */
    bul_mpt space = boxes[end - 1].space_glyph != 0 ? em / 4 : 0;
    bul_mpt width = space;
    for (size_t i = first; i < end; i++)
        width += boxes[i].width;
    pad(&boxes[first], &boxes[end - 1], space + missing_to_squares(width, em));
}

void bul_draft_square(bul_paragraph_draft *draft)
{
    bul_type_box *boxes = draft->boxes.items;
    size_t count = draft->boxes.count;
    for (size_t i = 0; i < count; i++) {
        if (!bul_class_is_wide((bul_class)boxes[i].first_class)) {
            size_t end = end_of_word(draft, i);
            square_word(draft, i, end);
            i = end - 1;
        } else if (i + 1 < count && is_stacked(&boxes[i], &boxes[i + 1])) {
            stack(draft, &boxes[i], &boxes[i + 1]);
            i++;
        } else {
            unfold(draft, &boxes[i]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        boxes[i].glue = 0;
        boxes[i].glue_kind = BUL_GLUE_RIGID;
    }
}
