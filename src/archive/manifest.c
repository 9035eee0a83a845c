/* SPDX-License-Identifier: MIT */
/* manifest.c - the list of sources, written and read. Reading takes only what
 * writing gives: whatever else stands there, the file is not ours. */
#include "archive/manifest.h"

#include "base/world.h"

#define HEADING       BUL_STR("bulletin-sources 1")
#define DIGEST_DIGITS 64
#define MOST_SHIFT    20 /* half millimetres */

static const char *const places[] = {[BUL_MANIFEST_ELSEWHERE] = "elsewhere",
                                     [BUL_MANIFEST_ATTACHED] = "attached",
                                     [BUL_MANIFEST_IMAGE] = "image"};

#define PLACE_COUNT (sizeof places / sizeof *places)

/* ---- Writing ---- */

static void add_name(bul_text *text, bul_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] == '\\')
            bul_text_add(text, BUL_STR("\\\\"));
        else if (name.ptr[i] == '\n')
            bul_text_add(text, BUL_STR("\\n"));
        else
            bul_text_add(text, bul_str_sub(name, i, i + 1));
    }
    bul_text_add(text, BUL_STR("\n"));
}

static void add_line(bul_text *text, const char *key, bul_str value)
{
    if (value.len == 0)
        return;
    bul_text_addf(text, "%s ", key);
    add_name(text, value);
}

static void add_sum(bul_text *text, const char *key, uint64_t sum)
{
    bul_text_addf(text, "%s %08lx%08lx", key,
                  (unsigned long)(sum >> 32 & 0xFFFFFFFF),
                  (unsigned long)(sum & 0xFFFFFFFF));
}

static void add_file(bul_text *text, const bul_manifest_file *file)
{
    bul_text_addf(text, "file %s ", places[file->place]);
    bul_text_add(text, file->key.len > 0 ? file->key : BUL_STR("-"));
    bul_text_add(text, BUL_STR(" "));
    bul_text_add_int(text, (int64_t)file->byte_count);
    bul_text_add(text, BUL_STR(" "));
    bul_text_add(text, file->digest);
    bul_text_add(text, BUL_STR(" "));
    add_name(text, file->name);
}

bul_str bul_manifest_write(const bul_manifest *manifest, bul_arena *arena)
{
    bul_text text = bul_text_in(arena);
    bul_text_add(&text, HEADING);
    bul_text_add(&text, BUL_STR("\n"));
    add_line(&text, "program", manifest->program);
    add_line(&text, "engines", manifest->engines);
    add_line(&text, "for", manifest->product);
    if (manifest->is_proof)
        add_line(&text, "proof", BUL_STR("yes"));
    if (manifest->is_without_system_fonts)
        add_line(&text, "system-fonts", BUL_STR("no"));
    if (manifest->nudge_x != 0 || manifest->nudge_y != 0)
        bul_text_addf(&text, "nudge %d %d\n", manifest->nudge_x,
                      manifest->nudge_y);
    add_line(&text, "issue", manifest->issue);
    add_line(&text, "layout", manifest->layout);
    add_line(&text, "near", manifest->near);
    for (size_t i = 0; i < manifest->pages.count; i++) {
        add_sum(&text, "page", manifest->pages.items[i]);
        bul_text_add(&text, BUL_STR("\n"));
    }
    for (size_t i = 0; i < manifest->fonts.count; i++) {
        add_sum(&text, "font", manifest->fonts.items[i].sum);
        bul_text_add(&text, BUL_STR(" "));
        add_name(&text, manifest->fonts.items[i].name);
    }
    for (size_t i = 0; i < manifest->files.count; i++)
        add_file(&text, &manifest->files.items[i]);
    return bul_text_str(&text);
}

/* ---- Reading ---- */

/* The name with its escapes undone; copied only where it has some. */
static bul_str name_from(bul_arena *arena, bul_str written)
{
    if (bul_str_find(written, BUL_STR("\\")) == written.len)
        return written;
    char *name = BUL_NEW(arena, char, written.len);
    size_t len = 0;
    for (size_t i = 0; i < written.len; i++) {
        char c = written.ptr[i];
        if (c == '\\' && i + 1 < written.len)
            c = written.ptr[++i] == 'n' ? '\n' : '\\';
        name[len++] = c;
    }
    return (bul_str){name, len};
}

/* The word before the next blank. */
static bul_str cut_word(bul_str *rest)
{
    bul_str word;
    return bul_str_cut(rest, ' ', &word) ? word : (bul_str){0};
}

static bool is_hexadecimal(bul_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return word.len > 0;
}

static bool read_sum(bul_str word, uint64_t *sum)
{
    *sum = 0;
    if (word.len != 16 || !is_hexadecimal(word))
        return false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        unsigned digit = c <= '9' ? (unsigned)c - '0' : (unsigned)c - 'a' + 10;
        *sum = *sum << 4 | digit;
    }
    return true;
}

