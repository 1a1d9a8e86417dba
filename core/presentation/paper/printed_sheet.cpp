#include "core/presentation/paper/printed_sheet.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/presentation/section/entry.h"

namespace cchc::presentation {
namespace {

using LineKind = SheetLine::Kind;

void addFigure(const SheetSubject& subject, std::size_t index, Words words, std::vector<SheetLine>& lines) {
  const auto& field = subject.definition.fields[index];
  const auto& effective = subject.evaluation.fields[index];
  const auto value = shownText(field, effective.value(), words);
  // A required field without a value is printed as a visible gap.
  if (value.empty() && (field.required != Required::submit || !effective.relevant)) return;
  // A long text takes the full width.
  if (!isNumeric(field.type) && lengthOf(value) > 25)
    return lines.push_back({LineKind::paragraph, {field.label.in(words.language) + ": " + value}});
  lines.push_back(
      {LineKind::figure, {field.label.in(words.language), value.empty() ? "…" : value, unitText(field, words)}});
}

// With more columns, a table would be too narrow to read on paper.
constexpr std::size_t mostColumns = 6;

// "1. Loại kiến nghị: Thu hồi; Số tiền kiến nghị (đồng): 2.477.600; …"
void addRowsAsText(const SheetSubject& subject, std::size_t index, const std::vector<std::size_t>& columns, Words words,
                   std::vector<SheetLine>& lines) {
  const auto& table = subject.definition.tables[index];
  for (std::size_t r = 0; r < subject.data.tables[index].rows.size(); ++r) {
    std::string text;
    for (const auto c : columns) {
      const auto value = shownText(table.columns[c], subject.evaluation.cells[index][r][c].value(), words);
      if (value.empty()) continue;
      const auto unit = unitText(table.columns[c], words);
      text += (text.empty() ? "" : "; ") + table.columns[c].label.in(words.language) + ": " + value +
              (unit.empty() ? "" : " " + unit);
    }
    std::string name = std::to_string(r + 1);
    for (const auto& fixedRow : table.fixedRows) {
      if (fixedRow.id == subject.data.tables[index].rows[r].id) name = fixedRow.label.in(words.language);
    }
    if (!text.empty()) lines.push_back({LineKind::paragraph, {name + ". " + text}});
  }
}

void addTable(const SheetSubject& subject, std::size_t index, Words words, std::vector<SheetLine>& lines) {
  const auto& table = subject.definition.tables[index];
  const auto& data = subject.data.tables[index];
  if (data.nothing)
    return lines.push_back(
        {LineKind::paragraph, {words("sheet.table-nothing", {{"table", table.title.in(words.language)}})}});
  // Columns without any value are left out, since they would only narrow the others.
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto& cells = subject.evaluation.cells[index];
    if (std::any_of(cells.begin(), cells.end(), [&](const auto& row) { return !row[c].value().blank(); }))
      columns.push_back(c);
  }
  if (data.rows.empty() || columns.empty()) return;
  lines.push_back({LineKind::tableTitle, {table.title.in(words.language)}});
  if (columns.size() > mostColumns) return addRowsAsText(subject, index, columns, words, lines);
  SheetLine heading{LineKind::tableHeading, {words(table.fixed ? "sheet.row-name" : "sheet.row-number")}, !table.fixed};
  for (const auto c : columns) {
    const auto unit = unitText(table.columns[c], words);
    heading.cells.push_back(table.columns[c].label.in(words.language) + (unit.empty() ? "" : " (" + unit + ")"));
  }
  lines.push_back(std::move(heading));
  for (std::size_t r = 0; r < data.rows.size(); ++r) {
    SheetLine row{LineKind::tableRow, {std::to_string(r + 1)}, !table.fixed};
    for (const auto& fixedRow : table.fixedRows) {
      if (fixedRow.id == data.rows[r].id) row.cells.front() = fixedRow.label.in(words.language);
    }
    bool any = false;
    for (const auto c : columns) {
      row.cells.push_back(shownText(table.columns[c], subject.evaluation.cells[index][r][c].value(), words));
      any = any || !row.cells.back().empty();
    }
    if (any) lines.push_back(std::move(row));
  }
  lines.push_back({LineKind::space, {""}});
}

void addFindings(const SheetSubject& subject, Words words, std::vector<SheetLine>& lines) {
  const auto counts = [](const Finding& finding) { return finding.severity != Severity::information; };
  if (std::none_of(subject.findings.begin(), subject.findings.end(), counts)) return;
  lines.push_back({LineKind::group, {words("sheet.findings")}});
  for (const auto& finding : subject.findings) {
    if (!counts(finding)) continue;
    lines.push_back({LineKind::paragraph,
                     {words(finding.explanation.empty() ? "sheet.finding" : "sheet.finding-explained",
                            {{"severity", severityText(finding.severity, words)},
                             {"finding", what(finding, words.language)},
                             {"explanation", finding.explanation}})}});
  }
}

bool isHeading(const SheetLine& line) {
  return line.kind == LineKind::group || line.kind == LineKind::tableTitle || line.kind == LineKind::tableHeading;
}

}  // namespace

