/* SPDX-License-Identifier: MIT */
/* pdf_claims.c - the standards a file says it keeps: PDF/A (ISO 19005), PDF/UA
 * (ISO 14289-1), PDF/X (ISO 15930), in its XMP packet, its Info and its output
 * intents. What they ask of everything else is done where that is written. */
#include <nettle/sha2.h>

#include "pdf/pdf_parts.h"

/* ---- XMP ---- */

/* A name for the document, made from what is on its pages: the same for the
 * same pages (RFC 4122, version 8 in its bits). */
static void add_uuid(bul_text *out, const bul_pdf *pdf)
{
    struct sha256_ctx hash;
    uint8_t name[16];
    sha256_init(&hash);
    sha256_update(&hash, pdf->edition->title.len,
                  (const uint8_t *)pdf->edition->title.ptr);
    for (int shift = 0; shift < 64; shift += 8) {
        uint8_t byte = (uint8_t)(pdf->content_hash >> shift);
        sha256_update(&hash, 1, &byte);
    }
    sha256_digest(&hash, sizeof name, name);
    name[6] = (uint8_t)((name[6] & 0x0F) | 0x80);
    name[8] = (uint8_t)((name[8] & 0x3F) | 0x80);
    for (int i = 0; i < 16; i++)
        bul_text_addf(out, "%s%02x",
                      i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "",
                      name[i]);
}

/* One property that PDF/A's list of schemas does not have. */
typedef struct property {
    const char *name;
    const char *type;
    const char *about;
} property;

static void add_schema(bul_text *out, const char *title, const char *uri,
                       const char *prefix, property p)
{
    bul_text_addf(out,
                  "<rdf:li rdf:parseType=\"Resource\">\n"
                  "<pdfaSchema:schema>%s</pdfaSchema:schema>\n"
                  "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>\n"
                  "<pdfaSchema:prefix>%s</pdfaSchema:prefix>\n"
                  "<pdfaSchema:property><rdf:Seq>"
                  "<rdf:li rdf:parseType=\"Resource\">\n",
                  title, uri, prefix);
    bul_text_addf(out,
                  "<pdfaProperty:name>%s</pdfaProperty:name>\n"
                  "<pdfaProperty:valueType>%s</pdfaProperty:valueType>\n"
                  "<pdfaProperty:category>internal</pdfaProperty:category>\n"
                  "<pdfaProperty:description>%s</pdfaProperty:description>\n"
                  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\n",
                  p.name, p.type, p.about);
}

static void add_extensions(bul_pdf *pdf, bul_text *out)
{
    const bul_product *product = pdf->product;
    bul_text_add(
        out,
        BUL_STR(
            "<rdf:Description rdf:about=\"\"\n"
            " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
            " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
            " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
            "<pdfaExtension:schemas><rdf:Bag>\n"));
    if (product->is_universal)
        add_schema(out, "PDF/UA identification",
                   "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
                   (property){"part", "Integer", "part of ISO 14289"});
    if (product->exchange == BUL_EXCHANGE_X4) {
        add_schema(out, "PDF/X identification",
                   "http://www.npes.org/pdfx/ns/id/", "pdfxid",
                   (property){"GTS_PDFXVersion", "Text", "version of PDF/X"});
        add_schema(out, "Adobe PDF", "http://ns.adobe.com/pdf/1.3/", "pdf",
                   (property){"Trapped", "Text", "whether it is trapped"});
    }
    bul_text_add(out, BUL_STR("</rdf:Bag></pdfaExtension:schemas>\n"
                              "</rdf:Description>\n"));
}

static void add_exchange(bul_pdf *pdf, bul_text *out)
{
    bul_text_add(
        out, BUL_STR("<rdf:Description rdf:about=\"\"\n"
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                     " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"\n"
                     " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n"));
    if (pdf->product->exchange == BUL_EXCHANGE_X4)
        bul_text_add(out, BUL_STR("<pdfxid:GTS_PDFXVersion>PDF/X-4"
                                  "</pdfxid:GTS_PDFXVersion>\n"));
    bul_text_add(out, BUL_STR("<pdf:Trapped>False</pdf:Trapped>\n"
                              "<xmpMM:DocumentID>uuid:"));
    add_uuid(out, pdf);
    bul_text_add(out, BUL_STR("</xmpMM:DocumentID>\n"
                              "<xmpMM:VersionID>1</xmpMM:VersionID>\n"
                              "<xmpMM:RenditionClass>default"
                              "</xmpMM:RenditionClass>\n</rdf:Description>\n"));
}

