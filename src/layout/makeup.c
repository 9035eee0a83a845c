/* SPDX-License-Identifier: MIT */
/* makeup.c - an edition from start to end: its articles come to pages in order
 * (flow.c) or page by page as rectangles (modular.c), then furniture is added,
 * when every page number is known. */
#include "layout/makeup.h"

#include "layout/flow.h"
#include "layout/headline.h"
#include "layout/modular.h"
#include "layout/modular_parts.h"
#include "layout/title.h"

/* Vertical pages and those of one column are made in order. */
static bool is_modular(const bul_stone *stone)
{
    const bul_template *t = stone->c->template;
    if (stone->issue->mode != BUL_MAKEUP_BY_LAYOUT)
        return stone->issue->mode == BUL_MAKEUP_MODULAR &&
               !stone->c->is_vertical;
    return t->is_modular && !stone->c->is_vertical;
}

/* Puts the items of one page before those of another. */
static void put_first(bul_arena *arena, bul_page *page, const bul_page *before)
{
    size_t count = before->items.count + page->items.count;
    bul_item *items = BUL_NEW(arena, bul_item, count);
    for (size_t i = 0; i < count; i++)
        items[i] = i < before->items.count
                       ? before->items.items[i]
                       : page->items.items[i - before->items.count];
    page->items.items = items;
    page->items.count = count;
    page->items.room = count;
}

/* ---- 导读. ---- */

static bul_index_line line_of(const bul_stone *stone, size_t entry)
{
    const bul_issue *issue = stone->issue;
    bul_index_line line = {.title = issue->index.items[entry].title};
    line.title.text = bul_headline_plain(stone->c->arena, line.title.text);
    for (size_t n = 0; n < issue->articles.count; n++)
        if (issue->articles.items[n] == issue->index.items[entry].article)
            line.page = stone->first_pages[n];
    return line;
}

/* Of an index made from levels: what is on the first page is seen anyway. */
static bool is_wanted(const bul_stone *stone, size_t page)
{
    bool by_level = stone->issue->index_is_auto && stone->edition->report;
    return !by_level || page > 1;
}

/* As listed; made from levels on modular pages, the weightiest first. */
static bul_index_lines index_lines(const bul_stone *stone)
{
    const bul_issue *issue = stone->issue;
    bool by_level = issue->index_is_auto && stone->edition->report;
    bul_index_line *lines =
        BUL_NEW(stone->c->arena, bul_index_line, issue->index.count + 1);
    int *weights = BUL_NEW(stone->c->arena, int, issue->index.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < issue->index.count; i++) {
        bul_index_line line = line_of(stone, i);
        if (!is_wanted(stone, line.page))
            continue;
        int weight = bul_article_weight(issue->index.items[i].article);
        size_t at = count++;
        for (; by_level && at > 0 && weights[at - 1] < weight; at--) {
            lines[at] = lines[at - 1];
            weights[at] = weights[at - 1];
        }
        lines[at] = line;
        weights[at] = weight;
    }
    return (bul_index_lines){lines, count};
}

/* Furniture is drawn last, when every page number is known, but stands first
 * in reading order. */
static void add_furniture(bul_stone *stone)
{
    bul_index_lines index = index_lines(stone);
    for (size_t i = 0; i < stone->edition->pages.count; i++) {
        bul_page *page = stone->edition->pages.items[i];
        bul_pattern_values values = {stone->issue, page->number,
                                     stone->edition->pages.count};
        bul_page furniture = {.width = page->width,
                              .height = page->height,
                              .number = page->number};
        bul_furniture_draw(stone->c, &values, &index, &furniture);
        put_first(stone->c->arena, page, &furniture);
    }
}

static void describe(bul_stone *stone)
{
    const bul_issue *issue = stone->issue;
    bul_edition *edition = stone->edition;
    bul_pattern_values values = {.issue = issue};
    bul_span span;
    bul_str number = bul_pattern_fill(
        stone->c->arena, BUL_STR("{name} 第{issue}期"), &values, &span);
    edition->title = number.len > 0 ? number : issue->name.text;
    edition->author = bul_issue_variable(issue, BUL_STR("publisher")).text;
    if (edition->author.len == 0)
        edition->author = bul_issue_variable(issue, BUL_STR("department")).text;
    edition->language = issue->language;
    bul_str *languages =
        BUL_NEW(stone->c->arena, bul_str, issue->articles.count + 1);
    for (size_t i = 0; i < issue->articles.count; i++)
        languages[i] = issue->articles.items[i]->language;
    edition->article_languages = languages;
    edition->article_count = issue->articles.count;
    edition->year = issue->date.year;
    edition->month = issue->date.month;
    edition->day = issue->date.day;
}

/* Fillers are for pages that need them; in order there are none. */
static void flow_all(bul_stone *stone)
{
    const bul_issue *issue = stone->issue;
    size_t *order = BUL_NEW(stone->c->arena, size_t, issue->articles.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < issue->articles.count; i++)
        if (!issue->articles.items[i]->is_filler)
            order[count++] = i;
    bul_flow(stone, order, count);
}

/* The page is made up under what the article beside its nameplate leaves. */
static void set_ear(bul_stone *stone, bul_compositor *own)
{
    stone->ear = bul_ear_set(own, stone->issue);
    if (stone->ear && stone->ear->is_taken)
        own->template = bul_ear_template(own->arena, own->template);
}

const bul_edition *bul_makeup(const bul_compositor *compositor,
                              const bul_issue *issue,
                              bul_makeup_options options)
{
    bul_compositor own = *compositor;
    const bul_compositor *c = &own;
    own.is_vertical = c->template->rules.is_vertical;
    own.vocabulary = bul_title_words(c->arena, &issue->terms, &issue->names);
    bul_stone stone = {
        .c = c,
        .issue = issue,
        .options = options,
        .edition = BUL_NEW(c->arena, bul_edition, 1),
        .tail = bul_tail_set(c, issue),
        .first_pages = BUL_NEW(c->arena, size_t, issue->articles.count + 1)};
    bul_furniture_check(c);
    describe(&stone);
    if (is_modular(&stone)) {
        set_ear(&stone, &own);
        bul_modular(&stone);
    } else {
        flow_all(&stone);
    }
    add_furniture(&stone);
    return stone.edition;
}
