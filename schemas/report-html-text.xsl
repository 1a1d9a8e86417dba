<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates, letters, capitals: texts that the layout needs, by string functions. Part of report-html.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:cchc:report:1" exclude-result-prefixes="r">
  <xsl:variable name="lower" select="'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz'"/>
  <xsl:variable name="upper" select="'AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ'"/>

  <!-- Day under 10 and months 1 and 2 keep their zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4). -->
  <xsl:template name="month">
    <xsl:param name="iso"/>
    <xsl:variable name="month" select="substring($iso, 6, 2)"/>
    <xsl:choose>
      <xsl:when test="$month = '01' or $month = '02' or not(starts-with($month, '0'))"><xsl:value-of select="$month"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="substring($month, 2)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="date">
    <xsl:param name="iso"/>
    <xsl:if test="string-length($iso) &gt;= 10"><xsl:value-of select="substring($iso, 9, 2)"/>/</xsl:if>
    <xsl:call-template name="month"><xsl:with-param name="iso" select="$iso"/></xsl:call-template>/<xsl:value-of select="substring($iso, 1, 4)"/>
  </xsl:template>

  <!-- 2023-08-28T09:14:00Z as 09:14 28/8/2023 (UTC) -->
  <xsl:template name="time">
    <xsl:param name="iso"/>
    <xsl:if test="$iso">
      <xsl:value-of select="substring($iso, 12, 5)"/><xsl:text> </xsl:text>
      <xsl:call-template name="date"><xsl:with-param name="iso" select="substring($iso, 1, 10)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="long-date">
    <xsl:param name="iso"/>
    <xsl:text>ngày </xsl:text>
    <xsl:choose>
      <xsl:when test="string-length($iso) &gt;= 10"><xsl:value-of select="substring($iso, 9, 2)"/></xsl:when>
      <xsl:otherwise>&#8195;&#8195;</xsl:otherwise>
    </xsl:choose>
    <xsl:text> tháng </xsl:text>
    <xsl:choose>
      <xsl:when test="string-length($iso) &gt;= 7"><xsl:call-template name="month"><xsl:with-param name="iso" select="$iso"/></xsl:call-template></xsl:when>
      <xsl:otherwise>&#8195;&#8195;</xsl:otherwise>
    </xsl:choose>
    <xsl:text> năm </xsl:text>
    <xsl:value-of select="substring(concat($iso, $period/@end), 1, 4)"/>
  </xsl:template>

  <!-- Letter of the n-th point: a b c d đ e g …, then aa, ab … -->
  <xsl:template name="letter">
    <xsl:param name="n"/>
    <xsl:variable name="letters" select="'abcdđeghiklmnopqrstuvxy'"/>
    <xsl:if test="$n &gt; 23">a</xsl:if>
    <xsl:value-of select="substring($letters, ($n - 1) mod 23 + 1, 1)"/>
  </xsl:template>

  <!-- A value in a table that names its unit elsewhere: "1.348 hồ sơ" is 1.348 there. -->
  <xsl:template name="without-unit">
    <xsl:param name="text"/>
    <xsl:param name="unit"/>
    <xsl:variable name="tail" select="concat(' ', $unit)"/>
    <xsl:variable name="length" select="string-length($text) - string-length($tail)"/>
    <xsl:choose>
      <xsl:when test="$unit != '' and $length &gt; 0 and substring($text, $length + 1) = $tail"><xsl:value-of select="substring($text, 1, $length)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A title given in capitals, as a sentence. -->
  <xsl:template name="sentence-case">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="$text = translate($text, $lower, $upper)"><xsl:value-of select="concat(substring($text, 1, 1), translate(substring($text, 2), $upper, $lower))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A canonical percentage: 45.78 as 45,78% -->
  <xsl:template name="percent">
    <xsl:param name="number"/>
    <xsl:value-of select="concat(translate($number, '.-', ','), '%')"/>
  </xsl:template>

  <!-- What a unit is called in capitals, when it has a People's Committee: TỈNH …, HUYỆN …, XÃ … -->
  <xsl:template name="is-tier">
    <xsl:param name="name"/>
    <xsl:variable name="n" select="translate($name, $lower, $upper)"/>
    <xsl:if test="starts-with($n, 'TỈNH ') or starts-with($n, 'THÀNH PHỐ ') or starts-with($n, 'HUYỆN ') or starts-with($n, 'QUẬN ')
        or starts-with($n, 'THỊ XÃ ') or starts-with($n, 'XÃ ') or starts-with($n, 'PHƯỜNG ') or starts-with($n, 'THỊ TRẤN ') or starts-with($n, 'ĐẶC KHU ')">yes</xsl:if>
  </xsl:template>
  <!-- Why a section or part is missing, in words; "" for reports of format 1.0, which do not say it. -->
  <xsl:template name="why-missing">
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:if test="@why">
      <xsl:value-of select="$before"/>
      <xsl:choose>
        <xsl:when test="@why = 'not-submitted'">chưa gửi</xsl:when>
        <xsl:when test="@why = 'not-accepted'">đã gửi, chưa được chấp nhận</xsl:when>
        <xsl:when test="@why = 'returned'">đã trả lại để sửa, chưa gửi lại</xsl:when>
        <xsl:when test="@why = 'no-definition'">không có biểu mẫu trên máy tổng hợp</xsl:when>
        <xsl:when test="@why = 'refused-definition'">biểu mẫu có lỗi</xsl:when>
        <xsl:when test="@why = 'no-place'">đề cương không có mục cho nội dung này</xsl:when>
        <xsl:when test="@why = 'waiting'">đã nhận gói, đang chờ biểu mẫu hoặc chờ cập nhật phần mềm</xsl:when>
        <xsl:when test="@why = 'not-asked'">đã gửi, nhưng kỳ này không yêu cầu đơn vị báo cáo phần này</xsl:when>
        <xsl:when test="@why = 'discarded'">đã loại bỏ hoặc đã rút bản gửi</xsl:when>
        <xsl:when test="@why = 'unusable'">đã chấp nhận, nhưng bản lưu trong kho không dùng được</xsl:when>
        <xsl:otherwise>không còn hợp với biểu mẫu</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="$after"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
