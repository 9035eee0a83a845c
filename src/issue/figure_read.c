/* SPDX-License-Identifier: MIT */
/* figure_read.c - pictures, from the front matter and from the text. */
#include "issue/issue_parts.h"
#include "issue/keys.h"

/* Names the file that was meant where it lies beside the article and nothing
 * of that name beneath the folder. */
static bool report_near_beside(const bul_opener *opener, bul_line_of_text file,
                               bul_str beside)
{
    bul_str near = bul_file_nearest(opener, beside);
    if (near.len == 0 || bul_file_nearest(opener, file.text).len > 0)
        return false;
    bul_report(opener->diag, BUL_MSG_FILE_MISSING_NEAR, file.span,
               BUL_ARGS(file.text, near));
    return true;
}

/* Beneath the folder, then beneath the article's. Both are looked into
 * quietly; if neither has it, the first is opened aloud, for its report. */
static bool open_picture(const bul_figure_reader *reader, bul_line_of_text file,
                         bul_str *bytes)
{
    const bul_opener *opener = reader->opener;
    bul_world_result result =
        bul_file_peek(opener, file.text, BUL_PICTURE_MAX_BYTES, bytes);
    if (result == BUL_WORLD_OK)
        return true;
    bul_str beside =
        bul_path_join(opener->arena, reader->article_folder, file.text);
    if (result == BUL_WORLD_MISSING && reader->article_folder.len > 0 &&
        bul_file_peek(opener, beside, BUL_PICTURE_MAX_BYTES, bytes) ==
            BUL_WORLD_OK)
        return true;
    if (result == BUL_WORLD_MISSING && reader->article_folder.len > 0 &&
        report_near_beside(opener, file, beside))
        return false;
    return bul_file_open(opener, (bul_named_file){file.text, file.span},
                         BUL_PICTURE_MAX_BYTES, bytes);
}

static void read_picture(const bul_figure_reader *reader, bul_figure *figure)
{
    bul_str bytes;
    const bul_opener *opener = reader->opener;
    if (figure->file.text.len == 0 ||
        !open_picture(reader, figure->file, &bytes))
        return;
    figure->picture =
        bul_picture_read(opener->arena, opener->diag, figure->file.text, bytes,
                         figure->file.span);
}

static void set_credit(bul_arena *arena, bul_figure *figure,
                       bul_line_of_text credit)
{
    figure->credit = credit;
    figure->credit.text = bul_credit_compose(arena, credit.text);
}

/* What 图片 and a pair of braces have in common. */
static void read_layout(bul_figure *figure, const bul_yaml *map)
{
    figure->columns = (int)bul_yaml_int(map, "width", 0);
    figure->place =
        (bul_figure_place)bul_yaml_choice(map, "place", BUL_PLACE_AUTO);
    figure->may_drop = bul_yaml_bool(map, "optional", false);
    figure->is_whole = !bul_yaml_bool(map, "crop", true);
}

bul_figure bul_figure_from_key(const bul_figure_reader *reader,
                               const bul_yaml *value)
{
    bul_arena *arena = reader->opener->arena;
    bul_figure figure = {.span = value->span};
    if (value->kind == BUL_YAML_TEXT) {
        figure.file = (bul_line_of_text){value->text, value->span};
        read_picture(reader, &figure);
        return figure;
    }
    figure.file = bul_line_from_key(value, "file");
    bul_line_of_text caption = bul_line_from_key(value, "caption");
    if (caption.text.len > 0)
        *BUL_PUSH(arena, &figure.caption) =
            (bul_run){.text = caption.text, .span = caption.span};
    set_credit(arena, &figure, bul_line_from_key(value, "credit"));
    read_layout(&figure, value);
    read_picture(reader, &figure);
    return figure;
}

/* {可省} is {可省=是}. */
static bul_str value_of(const bul_md_attribute *attribute)
{
    const bul_schema_key *key =
        bul_schema_find(&bul_figure_schema, attribute->name.text);
    bool is_flag = key != NULL && (key->value->forms & BUL_FORM_BOOL) != 0;
    return is_flag && attribute->value.text.len == 0 ? BUL_STR("是")
                                                     : attribute->value.text;
}

/* Attributes are checked as the map they would be in the front matter. */
static const bul_yaml *check_attributes(const bul_figure_reader *reader,
                                        const bul_md_attributes *attributes)
{
    bul_arena *arena = reader->opener->arena;
    bul_yaml *map = BUL_NEW(arena, bul_yaml, 1);
    map->kind = BUL_YAML_MAP;
    for (size_t i = 0; i < attributes->count; i++) {
        const bul_md_attribute *attribute = &attributes->items[i];
        bul_yaml_entry *entry = BUL_PUSH(arena, &map->entries);
        bul_yaml *value = BUL_NEW(arena, bul_yaml, 1);
        value->kind = BUL_YAML_TEXT;
        value->text = value_of(attribute);
        value->span = attribute->value.span;
        entry->key = attribute->name.text;
        entry->key_span = attribute->name.span;
        entry->value = value;
    }
    bul_schema_check(arena, reader->opener->diag, &bul_figure_schema, map);
    return map;
}

bul_figure bul_figure_from_md(const bul_figure_reader *reader,
                              const bul_md_block *block)
{
    bul_arena *arena = reader->opener->arena;
    bul_figure figure = {.span = block->span};
    const bul_yaml *map = check_attributes(reader, &block->attributes);
    figure.file = bul_line_from_md(block->figure.file);
    figure.caption = bul_runs_from_md(arena, &block->runs);
    set_credit(arena, &figure, bul_line_from_md(block->figure.credit));
    read_layout(&figure, map);
    read_picture(reader, &figure);
    return figure;
}
