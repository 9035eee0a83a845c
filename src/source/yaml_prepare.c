/* SPDX-License-Identifier: MIT */
/* yaml_prepare.c - the tolerant lexer: small slips of the hand are mended
 * before the library sees them.
 *
 * Mended are only lines whose first word is a key the schema knows; whatever
 * else a line holds is the business of YAML. Lines inside block text (`|`) are
 * left alone. A full-width colon has three bytes and becomes ":  ", so that
 * offsets stay; a space that is missing after a colon is put in, and where is
 * remembered. */
#include <string.h>

#include "source/schema.h"
#include "source/yaml_parts.h"

#define WIDE_COLON "\xEF\xBC\x9A"
#define WIDE_SPACE "\xE3\x80\x80"

typedef struct preparing {
    bul_arena *arena;
    bul_diag *diag;
    const bul_schema *schema;
    bul_str rest; /* of the part, from the present line on */
    size_t source_at;
    bul_yaml_copy copy;
    const bul_schema_key *parent; /* the latest key that was not an item's */
    bool in_block;                /* inside block text … */
    size_t block_indent;          /* … of a key indented so far */
} preparing;

/* Spaces put in before an offset of the copy. */
static size_t insertions_before(const bul_yaml_copy *copy, size_t offset)
{
    size_t low = 0;
    size_t high = copy->insertions.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (copy->insertions.items[middle] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bul_span bul_yaml_copy_span(const bul_yaml_copy *copy, size_t from, size_t to)
{
    size_t start = copy->from + from - insertions_before(copy, from);
    size_t end = copy->from + to - insertions_before(copy, to);
    return (bul_span){copy->file, (uint32_t)start, (uint32_t)end};
}

size_t bul_yaml_copy_offset(const bul_yaml_copy *copy, size_t file_offset)
{
    size_t at = file_offset - copy->from;
    for (size_t i = 0;
         i < copy->insertions.count && copy->insertions.items[i] <= at; i++)
        at++;
    return at;
}

static void append(bul_yaml_copy *copy, bul_str s)
{
    if (s.len > 0)
        memcpy(copy->text + copy->len, s.ptr, s.len);
    copy->len += s.len;
}

/* Blanks, and the dashes of list items. */
static size_t indent_of(bul_str line)
{
    size_t at = 0;
    while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t' ||
                             (line.ptr[at] == '-' && at + 1 < line.len &&
                              line.ptr[at + 1] == ' ')))
        at++;
    return at;
}

/* The word before the first colon of either width; empty without one. */
static bul_str first_word(bul_str line, size_t at)
{
    bul_str tail = bul_str_sub(line, at, line.len);
    size_t ascii = bul_str_find(tail, BUL_STR(":"));
    size_t wide = bul_str_find(tail, BUL_STR(WIDE_COLON));
    size_t end = ascii < wide ? ascii : wide;
    if (end == tail.len)
        return (bul_str){0};
    return bul_str_sub(tail, 0, end);
}

/* Tabs before the first word: reported once a line, read as spaces. */
static void mend_tabs(preparing *p, bul_str line, size_t indent)
{
    size_t tab = bul_str_find(bul_str_sub(line, 0, indent), BUL_STR("\t"));
    if (tab == indent || bul_str_trim(line).len == 0)
        return;
    uint32_t at = (uint32_t)(p->source_at + tab);
    bul_report(p->diag, BUL_MSG_YAML_TAB, (bul_span){p->copy.file, at, at + 1},
               BUL_NO_ARGS);
    p->copy.tab_count++;
    for (size_t i = 0; i < indent; i++)
        if (p->copy.text[p->copy.len - line.len + i] == '\t')
            p->copy.text[p->copy.len - line.len + i] = ' ';
}

