/* SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"
#include "support/edition.h"

static void only_harmless_links_are_made(void **state)
{
    world *w = *state;
    static const char *const urls[] = {"https://example.org/工会 (1)",
                                       "HTTP://example.org",
                                       "mailto:a@b.cn",
                                       "javascript:alert(1)",
                                       "file:///etc/passwd",
                                       "ftp://x",
                                       ""};
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
        *BUL_PUSH(&w->arena, &page->links) =
            (bul_link){1000, 2000, 30000, 10000, bul_str_from(urls[i])};
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    assert_int_equal(edition_count(pdf, "/Subtype /Link\n"), 3);
    assert_int_equal(edition_count(pdf, "/Rect [1 829.89 31 839.89]\n"), 3);
    assert_int_equal(edition_count(pdf, "/F 4\n"), 3);
    assert_int_equal(edition_count(pdf, "/Border [0 0 0]\n"), 3);
    assert_int_equal(edition_count(pdf, "/Contents <FEFF"), 3);
    /* https://example.org/%E5%B7%A5…%20(1) */
    edition_find(pdf,
                 "/URI <68747470733A2F2F6578616D706C652E6F72672F25453525423725"
                 "4135254534254243253941253230283129>");
}

static void bookmarks_lead_to_the_heads_of_articles(void **state)
{
    world *w = *state;
    edition_bytes bytes;
    edition_write(w, edition_full(w), &bytes);
    const char *pdf = edition_objects(&bytes);

    edition_find(pdf, "/Title <FEFF898195FB>");
    edition_find(pdf, "/Title <FEFF57FA5C42D842DFB7>");
    edition_find(pdf, " 0 R /XYZ null 781.89 null]\n");
    edition_find(pdf, " 0 R /XYZ null 721.89 null]\n");
    edition_find(pdf, "/Count 2\n");
    edition_find(pdf, "/PageMode /UseOutlines\n");
}

static void page_labels_count_and_may_be_words(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    edition_bytes bytes;
    for (int i = 0; i < 5; i++)
        edition_add_page(w, edition);
    edition->pages.items[3]->label = BUL_STR("附");
    edition->pages.items[4]->label = BUL_STR("9");
    edition_write(w, edition, &bytes);

    edition_find(
        edition_objects(&bytes),
        "/Nums [0 <</S/D/St 1>>\n3 <</P<FEFF9644>>>\n4 <</S/D/St 9>>\n]\n");
}

static void thousands_of_odd_labels_make_a_tree(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    edition_bytes bytes;
    for (int i = 0; i < 4500; i++)
        edition_add_page(w, edition)->label = BUL_STR("x");
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    edition_find(pdf, "/Limits [0 1999]\n");
    edition_find(pdf, "/Limits [2000 3999]\n");
    edition_find(pdf, "/Limits [4000 4499]\n");
}

static void the_metadata_agree_and_are_escaped(void **state)
{
    world *w = *state;
    edition_bytes bytes;
    edition_write(w, edition_full(w), &bytes);
    const char *pdf = edition_objects(&bytes);

    edition_find(pdf, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                      "一周工运 第46期 &lt;A&amp;B&gt;</rdf:li></rdf:Alt>");
    edition_find(pdf, "<rdf:li>市总工会</rdf:li>");
    edition_find(pdf, "<rdf:li>zh-Hans</rdf:li>");
    edition_find(pdf, "<xmp:CreateDate>2026-11-23T00:00:00Z</xmp:CreateDate>");
    edition_find(pdf, "<pdf:Producer>bulletin ");
    /* D:20261123000000Z */
    edition_find(pdf, "/CreationDate <443A32303236313132333030303030305A>");
    edition_find(pdf, "/Lang <7A682D48616E73>");
    edition_find(pdf, "/DisplayDocTitle true");
    assert_int_equal(edition_count(pdf, "Haru"), 0);
}

static void an_edition_without_a_date_has_none(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_full(w);
    edition_bytes bytes;
    edition->year = 0;
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    assert_int_equal(edition_count(pdf, "Date"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(only_harmless_links_are_made),
        WORLD_TEST(bookmarks_lead_to_the_heads_of_articles),
        WORLD_TEST(page_labels_count_and_may_be_words),
        WORLD_TEST(thousands_of_odd_labels_make_a_tree),
        WORLD_TEST(the_metadata_agree_and_are_escaped),
        WORLD_TEST(an_edition_without_a_date_has_none),
    };
    return cmocka_run_group_tests_name("pdf_meta", tests, NULL, NULL);
}
