/* SPDX-License-Identifier: MIT */
/* makeup_text.h - make-up told to the editor: what would close a page, and why
 * an article stands where it does. */
#ifndef BUL_PROOF_MAKEUP_TEXT_H
#define BUL_PROOF_MAKEUP_TEXT_H

#include "bulletin.h"
#include "layout/makeup_report.h"
#include "layout/page.h"

/* How full each page is, and the cheapest repairs of those that are open.
 * BUL_IO_ERROR when the sink refuses bytes. */
bul_status bul_fit_write(const bul_edition *edition, bul_arena *arena,
                         bul_message_language language, bul_sink sink);

/* Where an article stands, how, and what it costs; it is named by its file or
 * by (a part of) its title. BUL_INPUT_ERRORS when there is none such. */
bul_status bul_explain_write(const bul_edition *edition, bul_arena *arena,
                             bul_message_language language, bul_str article,
                             bul_sink sink);

#endif
