/* SPDX-License-Identifier: MIT */
#include "proof/makeup_text.h"

#include "base/str.h"

typedef struct writing {
    const bul_makeup_report *report;
    bul_text text;
    bool is_chinese;
} writing;

/* Chinese or English, {0} to {3} replaced by numbers. */
static void say(writing *w, const char *chinese, const char *english,
                const int *values)
{
    for (const char *c = w->is_chinese ? chinese : english; *c != '\0'; c++) {
        if (c[0] == '{' && c[1] >= '0' && c[1] <= '3' && c[2] == '}') {
            bul_text_add_int(&w->text, values[c[1] - '0']);
            c += 2;
            continue;
        }
        bul_text_add(&w->text, (bul_str){c, 1});
    }
}

#define VALUES(...) ((const int[4]){__VA_ARGS__})

static void say_title(writing *w, bul_str title)
{
    bul_text_add(&w->text, w->is_chinese ? BUL_STR("《") : BUL_STR("'"));
    bul_text_add(&w->text, title);
    bul_text_add(&w->text, w->is_chinese ? BUL_STR("》") : BUL_STR("'"));
}

static bul_status deliver(const writing *w, bul_sink sink)
{
    return sink.write(sink.state, w->text.ptr, w->text.len) ? BUL_OK
                                                            : BUL_IO_ERROR;
}

/* ---- What would close a page. ---- */

static int blank_cells(const bul_page_report *page)
{
    int cells = page->white_cells + page->white_rows * page->columns;
    for (size_t i = 0; i < page->blocks.count; i++)
        cells += page->blocks.items[i].blanks;
    return cells;
}

static void say_page(writing *w, const bul_page_report *page)
{
    int number = (int)page->number;
    if (page->is_flow) {
        say(w, "第{0}版：按次序排的，没有算版面。\n",
            "page {0}: in order, nothing to fit.\n", VALUES(number));
        return;
    }
    int blank = blank_cells(page), cells = page->columns * page->rows;
    int permille = cells > 0 ? blank * 1000 / cells : 0;
    if (page->is_closed)
        say(w, "第{0}版：排满了，{1} 篇，空 {2} 格（{3}‰）。\n",
            "page {0}: closed, {1} articles, {2} cells blank (0.{3}).\n",
            VALUES(number, (int)page->blocks.count, blank, permille));
    else
        say(w, "第{0}版：没有排满，{1} 篇，空 {2} 格（{3}‰）。\n",
            "page {0}: open, {1} articles, {2} cells blank ({3} per mille).\n",
            VALUES(number, (int)page->blocks.count, blank, permille));
}

static void say_places(writing *w, const bul_repair *repair)
{
    bool is_cut = repair->kind == BUL_REPAIR_CUT;
    for (size_t i = 0; i < repair->places.count; i++) {
        const bul_repair_place *place = &repair->places.items[i];
        if (i > 0)
            bul_text_add(&w->text,
                         w->is_chinese ? BUL_STR("、") : BUL_STR(", "));
        say(w, is_cut ? "第{0}段删{1}字" : "第{0}段加{1}字",
            is_cut ? "cut {1} characters of paragraph {0}"
                   : "add {1} characters to paragraph {0}",
            VALUES(place->paragraph, place->characters));
    }
    int lines = repair->lines < 0 ? -repair->lines : repair->lines;
    say(w, is_cut ? "，共删{0}字省{1}行" : "，共加{0}字多{1}行",
        is_cut ? ": {0} characters, {1} lines fewer"
               : ": {0} characters, {1} lines more",
        VALUES(repair->characters, lines));
}

