/* SPDX-License-Identifier: MIT */
/* test_pdf_reader.c - what this room writes it reads back; plain files are
 * read too; broken ones end in nothing. */
#include <string.h>

#include "pdf/pdf_reader.h"
#include "pdf/pdf_value.h"
#include "support/edition.h"

static bul_str written(world *w, const bul_edition *edition)
{
    edition_bytes bytes = {.arena = &w->arena};
    edition_write(w, edition, &bytes);
    return (bul_str){bytes.ptr, bytes.len};
}

static void what_was_written_is_read_back(void **state)
{
    world *w = *state;
    bul_str pdf = written(w, edition_full(w));
    bul_pdf_reader *reader = bul_pdf_read(&w->arena, pdf);
    assert_non_null(reader);
    assert_true(bul_pdf_is_untouched(reader));
    bul_pdf_numbers pages = bul_pdf_pages(reader);
    assert_int_equal(pages.count, 3);
    bul_str content = bul_pdf_content_of(reader, pages.items[0]);
    assert_true(bul_str_find(content, BUL_STR("TJ")) < content.len);
    bul_str none;
    assert_false(bul_pdf_embedded(reader, "bulletin", &none));
    assert_int_equal(bul_pdf_jpegs(reader).count, 0);
}

static void a_changed_byte_is_not_untouched(void **state)
{
    world *w = *state;
    bul_str pdf = written(w, edition_full(w));
    char *copy = bul_arena_copy(&w->arena, pdf.ptr, pdf.len);
    copy[11] ^= 1; /* in the comment of the head */
    bul_pdf_reader *reader = bul_pdf_read(&w->arena, (bul_str){copy, pdf.len});
    assert_non_null(reader);
    assert_false(bul_pdf_is_untouched(reader));
}

/* No read may go beyond what there is, wherever the file ends. */
static void every_cut_is_survived(void **state)
{
    world *w = *state;
    bul_str pdf = written(w, edition_full(w));
    for (size_t len = 0; len < pdf.len; len += pdf.len / 200 + 1) {
        char *copy = bul_arena_copy(&w->arena, pdf.ptr, len + 1);
        assert_null(bul_pdf_read(&w->arena, (bul_str){copy, len}));
    }
}

#define CATALOG                                                                \
    "1 0 obj\n<</Pages 2 0 R/Names<</EmbeddedFiles<</Kids[<</Names[(bulletin)" \
    "<</EF<</F 4 0 R>>>>]>>]>>>>>>\nendobj\n"
#define PAGES "2 0 obj\n<</Kids[3 0 R]>>\nendobj\n3 0 obj\n<<>>\nendobj\n"
#define FILE_STREAM                                                            \
    "4 0 obj\n<</Length 5 0 R>>stream\nhello\nendstream\nendobj\n"             \
    "5 0 obj 5 endobj\n"

/* A file of these objects, with a table of where they begin. */
static bul_str plain_file(world *w, const char *objects, const char *trailer)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("%PDF-1.4\n"));
    size_t start = text.len;
    bul_text_add(&text, bul_str_from(objects));
    bul_text_add(&text, BUL_STR("\n"));
    bul_str body = bul_str_sub(bul_text_str(&text), start - 1, text.len);
    size_t table = text.len;
    bul_text_add(&text, BUL_STR("xref\n0 6\n0000000000 65535 f \n"));
    for (int i = 1; i < 6; i++) {
        bul_text mark = bul_text_in(&w->arena);
        bul_text_addf(&mark, "\n%d 0 obj", i);
        size_t at = bul_str_find(body, bul_text_str(&mark)) + start;
        bul_text_addf(&text, "%010zu 00000 n \n", at);
    }
    bul_text_addf(&text, "trailer\n<</Root 1 0 R%s>>\nstartxref\n%zu\n%%%%EOF",
                  trailer, table);
    return bul_text_str(&text);
}

static void a_plain_table_is_read(void **state)
{
    world *w = *state;
    bul_str bytes;
    bul_pdf_reader *reader =
        bul_pdf_read(&w->arena, plain_file(w, CATALOG PAGES FILE_STREAM, ""));
    assert_non_null(reader);
    assert_int_equal(bul_pdf_pages(reader).count, 1);
    assert_true(bul_pdf_embedded(reader, "bulletin", &bytes));
    assert_string_equal(world_cstr(w, bytes), "hello");
    assert_false(bul_pdf_embedded(reader, "other", &bytes));
    assert_false(bul_pdf_is_untouched(reader)); /* it has no /ID */
}

static void encrypted_and_endless_files_are_refused(void **state)
{
    world *w = *state;
    assert_null(bul_pdf_read(
        &w->arena, plain_file(w, CATALOG PAGES FILE_STREAM, "/Encrypt 5 0 R")));
    /* A table that names itself as the one before. */
    bul_str once = plain_file(w, CATALOG PAGES FILE_STREAM, "");
    bul_text prev = bul_text_in(&w->arena);
    bul_text_addf(&prev, "/Prev %zu", bul_str_find(once, BUL_STR("xref\n0")));
    assert_null(bul_pdf_read(&w->arena,
                             plain_file(w, CATALOG PAGES FILE_STREAM,
                                        world_cstr(w, bul_text_str(&prev)))));
}

static void objects_that_need_themselves_are_empty(void **state)
{
    static const char circles[] =
        "1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\n"
        "3 0 obj\n<</Kids[3 0 R]>>\nendobj\n"
        "4 0 obj\n<</Length 4 0 R>>stream\nx\nendstream\nendobj\n"
        "5 0 obj\n<</Length 99999>>stream\nx\nendstream\nendobj\n";
    world *w = *state;
    bul_pdf_stream stream;
    bul_pdf_reader *reader =
        bul_pdf_read(&w->arena, plain_file(w, circles, "/Pages 3 0 R"));
    assert_non_null(reader);
    assert_int_equal(bul_pdf_pages(reader).count, 0);
    assert_false(bul_pdf_stream_of(reader, 4, &stream));
    assert_false(bul_pdf_stream_of(reader, 5, &stream));
    assert_false(bul_pdf_stream_of(reader, 6, &stream));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(what_was_written_is_read_back),
        WORLD_TEST(a_changed_byte_is_not_untouched),
        WORLD_TEST(every_cut_is_survived),
        WORLD_TEST(a_plain_table_is_read),
        WORLD_TEST(encrypted_and_endless_files_are_refused),
        WORLD_TEST(objects_that_need_themselves_are_empty),
    };
    return cmocka_run_group_tests_name("pdf_reader", tests, NULL, NULL);
}
