/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "text/address.h"

/* The text with [ ] around each address and ^ where a line may end in it. */
static const char *addresses(world *w, const char *text)
{
    bul_str s = bul_str_from(text);
    bul_text shown = bul_text_in(&w->arena);
    size_t end = bul_address_signs_end(s, 0);
    bul_address a = bul_address_find(s, 0, end);
    for (size_t at = 0; at <= end; at++) {
        if (at == a.end && at > a.start) {
            bul_text_add(&shown, BUL_STR("]"));
            a = bul_address_find(s, at, end);
        }
        if (at == a.start && at < a.end)
            bul_text_add(&shown, BUL_STR("["));
        if (bul_address_parts(s, &a, at))
            bul_text_add(&shown, BUL_STR("^"));
        bul_text_add(&shown, bul_str_sub(s, at, at + 1));
    }
    return bul_cstr(&w->arena, bul_text_str(&shown));
}

static void an_address_of_the_web_has_a_scheme(void **state)
{
    assert_string_equal(addresses(*state, "http://a.bc"), "[http://^a.^bc]");
    assert_string_equal(addresses(*state, "see:https://a/b"),
                        "see:[https://^a/^b]");
    assert_string_equal(addresses(*state, "//a.bc/d"), "//a.bc/d");
    assert_string_equal(addresses(*state, "1://a.bc"), "1://a.bc");
    assert_string_equal(addresses(*state, "http://"), "http://");
    assert_string_equal(addresses(*state, "http://."), "http://.");
    assert_string_equal(addresses(*state, "git+ssh://a.b"),
                        "[git+ssh://^a.^b]");
}

static void or_a_host_called_www(void **state)
{
    assert_string_equal(addresses(*state, "www.acftu.org"),
                        "[www.^acftu.^org]");
    assert_string_equal(addresses(*state, "(www.a.cn)"), "([www.^a.^cn])");
    assert_string_equal(addresses(*state, "awww.a.cn"), "awww.a.cn");
    assert_string_equal(addresses(*state, "www."), "www.");
    assert_string_equal(addresses(*state, "www.."), "www..");
}

static void an_address_of_mail_has_a_name_and_a_domain(void **state)
{
    assert_string_equal(addresses(*state, "li.si-3@acftu.org.cn"),
                        "[li.^si-3@^acftu.^org.^cn]");
    assert_string_equal(addresses(*state, "mailto:a@b.cn"),
                        "mailto:[a@^b.^cn]");
    assert_string_equal(addresses(*state, "a@b"), "a@b");
    assert_string_equal(addresses(*state, "@b.cn"), "@b.cn");
    assert_string_equal(addresses(*state, "a@.cn"), "a@.cn");
    assert_string_equal(addresses(*state, "a@b.cn,c@d.cn"),
                        "[a@^b.^cn],[c@^d.^cn]");
}

static void it_is_parted_after_its_points_only(void **state)
{
    assert_string_equal(addresses(*state, "http://a.b/c?d=e&f-g_h~i%20"),
                        "[http://^a.^b/^c?^d=^e&^f-^g_h~i%20]");
    assert_string_equal(addresses(*state, "http://a//b/.c"),
                        "[http://^a//^b/.^c]");
    assert_string_equal(addresses(*state, "a-b@c-d.cn"), "[a-b@^c-d.^cn]");
}

static void the_punctuation_after_it_is_not_of_it(void **state)
{
    assert_string_equal(addresses(*state, "http://a.cn)."),
                        "[http://^a.^cn]).");
    assert_string_equal(addresses(*state, "http://a.cn/,"),
                        "[http://^a.^cn/],");
    assert_string_equal(addresses(*state, "a@b.cn."), "[a@^b.^cn].");
}

static void its_signs_end_at_white_space_and_at_hanzi(void **state)
{
    (void)state;
    assert_int_equal(bul_address_signs_end(BUL_STR("a.b c"), 0), 3);
    assert_int_equal(bul_address_signs_end(BUL_STR("a.b会"), 0), 3);
    assert_int_equal(bul_address_signs_end(BUL_STR("a.b>"), 0), 3);
    assert_int_equal(bul_address_signs_end(BUL_STR("a.b"), 1), 3);
    assert_int_equal(bul_address_signs_end(BUL_STR("会"), 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_address_of_the_web_has_a_scheme),
        WORLD_TEST(or_a_host_called_www),
        WORLD_TEST(an_address_of_mail_has_a_name_and_a_domain),
        WORLD_TEST(it_is_parted_after_its_points_only),
        WORLD_TEST(the_punctuation_after_it_is_not_of_it),
        WORLD_TEST(its_signs_end_at_white_space_and_at_hanzi),
    };
    return cmocka_run_group_tests_name("address", tests, NULL, NULL);
}