static void say_repair(writing *w, const bul_repair *repair)
{
    say(w, "  · ", "  - ", NULL);
    switch (repair->kind) {
    case BUL_REPAIR_CUT:
    case BUL_REPAIR_ADD:
        say_title(w, repair->title);
        say(w, "", " ", NULL);
        say_places(w, repair);
        break;
    case BUL_REPAIR_FREE:
        say_title(w, repair->title);
        say(w, "去掉“占栏”", " without its columns", NULL);
        break;
    case BUL_REPAIR_FILL:
        say(w, "加一篇 {0} 栏 × {1} 行的短稿或补白",
            "add a filler of {0} columns x {1} rows",
            VALUES(repair->columns, repair->rows));
        break;
    }
    if (repair->is_for_ear)
        say(w, "（正好排满报眼）", " (fills the ear)", NULL);
    if (repair->brings_back)
        say(w, "（没排下的稿件就能回来）", " (brings back what had no room)",
            NULL);
    say(w, "\n", "\n", NULL);
}

static void say_repairs(writing *w, size_t page)
{
    for (size_t i = 0; i < w->report->repairs.count; i++)
        if (w->report->repairs.items[i].page == page)
            say_repair(w, &w->report->repairs.items[i]);
}

bul_status bul_fit_write(const bul_edition *edition, bul_arena *arena,
                         bul_message_language language, bul_sink sink)
{
    writing w = {.report = edition->report,
                 .text = bul_text_in(arena),
                 .is_chinese = language == BUL_LANG_CHINESE};
    if (edition->report == NULL) {
        say(&w, "这一期按次序排（流排），不用拼版。\n",
            "This issue is made up in order; there is nothing to fit.\n", NULL);
        return deliver(&w, sink);
    }
    int cells = w.report->cells > 0 ? w.report->cells : 1;
    say(&w, "稿件占版面的 {0}‰。\n", "Copy is {0} per mille of the pages.\n",
        VALUES((int)((int64_t)w.report->copy_cells * 1000 / cells)));
    for (size_t i = 0; i < w.report->pages.count; i++) {
        say_page(&w, &w.report->pages.items[i]);
        say_repairs(&w, w.report->pages.items[i].number);
    }
    return deliver(&w, sink);
}

/* ---- Why an article stands where it does. ---- */

static bool is_meant(const bul_block_report *block, bul_str article)
{
    return bul_str_equal(block->file, article) ||
           bul_str_ends(article, block->file) ||
           (article.len > 0 &&
            bul_str_find(block->title, article) < block->title.len);
}

static bool is_in(const bul_zone_report *zone, uint32_t article)
{
    for (size_t i = 0; i < zone->articles.count; i++)
        if (zone->articles.items[i] == article)
            return true;
    return false;
}

static const bul_block_report *block_of(const bul_page_report *page,
                                        uint32_t article)
{
    for (size_t i = 0; i < page->blocks.count; i++)
        if (page->blocks.items[i].article == article)
            return &page->blocks.items[i];
    return NULL;
}

static void say_side(writing *w, const bul_page_report *page,
                     const bul_zone_report *zone)
{
    bool is_left = zone->zone == BUL_ZONE_LEFT_SIDE;
    say(w, is_left ? "  版区　左边栏，通到版底" : "  版区　右边栏，通到版底",
        is_left ? "  zone      column at the left, down to the foot"
                : "  zone      column at the right, down to the foot",
        NULL);
    say(w, zone->articles.count > 1 ? "，自上而下 " : "，一篇排满",
        zone->articles.count > 1 ? ", from its top " : ", filled by this alone",
        NULL);
    for (size_t i = 0; zone->articles.count > 1 && i < zone->articles.count;
         i++) {
        const bul_block_report *block = block_of(page, zone->articles.items[i]);
        if (i > 0)
            say(w, "", ", ", NULL);
        if (block)
            say_title(w, block->title);
    }
    say(w, "\n", "\n", NULL);
}

static bool is_in_ear(const bul_page_report *page,
                      const bul_block_report *block)
{
    for (size_t i = 0; i < page->zones.count; i++)
        if (&page->zones.items[i].block == block)
            return true;
    return false;
}

/* In the ear, which has no columns and rows of the page, or in the page and
 * perhaps a side column. */
