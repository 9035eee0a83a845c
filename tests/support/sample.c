/* SPDX-License-Identifier: MIT */
/* sample.c - see sample.h. */
#include "support/sample.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define CONTROL_ROUNDS   360
#define GAP_TO_HYPHENATE 0.1 /* em, as the compositor has it */
#define MEASURE_COUNT    (SAMPLE_MOST_MEASURE - SAMPLE_LEAST_MEASURE + 1)

static bul_setter *setter;
static manuscript_faces faces;

int sample_open(void **state)
{
    static const char *const dirs[] = {".", NULL};
    static world pack;
    const bul_world *disk = bul_world_real();
    bul_diag_init(&pack.diag, &pack.arena);
    bul_font_sources sources = {.data_dirs = dirs};
    bul_fontset *fonts =
        bul_fontset_open(&pack.arena, disk, &pack.diag, sources);
    bul_span nowhere = {0};
    faces.song = bul_fontset_find(fonts, BUL_STR("宋"), 400, nowhere);
    faces.bold = bul_fontset_find(fonts, BUL_STR("黑"), 700, nowhere);
    faces.kai = bul_fontset_find(fonts, BUL_STR("楷"), 400, nowhere);
    if (!faces.song || !faces.bold || !faces.kai)
        return -1;
    setter = bul_setter_open(&pack.arena, fonts,
                             bul_hyphenator_open(&pack.arena, disk, &pack.diag,
                                                 BUL_STR(BUL_HYPHEN_ENGLISH)));
    *state = &pack;
    return 0;
}

int sample_close(void **state)
{
    world *pack = *state;
    bul_arena_release(&pack->arena);
    return 0;
}

/* ---- What the dice decide. ---- */

static bul_rules roll_rules(dice *d)
{
    bul_rules rules = {.han_latin = 125 * (int)dice_below(d, 3),
                       .han_space = 333};
    rules.breaks = (bul_break_level)(1 + dice_below(d, 3));
    rules.marks = (bul_mark_style)(dice_chance(d, 50) ? 0 : dice_below(d, 5));
    rules.hyphenates = dice_chance(d, 50);
    rules.hangs = dice_chance(d, 20);
    rules.on_grid = dice_chance(d, 12);
    rules.is_vertical = dice_chance(d, 20);
    return rules;
}

static bul_align roll_align(dice *d)
{
    return dice_chance(d, 75) ? BUL_ALIGN_JUSTIFY
                              : (bul_align)dice_below(d, BUL_ALIGN_SPREAD + 1);
}

static bul_shape roll_shape(dice *d, bul_mpt measure)
{
    bul_shape shape = {.measure = measure, .align = roll_align(d)};
    bool is_wide = measure >= 9 * SAMPLE_EM;
    if (dice_chance(d, 50))
        shape.first_indent = 2 * SAMPLE_EM;
    else if (dice_chance(d, 30))
        shape.indent = SAMPLE_EM * (bul_mpt)(1 + dice_below(d, 2));
    if (is_wide && dice_chance(d, 15)) {
        shape.drop_lines = 1 + dice_below(d, 3);
        shape.drop_indent = SAMPLE_EM * (bul_mpt)(1 + dice_below(d, 4));
    }
    return shape;
}

/* ---- Setting it. ---- */

static void read_chars(world *w, sample *s)
{
    bul_str text = s->whole->text;
    sample_char *chars = BUL_NEW(&w->arena, sample_char, text.len + 1);
    for (size_t at = 0; at < text.len; s->char_count++) {
        sample_char *c = &chars[s->char_count];
        c->at = at;
        c->in_address = s->copy.in_address[at];
        c->code_point = bul_utf8_next(text, &at);
        c->end = at;
    }
    chars[s->char_count].at = chars[s->char_count].end = text.len;
    s->chars = chars;
}

static void break_lines(world *w, sample *s, bool first_fit)
{
    s->sums = bul_fit_sum(s->paragraph, &w->arena);
    s->broken =
        first_fit ? bul_linebreak_first_fit(s->paragraph, s->sums, &s->shape,
                                            &w->arena)
                  : bul_linebreak(s->paragraph, s->sums, &s->shape, &w->arena);
}

