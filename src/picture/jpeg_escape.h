/* SPDX-License-Identifier: MIT */
/* jpeg_escape.h - the way out of libjpeg, which reports errors by a callback
 * that must not return. It jumps back to where `back` was set, over libjpeg's
 * frames and no others. Includes jpeglib.h with what it needs before it. */
#ifndef BUL_PICTURE_JPEG_ESCAPE_H
#define BUL_PICTURE_JPEG_ESCAPE_H

#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>

#include <jpeglib.h>
/* After jpeglib.h: the numbers of its errors depend on its version. */
#include <jerror.h>

typedef struct bul_jpeg_escape {
    struct jpeg_error_mgr errors; /* first: libjpeg knows this part */
    jmp_buf back;
} bul_jpeg_escape;

/* Yields what goes into the `err` of libjpeg's struct. Nothing is printed. */
struct jpeg_error_mgr *bul_jpeg_escape_init(bul_jpeg_escape *escape);

#endif
