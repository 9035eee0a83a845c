/* SPDX-License-Identifier: MIT */
/* test_places.c - laws of where characters stand in their line: hanzi an em
 * apart and more, nothing on top of anything, glyphs one after another, the
 * grid. Over generated Chinese at every measure from 5 to 40 em, words from
 * right to left and vertical lines included. */
#include <stdio.h>

#include "base/utf8.h"
#include "support/sample.h"
#include "text/charclass.h"

static const sample_order any_copy = {.parts = MANUSCRIPT_ALL};

/* ---- Hanzi. ---- */

/* A hanzi of a line: where its square begins, and how large it is. */
typedef struct hanzi {
    size_t at; /* byte of the text */
    bul_mpt place, size;
} hanzi;

typedef BUL_LIST(hanzi) hanzi_list;

static hanzi_list hanzi_of(world *w, const sample *s, size_t line)
{
    hanzi_list found = {0};
    const bul_set_line *set = &s->lines[line];
    for (size_t r = 0; r < set->run_count; r++) {
        const bul_glyph_run *run = &set->runs[r];
        size_t from = (size_t)(run->text.ptr - s->paragraph->text.ptr);
        for (size_t g = 0; g < run->glyph_count; g++) {
            size_t at = from + run->glyphs[g].text;
            size_t next = at;
            if (!bul_utf8_is_han(bul_utf8_next(s->paragraph->text, &next)))
                continue;
            *BUL_PUSH(&w->arena, &found) =
                (hanzi){at, run->x + run->glyphs[g].x, run->size};
        }
    }
    return found;
}

static const char *hanzi_are_an_em_apart(world *w, const sample *s)
{
    for (size_t i = 0; i < s->broken.line_count; i++) {
        hanzi_list found = hanzi_of(w, s, i);
        for (size_t n = 1; n < found.count; n++) {
            const hanzi *a = &found.items[n - 1], *b = a + 1;
            if (b->at == a->at + 3 && b->place - a->place < a->size)
                return sample_fault(w, s, i, "hanzi too near");
        }
    }
    return NULL;
}

static void squeeze_places(world *w, sample *s)
{
    for (size_t i = 0; i < s->broken.line_count; i++)
        for (size_t r = 0; r < s->lines[i].run_count; r++) {
            bul_glyph_run *run = &s->lines[i].runs[r];
            bul_glyph *glyphs = bul_arena_copy(
                &w->arena, run->glyphs, run->glyph_count * sizeof *glyphs);
            for (size_t g = 0; g < run->glyph_count; g++)
                glyphs[g].x -= (bul_mpt)g;
            run->glyphs = glyphs;
        }
}

static void control_of_hanzi(void **state)
{
    static const sample_order order = {.spoil = squeeze_places};
    sample_control(*state, hanzi_are_an_em_apart, &order);
}

/* ---- Boxes. ---- */

typedef struct extent {
    bul_mpt start, end;
} extent;

/* Each box of a line lies where no other does, and all of them in the line. */
static const char *boxes_do_not_overlap(world *w, const sample *s)
{
    for (size_t i = 0; i < s->broken.line_count; i++) {
        const bul_broken_line *line = &s->broken.lines[i];
        size_t count = line->end - line->first;
        extent *boxes = BUL_NEW(&w->arena, extent, count);
        for (size_t n = 0; n < count; n++) {
            boxes[n].start = sample_box_place(s, i, line->first + n);
            boxes[n].end =
                boxes[n].start + s->paragraph->boxes[line->first + n].width;
            bul_mpt end = s->lines[i].x + s->lines[i].width;
            if (boxes[n].start < s->lines[i].x || boxes[n].end > end)
                return sample_fault(w, s, i, "a box out of the line");
            for (size_t m = 0; m < n; m++)
                if (boxes[m].end > boxes[n].start &&
                    boxes[n].end > boxes[m].start)
                    return sample_fault(w, s, i, "boxes overlap");
        }
    }
    return NULL;
}

static void move_a_run(world *w, sample *s)
{
    (void)w;
    for (size_t i = 0; i < s->broken.line_count; i++)
        if (s->lines[i].run_count > 1)
            s->lines[i].runs[0].x += 1;
}

