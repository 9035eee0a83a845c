/* SPDX-License-Identifier: MIT */
/* template_read.c - a layout file to a template.
 *
 * Body size and grid pitch are read first: they give 字 and 行 their meaning
 * for every other length. A style starts as the body's and changes what the
 * file says. */
#include "source/schema.h"
#include "template/find.h"
#include "template/keys.h"
#include "template/paper.h"
#include "template/read.h"
#include "template/reader.h"

static void read_body(bul_template_reader *r, const bul_yaml *root)
{
    const bul_yaml *body = bul_yaml_find(root, "body");
    bul_measure_base absolute = {0};
    r->base = absolute;
    r->base.em = bul_reader_length(r, body, "size", 10500);
    r->base.line = bul_reader_length(r, body, "leading", r->base.em * 3 / 2);
    bul_template *t = r->template;
    t->leading = r->base.line;
    t->ink_top = (t->leading - r->base.em) / 2;
    bul_style *style = &t->styles[BUL_STYLE_BODY];
    style->family = BUL_STR("宋");
    if (bul_yaml_find(body, "font")) {
        style->family = bul_yaml_text(body, "font");
        style->family_span = bul_yaml_span(body, "font");
    }
    style->weight = 400;
    style->size = r->base.em;
    style->sizes[0] = r->base.em;
    style->size_count = 1;
    style->leading = r->base.line;
    style->align = BUL_STYLE_JUSTIFY;
    style->indent = 2 * r->base.em;
    style->color = BUL_COLOR_BLACK;
}

/* Where the file is silent: what a plain page would do. */
static bul_style built_in_style(const bul_template_reader *r,
                                bul_style_name name)
{
    bul_style style = r->template->styles[BUL_STYLE_BODY];
    if (name == BUL_STYLE_BODY)
        return style;
    bool flows = name >= BUL_STYLE_ITEM_HAN && name <= BUL_STYLE_QUOTE;
    if (!flows && name != BUL_STYLE_BOX_TEXT)
        style.indent = 0;
    if (name == BUL_STYLE_STRONG || name == BUL_STYLE_CROSSHEAD ||
        name == BUL_STYLE_BRIEF_LEAD || name == BUL_STYLE_BOX_LABEL ||
        name == BUL_STYLE_NUMBER || name == BUL_STYLE_SECTION) {
        style.family = BUL_STR("黑");
        style.weight = 700;
    }
    if (name == BUL_STYLE_EMPHASIS || name == BUL_STYLE_QUOTE ||
        name == BUL_STYLE_NOTE || name == BUL_STYLE_CAPTION ||
        name == BUL_STYLE_CREDIT || name == BUL_STYLE_NUMBER_NOTE)
        style.family = BUL_STR("楷");
    if (name == BUL_STYLE_FOOTNOTE) { /* 五号 to 小五, 小五 to 六号 */
        style.size = style.sizes[0] = style.size * 5 / 6;
        style.hang = style.size * 3 / 2;
    }
    return style;
}

static void read_styles(bul_template_reader *r, const bul_yaml *root)
{
    r->room = r->template->measure;
    const bul_yaml *styles = bul_yaml_find(root, "styles");
    for (int i = 0; i < BUL_STYLE_COUNT; i++) {
        bul_style like = built_in_style(r, (bul_style_name)i);
        const bul_yaml *map =
            bul_yaml_find(styles, bul_template_style_names[i]);
        r->template->styles[i] = bul_reader_style(r, map, like);
    }
}

static void read_colors(bul_template_reader *r, const bul_yaml *root)
{
    const bul_yaml *colors = bul_yaml_find(root, "colors");
    for (size_t i = 0; colors && i < colors->entries.count; i++) {
        const bul_yaml_entry *entry = &colors->entries.items[i];
        bul_color color = BUL_COLOR_BLACK;
        if (!bul_palette_read(&r->palette, entry->value->text, &color))
            bul_report(r->diag, BUL_MSG_LAYOUT_BAD_COLOR, entry->value->span,
                       BUL_ARGS(entry->value->text));
        *BUL_PUSH(r->arena, &r->palette) = (bul_ink_name){entry->key, color};
    }
    bul_template *t = r->template;
    t->rule_color = bul_reader_color(r, root, "rule_color", BUL_COLOR_BLACK);
    t->accent = bul_reader_color(r, root, "accent", BUL_COLOR_BLACK);
    t->tint = bul_reader_color(r, root, "tint",
                               (bul_color){BUL_COLOR_GREY, 0, 0, 0, 60});
}

