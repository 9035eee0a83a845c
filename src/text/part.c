/* SPDX-License-Identifier: MIT */
/* part.c - what holds together is parted after all.
 *
 * A box is never parted, but for two things. A Latin word may be divided at
 * its hyphenation points where a line would be ugly otherwise. And what is
 * wider than the whole line would run off the paper and be lost: an address,
 * a number, a word with the marks that lean on it. It may be parted after
 * every character of a word or number, at a price, and between its boxes, at
 * a price beyond all others: three marks in a row may do what one may not
 * (clreq 3.1.3). */
#include "base/utf8.h"
#include "text/address.h"
#include "text/hyphenate.h"
#include "text/setter.h"

#define COST_HYPHEN 300

/* How boxes are parted: where, and what a line end costs there. */
typedef struct parting {
    const bul_paragraph *paragraph;
    bul_setter *setter; /* NULL: after every character */
    bul_mpt width;      /* of a line; only what is wider is parted */
    bool *is_wide; /* by box: what it holds together with is wider; or NULL */
    bul_type_box *boxes;
    bul_box_glyph *glyphs;
    size_t count;
} parting;

/* ---- Where. ---- */

#define LONGEST_WORD 256u /* bytes of a box that are looked at */

/* For every byte of a box: may it be parted before it? */
typedef struct cuts {
    uint8_t may[LONGEST_WORD + 1];
} cuts;

static size_t find_points(const parting *p, const bul_type_box *box, cuts *cut)
{
    *cut = (cuts){{0}};
    if (box->text_end - box->text > LONGEST_WORD)
        return 0;
    bul_str word = bul_str_sub(p->paragraph->text, box->text, box->text_end);
    return bul_hyphenate(p->setter->hyphenator, word, cut->may);
}

/* Addresses have places of their own to end a line. Boxes of one stand side
 * by side, so the stretch around the box is looked at. */
static bool is_in_address(bul_str text, const bul_type_box *box)
{
    size_t from = box->text;
    size_t least = from > LONGEST_WORD ? from - LONGEST_WORD : 0;
    while (from > least && text.ptr[from - 1] > ' ' && text.ptr[from - 1] < 127)
        from--;
    size_t to = bul_address_signs_end(text, from);
    for (;;) {
        bul_address address = bul_address_find(text, from, to);
        if (address.start >= to || address.start >= box->text_end)
            return false;
        if (address.end > box->text)
            return true;
        from = address.end;
    }
}

static bool may_part(const bul_type_box *box)
{
    return box->glyph_count > 1 && box->turn != BUL_BOX_UPRIGHT &&
           box->cross == 0 && !bul_class_is_wide((bul_class)box->first_class);
}

/* ---- Parting. ---- */

/* The end of the cluster that begins with glyph `first`. */
static uint32_t cluster_end(const bul_box_glyph *glyphs, uint32_t first,
                            uint32_t end)
{
    uint32_t next = first + 1;
    while (next < end && glyphs[next].text == glyphs[first].text)
        next++;
    return next;
}

static uint8_t class_at(bul_str text, size_t at)
{
    return (uint8_t)bul_class_of(bul_utf8_next(text, &at));
}

/* The glyphs of a part that begins with `first`. */
static uint32_t part_end(const parting *p, const bul_type_box *box,
                         const cuts *cut, uint32_t first)
{
    const bul_box_glyph *glyphs = p->paragraph->glyphs;
    uint32_t end = box->glyph + box->glyph_count;
    uint32_t next = cluster_end(glyphs, first, end);
    while (cut && next < end && !cut->may[glyphs[next].text - box->text])
        next = cluster_end(glyphs, next, end);
    return next;
}

void bul_box_hyphenate(bul_type_box *box, const bul_text_style *style)
{
    box->hyphen_glyph = bul_face_glyph(style->face, '-');
    box->hyphen = bul_mpt_scale(
        style->size, bul_face_advance(style->face, box->hyphen_glyph), 1000);
}

