/* SPDX-License-Identifier: MIT */
/* makeup_json.c - what make-up did, page by page, and figures that can be read
 * off the pages: edges, heads against levels, pictures in print. */
#include "proof/makeup_json.h"

#include "layout/makeup_report.h"
#include "proof/proof_line.h"
#include "proof/proof_picture.h"

typedef struct bul_report_writer {
    bul_text text;
    const bul_edition *edition;
    bul_makeup_subject subject;
} bul_report_writer;

/* ---- Members. ---- */

static void add_string(bul_text *text, bul_str s)
{
    bul_text_add_char(text, '"');
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c < 0x20)
            bul_text_addf(text, "\\u%04x", (unsigned)c);
        else if (c == '"' || c == '\\')
            bul_text_addf(text, "\\%c", c);
        else
            bul_text_add(text, bul_str_sub(s, i, i + 1));
    }
    bul_text_add_char(text, '"');
}

static void add_key(bul_text *text, const char *key)
{
    bul_text_addf(text, ",\"%s\":", key);
}

static void add_number(bul_text *text, const char *key, int64_t number)
{
    add_key(text, key);
    bul_text_add_int(text, number);
}

static void add_text(bul_text *text, const char *key, bul_str value)
{
    add_key(text, key);
    add_string(text, value);
}

static void add_claim(bul_text *text, const char *key, bool is_so)
{
    add_key(text, key);
    bul_text_add(text, is_so ? BUL_STR("true") : BUL_STR("false"));
}

/* 23.5 for 23500: no noughts at the end. */
static void add_points(bul_text *text, const char *key, bul_mpt length)
{
    add_key(text, key);
    bul_proof_pt_add(text, length);
    while (text->ptr[text->len - 1] == '0')
        text->len--;
    if (text->ptr[text->len - 1] == '.')
        text->len--;
}

/* A new line in a list, one level in for each blank; the first item's bracket
 * has been written. */
static void begin_item(bul_text *text, size_t index, const char *indent)
{
    bul_text_addf(text, "%s\n%s", index > 0 ? "," : "", indent);
}

static int permille(int part, int whole)
{
    return whole > 0 ? (int)((int64_t)part * 1000 / whole) : 0;
}

/* ---- Figures. ---- */

static int page_cells(const bul_page_report *page)
{
    return page->columns * page->rows;
}

static int blank_cells(const bul_page_report *page)
{
    int blank = page->columns * page->white_rows + page->white_cells;
    for (size_t i = 0; i < page->blocks.count; i++)
        blank += page->blocks.items[i].blanks;
    return blank;
}

static int count_distinct(int *values, int count)
{
    int distinct = 0;
    for (int i = 0; i < count; i++) {
        bool is_new = true;
        for (int n = 0; n < distinct && is_new; n++)
            is_new = values[n] != values[i];
        if (is_new)
            values[distinct++] = values[i];
    }
    return distinct;
}

/* Places at which blocks begin or end: fewer are calmer. */
static void add_edges(bul_text *text, const bul_page_report *page)
{
    int count = (int)page->blocks.count * 2;
    int *across = BUL_NEW(text->arena, int, (size_t)count + 1);
    int *down = BUL_NEW(text->arena, int, (size_t)count + 1);
    for (size_t i = 0; i < page->blocks.count; i++) {
        const bul_block_report *block = &page->blocks.items[i];
        across[2 * i] = block->column;
        across[2 * i + 1] = block->column + block->columns;
        down[2 * i] = block->row;
        down[2 * i + 1] = block->row + block->rows;
    }
    add_number(text, "x_edges", count_distinct(across, count));
    add_number(text, "y_edges", count_distinct(down, count));
}

static bool has_head(const bul_block_report *block)
{
    return block->title_size > 0 && block->jumps_from == 0;
}

/* Pairs of heads whose sizes follow the levels of their articles, and pairs
 * that contradict them (Kendall's counts; ties are neither). */
