/* SPDX-License-Identifier: MIT */
/* test_linebreak.c - laws of breaking and justifying lines, over generated
 * Chinese with Latin in it, set with the fonts of the pack at measures of 5 to
 * 40 em. What is forbidden is written out here again, not asked of text/. */
#include <string.h>

#include "base/utf8.h"
#include "layout/justify.h"
#include "support/random.h"
#include "support/world.h"

#define ROUNDS   1500
#define SIZE_MPT 10500

/* ---- A paragraph made by dice. ---- */

static const char *const hanzi =
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可"
    "主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家"
    "电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合"
    "还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明"
    "看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边";
static const char *const after_text[] = {"，", "。", "、", "；", "：",
                                         "！", "？", "……", "——"};
static const char *const words[] = {"Bulletin", "GDP",    "12.5%", "2026", "A4",
                                    "25℃",      "¥30",    "WTO",   "3000", "a",
                                    "C++",      "e-mail", "PM2.5", "10:00"};

static void add(bul_text *text, const char *part)
{
    bul_text_add(text, bul_str_from(part));
}

static void add_hanzi(dice *d, bul_text *text, size_t count)
{
    bul_str all = bul_str_from(hanzi);
    for (; count > 0; count--) {
        size_t at = 3 * dice_below(d, all.len / 3);
        bul_text_add(text, bul_str_sub(all, at, at + 3));
    }
}

/* Quoted, bracketed or in title marks: never empty. */
static void add_enclosed(dice *d, bul_text *text)
{
    static const char *const open[] = {"“", "（", "《", "‘"};
    static const char *const close[] = {"”", "）", "》", "’"};
    size_t kind = dice_below(d, 4);
    add(text, open[kind]);
    add_hanzi(d, text, 1 + dice_below(d, 6));
    if (dice_chance(d, 20))
        add(text, after_text[dice_below(d, 7)]);
    add(text, close[kind]);
}

static void add_word(dice *d, bul_text *text)
{
    bool spaced = dice_chance(d, 40);
    if (spaced)
        add(text, " ");
    add(text, words[dice_below(d, sizeof words / sizeof words[0])]);
    if (spaced)
        add(text, " ");
}

static bul_str paragraph_text(dice *d, bul_arena *arena, bool with_latin)
{
    bul_text text = bul_text_in(arena);
    size_t parts = 2 + dice_below(d, 30);
    for (size_t i = 0; i < parts; i++) {
        add_hanzi(d, &text, 1 + dice_below(d, 9));
        if (dice_chance(d, 15))
            add_enclosed(d, &text);
        if (with_latin && dice_chance(d, 15))
            add_word(d, &text);
        else if (dice_chance(d, 60) || i + 1 == parts)
            add(&text, after_text[dice_below(d, 9)]);
    }
    return bul_text_str(&text);
}

/* ---- Setting it. ---- */

static bul_fontset *fonts;
static bul_setter *setter;
static const bul_face *song;

static int open_fonts(void **state)
{
    static const char *const dirs[] = {".", NULL};
    static world pack;
    (void)state;
    bul_diag_init(&pack.diag, &pack.arena);
    bul_font_sources sources = {.data_dirs = dirs, .without_system = true};
    fonts =
        bul_fontset_open(&pack.arena, bul_world_real(), &pack.diag, sources);
    song = bul_fontset_find(fonts, BUL_STR("宋"), 400, (bul_span){0});
    setter = song ? bul_setter_open(&pack.arena, fonts, NULL) : NULL;
    *state = &pack;
    return song ? 0 : -1; /* run from the top of the tree */
}

static int close_fonts(void **state)
{
    world *pack = *state;
    bul_arena_release(&pack->arena);
    return 0;
}

typedef struct sample {
    const bul_paragraph *paragraph;
    const bul_fit_sums *sums;
    bul_shape shape;
    bul_broken broken;
} sample;

