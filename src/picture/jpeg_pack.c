/* SPDX-License-Identifier: MIT */
/* jpeg_pack.c - libjpeg's encoder, writing into blocks of an arena. */
#include "picture/jpeg_pack.h"

#include <string.h>

#include "picture/jpeg_escape.h"

#define BLOCK_BYTES ((size_t)64 << 10)

typedef struct block {
    struct block *next;
    size_t len;
    JOCTET bytes[BLOCK_BYTES];
} block;

struct bul_jpeg_packer {
    struct jpeg_compress_struct jpeg;
    bul_jpeg_escape escape;
    struct jpeg_destination_mgr destination;
    bul_arena *arena;
    uint8_t *row; /* inverted CMYK; else NULL */
    block *first, *last;
    bool has_failed;
};

/* ---- Where the bytes go ---- */

static bul_jpeg_packer *packer_of(j_compress_ptr jpeg)
{
    return jpeg->client_data;
}

static void add_block(bul_jpeg_packer *packer)
{
    block *added = bul_arena_try(packer->arena, sizeof *added, 1);
    if (!added)
        longjmp(packer->escape.back, 1);
    if (packer->last)
        packer->last->next = added;
    else
        packer->first = added;
    packer->last = added;
    packer->destination.next_output_byte = added->bytes;
    packer->destination.free_in_buffer = BLOCK_BYTES;
}

static void begin_output(j_compress_ptr jpeg)
{
    add_block(packer_of(jpeg));
}

static boolean continue_output(j_compress_ptr jpeg)
{
    bul_jpeg_packer *packer = packer_of(jpeg);
    packer->last->len = BLOCK_BYTES;
    add_block(packer);
    return TRUE;
}

static void end_output(j_compress_ptr jpeg)
{
    bul_jpeg_packer *packer = packer_of(jpeg);
    packer->last->len = BLOCK_BYTES - packer->destination.free_in_buffer;
}

/* ---- The encoder ---- */

static void start(bul_jpeg_packer *packer, bul_jpeg_plan plan)
{
    j_compress_ptr jpeg = &packer->jpeg;
    jpeg_create_compress(jpeg);
    jpeg->client_data = packer;
    jpeg->dest = &packer->destination;
    jpeg->image_width = plan.width;
    jpeg->image_height = plan.height;
    jpeg->input_components = plan.components;
    jpeg->in_color_space = plan.components == 1   ? JCS_GRAYSCALE
                           : plan.components == 3 ? JCS_RGB
                                                  : JCS_CMYK;
    jpeg_set_defaults(jpeg);
    if (plan.components == 4)
        jpeg_set_colorspace(jpeg, JCS_YCCK);
    for (int i = 0; i < jpeg->num_components; i++)
        jpeg->comp_info[i].h_samp_factor = jpeg->comp_info[i].v_samp_factor = 1;
    jpeg_set_quality(jpeg, plan.quality, TRUE);
    jpeg->dct_method = JDCT_ISLOW;
    jpeg_start_compress(jpeg, TRUE);
}

bul_jpeg_packer *bul_jpeg_pack_open(bul_arena *arena, bul_jpeg_plan plan)
{
    bul_jpeg_packer *packer = BUL_NEW(arena, bul_jpeg_packer, 1);
    packer->arena = arena;
    if (plan.components == 4)
        packer->row = BUL_NEW(arena, uint8_t, (size_t)plan.width * 4);
    packer->jpeg.err = bul_jpeg_escape_init(&packer->escape);
    packer->destination =
        (struct jpeg_destination_mgr){.init_destination = begin_output,
                                      .empty_output_buffer = continue_output,
                                      .term_destination = end_output};
    if (setjmp(packer->escape.back) == 0)
        start(packer, plan);
    else
        packer->has_failed = true;
    return packer;
}

static void write_row(bul_jpeg_packer *packer, const uint8_t *row)
{
    size_t count = (size_t)packer->jpeg.image_width * 4;
    for (size_t i = 0; packer->row && i < count; i++)
        packer->row[i] = (uint8_t)(255 - row[i]);
    JSAMPLE *rows[1] = {packer->row};
    /* libjpeg's type has no const, but it only reads. */
    if (!packer->row)
        memcpy(&rows[0], &row, sizeof row);
    jpeg_write_scanlines(&packer->jpeg, rows, 1);
}

bool bul_jpeg_pack_row(bul_jpeg_packer *packer, const uint8_t *row)
{
    if (packer->has_failed)
        return false;
    if (setjmp(packer->escape.back) == 0)
        write_row(packer, row);
    else
        packer->has_failed = true;
    return !packer->has_failed;
}

static bool join_blocks(const bul_jpeg_packer *packer, bul_str *bytes)
{
    size_t total = 0;
    for (const block *b = packer->first; b; b = b->next)
        total += b->len;
    char *joined = bul_arena_try(packer->arena, 1, total);
    if (!joined)
        return false;
    *bytes = (bul_str){joined, total};
    for (const block *b = packer->first; b; b = b->next) {
        memcpy(joined, b->bytes, b->len);
        joined += b->len;
    }
    return true;
}

bool bul_jpeg_pack_close(bul_jpeg_packer *packer, bul_str *bytes)
{
    if (!packer->has_failed) {
        if (setjmp(packer->escape.back) == 0)
            jpeg_finish_compress(&packer->jpeg);
        else
            packer->has_failed = true;
    }
    jpeg_destroy_compress(&packer->jpeg);
    return !packer->has_failed && join_blocks(packer, bytes);
}