static void read_rules(bul_template_reader *r, const bul_yaml *root)
{
    bul_mpt gap = bul_reader_length(r, root, "han_latin", r->base.em / 4);
    r->template->rules = (bul_rules){
        .breaks =
            (bul_break_level)bul_yaml_choice(root, "breaks", BUL_BREAKS_GB),
        .marks = (bul_mark_style)bul_yaml_choice(root, "punctuation",
                                                 BUL_MARKS_FULL),
        .han_latin = (int)((int64_t)gap * 1000 / r->base.em),
        .hangs = bul_yaml_bool(root, "hanging", false),
        .hyphenates = bul_yaml_bool(root, "hyphenate", true),
        .on_grid = bul_yaml_bool(root, "grid", false),
        .is_vertical = bul_yaml_choice(root, "direction", 0) == 1};
    r->template->is_draft = bul_yaml_choice(root, "breaker", 0) == 1;
    r->template->has_foot_notes = bul_yaml_choice(root, "notes", 0) == 1;
}

static void read_page(bul_template_reader *r, const bul_yaml *root)
{
    bul_template *t = r->template;
    t->title = bul_yaml_text(root, "title");
    t->page_width = bul_mpt_from_mm(210);
    t->page_height = bul_mpt_from_mm(297);
    const bul_yaml *paper = bul_yaml_find(root, "paper");
    if (paper) {
        bul_wanted_paper wanted = {paper->text, paper->span,
                                   BUL_MSG_LAYOUT_BAD_PAPER};
        bul_paper_find(r->opener, r->data_dirs, &wanted, &t->page_width,
                       &t->page_height);
    }
    read_rules(r, root);
    if (t->rules.is_vertical) {
        bul_mpt width = t->page_width;
        t->page_width = t->page_height;
        t->page_height = width;
    }
    t->bleed = bul_reader_length(r, root, "bleed", 0);
    t->column_count = (int)bul_yaml_int(root, "columns", 1);
    t->measure = bul_reader_length(r, root, "measure", 28 * r->base.em);
    t->gutter = bul_reader_length(r, root, "gutter", r->base.em);
    t->top = bul_reader_length(r, root, "top", bul_mpt_from_mm(25));
    bul_mpt width = bul_template_span(t, t->column_count);
    t->left = bul_reader_length(r, root, "left", (t->page_width - width) / 2);
    t->line_count = (int)bul_yaml_int(root, "lines", 40);
    t->is_modular = bul_yaml_choice(root, "makeup", 0) == 1;
    t->page_count = (int)bul_yaml_int(root, "pages", 0);
    t->has_left_side = bul_yaml_choice(root, "side_column", 0) == 1;
    bool too_wide = t->left < 0 || t->left + width > t->page_width;
    bool too_deep =
        t->top + t->line_count * (int64_t)t->leading > t->page_height;
    if (too_wide || too_deep)
        bul_report(r->diag, BUL_MSG_LAYOUT_OFF_PAPER,
                   bul_yaml_span(root, too_wide ? "measure" : "lines"),
                   BUL_NO_ARGS);
}

/* 栏数: [fewest, most], or one number for both. More columns than there are
 * is all of them. False: the file is silent, or wrong. */
static bool read_spans(const bul_template_reader *r, const bul_yaml *spans,
                       int *least, int *greatest)
{
    if (spans == NULL)
        return false;
    size_t count = bul_yaml_item_count(spans);
    int64_t fewest = count > 0 ? bul_yaml_item(spans, 0)->number : 0;
    int64_t most = count > 0 ? bul_yaml_item(spans, count - 1)->number : 0;
    if (count < 1 || count > 2 || fewest > most) {
        bul_report(r->diag, BUL_MSG_LAYOUT_BAD_SPANS, spans->span, BUL_NO_ARGS);
        return false;
    }
    int all = r->template->column_count;
    *least = fewest > all ? all : (int)fewest;
    *greatest = most > all ? all : (int)most;
    return true;
}

