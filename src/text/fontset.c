/* SPDX-License-Identifier: MIT */
#include "text/fontset.h"

#include "text/font_alias.h"
#include "text/system_fonts.h"

#define FONT_MAX_BYTES   ((size_t)256 << 20)
#define QUOTE_FULL_WIDTH 900 /* thousandths of an em; below is Latin */

/* A font file in a folder of the issue or the caller. */
typedef struct own_font {
    bul_str root, path;
} own_font;

/* An answer given before: asking twice costs a comparison. */
typedef struct found_face {
    bul_str family;
    unsigned weight;
    const bul_face *face;
} found_face;

typedef struct covered_char {
    uint32_t code_point;
    const bul_face *face;
} covered_char;

struct bul_fontset {
    bul_arena *arena;
    const bul_world *world;
    bul_diag *diag;
    bul_font_sources sources;
    BUL_LIST(bul_face *) faces; /* opened, in order of first use */
    BUL_LIST(found_face) found;
    BUL_LIST(covered_char) covered;
    BUL_LIST(own_font) own;
    bool own_listed;
};

bul_fontset *bul_fontset_open(bul_arena *arena, const bul_world *world,
                              bul_diag *diag, bul_font_sources sources)
{
    bul_fontset *set = BUL_NEW(arena, bul_fontset, 1);
    set->arena = arena;
    set->world = world;
    set->diag = diag;
    set->sources = sources;
    return set;
}

/* Opens a face once; NULL when there is no such file or it is no font. */
static const bul_face *open_face(bul_fontset *set, bul_str root, bul_str path,
                                 unsigned number)
{
    for (size_t i = 0; i < set->faces.count; i++) {
        const bul_face *face = set->faces.items[i];
        if (face->number == number && bul_str_equal(face->path, path))
            return face;
    }
    bul_str bytes;
    if (bul_world_open(set->world, set->arena, root, path, FONT_MAX_BYTES,
                       &bytes) != BUL_WORLD_OK)
        return NULL;
    bul_face *face = bul_face_read(set->arena, path, bytes, number);
    if (face == NULL)
        return NULL;
    face->index = (unsigned)set->faces.count;
    *BUL_PUSH(set->arena, &set->faces) = face;
    return face;
}

static bool is_font_name(bul_str name)
{
    static const bul_str endings[] = {
        BUL_STR_INIT(".otf"), BUL_STR_INIT(".ttf"), BUL_STR_INIT(".ttc"),
        BUL_STR_INIT(".OTF"), BUL_STR_INIT(".TTF"), BUL_STR_INIT(".TTC")};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (bul_str_ends(name, endings[i]))
            return true;
    return false;
}

static void list_folder(bul_fontset *set, bul_str root, bul_str folder)
{
    bul_names names = {0};
    if (bul_world_list(set->world, set->arena, root, folder, &names) !=
        BUL_WORLD_OK)
        return;
    for (size_t i = 0; i < names.count; i++)
        if (is_font_name(names.items[i]))
            *BUL_PUSH(set->arena, &set->own) = (own_font){
                root, bul_path_join(set->arena, folder, names.items[i])};
}

/* The user's own font files; the folders are read once, when a family that
 * the pack does not serve, or a rare character, is first asked for. */
static void list_own(bul_fontset *set)
{
    if (set->own_listed)
        return;
    set->own_listed = true;
    if (set->sources.issue_folder.len > 0)
        list_folder(set, set->sources.issue_folder, BUL_STR("fonts"));
    const char *const *dir = set->sources.font_dirs;
    for (; dir && *dir; dir++)
        list_folder(set, BUL_STR(""), bul_str_from(*dir));
}

static unsigned weight_gap(unsigned a, unsigned b)
{
    return a > b ? a - b : b - a;
}

/* A file answers to a family by the name inside it or by its file name, which
 * is what a clerk sees in the folder. */
