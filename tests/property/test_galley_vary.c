/* SPDX-License-Identifier: MIT */
/* test_galley_vary.c - laws of varied galleys: articles made by dice, with
 * crossheads, lists, boxes, notes and marked paragraphs, some of them briefs,
 * and some of the options that they have. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/galley_vary.h"
#include "support/desk.h"
#include "support/random.h"

#define ROUNDS         250
#define CONTROL_ROUNDS 60
#define MAX_OPTIONS    64

typedef struct sample_galley {
    desk *d;
    const bul_article *article;
    bul_mpt measure;
    bul_elastic_galley *elastic;
    size_t options[MAX_OPTIONS];
    size_t option_count;
    bul_galley *varied; /* with these options */
} sample_galley;

typedef const char *(*galley_check)(const sample_galley *s);

static struct {
    desk *d;
    galley_check check;
    void (*spoil)(sample_galley *s, dice *d);
    size_t fault_count;
    size_t kinds[3]; /* options that were taken */
} law;

/* ---- What the dice write. ---- */

static void add_text(bul_text *text, dice *d, size_t most)
{
    bul_text_add_char(text, 0x5DE5);
    bul_text_add(text, dice_text(d, &law.d->w->arena, 1 + dice_below(d, most)));
}

static void add_block(bul_text *text, dice *d, unsigned *note_count)
{
    static const char *const starts[] = {"## ", "- ", "> ", "::: 资料链接\n"};
    size_t kind = dice_below(d, 10);
    if (kind < 4)
        bul_text_add(text, bul_str_from(starts[kind]));
    add_text(text, d, kind == 0 ? 6 : 160);
    if (kind > 3 && dice_chance(d, 15)) {
        bul_text_addf(text, "[^%u]", ++*note_count);
        add_text(text, d, 30);
    }
    if ((kind == 1 || kind > 3) && dice_chance(d, 30))
        bul_text_add(text, BUL_STR("{可删}"));
    bul_text_add(text, kind == 3 ? BUL_STR("\n:::\n\n") : BUL_STR("\n\n"));
}

static const bul_article *roll_article(dice *d)
{
    desk *own = law.d;
    bul_text text = bul_text_in(&own->w->arena);
    bul_text_addf(&text, "---\ntitle: 题目\nlevel: %s\n---\n\n",
                  dice_chance(d, 25) ? "brief" : "normal");
    unsigned note_count = 0;
    for (size_t left = 1 + dice_below(d, 8); left > 0; left--)
        add_block(&text, d, &note_count);
    for (unsigned i = 1; i <= note_count; i++)
        bul_text_addf(&text, "[^%u]: 注\n", i);
    own->w->puts.count = 1; /* the layout: earlier articles go */
    desk_put(own, bul_cstr(&own->w->arena, bul_text_str(&text)));
    return desk_read(own, "")->articles.items[0];
}

/* Some of the options, never two of one block, from the last to the first. */
static void choose(sample_galley *s, dice *d)
{
    uint32_t taken = 0; /* block */
    for (size_t i = s->elastic->options.count; i-- > 0;) {
        const bul_galley_option *option = &s->elastic->options.items[i];
        if (option->block_number == taken || s->option_count == MAX_OPTIONS ||
            dice_chance(d, 40))
            continue;
        taken = option->block_number;
        s->options[s->option_count++] = i;
        law.kinds[option->kind]++;
    }
}

static const bul_galley_option *chosen(const sample_galley *s, size_t index)
{
    return &s->elastic->options.items[s->options[index]];
}

static void play(world *w, dice *d)
{
    sample_galley s = {.d = law.d};
    s.article = roll_article(d);
    s.measure = 100000 + 10000 * (bul_mpt)dice_below(d, 12);
    s.elastic = bul_galley_elastic(&law.d->c, s.article, s.measure, 1);
    choose(&s, d);
    s.varied = bul_galley_vary(&w->arena, s.elastic, s.options, s.option_count);
    if (law.spoil)
        law.spoil(&s, d);
    const char *fault = law.check(&s);
    law.fault_count += fault != NULL;
    if (fault && !law.spoil)
        fail_msg("%s", fault);
}

static void run(world *w, galley_check check,
                void (*spoil)(sample_galley *s, dice *d), size_t rounds)
{
    law.d = desk_open(w, 1, "");
    law.check = check;
    law.spoil = spoil;
    law.fault_count = 0;
    memset(law.kinds, 0, sizeof law.kinds);
    dice_check(play, w, rounds);
}

static void keep_law(world *w, galley_check check)
{
    run(w, check, NULL, ROUNDS);
    if (getenv("BULLETIN_SEED") != NULL)
        return;
    for (size_t i = 0; i < 3; i++)
        assert_true(law.kinds[i] > 0);
}

