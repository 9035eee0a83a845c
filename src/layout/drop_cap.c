/* SPDX-License-Identifier: MIT */
#include "layout/drop_cap.h"

#include "base/utf8.h"
#include "layout/galley.h"
#include "text/charclass.h"

/* In thousandths of the size of the type. */
#define FACE_INSET 45  /* a hanzi's ink from its square, on the average */
#define WHITE      500 /* of the text, between the two */
#define CAP_HEIGHT 730 /* of a face that does not say */

#define FEWEST_EMS 5 /* of text beside it */

/* What a paragraph begins with. */
typedef struct initial {
    const bul_run *run;
    size_t mark_end, end; /* bytes of the run: an opening mark, the character */
    bool is_letter;
} initial;

static bool is_plain(const bul_run *run)
{
    unsigned allowed = BUL_RUN_STRONG | BUL_RUN_EMPHASIS;
    unsigned others = run->flags & ~allowed;
    return others == 0 && run->note == 0 && run->group == 0 &&
           run->ruby.len == 0 && run->url.len == 0;
}

static bool at_class(bul_str text, size_t at, bul_class wanted)
{
    return at < text.len && bul_class_of(bul_utf8_next(text, &at)) == wanted;
}

static bool find_initial(const bul_runs *runs, initial *found)
{
    if (runs->count == 0 || !is_plain(&runs->items[0]))
        return false;
    bul_str text = runs->items[0].text;
    size_t at = 0;
    if (at_class(text, at, BUL_CLASS_OPEN))
        bul_utf8_next(text, &at);
    *found = (initial){.run = &runs->items[0],
                       .mark_end = at,
                       .is_letter = at_class(text, at, BUL_CLASS_LATIN)};
    if (!found->is_letter && !at_class(text, at, BUL_CLASS_HAN))
        return false;
    bul_utf8_next(text, &at);
    found->end = at;
    return !at_class(text, at, BUL_CLASS_COMBINING);
}

/* A part of the first run as runs of its own. */
static bul_run part_of(const bul_run *run, size_t from, size_t to)
{
    bul_run part = *run;
    part.text = bul_str_sub(run->text, from, to);
    part.span.start += (uint32_t)from;
    return part;
}

static bul_runs rest_of(const bul_compositor *c, const bul_runs *runs,
                        const initial *found)
{
    bul_runs rest = {0};
    bul_run first = part_of(found->run, found->end, found->run->text.len);
    if (first.text.len > 0)
        *BUL_PUSH(c->arena, &rest) = first;
    for (size_t i = 1; i < runs->count; i++)
        *BUL_PUSH(c->arena, &rest) = runs->items[i];
    return rest;
}

/* Set in one line, alone. */
static bul_set_line set_part(const bul_compositor *c, const bul_style *style,
                             bul_run part)
{
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    bul_style alone = *style;
    alone.indent = alone.hang = alone.left = alone.right = 0;
    bul_runs runs = {.items = &part, .count = 1};
    bul_styled_runs styled = {0};
    bul_compositor_add_runs(c, &alone, &runs, &styled);
    bul_set_text text = bul_compositor_set(c, &alone, styled.items,
                                           styled.count, 2 * alone.size);
    bul_arena_rewind(c->scratch, mark);
    return text.line_count > 0 ? text.lines[0] : (bul_set_line){0};
}

static bul_mpt of_size(bul_mpt size, int permille)
{
    return bul_mpt_scale(size, permille, 1000);
}

/* The ink of hanzi stands off their squares, that of the large one farther:
 * it is made larger and moved out, so that ink stands level with ink. Yields
 * where its ink ends. */
static bul_mpt add_han(const bul_compositor *c, const bul_style *style,
                       const initial *found, bul_mpt depth, bul_mpt x,
                       bul_block_of_type *type)
{
    bul_style large = *style;
    large.size = bul_mpt_scale(depth - 2 * of_size(style->size, FACE_INSET),
                               1000, 1000 - 2 * FACE_INSET);
    bul_mpt out = of_size(large.size - style->size, FACE_INSET);
    bul_set_line line =
        set_part(c, &large, part_of(found->run, found->mark_end, found->end));
    bul_block_add_line(c->arena, type, &line, x - out,
                       c->template->ink_top - out + bul_style_baseline(&large));
    return x - out + line.width - of_size(large.size, FACE_INSET);
}