/* What ends inside its word: nothing stands after it but, perhaps, a hyphen. */
static void end_inside(const parting *p, bul_type_box *part, uint32_t text_end)
{
    const bul_text_style *style = &p->paragraph->styles[part->style];
    size_t last = text_end;
    bul_utf8_previous(p->paragraph->text, &last);
    part->text_end = text_end;
    part->last_class = class_at(p->paragraph->text, last);
    part->space_glyph = 0;
    part->glue = 0;
    part->glue_kind = BUL_GLUE_RIGID;
    part->penalty = BUL_PENALTY_PARTED;
    part->hyphen_glyph = 0;
    part->hyphen = 0;
    if (p->setter == NULL)
        return;
    part->penalty = COST_HYPHEN;
    bul_box_hyphenate(part, style);
}

/* Adds a part: glyphs [first, end) of a box, which had stood from `left` to
 * `right` of its glyph origin. */
static bul_type_box *add_part(parting *p, const bul_type_box *box,
                              uint32_t first, uint32_t end, bul_mpt left,
                              bul_mpt right)
{
    bul_type_box *part = &p->boxes[p->count++];
    *part = *box;
    part->glyph = first;
    part->glyph_count = end - first;
    part->text = p->glyphs[first].text;
    part->first_class = class_at(p->paragraph->text, part->text);
    part->width = right - left;
    part->shift = 0;
    for (uint32_t i = first; i < end; i++)
        p->glyphs[i].x -= left;
    return part;
}

static void part_box(parting *p, const bul_type_box *box, const cuts *cut)
{
    const bul_box_glyph *glyphs = p->paragraph->glyphs;
    uint32_t end = box->glyph + box->glyph_count;
    bul_mpt left = -box->shift;
    for (uint32_t first = box->glyph, next; first < end; first = next) {
        next = part_end(p, box, cut, first);
        bul_mpt right = next == end ? box->width - box->shift : glyphs[next].x;
        bul_type_box *part = add_part(p, box, first, next, left, right);
        if (next < end)
            end_inside(p, part, glyphs[next].text);
        left = right;
    }
}

/* Glyphs of a word that runs to the left come in the order they are seen, its
 * parts in that of the text. Letters keep the forms in which they join. */
static void part_leftward(parting *p, const bul_type_box *box)
{
    const bul_box_glyph *glyphs = p->paragraph->glyphs;
    bul_mpt right = box->width - box->shift;
    uint32_t end = box->glyph + box->glyph_count;
    for (uint32_t first; end > box->glyph; end = first) {
        first = end - 1;
        while (first > box->glyph &&
               glyphs[first - 1].text == glyphs[first].text)
            first--;
        bul_mpt left = first > box->glyph ? glyphs[first].x : -box->shift;
        bul_type_box *part = add_part(p, box, first, end, left, right);
        if (first > box->glyph)
            end_inside(p, part, glyphs[first - 1].text);
        right = left;
    }
}

static bool is_parted(const parting *p, size_t index)
{
    const bul_type_box *box = &p->paragraph->boxes[index];
    if (!may_part(box))
        return false;
    if (p->setter == NULL)
        return p->is_wide[index];
    return box->level % 2 == 0 && box->penalty != BUL_PENALTY_PARTED;
}

static bool is_number_or_word(bul_class c)
{
    return !bul_class_is_wide(c) || c == BUL_CLASS_WIDE_DIGIT;
}

/* Lets a line end after a box that holds to the next. */
static void loosen(bul_type_box *box, const bul_type_box *next)
{
    if (box->penalty != BUL_PENALTY_NEVER)
        return;
    bool is_inside = is_number_or_word((bul_class)box->last_class) &&
                     is_number_or_word((bul_class)next->first_class);
    box->penalty = is_inside ? BUL_PENALTY_PARTED : BUL_PENALTY_LAST_RESORT;
}