bul_mpt sample_least_room(const sample *s)
{
    bul_mpt least = s->shape.measure - s->shape.indent;
    for (size_t i = 0; i <= s->shape.drop_lines; i++) {
        bul_mpt room = s->shape.measure - bul_shape_indent(&s->shape, i);
        least = room < least ? room : least;
    }
    return least;
}

/* As the compositor does it. */
static void break_as_needed(world *w, sample *s, const sample_order *order)
{
    s->paragraph = s->whole;
    break_lines(w, s, order->first_fit);
    bool is_ugly =
        s->broken.loosest > GAP_TO_HYPHENATE || s->broken.overfull_count > 0;
    if (s->rules.hyphenates && !s->rules.on_grid && is_ugly) {
        s->paragraph = bul_paragraph_hyphenate(setter, s->paragraph, &w->arena);
        break_lines(w, s, order->first_fit);
    }
    if (s->broken.overfull_count > 0 && !order->keeps_words) {
        s->paragraph =
            bul_paragraph_part(s->paragraph, sample_least_room(s), &w->arena);
        break_lines(w, s, order->first_fit);
    }
}

static sample make(world *w, dice *d, const sample_order *order)
{
    sample s = {.seed = d->state};
    size_t em = SAMPLE_LEAST_MEASURE + d->state % MEASURE_COUNT;
    s.copy = manuscript_write(d, &w->arena, order->parts, &faces);
    s.rules = roll_rules(d);
    s.shape = roll_shape(d, (bul_mpt)em * SAMPLE_EM);
    if (order->amend)
        order->amend(&s);
    if (s.rules.on_grid)
        s.shape.align = BUL_ALIGN_LEFT;
    s.whole = bul_paragraph_set(setter, &w->arena, &w->arena, s.copy.runs,
                                s.copy.run_count, &s.rules);
    read_chars(w, &s);
    break_as_needed(w, &s, order);
    s.lines = BUL_NEW(&w->arena, bul_set_line, s.broken.line_count);
    for (size_t i = 0; i < s.broken.line_count; i++)
        s.lines[i] = bul_justify(s.paragraph, s.sums, &s.shape,
                                 &s.broken.lines[i], &w->arena, &w->arena);
    if (order->spoil)
        order->spoil(w, &s);
    return s;
}

/* ---- Laws. ---- */

/* dice_check knows no law but its own. */
static struct {
    sample_check check;
    const sample_order *order;
    bool is_control;
    size_t rounds_at[MEASURE_COUNT];
    size_t fault_count;
} trial;

static void play(world *w, dice *d)
{
    bul_arena_mark mark = bul_arena_mark_now(&w->arena);
    sample s = make(w, d, trial.order);
    const char *fault = trial.check(w, &s);
    trial.rounds_at[s.shape.measure / SAMPLE_EM - SAMPLE_LEAST_MEASURE]++;
    trial.fault_count += fault != NULL;
    if (fault && !trial.is_control)
        fail_msg("%s", fault);
    bul_arena_rewind(&w->arena, mark);
}

static void run_trial(world *w, sample_check check, const sample_order *order,
                      size_t rounds)
{
    for (size_t i = 0; i < MEASURE_COUNT; i++)
        trial.rounds_at[i] = 0;
    trial.check = check;
    trial.order = order;
    trial.fault_count = 0;
    dice_check(play, w, rounds);
}

void sample_law(world *w, sample_check check, const sample_order *order)
{
    trial.is_control = false;
    run_trial(w, check, order, (size_t)SAMPLE_ROUNDS * MEASURE_COUNT);
    if (getenv("BULLETIN_SEED") != NULL)
        return;
    for (size_t i = 0; i < MEASURE_COUNT; i++)
        assert_int_equal(trial.rounds_at[i], SAMPLE_ROUNDS);
}

void sample_control(world *w, sample_check check, const sample_order *order)
{
    if (getenv("BULLETIN_SEED") != NULL)
        return; /* one round alone may well be right */
    trial.is_control = true;
    run_trial(w, check, order, CONTROL_ROUNDS);
    assert_true(trial.fault_count > 0);
}