static void add_hierarchy(bul_text *text, const bul_page_report *page)
{
    int follow = 0, contradict = 0;
    for (size_t i = 0; i < page->blocks.count; i++)
        for (size_t n = 0; n < i; n++) {
            const bul_block_report *a = &page->blocks.items[i];
            const bul_block_report *b = &page->blocks.items[n];
            if (!has_head(a) || !has_head(b))
                continue;
            bool rises = a->rank > b->rank, falls = a->rank < b->rank;
            bool is_larger = a->title_size > b->title_size;
            bool is_smaller = a->title_size < b->title_size;
            follow += (rises && is_larger) || (falls && is_smaller);
            contradict += (rises && is_smaller) || (falls && is_larger);
        }
    add_number(text, "concordant", follow);
    add_number(text, "discordant", contradict);
}

/* ---- Pages. ---- */

static void add_numbers(bul_text *text, const char *key,
                        const uint32_t *numbers, size_t count)
{
    add_key(text, key);
    bul_text_add_char(text, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            bul_text_add_char(text, ',');
        bul_text_add_int(text, (int64_t)numbers[i]);
    }
    bul_text_add_char(text, ']');
}

/* Articles that are in the box of another: briefs. */
static void add_joined(bul_text *text, const bul_block_report *block)
{
    if (block->joined.count > 0)
        add_numbers(text, "joined", block->joined.items, block->joined.count);
}

/* Lines of its file that are not printed, where there are any. */
static void add_trimmed(bul_text *text, const bul_block_report *block)
{
    if (block->trimmed_from == 0)
        return;
    add_key(text, "trimmed_lines");
    bul_text_addf(text, "[%zu,%zu]", block->trimmed_from, block->trimmed_to);
}

/* What else the article could have filled: columns, rows, cost of each. */
static void add_ways(bul_text *text, const bul_block_report *block)
{
    add_key(text, "ways");
    bul_text_add_char(text, '[');
    for (size_t i = 0; i < block->ways.count; i++) {
        const bul_way_report *way = &block->ways.items[i];
        bul_text_addf(text, "%s[%d,%d,%d]", i > 0 ? "," : "", way->columns,
                      way->rows, way->cost);
    }
    bul_text_add_char(text, ']');
}

static void add_block(bul_text *text, const bul_block_report *block)
{
    bul_text_addf(text, "{\"article\":%u", (unsigned)block->article);
    add_text(text, "file", block->file);
    add_text(text, "title", block->title);
    add_number(text, "column", block->column);
    add_number(text, "row", block->row);
    add_number(text, "columns", block->columns);
    add_number(text, "rows", block->rows);
    add_number(text, "head_row", block->head_row);
    add_number(text, "head_columns", block->head_columns);
    add_number(text, "head_rows", block->head_rows);
    add_points(text, "title_points", block->title_size);
    add_number(text, "title_lines", block->title_lines);
    add_number(text, "blanks", block->blanks);
    add_number(text, "cost", block->cost);
    add_claim(text, "boxed", block->is_boxed);
    add_number(text, "text_lines", block->text_lines);
    add_number(text, "pictures", block->pictures);
    add_number(text, "dropped_pictures", block->dropped_pictures);
    add_number(text, "dropped_paragraphs", block->dropped_paragraphs);
    add_trimmed(text, block);
    if (block->pull_quote.len > 0)
        add_text(text, "pull_quote", block->pull_quote);
    add_number(text, "picture_rows", block->picture_rows);
    add_claim(text, "other_title", block->uses_other_title);
    add_number(text, "jumps_to", (int64_t)block->jumps_to);
    add_number(text, "jumps_from", (int64_t)block->jumps_from);
    add_joined(text, block);
    add_ways(text, block);
    bul_text_add_char(text, '}');
}

static void add_blocks(bul_text *text, const bul_page_report *page)
{
    bul_text_add(text, BUL_STR(",\n   \"blocks\":["));
    for (size_t i = 0; i < page->blocks.count; i++) {
        begin_item(text, i, "    ");
        add_block(text, &page->blocks.items[i]);
    }
    bul_text_add_char(text, ']');
}

static const char *zone_name(bul_zone zone)
{
    switch (zone) {
    case BUL_ZONE_EAR:
        return "ear";
    case BUL_ZONE_LEFT_SIDE:
        return "left-side";
    case BUL_ZONE_RIGHT_SIDE:
        return "right-side";
    }
    return "unknown";
}

