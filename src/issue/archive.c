/* SPDX-License-Identifier: MIT */
/* archive.c - 往期: do the numbers go on from the issues before?
 *
 * The folder has an issue.yaml for each, by whatever name, or a folder for
 * each with its issue.yaml. They are read quietly: what is wrong in them was
 * said when they were made. 期号 may begin anew each year, 总期号 never does. */
#include "issue/issue_parts.h"
#include "issue/keys.h"

#define MOST_ISSUES 2000 /* forty years of a weekly */

typedef struct past_issue {
    bul_str file;         /* beneath the issue's folder */
    int year;             /* 0: it does not say */
    int64_t issue, total; /* -1: likewise */
} past_issue;

typedef struct archive {
    const bul_opener *opener;
    const bul_source *own; /* the text of the issue itself */
    bul_str title;         /* 名称 */
    int year;
    bul_arena *room; /* for one past issue, emptied after each */
    BUL_LIST(past_issue) issues;
} archive;

/* ---- The folder. ---- */

static int64_t number_of(const bul_yaml *map, const char *key)
{
    return bul_yaml_int(map, key, -1);
}

static int year_of(const bul_yaml *map)
{
    const bul_yaml *date = bul_yaml_find(map, "date");
    return date == NULL ? 0 : (int)(date->number / 10000);
}

/* A copy of the issue itself, or another publication, is no past issue. */
static bool counts(const archive *a, bul_str text, const bul_yaml *map)
{
    bul_str title = bul_str_trim(bul_yaml_text(map, "name"));
    return !bul_str_equal(text, a->own->text) &&
           (title.len == 0 || bul_str_equal(title, a->title));
}

static void read_past(archive *a, bul_str path)
{
    const bul_opener *opener = a->opener;
    bul_diag quiet;
    bul_diag_init(&quiet, a->room);
    bul_opener quietly = {a->room, opener->world, &quiet, opener->root};
    bul_str bytes;
    bul_source source;
    if (bul_file_peek(&quietly, path, BUL_ISSUE_MAX_BYTES, &bytes) !=
            BUL_WORLD_OK ||
        !bul_source_from_bytes(&quietly, path, bytes, &source))
        return;
    bul_yaml_part part = {&source, 0, source.text.len};
    bul_yaml *map = bul_yaml_read(a->room, &quiet, part, &bul_issue_schema);
    bul_schema_check(a->room, &quiet, &bul_issue_schema, map);
    if (counts(a, source.text, map))
        *BUL_PUSH(opener->arena, &a->issues) =
            (past_issue){path, year_of(map), number_of(map, "issue"),
                         number_of(map, "total")};
}

static bool is_yaml(bul_str name)
{
    return bul_str_ends(name, BUL_STR(".yaml")) ||
           bul_str_ends(name, BUL_STR(".yml"));
}

static void read_entry(archive *a, bul_str folder, bul_str name)
{
    bul_arena *arena = a->opener->arena;
    bul_str path = bul_path_join(arena, folder, name);
    if (bul_str_starts(name, BUL_STR(".")))
        return;
    if (!is_yaml(name))
        path = bul_path_join(arena, path, BUL_STR("issue.yaml"));
    read_past(a, path);
    bul_arena_release(a->room);
}

static void release_room(void *room)
{
    bul_arena_release(room);
}

static void read_folder(archive *a, bul_line_of_text folder)
{
    const bul_opener *opener = a->opener;
    bul_names names = {0};
    if (bul_path_escapes(folder.text)) {
        bul_report(opener->diag, BUL_MSG_FILE_OUTSIDE, folder.span,
                   BUL_ARGS(folder.text));
        return;
    }
    if (bul_world_list(opener->world, opener->arena, opener->root, folder.text,
                       &names) != BUL_WORLD_OK) {
        bul_report(opener->diag, BUL_MSG_ISSUE_NO_ARCHIVE, folder.span,
                   BUL_ARGS(folder.text));
        return;
    }
    /* Of too many the last count: names mostly go up with the numbers. */
    size_t from = names.count > MOST_ISSUES ? names.count - MOST_ISSUES : 0;
    for (size_t i = from; i < names.count; i++)
        read_entry(a, folder.text, names.items[i]);
}

