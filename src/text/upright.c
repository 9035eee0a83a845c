/* SPDX-License-Identifier: MIT */
/* upright.c - how a vertical line holds what is not Chinese (clreq 2.3.2).
 *
 * Hanzi and full-width marks stand upright. A number of one to three digits,
 * or a single letter, is set across in one square (纵中横); capitals that are
 * an abbreviation stand one in each square; everything else lies on its side. */
#include "base/utf8.h"
#include "text/setter.h"

#define LONGEST_NUMBER       3
#define LONGEST_ABBREVIATION 4

typedef enum stand {
    STAND_SIDEWAYS,
    STAND_SQUARE, /* all of it in one square */
    STAND_EACH    /* each letter in a square of its own */
} stand;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
    return is_capital(c) || (c >= 'a' && c <= 'z');
}

static bool all_are(bul_str word, bool (*is_kind)(char))
{
    for (size_t i = 0; i < word.len; i++)
        if (!is_kind(word.ptr[i]))
            return false;
    return word.len > 0;
}

static stand stand_of(bul_str word)
{
    if (all_are(word, is_digit) && word.len <= LONGEST_NUMBER)
        return STAND_SQUARE;
    if (word.len == 1 && is_letter(word.ptr[0]))
        return STAND_SQUARE;
    if (all_are(word, is_capital) && word.len <= LONGEST_ABBREVIATION)
        return STAND_EACH;
    return STAND_SIDEWAYS;
}

/* Three digits are made small enough for their square. */
static uint16_t style_of(bul_paragraph_draft *draft, const bul_piece *piece,
                         size_t letter_count)
{
    bul_text_style style = draft->styles.items[piece->style];
    if (letter_count < LONGEST_NUMBER)
        return piece->style;
    return bul_draft_style(draft, draft->style_runs.items[piece->style],
                           style.face, bul_mpt_scale(style.size, 650, 1000));
}

static void add_part(bul_paragraph_draft *draft, bul_pieces *pieces,
                     bul_piece part, uint32_t start, uint32_t end)
{
    part.start = start;
    part.end = end;
    *BUL_PUSH(draft->scratch, pieces) = part;
}

/* A word stands alone when white, hanzi or marks are around it: a piece that
 * goes on in another style is not cut in two. */
static bool is_alone(const bul_paragraph_draft *draft, const bul_piece *piece,
                     size_t start, size_t end)
{
    size_t before = start;
    size_t after = end;
    bul_str text = draft->text;
    bool free_before =
        start > piece->start || start == 0 ||
        bul_class_is_wide(bul_class_of(bul_utf8_previous(text, &before)));
    bool free_after =
        end < piece->end || end == text.len ||
        bul_class_is_wide(bul_class_of(bul_utf8_next(text, &after)));
    return free_before && free_after;
}

static void add_word(bul_paragraph_draft *draft, bul_pieces *pieces,
                     const bul_piece *piece, uint32_t start, uint32_t end)
{
    bul_str word = bul_str_sub(draft->text, start, end);
    stand how =
        is_alone(draft, piece, start, end) ? stand_of(word) : STAND_SIDEWAYS;
    bul_piece part = *piece;
    part.turn = how == STAND_SIDEWAYS ? BUL_BOX_SIDEWAYS : BUL_BOX_ACROSS;
    part.is_square = how != STAND_SIDEWAYS;
    if (how == STAND_SQUARE)
        part.style = style_of(draft, piece, word.len);
    if (start != piece->start)
        part.starts_line = part.breaks_before = false;
    if (how != STAND_EACH) {
        add_part(draft, pieces, part, start, end);
        return;
    }
    for (uint32_t at = start; at < end; at++) {
        add_part(draft, pieces, part, at, at + 1);
        part.starts_line = part.breaks_before = false;
    }
}

/* A piece by its words; the spaces between lie with them. */
static void turn_latin(bul_paragraph_draft *draft, bul_pieces *pieces,
                       const bul_piece *piece)
{
    const char *text = draft->text.ptr;
    for (uint32_t at = piece->start; at < piece->end;) {
        uint32_t start = at;
        while (at < piece->end && text[at] != ' ')
            at++;
        if (at > start)
            add_word(draft, pieces, piece, start, at);
        start = at;
        while (at < piece->end && text[at] == ' ')
            at++;
        bul_piece space = *piece;
        space.turn = BUL_BOX_SIDEWAYS;
        space.starts_line = space.breaks_before = false;
        if (at > start)
            add_part(draft, pieces, space, start, at);
    }
}

void bul_draft_turn(bul_paragraph_draft *draft)
{
    bul_pieces turned = {0};
    for (size_t i = 0; i < draft->pieces.count; i++) {
        bul_piece piece = draft->pieces.items[i];
        if (piece.is_wide) {
            piece.turn = BUL_BOX_UPRIGHT;
            *BUL_PUSH(draft->scratch, &turned) = piece;
        } else if (piece.level % 2 == 1) {
            piece.turn = BUL_BOX_SIDEWAYS;
            *BUL_PUSH(draft->scratch, &turned) = piece;
        } else {
            turn_latin(draft, &turned, &piece);
        }
    }
    draft->pieces = turned;
}
