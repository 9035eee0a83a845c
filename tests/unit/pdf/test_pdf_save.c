/* SPDX-License-Identifier: MIT */
/* Documents of a few objects, or many, in both forms. What finished bulletins
 * look like inside is in tests/pdf/test_objects.py. */
#include <string.h>

#include "pdf/haru.h"
#include "pdf/pdf_outlet.h"
#include "support/fault.h"
#include "unit/pdf/tool.h"

static const bul_haru_form plain = {.version = 4};
static const bul_haru_form packed = {.version = 7, .is_packed = true};

/* A document with an empty page, so that other programs accept it. */
static bul_haru *open_document(bul_arena *arena, bul_haru_form form)
{
    bul_haru *haru = BUL_NEW(arena, bul_haru, 1);
    bul_haru_open(haru, arena, form);
    assert_non_null(haru->doc);
    HPDF_Dict root = haru->doc->root_pages;
    HPDF_Dict page = bul_haru_object(haru);
    root->before_write_fn = NULL;
    bul_haru_put_name(page, "Type", "Page");
    bul_haru_put(page, "Parent", root);
    bul_haru_put_raw(haru, page, "MediaBox", BUL_STR("[0 0 100 100]"));
    bul_haru_put(page, "Contents",
                 bul_haru_stream(haru, BUL_STR("q Q"), BUL_HARU_PLAIN));
    bul_haru_dict(haru, page, "Resources");
    bul_haru_push(bul_haru_array(haru, root, "Kids"), page);
    bul_haru_put_int(root, "Count", 1);
    return haru;
}

static edition_bytes save_document(world *w, bul_haru *haru)
{
    edition_bytes bytes = {.arena = &w->arena};
    assert_int_equal(bul_haru_save(haru, edition_sink(&bytes)), BUL_OK);
    return bytes;
}

static void to_disk(const edition_bytes *bytes)
{
    FILE *file = fopen(pdf_path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes->ptr, 1, bytes->len, file), bytes->len);
    assert_int_equal(fclose(file), 0);
}

static void assert_sound(world *w, const edition_bytes *bytes)
{
    to_disk(bytes);
    assert_non_null(strstr(output_of(w, "qpdf --check %.pdf"),
                           "No syntax or stream encoding errors"));
}

/* Objects that hang on the catalog, each with a number of its own to be known
 * by; yields the number of the first. */
static uint32_t add_objects(bul_haru *haru, size_t count, bul_str more)
{
    uint32_t first = 0;
    HPDF_Array all = bul_haru_array(haru, haru->doc->catalog, "Many");
    for (size_t i = 0; i < count; i++) {
        HPDF_Dict object = bul_haru_object(haru);
        bul_haru_put_int(object, "Mark", (int32_t)i);
        if (more.len > 0)
            bul_haru_put_raw(haru, object, "More", more);
        bul_haru_push(all, object);
        first = first ? first : bul_haru_number(object);
    }
    return first;
}

/* ---- The plain form ---- */

/* Rows of the table that do not lead to their object. */
static size_t count_wrong_rows(const edition_bytes *bytes)
{
    const char *text = edition_objects(bytes);
    size_t at = 0, wrong = 0;
    unsigned count = 0;
    int skip = 0;
    assert_int_equal(
        sscanf(strstr(text, "\nstartxref\n"), " startxref %zu", &at), 1);
    assert_int_equal(sscanf(text + at, "xref 0 %u%n", &count, &skip), 1);
    const char *row = text + at + skip + 1;
    for (unsigned i = 1; i < count; i++) {
        char head[32], *end;
        snprintf(head, sizeof head, "%u 0 obj\n", i);
        size_t offset = strtoul(row + 20 * i, &end, 10);
        assert_memory_equal(end, " 00000 n\r\n", 10);
        wrong += strncmp(text + offset, head, strlen(head)) != 0;
    }
    return wrong;
}

