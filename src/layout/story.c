/* SPDX-License-Identifier: MIT */
#include "layout/story.h"

#include "layout/head_vertical.h"
#include "layout/headline.h"

/* ---- Setting. ---- */

static bul_mpt span_of(const bul_story *story, int columns)
{
    return columns * story->measure + (columns - 1) * story->gutter;
}

int bul_story_text_columns(const bul_story *story)
{
    return story->columns - (story->side_rows > 0 ? 1 : 0);
}

static void add_figure(const bul_compositor *c, bul_story *story,
                       const bul_figure *figure)
{
    int most = bul_story_text_columns(story);
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
    int most = bul_story_text_columns(story);
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

int bul_story_columns_beside(const bul_story *story)
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
    bul_mpt em = t->styles[BUL_STYLE_BODY].size;
    if (story->columns == 1 || story->measure < em)
        return;
    /* Whole characters; what is left over parts the columns. */
    bul_mpt left = story->columns * (story->measure % em);
    story->measure -= story->measure % em;
    story->gutter += left / (story->columns - 1);
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
    bul_mpt width =
        span_of(story, story->columns - bul_story_columns_beside(story));
    if (article->level == BUL_LEVEL_BRIEF)
        story->head = bul_head_set_label(c, article, width);
    else if (story->is_boxed)
        story->head = bul_head_set_boxed(c, article, width);
    else
        story->head = bul_head_set(c, article, width, section);
}

void bul_story_begin(const bul_compositor *c, bul_story *story,
                     const bul_article *article, uint32_t number, int columns,
                     bul_line_of_text section, bool is_framed)
{
    story->article = article;
    story->number = number;
    story->columns = columns;
    story->is_boxed =
        is_framed || article->is_boxed || article->level == BUL_LEVEL_BRIEF;
    set_measure(c->template, story);
    if (set_down(c, story, section))
        return;
    keep_side(c, story);
    if (story->side_rows > 0)
        story->head = set_label(c, story, section);
}

bul_story *bul_story_set(const bul_compositor *compositor,
                         const bul_article *article, uint32_t number,
                         int columns, bul_line_of_text section)
{
    bul_compositor own = *compositor;
    const bul_compositor *c = &own;
    own.locale = article->locale;
    bul_story *story = BUL_NEW(c->arena, bul_story, 1);
    bul_story_begin(c, story, article, number, columns, section, false);
    if (story->sidebar)
        return story;
    collect_wides(c, story);
    put_beside_first(story);
    story->picture_first = article->level == BUL_LEVEL_PHOTO &&
                           story->wides.count > 0 && story->side_rows == 0;
    if (story->side_rows == 0)
        set_head(c, story, section);
    bool is_brief = article->level == BUL_LEVEL_BRIEF;
    story->galley = is_brief ? bul_galley_set_briefs(c, article, story->measure)
                             : bul_galley_set(c, article, story->measure,
                                              bul_story_text_columns(story));
    return story;
}