static void add_zone(bul_text *text, const bul_zone_report *zone)
{
    bul_text_addf(text, "{\"zone\":\"%s\"", zone_name(zone->zone));
    add_points(text, "x", zone->x);
    add_points(text, "y", zone->y);
    add_points(text, "width", zone->w);
    add_points(text, "height", zone->h);
    add_numbers(text, "articles", zone->articles.items, zone->articles.count);
    if (zone->zone == BUL_ZONE_EAR) {
        add_key(text, "block");
        add_block(text, &zone->block);
    }
    bul_text_add_char(text, '}');
}

/* Only pages that have any tell of them. */
static void add_zones(bul_text *text, const bul_page_report *page)
{
    if (page->zones.count == 0)
        return;
    bul_text_add(text, BUL_STR(",\n   \"zones\":["));
    for (size_t i = 0; i < page->zones.count; i++) {
        begin_item(text, i, "    ");
        add_zone(text, &page->zones.items[i]);
    }
    bul_text_add_char(text, ']');
}

static void add_picture(bul_text *text, uint32_t article,
                        const bul_placed_picture *placed)
{
    bul_text_addf(text, "{\"article\":%u", (unsigned)article);
    add_text(text, "file", placed->picture->path);
    add_number(text, "ppi", bul_proof_ppi(placed) / 1000);
    add_number(text, "crop_permille", bul_proof_crop_permille(placed));
    bul_text_add_char(text, '}');
}

static void add_pictures(bul_text *text, const bul_page *page)
{
    uint32_t article = 0;
    size_t count = 0;
    bul_text_add(text, BUL_STR(",\n   \"images\":["));
    for (size_t i = 0; i < page->items.count; i++) {
        const bul_item *item = &page->items.items[i];
        if (item->type == BUL_ITEM_BEGIN &&
            item->as.mark.role == BUL_ROLE_ARTICLE)
            article = item->as.mark.number;
        if (item->type == BUL_ITEM_END &&
            item->as.mark.role == BUL_ROLE_ARTICLE)
            article = 0;
        if (item->type != BUL_ITEM_PICTURE)
            continue;
        begin_item(text, count++, "    ");
        add_picture(text, article, &item->as.picture);
    }
    bul_text_add_char(text, ']');
}

/* The report of a page; one made in order where there is none. */
static bul_page_report report_of(const bul_edition *edition, size_t number)
{
    for (size_t i = 0; edition->report && i < edition->report->pages.count; i++)
        if (edition->report->pages.items[i].number == number)
            return edition->report->pages.items[i];
    return (bul_page_report){.number = number, .is_flow = true};
}

static void add_page(bul_text *text, const bul_page *page,
                     const bul_page_report *report)
{
    bul_text_addf(text, "{\"page\":%zu", page->number);
    add_claim(text, "flow", report->is_flow);
    add_number(text, "columns", report->columns);
    add_number(text, "rows", report->rows);
    add_number(text, "first_row", report->first_row);
    add_claim(text, "closed", report->is_closed);
    add_number(text, "white_rows", report->white_rows);
    add_number(text, "white_cells", report->white_cells);
    add_number(text, "cells", page_cells(report));
    add_number(text, "blank_cells", blank_cells(report));
    add_number(text, "cost", report->cost);
    add_number(text, "runner_up", report->runner_up);
    add_text(text, "tree", report->tree);
    add_number(text, "bumps", report->bumps);
    add_number(text, "stacked_heads", report->stacked);
    add_number(text, "foot_heads", report->foot_heads);
    add_number(text, "inversions", report->inversions);
    add_edges(text, report);
    add_hierarchy(text, report);
    add_pictures(text, page);
    add_blocks(text, report);
    add_zones(text, report);
    bul_text_add_char(text, '}');
}

static void add_pages(bul_report_writer *w)
{
    bul_text_add(&w->text, BUL_STR(",\n \"pages\":["));
    for (size_t i = 0; i < w->edition->pages.count; i++) {
        const bul_page *page = w->edition->pages.items[i];
        bul_page_report report = report_of(w->edition, page->number);
        begin_item(&w->text, i, "  ");
        add_page(&w->text, page, &report);
    }
    bul_text_add_char(&w->text, ']');
}

/* ---- Steps and articles left out. ---- */

