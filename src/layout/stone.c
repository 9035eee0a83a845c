/* SPDX-License-Identifier: MIT */
#include "layout/stone.h"

#include "layout/headline.h"
#include "layout/turn.h"

size_t bul_stone_page_number(const bul_stone *stone)
{
    return stone->edition->pages.count + 1;
}

int bul_stone_first_row(const bul_stone *stone, size_t page_number)
{
    return bul_furniture_rows(stone->c->template, page_number,
                              stone->issue->index.count > 0);
}

bul_page *bul_stone_open_page(const bul_stone *stone)
{
    const bul_template *t = stone->c->template;
    bul_arena *arena = stone->c->arena;
    bul_page *page = BUL_NEW(arena, bul_page, 1);
    page->width = t->page_width;
    page->height = t->page_height;
    page->bleed = t->bleed;
    page->number = bul_stone_page_number(stone);
    page->label = bul_str_int(arena, (int64_t)page->number);
    return page;
}

void bul_stone_begin_story(bul_stone *stone, const bul_story *story, bul_mpt y)
{
    size_t *first = &stone->first_pages[story->number - 1];
    if (*first != 0)
        return;
    *first = bul_stone_page_number(stone);
    if (story->head.rows == 0 && story->side_rows == 0 && !story->sidebar)
        return;
    const bul_article *article = story->article;
    bul_arena *arena = stone->c->arena;
    bul_str title = bul_headline_plain(arena, article->title.text);
    if (title.len == 0)
        title = article->section.text;
    if (title.len > 0)
        *BUL_PUSH(arena, &stone->edition->bookmarks) =
            (bul_bookmark){title, stone->edition->pages.count, y};
}

void bul_stone_close_page(bul_stone *stone, bul_page *page, bool is_last)
{
    if (is_last)
        bul_tail_draw(stone->c, &stone->tail, page);
    if (stone->c->is_vertical)
        bul_page_turn(stone->c->arena, page);
    *BUL_PUSH(stone->c->arena, &stone->edition->pages) = page;
}

bool bul_stone_at_page_limit(bul_stone *stone)
{
    if (bul_stone_page_number(stone) < stone->options.max_pages)
        return false;
    if (!stone->edition->is_cut)
        bul_report(stone->c->diag, BUL_MSG_LAYOUT_TOO_MANY_PAGES, (bul_span){0},
                   BUL_ARGS(bul_str_int(stone->c->arena,
                                        (int64_t)stone->options.max_pages)));
    stone->edition->is_cut = true;
    return true;
}
