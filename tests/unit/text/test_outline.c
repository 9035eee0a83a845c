/* SPDX-License-Identifier: MIT */
#include "support/pack_face.h"

#define ROOM 512

typedef struct drawn {
    bul_outline_step steps[ROOM];
    size_t count;
} drawn;

static drawn *draw(world *w, const char *font, uint32_t code_point)
{
    bul_face *face = pack_face(w, font);
    drawn *d = BUL_NEW(&w->arena, drawn, 1);
    d->count = bul_face_outline(face, bul_face_glyph(face, code_point),
                                d->steps, ROOM);
    assert_in_range(d->count, 0, ROOM);
    return d;
}

static void assert_closed(const drawn *d, size_t contours)
{
    bool is_open = false;
    size_t closed = 0;
    for (size_t i = 0; i < d->count; i++) {
        assert_int_equal(d->steps[i].pen == BUL_OUTLINE_MOVE, !is_open);
        is_open = d->steps[i].pen != BUL_OUTLINE_CLOSE;
        closed += !is_open;
    }
    assert_false(is_open);
    assert_int_equal(closed, contours);
}

static void every_contour_begins_and_is_closed(void **state)
{
    assert_closed(draw(*state, "BulletinSong-Regular.otf", 'o'), 2);
    assert_closed(draw(*state, "BulletinKai-Regular.ttf", 'o'), 2);
    assert_closed(draw(*state, "BulletinSong-Regular.otf", 0x56DE), 4); /* 回 */
}

static void points_lie_on_the_ink_of_the_glyph(void **state)
{
    static const char *const fonts[] = {"BulletinSong-Regular.otf",
                                        "BulletinKai-Regular.ttf"};
    for (size_t f = 0; f < 2; f++) {
        bul_face *face = pack_face(*state, fonts[f]);
        const drawn *d = draw(*state, fonts[f], 0x6C38); /* 永 */
        int left, right;
        assert_true(
            bul_face_ink(face, bul_face_glyph(face, 0x6C38), &left, &right));
        int32_t least = INT32_MAX;
        int32_t most = INT32_MIN;
        for (size_t i = 0; i < d->count; i++) {
            int p = d->steps[i].pen == BUL_OUTLINE_CURVE ? 2 : 0;
            int32_t x = d->steps[i].x[p];
            if (d->steps[i].pen == BUL_OUTLINE_CLOSE)
                continue;
            least = x < least ? x : least;
            most = x > most ? x : most;
        }
        int32_t em = (int32_t)face->units_per_em;
        assert_in_range(least * 1000 / em, left, left + 20);
        assert_in_range(most * 1000 / em, right - 20, right + 1);
    }
}

/* A quadratic with its one handle q from a to b is a cubic with handles at
 * two thirds of the way to q; so handles never lie on one point off the
 * curve, as they would if the handle were given twice. */
static void truetype_curves_are_told_as_cubics(void **state)
{
    const drawn *d = draw(*state, "BulletinKai-Regular.ttf", 'o');
    size_t curves = 0;
    for (size_t i = 0; i < d->count; i++) {
        const bul_outline_step *s = &d->steps[i];
        if (s->pen != BUL_OUTLINE_CURVE)
            continue;
        curves++;
        assert_true(s->x[0] != s->x[1] || s->y[0] != s->y[1]);
    }
    assert_true(curves >= 8);
}

static void an_empty_glyph_has_no_outline(void **state)
{
    assert_int_equal(draw(*state, "BulletinSong-Regular.otf", ' ')->count, 0);
}

static void no_more_is_written_than_there_is_room_for(void **state)
{
    bul_face *face = pack_face(*state, "BulletinSong-Regular.otf");
    uint32_t glyph = bul_face_glyph(face, 'o');
    bul_outline_step steps[4] = {{0}};
    steps[3].x[0] = 4711;
    size_t count = bul_face_outline(face, glyph, NULL, 0);

    assert_true(count > 4);
    assert_int_equal(bul_face_outline(face, glyph, steps, 3), count);
    assert_int_equal(steps[0].pen, BUL_OUTLINE_MOVE);
    assert_int_equal(steps[3].x[0], 4711);
    /* Control: with room for it, it is written. */
    bul_face_outline(face, glyph, steps, 4);
    assert_int_not_equal(steps[3].x[0], 4711);
}

static void a_glyph_beyond_the_last_has_no_outline(void **state)
{
    bul_face *face = pack_face(*state, "BulletinSong-Regular.otf");
    assert_int_equal(bul_face_outline(face, 0xFFFFFF, NULL, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_contour_begins_and_is_closed),
        WORLD_TEST(points_lie_on_the_ink_of_the_glyph),
        WORLD_TEST(truetype_curves_are_told_as_cubics),
        WORLD_TEST(an_empty_glyph_has_no_outline),
        WORLD_TEST(no_more_is_written_than_there_is_room_for),
        WORLD_TEST(a_glyph_beyond_the_last_has_no_outline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
