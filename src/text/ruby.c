/* SPDX-License-Identifier: MIT */
/* ruby.c - readings over the characters they belong to (行间注: 拼音, 注音).
 *
 * With as many syllables as characters, each character has its own and a line
 * may end between them; otherwise one reading stands over the whole, which
 * then keeps together. A reading is half as large as what it stands over.
 *
 * Neighbouring readings stay a quarter of their own em apart: a word space of
 * theirs (clreq 3.3.2 asks for a quarter without saying of which). Where they
 * would not, boxes are widened; boxes and not the gaps between them, so that
 * a line may begin or end with any of them and be filled exactly. A reading
 * wider than its base leans over a neighbour, by half its em at most and only
 * over a hanzi that has no reading. */
#include "base/utf8.h"
#include "text/face_engine.h"
#include "text/setter.h"

#define GETA 0x3013 /* 〓 for a character that no face has */

/* A reading to be given room. */
typedef struct reading {
    size_t first, end; /* boxes */
    bul_mpt size, width;
    bul_mpt over;                  /* by how much it is wider than its base is
                                    after the base was spread; or less than 0 */
    bul_mpt spread;                /* put between the boxes of its base */
    bul_mpt before, after;         /* put before and after its base */
    bul_mpt lean_left, lean_right; /* it may stand out of its boxes so far */
} reading;

typedef BUL_LIST(reading) readings;

static const bul_styled_run *run_of(const bul_paragraph_draft *draft,
                                    size_t box)
{
    uint16_t style = draft->boxes.items[box].style;
    return &draft->runs[draft->style_runs.items[style]];
}

/* ---- Shaping. ---- */

/* A stretch of a reading that is shaped in one go. */
typedef struct stretch {
    const bul_face *face;
    size_t start, end;
    bool is_wide;
    bool is_missing;
} stretch;

static void shape_stretch(const bul_paragraph_draft *draft, bul_str text,
                          const stretch *s)
{
    hb_buffer_t *buffer = draft->setter->buffer;
    hb_buffer_clear_contents(buffer);
    if (s->is_missing)
        hb_buffer_add(buffer, GETA, 0);
    else
        hb_buffer_add_utf8(buffer, text.ptr, (int)text.len, (unsigned)s->start,
                           (int)(s->end - s->start));
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, s->is_wide ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer,
                           draft->setter->languages[draft->rules->locale]);
    hb_shape(s->face->engine->font, buffer, NULL, 0);
}

/* Puts what was shaped behind the glyphs of the reading before it. */
static void add_shaped(bul_paragraph_draft *draft, const bul_ruby *like,
                       bul_mpt *width)
{
    unsigned count;
    hb_buffer_t *buffer = draft->setter->buffer;
    const hb_glyph_info_t *ids = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places =
        hb_buffer_get_glyph_positions(buffer, &count);
    bul_box_glyph *glyphs = BUL_NEW(draft->scratch, bul_box_glyph, count);
    int64_t upem = like->face->units_per_em;
    bul_mpt x = *width;
    for (unsigned i = 0; i < count; i++) {
        glyphs[i].id = ids[i].codepoint;
        glyphs[i].x = x + bul_mpt_scale(like->size, places[i].x_offset, upem);
        glyphs[i].rise = bul_mpt_scale(like->size, places[i].y_offset, upem);
        x += bul_mpt_scale(like->size, places[i].x_advance, upem);
    }
    *width = x;
    bul_ruby *ruby = BUL_PUSH(draft->scratch, &draft->rubies);
    *ruby = *like;
    ruby->glyphs = glyphs;
    ruby->glyph_count = count;
}

/* The next stretch; a blank or a combining mark stays with what it follows. */
static stretch next_stretch(bul_paragraph_draft *draft,
                            const bul_styled_run *run, bul_str text,
                            size_t start)
{
    stretch s = {.face = run->face, .start = start, .end = start};
    bul_span span = {run->span.file, run->span.start,
                     run->span.start + (uint32_t)run->text.len};
    for (size_t at = start; at < text.len; s.end = at) {
        uint32_t c = bul_utf8_next(text, &at);
        bul_class class = bul_class_of(c);
        bool follows = class == BUL_CLASS_SPACE || class == BUL_CLASS_COMBINING;
        if (follows && s.end > start)
            continue;
        const bul_face *face = follows ? run->face
                                       : bul_fontset_cover(draft->setter->fonts,
                                                           run->face, c, span);
        bool is_wide = bul_class_is_wide(class);
        if (s.end > start &&
            (s.is_missing || face != s.face || is_wide != s.is_wide))
            break;
        if (face == NULL)
            bul_fontset_report_missing(draft->setter->fonts, c, span);
        s.face = face ? face : run->face;
        s.is_missing = face == NULL;
        s.is_wide = is_wide;
    }
    return s;
}

