/* SPDX-License-Identifier: MIT */
/* pdf_font.c - fonts: what glyphs are shown, and the objects that embed them.
 *
 * Every face becomes one CIDFont, shown through a Type0 font with Identity-H:
 * codes of two bytes that are the CIDs of the cut font (ISO 32000-1, 9.7). So
 * any glyph can be shown, whatever its character, or none. Where the face is
 * set upright down the page (竖排) a second Type0 font with Identity-V stands
 * over the same CIDFont: readers then know that the text runs down. */
#include <stdio.h>

#include "base/utf8.h"
#include "pdf/pdf_parts.h"
#include "text/subset.h"

/* Of the FontDescriptor (ISO 32000-1, table 123). */
#define FLAG_FIXED_PITCH 1
#define FLAG_SYMBOLIC    4
#define FLAG_ITALIC      64

/* ---- Noting ---- */

/* Where the bytes of the cluster at `first` end: at the beginning of that
 * neighbour which comes later in the text. In a run that reads from right to
 * left this is the one before. */
static size_t cluster_text_end(const bul_glyph_run *run, size_t first,
                               size_t end)
{
    uint32_t start = run->glyphs[first].text;
    if (end < run->glyph_count && run->glyphs[end].text > start)
        return run->glyphs[end].text;
    if (first > 0 && run->glyphs[first - 1].text > start)
        return run->glyphs[first - 1].text;
    return run->text.len;
}

size_t bul_pdf_cluster(const bul_glyph_run *run, size_t first, bul_str *text)
{
    size_t end = first + 1;
    while (end < run->glyph_count &&
           run->glyphs[end].text == run->glyphs[first].text)
        end++;
    *text = bul_str_sub(run->text, run->glyphs[first].text,
                        cluster_text_end(run, first, end));
    return end;
}

bul_pdf_font *bul_pdf_font_of(bul_pdf *pdf, const bul_face *face)
{
    for (size_t i = 0; i < pdf->fonts.count; i++)
        if (pdf->fonts.items[i]->face == face)
            return pdf->fonts.items[i];
    return NULL;
}

bul_pdf_way bul_pdf_way_of(const bul_glyph_run *run)
{
    return run->turn == BUL_TURN_UPRIGHT ? BUL_PDF_DOWN : BUL_PDF_ACROSS;
}

static bul_pdf_font *note_font(bul_pdf *pdf, const bul_face *face)
{
    bul_pdf_font *font = bul_pdf_font_of(pdf, face);
    if (font)
        return font;
    font = BUL_NEW(pdf->arena, bul_pdf_font, 1);
    font->face = face;
    font->slots = BUL_NEW(pdf->arena, uint16_t, BUL_PDF_GLYPH_LIMIT);
    *BUL_PUSH(pdf->arena, &pdf->fonts) = font;
    for (int way = 0; way < BUL_PDF_WAYS; way++)
        snprintf(font->ways[way].name, sizeof font->ways[way].name, "%c%zu",
                 way == BUL_PDF_DOWN ? 'V' : 'F', pdf->fonts.count);
    return font;
}

const bul_pdf_glyph *bul_pdf_glyph_of(const bul_pdf_font *font, uint32_t id)
{
    static const bul_pdf_glyph notdef = {.width = 1000};
    uint16_t slot = id < BUL_PDF_GLYPH_LIMIT ? font->slots[id] : 0;
    return slot > 0 ? &font->glyphs.items[slot - 1] : &notdef;
}

bul_pdf_glyph *bul_pdf_noted_glyph(bul_pdf_font *font, uint32_t id)
{
    uint16_t slot = id < BUL_PDF_GLYPH_LIMIT ? font->slots[id] : 0;
    return slot > 0 ? &font->glyphs.items[slot - 1] : NULL;
}

/* The first text seen is kept; a guess gives way to the text of a cluster
 * that the glyph fills alone. */
static void note_glyph(bul_pdf *pdf, bul_pdf_font *font, uint32_t id,
                       bul_str text, bool is_guess)
{
    if (id >= BUL_PDF_GLYPH_LIMIT || font->glyphs.count >= UINT16_MAX)
        return;
    bul_pdf_glyph *glyph;
    if (font->slots[id] > 0) {
        glyph = &font->glyphs.items[font->slots[id] - 1];
        if (!glyph->is_guess || is_guess)
            return;
    } else {
        glyph = BUL_PUSH(pdf->arena, &font->glyphs);
        glyph->id = id;
        glyph->width = bul_face_advance(font->face, id);
        font->slots[id] = (uint16_t)font->glyphs.count;
    }
    glyph->text = text;
    glyph->is_guess = is_guess;
}

