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

/* Opens it beneath the folder, else beneath the article's; where it
 * was found is `place`. Reports what comes of it if neither has it. */
static bool borrow_picture(const bul_figure_reader *reader,
                           bul_line_of_text file, bul_str *place,
                           bul_loan *loan)
{
    const bul_opener *opener = reader->opener;
    *place = file.text;
    bul_world_result result =
        bul_file_borrow(opener, *place, BUL_PICTURE_MAX_BYTES, loan);
    if (result == BUL_WORLD_OK)
        return true;
    if (result == BUL_WORLD_MISSING && reader->article_folder.len > 0) {
        *place =
            bul_path_join(opener->arena, reader->article_folder, file.text);
        if (bul_file_borrow(opener, *place, BUL_PICTURE_MAX_BYTES, loan) ==
            BUL_WORLD_OK)
            return true;
        if (report_near_beside(opener, file, *place))
            return false;
    }
    bul_file_report(opener, (bul_named_file){file.text, file.span},
                    BUL_PICTURE_MAX_BYTES, result);
    return false;
}

/* One that was read before, by the same name from the same folder or from the
 * issue's. */
static const bul_picture *shelved_picture(const bul_figure_reader *reader,
                                          bul_str place, bul_str written)
{
    const bul_picture_shelf *shelf = reader->shelf;
    for (size_t i = 0; shelf != NULL && i < shelf->count; i++)
        if (bul_str_equal(shelf->items[i].place, place) &&
            bul_str_equal(shelf->items[i].picture->path, written))
            return shelf->items[i].picture;
    return NULL;
}

static const bul_picture *open_picture(const bul_figure_reader *reader,
                                       bul_line_of_text file)
{
    const bul_opener *opener = reader->opener;
    bul_str place;
    bul_loan loan;
    const bul_picture *picture = shelved_picture(reader, file.text, file.text);
    if (picture != NULL || !borrow_picture(reader, file, &place, &loan))
        return picture;
    picture = shelved_picture(reader, place, file.text);
    if (picture == NULL) {
        bul_picture_file where = {opener->world, opener->root, place};
        picture = bul_picture_read_file(opener->arena, opener->diag, where,
                                        file.text, loan.bytes, file.span);
        if (picture != NULL && reader->shelf != NULL)
            *BUL_PUSH(opener->arena, reader->shelf) =
                (bul_shelved_picture){place, picture};
    }
    bul_world_return(&loan);
    return picture;
}

/* What a picture shows has to be told to those who do not see it. */
static void check_alt(const bul_figure_reader *reader, const bul_figure *figure)
{
    if (figure->caption.count == 0 && figure->alt.text.len == 0)
        bul_report(reader->opener->diag, BUL_MSG_ARTICLE_NO_ALT,
                   figure->file.span, BUL_ARGS(figure->file.text));
}

static void read_picture(const bul_figure_reader *reader, bul_figure *figure)
{
    if (figure->file.text.len > 0)
        figure->picture = open_picture(reader, figure->file);
    if (figure->picture != NULL)
        check_alt(reader, figure);
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
    figure->alt = bul_line_from_key(map, "alt");
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
