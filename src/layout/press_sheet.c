/* SPDX-License-Identifier: MIT */
/* press_sheet.c - the sides of sheets as pages that hold pages. */
#include "layout/press_sheet.h"

#include "layout/press_marks.h"

#define SLUG_SIZE 7000
#define SLUG_GAP  4252 /* 1.5 mm below the bleed, to the top of the type */

void bul_press_sheet_size(const bul_press_job *job,
                          const bul_imposition *imposition, bul_mpt *width,
                          bul_mpt *height)
{
    bul_mpt more =
        2 * (job->order.bleed + (job->has_marks ? BUL_PRESS_MARGIN : 0));
    *width = imposition->width + more;
    *height = imposition->height + more;
}

/* ---- The slug (印张说明) ---- */

static bul_str slug_of(const bul_press_job *job, const bul_sheet_side *side,
                       bul_arena *arena)
{
    bul_text text = bul_text_in(arena);
    bul_text_add(&text, job->slug);
    if (job->order.scheme == BUL_SCHEME_SINGLE) {
        bul_text_add(&text, BUL_STR("　第"));
        bul_text_add_int(&text, (int64_t)side->places[0].page);
        bul_text_add(&text, BUL_STR("版"));
        return bul_text_str(&text);
    }
    bul_text_add(&text, BUL_STR("　第"));
    bul_text_add_int(&text, (int64_t)side->sheet);
    bul_text_add(&text, side->is_back ? BUL_STR("张反面　版：")
                                      : BUL_STR("张正面　版："));
    for (size_t i = 0; i < side->place_count; i++) {
        bul_text_add(&text, i > 0 ? BUL_STR("、") : BUL_STR(""));
        if (side->places[i].page > 0)
            bul_text_add_int(&text, (int64_t)side->places[i].page);
        else
            bul_text_add(&text, BUL_STR("空"));
    }
    return bul_text_str(&text);
}

/* At the foot, from where the colour bar begins at the head. */
static void add_slug(const bul_compositor *c, bul_page *page, bul_str words)
{
    bul_style style = {.family = BUL_STR("宋"),
                       .weight = 400,
                       .size = SLUG_SIZE,
                       .leading = SLUG_SIZE * 3 / 2,
                       .align = BUL_STYLE_LEFT,
                       .color = {BUL_COLOR_ALL, 0, 0, 0, 1000},
                       .max_lines = 1};
    bul_mpt room = page->width / 2 - 2 * BUL_PRESS_MARGIN;
    bul_mpt natural = bul_compositor_width(c, &style, words);
    if (natural > room && room > 0)
        style.size = bul_mpt_scale(style.size, room, natural + 1);
    bul_block_of_type block = {0};
    bul_set_text set =
        bul_compositor_line(c, &style, words, (bul_span){0}, page->width);
    bul_mpt y = page->height + page->bleed + SLUG_GAP + SLUG_SIZE;
    for (size_t i = 0; i < set.line_count; i++)
        bul_block_add_line(c->arena, &block, &set.lines[i], 0, 0);
    bul_page_add_block(c->arena, page, &block, BUL_PRESS_MARGIN / 2, y);
}

/* ---- Sheets ---- */

static void add_margins(const bul_press_job *job, bul_page *page)
{
    bul_mpt margin = job->has_marks ? BUL_PRESS_MARGIN : 0;
    bul_mpt width = page->width + 2 * page->bleed;
    bul_mpt height = page->height + 2 * page->bleed;
    bool has_paper = job->paper_width > 0 && job->paper_height > 0;
    page->margin_x = has_paper ? (job->paper_width - width) / 2 : margin;
    page->margin_y = has_paper ? (job->paper_height - height) / 2 : margin;
}

/* Marks are no part of what is read. */
static void add_marks(const bul_compositor *c, const bul_press_job *job,
                      const bul_imposition *imposition,
                      const bul_sheet_side *side, bul_page *page)
{
    if (!job->has_marks)
        return;
    bul_marked_sheet sheet = {c->arena, page, job, imposition->fold};
    bul_page_begin(c->arena, page, BUL_ROLE_FURNITURE, 0);
    bul_press_marks_add(&sheet);
    add_slug(c, page, slug_of(job, side, c->arena));
    bul_page_end(c->arena, page, BUL_ROLE_FURNITURE, 0);
}

/* A page of its own with marks around it. */
static bul_page *single_of(const bul_compositor *c, const bul_page *page)
{
    bul_page *sheet = bul_arena_copy(c->arena, page, sizeof *page);
    bul_block_of_type all = {.items = page->items};
    memset(&sheet->items, 0, sizeof sheet->items);
    bul_page_add_block(c->arena, sheet, &all, 0, 0);
    return sheet;
}

static bul_page *sheet_of(const bul_compositor *c, const bul_edition *edition,
                          const bul_imposition *imposition,
                          const bul_sheet_side *side)
{
    bul_page *sheet = BUL_NEW(c->arena, bul_page, 1);
    sheet->width = imposition->width;
    sheet->height = imposition->height;
    bul_text label = bul_text_in(c->arena);
    bul_text_add_int(&label, (int64_t)side->sheet);
    bul_text_add(&label, side->is_back ? BUL_STR("反") : BUL_STR("正"));
    sheet->label = bul_text_str(&label);
    for (size_t i = 0; i < side->place_count; i++) {
        const bul_sheet_place *at = &side->places[i];
        if (at->page == 0)
            continue;
        *BUL_PUSH(c->arena, &sheet->placed) =
            (bul_placed_page){edition->pages.items[at->page - 1],
                              at->x,
                              at->y,
                              at->scale,
                              at->left,
                              at->top,
                              at->right,
                              at->bottom};
    }
    return sheet;
}

bul_edition *bul_press_sheets(const bul_compositor *compositor,
                              const bul_edition *edition,
                              const bul_press_job *job,
                              const bul_imposition *imposition)
{
    bul_compositor across = *compositor;
    bul_arena *arena = across.arena;
    bul_edition *sheets = bul_arena_copy(arena, edition, sizeof *edition);
    bool is_single = job->order.scheme == BUL_SCHEME_SINGLE;
    across.is_vertical = false;
    memset(&sheets->pages, 0, sizeof sheets->pages);
    for (size_t i = 0; i < imposition->sides.count; i++) {
        const bul_sheet_side *side = &imposition->sides.items[i];
        bul_page *page = is_single
                             ? single_of(&across, edition->pages.items[i])
                             : sheet_of(&across, edition, imposition, side);
        page->number = i + 1;
        page->bleed = job->order.bleed;
        add_margins(job, page);
        add_marks(&across, job, imposition, side, page);
        *BUL_PUSH(arena, &sheets->pages) = page;
    }
    return sheets;
}