bool bul_pdf_reads_back(const bul_glyph_run *run)
{
    return run->glyphs[0].text > run->glyphs[run->glyph_count - 1].text;
}

/* A glyph of a cluster with several is guessed to stand for the character at
 * its own place; one too many is taken for a hyphen that layout added. */
static bul_str guess_text(bul_str cluster, size_t index)
{
    for (size_t at = 0, n = 0; at < cluster.len; n++) {
        size_t start = at;
        bul_utf8_next(cluster, &at);
        if (n == index)
            return bul_str_sub(cluster, start, at);
    }
    return BUL_STR("\xC2\xAD");
}

void bul_pdf_note_run(bul_pdf *pdf, const bul_glyph_run *run)
{
    bul_pdf_font *font = note_font(pdf, run->face);
    font->ways[bul_pdf_way_of(run)].is_noted = true;
    for (size_t first = 0, end; first < run->glyph_count; first = end) {
        bul_str text;
        end = bul_pdf_cluster(run, first, &text);
        if (end - first == 1 && text.len > 0) {
            note_glyph(pdf, font, run->glyphs[first].id, text, false);
            continue;
        }
        for (size_t i = first; i < end; i++) {
            size_t index = bul_pdf_reads_back(run) ? end - 1 - i : i - first;
            note_glyph(pdf, font, run->glyphs[i].id, guess_text(text, index),
                       true);
        }
    }
}

/* ---- Objects ---- */

/* "ABCDEF+Name": the tag tells subsets of one font apart. It is made from the
 * glyphs (by FNV-1a), so that the same glyphs give the same name. */
static const char *tagged_name(bul_pdf *pdf, const bul_pdf_font *font)
{
    uint64_t hash = 14695981039346656037u;
    for (uint32_t id = 0; id < BUL_PDF_GLYPH_LIMIT; id++)
        if (font->slots[id] > 0)
            hash = (hash ^ id) * 1099511628211u;
    bul_text name = bul_text_in(pdf->arena);
    for (int i = 0; i < 6; i++, hash /= 26)
        bul_text_add_char(&name, (uint32_t)('A' + hash % 26));
    bul_text_add_char(&name, '+');
    /* 127 bytes is the longest name a PDF may hold. */
    bul_text_add(&name, bul_str_sub(font->face->postscript_name, 0, 100));
    return bul_cstr(pdf->arena, bul_text_str(&name));
}

static int descriptor_flags(const bul_face *face)
{
    return FLAG_SYMBOLIC | (face->is_fixed_pitch ? FLAG_FIXED_PITCH : 0) |
           (face->italic_angle < 0 ? FLAG_ITALIC : 0);
}

static HPDF_Dict make_program(bul_pdf *pdf, const bul_face *face,
                              bul_str program)
{
    HPDF_Dict stream =
        bul_haru_stream(&pdf->haru, bul_pdf_pack(pdf, program), BUL_HARU_FLATE);
    if (face->outline == BUL_OUTLINE_TRUETYPE)
        bul_haru_put_int(stream, "Length1", (int32_t)program.len);
    else
        bul_haru_put_name(stream, "Subtype", "CIDFontType0C");
    return stream;
}

/* StemV is a guess from the weight, as other writers make it: fonts do not
 * say, and readers use it only to replace a font that is not embedded. */
static HPDF_Dict make_descriptor(bul_pdf *pdf, const bul_face *face,
                                 const char *name, HPDF_Dict program)
{
    HPDF_Dict descriptor = bul_haru_object(&pdf->haru);
    const int64_t box[4] = {
        (int64_t)face->box_left * 1000, (int64_t)face->box_bottom * 1000,
        (int64_t)face->box_right * 1000, (int64_t)face->box_top * 1000};
    bul_content angle = {.arena = pdf->arena};
    bul_content_milli(&angle, (int64_t)(face->italic_angle * 1000.0));
    bul_haru_put_name(descriptor, "Type", "FontDescriptor");
    bul_haru_put_name(descriptor, "FontName", name);
    bul_haru_put_int(descriptor, "Flags", descriptor_flags(face));
    bul_pdf_put_box(pdf, descriptor, "FontBBox", box);
    bul_haru_put_raw(&pdf->haru, descriptor, "ItalicAngle",
                     bul_content_str(&angle));
    bul_haru_put_int(descriptor, "Ascent", face->ascent);
    bul_haru_put_int(descriptor, "Descent", face->descent);
    bul_haru_put_int(descriptor, "CapHeight", face->cap_height);
    bul_haru_put_int(descriptor, "StemV", 10 + (int)face->weight / 5);
    bul_haru_put(descriptor,
                 face->outline == BUL_OUTLINE_TRUETYPE ? "FontFile2"
                                                       : "FontFile3",
                 program);
    return descriptor;
}

