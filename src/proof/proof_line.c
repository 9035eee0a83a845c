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
 * Lines that run down (竖排) are measured in the same way along their way.
 *
 * A pair counts when both characters are full width, in one run, and follow
 * one another on the line; the room between hanzi and Latin is not shown. */
#include "proof/proof_line.h"

#include "base/utf8.h"
#include "proof/proof_run.h"

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

static const char *turn_name(bul_turn turn)
{
    switch (turn) {
    case BUL_TURN_ACROSS:
        return "across";
    case BUL_TURN_UPRIGHT:
        return "upright";
    case BUL_TURN_SIDEWAYS:
        return "sideways";
    }
    return "unknown";
}

static void add_face(bul_text *text, const bul_glyph_run *run)
{
    bul_text_add(text, run->face->postscript_name);
    bul_text_add_char(text, ' ');
    bul_proof_pt_add(text, run->size);
}

/* How far a run stands off the axis of its line, to the right; less than a
 * few thousandths of an em come from rounded widths. */
static int64_t aside_of(const bul_glyph_run *head, const bul_glyph_run *run)
{
    int64_t aside = (int64_t)bul_proof_run_axis(run) - bul_proof_run_axis(head);
    return aside * 500 <= run->size && aside * 500 >= -run->size ? 0 : aside;
}

static bool has_same_look(const bul_glyph_run *a, const bul_glyph_run *b)
{
    return a->face == b->face && a->size == b->size &&
           a->color.space == b->color.space && a->color.c == b->color.c &&
           a->color.m == b->color.m && a->color.y == b->color.y &&
           a->color.k == b->color.k;
}

/* "{Face size  ink …}" where the look changes, "{sideways  aside …}" where
 * only the way does. */
static void add_change(bul_text *text, const bul_item *items, size_t index,
                       bool is_down)
{
    const bul_glyph_run *head = &items[0].as.glyphs;
    const bul_glyph_run *before = &items[index - 1].as.glyphs;
    const bul_glyph_run *run = &items[index].as.glyphs;
    bool is_new = !has_same_look(before, run);
    bool is_elsewhere =
        is_down && (run->turn != before->turn ||
                    aside_of(head, run) != aside_of(head, before));
    if (!is_new && !is_elsewhere)
        return;
    bul_text_add_char(text, '{');
    if (is_new) {
        add_face(text, run);
        bul_proof_ink_add(text, run->color);
    }
    if (is_elsewhere)
        bul_text_addf(text, "%s%s", is_new ? "  " : "", turn_name(run->turn));
    if (is_elsewhere && aside_of(head, run) != 0) {
        bul_text_add(text, BUL_STR("  aside "));
        add_signed(text, aside_of(head, run));
    }
    bul_text_add_char(text, '}');
}

/* Place, length, face and ink: "line  x … y … w …" or "down  x … y … h …". */
static void add_line_head(bul_text *text, const bul_item *items, size_t count,
                          bool is_down)
{
    const bul_glyph_run *head = &items[0].as.glyphs;
    bul_text_add(text, is_down ? BUL_STR("down  x ") : BUL_STR("line  x "));
    bul_proof_pt_add(text, head->x);
    bul_text_add(text, BUL_STR("  y "));
    bul_proof_pt_add(text, head->y);
    bul_text_add(text, is_down ? BUL_STR("  h ") : BUL_STR("  w "));
    bul_proof_pt_add(
        text, (int64_t)bul_proof_run_end(&items[count - 1].as.glyphs, is_down) -
                  bul_proof_run_start(head, is_down));
    bul_text_add(text, BUL_STR("  "));
    add_face(text, head);
    bul_proof_ink_add(text, head->color);
    if (is_down && head->turn != BUL_TURN_UPRIGHT)
        bul_text_addf(text, "  %s", turn_name(head->turn));
}

static void add_raised(bul_text *text, const bul_item *items, size_t count)
{
    size_t raised = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t g = 0; g < items[i].as.glyphs.glyph_count; g++)
            raised += items[i].as.glyphs.glyphs[g].rise != 0;
    if (raised > 0)
        bul_text_addf(text, "  raised %zu", raised);
}

void bul_proof_line_add(bul_text *text, const bul_page *page, size_t first,
                        size_t count)
{
    const bul_item *items = page->items.items + first;
    bool is_down = bul_proof_runs_down(page, first);
    bul_line_spacing spacing = {0};
    for (size_t i = 0; i < count; i++)
        measure_run(&spacing, &items[i].as.glyphs);

    add_line_head(text, items, count, is_down);
    add_spacing(text, &spacing);
    add_raised(text, items, count);
    bul_text_add(text, BUL_STR("  "));
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            add_change(text, items, i, is_down);
        bul_proof_text_add(text, items[i].as.glyphs.text);
    }
    bul_text_add_char(text, '\n');
}
