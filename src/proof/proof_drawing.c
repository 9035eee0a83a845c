/* SPDX-License-Identifier: MIT */
/* proof_drawing.c - what a drawing is, in a line: the box around its points,
 * its line or none, and a sum over its shape by which two are told apart. */
#include "proof/proof_drawing.h"

#include "proof/proof_line.h"

/* Left and top on the page, width and height. */
typedef struct box {
    int64_t x, y, w, h;
} box;

static size_t point_count(bul_pen pen)
{
    return pen == BUL_PEN_CLOSE ? 0 : pen == BUL_PEN_CURVE ? 3 : 1;
}

static box box_of(const bul_drawing *drawing)
{
    int64_t left = INT64_MAX, top = INT64_MAX;
    int64_t right = INT64_MIN, bottom = INT64_MIN;
    for (size_t i = 0; i < drawing->stroke_count; i++) {
        const bul_stroke *stroke = &drawing->strokes[i];
        for (size_t p = 0; p < point_count(stroke->pen); p++) {
            left = stroke->x[p] < left ? stroke->x[p] : left;
            right = stroke->x[p] > right ? stroke->x[p] : right;
            top = stroke->y[p] < top ? stroke->y[p] : top;
            bottom = stroke->y[p] > bottom ? stroke->y[p] : bottom;
        }
    }
    if (left > right)
        return (box){drawing->x, drawing->y, 0, 0};
    return (box){drawing->x + left, drawing->y + top, right - left,
                 bottom - top};
}

/* ---- Likeness. ---- */

static bool is_same_stroke(const bul_stroke *a, const bul_stroke *b)
{
    if (a->pen != b->pen)
        return false;
    for (size_t p = 0; p < point_count(a->pen); p++)
        if (a->x[p] != b->x[p] || a->y[p] != b->y[p])
            return false;
    return true;
}

static bool is_like(const bul_drawing *a, const bul_drawing *b)
{
    if (a->stroke_count != b->stroke_count || a->line != b->line ||
        a->color.space != b->color.space || a->color.c != b->color.c ||
        a->color.m != b->color.m || a->color.y != b->color.y ||
        a->color.k != b->color.k)
        return false;
    for (size_t i = 0; i < a->stroke_count; i++)
        if (!is_same_stroke(&a->strokes[i], &b->strokes[i]))
            return false;
    return true;
}

size_t bul_proof_drawing_count(const bul_page *page, size_t first)
{
    const bul_item *items = page->items.items + first;
    const bul_drawing *head = &items[0].as.drawing;
    bool is_row = true, is_column = true;
    size_t count = 1;
    for (; first + count < page->items.count; count++) {
        const bul_drawing *next = &items[count].as.drawing;
        if (items[count].type != BUL_ITEM_DRAWING || !is_like(head, next))
            break;
        if (!(is_row && next->y == head->y) &&
            !(is_column && next->x == head->x))
            break;
        is_row = is_row && next->y == head->y;
        is_column = is_column && next->x == head->x;
    }
    return count;
}

/* ---- Sums (FNV-1a). ---- */

#define SUM_START 0xCBF29CE484222325u

static uint64_t sum_of(uint64_t sum, int64_t number)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        sum = (sum ^ ((uint64_t)number >> shift & 0xFF)) * 0x100000001B3u;
    return sum;
}

static uint32_t shape_sum(const bul_drawing *drawing)
{
    uint64_t sum = SUM_START;
    for (size_t i = 0; i < drawing->stroke_count; i++) {
        const bul_stroke *stroke = &drawing->strokes[i];
        sum = sum_of(sum, stroke->pen);
        for (size_t p = 0; p < point_count(stroke->pen); p++)
            sum = sum_of(sum_of(sum, stroke->x[p]), stroke->y[p]);
    }
    return (uint32_t)(sum ^ sum >> 32);
}

/* Is `at` the index-th of `count` places spread evenly from first to last? A
 * whole thousandth of a point is rounding. */
static bool is_even(int64_t at, int64_t from, int64_t to, size_t index,
                    size_t count)
{
    int64_t gaps = (int64_t)count - 1;
    int64_t off = (at - from) * gaps - (to - from) * (int64_t)index;
    return off <= gaps && off >= -gaps;
}

/* Where they do not stand evenly a sum tells of each of their places. */
static void add_places(bul_text *text, const bul_item *items, size_t count)
{
    const bul_drawing *head = &items[0].as.drawing;
    const bul_drawing *last = &items[count - 1].as.drawing;
    uint64_t sum = SUM_START;
    bool are_even = true;
    for (size_t i = 0; i < count; i++) {
        const bul_drawing *at = &items[i].as.drawing;
        sum = sum_of(sum_of(sum, at->x), at->y);
        are_even = are_even && is_even(at->x, head->x, last->x, i, count) &&
                   is_even(at->y, head->y, last->y, i, count);
    }
    if (!are_even)
        bul_text_addf(text, "  places %08x", (unsigned)(sum ^ sum >> 32));
}

/* ---- The line. ---- */

static void add_range(bul_text *text, const char *name, int64_t from,
                      int64_t to)
{
    bul_text_addf(text, "  %s ", name);
    bul_proof_pt_add(text, from);
    if (to == from)
        return;
    bul_text_add(text, BUL_STR(".."));
    bul_proof_pt_add(text, to);
}

void bul_proof_drawing_add(bul_text *text, const bul_page *page, size_t first,
                           size_t count)
{
    const bul_item *items = page->items.items + first;
    const bul_drawing *head = &items[0].as.drawing;
    box from = box_of(head), to = box_of(&items[count - 1].as.drawing);
    if (count == 1)
        bul_text_add(text, BUL_STR("drawing"));
    else
        bul_text_addf(text, "drawings %zu", count);
    add_range(text, "x", from.x, to.x);
    add_range(text, "y", from.y, to.y);
    add_range(text, "w", from.w, from.w);
    add_range(text, "h", from.h, from.h);
    if (head->line > 0)
        add_range(text, "line", head->line, head->line);
    bul_proof_ink_add(text, head->color);
    bul_text_addf(text, "  shape %08x", (unsigned)shape_sum(head));
    add_places(text, items, count);
    bul_text_add_char(text, '\n');
}
