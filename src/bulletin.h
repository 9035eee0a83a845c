/* SPDX-License-Identifier: MIT */
/* bulletin.h - the public face of libbulletin.
 *
 * A bulletin is made in three steps: open the issue (read every file it
 * names), typeset it (pages exist, no PDF yet), write it. Everything that is
 * wrong with the input is collected as reports, with file, line and column;
 * a call's status says only whether it is worth going on.
 *
 *     bul_doc *doc;
 *     bul_status status = bul_open(bul_world_real(), NULL, "issue.yaml", &doc);
 *     if (status == BUL_OK)
 *         status = bul_typeset(doc);
 *     if (status == BUL_OK)
 *         status = bul_write_pdf(doc, sink);
 *     for (size_t i = 0; i < bul_report_count(doc); i++)
 *         show(bul_report_at(doc, i));
 *     bul_close(doc);
 *
 * The library never prints, never exits and keeps no global state: documents
 * on different threads do not meet. All strings are UTF-8. */
#ifndef BULLETIN_H
#define BULLETIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define BUL_API __attribute__((visibility("default")))

typedef enum bul_status {
    BUL_OK = 0,
    BUL_INPUT_ERRORS, /* the issue has errors: read the reports */
    BUL_IO_ERROR,     /* the world failed: disk, permission, missing file */
    BUL_LIMIT,        /* a limit was reached: pages, size, memory limit */
    BUL_NO_MEMORY
} bul_status;

/* ---- The world: the one door through which files come in. ---- */

typedef enum bul_world_result {
    BUL_WORLD_OK = 0,
    BUL_WORLD_MISSING,    /* no such file */
    BUL_WORLD_OUTSIDE,    /* the path leaves its root */
    BUL_WORLD_NOT_A_FILE, /* a folder, device, pipe */
    BUL_WORLD_TOO_LARGE,  /* over limit_bytes */
    BUL_WORLD_FAILED      /* cannot be read */
} bul_world_result;

/* The bytes of a file, valid until `close`. */
typedef struct bul_blob {
    const char *ptr;
    size_t len;
    void *handle; /* the world's own */
} bul_blob;

typedef struct bul_world {
    void *state;
    /* Opens `path` for reading. With a root, `path` is relative to it and must
     * stay beneath it, symbolic links included; with root NULL it is free. */
    bul_world_result (*open)(void *state, const char *root, const char *path,
                             size_t limit_bytes, bul_blob *blob);
    void (*close)(void *state, bul_blob *blob);
    /* Calls `each` for the entries of a folder, in byte order of their
     * names, without . and .. */
    bul_world_result (*list)(void *state, const char *root, const char *path,
                             void (*each)(void *closure, const char *name),
                             void *closure);
    /* Microseconds of a steady clock, for timings; may be NULL. */
    uint64_t (*clock_us)(void *state);
    /* The bytes of an open file are not wanted for a while: whatever holds them
     * may give its memory back if it finds them again. May be NULL. */
    void (*rest)(void *state, const bul_blob *blob);
} bul_world;

/* The disk of this machine. */
BUL_API const bul_world *bul_world_real(void);

/* ---- Options. ---- */

typedef enum bul_message_language {
    BUL_LANG_CHINESE = 0,
    BUL_LANG_ENGLISH = 1
} bul_message_language;

/* What a PDF is for (用途): one layout, the same lines in all of them. */
typedef enum bul_profile {
    BUL_PROFILE_BY_ISSUE = 0, /* as the issue says; else for the screen */
    BUL_PROFILE_SCREEN,  /* 屏幕: PDF/A-3a and PDF/UA-1, with its sources */
    BUL_PROFILE_ARCHIVE, /* 存档: likewise */
    BUL_PROFILE_OFFICE,  /* 办公: black ink only, no bleed */
    BUL_PROFILE_PRESS,   /* 印厂: PDF/X-4, also PDF/A-2a and PDF/UA-1 */
    BUL_PROFILE_PRESS_LEGACY /* 印厂旧版: PDF/X-1a:2003 */
} bul_profile;

