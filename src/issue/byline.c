/* SPDX-License-Identifier: MIT */
/* byline.c - lines that are composed from several keys: 作者, 来源, 摄影. */
#include "issue/issue_parts.h"

static void add_apart(bul_text *line, bul_str separator, bul_str word)
{
    if (word.len == 0)
        return;
    if (line->len > 0)
        bul_text_add(line, separator);
    bul_text_add(line, word);
}

static bul_str compose_entry(bul_arena *arena, const bul_yaml *entry)
{
    if (entry->kind != BUL_YAML_MAP)
        return entry->text;
    bul_text line = bul_text_in(arena);
    bul_str space = BUL_STR(" ");
    add_apart(&line, space,
              bul_str_join(arena, bul_yaml_text(entry, "agency"),
                           bul_yaml_text(entry, "role")));
    const bul_yaml *names = bul_yaml_find(entry, "names");
    for (size_t i = 0; i < bul_yaml_item_count(names); i++)
        add_apart(&line, space, bul_yaml_item(names, i)->text);
    add_apart(&line, space, bul_yaml_text(entry, "kind"));
    return bul_text_str(&line);
}

bul_line_of_text bul_byline_compose(bul_arena *arena, const bul_yaml *value)
{
    bul_text line = bul_text_in(arena);
    bool are_names = true;
    size_t count = bul_yaml_item_count(value);
    for (size_t i = 0; i < count; i++)
        are_names = are_names && bul_yaml_item(value, i)->kind == BUL_YAML_TEXT;
    /* A plain list is a list of names. */
    bul_str separator = are_names ? BUL_STR(" ") : BUL_STR("　");
    for (size_t i = 0; i < count; i++)
        add_apart(&line, separator,
                  compose_entry(arena, bul_yaml_item(value, i)));
    if (count == 0)
        return (bul_line_of_text){0};
    return (bul_line_of_text){bul_text_str(&line), value->span};
}

static bul_str iso_date(bul_arena *arena, int64_t yyyymmdd)
{
    bul_text text = bul_text_in(arena);
    if (yyyymmdd != 0)
        bul_text_addf(&text, "%04d-%02d-%02d", (int)(yyyymmdd / 10000),
                      (int)(yyyymmdd / 100 % 100), (int)(yyyymmdd % 100));
    return bul_text_str(&text);
}

/* Is the source already introduced by its author: 来源：…, 据…, （…）? */
static bool is_introduced(bul_str source)
{
    return bul_str_starts(source, BUL_STR("来源")) ||
           bul_str_starts(source, BUL_STR("据")) ||
           bul_str_starts(source, BUL_STR("（"));
}

static int64_t date_number(const bul_yaml *map)
{
    const bul_yaml *date = bul_yaml_find(map, "date");
    return date == NULL ? 0 : date->number;
}

bul_line_of_text bul_source_compose(bul_arena *arena, const bul_yaml *map)
{
    bul_str source = bul_str_trim(bul_yaml_text(map, "source"));
    bul_text line = bul_text_in(arena);
    if (source.len > 0 && !is_introduced(source))
        bul_text_add(&line, BUL_STR("来源："));
    bul_text_add(&line, source);
    add_apart(&line, BUL_STR("　"), iso_date(arena, date_number(map)));
    bul_span span = bul_yaml_span(map, "source");
    if (source.len == 0)
        span = bul_yaml_span(map, "date");
    return (bul_line_of_text){bul_text_str(&line), span};
}

static bool says_what(bul_str credit)
{
    static const char *const words[] = {"摄", "供图", "制图", "图片",
                                        "绘", "提供", "图/",  NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        bul_str word = bul_str_from(words[i]);
        if (bul_str_find(credit, word) < credit.len)
            return true;
    }
    return false;
}

bul_str bul_credit_compose(bul_arena *arena, bul_str credit)
{
    static const char *const prefixes[] = {
        "摄影：", "摄影:", "摄：", "摄:", "摄影 ", "摄影　", NULL};
    credit = bul_str_trim(credit);
    bool had_prefix = false;
    for (size_t i = 0; prefixes[i] != NULL && !had_prefix; i++) {
        bul_str prefix = bul_str_from(prefixes[i]);
        had_prefix = bul_str_starts(credit, prefix);
        if (had_prefix)
            credit = bul_str_trim(bul_str_sub(credit, prefix.len, credit.len));
    }
    if (credit.len == 0 || says_what(credit))
        return credit;
    return bul_str_join(arena, credit, BUL_STR(" 摄"));
}