/* ---- Numbers. ---- */

/* A number of the issue, and those of past issues it has to follow. */
typedef struct series {
    const bul_yaml *map; /* of the issue */
    const char *key;
    int64_t number;
    const past_issue *before; /* greatest that is not above; or NULL */
    int64_t before_number;
    int64_t greatest;
} series;

static bool is_same_year(const archive *a, const past_issue *past)
{
    return past->year == 0 || a->year == 0 || past->year == a->year;
}

static void offer(series *s, const past_issue *past, int64_t number)
{
    if (number > s->greatest)
        s->greatest = number;
    if (number < 0 || number > s->number ||
        (s->before != NULL && number <= s->before_number))
        return;
    s->before = past;
    s->before_number = number;
}

/* "45" or "45-47" */
static bul_str missing_numbers(bul_arena *arena, const series *s)
{
    bul_text text = bul_text_in(arena);
    bul_text_add_int(&text, s->before_number + 1);
    if (s->number - s->before_number > 2) {
        bul_text_add(&text, BUL_STR("-"));
        bul_text_add_int(&text, s->number - 1);
    }
    return bul_text_str(&text);
}

static void check_series(const archive *a, const series *s)
{
    const bul_opener *opener = a->opener;
    bul_arena *arena = opener->arena;
    bul_span span = bul_yaml_span(s->map, s->key);
    bul_str key = bul_key_as_written(s->map, s->key);
    if (s->before == NULL || s->before_number + 1 == s->number)
        return;
    if (s->before_number == s->number)
        bul_report(opener->diag, BUL_MSG_ISSUE_NUMBER_REPEAT, span,
                   BUL_ARGS(key, bul_str_int(arena, s->number), s->before->file,
                            bul_str_int(arena, s->greatest + 1)));
    else
        bul_report(opener->diag, BUL_MSG_ISSUE_NUMBER_GAP, span,
                   BUL_ARGS(key, bul_str_int(arena, s->number),
                            bul_str_int(arena, s->before_number),
                            missing_numbers(arena, s), s->before->file));
}

/* 期号: the year's numbers; where it has none yet, they go on from the year
 * before, or begin anew. */
static void check_issue(const archive *a, const bul_yaml *map)
{
    series within = {map, "issue", number_of(map, "issue"), NULL, 0, 0};
    series across = within;
    bool is_begun = false;
    for (size_t i = 0; i < a->issues.count; i++) {
        const past_issue *past = &a->issues.items[i];
        if (past->issue >= 0 && is_same_year(a, past)) {
            is_begun = true;
            offer(&within, past, past->issue);
        } else if (past->year < a->year) {
            offer(&across, past, past->issue);
        }
    }
    if (is_begun)
        check_series(a, &within);
    else if (across.number > 1 && across.number >= across.greatest)
        check_series(a, &across);
}

static void check_total(const archive *a, const bul_yaml *map)
{
    series all = {map, "total", number_of(map, "total"), NULL, 0, 0};
    for (size_t i = 0; i < a->issues.count; i++)
        offer(&all, &a->issues.items[i], a->issues.items[i].total);
    check_series(a, &all);
}

void bul_archive_check(const bul_opener *opener, const bul_issue *issue,
                       const bul_yaml *map, const bul_source *own)
{
    bul_arena *arena = opener->arena;
    bul_line_of_text folder = bul_line_from_key(map, "archive");
    archive a = {.opener = opener,
                 .own = own,
                 .title = issue->name.text,
                 .year = issue->date.year,
                 .room = BUL_NEW(arena, bul_arena, 1)};
    if (folder.text.len == 0)
        return;
    a.room->escape = arena->escape;
    a.room->limit_bytes = arena->limit_bytes;
    bul_arena_defer(arena, release_room, a.room);
    folder.text = bul_path_join(arena, (bul_str){0}, folder.text);
    read_folder(&a, folder);
    check_issue(&a, map);
    check_total(&a, map);
}