std::vector<SheetLine> sheetLines(const SheetSubject& subject, Words words) {
  std::vector<SheetLine> lines;
  lines.push_back({LineKind::heading, {upperCase(subject.unitName)}});
  lines.push_back({LineKind::title, {words("sheet.title", {{"section", sectionTitle(subject.definition, words)}})}});
  lines.push_back({LineKind::subtitle, {subject.periodName + " · " + subject.state}});
  for (std::size_t g = 0; g < subject.definition.groups.size(); ++g) {
    const auto& group = subject.definition.groups[g];
    std::vector<SheetLine> inside;
    if (!subject.evaluation.inForce.group(g)) continue;
    if (subject.data.groupNothing[g]) {
      inside.push_back({LineKind::paragraph, {words("sheet.nothing")}});
    } else {
      for (const auto& item : group.items) {
        if (item.kind == GroupItem::Kind::field) addFigure(subject, item.index, words, inside);
        if (item.kind == GroupItem::Kind::table && subject.evaluation.inForce.table(item.index))
          addTable(subject, item.index, words, inside);
      }
    }
    if (inside.empty()) continue;
    if (const auto& title = group.title.in(words.language); !title.empty()) lines.push_back({LineKind::group, {title}});
    std::move(inside.begin(), inside.end(), std::back_inserter(lines));
  }
  if (!subject.paragraphs.empty()) {
    lines.push_back({LineKind::group, {words("sheet.text")}});
    for (const auto& paragraph : subject.paragraphs) lines.push_back({LineKind::paragraph, {paragraph}});
  }
  addFindings(subject, words, lines);
  lines.push_back({LineKind::space, {""}});
  lines.push_back({LineKind::signature, {words("sheet.prepared-by"), words("sheet.head-of-unit")}});
  return lines;
}

std::vector<std::vector<SheetLine>> pagesOf(const std::vector<SheetLine>& lines, int pageHeight,
                                            const std::function<int(const SheetLine&)>& heightOf) {
  std::vector<std::vector<SheetLine>> pages(1);
  int used = 0;
  const SheetLine* tableHeading = nullptr;
  // Begins a new page with the last `carried` lines of the current one.
  const auto beginPage = [&](std::size_t carried) {
    auto& full = pages.back();
    std::vector<SheetLine> over(full.end() - static_cast<std::ptrdiff_t>(carried), full.end());
    full.resize(full.size() - carried);
    pages.push_back(std::move(over));
    used = 0;
    for (const auto& line : pages.back()) used += heightOf(line);
  };
  for (const auto& line : lines) {
    if (line.kind == LineKind::tableHeading)
      tableHeading = &line;
    else if (line.kind != LineKind::tableRow)
      tableHeading = nullptr;
    const int height = heightOf(line);
    if (used + height > pageHeight && !pages.back().empty()) {
      const auto& page = pages.back();
      std::size_t carried = 0;
      while (carried < page.size() && isHeading(page[page.size() - 1 - carried])) ++carried;
      if (line.kind == LineKind::signature)
        carried = std::min<std::size_t>(2, page.size());  // the space and the line before it
      if (carried == page.size()) carried = 0;            // only headings: the page would be empty without them
      beginPage(carried);
      if (line.kind == LineKind::tableRow && tableHeading != nullptr && carried == 0) {
        pages.back().push_back(*tableHeading);
        used += heightOf(*tableHeading);
      }
    }
    pages.back().push_back(line);
    used += height;
  }
  return pages;
}

}  // namespace cchc::presentation
