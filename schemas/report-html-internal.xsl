<?xml version="1.0" encoding="UTF-8"?>
<!-- Sheets for the office: all that was entered, findings, provenance. Part of report-html.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:cchc:report:1" exclude-result-prefixes="r">
  <xsl:key name="submission" match="r:submission" use="concat(@definition, ' ', @subject)"/>
  <xsl:key name="subject" match="r:submission" use="@subject"/>
  <xsl:key name="field" match="r:indicator | r:table" use="concat(../@definition, ' ', @id)"/>

  <xsl:template name="internal-heading">
    <xsl:param name="title"/>
    <p class="internal-mark">TÀI LIỆU NỘI BỘ CỦA CƠ QUAN TỔNG HỢP - KHÔNG GỬI KÈM BÁO CÁO</p>
    <p class="annex-title"><xsl:value-of select="translate($title, $lower, $upper)"/></p>
    <p class="annex-of">(Lập lúc <xsl:call-template name="time"><xsl:with-param name="iso" select="$report/r:heading/@created"/></xsl:call-template> UTC)</p>
  </xsl:template>

  <!-- Whatever was entered and stands in no annex: dates, documents, texts, registers. -->
  <xsl:template name="details">
    <xsl:variable name="detailed" select="$places[r:group[r:indicator[not(contains($numeric, concat(' ', @type, ' ')))] or r:table[not(@annex = 'yes' or @id = 'other_facts') or @nothing = 'yes']]]"/>
    <xsl:if test="$detailed">
      <section class="sheet internal wide">
        <xsl:call-template name="internal-heading"><xsl:with-param name="title">Dữ liệu chi tiết đã báo cáo</xsl:with-param></xsl:call-template>
        <xsl:for-each select="$detailed">
          <h3><xsl:value-of select="concat(@id, '. ', @title)"/></h3>
          <xsl:variable name="facts" select="r:group/r:indicator[not(contains($numeric, concat(' ', @type, ' ')))]"/>
          <xsl:if test="$facts">
            <table class="data facts">
              <thead><tr><th class="label">Chỉ tiêu</th><th>Nội dung</th><th class="origin">Nguồn</th></tr></thead>
              <tbody>
                <xsl:for-each select="$facts">
                  <tr>
                    <td><xsl:value-of select="@label"/></td>
                    <td class="text"><xsl:value-of select="@display"/></td>
                    <td class="origin"><xsl:call-template name="origin"/></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </xsl:if>
          <xsl:for-each select="r:group/r:table[r:row][not(@annex = 'yes' or @id = 'other_facts')]"><xsl:call-template name="data-table"/></xsl:for-each>
          <xsl:for-each select="r:group/r:table[not(r:row)][@nothing = 'yes']"><p class="l0"><xsl:value-of select="@title"/>: không phát sinh.</p></xsl:for-each>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="findings">
    <xsl:if test="$report/r:findings">
      <section class="sheet internal wide">
        <xsl:call-template name="internal-heading"><xsl:with-param name="title">Phụ lục kiểm tra số liệu</xsl:with-param></xsl:call-template>
        <xsl:call-template name="finding-table"><xsl:with-param name="severity">error</xsl:with-param><xsl:with-param name="caption">Lỗi</xsl:with-param></xsl:call-template>
        <xsl:call-template name="finding-table"><xsl:with-param name="severity">warning</xsl:with-param><xsl:with-param name="caption">Cảnh báo</xsl:with-param></xsl:call-template>
        <xsl:call-template name="finding-table"><xsl:with-param name="severity">information</xsl:with-param><xsl:with-param name="caption">Thông tin</xsl:with-param></xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="finding-table">
    <xsl:param name="severity"/>
    <xsl:param name="caption"/>
    <xsl:variable name="found" select="$report/r:findings/r:finding[@severity = $severity]"/>
    <xsl:if test="$found">
      <table class="data findings">
        <caption><xsl:value-of select="concat($caption, ' (', count($found), ')')"/></caption>
        <thead><tr><th class="n">TT</th><th class="where">Phần, vị trí</th><th>Nội dung</th><th>Cách xử lý</th><th>Giải trình</th></tr></thead>
        <tbody>
          <xsl:for-each select="$found">
            <tr>
              <td class="n"><xsl:value-of select="position()"/></td>
              <td class="where"><xsl:call-template name="where"/></td>
              <td><xsl:value-of select="r:what[@lang = 'vi']"/></td>
              <td><xsl:value-of select="r:fix[@lang = 'vi']"/></td>
              <td class="text"><xsl:value-of select="r:comment"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- Where a finding is, by the names that people know; its code and place for those who look it up. -->
  <xsl:template name="where">
    <xsl:variable name="titles" select="key('submission', concat(@definition, ' ', @subject))/@title | $unitAnnexes[@definition = current()/@definition]/@title"/>
    <xsl:variable name="place" select="concat(@definition, ' ', substring-before(concat(@place, '['), '['))"/>
    <xsl:choose>
      <xsl:when test="$titles"><xsl:value-of select="$titles[last()]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@definition"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@subject != $report/r:heading/r:unit/@code">
      <xsl:value-of select="concat(' (', @subject, ' ', key('subject', @subject)/@unit-name, ')')"/>
    </xsl:if>
    <xsl:if test="@place and key('field', $place)">: <xsl:value-of select="(key('field', $place)/@label | key('field', $place)/@title)[1]"/></xsl:if>
    <br/>
    <span class="finding-code"><xsl:value-of select="@code"/><xsl:if test="@place"><br/><xsl:value-of select="@place"/></xsl:if></span>
  </xsl:template>

  <xsl:template name="provenance">
    <xsl:if test="$report/r:provenance">
      <section class="sheet internal wide">
        <xsl:call-template name="internal-heading"><xsl:with-param name="title">Nguồn số liệu</xsl:with-param></xsl:call-template>
        <table class="data">
          <thead><tr><th class="n">TT</th><th>Đơn vị</th><th>Phần báo cáo</th><th>Nơi lập</th><th>Lần gửi</th><th>Gửi lúc (UTC)</th><th>Mã kiểm tra (SHA-256)</th><th>Ký số</th><th>Tình trạng</th></tr></thead>
          <tbody>
            <xsl:for-each select="$report/r:provenance/r:submission">
              <tr>
                <td class="n"><xsl:value-of select="position()"/></td>
                <td><xsl:value-of select="@unit-name"/></td>
                <td>
                  <xsl:choose>
                    <xsl:when test="@title"><xsl:value-of select="@title"/></xsl:when>
                    <xsl:otherwise><xsl:value-of select="@definition"/></xsl:otherwise>
                  </xsl:choose>
                </td>
                <td><xsl:value-of select="@reporter"/></td>
                <td class="n"><xsl:value-of select="@revision"/></td>
                <td><xsl:call-template name="time"><xsl:with-param name="iso" select="@submitted"/></xsl:call-template></td>
                <td class="digest" title="{@digest}"><xsl:value-of select="substring(@digest, 1, 16)"/>…</td>
                <td><xsl:value-of select="@signer"/></td>
                <td>
                  <xsl:choose>
                    <xsl:when test="@reviewed = 'yes'">Đã duyệt</xsl:when>
                    <xsl:otherwise><b>Chưa duyệt</b></xsl:otherwise>
                  </xsl:choose>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
