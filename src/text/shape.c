/* SPDX-License-Identifier: MIT */
/* shape.c - pieces to glyphs and boxes.
 *
 * Script and language are always set: shaped as Hani in zh-Hans, Noto gives
 * —— as one stroke of two em and quotes their full width; left to guess, it
 * does neither. */
#include "base/utf8.h"
#include "text/face_engine.h"
#include "text/orientation.h"
#include "text/setter.h"

#define EM           1000
#define FULL_WIDTH   900 /* narrower quotes are Latin as they are */
#define BESIDE_QUOTE 50  /* white at both sides of a narrowed quote */

static bul_mpt scaled(const bul_text_style *style, int64_t units)
{
    int64_t upem = style->face->units_per_em;
    int64_t product = units * style->size;
    return (bul_mpt)((product >= 0 ? product + upem / 2 : product - upem / 2) /
                     upem);
}

static bool runs_left(const bul_piece *piece)
{
    return piece->level % 2 == 1;
}

static void set_direction(bul_setter *setter, const bul_piece *piece,
                          bul_locale locale)
{
    hb_buffer_t *buffer = setter->buffer;
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    if (runs_left(piece)) {
        hb_buffer_set_direction(buffer, HB_DIRECTION_RTL);
        hb_buffer_guess_segment_properties(buffer);
        return;
    }
    bool is_down = piece->turn == BUL_BOX_UPRIGHT;
    hb_buffer_set_direction(buffer,
                            is_down ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer,
                         piece->is_wide ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, setter->languages[locale]);
}

static void shape_piece(const bul_paragraph_draft *draft,
                        const bul_piece *piece)
{
    bul_setter *setter = draft->setter;
    const bul_face *face = draft->styles.items[piece->style].face;
    hb_buffer_t *buffer = setter->buffer;
    hb_buffer_clear_contents(buffer);
    if (piece->is_missing)
        hb_buffer_add(buffer, 0x3013, piece->start);
    else
        hb_buffer_add_utf8(buffer, draft->text.ptr, (int)draft->text.len,
                           piece->start, (int)(piece->end - piece->start));
    set_direction(setter, piece, draft->rules->locale);
    /* Curly quotes of Latin text are the face's narrow ones. */
    static const hb_feature_t proportional = {HB_TAG('p', 'w', 'i', 'd'), 1, 0,
                                              HB_FEATURE_GLOBAL_END};
    bool is_quoted = !piece->is_wide && draft->latin_quotes.count > 0;
    hb_shape(face->engine->font, buffer, &proportional, is_quoted ? 1 : 0);
}

/* Puts the glyphs of a cluster behind those of the box. */
static void add_glyphs(bul_paragraph_draft *draft, bul_type_box *box,
                       const bul_cluster *c)
{
    const bul_text_style *style = &draft->styles.items[box->style];
    unsigned count;
    const hb_glyph_info_t *ids =
        hb_buffer_get_glyph_infos(draft->setter->buffer, &count);
    const hb_glyph_position_t *places =
        hb_buffer_get_glyph_positions(draft->setter->buffer, &count);
    bool is_down = box->turn == BUL_BOX_UPRIGHT;
    for (unsigned i = c->first; i < c->end; i++) {
        bul_box_glyph *glyph = BUL_PUSH(draft->scratch, &draft->glyphs);
        glyph->id = ids[i].codepoint;
        glyph->text = ids[i].cluster;
        if (is_down) {
            /* HarfBuzz tells the place of the horizontal origin; a page wants
             * the top of the square. */
            glyph->x = box->width - scaled(style, places[i].y_offset) -
                       bul_mpt_scale(style->size, BUL_SQUARE_TOP, EM);
            box->width -= scaled(style, places[i].y_advance);
        } else {
            glyph->x = box->width + scaled(style, places[i].x_offset);
            glyph->rise = scaled(style, places[i].y_offset);
            box->width += scaled(style, places[i].x_advance);
        }
        box->glyph_count++;
    }
    box->text_end = c->text_end;
    box->last_class = (uint8_t)c->class;
}

static bul_type_box *new_box(bul_paragraph_draft *draft, const bul_piece *piece,
                             const bul_cluster *c)
{
    bul_type_box *box = BUL_PUSH(draft->scratch, &draft->boxes);
    box->text = c->text;
    box->glyph = (uint32_t)draft->glyphs.count;
    box->style = piece->style;
    box->level = piece->level;
    box->turn = piece->turn;
    box->first_class = (uint8_t)c->class;
    return box;
}

/* ---- Wide: a box for each character. ---- */