static bul_head_plan read_head(bul_template_reader *r, const bul_yaml *map,
                               const bul_head_plan *like)
{
    bul_head_plan head = *like;
    head.columns = (int)bul_yaml_int(map, "columns", head.columns);
    read_spans(r, bul_yaml_find(map, "spans"), &head.fewest, &head.most);
    head.kicker =
        bul_reader_style(r, bul_yaml_find(map, "kicker"), head.kicker);
    head.title = bul_reader_style(r, bul_yaml_find(map, "title"), head.title);
    head.subtitle =
        bul_reader_style(r, bul_yaml_find(map, "subtitle"), head.subtitle);
    /* The summary is like the subtitle unless `normal` says otherwise. */
    head.summary =
        bul_reader_style(r, bul_yaml_find(map, "summary"),
                         r->has_summary ? like->summary : head.subtitle);
    /* So is a 竖题 like the title. */
    head.side_title =
        bul_reader_style(r, bul_yaml_find(map, "side_title"),
                         r->has_side_title ? like->side_title : head.title);
    head.byline =
        bul_reader_style(r, bul_yaml_find(map, "byline"), head.byline);
    head.drop_lines = (int)bul_yaml_int(map, "drop_cap", head.drop_lines);
    head.above = bul_reader_length(r, map, "above", head.above);
    head.below = bul_reader_length(r, map, "below", head.below);
    return head;
}

static void read_heads(bul_template_reader *r, const bul_yaml *root)
{
    r->room = bul_template_span(r->template, r->template->column_count);
    const bul_yaml *heads = bul_yaml_find(root, "heads");
    bul_style plain = bul_reader_plain_style(r);
    bul_head_plan like = {.kicker = plain,
                          .title = plain,
                          .side_title = plain,
                          .subtitle = plain,
                          .summary = plain,
                          .byline = plain};
    /* "normal" stands first: the others are like it. */
    for (int i = 0; i < 7; i++) {
        const bul_yaml *map = bul_yaml_find(heads, bul_template_head_names[i]);
        r->template->heads[i] = read_head(r, map, &like);
        if (i > 0)
            continue;
        like = r->template->heads[0];
        r->has_summary = bul_yaml_find(map, "summary") != NULL;
        r->has_side_title = bul_yaml_find(map, "side_title") != NULL;
    }
}

static bul_fixture_kind kind_of(const bul_yaml *map)
{
    if (bul_yaml_bool(map, "index", false))
        return BUL_FIXTURE_INDEX;
    if (bul_yaml_find(map, "text"))
        return BUL_FIXTURE_TEXT;
    if (bul_yaml_find(map, "bar"))
        return BUL_FIXTURE_BAR;
    return bul_yaml_find(map, "frame") ? BUL_FIXTURE_FRAME : BUL_FIXTURE_TEXT;
}

static bul_fixture read_fixture(bul_template_reader *r, const bul_yaml *map)
{
    bul_template *t = r->template;
    const bul_yaml *at = bul_yaml_find(map, "at");
    bul_fixture f = {.kind = kind_of(map), .span = map->span};
    f.side = (bul_fixture_side)bul_yaml_choice(map, "side", BUL_SIDE_BOTH);
    if (bul_yaml_item_count(at) != 2)
        bul_report(r->diag, BUL_MSG_LAYOUT_BAD_PLACE, at ? at->span : map->span,
                   BUL_NO_ARGS);
    else {
        f.x = bul_reader_length_of(r, bul_yaml_item(at, 0), 0);
        f.y = bul_reader_length_of(r, bul_yaml_item(at, 1), 0);
    }
    f.is_across =
        t->rules.is_vertical && bul_yaml_choice(map, "direction", 1) == 0;
    bul_mpt width = f.is_across ? t->line_count * t->leading
                                : bul_template_span(t, t->column_count);
    f.w = bul_reader_length(r, map, "width", width);
    f.h = bul_reader_length(r, map, "height", 0);
    f.text = bul_yaml_text(map, "text");
    f.has_bar = bul_yaml_find(map, "bar") != NULL;
    f.style = bul_reader_style(r, bul_yaml_find(map, "style"),
                               bul_reader_plain_style(r));
    f.color = bul_reader_color(
        r, map, f.kind == BUL_FIXTURE_FRAME ? "frame" : "bar", BUL_COLOR_BLACK);
    f.weight = bul_reader_length(r, map, "weight", 500);
    f.columns = (int)bul_yaml_int(map, "columns", 1);
    f.pitch = bul_reader_length(r, map, "pitch", f.style.leading);
    f.number_style =
        bul_reader_style(r, bul_yaml_find(map, "number_style"), f.style);
    f.has_leader = bul_yaml_choice(map, "leader", 0) == 1;
    f.rule = bul_reader_length(r, map, "rule", 0);
    return f;
}