static void control_of_boxes(void **state)
{
    static const sample_order order = {.parts = MANUSCRIPT_ALL,
                                       .spoil = move_a_run};
    sample_control(*state, boxes_do_not_overlap, &order);
}

/* ---- Glyphs. ---- */

/* The blank of an opening mark may lie on what stands before it, and so may
 * that of a mark whose ink is in the middle; spaces have no ink at all. */
static bool may_go_back(const bul_glyph_run *run, const bul_glyph *a,
                        const bul_glyph *b)
{
    size_t at = b->text;
    uint32_t c = bul_utf8_next(run->text, &at);
    bool has_blank = bul_class_of(c) == BUL_CLASS_OPEN || c == 0xB7 ||
                     c == 0xFF0F || run->text.ptr[a->text] == ' ';
    return has_blank && a->x - b->x <= run->size / 2;
}

/* In a run from left to right glyphs and their bytes go on; from right to
 * left the bytes go back. */
static const char *run_fault(const bul_glyph_run *run)
{
    bool leftward = false;
    for (size_t g = 1; g < run->glyph_count; g++)
        leftward = leftward || run->glyphs[g].text < run->glyphs[g - 1].text;
    for (size_t g = 1; g < run->glyph_count; g++) {
        const bul_glyph *a = &run->glyphs[g - 1], *b = a + 1;
        if (!leftward && b->x < a->x && !may_go_back(run, a, b))
            return "glyphs go back";
        if (leftward && b->text > a->text)
            return "bytes go to and fro";
        if (b->text >= run->text.len)
            return "a glyph without text";
    }
    return NULL;
}

static const char *glyphs_follow_one_another(world *w, const sample *s)
{
    for (size_t i = 0; i < s->broken.line_count; i++)
        for (size_t r = 0; r < s->lines[i].run_count; r++) {
            const char *what = run_fault(&s->lines[i].runs[r]);
            if (what)
                return sample_fault(w, s, i, what);
        }
    return NULL;
}

static void swap_glyphs(world *w, sample *s)
{
    bul_glyph_run *run = &s->lines[0].runs[0];
    bul_glyph *glyphs = bul_arena_copy(&w->arena, run->glyphs,
                                       run->glyph_count * sizeof *glyphs);
    bul_mpt x = glyphs[0].x;
    glyphs[0].x = glyphs[run->glyph_count - 1].x;
    glyphs[run->glyph_count - 1].x = x;
    run->glyphs = glyphs;
}

static void control_of_glyphs(void **state)
{
    static const sample_order order = {.spoil = swap_glyphs};
    sample_control(*state, glyphs_follow_one_another, &order);
}

/* ---- Ink. ---- */

#define INK_SLOTS 8192u
#define INK_OVER  80 /* thousandths of an em: letters lean over their width */

/* Where the ink of a glyph begins and ends, the way its line goes. Asking the
 * face is slow, so what it said is kept. */
typedef struct ink_slot {
    const bul_face *face;
    uint32_t id;
    bul_turn turn;
    bool has_ink;
    int start, end; /* thousandths of an em */
} ink_slot;

static const ink_slot *ink_of(const bul_glyph_run *run, uint32_t id)
{
    static ink_slot slots[INK_SLOTS];
    ink_slot *slot =
        &slots[(id * 8 + run->face->index * 3 + run->turn) % INK_SLOTS];
    if (slot->face == run->face && slot->id == id && slot->turn == run->turn)
        return slot;
    *slot = (ink_slot){.face = run->face, .id = id, .turn = run->turn};
    slot->has_ink =
        run->turn == BUL_TURN_UPRIGHT
            ? bul_face_ink_down(run->face, id, &slot->start, &slot->end)
            : bul_face_ink(run->face, id, &slot->start, &slot->end);
    return slot;
}

