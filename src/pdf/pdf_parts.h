/* SPDX-License-Identifier: MIT */
/* pdf_parts.h - the PDF in the making, shared by the files of pdf/.
 *
 * First everything the pages use is noted (fonts with their glyphs, pictures),
 * then fonts are cut and embedded, because a page shows text by the codes the
 * cut font gives, then the pages are written, and what belongs to the file as
 * a whole comes last. */
#ifndef BUL_PDF_PDF_PARTS_H
#define BUL_PDF_PDF_PARTS_H

#include <libdeflate.h>

#include "base/product.h"
#include "ink/grey.h"
#include "ink/inks.h"
#include "ink/photo.h"
#include "layout/page.h"
#include "pdf/haru.h"
#include "pdf/pdf_content.h"
#include "pdf/pdf_tags.h"

/* A glyph that the file shows. */
typedef struct bul_pdf_glyph {
    uint32_t id;    /* in the face */
    uint32_t code;  /* in the embedded font; else the number of its outline */
    int width;      /* 1/1000 em, as /W says */
    bul_str text;   /* its ToUnicode; never empty once fonts are embedded */
    bool is_guess;  /* the text is only part of a cluster's */
    HPDF_Dict form; /* its outline; NULL: the file has fonts, or it is blank */
    size_t page_used; /* of the outline */
} bul_pdf_glyph;

/* Glyph numbers in a font file have sixteen bits. */
#define BUL_PDF_GLYPH_LIMIT ((size_t)1 << 16)

/* The two ways of writing: each wants a Type0 font of its own, over the one
 * cut font of the face. */
typedef enum bul_pdf_way {
    BUL_PDF_ACROSS, /* Identity-H; sideways runs too */
    BUL_PDF_DOWN,   /* Identity-V: upright runs */
    BUL_PDF_WAYS
} bul_pdf_way;

typedef struct bul_pdf_type0 {
    char name[16]; /* in resources: F1 across, V1 down */
    bool is_noted; /* some run is written this way */
    HPDF_Dict object;
    size_t page_used; /* number + 1 of the last page that showed it */
} bul_pdf_type0;

typedef struct bul_pdf_font {
    const bul_face *face;
    uint16_t *slots; /* by glyph id: place in `glyphs` + 1, 0 for unused */
    BUL_LIST(bul_pdf_glyph) glyphs;
    bul_pdf_type0 ways[BUL_PDF_WAYS];
} bul_pdf_font;

typedef struct bul_pdf_image {
    const bul_picture *picture;
    bul_span span; /* where it is first placed */
    char name[16]; /* in resources: I1 */
    HPDF_Dict object;
    size_t page_used;
    bool is_verbatim; /* its stream is the file, byte for byte */
} bul_pdf_image;

/* A picture and the image that holds it: one for all that have its bytes. */
typedef struct bul_pdf_picture {
    const bul_picture *picture;
    bul_pdf_image *image;
} bul_pdf_picture;

/* A page as a form that press sheets show. */
typedef struct bul_pdf_form {
    const bul_page *page;
    char name[16]; /* in resources: P1, by the page's number */
    HPDF_Dict object;
    size_t page_used;
} bul_pdf_form;

typedef struct bul_pdf {
    const bul_edition *edition;
    const bul_product *product;
    bul_arena *arena;
    bul_arena scratch; /* holds nothing for longer than one part */
    bul_diag *diag;
    bul_haru haru;
    struct libdeflate_compressor *packer;
    bul_content content; /* of the page at hand */
    BUL_LIST(bul_pdf_font *) fonts;
    BUL_LIST(bul_pdf_image *) images;
    bul_inks_to_light *light;  /* of the screen; opened when it is needed */
    bul_photo_plan photo_plan; /* likewise, by its separation */
    HPDF_Dict over, apart;     /* overprint on and off */
    bul_str spot_space;        /* the spot ink's colour space */
    HPDF_Dict screen_profile;  /* sRGB, embedded once */
    HPDF_Dict paper_profile;   /* of the condition, likewise */
    BUL_LIST(bul_pdf_picture) pictures;
    size_t sample_bytes; /* of packed samples that are kept */
    BUL_LIST(HPDF_Dict) pages;
    BUL_LIST(bul_pdf_form) forms;
    size_t stamp;          /* pages and forms begun */
    uint32_t traced_count; /* glyphs that are outlines */
    bul_tags tags;
    uint64_t content_hash; /* of all pages' contents, by FNV-1a */
    bool is_faulty;        /* a font or picture was reported as unusable */
} bul_pdf;

