/* SPDX-License-Identifier: MIT */
/* pdf_page.c - items to operators, and the page around them: boxes,
 * resources, and the tree of all pages. y is turned round here and nowhere else. */
#include "pdf/pdf_painter.h"

/* ---- Places and colours ---- */

int64_t bul_pdf_bleed(const bul_pdf *pdf, const bul_page *page)
{
    return pdf->product->is_trimmed ? 0 : page->bleed;
}

int64_t bul_painter_x(const bul_painter *painter, int64_t x)
{
    return painter->origin_x + x;
}

int64_t bul_painter_y(const bul_painter *painter, int64_t y)
{
    return painter->origin_y - y;
}

void bul_painter_settle(bul_painter *painter)
{
    if (painter->is_in_text)
        BUL_CONTENT_ADD(painter->out, "ET\n");
    if (painter->path == BUL_PAINTER_LINES)
        BUL_CONTENT_ADD(painter->out, "S\nQ\n");
    else if (painter->path != BUL_PAINTER_NO_PATH)
        BUL_CONTENT_ADD(painter->out, "f\n");
    painter->is_in_text = false;
    painter->path = BUL_PAINTER_NO_PATH;
}

void bul_painter_fill(bul_painter *painter, bul_pdf_ink ink)
{
    if (bul_pdf_ink_is_same(painter->fill, ink))
        return;
    if (ink.is_over != painter->fill.is_over)
        bul_pdf_add_overprint(painter->out, ink.is_over);
    bul_pdf_add_ink(painter->pdf, painter->out, ink, false);
    painter->fill = ink;
}

void bul_painter_stroke(bul_painter *painter, bul_pdf_ink ink)
{
    if (ink.is_over != painter->fill.is_over)
        bul_pdf_add_overprint(painter->out, ink.is_over);
    bul_pdf_add_ink(painter->pdf, painter->out, ink, true);
}

/* ---- Bars ---- */

/* The widest that is still a rule; what is wider may have text on it. */
#define RULE_WIDTH 6000

static bul_pdf_ink ink_of_bar(const bul_painter *painter, const bul_bar *bar)
{
    bul_mpt width = bar->w < bar->h ? bar->w : bar->h;
    return bul_pdf_ink_of(painter->pdf, bar->color,
                          width <= RULE_WIDTH ? BUL_INK_MARK : BUL_INK_AREA);
}

/* A dashed bar is a stroke as wide as the bar is thick, along its middle. */
static void draw_dashes(bul_painter *painter, const bul_bar *bar,
                        bul_pdf_ink ink)
{
    bool lies = bar->w >= bar->h;
    int64_t width = lies ? bar->h : bar->w;
    int64_t x = bul_painter_x(painter, bar->x);
    int64_t y = bul_painter_y(painter, bar->y);
    int64_t middle_x = lies ? x : x + bar->w / 2;
    int64_t middle_y = lies ? y - bar->h / 2 : y;
    bul_content *out = painter->out;
    bul_painter_settle(painter);
    BUL_CONTENT_ADD(out, "q\n");
    bul_painter_stroke(painter, ink);
    bul_content_milli(out, width);
    BUL_CONTENT_ADD(out, " w\n0 J\n[");
    bul_content_milli(out, bar->dash);
    BUL_CONTENT_ADD(out, "] 0 d\n");
    bul_content_milli_space(out, middle_x);
    bul_content_milli(out, middle_y);
    BUL_CONTENT_ADD(out, " m\n");
    bul_content_milli_space(out, lies ? x + bar->w : middle_x);
    bul_content_milli(out, lies ? middle_y : y - bar->h);
    BUL_CONTENT_ADD(out, " l\nS\nQ\n");
}

