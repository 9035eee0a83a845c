/* SPDX-License-Identifier: MIT */
/* proof.c - pages to text: headings, marks as indentation, items in reading
 * order. The form is described in README.md of this room; expected proofs of
 * the tests depend on it to the byte. */
#include "proof/proof.h"

#include "proof/proof_drawing.h"
#include "proof/proof_line.h"
#include "proof/proof_picture.h"

/* This many small bars in a row are a figure (a QR code), shown as one line. */
#define BAR_FOLD_COUNT 25

#define INDENT_STEP 2

typedef struct bul_proof {
    bul_text text; /* of the page at hand */
    bul_sink sink;
    size_t depth;
} bul_proof;

static void begin_line(bul_proof *proof)
{
    for (size_t i = 0; i < proof->depth * INDENT_STEP; i++)
        bul_text_add_char(&proof->text, ' ');
}

static void add_named_pt(bul_text *text, const char *name, int64_t mpt)
{
    bul_text_addf(text, "  %s ", name);
    bul_proof_pt_add(text, mpt);
}

static void add_box(bul_text *text, bul_mpt x, bul_mpt y, bul_mpt w, bul_mpt h)
{
    add_named_pt(text, "x", x);
    add_named_pt(text, "y", y);
    add_named_pt(text, "w", w);
    add_named_pt(text, "h", h);
}

/* Millimetres with three decimals, in whole micrometres. */
static void add_mm(bul_text *text, bul_mpt length)
{
    bul_proof_pt_add(text, bul_mpt_scale(length, 25400, 72000));
}

/* ---- Bars. ---- */

static bool is_same_color(bul_color a, bul_color b)
{
    return a.space == b.space && a.c == b.c && a.m == b.m && a.y == b.y &&
           a.k == b.k;
}

/* How many bars of one colour stand in a row from `first` on. */
static size_t count_bars(const bul_page *page, size_t first)
{
    const bul_item *items = page->items.items;
    size_t count = 1;
    while (first + count < page->items.count &&
           items[first + count].type == BUL_ITEM_BAR &&
           items[first + count].as.bar.dash == 0 &&
           is_same_color(items[first].as.bar.color,
                         items[first + count].as.bar.color))
        count++;
    return count;
}

static uint64_t hash_length(uint64_t hash, bul_mpt length)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        hash = (hash ^ ((uint32_t)length >> shift & 0xFF)) * 0x100000001B3u;
    return hash;
}

/* Many bars as one line: the box around them, and a sum that changes with
 * any of them (FNV-1a over x, y, w, h). */
static void add_folded_bars(bul_proof *proof, const bul_item *items,
                            size_t count)
{
    bul_bar first = items[0].as.bar;
    bul_mpt left = first.x, top = first.y;
    bul_mpt right = first.x + first.w, bottom = first.y + first.h;
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < count; i++) {
        bul_bar bar = items[i].as.bar;
        left = bar.x < left ? bar.x : left;
        top = bar.y < top ? bar.y : top;
        right = bar.x + bar.w > right ? bar.x + bar.w : right;
        bottom = bar.y + bar.h > bottom ? bar.y + bar.h : bottom;
        hash = hash_length(hash_length(hash, bar.x), bar.y);
        hash = hash_length(hash_length(hash, bar.w), bar.h);
    }
    begin_line(proof);
    bul_text_addf(&proof->text, "bars %zu", count);
    add_box(&proof->text, left, top, right - left, bottom - top);
    bul_proof_ink_add(&proof->text, first.color);
    bul_text_addf(&proof->text, "  sum %016llx\n", (unsigned long long)hash);
}

static void add_bar(bul_proof *proof, const bul_bar *bar)
{
    begin_line(proof);
    bul_text_add(&proof->text, BUL_STR("bar"));
    add_box(&proof->text, bar->x, bar->y, bar->w, bar->h);
    if (bar->dash > 0)
        add_named_pt(&proof->text, "dash", bar->dash);
    bul_proof_ink_add(&proof->text, bar->color);
    bul_text_add_char(&proof->text, '\n');
}