static bul_fixtures read_fixtures(bul_template_reader *r, const bul_yaml *root,
                                  const char *key)
{
    const bul_yaml *map = bul_yaml_find(root, key);
    bul_fixtures fixtures = {.depth = bul_reader_length(r, map, "depth", 0)};
    const bul_yaml *items = bul_yaml_find(map, "items");
    for (size_t i = 0; i < bul_yaml_item_count(items); i++)
        *BUL_PUSH(r->arena, &fixtures.items) =
            read_fixture(r, bul_yaml_item(items, i));
    return fixtures;
}

/* What a layout says of 引语块 that does not say more. */
#define MOST_QUOTE_LINES   4
#define LEAST_QUOTED_LINES 24

/* As wide and deep as a title and a few lines need. */
#define LEAST_EAR_ROWS       4
#define LEAST_EAR_CHARACTERS 6

/* A place, a width, rows; a place too small is none. */
static void read_ear(bul_template_reader *r, const bul_yaml *root)
{
    const bul_yaml *map = bul_yaml_find(root, "ear");
    const bul_template *t = r->template;
    bul_ear *ear = &r->template->ear;
    if (map == NULL)
        return;
    bul_fixture box = read_fixture(r, map);
    ear->x = box.x;
    ear->y = box.y;
    ear->w = box.w;
    ear->columns = box.columns;
    ear->rows = (int)bul_yaml_int(map, "lines", 0);
    ear->head = read_head(r, bul_yaml_find(map, "head"), &t->heads[0]);
    ear->own = read_fixtures(r, root, "ear");
    ear->has_first = bul_yaml_find(map, "first_page") != NULL;
    ear->has_index = bul_yaml_find(map, "index") != NULL;
    ear->first = read_fixtures(r, map, "first_page");
    ear->index = read_fixtures(r, map, "index");
    bul_mpt measure = (ear->w - (ear->columns - 1) * t->gutter) / ear->columns;
    if (ear->rows >= LEAST_EAR_ROWS &&
        measure >= LEAST_EAR_CHARACTERS * r->base.em)
        return;
    bul_report(r->diag, BUL_MSG_LAYOUT_BAD_EAR, map->span,
               BUL_ARGS(bul_str_int(r->arena, LEAST_EAR_CHARACTERS),
                        bul_str_int(r->arena, LEAST_EAR_ROWS)));
    ear->rows = 0;
}

static void read_tail(bul_template_reader *r, const bul_yaml *root)
{
    const bul_yaml *map = bul_yaml_find(root, "tail");
    bul_tail *tail = &r->template->tail;
    tail->style = bul_reader_style(r, bul_yaml_find(map, "style"),
                                   bul_reader_plain_style(r));
    tail->first_rule = bul_reader_length(r, map, "first_rule", 0);
    tail->rule = bul_reader_length(r, map, "rule", 0);
    tail->inset = bul_reader_length(r, map, "inset", 0);
    tail->above = bul_reader_length(r, map, "above", 0);
    const bul_yaml *rows = bul_yaml_find(map, "rows");
    for (size_t i = 0; i < bul_yaml_item_count(rows); i++) {
        const bul_yaml *row = bul_yaml_item(rows, i);
        *BUL_PUSH(r->arena, &tail->rows) = (bul_tail_row){
            .left = bul_yaml_text(row, "left"),
            .right = bul_yaml_text(row, "right"),
            .rule = bul_reader_length(r, row, "rule", 0),
            .height = bul_reader_length(r, row, "height", tail->style.leading),
            .span = row->span};
    }
}

