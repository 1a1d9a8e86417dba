#include "core/base/texts_file.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/text.h"

namespace cchc {
namespace {

constexpr std::string_view header = "code\tvi\tvi-fix\ten\ten-fix";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
using Columns = std::array<std::string, 5>;

bool isCode(std::string_view code) {
  return !code.empty() && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  });
}

// False for an escape that does not exist.
bool replaceEscapes(std::string& column) {
  std::string plain;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (column[i] != '\\') {
      plain += column[i];
      continue;
    }
    const char next = ++i < column.size() ? column[i] : '\0';
    if (next != 'n' && next != 't' && next != '\\') return false;
    plain += next == 'n' ? '\n' : next == 't' ? '\t' : '\\';
  }
  column = std::move(plain);
  return true;
}

Result<Columns> columnsOf(std::string_view line) {
  const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
  Columns columns;
  if (count != columns.size()) return fail("texts.columns", {}, {{"count", std::to_string(count)}});
  for (auto& column : columns) {
    const auto end = std::min(line.find('\t'), line.size());
    column = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (!replaceEscapes(column)) return fail("texts.escape", {}, {{"given", column}});
  }
  return columns;
}

Result<OwnedText> textOf(std::string_view line) {
  CCHC_TRY(auto columns, columnsOf(line));
  auto& [code, vi, viFix, en, enFix] = columns;
  if (!isCode(code)) return fail("texts.code", {}, {{"given", code}});
  if (vi.empty() || en.empty()) return fail("texts.language", {}, {{"code", code}});
  return OwnedText{std::move(code), std::move(vi), std::move(viFix), std::move(en), std::move(enFix)};
}

}  // namespace

Result<std::vector<OwnedText>> readTexts(std::string_view tsv, std::string_view file) {
  if (tsv.starts_with(byteOrderMark)) tsv.remove_prefix(byteOrderMark.size());
  std::vector<OwnedText> texts;
  std::map<std::string, std::size_t> lines;  // the line of each code
  for (std::size_t number = 1; number == 1 || !tsv.empty(); ++number) {
    const auto here = [&](Error error) {
      error.place = std::string(file) + ":" + std::to_string(number);
      return fail(std::move(error));
    };
    const auto end = std::min(tsv.find('\n'), tsv.size());
    auto raw = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (raw.ends_with('\r')) raw.remove_suffix(1);
    const auto line = normaliseText(raw);
    if (!line) return here(line.error());
    if (number == 1) {
      if (*line != header) return here({"texts.header", {}, {}});
      continue;
    }
    auto text = textOf(*line);
    if (!text) return here(text.error());
    if (const auto [earlier, added] = lines.emplace(text->code, number); !added) {
      return here({"texts.twice", {}, {{"code", text->code}, {"line", std::to_string(earlier->second)}}});
    }
    texts.push_back(std::move(*text));
  }
  return texts;
}

}  // namespace cchc
