// A unit without the suite: its section goes out as a workbook, is filled in there, and comes back with no mapping.
#include <zip.h>

#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

std::vector<std::string> of(const std::string& command, const std::string& section, const std::string& unit,
                            std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{command, section, "-u", unit, "-p", "2023-8T"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

std::string part(zip_t* zip, const std::string& name) {
  zip_stat_t stat;
  REQUIRE(zip_stat(zip, name.c_str(), 0, &stat) == 0);
  std::string text(stat.size, '\0');
  auto* file = zip_fopen(zip, name.c_str(), 0);
  REQUIRE(file != nullptr);
  REQUIRE(zip_fread(file, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
  zip_fclose(file);
  return text;
}

// What someone does in Excel: one text of a sheet's XML for another.
void edit(const fs::path& workbook, const std::string& sheet, const std::string& from, const std::string& to) {
  int error = 0;
  auto* zip = zip_open(workbook.c_str(), 0, &error);
  REQUIRE(zip != nullptr);
  const auto name = "xl/worksheets/" + sheet + ".xml";
  auto text = part(zip, name);
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  REQUIRE(zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_OVERWRITE) >= 0);
  REQUIRE(zip_close(zip) == 0);
}

}  // namespace

TEST_CASE("every section of the sample goes through its workbook and is the same") {
  const auto full = Office::departments();
  const auto empty = Office::before();
  for (const std::string section :
       {"office.document", "office.steering", "home_affairs.scoring", "justice.institutional", "office.procedures",
        "home_affairs.organization", "home_affairs.civil_service", "finance.budget", "culture.digital",
        "office.assessment", "office.tasks", "office.commune"}) {
    const std::string unit = section == "office.commune" ? "10945" : "296";
    INFO(section);
    const auto first = full / (section + ".xlsx"), second = empty / (section + ".xlsx");
    full.done(of("workbook", section, unit, {"-o", first.string()}));
    empty.done(of("fill", section, unit, {first.string()}));
    empty.done(of("workbook", section, unit, {"-o", second.string()}));
    CHECK(contentOf(first) == contentOf(second));
    CHECK(empty.done(of("fill", section, unit, {first.string()})).find(" 0 thay đổi") != std::string::npos);
  }
}

TEST_CASE("a commune fills the workbook in with Excel, and the office reads it") {
  const auto office = Office::before();
  const auto file = office / "ke-sat.xlsx";
  office.done(of("workbook", "office.commune", "10945", {"-o", file.string()}));
  const auto put = [&](const std::string& cell, const std::string& content) {
    // The entry cell behind the field's id, whatever its style.
    int error = 0;
    auto* zip = zip_open(file.c_str(), ZIP_RDONLY, &error);
    const auto sheet = part(zip, "xl/worksheets/sheet1.xml");
    zip_discard(zip);
    const auto id = sheet.find(">" + cell + "</t>");
    REQUIRE(id != std::string::npos);
    const auto at = sheet.find("<c r=\"C", id);
    const auto end = sheet.find("/>", at) + 2;
    const auto blank = sheet.substr(at, end - at);
    edit(file, "sheet1", blank, blank.substr(0, blank.size() - 2).append(content).append("</c>"));
  };
  SECTION("figures, as numbers and as typed") {
    put("received.online", "><v>1250</v>");
    put("received.direct", " t=\"inlineStr\"><is><t>1.017</t></is>");
    CHECK(office.done(of("fill", "office.commune", "10945", {file.string()})).find(" 2 thay đổi") != std::string::npos);
    const auto fields = office.json(of("show", "office.commune", "10945"))["fields"];
    CHECK(fields["received.online"] == "1250");
    CHECK(fields["received.direct"] == "1017");
  }
  SECTION("a slip is told with its sheet and cell, and nothing is taken") {
    put("received.online", " t=\"inlineStr\"><is><t>nhiều</t></is>");
    const auto refused = office.run(of("fill", "office.commune", "10945", {file.string()}));
    CHECK(refused.status == 1);
    CHECK(refused.err.find("ke-sat.xlsx!1. Chỉ tiêu!C") != std::string::npos);
    CHECK(office.run(of("show", "office.commune", "10945")).status == 1);
  }
  SECTION("the workbook of one commune is not taken for another's") {
    const auto refused = office.run(of("fill", "office.commune", "10951", {file.string()}));
    CHECK(refused.status == 1);
    CHECK(refused.err.find("values.other-section") != std::string::npos);
  }
}
