/* SPDX-License-Identifier: MIT */
/* pdf_mark.c - marked content of a page: every item stands in one sequence, that
 * of its element or an artifact's. */
#include "pdf/pdf_painter.h"

void bul_painter_tag(bul_painter *painter, size_t tag)
{
    bul_content *out = painter->out;
    if (painter->tag == tag || !painter->pdf->product->is_tagged)
        return;
    bul_painter_settle(painter);
    if (painter->tag != BUL_TAG_NOTHING)
        BUL_CONTENT_ADD(out, "EMC\n");
    painter->tag = tag;
    if (tag == BUL_TAG_NOTHING)
        return;
    if (tag == BUL_TAG_ARTIFACT) {
        BUL_CONTENT_ADD(out, "/Artifact BMC\n");
        return;
    }
    BUL_CONTENT_ADD(out, "/");
    bul_content_add(out, bul_str_from(bul_tag_type(&painter->pdf->tags, tag)));
    BUL_CONTENT_ADD(out, "<</MCID ");
    bul_content_int(out, bul_tag_path_show(&painter->marks, tag));
    BUL_CONTENT_ADD(out, ">>BDC\n");
}

/* Links know where they are, not what of: the first run that begins in one
 * tells. */
static void find_link(bul_painter *painter, const bul_glyph_run *run)
{
    const bul_page *page = painter->page;
    for (size_t i = 0; i < page->links.count; i++) {
        const bul_link *link = &page->links.items[i];
        bul_mpt end = run->x;
        if (run->glyph_count > 0 && run->turn == BUL_TURN_ACROSS)
            end += run->glyphs[run->glyph_count - 1].x;
        if (painter->link_tag[i] == 0 && run->x < link->x + link->w &&
            end >= link->x && run->y >= link->y && run->y <= link->y + link->h)
            painter->link_tag[i] = painter->tag;
    }
}

void bul_painter_follow(bul_painter *painter, const bul_item *item)
{
    if (!painter->pdf->product->is_tagged)
        return;
    if (item->type == BUL_ITEM_BEGIN) {
        bul_tag_path_begin(&painter->marks, item->as.mark);
        return;
    }
    if (item->type == BUL_ITEM_END) {
        bul_tag_path_end(&painter->marks);
        return;
    }
    bul_painter_tag(painter, bul_tag_path_of(&painter->marks, item));
    if (item->type == BUL_ITEM_GLYPHS)
        find_link(painter, &item->as.glyphs);
}