static sample sample_make(world *w, dice *d, bool with_latin)
{
    static const bul_rules rules = {
        .breaks = BUL_BREAKS_GB, .han_latin = 250, .han_space = 250};
    bul_styled_run run = {.text = paragraph_text(d, &w->arena, with_latin),
                          .face = song,
                          .size = SIZE_MPT};
    sample s = {.shape = {.align = BUL_ALIGN_JUSTIFY}};
    s.shape.measure = SIZE_MPT * (bul_mpt)(5 + dice_below(d, 36));
    if (dice_chance(d, 50))
        s.shape.first_indent = 2 * SIZE_MPT;
    else if (dice_chance(d, 30))
        s.shape.indent = 2 * SIZE_MPT;
    s.paragraph =
        bul_paragraph_set(setter, &w->arena, &w->arena, &run, 1, &rules);
    s.sums = bul_fit_sum(s.paragraph, &w->arena);
    s.broken = bul_linebreak(s.paragraph, s.sums, &s.shape, &w->arena);
    return s;
}

static bul_set_line set_line(world *w, const sample *s, size_t index)
{
    return bul_justify(s->paragraph, s->sums, &s->shape,
                       &s->broken.lines[index], &w->arena, &w->arena);
}

static bul_mpt room_of(const sample *s, size_t index)
{
    return s->shape.measure -
           (index == 0 ? s->shape.first_indent : s->shape.indent);
}

static bul_fit fit_of(const sample *s, size_t index)
{
    const bul_broken_line *line = &s->broken.lines[index];
    return bul_fit_line(s->paragraph, s->sums, line->first, line->end,
                        room_of(s, index));
}

/* Characters of a line, the spaces at its ends and elsewhere left out. */
static bul_str line_text(world *w, const bul_set_line *line)
{
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < line->run_count; i++) {
        bul_str run = line->runs[i].text;
        for (size_t at = 0; at < run.len; at++)
            if (run.ptr[at] != ' ')
                bul_text_add(&text, bul_str_sub(run, at, at + 1));
    }
    return bul_text_str(&text);
}

/* ---- Laws. ---- */

static bool begins_with_any(bul_str text, const char *const *marks)
{
    for (; *marks != NULL; marks++)
        if (bul_str_starts(text, bul_str_from(*marks)))
            return true;
    return false;
}

static bool ends_with_any(bul_str text, const char *const *marks)
{
    for (; *marks != NULL; marks++) {
        size_t len = strlen(*marks);
        if (text.len >= len &&
            memcmp(text.ptr + text.len - len, *marks, len) == 0)
            return true;
    }
    return false;
}

static void lines_keep_to_the_forbidden_ends(world *w, dice *d)
{
    static const char *const closing[] = {"，", "。", "、", "；", "：",
                                          "！", "？", "”",  "’",  "）",
                                          "》", "℃",  "%",  NULL};
    static const char *const opening[] = {"“", "‘", "（", "《", "¥", NULL};
    sample s = sample_make(w, d, true);
    for (size_t i = 0; i < s.broken.line_count; i++) {
        bul_set_line line = set_line(w, &s, i);
        bul_str text = line_text(w, &line);
        assert_false(begins_with_any(text, closing));
        assert_false(ends_with_any(text, opening));
    }
}

/* —— and …… are one thing of two characters. */
static void pairs_are_not_split(world *w, dice *d)
{
    static const char *const halves[] = {"—", "…", NULL};
    static const char *const pairs[] = {"——", "……", NULL};
    sample s = sample_make(w, d, true);
    for (size_t i = 0; i < s.broken.line_count; i++) {
        bul_set_line line = set_line(w, &s, i);
        bul_str text = line_text(w, &line);
        assert_true(!begins_with_any(text, halves) ||
                    begins_with_any(text, pairs));
        assert_true(!ends_with_any(text, halves) || ends_with_any(text, pairs));
    }
}

