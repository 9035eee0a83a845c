/* SPDX-License-Identifier: MIT */
#include "text/system_fonts.h"

#include <string.h>

#include <fontconfig/fontconfig.h>

#include "text/font_alias.h"

static bool take(bul_arena *arena, FcPattern *pattern, bul_system_font *font)
{
    FcChar8 *file = NULL;
    int number = 0;
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
        return false;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &number);
    font->path = bul_str_copy(arena, bul_str_from((const char *)file));
    font->number = (unsigned)number & 0xFFFFu;
    return true;
}

static bool has_family(FcPattern *pattern, const FcChar8 *family)
{
    FcChar8 *name;
    for (int i = 0;
         FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (FcStrCmpIgnoreCase(name, family) == 0)
            return true;
    return false;
}

bool bul_system_font_find(bul_arena *arena, bul_str family, unsigned weight,
                          bul_system_font *font)
{
    const FcChar8 *name = (const FcChar8 *)bul_cstr(arena, family);
    FcPattern *wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, name);
    FcPatternAddInteger(wanted, FC_WEIGHT, FcWeightFromOpenType((int)weight));
    FcConfigSubstitute(NULL, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *match = FcFontMatch(NULL, wanted, &result);
    /* fontconfig always offers something: often DejaVu, without a hanzi. */
    bool found = match && has_family(match, name) && take(arena, match, font);
    if (match)
        FcPatternDestroy(match);
    FcPatternDestroy(wanted);
    return found;
}

/* The text faces of UKIJ; its hundred others are for display. */
static const char *const arabic[] = {
    "UKIJ Tuz",          "UKIJ Tuz Kitab",   "UKIJ Basma", "UKIJ Ekran",
    "Noto Naskh Arabic", "Noto Sans Arabic", "Amiri",      NULL};

/* Place of a family in a list, BUL_FONT_MAKESHIFT where it is in none. */
static int place_in(const char *const *list, const char *family)
{
    for (int i = 0; list[i]; i++)
        if (strcmp(list[i], family) == 0)
            return i;
    return BUL_FONT_MAKESHIFT;
}

static int han_rank(bul_locale locale, const char *family)
{
    static const char *const hans[] = {"Noto Serif CJK SC", "Noto Sans CJK SC",
                                       NULL};
    if (place_in(bul_font_families(locale, BUL_GENRE_SONG), family) <
        BUL_FONT_MAKESHIFT)
        return 0;
    if (place_in(bul_font_families(locale, BUL_GENRE_HEI), family) <
        BUL_FONT_MAKESHIFT)
        return 1;
    int place = place_in(hans, family);
    if (place < BUL_FONT_MAKESHIFT)
        return locale == BUL_LOCALE_ZH_HANS ? place : place + 2;
    return strncmp(family, "HanaMin", 7) == 0 ? 4 : BUL_FONT_MAKESHIFT;
}

int bul_system_font_rank(bul_locale locale, uint32_t code_point,
                         const char *family)
{
    return bul_font_is_arabic(code_point) ? place_in(arabic, family)
                                          : han_rank(locale, family);
}

/* What is asked of the faces that have a character. */
typedef struct cover_wish {
    bul_locale locale;
    uint32_t code_point;
} cover_wish;

/* Lower is better: upright regular faces, then by family. */
static int preference(const cover_wish *wish, FcPattern *pattern)
{
    FcChar8 *family = NULL;
    int slant = 0;
    int weight = FC_WEIGHT_REGULAR;
    FcPatternGetString(pattern, FC_FAMILY, 0, &family);
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
    int score = (slant != FC_SLANT_ROMAN ? 1000 : 0) +
                (weight == FC_WEIGHT_REGULAR ? 0 : 100);
    if (family == NULL)
        return score + BUL_FONT_MAKESHIFT + 1;
    return score + bul_system_font_rank(wish->locale, wish->code_point,
                                        (const char *)family);
}

static int compare_faces(const cover_wish *wish, FcPattern *a, FcPattern *b)
{
    int difference = preference(wish, a) - preference(wish, b);
    if (difference != 0)
        return difference;
    FcChar8 *file_a = NULL;
    FcChar8 *file_b = NULL;
    FcPatternGetString(a, FC_FILE, 0, &file_a);
    FcPatternGetString(b, FC_FILE, 0, &file_b);
    if (file_a == NULL || file_b == NULL)
        return file_a == file_b ? 0 : (file_a == NULL ? 1 : -1);
    difference = strcmp((const char *)file_a, (const char *)file_b);
    if (difference != 0)
        return difference;
    int number_a = 0;
    int number_b = 0;
    FcPatternGetInteger(a, FC_INDEX, 0, &number_a);
    FcPatternGetInteger(b, FC_INDEX, 0, &number_b);
    return number_a - number_b;
}

bool bul_system_font_cover(bul_arena *arena, bul_locale locale,
                           uint32_t code_point, bul_system_font *font)
{
    const cover_wish wish = {locale, code_point};
    FcPattern *wanted = FcPatternCreate();
    FcCharSet *characters = FcCharSetCreate();
    FcCharSetAddChar(characters, code_point);
    FcPatternAddCharSet(wanted, FC_CHARSET, characters);
    FcPatternAddBool(wanted, FC_SCALABLE, FcTrue);
    FcObjectSet *fields = FcObjectSetBuild(
        FC_FILE, FC_INDEX, FC_FAMILY, FC_SLANT, FC_WEIGHT, (const char *)NULL);
    FcFontSet *faces = FcFontList(NULL, wanted, fields);
    FcPattern *best = NULL;
    for (int i = 0; faces && i < faces->nfont; i++)
        if (best == NULL || compare_faces(&wish, faces->fonts[i], best) < 0)
            best = faces->fonts[i];
    bool found = best && take(arena, best, font);
    if (faces)
        FcFontSetDestroy(faces);
    FcObjectSetDestroy(fields);
    FcCharSetDestroy(characters);
    FcPatternDestroy(wanted);
    return found;
}
