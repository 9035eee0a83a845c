/* SPDX-License-Identifier: MIT */
/* issue_read.c - issue.yaml to a bul_issue, with everything it names. */
#include "issue/issue_parts.h"
#include "issue/keys.h"
#include "issue/read.h"

static bul_date date_from_key(const bul_yaml *map, const char *name)
{
    const bul_yaml *value = bul_yaml_find(map, name);
    if (value == NULL)
        return (bul_date){0};
    int number = (int)value->number;
    return (bul_date){number / 10000, number / 100 % 100, number % 100};
}

static void read_plan(bul_arena *arena, bul_issue *issue, const bul_yaml *map)
{
    const bul_yaml *plan = bul_yaml_find(map, "pages_plan");
    for (size_t i = 0; i < bul_yaml_item_count(plan); i++) {
        const bul_yaml *item = bul_yaml_item(plan, i);
        int page = (int)bul_yaml_int(item, "page", 0);
        if (page > 0)
            *BUL_PUSH(arena, &issue->pages) = (bul_page_plan){
                .page = page,
                .title = bul_line_from_key(item, "title"),
                .editor = bul_line_from_key(item, "editor"),
                .sections = bul_lines_from_key(arena, item, "sections"),
                .span = bul_yaml_span(item, "page")};
    }
}

/* ---- 导读. ---- */

static void add_index_entry(bul_arena *arena, bul_issue *issue,
                            const bul_article *article)
{
    bool is_short = article->short_title.text.len > 0;
    if (article->title.text.len > 0)
        *BUL_PUSH(arena, &issue->index) = (bul_index_entry){
            is_short ? article->short_title : article->title, article};
}

/* All but briefs, photo stories and fillers, and but the first: it is seen
 * anyway. */
static void index_all(bul_arena *arena, bul_issue *issue)
{
    for (size_t i = 1; i < issue->articles.count; i++) {
        const bul_article *article = issue->articles.items[i];
        if (article->level != BUL_LEVEL_BRIEF &&
            article->level != BUL_LEVEL_PHOTO && !article->is_filler)
            add_index_entry(arena, issue, article);
    }
}

static const bul_article *find_article(const bul_issue *issue, bul_str path)
{
    for (size_t i = 0; i < issue->articles.count; i++)
        if (bul_str_equal(issue->articles.items[i]->file.text, path))
            return issue->articles.items[i];
    return NULL;
}

static void index_listed(bul_arena *arena, bul_diag *diag, bul_issue *issue,
                         const bul_yaml *list)
{
    for (size_t i = 0; i < bul_yaml_item_count(list); i++) {
        const bul_yaml *item = bul_yaml_item(list, i);
        bul_str path = bul_path_join(arena, (bul_str){0}, item->text);
        const bul_article *article = find_article(issue, path);
        if (article != NULL)
            add_index_entry(arena, issue, article);
        else
            bul_report(diag, BUL_MSG_ISSUE_INDEX_UNKNOWN, item->span,
                       BUL_ARGS(item->text));
    }
}

static void read_index(bul_arena *arena, bul_diag *diag, bul_issue *issue,
                       const bul_yaml *map)
{
    const bul_yaml *value = bul_yaml_find(map, "index");
    if (value == NULL)
        return;
    if (value->form != BUL_FORM_CHOICE)
        index_listed(arena, diag, issue, value);
    else if (value->number == BUL_INDEX_AUTO)
        index_all(arena, issue);
    issue->index_is_auto = value->form == BUL_FORM_CHOICE;
}

/* ---- The issue. ---- */

static void read_keys(bul_arena *arena, bul_issue *issue, const bul_yaml *map)
{
    issue->name = bul_line_from_key(map, "name");
    issue->date = date_from_key(map, "date");
    issue->layout = bul_line_from_key(map, "layout");
    if (issue->layout.text.len == 0)
        issue->layout.text = BUL_STR("digest");
    bul_variables_read(arena, issue, map);
    read_plan(arena, issue, map);
}

static void read_language(bul_arena *arena, bul_diag *diag, bul_issue *issue,
                          const bul_yaml *map)
{
    bul_speech plain = {BUL_LOCALE_ZH_HANS, bul_locale_tag(BUL_LOCALE_ZH_HANS)};
    bul_speech speech = bul_speech_read(arena, diag, map, plain);
    issue->locale = speech.locale;
    issue->language = speech.language;
}

/* Fillers do not make an issue. Where 稿件 is not given at all, that has been
 * reported. */
static bool is_empty(const bul_issue *issue, const bul_yaml *map)
{
    for (size_t i = 0; i < issue->articles.count; i++)
        if (!issue->articles.items[i]->is_filler)
            return false;
    return bul_yaml_find(map, "articles") != NULL;
}

bul_issue *bul_issue_read(bul_arena *arena, const bul_world *world,
                          bul_diag *diag, bul_str path)
{
    bul_opener free_opener = {arena, world, diag, {0}};
    bul_source source;
    if (!bul_source_read(&free_opener, (bul_named_file){path, {0}},
                         BUL_ISSUE_MAX_BYTES, &source))
        return NULL;
    bul_issue *issue = BUL_NEW(arena, bul_issue, 1);
    issue->path = path;
    issue->folder = bul_path_folder(path);
    if (issue->folder.len == 0)
        issue->folder = BUL_STR("."); /* a root, so that no path leaves it */
    bul_yaml_part part = {&source, 0, source.text.len};
    bul_yaml *map = bul_yaml_read(arena, diag, part, &bul_issue_schema);
    bul_schema_check(arena, diag, &bul_issue_schema, map);
    bul_opener opener = {arena, world, diag, issue->folder};
    read_keys(arena, issue, map);
    bul_makeup_read(arena, diag, issue, map);
    issue->print = bul_print_read(bul_yaml_find(map, "print"));
    read_language(arena, diag, issue, map);
    issue->terms = bul_words_read(&opener, map, "terms");
    issue->names = bul_words_read(&opener, map, "names");
    bool is_list = bul_article_list_read(&opener, issue, map);
    read_index(arena, diag, issue, map);
    if (is_list && is_empty(issue, map))
        bul_report(diag, BUL_MSG_ISSUE_EMPTY, bul_yaml_span(map, "articles"),
                   BUL_NO_ARGS);
    bul_issue_check(arena, diag, issue);
    bul_pins_settle(&opener, issue);
    bul_archive_check(&opener, issue, map, &source);
    return issue;
}
