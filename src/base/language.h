/* SPDX-License-Identifier: MIT */
/* language.h - in which language a text is, for those who read it out.
 *
 * More languages are told than are set by rules of their own (rules.h): an
 * English word in a Chinese article is set by the article's rules. */
#ifndef BUL_BASE_LANGUAGE_H
#define BUL_BASE_LANGUAGE_H

#include <stdbool.h>

#include "base/str.h"

/* The tag (BCP 47) of a language: "en", "EN-us", 英文, 维吾尔文 …, and whatever
 * bul_locale_find knows. False where it is none we know. */
bool bul_language_find(bul_str word, bul_str *tag);

/* Names to offer, from 0; empty after the last. */
bul_str bul_language_name(size_t index);

#endif