static const bul_face *find_own(bul_fontset *set, bul_str family,
                                unsigned weight)
{
    list_own(set);
    const bul_face *best = NULL;
    for (size_t i = 0; i < set->own.count; i++) {
        own_font font = set->own.items[i];
        const bul_face *face = open_face(set, font.root, font.path, 0);
        if (face == NULL)
            continue;
        bool named = bul_str_equal(face->family, family) ||
                     bul_str_starts(bul_path_name(font.path), family);
        if (named && (best == NULL || weight_gap(face->weight, weight) <
                                          weight_gap(best->weight, weight)))
            best = face;
    }
    return best;
}

static const bul_face *open_pack(bul_fontset *set, const bul_pack_face *pack)
{
    const char *const *dir = set->sources.data_dirs;
    for (; dir && *dir; dir++) {
        bul_str folder =
            bul_path_join(set->arena, bul_str_from(*dir), BUL_STR("fonts"));
        const bul_face *face = open_face(
            set, BUL_STR(""), bul_path_join(set->arena, folder, pack->file), 0);
        if (face)
            return face;
    }
    return NULL;
}

static const bul_face *find_system(bul_fontset *set, bul_str family,
                                   unsigned weight)
{
    bul_system_font font;
    if (set->sources.without_system ||
        !bul_system_font_find(set->arena, family, weight, &font))
        return NULL;
    return open_face(set, BUL_STR(""), font.path, font.number);
}

/* 仿宋 or 小标宋: the user's own under any of its names. */
static const bul_face *find_any(bul_fontset *set, const char *const *families,
                                unsigned weight)
{
    for (const char *const *name = families; *name; name++) {
        const bul_face *face = find_own(set, bul_str_from(*name), weight);
        if (face)
            return face;
    }
    for (const char *const *name = families; *name; name++) {
        const bul_face *face = find_system(set, bul_str_from(*name), weight);
        if (face)
            return face;
    }
    return NULL;
}

static const bul_face *find_face(bul_fontset *set, bul_str family,
                                 unsigned weight, bul_span span)
{
    bul_genre genre = bul_font_genre(family);
    const bul_face *face = NULL;
    if (genre == BUL_GENRE_FANG || genre == BUL_GENRE_TITLE)
        face = find_any(set, bul_font_own_families(genre), weight);
    else if (genre == BUL_GENRE_NONE) {
        face = find_own(set, family, weight);
        if (face == NULL)
            face = find_system(set, family, weight);
    }
    if (face)
        return face;
    const bul_pack_face *pack = bul_pack_find(genre, weight);
    face = open_pack(set, pack);
    if (face == NULL)
        bul_report(set->diag, BUL_MSG_FONT_NO_PACK, span, BUL_ARGS(pack->file));
    else if (genre == BUL_GENRE_NONE)
        bul_report(set->diag, BUL_MSG_FONT_MISSING, span, BUL_ARGS(family));
    else if (genre == BUL_GENRE_FANG || genre == BUL_GENRE_TITLE)
        bul_report(set->diag, BUL_MSG_FONT_SUBSTITUTED, span,
                   BUL_ARGS(family, genre == BUL_GENRE_FANG
                                        ? BUL_STR("楷体")
                                        : BUL_STR("宋体 Bold")));
    return face;
}

const bul_face *bul_fontset_find(bul_fontset *set, bul_str family,
                                 unsigned weight, bul_span span)
{
    for (size_t i = 0; i < set->found.count; i++) {
        const found_face *found = &set->found.items[i];
        if (found->weight == weight && bul_str_equal(found->family, family))
            return found->face;
    }
    const bul_face *face = find_face(set, family, weight, span);
    *BUL_PUSH(set->arena, &set->found) = (found_face){family, weight, face};
    return face;
}

static const bul_face *cover_from_pack(bul_fontset *set, uint32_t code_point)
{
    size_t count;
    const bul_pack_face *pack = bul_pack_faces(&count);
    for (size_t i = 0; i < count; i++) {
        if (pack[i].weight != 400)
            continue;
        const bul_face *face = open_pack(set, &pack[i]);
        if (face && bul_face_glyph(face, code_point) != 0)
            return face;
    }
    return NULL;
}

