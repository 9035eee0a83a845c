/* SPDX-License-Identifier: MIT */
/* What other people's programs make of text down the page and of drawings. A
 * program that is not installed skips its test. */
#include "unit/pdf/tool.h"

static const char *const columns[] = {
    "第一列的字从上到下排，",
    "第二列——在它的左边“接”",
    "着读下去。",
};

/* Columns from right to left, as a vertical page has them. */
static bul_edition *column_edition(world *w, const char *font)
{
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    bul_face *face = pack_face(w, font);
    for (int i = 0; i < 3; i++) {
        bul_glyph_run run = edition_run_down(w, face, 10500, columns[i], 0);
        run.x = 400000 - i * 18000;
        run.y = 80000;
        bul_page_add_glyphs(&w->arena, page, run);
    }
    return edition;
}

/* The same places, but every glyph set across by itself. */
static bul_edition *scattered(world *w, const bul_edition *columns_edition)
{
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    const bul_items *items = &columns_edition->pages.items[0]->items;
    for (size_t i = 0; i < items->count; i++) {
        const bul_glyph_run *run = &items->items[i].as.glyphs;
        for (size_t g = 0; g < run->glyph_count; g++) {
            bul_glyph_run one = *run;
            size_t end = g + 1 < run->glyph_count ? run->glyphs[g + 1].text
                                                  : run->text.len;
            bul_glyph alone = {.id = run->glyphs[g].id};
            one.turn = BUL_TURN_ACROSS;
            one.x -= bul_mpt_scale(one.size,
                                   bul_face_advance(one.face, alone.id), 2000);
            one.y += run->glyphs[g].x +
                     bul_mpt_scale(one.size, BUL_SQUARE_TOP, 1000);
            one.text = bul_str_sub(run->text, run->glyphs[g].text, end);
            one.glyphs = bul_arena_copy(&w->arena, &alone, sizeof alone);
            one.glyph_count = 1;
            bul_page_add_glyphs(&w->arena, page, one);
        }
    }
    return edition;
}

static const char *const fonts[] = {"BulletinSong-Regular.otf",
                                    "BulletinHei-Bold.otf",
                                    "BulletinKai-Regular.ttf"};

/* ---- Text ---- */

static const char *whole_text(world *w)
{
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < 3; i++)
        bul_text_add(&text, bul_str_from(columns[i]));
    return bul_cstr(&w->arena, bul_text_str(&text));
}

/* Without -raw poppler looks for the order by itself. */
static void poppler_reads_columns_from_right_to_left(void **state)
{
    world *w = *state;
    need(w, "pdftotext");
    for (size_t f = 0; f < 3; f++) {
        bul_edition *edition = column_edition(w, fonts[f]);
        save(w, edition);
        assert_string_equal(
            squeezed(w, output_of(w, "pdftotext -enc UTF-8 %.pdf -")),
            whole_text(w));
        assert_string_equal(
            squeezed(w, output_of(w, "pdftotext -raw -enc UTF-8 %.pdf -")),
            whole_text(w));
        /* What only looks the same does not read the same. */
        save(w, scattered(w, edition));
        assert_string_not_equal(
            squeezed(w, output_of(w, "pdftotext -enc UTF-8 %.pdf -")),
            whole_text(w));
    }
}

static void mupdf_reads_columns_from_right_to_left(void **state)
{
    world *w = *state;
    need(w, "mutool");
    for (size_t f = 0; f < 3; f++) {
        save(w, column_edition(w, fonts[f]));
        const char *text = output_of(w, "mutool draw -q -F text %.pdf 2>&1 | "
                                        "grep -v 'ICC support'");
        assert_string_equal(squeezed(w, text), whole_text(w));
    }
}

