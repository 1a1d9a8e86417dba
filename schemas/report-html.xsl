<?xml version="1.0" encoding="UTF-8"?>
<!-- report.xml (urn:cchc:report:1) -> HTML in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, Mẫu 1.4.
     XSLT 1.0 for libxslt, string functions only: every figure is printed from the text that report.xml holds beside its value (@display), so none
     passes through a binary number. Only counts of list entries are computed here.
     Three kinds of sheet: the letter; its annexes, which go out with it (Phụ lục I, II …); internal sheets for the office (all that was entered,
     findings, provenance), which print only when the box at the top of the screen is ticked. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:cchc:report:1" exclude-result-prefixes="r">
  <xsl:include href="report-html-text.xsl"/>
  <xsl:include href="report-html-annexes.xsl"/>
  <xsl:include href="report-html-internal.xsl"/>
  <xsl:include href="report-html-style.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="yes" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="r:paragraph r:text r:what r:fix r:comment"/>

  <xsl:variable name="report" select="/r:report"/>
  <xsl:variable name="period" select="$report/r:heading/r:period"/>
  <xsl:variable name="heading" select="$report/r:outline/r:place[@id = 'heading']/r:group"/>
  <xsl:variable name="parts" select="$report/r:outline/r:place[@id != 'heading']"/>
  <xsl:variable name="places" select="$parts/descendant-or-self::r:place"/>
  <xsl:variable name="numeric" select="' integer decimal money percent rate '"/>

  <xsl:variable name="unitIsTier"><xsl:call-template name="is-tier"><xsl:with-param name="name" select="$report/r:heading/r:unit/@name"/></xsl:call-template></xsl:variable>
  <xsl:variable name="parentIsTier"><xsl:call-template name="is-tier"><xsl:with-param name="name" select="$report/r:heading/r:parent/@name"/></xsl:call-template></xsl:variable>

  <xsl:variable name="symbol">
    <xsl:variable name="number" select="$heading/r:indicator[@id = 'number'][r:value]/@display"/>
    <xsl:variable name="given" select="$heading/r:indicator[@id = 'symbol'][r:value]/@display"/>
    <xsl:choose>
      <xsl:when test="not($number)">…</xsl:when>
      <xsl:when test="string-length($number) = 1"><xsl:value-of select="concat('0', $number)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$number"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>/</xsl:text>
    <xsl:choose>
      <xsl:when test="$given"><xsl:value-of select="$given"/></xsl:when>
      <xsl:otherwise>BC-UBND</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="dateOfIssue"><xsl:call-template name="long-date"><xsl:with-param name="iso" select="string($heading/r:indicator[@id = 'date']/r:value/r:date)"/></xsl:call-template></xsl:variable>
  <xsl:variable name="abstract">
    <xsl:choose>
      <xsl:when test="$heading/r:indicator[@id = 'abstract']/r:value"><xsl:value-of select="$heading/r:indicator[@id = 'abstract']/@display"/></xsl:when>
      <xsl:otherwise>Công tác cải cách hành chính <xsl:value-of select="$period/@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/">
    <html lang="vi">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>Báo cáo số <xsl:value-of select="$symbol"/> - <xsl:value-of select="$abstract"/></title>
        <xsl:call-template name="style"/>
      </head>
      <body>
        <p class="screen-only">
          <label><input type="checkbox" id="print-internal"/> In kèm các phụ lục nội bộ (dữ liệu chi tiết, kiểm tra số liệu, nguồn số liệu)</label>
        </p>
        <main class="sheet letter">
          <xsl:call-template name="notice"/>
          <xsl:call-template name="national-heading"/>
          <p class="kind">BÁO CÁO</p>
          <p class="abstract"><xsl:value-of select="$abstract"/></p>
          <xsl:apply-templates select="$heading[@id != 'closing']/r:paragraph"/>
          <xsl:if test="$report/r:missing/r:sentence"><p class="l0"><xsl:value-of select="$report/r:missing/r:sentence"/></p></xsl:if>
          <xsl:apply-templates select="$parts"/>
          <xsl:call-template name="closing"/>
          <xsl:call-template name="signature"/>
        </main>
        <xsl:call-template name="annexes"/>
        <xsl:call-template name="details"/>
        <xsl:call-template name="findings"/>
        <xsl:call-template name="provenance"/>
      </body>
    </html>
  </xsl:template>

  <!-- What a draft lacks, on its first page. What a person has confirmed is said in the letter itself (r:sentence). -->
  <xsl:template name="notice">
    <xsl:variable name="coverage" select="$report/r:heading/r:coverage"/>
    <xsl:variable name="unreviewed" select="count($report/r:provenance/r:submission[@reviewed = 'no'])"/>
    <xsl:variable name="lacks" select="$report[r:heading/@complete = 'no']/r:missing[not(r:sentence)]/r:section | $report/r:missing/r:part"/>
    <xsl:variable name="leftOut" select="$report/r:left-out/r:part"/>
    <xsl:if test="$lacks or $unreviewed &gt; 0 or $leftOut">
      <div class="notice{substring(' screen-only', 1, 12 * not($lacks or $unreviewed &gt; 0))}">
        <xsl:if test="$lacks">
          <p><b>Dự thảo chưa đầy đủ:</b> đã có <xsl:value-of select="$coverage/@present-sections"/>/<xsl:value-of select="$coverage/@expected-sections"/> phần
            của <xsl:value-of select="$coverage/@present-units"/>/<xsl:value-of select="$coverage/@expected-units"/> đơn vị gửi đủ. Còn thiếu:</p>
          <xsl:for-each select="$lacks[position() &lt;= 10]">
            <p>- <xsl:if test="@unit-name"><xsl:value-of select="@unit-name"/>: </xsl:if><xsl:value-of select="@title"/><xsl:call-template name="why-missing"><xsl:with-param name="before"> (</xsl:with-param><xsl:with-param name="after">)</xsl:with-param></xsl:call-template></p>
          </xsl:for-each>
          <xsl:if test="count($lacks) &gt; 10"><p>và <xsl:value-of select="count($lacks) - 10"/> phần khác; xem phụ lục “Các phần chưa có trong báo cáo”.</p></xsl:if>
        </xsl:if>
        <xsl:if test="$unreviewed &gt; 0">
          <p><b>Có <xsl:value-of select="$unreviewed"/> phần chưa được duyệt</b> khi tổng hợp; xem phụ lục nội bộ “Nguồn số liệu”.</p>
        </xsl:if>
        <xsl:for-each select="$leftOut">
          <p class="screen-only">Không đưa vào báo cáo: <xsl:value-of select="@title"/>, theo quyết định của <xsl:value-of select="@by"/> (<xsl:call-template name="date"><xsl:with-param name="iso" select="substring(@at, 1, 10)"/></xsl:call-template>)<xsl:if test="@reason">: <xsl:value-of select="@reason"/></xsl:if></p>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="national-heading">
    <table class="national">
      <tr>
        <td class="body-of">
          <xsl:if test="$report/r:heading/r:parent">
            <div class="superior">
              <xsl:if test="$parentIsTier = 'yes'">UBND </xsl:if>
              <xsl:value-of select="translate($report/r:heading/r:parent/@name, $lower, $upper)"/>
            </div>
          </xsl:if>
          <div class="issuer">
            <xsl:if test="$unitIsTier = 'yes'">ỦY BAN NHÂN DÂN<br/></xsl:if>
            <xsl:value-of select="translate($report/r:heading/r:unit/@name, $lower, $upper)"/>
          </div>
        </td>
        <td class="state">
          <div class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div>
          <div class="motto">Độc lập - Tự do - Hạnh phúc</div>
        </td>
      </tr>
      <tr>
        <td class="number">Số: <xsl:value-of select="$symbol"/></td>
        <td class="place-date">
          <xsl:value-of select="$heading/r:indicator[@id = 'place_name']/@display"/>
          <xsl:text>, </xsl:text>
          <xsl:value-of select="$dateOfIssue"/>
        </td>
      </tr>
    </table>
  </xsl:template>

  <!-- A part: I. TITLE; an item of it: 1. Title -->
  <xsl:template match="r:place">
    <section>
      <xsl:choose>
        <xsl:when test="parent::r:outline"><h2><xsl:value-of select="concat(@id, '. ', translate(@title, $lower, $upper))"/></h2></xsl:when>
        <xsl:otherwise>
          <h3><xsl:call-template name="last-step"><xsl:with-param name="id" select="@id"/></xsl:call-template>. <xsl:value-of select="@title"/></h3>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="r:group | r:place"/>
      <xsl:if test="not(r:place) and not(r:group/r:paragraph) and not(r:group[@nothing = 'yes'])">
        <p class="l0 absent">
          <xsl:choose>
            <xsl:when test="$report/r:heading/@complete = 'no'">(Chưa có số liệu của phần này.)</xsl:when>
            <xsl:otherwise>(Không có nội dung phát sinh trong kỳ báo cáo.)</xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="last-step">
    <xsl:param name="id"/>
    <xsl:choose>
      <xsl:when test="contains($id, '.')"><xsl:call-template name="last-step"><xsl:with-param name="id" select="substring-after($id, '.')"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A titled group is a point a), b) … of its item; directly under a part it is an item 1., 2. … -->
  <xsl:template match="r:group">
    <xsl:if test="r:paragraph or @nothing = 'yes'">
      <xsl:if test="@title and not(@untitled = 'yes')">
        <xsl:variable name="n" select="count(preceding-sibling::r:group[@title and not(@untitled = 'yes')][r:paragraph or @nothing = 'yes']) + 1"/>
        <xsl:choose>
          <xsl:when test="../parent::r:outline and not(../r:place)"><h3><xsl:value-of select="concat($n, '. ', @title)"/></h3></xsl:when>
          <xsl:otherwise><h4><xsl:call-template name="letter"><xsl:with-param name="n" select="$n"/></xsl:call-template>) <xsl:value-of select="@title"/></h4></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:apply-templates select="r:paragraph"/>
      <xsl:if test="@nothing = 'yes' and not(r:paragraph)"><p class="l1">- Trong kỳ báo cáo không phát sinh.</p></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:paragraph">
    <p class="l{concat(@level, substring('0', 1, not(@level)), substring(' short', 1, 6 * (string-length(.) &lt; 270)))}"><xsl:call-template name="paragraph-text"/></p>
  </xsl:template>

  <xsl:template name="paragraph-text">
    <xsl:choose>
      <xsl:when test="@number"><xsl:value-of select="@number"/>. </xsl:when>
      <xsl:when test="@level = '1'">- </xsl:when>
      <xsl:when test="@level = '2'">+ </xsl:when>
    </xsl:choose>
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- The report ends with "./." -->
  <xsl:template name="closing">
    <xsl:variable name="closing" select="$heading[@id = 'closing']/r:paragraph"/>
    <xsl:for-each select="$closing">
      <xsl:variable name="end" select="substring(., string-length(.) - 2)"/>
      <p class="l0">
        <xsl:call-template name="paragraph-text"/>
        <xsl:if test="position() = last() and $end != './.'">
          <xsl:value-of select="substring('./.', 1 + (substring($end, 3) = '.'))"/>
        </xsl:if>
      </p>
    </xsl:for-each>
    <xsl:if test="not($closing)"><p class="l0">./.</p></xsl:if>
  </xsl:template>

  <xsl:template name="signature">
    <table class="signature">
      <tr>
        <td class="recipients">
          <p class="to">Nơi nhận:</p>
          <xsl:for-each select="$heading/r:table[@id = 'recipients']/r:row">
            <xsl:variable name="text" select="normalize-space(r:cell[@column = 'recipient']/@display)"/>
            <xsl:variable name="last" select="substring($text, string-length($text))"/>
            <p>
              <xsl:text>- </xsl:text>
              <xsl:choose>
                <xsl:when test="$last = ';' or $last = '.'"><xsl:value-of select="substring($text, 1, string-length($text) - 1)"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
              </xsl:choose>
              <xsl:choose>
                <xsl:when test="position() = last()">.</xsl:when>
                <xsl:otherwise>;</xsl:otherwise>
              </xsl:choose>
            </p>
          </xsl:for-each>
        </td>
        <td class="signer">
          <xsl:for-each select="$heading/r:indicator[@id = 'signature_authority' or @id = 'signature_for' or @id = 'signature_title'][r:value]">
            <p><xsl:value-of select="translate(@display, $lower, $upper)"/></p>
          </xsl:for-each>
          <p class="name"><xsl:value-of select="$heading/r:indicator[@id = 'signer_name'][r:value]/@display"/></p>
        </td>
      </tr>
    </table>
  </xsl:template>
</xsl:stylesheet>