const char *sample_fault(world *w, const sample *s, size_t line,
                         const char *what)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_addf(&text, "%s in line %zu at %d em (indents %d %d %d/%zu, ",
                  what, line + 1, (int)(s->shape.measure / SAMPLE_EM),
                  (int)(s->shape.first_indent / SAMPLE_EM),
                  (int)(s->shape.indent / SAMPLE_EM),
                  (int)(s->shape.drop_indent / SAMPLE_EM), s->shape.drop_lines);
    bul_text_addf(
        &text, "align %d, breaks %d, marks %d%s%s%s%s): ", (int)s->shape.align,
        (int)s->rules.breaks, (int)s->rules.marks,
        s->rules.hyphenates ? ", hyphens" : "", s->rules.hangs ? ", hangs" : "",
        s->rules.on_grid ? ", grid" : "",
        s->rules.is_vertical ? ", vertical" : "");
    for (size_t i = 0; i < s->broken.line_count; i++) {
        const bul_broken_line *at = &s->broken.lines[i];
        const bul_type_box *boxes = s->paragraph->boxes;
        bul_text_add(&text, BUL_STR("\n# "));
        bul_text_add(&text,
                     bul_str_sub(s->paragraph->text, boxes[at->first].text,
                                 boxes[at->end - 1].text_end));
    }
    bul_text_addf(&text, "\n# runs:");
    for (size_t i = 0; i < s->copy.run_count; i++) {
        bul_text_add(&text, BUL_STR(" ["));
        bul_text_add(&text, s->copy.runs[i].text);
        bul_text_add(&text, BUL_STR("]"));
        bul_text_add(&text, s->copy.runs[i].ruby);
        bul_text_addf(&text, "%s", s->copy.runs[i].attaches ? "^" : "");
    }
    return bul_cstr(&w->arena, bul_text_str(&text));
}

/* ---- Places. ---- */

bool sample_is_one_of(uint32_t c, const char *list)
{
    char bytes[5] = {0};
    bul_utf8_put(bytes, c);
    return c != 0 && strstr(list, bytes) != NULL;
}

size_t sample_char_at(const sample *s, size_t byte)
{
    size_t low = 0;
    size_t high = s->char_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (s->chars[middle].at < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const bul_type_box *sample_last_box(const sample *s, size_t line)
{
    return &s->paragraph->boxes[s->broken.lines[line].end - 1];
}

size_t sample_line_start(const sample *s, size_t line)
{
    return sample_char_at(
        s, s->paragraph->boxes[s->broken.lines[line].first].text);
}

size_t sample_line_end(const sample *s, size_t line)
{
    return sample_char_at(s, sample_last_box(s, line)->text_end);
}

bool sample_is_forced(const sample *s, size_t line)
{
    return sample_last_box(s, line)->penalty == BUL_PENALTY_FORCED;
}

bool sample_is_parted(const sample *s, size_t line)
{
    int16_t penalty = sample_last_box(s, line)->penalty;
    return penalty == BUL_PENALTY_PARTED || penalty == BUL_PENALTY_LAST_RESORT;
}

bul_mpt sample_room(const sample *s, size_t line)
{
    return s->shape.measure - bul_shape_indent(&s->shape, line);
}

/* Where the glyphs of a run are counted from, along the line. */
static bul_mpt start_of(const sample *s, const bul_glyph_run *run,
                        const bul_type_box *box)
{
    bool stands_across = s->rules.is_vertical && run->turn == BUL_TURN_ACROSS;
    if (!stands_across)
        return run->x;
    return run->x - bul_mpt_scale(run->size, BUL_SQUARE_TOP, 1000) -
           bul_mpt_scale(box->width - run->size, 1, 2);
}

bul_mpt sample_box_place(const sample *s, size_t line, size_t box_index)
{
    const bul_type_box *box = &s->paragraph->boxes[box_index];
    const bul_set_line *set = &s->lines[line];
    for (size_t r = 0; r < set->run_count; r++) {
        const bul_glyph_run *run = &set->runs[r];
        size_t from = (size_t)(run->text.ptr - s->paragraph->text.ptr);
        for (size_t g = 0; g < run->glyph_count; g++) {
            size_t at = from + run->glyphs[g].text;
            if (at >= box->text && at < box->text_end)
                return start_of(s, run, box) + run->glyphs[g].x - box->shift -
                       s->paragraph->glyphs[box->glyph].x;
        }
    }
    fail_msg("a box of line %zu has no glyph", line + 1);
    return 0;
}