static void break_law(world *w, galley_check check,
                      void (*spoil)(sample_galley *s, dice *d))
{
    if (getenv("BULLETIN_SEED") != NULL)
        return; /* one round alone may well be right */
    run(w, check, spoil, CONTROL_ROUNDS);
    assert_true(law.fault_count > 0);
}

/* A test that a law holds, and one that it can be seen to be broken. */
#define LAW(law_name, control_name, check, spoil)                              \
    static void law_name(void **state)                                         \
    {                                                                          \
        keep_law(*state, check);                                               \
    }                                                                          \
    static void control_name(void **state)                                     \
    {                                                                          \
        break_law(*state, check, spoil);                                       \
    }

/* ---- The base. ---- */

static bool is_same_type(const bul_slug *a, const bul_slug *b)
{
    if (a->type.items.count != b->type.items.count)
        return false;
    for (size_t i = 0; i < a->type.items.count; i++) {
        const bul_glyph_run *one = &a->type.items.items[i].as.glyphs;
        const bul_glyph_run *two = &b->type.items.items[i].as.glyphs;
        if (a->type.items.items[i].type != BUL_ITEM_GLYPHS)
            continue;
        if (one->x != two->x || one->y != two->y ||
            one->glyph_count != two->glyph_count ||
            !bul_str_equal(one->text, two->text))
            return false;
        if (memcmp(one->glyphs, two->glyphs,
                   one->glyph_count * sizeof *one->glyphs) != 0)
            return false;
    }
    return true;
}

static bool is_same_slug(const bul_slug *a, const bul_slug *b)
{
    return a->rows == b->rows && a->white == b->white && a->flags == b->flags &&
           a->block_number == b->block_number &&
           a->keep_group == b->keep_group && a->notes == b->notes &&
           a->role == b->role && a->span.start == b->span.start &&
           is_same_type(a, b);
}

static const char *base_is_plain(const sample_galley *s)
{
    const bul_compositor *c = &s->d->c;
    const bul_galley *base = s->elastic->galley;
    const bul_galley *plain =
        s->article->level == BUL_LEVEL_BRIEF
            ? bul_galley_set_briefs(c, s->article, s->measure)
            : bul_galley_set(c, s->article, s->measure, 1);
    if (base->slugs.count != plain->slugs.count)
        return "the base has other slugs";
    for (size_t i = 0; i < base->slugs.count; i++)
        if (!is_same_slug(&base->slugs.items[i], &plain->slugs.items[i]))
            return "a slug of the base is another";
    return NULL;
}

static void show_varied(sample_galley *s, dice *d)
{
    (void)d;
    s->elastic->galley = s->varied;
}

LAW(law_the_base_is_the_galley_as_it_comes, control_of_the_base, base_is_plain,
    show_varied)

/* ---- Text. ---- */

static bool is_dropped(const sample_galley *s, uint32_t block)
{
    for (size_t i = 0; i < s->option_count; i++)
        if (chosen(s, i)->kind == BUL_OPTION_DROP &&
            chosen(s, i)->block_number == block)
            return true;
    return false;
}

static void add_slug_text(bul_text *text, const bul_slug *slug)
{
    for (size_t i = 0; i < slug->type.items.count; i++)
        if (slug->type.items.items[i].type == BUL_ITEM_GLYPHS)
            bul_text_add(text, slug->type.items.items[i].as.glyphs.text);
}

/* Spaces at the ends of lines are not set, so none are compared. */
static bul_str without_spaces(bul_arena *arena, bul_str s)
{
    bul_text text = bul_text_in(arena);
    for (size_t at = 0; at < s.len;) {
        uint32_t c = bul_utf8_next(s, &at);
        if (c != ' ')
            bul_text_add_char(&text, c);
    }
    return bul_text_str(&text);
}

static const char *text_is_what_stays(const sample_galley *s)
{
    bul_arena *arena = &s->d->w->arena;
    bul_text wanted = bul_text_in(arena);
    bul_text got = bul_text_in(arena);
    for (size_t i = 0; i < s->elastic->galley->slugs.count; i++) {
        const bul_slug *slug = &s->elastic->galley->slugs.items[i];
        if (!is_dropped(s, slug->block_number))
            add_slug_text(&wanted, slug);
    }
    for (size_t i = 0; i < s->varied->slugs.count; i++)
        add_slug_text(&got, &s->varied->slugs.items[i]);
    bool is_same = bul_str_equal(without_spaces(arena, bul_text_str(&wanted)),
                                 without_spaces(arena, bul_text_str(&got)));
    return is_same ? NULL : "not the text that stays";
}

