/* SPDX-License-Identifier: MIT */
/* sidebar.c - an article set 竖排 in a horizontal page.
 *
 * Its width is given, its height is sought: the fewest grid lines of the page
 * in which head and text, set in lines of that height, take no more lines than
 * the width has. A line longer than the eye follows is cut: the text then
 * stands in tiers (栏), one under another, each read from right to left. The
 * head stands at the right of them all, pictures stand below, as wide as the
 * article. */
#include "layout/furniture.h"
#include "layout/head_vertical.h"
#include "layout/story.h"

#define MOST_TIER_EMS  24
#define LEAST_TIER_EMS 8
#define TIER_GAP_EMS   2
#define MOST_TIERS     BUL_STORY_MAX_COLUMNS
#define MOST_SPARE     3 /* empty lines that go to the head */

/* The height being tried, and the number of its tiers. */
typedef struct trial {
    const bul_compositor *c; /* sets vertical lines */
    const bul_story *story;
    int line_count; /* lines there is room for, from right to left */
    bul_mpt height;
    int tier_count;
    bul_story *text;
    bul_attempt attempt;
} trial;

static bul_mpt em_of(const bul_compositor *c)
{
    return c->template->styles[BUL_STYLE_BODY].size;
}

/* From the ink of the first row of a region to that of its last. */
static bul_mpt depth_of(const bul_template *t, int rows)
{
    return rows * t->leading - 2 * t->ink_top;
}

/* The white beside the first and the last line lies outside the width. */
static int lines_in(const bul_template *t, bul_mpt width)
{
    return (width + 2 * t->ink_top) / t->leading;
}

/* ---- One height. ---- */

/* Tiers of so many squares that a height holds, with their gaps; rounded up,
 * those it is cut into so that none has more. */
static int tiers_of(const trial *tried, bul_mpt ems, bool rounds_up)
{
    bul_mpt em = em_of(tried->c);
    bul_mpt gap = TIER_GAP_EMS * em;
    bul_mpt pitch = ems * em + gap;
    return (int)((tried->height + gap + (rounds_up ? pitch - 1 : 0)) / pitch);
}

/* Tiers of whole squares; what is left over goes to the gaps between them. */
static void set_tiers(const trial *tried)
{
    bul_mpt em = em_of(tried->c);
    bul_mpt gap = TIER_GAP_EMS * em;
    int count = tried->tier_count;
    bul_story *text = tried->text;
    text->columns = count;
    text->measure = (tried->height - (count - 1) * gap) / count;
    text->measure -= text->measure % em;
    if (count > 1)
        text->gutter = (tried->height - count * text->measure) / (count - 1);
}

/* False where the title takes more lines than it should. */
static bool set_head(trial *tried)
{
    const bul_article *article = tried->story->article;
    bul_vertical_head head =
        bul_vertical_head_set(tried->c, article, tried->height, 0);
    const bul_template *t = tried->c->template;
    bul_mpt below = t->heads[article->level].below;
    tried->text->head.type = head.type;
    if (head.depth > 0)
        tried->text->head.rows = bul_grid_rows(t, head.depth + below);
    return head.fits;
}

/* Pictures named for the article stand below; those in its text stay there. */
static const bul_article *without_figures(bul_arena *arena,
                                          const bul_article *article)
{
    bul_article *bare = bul_arena_copy(arena, article, sizeof *article);
    bare->figures.count = 0;
    return bare;
}

/* What the text takes at least, set in one line: three bytes a hanzi, and
 * something off for marks that are squeezed. */
static bul_mpt length_of(const trial *tried)
{
    const bul_blocks *blocks = &tried->story->article->blocks;
    bul_mpt em = em_of(tried->c);
    size_t bytes = 0;
    for (size_t i = 0; i < blocks->count; i++)
        for (size_t n = 0; n < blocks->items[i].runs.count; n++)
            bytes += blocks->items[i].runs.items[n].text.len;
    size_t most = (size_t)(INT32_MAX / em) * 3;
    return (bul_mpt)((bytes < most ? bytes : most) / 3) * em / 5 * 4;
}

/* The lines beside the head may hold the text: worth setting it. */
static bool has_room(const trial *tried)
{
    const bul_story *text = tried->text;
    int64_t lines = tried->line_count - text->head.rows;
    return lines * text->columns * text->measure >= length_of(tried);
}

static bool set_text(trial *tried)
{
    bul_arena *arena = tried->c->arena;
    const bul_article *article = tried->story->article;
    tried->text = BUL_NEW(arena, bul_story, 1);
    tried->text->article = without_figures(arena, article);
    tried->text->number = tried->story->number;
    set_tiers(tried);
    if (!set_head(tried) || !has_room(tried))
        return false;
    tried->text->galley =
        article->level == BUL_LEVEL_BRIEF
            ? bul_galley_set_briefs(tried->c, tried->text->article,
                                    tried->text->measure)
            : bul_galley_set(tried->c, tried->text->article,
                             tried->text->measure, 1);
    return true;
}