static void every_row_of_a_table_leads_to_its_object(void **state)
{
    world *w = *state;
    bul_haru *haru = open_document(&w->arena, plain);
    add_objects(haru, 500, (bul_str){0});
    edition_bytes bytes = save_document(w, haru);

    assert_memory_equal(bytes.ptr, "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", 15);
    assert_int_equal(count_wrong_rows(&bytes), 0);
    assert_int_equal(edition_count(edition_objects(&bytes), "/ObjStm"), 0);

    /* One byte more before the objects moves all of them. */
    edition_bytes moved = {.arena = &w->arena};
    bul_sink sink = edition_sink(&moved);
    assert_true(sink.write(sink.state, bytes.ptr, 15));
    assert_true(sink.write(sink.state, "\n", 1));
    assert_true(sink.write(sink.state, bytes.ptr + 15, bytes.len - 15));
    char *end = strstr(moved.ptr + moved.len - 40, "startxref\n") + 10;
    snprintf(end, 16, "%lu", strtoul(end, NULL, 10) + 1);
    assert_true(count_wrong_rows(&moved) > 500);
}

static void a_plain_length_is_an_object_of_its_own(void **state)
{
    world *w = *state;
    bul_haru *haru = open_document(&w->arena, plain);
    HPDF_Dict stream = bul_haru_stream(haru, BUL_STR("four"), BUL_HARU_PLAIN);
    char keys[64], length[64];
    unsigned number = bul_haru_number(stream);
    edition_bytes bytes = save_document(w, haru);
    snprintf(keys, sizeof keys,
             "\n%u 0 obj\n<<\n/Length %u 0 R\n>>\nstream\r\nfour\nendstream\n"
             "endobj\n",
             number, number + 1);
    snprintf(length, sizeof length, "\n%u 0 obj\n4\nendobj\n", number + 1);
    edition_find(edition_objects(&bytes), keys);
    edition_find(edition_objects(&bytes), length);
}

/* ---- The packed form ---- */

static void only_streams_stand_outside_object_streams(void **state)
{
    world *w = *state;
    bul_haru *haru = open_document(&w->arena, packed);
    add_objects(haru, 500, (bul_str){0});
    bul_haru_stream(haru, BUL_STR("four"), BUL_HARU_PLAIN);
    edition_bytes bytes = save_document(w, haru);
    const char *text = edition_objects(&bytes);

    assert_memory_equal(bytes.ptr, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", 15);
    edition_find(text,
                 "<<\n/Length 4\n>>\nstream\r\nfour\nendstream\nendobj\n");
    assert_int_equal(edition_count(text, "/Type /ObjStm\n"), 3);
    assert_int_equal(edition_count(text, "/Type /XRef\n"), 1);
    assert_int_equal(edition_count(text, " 0 obj\n"), 2 + 3 + 1);
    assert_int_equal(edition_count(text, "endstream\n"), 2 + 3 + 1);
    assert_int_equal(edition_count(text, "/Mark "), 500);
    assert_int_equal(edition_count(text, "trailer"), 0);
}

/* The object that qpdf finds under a number. */
static const char *shown(world *w, uint32_t number)
{
    char command[64];
    snprintf(command, sizeof command, "qpdf --show-object=%u %%.pdf",
             (unsigned)number);
    return output_of(w, command);
}

static void qpdf_finds_every_object_in_its_place(void **state)
{
    world *w = *state;
    need(w, "qpdf");
    static const size_t counts[] = {0, 1, 190, 200, 201, 399, 400, 401, 2500};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        bul_haru *haru = open_document(&w->arena, packed);
        uint32_t first = add_objects(haru, counts[i], (bul_str){0});
        edition_bytes bytes = save_document(w, haru);
        assert_sound(w, &bytes);
        if (counts[i] == 0)
            continue;
        char last[32];
        uint32_t count = (uint32_t)counts[i];
        snprintf(last, sizeof last, "<< /Mark %u >>\n", (unsigned)count - 1);
        assert_string_equal(shown(w, first), "<< /Mark 0 >>\n");
        assert_string_equal(shown(w, first + count - 1), last);
    }
}

/* A raw value of so many bytes. */
static bul_str long_value(world *w, size_t len)
{
    char *text = BUL_NEW(&w->arena, char, len);
    memset(text, 'x', len);
    text[0] = '(';
    text[len - 1] = ')';
    return (bul_str){text, len};
}

