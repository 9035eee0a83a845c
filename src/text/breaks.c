/* SPDX-License-Identifier: MIT */
/* breaks.c - what it costs to end a line somewhere, in hundredths of the cost
 * of a line. Whether it may end there at all is opportunity.h's to say. */
#include "text/opportunity.h"
#include "text/setter.h"

/* By bul_opportunity. A hyphen that stands there is no ugly place for a line
 * to end; one that is put there is. */
static const int16_t costs[] = {[BUL_OPPORTUNITY_NEVER] = BUL_PENALTY_NEVER,
                                [BUL_OPPORTUNITY_MAY] = 0,
                                [BUL_OPPORTUNITY_AFTER_HYPHEN] = 100,
                                [BUL_OPPORTUNITY_IN_ADDRESS] = 100,
                                [BUL_OPPORTUNITY_SOFT_HYPHEN] = 300,
                                [BUL_OPPORTUNITY_ORDINAL] = 300,
                                [BUL_OPPORTUNITY_COUNTED] = 60,
                                [BUL_OPPORTUNITY_MUST] = BUL_PENALTY_FORCED};

void bul_draft_breaks(bul_paragraph_draft *draft)
{
    uint8_t *kinds = BUL_NEW(draft->scratch, uint8_t, draft->text.len + 1);
    bul_opportunities_find(draft->text, draft->rules, kinds);
    draft->breaks = kinds;
}

bool bul_box_follows_hyphen(const bul_paragraph_draft *draft,
                            const bul_type_box *box)
{
    return draft->breaks[box->text] == BUL_OPPORTUNITY_SOFT_HYPHEN;
}

bool bul_word_splits(const bul_paragraph_draft *draft, uint32_t text)
{
    return draft->breaks[text] != BUL_OPPORTUNITY_NEVER;
}

int16_t bul_box_penalty(const bul_paragraph_draft *draft,
                        const bul_type_box *right)
{
    uint32_t run = draft->style_runs.items[right->style];
    if (draft->runs[run].attaches && right->text == draft->run_starts[run])
        return BUL_PENALTY_NEVER;
    return costs[draft->breaks[right->text]];
}
