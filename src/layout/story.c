/* SPDX-License-Identifier: MIT */
#include "layout/story.h"

#include "layout/head_vertical.h"
#include "layout/headline.h"

#define SLIVER_ROWS 3 /* less room than this under a picture stays white */
#define SLIVER_MORE 3 /* rows a region may grow to be rid of a sliver */

/* ---- Setting. ---- */

static bul_mpt span_of(const bul_story *story, int columns)
{
    return columns * story->measure + (columns - 1) * story->gutter;
}

/* Columns that a head at the side takes of those that are left to fill. */
static int side_columns(const bul_story *story)
{
    return story->side_rows > 0 && !story->cursor.head_is_set ? 1 : 0;
}

/* Columns its text and pictures have where it begins. */
static int text_columns(const bul_story *story)
{
    return story->columns - (story->side_rows > 0 ? 1 : 0);
}

static void add_figure(const bul_compositor *c, bul_story *story,
                       const bul_figure *figure)
{
    int most = text_columns(story);
    if (figure->picture == NULL || !bul_figure_is_wide(figure, most))
        return;
    int columns = bul_figure_columns(figure, most);
    int limit = c->template->line_count * 3 / 5;
    if (c->is_vertical) /* tiers: rather fewer of them than white beside it */
        while (columns > 1 &&
               bul_figure_rows(c, figure, span_of(story, columns)) > limit)
            columns--;
    *BUL_PUSH(c->arena, &story->wides) =
        (bul_wide){figure->place, columns,
                   bul_figure_set(c, figure, span_of(story, columns), limit)};
}

/* A table takes as many columns as its cells need. */
static void add_table(const bul_compositor *c, bul_story *story,
                      const bul_block *block)
{
    int most = text_columns(story);
    if (!bul_table_is_wide(c, block->table, story->measure, most))
        return;
    bul_mpt needed = bul_table_width(c, block->table);
    int columns = 2;
    while (columns < most && span_of(story, columns) < needed)
        columns++;
    *BUL_PUSH(c->arena, &story->wides) = (bul_wide){
        BUL_PLACE_AUTO, columns,
        bul_table_set(c, block->table, span_of(story, columns), block->span)};
}

static void collect_wides(const bul_compositor *c, bul_story *story)
{
    const bul_article *article = story->article;
    for (size_t i = 0; i < article->figures.count; i++)
        add_figure(c, story, &article->figures.items[i]);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const bul_block *block = &article->blocks.items[i];
        if (block->kind == BUL_BLOCK_FIGURE)
            add_figure(c, story, block->figure);
        else if (block->kind == BUL_BLOCK_TABLE)
            add_table(c, story, block);
    }
}

/* A picture beside the head is placed first, before another takes its
 * columns. */
static void put_beside_first(bul_story *story)
{
    for (size_t i = 1; i < story->wides.count; i++) {
        bul_wide wide = story->wides.items[i];
        if (wide.place != BUL_PLACE_BESIDE)
            continue;
        for (size_t n = i; n > 0; n--)
            story->wides.items[n] = story->wides.items[n - 1];
        story->wides.items[0] = wide;
        return;
    }
}

/* Columns that a picture beside the head takes away from it. */
static int columns_beside(const bul_story *story)
{
    if (story->side_rows > 0)
        return 0;
    for (size_t i = 0; i < story->wides.count; i++) {
        const bul_wide *wide = &story->wides.items[i];
        if (wide->place == BUL_PLACE_BESIDE && wide->columns < story->columns)
            return wide->columns;
    }
    return 0;
}

static void set_measure(const bul_template *t, bul_story *story)
{
    story->gutter = t->gutter;
    story->measure = t->measure;
    if (!story->is_boxed)
        return;
    story->inset = t->box_inset;
    bul_mpt room = bul_template_span(t, story->columns) - 2 * story->inset -
                   (story->columns - 1) * story->gutter;
    story->measure = room / story->columns;
}

/* What stands over a head at the side, or over text in vertical lines: the
 * section's label, and the white at the top of a box. */