/* Packs bytes with deflate (RFC 1950) into the arena. */
bul_str bul_pdf_pack(bul_pdf *pdf, bul_str bytes);
/* The same, but into pdf->scratch. */
bul_str bul_pdf_pack_loose(bul_pdf *pdf, bul_str bytes);

/* ---- pdf_font.c, pdf_width.c, pdf_unicode.c ---- */

/* The way a run is written. */
bul_pdf_way bul_pdf_way_of(const bul_glyph_run *run);
/* Notes face, glyphs and their text. */
void bul_pdf_note_run(bul_pdf *pdf, const bul_glyph_run *run);
/* Cuts and embeds every noted font. */
void bul_pdf_embed_fonts(bul_pdf *pdf);
/* The font of a face that was noted. */
bul_pdf_font *bul_pdf_font_of(bul_pdf *pdf, const bul_face *face);
/* The noted glyph; .notdef for an impossible number. */
const bul_pdf_glyph *bul_pdf_glyph_of(const bul_pdf_font *font, uint32_t id);
/* The same to be marked; NULL for an impossible number. */
bul_pdf_glyph *bul_pdf_noted_glyph(bul_pdf_font *font, uint32_t id);
/* Do the glyphs stand in the reverse order of their text (Arabic)? */
bool bul_pdf_reads_back(const bul_glyph_run *run);
/* The cluster that begins at glyph `first`: its text and, returned, the place
 * after its last glyph. */
size_t bul_pdf_cluster(const bul_glyph_run *run, size_t first, bul_str *text);
/* A glyph in vertical writing, in 1/1000 em: how far down the next one
 * follows, and how far above its baseline it begins. */
typedef struct bul_pdf_height {
    int advance, top;
} bul_pdf_height;
bul_pdf_height bul_pdf_height_of(const bul_pdf_glyph *glyph);
/* DW and W; DW2 and W2 where the font is written downwards. */
void bul_pdf_put_widths(bul_pdf *pdf, HPDF_Dict cid_font,
                        const bul_pdf_font *font, const uint16_t *by_code);
/* The ToUnicode CMap. by_code: for each code, place in font->glyphs + 1. */
bul_str bul_pdf_unicode_map(bul_pdf *pdf, const bul_pdf_font *font,
                            const uint16_t *by_code);

/* ---- pdf_traced.c ---- */

/* Makes a form of every noted glyph's outline, instead of embedding fonts. */
void bul_pdf_trace_fonts(bul_pdf *pdf);

/* ---- pdf_image.c ---- */

void bul_pdf_note_picture(bul_pdf *pdf, const bul_placed_picture *placed);
void bul_pdf_embed_images(bul_pdf *pdf);
/* The image that holds a noted picture. */
bul_pdf_image *bul_pdf_image_of(bul_pdf *pdf, const bul_picture *picture);

/* ---- pdf_photo.c ---- */

/* Does the product want other colours than the picture has? */
bool bul_pdf_photo_turns(bul_pdf *pdf, const bul_pdf_image *image,
                         bul_str bytes);
/* Components that its colours have then. */
uint8_t bul_pdf_photo_components(const bul_pdf *pdf,
                                 const bul_picture *picture);
