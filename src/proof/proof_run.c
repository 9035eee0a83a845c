/* SPDX-License-Identifier: MIT */
/* proof_run.c - where runs begin and end, and which of them make one line. */
#include "proof/proof_run.h"

#include "proof/proof_line.h"

/* Runs this far apart (thousandths of an em of the larger) are two lines, not
 * one: no gap inside a line is so wide, and the cells of a table are an em
 * apart. A run may reach back farther, over a mark that was trimmed. */
#define LINE_BREAK_PERMILLE 900
#define REACH_BACK_PERMILLE 2000

/* Runs of one line down the page have their axes this near to one another. */
#define AXIS_PERMILLE 250

/* The most that is set across in a line that runs down. */
#define SQUARE_PERMILLE 1750

/* ---- Along the line. ---- */

/* In 1/1000 em. A face made by hand, as tests have it, is square. */
static int advance_of(const bul_face *face, uint32_t glyph)
{
    return face->engine == NULL ? 1000 : bul_face_advance(face, glyph);
}

static bool goes_down(const bul_glyph_run *run)
{
    return run->turn != BUL_TURN_ACROSS;
}

/* From a run's start to the end of its last glyph, the way it goes. */
static bul_mpt length_of(const bul_glyph_run *run)
{
    if (run->glyph_count == 0)
        return 0;
    const bul_glyph *last = &run->glyphs[run->glyph_count - 1];
    int advance =
        run->turn == BUL_TURN_UPRIGHT ? 1000 : advance_of(run->face, last->id);
    return last->x + bul_mpt_scale(run->size, advance, 1000);
}

bul_mpt bul_proof_run_start(const bul_glyph_run *run, bool is_down)
{
    if (!is_down)
        return run->x;
    if (goes_down(run))
        return run->y;
    return run->y - bul_mpt_scale(run->size, BUL_SQUARE_TOP, 1000);
}

bul_mpt bul_proof_run_end(const bul_glyph_run *run, bool is_down)
{
    bool fills_square = is_down && !goes_down(run);
    return bul_proof_run_start(run, is_down) +
           (fills_square ? run->size : length_of(run));
}

bul_mpt bul_proof_run_axis(const bul_glyph_run *run)
{
    switch (run->turn) {
    case BUL_TURN_UPRIGHT:
        return run->x;
    case BUL_TURN_SIDEWAYS:
        return run->x + bul_mpt_scale(run->size, BUL_SQUARE_TOP - 500, 1000);
    case BUL_TURN_ACROSS:
        break;
    }
    return run->x + length_of(run) / 2;
}

/* ---- Which runs make a line. ---- */

/* Three figures at most: two hanzi are a line of their own. */
static bool fits_square(const bul_glyph_run *run)
{
    return goes_down(run) ||
           length_of(run) <= bul_mpt_scale(run->size, SQUARE_PERMILLE, 1000);
}

static bool shares_axis(const bul_glyph_run *line, const bul_glyph_run *next)
{
    int64_t em = line->size > next->size ? line->size : next->size;
    int64_t aside =
        (int64_t)bul_proof_run_axis(next) - bul_proof_run_axis(line);
    return fits_square(line) && fits_square(next) &&
           aside * 1000 <= AXIS_PERMILLE * em &&
           aside * 1000 >= -AXIS_PERMILLE * em;
}

static bool continues(const bul_glyph_run *line, const bul_glyph_run *next,
                      bool is_down)
{
    int64_t em = line->size > next->size ? line->size : next->size;
    int64_t apart = (int64_t)bul_proof_run_start(next, is_down) -
                    bul_proof_run_end(line, is_down);
    bool is_on_line = is_down ? shares_axis(line, next)
                              : !goes_down(next) && next->y == line->y;
    return is_on_line &&
           bul_proof_run_start(next, is_down) >=
               bul_proof_run_start(line, is_down) &&
           apart * 1000 <= LINE_BREAK_PERMILLE * em &&
           apart * 1000 >= -REACH_BACK_PERMILLE * em;
}

bool bul_proof_runs_down(const bul_page *page, size_t first)
{
    const bul_item *items = page->items.items + first;
    if (goes_down(&items[0].as.glyphs))
        return true;
    return first + 1 < page->items.count && items[1].type == BUL_ITEM_GLYPHS &&
           goes_down(&items[1].as.glyphs) &&
           continues(&items[0].as.glyphs, &items[1].as.glyphs, true);
}

size_t bul_proof_line_length(const bul_page *page, size_t first)
{
    bool is_down = bul_proof_runs_down(page, first);
    size_t count = 1;
    while (first + count < page->items.count) {
        const bul_item *item = &page->items.items[first + count];
        if (item->type != BUL_ITEM_GLYPHS ||
            !continues(&item[-1].as.glyphs, &item->as.glyphs, is_down))
            break;
        count++;
    }
    return count;
}
