/* SPDX-License-Identifier: MIT */
/* test_makeup_json.c - a report made by hand, and what is written of it. */
#include "layout/makeup_report.h"
#include "proof/makeup_json.h"
#include "support/edition.h"

static const bul_named_article articles[] = {
    {BUL_STR_INIT("a.md"), BUL_STR_INIT("甲“一”")},
    {BUL_STR_INIT("b.md"), BUL_STR_INIT("乙\"\\\n")}};

static bul_block_report block(uint32_t article, int rank, bul_mpt title)
{
    return (bul_block_report){.article = article,
                              .file = articles[article - 1].file,
                              .title = articles[article - 1].title,
                              .rank = rank,
                              .title_size = title,
                              .columns = 2,
                              .rows = 10,
                              .head_rows = 3};
}

static bul_edition *edition_of(world *w, bul_makeup_report *report)
{
    bul_edition *edition = edition_new(w);
    edition_add_page(w, edition);
    edition->report = report;
    return edition;
}

static const char *write(world *w, const bul_edition *edition)
{
    edition_bytes bytes = {.arena = &w->arena};
    bul_makeup_subject subject = {.name = BUL_STR("一周工运"),
                                  .number = BUL_STR("46"),
                                  .articles = articles,
                                  .article_count = 2};
    assert_int_equal(bul_makeup_json_write(edition, subject, &w->arena,
                                           edition_sink(&bytes)),
                     BUL_OK);
    return world_cstr(w, (bul_str){bytes.ptr, bytes.len});
}

static void a_page_made_in_order_has_no_figures(void **state)
{
    world *w = *state;
    const char *text = write(w, edition_of(w, NULL));
    edition_find(text, "{\"report\":1,\n \"issue\":{\"name\":\"一周工运\","
                       "\"number\":\"46\",\"date\":\"2026-11-23\"},\n"
                       " \"mode\":\"flow\",\n \"pages_count\":1,\n"
                       " \"cells\":0,\n");
    edition_find(text, " \"held\":[],\n \"steps\":[],\n \"pages\":[\n"
                       "  {\"page\":1,\"flow\":true,\"columns\":0,");
    edition_find(text, "\"images\":[],\n   \"blocks\":[]}]}\n");
}

static void cells_and_blanks_are_added_up(void **state)
{
    world *w = *state;
    bul_makeup_report report = {.copy_cells = 45, .cells = 50};
    bul_page_report *page = BUL_PUSH(&w->arena, &report.pages);
    *page = (bul_page_report){.number = 1,
                              .columns = 5,
                              .rows = 10,
                              .white_rows = 1,
                              .white_cells = 3,
                              .runner_up = -1,
                              .tree = BUL_STR("(1|2)")};
    *BUL_PUSH(&w->arena, &page->blocks) = block(1, 6, 23500);
    *BUL_PUSH(&w->arena, &page->blocks) = block(2, 3, 30000);
    page->blocks.items[0].blanks = 2;
    page->blocks.items[1].column = 2;
    const char *text = write(w, edition_of(w, &report));
    edition_find(text, " \"mode\":\"modular\",");
    edition_find(text, " \"cells\":50,\n \"copy_cells\":45,\n"
                       " \"copy_permille\":900,\n \"blank_cells\":10,\n"
                       " \"blank_permille\":200,\n");
    edition_find(text, "\"cells\":50,\"blank_cells\":10,\"cost\":0,"
                       "\"runner_up\":-1,\"tree\":\"(1|2)\"");
    /* Edges at 0, 2 and 4 across, 0 and 10 down; the lower level is bigger. */
    edition_find(text, "\"x_edges\":3,\"y_edges\":2,\"concordant\":0,"
                       "\"discordant\":1,");
    edition_find(text, "\"title_points\":23.5,");
    edition_find(text, "\"title_points\":30,");
}

static void heads_that_follow_their_levels_are_counted(void **state)
{
    world *w = *state;
    bul_makeup_report report = {0};
    bul_page_report *page = BUL_PUSH(&w->arena, &report.pages);
    page->number = 1;
    *BUL_PUSH(&w->arena, &page->blocks) = block(1, 6, 30000);
    *BUL_PUSH(&w->arena, &page->blocks) = block(2, 3, 20000);
    *BUL_PUSH(&w->arena, &page->blocks) = block(2, 3, 20000); /* a tie */
    *BUL_PUSH(&w->arena, &page->blocks) = block(1, 6, 0);     /* no head */
    *BUL_PUSH(&w->arena, &page->blocks) = block(1, 6, 9000);
    BUL_LAST(&page->blocks)->jumps_from = 1; /* not its own head */
    edition_find(write(w, edition_of(w, &report)),
                 "\"concordant\":2,\"discordant\":0,");
}

static void steps_and_articles_held_have_names(void **state)
{
    world *w = *state;
    bul_makeup_report report = {0};
    *BUL_PUSH(&w->arena, &report.steps) =
        (bul_step_report){BUL_LADDER_HOLD, 3, 2, 1};
    *BUL_PUSH(&w->arena, &report.steps) =
        (bul_step_report){BUL_LADDER_WHITE, 4, 0, 2};
    *BUL_PUSH(&w->arena, &report.held) = 2;
    const char *text = write(w, edition_of(w, &report));
    edition_find(text, " \"steps\":[\n"
                       "  {\"step\":\"L4\",\"what\":\"hold\",\"page\":3,"
                       "\"article\":2,\"amount\":1},\n"
                       "  {\"step\":\"L6\",\"what\":\"white\",\"page\":4,"
                       "\"article\":0,\"amount\":2}],\n");
    edition_find(text, " \"held\":[\n  {\"article\":2,\"file\":\"b.md\","
                       "\"title\":\"乙\\\"\\\\\\u000a\"}],\n");
}

static void a_picture_is_listed_with_its_article(void **state)
{
    world *w = *state;
    bul_picture picture = {.path = BUL_STR("图/站台.jpg"),
                           .width = 1000,
                           .height = 500,
                           .orientation = 1};
    bul_edition *edition = edition_of(w, NULL);
    bul_page *page = edition->pages.items[0];
    bul_page_begin(&w->arena, page, BUL_ROLE_ARTICLE, 7);
    /* 4 in of 800 columns; a tenth is cut off at either side. */
    bul_page_add_picture(
        &w->arena, page,
        (bul_placed_picture){
            .w = 288000, .h = 144000, .crop_sides = 100, .picture = &picture});
    bul_page_end(&w->arena, page, BUL_ROLE_ARTICLE, 7);
    edition_find(write(w, edition),
                 "\"images\":[\n    {\"article\":7,\"file\":\"图/站台.jpg\","
                 "\"ppi\":200,\"crop_permille\":200}],\n");
}

static void a_sink_that_refuses_is_an_error_of_the_world(void **state)
{
    world *w = *state;
    edition_bytes bytes = {.arena = &w->arena, .refuse_at = 1};
    assert_int_equal(bul_makeup_json_write(edition_of(w, NULL),
                                           (bul_makeup_subject){0}, &w->arena,
                                           edition_sink(&bytes)),
                     BUL_IO_ERROR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_page_made_in_order_has_no_figures),
        WORLD_TEST(cells_and_blanks_are_added_up),
        WORLD_TEST(heads_that_follow_their_levels_are_counted),
        WORLD_TEST(steps_and_articles_held_have_names),
        WORLD_TEST(a_picture_is_listed_with_its_article),
        WORLD_TEST(a_sink_that_refuses_is_an_error_of_the_world),
    };
    return cmocka_run_group_tests_name("makeup_json", tests, NULL, NULL);
}