static void vertical_fonts_are_whole_and_draw_without_complaint(void **state)
{
    world *w = *state;
    need(w, "qpdf");
    need(w, "pdffonts");
    need(w, "gs");
    for (size_t f = 0; f < 3; f++) {
        save(w, column_edition(w, fonts[f]));
        assert_non_null(strstr(output_of(w, "qpdf --check %.pdf"),
                               "No syntax or stream encoding errors"));
        const char *table = output_of(w, "pdffonts %.pdf");
        assert_int_equal(edition_count(table, "\n"), 3);
        edition_find(table, "Identity-V       yes yes yes ");
        const char *ink = output_of(w, "gs -q -o - -sDEVICE=inkcov %.pdf");
        assert_int_equal(edition_count(ink, "\n"), 1);
        edition_find(ink, "0.00000  0.00000  0.00000  0.0");
    }
}

/* ---- Places ---- */

/* The largest distance of a glyph of a run from where mutool sees it, in
 * points; 1000 where their numbers differ. */
static double largest_error(world *w, const bul_page *page,
                            const bul_glyph_run *run)
{
    const char *at = output_of(w, "mutool trace %.pdf 2>/dev/null");
    double largest = 0.0, x, y;
    size_t index = 0;
    int id;
    for (; (at = strstr(at, " glyph=\"")) != NULL; at++, index++) {
        if (index >= run->glyph_count ||
            sscanf(at, " glyph=\"%d\" x=\"%lf\" y=\"%lf\"", &id, &x, &y) != 3)
            return 1000.0;
        const bul_glyph *glyph = &run->glyphs[index];
        double half = bul_face_advance(run->face, glyph->id) / 2000.0;
        x -= BUL_PT(run->x + glyph->rise) - half * BUL_PT(run->size);
        y -= BUL_PT(page->height - run->y - glyph->x) -
             BUL_SQUARE_TOP / 1000.0 * BUL_PT(run->size);
        x = x < 0 ? -x : x;
        y = y < 0 ? -y : y;
        largest = x > largest ? x : largest;
        largest = y > largest ? y : largest;
    }
    return index == run->glyph_count ? largest : 1000.0;
}

static void upright_glyphs_stand_within_a_thousandth_of_an_em(void **state)
{
    world *w = *state;
    need(w, "mutool");
    static const bul_mpt jitters[] = {1, 7, 900};
    for (size_t j = 0; j < 9; j++) {
        bul_edition *edition = edition_new(w);
        bul_page *page = edition_add_page(w, edition);
        bul_face *face = pack_face(w, fonts[j / 3]);
        bul_glyph_run run = edition_run_down(
            w, face, 10437, "本报讯一月“十日”——市A总i工会（第四次）", 213);
        bul_glyph *moved = bul_arena_copy(&w->arena, run.glyphs,
                                          run.glyph_count * sizeof *moved);
        bul_mpt shift = 0;
        for (size_t i = 1; i < run.glyph_count; i++) {
            shift += (bul_mpt)(i * i % 3) * jitters[j % 3] - jitters[j % 3];
            moved[i].x += shift;
        }
        moved[4].rise = 1234;
        run.x = 300001;
        run.y = 50003;
        run.glyphs = moved;
        bul_page_add_glyphs(&w->arena, page, run);
        save(w, edition);
        double em = BUL_PT(run.size);
        assert_true(largest_error(w, page, &run) <= em / 1000);
        /* One glyph two thousandths off is seen. */
        moved[7].x += 21;
        assert_true(largest_error(w, page, &run) > em / 1000);
        moved[7].x -= 21;
        moved[8].rise += 21;
        assert_true(largest_error(w, page, &run) > em / 1000);
    }
}

/* ---- Rasters ---- */

/* How dark a rectangle is, in parts of 255. */
static int darkness(const raster *r, size_t x, size_t y, size_t width,
                    size_t height)
{
    unsigned long sum = 0;
    assert_true(x + width <= r->width && y + height <= r->height);
    for (size_t row = y; row < y + height; row++)
        for (size_t column = x; column < x + width; column++)
            sum += 255u - r->rgb[(row * r->width + column) * 3];
    return (int)(sum / (width * height));
}

/* A page of 300 by 300 pt with a run on it, drawn. */
static raster drawn_run(world *w, bul_glyph_run run, bul_mpt x, bul_mpt y)
{
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    page->width = page->height = 300000;
    run.x = x;
    run.y = y;
    bul_page_add_glyphs(&w->arena, page, run);
    save(w, edition);
    return draw(w);
}