static void add_box(parting *p, size_t index)
{
    const bul_type_box *box = &p->paragraph->boxes[index];
    cuts cut;
    if (!is_parted(p, index))
        p->boxes[p->count++] = *box;
    else if (box->level % 2 == 1)
        part_leftward(p, box);
    else if (p->setter == NULL)
        part_box(p, box, NULL);
    else if (!is_in_address(p->paragraph->text, box) &&
             find_points(p, box, &cut) > 0)
        part_box(p, box, &cut);
    else
        p->boxes[p->count++] = *box;
    if (p->is_wide && p->is_wide[index])
        loosen(&p->boxes[p->count - 1], box + 1);
}

/* Readings count boxes: what box `old` was is now [first, end). */
static void move_rubies(const bul_paragraph *paragraph, bul_ruby *rubies,
                        size_t old, size_t first, size_t end)
{
    for (size_t i = 0; i < paragraph->ruby_count; i++) {
        if (paragraph->rubies[i].first == old)
            rubies[i].first = first;
        if (paragraph->rubies[i].end == old + 1)
            rubies[i].end = end;
    }
}

static const bul_paragraph *part(parting *p, bul_arena *arena)
{
    const bul_paragraph *paragraph = p->paragraph;
    size_t room = 0;
    size_t glyph_count = 0;
    for (size_t i = 0; i < paragraph->box_count; i++) {
        const bul_type_box *box = &paragraph->boxes[i];
        room += is_parted(p, i) ? box->glyph_count : 1;
        if (box->glyph + box->glyph_count > glyph_count)
            glyph_count = box->glyph + box->glyph_count;
    }
    p->boxes = BUL_NEW(arena, bul_type_box, room);
    p->glyphs = bul_arena_copy(arena, paragraph->glyphs,
                               glyph_count * sizeof *p->glyphs);
    bul_paragraph *parted = bul_arena_copy(arena, paragraph, sizeof *paragraph);
    bul_ruby *rubies = bul_arena_copy(arena, paragraph->rubies,
                                      paragraph->ruby_count * sizeof *rubies);
    parted->rubies = rubies;
    for (size_t i = 0; i < paragraph->box_count; i++) {
        size_t first = p->count;
        add_box(p, i);
        move_rubies(paragraph, rubies, i, first, p->count);
    }
    parted->boxes = p->boxes;
    parted->box_count = p->count;
    parted->glyphs = p->glyphs;
    return parted;
}

/* Notes the boxes of every stretch without a place to end a line that is
 * wider than one. Is there any? */
static bool find_wide(parting *p)
{
    const bul_type_box *boxes = p->paragraph->boxes;
    size_t count = p->paragraph->box_count;
    bool found = false;
    for (size_t first = 0, end; first < count; first = end) {
        bul_mpt width = boxes[first].width;
        for (end = first + 1;
             end < count && boxes[end - 1].penalty == BUL_PENALTY_NEVER; end++)
            width += boxes[end - 1].glue + boxes[end].width;
        width += boxes[end - 1].hyphen;
        found = found || width > p->width;
        for (size_t i = first; i < end; i++)
            p->is_wide[i] = width > p->width;
    }
    return found;
}

const bul_paragraph *bul_paragraph_part(const bul_paragraph *paragraph,
                                        bul_mpt width, bul_arena *arena)
{
    parting p = {.paragraph = paragraph, .width = width};
    p.is_wide = BUL_NEW(arena, bool, paragraph->box_count);
    return find_wide(&p) ? part(&p, arena) : paragraph;
}

const bul_paragraph *bul_paragraph_hyphenate(bul_setter *setter,
                                             const bul_paragraph *paragraph,
                                             bul_arena *arena)
{
    parting p = {.paragraph = paragraph, .setter = setter};
    if (setter->hyphenator == NULL)
        return paragraph;
    bool found = false;
    for (size_t i = 0; i < paragraph->box_count && !found; i++)
        found = is_parted(&p, i);
    return found ? part(&p, arena) : paragraph;
}