static void read_pull_quote(bul_template_reader *r, const bul_yaml *root)
{
    const bul_yaml *map = bul_yaml_find(root, "pull_quote");
    bul_pull_quote_plan *plan = &r->template->pull_quote;
    if (map == NULL)
        return;
    r->room = r->template->measure;
    bul_style like = bul_reader_plain_style(r);
    like.family = BUL_STR("楷");
    like.size = like.sizes[0] = r->base.em * 4 / 3;
    like.leading = like.size * 3 / 2;
    like.half_quotes = true;
    like.max_lines = MOST_QUOTE_LINES; /* broken as titles are */
    plan->fewest = plan->most = 1;
    read_spans(r, bul_yaml_find(map, "spans"), &plan->fewest, &plan->most);
    plan->lines = (int)bul_yaml_int(map, "lines", LEAST_QUOTED_LINES);
    plan->style = bul_reader_style(r, bul_yaml_find(map, "style"), like);
    plan->rule = bul_reader_length(r, map, "rule", 0);
    plan->rule_color =
        bul_reader_color(r, map, "rule_color", r->template->rule_color);
    if (bul_yaml_find(map, "mark"))
        plan->mark =
            bul_reader_style(r, bul_yaml_find(map, "mark"), plan->style);
}

static void read_details(bul_template_reader *r, const bul_yaml *root)
{
    bul_template *t = r->template;
    const bul_yaml *story = bul_yaml_find(root, "story");
    t->story_rule = bul_reader_length(r, story, "rule", 0);
    t->story_rows = (int)bul_yaml_int(story, "rows", 1);
    t->column_rule = bul_reader_length(r, story, "column_rule", 0);
    const bul_yaml *box = bul_yaml_find(root, "box");
    t->box_inset = bul_reader_length(r, box, "inset", r->base.em);
    if (t->box_inset > t->measure / 4) {
        bul_report(r->diag, BUL_MSG_LAYOUT_BAD_INSET,
                   bul_yaml_span(box, "inset"), BUL_NO_ARGS);
        t->box_inset = t->measure / 4;
    }
    t->box_rule = bul_reader_length(r, box, "rule", 0);
    t->box_frame = bul_reader_length(r, box, "frame", 0);
    const bul_yaml *table = bul_yaml_find(root, "table");
    t->table_rule = bul_reader_length(r, table, "rule", 750);
    t->table_hairline = bul_reader_length(r, table, "hairline", 250);
    t->table_rows = (int)bul_yaml_int(table, "lines", 1);
    t->section_height = bul_reader_length(r, root, "section_height", 0);
    t->caption_gap = bul_reader_length(r, root, "caption_gap", r->base.em / 2);
}

const bul_template *bul_template_read(bul_arena *arena, const bul_world *world,
                                      bul_diag *diag,
                                      bul_layout_sources sources, bul_str name,
                                      bul_span span)
{
    bul_source source;
    bul_opener opener = {arena, world, diag, sources.issue_folder};
    bul_named_file named = {name, span};
    if (!bul_template_find(&opener, sources.data_dirs, named, &source))
        return NULL;
    bul_yaml_part part = {&source, 0, source.text.len};
    bul_yaml *root = bul_yaml_read(arena, diag, part, &bul_template_keys);
    bul_schema_check(arena, diag, &bul_template_keys, root);
    bul_template_reader r = {.arena = arena,
                             .diag = diag,
                             .opener = &opener,
                             .data_dirs = sources.data_dirs,
                             .template = BUL_NEW(arena, bul_template, 1)};
    r.template->path = source.path;
    read_body(&r, root);
    read_colors(&r, root);
    read_page(&r, root);
    read_styles(&r, root);
    read_heads(&r, root);
    r.template->first = read_fixtures(&r, root, "first_page");
    r.template->index = read_fixtures(&r, root, "index");
    r.template->inner = read_fixtures(&r, root, "inner_page");
    r.template->every = read_fixtures(&r, root, "every_page");
    read_ear(&r, root);
    read_pull_quote(&r, root);
    read_tail(&r, root);
    read_details(&r, root);
    return r.template;
}