static const bul_face *cover_from_own(bul_fontset *set, uint32_t code_point)
{
    list_own(set);
    for (size_t i = 0; i < set->own.count; i++) {
        own_font font = set->own.items[i];
        const bul_face *face = open_face(set, font.root, font.path, 0);
        if (face && bul_face_glyph(face, code_point) != 0)
            return face;
    }
    return NULL;
}

static const bul_face *cover_from_system(bul_fontset *set, uint32_t code_point)
{
    bul_system_font font;
    if (set->sources.without_system ||
        !bul_system_font_cover(set->arena, code_point, &font))
        return NULL;
    const bul_face *face = open_face(set, BUL_STR(""), font.path, font.number);
    return face && bul_face_glyph(face, code_point) != 0 ? face : NULL;
}

/* The character itself and its number, for a message. */
static bul_args char_args(bul_arena *arena, uint32_t code_point, bul_str third)
{
    bul_text shown = bul_text_in(arena);
    bul_text_add_char(&shown, code_point);
    bul_text number = bul_text_in(arena);
    bul_text_addf(&number, "U+%04X", (unsigned)code_point);
    return BUL_ARGS(bul_text_str(&shown), bul_text_str(&number), third);
}

static const bul_face *cover_elsewhere(bul_fontset *set, uint32_t code_point,
                                       bul_span span)
{
    const bul_face *face = cover_from_pack(set, code_point);
    if (face)
        return face;
    face = cover_from_own(set, code_point);
    if (face == NULL)
        face = cover_from_system(set, code_point);
    if (face)
        bul_report(set->diag, BUL_MSG_TEXT_OTHER_FONT, span,
                   char_args(set->arena, code_point, face->family));
    return face;
}

const bul_face *bul_fontset_cover(bul_fontset *set, const bul_face *face,
                                  uint32_t code_point, bul_span span)
{
    if (face && bul_face_glyph(face, code_point) != 0)
        return face;
    for (size_t i = 0; i < set->covered.count; i++)
        if (set->covered.items[i].code_point == code_point)
            return set->covered.items[i].face;
    const bul_face *other = cover_elsewhere(set, code_point, span);
    *BUL_PUSH(set->arena, &set->covered) = (covered_char){code_point, other};
    return other;
}

void bul_fontset_report_missing(bul_fontset *set, uint32_t code_point,
                                bul_span span)
{
    bul_report(set->diag, BUL_MSG_TEXT_NO_GLYPH, span,
               char_args(set->arena, code_point, BUL_STR("")));
}

const bul_face *bul_fontset_quotes(bul_fontset *set, const bul_face *face)
{
    uint32_t glyph = bul_face_glyph(face, 0x201C);
    if (glyph != 0 && bul_face_advance(face, glyph) >= QUOTE_FULL_WIDTH)
        return face;
    const bul_face *song =
        open_pack(set, bul_pack_find(BUL_GENRE_SONG, face->weight));
    return song ? song : face;
}

void bul_fontset_list(bul_fontset *set, bul_text *text)
{
    size_t count;
    const bul_pack_face *pack = bul_pack_faces(&count);
    for (size_t i = 0; i < count; i++) {
        const bul_face *face = open_pack(set, &pack[i]);
        if (face == NULL)
            continue;
        bul_text_add(text, face->family);
        bul_text_addf(text, " %u  ", face->weight);
        bul_text_add(text, face->path);
        bul_text_add(text, BUL_STR("\n"));
    }
    list_own(set);
    for (size_t i = 0; i < set->own.count; i++) {
        own_font font = set->own.items[i];
        const bul_face *face = open_face(set, font.root, font.path, 0);
        if (face == NULL)
            continue;
        bul_text_add(text, face->family);
        bul_text_addf(text, " %u  ", face->weight);
        bul_text_add(text, face->path);
        bul_text_add(text, BUL_STR("\n"));
    }
}
