/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

static void a_picture_alone_on_its_line_is_a_figure(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "前\n![说明 *楷*](图/a.jpg \"摄影：岳青\"){width=2 "
                    "位置=左}\n后"),
        "p:前\nf:说明 E(楷)@图/a.jpg#摄影：岳青{width=2}{位置=左}\np:后");
    assert_string_equal(world_last(w), "");
}

static void names_of_files_may_have_blanks_and_brackets(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "![](图/站台 (1).jpg)"),
                        "f:@图/站台 (1).jpg#");
    assert_string_equal(md_shown(w, "![甲](<图/a b.jpg> “岳青 摄”)"),
                        "f:甲@图/a b.jpg#岳青 摄");
}

static void full_width_signs_are_understood(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "！[说明]（图/a.jpg）"),
                        "f:说明@图/a.jpg#");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_WIDE_SIGN), 1);
    assert_string_equal(md_shown(w, "！【说明】（图/a.jpg）\n\n"
                                    "！［甲］（b.jpg）\n\n![乙](c.jpg)"),
                        "f:说明@图/a.jpg#\nf:甲@b.jpg#\nf:乙@c.jpg#");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_WIDE_SIGN), 3);
}

static void a_file_named_in_the_text_is_a_picture(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "前\n图片：图/IMG 01.JPG\n后\n\n"
                                    "配图: b.png"),
                        "p:前\nf:@图/IMG 01.JPG#\np:后\nf:@b.png#");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_NAMED_FIGURE), 2);
}

static void a_sentence_about_pictures_is_none(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "前\n图片：本刊资料\n图片: .jpg"),
                        "p:前图片：本刊资料图片: .jpg");
    assert_string_equal(world_last(w), "");
}

static void a_picture_in_the_text_comes_after_its_paragraph(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲![乙**丙**](a.jpg \"丁\")戊\n\n己"),
                        "p:甲戊\nf:乙S(丙)@a.jpg#丁\np:己");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_INLINE_FIGURE), 1);
}

static void an_exclamation_is_no_picture(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "！真好\n\n![没写完\n\n![甲]()"),
                        "p:！真好\np:![没写完\nf:甲@#");
}

static void attributes_end_any_block(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "末段。{不拆}\n\n## 题 {keep}\n\n- 项{a=1}"),
        "p:末段。{不拆=}\nh2:题{keep=}\ni1[•]:项{a=1}");
}

static void braces_that_are_no_attributes_stay(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "集合{1, 2}\n\n空{}\n\n半}\n\n`{不拆}`"),
                        "p:集合{1, 2}\np:空{}\np:半}\np:C({不拆})");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_picture_alone_on_its_line_is_a_figure),
        WORLD_TEST(names_of_files_may_have_blanks_and_brackets),
        WORLD_TEST(full_width_signs_are_understood),
        WORLD_TEST(a_file_named_in_the_text_is_a_picture),
        WORLD_TEST(a_sentence_about_pictures_is_none),
        WORLD_TEST(a_picture_in_the_text_comes_after_its_paragraph),
        WORLD_TEST(an_exclamation_is_no_picture),
        WORLD_TEST(attributes_end_any_block),
        WORLD_TEST(braces_that_are_no_attributes_stay),
    };
    return cmocka_run_group_tests_name("markdown figure", tests, NULL, NULL);
}