/* Copies a line whose known key ends at `end`. */
static void copy_keyed_line(preparing *p, bul_str line, size_t end)
{
    bul_str head = bul_str_sub(line, 0, end);
    bul_str tail = bul_str_sub(line, end, line.len);
    size_t at = p->source_at + end;
    bul_span here = {p->copy.file, (uint32_t)at, (uint32_t)at + 1};
    bul_args args =
        BUL_ARGS(bul_str_trim(bul_str_sub(head, indent_of(head), head.len)));
    append(&p->copy, head);
    if (bul_str_starts(tail, BUL_STR(WIDE_COLON))) {
        here.end = here.start + 3;
        bul_report(p->diag, BUL_MSG_YAML_WIDE_COLON, here, args);
        append(&p->copy, BUL_STR(":  "));
        tail = bul_str_sub(tail, 3, tail.len);
    } else {
        append(&p->copy, BUL_STR(":"));
        tail = bul_str_sub(tail, 1, tail.len);
    }
    if (bul_str_starts(tail, BUL_STR(WIDE_SPACE))) {
        append(&p->copy, BUL_STR("   "));
        tail = bul_str_sub(tail, 3, tail.len);
    } else if (here.end == here.start + 1 && tail.len > 0 &&
               tail.ptr[0] != ' ' && tail.ptr[0] != '\t') {
        bul_report(p->diag, BUL_MSG_YAML_NO_SPACE, here, args);
        *BUL_PUSH(p->arena, &p->copy.insertions) = p->copy.len;
        append(&p->copy, BUL_STR(" "));
    }
    append(&p->copy, tail);
}

/* Does the line end in "|" or ">", opening block text? */
static bool opens_block(bul_str line)
{
    bul_str s = bul_str_trim(line);
    while (s.len > 0 && (s.ptr[s.len - 1] == '-' || s.ptr[s.len - 1] == '+' ||
                         (s.ptr[s.len - 1] >= '1' && s.ptr[s.len - 1] <= '9')))
        s.len--;
    return s.len > 1 && (s.ptr[s.len - 1] == '|' || s.ptr[s.len - 1] == '>') &&
           s.ptr[s.len - 2] == ' ';
}

/* Is it a key where it stands? An item of a list that holds plain text may
 * well begin with a word that elsewhere is a key: "- 主题：…". */
static bool is_known_key(preparing *p, bul_str line, bul_str word)
{
    bul_str before =
        bul_str_trim(bul_str_sub(line, 0, (size_t)(word.ptr - line.ptr)));
    if (word.len == 0)
        return false;
    if (before.len > 0) {
        const bul_schema_key *parent = p->parent;
        return parent != NULL && parent->value->items != NULL &&
               bul_schema_find(parent->value->items, word) != NULL;
    }
    const bul_schema_key *key = bul_schema_find(p->schema, word);
    if (key != NULL)
        p->parent = key;
    return key != NULL;
}

static void prepare_line(preparing *p, bul_str line)
{
    size_t indent = indent_of(line);
    bool is_blank = bul_str_trim(line).len == 0;
    if (p->in_block && (is_blank || indent > p->block_indent)) {
        append(&p->copy, line);
        return;
    }
    p->in_block = opens_block(line);
    p->block_indent = indent;
    bul_str word = first_word(line, indent);
    size_t before = p->copy.len;
    if (is_known_key(p, line, word))
        copy_keyed_line(p, line, indent + word.len);
    else
        append(&p->copy, line);
    /* An inserted space lies behind the indent, so its offsets still hold. */
    bul_str copied = {p->copy.text + before, p->copy.len - before};
    mend_tabs(p, copied, indent);
}

bul_yaml_copy bul_yaml_prepare(bul_arena *arena, bul_diag *diag,
                               bul_yaml_part part,
                               const struct bul_schema *schema)
{
    bul_str text = bul_str_sub(part.source->text, part.from, part.to);
    preparing p = {.arena = arena, .diag = diag, .schema = schema};
    p.copy.from = part.from;
    p.copy.file = part.source->file;
    /* At worst a space is put in for each two bytes. */
    p.copy.text = BUL_NEW(arena, char, text.len + text.len / 2 + 2);
    for (size_t at = 0; at < text.len;) {
        bul_str tail = bul_str_sub(text, at, text.len);
        size_t end = bul_str_find(tail, BUL_STR("\n"));
        p.source_at = part.from + at;
        prepare_line(&p, bul_str_sub(tail, 0, end));
        if (end < tail.len)
            append(&p.copy, BUL_STR("\n"));
        at += end + 1;
    }
    return p.copy;
}