void bul_pdf_add_claims(bul_pdf *pdf, bul_text *xmp)
{
    const bul_product *product = pdf->product;
    if (product->archive_part > 0)
        bul_text_addf(xmp,
                      "<rdf:Description rdf:about=\"\"\n"
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                      "<pdfaid:part>%d</pdfaid:part>\n"
                      "<pdfaid:conformance>A</pdfaid:conformance>\n"
                      "</rdf:Description>\n",
                      product->archive_part);
    if (product->is_universal)
        bul_text_add(
            xmp,
            BUL_STR("<rdf:Description rdf:about=\"\"\n"
                    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                    "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n"));
    if (product->exchange != BUL_EXCHANGE_NONE)
        add_exchange(pdf, xmp);
    if (product->archive_part > 0 && product->is_universal)
        add_extensions(pdf, xmp);
}

/* ---- Output intents ---- */

static void add_string(bul_content *out, const char *key, bul_str text)
{
    bul_content_add(out, bul_str_from(key));
    BUL_CONTENT_ADD(out, "<FEFF");
    bul_content_utf16(out, text);
    BUL_CONTENT_ADD(out, ">");
}

/* PDF/X takes the identifier from a registry; a profile that is in none is
 * the printer's own, and says what it is in Info. */
static void add_identifier(bul_content *out, bul_str identifier)
{
    bool is_registered = identifier.len > 0;
    BUL_CONTENT_ADD(out, "/OutputConditionIdentifier(");
    for (size_t i = 0; i < identifier.len; i++) {
        char c = identifier.ptr[i];
        if (c >= ' ' && c < 0x7F && c != '(' && c != ')' && c != '\\')
            bul_content_add(out, bul_str_sub(identifier, i, i + 1));
    }
    bul_content_add(out, is_registered
                             ? BUL_STR(")/RegistryName(http://www.color.org)")
                             : BUL_STR("Custom)"));
}

static void add_intent(bul_content *out, const char *kind, bul_str identifier,
                       bul_str title, HPDF_Dict profile)
{
    BUL_CONTENT_ADD(out, "<</Type/OutputIntent/S/");
    bul_content_add(out, bul_str_from(kind));
    add_identifier(out, identifier);
    add_string(out, "/OutputCondition", title);
    add_string(out, "/Info", title);
    BUL_CONTENT_ADD(out, "/DestOutputProfile ");
    bul_content_int(out, bul_haru_number(profile));
    BUL_CONTENT_ADD(out, " 0 R>>");
}

static void write_intents(bul_pdf *pdf)
{
    const bul_product *product = pdf->product;
    const bul_condition *condition = product->condition;
    bul_str identifier = BUL_STR("sRGB");
    bul_str title = BUL_STR("sRGB IEC61966-2.1");
    HPDF_Dict profile = NULL;
    if (product->exchange != BUL_EXCHANGE_NONE && condition) {
        identifier = condition->identifier;
        title = condition->title;
        profile = bul_pdf_paper_profile(pdf);
    } else if (product->archive_part > 0) {
        profile = bul_pdf_screen_profile(pdf);
    }
    if (!profile)
        return;
    bul_content out = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&out, "[");
    if (product->exchange != BUL_EXCHANGE_NONE)
        add_intent(&out, "GTS_PDFX", identifier, title, profile);
    if (product->archive_part > 0)
        add_intent(&out, "GTS_PDFA1", identifier, title, profile);
    BUL_CONTENT_ADD(&out, "]");
    bul_haru_put_raw(&pdf->haru, pdf->haru.doc->catalog, "OutputIntents",
                     bul_content_str(&out));
}

void bul_pdf_write_claims(bul_pdf *pdf)
{
    HPDF_Dict info = pdf->haru.doc->info;
    if (pdf->product->exchange == BUL_EXCHANGE_X1A)
        bul_haru_put_bytes(&pdf->haru, info, "GTS_PDFXVersion",
                           BUL_STR("PDF/X-1a:2003"));
    if (pdf->product->exchange != BUL_EXCHANGE_NONE)
        bul_haru_put_name(info, "Trapped", "False");
    write_intents(pdf);
}
