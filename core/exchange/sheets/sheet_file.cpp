#include "core/exchange/sheets/sheet_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/exchange/sheets/delimited_text.h"
#include "core/exchange/sheets/old_text.h"
#include "core/exchange/sheets/text_encoding.h"
#include "core/exchange/sheets/workbook_reader.h"

namespace cchc {
namespace {

tl::unexpected<Error> saveAsXlsx(std::string_view file, std::string kind) {
  return fail("values.old-workbook", file, {{"kind", std::move(kind)}});
}

// A compound file (OLE 2) is an .xls, or a workbook with a password, whose directory names the encrypted content in
// UTF-16.
bool isCompoundFile(std::string_view bytes) { return bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"); }
bool isEncrypted(std::string_view bytes) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) name += {c, '\0'};
  return bytes.find(name) != std::string_view::npos;
}

// Web pages and XML that Excel opens under the name of a workbook or of a text file.
std::string markupKind(std::string_view text) {
  const auto beginning = foldForSearch(trim(text.substr(0, 200)));
  for (const std::string_view start : {"<html", "<!doctype", "<table", "<head", "<meta", "<style", "<div"}) {
    if (beginning.starts_with(start)) return "HTML";
  }
  return beginning.starts_with("<?xml") ? "XML" : "";
}

// Calls `each` with every line, without its end, and with its number.
template <class Each>
void forEachLine(std::string_view text, const Each& each) {
  for (std::size_t at = 0, number = 1; at < text.size(); ++number) {
    const auto end = std::min(text.find('\n', at), text.size());
    each(text.substr(at, end - at), number);
    at = end + 1;
  }
}

tl::unexpected<Error> oldEncoding(std::string place, OldFont font) {
  return fail("values.old-encoding", std::move(place), {{"encoding", std::string(oldFontName(font))}});
}

// Converts the old texts of a text file line by line, or says where the first one is.
Status settleOldText(std::string& text, std::string_view file, OldTexts old) {
  OldTextSearch search;
  forEachLine(text, [&](std::string_view line, std::size_t) { search.add(line); });
  const auto font = search.found();
  if (!font) return {};
  std::string converted;
  std::size_t first = 0;
  forEachLine(text, [&](std::string_view line, std::size_t number) {
    if (first == 0 && OldTextSearch::betrays(line, *font)) first = number;
    converted += search.isOld(line, *font) ? fromOldFont(line, *font) : std::string(line);
    converted += '\n';
  });
  if (old == OldTexts::refuse) return oldEncoding(std::string(file) + ":" + std::to_string(first), *font);
  if (!text.ends_with('\n')) converted.pop_back();
  text = std::move(converted);
  return {};
}

// The same for the cells of workbooks.
Status settleOldText(std::vector<Sheet>& sheets, std::string_view file, OldTexts old) {
  OldTextSearch search;
  const auto forEachText = [&](const auto& each) {
    for (auto& sheet : sheets) {
      for (auto& row : sheet.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          if (row.cells[i].kind == SheetCell::Kind::text && !each(sheet, row, i)) return;
        }
      }
    }
  };
  forEachText([&](const Sheet&, const SheetRow& row, std::size_t i) { return search.add(row.cells[i].text), true; });
  const auto font = search.found();
  if (!font) return {};
  Status status;
  forEachText([&](const Sheet& sheet, SheetRow& row, std::size_t i) {
    auto& text = row.cells[i].text;
    if (old == OldTexts::convert) {
      if (search.isOld(text, *font)) text = fromOldFont(text, *font);
    } else if (OldTextSearch::betrays(text, *font)) {
      status = oldEncoding(cellPosition(sheet, std::string(file) + "!" + sheet.name, row, i), *font);
    }
    return status.has_value();
  });
  return status;
}

}  // namespace

std::size_t SheetFile::firstVisible() const {
  const auto found = std::find_if(sheets.begin(), sheets.end(), [](const Sheet& sheet) { return !sheet.hidden; });
  return found == sheets.end() ? 0 : static_cast<std::size_t>(found - sheets.begin());
}

Result<SheetFile> readSheetFile(std::string_view bytes, std::string_view file, OldTexts old) {
  SheetFile read;
  if (isCompoundFile(bytes)) return isEncrypted(bytes) ? fail("values.not-xlsx", file) : saveAsXlsx(file, ".xls");
  if (isZip(bytes)) {
    if (const auto kind = otherWorkbookKind(bytes); !kind.empty()) return saveAsXlsx(file, kind);
    CCHC_TRY(read.sheets, readWorkbook(bytes, file));
    CCHC_CHECK(settleOldText(read.sheets, file, old));
    return read;
  }
  CCHC_TRY(const auto text, toUtf8(bytes, file));
  if (const auto kind = markupKind(text); !kind.empty()) return saveAsXlsx(file, kind);
  read.text = withNewlines(text);
  CCHC_CHECK(settleOldText(read.text, file, old));
  CCHC_TRY(auto sheet, readDelimitedText(read.text, file));
  read.sheets.push_back(std::move(sheet));
  return read;
}

bool hasSheetEnding(const std::filesystem::path& file) {
  constexpr std::array<std::string_view, 7> endings = {".xlsx", ".csv", ".tsv", ".txt", ".xls", ".xlsb", ".ods"};
  return std::find(endings.begin(), endings.end(), foldForSearch(file.extension().string())) != endings.end();
}

std::string runningText(const SheetFile& file, std::size_t which) {
  const auto& sheet = file.sheets[which];
  if (!sheet.workbook) return file.text;
  std::string text;
  std::size_t line = 1;
  for (const auto& row : sheet.rows) {
    text.append(row.number - line, '\n');
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      text += i == 0 ? "" : "\t";
      // A line end in a cell does not end the line of the sheet.
      auto cell = row.cells[i].text;
      std::replace(cell.begin(), cell.end(), '\n', ' ');
      text += cell;
    }
    text += '\n';
    line = row.number + 1;
  }
  return text;
}

}  // namespace cchc
