/* SPDX-License-Identifier: MIT */
/* bulletin_product.c - what the PDF is made for, and what that needs besides
 * the pages: the profiles of its inks. */
#include "document.h"
#include "ink/icc.h"
#include "template/condition.h"
#include "template/palette.h"

#define PROFILE_LIMIT_BYTES ((size_t)4 << 20)

/* ---- Profiles of inks (layouts/inks). ---- */

static bul_str read_profile(bul_doc *doc, bul_str name)
{
    const char *const *dirs = bul_doc_data_dirs(&doc->options);
    for (; *dirs; dirs++) {
        bul_str folder = bul_path_join(&doc->arena, bul_str_from(*dirs),
                                       BUL_STR("layouts/inks"));
        bul_str bytes;
        if (bul_world_open(doc->world, &doc->arena, folder, name,
                           PROFILE_LIMIT_BYTES, &bytes) == BUL_WORLD_OK)
            return bytes;
    }
    bul_report(&doc->diag, BUL_MSG_INK_PROFILE_MISSING, (bul_span){0},
               BUL_ARGS(name));
    return (bul_str){0};
}

/* ---- Ways of printing. ---- */

/* A profile from outside, under the name it gives itself. */
static void take_profile(bul_doc *doc, bul_str folder, bul_line_of_text name,
                         bul_condition *condition)
{
    bul_str bytes;
    bul_icc icc;
    if (bul_world_open(doc->world, &doc->arena, folder, name.text,
                       PROFILE_LIMIT_BYTES, &bytes) != BUL_WORLD_OK) {
        bul_report(&doc->diag, BUL_MSG_INK_PROFILE_MISSING, name.span,
                   BUL_ARGS(name.text));
        return;
    }
    if (!bul_icc_read_press(&doc->arena, &doc->diag, name.span, name.text,
                            bytes, &icc))
        return;
    /* PDF 1.4 is older than the fourth version of ICC's. */
    if (doc->product.exchange == BUL_EXCHANGE_X1A && icc.major > 2)
        bul_report(&doc->diag, BUL_MSG_INK_VERSION, name.span,
                   BUL_ARGS(name.text, BUL_STR("4")));
    condition->profile = icc.bytes;
    if (condition->title.len == 0)
        condition->title = bul_icc_description(&doc->arena, &icc);
}

static bool is_path(bul_str condition)
{
    return bul_str_ends(condition, BUL_STR(".icc")) ||
           bul_str_ends(condition, BUL_STR(".ICC")) ||
           bul_str_ends(condition, BUL_STR(".icm"));
}

static void take_named(bul_doc *doc, bul_line_of_text name,
                       bul_condition *condition)
{
    bul_named_condition found;
    if (!bul_condition_find(&doc->arena, doc->world, &doc->diag,
                            bul_doc_data_dirs(&doc->options), name.text,
                            name.span, &found))
        return;
    condition->identifier = found.identifier;
    condition->title = found.title;
    condition->ink_limit = found.ink_limit;
    take_profile(doc, found.folder,
                 (bul_line_of_text){found.profile, name.span}, condition);
}

/* What the job is printed on: the press asks; screens and office printers show
 * inks as they look on coated paper. */
static void find_condition(bul_doc *doc)
{
    const bul_print *print = &doc->issue->print;
    bul_condition *condition = BUL_NEW(&doc->arena, bul_condition, 1);
    bul_line_of_text name = print->condition;
    doc->product.condition = condition;
    condition->ink_limit = 300;
    if (doc->product.exchange == BUL_EXCHANGE_NONE) {
        condition->profile = read_profile(doc, BUL_STR("coated.icc"));
        return;
    }
    if (name.text.len == 0)
        name.text = BUL_STR("coated");
    if (is_path(name.text))
        take_profile(doc, doc->issue->folder, name, condition);
    else
        take_named(doc, name, condition);
    if (print->ink_limit > 0)
        condition->ink_limit = print->ink_limit;
}

/* ---- Two inks (套红). ---- */

#define SPOT_NAME_BYTES ((size_t)100)

/* All and None mean something to every reader; process inks are not spots. */
static bool is_taken(bul_str name)
{
    static const char *const taken[] = {"All",    "None",  "Cyan", "Magenta",
                                        "Yellow", "Black", "黑"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (bul_str_equal(name, bul_str_from(taken[i])))
            return true;
    return name.len > SPOT_NAME_BYTES;
}

static void find_spot(bul_doc *doc)
{
    const bul_print *print = &doc->issue->print;
    bul_spot *spot = BUL_NEW(&doc->arena, bul_spot, 1);
    static const bul_palette no_names = {0};
    *spot = (bul_spot){BUL_STR("专色红"), {BUL_COLOR_CMYK, 0, 1000, 1000, 0}};
    if (print->spot.text.len > 0)
        spot->name = print->spot.text;
    if (is_taken(spot->name))
        bul_report(&doc->diag, BUL_MSG_INK_SPOT_NAME, print->spot.span,
                   BUL_ARGS(spot->name));
    if (print->spot_looks.text.len > 0 &&
        !bul_palette_read(&no_names, print->spot_looks.text, &spot->looks))
        bul_report(&doc->diag, BUL_MSG_INK_SPOT_LOOKS, print->spot_looks.span,
                   BUL_ARGS(print->spot_looks.text));
    doc->product.spot = spot;
    doc->product.inks = BUL_INKS_TWO;
    doc->product.photos = BUL_PHOTOS_BLACK;
}

/* Shops that ask for outlines want no text either: what is drawn is not read. */
static void take_outlines(bul_doc *doc)
{
    bul_product *product = &doc->product;
    bool is_press = product->exchange != BUL_EXCHANGE_NONE;
    if (!is_press && doc->options.outline_text)
        bul_report(&doc->diag, BUL_MSG_PDF_OUTLINE_USE, (bul_span){0},
                   BUL_NO_ARGS);
    if (!is_press ||
        (!doc->options.outline_text && !doc->issue->print.has_outlines))
        return;
    product->has_outlines = true;
    product->archive_part = 0;
    product->is_universal = product->is_tagged = false;
}

/* One plate is for the press alone: nobody reads it, and no standard of
 * archives holds for half a page. */
static void take_plate(bul_doc *doc)
{
    bul_product *product = &doc->product;
    product->plate = doc->options.plate;
    product->archive_part = 0;
    product->is_universal = product->is_tagged = false;
}

static void find_inks(bul_doc *doc)
{
    bool is_plate = doc->options.plate != BUL_PLATE_ALL;
    if (doc->product.inks == BUL_INKS_LIGHT) {
        if (is_plate)
            bul_report(&doc->diag, BUL_MSG_INK_PLATE_OF_LIGHT, (bul_span){0},
                       BUL_NO_ARGS);
        return;
    }
    if (doc->issue->print.spot.text.len > 0 || is_plate)
        find_spot(doc);
    if (is_plate)
        take_plate(doc);
}

void bul_doc_make_product(bul_doc *doc)
{
    bul_profile profile = doc->options.profile;
    if (profile == BUL_PROFILE_BY_ISSUE)
        profile = doc->issue->print.profile;
    doc->product = bul_product_for(profile);
    find_condition(doc);
    doc->product.screen_profile = read_profile(doc, BUL_STR("srgb.icc"));
    find_inks(doc);
    take_outlines(doc);
    doc->product.nudge_x = bul_mpt_from_mm(doc->options.nudge_x / 2.0);
    doc->product.nudge_y = bul_mpt_from_mm(doc->options.nudge_y / 2.0);
    if (doc->product.archive_part == 3)
        bul_doc_gather_sources(doc);
}
