/* SPDX-License-Identifier: MIT */
/* test_diff_text.c - texts with their changes, and which became which. */
#include "proof/diff_text.h"
#include "support/world.h"

static const char *changes(world *w, const char *before, const char *after)
{
    bul_arena scratch = {0};
    bul_text text = bul_text_in(&w->arena);
    bul_diff_add_changes(&text, bul_str_from(before), bul_str_from(after),
                         &scratch);
    bul_arena_release(&scratch);
    return world_cstr(w, bul_text_str(&text));
}

static void a_changed_word_stands_in_its_context(void **state)
{
    assert_string_equal(changes(*state,
                                "一二三四五六七八九十甲一二三四五六七八九十",
                                "一二三四五六七八九十乙丙一二三四五六七八九十"),
                        "…三四五六七八九十[-甲-]{+乙丙+}一二三四五六七八…");
}

static void short_texts_are_shown_as_a_whole(void **state)
{
    assert_string_equal(changes(*state, "他说好", "他表示好"),
                        "他[-说-]{+表示+}好");
}

static void what_is_put_in_at_an_end_has_context_on_one_side(void **state)
{
    assert_string_equal(
        changes(*state, "一二三四五六七八九十", "零一二三四五六七八九十"),
        "{+零+}一二三四五六七八…");
    assert_string_equal(
        changes(*state, "一二三四五六七八九十", "一二三四五六七八九十百"),
        "…三四五六七八九十{+百+}");
    assert_string_equal(changes(*state, "", "全新"), "{+全新+}");
    assert_string_equal(changes(*state, "全删", ""), "[-全删-]");
}

static void changes_near_one_another_share_what_lies_between(void **state)
{
    assert_string_equal(
        changes(*state, "甲一二三四五六七八九十一二三四五六七乙",
                "丙一二三四五六七八九十一二三四五六七丁"),
        "[-甲-]{+丙+}一二三四五六七八九十一二三四五六七[-乙-]{+丁+}");
    assert_string_equal(
        changes(*state, "甲一二三四五六七八九十一二三四五六七八乙",
                "丙一二三四五六七八九十一二三四五六七八丁"),
        "[-甲-]{+丙+}一二三四五六七八…一二三四五六七八[-乙-]{+丁+}");
}

/* 的 alone in a sentence that was written anew says nothing. */
static void an_equal_character_amid_changes_is_drowned(void **state)
{
    assert_string_equal(
        changes(*state, "甲乙丙丁的戊己庚辛", "天地玄黄的宇宙洪荒"),
        "[-甲乙丙丁的戊己庚辛-]{+天地玄黄的宇宙洪荒+}");
    assert_string_equal(changes(*state, "甲的乙", "丙的丁"),
                        "[-甲-]{+丙+}的[-乙-]{+丁+}");
}

static void a_blank_taken_out_can_be_seen(void **state)
{
    assert_string_equal(changes(*state, "甲 乙", "甲乙"), "甲[-␣-]乙");
    assert_string_equal(changes(*state, "A B 甲", "A B 乙"),
                        "A B [-甲-]{+乙+}");
}

static void what_steers_a_terminal_is_shown_by_its_number(void **state)
{
    assert_string_equal(changes(*state, "甲\x1b[1m", "乙\x1b[1m"),
                        "[-甲-]{+乙+}<U+001B>[1m");
}

/* ---- Passages. ---- */

static bul_passages passages_of(world *w, const char *const *texts,
                                bul_passage_kind kind)
{
    bul_passages passages = {0};
    for (uint32_t i = 0; texts[i] != NULL; i++)
        *BUL_PUSH(&w->arena, &passages) = (bul_passage){
            .kind = kind, .number = i + 1, .text = bul_str_from(texts[i])};
    return passages;
}

static const char *compare(world *w, const bul_passages *before,
                           const bul_passages *after)
{
    bul_arena scratch = {0};
    bul_text text = bul_text_in(&w->arena);
    bul_diff_add_passages(&text, before, after, BUL_LANG_CHINESE, &scratch);
    bul_arena_release(&scratch);
    return world_cstr(w, bul_text_str(&text));
}

static const char *compare_blocks(world *w, const char *const *before,
                                  const char *const *after)
{
    bul_passages a = passages_of(w, before, BUL_PASSAGE_BLOCK);
    bul_passages b = passages_of(w, after, BUL_PASSAGE_BLOCK);
    return compare(w, &a, &b);
}

