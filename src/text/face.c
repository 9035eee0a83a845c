/* SPDX-License-Identifier: MIT */
/* face.c - reading a face. HarfBuzz maps the tables; the few numbers that are
 * wanted once (weight, boxes, permissions) are taken from the tables by hand,
 * because opening FreeType for them would cost more than all the rest. */
#include "text/face.h"

#include <hb-ot.h>

#include "text/face_engine.h"

/* A table's bytes for as long as the blob is held. */
typedef struct font_table {
    hb_blob_t *blob;
    const uint8_t *bytes;
    unsigned size;
} font_table;

static font_table table_open(hb_face_t *face, hb_tag_t tag)
{
    font_table table = {.blob = hb_face_reference_table(face, tag)};
    const void *bytes = hb_blob_get_data(table.blob, &table.size);
    table.bytes = bytes;
    return table;
}

static void table_close(font_table *table)
{
    hb_blob_destroy(table->blob);
}

/* Numbers beyond the end of a table read as 0. */
static unsigned table_u16(const font_table *table, unsigned at)
{
    if (table->size < 2 || at > table->size - 2)
        return 0;
    return (unsigned)table->bytes[at] << 8 | table->bytes[at + 1];
}

static int table_i16(const font_table *table, unsigned at)
{
    unsigned value = table_u16(table, at);
    return value < 0x8000u ? (int)value : (int)value - 0x10000;
}

/* Font units to thousandths of an em, to the nearest. */
static int thousandths(const bul_face *face, int64_t units)
{
    int64_t em = face->units_per_em;
    int64_t doubled = units * 2000;
    return (int)((doubled >= 0 ? doubled + em : doubled - em) / (2 * em));
}

/* ---- What kind of outlines ---- */

/* Bytes of an offset-sized number at `at`, or 0 beyond the end. */
static unsigned cff_number(const font_table *cff, unsigned at, unsigned size)
{
    unsigned value = 0;
    for (unsigned i = 0; i < size; i++)
        value = value << 8 | (at + i < cff->size ? cff->bytes[at + i] : 0u);
    return value;
}

/* Start of the data of the first element of the INDEX at `at`, and the end of
 * the whole INDEX. False for an empty or impossible one. */
static bool cff_index(const font_table *cff, unsigned at, unsigned *first,
                      unsigned *end)
{
    unsigned count = table_u16(cff, at);
    if (count == 0 || at + 3 > cff->size)
        return false;
    unsigned size = cff->bytes[at + 2];
    unsigned data = at + 2 + (count + 1) * size;
    if (size < 1 || size > 4 || data > cff->size)
        return false;
    unsigned last = cff_number(cff, at + 3 + count * size, size);
    if (last > cff->size - data)
        return false;
    *first = data + 1;
    *end = data + last;
    return true;
}

/* A CID-keyed font says so by ROS (12 30) as the first operator of its Top
 * DICT (Adobe Technical Note 5176, section 18). */
static bool cff_is_cid_keyed(const font_table *cff)
{
    unsigned first, end;
    if (cff->size < 4 || !cff_index(cff, cff->bytes[2], &first, &end) ||
        !cff_index(cff, end, &first, &end))
        return false;
    for (unsigned at = first; at + 1 < end;) {
        unsigned byte = cff->bytes[at];
        if (byte <= 21)
            return byte == 12 && cff->bytes[at + 1] == 30;
        if (byte == 30) /* a real number is not an operand of ROS */
            return false;
        at += byte == 28 ? 3 : byte == 29 ? 5 : byte < 247 ? 1 : 2;
    }
    return false;
}

static bool outline_kind(hb_face_t *face, bul_outline_kind *kind)
{
    font_table cff = table_open(face, HB_TAG('C', 'F', 'F', ' '));
    font_table glyf = table_open(face, HB_TAG('g', 'l', 'y', 'f'));
    bool found = cff.size > 0 || glyf.size > 0;
    *kind = cff.size == 0            ? BUL_OUTLINE_TRUETYPE
            : cff_is_cid_keyed(&cff) ? BUL_OUTLINE_CFF_CID
                                     : BUL_OUTLINE_CFF_NAME;
    table_close(&cff);
    table_close(&glyf);
    return found;
}