/* Shapes a reading for boxes [first, end). In two faces it is two entries of
 * one width. */
static void add_reading(bul_paragraph_draft *draft, readings *all, size_t first,
                        size_t end, bul_str text)
{
    const bul_styled_run *run = run_of(draft, first);
    bul_ruby like = {
        .first = first, .end = end, .size = run->size / 2, .color = run->color};
    size_t before = draft->rubies.count;
    for (size_t at = 0; at < text.len;) {
        stretch s = next_stretch(draft, run, text, at);
        like.face = s.face;
        shape_stretch(draft, text, &s);
        add_shaped(draft, &like, &like.width);
        at = s.end;
    }
    for (size_t i = before; i < draft->rubies.count; i++)
        draft->rubies.items[i].width = like.width;
    *BUL_PUSH(draft->scratch, all) = (reading){
        .first = first, .end = end, .size = like.size, .width = like.width};
}

/* ---- Which reading belongs to what. ---- */

/* Marks have no reading; a Latin word counts as one character. */
static bool has_reading(const bul_type_box *box)
{
    bul_class class = (bul_class)box->first_class;
    return class == BUL_CLASS_HAN || class == BUL_CLASS_WIDE_DIGIT ||
           class == BUL_CLASS_SYMBOL || class == BUL_CLASS_DIGIT ||
           class == BUL_CLASS_LATIN;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0x3000;
}

/* The next syllable at *at, which is moved past it; empty at the end. */
static bul_str next_syllable(bul_str text, size_t *at)
{
    size_t start = *at;
    size_t end = *at;
    while (*at < text.len) {
        size_t next = *at;
        bool blank = is_blank(bul_utf8_next(text, &next));
        if (blank && end > start)
            break;
        *at = next;
        if (blank)
            start = next;
        end = next;
    }
    return bul_str_sub(text, start, end);
}

static size_t count_syllables(bul_str text)
{
    size_t count = 0;
    for (size_t at = 0; next_syllable(text, &at).len > 0;)
        count++;
    return count;
}

/* No line ends within. */
static void keep_together(bul_paragraph_draft *draft, size_t first, size_t end)
{
    for (size_t i = first; i + 1 < end; i++)
        if (draft->boxes.items[i].penalty != BUL_PENALTY_FORCED)
            draft->boxes.items[i].penalty = BUL_PENALTY_NEVER;
}

static void read_boxes(bul_paragraph_draft *draft, readings *all, size_t first,
                       size_t end, bul_str text)
{
    size_t bases = 0;
    for (size_t i = first; i < end; i++)
        bases += has_reading(&draft->boxes.items[i]);
    size_t syllables = count_syllables(text);
    if (syllables != bases) {
        keep_together(draft, first, end);
        if (syllables > 0)
            add_reading(draft, all, first, end, text);
        return;
    }
    size_t at = 0;
    for (size_t i = first; i < end; i++)
        if (has_reading(&draft->boxes.items[i]))
            add_reading(draft, all, i, i + 1, next_syllable(text, &at));
}

/* Runs that share a reading share its bytes: a bracket may hold several. */
static size_t end_of_bracket(const bul_paragraph_draft *draft, size_t first)
{
    bul_str ruby = run_of(draft, first)->ruby;
    size_t end = first + 1;
    while (end < draft->boxes.count && run_of(draft, end)->ruby.len > 0 &&
           run_of(draft, end)->ruby.ptr == ruby.ptr)
        end++;
    return end;
}

/* ---- Room. ---- */

static bul_mpt smaller(bul_mpt a, bul_mpt b)
{
    return a < b ? a : b;
}

static bul_mpt larger(bul_mpt a, bul_mpt b)
{
    return a > b ? a : b;
}

/* What is left of the gap after a box when the line is squeezed. */
static bul_mpt least_gap(const bul_type_box *box)
{
    if (box->glue_kind == BUL_GLUE_PLAIN || box->glue_kind == BUL_GLUE_RIGID)
        return larger(box->glue, 0);
    return box->glue_kind == BUL_GLUE_HAN_LATIN ? box->glue / 2 : 0;
}

/* How far a reading may stand over a box without one. */
static bul_mpt lean_over(const reading *r, const bul_type_box *box,
                         uint8_t class)
{
    return class == BUL_CLASS_HAN ? smaller(r->size / 2, box->width / 4) : 0;
}

/* White between two readings that follow one another, before any widening,
 * beyond the quarter that must be. */
static bul_mpt spare(const bul_paragraph_draft *draft, const reading *left,
                     const reading *right)
{
    bul_mpt white = least_gap(&draft->boxes.items[left->end - 1]) +
                    larger(0, -left->over) + larger(0, -right->over);
    return larger(0, white - larger(left->size, right->size) / 4);
}

