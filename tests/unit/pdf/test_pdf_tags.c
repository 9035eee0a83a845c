/* SPDX-License-Identifier: MIT */
#include "pdf/pdf_tags.h"
#include "support/world.h"

static const bul_item words = {.type = BUL_ITEM_GLYPHS};
static const bul_item rule = {.type = BUL_ITEM_BAR};
static const bul_item photo = {.type = BUL_ITEM_PICTURE};

/* Shows an item within the marks; yields its element. */
static size_t show(bul_tag_path *path, const bul_mark *marks, size_t count,
                   const bul_item *item)
{
    for (size_t i = 0; i < count; i++)
        bul_tag_path_begin(path, marks[i]);
    size_t tag = bul_tag_path_of(path, item);
    if (tag != BUL_TAG_ARTIFACT)
        bul_tag_path_show(path, tag);
    for (size_t i = 0; i < count; i++)
        bul_tag_path_end(path);
    return tag;
}

#define SHOW(path, item, ...)                                                  \
    show((path), (const bul_mark[]){__VA_ARGS__},                              \
         sizeof((const bul_mark[]){__VA_ARGS__}) / sizeof(bul_mark), (item))

static const bul_edition edition = {0};
static const bul_mark art = {BUL_ROLE_ARTICLE, 1};

static void a_paragraph_over_two_pages_is_one(void **state)
{
    world *w = *state;
    bul_tags tags;
    bul_tags_init(&tags, &w->arena, &edition);
    bul_tag_path path = bul_tags_page(&tags, 0);
    size_t first = SHOW(&path, &words, art, {BUL_ROLE_PARAGRAPH, 3});
    path = bul_tags_page(&tags, 1);
    size_t other = SHOW(&path, &words, art, {BUL_ROLE_PARAGRAPH, 4});
    size_t again = SHOW(&path, &words, art, {BUL_ROLE_PARAGRAPH, 3});

    assert_string_equal(bul_tag_type(&tags, first), "P");
    assert_int_equal(first, again);
    assert_int_not_equal(first, other);
    assert_int_equal(tags.items.items[first - 1].parts.count, 2);
    assert_int_equal(tags.pages.items[0].count, 1);
    assert_int_equal(tags.pages.items[1].count, 2);
}

static void a_title_is_a_heading_once(void **state)
{
    world *w = *state;
    bul_tags tags;
    bul_tags_init(&tags, &w->arena, &edition);
    bul_tag_path path = bul_tags_page(&tags, 0);
    size_t title = SHOW(&path, &words, art, {BUL_ROLE_HEADLINE, 0});
    size_t head = SHOW(&path, &words, art, {BUL_ROLE_CROSSHEAD, 2});
    path = bul_tags_page(&tags, 3);
    size_t again = SHOW(&path, &words, art, {BUL_ROLE_HEADLINE, 0});

    assert_string_equal(bul_tag_type(&tags, title), "H1");
    assert_string_equal(bul_tag_type(&tags, head), "H2");
    assert_string_equal(bul_tag_type(&tags, again), "P");
}

static void crossheads_without_a_title_begin_at_one(void **state)
{
    world *w = *state;
    bul_tags tags;
    bul_tags_init(&tags, &w->arena, &edition);
    bul_tag_path path = bul_tags_page(&tags, 0);
    size_t head = SHOW(&path, &words, art, {BUL_ROLE_CROSSHEAD, 2});
    assert_string_equal(bul_tag_type(&tags, head), "H1");
}

static void items_in_a_row_are_one_list(void **state)
{
    world *w = *state;
    bul_tags tags;
    bul_tags_init(&tags, &w->arena, &edition);
    bul_tag_path path = bul_tags_page(&tags, 0);
    size_t one = SHOW(&path, &words, art, {BUL_ROLE_LIST_ITEM, 4});
    size_t two = SHOW(&path, &words, art, {BUL_ROLE_LIST_ITEM, 5});
    SHOW(&path, &words, art, {BUL_ROLE_PARAGRAPH, 6});
    size_t three = SHOW(&path, &words, art, {BUL_ROLE_LIST_ITEM, 7});
    const bul_tag *items = tags.items.items;
    size_t list_of_one = items[items[one - 1].parent - 1].parent;
    size_t list_of_two = items[items[two - 1].parent - 1].parent;
    size_t list_of_three = items[items[three - 1].parent - 1].parent;

    assert_string_equal(bul_tag_type(&tags, one), "LBody");
    assert_string_equal(bul_tag_type(&tags, list_of_one), "L");
    assert_int_equal(list_of_one, list_of_two);
    assert_int_not_equal(list_of_one, list_of_three);
}