static const char *step_name(bul_ladder_step step)
{
    switch (step) {
    case BUL_LADDER_EXCHANGE:
        return "exchange";
    case BUL_LADDER_FILLER:
        return "filler";
    case BUL_LADDER_DROP:
        return "drop";
    case BUL_LADDER_HOLD:
        return "hold";
    case BUL_LADDER_JUMP:
        return "jump";
    case BUL_LADDER_WHITE:
        return "white";
    case BUL_LADDER_OPEN:
        return "open";
    }
    return "unknown";
}

static void add_steps(bul_report_writer *w)
{
    const bul_makeup_report *report = w->edition->report;
    bul_text *text = &w->text;
    bul_text_add(text, BUL_STR(",\n \"steps\":["));
    for (size_t i = 0; report && i < report->steps.count; i++) {
        const bul_step_report *step = &report->steps.items[i];
        begin_item(text, i, "  ");
        bul_text_addf(text, "{\"step\":\"L%d\",\"what\":\"%s\"",
                      (int)step->step, step_name(step->step));
        add_number(text, "page", (int64_t)step->page);
        add_number(text, "article", step->article);
        add_number(text, "amount", step->amount);
        bul_text_add_char(text, '}');
    }
    bul_text_add_char(text, ']');
}

static void add_held(bul_report_writer *w)
{
    const bul_makeup_report *report = w->edition->report;
    bul_text *text = &w->text;
    bul_text_add(text, BUL_STR(",\n \"held\":["));
    for (size_t i = 0; report && i < report->held.count; i++) {
        uint32_t number = report->held.items[i];
        bul_named_article article = {0};
        if (number >= 1 && number <= w->subject.article_count)
            article = w->subject.articles[number - 1];
        begin_item(text, i, "  ");
        bul_text_addf(text, "{\"article\":%u", (unsigned)number);
        add_text(text, "file", article.file);
        add_text(text, "title", article.title);
        bul_text_add_char(text, '}');
    }
    bul_text_add_char(text, ']');
}

/* ---- The issue. ---- */

static void add_entry(bul_text *text, const char *key, int64_t number)
{
    bul_text_addf(text, ",\n \"%s\":", key);
    bul_text_add_int(text, number);
}

static void add_issue(bul_report_writer *w)
{
    const bul_edition *edition = w->edition;
    bul_text *text = &w->text;
    bul_text_add(text, BUL_STR("{\"report\":1,\n \"issue\":{\"name\":"));
    add_string(text, w->subject.name);
    add_text(text, "number", w->subject.number);
    add_key(text, "date");
    if (edition->year != 0)
        bul_text_addf(text, "\"%04d-%02d-%02d\"}", edition->year,
                      edition->month, edition->day);
    else
        bul_text_add(text, BUL_STR("\"\"}"));
    bul_text_addf(text, ",\n \"mode\":\"%s\"",
                  edition->report ? "modular" : "flow");
    add_entry(text, "pages_count", (int64_t)edition->pages.count);
}

static void add_totals(bul_report_writer *w)
{
    const bul_makeup_report *report = w->edition->report;
    int cells = 0, blank = 0, copy = report ? report->copy_cells : 0;
    for (size_t i = 0; report && i < report->pages.count; i++) {
        cells += page_cells(&report->pages.items[i]);
        blank += blank_cells(&report->pages.items[i]);
    }
    add_entry(&w->text, "cells", cells);
    add_entry(&w->text, "copy_cells", copy);
    add_entry(&w->text, "copy_permille",
              permille(copy, report ? report->cells : 0));
    add_entry(&w->text, "blank_cells", blank);
    add_entry(&w->text, "blank_permille", permille(blank, cells));
    add_entry(&w->text, "jumps", report ? report->jumps : 0);
}

bul_status bul_makeup_json_write(const bul_edition *edition,
                                 bul_makeup_subject subject, bul_arena *arena,
                                 bul_sink sink)
{
    bul_report_writer w = {
        .text = bul_text_in(arena), .edition = edition, .subject = subject};
    add_issue(&w);
    add_totals(&w);
    add_held(&w);
    add_steps(&w);
    add_pages(&w);
    bul_text_add(&w.text, BUL_STR("}\n"));
    bul_str text = bul_text_str(&w.text);
    return sink.write(sink.state, text.ptr, text.len) ? BUL_OK : BUL_IO_ERROR;
}
