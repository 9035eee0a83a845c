/* SPDX-License-Identifier: MIT */
/* bulletin_write.c - what is written of finished pages besides the PDF: a
 * proof, the report of make-up, what was changed since an earlier state. */
#include "document.h"
#include "layout/headline.h"
#include "layout/makeup_report.h"
#include "proof/makeup_json.h"
#include "proof/makeup_text.h"
#include "proof/proof.h"

/* ---- The proof. ---- */

static bul_status write_proof(bul_doc *doc)
{
    return bul_proof_write(doc->edition, &doc->arena, doc->sink);
}

bul_status bul_write_proof(bul_doc *doc, bul_sink sink)
{
    if (doc->edition == NULL)
        return BUL_INPUT_ERRORS;
    doc->sink = sink;
    return bul_doc_guard(doc, write_proof, "proof");
}

/* ---- The report of make-up. ---- */

static bul_status write_report(bul_doc *doc)
{
    const bul_issue *issue = doc->issue;
    bul_named_article *articles =
        BUL_NEW(&doc->arena, bul_named_article, issue->articles.count + 1);
    for (size_t i = 0; i < issue->articles.count; i++)
        articles[i] = (bul_named_article){
            issue->articles.items[i]->file.text,
            bul_headline_plain(&doc->arena,
                               issue->articles.items[i]->title.text)};
    bul_makeup_subject subject = {
        .name = issue->name.text,
        .number = bul_issue_variable(issue, BUL_STR("issue")).text,
        .articles = articles,
        .article_count = issue->articles.count};
    return bul_makeup_json_write(doc->edition, subject, &doc->arena, doc->sink);
}

bul_status bul_write_report(bul_doc *doc, bul_sink sink)
{
    if (doc->edition == NULL)
        return BUL_INPUT_ERRORS;
    doc->sink = sink;
    return bul_doc_guard(doc, write_report, "report");
}

/* ---- Make-up, told. ---- */

static bul_status write_fit(bul_doc *doc)
{
    return bul_fit_write(doc->edition, &doc->arena, doc->options.language,
                         doc->sink);
}

bul_status bul_write_fit(bul_doc *doc, bul_sink sink)
{
    if (doc->edition == NULL)
        return BUL_INPUT_ERRORS;
    doc->sink = sink;
    return bul_doc_guard(doc, write_fit, "fit");
}

bool bul_is_open(const bul_doc *doc)
{
    return doc && doc->edition && doc->edition->report &&
           doc->edition->report->fails;
}

static bul_status write_explain(bul_doc *doc)
{
    return bul_explain_write(doc->edition, &doc->arena, doc->options.language,
                             doc->asked, doc->sink);
}

bul_status bul_write_explain(bul_doc *doc, const char *article, bul_sink sink)
{
    if (doc->edition == NULL)
        return BUL_INPUT_ERRORS;
    doc->sink = sink;
    doc->asked = bul_str_from(article);
    return bul_doc_guard(doc, write_explain, "explain");
}

/* ---- What was changed. ---- */

static bul_status write_diff(bul_doc *doc)
{
    bul_told_issue before = bul_doc_tell(doc->before, &doc->arena);
    bul_told_issue after = bul_doc_tell(doc, &doc->arena);
    return bul_diff_write(&before, &after, doc->options.language, &doc->arena,
                          &doc->scratch, doc->sink);
}

bul_status bul_write_diff(const bul_doc *before, bul_doc *after, bul_sink sink)
{
    if (before->edition == NULL || after->edition == NULL)
        return BUL_INPUT_ERRORS;
    after->before = before;
    after->sink = sink;
    bul_status status = bul_doc_guard(after, write_diff, "diff");
    after->before = NULL;
    return status;
}