#define TEXTS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void equal_passages_are_not_mentioned(void **state)
{
    assert_string_equal(
        compare_blocks(*state, TEXTS("甲", "乙"), TEXTS("甲", "乙")), "");
}

static void a_paragraph_that_was_corrected_is_one_line(void **state)
{
    assert_string_equal(compare_blocks(*state,
                                       TEXTS("头", "市总工会的慰问车", "尾"),
                                       TEXTS("头", "省总工会的慰问车", "尾")),
                        "  文字　第2段：[-市-]{+省+}总工会的慰问车\n");
}

static void a_paragraph_of_other_words_is_another(void **state)
{
    assert_string_equal(compare_blocks(*state, TEXTS("市总工会的慰问车"),
                                       TEXTS("三号站台下着雨")),
                        "  文字　第1段：[-市总工会的慰问车-]\n"
                        "  文字　第1段：{+三号站台下着雨+}\n");
}

/* The new one is put before the corrected one, not in its place. */
static void the_likeliest_pairs_are_found(void **state)
{
    assert_string_equal(
        compare_blocks(*state, TEXTS("市总工会的慰问车来了"),
                       TEXTS("三号站台下着小雨", "市总工会的慰问车到了")),
        "  文字　第1段：{+三号站台下着小雨+}\n"
        "  文字　第2段：市总工会的慰问车[-来-]{+到+}了\n");
}

static void a_title_stays_a_title(void **state)
{
    world *w = *state;
    bul_passages a = passages_of(w, TEXTS("旧题"), BUL_PASSAGE_TITLE);
    bul_passages b = passages_of(w, TEXTS("另起"), BUL_PASSAGE_TITLE);
    assert_string_equal(compare(w, &a, &b), "  文字　标题：[-旧题-]{+另起+}\n");
}

static void other_bytes_are_another_picture(void **state)
{
    world *w = *state;
    bul_passages a = passages_of(w, TEXTS("图/a.jpg"), BUL_PASSAGE_PICTURE);
    bul_passages b = passages_of(w, TEXTS("图/a.jpg"), BUL_PASSAGE_PICTURE);
    a.items[0].stamp = 1;
    b.items[0].stamp = 1;
    assert_string_equal(compare(w, &a, &b), "");
    b.items[0].stamp = 2;
    assert_string_equal(compare(w, &a, &b), "  换图　图/a.jpg（文件名没变）\n");
}

static void very_many_are_taken_out_and_put_in(void **state)
{
    world *w = *state;
    bul_passages a = {0}, b = {0};
    for (int i = 0; i < 30; i++) {
        bul_str n = bul_str_int(&w->arena, i);
        *BUL_PUSH(&w->arena, &a) = (bul_passage){
            .kind = BUL_PASSAGE_BLOCK,
            .text = bul_str_join(&w->arena, BUL_STR("同样长的一句旧话"), n)};
        *BUL_PUSH(&w->arena, &b) = (bul_passage){
            .kind = BUL_PASSAGE_BLOCK,
            .text = bul_str_join(&w->arena, BUL_STR("同样长的一句新话"), n)};
    }
    const char *text = compare(w, &a, &b);
    size_t count = 0;
    for (const char *at = text; (at = strchr(at, '\n')) != NULL; at++)
        count++;
    assert_int_equal(count, 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_changed_word_stands_in_its_context),
        WORLD_TEST(short_texts_are_shown_as_a_whole),
        WORLD_TEST(what_is_put_in_at_an_end_has_context_on_one_side),
        WORLD_TEST(changes_near_one_another_share_what_lies_between),
        WORLD_TEST(an_equal_character_amid_changes_is_drowned),
        WORLD_TEST(a_blank_taken_out_can_be_seen),
        WORLD_TEST(what_steers_a_terminal_is_shown_by_its_number),
        WORLD_TEST(equal_passages_are_not_mentioned),
        WORLD_TEST(a_paragraph_that_was_corrected_is_one_line),
        WORLD_TEST(a_paragraph_of_other_words_is_another),
        WORLD_TEST(the_likeliest_pairs_are_found),
        WORLD_TEST(a_title_stays_a_title),
        WORLD_TEST(other_bytes_are_another_picture),
        WORLD_TEST(very_many_are_taken_out_and_put_in),
    };
    return cmocka_run_group_tests_name("diff_text", tests, NULL, NULL);
}
