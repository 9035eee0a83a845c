/* SPDX-License-Identifier: MIT */
#include "layout/copyfit.h"
#include "support/world.h"

static const bul_article *article_of(world *w, const char *paragraph)
{
    bul_article *article = BUL_NEW(&w->arena, bul_article, 1);
    bul_block *block = BUL_PUSH(&w->arena, &article->blocks);
    block->kind = BUL_BLOCK_CROSSHEAD;
    block = BUL_PUSH(&w->arena, &article->blocks);
    block->kind = BUL_BLOCK_PARAGRAPH;
    *BUL_PUSH(&w->arena, &block->runs) = (bul_run){.text = BUL_STR("工会，")};
    *BUL_PUSH(&w->arena, &block->runs) =
        (bul_run){.text = bul_str_from(paragraph)};
    return article;
}

static bul_str edited(world *w, const char *paragraph, bul_repair_kind kind,
                      int characters)
{
    const bul_article *article = article_of(w, paragraph);
    bul_repair repair = {.kind = kind};
    *BUL_PUSH(&w->arena, &repair.places) = (bul_repair_place){1, 1, characters};
    const bul_article *after = bul_copyfit_edit(&w->arena, article, &repair);
    assert_string_equal(
        world_cstr(w, article->blocks.items[1].runs.items[1].text), paragraph);
    const bul_runs *runs = &after->blocks.items[1].runs;
    return bul_str_join(&w->arena, runs->items[0].text, runs->items[1].text);
}

#define IS(want, ...)                                                          \
    assert_string_equal(world_cstr(w, edited(w, __VA_ARGS__)), want)

static void characters_go_before_the_closing_mark(void **state)
{
    world *w = *state;
    IS("工会，开了。", "开了三天会。", BUL_REPAIR_CUT, 3);
    IS("工会，他说开。”", "他说开了会。”", BUL_REPAIR_CUT, 2);
    IS("工会，开了", "开了会", BUL_REPAIR_CUT, 1);
}

static void a_cut_goes_on_in_the_run_before(void **state)
{
    world *w = *state;
    IS("工会。", "开会。", BUL_REPAIR_CUT, 3);
    IS("。", "开会。", BUL_REPAIR_CUT, 9);
}

static void characters_come_before_the_closing_mark(void **state)
{
    world *w = *state;
    IS("工会，开会工工。", "开会。", BUL_REPAIR_ADD, 2);
    IS("工会，开会工", "开会", BUL_REPAIR_ADD, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(characters_go_before_the_closing_mark),
        WORLD_TEST(a_cut_goes_on_in_the_run_before),
        WORLD_TEST(characters_come_before_the_closing_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