/* Of a job in two inks (套红): all of it, or the plate of one ink. */
typedef enum bul_plate {
    BUL_PLATE_ALL = 0,
    BUL_PLATE_SPOT, /* the red one, or whatever ink the issue names */
    BUL_PLATE_BLACK
} bul_plate;

/* How pages stand on sheets of paper (拼大版). */
typedef enum bul_sheets {
    BUL_SHEETS_BY_ISSUE = 0, /* as the issue says; else single */
    BUL_SHEETS_SINGLE,       /* 单页 */
    BUL_SHEETS_FOLD,     /* 对折: two pages a side, sheets in one another */
    BUL_SHEETS_SADDLE,   /* 骑马钉: likewise, stitched, with creep */
    BUL_SHEETS_TWO_UP,   /* 二拼: smaller pages in reading order */
    BUL_SHEETS_FOUR_UP,  /* 四拼 */
    BUL_SHEETS_EIGHT_UP, /* 八拼 */
    BUL_SHEETS_REPEAT    /* 双拼: the same page twice, to be cut apart */
} bul_sheets;

typedef struct bul_options {
    bul_message_language language; /* of reports and proofs */
    /* Folders that hold `layouts/` and `fonts/`, searched in order; ends with
     * NULL. NULL: the installed prefix. */
    const char *const *data_dirs;
    const char *const *font_dirs; /* further font folders; ends with NULL */
    bool without_system_fonts;    /* never ask fontconfig */
    const char *layout;           /* overrides the issue's; NULL: its own */
    bul_profile profile;          /* overrides the issue's */
    /* One plate of a job in two inks; and how far all that is printed moves to
     * the right and down, in half millimetres, where a press is out of register. */
    bul_plate plate;
    int nudge_x, nudge_y;
    bul_sheets sheets; /* overrides the issue's */
    bool press_marks;  /* crop marks and the like, also if the issue has none */
    bool outline_text; /* type as drawings, for shops that take no fonts */
    /* The report.json of an earlier run: pages change as little as can be.
     * NULL: made up anew. */
    const char *near_report;
    bool advises;     /* bul_write_fit will be asked: takes time */
    bool is_strict;   /* pages that do not close are errors, whatever the issue
                         says; see bul_is_open */
    size_t max_pages; /* 0: the default, 2000 */
    size_t max_bytes; /* memory limit; 0: none */
    /* Pages on larger sheets (校样), to be corrected by hand: room all round,
     * lines numbered, a slug at the head. */
    bool proof_sheets;
} bul_options;

/* ---- A document. ---- */

typedef struct bul_doc bul_doc;

/* Reads the issue, its layout, its articles and the headers of its pictures.
 * Always yields a document to ask for reports, except with BUL_NO_MEMORY. */
BUL_API bul_status bul_open(const bul_world *world, const bul_options *options,
                            const char *issue_path, bul_doc **doc);

/* Sets the articles and makes up the pages. */
BUL_API bul_status bul_typeset(bul_doc *doc);

/* Takes bytes as they are made; false stops the writing (BUL_IO_ERROR). */
typedef struct bul_sink {
    bool (*write)(void *state, const void *bytes, size_t count);
    void *state;
} bul_sink;

/* Looks at the pages as a print shop would (印前检查), for the profile asked for:
 * what is found are reports. bul_write_pdf does it by itself. */
BUL_API bul_status bul_inspect(bul_doc *doc);

BUL_API bul_status bul_write_pdf(bul_doc *doc, bul_sink sink);

/* How full each page of a modular issue is, and what to cut or add so that it
 * closes; the issue was typeset with `advises`. */
BUL_API bul_status bul_write_fit(bul_doc *doc, bul_sink sink);

/* Strictly made up, and some page does not close or some copy has no room:
 * then bul_typeset yields BUL_INPUT_ERRORS and bul_write_fit tells the
 * repairs, though it was not asked to advise. */
