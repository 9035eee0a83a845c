/* SPDX-License-Identifier: MIT */
/* bulletin_sheets.c - pages onto press sheets (拼大版), as the issue or the
 * caller asks. */
#include "document.h"
#include "layout/press_sheet.h"
#include "template/paper.h"

/* A sheet of 80 g offset paper is about so thick; with each sheet further in,
 * pages stand so much nearer to the spine. */
#define SADDLE_CREEP_MM 0.1
#define MOST_CREEP      28346 /* 10 mm */

static bul_sheets asked_for(const bul_doc *doc)
{
    bul_sheets asked = doc->options.sheets;
    if (asked == BUL_SHEETS_BY_ISSUE)
        asked = doc->issue->print.sheets;
    return asked == BUL_SHEETS_BY_ISSUE ? BUL_SHEETS_SINGLE : asked;
}

/* ---- What is asked for ---- */

static bul_mpt read_creep(bul_doc *doc, bul_sheets asked)
{
    const bul_line_of_text *text = &doc->issue->print.creep;
    bul_mpt creep = 0;
    if (text->text.len == 0)
        return asked == BUL_SHEETS_SADDLE ? bul_mpt_from_mm(SADDLE_CREEP_MM)
                                          : 0;
    if (!bul_measure_read(text->text, (bul_measure_base){0}, &creep) ||
        creep < 0 || creep > MOST_CREEP)
        bul_report(&doc->diag, BUL_MSG_SHEET_CREEP, text->span,
                   BUL_ARGS(text->text));
    return creep;
}

static bool binds_right(const bul_doc *doc)
{
    bul_binding binding = doc->issue->print.binding;
    return binding == BUL_BINDING_BY_LAYOUT ? doc->template->rules.is_vertical
                                            : binding == BUL_BINDING_RIGHT;
}

static void ask_for_up(bul_sheet_order *order, bul_sheets asked)
{
    bool is_turned = asked != BUL_SHEETS_FOUR_UP;
    order->scheme = BUL_SCHEME_UP;
    order->bleed = 0;
    order->across = asked == BUL_SHEETS_EIGHT_UP ? 4 : 2;
    order->down = asked == BUL_SHEETS_TWO_UP ? 1 : 2;
    order->paper_width = is_turned ? order->page_height : order->page_width;
    order->paper_height = is_turned ? order->page_width : order->page_height;
}

static bul_sheet_order order_of(bul_doc *doc, bul_sheets asked)
{
    const bul_page *page = doc->edition->pages.items[0];
    bul_sheet_order order = {.page_count = doc->edition->pages.count,
                             .page_width = page->width,
                             .page_height = page->height,
                             .bleed = doc->product.is_trimmed ? 0 : page->bleed,
                             .binds_right = binds_right(doc)};
    switch (asked) {
    case BUL_SHEETS_FOLD:
    case BUL_SHEETS_SADDLE:
        order.scheme = BUL_SCHEME_FOLD;
        order.creep = read_creep(doc, asked);
        break;
    case BUL_SHEETS_TWO_UP:
    case BUL_SHEETS_FOUR_UP:
    case BUL_SHEETS_EIGHT_UP:
        ask_for_up(&order, asked);
        break;
    case BUL_SHEETS_REPEAT:
        order.scheme = BUL_SCHEME_REPEAT;
        break;
    case BUL_SHEETS_BY_ISSUE:
    case BUL_SHEETS_SINGLE:
        break;
    }
    return order;
}

/* ---- Paper ---- */

static void swap(bul_mpt *a, bul_mpt *b)
{
    bul_mpt kept = *a;
    *a = *b;
    *b = kept;
}

/* False where the issue names none, or none that there is. */
static bool read_paper(bul_doc *doc, bul_mpt *width, bul_mpt *height)
{
    const bul_line_of_text *paper = &doc->issue->print.paper;
    if (paper->text.len == 0)
        return false;
    bul_opener opener = {
        .arena = &doc->arena, .world = doc->world, .diag = &doc->diag};
    bul_wanted_paper wanted = {paper->text, paper->span, BUL_MSG_SHEET_PAPER};
    return bul_paper_find(&opener, bul_doc_data_dirs(&doc->options), &wanted,
                          width, height);
}

/* Smaller pages fill the paper; the way round that leaves them larger. */
static void take_paper_for_up(bul_doc *doc, bul_sheet_order *order)
{
    bul_mpt width, height;
    if (!read_paper(doc, &width, &height))
        return;
    bool lies = order->paper_width > order->paper_height;
    if ((width > height) != lies)
        swap(&width, &height);
    order->paper_width = width;
    order->paper_height = height;
}

