// The identity of a unit never leaves the store (model/ids.h): a file that names one, and not a code, is refused.
#include <catch2/catch.hpp>
#include <string>

#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_notice.h"
#include "core/exchange/setup/setup_tables.h"
#include "tests/core/exchange/libxml_oracle.h"
#include "tests/core/exchange/sample.h"

using namespace cchc;

namespace {

constexpr std::string_view identity = "296@2025-07-01";

std::string withIdentity(std::string xml, std::string_view attribute) {
  const auto name = " " + std::string(attribute) + "=\"";
  const auto at = xml.find(name);
  REQUIRE(at != std::string::npos);
  const auto from = at + name.size();
  return xml.replace(from, xml.find('"', from) - from, identity);
}

bool valid(const char* schema, std::string_view xml) {
  const oracle::Document document(xml);
  REQUIRE(document);
  return oracle::Schema(std::string(CCHC_SOURCE "/schemas/") + schema).accepts(document);
}

const SectionKey section{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};
const Time at = *parseTime("2023-08-28T01:00:00Z");

}  // namespace

TEST_CASE("a package that names a unit by its identity is refused", "[format]") {
  for (const auto* attribute : {"unit", "reporter", "by"}) {
    INFO(attribute);
    const auto content = sample::package1();
    const auto element = std::string_view(attribute) == "by" ? content.find("<entered-for") : 0;
    const auto changed = content.substr(0, element) + withIdentity(content.substr(element), attribute);
    const auto read = sample::read(changed);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "package.wrong-attribute");
    CHECK_FALSE(valid("submission.xsd", changed));
  }
}

TEST_CASE("a receipt or a return that names a unit by its identity is refused", "[format]") {
  const auto receipt = withIdentity(
      writeReceipt({section, 1, std::string(64, 'a'), std::string(64, 'b'), "stored", "Trần Thị A", at}), "unit");
  const auto receipts = readReceipt(receipt, "r", UnitCodes());
  REQUIRE_FALSE(receipts);
  CHECK(receipts.error().code == "package.wrong-attribute");
  CHECK_FALSE(valid("receipt.xsd", receipt));

  const auto notice =
      withIdentity(writeReturn({section, 1, std::string(64, 'a'), "Thiếu số liệu", "Trần Thị A", at, {}}), "unit");
  const auto notices = readReturn(notice, "r", UnitCodes());
  REQUIRE_FALSE(notices);
  CHECK(notices.error().code == "package.wrong-attribute");
  CHECK_FALSE(valid("return.xsd", notice));
}

TEST_CASE("a list that names a unit by its identity is refused with the line", "[format]") {
  const auto name = std::string(identity);
  const std::string assignments = "definition\tsubject\treporter\tperiod\n";
  for (const auto& line : {"a.b\t" + name + "\t1\tp\n", "a.b\t1\t" + name + "\tp\n"}) {
    const auto read = readAssignments(assignments + line, "a", UnitCodes());
    REQUIRE_FALSE(read);
    CHECK(read.error().place == "a:2");
  }
  const std::string units = "code\tkind\tname\tparent\n";
  for (const auto& line : {name + "\tcommune\txã A\t\n", "1\tcommune\txã A\t" + name + "\n"}) {
    const auto read = readUnits(units + line, "u");
    REQUIRE_FALSE(read);
    CHECK(read.error().place == "u:2");
  }
}