static void words_of_a_figure_are_its_caption(void **state)
{
    world *w = *state;
    bul_tags tags;
    bul_tags_init(&tags, &w->arena, &edition);
    bul_tag_path path = bul_tags_page(&tags, 0);
    bul_tag_path_begin(&path, art);
    bul_tag_path_begin(&path, (bul_mark){BUL_ROLE_FIGURE, 0});
    size_t figure = bul_tag_path_of(&path, &photo);
    size_t caption = bul_tag_path_of(&path, &words);

    assert_string_equal(bul_tag_type(&tags, figure), "Figure");
    assert_string_equal(bul_tag_type(&tags, caption), "Caption");
    assert_int_equal(tags.items.items[caption - 1].parent, figure);
}

static void the_first_row_of_a_table_is_its_head(void **state)
{
    world *w = *state;
    bul_tags tags;
    bul_tags_init(&tags, &w->arena, &edition);
    bul_tag_path path = bul_tags_page(&tags, 0);
    bul_tag_path_begin(&path, art);
    bul_tag_path_begin(&path, (bul_mark){BUL_ROLE_TABLE, 2});
    size_t title = bul_tag_path_of(&path, &words);
    size_t head = SHOW(&path, &words, {BUL_ROLE_ROW, 1}, {BUL_ROLE_CELL, 1});
    size_t cell = SHOW(&path, &words, {BUL_ROLE_ROW, 2}, {BUL_ROLE_CELL, 1});
    size_t note = bul_tag_path_of(&path, &words);

    assert_string_equal(bul_tag_type(&tags, head), "TH");
    assert_string_equal(bul_tag_type(&tags, cell), "TD");
    assert_string_equal(bul_tag_type(&tags, title), "P");
    assert_int_not_equal(title, note);
    assert_int_equal(bul_tag_path_of(&path, &rule), BUL_TAG_ARTIFACT);
}

static void furniture_is_not_read_out_but_the_masthead_is(void **state)
{
    world *w = *state;
    bul_tags tags;
    bul_tags_init(&tags, &w->arena, &edition);
    bul_tag_path path = bul_tags_page(&tags, 0);
    size_t folio = SHOW(&path, &words, {BUL_ROLE_FURNITURE, 0});
    size_t name =
        SHOW(&path, &words, {BUL_ROLE_FURNITURE, 0}, {BUL_ROLE_MASTHEAD, 0});
    size_t loose = bul_tag_path_of(&path, &words);

    assert_int_equal(folio, BUL_TAG_ARTIFACT);
    assert_int_equal(loose, BUL_TAG_ARTIFACT);
    assert_string_equal(bul_tag_type(&tags, name), "P");
    assert_string_equal(bul_tag_type(&tags, tags.items.items[name - 1].parent),
                        "Masthead");
}

static void an_index_is_a_table_of_contents(void **state)
{
    world *w = *state;
    bul_tags tags;
    bul_tags_init(&tags, &w->arena, &edition);
    bul_tag_path path = bul_tags_page(&tags, 0);
    size_t one = SHOW(&path, &words, {BUL_ROLE_ENTRY, 0});
    size_t two = SHOW(&path, &words, {BUL_ROLE_ENTRY, 0});
    const bul_tag *items = tags.items.items;
    size_t first = items[one - 1].parent, second = items[two - 1].parent;

    assert_string_equal(bul_tag_type(&tags, first), "TOCI");
    assert_int_not_equal(first, second);
    assert_int_equal(items[first - 1].parent, items[second - 1].parent);
    assert_string_equal(bul_tag_type(&tags, items[first - 1].parent), "TOC");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_paragraph_over_two_pages_is_one),
        WORLD_TEST(a_title_is_a_heading_once),
        WORLD_TEST(crossheads_without_a_title_begin_at_one),
        WORLD_TEST(items_in_a_row_are_one_list),
        WORLD_TEST(words_of_a_figure_are_its_caption),
        WORLD_TEST(the_first_row_of_a_table_is_its_head),
        WORLD_TEST(furniture_is_not_read_out_but_the_masthead_is),
        WORLD_TEST(an_index_is_a_table_of_contents),
    };
    return cmocka_run_group_tests_name("pdf_tags", tests, NULL, NULL);
}
