/* SPDX-License-Identifier: MIT */
/* picture.c - telling pictures apart by their first bytes, reporting what is
 * wrong with them, and opening them again. */
#include "picture/picture.h"

#include "picture/decoder.h"

/* Pictures that are not the same differ in their last bytes nearly always:
 * there stand the end of a JPEG's scan and the checksums of a PNG. */
#define STAMP_BYTES ((size_t)4 << 10)

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

static uint64_t stamp_of(bul_str bytes)
{
    size_t tail = bytes.len > STAMP_BYTES ? bytes.len - STAMP_BYTES : 0;
    return bul_str_hash(bul_str_sub(bytes, tail, bytes.len));
}

static bul_picture_fault read_header(bul_picture *picture, bul_str bytes)
{
    picture->orientation = 1;
    return picture->format == BUL_PICTURE_JPEG ? bul_jpeg_read(picture, bytes)
                                               : bul_png_read(picture, bytes);
}

static bul_picture *read_picture(bul_arena *arena, bul_diag *diag, bul_str path,
                                 bul_str bytes, bul_span span)
{
    bool is_jpeg = bul_str_starts(bytes, BUL_STR("\xFF\xD8\xFF"));
    bool is_png = bul_str_starts(bytes, BUL_STR("\x89PNG\r\n\x1A\n"));
    if (!is_jpeg && !is_png) {
        report_type(diag, path, bytes, span);
        return NULL;
    }
    bul_picture *picture = BUL_NEW(arena, bul_picture, 1);
    picture->path = path;
    picture->format = is_jpeg ? BUL_PICTURE_JPEG : BUL_PICTURE_PNG;
    picture->byte_count = bytes.len;
    picture->stamp = stamp_of(bytes);
    bul_picture_fault fault = BUL_PICTURE_TOO_LARGE;
    if (bytes.len <= BUL_PICTURE_MAX_BYTES)
        fault = read_header(picture, bytes);
    if (fault == BUL_PICTURE_SOUND)
        return picture;
    report_fault(diag, fault, picture, span);
    return NULL;
}

const bul_picture *bul_picture_read(bul_arena *arena, bul_diag *diag,
                                    bul_str path, bul_str bytes, bul_span span)
{
    bul_picture *picture = read_picture(arena, diag, path, bytes, span);
    if (picture != NULL)
        picture->kept = bytes;
    return picture;
}

const bul_picture *bul_picture_read_file(bul_arena *arena, bul_diag *diag,
                                         bul_picture_file file, bul_str path,
                                         bul_str bytes, bul_span span)
{
    bul_picture *picture = read_picture(arena, diag, path, bytes, span);
    if (picture != NULL)
        picture->file = file;
    return picture;
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

/* ---- Again ---- */

/* All that pages and images are made from. */
static bool has_same_header(const bul_picture *a, const bul_picture *b)
{
    return a->width == b->width && a->height == b->height &&
           a->bits == b->bits && a->components == b->components &&
           a->orientation == b->orientation && a->inverted == b->inverted &&
           a->plain_rgb == b->plain_rgb && a->has_alpha == b->has_alpha &&
           a->has_palette == b->has_palette && a->has_icc == b->has_icc;
}

/* The length comes first: the readers expect a file that has a signature. */
static bool is_unchanged(const bul_picture *picture, bul_str bytes)
{
    bul_picture now = {.format = picture->format};
    return bytes.len == picture->byte_count &&
           stamp_of(bytes) == picture->stamp &&
           read_header(&now, bytes) == BUL_PICTURE_SOUND &&
           has_same_header(picture, &now);
}

bool bul_picture_open(const bul_picture *picture, bul_arena *arena,
                      bul_loan *loan)
{
    bul_picture_file file = picture->file;
    *loan = (bul_loan){.bytes = picture->kept};
    if (file.world == NULL)
        return true;
    if (bul_world_borrow(file.world, arena, file.root, file.path,
                         BUL_PICTURE_MAX_BYTES, loan) != BUL_WORLD_OK)
        return false;
    if (is_unchanged(picture, loan->bytes))
        return true;
    bul_world_return(loan);
    return false;
}

static bool is_same_file(const bul_picture *a, const bul_picture *b)
{
    return a->file.world != NULL && a->file.world == b->file.world &&
           bul_str_equal(a->file.root, b->file.root) &&
           bul_str_equal(a->file.path, b->file.path);
}

bool bul_picture_is_same(const bul_picture *a, const bul_picture *b,
                         bul_arena *arena)
{
    if (a == b)
        return true;
    if (a->byte_count != b->byte_count || a->stamp != b->stamp)
        return false;
    if (is_same_file(a, b))
        return true;
    bul_loan one, other;
    if (!bul_picture_open(a, arena, &one))
        return false;
    bool is_same = bul_picture_open(b, arena, &other) &&
                   bul_str_equal(one.bytes, other.bytes);
    bul_world_return(&one);
    bul_world_return(&other);
    return is_same;
}

bul_str bul_picture_icc(const bul_picture *picture, bul_str bytes,
                        bul_arena *arena)
{
    if (!picture->has_icc)
        return (bul_str){0};
    return picture->format == BUL_PICTURE_JPEG ? bul_jpeg_icc(bytes, arena)
                                               : bul_png_icc(bytes, arena);
}

bool bul_picture_samples(const bul_picture *picture, bul_str bytes,
                         bul_arena *arena, bul_diag *diag, bul_span span,
                         bul_samples *samples)
{
    if (picture->format == BUL_PICTURE_JPEG
            ? bul_jpeg_decode(picture, bytes, arena, samples)
            : bul_png_decode(picture, bytes, arena, samples))
        return true;
    report_fault(diag, BUL_PICTURE_DAMAGED, picture, span);
    return false;
}
