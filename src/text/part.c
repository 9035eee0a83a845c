/* SPDX-License-Identifier: MIT */
/* part.c - words wider than their line.
 *
 * A box is never parted, but for this: an address or a number that is wider
 * than the whole line would run off the paper and be lost. Such a box becomes
 * a box for each of its clusters, and a line may end after each, at a price. */
#include "base/utf8.h"
#include "text/charclass.h"
#include "text/paragraph.h"

static bool is_too_wide(const bul_type_box *box, bul_mpt width)
{
    return box->width > width && box->glyph_count > 1;
}

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

/* Writes a box for each cluster of `box`; yields how many. */
static size_t part_box(const bul_paragraph *paragraph, const bul_type_box *box,
                       bul_type_box *parts, bul_box_glyph *glyphs)
{
    uint32_t end = box->glyph + box->glyph_count;
    size_t count = 0;
    for (uint32_t first = box->glyph; first < end;) {
        uint32_t next = cluster_end(paragraph->glyphs, first, end);
        bool is_last = next == end;
        bul_mpt x = paragraph->glyphs[first].x;
        bul_type_box *part = &parts[count++];
        *part = *box;
        part->glyph = first;
        part->glyph_count = next - first;
        part->text = paragraph->glyphs[first].text;
        part->first_class = class_at(paragraph->text, part->text);
        part->width = (is_last ? box->width : paragraph->glyphs[next].x) - x;
        for (; first < next; first++)
            glyphs[first].x -= x;
        if (is_last)
            break;
        part->text_end = paragraph->glyphs[next].text;
        part->last_class = part->first_class;
        part->space_glyph = 0;
        part->glue = 0;
        part->glue_kind = BUL_GLUE_RIGID;
        part->penalty = BUL_PENALTY_PARTED;
    }
    return count;
}

const bul_paragraph *bul_paragraph_part(const bul_paragraph *paragraph,
                                        bul_mpt width, bul_arena *arena)
{
    size_t room = paragraph->box_count;
    size_t glyph_count = 0;
    for (size_t i = 0; i < paragraph->box_count; i++) {
        const bul_type_box *box = &paragraph->boxes[i];
        if (is_too_wide(box, width))
            room += box->glyph_count;
        if (box->glyph + box->glyph_count > glyph_count)
            glyph_count = box->glyph + box->glyph_count;
    }
    if (room == paragraph->box_count)
        return paragraph;
    bul_type_box *boxes = BUL_NEW(arena, bul_type_box, room);
    bul_box_glyph *glyphs =
        bul_arena_copy(arena, paragraph->glyphs, glyph_count * sizeof *glyphs);
    size_t count = 0;
    for (size_t i = 0; i < paragraph->box_count; i++) {
        if (is_too_wide(&paragraph->boxes[i], width))
            count += part_box(paragraph, &paragraph->boxes[i], boxes + count,
                              glyphs);
        else
            boxes[count++] = paragraph->boxes[i];
    }
    bul_paragraph *parted = bul_arena_copy(arena, paragraph, sizeof *paragraph);
    parted->boxes = boxes;
    parted->box_count = count;
    parted->glyphs = glyphs;
    return parted;
}
