/* SPDX-License-Identifier: MIT */
/* pdf_text.c - glyph runs as text operators.
 *
 * The layout gives every glyph its place; TJ moves on by the glyph's width and
 * takes corrections in whole thousandths of an em. Each correction is chosen
 * against the pen's true place, which is kept as an integer, so the error is
 * never more than half a thousandth of an em and never adds up. In a justified
 * line most gaps are alike: what they have in common is set once, as the
 * character spacing Tc, and few corrections are left. Down the page (Identity-V)
 * it is the same with the other sign, because y runs up (ISO 32000-1, 9.4.4).
 *
 * A sideways run is one across under a turned text matrix. A glyph that stands
 * off the baseline is gone to by itself, as is the one after it.
 *
 * A code has one ToUnicode text. Where a cluster stands for another text, or
 * is made of several glyphs, it is wrapped in a Span with ActualText (ISO
 * 32000-1, 14.9.4), so that search and copy give back what was written. In an
 * element it has a sequence of marked content to itself. */
#include "pdf/pdf_painter.h"

/* An adjustment with its brackets, then the code. */
#define GLYPH_BYTES (BUL_CONTENT_NUMBER + 8)

/* The pen within a run, in millipoints / 1000 from the run's start. */
typedef struct text_pen {
    bul_painter *painter;
    bul_content *out;
    const bul_glyph_run *run;
    const bul_pdf_font *font;
    int64_t size;
    int64_t spacing; /* what Tc adds between glyphs, in millipoints */
    int64_t at;
    int32_t rise;
    bool is_in_array, is_in_string;
} text_pen;

static bool goes_down(const bul_glyph_run *run)
{
    return run->turn == BUL_TURN_UPRIGHT;
}

/* How far a reader goes on by itself, in 1/1000 em. */
static int64_t advance_of(const bul_glyph_run *run, const bul_pdf_glyph *glyph)
{
    return goes_down(run) ? bul_pdf_height_of(glyph).advance : glyph->width;
}

/* Where a reader's pen must be for a glyph, in millipoints / 1000 from the
 * run's start: a tall glyph begins above the square that has its place. */
static int64_t origin_of(const bul_glyph_run *run, const bul_pdf_font *font,
                         const bul_glyph *placed)
{
    int64_t place = (int64_t)placed->x * 1000;
    if (!goes_down(run))
        return place;
    int top = bul_pdf_height_of(bul_pdf_glyph_of(font, placed->id)).top;
    return place + (int64_t)(BUL_SQUARE_TOP - top) * run->size;
}

/* ---- Places ---- */

static void move_to(bul_painter *painter, bul_turn turn, int64_t x, int64_t y)
{
    bool is_turned = turn == BUL_TURN_SIDEWAYS;
    bool is_near = !is_turned && !painter->is_turned;
    if (is_turned)
        BUL_CONTENT_ADD(painter->out, "0 -1 1 0 ");
    else if (!is_near)
        BUL_CONTENT_ADD(painter->out, "1 0 0 1 ");
    bul_content_milli_space(painter->out, is_near ? x - painter->line_x : x);
    bul_content_milli(painter->out, is_near ? y - painter->line_y : y);
    bul_content_add(painter->out,
                    is_near ? BUL_STR(" Td\n") : BUL_STR(" Tm\n"));
    painter->is_turned = is_turned;
    painter->line_x = x;
    painter->line_y = y;
}

/* Goes to a glyph, wherever the pen is. */
static void go_to(text_pen *pen, const bul_glyph *glyph)
{
    const bul_glyph_run *run = pen->run;
    bool is_across = run->turn == BUL_TURN_ACROSS;
    int64_t along = origin_of(run, pen->font, glyph) / 1000;
    int64_t x = run->x + (is_across ? along : glyph->rise);
    int64_t y = run->y + (is_across ? -(int64_t)glyph->rise : along);
    move_to(pen->painter, run->turn, bul_painter_x(pen->painter, x),
            bul_painter_y(pen->painter, y));
    pen->at = along * 1000;
    pen->rise = glyph->rise;
}

/* ---- Glyphs ---- */

static void put_char(bul_content *out, char c)
{
    out->ptr[out->len++] = c;
}

static void close_array(text_pen *pen)
{
    if (pen->is_in_string)
        BUL_CONTENT_ADD(pen->out, ">");
    if (pen->is_in_array)
        BUL_CONTENT_ADD(pen->out, "]TJ\n");
    pen->is_in_string = pen->is_in_array = false;
}

/* Whole thousandths of an em from the pen to a place, to the nearest. */
static int64_t thousandths_to(const text_pen *pen, int64_t place)
{
    int64_t doubled = (place - pen->at) * 2;
    return (doubled >= 0 ? doubled + pen->size : doubled - pen->size) /
           (2 * pen->size);
}

