/* SPDX-License-Identifier: MIT */
#include "layout/justify.h"

#include "base/list.h"
#include "layout/line_marks.h"
#include "layout/places.h"

/* The line in the making. Its places are along the line, whichever way that
 * goes on the page. */
typedef struct draft {
    const bul_paragraph *paragraph;
    const bul_broken_line *line;
    bul_arena *arena;
    const bul_mpt *places; /* left edge of each of its boxes */
    BUL_LIST(bul_glyph_run) runs;
    BUL_LIST(bul_link) links;
    bul_glyph *glyphs; /* room for the whole line */
    size_t glyph_count;
    const bul_type_box *last; /* of the run at the end */
    bool in_link;             /* the last box belongs to the last link */
} draft;

static size_t count_glyphs(const bul_paragraph *paragraph,
                           const bul_broken_line *line)
{
    size_t count = 1; /* a hyphen */
    for (size_t i = line->first; i < line->end; i++)
        count += paragraph->boxes[i].glyph_count +
                 (paragraph->boxes[i].space_glyph != 0 ? 1 : 0);
    return count;
}

/* At least so many runs there will be. */
static size_t count_styles(const bul_paragraph *paragraph,
                           const bul_broken_line *line)
{
    size_t count = 0;
    for (size_t i = line->first; i < line->end; i++)
        if (i == line->first ||
            paragraph->boxes[i].style != paragraph->boxes[i - 1].style)
            count++;
    return count;
}

/* A run goes on while nothing changes that holds for all of it. What runs to
 * the left, or stands across in a vertical line, is a run by itself. */
static bool goes_on(const draft *d, const bul_type_box *box)
{
    bool is_across = box->turn == BUL_BOX_ACROSS;
    return d->runs.count > 0 && d->last->style == box->style &&
           d->last->turn == box->turn && box->level % 2 == 0 &&
           d->last->level % 2 == 0 && !(d->paragraph->is_vertical && is_across);
}

/* The line's axis lies in the middle of its squares; smaller type of a
 * vertical line stands in the middle too. */
static bul_mpt axis(bul_mpt em)
{
    return bul_mpt_scale(em, BUL_SQUARE_TOP - 500, 1000);
}

static void place_run(const draft *d, const bul_type_box *box,
                      bul_glyph_run *run, bul_mpt x)
{
    bul_mpt rise = d->paragraph->styles[box->style].rise;
    run->x = x;
    run->y = -rise;
    if (!d->paragraph->is_vertical)
        return;
    bul_mpt middle = -axis(d->paragraph->em) - rise;
    run->y = middle;
    if (box->turn == BUL_BOX_UPRIGHT) {
        run->turn = BUL_TURN_UPRIGHT;
    } else if (box->turn == BUL_BOX_SIDEWAYS) {
        run->turn = BUL_TURN_SIDEWAYS;
        run->y = middle + axis(run->size);
    } else { /* across: x runs down the page, y to its left */
        run->x = x + bul_mpt_scale(box->width - run->size, 1, 2) +
                 bul_mpt_scale(run->size, BUL_SQUARE_TOP, 1000);
        run->y = middle + box->cross / 2;
    }
}

static void start_run(draft *d, const bul_type_box *box, bul_mpt x)
{
    const bul_text_style *style = &d->paragraph->styles[box->style];
    bul_glyph_run *run = BUL_PUSH(d->arena, &d->runs);
    run->face = style->face;
    run->size = style->size;
    run->color = style->color;
    if (style->language.len > 0)
        run->language = bul_cstr(d->arena, style->language);
    run->glyphs = d->glyphs + d->glyph_count;
    run->text.ptr = d->paragraph->text.ptr + box->text;
    run->span =
        bul_paragraph_span(d->paragraph, box->style, box->text, box->text_end);
    place_run(d, box, run, x);
}

/* The start of a run along the line, from which its glyphs are counted. */
static bul_mpt run_start(const draft *d, const bul_glyph_run *run, bul_mpt x)
{
    bool stands_across =
        d->paragraph->is_vertical && run->turn == BUL_TURN_ACROSS;
    return stands_across ? x : run->x;
}

static void add_glyph(draft *d, bul_glyph_run *run, bul_glyph glyph)
{
    size_t start = (size_t)(run->text.ptr - d->paragraph->text.ptr);
    glyph.text -= (uint32_t)start;
    d->glyphs[d->glyph_count++] = glyph;
    run->glyph_count++;
}

static void close_text(draft *d, bul_glyph_run *run, uint32_t text_end)
{
    size_t start = (size_t)(run->text.ptr - d->paragraph->text.ptr);
    run->text.len = text_end - start;
    run->span.end = run->span.start + (uint32_t)run->text.len;
}

