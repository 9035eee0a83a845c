/* SPDX-License-Identifier: MIT */
/* manuscript.h - copy made by dice: Chinese with what news bulletins have in
 * it, in runs of several styles.
 *
 * Hanzi, marks singly and heaped, brackets and quotes in one another, words,
 * numbers with their signs, standards, addresses, names with an interpunct,
 * Uyghur; runs in bold, Kai or code, links, dots and lines, readings, calls of
 * notes, forced breaks. Boundaries of runs fall anywhere, also within a number
 * or between the halves of ——. */
#ifndef TESTS_SUPPORT_MANUSCRIPT_H
#define TESTS_SUPPORT_MANUSCRIPT_H

#include "support/random.h"
#include "text/paragraph.h"

#define MANUSCRIPT_SIZE 10500

/* What of it a manuscript may have. */
enum manuscript_part {
    MANUSCRIPT_WORDS = 1,
    MANUSCRIPT_NUMBERS = 2,
    MANUSCRIPT_ADDRESSES = 4,
    MANUSCRIPT_UYGHUR = 8,
    MANUSCRIPT_STYLES = 16,
    MANUSCRIPT_LATIN = MANUSCRIPT_WORDS | MANUSCRIPT_NUMBERS |
                       MANUSCRIPT_ADDRESSES | MANUSCRIPT_UYGHUR,
    MANUSCRIPT_ALL = MANUSCRIPT_LATIN | MANUSCRIPT_STYLES
};

/* Faces to set it in. */
typedef struct manuscript_faces {
    const bul_face *song, *bold, *kai;
} manuscript_faces;

typedef struct manuscript {
    bul_str text;           /* of all runs */
    const bool *in_address; /* by byte of the text */
    const bul_styled_run *runs;
    size_t run_count;
} manuscript;

manuscript manuscript_write(dice *d, bul_arena *arena, unsigned parts,
                            const manuscript_faces *faces);

#endif