static void show_glyph(text_pen *pen, const bul_glyph *placed)
{
    const bul_pdf_glyph *glyph = bul_pdf_glyph_of(pen->font, placed->id);
    bul_content *out = pen->out;
    if (placed->rise != pen->rise) {
        close_array(pen);
        go_to(pen, placed);
    }
    int64_t shift = thousandths_to(pen, origin_of(pen->run, pen->font, placed));
    bul_content_reserve(out, GLYPH_BYTES);
    if (!pen->is_in_array)
        put_char(out, '[');
    pen->is_in_array = true;
    if (shift != 0) {
        if (pen->is_in_string)
            put_char(out, '>');
        pen->is_in_string = false;
        bul_content_int(out, goes_down(pen->run) ? shift : -shift);
    }
    if (!pen->is_in_string)
        put_char(out, '<');
    pen->is_in_string = true;
    bul_content_hex4(out, glyph->code);
    pen->at +=
        (shift + advance_of(pen->run, glyph)) * pen->size + pen->spacing * 1000;
}

/* In a run from right to left readers turn the order of the glyphs round.
 * Where they get letter and marks by that, they should: a text that is said
 * for a cluster some of them turn round as well. */
static bool is_plain_backwards(const bul_glyph_run *run,
                               const bul_pdf_font *font, size_t first,
                               size_t end, bul_str text)
{
    for (size_t i = end; i-- > first;) {
        bul_str part = bul_pdf_glyph_of(font, run->glyphs[i].id)->text;
        if (!bul_str_starts(text, part))
            return false;
        text = bul_str_sub(text, part.len, text.len);
    }
    return text.len == 0;
}

/* Does ToUnicode alone give the cluster's text back? */
static bool is_plain(const bul_glyph_run *run, const bul_pdf_font *font,
                     size_t first, size_t end, bul_str text)
{
    if (bul_pdf_reads_back(run))
        return is_plain_backwards(run, font, first, end, text);
    return end - first == 1 &&
           bul_str_equal(bul_pdf_glyph_of(font, run->glyphs[first].id)->text,
                         text);
}

static void begin_text(bul_painter *painter)
{
    if (painter->is_in_text)
        return;
    bul_painter_settle(painter);
    BUL_CONTENT_ADD(painter->out, "BT\n");
    painter->is_in_text = true;
    painter->is_turned = false;
    painter->line_x = painter->line_y = 0;
}

/* The rest of the run stands in a sequence of the element, or of an artifact,
 * and goes on at a glyph. */
static void go_on_in(text_pen *pen, size_t tag, const bul_glyph *next)
{
    bul_painter *painter = pen->painter;
    if (painter->tag == tag)
        return;
    bul_painter_tag(painter, tag);
    if (painter->is_in_text)
        return;
    begin_text(painter);
    go_to(pen, next);
}

static void show_glyphs(text_pen *pen, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        show_glyph(pen, &pen->run->glyphs[i]);
}

static void show_as(text_pen *pen, size_t first, size_t end, bul_str text)
{
    close_array(pen);
    BUL_CONTENT_ADD(pen->out, "/Span<</ActualText<FEFF");
    bul_content_utf16(pen->out, text);
    BUL_CONTENT_ADD(pen->out, ">>>BDC\n");
    show_glyphs(pen, first, end);
    close_array(pen);
    BUL_CONTENT_ADD(pen->out, "EMC\n");
}

/* The same where another sequence than that of the element's text so far has to
 * be open: poppler 22.12 takes a sequence for ended where a Span in it ends. */
static void show_apart(text_pen *pen, size_t tag, size_t first, size_t end,
                       bul_str text)
{
    close_array(pen);
    bul_painter_tag(pen->painter, BUL_TAG_NOTHING);
    go_on_in(pen, tag, &pen->run->glyphs[first]);
    show_as(pen, first, end, text);
    bul_painter_tag(pen->painter, BUL_TAG_NOTHING);
}

/* Does a cluster end in the hyphen of a divided word, and would it be plain
 * without that? */
static bool is_divided(const bul_glyph_run *run, const bul_pdf_font *font,
                       size_t first, size_t end, bul_str text)
{
    if (end - first < 2 || bul_pdf_reads_back(run))
        return false;
    bul_str last = bul_pdf_glyph_of(font, run->glyphs[end - 1].id)->text;
    return (bul_str_equal(last, BUL_STR("-")) ||
            bul_str_equal(last, BUL_STR("\u2010"))) &&
           is_plain(run, font, first, end - 1, text);
}

/* A cluster that is not plain. The hyphen of a divided word is an artifact of
 * layout (ISO 32000-1, 14.8.2.2.3); that it stands for nothing is said for
 * readers that heed no tags. */