static HPDF_Dict make_descendant(bul_pdf *pdf, const bul_pdf_font *font,
                                 const char *name, HPDF_Dict descriptor,
                                 const uint16_t *by_code)
{
    bool is_truetype = font->face->outline == BUL_OUTLINE_TRUETYPE;
    HPDF_Dict cid_font = bul_haru_object(&pdf->haru);
    bul_haru_put_name(cid_font, "Type", "Font");
    bul_haru_put_name(cid_font, "Subtype",
                      is_truetype ? "CIDFontType2" : "CIDFontType0");
    bul_haru_put_name(cid_font, "BaseFont", name);
    bul_haru_put_raw(
        &pdf->haru, cid_font, "CIDSystemInfo",
        BUL_STR("<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>"));
    bul_haru_put(cid_font, "FontDescriptor", descriptor);
    bul_pdf_put_widths(pdf, cid_font, font, by_code);
    if (is_truetype)
        bul_haru_put_name(cid_font, "CIDToGIDMap", "Identity");
    return cid_font;
}

static void make_font(bul_pdf *pdf, bul_pdf_font *font, bul_str program,
                      const uint16_t *by_code)
{
    const char *name = tagged_name(pdf, font);
    HPDF_Dict descriptor = make_descriptor(
        pdf, font->face, name, make_program(pdf, font->face, program));
    HPDF_Dict cid_font = make_descendant(pdf, font, name, descriptor, by_code);
    bul_str map = bul_pdf_pack(pdf, bul_pdf_unicode_map(pdf, font, by_code));
    HPDF_Dict unicode = bul_haru_stream(&pdf->haru, map, BUL_HARU_FLATE);
    for (int way = 0; way < BUL_PDF_WAYS; way++) {
        HPDF_Dict object = font->ways[way].object;
        bul_haru_put_name(object, "Type", "Font");
        bul_haru_put_name(object, "Subtype", "Type0");
        bul_haru_put_name(object, "BaseFont", name);
        bul_haru_put_name(object, "Encoding",
                          way == BUL_PDF_DOWN ? "Identity-V" : "Identity-H");
        bul_haru_push(bul_haru_array(&pdf->haru, object, "DescendantFonts"),
                      cid_font);
        bul_haru_put(object, "ToUnicode", unicode);
    }
}

/* ---- Embedding ---- */

/* The glyphs to keep, ascending; .notdef comes by itself. */
static size_t list_glyphs(const bul_pdf_font *font, uint32_t *ids)
{
    size_t count = 0;
    for (uint32_t id = 1; id < BUL_PDF_GLYPH_LIMIT; id++)
        if (font->slots[id] > 0)
            ids[count++] = id;
    return count;
}

static bool cut_font(bul_pdf *pdf, bul_pdf_font *font, bul_subset *subset)
{
    uint32_t *ids = BUL_NEW(pdf->arena, uint32_t, font->glyphs.count + 1);
    size_t count = list_glyphs(font, ids);
    if (!font->face->may_embed) {
        bul_report(pdf->diag, BUL_MSG_PDF_FONT_FORBIDDEN, (bul_span){0},
                   BUL_ARGS(font->face->family));
        return false;
    }
    if (!bul_subset_make(pdf->arena, font->face, ids, count, subset)) {
        bul_report(pdf->diag, BUL_MSG_PDF_FONT_DAMAGED, (bul_span){0},
                   BUL_ARGS(font->face->family));
        return false;
    }
    for (size_t i = 0; i < count; i++)
        font->glyphs.items[font->slots[ids[i]] - 1].code = subset->codes[i];
    return true;
}

void bul_pdf_embed_fonts(bul_pdf *pdf)
{
    for (size_t i = 0; i < pdf->fonts.count; i++) {
        bul_pdf_font *font = pdf->fonts.items[i];
        bul_subset subset;
        for (int way = 0; way < BUL_PDF_WAYS; way++)
            if (font->ways[way].is_noted)
                font->ways[way].object = bul_haru_object(&pdf->haru);
        if (!cut_font(pdf, font, &subset)) {
            pdf->is_faulty = true;
            continue;
        }
        bul_arena_mark mark = bul_arena_mark_now(&pdf->scratch);
        uint16_t *by_code =
            BUL_NEW(&pdf->scratch, uint16_t, BUL_PDF_GLYPH_LIMIT);
        for (size_t g = 0; g < font->glyphs.count; g++)
            by_code[font->glyphs.items[g].code & 0xFFFF] = (uint16_t)(g + 1);
        make_font(pdf, font, subset.bytes, by_code);
        bul_arena_rewind(&pdf->scratch, mark);
        bul_world_rest(&font->face->file); /* a whole font is megabytes */
    }
}