BUL_API bool bul_is_open(const bul_doc *doc);

/* Where an article stands, how, and what it costs. It is named by its file or
 * by a part of its title; BUL_INPUT_ERRORS when no page has it. */
BUL_API bul_status bul_write_explain(bul_doc *doc, const char *article,
                                     bul_sink sink);

/* The pages as text for people and tests: see tests/README.md. */
BUL_API bul_status bul_write_proof(bul_doc *doc, bul_sink sink);

/* How make-up went, as JSON: bulletin(1), "THE REPORT". */
BUL_API bul_status bul_write_report(bul_doc *doc, bul_sink sink);

/* What was changed between two states of an issue, both typeset, as text in
 * the language of `after`. */
BUL_API bul_status bul_write_diff(const bul_doc *before, bul_doc *after,
                                  bul_sink sink);

BUL_API size_t bul_page_count(const bul_doc *doc);

/* A file name for the PDF: the bulletin's name and number, no folder. */
BUL_API const char *bul_suggested_name(const bul_doc *doc);

BUL_API void bul_close(bul_doc *doc); /* NULL is fine */

/* ---- A finished PDF against its sources. ---- */

/* Makes the bulletin again from the sources that a screen or archive file
 * carries, and compares. Of the options only language, folders and limits
 * count; the others are the file's. Yields a document to ask for reports, and
 * no more, except with BUL_NO_MEMORY.
 *
 * BUL_OK: it is the same, byte for byte; where there are warnings, another
 * program or other fonts were at work, and the text of all pages and its
 * places are the same. BUL_INPUT_ERRORS: it is not the same. BUL_IO_ERROR: it
 * cannot be read, or carries no sources. */
BUL_API bul_status bul_verify(const bul_world *world,
                              const bul_options *options, const char *pdf_path,
                              bul_doc **doc);

/* ---- Reports. ---- */

typedef enum bul_report_severity {
    BUL_REPORT_ERROR,
    BUL_REPORT_WARNING,
    BUL_REPORT_NOTE
} bul_report_severity;

/* One diagnostic. Strings live until bul_close; none is NULL. */
typedef struct bul_diagnostic {
    bul_report_severity severity;
    const char *code;    /* "key/unknown"; stable */
    const char *message; /* in the language asked for */
    const char *hint;    /* one repair; may be empty */
    const char *file;    /* empty when there is no place */
    size_t line, column; /* from 1, columns in characters; 0: no place */
    size_t end_line, end_column;
    const char *excerpt;              /* the source line */
    size_t caret_column, caret_width; /* display columns, from 0 */
} bul_diagnostic;

BUL_API size_t bul_report_count(const bul_doc *doc);
BUL_API bul_diagnostic bul_report_at(const bul_doc *doc, size_t index);
BUL_API size_t bul_error_count(const bul_doc *doc);
BUL_API size_t bul_warning_count(const bul_doc *doc);

/* ---- Timings. ---- */

typedef struct bul_timing {
    const char *stage; /* "read", "set", … */
    uint64_t us;
} bul_timing;

BUL_API size_t bul_timing_count(const bul_doc *doc);
BUL_API bul_timing bul_timing_at(const bul_doc *doc, size_t index);

/* ---- What there is. ---- */

/* JSON Schema (draft-07) of "issue", "article" or "layout"; BUL_INPUT_ERRORS
 * for another kind. */
BUL_API bul_status bul_write_schema(const char *kind, bul_sink sink);

/* The same keys as mdoc, for the man pages. */
BUL_API bul_status bul_write_key_reference(const char *kind, bul_sink sink);

/* Layouts and fonts with what they offer, one a line. */
BUL_API bul_status bul_write_list(const bul_world *world,
                                  const bul_options *options, bul_sink sink);

BUL_API const char *bul_version(void);

#ifdef __cplusplus
}
#endif
#endif
