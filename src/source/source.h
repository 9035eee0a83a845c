/* SPDX-License-Identifier: MIT */
/* source.h - a file from the world as clean, located text.
 *
 * Clean means: valid UTF-8, no byte order mark, lines ended by LF alone, and
 * no characters that nobody can see (zero width, soft hyphen, direction marks,
 * control characters), tabs only in the indent of a line: elsewhere they are
 * blanks. What had to be changed is reported once for each file. Every span of the program counts bytes in the clean text. */
#ifndef BUL_SOURCE_SOURCE_H
#define BUL_SOURCE_SOURCE_H

#include "base/diag.h"
#include "base/world.h"

#define BUL_ISSUE_MAX_BYTES   ((size_t)1 << 20)
#define BUL_ARTICLE_MAX_BYTES ((size_t)4 << 20)

/* What every opening of a file needs. `root` is the folder no path may leave;
 * empty: paths are free (only for the file named on the command line). */
typedef struct bul_opener {
    bul_arena *arena;
    const bul_world *world;
    bul_diag *diag;
    bul_str root;
} bul_opener;

/* A file name and the place where somebody wrote it. */
typedef struct bul_named_file {
    bul_str path; /* beneath the root */
    bul_span span;
} bul_named_file;

typedef struct bul_source {
    bul_str path; /* as shown in messages: root and path joined */
    bul_str text;
    uint32_t file; /* its number in spans */
} bul_source;

/* Opens a file and borrows its bytes until the arena is released. False, and
 * reported where the file was named, as file/missing (with the nearest name of
 * the folder), file/outside, file/not-a-file, file/too-large, file/unreadable.
 */
bool bul_file_open(const bul_opener *opener, bul_named_file named,
                   size_t limit_bytes, bul_str *bytes);

/* The same without a word. */
bul_world_result bul_file_peek(const bul_opener *opener, bul_str path,
                               size_t limit_bytes, bul_str *bytes);

/* The same for a while: see bul_world_borrow. */
bul_world_result bul_file_borrow(const bul_opener *opener, bul_str path,
                                 size_t limit_bytes, bul_loan *loan);

/* Reports what has become of opening a file, as bul_file_open does. */
void bul_file_report(const bul_opener *opener, bul_named_file named,
                     size_t limit_bytes, bul_world_result result);

/* The path, in the folder of `path`, of the file that is named most like it;
 * empty when none is near. */
bul_str bul_file_nearest(const bul_opener *opener, bul_str path);

/* Opens a file, cleans its text and registers it with the diagnostics. Beside
 * the reports of bul_file_open: file/gb18030, file/utf16, file/bom, file/crlf,
 * file/invisible, file/control, file/tab, and file/bad-bytes, which yields
 * false. */
bool bul_source_read(const bul_opener *opener, bul_named_file named,
                     size_t limit_bytes, bul_source *source);

/* The same from bytes already at hand. */
bool bul_source_from_bytes(const bul_opener *opener, bul_str path,
                           bul_str bytes, bul_source *source);

/* The bytes [from, to) of a source as a span. */
bul_span bul_source_span(const bul_source *source, size_t from, size_t to);

#endif
