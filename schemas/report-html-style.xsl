<?xml version="1.0" encoding="UTF-8"?>
<!-- The style sheet: margins, sizes and rules of Nghị định 30/2020/NĐ-CP, Phụ lục I. Part of report-html.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:cchc:report:1" exclude-result-prefixes="r">
  <!-- Each annex counts its own pages; CSS knows no other way than a kind of page for each. -->
  <xsl:template name="annex-pages">
    <xsl:param name="n"/>
    <xsl:if test="$n &gt; 0">
      <xsl:call-template name="annex-pages"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
      <xsl:variable name="own" select="concat('{ counter-increment: annex', $n, '; @top-center { content: counter(annex', $n, ', later); } ')"/>
      <xsl:value-of select="concat('@page annex', $n, ' ', $own, '}&#10;')"/>
      <xsl:value-of select="concat('@page annex', $n, 'wide ', $own, 'size: A4 landscape; margin: 20mm 15mm 18mm 20mm; }&#10;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="style">
    <style>
/* Nghị định 30/2020/NĐ-CP, Phụ lục I: A4; margins 20-25, left 30-35, right 15-20 mm; page number centred at the top, not on the first page. */
@page { size: A4 portrait; margin: 20mm 18mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Times New Roman", Tinos, "Liberation Serif", serif; } }
@page :first { @top-center { content: none; } }
@page internal { size: A4 landscape; margin: 20mm 15mm 18mm 20mm; counter-increment: internal; @top-center { content: counter(internal, later); } }
@counter-style later { system: extends decimal; range: 2 infinite; fallback: unnumbered; }
@counter-style unnumbered { system: cyclic; symbols: "\200B"; }
<xsl:call-template name="annex-pages"><xsl:with-param name="n" select="$annexCount"/></xsl:call-template>
html { font: 14pt/1.25 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; background: #e4e6e8; }
body { margin: 0; }
p, h2, h3, h4 { margin: 0; }
h2, h3, h4 { font-size: inherit; font-weight: normal; }
.sheet { box-sizing: border-box; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 20mm 18mm 20mm 30mm; background: #fff; box-shadow: 0 1px 6px #0004; }
.sheet.wide { width: 297mm; min-height: 210mm; padding: 20mm 15mm 18mm 20mm; }
.screen-only { width: 210mm; margin: 4mm auto 0; font: 10pt system-ui, sans-serif; color: #333; }
.notice { margin: 0 0 5mm; padding: 2mm 3mm; border: 1.5pt solid #000; font-size: 12pt; }

table { border-collapse: collapse; width: calc(100% - 1pt); }
.national { table-layout: fixed; margin: 0 0 6mm; text-align: center; line-height: 1.2; }
.national td { padding: 0; vertical-align: top; }
.national .body-of, .national .number { width: 40%; }
.superior { font-size: 12pt; }
.issuer { display: inline-block; font-size: 12pt; font-weight: bold; padding-bottom: 3pt; }
.issuer::after { content: ""; display: block; width: 42%; margin: 2pt auto 0; border-top: 0.75pt solid #000; }
.country { font-size: 12pt; font-weight: bold; white-space: nowrap; }
.motto { display: inline-block; font-size: 13pt; font-weight: bold; padding-bottom: 2pt; border-bottom: 0.75pt solid #000; white-space: nowrap; }
.number { font-size: 13pt; padding-top: 6pt !important; }
.place-date { font-size: 13pt; font-style: italic; padding-top: 6pt !important; }
.kind { margin-top: 4mm; text-align: center; font-weight: bold; }
.abstract { width: 85%; margin: 0 auto 6mm; text-align: center; font-weight: bold; }
.abstract::after { content: ""; display: block; width: 38%; margin: 3pt auto 0; border-top: 0.75pt solid #000; }

.letter h2, .letter h3, .letter h4, .letter section p, .letter > .l0, .letter > .l1, .letter > .l2 { margin-top: 6pt; text-indent: 1.27cm; text-align: justify; }
.letter h2, .letter h3, .letter h4 { text-align: left; }
.letter h2, .letter h3 { font-weight: bold; }
h2, h3, h4, caption, .to { break-after: avoid; }
p { orphans: 2; widows: 2; }
/* Three lines: Chromium would leave one of them alone on a page. */
.short { break-inside: avoid; }
.l0, .l1, .l2 { white-space: pre-line; }
.absent { font-style: italic; }

.signature { margin-top: 6mm; break-inside: avoid; }
.signature td { width: 50%; padding: 2mm 0 0; vertical-align: top; }
.recipients p { font-size: 11pt; line-height: 1.2; }
.recipients .to { font-size: 12pt; font-weight: bold; font-style: italic; }
.signer { text-align: center; font-weight: bold; line-height: 1.25; }
.signer .name { margin-top: 26mm; }

.annex-number, .annex-title { text-align: center; font-weight: bold; }
.annex-of { margin-bottom: 5mm; text-align: center; font-style: italic; font-size: 13pt; }
.internal-mark { margin: 0 0 4mm; padding: 1mm; border: 1pt dashed #000; text-align: center; font: bold 10pt system-ui, "Liberation Sans", sans-serif; }
.internal h3 { margin-top: 5mm; font-weight: bold; }
.data { margin-bottom: 6mm; font-size: 11pt; line-height: 1.15; }
.data caption { padding: 2mm 0 1.5mm; text-align: left; font-weight: bold; font-size: 12pt; }
/* Keeps a table's head from standing alone at the end of a page. */
.data caption { break-inside: avoid; }
.data caption::after { content: ""; display: block; height: 32mm; margin-bottom: -32mm; }
.data th, .data td { border: 0.5pt solid #000; padding: 2pt 3pt; vertical-align: top; overflow-wrap: break-word; }
.data th { text-align: center; vertical-align: middle; }
.data thead { display: table-header-group; }
.data tr { break-inside: avoid; }
.data .figure { text-align: right; }
.data th.figure { text-align: center; }
.data .n { width: 2.2em; text-align: center; }
.data .unit { text-align: center; }
.data .name { white-space: nowrap; }
.statistics { table-layout: fixed; }
.statistics .code { width: 10%; }
.statistics .unit { width: 12%; }
.statistics .figure { width: 15%; }
.statistics .origin { width: 18%; }
.compared .unit { width: 9%; }
.compared .comparison { width: 24%; }
.compared .origin { width: 13%; }
.facts { table-layout: fixed; }
.facts .label { width: 30%; }
.facts .origin { width: 14%; }
.words { min-width: 38mm; }
.many .words { min-width: 26mm; }
.data .group td { font-weight: bold; font-style: italic; break-after: avoid; }
.data .total td { font-weight: bold; }
.data .text, .data .words { white-space: pre-line; }
.data .digest { font-family: "Liberation Mono", monospace; font-size: 9pt; white-space: nowrap; }
.data .where { width: 17%; }
.finding-code { font-size: 9pt; color: #444; overflow-wrap: anywhere; }
.many { font-size: 9.5pt; }

@media print {
  html { background: none; }
  .screen-only { display: none; }
  .sheet { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  .sheet.wide { width: auto; min-height: 0; padding: 0; }
  .annex, .internal { break-before: page; }
  .internal { display: none; page: internal; }
  body:has(#print-internal:checked) .internal { display: block; }
}
    </style>
  </xsl:template>
</xsl:stylesheet>
