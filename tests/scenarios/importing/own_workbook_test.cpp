// A section's own workbook is recognised by its hidden sheet alone, however it is imported, and never taken for
// another.
#include <catch2/catch.hpp>

#include "tests/scenarios/importing/book.h"

using namespace cchc::test;

namespace {

// The workbook as a person hands it on: the hidden sheet, and a list that has an error in a cell.
std::string handedOn(const std::string& unit, const std::string& cell) {
  return book({{"1. Chỉ tiêu", {{"Mã chỉ tiêu", "Nội dung", "Số liệu"}, {"received.online", "Trực tuyến", cell}}},
               {"cchc",
                {{"format", "cchc-section-workbook"},
                 {"section", "office.commune"},
                 {"unit", unit},
                 {"period", "2023-8T"},
                 {"sheet", "1. Chỉ tiêu", ""}},
                true}});
}

std::vector<std::string> commune(const std::string& command, std::vector<std::string> more) {
  std::vector<std::string> arguments{command, "office.commune", "-u", "10945", "-p", "2023-8T"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

}  // namespace

TEST_CASE("another commune's workbook is refused by name, whatever is wrong in it", "[importing]") {
  const auto office = Office::before();
  for (const std::string cell : {"#5", "!#DIV/0!", "=A1", "nhiều"}) {
    INFO(cell);
    write(office / "khac.xlsx", handedOn("10951", cell));
    const auto file = (office / "khac.xlsx").string();
    for (const auto& more : std::vector<std::vector<std::string>>{{file},
                                                                  {file, "--table", "overdue_dossiers"},
                                                                  {file, "--skip-bad"},
                                                                  {file, "--with-hidden", "--replace"}}) {
      const auto refused = office.run(commune("fill", more));
      CHECK(refused.status == 1);
      CHECK(refused.err.find("values.other-section") != std::string::npos);
      CHECK(refused.err.find("10951") != std::string::npos);
    }
    CHECK(office.run(commune("show", {})).status == 1);
  }
}

TEST_CASE("an own workbook that cannot be read whole is refused as such, with its cell", "[importing]") {
  const auto office = Office::before();
  for (const std::string cell : {"!#DIV/0!", "=A1", "nhiều"}) {
    INFO(cell);
    write(office / "own.xlsx", handedOn("10945", cell));
    const auto refused = office.run(commune("fill", {(office / "own.xlsx").string()}));
    CHECK(refused.status == 1);
    CHECK(refused.err.find("own.xlsx!1. Chỉ tiêu!C2") != std::string::npos);
  }
  write(office / "own.xlsx", handedOn("10945", "#5"));
  CHECK(office.run(commune("fill", {(office / "own.xlsx").string()})).status == 0);
  CHECK(office.json(commune("show", {}))["fields"]["received.online"] == "5");
}

TEST_CASE("an own workbook that is older than the section wipes nothing", "[importing]") {
  const auto office = Office::before();
  const auto file = (office / "own.xlsx").string();
  office.done(commune("workbook", {"-o", file}));
  office.fill("office.commune", "<field id=\"received.online\">7</field>", "10945");
  const auto done = office.run(commune("fill", {file}));
  CHECK(done.status == 0);
  CHECK(names(done, "ô trống"));
  CHECK(office.json(commune("show", {}))["fields"]["received.online"] == "7");
  CHECK(office.run(commune("fill", {file, "--replace"})).status == 0);
  CHECK_FALSE(office.json(commune("show", {}))["fields"].contains("received.online"));
}