static void show_said(text_pen *pen, size_t first, size_t end, bul_str text)
{
    size_t tag = pen->painter->tag;
    if (tag == BUL_TAG_NOTHING || tag == BUL_TAG_ARTIFACT) {
        show_as(pen, first, end, text);
    } else if (is_divided(pen->run, pen->font, first, end, text)) {
        show_glyphs(pen, first, end - 1);
        show_apart(pen, BUL_TAG_ARTIFACT, end - 1, end, (bul_str){0});
    } else {
        show_apart(pen, tag, first, end, text);
    }
}

static void show_clusters(text_pen *pen)
{
    const bul_glyph_run *run = pen->run;
    size_t tag = pen->painter->tag;
    for (size_t first = 0, end; first < run->glyph_count; first = end) {
        bul_str text;
        end = bul_pdf_cluster(run, first, &text);
        go_on_in(pen, tag, &run->glyphs[first]);
        if (is_plain(run, pen->font, first, end, text))
            show_glyphs(pen, first, end);
        else
            show_said(pen, first, end, text);
    }
    close_array(pen);
}

/* ---- Character spacing ---- */

/* Gaps this near to one another, in millipoints, count as the same: layout
 * deals out what does not divide evenly. */
#define SPACING_TOLERANCE 2

/* Shorter runs are not worth an operator. */
#define SPACING_GLYPHS ((size_t)4)

static int64_t extra_gap(const bul_glyph_run *run, const bul_pdf_font *font,
                         size_t index)
{
    const bul_glyph *placed = &run->glyphs[index];
    int64_t advance = advance_of(run, bul_pdf_glyph_of(font, placed->id));
    int64_t step =
        origin_of(run, font, placed + 1) - origin_of(run, font, placed);
    return step / 1000 - advance * run->size / 1000;
}

static bool is_near(int64_t a, int64_t b)
{
    return a - b <= SPACING_TOLERANCE && b - a <= SPACING_TOLERANCE;
}

/* The extra gap that more than half of the glyphs share (by Boyer and Moore's
 * vote), or 0. */
static int64_t usual_spacing(const bul_glyph_run *run, const bul_pdf_font *font)
{
    int64_t candidate = 0;
    size_t votes = 0, shared = 0;
    if (run->glyph_count < SPACING_GLYPHS)
        return 0;
    for (size_t i = 0; i + 1 < run->glyph_count; i++) {
        int64_t gap = extra_gap(run, font, i);
        if (votes == 0)
            candidate = gap;
        votes = is_near(gap, candidate) ? votes + 1 : votes - 1;
    }
    for (size_t i = 0; i + 1 < run->glyph_count; i++)
        shared += is_near(extra_gap(run, font, i), candidate);
    bool is_usual = shared * 2 > run->glyph_count - 1;
    return is_usual && !is_near(candidate, 0) ? candidate : 0;
}

static void set_spacing(bul_painter *painter, int64_t spacing)
{
    if (painter->spacing == spacing)
        return;
    painter->spacing = spacing;
    bul_content_milli(painter->out, spacing);
    BUL_CONTENT_ADD(painter->out, " Tc\n");
}

/* ---- A run ---- */

static void set_font(bul_painter *painter, bul_pdf_type0 *font, bul_mpt size)
{
    font->page_used = painter->stamp;
    if (painter->font == font && painter->size == size)
        return;
    painter->font = font;
    painter->size = size;
    BUL_CONTENT_ADD(painter->out, "/");
    bul_content_add(painter->out, bul_str_from(font->name));
    BUL_CONTENT_ADD(painter->out, " ");
    bul_content_milli(painter->out, size);
    BUL_CONTENT_ADD(painter->out, " Tf\n");
}

void bul_painter_show(bul_painter *painter, const bul_glyph_run *run)
{
    bul_pdf_font *font = bul_pdf_font_of(painter->pdf, run->face);
    if (!font || run->glyph_count == 0 || run->size <= 0)
        return;
    bul_pdf_ink ink = bul_pdf_ink_of(painter->pdf, run->color, BUL_INK_MARK);
    if (ink.is_left_out)
        return;
    text_pen pen = {.painter = painter,
                    .out = painter->out,
                    .run = run,
                    .font = font,
                    .size = run->size,
                    .spacing = usual_spacing(run, font)};
    begin_text(painter);
    set_font(painter, &font->ways[bul_pdf_way_of(run)], run->size);
    bul_painter_fill(painter, ink);
    go_to(&pen, &run->glyphs[0]);
    set_spacing(painter, goes_down(run) ? -pen.spacing : pen.spacing);
    show_clusters(&pen);
}
