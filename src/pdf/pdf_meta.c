/* SPDX-License-Identifier: MIT */
/* pdf_meta.c - what the file says of itself: the Info dictionary and, in the
 * same words, an XMP packet (ISO 16684-1); language and viewer preferences.
 *
 * The date is the issue's, never the clock's, so that the same issue gives
 * the same bytes on any day. */
#include <stdio.h>

#include "base/utf8.h"
#include "pdf/pdf_parts.h"

#define PRODUCER BUL_STR("bulletin " BUL_VERSION)

static bool has_date(const bul_edition *edition)
{
    return edition->year > 0 && edition->year <= 9999 && edition->month > 0 &&
           edition->month <= 12 && edition->day > 0 && edition->day <= 31;
}

/* The date. PDF/X asks for one: where the issue has none, the first day
 * of 2000. */
typedef struct file_date {
    int year, month, day;
} file_date;

static file_date date_of(const bul_pdf *pdf)
{
    const bul_edition *edition = pdf->edition;
    if (has_date(edition))
        return (file_date){edition->year, edition->month, edition->day};
    if (pdf->product->exchange != BUL_EXCHANGE_NONE)
        return (file_date){2000, 1, 1};
    return (file_date){0};
}

/* ---- Info ---- */

static void put_unless_empty(bul_pdf *pdf, const char *key, bul_str text)
{
    if (text.len > 0)
        bul_haru_put_text(&pdf->haru, pdf->haru.doc->info, key, text);
}

static void write_dictionary(bul_pdf *pdf)
{
    const bul_edition *edition = pdf->edition;
    put_unless_empty(pdf, "Title", edition->title);
    put_unless_empty(pdf, "Author", edition->author);
    put_unless_empty(pdf, "Subject", edition->subject);
    put_unless_empty(pdf, "Creator", PRODUCER);
    put_unless_empty(pdf, "Producer", PRODUCER);
    file_date day = date_of(pdf);
    if (day.year == 0)
        return;
    char date[64];
    snprintf(date, sizeof date, "D:%04d%02d%02d000000Z", day.year, day.month,
             day.day);
    bul_haru_put_bytes(&pdf->haru, pdf->haru.doc->info, "CreationDate",
                       bul_str_from(date));
    bul_haru_put_bytes(&pdf->haru, pdf->haru.doc->info, "ModDate",
                       bul_str_from(date));
}

/* ---- XMP ---- */

/* Control characters have no place in XML 1.0, nor do these two. */
static bool is_xml_character(uint32_t c)
{
    return (c >= 0x20 || c == '\t' || c == '\n') && c != 0xFFFE && c != 0xFFFF;
}

static void add_escaped(bul_text *out, bul_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = bul_utf8_next(text, &at);
        if (c == '&')
            bul_text_add(out, BUL_STR("&amp;"));
        else if (c == '<')
            bul_text_add(out, BUL_STR("&lt;"));
        else if (c == '>')
            bul_text_add(out, BUL_STR("&gt;"));
        else if (is_xml_character(c))
            bul_text_add_char(out, c);
    }
}

static void add_element(bul_text *out, const char *name, const char *opening,
                        bul_str text, const char *closing)
{
    if (text.len == 0)
        return;
    bul_text_addf(out, "<%s>%s", name, opening);
    add_escaped(out, text);
    bul_text_addf(out, "%s</%s>\n", closing, name);
}

/* A text in one language, said to be the default. */
static void add_alternative(bul_text *out, const char *name, bul_str text)
{
    add_element(out, name, "<rdf:Alt><rdf:li xml:lang=\"x-default\">", text,
                "</rdf:li></rdf:Alt>");
}

static void add_dates(bul_text *out, const bul_pdf *pdf)
{
    file_date day = date_of(pdf);
    static const char *const names[] = {"CreateDate", "ModifyDate",
                                        "MetadataDate"};
    for (size_t i = 0; day.year > 0 && i < 3; i++)
        bul_text_addf(out, "<xmp:%s>%04d-%02d-%02dT00:00:00Z</xmp:%s>\n",
                      names[i], day.year, day.month, day.day, names[i]);
}

static bul_str xmp_packet(bul_pdf *pdf)
{
    const bul_edition *edition = pdf->edition;
    bul_text out = bul_text_in(pdf->arena);
    bul_text_add(
        &out,
        BUL_STR("<?xpacket begin=\"\xEF\xBB\xBF\" "
                "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF "
                "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                "<rdf:Description rdf:about=\"\"\n"
                " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
                "<dc:format>application/pdf</dc:format>\n"));
    add_alternative(&out, "dc:title", edition->title);
    add_element(&out, "dc:creator", "<rdf:Seq><rdf:li>", edition->author,
                "</rdf:li></rdf:Seq>");
    add_alternative(&out, "dc:description", edition->subject);
    add_element(&out, "dc:language", "<rdf:Bag><rdf:li>", edition->language,
                "</rdf:li></rdf:Bag>");
    add_dates(&out, pdf);
    add_element(&out, "xmp:CreatorTool", "", PRODUCER, "");
    add_element(&out, "pdf:Producer", "", PRODUCER, "");
    bul_text_add(&out, BUL_STR("</rdf:Description>\n"));
    bul_pdf_add_claims(pdf, &out);
    bul_text_add(&out, BUL_STR("</rdf:RDF>\n</x:xmpmeta>\n"
                               "<?xpacket end=\"w\"?>"));
    return bul_text_str(&out);
}

/* ---- The catalogue ---- */

/* The office's printer is told by the file: at full size, on both sides, which
 * for sheets to be folded are turned at the short edge. */
static void write_preferences(bul_pdf *pdf, HPDF_Dict catalog)
{
    HPDF_Dict preferences =
        bul_haru_dict(&pdf->haru, catalog, "ViewerPreferences");
    bul_haru_put_true(preferences, "DisplayDocTitle");
    if (pdf->product->duplex == BUL_DUPLEX_UNSAID)
        return;
    bool is_short = pdf->product->duplex == BUL_DUPLEX_SHORT_EDGE;
    bul_haru_put_name(preferences, "PrintScaling", "None");
    bul_haru_put_name(preferences, "Duplex",
                      is_short ? "DuplexFlipShortEdge" : "DuplexFlipLongEdge");
}

void bul_pdf_write_meta(bul_pdf *pdf)
{
    if (bul_haru_status(&pdf->haru) != BUL_OK)
        return;
    HPDF_Dict catalog = pdf->haru.doc->catalog;
    /* Left plain, so that programs that know no PDF can find it. */
    HPDF_Dict packet =
        bul_haru_stream(&pdf->haru, xmp_packet(pdf), BUL_HARU_PLAIN);
    write_dictionary(pdf);
    bul_pdf_write_claims(pdf);
    bul_haru_put_name(packet, "Type", "Metadata");
    bul_haru_put_name(packet, "Subtype", "XML");
    bul_haru_put(catalog, "Metadata", packet);
    write_preferences(pdf, catalog);
    if (pdf->edition->language.len > 0)
        bul_haru_put_bytes(&pdf->haru, catalog, "Lang", pdf->edition->language);
}