/* A slug of the varied galley goes. */
static void lose_a_slug(sample_galley *s, dice *d)
{
    bul_slug *slugs = s->varied->slugs.items;
    size_t lost = dice_below(d, s->varied->slugs.count);
    s->varied->slugs.count--;
    for (size_t i = lost; i < s->varied->slugs.count; i++)
        slugs[i] = slugs[i + 1];
}

LAW(law_the_text_is_all_but_what_was_dropped, control_of_the_text,
    text_is_what_stays, lose_a_slug)

/* ---- Rows. ---- */

static int rows_of(const bul_galley *galley, uint32_t block)
{
    int rows = 0;
    for (size_t i = 0; i < galley->slugs.count; i++)
        if (block == 0 || galley->slugs.items[i].block_number == block)
            rows += galley->slugs.items[i].rows;
    return rows;
}

static const char *rows_are_as_offered(const sample_galley *s)
{
    int wanted = rows_of(s->elastic->galley, 0);
    for (size_t i = 0; i < s->option_count; i++) {
        const bul_galley_option *option = chosen(s, i);
        wanted += option->lines;
        if (rows_of(s->varied, option->block_number) !=
            rows_of(s->elastic->galley, option->block_number) + option->lines)
            return "a paragraph has not the rows of its option";
        bool is_line = option->kind != BUL_OPTION_DROP;
        if (is_line && abs(option->lines) != 1)
            return "more than a line";
        if (is_line && (option->cost < 2 || option->cost > 6))
            return "no price of a line";
    }
    return rows_of(s->varied, 0) == wanted ? NULL : "other rows than offered";
}

LAW(law_each_option_changes_rows_as_it_says, control_of_rows,
    rows_are_as_offered, lose_a_slug)

/* ---- Flags. ---- */

static const char *paragraphs_are_whole(const sample_galley *s)
{
    bool is_open = false;
    uint32_t block = 0;
    for (size_t i = 0; i < s->varied->slugs.count; i++) {
        const bul_slug *slug = &s->varied->slugs.items[i];
        bool is_text = (slug->flags & BUL_SLUG_TEXT) != 0;
        if (is_open && (!is_text || slug->block_number != block ||
                        (slug->flags & BUL_SLUG_STARTS)))
            return "a paragraph does not end";
        if (!is_open && is_text && !(slug->flags & BUL_SLUG_STARTS))
            return "a paragraph does not begin";
        if (is_text)
            is_open = !(slug->flags & BUL_SLUG_ENDS);
        block = slug->block_number;
    }
    return is_open ? "the last paragraph does not end" : NULL;
}

LAW(law_each_paragraph_begins_and_ends, control_of_flags, paragraphs_are_whole,
    lose_a_slug)

/* A crosshead is followed by text, if it was before. */
static bool leads_text(const bul_galley *galley, size_t index)
{
    for (size_t i = index + 1; i < galley->slugs.count; i++) {
        const bul_slug *slug = &galley->slugs.items[i];
        if (slug->role == BUL_ROLE_CROSSHEAD &&
            slug->block_number != galley->slugs.items[index].block_number)
            return false;
        if (slug->flags & BUL_SLUG_TEXT)
            return true;
    }
    return false;
}

static size_t bare_heads(const bul_galley *galley)
{
    size_t count = 0;
    for (size_t i = 0; i < galley->slugs.count; i++)
        count += galley->slugs.items[i].role == BUL_ROLE_CROSSHEAD &&
                 !leads_text(galley, i);
    return count;
}

static const char *heads_keep_text(const sample_galley *s)
{
    bool is_kept = bare_heads(s->varied) <= bare_heads(s->elastic->galley);
    return is_kept ? NULL : "a crosshead without its text";
}

static void lose_all_text(sample_galley *s, dice *d)
{
    (void)d;
    size_t count = 0;
    for (size_t i = 0; i < s->varied->slugs.count; i++)
        if (!(s->varied->slugs.items[i].flags & BUL_SLUG_TEXT))
            s->varied->slugs.items[count++] = s->varied->slugs.items[i];
    s->varied->slugs.count = count;
}

LAW(law_no_crosshead_loses_all_its_text, control_of_crossheads, heads_keep_text,
    lose_all_text)

/* ---- Notes. ---- */

static bool shows_sign(const sample_galley *s, const bul_slug *slug,
                       uint32_t number)
{
    bul_arena *arena = &s->d->w->arena;
    bul_text text = bul_text_in(arena);
    add_slug_text(&text, slug);
    bul_str whole = bul_text_str(&text);
    return bul_str_find(whole, bul_note_sign(arena, number)) != whole.len;
}

