/* SPDX-License-Identifier: MIT */
/* check_edges.c - what is cut off, not printed, or shows a white sliver. */
#include "preflight/inspection.h"

#define CUT_SAFE    8504  /* 3 mm: how far a cut may go astray */
#define OFFICE_SAFE 14173 /* 5 mm: what office printers leave unprinted */
#define AT_EDGE     2835 /* 1 mm: nearer than this, something is meant to bleed */
#define ROUNDING    100

static int64_t least_of(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* To the nearest edge of the trimmed page; less than 0 beyond it. */
static int64_t distance_of(const bul_page *page, bul_extent extent)
{
    return least_of(
        least_of(extent.left, extent.top),
        least_of(page->width - extent.right, page->height - extent.bottom));
}

void bul_check_edge(bul_inspection *inspection, const bul_glyph_run *run)
{
    const bul_finding *so_far = &inspection->findings[BUL_FAULT_EDGE];
    bool is_office = inspection->product->exchange == BUL_EXCHANGE_NONE;
    int64_t safe = is_office ? OFFICE_SAFE : CUT_SAFE;
    int64_t distance = distance_of(inspection->page, bul_extent_of_run(run));
    if (run->glyph_count > 0 && distance < safe - ROUNDING)
        bul_inspection_note(inspection, BUL_FAULT_EDGE, run->span, distance,
                            distance < so_far->worst);
}

/* Near this edge, and not beyond it as far as the bleed goes? `inside` is how
 * far within the trimmed edge it ends. */
static bool wants_bleed(int64_t inside, bul_mpt bleed)
{
    return inside < AT_EDGE && (bleed == 0 || inside > ROUNDING - bleed);
}

void bul_check_bleed(bul_inspection *inspection, bul_extent extent,
                     bul_span span)
{
    const bul_page *page = inspection->page;
    const bul_finding *so_far = &inspection->findings[BUL_FAULT_BLEED];
    if (inspection->product->is_trimmed)
        return;
    const int64_t insides[4] = {extent.left, extent.top,
                                page->width - extent.right,
                                page->height - extent.bottom};
    for (int i = 0; i < 4; i++)
        if (wants_bleed(insides[i], page->bleed)) {
            int64_t out = insides[i] < 0 ? -insides[i] : 0;
            bul_inspection_note(inspection, BUL_FAULT_BLEED, span, out,
                                out < so_far->worst);
        }
}
