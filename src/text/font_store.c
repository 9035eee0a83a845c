/* SPDX-License-Identifier: MIT */
#include "text/font_store.h"

#include "text/system_fonts.h"

#define FONT_MAX_BYTES       ((size_t)256 << 20)
#define COLLECTION_MAX_FACES 64

/* Opens a face once; NULL when there is no such file or it is no font. */
static const bul_face *open_face(bul_font_store *store, bul_str root,
                                 bul_str path, unsigned number)
{
    for (size_t i = 0; i < store->faces.count; i++) {
        bul_stored_face stored = store->faces.items[i];
        if (stored.face->number == number &&
            bul_str_equal(stored.face->path, path) &&
            bul_str_equal(stored.root, root))
            return stored.face;
    }
    bul_loan file;
    if (bul_world_borrow(store->world, store->arena, root, path, FONT_MAX_BYTES,
                         &file) != BUL_WORLD_OK)
        return NULL;
    bul_face *face = bul_face_read(store->arena, path, file.bytes, number);
    if (face == NULL)
        return NULL;
    face->file = file;
    face->index = (unsigned)store->faces.count;
    *BUL_PUSH(store->arena, &store->faces) = (bul_stored_face){root, face};
    return face;
}

/* ---- The user's own ---- */

static bool is_collection_name(bul_str name)
{
    return bul_str_ends(name, BUL_STR(".ttc")) ||
           bul_str_ends(name, BUL_STR(".TTC")) ||
           bul_str_ends(name, BUL_STR(".otc")) ||
           bul_str_ends(name, BUL_STR(".OTC"));
}

static bool is_font_name(bul_str name)
{
    static const bul_str endings[] = {
        BUL_STR_INIT(".otf"), BUL_STR_INIT(".ttf"), BUL_STR_INIT(".OTF"),
        BUL_STR_INIT(".TTF")};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (bul_str_ends(name, endings[i]))
            return true;
    return is_collection_name(name);
}

static void add_file(bul_font_store *store, bul_str root, bul_str path)
{
    unsigned last = is_collection_name(path) ? COLLECTION_MAX_FACES : 1;
    for (unsigned number = 0; number < last; number++) {
        const bul_face *face = open_face(store, root, path, number);
        if (face == NULL)
            return;
        *BUL_PUSH(store->arena, &store->own) = face;
    }
}

static void list_folder(bul_font_store *store, bul_str root, bul_str folder)
{
    bul_names names = {0};
    if (bul_world_list(store->world, store->arena, root, folder, &names) !=
        BUL_WORLD_OK)
        return;
    for (size_t i = 0; i < names.count; i++)
        if (is_font_name(names.items[i]))
            add_file(store, root,
                     bul_path_join(store->arena, folder, names.items[i]));
}

const bul_face_list *bul_font_store_own(bul_font_store *store)
{
    if (store->own_listed)
        return &store->own;
    store->own_listed = true;
    if (store->sources.issue_folder.len > 0)
        list_folder(store, store->sources.issue_folder, BUL_STR("fonts"));
    const char *const *dir = store->sources.font_dirs;
    for (; dir && *dir; dir++)
        list_folder(store, BUL_STR(""), bul_str_from(*dir));
    return &store->own;
}

/* ---- The pack and the system ---- */

const bul_face *bul_font_store_pack(bul_font_store *store,
                                    const bul_pack_face *pack)
{
    const char *const *dir = store->sources.data_dirs;
    for (; dir && *dir; dir++) {
        bul_str folder =
            bul_path_join(store->arena, bul_str_from(*dir), BUL_STR("fonts"));
        const bul_face *face =
            open_face(store, BUL_STR(""),
                      bul_path_join(store->arena, folder, pack->file), 0);
        if (face)
            return face;
    }
    return NULL;
}

const bul_face *bul_font_store_system(bul_font_store *store, bul_str family,
                                      unsigned weight)
{
    bul_system_font font;
    if (store->sources.without_system ||
        !bul_system_font_find(store->arena, family, weight, &font))
        return NULL;
    return open_face(store, BUL_STR(""), font.path, font.number);
}

const bul_face *bul_font_store_cover(bul_font_store *store, bul_locale locale,
                                     uint32_t code_point)
{
    bul_system_font font;
    if (store->sources.without_system ||
        !bul_system_font_cover(store->arena, locale, code_point, &font))
        return NULL;
    const bul_face *face =
        open_face(store, BUL_STR(""), font.path, font.number);
    return face && bul_face_glyph(face, code_point) != 0 ? face : NULL;
}
