/* SPDX-License-Identifier: MIT */
/* figure.h - a picture with its caption, sized to whole grid lines.
 *
 * The picture's top is the ink top of the line beside it, its foot the ink
 * foot of a line; what does not fit that height is cut off evenly, a few
 * per cent at most, never squeezed. */
#ifndef BUL_LAYOUT_FIGURE_H
#define BUL_LAYOUT_FIGURE_H

#include "layout/compositor.h"

typedef struct bul_set_figure {
    int rows; /* picture and caption; white below not included */
    bul_block_of_type type;
} bul_set_figure;

/* A column count that makes every picture wide but those set inline: modular
 * make-up places them all, in one column too. */
#define BUL_ALL_WIDE 1000
/* The same with every table in its column, where there is only one. */
#define BUL_PICTURES_WIDE 1001

/* Does the picture span several of the article's columns? Then it stands at
 * the top of them, not in the run of the text. */
bool bul_figure_is_wide(const bul_figure *figure, int column_count);

/* Columns a wide picture takes of an article of `column_count`. */
int bul_figure_columns(const bul_figure *figure, int column_count);

/* Rows its picture would take at a width, as deep as it likes. */
int bul_figure_rows(const bul_compositor *c, const bul_figure *figure,
                    bul_mpt width);

/* Sets it to a width; it takes at most `row_limit` rows, caption included. */
bul_set_figure bul_figure_set(const bul_compositor *c, const bul_figure *figure,
                              bul_mpt width, int row_limit);

/* Sets it with its picture so many rows deep, and cut to that shape. */
bul_set_figure bul_figure_set_deep(const bul_compositor *c,
                                   const bul_figure *figure, bul_mpt width,
                                   int picture_rows);

/* A table as one block, for one that spans columns. */
bul_set_figure bul_table_set(const bul_compositor *c, const bul_table *table,
                             bul_mpt width, bul_span span);

#endif
