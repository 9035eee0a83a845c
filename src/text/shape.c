/* SPDX-License-Identifier: MIT */
/* shape.c - pieces to glyphs and boxes.
 *
 * Script and language are always set: shaped as Hani in zh-Hans, Noto gives
 * —— as one stroke of two em and quotes their full width; left to guess, it
 * does neither. */
#include "base/utf8.h"
#include "text/face_engine.h"
#include "text/setter.h"

#define EM              1000
#define KEPT_BESIDE_INK 30   /* white left between ink and a trimmed edge */
#define FULL_WIDTH      900  /* narrower marks are Latin ones: not trimmed */
#define LONGEST_WORD    4096 /* bytes that an address is looked for in */

/* The glyphs of one cluster. */
typedef struct cluster {
    unsigned first, end; /* in the buffer */
    uint32_t text, text_end;
    bul_class class;
    uint32_t code_point;
} cluster;

static bul_mpt scaled(const bul_text_style *style, int64_t units)
{
    int64_t upem = style->face->units_per_em;
    int64_t product = units * style->size;
    return (bul_mpt)((product >= 0 ? product + upem / 2 : product - upem / 2) /
                     upem);
}

static void shape_piece(bul_setter *setter, bul_str text,
                        const bul_piece *piece, const bul_face *face)
{
    hb_buffer_t *buffer = setter->buffer;
    hb_buffer_clear_contents(buffer);
    if (piece->is_missing)
        hb_buffer_add(buffer, 0x3013, piece->start);
    else
        hb_buffer_add_utf8(buffer, text.ptr, (int)text.len, piece->start,
                           (int)(piece->end - piece->start));
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer,
                         piece->is_wide ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, setter->language);
    hb_shape(face->engine->font, buffer, NULL, 0);
}

/* Blank of a full-width mark on its left and right, from its ink. */
static bul_blank_slot blank_of(bul_setter *setter, const bul_face *face,
                               uint32_t glyph)
{
    uint64_t key = ((uint64_t)face->index << 32 | glyph) + 1;
    bul_blank_slot *slot =
        &setter->blanks[(glyph ^ face->index * 31u) % BUL_BLANK_SLOTS];
    if (slot->key == key)
        return *slot;
    int advance = bul_face_advance(face, glyph);
    int left = 0;
    int right = 0;
    *slot = (bul_blank_slot){.key = key};
    if (advance >= FULL_WIDTH && bul_face_ink(face, glyph, &left, &right)) {
        slot->left = left - KEPT_BESIDE_INK;
        slot->right = advance - right - KEPT_BESIDE_INK;
    }
    if (slot->left > EM / 2)
        slot->left = EM / 2;
    if (slot->right > EM / 2)
        slot->right = EM / 2;
    return *slot;
}

static void trim_box(bul_paragraph_draft *draft, bul_type_box *box,
                     const bul_text_style *style, uint32_t glyph)
{
    bul_class class = (bul_class)box->first_class;
    if (class == BUL_CLASS_MIDDOT || class == BUL_CLASS_SOLIDUS) {
        /* 间隔号 and 分隔号 take half an em, their ink in the middle (GB 5.1). */
        bul_mpt half = style->size / 2;
        box->shift = (half - box->width) / 2;
        box->width = half;
        return;
    }
    if (!bul_class_blank_left(class) && !bul_class_blank_right(class))
        return;
    bul_blank_slot blank = blank_of(draft->setter, style->face, glyph);
    bool is_left = bul_class_blank_left(class);
    int permille = is_left ? blank.left : blank.right;
    if (permille <= 0)
        return;
    box->blank = bul_mpt_scale(style->size, permille, EM);
    box->width -= box->blank;
    if (is_left)
        box->shift = -box->blank;
}

static void add_glyphs(bul_paragraph_draft *draft, bul_type_box *box,
                       const bul_text_style *style, const cluster *c)
{
    unsigned count;
    const hb_glyph_info_t *ids =
        hb_buffer_get_glyph_infos(draft->setter->buffer, &count);
    const hb_glyph_position_t *places =
        hb_buffer_get_glyph_positions(draft->setter->buffer, &count);
    for (unsigned i = c->first; i < c->end; i++) {
        bul_box_glyph *glyph = BUL_PUSH(draft->scratch, &draft->glyphs);
        glyph->id = ids[i].codepoint;
        glyph->text = c->text;
        glyph->x = box->width + scaled(style, places[i].x_offset);
        box->width += scaled(style, places[i].x_advance);
        box->glyph_count++;
    }
    box->text_end = c->text_end;
    box->last_class = (uint8_t)c->class;
}

