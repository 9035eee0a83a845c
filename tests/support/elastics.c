/* SPDX-License-Identifier: MIT */
/* elastics.c - see elastics.h. */
#include "support/elastics.h"

#include <string.h>

#include "support/sample_picture.h"

const bul_elastic_scope elastics_all = {
    .rows = ELASTICS_ROWS, .fewest = 1, .most = ELASTICS_COLUMNS};

desk *elastics_desk(world *w)
{
    desk *d = desk_open(w, ELASTICS_COLUMNS, "");
    sample_png wide = {.width = 600, .height = 400, .bits = 8};
    sample_png high = {.width = 300, .height = 400, .bits = 8};
    world_put_bytes(w, "p.png", sample_png_make(&w->arena, wide));
    world_put_bytes(w, "q.png", sample_png_make(&w->arena, high));
    return d;
}

/* What was put before is forgotten, but for the pictures. */
static void forget(world *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->puts.count; i++)
        if (strstr(w->puts.items[i].path, ".png"))
            w->puts.items[kept++] = w->puts.items[i];
    w->puts.count = kept;
}

static const bul_article *article_of(desk *d, const char *text)
{
    forget(d->w);
    desk_put(d, text);
    return desk_read(d, "")->articles.items[0];
}

bul_elastic *elastics_set(desk *d, const char *text, bul_elastic_scope scope)
{
    const bul_article *article = article_of(d, text);
    return bul_elastic_set(&d->c, article, 1, (bul_line_of_text){0}, scope);
}

const bul_variant *elastics_variant(const bul_elastic *elastic, size_t area)
{
    return &elastic->variants.items[elastic->areas.items[area].variant];
}

/* So many lines of 10 字 in paragraphs of four. */
const char *elastics_body(desk *d, size_t lines)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (; lines > 0; lines -= lines < 4 ? lines : 4) {
        size_t count = lines < 4 ? lines : 4;
        bul_text_add(&text, bul_str_from(desk_han(d, 10 * count - 4)));
        bul_text_add(&text, BUL_STR("。\n\n"));
    }
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

const char *elastics_article(desk *d, const char *keys, size_t lines)
{
    const char *front = desk_join(d, "---\ntitle: 题目\n", keys);
    return desk_join(d, desk_join(d, front, "---\n\n"),
                     elastics_body(d, lines));
}

/* ---- Areas. ---- */

static bool comes_before(const bul_area *a, const bul_area *b)
{
    if (a->columns != b->columns)
        return a->columns < b->columns;
    return a->rows != b->rows ? a->rows < b->rows : a->edges < b->edges;
}

bool elastics_are_sorted(const bul_area *areas, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (!comes_before(&areas[i - 1], &areas[i]))
            return false;
    return true;
}

/* ---- Cells. ---- */

static void fill(elastics_cells *p, int column, int columns, int row, int rows,
                 char what)
{
    if (column < 0 || column + columns > p->columns || row < 0 ||
        row + rows > p->rows) {
        p->is_sound = false;
        return;
    }
    for (int r = row; r < row + rows; r++)
        for (int c = column; c < column + columns; c++) {
            p->is_sound = p->is_sound && p->cells[r][c] == 0;
            p->cells[r][c] = what;
        }
}

static int beside_of(const bul_story *story)
{
    for (size_t i = 0; i < story->wides.count; i++)
        if (story->wides.items[i].place == BUL_PLACE_BESIDE &&
            story->columns > 1)
            return story->wides.items[i].columns;
    return 0;
}

elastics_cells elastics_plan(const bul_story *story, const bul_attempt *attempt,
                             int rows)
{
    elastics_cells p = {
        .rows = rows, .columns = story->columns, .is_sound = true};
    if (story->is_boxed)
        fill(&p, 0, p.columns, rows - 1, 1, 'b');
    fill(&p, 0, p.columns - beside_of(story), attempt->head_row,
         story->head.rows, 'h');
    for (size_t i = 0; i < attempt->wides.count; i++) {
        const bul_placed_wide *placed = &attempt->wides.items[i];
        const bul_wide *wide = &story->wides.items[placed->wide];
        bool at_foot =
            placed->row + wide->set.rows == rows - (story->is_boxed ? 1 : 0);
        fill(&p, placed->column, wide->columns, placed->row,
             wide->set.rows + (at_foot ? 0 : 1), 'p');
    }
    const bul_quote_place *quote = &attempt->quote;
    fill(&p, quote->column, quote->columns, quote->row, quote->rows, 'q');
    for (size_t i = 0; i < attempt->slugs.count; i++) {
        const bul_placed_slug *placed = &attempt->slugs.items[i];
        fill(&p, placed->column, 1, placed->row,
             story->galley->slugs.items[placed->slug].rows, 't');
    }
    return p;
}

int elastics_white(const elastics_cells *p)
{
    int white = 0;
    for (int r = 0; r < p->rows; r++)
        for (int c = 0; c < p->columns; c++)
            white += p->cells[r][c] == 0 ? 1 : 0;
    return white;
}

bool elastics_has_all(const bul_story *story, const bul_attempt *attempt)
{
    size_t at = 0;
    for (size_t i = 0; i < story->galley->slugs.count; i++) {
        if (at < attempt->slugs.count && attempt->slugs.items[at].slug == i)
            at++;
        else if (!(story->galley->slugs.items[i].flags & BUL_SLUG_WHITE))
            return false;
    }
    return at == attempt->slugs.count;
}

static void check_variant(desk *d, const bul_elastic *elastic,
                          const bul_variant *variant, int extra)
{
    bul_attempt attempt;
    bul_story *story = bul_elastic_story(&d->c, elastic, variant, &attempt);
    assert_true(attempt.is_done);
    assert_int_equal(story->columns, variant->columns);
    assert_true(attempt.rows <= variant->rows);
    elastics_cells p = elastics_plan(story, &attempt, variant->rows);
    assert_true(p.is_sound);
    assert_true(elastics_has_all(story, &attempt));
    assert_int_equal(attempt.wides.count, story->wides.count);
    int white = elastics_white(&p), most = variant->columns - 1;
    assert_int_equal(white, variant->blanks);
    assert_true(white <= (most > 2 ? most : 2) + extra * variant->columns);
}

void elastics_check(desk *d, const bul_elastic *elastic, int extra)
{
    for (size_t i = 0; i < elastic->areas.count; i++)
        check_variant(d, elastic, elastics_variant(elastic, i), extra);
}
