/* SPDX-License-Identifier: MIT */
/* jpeg_escape.c - see jpeg_escape.h. */
#include "picture/jpeg_escape.h"

static void leave(j_common_ptr jpeg)
{
    void *errors = jpeg->err;
    bul_jpeg_escape *escape = errors;
    longjmp(escape->back, 1);
}

static void keep_silent(j_common_ptr jpeg)
{
    (void)jpeg;
}

/* A warning is libjpeg's word for data it had to make up. */
static void ignore_message(j_common_ptr jpeg, int level)
{
    (void)jpeg;
    (void)level;
}

struct jpeg_error_mgr *bul_jpeg_escape_init(bul_jpeg_escape *escape)
{
    struct jpeg_error_mgr *errors = jpeg_std_error(&escape->errors);
    errors->error_exit = leave;
    errors->output_message = keep_silent;
    errors->emit_message = ignore_message;
    return errors;
}
