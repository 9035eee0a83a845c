/* SPDX-License-Identifier: MIT */
/* picture.c - telling pictures apart by their first bytes, and reporting what
 * is wrong with them. */
#include "picture/picture.h"

#include "picture/decoder.h"

/* Kinds that people do hand in, so that the message can name them. */
typedef struct known_kind {
    size_t at; /* where the bytes stand */
    bul_str bytes;
    bul_str name;
} known_kind;

static const known_kind known_kinds[] = {
    {0, BUL_STR_INIT("GIF8"), BUL_STR_INIT("GIF")},
    {0, BUL_STR_INIT("BM"), BUL_STR_INIT("BMP")},
    {0, BUL_STR_INIT("II*\0"), BUL_STR_INIT("TIFF")},
    {0, BUL_STR_INIT("MM\0*"), BUL_STR_INIT("TIFF")},
    {8, BUL_STR_INIT("WEBP"), BUL_STR_INIT("WebP")},
    {4, BUL_STR_INIT("ftyphei"), BUL_STR_INIT("HEIC")},
    {4, BUL_STR_INIT("ftypmif1"), BUL_STR_INIT("HEIC")},
    {4, BUL_STR_INIT("ftypavif"), BUL_STR_INIT("AVIF")},
    {0, BUL_STR_INIT("8BPS"), BUL_STR_INIT("PSD")},
    {0, BUL_STR_INIT("%PDF"), BUL_STR_INIT("PDF")},
    {0, BUL_STR_INIT("<svg"), BUL_STR_INIT("SVG")},
    {0, BUL_STR_INIT("<?xml"), BUL_STR_INIT("SVG")},
};

static bool has_bytes_at(bul_str bytes, size_t at, bul_str wanted)
{
    return at <= bytes.len &&
           bul_str_starts(bul_str_sub(bytes, at, bytes.len), wanted);
}

static void report_type(bul_diag *diag, bul_str path, bul_str bytes,
                        bul_span span)
{
    for (size_t i = 0; i < sizeof known_kinds / sizeof *known_kinds; i++) {
        const known_kind *kind = &known_kinds[i];
        if (has_bytes_at(bytes, kind->at, kind->bytes)) {
            bul_report(diag, BUL_MSG_PICTURE_FOREIGN, span,
                       BUL_ARGS(path, kind->name));
            return;
        }
    }
    bul_report(diag, BUL_MSG_PICTURE_UNKNOWN, span, BUL_ARGS(path));
}

static void report_fault(bul_diag *diag, bul_picture_fault fault,
                         const bul_picture *picture, bul_span span)
{
    static const bul_message_id messages[] = {
        [BUL_PICTURE_TRUNCATED] = BUL_MSG_PICTURE_TRUNCATED,
        [BUL_PICTURE_DAMAGED] = BUL_MSG_PICTURE_DAMAGED,
        [BUL_PICTURE_TOO_LARGE] = BUL_MSG_PICTURE_TOO_LARGE,
        [BUL_PICTURE_UNSUPPORTED] = BUL_MSG_PICTURE_UNSUPPORTED,
    };
    bul_report(diag, messages[fault], span, BUL_ARGS(picture->path));
}

bool bul_picture_fits(uint32_t width, uint32_t height)
{
    return width > 0 && height > 0 && width <= BUL_PICTURE_MAX_SIDE &&
           height <= BUL_PICTURE_MAX_SIDE &&
           (uint64_t)width * height <= BUL_PICTURE_MAX_PIXELS;
}

const bul_picture *bul_picture_read(bul_arena *arena, bul_diag *diag,
                                    bul_str path, bul_str bytes, bul_span span)
{
    bool is_jpeg = bul_str_starts(bytes, BUL_STR("\xFF\xD8\xFF"));
    bool is_png = bul_str_starts(bytes, BUL_STR("\x89PNG\r\n\x1A\n"));
    if (!is_jpeg && !is_png) {
        report_type(diag, path, bytes, span);
        return NULL;
    }
    bul_picture *picture = BUL_NEW(arena, bul_picture, 1);
    picture->path = path;
    picture->bytes = bytes;
    picture->format = is_jpeg ? BUL_PICTURE_JPEG : BUL_PICTURE_PNG;
    picture->orientation = 1;
    bul_picture_fault fault = BUL_PICTURE_TOO_LARGE;
    if (bytes.len <= BUL_PICTURE_MAX_BYTES)
        fault = is_jpeg ? bul_jpeg_read(picture) : bul_png_read(picture);
    if (fault == BUL_PICTURE_SOUND)
        return picture;
    report_fault(diag, fault, picture, span);
    return NULL;
}

/* Orientations 5 to 8 lie on their side. */
uint32_t bul_picture_seen_width(const bul_picture *picture)
{
    return picture->orientation >= 5 ? picture->height : picture->width;
}

uint32_t bul_picture_seen_height(const bul_picture *picture)
{
    return picture->orientation >= 5 ? picture->width : picture->height;
}

bool bul_picture_samples(const bul_picture *picture, bul_arena *arena,
                         bul_diag *diag, bul_span span, bul_samples *samples)
{
    if (bul_png_decode(picture, arena, samples))
        return true;
    report_fault(diag, BUL_PICTURE_DAMAGED, picture, span);
    return false;
}