static void add_glyphs(draft *d, const bul_type_box *box, bul_mpt x)
{
    bul_glyph_run *run = BUL_LAST(&d->runs);
    bul_mpt from = x + box->shift - run_start(d, run, x);
    for (uint32_t i = 0; i < box->glyph_count; i++) {
        const bul_box_glyph *glyph = &d->paragraph->glyphs[box->glyph + i];
        add_glyph(
            d, run,
            (bul_glyph){glyph->id, from + glyph->x, glyph->text, glyph->rise});
    }
    close_text(d, run, box->text_end);
}

/* The space somebody typed stays in the text. After what stands across in a
 * vertical line it follows across, too. */
static void add_space(draft *d, const bul_type_box *box, bul_mpt x)
{
    bul_glyph_run *run = BUL_LAST(&d->runs);
    bul_mpt from = x - run_start(d, run, x) + box->cross;
    add_glyph(d, run, (bul_glyph){box->space_glyph, from, box->text_end, 0});
    close_text(d, run, box->text_end + 1);
}

/* A box, and the space after it at the head of its gap. Glyphs come in the
 * order they are seen, so the space of a word that runs to the left is first. */
static void add_box(draft *d, const bul_type_box *box, bul_mpt x, bool has_gap)
{
    bool has_space = has_gap && box->space_glyph != 0;
    bool leftward = box->level % 2 == 1;
    if (!goes_on(d, box))
        start_run(d, box, x);
    d->last = box;
    if (has_space && leftward)
        add_space(d, box, x - box->glue);
    add_glyphs(d, box, x);
    if (has_space && leftward)
        close_text(d, BUL_LAST(&d->runs), box->text_end + 1);
    else if (has_space)
        add_space(d, box, x + box->width);
}

/* The hyphen of a divided word belongs to the letter before it, so that the
 * text stays as it was written. */
static void add_hyphen(draft *d, const bul_type_box *box, bul_mpt x)
{
    bul_glyph_run *run = BUL_LAST(&d->runs);
    uint32_t start = (uint32_t)(run->text.ptr - d->paragraph->text.ptr);
    uint32_t letter = run->glyphs[run->glyph_count - 1].text + start;
    add_glyph(d, run,
              (bul_glyph){box->hyphen_glyph,
                          x + box->width - run_start(d, run, x), letter, 0});
}

static void add_link(draft *d, const bul_type_box *box, bul_mpt x)
{
    const bul_text_style *style = &d->paragraph->styles[box->style];
    bool was_in_link = d->in_link;
    d->in_link = style->url.len > 0;
    if (!d->in_link)
        return;
    bul_link *last = was_in_link ? BUL_LAST(&d->links) : NULL;
    if (last && bul_str_equal(last->url, style->url) && x >= last->x) {
        last->w = x + box->width - last->x;
        return;
    }
    *BUL_PUSH(d->arena, &d->links) =
        (bul_link){.x = x,
                   .y = -bul_mpt_scale(style->size, BUL_SQUARE_TOP, 1000),
                   .w = box->width,
                   .h = style->size,
                   .url = style->url};
}

static void add_boxes(draft *d)
{
    const bul_broken_line *line = d->line;
    const bul_type_box *boxes = d->paragraph->boxes;
    for (size_t i = line->first; i < line->end; i++) {
        bul_mpt x = d->places[i - line->first];
        add_box(d, &boxes[i], x, i + 1 < line->end);
        add_link(d, &boxes[i], x);
    }
    const bul_type_box *last = &boxes[line->end - 1];
    if (last->hyphen_glyph != 0)
        add_hyphen(d, last, d->places[line->end - 1 - line->first]);
}

/* Along the line, from its first box to the end of its last. */
static void measure(const draft *d, bul_set_line *set)
{
    size_t count = d->line->end - d->line->first;
    const bul_type_box *boxes = d->paragraph->boxes + d->line->first;
    bul_mpt end = d->places[0];
    set->x = d->places[0];
    for (size_t i = 0; i < count; i++) {
        bul_mpt box_end = d->places[i] + boxes[i].width;
        set->x = d->places[i] < set->x ? d->places[i] : set->x;
        end = box_end > end ? box_end : end;
    }
    set->width = end + boxes[count - 1].hyphen - set->x;
}

bul_set_line bul_justify(const bul_paragraph *paragraph,
                         const bul_fit_sums *sums, const bul_shape *shape,
                         const bul_broken_line *line, bul_arena *arena,
                         bul_arena *scratch)
{
    draft d = {.paragraph = paragraph,
               .line = line,
               .arena = arena,
               .places = bul_line_places(paragraph, sums, shape, line, scratch),
               .glyphs =
                   BUL_NEW(arena, bul_glyph, count_glyphs(paragraph, line))};
    BUL_RESERVE(arena, &d.runs, count_styles(paragraph, line));
    add_boxes(&d);
    bul_set_line set = {.runs = d.runs.items,
                        .run_count = d.runs.count,
                        .links = d.links.items,
                        .link_count = d.links.count};
    measure(&d, &set);
    if (paragraph->has_marks)
        bul_line_mark(paragraph, line, d.places, arena, &set);
    return set;
}
