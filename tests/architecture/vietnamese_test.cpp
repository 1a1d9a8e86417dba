// What a person reads stands in the catalogue of texts: no literal of core is Vietnamese but in the readers' grammars,
// in what is written into documents and files, in encodings and in collation.
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/architecture/source_literals.h"
#include "tests/architecture/source_tree.h"

namespace fs = std::filesystem;
using namespace cchc;

namespace {

const fs::path source = test::sourceFolder();

struct Allowed {
  std::string reason;
  std::set<std::string> literals = {};  // those alone; empty: all of the file
};

const std::map<std::string, Allowed>& allowed() {
  static const std::map<std::string, Allowed> table = {
      // Encodings and collation.
      {"core/base/text.cpp", {"đ has no decomposition, so folding for a search replaces it"}},
      {"core/base/sorting/collation.cpp", {"the alphabet by which names are ordered"}},
      {"core/exchange/sheets/old_text.cpp", {"the letters of TCVN3"}},
      {"core/exchange/sheets/vietnamese_syllable.cpp", {"the spelling by which an encoding is recognised"}},
      {"core/plugin/kit/template/plugin.cpp", {"the name of a department to start from"}},
      // Grammars of readers.
      {"core/definition/reading/read_field.cpp", {"the units that a definition may name", {"đồng", "triệu", "tỷ"}}},
      {"core/exchange/values/cell_value.cpp", {"what a cell may say: yes and no"}},
      {"core/exchange/sheets/section_workbook_layout.h", {"what the columns of ids in a workbook are called"}},
      {"core/model/units/unit_form.cpp", {"the forms of units, as lists, definitions and names of units say them"}},
      {"core/narrative/text_facts.cpp", {"how a date is written in an edited paragraph"}},
      {"core/presentation/section/entry.cpp", {"how a citation's title begins", {"về "}}},
      // How figures and documents are written, in whatever language the window is; their readers know the same words.
      {"core/base/vietnamese.cpp", {"how figures, money and dates are written"}},
      {"core/base/document_reference.cpp", {"the kinds of documents, as citations are read and written"}},
      {"core/base/reading/amount_unit.cpp", {"the words of size and currency after a figure"}},
      {"core/base/reading/citation.cpp", {"how a reference is written"}},
      {"core/base/reading/citation/mentions.cpp", {"the words before references in running text"}},
      {"core/base/reading/citation/numbers.cpp", {"the types that are numbered alike, and what joins numbers"}},
      {"core/base/reading/citation/parts.cpp", {"words that begin dates, issuers and titles of documents"}},
      {"core/base/reading/date.cpp", {"how a date is written"}},
      {"core/base/reading/label_kind.cpp", {"the words by which a label says what its values are"}},
      {"core/base/reading/money.cpp", {"how a heading names a unit"}},
      {"core/base/reading/qualifier.cpp", {"the words of quantity before a figure, as they are read and written"}},
      {"core/base/reading/citation/reference.cpp", {"the words between the parts of a reference"}},
      {"core/base/reading/citation_find.cpp", {"the words after references in running text"}},
      {"core/base/reading/symbol.cpp", {"the letter Đ of symbols"}},
      {"core/base/reading/total_label.cpp", {"what the row of a total is called"}},
  };
  return table;
}

// A letter that ASCII does not have: Latin with marks (U+00C0 to U+017F but × and ÷, Ơ and Ư, U+1E00 to U+1EFF) or a
// combining mark (U+0300 to U+036F). Signs such as “…” are not letters.
bool hasVietnameseLetter(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]), second = static_cast<unsigned char>(text[i + 1]);
    if (first == 0xC3 && second != 0x97 && second != 0xB7) return true;
    if (first == 0xC4 || first == 0xC5) return true;
    if (first == 0xC6 && (second == 0xA0 || second == 0xA1 || second == 0xAF || second == 0xB0))
      return true;  // Ơ ơ Ư ư
    if (first == 0xCC || (first == 0xCD && second <= 0xAF)) return true;
    if (first == 0xE1 && second >= 0xB8 && second <= 0xBB) return true;
  }
  return false;
}

// The Vietnamese literals of a file that are not allowed there, as "line: literal".
std::vector<std::string> vietnameseIn(std::string_view text, const std::string& place) {
  std::vector<std::string> found;
  const auto entry = allowed().find(place);
  for (const auto& [literal, line] : test::literalsOf(text)) {
    if (!hasVietnameseLetter(literal)) continue;
    if (entry != allowed().end() && (entry->second.literals.empty() || entry->second.literals.contains(literal)))
      continue;
    found.push_back(std::to_string(line) + ": " + literal);
  }
  return found;
}

}  // namespace

TEST_CASE("Vietnamese literals are recognised, and taken only where they are allowed", "[architecture][vietnamese]") {
  for (const auto* text : {"Đã gửi", "a à", "về", "ơ", "e\xCC\x81", "Ừ", "2 × 3 là"}) CHECK(hasVietnameseLetter(text));
  for (const auto* text : {"", "Kho", "…", "“a” – b", "2 × 3 ÷ 4", "○◐➤", "€", "ƒ"})
    CHECK_FALSE(hasVietnameseLetter(text));
  CHECK(vietnameseIn("// \"Đã\"\nf(\"Đã\", \"x\");", "core/a.cpp") == std::vector<std::string>{"2: Đã"});
  CHECK(vietnameseIn("f(\"Đã\");", "core/base/text.cpp").empty());
  CHECK(vietnameseIn("f(\"về \", \"Đã\");", "core/presentation/section/entry.cpp") ==
        std::vector<std::string>{"1: Đã"});
}

TEST_CASE("no Vietnamese literal stands in core but in the files listed", "[architecture][vietnamese]") {
  for (const auto& file : test::sourcesIn(source / "core")) {
    const auto place = fs::relative(file, source).generic_string();
    INFO(place);
    CHECK(vietnameseIn(test::contentOf(file), place) == std::vector<std::string>{});
  }
}

TEST_CASE("every file that may have Vietnamese literals is there and has some", "[architecture][vietnamese]") {
  for (const auto& [place, entry] : allowed()) {
    INFO(place << ": " << entry.reason);
    REQUIRE(fs::exists(source / place));
    bool has = false;
    for (const auto& literal : test::literalsOf(test::contentOf(source / place)))
      has = has || hasVietnameseLetter(literal.value);
    CHECK(has);
  }
}