static void an_upright_glyph_fills_the_square_under_its_place(void **state)
{
    world *w = *state;
    need(w, "pdftoppm");
    for (size_t f = 0; f < 3; f++) {
        bul_face *face = pack_face(w, fonts[f]);
        raster r = drawn_run(w, edition_run_down(w, face, 100000, "国", 0),
                             150000, 100000);
        assert_true(darkness(&r, 104, 104, 92, 92) > 30);
        assert_int_equal(darkness(&r, 0, 0, 300, 100), 0);
        assert_int_equal(darkness(&r, 0, 200, 300, 100), 0);
        assert_int_equal(darkness(&r, 0, 0, 100, 300), 0);
        assert_int_equal(darkness(&r, 200, 0, 100, 300), 0);
    }
}

/* An L that lies: its stem at the top, its foot at the end of it, on the left;
 * the corner between them is empty. */
static void sideways_the_tops_of_letters_point_to_the_right(void **state)
{
    world *w = *state;
    need(w, "pdftoppm");
    bul_face *face = pack_face(w, "BulletinHei-Bold.otf");
    bul_glyph_run run = edition_run(w, face, 100000, "L", 0);
    run.turn = BUL_TURN_SIDEWAYS;
    raster r = drawn_run(w, run, 100000, 100000);
    assert_true(darkness(&r, 102, 110, 66, 8) > 200);
    assert_true(darkness(&r, 102, 110, 8, 38) > 200);
    assert_int_equal(darkness(&r, 120, 130, 100, 70), 0);
    assert_int_equal(darkness(&r, 0, 0, 300, 100), 0);
    assert_int_equal(darkness(&r, 0, 0, 99, 300), 0);
    run.turn = BUL_TURN_ACROSS;
    r = drawn_run(w, run, 100000, 200000);
    assert_true(darkness(&r, 110, 132, 8, 66) > 200);
}

static void drawings_are_filled_or_drawn_with_a_round_pen(void **state)
{
    world *w = *state;
    need(w, "pdftoppm");
    static const bul_stroke corner[] = {{BUL_PEN_MOVE, {0}, {0}},
                                        {BUL_PEN_LINE, {80000}, {0}},
                                        {BUL_PEN_LINE, {80000}, {80000}}};
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    page->width = page->height = 300000;
    bul_drawing drawing = {.x = 20000,
                           .y = 20000,
                           .strokes = corner,
                           .stroke_count = 3,
                           .color = BUL_COLOR_BLACK};
    edition_draw(w, page, drawing);
    drawing.y = 160000;
    drawing.x = 160000;
    drawing.line = 20000;
    edition_draw(w, page, drawing);
    save(w, edition);
    raster r = draw(w);
    assert_true(darkness(&r, 80, 30, 15, 15) > 250);
    assert_int_equal(darkness(&r, 20, 80, 40, 20), 0);
    assert_true(darkness(&r, 160, 152, 80, 16) > 250);
    assert_int_equal(darkness(&r, 180, 180, 45, 60), 0);
    /* A round end beyond the point, a round joint at the corner. */
    assert_true(darkness(&r, 152, 158, 8, 4) > 250);
    assert_int_equal(darkness(&r, 150, 150, 2, 2), 0);
    assert_int_equal(darkness(&r, 248, 150, 2, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(poppler_reads_columns_from_right_to_left),
        WORLD_TEST(mupdf_reads_columns_from_right_to_left),
        WORLD_TEST(vertical_fonts_are_whole_and_draw_without_complaint),
        WORLD_TEST(upright_glyphs_stand_within_a_thousandth_of_an_em),
        WORLD_TEST(an_upright_glyph_fills_the_square_under_its_place),
        WORLD_TEST(sideways_the_tops_of_letters_point_to_the_right),
        WORLD_TEST(drawings_are_filled_or_drawn_with_a_round_pen),
    };
    return cmocka_run_group_tests_name("tools_turned", tests, make_folder,
                                       remove_folder);
}