static size_t add_bars(bul_proof *proof, const bul_page *page, size_t first)
{
    const bul_item *items = page->items.items + first;
    size_t count = items[0].as.bar.dash == 0 ? count_bars(page, first) : 1;
    if (count >= BAR_FOLD_COUNT) {
        add_folded_bars(proof, items, count);
        return count;
    }
    for (size_t i = 0; i < count; i++)
        add_bar(proof, &items[i].as.bar);
    return count;
}

/* ---- Pictures. ---- */

static void add_picture(bul_proof *proof, const bul_placed_picture *placed)
{
    bul_text *text = &proof->text;
    begin_line(proof);
    bul_text_add(text, BUL_STR("picture"));
    add_box(text, placed->x, placed->y, placed->w, placed->h);
    bul_text_add(text, BUL_STR("  "));
    add_mm(text, placed->w);
    bul_text_add_char(text, 'x');
    add_mm(text, placed->h);
    bul_text_add(text, BUL_STR("mm  "));
    bul_proof_pt_add(text, bul_proof_ppi(placed));
    bul_text_add(text, BUL_STR("ppi"));
    if (placed->crop_sides > 0)
        add_named_pt(text, "crop-sides", placed->crop_sides);
    if (placed->crop_ends > 0)
        add_named_pt(text, "crop-ends", placed->crop_ends);
    bul_text_add(text, BUL_STR("  "));
    bul_proof_text_add(text, placed->picture->path);
    if (placed->caption.len > 0) {
        bul_text_add(text, BUL_STR("  "));
        bul_proof_text_add(text, placed->caption);
    }
    bul_text_add_char(text, '\n');
}

/* ---- Marks. ---- */

static const char *role_name(bul_role role)
{
    switch (role) {
    case BUL_ROLE_FURNITURE:
        return "furniture";
    case BUL_ROLE_MASTHEAD:
        return "masthead";
    case BUL_ROLE_ENTRY:
        return "entry";
    case BUL_ROLE_ARTICLE:
        return "article";
    case BUL_ROLE_HEADLINE:
        return "headline";
    case BUL_ROLE_HEAD_LINE:
        return "head-line";
    case BUL_ROLE_PARAGRAPH:
        return "paragraph";
    case BUL_ROLE_CROSSHEAD:
        return "crosshead";
    case BUL_ROLE_LIST_ITEM:
        return "list-item";
    case BUL_ROLE_QUOTE:
        return "quote";
    case BUL_ROLE_FIGURE:
        return "figure";
    case BUL_ROLE_CAPTION:
        return "caption";
    case BUL_ROLE_TABLE:
        return "table";
    case BUL_ROLE_ROW:
        return "row";
    case BUL_ROLE_CELL:
        return "cell";
    case BUL_ROLE_BOX:
        return "box";
    case BUL_ROLE_NOTE:
        return "note";
    case BUL_ROLE_TAIL:
        return "tail";
    }
    return "unknown";
}

static void begin_mark(bul_proof *proof, bul_mark mark)
{
    begin_line(proof);
    bul_text_addf(&proof->text, "%s", role_name(mark.role));
    if (mark.number > 0)
        bul_text_addf(&proof->text, " %u", (unsigned)mark.number);
    bul_text_add_char(&proof->text, '\n');
    proof->depth++;
}

/* ---- Pages. ---- */

/* Writes the item at `index`, with those that belong to it; returns how many
 * were taken. */
static size_t add_item(bul_proof *proof, const bul_page *page, size_t index)
{
    const bul_item *item = &page->items.items[index];
    size_t count = 1;
    switch (item->type) {
    case BUL_ITEM_GLYPHS:
        count = bul_proof_line_length(page, index);
        begin_line(proof);
        bul_proof_line_add(&proof->text, page, index, count);
        break;
    case BUL_ITEM_BAR:
        count = add_bars(proof, page, index);
        break;
    case BUL_ITEM_PICTURE:
        add_picture(proof, &item->as.picture);
        break;
    case BUL_ITEM_DRAWING:
        count = bul_proof_drawing_count(page, index);
        begin_line(proof);
        bul_proof_drawing_add(&proof->text, page, index, count);
        break;
    case BUL_ITEM_BEGIN:
        begin_mark(proof, item->as.mark);
        break;
    case BUL_ITEM_END:
        proof->depth -= proof->depth > 1;
        break;
    }
    return count;
}