/* ---- Names and measures ---- */

static bul_str name_find(bul_arena *arena, hb_face_t *face, hb_ot_name_id_t id)
{
    char name[256];
    unsigned size = sizeof name;
    hb_language_t english = hb_language_from_string("en", 2);
    hb_ot_name_get_utf8(face, id, english, &size, name);
    return bul_str_copy(arena, (bul_str){name, size});
}

/* Letters, digits and the hyphen: what a PDF name can hold without escapes. */
static bul_str plain_name(bul_arena *arena, bul_str name)
{
    char *plain = BUL_NEW(arena, char, name.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
            (c >= '0' && c <= '9') || c == '-')
            plain[len++] = c;
    }
    return len > 0 ? (bul_str){plain, len} : BUL_STR("Face");
}

static void read_names(bul_arena *arena, bul_face *face)
{
    hb_face_t *hb = face->engine->face;
    face->family = name_find(arena, hb, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (face->family.len == 0)
        face->family = name_find(arena, hb, HB_OT_NAME_ID_FONT_FAMILY);
    bul_str name = name_find(arena, hb, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    face->postscript_name =
        plain_name(arena, name.len > 0 ? name : face->family);
}

static void read_head(bul_face *face)
{
    font_table head =
        table_open(face->engine->face, HB_TAG('h', 'e', 'a', 'd'));
    face->box_left = thousandths(face, table_i16(&head, 36));
    face->box_bottom = thousandths(face, table_i16(&head, 38));
    face->box_right = thousandths(face, table_i16(&head, 40));
    face->box_top = thousandths(face, table_i16(&head, 42));
    table_close(&head);
}

/* Permissions follow the OS/2 field fsType: 2 is "restricted", 0x100 "no
 * subsetting", 0x200 "bitmaps only". */
static void read_os2(bul_face *face)
{
    font_table os2 = table_open(face->engine->face, HB_TAG('O', 'S', '/', '2'));
    unsigned permissions = table_u16(&os2, 8);
    face->weight = table_u16(&os2, 4);
    face->may_subset = !(permissions & 0x100u);
    face->may_embed = (permissions & 0xFu) != 2 && !(permissions & 0x200u);
    face->ascent = thousandths(face, table_i16(&os2, 68));
    face->descent = thousandths(face, table_i16(&os2, 70));
    if (table_u16(&os2, 0) >= 2)
        face->cap_height = thousandths(face, table_i16(&os2, 88));
    table_close(&os2);
}

static void read_post(bul_face *face)
{
    font_table post =
        table_open(face->engine->face, HB_TAG('p', 'o', 's', 't'));
    face->italic_angle =
        table_i16(&post, 4) + (double)table_u16(&post, 6) / 65536.0;
    face->is_fixed_pitch =
        table_u16(&post, 12) != 0 || table_u16(&post, 14) != 0;
    table_close(&post);
}

/* What an old or careless font leaves at 0. */
static void fill_gaps(bul_face *face)
{
    font_table hhea =
        table_open(face->engine->face, HB_TAG('h', 'h', 'e', 'a'));
    if (face->ascent == 0 && face->descent == 0) {
        face->ascent = thousandths(face, table_i16(&hhea, 4));
        face->descent = thousandths(face, table_i16(&hhea, 6));
    }
    table_close(&hhea);
    if (face->descent > 0)
        face->descent = -face->descent;
    if (face->cap_height <= 0)
        face->cap_height = face->ascent * 4 / 5;
    if (face->weight == 0)
        face->weight = 400;
}

/* ---- Opening ---- */

static void engine_close(void *handle)
{
    bul_face_engine *engine = handle;
    if (engine->freetype)
        FT_Done_Face(engine->freetype);
    if (engine->library)
        FT_Done_FreeType(engine->library);
    hb_font_destroy(engine->font);
    hb_face_destroy(engine->face);
    hb_blob_destroy(engine->blob);
}

/* NULL when there is no such face in the bytes. */
static bul_face_engine *engine_open(bul_arena *arena, bul_str bytes,
                                    unsigned number)
{
    if (bytes.len > UINT32_MAX)
        return NULL;
    bul_face_engine *engine = BUL_NEW(arena, bul_face_engine, 1);
    bul_arena_defer(arena, engine_close, engine);
    engine->bytes = bytes;
    engine->blob = hb_blob_create(bytes.ptr, (unsigned)bytes.len,
                                  HB_MEMORY_MODE_READONLY, NULL, NULL);
    if (number >= hb_face_count(engine->blob))
        return NULL;
    engine->face = hb_face_create(engine->blob, number);
    if (hb_face_get_glyph_count(engine->face) == 0)
        return NULL;
    engine->font = hb_font_create(engine->face);
    hb_ot_font_set_funcs(engine->font);
    int em = (int)hb_face_get_upem(engine->face);
    hb_font_set_scale(engine->font, em, em);
    hb_font_make_immutable(engine->font);
    return engine;
}

bul_face *bul_face_read(bul_arena *arena, bul_str path, bul_str bytes,
                        unsigned number)
{
    bul_face_engine *engine = engine_open(arena, bytes, number);
    bul_outline_kind kind;
    if (!engine || !outline_kind(engine->face, &kind))
        return NULL;
    bul_face *face = BUL_NEW(arena, bul_face, 1);
    face->path = path;
    face->number = number;
    face->engine = engine;
    face->outline = kind;
    face->units_per_em = hb_face_get_upem(engine->face);
    read_names(arena, face);
    read_head(face);
    read_os2(face);
    read_post(face);
    fill_gaps(face);
    return face;
}

FT_Face bul_face_freetype(const bul_face *face)
{
    bul_face_engine *engine = face->engine;
    if (engine->freetype || engine->freetype_failed)
        return engine->freetype;
    engine->freetype_failed = true;
    if (!engine->library && FT_Init_FreeType(&engine->library) != 0) {
        engine->library = NULL;
        return NULL;
    }
    const void *bytes = engine->bytes.ptr;
    if (FT_New_Memory_Face(engine->library, bytes, (FT_Long)engine->bytes.len,
                           (FT_Long)face->number, &engine->freetype) != 0) {
        engine->freetype = NULL;
        return NULL;
    }
    engine->freetype_failed = false;
    return engine->freetype;
}

/* ---- Questions ---- */

uint32_t bul_face_glyph(const bul_face *face, uint32_t code_point)
{
    bul_face_engine *engine = face->engine;
    bul_face_slot *slot =
        &engine->cache[code_point & (BUL_FACE_CACHE_SLOTS - 1)];
    if (slot->key == code_point + 1)
        return slot->glyph;
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(engine->font, code_point, &glyph))
        glyph = 0;
    *slot = (bul_face_slot){.key = code_point + 1, .glyph = glyph};
    return glyph;
}

int bul_face_advance(const bul_face *face, uint32_t glyph)
{
    return thousandths(face,
                       hb_font_get_glyph_h_advance(face->engine->font, glyph));
}

uint32_t bul_face_cid(const bul_face *face, uint32_t glyph)
{
    if (face->outline != BUL_OUTLINE_CFF_CID)
        return glyph;
    FT_Face freetype = bul_face_freetype(face);
    FT_UInt cid = glyph;
    if (!freetype || FT_Get_CID_From_Glyph_Index(freetype, glyph, &cid) != 0)
        return glyph;
    return cid;
}

bool bul_face_ink(const bul_face *face, uint32_t glyph, int *left, int *right)
{
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(face->engine->font, glyph, &extents) ||
        extents.width == 0)
        return false;
    *left = thousandths(face, extents.x_bearing);
    *right = thousandths(face, (int64_t)extents.x_bearing + extents.width);
    return true;
}

bool bul_face_ink_down(const bul_face *face, uint32_t glyph, int *top,
                       int *bottom)
{
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(face->engine->font, glyph, &extents) ||
        extents.height == 0)
        return false;
    *top = BUL_SQUARE_TOP - thousandths(face, extents.y_bearing);
    *bottom = BUL_SQUARE_TOP -
              thousandths(face, (int64_t)extents.y_bearing + extents.height);
    return true;
}

bul_str bul_face_engine_name(bul_arena *arena)
{
    return bul_str_join(arena, BUL_STR("HarfBuzz "),
                        bul_str_from(hb_version_string()));
}