static void every_character_is_set_once_and_in_order(world *w, dice *d)
{
    sample s = sample_make(w, d, true);
    bul_text all = bul_text_in(&w->arena);
    bul_text wanted = bul_text_in(&w->arena);
    for (size_t i = 0; i < s.broken.line_count; i++) {
        bul_set_line line = set_line(w, &s, i);
        bul_text_add(&all, line_text(w, &line));
    }
    for (size_t at = 0; at < s.paragraph->text.len; at++)
        if (s.paragraph->text.ptr[at] != ' ')
            bul_text_add(&wanted, bul_str_sub(s.paragraph->text, at, at + 1));
    assert_string_equal(world_cstr(w, bul_text_str(&all)),
                        world_cstr(w, bul_text_str(&wanted)));
}

static void lines_follow_one_another(world *w, dice *d)
{
    sample s = sample_make(w, d, true);
    size_t next = 0;
    for (size_t i = 0; i < s.broken.line_count; i++) {
        assert_int_equal(s.broken.lines[i].first, next);
        assert_true(s.broken.lines[i].end > next);
        next = s.broken.lines[i].end;
    }
    assert_int_equal(next, s.paragraph->box_count);
}

static void justified_lines_fill_their_measure(world *w, dice *d)
{
    sample s = sample_make(w, d, true);
    for (size_t i = 0; i < s.broken.line_count; i++) {
        const bul_broken_line *at = &s.broken.lines[i];
        bul_set_line line = set_line(w, &s, i);
        if (!fit_of(&s, i).fits)
            continue; /* a word wider than the measure */
        bul_mpt indent = s.shape.measure - room_of(&s, i);
        assert_int_equal(line.x, indent);
        if (at->ends_paragraph || at->end - at->first == 1)
            assert_true(line.x + line.width <= s.shape.measure);
        else
            assert_int_equal(line.x + line.width, s.shape.measure);
    }
}

static void only_a_word_can_be_too_wide(world *w, dice *d)
{
    sample s = sample_make(w, d, false);
    if (s.shape.measure - s.shape.first_indent >= 5 * SIZE_MPT)
        assert_int_equal(s.broken.overfull_count, 0);
    sample latin = sample_make(w, d, true);
    for (size_t i = 0; i < latin.broken.line_count; i++) {
        const bul_broken_line *line = &latin.broken.lines[i];
        if (!fit_of(&latin, i).fits)
            assert_true(line->end - line->first <= 4);
    }
}

static bool is_hanzi(bul_str text, uint32_t at)
{
    size_t offset = at;
    uint32_t c = bul_utf8_next(text, &offset);
    return c >= 0x4E00 && c <= 0x9FFF;
}

static void hanzi_are_never_nearer_than_an_em(world *w, dice *d)
{
    sample s = sample_make(w, d, true);
    for (size_t i = 0; i < s.broken.line_count; i++) {
        bul_set_line line = set_line(w, &s, i);
        for (size_t r = 0; r < line.run_count; r++) {
            const bul_glyph_run *run = &line.runs[r];
            for (size_t g = 1; g < run->glyph_count; g++) {
                const bul_glyph *a = &run->glyphs[g - 1], *b = a + 1;
                if (is_hanzi(run->text, a->text) &&
                    is_hanzi(run->text, b->text))
                    assert_true(b->x - a->x >= SIZE_MPT);
            }
        }
    }
}

/* Letters and hanzi of the boxes [first, end). */
static size_t letters_in(const sample *s, size_t first, size_t end)
{
    return s->sums[end].chars - s->sums[first].chars;
}

/* Could the line above have given some of its boxes to the last line and
 * still be three quarters full? */