/* A letter stands on the last line's baseline and is as high as the ink of
 * hanzi in the first. */
static bul_mpt add_letter(const bul_compositor *c, const bul_style *style,
                          const initial *found, bul_mpt depth, bul_mpt x,
                          bul_block_of_type *type)
{
    bul_run part = part_of(found->run, found->mark_end, found->end);
    bul_set_line small = set_part(c, style, part);
    if (small.run_count == 0)
        return 0;
    const bul_face *face = small.runs[0].face;
    int cap = face->cap_height > 0 ? face->cap_height : CAP_HEIGHT;
    bul_mpt below = style->size - bul_style_baseline(style);
    bul_mpt height = depth - below - of_size(style->size, FACE_INSET);
    bul_style large = *style;
    large.size = bul_mpt_scale(height, 1000, cap);
    bul_set_line line = set_part(c, &large, part);
    int left = 0, right = 0;
    bul_face_ink(face, line.runs[0].glyphs[0].id, &left, &right);
    x += of_size(style->size, FACE_INSET) - of_size(large.size, left);
    bul_block_add_line(c->arena, type, &line, x,
                       c->template->ink_top + depth - below);
    return x + of_size(large.size, right);
}

/* Sets it and says how far the lines beside it give way. */
static void set_initial(const bul_compositor *c, const bul_style *style,
                        const initial *found, bul_drop_cap *cap)
{
    const bul_template *t = c->template;
    bul_mpt depth =
        ((bul_mpt)cap->drop.line_count - 1) * t->leading + style->size;
    bul_mpt x = 0;
    if (found->mark_end > 0) {
        bul_set_line mark =
            set_part(c, style, part_of(found->run, 0, found->mark_end));
        bul_block_add_line(c->arena, &cap->type, &mark, 0,
                           bul_grid_baseline(t));
        x = mark.width;
    }
    bul_mpt end = found->is_letter
                      ? add_letter(c, style, found, depth, x, &cap->type)
                      : add_han(c, style, found, depth, x, &cap->type);
    bul_mpt indent = end + of_size(style->size, WHITE - FACE_INSET);
    /* Whole squares, so that the lines beside it are whole 字 too. */
    if (indent % style->size > 0)
        indent += style->size - indent % style->size;
    cap->drop.indent = indent;
}

/* Tried without a word: only what is kept may speak. */
static size_t lines_beside(const bul_compositor *c, const bul_style *style,
                           const bul_drop_cap *cap, bul_mpt measure)
{
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    bul_diag quiet;
    bul_diag_init(&quiet, c->scratch);
    bul_compositor trial = *c;
    trial.arena = c->scratch;
    trial.diag = &quiet;
    bul_styled_runs styled = {0};
    bul_compositor_add_runs(&trial, style, &cap->rest, &styled);
    size_t count = bul_compositor_set_beside(&trial, style, styled.items,
                                             styled.count, measure, cap->drop)
                       .line_count;
    bul_arena_rewind(c->scratch, mark);
    return count;
}

bool bul_drop_cap_set(const bul_compositor *c, const bul_style *style,
                      const bul_runs *runs, bul_mpt measure, int line_count,
                      bul_drop_cap *cap)
{
    initial found;
    if (line_count < 2 || !find_initial(runs, &found))
        return false;
    if (found.is_letter && c->is_vertical)
        return false;
    *cap = (bul_drop_cap){.drop.line_count = (size_t)line_count,
                          .rest = rest_of(c, runs, &found)};
    set_initial(c, style, &found, cap);
    bul_mpt beside = measure - style->left - style->right - cap->drop.indent;
    return beside >= FEWEST_EMS * style->size &&
           lines_beside(c, style, cap, measure) > cap->drop.line_count;
}
