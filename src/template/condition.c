/* SPDX-License-Identifier: MIT */
/* condition.c - conditions.yaml, a table with free names. */
#include "template/condition.h"

#include "source/schema.h"

#define FILE_NAME BUL_STR("conditions.yaml")

static const bul_schema text = {.forms = BUL_FORM_TEXT};
static const bul_schema texts = {.forms = BUL_FORM_TEXT | BUL_FORM_LIST,
                                 .items = &text};
static const bul_schema percent = {
    .forms = BUL_FORM_INTEGER, .min = 100, .max = 400};

static const bul_schema_key condition_keys[] = {
    {"names", "别名", &texts, false, "别名，可以几个", "further names"},
    {"identifier", "登记名", &text, true, "登记名，如 FOGRA39",
     "the name in the registry, such as FOGRA39"},
    {"title", "说明", &text, false, "说明，写进 PDF",
     "what is printed on what, for the PDF"},
    {"profile", "特性文件", &text, true, "颜色特性文件，在同一个文件夹里",
     "the ICC profile, in the same folder"},
    {"ink_limit", "总墨量", &percent, false, "总墨量，百分比；不写是 300",
     "the most ink in one place, in percent; 300 where it is not said"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema condition_map = {.forms = BUL_FORM_MAP,
                                         .keys = condition_keys};
static const bul_schema conditions = {.forms = BUL_FORM_TABLE,
                                      .items = &condition_map};

const bul_schema *bul_condition_schema(void)
{
    return &conditions;
}

typedef struct search {
    const bul_opener *opener;
    bul_str wanted;
    bul_text known; /* names seen, for the message */
} search;

static bool is_called(const bul_yaml_entry *entry, bul_str wanted)
{
    if (bul_str_equal(entry->key, wanted))
        return true;
    const bul_yaml *names = bul_yaml_find(entry->value, "names");
    size_t count = bul_yaml_item_count(names);
    for (size_t i = 0; i < count; i++)
        if (bul_str_equal(bul_yaml_item(names, i)->text, wanted))
            return true;
    return false;
}

static void take(const search *s, const bul_yaml_entry *entry,
                 bul_named_condition *condition)
{
    const bul_yaml *map = entry->value;
    *condition = (bul_named_condition){
        .name = entry->key,
        .identifier = bul_yaml_text(map, "identifier"),
        .title = bul_yaml_text(map, "title"),
        .folder = s->opener->root,
        .profile = bul_yaml_text(map, "profile"),
        .ink_limit = (int)bul_yaml_int(map, "ink_limit", 300)};
}

static bool find_in(search *s, const bul_source *source,
                    bul_named_condition *condition)
{
    const bul_opener *opener = s->opener;
    bul_yaml_part part = {source, 0, source->text.len};
    bul_yaml *root =
        bul_yaml_read(opener->arena, opener->diag, part, &conditions);
    bul_schema_check(opener->arena, opener->diag, &conditions, root);
    for (size_t i = 0; i < root->entries.count; i++) {
        const bul_yaml_entry *entry = &root->entries.items[i];
        if (is_called(entry, s->wanted)) {
            take(s, entry, condition);
            return true;
        }
        bul_text_add(&s->known, s->known.len > 0 ? BUL_STR("、") : BUL_STR(""));
        bul_text_add(&s->known, entry->key);
    }
    return false;
}

bool bul_condition_find(bul_arena *arena, const bul_world *world,
                        bul_diag *diag, const char *const *data_dirs,
                        bul_str name, bul_span span,
                        bul_named_condition *condition)
{
    bul_opener opener = {.arena = arena, .world = world, .diag = diag};
    search s = {.opener = &opener,
                .wanted = bul_str_trim(name),
                .known = bul_text_in(arena)};
    for (const char *const *dir = data_dirs; dir && *dir; dir++) {
        bul_str bytes;
        bul_source source;
        opener.root =
            bul_path_join(arena, bul_str_from(*dir), BUL_STR("layouts/inks"));
        if (bul_file_peek(&opener, FILE_NAME, BUL_ISSUE_MAX_BYTES, &bytes) ==
                BUL_WORLD_OK &&
            bul_source_from_bytes(&opener, FILE_NAME, bytes, &source) &&
            find_in(&s, &source, condition))
            return true;
    }
    bul_report(diag, BUL_MSG_INK_NO_CONDITION, span,
               BUL_ARGS(s.wanted, bul_text_str(&s.known)));
    return false;
}
