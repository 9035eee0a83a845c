/* SPDX-License-Identifier: MIT */
/* product.h - what a PDF is made for, and what follows from it.
 *
 * One layout gives several products with the same lines: for a screen, the
 * archive, the office printer, the press. What each claims to be is in
 * product.c; the room pdf/ does what the claims ask for. */
#ifndef BUL_BASE_PRODUCT_H
#define BUL_BASE_PRODUCT_H

#include "base/color.h"
#include "base/measure.h"
#include "base/str.h"
#include "bulletin.h"

/* PDF/X, what a press takes (ISO 15930). */
typedef enum bul_exchange {
    BUL_EXCHANGE_NONE = 0,
    BUL_EXCHANGE_X1A, /* PDF/X-1a:2003 */
    BUL_EXCHANGE_X4
} bul_exchange;

/* In what inks the colours of pages are written. */
typedef enum bul_inks {
    BUL_INKS_AS_SET = 0, /* black and the four of process printing */
    BUL_INKS_LIGHT,      /* sRGB, for screens */
    BUL_INKS_BLACK,      /* one ink: tones of grey */
    BUL_INKS_TWO         /* black and the spot ink, which has all that is red */
} bul_inks;

/* What becomes of pictures' colours. */
typedef enum bul_photos {
    BUL_PHOTOS_AS_THEY_ARE =
        0,            /* light by its profile, inks by their numbers */
    BUL_PHOTOS_LIGHT, /* light becomes that of sRGB; inks stay */
    BUL_PHOTOS_INKS,  /* light becomes inks; no more than the limit */
    BUL_PHOTOS_BLACK  /* tones of grey */
} bul_photos;

/* How an office printer is told to print on both sides (双面). */
typedef enum bul_duplex {
    BUL_DUPLEX_UNSAID = 0,
    BUL_DUPLEX_LONG_EDGE,
    BUL_DUPLEX_SHORT_EDGE
} bul_duplex;

/* What becomes of a file that the pages were made from. */
typedef enum bul_keeping {
    BUL_KEEPING_NONE,     /* it stays outside: part of program or system */
    BUL_KEEPING_ATTACHED, /* an embedded file */
    BUL_KEEPING_IMAGE     /* a JPEG that stands in the PDF as an image */
} bul_keeping;

/* Keys among the embedded files; that of their list comes first. */
#define BUL_SOURCE_KEY_ROOM 24
#define BUL_SOURCES_KEY     "bulletin"

/* A file that the pages were made from. */
typedef struct bul_source_file {
    bul_str root, path; /* as bul_world_open takes them */
    bul_str name;       /* in the list of sources: "issue/…" */
    bul_str shown;      /* as it is called beside the document */
    const char *type;   /* "text/markdown" */
    bool is_wanted;     /* goes along, and is not the program's own */
    /* Said when the PDF is written. */
    bul_keeping kept;
    char key[BUL_SOURCE_KEY_ROOM]; /* among the embedded files */
    uint64_t byte_count;
    char digest[64 + 1]; /* SHA-256 in hexadecimal; empty: it is gone */
} bul_source_file;

/* Everything that the pages were made from. */
typedef struct bul_sources {
    const bul_world *world;
    bul_source_file *files;
    size_t file_count;
    /* The list of them all, once it is known what becomes of each; in the
     * arena of the document. */
    bul_str (*list)(void *state);
    void *state;
} bul_sources;

/* A spot ink (专色), mixed for the job and printed from a plate of its own. */
typedef struct bul_spot {
    bul_str name;    /* "专色红" */
    bul_color looks; /* what stands for it where it is not at hand */
} bul_spot;

/* A way of printing that is described by a profile (印刷条件). */
typedef struct bul_condition {
    bul_str identifier; /* "FOGRA39", as the ICC's registry has it;
                           empty: the profile is the printer's own */
    bul_str title;
    bul_str profile; /* bytes of the ICC profile */
    int ink_limit;   /* of all inks in one place, percent (总墨量) */
} bul_condition;

/* All zero: a plain PDF 1.7 that claims nothing. */
typedef struct bul_product {
    int minor; /* PDF 1.4, 1.6; 0: 1.7 */
    bul_exchange exchange;
    int archive_part;  /* PDF/A: 2 or 3; 0: not claimed */
    bool is_universal; /* PDF/UA-1 */
    bool is_tagged;    /* has a structure tree */
    bool is_trimmed;   /* pages without bleed */
    bool is_without_links;
    bool is_without_outline;
    bool is_opaque; /* nothing may show through (PDF/X-1a) */
    bul_duplex duplex;
    bul_inks inks;
    bul_photos photos;
    bool has_outlines;        /* type as drawings, no fonts (文字转曲) */
    bool overprints;          /* black text and rules on whatever is beneath */
    const bul_spot *spot;     /* for BUL_INKS_TWO */
    bul_plate plate;          /* of BUL_INKS_TWO: that of one ink alone */
    bul_mpt nudge_x, nudge_y; /* of all content, against a press that is out
                                 of register (套准) */
    const bul_condition *condition; /* what inks are meant; NULL: not said */
    bul_str screen_profile;         /* sRGB: of a screen, of RGB pictures */
    const bul_sources *sources;     /* that go along; NULL: none */
    uint64_t *page_sums; /* filled in: one for the content of each page; NULL:
                            not wanted */
} bul_product;

/* What a profile asks for; condition, screen profile and sources are still to
 * be filled in. BUL_PROFILE_BY_ISSUE is taken for the screen. */
bul_product bul_product_for(bul_profile profile);

#endif
