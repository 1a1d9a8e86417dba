// The office says what is to be mended and where; only those do a thing whose thing it is; and a refusal tells who put the section where it is.
#include <catch2/catch.hpp>

#include "tests/scenarios/demo_folder.h"

using namespace cchc::test;

namespace {

const std::vector<std::string> budget = {"finance.budget", "-u", "296", "-p", "2023-8T"};

std::vector<std::string> with(std::vector<std::string> first, const std::vector<std::string>& then, const std::vector<std::string>& more = {}) {
  first.insert(first.end(), then.begin(), then.end());
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

// The findings of a code, by place.
std::map<std::string, std::string> remarksOf(const Office& office) {
  std::map<std::string, std::string> found;
  for (const auto& finding : office.json({"check", "-u", "296", "-p", "2023-8T"})) {
    if (finding["code"] == "return.remark") found[finding["place"]] = finding["what"];
  }
  return found;
}

}  // namespace

TEST_CASE("what the office remarks on fields travels with the return, shows at those fields, and is gone once the section is submitted again") {
  const auto office = Office::afterDemo();
  const auto file = (office / "return.cchc").string();
  const auto wrong = office.run(with({"return"}, budget, {"--reason", "Xem nhận xét", "--at", "revenue.nothing=Không có"}));
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("remark.place") != std::string::npos);
  CHECK(office.run(with({"return"}, budget, {"--reason", "Xem nhận xét", "--at", "revenue.target"})).err.find("remark.form") != std::string::npos);
  office.done(with({"--actor", "Lê Thị Duyệt", "return"}, budget,
                   {"--reason", "Xem nhận xét", "--at", "revenue.target=Chưa khớp quyết định giao dự toán", "--at", "recommendations[settlement].references=Dẫn hai lần", "-o", file}));
  CHECK(run("/usr/bin/xmllint", {"--noout", "--schema", CCHC_SOURCE "/schemas/return.xsd", file}).status == 0);

  const auto departments = Office::departments();
  CHECK(remarksOf(departments).empty());
  departments.done({"receive", file});
  const auto remarks = remarksOf(departments);
  REQUIRE(remarks.size() == 2);
  CHECK(remarks.at("revenue.target").find("Chưa khớp quyết định giao dự toán") != std::string::npos);
  CHECK(remarks.at("recommendations[settlement].references").find("Dẫn hai lần") != std::string::npos);
  departments.done({"journal", "verify"});
  departments.fill("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
  CHECK(remarksOf(departments).size() == 2);
  departments.submit("finance.budget", "again.cchc");
  CHECK(remarksOf(departments).empty());
  departments.done({"journal", "verify"});
}

TEST_CASE("each transition is for those whose it is") {
  const auto departments = Office::departments();
  const auto refused = [](const Outcome& outcome) {
    INFO(outcome.err);
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find("section.role") != std::string::npos);
    return outcome.err;
  };
  const auto said = refused(departments.run(with({"--role", "department", "return"}, budget, {"--reason", "x"})));
  CHECK(said.find("người nhập số liệu") != std::string::npos);
  CHECK(said.find("Việc này của: Văn phòng, lãnh đạo Văn phòng") != std::string::npos);
  departments.done(with({"--role", "office", "return"}, budget, {"--reason", "x"}));
  const auto values = departments / "values.xml";
  write(values, valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  refused(departments.run(with({"--role", "office", "fill"}, budget, {values.string()})));
  departments.done(with({"--role", "department", "fill"}, budget, {values.string()}));
  const auto package = (departments / "p.cchc").string();
  refused(departments.run(with({"--role", "department", "submit"}, budget, {"-o", package})));
  CHECK(!std::filesystem::exists(package));
  departments.done(with({"--role", "department-head", "submit"}, budget, {"-o", package}));

  const auto office = Office::afterDemo();
  refused(office.run({"--role", "office", "issue", "-u", "296", "-p", "2023-8T"}));
  office.done({"--role", "office-head", "issue", "-u", "296", "-p", "2023-8T"});
}

TEST_CASE("a refusal says who put the section into its state, and when") {
  const auto office = Office::afterDemo();
  office.done({"--actor", "Trần Văn Phát", "issue", "-u", "296", "-p", "2023-8T"});
  for (const auto& arguments : {with({"return"}, budget, {"--reason", "x"}), with({"accept"}, budget)}) {
    const auto outcome = office.run(arguments);
    CHECK(outcome.err.find("section.transition") != std::string::npos);
    CHECK(outcome.err.find("Trần Văn Phát, 20") != std::string::npos);
  }
  const auto values = office / "values.xml";
  write(values, valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  const auto outcome = office.run(with({"fill"}, budget, {values.string()}));
  CHECK(outcome.err.find("section.locked") != std::string::npos);
  CHECK(outcome.err.find("Trần Văn Phát, 20") != std::string::npos);
}