static bul_head set_label(const bul_compositor *c, const bul_story *story,
                          bul_line_of_text section)
{
    bul_article label = {.level = story->article->level};
    bul_mpt width = span_of(story, story->columns);
    if (!story->is_boxed)
        return bul_head_set(c, &label, width, section);
    label.section = story->article->section;
    return bul_head_set_boxed(c, &label, width);
}

/* Says that an article is set across though it asks for something else. */
static void report_across(const bul_compositor *c, bul_message_id id,
                          const bul_line_of_text *title)
{
    bul_report(c->diag, id, title->span,
               BUL_ARGS(bul_headline_plain(c->arena, title->text)));
}

/* 竖排: yields false where the article is set like the others. */
static bool set_down(const bul_compositor *c, bul_story *story,
                     bul_line_of_text section)
{
    if (!story->article->is_vertical || c->is_vertical)
        return false;
    story->head = set_label(c, story, section);
    story->sidebar = bul_sidebar_set(c, story);
    if (story->sidebar == NULL) {
        report_across(c, BUL_MSG_LAYOUT_TEXT_ACROSS, &story->article->title);
        return false;
    }
    story->galley = BUL_NEW(c->arena, bul_galley, 1);
    return true;
}

/* 竖题: the head takes the first column. Where that is the only one, or the
 * page is not deep enough, it stands over the text as ever. */
static void keep_side(const bul_compositor *c, bul_story *story)
{
    const bul_article *article = story->article;
    if (!article->has_vertical_title || c->is_vertical)
        return;
    int rows = bul_side_head_rows(c, article, story->measure);
    if (rows == 0)
        return;
    if (story->columns == 1 || rows > c->template->line_count / 2) {
        report_across(c, BUL_MSG_LAYOUT_TITLE_ACROSS, &article->title);
        return;
    }
    story->side_rows = rows;
}

static void set_head(const bul_compositor *c, bul_story *story,
                     bul_line_of_text section)
{
    const bul_article *article = story->article;
    bul_mpt width = span_of(story, story->columns - columns_beside(story));
    if (story->side_rows > 0)
        story->head = set_label(c, story, section);
    else if (article->level == BUL_LEVEL_BRIEF)
        story->head = bul_head_set_label(c, article, width);
    else if (story->is_boxed)
        story->head = bul_head_set_boxed(c, article, width);
    else
        story->head = bul_head_set(c, article, width, section);
}

bul_story *bul_story_set(const bul_compositor *compositor,
                         const bul_article *article, uint32_t number,
                         int columns, bul_line_of_text section)
{
    bul_compositor own = *compositor;
    const bul_compositor *c = &own;
    own.locale = article->locale;
    bul_story *story = BUL_NEW(c->arena, bul_story, 1);
    story->article = article;
    story->number = number;
    story->columns = columns;
    bool is_brief = article->level == BUL_LEVEL_BRIEF;
    story->is_boxed = article->is_boxed || is_brief;
    set_measure(c->template, story);
    if (set_down(c, story, section))
        return story;
    keep_side(c, story);
    collect_wides(c, story);
    put_beside_first(story);
    story->picture_first = article->level == BUL_LEVEL_PHOTO &&
                           story->wides.count > 0 && story->side_rows == 0;
    set_head(c, story, section);
    story->galley = is_brief ? bul_galley_set_briefs(c, article, story->measure)
                             : bul_galley_set(c, article, story->measure,
                                              text_columns(story));
    return story;
}

/* ---- Attempts. ---- */

/* Where each column's text may begin. */
typedef struct region {
    const bul_story *story;
    int first; /* column of text: beside a head at the side the second */
    int rows;
    int tops[BUL_STORY_MAX_COLUMNS];
    bool under_wide[BUL_STORY_MAX_COLUMNS];
} region;

static int highest(const region *r, int first, int columns)
{
    int top = 0;
    for (int i = first; i < first + columns; i++)
        top = r->tops[i] > top ? r->tops[i] : top;
    return top;
}

