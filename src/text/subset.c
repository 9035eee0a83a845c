/* SPDX-License-Identifier: MIT */
/* subset.c - cutting a face.
 *
 * hb-subset is shown only the tables that hold outlines and advances. That
 * spares it the walk through the whole character map and the layout tables,
 * none of which a PDF wants: its text is shown by code, already shaped. */
#include "text/subset.h"

#include <hb-subset.h>

#include "text/face_engine.h"

static const hb_tag_t kept_tables[] = {
    HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f'),
    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('m', 'a', 'x', 'p'),
};

/* Hands hb-subset the kept tables and hides the others. */
static hb_blob_t *kept_table(hb_face_t *outer, hb_tag_t tag, void *state)
{
    (void)outer;
    for (size_t i = 0; i < sizeof kept_tables / sizeof *kept_tables; i++)
        if (kept_tables[i] == tag)
            return hb_face_reference_table(state, tag);
    return NULL;
}

static hb_subset_input_t *input_make(const uint32_t *glyphs, size_t glyph_count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_set_t *set = hb_subset_input_glyph_set(input);
    hb_set_add(set, 0);
    for (size_t i = 0; i < glyph_count; i++)
        hb_set_add(set, glyphs[i]);
    return input;
}

static hb_subset_plan_t *plan_make(hb_face_t *face, const uint32_t *glyphs,
                                   size_t glyph_count)
{
    hb_subset_input_t *input = input_make(glyphs, glyph_count);
    hb_face_t *shown = hb_face_create_for_tables(kept_table, face, NULL);
    hb_face_set_upem(shown, hb_face_get_upem(face));
    hb_subset_plan_t *plan =
        input ? hb_subset_plan_create_or_fail(shown, input) : NULL;
    hb_face_destroy(shown);
    hb_subset_input_destroy(input);
    return plan;
}

static void blob_close(void *handle)
{
    hb_blob_destroy(handle);
}

/* The bytes of a blob, which the arena then owns. */
static bul_str blob_keep(bul_arena *arena, hb_blob_t *blob)
{
    bul_arena_defer(arena, blob_close, blob);
    unsigned size;
    const char *bytes = hb_blob_get_data(blob, &size);
    return (bul_str){bytes, size};
}

/* The font program as a PDF wants it: a bare CFF table or a whole sfnt. */
static bul_str program_keep(bul_arena *arena, const bul_face *face,
                            hb_face_t *cut)
{
    hb_blob_t *blob =
        face->outline == BUL_OUTLINE_TRUETYPE
            ? hb_face_reference_blob(cut)
            : hb_face_reference_table(cut, HB_TAG('C', 'F', 'F', ' '));
    hb_face_destroy(cut);
    return blob_keep(arena, blob);
}

/* The new code of every glyph asked for. hb-subset keeps the CIDs of a
 * CID-keyed font and numbers all others afresh. */
static void fill_codes(uint32_t *codes, const bul_face *face,
                       const uint32_t *glyphs, size_t glyph_count,
                       const hb_map_t *renumbered)
{
    for (size_t i = 0; i < glyph_count; i++) {
        hb_codepoint_t code =
            renumbered ? hb_map_get(renumbered, glyphs[i]) : glyphs[i];
        if (code == HB_MAP_VALUE_INVALID)
            codes[i] = 0;
        else
            codes[i] = face->outline == BUL_OUTLINE_CFF_CID
                           ? bul_face_cid(face, glyphs[i])
                           : code;
    }
}

/* A font that may not be cut, whole; out of its collection if it is in one. */
static hb_face_t *whole_face(hb_face_t *face)
{
    hb_face_t *built = hb_face_builder_create();
    for (size_t i = 0; i < sizeof kept_tables / sizeof *kept_tables; i++) {
        hb_blob_t *table = hb_face_reference_table(face, kept_tables[i]);
        if (hb_blob_get_length(table) > 0)
            hb_face_builder_add_table(built, kept_tables[i], table);
        hb_blob_destroy(table);
    }
    return built;
}

bool bul_subset_make(bul_arena *arena, const bul_face *face,
                     const uint32_t *glyphs, size_t glyph_count,
                     bul_subset *subset)
{
    hb_face_t *whole = face->engine->face;
    uint32_t *codes = BUL_NEW(arena, uint32_t, glyph_count + 1);
    *subset = (bul_subset){
        .codes = codes, .identity_map = face->outline == BUL_OUTLINE_TRUETYPE};
    if (!face->may_subset) {
        fill_codes(codes, face, glyphs, glyph_count, NULL);
        subset->bytes = program_keep(arena, face, whole_face(whole));
        return subset->bytes.len > 0;
    }
    hb_subset_plan_t *plan = plan_make(whole, glyphs, glyph_count);
    hb_face_t *cut = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (cut)
        fill_codes(codes, face, glyphs, glyph_count,
                   hb_subset_plan_old_to_new_glyph_mapping(plan));
    hb_subset_plan_destroy(plan);
    if (!cut)
        return false;
    subset->bytes = program_keep(arena, face, cut);
    return subset->bytes.len > 0;
}