static void add_page_heading(bul_proof *proof, const bul_page *page,
                             size_t page_count)
{
    bul_text *text = &proof->text;
    bul_text_addf(text, "page %zu of %zu  ", page->number, page_count);
    add_mm(text, page->width);
    bul_text_add_char(text, 'x');
    add_mm(text, page->height);
    bul_text_add(text, BUL_STR("mm"));
    if (page->bleed > 0) {
        bul_text_add(text, BUL_STR("  bleed "));
        add_mm(text, page->bleed);
        bul_text_add(text, BUL_STR("mm"));
    }
    if (page->label.len > 0) {
        bul_text_add(text, BUL_STR("  label "));
        bul_proof_text_add(text, page->label);
    }
    bul_text_add_char(text, '\n');
}

static void add_page(bul_proof *proof, const bul_page *page, size_t page_count)
{
    add_page_heading(proof, page, page_count);
    proof->depth = 1;
    for (size_t i = 0; i < page->items.count;)
        i += add_item(proof, page, i);
    proof->depth = 1;
    for (size_t i = 0; i < page->links.count; i++) {
        const bul_link *link = &page->links.items[i];
        begin_line(proof);
        bul_text_add(&proof->text, BUL_STR("link"));
        add_box(&proof->text, link->x, link->y, link->w, link->h);
        bul_text_add(&proof->text, BUL_STR("  "));
        bul_proof_text_add(&proof->text, link->url);
        bul_text_add_char(&proof->text, '\n');
    }
}

/* ---- The edition. ---- */

static void add_fact(bul_text *text, const char *name, bul_str value)
{
    if (value.len == 0)
        return;
    bul_text_addf(text, "  %s ", name);
    bul_proof_text_add(text, value);
    bul_text_add_char(text, '\n');
}

static void add_heading(bul_proof *proof, const bul_edition *edition)
{
    bul_text *text = &proof->text;
    bul_text_add(text, BUL_STR("edition "));
    bul_proof_text_add(text, edition->title);
    if (edition->year != 0)
        bul_text_addf(text, "  %04d-%02d-%02d", edition->year, edition->month,
                      edition->day);
    bul_text_add_char(text, '\n');
    add_fact(text, "author", edition->author);
    add_fact(text, "subject", edition->subject);
    add_fact(text, "language", edition->language);
}

static void add_bookmarks(bul_proof *proof, const bul_edition *edition)
{
    for (size_t i = 0; i < edition->bookmarks.count; i++) {
        const bul_bookmark *bookmark = &edition->bookmarks.items[i];
        bul_text_addf(&proof->text, "bookmark  page %zu",
                      bookmark->page_index + 1);
        add_named_pt(&proof->text, "y", bookmark->y);
        bul_text_add(&proof->text, BUL_STR("  "));
        bul_proof_text_add(&proof->text, bookmark->title);
        bul_text_add_char(&proof->text, '\n');
    }
}

/* Hands over what there is; the text is used again for the next page. */
static bool hand_over(bul_proof *proof)
{
    bul_str text = bul_text_str(&proof->text);
    proof->text.len = 0;
    return text.len == 0 ||
           proof->sink.write(proof->sink.state, text.ptr, text.len);
}

bul_status bul_proof_write(const bul_edition *edition, bul_arena *arena,
                           bul_sink sink)
{
    bul_proof proof = {.text = bul_text_in(arena), .sink = sink};
    add_heading(&proof, edition);
    for (size_t i = 0; i < edition->pages.count; i++) {
        add_page(&proof, edition->pages.items[i], edition->pages.count);
        if (!hand_over(&proof))
            return BUL_IO_ERROR;
    }
    add_bookmarks(&proof, edition);
    return hand_over(&proof) ? BUL_OK : BUL_IO_ERROR;
}