static bul_str millimetres(bul_doc *doc, bul_mpt width, bul_mpt height)
{
    bul_text text = bul_text_in(&doc->arena);
    bul_text_addf(&text, "%.1f × %.1f", BUL_MM(width), BUL_MM(height));
    return bul_text_str(&text);
}

/* The sheet stands in the middle of the paper: the way it lies itself, or the
 * other where it fits only so. */
static void take_paper(bul_doc *doc, bul_press_job *job,
                       const bul_imposition *imposition)
{
    bul_mpt width, height, paper_width, paper_height;
    if (!read_paper(doc, &paper_width, &paper_height))
        return;
    bul_press_sheet_size(job, imposition, &width, &height);
    if ((width > height) != (paper_width > paper_height))
        swap(&paper_width, &paper_height);
    if (width > paper_width || height > paper_height)
        swap(&paper_width, &paper_height);
    if (width > paper_width || height > paper_height) {
        bul_report(&doc->diag, BUL_MSG_SHEET_PAPER_SMALL,
                   doc->issue->print.paper.span,
                   BUL_ARGS(doc->issue->print.paper.text,
                            millimetres(doc, width, height)));
        return;
    }
    job->paper_width = paper_width;
    job->paper_height = paper_height;
}

/* ---- The slug ---- */

static bul_str slug_of(bul_doc *doc)
{
    const bul_edition *edition = doc->edition;
    bul_text text = bul_text_in(&doc->arena);
    bul_text_add(&text, edition->title);
    if (edition->year > 0)
        bul_text_addf(&text, "　%04d-%02d-%02d", edition->year, edition->month,
                      edition->day);
    if (doc->product.spot) {
        bul_text_add(&text, BUL_STR("　"));
        if (doc->product.plate != BUL_PLATE_SPOT)
            bul_text_add(&text, BUL_STR("黑"));
        if (doc->product.plate == BUL_PLATE_ALL)
            bul_text_add(&text, BUL_STR("＋"));
        if (doc->product.plate != BUL_PLATE_BLACK)
            bul_text_add(&text, doc->product.spot->name);
    }
    return bul_text_str(&text);
}

/* ---- Sheets ---- */

/* Pages that are parts of something have no order to be read in, and their
 * links are not where they were. */
static void drop_claims(bul_doc *doc, bul_edition *sheets)
{
    bul_product *product = &doc->product;
    product->archive_part = 0;
    if (product->duplex != BUL_DUPLEX_UNSAID)
        product->duplex = BUL_DUPLEX_SHORT_EDGE;
    product->is_universal = product->is_tagged = false;
    product->is_without_links = product->is_without_outline = true;
    memset(&sheets->bookmarks, 0, sizeof sheets->bookmarks);
}

static void tell_of_blanks(bul_doc *doc, const bul_imposition *imposition)
{
    if (imposition->blank_count > 0)
        bul_report(
            &doc->diag, BUL_MSG_SHEET_BLANKS, (bul_span){0},
            BUL_ARGS(
                bul_str_int(&doc->arena, (int64_t)doc->edition->pages.count),
                bul_str_int(&doc->arena, (int64_t)imposition->blank_count)));
}

/* What the issue says is for its printed products, and not wrong for others. */
static void refuse_light(bul_doc *doc)
{
    if (doc->options.press_marks || doc->options.sheets > BUL_SHEETS_SINGLE)
        bul_report(&doc->diag, BUL_MSG_SHEET_OF_LIGHT, (bul_span){0},
                   BUL_NO_ARGS);
}

const bul_edition *bul_doc_lay_sheets(bul_doc *doc)
{
    bul_sheets asked = asked_for(doc);
    bool has_marks = doc->options.press_marks || doc->issue->print.has_marks;
    bool has_paper = doc->issue->print.paper.text.len > 0;
    if (doc->edition->pages.count == 0 ||
        (asked == BUL_SHEETS_SINGLE && !has_marks && !has_paper))
        return doc->edition;
    if (doc->product.inks == BUL_INKS_LIGHT) {
        refuse_light(doc);
        return doc->edition;
    }
    bul_press_job job = {.order = order_of(doc, asked),
                         .has_marks = has_marks,
                         .is_two_inks = doc->product.inks == BUL_INKS_TWO,
                         .slug = slug_of(doc)};
    if (job.order.scheme == BUL_SCHEME_UP)
        take_paper_for_up(doc, &job.order);
    bul_imposition imposition = bul_impose(&doc->arena, &job.order);
    if (job.order.scheme != BUL_SCHEME_UP)
        take_paper(doc, &job, &imposition);
    tell_of_blanks(doc, &imposition);
    bul_edition *sheets =
        bul_press_sheets(doc->compositor, doc->edition, &job, &imposition);
    if (asked != BUL_SHEETS_SINGLE)
        drop_claims(doc, sheets);
    return sheets;
}
