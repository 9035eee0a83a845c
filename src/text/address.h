/* SPDX-License-Identifier: MIT */
/* address.h - addresses of the web and of mail inside a text. */
#ifndef BUL_TEXT_ADDRESS_H
#define BUL_TEXT_ADDRESS_H

#include "base/str.h"

typedef struct bul_address {
    size_t start, end; /* bytes of the text; both 0: none */
    bool is_mail;
} bul_address;

/* The signs an address may be made of, from `at` on: how far they go. Graphic
 * ASCII but < > and the double quote. */
size_t bul_address_signs_end(bul_str text, size_t at);

/* The first address between two bytes of such signs: scheme://…, www.… or
 * name@host.domain, without the punctuation that closes a sentence. None is
 * start = end = `to`. Calls that each begin where the last address ended take
 * time linear in the signs. */
bul_address bul_address_find(bul_str text, size_t from, size_t to);

/* May a line end inside the address before byte `at`? After / . ? & = - of
 * the web, after @ . of mail, not between two such signs. */
bool bul_address_parts(bul_str text, const bul_address *address, size_t at);

#endif
