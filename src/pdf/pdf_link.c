/* SPDX-License-Identifier: MIT */
/* pdf_link.c - areas of a page that lead to a web address. */
#include "pdf/pdf_painter.h"

static bool has_scheme(bul_str url, bul_str scheme)
{
    if (url.len < scheme.len)
        return false;
    for (size_t i = 0; i < scheme.len; i++) {
        char c = url.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + ('a' - 'A'));
        if (c != scheme.ptr[i])
            return false;
    }
    return true;
}

/* Nothing that runs a program or opens a file. */
static bool is_safe_url(bul_str url)
{
    return has_scheme(url, BUL_STR("http://")) ||
           has_scheme(url, BUL_STR("https://")) ||
           has_scheme(url, BUL_STR("mailto:"));
}

/* A URI is ASCII: other bytes are written as %XX (RFC 3986, 2.1). */
static bul_str ascii_url(bul_arena *arena, bul_str url)
{
    static const char digits[] = "0123456789ABCDEF";
    char *ascii = BUL_NEW(arena, char, url.len * 3);
    size_t len = 0;
    for (size_t i = 0; i < url.len; i++) {
        uint8_t byte = (uint8_t)url.ptr[i];
        if (byte > 0x20 && byte < 0x7F) {
            ascii[len++] = url.ptr[i];
            continue;
        }
        ascii[len++] = '%';
        ascii[len++] = digits[byte >> 4];
        ascii[len++] = digits[byte & 15];
    }
    return (bul_str){ascii, len};
}

static HPDF_Dict make_link(bul_painter *painter, const bul_link *link)
{
    bul_pdf *pdf = painter->pdf;
    HPDF_Dict annotation = bul_haru_object(&pdf->haru);
    HPDF_Dict action = bul_haru_dict(&pdf->haru, annotation, "A");
    int64_t box[4] = {
        bul_painter_x(painter, link->x),
        bul_painter_y(painter, (int64_t)link->y + link->h),
        bul_painter_x(painter, (int64_t)link->x + link->w),
        bul_painter_y(painter, link->y),
    };
    bul_haru_put_name(annotation, "Type", "Annot");
    bul_haru_put_name(annotation, "Subtype", "Link");
    bul_pdf_put_box(pdf, annotation, "Rect", box);
    bul_haru_put_int(annotation, "F", 4); /* it is printed */
    bul_haru_put_raw(&pdf->haru, annotation, "Border", BUL_STR("[0 0 0]"));
    bul_haru_put_text(&pdf->haru, annotation, "Contents", link->url);
    bul_haru_put_name(action, "S", "URI");
    bul_haru_put_bytes(&pdf->haru, action, "URI",
                       ascii_url(pdf->arena, link->url));
    return annotation;
}

static void tag_link(bul_painter *painter, size_t index, HPDF_Dict annotation)
{
    bul_pdf *pdf = painter->pdf;
    uint32_t number = bul_tags_add_link(&pdf->tags, painter->link_tag[index],
                                        painter->marks.page_index, annotation,
                                        painter->page->links.items[index].url,
                                        pdf->edition->pages.count);
    bul_haru_put_int(annotation, "StructParent", (int32_t)number);
}

void bul_painter_link(bul_painter *painter, HPDF_Dict page)
{
    HPDF_Array links = NULL;
    for (size_t i = 0; i < painter->page->links.count; i++) {
        const bul_link *link = &painter->page->links.items[i];
        if (!is_safe_url(link->url))
            continue;
        if (!links) {
            links = bul_haru_array(&painter->pdf->haru, page, "Annots");
            /* Tabbing follows the text. */
            bul_haru_put_name(page, "Tabs", "S");
        }
        HPDF_Dict annotation = make_link(painter, link);
        if (painter->pdf->product->is_tagged)
            tag_link(painter, i, annotation);
        bul_haru_push(links, annotation);
    }
}