/* At the edge of a line a reading moves inwards by as much as it leans; it
 * must not come too near to another then. */
static void decide_leaning(const bul_paragraph_draft *draft, reading *r,
                           const reading *left, const reading *right)
{
    const bul_type_box *boxes = draft->boxes.items;
    bool follows =
        r->first > 0 && boxes[r->first - 1].penalty != BUL_PENALTY_FORCED;
    bool goes_on = r->end < draft->boxes.count &&
                   boxes[r->end - 1].penalty != BUL_PENALTY_FORCED;
    if (follows && !left)
        r->lean_left =
            lean_over(r, &boxes[r->first - 1], boxes[r->first - 1].last_class);
    if (goes_on && !right)
        r->lean_right = lean_over(r, &boxes[r->end], boxes[r->end].first_class);
    if (left)
        r->lean_right = smaller(r->lean_right, spare(draft, left, r));
    if (right)
        r->lean_left = smaller(r->lean_left, spare(draft, r, right));
}

static bul_mpt base_width(const bul_paragraph_draft *draft, const reading *r)
{
    bul_mpt width = 0;
    for (size_t i = r->first; i < r->end; i++) {
        const bul_type_box *box = &draft->boxes.items[i];
        width += box->width + (i + 1 < r->end ? box->glue : 0);
    }
    return width;
}

/* What the base lacks is put between its characters, and half as much at
 * either end. */
static void spread_base(reading *r)
{
    bul_mpt boxes = (bul_mpt)(r->end - r->first);
    bul_mpt lack = r->over - 2 * smaller(r->lean_left, r->lean_right);
    if (lack > 0)
        r->spread = lack / boxes;
    r->over -= (boxes - 1) * r->spread;
    r->before = larger(0, r->over / 2 - r->lean_left);
    r->after = larger(0, r->over - r->over / 2 - r->lean_right);
}

/* A quarter of an em between a reading and the next. */
static void keep_apart(const bul_paragraph_draft *draft, reading *left,
                       reading *right)
{
    bul_mpt white = least_gap(&draft->boxes.items[left->end - 1]) +
                    left->after - (left->over - left->over / 2) +
                    right->before - right->over / 2;
    bul_mpt lack = larger(left->size, right->size) / 4 - white;
    if (lack <= 0)
        return;
    left->after += lack / 2;
    right->before += lack - lack / 2;
}

static void widen(const bul_paragraph_draft *draft, bul_type_box *box,
                  bul_mpt before, bul_mpt after)
{
    if (draft->rules->is_vertical && box->turn == BUL_BOX_ACROSS) {
        /* Its glyphs go across the line and stay in the middle. */
        box->width += 2 * larger(before, after);
        return;
    }
    box->width += before + after;
    box->shift += before;
}

static void widen_base(bul_paragraph_draft *draft, const reading *r)
{
    for (size_t i = r->first; i < r->end; i++) {
        bool is_first = i == r->first;
        bool is_last = i + 1 == r->end;
        widen(draft, &draft->boxes.items[i],
              is_first ? r->before : r->spread / 2,
              is_last ? r->after : r->spread - r->spread / 2);
    }
}

static void make_room(bul_paragraph_draft *draft, const readings *all)
{
    reading *items = all->items;
    for (size_t i = 0; i < all->count; i++)
        items[i].over = items[i].width - base_width(draft, &items[i]);
    for (size_t i = 0; i < all->count; i++) {
        bool has_left = i > 0 && items[i - 1].end == items[i].first;
        bool has_right =
            i + 1 < all->count && items[i + 1].first == items[i].end;
        decide_leaning(draft, &items[i], has_left ? &items[i - 1] : NULL,
                       has_right ? &items[i + 1] : NULL);
    }
    for (size_t i = 0; i < all->count; i++)
        spread_base(&items[i]);
    for (size_t i = 1; i < all->count; i++)
        if (items[i - 1].end == items[i].first)
            keep_apart(draft, &items[i - 1], &items[i]);
    for (size_t i = 0; i < all->count; i++)
        widen_base(draft, &items[i]);
}

static bool asks_for_readings(const bul_paragraph_draft *draft)
{
    for (size_t i = 0; i < draft->run_count; i++)
        if (draft->runs[i].ruby.len > 0)
            return true;
    return false;
}

void bul_draft_ruby(bul_paragraph_draft *draft)
{
    readings all = {0};
    if (!asks_for_readings(draft))
        return;
    for (size_t i = 0; i < draft->boxes.count;) {
        bul_str ruby = run_of(draft, i)->ruby;
        size_t end = ruby.len > 0 ? end_of_bracket(draft, i) : i + 1;
        if (ruby.len > 0)
            read_boxes(draft, &all, i, end, ruby);
        i = end;
    }
    make_room(draft, &all);
}