static bul_type_box *new_box(bul_paragraph_draft *draft, const bul_piece *piece,
                             const cluster *c)
{
    bul_type_box *box = BUL_PUSH(draft->scratch, &draft->boxes);
    box->text = c->text;
    box->glyph = (uint32_t)draft->glyphs.count;
    box->style = piece->style;
    box->first_class = (uint8_t)c->class;
    return box;
}

/* The second half of —— or …… joins the first. */
static bool completes_pair(const bul_type_box *box, const cluster *c)
{
    if (c->class != BUL_CLASS_DASH && c->class != BUL_CLASS_ELLIPSIS)
        return false;
    return box->first_class == c->class && box->text_end == c->text &&
           box->text_end - box->text == 3;
}

static void add_wide(bul_paragraph_draft *draft, const bul_piece *piece,
                     const cluster *c)
{
    const bul_text_style *style = &draft->styles.items[piece->style];
    bul_type_box *last = draft->boxes.count ? BUL_LAST(&draft->boxes) : NULL;
    if (last && last->style == piece->style && completes_pair(last, c)) {
        add_glyphs(draft, last, style, c);
        return;
    }
    bul_type_box *box = new_box(draft, piece, c);
    add_glyphs(draft, box, style, c);
    if (box->glyph_count == 1)
        trim_box(draft, box, style, draft->glyphs.items[box->glyph].id);
}

static void add_space(bul_paragraph_draft *draft, const bul_piece *piece,
                      const cluster *c)
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

/* A word that is an address may be broken at its points. */
static bool is_address(bul_str word)
{
    return bul_str_find(word, BUL_STR("://")) < word.len ||
           bul_str_starts(word, BUL_STR("www."));
}

/* The word up to here. */
static bul_str word_before(bul_str text, const bul_piece *piece, uint32_t at)
{
    uint32_t start = at;
    uint32_t least = at > LONGEST_WORD ? at - LONGEST_WORD : 0;
    least = least > piece->start ? least : piece->start;
    while (start > least && text.ptr[start - 1] != ' ')
        start--;
    return bul_str_sub(text, start, at);
}

/* May a line end inside a Latin word, before this cluster? */
static bool splits_word(const bul_paragraph_draft *draft,
                        const bul_piece *piece, const bul_type_box *last,
                        const cluster *c)
{
    if (last->last_class == BUL_CLASS_HYPHEN)
        return c->class == BUL_CLASS_LATIN && last->text_end - last->text > 1;
    bool is_point = last->last_class == BUL_CLASS_SLASH ||
                    (last->last_class == BUL_CLASS_LATIN_MARK &&
                     (draft->text.ptr[last->text_end - 1] == '.' ||
                      draft->text.ptr[last->text_end - 1] == '?'));
    bool goes_on = c->class == BUL_CLASS_LATIN || c->class == BUL_CLASS_DIGIT;
    return is_point && goes_on &&
           is_address(word_before(draft->text, piece, c->text));
}

static void add_latin(bul_paragraph_draft *draft, const bul_piece *piece,
                      const cluster *c)
{
    if (c->class == BUL_CLASS_SPACE) {
        add_space(draft, piece, c);
        return;
    }
    const bul_text_style *style = &draft->styles.items[piece->style];
    bul_type_box *last = draft->boxes.count ? BUL_LAST(&draft->boxes) : NULL;
    bool joins = last && last->text_end == c->text && c->text > piece->start &&
                 last->space_glyph == 0 && !splits_word(draft, piece, last, c);
    bul_type_box *box = joins ? last : new_box(draft, piece, c);
    add_glyphs(draft, box, style, c);
}

static void add_clusters(bul_paragraph_draft *draft, const bul_piece *piece)
{
    unsigned count;
    const hb_glyph_info_t *ids =
        hb_buffer_get_glyph_infos(draft->setter->buffer, &count);
    for (unsigned i = 0; i < count;) {
        cluster c = {.first = i, .text = ids[i].cluster};
        while (i < count && ids[i].cluster == c.text)
            i++;
        c.end = i;
        c.text_end = i < count ? ids[i].cluster : piece->end;
        size_t at = c.text;
        c.code_point = bul_utf8_next(draft->text, &at);
        c.class = bul_class_of(c.code_point);
        if (piece->is_wide) {
            add_wide(draft, piece, &c);
        } else {
            /* ’ is here as an apostrophe. */
            if (bul_class_is_wide(c.class))
                c.class = BUL_CLASS_LATIN_MARK;
            add_latin(draft, piece, &c);
        }
    }
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
        shape_piece(draft->setter, draft->text, piece,
                    draft->styles.items[piece->style].face);
        add_clusters(draft, piece);
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
