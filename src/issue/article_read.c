/* SPDX-License-Identifier: MIT */
/* article_read.c - one Markdown file with front matter to a bul_article. */
#include "issue/issue_parts.h"
#include "issue/keys.h"
#include "issue/read.h"

static void read_figures(const bul_figure_reader *reader, bul_article *article,
                         const bul_yaml *map)
{
    const bul_yaml *photos = bul_yaml_find(map, "photos");
    for (size_t i = 0; i < bul_yaml_item_count(photos); i++) {
        bul_figure figure =
            bul_figure_from_key(reader, bul_yaml_item(photos, i));
        *BUL_PUSH(reader->opener->arena, &article->figures) = figure;
    }
}

static void read_keys(bul_arena *arena, bul_article *article,
                      const bul_yaml *map)
{
    article->title = bul_line_from_key(map, "title");
    article->titles = bul_lines_from_key(arena, map, "titles");
    article->short_title = bul_line_from_key(map, "short_title");
    article->kicker = bul_line_from_key(map, "kicker");
    article->subtitle = bul_line_from_key(map, "subtitle");
    article->summary = bul_lines_from_key(arena, map, "summary");
    article->byline = bul_byline_compose(arena, bul_yaml_find(map, "byline"));
    article->source = bul_source_compose(arena, map);
    article->section = bul_line_from_key(map, "section");
    article->note = bul_lines_from_key(arena, map, "note");
    article->jump =
        (bul_jump_rule)bul_yaml_choice(map, "jump", BUL_JUMP_BY_POLICY);
    article->trim =
        (bul_trim_rule)bul_yaml_choice(map, "trim", BUL_TRIM_BY_POLICY);
    article->is_boxed = bul_yaml_bool(map, "box", false);
    article->is_vertical = bul_yaml_bool(map, "vertical", false);
    article->has_vertical_title = bul_yaml_bool(map, "vertical_title", false);
}

static int choice_of(const bul_yaml *listed, const bul_yaml *map,
                     const char *name, int absent)
{
    return bul_yaml_choice(listed, name, bul_yaml_choice(map, name, absent));
}

static int number_of(const bul_yaml *listed, const bul_yaml *map,
                     const char *name)
{
    return (int)bul_yaml_int(listed, name, bul_yaml_int(map, name, 0));
}

/* What the list of articles may override. 倒头条 and 补白 are levels that say
 * more than a level; a pin that is given goes before the one they mean. */
static void read_standing(bul_article *article, const bul_yaml *map,
                          bul_article_custom custom)
{
    const bul_yaml *listed = custom.listed;
    int level = choice_of(listed, map, "level", BUL_LEVEL_NORMAL);
    int meant = level == BUL_LEVEL_BOTTOM ? BUL_PIN_FOOT : BUL_PIN_NONE;
    article->pin = (bul_pin)choice_of(listed, map, "pin", meant);
    article->is_filler = custom.is_filler || level == BUL_LEVEL_FILLER;
    if (level == BUL_LEVEL_BOTTOM)
        level = BUL_LEVEL_SECOND;
    if (level == BUL_LEVEL_FILLER)
        level = BUL_LEVEL_NORMAL;
    article->level = (bul_level)level;
    article->weight = number_of(listed, map, "weight");
    article->columns = number_of(listed, map, "columns");
    article->page = number_of(listed, map, "page");
}

static bul_line_of_text line_from_runs(bul_arena *arena, const bul_runs *runs)
{
    bul_text text = bul_text_in(arena);
    bul_span span = runs->items[0].span;
    for (size_t i = 0; i < runs->count; i++)
        bul_text_add(&text, runs->items[i].text);
    span.end = BUL_LAST(runs)->span.end;
    return (bul_line_of_text){bul_text_str(&text), span};
}

/* A title is plain text: nothing in it can call a note. */
static void report_calls(bul_diag *diag, const bul_runs *runs, bul_str title)
{
    for (size_t i = 0; i < runs->count; i++)
        if (runs->items[i].note > 0)
            bul_report(diag, BUL_MSG_ARTICLE_NOTE_IN_TITLE, runs->items[i].span,
                       BUL_ARGS(title));
}