static bool read_count(bul_str word, uint64_t *count)
{
    *count = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < '0' || word.ptr[i] > '9' || *count > INT32_MAX)
            return false;
        *count = *count * 10 + (unsigned)(word.ptr[i] - '0');
    }
    return word.len > 0;
}

static bool read_shift(bul_str word, int *shift)
{
    bool is_back = bul_str_starts(word, BUL_STR("-"));
    uint64_t count;
    if (!read_count(bul_str_sub(word, is_back, word.len), &count) ||
        count > MOST_SHIFT)
        return false;
    *shift = is_back ? -(int)count : (int)count;
    return true;
}

bool bul_manifest_is_name(bul_str name)
{
    static const bul_str folders[] = {
        BUL_STR_INIT("issue/"), BUL_STR_INIT("program/"),
        BUL_STR_INIT("options/"), BUL_STR_INIT("system/")};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (bul_str_starts(name, folders[i])) {
            bul_str rest = bul_str_sub(name, folders[i].len, name.len);
            return rest.len > 0 && !bul_path_escapes(rest);
        }
    return false;
}

static bool read_file(bul_manifest *manifest, bul_arena *arena, bul_str rest)
{
    bul_manifest_file *file = BUL_PUSH(arena, &manifest->files);
    bul_str place = cut_word(&rest);
    size_t which = 0;
    while (which < PLACE_COUNT &&
           !bul_str_equal(place, bul_str_from(places[which])))
        which++;
    file->place = (bul_manifest_place)which;
    file->key = cut_word(&rest);
    bool is_counted = read_count(cut_word(&rest), &file->byte_count);
    file->digest = cut_word(&rest);
    file->name = name_from(arena, rest);
    /* In order, so that none stands there twice. */
    bool is_next = manifest->files.count == 1 ||
                   bul_str_compare(file[-1].name, file->name) < 0;
    return which < PLACE_COUNT && is_counted && is_next &&
           file->digest.len == DIGEST_DIGITS && is_hexadecimal(file->digest) &&
           bul_manifest_is_name(file->name);
}

static bool read_font(bul_manifest *manifest, bul_arena *arena, bul_str rest)
{
    bul_manifest_font *font = BUL_PUSH(arena, &manifest->fonts);
    bool is_sum = read_sum(cut_word(&rest), &font->sum);
    font->name = name_from(arena, rest);
    return is_sum;
}

static bul_str *value_of(bul_manifest *manifest, bul_str key)
{
    const struct {
        bul_str key;
        bul_str *value;
    } values[] = {{BUL_STR("program"), &manifest->program},
                  {BUL_STR("engines"), &manifest->engines},
                  {BUL_STR("for"), &manifest->product},
                  {BUL_STR("issue"), &manifest->issue},
                  {BUL_STR("layout"), &manifest->layout},
                  {BUL_STR("near"), &manifest->near}};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (bul_str_equal(key, values[i].key))
            return values[i].value;
    return NULL;
}

static bool read_line(bul_manifest *manifest, bul_arena *arena, bul_str line)
{
    bul_str rest = line, key = cut_word(&rest);
    bul_str *value = value_of(manifest, key);
    if (value) {
        bool is_first = value->len == 0;
        *value = name_from(arena, rest);
        return is_first && value->len > 0;
    }
    if (bul_str_equal(key, BUL_STR("file")))
        return read_file(manifest, arena, rest);
    if (bul_str_equal(key, BUL_STR("font")))
        return read_font(manifest, arena, rest);
    if (bul_str_equal(key, BUL_STR("nudge")))
        return read_shift(cut_word(&rest), &manifest->nudge_x) &&
               read_shift(rest, &manifest->nudge_y);
    if (bul_str_equal(key, BUL_STR("page")))
        return read_sum(rest, BUL_PUSH(arena, &manifest->pages));
    if (bul_str_equal(line, BUL_STR("proof yes")))
        return manifest->is_proof = true;
    if (bul_str_equal(line, BUL_STR("system-fonts no")))
        return manifest->is_without_system_fonts = true;
    return false;
}

bool bul_manifest_read(bul_str text, bul_arena *arena, bul_manifest *manifest)
{
    bul_str line;
    *manifest = (bul_manifest){0};
    if (!bul_str_cut(&text, '\n', &line) || !bul_str_equal(line, HEADING))
        return false;
    while (bul_str_cut(&text, '\n', &line))
        if (!read_line(manifest, arena, line))
            return false;
    const bul_manifest_file *issue =
        bul_manifest_find(manifest, manifest->issue);
    return issue && bul_str_starts(issue->name, BUL_STR("issue/"));
}

const bul_manifest_file *bul_manifest_find(const bul_manifest *manifest,
                                           bul_str name)
{
    size_t from = 0, to = manifest->files.count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const bul_manifest_file *file = &manifest->files.items[middle];
        int order = bul_str_compare(name, file->name);
        if (order == 0)
            return file;
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return NULL;
}