/* Of the text: what stands under the rule calls nothing. */
static size_t text_slugs(const bul_galley *galley)
{
    size_t count = 0;
    while (count < galley->slugs.count &&
           galley->slugs.items[count].role != BUL_ROLE_FURNITURE)
        count++;
    return count;
}

static const char *calls_are_right(const sample_galley *s)
{
    size_t end = text_slugs(s->varied);
    uint32_t count = (uint32_t)s->article->notes.count;
    size_t last = end;
    for (size_t i = 0; i < end; i++) {
        const bul_slug *slug = &s->varied->slugs.items[i];
        if (!(slug->flags & BUL_SLUG_WHITE))
            last = i;
        for (uint32_t n = 1; n <= count; n++)
            if (shows_sign(s, slug, n) && slug->notes < n)
                return "a call is not marked";
    }
    if (last < end && s->varied->slugs.items[last].notes != count)
        return "not all notes are due at the end";
    for (size_t i = 0; i < last; i++) {
        const bul_slug *slug = &s->varied->slugs.items[i];
        if (slug->notes > 0 && !shows_sign(s, slug, slug->notes))
            return "a note is due before its call";
    }
    return NULL;
}

/* As if the calls stood where they were. */
static void keep_calls(sample_galley *s, dice *d)
{
    (void)d;
    const bul_galley *base = s->elastic->galley;
    size_t count = text_slugs(s->varied);
    for (size_t i = 0; i < count && i < base->slugs.count; i++)
        s->varied->slugs.items[i].notes = base->slugs.items[i].notes;
}

LAW(law_notes_are_due_with_their_calls, control_of_notes, calls_are_right,
    keep_calls)

/* ---- Gaps, measured in the type that was set. ---- */

static bool is_hanzi(const bul_glyph_run *run, size_t glyph)
{
    size_t at = run->glyphs[glyph].text;
    uint32_t c = bul_utf8_next(run->text, &at);
    return c >= 0x4E00 && c < 0xA000;
}

/* Nor is one narrowed. */
static bool is_evenly_set(const bul_glyph_run *run)
{
    for (size_t i = 0; i + 1 < run->glyph_count; i++) {
        bul_mpt gap = run->glyphs[i + 1].x - run->glyphs[i].x - run->size;
        bool is_adjacent = run->glyphs[i + 1].text - run->glyphs[i].text == 3;
        if (is_adjacent && is_hanzi(run, i) && is_hanzi(run, i + 1) &&
            (gap < 0 || gap > run->size / 10 + 1))
            return false;
    }
    return true;
}

/* The n-th run of what the options bring, or NULL. */
static bul_glyph_run *brought_run(const sample_galley *s, size_t n)
{
    for (size_t i = 0; i < s->option_count; i++)
        for (size_t at = 0; at < chosen(s, i)->slug_count; at++) {
            const bul_items *items = &chosen(s, i)->slugs[at].type.items;
            if (n < items->count)
                return &items->items[n].as.glyphs;
            n -= items->count;
        }
    return NULL;
}

static const char *gaps_are_small(const sample_galley *s)
{
    const bul_glyph_run *run;
    for (size_t i = 0; (run = brought_run(s, i)) != NULL; i++)
        if (!is_evenly_set(run))
            return "hanzi too far apart, or too near";
    return NULL;
}

/* The type of a smaller size would stand too far apart. */
static void see_smaller_type(sample_galley *s, dice *d)
{
    (void)d;
    bul_glyph_run *run;
    for (size_t i = 0; (run = brought_run(s, i)) != NULL; i++)
        run->size -= 600;
}

LAW(law_no_gap_is_wider_than_a_tenth, control_of_gaps, gaps_are_small,
    see_smaller_type)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_the_base_is_the_galley_as_it_comes),
        WORLD_TEST(control_of_the_base),
        WORLD_TEST(law_the_text_is_all_but_what_was_dropped),
        WORLD_TEST(control_of_the_text),
        WORLD_TEST(law_each_option_changes_rows_as_it_says),
        WORLD_TEST(control_of_rows),
        WORLD_TEST(law_each_paragraph_begins_and_ends),
        WORLD_TEST(control_of_flags),
        WORLD_TEST(law_no_crosshead_loses_all_its_text),
        WORLD_TEST(control_of_crossheads),
        WORLD_TEST(law_notes_are_due_with_their_calls),
        WORLD_TEST(control_of_notes),
        WORLD_TEST(law_no_gap_is_wider_than_a_tenth),
        WORLD_TEST(control_of_gaps),
    };
    return cmocka_run_group_tests_name("galley_vary", tests, NULL, NULL);
}
