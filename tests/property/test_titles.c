/* SPDX-License-Identifier: MIT */
/* test_titles.c - how titles.txt is broken, against where an editor would.
 *
 * Each title is set to three measures, so that it takes two lines easily, two
 * lines barely, and three. A try counts where the places an editor takes allow
 * the fewest lines; it is right when all lines end at such places.
 *
 * BULLETIN_TITLES=bad in the environment shows what is not right, =all shows
 * everything. The figures of decision 0013 come from here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/headline.h"
#include "support/square.h"

#define MOST_TITLES 200
#define TITLES_FILE "tests/titles/titles.txt"

typedef struct wanted_title {
    bul_str text;         /* without its marks */
    bool *may_end;        /* a line, before this byte */
    bul_str article;      /* its lines */
    bool is_counted_only; /* of the second half */
} wanted_title;

typedef struct titles {
    wanted_title items[MOST_TITLES];
    size_t count;
} titles;

typedef struct tally {
    size_t tries, right;
} tally;

static bul_str read_all(world *w)
{
    FILE *file = fopen(TITLES_FILE, "rb");
    assert_non_null(file); /* tests run from the top of the tree */
    char *bytes = BUL_NEW(&w->arena, char, 1 << 18);
    size_t len = fread(bytes, 1, 1 << 18, file);
    fclose(file);
    assert_in_range(len, 1, (1 << 18) - 1);
    return (bul_str){bytes, len};
}

static wanted_title read_title(world *w, bul_str line)
{
    bul_text text = bul_text_in(&w->arena);
    wanted_title title = {.may_end = BUL_NEW(&w->arena, bool, line.len + 1)};
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '/')
            title.may_end[text.len] = true;
        else
            bul_text_add(&text, bul_str_sub(line, i, i + 1));
    }
    title.text = bul_text_str(&text);
    return title;
}

static const titles *read_titles(world *w)
{
    titles *read = BUL_NEW(&w->arena, titles, 1);
    bul_str rest = read_all(w);
    bul_str line;
    bool is_second = false;
    while (bul_str_cut(&rest, '\n', &line)) {
        if (line.len == 0 || line.ptr[0] == '#') {
            is_second = is_second || bul_str_starts(line, BUL_STR("# ----"));
        } else if (line.ptr[0] == '>') {
            wanted_title *last = &read->items[read->count - 1];
            last->article = bul_str_join(&w->arena, last->article,
                                         bul_str_sub(line, 1, line.len));
        } else {
            assert_in_range(read->count, 0, MOST_TITLES - 1);
            wanted_title *title = &read->items[read->count++];
            *title = read_title(w, line);
            title->is_counted_only = is_second;
        }
    }
    return read;
}

static bool may_end(const wanted_title *title, const square *s, size_t box)
{
    if (box + 1 == s->paragraph.box_count)
        return true;
    return title->may_end[s->boxes[box + 1].text] ||
           s->boxes[box].space_glyph != 0;
}

/* Do the editor's places allow so few lines, none of them a stub? */
static bool is_possible(const wanted_title *title, const square *s,
                        const bul_shape *shape, size_t first, size_t line_count)
{
    if (line_count == 0)
        return first == s->paragraph.box_count;
    for (size_t box = first; box < s->paragraph.box_count; box++) {
        bul_fit fit = bul_fit_line(&s->paragraph, s->sums, first, box + 1,
                                   shape->measure);
        if (fit.natural > shape->measure)
            return false;
        if (may_end(title, s, box) && fit.natural >= 3 * SQUARE_EM &&
            is_possible(title, s, shape, box + 1, line_count - 1))
            return true;
    }
    return false;
}

static void try_measure(world *w, const wanted_title *title, int permille,
                        bool with_article, tally *t)
{
    square *s = square_set(w, bul_cstr(&w->arena, title->text));
    bul_shape shape = {.measure = 1000000, .align = BUL_ALIGN_CENTER};
    bul_mpt width =
        bul_fit_line(&s->paragraph, s->sums, 0, s->paragraph.box_count, 1000000)
            .natural;
    shape.measure = (width * permille / 1000 / 500 + 1) * 500;
    size_t least = bul_headline_line_count(&s->paragraph, s->sums, &shape);
    if (!is_possible(title, s, &shape, 0, least))
        return;
    bul_broken broken = bul_headline_break(
        &s->paragraph, s->sums, &shape,
        with_article ? title->article : BUL_STR(""), &w->arena);
    bool is_right = true;
    for (size_t i = 0; i < broken.line_count; i++)
        is_right = is_right && may_end(title, s, broken.lines[i].end - 1);
    t->tries++;
    t->right += is_right;
    const char *shown = getenv("BULLETIN_TITLES");
    if (shown != NULL && (!is_right || strcmp(shown, "all") == 0))
        print_message("# %s %s\n", is_right ? "   " : "bad",
                      square_lines(w, s, &broken));
}

static void count_titles(world *w, bool with_article, tally halves[2])
{
    static const int measures[] = {720, 560, 400};
    const titles *read = read_titles(w);
    for (size_t i = 0; i < read->count; i++)
        for (size_t m = 0; m < 3; m++)
            try_measure(w, &read->items[i], measures[m], with_article,
                        &halves[read->items[i].is_counted_only]);
    for (int half = 0; half < 2; half++)
        print_message("# %s, %s half: %zu of %zu right\n",
                      with_article ? "with the article" : "list only",
                      half ? "second" : "first", halves[half].right,
                      halves[half].tries);
}

static void titles_are_broken_as_an_editor_would(void **state)
{
    tally halves[2] = {{0}};
    count_titles(*state, true, halves);
    assert_true(halves[0].tries > 110 && halves[1].tries > 110);
    assert_true(halves[0].right * 100 >= halves[0].tries * 95);
    assert_true(halves[1].right * 100 >= halves[1].tries * 85);
}

static void the_list_alone_does_nearly_as_well(void **state)
{
    tally halves[2] = {{0}};
    count_titles(*state, false, halves);
    assert_true(halves[0].right * 100 >= halves[0].tries * 93);
    assert_true(halves[1].right * 100 >= halves[1].tries * 83);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(titles_are_broken_as_an_editor_would),
        WORLD_TEST(the_list_alone_does_nearly_as_well),
    };
    return cmocka_run_group_tests_name("titles", tests, NULL, NULL);
}