/* The second half of —— or …… joins the first. */
static bool completes_pair(const bul_type_box *box, const bul_cluster *c)
{
    if (c->class != BUL_CLASS_DASH && c->class != BUL_CLASS_ELLIPSIS)
        return false;
    return box->first_class == c->class && box->text_end == c->text &&
           box->text_end - box->text == 3;
}

static bool turns(uint32_t code_point)
{
    bul_orientation orientation = bul_orientation_of(code_point);
    return orientation == BUL_ORIENTATION_ROTATED ||
           orientation == BUL_ORIENTATION_ROTATED_FORM;
}

/* Marks that lie down in a vertical line, and for which the font has no form
 * of their own: dashes of most faces. */
static bool lies_down(const bul_paragraph_draft *draft, const bul_type_box *box,
                      const bul_cluster *c)
{
    const bul_face *face = draft->styles.items[box->style].face;
    return box->turn == BUL_BOX_UPRIGHT && c->end - c->first == 1 &&
           turns(c->code_point) &&
           draft->glyphs.items[box->glyph].id ==
               bul_face_glyph(face, c->code_point);
}

static void lay_down(bul_paragraph_draft *draft, bul_type_box *box)
{
    const bul_text_style *style = &draft->styles.items[box->style];
    bul_box_glyph *glyph = &draft->glyphs.items[box->glyph];
    box->turn = BUL_BOX_SIDEWAYS;
    box->width = bul_mpt_scale(style->size,
                               bul_face_advance(style->face, glyph->id), EM);
    glyph->x = 0;
}

/* The glyph of the second half follows the first, lying as it does. */
static void add_second_half(bul_paragraph_draft *draft, bul_type_box *box,
                            const bul_cluster *c)
{
    bul_mpt first = box->width;
    add_glyphs(draft, box, c);
    if (box->turn != BUL_BOX_SIDEWAYS)
        return;
    BUL_LAST(&draft->glyphs)->x = first;
    box->width = 2 * first;
}

static void add_wide(bul_paragraph_draft *draft, const bul_piece *piece,
                     const bul_cluster *c)
{
    bul_type_box *last = draft->boxes.count ? BUL_LAST(&draft->boxes) : NULL;
    if (last && last->style == piece->style && completes_pair(last, c)) {
        add_second_half(draft, last, c);
        return;
    }
    bul_type_box *box = new_box(draft, piece, c);
    add_glyphs(draft, box, c);
    if (lies_down(draft, box, c))
        lay_down(draft, box);
    if (box->glyph_count == 1)
        bul_box_trim(draft, box, draft->glyphs.items[box->glyph].id);
}

/* ---- Latin: a box for each word, or part of one. ---- */

static void add_space(bul_paragraph_draft *draft, const bul_piece *piece,
                      const bul_cluster *c)
{
    if (draft->boxes.count == 0)
        return;
    const bul_text_style *style = &draft->styles.items[piece->style];
    unsigned count;
    const hb_glyph_info_t *ids =
        hb_buffer_get_glyph_infos(draft->setter->buffer, &count);
    bul_type_box *box = BUL_LAST(&draft->boxes);
    if (box->space_glyph != 0)
        return;
    uint32_t glyph = ids[c->first].codepoint;
    box->glue =
        bul_mpt_scale(style->size, bul_face_advance(style->face, glyph), EM);
    /* It is shown with the box, so in the box's face. */
    if (box->style != piece->style)
        glyph = bul_face_glyph(draft->styles.items[box->style].face, ' ');
    box->space_glyph = glyph;
}

static bool joins_word(const bul_paragraph_draft *draft, const bul_piece *piece,
                       const bul_type_box *last, const bul_cluster *c)
{
    return last->text_end == c->text && c->text > piece->start &&
           last->space_glyph == 0 && !bul_word_splits(draft, c->text);
}

/* Where a Chinese face has no narrow quotes, only those on a whole square,
 * they get the width of their ink and a little white in Latin text. */
static void narrow_quote(const bul_paragraph_draft *draft, bul_type_box *box)
{
    const bul_text_style *style = &draft->styles.items[box->style];
    bul_box_glyph *glyph = BUL_LAST(&draft->glyphs);
    int left = 0;
    int right = 0;
    int advance = bul_face_advance(style->face, glyph->id);
    if (advance < FULL_WIDTH ||
        !bul_face_ink(style->face, glyph->id, &left, &right))
        return;
    int width = right - left + 2 * BESIDE_QUOTE;
    glyph->x -= bul_mpt_scale(style->size, left - BESIDE_QUOTE, EM);
    box->width -= bul_mpt_scale(style->size, advance - width, EM);
}