/* Bars of one colour that follow one another are filled together. */
static void draw_bar(bul_painter *painter, const bul_bar *bar)
{
    bul_pdf_ink ink = ink_of_bar(painter, bar);
    if (ink.is_left_out)
        return;
    if (bar->dash > 0) {
        draw_dashes(painter, bar, ink);
        return;
    }
    if (painter->path != BUL_PAINTER_BARS ||
        !bul_pdf_ink_is_same(painter->fill, ink))
        bul_painter_settle(painter);
    bul_painter_fill(painter, ink);
    painter->path = BUL_PAINTER_BARS;
    bul_content_milli_space(painter->out, bul_painter_x(painter, bar->x));
    bul_content_milli_space(painter->out,
                            bul_painter_y(painter, (int64_t)bar->y + bar->h));
    bul_content_milli_space(painter->out, bar->w);
    bul_content_milli(painter->out, bar->h);
    BUL_CONTENT_ADD(painter->out, " re\n");
}

/* ---- Pictures ---- */

/* Where the unit square of the stored picture goes, for the EXIF orientations
 * 1 to 8 (CIPA DC-008, tag 0x0112): x = xu·u + xv·v + x0, and y likewise, in
 * parts of the place's width and height, y up. */
typedef struct orientation {
    int xu, yu, xv, yv, x0, y0;
} orientation;

static const orientation orientations[9] = {
    {1, 0, 0, 1, 0, 0},   {1, 0, 0, 1, 0, 0},  {-1, 0, 0, 1, 1, 0},
    {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1}, {0, -1, -1, 0, 1, 1},
    {0, -1, 1, 0, 0, 1},  {0, 1, 1, 0, 0, 0},  {0, 1, -1, 0, 1, 0},
};

/* Where the whole picture goes so that its place shows the middle of it, in its
 * own shape. */
static bul_placed_picture whole_of(const bul_placed_picture *placed)
{
    bul_placed_picture whole = *placed;
    int64_t seen_w = bul_picture_seen_width(placed->picture);
    int64_t seen_h = bul_picture_seen_height(placed->picture);
    if (placed->crop_ends > 0)
        whole.h = bul_mpt_scale(placed->w, seen_h, seen_w);
    else if (placed->crop_sides > 0)
        whole.w = bul_mpt_scale(placed->h, seen_w, seen_h);
    whole.x -= (whole.w - placed->w) / 2;
    whole.y -= (whole.h - placed->h) / 2;
    return whole;
}

/* Nothing is painted beyond the picture's place. */
static void clip(bul_painter *painter, const bul_placed_picture *placed)
{
    bul_content *out = painter->out;
    bul_content_milli_space(out, bul_painter_x(painter, placed->x));
    bul_content_milli_space(
        out, bul_painter_y(painter, (int64_t)placed->y + placed->h));
    bul_content_milli_space(out, placed->w);
    bul_content_milli(out, placed->h);
    BUL_CONTENT_ADD(out, " re W n ");
}

/* Pictures are on the black plate; the other keeps off them. */
static void leave_free(bul_painter *painter, const bul_placed_picture *placed)
{
    draw_bar(painter, &(bul_bar){.x = placed->x,
                                 .y = placed->y,
                                 .w = placed->w,
                                 .h = placed->h,
                                 .color = BUL_COLOR_PAPER});
}

static void draw_picture(bul_painter *painter, const bul_placed_picture *placed)
{
    bul_pdf_image *image = bul_pdf_image_of(painter->pdf, placed->picture);
    if (!image || !image->object)
        return;
    if (painter->pdf->product->plate == BUL_PLATE_SPOT) {
        leave_free(painter, placed);
        return;
    }
    uint8_t number = placed->picture->orientation;
    const orientation *turn = &orientations[number <= 8 ? number : 1];
    bul_placed_picture whole = whole_of(placed);
    int64_t left = bul_painter_x(painter, whole.x);
    int64_t foot = bul_painter_y(painter, (int64_t)whole.y + whole.h);
    bul_content *out = painter->out;
    image->page_used = painter->stamp;
    bul_painter_settle(painter);
    BUL_CONTENT_ADD(out, "q ");
    if (painter->fill.is_over)
        bul_pdf_add_overprint(out, false);
    if (placed->crop_ends > 0 || placed->crop_sides > 0)
        clip(painter, placed);
    bul_content_milli_space(out, turn->xu * (int64_t)whole.w);
    bul_content_milli_space(out, turn->yu * (int64_t)whole.h);
    bul_content_milli_space(out, turn->xv * (int64_t)whole.w);
    bul_content_milli_space(out, turn->yv * (int64_t)whole.h);
    bul_content_milli_space(out, left + turn->x0 * (int64_t)whole.w);
    bul_content_milli(out, foot + turn->y0 * (int64_t)whole.h);
    BUL_CONTENT_ADD(out, " cm /");
    bul_content_add(out, bul_str_from(image->name));
    BUL_CONTENT_ADD(out, " Do Q\n");
}

