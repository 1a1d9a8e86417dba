<?xml version="1.0" encoding="UTF-8"?>
<!-- The annexes that go out with the letter: statistics, tables, figures of child units, missing sections. Part of report-html.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:cchc:report:1" exclude-result-prefixes="r">
  <xsl:variable name="annexTables" select="$places/r:group/r:table[(@annex = 'yes' or @id = 'other_facts') and r:row]"/>
  <xsl:variable name="hasIndicators" select="boolean($places/r:group/r:indicator[contains($numeric, concat(' ', @type, ' '))])"/>
  <xsl:variable name="hasTables" select="boolean($annexTables)"/>
  <xsl:variable name="unitAnnexes" select="$report/r:annexes/r:annex"/>
  <xsl:variable name="annexCount" select="$hasIndicators + $hasTables + count($unitAnnexes) + boolean($report/r:missing)"/>

  <xsl:template name="annexes">
    <xsl:if test="$hasIndicators"><xsl:call-template name="indicator-annex"/></xsl:if>
    <xsl:if test="$hasTables">
      <xsl:call-template name="table-annex"><xsl:with-param name="n" select="1 + $hasIndicators"/></xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$unitAnnexes">
      <xsl:call-template name="unit-annex"><xsl:with-param name="n" select="$hasIndicators + $hasTables + position()"/></xsl:call-template>
    </xsl:for-each>
    <xsl:if test="$report/r:missing">
      <xsl:call-template name="missing"><xsl:with-param name="n" select="$annexCount"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="annex-heading">
    <xsl:param name="n"/>
    <xsl:param name="title"/>
    <p class="annex-number">PHỤ LỤC <xsl:number value="$n" format="I"/></p>
    <p class="annex-title"><xsl:value-of select="translate($title, $lower, $upper)"/></p>
    <p class="annex-of">
      <xsl:text>(Kèm theo Báo cáo số </xsl:text>
      <xsl:value-of select="concat($symbol, ' ', $dateOfIssue, ' của ', substring('UBND ', 1, 5 * ($unitIsTier = 'yes')), $report/r:heading/r:unit/@name)"/>
      <xsl:text>)</xsl:text>
    </p>
  </xsl:template>

  <xsl:template name="indicator-annex">
    <section class="sheet annex" style="page: annex1">
      <xsl:call-template name="annex-heading">
        <xsl:with-param name="n" select="1"/>
        <xsl:with-param name="title">Số liệu thống kê <xsl:value-of select="$period/@name"/></xsl:with-param>
      </xsl:call-template>
      <xsl:for-each select="$places[r:group/r:indicator[contains($numeric, concat(' ', @type, ' '))]]">
        <xsl:variable name="compared" select="boolean(r:group/r:indicator/r:comparison)"/>
        <table class="data statistics{substring(' compared', 1, 9 * $compared)}">
          <caption>Biểu <xsl:value-of select="position()"/>. <xsl:call-template name="sentence-case"><xsl:with-param name="text" select="@title"/></xsl:call-template> (mục <xsl:value-of select="@id"/>)</caption>
          <thead>
            <tr>
              <th class="code">Mã</th>
              <th>Chỉ tiêu</th>
              <th class="unit">Đơn vị tính</th>
              <th class="figure">Số liệu</th>
              <xsl:if test="$compared"><th class="comparison">So sánh</th></xsl:if>
              <th class="origin">Nguồn</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="r:group[r:indicator[contains($numeric, concat(' ', @type, ' '))]]">
              <tr class="group">
                <td colspan="{5 + $compared}"><xsl:value-of select="@title"/><xsl:if test="@aggregate = 'yes'"> (tổng hợp từ các đơn vị trực thuộc)</xsl:if></td>
              </tr>
              <xsl:apply-templates select="r:indicator[contains($numeric, concat(' ', @type, ' '))]" mode="statistics">
                <xsl:with-param name="compared" select="$compared"/>
              </xsl:apply-templates>
            </xsl:for-each>
          </tbody>
        </table>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="r:indicator" mode="statistics">
    <xsl:param name="compared"/>
    <tr>
      <td class="code"><xsl:value-of select="@code"/></td>
      <td><xsl:value-of select="@label"/></td>
      <td class="unit"><xsl:value-of select="@unit"/></td>
      <td class="figure"><xsl:call-template name="without-unit"><xsl:with-param name="text" select="string(@display)"/><xsl:with-param name="unit" select="string(@unit)"/></xsl:call-template></td>
      <xsl:if test="$compared"><td class="comparison"><xsl:apply-templates select="r:comparison"/></td></xsl:if>
      <td class="origin"><xsl:call-template name="origin"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="r:comparison">
    <div>
      <xsl:choose>
        <xsl:when test="@kind = 'target'">Chỉ tiêu: </xsl:when>
        <xsl:when test="@kind = 'previous-period'">Kỳ trước: </xsl:when>
        <xsl:otherwise>Cùng kỳ năm trước: </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="@display"/>
      <xsl:if test="@change">
        <xsl:text> (</xsl:text>
        <xsl:choose>
          <xsl:when test="@kind = 'target'">đạt <xsl:call-template name="percent"><xsl:with-param name="number" select="@change"/></xsl:call-template></xsl:when>
          <xsl:when test="translate(@change, '-0.', '') = ''">không đổi</xsl:when>
          <xsl:when test="starts-with(@change, '-')">giảm <xsl:call-template name="percent"><xsl:with-param name="number" select="@change"/></xsl:call-template></xsl:when>
          <xsl:otherwise>tăng <xsl:call-template name="percent"><xsl:with-param name="number" select="@change"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
        <xsl:text>)</xsl:text>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="origin">
    <xsl:choose>
      <xsl:when test="@origin = 'blank'">Chưa có số liệu</xsl:when>
      <xsl:when test="@origin = 'computed'">Tính toán</xsl:when>
      <xsl:when test="@origin = 'given'">Nhập trực tiếp</xsl:when>
      <xsl:when test="@origin = 'referred'">Từ phần khác</xsl:when>
      <xsl:when test="@origin = 'summed'">Tổng hợp</xsl:when>
      <xsl:otherwise>Báo cáo</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@reported != @expected"> (<xsl:value-of select="@reported"/>/<xsl:value-of select="@expected"/> đơn vị)</xsl:if>
    <xsl:choose>
      <xsl:when test="@denominator = 'unknown'"> (chưa có số gốc)</xsl:when>
      <xsl:when test="@denominator = 'none-arose'"> (không phát sinh)</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="table-annex">
    <xsl:param name="n"/>
    <xsl:variable name="wide" select="substring('wide', 1, 4 * boolean($annexTables[count(r:column) &gt; 7]))"/>
    <section class="sheet annex {$wide}" style="page: annex{$n}{$wide}">
      <xsl:call-template name="annex-heading">
        <xsl:with-param name="n" select="$n"/>
        <xsl:with-param name="title">Biểu số liệu chi tiết <xsl:value-of select="$period/@name"/></xsl:with-param>
      </xsl:call-template>
      <xsl:for-each select="$annexTables">
        <xsl:call-template name="data-table"><xsl:with-param name="number" select="concat('Biểu ', position(), '. ')"/></xsl:call-template>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- A table of a section; columns that no row fills are left out. -->
  <xsl:template name="data-table">
    <xsl:param name="number"/>
    <xsl:variable name="rows" select="r:row"/>
    <xsl:variable name="columns" select="r:column[@id = $rows/r:cell/@column]"/>
    <table class="data{substring(' many', 1, 5 * (count($columns) &gt; 7))}">
      <caption>
        <xsl:value-of select="concat($number, @title)"/>
        <xsl:if test="../@aggregate = 'yes'"> (tổng hợp từ các đơn vị trực thuộc)</xsl:if>
      </caption>
      <thead>
        <tr>
          <th class="n">TT</th>
          <xsl:if test="r:row/@label"><th>Nội dung</th></xsl:if>
          <xsl:for-each select="$columns">
            <th><xsl:value-of select="@label"/><xsl:if test="@unit"> (<xsl:value-of select="@unit"/>)</xsl:if></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="r:row">
          <xsl:variable name="row" select="."/>
          <tr>
            <td class="n"><xsl:value-of select="position()"/></td>
            <xsl:if test="../r:row/@label"><td><xsl:value-of select="@label"/></td></xsl:if>
            <xsl:for-each select="$columns">
              <xsl:variable name="cell" select="$row/r:cell[@column = current()/@id]"/>
              <td>
                <xsl:choose>
                  <xsl:when test="contains($numeric, concat(' ', $cell/@type, ' '))"><xsl:attribute name="class">figure</xsl:attribute></xsl:when>
                  <xsl:when test="string-length($cell/@display) &gt; 40"><xsl:attribute name="class">words</xsl:attribute></xsl:when>
                </xsl:choose>
                <xsl:call-template name="without-unit"><xsl:with-param name="text" select="string($cell/@display)"/><xsl:with-param name="unit" select="string(@unit)"/></xsl:call-template>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Figures of the direct child units, of the indicators marked for it. -->
  <xsl:template name="unit-annex">
    <xsl:param name="n"/>
    <xsl:variable name="columns" select="r:column"/>
    <xsl:variable name="wide" select="substring('wide', 1, 4 * (count($columns) &gt; 5))"/>
    <section class="sheet annex {$wide}" style="page: annex{$n}{$wide}">
      <xsl:call-template name="annex-heading">
        <xsl:with-param name="n" select="$n"/>
        <xsl:with-param name="title" select="@title"/>
      </xsl:call-template>
      <table class="data{substring(' many', 1, 5 * (count($columns) &gt; 7))}">
        <thead>
          <tr>
            <th class="n">TT</th>
            <th>Đơn vị</th>
            <xsl:for-each select="$columns">
              <th>
                <xsl:value-of select="@label"/>
                <xsl:choose>
                  <xsl:when test="@unit"> (<xsl:value-of select="@unit"/>)</xsl:when>
                  <xsl:when test="@type = 'money'"> (đồng)</xsl:when>
                </xsl:choose>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="r:row">
            <tr>
              <td class="n"><xsl:value-of select="position()"/></td>
              <td class="name"><xsl:value-of select="@name"/></td>
              <xsl:call-template name="annex-cells"><xsl:with-param name="columns" select="$columns"/></xsl:call-template>
            </tr>
          </xsl:for-each>
          <xsl:for-each select="r:total">
            <tr class="total">
              <td/>
              <td>Chung</td>
              <xsl:call-template name="annex-cells"><xsl:with-param name="columns" select="$columns"/></xsl:call-template>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <xsl:template name="annex-cells">
    <xsl:param name="columns"/>
    <xsl:variable name="row" select="."/>
    <xsl:for-each select="$columns"><td class="figure"><xsl:value-of select="$row/r:cell[@column = current()/@id]/@display"/></td></xsl:for-each>
  </xsl:template>

  <xsl:template name="missing">
    <xsl:param name="n"/>
    <section class="sheet annex" style="page: annex{$n}">
      <xsl:call-template name="annex-heading">
        <xsl:with-param name="n" select="$n"/>
        <xsl:with-param name="title">Các phần chưa có trong báo cáo</xsl:with-param>
      </xsl:call-template>
      <table class="data">
        <thead><tr><th class="n">TT</th><th>Đơn vị</th><th>Phần báo cáo</th><th>Nơi lập</th><th>Hạn gửi</th><th>Lý do</th></tr></thead>
        <tbody>
          <xsl:for-each select="$report/r:missing/r:section | $report/r:missing/r:part">
            <tr>
              <td class="n"><xsl:value-of select="position()"/></td>
              <td><xsl:value-of select="@unit-name"/></td>
              <td><xsl:value-of select="@title"/></td>
              <td><xsl:value-of select="@reporter"/></td>
              <td><xsl:if test="@deadline"><xsl:call-template name="date"><xsl:with-param name="iso" select="@deadline"/></xsl:call-template></xsl:if></td>
              <td><xsl:call-template name="why-missing"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>
</xsl:stylesheet>