static bool goes_in_tiers(trial *tried, int count)
{
    tried->tier_count = count;
    if (!set_text(tried))
        return false;
    tried->attempt = bul_story_balance(tried->c, tried->text, tried->line_count,
                                       true, tried->c->arena);
    return tried->attempt.is_done;
}

/* As few tiers as the eye can follow; more where lines are short, as in
 * verse. */
static bool goes_in(trial *tried, int rows)
{
    tried->height = depth_of(tried->c->template, rows);
    int least = tiers_of(tried, MOST_TIER_EMS, true);
    int most = tiers_of(tried, LEAST_TIER_EMS, false);
    for (int n = least; n <= most && n <= MOST_TIERS; n++)
        if (goes_in_tiers(tried, n))
            return true;
    return false;
}

/* ---- The height sought. ---- */

/* Fewer rows than this cannot do, and not many more will be tried. */
static int first_guess(const trial *tried)
{
    const bul_template *t = tried->c->template;
    bul_mpt least = LEAST_TIER_EMS * em_of(tried->c);
    bul_mpt length = length_of(tried);
    bul_mpt height =
        tried->line_count > 0 ? length / tried->line_count : length;
    return bul_grid_rows(t, (height > least ? height : least) + 2 * t->ink_top);
}

/* 0: a page is not high enough. */
static int seek_rows(trial *tried, int limit)
{
    bul_diag quiet; /* only what is kept may speak */
    bul_diag_init(&quiet, tried->c->arena);
    const bul_compositor *loud = tried->c;
    bul_compositor c = *loud;
    c.diag = &quiet;
    tried->c = &c;
    int rows = first_guess(tried);
    while (rows <= limit && !goes_in(tried, rows))
        rows++;
    tried->c = loud;
    return rows <= limit ? rows : 0;
}

/* A line or two that the text leaves empty are white at both sides of the
 * head, so that the edges of the article stand on those of its columns. */
static void widen_head(trial *tried)
{
    bul_story *text = tried->text;
    int spare = tried->line_count - tried->attempt.rows;
    spare = spare < MOST_SPARE ? spare : MOST_SPARE;
    if (spare <= 0 || text->head.rows == 0)
        return;
    text->head.rows += spare;
    bul_block_move(&text->head.type, 0,
                   spare * tried->c->template->leading / 2);
    tried->attempt = bul_story_balance(tried->c, text, tried->line_count, true,
                                       tried->c->arena);
}

/* ---- Pictures. ---- */

/* Below the text, one under another, from a row on. Yields the row after. */
static int add_pictures(const bul_compositor *c, const bul_article *article,
                        bul_mpt width, int row, bul_block_of_type *block)
{
    int limit = c->template->line_count * 2 / 5;
    for (size_t i = 0; i < article->figures.count; i++) {
        bul_set_figure set =
            bul_figure_set(c, &article->figures.items[i], width, limit);
        if (set.rows == 0)
            continue;
        bul_item *begin = BUL_PUSH(c->arena, &block->items);
        begin->type = BUL_ITEM_BEGIN;
        begin->as.mark = (bul_mark){BUL_ROLE_FIGURE, 0};
        bul_block_add_block(c->arena, block, &set.type, 0,
                            (row + 1) * c->template->leading);
        bul_item *end = BUL_PUSH(c->arena, &block->items);
        end->type = BUL_ITEM_END;
        end->as.mark = (bul_mark){BUL_ROLE_FIGURE, 0};
        row += 1 + set.rows;
    }
    return row;
}

/* ---- The whole. ---- */

/* Vertical lines, as many as the width has, take the place of the page's. */
static bul_compositor down(const bul_compositor *c, int line_count)
{
    bul_template *t =
        bul_arena_copy(c->arena, c->template, sizeof *c->template);
    t->line_count = line_count;
    bul_compositor own = *c;
    own.template = t;
    own.is_vertical = true;
    return own;
}

const bul_sidebar *bul_sidebar_set(const bul_compositor *c,
                                   const bul_story *story)
{
    const bul_template *t = c->template;
    bul_mpt width = bul_template_span(t, story->columns) - 2 * story->inset;
    int line_count = lines_in(t, width);
    bul_sidebar *sidebar = BUL_NEW(c->arena, bul_sidebar, 1);
    sidebar->c = down(c, line_count);
    int page = t->line_count - bul_furniture_rows(t, 2, false) -
               story->head.rows - bul_story_foot_rows(story);
    int below = add_pictures(c, story->article, width, 0, &sidebar->pictures);
    trial tried = {.c = &sidebar->c, .story = story, .line_count = line_count};
    int rows = seek_rows(&tried, page - below);
    if (rows == 0 || !goes_in(&tried, rows))
        return NULL;
    widen_head(&tried);
    bul_block_move(&sidebar->pictures, 0, rows * t->leading);
    sidebar->text = tried.text;
    sidebar->attempt = tried.attempt;
    sidebar->rows = rows + below;
    sidebar->depth = depth_of(t, tried.attempt.rows) + 2 * t->ink_top;
    /* Lines that do not fill the width stand in its middle. */
    sidebar->x = (width - sidebar->depth) / 2;
    sidebar->y = t->ink_top;
    return sidebar;
}
