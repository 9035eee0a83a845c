/* SPDX-License-Identifier: MIT */
/* proof_line.c - reading a line's spacing off its glyphs.
 *
 * Only positions are looked at, never the engine that made them: a proof that
 * asked the justifier what it did would repeat its mistakes. Two measures say
 * most about a line of Chinese:
 *
 *   gap      distance between neighbouring hanzi beyond 1 em, in em. One
 *            figure when it is the same throughout, else least..most.
 *   squeeze  how much is taken out next to full-width marks (标点挤压), in
 *            em, summed over the line.
 *
 * A pair counts when both characters are full width, in one run, and follow
 * one another on the line; the room between hanzi and Latin is not shown. */
#include "proof/proof_line.h"

#include "base/utf8.h"

/* Runs this far apart (thousandths of an em of the larger) are two lines, not
 * one: no gap inside a line is so wide, and the cells of a table are an em
 * apart. A run may reach back farther, over a mark that was trimmed. */
#define LINE_BREAK_PERMILLE 900
#define REACH_BACK_PERMILLE 2000

/* Less than this is rounding of positions to whole millipoints. */
#define ROUNDING_PERMILLE 1

typedef struct bul_line_spacing {
    bool has_gap;
    int64_t gap_least, gap_most; /* 1/1000 em */
    int64_t squeeze;             /* 1/1000 em */
} bul_line_spacing;

void bul_proof_pt_add(bul_text *text, int64_t mpt)
{
    uint64_t size = mpt < 0 ? (uint64_t)-mpt : (uint64_t)mpt;
    bul_text_addf(text, "%s%llu.%03llu", mpt < 0 ? "-" : "",
                  (unsigned long long)(size / 1000),
                  (unsigned long long)(size % 1000));
}

void bul_proof_ink_add(bul_text *text, bul_color color)
{
    const int16_t inks[] = {color.c, color.m, color.y, color.k};
    if (color.space == BUL_COLOR_GREY && color.k == 1000)
        return;
    bul_text_add(text, color.space == BUL_COLOR_GREY ? BUL_STR("  ink k")
                                                     : BUL_STR("  ink cmyk"));
    for (size_t i = color.space == BUL_COLOR_GREY ? 3 : 0; i < 4; i++) {
        bul_text_add_char(text, ' ');
        bul_proof_pt_add(text, inks[i]);
    }
}

/* Controls, and what nobody sees on paper: zero-width marks and those of
 * writing direction. */
static bool is_invisible(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == 0xA0 || c == 0x3000;
}

void bul_proof_text_add(bul_text *text, bul_str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t before = at;
        uint32_t c = bul_utf8_next(s, &at);
        bool is_edge = before == 0 || at == s.len;
        if (is_invisible(c))
            bul_text_addf(text, "<U+%04X>", (unsigned)c);
        else if (is_edge && is_blank(c))
            bul_text_add_char(text, 0x2423); /* OPEN BOX */
        else
            bul_text_add_char(text, c);
    }
}

/* ---- Which runs make a line. ---- */

/* In 1/1000 em. A face made by hand, as tests have it, is square. */
static int advance_of(const bul_face *face, uint32_t glyph)
{
    return face->engine == NULL ? 1000 : bul_face_advance(face, glyph);
}

bul_mpt bul_proof_run_end(const bul_glyph_run *run)
{
    if (run->glyph_count == 0)
        return run->x;
    const bul_glyph *last = &run->glyphs[run->glyph_count - 1];
    return run->x + last->x +
           bul_mpt_scale(run->size, advance_of(run->face, last->id), 1000);
}

static bool continues(const bul_glyph_run *line, const bul_glyph_run *next)
{
    int64_t em = line->size > next->size ? line->size : next->size;
    int64_t apart = (int64_t)next->x - bul_proof_run_end(line);
    return next->y == line->y && next->x >= line->x &&
           apart * 1000 <= LINE_BREAK_PERMILLE * em &&
           apart * 1000 >= -REACH_BACK_PERMILLE * em;
}

size_t bul_proof_line_length(const bul_page *page, size_t first)
{
    size_t count = 1;
    while (first + count < page->items.count) {
        const bul_item *item = &page->items.items[first + count];
        if (item->type != BUL_ITEM_GLYPHS ||
            !continues(&item[-1].as.glyphs, &item->as.glyphs))
            break;
        count++;
    }
    return count;
}

/* ---- Spacing. ---- */

/* The character a cluster begins with; 0 when the run's text is too short. */
static uint32_t character_at(const bul_glyph_run *run, size_t glyph_index)
{
    size_t at = run->glyphs[glyph_index].text;
    return at < run->text.len ? bul_utf8_next(run->text, &at) : 0;
}

/* Characters of one em that are no hanzi: 。（、》 and the quotes and dashes
 * that Chinese shares with other scripts. */
