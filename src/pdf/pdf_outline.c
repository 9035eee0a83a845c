/* SPDX-License-Identifier: MIT */
/* pdf_outline.c - bookmarks (书签) and the page labels a reader shows. */
#include "pdf/pdf_parts.h"

/* ---- Bookmarks ---- */

/* "[12 0 R /XYZ null 700 null]": the head of the article at the top of the
 * window, the zoom left as it is. */
static bul_str destination(bul_pdf *pdf, const bul_bookmark *bookmark)
{
    const bul_page *page = pdf->edition->pages.items[bookmark->page_index];
    HPDF_Dict object = pdf->pages.items[bookmark->page_index];
    bul_content out = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&out, "[");
    bul_content_int(&out, bul_haru_number(object));
    BUL_CONTENT_ADD(&out, " 0 R /XYZ null ");
    bul_content_milli(&out, page->margin_y + bul_pdf_bleed(pdf, page) +
                                page->height - bookmark->y);
    BUL_CONTENT_ADD(&out, " null]");
    return bul_content_str(&out);
}

static HPDF_Dict make_bookmark(bul_pdf *pdf, const bul_bookmark *bookmark,
                               HPDF_Dict root)
{
    HPDF_Dict item = bul_haru_object(&pdf->haru);
    bul_haru_put_text(&pdf->haru, item, "Title", bookmark->title);
    bul_haru_put(item, "Parent", root);
    bul_haru_put_raw(&pdf->haru, item, "Dest", destination(pdf, bookmark));
    return item;
}

void bul_pdf_write_outline(bul_pdf *pdf)
{
    const bul_edition *edition = pdf->edition;
    HPDF_Dict root = NULL, last = NULL;
    int32_t count = 0;
    if (bul_haru_status(&pdf->haru) != BUL_OK)
        return;
    for (size_t i = 0; i < edition->bookmarks.count; i++) {
        const bul_bookmark *bookmark = &edition->bookmarks.items[i];
        if (bookmark->page_index >= edition->pages.count)
            continue;
        root = root ? root : bul_haru_object(&pdf->haru);
        HPDF_Dict item = make_bookmark(pdf, bookmark, root);
        bul_haru_put(item, "Prev", last);
        bul_haru_put(last ? last : root, last ? "Next" : "First", item);
        last = item;
        count++;
    }
    if (!root || bul_haru_status(&pdf->haru) != BUL_OK)
        return;
    bul_haru_put_name(root, "Type", "Outlines");
    bul_haru_put(root, "Last", last);
    bul_haru_put_int(root, "Count", count);
    bul_haru_put(pdf->haru.doc->catalog, "Outlines", root);
    bul_haru_put_name(pdf->haru.doc->catalog, "PageMode", "UseOutlines");
}

/* ---- Page labels ---- */

/* The value of a label in plain decimal digits; 0 for any other label. */
static uint32_t label_number(bul_str label)
{
    uint32_t number = 0;
    if (label.len == 0 || label.len > 8 || label.ptr[0] == '0')
        return 0;
    for (size_t i = 0; i < label.len; i++) {
        if (label.ptr[i] < '0' || label.ptr[i] > '9')
            return 0;
        number = number * 10 + (uint32_t)(label.ptr[i] - '0');
    }
    return number;
}

/* "3 <</S/D/St 7>>" for a page from which the labels count up, or the label
 * itself as a prefix without a number. */
static void add_label(bul_content *out, size_t page_index, bul_str label)
{
    uint32_t number = label_number(label);
    bul_content_int(out, (int64_t)page_index);
    if (number > 0) {
        BUL_CONTENT_ADD(out, " <</S/D/St ");
        bul_content_int(out, number);
        BUL_CONTENT_ADD(out, ">>\n");
    } else {
        BUL_CONTENT_ADD(out, " <</P<FEFF");
        bul_content_utf16(out, label);
        BUL_CONTENT_ADD(out, ">>>\n");
    }
}

static bool counts_on(const bul_page *before, const bul_page *page)
{
    uint32_t number = label_number(before->label);
    return number > 0 && label_number(page->label) == number + 1;
}

/* Entries of one leaf of the number tree: two array items each. */
#define LEAF_LABELS ((size_t)2000)

/* Fills a leaf from the page at `first`; returns the page after it. */
static size_t fill_leaf(bul_pdf *pdf, HPDF_Dict leaf, size_t first)
{
    bul_page *const *pages = pdf->edition->pages.items;
    size_t page_count = pdf->edition->pages.count;
    bul_content out = {.arena = pdf->arena};
    size_t at = first;
    size_t last = first;
    BUL_CONTENT_ADD(&out, "[");
    for (size_t entries = 0; at < page_count; at++) {
        if (at > first && counts_on(pages[at - 1], pages[at]))
            continue;
        if (entries++ == LEAF_LABELS)
            break;
        add_label(&out, at, pages[at]->label);
        last = at;
    }
    BUL_CONTENT_ADD(&out, "]");
    bul_haru_put_raw(&pdf->haru, leaf, "Nums", bul_content_str(&out));
    bul_content limits = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&limits, "[");
    bul_content_int(&limits, (int64_t)first);
    BUL_CONTENT_ADD(&limits, " ");
    bul_content_int(&limits, (int64_t)last);
    BUL_CONTENT_ADD(&limits, "]");
    bul_haru_put_raw(&pdf->haru, leaf, "Limits", bul_content_str(&limits));
    return at;
}

void bul_pdf_write_labels(bul_pdf *pdf)
{
    size_t page_count = pdf->edition->pages.count;
    HPDF_Dict root = bul_haru_object(&pdf->haru);
    HPDF_Dict leaf = bul_haru_object(&pdf->haru);
    HPDF_Array leaves = bul_haru_array(&pdf->haru, root, "Kids");
    if (!root || !leaf || page_count == 0)
        return;
    size_t next = fill_leaf(pdf, leaf, 0);
    bul_haru_push(leaves, leaf);
    while (next < page_count) {
        leaf = bul_haru_object(&pdf->haru);
        next = fill_leaf(pdf, leaf, next);
        bul_haru_push(leaves, leaf);
    }
    bul_haru_put(pdf->haru.doc->catalog, "PageLabels", root);
}