static void values_larger_than_a_batch_fit_one(void **state)
{
    world *w = *state;
    need(w, "qpdf");
    bul_haru *haru = open_document(&w->arena, packed);
    add_objects(haru, 3, long_value(w, 30 << 10));
    HPDF_Dict large = bul_haru_object(haru);
    bul_haru_put(haru->doc->catalog, "Large", large);
    bul_haru_put_raw(haru, large, "More", long_value(w, 1 << 20));
    uint32_t after = add_objects(haru, 1, (bul_str){0});
    edition_bytes bytes = save_document(w, haru);

    assert_sound(w, &bytes);
    assert_true(strlen(shown(w, bul_haru_number(large))) > 1 << 20);
    assert_string_equal(shown(w, after), "<< /Mark 0 >>\n");
}

/* ---- Offsets of two, three and four bytes ---- */

static void offsets_are_as_wide_as_they_must_be(void **state)
{
    world *w = *state;
    need(w, "qpdf");
    static const struct {
        size_t stream_bytes;
        const char *widths;
    } cases[] = {{100, "/W [1 2 1]\n"},
                 {70000, "/W [1 3 1]\n"},
                 {17 << 20, "/W [1 4 1]\n"}};
    for (size_t i = 0; i < 3; i++) {
        bul_haru *haru = open_document(&w->arena, packed);
        bul_haru_stream(haru, long_value(w, cases[i].stream_bytes),
                        BUL_HARU_PLAIN);
        uint32_t first = add_objects(haru, 300, (bul_str){0});
        edition_bytes bytes = save_document(w, haru);
        edition_find(edition_objects(&bytes), cases[i].widths);
        assert_sound(w, &bytes);
        assert_string_equal(shown(w, first + 299), "<< /Mark 299 >>\n");
    }
}

static void qpdf_tells_of_a_damaged_cross_reference(void **state)
{
    world *w = *state;
    need(w, "qpdf");
    bul_haru *haru = open_document(&w->arena, packed);
    edition_bytes bytes = save_document(w, haru);
    bul_str all = {bytes.ptr, bytes.len};
    bytes.ptr[bul_str_find(all, BUL_STR("/W [1 2 1]")) + 6] = '3';
    to_disk(&bytes);
    assert_null(strstr(output_of(w, "qpdf --check %.pdf || true"),
                       "No syntax or stream encoding errors"));
}

static void other_programs_read_both_forms(void **state)
{
    world *w = *state;
    static const struct {
        const char *tool, *command;
    } tools[] = {
        {"pdfinfo", "pdfinfo %.pdf"},
        {"mutool", "mutool draw -F stext %.pdf"},
        {"gs", "gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=nullpage %.pdf"},
    };
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
        for (int form = 0; form < 2; form++) {
            need(w, tools[i].tool);
            bul_haru *haru = open_document(&w->arena, form ? packed : plain);
            add_objects(haru, 300, (bul_str){0});
            edition_bytes bytes = save_document(w, haru);
            to_disk(&bytes);
            const char *told = output_of(w, tools[i].command);
            if (strstr(told, "rror") || strstr(told, "repair"))
                fail_msg("%s: %s", tools[i].tool, told);
        }
}

/* ---- Names of files ---- */

static const char *id_of(const edition_bytes *bytes)
{
    return edition_find(edition_objects(bytes), "/ID [<");
}

static void the_same_document_has_the_same_name_and_bytes(void **state)
{
    world *w = *state;
    for (int i = 0; i < 2; i++) {
        edition_bytes saved[3];
        for (size_t n = 0; n < 3; n++) {
            bul_haru *haru = open_document(&w->arena, i ? packed : plain);
            add_objects(haru, 30, n < 2 ? BUL_STR("1") : BUL_STR("2"));
            saved[n] = save_document(w, haru);
        }
        assert_int_equal(saved[0].len, saved[1].len);
        assert_memory_equal(saved[0].ptr, saved[1].ptr, saved[0].len);
        assert_memory_not_equal(id_of(&saved[0]), id_of(&saved[2]), 38);
    }
}

/* ---- Sources ---- */

/* Streams that are fetched: how many are out at once, and which was last. */
typedef struct lender {
    size_t out, most, opened, closed;
    size_t fail_at; /* this one fails; 0: none */
} lender;