static bool is_full_width_mark(uint32_t c)
{
    return (c >= 0x3001 && c <= 0x303F && !bul_utf8_is_han(c)) ||
           (c >= 0xFF01 && c <= 0xFF60 && bul_utf8_width(c) == 2 &&
            !(c >= 0xFF10 && c <= 0xFF19) && !(c >= 0xFF21 && c <= 0xFF5A)) ||
           c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

static void count_pair(bul_line_spacing *spacing, uint32_t left, uint32_t right,
                       int64_t beyond)
{
    bool left_is_han = bul_utf8_is_han(left);
    bool right_is_han = bul_utf8_is_han(right);
    if (left_is_han && right_is_han) {
        if (!spacing->has_gap || beyond < spacing->gap_least)
            spacing->gap_least = beyond;
        if (!spacing->has_gap || beyond > spacing->gap_most)
            spacing->gap_most = beyond;
        spacing->has_gap = true;
        return;
    }
    bool is_pair = (left_is_han || is_full_width_mark(left)) &&
                   (right_is_han || is_full_width_mark(right));
    if (is_pair && beyond < 0)
        spacing->squeeze -= beyond;
}

static void measure_run(bul_line_spacing *spacing, const bul_glyph_run *run)
{
    size_t left = 0;
    for (size_t i = 1; i < run->glyph_count && run->size > 0; i++) {
        const bul_glyph *glyph = &run->glyphs[i];
        if (glyph->text == run->glyphs[left].text)
            continue; /* a further glyph of the same cluster */
        int64_t beyond = (int64_t)glyph->x - run->glyphs[left].x - run->size;
        count_pair(spacing, character_at(run, left), character_at(run, i),
                   bul_mpt_scale((bul_mpt)beyond, 1000, run->size));
        left = i;
    }
}

static bool is_rounding(int64_t permille)
{
    return permille >= -ROUNDING_PERMILLE && permille <= ROUNDING_PERMILLE;
}

static void add_signed(bul_text *text, int64_t permille)
{
    if (permille >= 0)
        bul_text_add_char(text, '+');
    bul_proof_pt_add(text, permille);
}

static void add_spacing(bul_text *text, const bul_line_spacing *spacing)
{
    if (spacing->has_gap &&
        !(is_rounding(spacing->gap_least) && is_rounding(spacing->gap_most))) {
        bul_text_add(text, BUL_STR("  gap "));
        add_signed(text, spacing->gap_least);
        if (!is_rounding(spacing->gap_most - spacing->gap_least)) {
            bul_text_add(text, BUL_STR(".."));
            add_signed(text, spacing->gap_most);
        }
    }
    if (!is_rounding(spacing->squeeze)) {
        bul_text_add(text, BUL_STR("  squeeze "));
        bul_proof_pt_add(text, spacing->squeeze);
    }
}

/* ---- The line. ---- */

static void add_face(bul_text *text, const bul_glyph_run *run)
{
    bul_text_add(text, run->face->postscript_name);
    bul_text_add_char(text, ' ');
    bul_proof_pt_add(text, run->size);
}

static bool has_same_look(const bul_glyph_run *a, const bul_glyph_run *b)
{
    return a->face == b->face && a->size == b->size &&
           a->color.space == b->color.space && a->color.c == b->color.c &&
           a->color.m == b->color.m && a->color.y == b->color.y &&
           a->color.k == b->color.k;
}

void bul_proof_line_add(bul_text *text, const bul_page *page, size_t first,
                        size_t count)
{
    const bul_item *items = page->items.items + first;
    const bul_glyph_run *head = &items[0].as.glyphs;
    bul_line_spacing spacing = {0};
    for (size_t i = 0; i < count; i++)
        measure_run(&spacing, &items[i].as.glyphs);

    bul_text_add(text, BUL_STR("line  x "));
    bul_proof_pt_add(text, head->x);
    bul_text_add(text, BUL_STR("  y "));
    bul_proof_pt_add(text, head->y);
    bul_text_add(text, BUL_STR("  w "));
    bul_proof_pt_add(text,
                     (int64_t)bul_proof_run_end(&items[count - 1].as.glyphs) -
                         head->x);
    bul_text_add(text, BUL_STR("  "));
    add_face(text, head);
    bul_proof_ink_add(text, head->color);
    add_spacing(text, &spacing);
    bul_text_add(text, BUL_STR("  "));
    for (size_t i = 0; i < count; i++) {
        const bul_glyph_run *run = &items[i].as.glyphs;
        if (i > 0 && !has_same_look(&items[i - 1].as.glyphs, run)) {
            bul_text_add_char(text, '{');
            add_face(text, run);
            bul_proof_ink_add(text, run->color);
            bul_text_add_char(text, '}');
        }
        bul_proof_text_add(text, run->text);
    }
    bul_text_add_char(text, '\n');
}