/* The columns where a wide block stands highest: at the right unless asked for
 * at the left. */
static int best_column(const region *r, const bul_wide *wide)
{
    int last = r->story->columns - wide->columns;
    if (wide->place == BUL_PLACE_LEFT)
        return r->first;
    if (wide->place == BUL_PLACE_BESIDE || wide->place == BUL_PLACE_RIGHT)
        return last;
    int best = last;
    for (int first = last - 1; first >= r->first; first--)
        if (highest(r, first, wide->columns) < highest(r, best, wide->columns))
            best = first;
    return best;
}

/* Places the next wide block; false when there is no room for it. */
static bool place_wide(region *r, bul_attempt *attempt, bul_arena *scratch)
{
    bul_cursor *cursor = &attempt->cursor;
    const bul_wide *wide = &r->story->wides.items[cursor->wide];
    int first = best_column(r, wide);
    int row = highest(r, first, wide->columns);
    int foot = row + wide->set.rows;
    if (foot > r->rows)
        return false;
    *BUL_PUSH(scratch, &attempt->wides) =
        (bul_placed_wide){cursor->wide, first, row};
    for (int i = first; i < first + wide->columns; i++) {
        r->tops[i] = foot + 1;
        r->under_wide[i] = true;
    }
    if (foot > attempt->rows)
        attempt->rows = foot;
    cursor->wide++;
    return true;
}

static void place_wides(region *r, bul_attempt *attempt, bul_arena *scratch)
{
    while (attempt->cursor.wide < r->story->wides.count)
        if (!place_wide(r, attempt, scratch))
            return;
}

/* 图片新闻: the picture on top, the head under it. */
static void place_picture_first(region *r, bul_attempt *attempt,
                                bul_arena *scratch)
{
    for (int i = 0; i < r->story->columns; i++)
        r->tops[i] = 0;
    if (!place_wide(r, attempt, scratch))
        return;
    attempt->head_row = highest(r, 0, r->story->columns);
    for (int i = 0; i < r->story->columns; i++) {
        r->tops[i] = attempt->head_row + attempt->head_rows;
        r->under_wide[i] = false;
    }
    attempt->rows = attempt->head_row + attempt->head_rows;
}

/* `may_part`: what must stay together is parted even in columns that later
 * ones may outdo. */
static void fill_columns(region *r, bul_attempt *attempt, bool is_tallest,
                         bool may_part, bul_arena *scratch)
{
    const bul_story *story = r->story;
    for (int i = r->first; i < story->columns; i++) {
        bul_room room = {i, r->tops[i], r->rows};
        int height = room.foot - room.top;
        if (height <= 0 || (r->under_wide[i] && height < SLIVER_ROWS))
            continue;
        size_t before = attempt->slugs.count;
        int end = bul_column_fill(story->galley, &attempt->cursor, room,
                                  may_part || (is_tallest && height == r->rows),
                                  scratch, &attempt->slugs);
        if (attempt->slugs.count == before)
            continue;
        if (end > attempt->rows)
            attempt->rows = end;
        if (r->under_wide[i] && end - room.top < SLIVER_ROWS)
            attempt->has_sliver = true;
    }
}

/* Rows that what stands over the text takes. */
static int label_rows(const bul_story *story)
{
    return story->cursor.head_is_set ? 0 : story->head.rows;
}

static int head_rows(const bul_story *story)
{
    return label_rows(story) +
           (story->cursor.head_is_set ? 0 : story->side_rows);
}

int bul_story_foot_rows(const bul_story *story)
{
    return story->is_boxed ? 1 : 0;
}

/* A block goes whole or not at all. */
static bul_attempt attempt_block(const bul_story *story, int rows)
{
    bul_attempt attempt = {.cursor = story->cursor};
    attempt.rows =
        story->head.rows + story->sidebar->rows + bul_story_foot_rows(story);
    attempt.head_rows = attempt.rows;
    attempt.is_done = attempt.rows <= rows;
    attempt.is_empty = !attempt.is_done;
    attempt.cursor.head_is_set = true;
    return attempt;
}