/* ---- Content ---- */

static void draw_item(bul_painter *painter, const bul_item *item)
{
    bul_painter_follow(painter, item);
    switch (item->type) {
    case BUL_ITEM_GLYPHS:
        if (painter->pdf->product->has_outlines)
            bul_painter_trace(painter, &item->as.glyphs);
        else
            bul_painter_show(painter, &item->as.glyphs);
        break;
    case BUL_ITEM_BAR:
        draw_bar(painter, &item->as.bar);
        break;
    case BUL_ITEM_PICTURE:
        draw_picture(painter, &item->as.picture);
        break;
    case BUL_ITEM_DRAWING:
        bul_painter_draw(painter, &item->as.drawing);
        break;
    case BUL_ITEM_BEGIN:
    case BUL_ITEM_END:
        break;
    }
}

HPDF_Dict bul_painter_content(bul_painter *painter)
{
    bul_pdf *pdf = painter->pdf;
    painter->out->len = 0;
    bul_painter_place_pages(painter);
    for (size_t i = 0; i < painter->page->items.count; i++)
        draw_item(painter, &painter->page->items.items[i]);
    bul_painter_tag(painter, BUL_TAG_NOTHING);
    bul_painter_settle(painter);
    bul_str content = bul_content_str(painter->out);
    if (pdf->product->page_sums)
        pdf->product->page_sums[painter->stamp - 1] = bul_str_hash(content);
    bul_str packed = bul_pdf_pack(pdf, content);
    for (size_t i = 0; i < packed.len; i++)
        pdf->content_hash =
            (pdf->content_hash ^ (uint8_t)packed.ptr[i]) * 1099511628211u;
    return bul_haru_stream(&pdf->haru, packed, BUL_HARU_FLATE);
}

/* ---- The page ---- */

/* Only what this page shows; an empty kind is left out. */
void bul_painter_put_resources(bul_painter *painter, HPDF_Dict owner)
{
    bul_pdf *pdf = painter->pdf;
    HPDF_Dict resources = bul_haru_dict(&pdf->haru, owner, "Resources");
    HPDF_Dict fonts = NULL, images = NULL;
    for (size_t i = 0; i < pdf->fonts.count; i++) {
        for (int way = 0; way < BUL_PDF_WAYS; way++) {
            bul_pdf_type0 *font = &pdf->fonts.items[i]->ways[way];
            if (font->page_used != painter->stamp)
                continue;
            fonts =
                fonts ? fonts : bul_haru_dict(&pdf->haru, resources, "Font");
            bul_haru_put(fonts, font->name, font->object);
        }
    }
    for (size_t i = 0; i < pdf->images.count; i++) {
        bul_pdf_image *image = pdf->images.items[i];
        if (image->page_used != painter->stamp)
            continue;
        images =
            images ? images : bul_haru_dict(&pdf->haru, resources, "XObject");
        bul_haru_put(images, image->name, image->object);
    }
    images = bul_painter_put_traced(painter, resources, images);
    bul_painter_put_forms(painter, resources, images);
    bool has_marks = painter->page->margin_x > 0 && pdf->product->exchange;
    bul_pdf_put_inks(pdf, resources, has_marks);
}

void bul_pdf_put_box(bul_pdf *pdf, HPDF_Dict dict, const char *key,
                     const int64_t box[4])
{
    bul_content text = {.arena = pdf->arena};
    bul_content_box(&text, box);
    bul_haru_put_raw(&pdf->haru, dict, key, bul_content_str(&text));
}