static const char lent[BUL_PDF_PIECE_BYTES + 10] = "lent";

static bul_status lend(void *state, bul_str *bytes)
{
    lender *l = state;
    l->opened++;
    if (l->opened == l->fail_at)
        return BUL_INPUT_ERRORS;
    l->out++;
    l->most = l->out > l->most ? l->out : l->most;
    *bytes = (bul_str){lent, sizeof lent};
    return BUL_OK;
}

static void take_back(void *state)
{
    lender *l = state;
    l->closed++;
    l->out--;
}

static bul_haru *document_of_lent(bul_arena *arena, bul_haru_form form,
                                  lender *l)
{
    bul_haru *haru = open_document(arena, form);
    for (int i = 0; i < 5; i++)
        bul_haru_stream_from(haru, (bul_haru_source){lend, take_back, l},
                             BUL_HARU_PLAIN);
    return haru;
}

static void sources_are_opened_once_and_one_at_a_time(void **state)
{
    world *w = *state;
    for (int i = 0; i < 2; i++) {
        lender l = {0};
        bul_haru *haru = document_of_lent(&w->arena, i ? packed : plain, &l);
        assert_int_equal(l.opened, 0);
        edition_bytes bytes = save_document(w, haru);
        assert_int_equal(l.opened, 5);
        assert_int_equal(l.closed, 5);
        assert_int_equal(l.most, 1);
        assert_int_equal(
            edition_count(edition_objects(&bytes), "stream\r\nlent "), 5);
    }
}

static void a_source_that_fails_ends_the_writing(void **state)
{
    world *w = *state;
    lender l = {.fail_at = 3};
    edition_bytes bytes = {.arena = &w->arena};
    bul_haru *haru = document_of_lent(&w->arena, packed, &l);
    assert_int_equal(bul_haru_save(haru, edition_sink(&bytes)),
                     BUL_INPUT_ERRORS);
    assert_int_equal(l.opened, 3);
    assert_int_equal(l.out, 0);
}

static void a_sink_that_refuses_leaves_no_source_open(void **state)
{
    world *w = *state;
    for (size_t at = 1; at < 5 * sizeof lent; at += 9000) {
        lender l = {0};
        edition_bytes bytes = {.arena = &w->arena, .refuse_at = at};
        bul_haru *haru = document_of_lent(&w->arena, packed, &l);
        assert_int_equal(bul_haru_save(haru, edition_sink(&bytes)),
                         BUL_IO_ERROR);
        assert_int_equal(l.out, 0);
    }
}

/* ---- Memory ---- */

static void save_packed(bul_arena *arena, void *closure)
{
    world *w = closure;
    bul_haru *haru = open_document(arena, packed);
    add_objects(haru, 450, (bul_str){0});
    bul_haru_put_raw(haru, haru->doc->catalog, "More",
                     long_value(w, 200 << 10));
    edition_bytes bytes = {.arena = &w->arena};
    bul_status status = bul_haru_save(haru, edition_sink(&bytes));
    assert_true(status == BUL_OK || status == BUL_NO_MEMORY);
}

static void running_out_anywhere_is_told(void **state)
{
    assert_true(fault_check(save_packed, *state) > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_row_of_a_table_leads_to_its_object),
        WORLD_TEST(a_plain_length_is_an_object_of_its_own),
        WORLD_TEST(only_streams_stand_outside_object_streams),
        WORLD_TEST(qpdf_finds_every_object_in_its_place),
        WORLD_TEST(values_larger_than_a_batch_fit_one),
        WORLD_TEST(offsets_are_as_wide_as_they_must_be),
        WORLD_TEST(qpdf_tells_of_a_damaged_cross_reference),
        WORLD_TEST(other_programs_read_both_forms),
        WORLD_TEST(the_same_document_has_the_same_name_and_bytes),
        WORLD_TEST(sources_are_opened_once_and_one_at_a_time),
        WORLD_TEST(a_source_that_fails_ends_the_writing),
        WORLD_TEST(a_sink_that_refuses_leaves_no_source_open),
        WORLD_TEST(running_out_anywhere_is_told),
    };
    return cmocka_run_group_tests_name("pdf_save", tests, make_folder,
                                       remove_folder);
}
