/* SPDX-License-Identifier: MIT */
/* paper.c - the A sizes, sides with units, and sizes.yaml. */
#include "template/paper.h"

#include <stdio.h>

#include "base/utf8.h"
#include "source/near.h"
#include "source/schema.h"

#define FOLDER        BUL_STR("layouts/papers")
#define FILE_NAME     BUL_STR("sizes.yaml")
#define EXAMPLES      BUL_STR("A4、四开、大16开")
#define LONGEST_SIDES 48 /* bytes; "275.5毫米" takes a dozen */

/* ---- Without a file. ---- */

typedef struct named_paper {
    bul_str name;
    double width_mm, height_mm;
} named_paper;

/* ISO 216, GB/T 148. */
static const named_paper papers[] = {
    {BUL_STR_INIT("A0"), 841, 1189}, {BUL_STR_INIT("A1"), 594, 841},
    {BUL_STR_INIT("A2"), 420, 594},  {BUL_STR_INIT("A3"), 297, 420},
    {BUL_STR_INIT("A4"), 210, 297},  {BUL_STR_INIT("A5"), 148, 210},
    {BUL_STR_INIT("A6"), 105, 148},
};
#define PAPER_COUNT (sizeof papers / sizeof papers[0])

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

/* 16k is 16K. */
static bool is_same(bul_str a, bul_str b)
{
    for (size_t i = 0; a.len == b.len && i < a.len; i++)
        if (upper(a.ptr[i]) != upper(b.ptr[i]))
            return false;
    return a.len == b.len;
}

static const named_paper *find_standard(bul_str name)
{
    for (size_t i = 0; i < PAPER_COUNT; i++)
        if (is_same(papers[i].name, name))
            return &papers[i];
    return NULL;
}

static bool read_side(bul_str text, bul_mpt *length)
{
    bul_measure_base none = {0};
    return bul_measure_read(bul_str_trim(text), none, length) && *length > 0;
}

static bool is_of_number(uint32_t c)
{
    return (c >= '0' && c <= '9') || c == '.' || (c >= 0xFF10 && c <= 0xFF19) ||
           c == 0xFF0E; /* full-width */
}

/* What follows the number. */
static bul_str unit_of(bul_str side)
{
    side = bul_str_trim(side);
    size_t unit = 0;
    for (size_t at = 0; at < side.len; unit = at)
        if (!is_of_number(bul_utf8_next(side, &at)))
            break;
    return bul_str_trim(bul_str_sub(side, unit, side.len));
}

/* A side, in its own unit or else in that of the other. */
static bool read_side_like(bul_str side, bul_str other, bul_mpt *length)
{
    char text[LONGEST_SIDES];
    bul_str unit = unit_of(other);
    side = bul_str_trim(side);
    if (unit.len == 0 || unit_of(side).len > 0)
        return read_side(side, length);
    if (side.len == 0 || side.len + unit.len >= sizeof text)
        return false;
    snprintf(text, sizeof text, "%.*s%.*s", (int)side.len, side.ptr,
             (int)unit.len, unit.ptr);
    return read_side(bul_str_from(text), length);
}

static bool cut_at(bul_str text, bul_str sign, bul_mpt *width, bul_mpt *height)
{
    size_t at = bul_str_find(text, sign);
    if (at == text.len)
        return false;
    bul_str left = bul_str_sub(text, 0, at);
    bul_str right = bul_str_sub(text, at + sign.len, text.len);
    bul_mpt across, down;
    if (!read_side_like(left, right, &across) ||
        !read_side_like(right, left, &down))
        return false;
    *width = across;
    *height = down;
    return true;
}

bool bul_paper_read(bul_str text, bul_mpt *width, bul_mpt *height)
{
    text = bul_str_trim(text);
    const named_paper *standard = find_standard(text);
    if (standard) {
        *width = bul_mpt_from_mm(standard->width_mm);
        *height = bul_mpt_from_mm(standard->height_mm);
        return true;
    }
    return cut_at(text, BUL_STR("x"), width, height) ||
           cut_at(text, BUL_STR("×"), width, height);
}

/* ---- The file. ---- */

static const bul_schema text_schema = {.forms = BUL_FORM_TEXT};
static const bul_schema texts = {.forms = BUL_FORM_TEXT | BUL_FORM_LIST,
                                 .items = &text_schema};
