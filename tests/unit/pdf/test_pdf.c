/* SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"
#include "support/edition.h"

/* ---- The file ---- */

static void the_file_has_its_own_header_and_an_end(void **state)
{
    world *w = *state;
    edition_bytes bytes;
    edition_write(w, edition_full(w), &bytes);

    assert_memory_equal(bytes.ptr, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", 15);
    assert_memory_equal(bytes.ptr + bytes.len - 6, "%%EOF\n", 6);
    assert_int_equal(w->diag.entries.count, 0);
}

static const char *id_of(const edition_bytes *bytes)
{
    const char *id = edition_find(edition_objects(bytes), "/ID [<");
    assert_memory_equal(id + 6, id + 6 + 35, 32);
    return id;
}

static void the_same_edition_gives_the_same_bytes(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_full(w);
    edition_bytes one, other, changed;
    edition_write(w, edition, &one);
    edition_write(w, edition, &other);

    assert_int_equal(one.len, other.len);
    assert_memory_equal(one.ptr, other.ptr, one.len);

    edition->day = 24;
    edition_write(w, edition, &changed);
    assert_memory_not_equal(id_of(&one), id_of(&changed), 38);
}

static void boxes_show_the_trim_within_the_bleed(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    edition_bytes bytes;
    edition_add_page(w, edition)->bleed = 8504;
    edition_add_page(w, edition);
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    const char *page = edition_find(pdf, "/MediaBox [0 0 612.284 858.898]\n");
    edition_find(page, "/BleedBox [0 0 612.284 858.898]\n"
                       "/TrimBox [8.504 8.504 603.78 850.394]\n");
    edition_find(pdf, "/MediaBox [0 0 595.276 841.89]\n"
                      "/BleedBox [0 0 595.276 841.89]\n"
                      "/TrimBox [0 0 595.276 841.89]\n");
}

static void many_pages_hang_in_a_tree(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    edition_bytes bytes;
    for (int i = 0; i < 600; i++)
        edition_add_page(w, edition);
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    assert_int_equal(edition_count(pdf, "/Type /Page\n"), 600);
    assert_int_equal(edition_count(pdf, "/Type /Pages\n"), 11);
    assert_int_equal(edition_count(pdf, "/Count 64\n"), 9);
    assert_int_equal(edition_count(pdf, "/Count 24\n"), 1);
    assert_int_equal(edition_count(pdf, "/Count 600\n"), 1);
}

/* ---- When something fails ---- */

static void a_font_that_forbids_embedding_stops_the_pdf(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_full(w);
    const bul_face *used =
        edition->pages.items[0]->items.items[0].as.glyphs.face;
    bul_face *forbidden = bul_arena_copy(&w->arena, used, sizeof *used);
    forbidden->may_embed = false;
    edition->pages.items[0]->items.items[0].as.glyphs.face = forbidden;
    edition_bytes bytes = {.arena = &w->arena};

    assert_int_equal(
        bul_pdf_write(edition, NULL, &w->arena, &w->diag, edition_sink(&bytes)),
        BUL_INPUT_ERRORS);
    assert_string_equal(world_last(w),
                        "error: font 'Bulletin Song' does not permit embedding "
                        "in a PDF [pdf/font-forbidden]");
}

static void a_sink_that_refuses_anywhere_gives_an_error(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_full(w);
    edition_bytes whole;
    edition_write(w, edition, &whole);
    for (size_t at = 1; at < whole.len; at += whole.len / 60 + 1) {
        edition_bytes part = {.arena = &w->arena, .refuse_at = at};
        assert_int_equal(
            bul_pdf_write(edition, NULL, &w->arena, &w->diag, edition_sink(&part)),
            BUL_IO_ERROR);
    }
    edition_bytes part = {.arena = &w->arena, .refuse_at = whole.len};
    assert_int_equal(
        bul_pdf_write(edition, NULL, &w->arena, &w->diag, edition_sink(&part)),
        BUL_OK);
}

static void memory_may_run_out_anywhere(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_full(w);
    volatile bool is_done = false;
    volatile size_t tries = 0;
    while (!is_done) {
        tries += tries < 100 ? 1 : 23;
        bul_arena arena = {.fail_after = tries};
        edition_bytes bytes = {.arena = &w->arena};
        jmp_buf escape;
        arena.escape = &escape;
        if (setjmp(escape) == 0) {
            bul_status status =
                bul_pdf_write(edition, NULL, &arena, &w->diag, edition_sink(&bytes));
            is_done = status == BUL_OK;
        }
        bul_arena_release(&arena);
    }
    assert_true(tries > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_file_has_its_own_header_and_an_end),
        WORLD_TEST(the_same_edition_gives_the_same_bytes),
        WORLD_TEST(boxes_show_the_trim_within_the_bleed),
        WORLD_TEST(many_pages_hang_in_a_tree),
        WORLD_TEST(a_font_that_forbids_embedding_stops_the_pdf),
        WORLD_TEST(a_sink_that_refuses_anywhere_gives_an_error),
        WORLD_TEST(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