/* Is the ink of a glyph inside its line, hanging marks and all? */
static bool is_ink_inside(const sample *s, size_t line,
                          const bul_glyph_run *run, const bul_glyph *glyph)
{
    const bul_set_line *set = &s->lines[line];
    const ink_slot *ink = ink_of(run, glyph->id);
    bul_mpt over = bul_mpt_scale(run->size, INK_OVER, 1000);
    bul_mpt x = run->x + glyph->x;
    bul_mpt start = x + bul_mpt_scale(run->size, ink->start, 1000);
    bul_mpt end = x + bul_mpt_scale(run->size, ink->end, 1000);
    return !ink->has_ink ||
           (start >= set->x - over && end <= set->x + set->width + over);
}

static const char *ink_stays_in_its_line(world *w, const sample *s)
{
    for (size_t i = 0; i < s->broken.line_count; i++)
        for (size_t r = 0; r < s->lines[i].run_count; r++) {
            const bul_glyph_run *run = &s->lines[i].runs[r];
            bool is_across =
                s->rules.is_vertical && run->turn == BUL_TURN_ACROSS;
            for (size_t g = 0; !is_across && g < run->glyph_count; g++)
                if (!is_ink_inside(s, i, run, &run->glyphs[g]))
                    return sample_fault(w, s, i, "ink out of its line");
        }
    return NULL;
}

/* What the box says and what the face draws are two things. */
static void narrow_lines(world *w, sample *s)
{
    (void)w;
    for (size_t i = 0; i < s->broken.line_count; i++)
        s->lines[i].width -= SAMPLE_EM / 8;
}

static void control_of_ink(void **state)
{
    static const sample_order order = {.spoil = narrow_lines};
    sample_control(*state, ink_stays_in_its_line, &order);
}

/* ---- The grid (纵横对齐). ---- */

static void set_on_grid(sample *s)
{
    s->rules.on_grid = true;
}

/* What has a reading stands in the middle of as many squares as that needs. */
static bool has_reading(const sample *s, size_t byte)
{
    size_t start = 0;
    for (size_t r = 0; r < s->copy.run_count; r++) {
        const bul_styled_run *run = &s->copy.runs[r];
        if (byte >= start && byte < start + run->text.len)
            return run->ruby.len > 0;
        start += run->text.len;
    }
    return false;
}

/* Where a word wider than a line was parted, what is left of it is no whole
 * squares. */
static const char *hanzi_stand_in_squares(world *w, const sample *s)
{
    for (size_t i = 0; i < s->broken.line_count; i++) {
        hanzi_list found = hanzi_of(w, s, i);
        if (i > 0 && sample_is_parted(s, i - 1))
            continue;
        for (size_t n = 0; n < found.count; n++)
            if (found.items[n].place % SAMPLE_EM != 0 &&
                !has_reading(s, found.items[n].at))
                return sample_fault(w, s, i, "hanzi off the grid");
    }
    return NULL;
}

static void law_hanzi_stand_in_squares(void **state)
{
    static const sample_order order = {.parts = MANUSCRIPT_ALL,
                                       .amend = set_on_grid};
    sample_law(*state, hanzi_stand_in_squares, &order);
}

static void control_of_squares(void **state)
{
    static const sample_order order = {.parts = MANUSCRIPT_ALL};
    sample_control(*state, hanzi_stand_in_squares, &order);
}

#define LAW(name)                                                              \
    static void law_##name(void **state)                                       \
    {                                                                          \
        sample_law(*state, name, &any_copy);                                   \
    }

LAW(hanzi_are_an_em_apart)
LAW(boxes_do_not_overlap)
LAW(glyphs_follow_one_another)
LAW(ink_stays_in_its_line)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_hanzi_are_an_em_apart),
        WORLD_TEST(control_of_hanzi),
        WORLD_TEST(law_boxes_do_not_overlap),
        WORLD_TEST(control_of_boxes),
        WORLD_TEST(law_glyphs_follow_one_another),
        WORLD_TEST(control_of_glyphs),
        WORLD_TEST(law_ink_stays_in_its_line),
        WORLD_TEST(control_of_ink),
        WORLD_TEST(law_hanzi_stand_in_squares),
        WORLD_TEST(control_of_squares),
    };
    return cmocka_run_group_tests_name("places", tests, sample_open,
                                       sample_close);
}