/* The JPEG packed anew, in the scratch arena. False: it is broken. */
bool bul_pdf_photo_repack(bul_pdf *pdf, const bul_pdf_image *image,
                          bul_str bytes, bul_str *jpeg);
/* The samples as the product wants them, likewise. */
bool bul_pdf_photo_samples(bul_pdf *pdf, const bul_pdf_image *image,
                           bul_str bytes, bul_samples *samples);

/* ---- pdf_ink.c ---- */

/* A colour as the file has it. */
typedef struct bul_pdf_ink {
    bul_color color;
    bool is_spot;     /* the spot ink; color.k is its tone */
    bool is_over;     /* on what is beneath, which stays (叠印) */
    bool is_left_out; /* on the other plate: not painted at all */
} bul_pdf_ink;

/* What the product makes of a colour. */
bul_pdf_ink bul_pdf_ink_of(const bul_pdf *pdf, bul_color color,
                           bul_ink_use use);
bool bul_pdf_ink_is_same(bul_pdf_ink a, bul_pdf_ink b);
/* The operators that set it for areas, or for lines. */
void bul_pdf_add_ink(bul_pdf *pdf, bul_content *out, bul_pdf_ink ink,
                     bool is_stroke);
/* The operator that says whether what follows stays over what is beneath. */
void bul_pdf_add_overprint(bul_content *out, bool is_over);
/* What these operators name, in a page's resources. */
void bul_pdf_put_inks(bul_pdf *pdf, HPDF_Dict resources, bool has_marks);
/* The colour space of pictures: of the device where the output intent says
 * what that is, else by a profile. */
bul_str bul_pdf_picture_space(bul_pdf *pdf, size_t components);
/* The profile of sRGB pictures as an object; NULL where the product has none. */
HPDF_Dict bul_pdf_screen_profile(bul_pdf *pdf);
/* That of the inks, likewise. */
HPDF_Dict bul_pdf_paper_profile(bul_pdf *pdf);

/* ---- pdf_page.c ---- */

/* What the product keeps beyond the trimmed edges. */
int64_t bul_pdf_bleed(const bul_pdf *pdf, const bul_page *page);
/* A rectangle in millipoints: left, foot, right, head. */
void bul_pdf_put_box(bul_pdf *pdf, HPDF_Dict dict, const char *key,
                     const int64_t box[4]);
void bul_pdf_write_page(bul_pdf *pdf, const bul_page *page);
/* The page tree over all pages written. */
void bul_pdf_link_pages(bul_pdf *pdf);

/* ---- pdf_sheet.c ---- */

/* Writes the pages that a press sheet shows, as far as they are not written. */
void bul_pdf_write_forms(bul_pdf *pdf, const bul_page *sheet);

/* ---- pdf_tree.c ---- */

/* The structure tree over all pages written. */
void bul_pdf_write_tree(bul_pdf *pdf);

/* ---- pdf_attach.c ---- */

/* A picture is the largest that may be among the sources. */
#define BUL_SOURCE_MAX_BYTES BUL_PICTURE_MAX_BYTES

/* Embeds the product's sources and the list of them; notes in it what has
 * become of each. Reports pdf/source-gone. */
void bul_pdf_attach(bul_pdf *pdf);

/* ---- pdf_claims.c ---- */

/* The standards that the file says it keeps, as XMP properties of one
 * rdf:Description and, where they are not in the standard's own list, the
 * schemas that explain them (ISO 19005-2, 6.6.2.3). */
void bul_pdf_add_claims(bul_pdf *pdf, bul_text *xmp);
/* Output intents; what PDF/X wants in Info. */
void bul_pdf_write_claims(bul_pdf *pdf);

/* ---- pdf_meta.c, pdf_outline.c ---- */

/* Title, dates, XMP, language, viewer preferences. */
void bul_pdf_write_meta(bul_pdf *pdf);
/* Bookmarks and page labels. */
void bul_pdf_write_outline(bul_pdf *pdf);
void bul_pdf_write_labels(bul_pdf *pdf);

#endif
