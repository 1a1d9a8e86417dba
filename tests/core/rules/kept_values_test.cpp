// How a kept value is shown: its text alone says what it is.
#include <catch2/catch.hpp>

#include "core/rules/section_findings.h"

using namespace cchc;

namespace {

std::string shown(const std::string& value, Language language = Language::vi, const char* place = "gone") {
  return keptValueText({place, value}, language);
}

}  // namespace

TEST_CASE("a kept value is shown as a person writes it", "[rules]") {
  CHECK(shown("{over}97.22") == "trên 97,22");
  CHECK(shown("1353135296") == "1.353.135.296");
  CHECK(shown("2023-08-28") == "28/8/2023");
  CHECK(shown("yes") == "có");
  CHECK(shown("no", Language::en) == "no");
  CHECK(shown("nothing", Language::vi, "group:g") == "Không phát sinh");
  CHECK(shown("nothing", Language::vi, "rows[r1].note") == "nothing");
  Documents documents(2);
  documents[0].number = "04", documents[0].type = "KH", documents[0].issuerCode = "UBND";
  documents[1] = documents[0], documents[1].number = "05";
  CHECK(shown(encodeValue(Value{documents})) == "04/KH-UBND; 05/KH-UBND");
  CHECK(shown(encodeValue(Value{Attachment{"biên bản.pdf", "application/pdf", std::string(64, 'a'), 1234}})) ==
        "biên bản.pdf");
}

TEST_CASE("a kept text is not shown as the figure that it resembles", "[rules]") {
  for (const auto* text : {"0912345678", "007", "-0", "chữ", "12a"}) CHECK(shown(text) == text);
  CHECK(shown("Một\nhai\tba") == "Một hai ba");
}

TEST_CASE("several kept values of one place are shown apart", "[rules]") {
  CHECK(shown("97.22\n{over}98.1") == "97,22; trên 98,1");
  CHECK(shown("12\n13") == "12; 13");
  CHECK(shown("chưa rõ\n1.5") == "chưa rõ; 1,5");
}

TEST_CASE("kept cells of different rows are called differently", "[rules]") {
  SectionDefinition definition;
  auto& table = definition.tables.emplace_back();
  table.id = "sources", table.title.vi = "Nguồn vốn", table.fixed = true;
  auto& column = table.columns.emplace_back();
  column.id = "plan", column.label.vi = "Kế hoạch";
  definition.tableIndexes["sources"] = 0;
  auto data = emptyData(definition);
  data.kept = {{"sources[land].plan", "5"}, {"sources[central].plan", "7"}};
  const auto findings = keptFindings(definition, {}, {}, data);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].viWhat.find("“Nguồn vốn, land, Kế hoạch” là “5”") != std::string::npos);
  CHECK(findings[1].viWhat.find("“Nguồn vốn, central, Kế hoạch” là “7”") != std::string::npos);
}