static bool could_be_longer(const sample *s, size_t last)
{
    const bul_broken_line *above = &s->broken.lines[last - 1];
    const bul_broken_line *line = &s->broken.lines[last];
    for (size_t end = above->end - 1; end > above->first; end--) {
        bul_fit top = bul_fit_line(s->paragraph, s->sums, above->first, end,
                                   room_of(s, last - 1));
        bul_fit foot = bul_fit_line(s->paragraph, s->sums, end, line->end,
                                    room_of(s, last));
        if (s->paragraph->boxes[end - 1].penalty != BUL_PENALTY_NEVER &&
            foot.fits && top.natural * 4 >= room_of(s, last - 1) * 3 &&
            letters_in(s, end, line->end) > 1)
            return true;
    }
    return false;
}

static void no_last_line_is_one_character_if_it_can_be_helped(world *w, dice *d)
{
    sample s = sample_make(w, d, true);
    if (s.broken.line_count < 2)
        return;
    size_t last = s.broken.line_count - 1;
    const bul_broken_line *line = &s.broken.lines[last];
    if (letters_in(&s, line->first, line->end) <= 1 &&
        could_be_longer(&s, last))
        fail_msg("at %d + %d + %d mpt: %s", (int)s.shape.measure,
                 (int)s.shape.first_indent, (int)s.shape.indent,
                 world_cstr(w, s.paragraph->text));
}

static void total_fit_is_never_costlier_than_first_fit(world *w, dice *d)
{
    sample s = sample_make(w, d, true);
    bul_broken first =
        bul_linebreak_first_fit(s.paragraph, s.sums, &s.shape, &w->arena);
    double total_cost =
        bul_linebreak_cost(s.paragraph, s.sums, &s.shape, &s.broken);
    double first_cost =
        bul_linebreak_cost(s.paragraph, s.sums, &s.shape, &first);
    assert_true(total_cost <= first_cost + 1e-6);
}

/* ---- Negative controls: the laws can be broken. ---- */

/* First fit leaves single characters; how many, over all rounds. */
static size_t single_count;

static void count_singles(world *w, dice *d)
{
    sample s = sample_make(w, d, false);
    s.broken =
        bul_linebreak_first_fit(s.paragraph, s.sums, &s.shape, &w->arena);
    size_t last = s.broken.line_count - 1;
    const bul_broken_line *line = &s.broken.lines[last];
    if (last > 0 && letters_in(&s, line->first, line->end) <= 1 &&
        could_be_longer(&s, last))
        single_count++;
}

/* Each round gives its memory back. */
static void check(void **state, void (*law)(world *w, dice *d))
{
    static void (*wanted)(world * w, dice * d);
    wanted = law;
    world *w = *state;
    dice_check(wanted, w, ROUNDS);
}

#define LAW(name)                                                              \
    static void law_##name(void **state)                                       \
    {                                                                          \
        check(state, name);                                                    \
    }

LAW(lines_keep_to_the_forbidden_ends)
LAW(pairs_are_not_split)
LAW(every_character_is_set_once_and_in_order)
LAW(lines_follow_one_another)
LAW(justified_lines_fill_their_measure)
LAW(only_a_word_can_be_too_wide)
LAW(hanzi_are_never_nearer_than_an_em)
LAW(no_last_line_is_one_character_if_it_can_be_helped)
LAW(total_fit_is_never_costlier_than_first_fit)

static void first_fit_does_leave_single_characters(void **state)
{
    single_count = 0;
    check(state, count_singles);
    assert_true(single_count > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_lines_keep_to_the_forbidden_ends),
        WORLD_TEST(law_pairs_are_not_split),
        WORLD_TEST(law_every_character_is_set_once_and_in_order),
        WORLD_TEST(law_lines_follow_one_another),
        WORLD_TEST(law_justified_lines_fill_their_measure),
        WORLD_TEST(law_only_a_word_can_be_too_wide),
        WORLD_TEST(law_hanzi_are_never_nearer_than_an_em),
        WORLD_TEST(law_no_last_line_is_one_character_if_it_can_be_helped),
        WORLD_TEST(law_total_fit_is_never_costlier_than_first_fit),
        WORLD_TEST(first_fit_does_leave_single_characters),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