static void say_place(writing *w, const bul_page_report *page,
                      const bul_block_report *block)
{
    if (is_in_ear(page, block)) {
        say(w, "  版区　报眼，报头旁边，{0} 栏 {1} 行\n",
            "  zone      ear, beside the nameplate: {0} columns, {1} rows\n",
            VALUES(block->columns, block->rows));
        return;
    }
    say(w, "  位置　第{0}栏起 {1} 栏，第{2}行起 {3} 行\n",
        "  place     column {0}, {1} wide; row {2}, {3} deep\n",
        VALUES(block->column + 1, block->columns, block->row + 1, block->rows));
    for (size_t i = 0; i < page->zones.count; i++)
        if (page->zones.items[i].zone != BUL_ZONE_EAR &&
            is_in(&page->zones.items[i], block->article))
            say_side(w, page, &page->zones.items[i]);
}

static void say_block(writing *w, const bul_page_report *page,
                      const bul_block_report *block)
{
    say_title(w, block->title);
    say(w, "　第{0}版\n", "  page {0}\n", VALUES((int)page->number));
    say_place(w, page, block);
    say(w, "  题　　{0}.{1} 磅，{2} 行，题区 {3} 行\n",
        "  head      {0}.{1} pt, lines {2}, rows {3}\n",
        VALUES((int)(block->title_size / 1000),
               (int)(block->title_size % 1000 / 100), block->title_lines,
               block->head_rows));
    say(w, "  伸缩　正文 {0} 行，图 {1} 行，空 {2} 格\n",
        "  elastic   text {0} lines, pictures {1} rows, {2} cells blank\n",
        VALUES(block->text_lines, block->picture_rows, block->blanks));
    if (block->uses_other_title || block->is_boxed)
        say(w, block->is_boxed ? "  　　　加了框\n" : "  　　　用了备选标题\n",
            block->is_boxed ? "            in a frame\n"
                            : "            with another title\n",
            NULL);
    if (block->pull_quote.len > 0)
        say(w, "  　　　放了引语块\n", "            with a pull quote\n", NULL);
    if (is_in_ear(page, block)) {
        say(w, "  代价　本篇 {0}", "  cost      this {0}", VALUES(block->cost));
    } else {
        say(w, "  代价　本篇 {0}，全版 {1}，次好的拼法 {2}\n",
            "  cost      this {0}, page {1}, runner-up {2}\n",
            VALUES(block->cost, page->cost, page->runner_up));
        say(w, "  切法　", "  cuts      ", NULL);
        bul_text_add(&w->text, page->tree);
    }
    say(w, "\n  还能占（栏×行，代价）　", "\n  could be  ", NULL);
    for (size_t i = 0; i < block->ways.count; i++)
        say(w, i > 0 ? "、{0}×{1}({2})" : "{0}×{1}({2})",
            i > 0 ? ", {0}x{1}({2})" : "{0}x{1}({2})",
            VALUES(block->ways.items[i].columns, block->ways.items[i].rows,
                   block->ways.items[i].cost));
    say(w, "\n", "\n", NULL);
}

bul_status bul_explain_write(const bul_edition *edition, bul_arena *arena,
                             bul_message_language language, bul_str article,
                             bul_sink sink)
{
    writing w = {.report = edition->report,
                 .text = bul_text_in(arena),
                 .is_chinese = language == BUL_LANG_CHINESE};
    size_t found = 0;
    for (size_t i = 0; w.report && i < w.report->pages.count; i++) {
        const bul_page_report *page = &w.report->pages.items[i];
        for (size_t n = 0; n < page->zones.count; n++)
            if (page->zones.items[n].zone == BUL_ZONE_EAR &&
                is_meant(&page->zones.items[n].block, article)) {
                say_block(&w, page, &page->zones.items[n].block);
                found++;
            }
        for (size_t n = 0; n < page->blocks.count; n++)
            if (is_meant(&page->blocks.items[n], article)) {
                say_block(&w, page, &page->blocks.items[n]);
                found++;
            }
    }
    if (found == 0)
        say(&w,
            w.report ? "拼好的版面里没有这篇稿件。\n"
                     : "这一期按次序排（流排），没有拼版。\n",
            w.report ? "No page has such an article.\n"
                     : "This issue is made up in order.\n",
            NULL);
    bul_status status = deliver(&w, sink);
    return status == BUL_OK && found == 0 ? BUL_INPUT_ERRORS : status;
}