static const bul_schema_key paper_keys[] = {
    {"size", "尺寸", &text_schema, true, "先宽后高，如 210×285毫米",
     "width, then height, such as 210mm x 285mm"},
    {"names", "别名", &texts, false, "别名，可以几个", "further names"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema paper_map = {.forms = BUL_FORM_MAP, .keys = paper_keys};
static const bul_schema sizes = {.forms = BUL_FORM_TABLE, .items = &paper_map};

const bul_schema *bul_paper_schema(void)
{
    return &sizes;
}

static void report_standard(const bul_opener *opener, bul_str name,
                            bul_span span)
{
    const named_paper *standard = find_standard(name);
    if (standard == NULL)
        return;
    bul_text size = bul_text_in(opener->arena);
    bul_text_addf(&size, "%.0f × %.0f", standard->width_mm,
                  standard->height_mm);
    bul_report(opener->diag, BUL_MSG_LAYOUT_PAPER_OF_STANDARD, span,
               BUL_ARGS(standard->name, bul_text_str(&size)));
}

/* NULL where the folder has no such file. */
static const bul_yaml *read_file(const bul_opener *asked, const char *dir)
{
    bul_opener opener = *asked;
    bul_str bytes;
    bul_source source;
    opener.root = bul_path_join(opener.arena, bul_str_from(dir), FOLDER);
    if (bul_file_peek(&opener, FILE_NAME, BUL_ISSUE_MAX_BYTES, &bytes) !=
            BUL_WORLD_OK ||
        !bul_source_from_bytes(&opener, FILE_NAME, bytes, &source))
        return NULL;
    bul_yaml_part part = {&source, 0, source.text.len};
    bul_yaml *root = bul_yaml_read(opener.arena, opener.diag, part, &sizes);
    bul_schema_check(opener.arena, opener.diag, &sizes, root);
    for (size_t i = 0; i < root->entries.count; i++) {
        const bul_yaml_entry *entry = &root->entries.items[i];
        const bul_yaml *names = bul_yaml_find(entry->value, "names");
        report_standard(&opener, entry->key, entry->key_span);
        for (size_t j = 0; j < bul_yaml_item_count(names); j++)
            report_standard(&opener, bul_yaml_item(names, j)->text,
                            bul_yaml_item(names, j)->span);
    }
    return root;
}

static bool is_called(const bul_yaml_entry *entry, bul_near *near)
{
    if (is_same(entry->key, near->word))
        return true;
    bul_near_offer(near, entry->key);
    const bul_yaml *names = bul_yaml_find(entry->value, "names");
    size_t count = bul_yaml_item_count(names);
    for (size_t i = 0; i < count; i++) {
        bul_str name = bul_yaml_item(names, i)->text;
        if (is_same(name, near->word))
            return true;
        bul_near_offer(near, name);
    }
    return false;
}

/* The paper's entry in the first folder that has it, or NULL. */
static const bul_yaml *find_entry(const bul_opener *opener,
                                  const char *const *data_dirs, bul_near *near)
{
    for (const char *const *dir = data_dirs; dir && *dir; dir++) {
        const bul_yaml *root = read_file(opener, *dir);
        for (size_t i = 0; root && i < root->entries.count; i++)
            if (is_called(&root->entries.items[i], near))
                return root->entries.items[i].value;
    }
    return NULL;
}

bool bul_paper_find(const bul_opener *opener, const char *const *data_dirs,
                    const bul_wanted_paper *wanted, bul_mpt *width,
                    bul_mpt *height)
{
    if (bul_paper_read(wanted->text, width, height))
        return true;
    bul_near near = {.word = bul_str_trim(wanted->text)};
    const bul_yaml *paper = find_entry(opener, data_dirs, &near);
    if (paper == NULL) {
        bul_report(
            opener->diag, wanted->unknown, wanted->span,
            BUL_ARGS(near.word, near.best.len > 0 ? near.best : EXAMPLES));
        return false;
    }
    /* A paper without a size has been reported as key/missing. */
    bul_str size = bul_yaml_text(paper, "size");
    if (size.len == 0)
        return false;
    if (bul_paper_read(size, width, height))
        return true;
    bul_report(opener->diag, BUL_MSG_LAYOUT_BAD_PAPER,
               bul_yaml_span(paper, "size"), BUL_ARGS(size, BUL_STR("A4")));
    return false;
}

/* ---- The list. ---- */

typedef BUL_LIST(bul_str) named_before;

/* False where a folder before has that name: its paper is taken. */
static bool note_name(bul_arena *arena, named_before *before, bul_str name)
{
    for (size_t i = 0; i < before->count; i++)
        if (is_same(before->items[i], name))
            return false;
    *BUL_PUSH(arena, before) = name;
    return true;
}

static void add_paper(bul_text *text, bul_str name, bul_mpt width,
                      bul_mpt height)
{
    bul_text_add(text, name);
    bul_text_addf(text, "  %.5g × %.5g mm", BUL_MM(width), BUL_MM(height));
}

static void add_entry(bul_text *text, const bul_yaml_entry *entry)
{
    bul_mpt width, height;
    const bul_yaml *names = bul_yaml_find(entry->value, "names");
    if (!bul_paper_read(bul_yaml_text(entry->value, "size"), &width, &height))
        return;
    add_paper(text, entry->key, width, height);
    for (size_t i = 0; i < bul_yaml_item_count(names); i++) {
        bul_text_add(text, i > 0 ? BUL_STR("、") : BUL_STR("  "));
        bul_text_add(text, bul_yaml_item(names, i)->text);
    }
    bul_text_add(text, BUL_STR("\n"));
}

void bul_paper_list(const bul_opener *opener, const char *const *data_dirs,
                    bul_text *text)
{
    named_before before = {0};
    for (size_t i = 0; i < PAPER_COUNT; i++) {
        add_paper(text, papers[i].name, bul_mpt_from_mm(papers[i].width_mm),
                  bul_mpt_from_mm(papers[i].height_mm));
        bul_text_add(text, BUL_STR("\n"));
        note_name(opener->arena, &before, papers[i].name);
    }
    for (const char *const *dir = data_dirs; dir && *dir; dir++) {
        const bul_yaml *root = read_file(opener, *dir);
        for (size_t i = 0; root && i < root->entries.count; i++)
            if (note_name(opener->arena, &before, root->entries.items[i].key))
                add_entry(text, &root->entries.items[i]);
    }
}