/* A head of the first level is the title where the front matter has none, and
 * a crosshead otherwise. */
static void take_title(const bul_opener *opener, bul_article *article,
                       bul_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        bul_block *block = &blocks->items[i];
        if (block->kind != BUL_BLOCK_CROSSHEAD || block->level != 1)
            continue;
        block->level = 2;
        if (i > 0 || article->title.text.len > 0 || block->runs.count == 0)
            continue;
        article->title = line_from_runs(opener->arena, &block->runs);
        report_calls(opener->diag, &block->runs, article->title.text);
        blocks->items++;
        blocks->count--;
        blocks->room--;
        i--;
    }
}

static void take_notes(bul_arena *arena, bul_article *article,
                       const bul_md_body *body)
{
    for (size_t i = 0; i < body->notes.count; i++) {
        const bul_md_note *note = &body->notes.items[i];
        *BUL_PUSH(arena, &article->notes) =
            (bul_note){.label = bul_line_from_md(note->label),
                       .runs = bul_runs_from_md(arena, &note->runs),
                       .span = note->span};
    }
}

static const bul_yaml *read_front_matter(const bul_opener *opener,
                                         const bul_source *source,
                                         bul_front_matter where)
{
    bul_yaml_part part = {source, where.from, where.to};
    bul_yaml *map =
        bul_yaml_read(opener->arena, opener->diag, part, &bul_article_schema);
    bul_schema_check(opener->arena, opener->diag, &bul_article_schema, map);
    return map;
}

bul_article_reading bul_article_read_with(const bul_opener *opener,
                                          bul_line_of_text file,
                                          bul_article_custom custom)
{
    bul_arena *arena = opener->arena;
    bul_article_reading reading = {BUL_NEW(arena, bul_article, 1), false};
    bul_article *article = reading.article;
    bul_source source;
    article->file = file;
    article->locale = custom.speech.locale;
    article->language = custom.speech.language;
    if (!bul_source_read(opener, (bul_named_file){file.text, file.span},
                         BUL_ARTICLE_MAX_BYTES, &source)) {
        article->title =
            (bul_line_of_text){bul_path_name(file.text), file.span};
        read_standing(article, NULL, custom);
        return reading;
    }
    bul_front_matter where = bul_front_matter_find(opener->diag, &source);
    bul_figure_reader reader = {opener, bul_path_folder(file.text),
                                custom.shelf};
    const bul_yaml *map = read_front_matter(opener, &source, where);
    reading.is_draft = bul_yaml_bool(map, "draft", false);
    if (reading.is_draft) {
        bul_report(opener->diag, BUL_MSG_ARTICLE_DRAFT,
                   bul_yaml_span(map, "draft"), BUL_ARGS(file.text));
        return reading;
    }
    read_keys(arena, article, map);
    read_standing(article, map, custom);
    bul_speech speech =
        bul_speech_read(arena, opener->diag, map, custom.speech);
    article->locale = speech.locale;
    article->language = speech.language;
    read_figures(&reader, article, map);
    bul_md_part part = {&source, where.body, source.text.len,
                        custom.is_normalized,
                        article->locale != BUL_LOCALE_ZH_HANS &&
                            article->locale != BUL_LOCALE_KO};
    bul_md_body body = bul_md_read(arena, opener->diag, part);
    article->blocks = bul_body_from_md(&reader, &body.blocks);
    take_notes(arena, article, &body);
    take_title(opener, article, &article->blocks);
    bul_quotes_read(arena, opener->diag, article, map);
    bul_dateline_mark(arena, &article->blocks);
    if (!map->is_broken)
        bul_article_check(opener->diag, article, map->span);
    return reading;
}

bul_article *bul_article_read(bul_arena *arena, const bul_world *world,
                              bul_diag *diag, bul_str folder,
                              bul_line_of_text file)
{
    bul_opener opener = {arena, world, diag, folder};
    if (folder.len == 0)
        opener.root = BUL_STR(".");
    bul_article_custom custom = {
        .speech = {BUL_LOCALE_ZH_HANS, bul_locale_tag(BUL_LOCALE_ZH_HANS)}};
    return bul_article_read_with(&opener, file, custom).article;
}