/* Trimmed size in the middle, bleed around it (成品尺寸与出血), and around that
 * what the marks of the press take. */
static void put_boxes(bul_pdf *pdf, HPDF_Dict dict, const bul_page *page)
{
    int64_t bleed = bul_pdf_bleed(pdf, page);
    int64_t x = page->margin_x, y = page->margin_y;
    int64_t width = page->width + 2 * bleed, height = page->height + 2 * bleed;
    int64_t sheet[4] = {0, 0, width + 2 * x, height + 2 * y};
    int64_t bled[4] = {x, y, x + width, y + height};
    int64_t trim[4] = {x + bleed, y + bleed, x + bleed + page->width,
                       y + bleed + page->height};
    bul_pdf_put_box(pdf, dict, "MediaBox", sheet);
    bul_pdf_put_box(pdf, dict, "BleedBox", bled);
    bul_pdf_put_box(pdf, dict, "TrimBox", trim);
}

void bul_pdf_write_page(bul_pdf *pdf, const bul_page *page)
{
    bul_pdf_write_forms(pdf, page);
    int64_t bleed = bul_pdf_bleed(pdf, page);
    bul_painter painter = {.pdf = pdf,
                           .out = &pdf->content,
                           .page = page,
                           .stamp = ++pdf->stamp,
                           .origin_x =
                               bleed + page->margin_x + pdf->product->nudge_x,
                           .origin_y = bleed + page->margin_y + page->height -
                                       pdf->product->nudge_y,
                           .fill = {.color = BUL_COLOR_BLACK},
                           .marks = bul_tags_page(&pdf->tags, pdf->pages.count),
                           .tag = BUL_TAG_NOTHING};
    painter.link_tag = BUL_NEW(pdf->arena, size_t, page->links.count + 1);
    HPDF_Dict object = bul_haru_object(&pdf->haru);
    bul_haru_put_name(object, "Type", "Page");
    put_boxes(pdf, object, page);
    bul_haru_put(object, "Contents", bul_painter_content(&painter));
    bul_painter_put_resources(&painter, object);
    if (pdf->product->is_tagged)
        bul_haru_put_int(object, "StructParents", (int32_t)pdf->pages.count);
    if (!pdf->product->is_without_links)
        bul_painter_link(&painter, object);
    *BUL_PUSH(pdf->arena, &pdf->pages) = object;
}

/* ---- The page tree ---- */

/* Kids of one node: short arrays, and two levels reach half a million. */
#define NODE_KIDS ((size_t)64)

/* libharu counts only the pages it has made itself, so Count is written here
 * and its own hook taken out. */
static void fill_node(bul_pdf *pdf, HPDF_Dict node, size_t first, size_t count)
{
    HPDF_Array kids = bul_haru_array(&pdf->haru, node, "Kids");
    for (size_t i = 0; i < count; i++) {
        HPDF_Dict page = pdf->pages.items[first + i];
        bul_haru_put(page, "Parent", node);
        bul_haru_push(kids, page);
    }
    bul_haru_put_int(node, "Count", (int32_t)count);
}

void bul_pdf_link_pages(bul_pdf *pdf)
{
    size_t page_count = pdf->pages.count;
    if (bul_haru_status(&pdf->haru) != BUL_OK)
        return;
    HPDF_Dict root = pdf->haru.doc->root_pages;
    root->before_write_fn = NULL;
    if (page_count <= NODE_KIDS) {
        fill_node(pdf, root, 0, page_count);
        return;
    }
    HPDF_Array nodes = bul_haru_array(&pdf->haru, root, "Kids");
    for (size_t first = 0; first < page_count; first += NODE_KIDS) {
        size_t left = page_count - first;
        HPDF_Dict node = bul_haru_object(&pdf->haru);
        bul_haru_put_name(node, "Type", "Pages");
        bul_haru_put(node, "Parent", root);
        fill_node(pdf, node, first, left < NODE_KIDS ? left : NODE_KIDS);
        bul_haru_push(nodes, node);
    }
    bul_haru_put_int(root, "Count", (int32_t)page_count);
}