static bool is_curly(uint32_t code_point)
{
    return code_point >= 0x2018 && code_point <= 0x201D;
}

static void add_latin(bul_paragraph_draft *draft, const bul_piece *piece,
                      const bul_cluster *c)
{
    if (c->class == BUL_CLASS_SPACE) {
        add_space(draft, piece, c);
        return;
    }
    bul_type_box *last = draft->boxes.count ? BUL_LAST(&draft->boxes) : NULL;
    bool joins = last && joins_word(draft, piece, last, c);
    bul_type_box *box = joins ? last : new_box(draft, piece, c);
    add_glyphs(draft, box, c);
    if (is_curly(c->code_point) && c->end - c->first == 1)
        narrow_quote(draft, box);
}

/* 纵中横: what is set across stands in the middle of one square. */
static void square_box(const bul_paragraph_draft *draft, bul_type_box *box)
{
    box->cross = box->width;
    box->width = draft->runs[draft->style_runs.items[box->style]].size;
}

/* ---- Pieces. ---- */

static bul_cluster cluster_at(const bul_paragraph_draft *draft,
                              const bul_piece *piece, uint32_t text)
{
    bul_cluster c = {.text = text};
    size_t at = text;
    c.code_point = bul_utf8_next(draft->text, &at);
    c.class = bul_class_of(c.code_point);
    /* A quote is here as a Latin one, or an apostrophe. */
    if (!piece->is_wide && bul_class_is_wide(c.class))
        c.class = BUL_CLASS_LATIN_MARK;
    return c;
}

static void add_clusters(bul_paragraph_draft *draft, const bul_piece *piece)
{
    unsigned count;
    const hb_glyph_info_t *ids =
        hb_buffer_get_glyph_infos(draft->setter->buffer, &count);
    for (unsigned i = 0; i < count;) {
        bul_cluster c = cluster_at(draft, piece, ids[i].cluster);
        c.first = i;
        while (i < count && ids[i].cluster == c.text)
            i++;
        c.end = i;
        c.text_end = i < count ? ids[i].cluster : piece->end;
        if (piece->is_wide)
            add_wide(draft, piece, &c);
        else
            add_latin(draft, piece, &c);
    }
}

/* Glyphs of a piece that runs to the left come in the order they are seen;
 * words are taken from the end, and their glyphs as they stand. */
static void add_clusters_leftward(bul_paragraph_draft *draft,
                                  const bul_piece *piece)
{
    unsigned count;
    const hb_glyph_info_t *ids =
        hb_buffer_get_glyph_infos(draft->setter->buffer, &count);
    for (unsigned end = count; end > 0;) {
        bul_cluster c = cluster_at(draft, piece, ids[end - 1].cluster);
        unsigned first = end - 1;
        bool is_space = c.class == BUL_CLASS_SPACE;
        while (first > 0) {
            uint32_t next = ids[first - 1].cluster;
            if (next != ids[first].cluster &&
                (is_space || draft->text.ptr[next] == ' '))
                break;
            first--;
        }
        c.first = first;
        c.end = end;
        c.text_end = first > 0 ? ids[first - 1].cluster : piece->end;
        if (is_space)
            add_space(draft, piece, &c);
        else
            add_glyphs(draft, new_box(draft, piece, &c), &c);
        end = first;
    }
}

static void add_piece(bul_paragraph_draft *draft, const bul_piece *piece)
{
    size_t before = draft->boxes.count;
    shape_piece(draft, piece);
    if (runs_left(piece))
        add_clusters_leftward(draft, piece);
    else
        add_clusters(draft, piece);
    for (size_t i = before; piece->is_square && i < draft->boxes.count; i++)
        square_box(draft, &draft->boxes.items[i]);
}

void bul_draft_shape(bul_paragraph_draft *draft)
{
    bool starts_line = false; /* a break that waits for the next box */
    bool breaks_before = false;
    for (size_t i = 0; i < draft->pieces.count; i++) {
        const bul_piece *piece = &draft->pieces.items[i];
        size_t before = draft->boxes.count;
        starts_line = starts_line || piece->starts_line;
        breaks_before = breaks_before || piece->breaks_before;
        add_piece(draft, piece);
        if (draft->boxes.count == before)
            continue;
        if (before > 0 && starts_line)
            draft->boxes.items[before - 1].penalty = BUL_PENALTY_FORCED;
        else if (before > 0 && breaks_before)
            draft->boxes.items[before - 1].penalty = -1;
        starts_line = false;
        breaks_before = false;
    }
}
