/* SPDX-License-Identifier: MIT */
/* test_elastic.c - any article fills each of its areas to the last cell. */
#include "support/elastics.h"
#include "support/random.h"

/* An article of anything, by the dice. */
static const char *any_article(desk *d, dice *chance)
{
    static const char *const keys[] = {
        "",
        "photos: [{file: p.png, caption: 图片说明}]\n",
        "photos: [{file: q.png, place: right, alt: 图}]\n",
        "photos: [{file: p.png, optional: yes, alt: 图}, {file: q.png, alt: 图}]\n",
        "box: yes\n",
        "kicker: 引题\nsubtitle: 副题\nbyline: 林小禾\n",
        "quotes: 工工工工工工工工\ntrim: bottom\n",
        "level: brief\n"};
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_add(&text, BUL_STR("---\ntitle: "));
    bul_text_add(&text, bul_str_from(desk_han(d, 2 + dice_below(chance, 14))));
    bul_text_add(&text, BUL_STR("\n"));
    bul_text_add(
        &text,
        bul_str_from(keys[dice_below(chance, sizeof keys / sizeof *keys)]));
    bul_text_add(&text, BUL_STR("---\n\n"));
    for (size_t n = 1 + dice_below(chance, 6); n > 0; n--) {
        if (dice_chance(chance, 20))
            bul_text_add(&text, BUL_STR("## 小标题\n\n"));
        bul_text_add(&text, BUL_STR("工"));
        bul_text_add(&text,
                     bul_str_from(desk_han(d, 10 + dice_below(chance, 90))));
        bul_text_add(&text, dice_chance(chance, 25) ? BUL_STR("。{可删}\n\n")
                                                    : BUL_STR("。\n\n"));
    }
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

static void law_of_areas(world *w, dice *chance)
{
    desk *d = elastics_desk(w);
    bul_elastic_scope scope = elastics_all;
    bul_template *t = bul_arena_copy(&w->arena, d->template, sizeof *t);
    bul_pull_quote_plan *plan = &t->pull_quote;
    plan->fewest = 1;
    plan->most = 2;
    plan->style = t->styles[BUL_STYLE_BODY];
    d->c.template = t;
    scope.rows = 20 + (int)dice_below(chance, 20);
    scope.may_frame = dice_chance(chance, 50);
    scope.may_drop = scope.may_drop_text = dice_chance(chance, 50);
    scope.extra_blanks = (int)dice_below(chance, 2);
    bul_elastic *elastic = elastics_set(d, any_article(d, chance), scope);
    assert_true(
        elastics_are_sorted(elastic->areas.items, elastic->areas.count));
    elastics_check(d, elastic, scope.extra_blanks);
}

static void areas_of_any_article_are_filled(void **state)
{
    dice_check(law_of_areas, *state, 60);
}

static void the_check_of_cells_finds_what_is_spoilt(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic *elastic = elastics_set(
        d,
        elastics_article(d, "photos: [{file: p.png, width: 2, alt: 图}]\n", 20),
        elastics_all);
    const bul_variant *variant = elastics_variant(elastic, 0);
    bul_attempt attempt;
    bul_story *story = bul_elastic_story(&d->c, elastic, variant, &attempt);
    assert_true(elastics_plan(story, &attempt, variant->rows).is_sound);
    elastics_cells deeper = elastics_plan(story, &attempt, variant->rows + 1);
    assert_true(elastics_white(&deeper) >= variant->columns);
    assert_false(elastics_plan(story, &attempt, variant->rows - 3).is_sound);

    attempt.slugs.items[3].row--;
    assert_false(elastics_plan(story, &attempt, variant->rows).is_sound);
    attempt.slugs.items[3].row++;
    attempt.wides.items[0].row++;
    assert_false(elastics_plan(story, &attempt, variant->rows).is_sound);
    assert_true(elastics_has_all(story, &attempt));
    attempt.slugs.count--;
    assert_false(elastics_has_all(story, &attempt));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(areas_of_any_article_are_filled),
        WORLD_TEST(the_check_of_cells_finds_what_is_spoilt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
