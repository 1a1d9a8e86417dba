// A unit that lost its PC, or restored an older copy, goes on: from its own packages, and from what the office has.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

const std::vector<std::string> budget{"finance.budget", "-u", "296", "-p", "2023-8T"};

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

nlohmann::json lineOf(const Office& office, const std::string& definition, const std::string& unit) {
  for (auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == definition && line["unit"] == unit) return line;
  }
  return {};
}

// The office's receipts of everything in a folder of packages.
fs::path receiptsOf(const Office& office, const fs::path& package) {
  const auto receipts = office / ("receipts-" + package.stem().string());
  office.done({"receive", package.string(), "--receipts", receipts.string()});
  return receipts;
}

class EmptyStore {
 public:
  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--store", (folder_ / "new.sqlite").string()});
    return cchc::test::cchc(arguments);
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("the office's file gives a unit without any copy everything back, and it goes on from there") {
  const auto office = Office::afterDemo();
  office.done(with(with({"return"}, budget), {"--reason", "Số liệu thu chưa khớp"}));
  const auto file = (office / "tra-lai-don-vi.zip").string();
  const auto made = office.json({"exchanged", "-u", "296.TCKH", "-o", file});
  CHECK(made["packages"] == made["receipts"]);
  CHECK(made["packages"].get<int>() >= 1);
  CHECK(made["returns"] == 1);

  const EmptyStore department;
  const auto rebuilt = department.run({"restore", "--from-packages", file});
  INFO(rebuilt.out << rebuilt.err);
  CHECK(rebuilt.status == 0);
  CHECK(rebuilt.out.find("bị trả lại 1") != std::string::npos);
  // Its figures, the reason, and the way on: edited, and sent as the next revision, which the office takes.
  const auto shown = department.run(with({"show"}, budget));
  CHECK(shown.status == 0);
  CHECK(shown.out.find("387425000000") != std::string::npos);
  const auto status = department.run({"status", "-p", "2023-8T"});
  CHECK(status.out.find("Số liệu thu chưa khớp") != std::string::npos);
  write(office / "more.xml", valuesFile("<field id=\"revenue.actual\">200000000000</field>"));
  const auto filled = department.run(with(with({"fill"}, budget), {(office / "more.xml").string()}));
  INFO(filled.err);
  CHECK(filled.status == 0);
  const auto package = office / "again.cchc";
  const auto sent = department.run(with(with({"submit"}, budget), {"-o", package.string()}));
  INFO(sent.err);
  CHECK(sent.status == 0);
  CHECK(office.json({"receive", package.string()})[0]["revision"] == 2);
  CHECK(department.run({"journal", "verify"}).status == 0);
}

TEST_CASE(
    "a unit that kept its packages gets its sections back from them, in any order, twice, and from closed periods") {
  const auto office = Office::before();
  office.done({"periods", "close", "2023-8T"});
  const auto packages = office / "packages";
  fs::create_directories(packages / "z");
  fs::copy_file(demoPackage("finance.budget"), packages / "z" / "budget.cchc");
  fs::copy_file(demoPackage("office.commune", "10945"), packages / "a.cchc");
  CHECK(office.run({"receive", packages.string()}).status == 1);  // nothing more is received in a closed period
  office.done({"restore", "--from-packages", packages.string()});
  CHECK(lineOf(office, "finance.budget", "296")["revision"] == 1);
  CHECK(lineOf(office, "office.commune", "10945")["revision"] == 1);
  CHECK(office.done({"restore", "--from-packages", packages.string()}).find("đã có từ trước 2") != std::string::npos);
  // One that is spoilt is named, and the others are there.
  write(packages / "spoilt.cchc", "<submission");
  const auto spoilt = office.run({"restore", "--from-packages", packages.string()});
  CHECK(spoilt.status == 1);
  CHECK(spoilt.err.find("spoilt.cchc") != std::string::npos);
}

TEST_CASE("a unit that restored an older copy is told what the office has, and its next number is not used up") {
  const auto department = Office::departments();
  const auto office = Office::before();
  const auto copy = (department / "copy.sqlite").string();
  const auto first = department / "first.cchc";
  department.done(with(with({"submit"}, budget), {"-o", first.string()}));
  receiptsOf(office, first);
  department.done({"backup", copy});
  // Revision 2 is sent after the copy was made.
  office.done(with(with({"return"}, budget), {"--reason", "Sửa", "-o", (office / "return.xml").string()}));
  department.done({"receive", (office / "return.xml").string()});
  department.fill("finance.budget", "<field id=\"revenue.actual\">200000000000</field>");
  const auto second = department.submit("finance.budget", "second.cchc");
  const auto receipts = receiptsOf(office, second);
  const auto told = department.done({"restore", copy, "--replace"});
  CHECK(told.find("--from-packages") != std::string::npos);

  SECTION("the receipt says so, and what is sent next is revision 3") {
    const auto receipt = department.run({"receive", receipts.string()});
    INFO(receipt.err);
    CHECK(receipt.status == 0);
    CHECK(receipt.err.find("receipt.not-here") != std::string::npos);
    CHECK(receipt.err.find("lần 3") != std::string::npos);
    CHECK(receipt.out.find("biên nhận 1") != std::string::npos);
    department.done({"receive", (office / "return.xml").string()});
    department.fill("finance.budget", "<field id=\"revenue.actual\">300000000000</field>");
    const auto third = department.submit("finance.budget", "third.cchc");
    const auto taken = office.json({"receive", third.string()});
    CHECK(taken[0]["result"] == "stored");
    CHECK(taken[0]["revision"] == 3);
    department.done({"journal", "verify"});
  }
  SECTION("its packages bring back what was sent, and it goes on from that") {
    department.done({"restore", "--from-packages", second.string(), receipts.string()});
    CHECK(lineOf(department, "finance.budget", "296")["revision"] == 2);
    office.done(with(with({"return"}, budget), {"--reason", "Sửa nữa", "-o", (office / "again.xml").string()}));
    department.done({"receive", (office / "again.xml").string()});
    // The draft in the copy is older than the package: the figure is that of the package.
    CHECK(department.done(with({"show"}, budget)).find("200000000000") != std::string::npos);
    department.fill("finance.budget", "<field id=\"revenue.target\">390000000000</field>");
    const auto third = department.submit("finance.budget", "third.cchc");
    CHECK(contentOf(third).find("200000000000") != std::string::npos);
    CHECK(office.json({"receive", third.string()})[0]["revision"] == 3);
    department.done({"journal", "verify"});
  }
  SECTION("without either, a receipt of another unit is still refused") {
    const auto other = demoPackage("office.commune", "10945");
    const auto copyOf = Office::departments();
    CHECK(Office::before().run({"receive", receiptsOf(office, other).string()}).err.find("receipt.other") !=
          std::string::npos);
    copyOf.done({"receive", receiptsOf(office, other).string()});
  }
}

TEST_CASE("what was exchanged with nobody, and a command that names both ways back, are refused") {
  const auto office = Office::afterDemo();
  const auto file = (office / "x.zip").string();
  CHECK(office.run({"exchanged", "-u", "296.XYZ", "-o", file}).err.find("unit.unknown") != std::string::npos);
  const auto before = Office::before();
  CHECK(before.run({"exchanged", "-u", "296.TCKH", "-o", file}).err.find("exchanged.nothing") != std::string::npos);
  CHECK_FALSE(fs::exists(file));
  CHECK(office.run({"restore"}).status == 2);
  CHECK(office.run({"restore", file, "--from-packages", file}).status == 2);
}
