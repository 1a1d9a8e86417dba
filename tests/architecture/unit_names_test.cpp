// The suite is for any office: no code and no name of a unit stands in core or schemas, but in files of data.
#include <catch2/catch.hpp>
#include <set>
#include <string_view>

#include "tests/architecture/source_tree.h"

namespace fs = std::filesystem;
using namespace cchc;

namespace {

const fs::path source = test::sourceFolder();

// Real documents, with their issuers.
const std::set<std::string> dataFiles = {"schemas/central-documents.xml"};

struct Units {
  std::set<std::string> codes, names;  // names without the kind: "Kẻ Sặt"
};

std::vector<std::string> cellsOf(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t')
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

std::string withoutKind(const std::string& name) {
  for (const std::string kind :
       {"tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "thị trấn ", "xã ", "phường ", "đặc khu "}) {
    if (name.starts_with(kind)) return name.substr(kind.size());
  }
  return {};
}

// Of the tables of units in the tests and in the sample. Short codes are numbers of any kind, but for those of the
// sample, and names of one syllable are words.
Units knownUnits() {
  Units units;
  for (const auto* table :
       {"tests/scenarios/units/units-2023.tsv", "tests/scenarios/units/units-2025.tsv", "installer/sample/units.tsv"}) {
    const auto text = test::contentOf(source / table);
    for (auto from = text.find('\n') + 1; from < text.size();) {
      const auto to = text.find('\n', from);
      const auto cells = cellsOf(text.substr(from, to - from));
      from = to + 1;
      const bool sample = std::string_view(table).starts_with("installer");
      if (cells[0].size() > (sample ? 2 : 3)) units.codes.insert(cells[0]);
      const auto name = withoutKind(cells[2]);
      if (name.find(' ') != std::string::npos) units.names.insert(name);
    }
  }
  return units;
}

bool wordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 || c == '_'; }

bool hasWord(const std::string& text, const std::string& word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || (!wordCharacter(text[at - 1]) && text[at - 1] != '.');
    const auto end = at + word.size();
    if (begins && (end == text.size() || !wordCharacter(text[end]))) return true;
  }
  return false;
}

std::vector<std::string> unitsIn(const std::string& text, const Units& units) {
  std::vector<std::string> found;
  for (const auto* list : {&units.codes, &units.names}) {
    for (const auto& each : *list) {
      if (hasWord(text, each)) found.push_back(each);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("codes and names of units are recognised", "[architecture][units]") {
  const auto units = knownUnits();
  CHECK(units.codes.size() > 230);
  CHECK(units.names.size() > 200);
  CHECK(unitsIn("OrgUnitId(\"296\")", units) == std::vector<std::string>{"296"});
  CHECK(unitsIn("// UBND huyện Bình Giang, tỉnh Hải Dương", units).size() == 2);
  CHECK(unitsIn("1296 2960 1.296 Bình Giangs", units).empty());
}

TEST_CASE("no code and no name of a unit stands in core or schemas", "[architecture][units]") {
  const auto units = knownUnits();
  for (const auto* folder : {"core", "schemas"}) {
    for (const auto& entry : fs::recursive_directory_iterator(source / folder)) {
      const auto place = fs::relative(entry.path(), source).generic_string();
      if (!entry.is_regular_file() || dataFiles.contains(place)) continue;
      INFO(place);
      CHECK(unitsIn(test::contentOf(entry.path()), units) == std::vector<std::string>{});
    }
  }
}