bul_attempt bul_story_attempt(const bul_compositor *c, const bul_story *story,
                              int rows, bool is_tallest, bul_arena *scratch)
{
    (void)c;
    if (story->sidebar)
        return attempt_block(story, rows);
    bul_attempt attempt = {.cursor = story->cursor,
                           .head_rows = head_rows(story)};
    attempt.cursor.head_is_set = true;
    attempt.rows = attempt.head_rows;
    region r = {.story = story,
                .first = side_columns(story),
                .rows = rows - bul_story_foot_rows(story)};
    int beside = story->cursor.head_is_set ? 0 : columns_beside(story);
    for (int i = 0; i < story->columns; i++)
        r.tops[i] = i < story->columns - beside ? label_rows(story) : 0;
    if (attempt.head_rows > r.rows) {
        attempt.is_empty = true;
        return attempt;
    }
    if (story->picture_first && !story->cursor.head_is_set)
        place_picture_first(&r, &attempt, scratch);
    place_wides(&r, &attempt, scratch);
    fill_columns(&r, &attempt, is_tallest, false, scratch);
    /* A head does not stand without text: rather part what follows it. */
    if (is_tallest && attempt.slugs.count == 0)
        fill_columns(&r, &attempt, is_tallest, true, scratch);
    bool text_done = bul_cursor_at_end(story->galley, &attempt.cursor);
    bool wides_done = attempt.cursor.wide == story->wides.count;
    attempt.is_done = text_done && wides_done && attempt.rows <= r.rows;
    attempt.lacks_wides = text_done && !wides_done;
    attempt.is_empty = attempt.slugs.count == 0 && attempt.wides.count == 0 &&
                       !(attempt.is_done && attempt.head_rows > 0);
    attempt.rows += bul_story_foot_rows(story);
    return attempt;
}

/* No fewer rows than this can hold what is left. */
static int least_rows(const bul_story *story)
{
    int cells = bul_cursor_rows_left(story->galley, &story->cursor);
    for (size_t i = story->cursor.wide; i < story->wides.count; i++)
        cells += story->wides.items[i].set.rows * story->wides.items[i].columns;
    /* A picture beside the head needs no rows under it. */
    int under_head = columns_beside(story) ? 0 : label_rows(story);
    int columns = story->columns - side_columns(story);
    int least = cells / columns + under_head - 1;
    least = least > head_rows(story) ? least : head_rows(story);
    return least > 1 ? least : 1;
}

/* The first of some row counts at which the story ends; not done if none. What
 * must stay together is not parted: there is more room than this. */
static bul_attempt first_that_ends(const bul_compositor *c,
                                   const bul_story *story, int from, int to,
                                   bool without_sliver, bul_arena *scratch)
{
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    for (int rows = from; rows <= to; rows++) {
        bul_arena_rewind(scratch, mark);
        bul_attempt attempt = bul_story_attempt(c, story, rows, false, scratch);
        if (attempt.is_done && !(without_sliver && attempt.has_sliver))
            return attempt;
    }
    return (bul_attempt){0};
}

bul_attempt bul_story_balance(const bul_compositor *c, const bul_story *story,
                              int limit, bool is_tallest, bul_arena *scratch)
{
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bul_attempt whole = bul_story_attempt(c, story, limit, is_tallest, scratch);
    if (!whole.is_done || story->sidebar)
        return whole;
    bul_arena_rewind(scratch, mark);
    bul_attempt least =
        first_that_ends(c, story, least_rows(story), limit, false, scratch);
    if (!least.is_done)
        return bul_story_attempt(c, story, limit, is_tallest, scratch);
    if (!least.has_sliver)
        return least;
    int more = least.rows + SLIVER_MORE;
    bul_attempt calm = first_that_ends(
        c, story, least.rows + 1, more < limit ? more : limit, true, scratch);
    return calm.is_done ? calm : least;
}
