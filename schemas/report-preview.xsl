<?xml version="1.0" encoding="UTF-8"?>
<!-- report.xml -> the plain HTML that the desktop's preview and printing can lay out (no CSS): the same words and figures as report-html.xsl, whose
     templates it takes over; only what needs CSS there is written again with the attributes of HTML 3. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:cchc:report:1" exclude-result-prefixes="r">
  <xsl:import href="report-html.xsl"/>

  <xsl:variable name="indent" select="'&#160;&#160;&#160;&#160;&#160;&#160;'"/>

  <xsl:template match="/">
    <html>
      <head><title>Báo cáo số <xsl:value-of select="$symbol"/></title></head>
      <body>
        <xsl:call-template name="notice"/>
        <xsl:call-template name="national-heading"/>
        <p align="center"><b>BÁO CÁO</b><br/><b><xsl:value-of select="$abstract"/></b><br/>_______</p>
        <xsl:apply-templates select="$heading[@id = 'opening']/r:paragraph"/>
        <xsl:if test="$report/r:missing/r:sentence"><p><xsl:value-of select="$indent"/><xsl:value-of select="$report/r:missing/r:sentence"/></p></xsl:if>
        <xsl:apply-templates select="$parts"/>
        <xsl:call-template name="closing"/>
        <br/>
        <xsl:call-template name="signature"/>
        <xsl:call-template name="annexes"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="style"/>

  <xsl:template name="notice">
    <xsl:variable name="lacks" select="$report[r:heading/@complete = 'no']/r:missing[not(r:sentence)]/r:section | $report/r:missing/r:part"/>
    <xsl:if test="$lacks">
      <p><b>Dự thảo chưa đầy đủ: đã có <xsl:value-of select="$report/r:heading/r:coverage/@present-sections"/>/<xsl:value-of select="$report/r:heading/r:coverage/@expected-sections"/> phần. Còn thiếu:</b>
        <xsl:for-each select="$lacks[position() &lt;= 10]">
          <br/>- <xsl:if test="@unit-name"><xsl:value-of select="@unit-name"/>: </xsl:if><xsl:value-of select="@title"/><xsl:call-template name="why-missing"><xsl:with-param name="before"> (</xsl:with-param><xsl:with-param name="after">)</xsl:with-param></xsl:call-template>
        </xsl:for-each>
        <xsl:if test="count($lacks) &gt; 10"><br/>và <xsl:value-of select="count($lacks) - 10"/> phần khác</xsl:if>
      </p>
    </xsl:if>
    <xsl:for-each select="$report/r:left-out/r:part">
      <p><i>Không đưa vào báo cáo: <xsl:value-of select="@title"/>, theo quyết định của <xsl:value-of select="@by"/></i></p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="national-heading">
    <table width="100%" border="0" cellspacing="0" cellpadding="0">
      <tr>
        <td width="39%" align="center" valign="top">
          <xsl:if test="$report/r:heading/r:parent">
            <xsl:if test="$parentIsTier = 'yes'">UBND </xsl:if><xsl:value-of select="translate($report/r:heading/r:parent/@name, $lower, $upper)"/><br/>
          </xsl:if>
          <b><xsl:if test="$unitIsTier = 'yes'">ỦY BAN NHÂN DÂN<br/></xsl:if><xsl:value-of select="translate($report/r:heading/r:unit/@name, $lower, $upper)"/></b><br/>_______
        </td>
        <td align="center" valign="top"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br/><b>Độc lập - Tự do - Hạnh phúc</b><br/>_______________</td>
      </tr>
      <tr>
        <td align="center">Số: <xsl:value-of select="$symbol"/></td>
        <td align="center"><i><xsl:value-of select="concat($heading/r:indicator[@id = 'place_name']/@display, ', ', $dateOfIssue)"/></i></td>
      </tr>
    </table>
  </xsl:template>

  <xsl:template match="r:place">
    <xsl:choose>
      <xsl:when test="parent::r:outline"><p><xsl:value-of select="$indent"/><b><xsl:value-of select="concat(@id, '. ', translate(@title, $lower, $upper))"/></b></p></xsl:when>
      <xsl:otherwise>
        <p><xsl:value-of select="$indent"/><b><xsl:call-template name="last-step"><xsl:with-param name="id" select="@id"/></xsl:call-template>. <xsl:value-of select="@title"/></b></p>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="r:group | r:place"/>
    <xsl:if test="not(r:place) and not(r:group/r:paragraph) and not(r:group[@nothing = 'yes'])">
      <p><xsl:value-of select="$indent"/><i>
        <xsl:choose>
          <xsl:when test="$report/r:heading/@complete = 'no'">(Chưa có số liệu của phần này.)</xsl:when>
          <xsl:otherwise>(Không có nội dung phát sinh trong kỳ báo cáo.)</xsl:otherwise>
        </xsl:choose>
      </i></p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:group">
    <xsl:if test="r:paragraph or @nothing = 'yes'">
      <xsl:if test="@title and not(@untitled = 'yes')">
        <xsl:variable name="n" select="count(preceding-sibling::r:group[@title and not(@untitled = 'yes')][r:paragraph or @nothing = 'yes']) + 1"/>
        <p><xsl:value-of select="$indent"/>
          <xsl:choose>
            <xsl:when test="../parent::r:outline and not(../r:place)"><b><xsl:value-of select="concat($n, '. ', @title)"/></b></xsl:when>
            <xsl:otherwise><i><xsl:call-template name="letter"><xsl:with-param name="n" select="$n"/></xsl:call-template>) <xsl:value-of select="@title"/></i></xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:if>
      <xsl:apply-templates select="r:paragraph"/>
      <xsl:if test="@nothing = 'yes' and not(r:paragraph)"><p><xsl:value-of select="$indent"/>- Trong kỳ báo cáo không phát sinh.</p></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:paragraph">
    <p align="justify"><xsl:value-of select="$indent"/><xsl:call-template name="paragraph-text"/></p>
  </xsl:template>

  <xsl:template name="signature">
    <table width="100%" border="0">
      <tr>
        <td width="50%" valign="top">
          <b><i>Nơi nhận:</i></b><br/>
          <xsl:for-each select="$heading/r:table[@id = 'recipients']/r:row">
            <font size="-1">- <xsl:value-of select="normalize-space(r:cell[@column = 'recipient']/@display)"/>;<br/></font>
          </xsl:for-each>
        </td>
        <td align="center" valign="top">
          <xsl:for-each select="$heading/r:indicator[@id = 'signature_authority' or @id = 'signature_for' or @id = 'signature_title'][r:value]">
            <b><xsl:value-of select="translate(@display, $lower, $upper)"/></b><br/>
          </xsl:for-each>
          <br/><br/><br/>
          <b><xsl:value-of select="$heading/r:indicator[@id = 'signer_name'][r:value]/@display"/></b>
        </td>
      </tr>
    </table>
  </xsl:template>

  <!-- The division, alone in the body, begins a page. -->
  <xsl:template name="annex-heading">
    <xsl:param name="n"/>
    <xsl:param name="title"/>
    <div style="page-break-before:always"/>
    <p align="center"><b>PHỤ LỤC <xsl:number value="$n" format="I"/></b><br/><b><xsl:value-of select="translate($title, $lower, $upper)"/></b></p>
  </xsl:template>

  <xsl:template name="indicator-annex">
    <xsl:call-template name="annex-heading">
      <xsl:with-param name="n" select="1"/>
      <xsl:with-param name="title">Số liệu thống kê <xsl:value-of select="$period/@name"/></xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="$places[r:group/r:indicator[contains($numeric, concat(' ', @type, ' '))]]">
      <p><b>Biểu <xsl:value-of select="position()"/>. <xsl:call-template name="sentence-case"><xsl:with-param name="text" select="@title"/></xsl:call-template> (mục <xsl:value-of select="@id"/>)</b></p>
      <table border="1" cellspacing="0" cellpadding="3" width="100%">
        <tr><th width="10%">Mã</th><th>Chỉ tiêu</th><th width="14%">Đơn vị tính</th><th width="22%">Số liệu</th></tr>
        <xsl:for-each select="r:group/r:indicator[contains($numeric, concat(' ', @type, ' '))]">
          <tr>
            <td><xsl:value-of select="@code"/></td>
            <td><xsl:value-of select="@label"/></td>
            <td><xsl:value-of select="@unit"/></td>
            <td align="right"><xsl:call-template name="without-unit"><xsl:with-param name="text" select="string(@display)"/><xsl:with-param name="unit" select="string(@unit)"/></xsl:call-template></td>
          </tr>
        </xsl:for-each>
      </table>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="table-annex">
    <xsl:param name="n"/>
    <xsl:call-template name="annex-heading">
      <xsl:with-param name="n" select="$n"/>
      <xsl:with-param name="title">Biểu số liệu chi tiết <xsl:value-of select="$period/@name"/></xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="$annexTables">
      <xsl:variable name="number" select="position()"/>
      <xsl:variable name="rows" select="r:row"/>
      <xsl:variable name="columns" select="r:column[@id = $rows/r:cell/@column]"/>
      <xsl:variable name="labelled" select="boolean($rows/@label)"/>
      <xsl:variable name="size"><xsl:call-template name="size-for"><xsl:with-param name="columns" select="count($columns)"/></xsl:call-template></xsl:variable>
      <p><b><xsl:value-of select="concat('Biểu ', $number, '. ', @title)"/><xsl:if test="../@aggregate = 'yes'"> (tổng hợp từ các đơn vị trực thuộc)</xsl:if></b></p>
      <table border="1" cellspacing="0" cellpadding="3" width="100%">
        <tr>
          <th width="5%"><font size="{$size}">TT</font></th>
          <xsl:if test="$labelled"><th width="{16 + 14 * (count($columns) &lt; 6)}%"><font size="{$size}">Nội dung</font></th></xsl:if>
          <xsl:for-each select="$columns"><th><font size="{$size}"><xsl:value-of select="@label"/><xsl:if test="@unit"> (<xsl:value-of select="@unit"/>)</xsl:if></font></th></xsl:for-each>
        </tr>
        <xsl:for-each select="$rows">
          <xsl:variable name="row" select="."/>
          <tr>
            <td align="center"><font size="{$size}"><xsl:value-of select="position()"/></font></td>
            <xsl:if test="$labelled"><td><font size="{$size}"><xsl:value-of select="@label"/></font></td></xsl:if>
            <xsl:for-each select="$columns">
              <xsl:variable name="cell" select="$row/r:cell[@column = current()/@id]"/>
              <td>
                <xsl:if test="contains($numeric, concat(' ', $cell/@type, ' '))"><xsl:attribute name="align">right</xsl:attribute></xsl:if>
                <font size="{$size}"><xsl:call-template name="without-unit"><xsl:with-param name="text" select="string($cell/@display)"/><xsl:with-param name="unit" select="string(@unit)"/></xsl:call-template></font>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </table>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="unit-annex">
    <xsl:param name="n"/>
    <xsl:variable name="columns" select="r:column"/>
    <xsl:variable name="size"><xsl:call-template name="size-for"><xsl:with-param name="columns" select="count($columns)"/></xsl:call-template></xsl:variable>
    <xsl:call-template name="annex-heading">
      <xsl:with-param name="n" select="$n"/>
      <xsl:with-param name="title" select="@title"/>
    </xsl:call-template>
    <table border="1" cellspacing="0" cellpadding="3" width="100%">
      <tr>
        <th width="5%"><font size="{$size}">TT</font></th>
        <th width="16%"><font size="{$size}">Đơn vị</font></th>
        <xsl:for-each select="$columns">
          <th><font size="{$size}">
            <xsl:value-of select="@label"/>
            <xsl:choose>
              <xsl:when test="@unit"> (<xsl:value-of select="@unit"/>)</xsl:when>
              <xsl:when test="@type = 'money'"> (đồng)</xsl:when>
            </xsl:choose>
          </font></th>
        </xsl:for-each>
      </tr>
      <xsl:for-each select="r:row | r:total">
        <xsl:variable name="row" select="."/>
        <tr>
          <td align="center"><font size="{$size}"><xsl:if test="self::r:row"><xsl:value-of select="position()"/></xsl:if></font></td>
          <td><font size="{$size}"><xsl:choose><xsl:when test="self::r:row"><xsl:value-of select="@name"/></xsl:when><xsl:otherwise><b>Chung</b></xsl:otherwise></xsl:choose></font></td>
          <xsl:for-each select="$columns"><td align="right"><font size="{$size}"><xsl:value-of select="$row/r:cell[@column = current()/@id]/@display"/></font></td></xsl:for-each>
        </tr>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template name="missing">
    <xsl:param name="n"/>
    <xsl:call-template name="annex-heading">
      <xsl:with-param name="n" select="$n"/>
      <xsl:with-param name="title">Các phần chưa có trong báo cáo</xsl:with-param>
    </xsl:call-template>
    <table border="1" cellspacing="0" cellpadding="3" width="100%">
      <tr><th width="5%">TT</th><th>Đơn vị</th><th>Phần báo cáo</th><th>Nơi lập</th><th>Hạn gửi</th><th>Lý do</th></tr>
      <xsl:for-each select="$report/r:missing/r:section | $report/r:missing/r:part">
        <tr>
          <td align="center"><xsl:value-of select="position()"/></td>
          <td><xsl:value-of select="@unit-name"/></td>
          <td><xsl:value-of select="@title"/></td>
          <td><xsl:value-of select="@reporter"/></td>
          <td><xsl:if test="@deadline"><xsl:call-template name="date"><xsl:with-param name="iso" select="@deadline"/></xsl:call-template></xsl:if></td>
          <td><xsl:call-template name="why-missing"/></td>
        </tr>
      </xsl:for-each>
    </table>
  </xsl:template>

  <!-- A sheet is never wider than the paper: what has many columns is set smaller. -->
  <xsl:template name="size-for">
    <xsl:param name="columns"/>
    <xsl:choose>
      <xsl:when test="$columns &gt; 7">1</xsl:when>
      <xsl:when test="$columns &gt; 4">2</xsl:when>
      <xsl:otherwise>3</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
