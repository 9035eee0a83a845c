/* SPDX-License-Identifier: MIT */
/* pdf_unicode.c - the ToUnicode CMap of a font (ISO 32000-1, 9.10.3; Adobe
 * Technical Note 5014): which text each code stands for. Neighbours that count
 * up together share a line. */
#include "base/utf8.h"
#include "pdf/pdf_parts.h"

/* Lines of one section; the format allows no more. */
#define SECTION_LINES ((size_t)100)

static const char cmap_head[] =
    "/CIDInit /ProcSet findresource begin\n"
    "12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
static const char cmap_tail[] =
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

/* Codes first to last stand for text, text + 1, … */
typedef struct code_range {
    uint32_t first, last;
    bul_str text;
} code_range;

typedef BUL_LIST(code_range) code_ranges;

/* The character, if the text is one of two bytes in UTF-16; else 0. */
static uint32_t single_unit(bul_str text)
{
    size_t at = 0;
    uint32_t c = text.len > 0 ? bul_utf8_next(text, &at) : 0;
    return at == text.len && c < 0x10000 ? c : 0;
}

/* Does `code` with its text go on where the range ends? Neither the code's
 * first byte nor the text's may change within a range. */
static bool goes_on(const code_range *range, uint32_t code, bul_str text)
{
    uint32_t from = single_unit(range->text), to = single_unit(text);
    return code == range->last + 1 && code >> 8 == range->first >> 8 &&
           from > 0 && to == from + (code - range->first) &&
           from >> 8 == to >> 8;
}

static void list_ranges(bul_arena *arena, const bul_pdf_font *font,
                        const uint16_t *by_code, code_ranges *ranges)
{
    for (uint32_t code = 1; code < BUL_PDF_GLYPH_LIMIT; code++) {
        if (by_code[code] == 0)
            continue;
        bul_str text = font->glyphs.items[by_code[code] - 1].text;
        if (ranges->count > 0 && goes_on(BUL_LAST(ranges), code, text))
            BUL_LAST(ranges)->last = code;
        else
            *BUL_PUSH(arena, ranges) = (code_range){code, code, text};
    }
}

static void add_line(bul_content *out, const code_range *range)
{
    BUL_CONTENT_ADD(out, "<");
    bul_content_hex4(out, range->first);
    if (range->last > range->first) {
        BUL_CONTENT_ADD(out, "><");
        bul_content_hex4(out, range->last);
    }
    BUL_CONTENT_ADD(out, "><");
    bul_content_utf16(out, range->text);
    BUL_CONTENT_ADD(out, ">\n");
}

/* Writes the ranges that are single codes, or those that are not, in sections
 * of at most a hundred lines. */
static void add_sections(bul_content *out, const code_ranges *ranges,
                         bool are_single)
{
    bul_str name = are_single ? BUL_STR("bfchar\n") : BUL_STR("bfrange\n");
    size_t left = 0, in_section = 0;
    for (size_t i = 0; i < ranges->count; i++)
        left += (ranges->items[i].first == ranges->items[i].last) == are_single;
    for (size_t i = 0; i < ranges->count && left > 0; i++) {
        const code_range *range = &ranges->items[i];
        if ((range->first == range->last) != are_single)
            continue;
        if (in_section == 0) {
            in_section = left < SECTION_LINES ? left : SECTION_LINES;
            bul_content_int(out, (int64_t)in_section);
            BUL_CONTENT_ADD(out, " begin");
            bul_content_add(out, name);
        }
        add_line(out, range);
        left--;
        if (--in_section == 0) {
            BUL_CONTENT_ADD(out, "end");
            bul_content_add(out, name);
        }
    }
}

bul_str bul_pdf_unicode_map(bul_pdf *pdf, const bul_pdf_font *font,
                            const uint16_t *by_code)
{
    bul_content out = {.arena = &pdf->scratch};
    code_ranges ranges = {0};
    list_ranges(&pdf->scratch, font, by_code, &ranges);
    bul_content_add(&out, bul_str_from(cmap_head));
    add_sections(&out, &ranges, false);
    add_sections(&out, &ranges, true);
    bul_content_add(&out, bul_str_from(cmap_tail));
    return bul_content_str(&out);
}
