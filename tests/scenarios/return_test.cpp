// The office says what is to be mended and where; only those do a thing whose thing it is; and a refusal tells who put
// the section where it is.
#include <catch2/catch.hpp>
#include <regex>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"

using namespace cchc::test;

namespace {

const std::vector<std::string> budget = {"finance.budget", "-u", "296", "-p", "2023-8T"};

std::vector<std::string> with(std::vector<std::string> first, const std::vector<std::string>& then,
                              const std::vector<std::string>& more = {}) {
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

TEST_CASE(
    "what the office remarks on fields travels with the return, shows at those fields, and is gone once the section is "
    "submitted again") {
  const auto office = Office::afterDemo();
  const auto file = (office / "return.cchc").string();
  const auto wrong =
      office.run(with({"return"}, budget, {"--reason", "Xem nhận xét", "--at", "revenue.nothing=Không có"}));
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("remark.place") != std::string::npos);
  CHECK(office.run(with({"return"}, budget, {"--reason", "Xem nhận xét", "--at", "revenue.target"}))
            .err.find("remark.form") != std::string::npos);
  office.done(with({"--actor", "Lê Thị Duyệt", "return"}, budget,
                   {"--reason", "Xem nhận xét", "--at", "revenue.target=Chưa khớp quyết định giao dự toán", "--at",
                    "recommendations[settlement].references=Dẫn hai lần", "-o", file}));
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
  const auto refused = [](const Outcome& outcome, const std::string& code = "section.role") {
    INFO(outcome.err);
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find(code) != std::string::npos);
    return outcome.err;
  };
  const auto said =
      refused(departments.run(with({"--as", "296.TCKH:department", "return"}, budget, {"--reason", "x"})));
  CHECK(said.find("người nhập số liệu") != std::string::npos);
  CHECK(said.find("Việc này dành cho: Văn phòng, lãnh đạo Văn phòng") != std::string::npos);
  departments.done(with({"--as", "296.VP:office", "return"}, budget, {"--reason", "x"}));
  const auto values = departments / "values.xml";
  write(values, valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  refused(departments.run(with({"--as", "296.VP:office", "fill"}, budget, {values.string()})), "section.enter-for");
  departments.done(with({"--as", "296.TCKH:department", "fill"}, budget, {values.string()}));
  const auto package = (departments / "p.cchc").string();
  refused(departments.run(with({"--as", "296.TCKH:department", "submit"}, budget, {"-o", package})), "desk.role");
  CHECK(!std::filesystem::exists(package));
  departments.done(with({"--as", "296.TCKH:department-head", "submit"}, budget, {"-o", package}));

  const auto office = Office::afterDemo();
  refused(office.run({"--as", "296.VP:office", "issue", "-u", "296", "-p", "2023-8T"}), "desk.role");
  office.done({"--as", "296.VP:office-head", "issue", "-u", "296", "-p", "2023-8T"});
}

TEST_CASE("a refusal says who put the section into its state, and when") {
  const std::regex who(
      "Trần Văn Phát, [0-2][0-9]:[0-5][0-9] [0-3][0-9]/[01][0-9]/20[0-9]{2}");  // as a person writes it
  const auto office = Office::afterDemo();
  office.done({"--actor", "Trần Văn Phát", "issue", "-u", "296", "-p", "2023-8T"});
  for (const auto& arguments : {with({"return"}, budget, {"--reason", "x"}), with({"accept"}, budget)}) {
    const auto outcome = office.run(arguments);
    CHECK(outcome.err.find("section.transition") != std::string::npos);
    CHECK(std::regex_search(outcome.err, who));
  }
  const auto values = office / "values.xml";
  write(values, valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  const auto outcome = office.run(with({"fill"}, budget, {values.string()}));
  CHECK(outcome.err.find("section.locked") != std::string::npos);
  CHECK(std::regex_search(outcome.err, who));
}

TEST_CASE(
    "a department asks for its submission back by a file, and the office returns it or refuses, each with the reason") {
  const auto office = Office::before();
  office.done({"receive", demoPackage("finance.budget").string()});
  const auto departments = Office::departments();
  const auto stateAt = [](const Office& at) {
    for (const auto& line : at.json({"status", "-p", "2023-8T"})) {
      if (line["definition"] == "finance.budget")
        return line["state"].get<std::string>() + " / " + line["reason"].get<std::string>();
    }
    return std::string();
  };
  const auto ask = (departments / "ask.xml").string(), answer = (office / "answer.xml").string();
  CHECK(departments.run(with({"ask-return"}, budget, {"--reason", "  "})).err.find("ask-return.reason") !=
        std::string::npos);
  CHECK(departments.run(with({"--as", "296.TCKH:department", "ask-return"}, budget, {"--reason", "x"}))
            .err.find("desk.role") != std::string::npos);
  CHECK(departments.run(with({"refuse-return"}, budget, {"--reason", "x"})).err.find("section.not-asked") !=
        std::string::npos);
  departments.done(
      with({"--as", "296.TCKH:department-head", "ask-return"}, budget, {"--reason", "Nhập nhầm số thu", "-o", ask}));
  CHECK(run("/usr/bin/xmllint", {"--noout", "--schema", CCHC_SOURCE "/schemas/return.xsd", ask}).status == 0);
  CHECK(stateAt(departments) == "Đề nghị trả lại / Nhập nhầm số thu");

  office.done({"receive", ask});
  CHECK(stateAt(office) == "Đề nghị trả lại / Nhập nhầm số thu");
  office.done(with({"refuse-return"}, budget, {"--reason", "Đã đúng với quyết định", "-o", answer}));
  CHECK(run("/usr/bin/xmllint", {"--noout", "--schema", CCHC_SOURCE "/schemas/return.xsd", answer}).status == 0);
  office.done({"receive", ask});  // the same file again asks nothing
  CHECK(stateAt(office) == "Đã gửi / ");
  departments.done({"receive", answer});
  CHECK(stateAt(departments) == "Đã gửi / ");
  CHECK(departments.done({"journal", "show", "finance.budget"})
            .find("return-asked → submitted: Đã đúng với quyết định") != std::string::npos);

  departments.done(with({"ask-return"}, budget, {"--reason", "Sai đơn vị tính", "-o", ask}));
  office.done({"receive", ask});
  office.done(with({"return"}, budget, {"--reason", "Đồng ý, sửa lại", "-o", answer}));
  departments.done({"receive", answer});
  CHECK(stateAt(departments) == "Bị trả lại / Đồng ý, sửa lại");
  for (const auto* store : {&office, &departments}) store->done({"journal", "verify"});
}

TEST_CASE("a package and the request to return it are taken in in one go", "[ask-return]") {
  const auto departments = Office::departments();
  const auto office = Office::before();
  const auto folder = office / "inbox";
  std::filesystem::create_directories(folder);
  std::filesystem::copy(demoPackage("finance.budget"), folder / "z-package.cchc");
  departments.done({"ask-return", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", "Nhập nhầm số thu", "-o",
                    (folder / "a-request.xml").string()});
  const auto received = office.run({"receive", folder.string()});
  CHECK(received.status == 0);
  CHECK(received.err.empty());
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == "finance.budget") CHECK(line["state"] == "Đề nghị trả lại");
  }
}

TEST_CASE("a return is signed by the office, and a department that requires signatures takes no other", "[sign]") {
  const TemporaryFolder keys, stranger;
  makeKey(keys, "Văn phòng HĐND và UBND");
  makeKey(stranger, "Văn phòng HĐND và UBND");
  const auto signing = [](const TemporaryFolder& by) {
    return std::vector<std::string>{"--sign", (by / "k.p12").string(), "--password-file", (by / "password").string()};
  };
  const auto returned = [&](const std::string& name, const std::vector<std::string>& sign) {
    const auto office = Office::afterDemo();
    const auto file = (office / "return.xml").string();
    office.done(
        with(with({"--actor", "Phạm Văn Duyệt", "return"}, budget, {"--reason", "Sửa số liệu thu", "-o", file}), sign));
    const auto kept = (keys / name).string();
    std::filesystem::copy_file(file, kept);
    return kept;
  };
  const auto plain = returned("plain.xml", {}), good = returned("good.xml", signing(keys)),
             fake = returned("fake.xml", signing(stranger));
  CHECK(run("/usr/bin/xmllint", {"--noout", "--schema", CCHC_SOURCE "/schemas/return.xsd", good}).status == 0);
  CHECK(run("/usr/bin/xmlsec1", {"--verify", "--trusted-pem", (keys / "ca.pem").string(), good}).status == 0);
  CHECK(Office::afterDemo()
            .run(with({"return"}, budget, with({"--reason", "x"}, signing(keys))))
            .err.find("return.file-and-key") != std::string::npos);

  const auto departments = Office::departments();
  const auto trust = departments.store().string() + ".trust";
  std::filesystem::create_directories(trust);
  std::filesystem::copy_file(keys / "ca.pem", trust + "/ca.pem");
  const auto list = [&](const std::string& lines) { write(trust + "/trust.tsv", lines); };
  const auto state = [&] {
    for (const auto& line : departments.json({"status", "-p", "2023-8T"})) {
      if (line.dump().find("finance.budget") != std::string::npos) return line.dump();
    }
    return std::string();
  };
  const auto before = state();
  const auto refused = [&](const std::string& file, const std::string& code) {
    const auto outcome = departments.run({"receive", file});
    INFO(outcome.err);
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find(code) != std::string::npos);
    CHECK(state() == before);
  };
  auto changed = contentOf(good);
  write(keys / "changed.xml", changed.replace(changed.find("Sửa số"), std::string("Sửa số").size(), "Bỏ số"));
  list("policy\trequired\nauthority\tca.pem\t296\t\t\n");
  refused(plain, "signature.missing");
  refused(fake, "certificate.unknown-issuer");
  refused((keys / "changed.xml").string(), "signature.digest");
  // The unit that reports is not its own office; nor is another department.
  list("policy\trequired\nauthority\tca.pem\t296.TCKH\t\t\nauthority\tca.pem\t296.TP\t\t\n");
  refused(good, "certificate.wrong-unit");

  departments.done({"verify", good, "--trust", trust});
  CHECK(departments.run({"verify", plain}).status == 1);
  CHECK(departments.run({"verify", (keys / "changed.xml").string()}).err.find("signature.digest") != std::string::npos);

  // A list that only warns: an unsigned one is taken, with a warning, and the journal does not vouch for the name.
  list("policy\twarn\nauthority\tca.pem\t296\t\t\n");
  const auto warned = departments.run({"receive", plain});
  CHECK(warned.status == 0);
  CHECK(warned.err.find("return.unsigned") != std::string::npos);
  CHECK(departments.done({"journal", "show", "finance.budget", "-u", "296"}).find("Phạm Văn Duyệt (?)") !=
        std::string::npos);

  const auto other = Office::departments();
  std::filesystem::copy(trust, other.store().string() + ".trust");
  write(other.store().string() + ".trust/trust.tsv", "policy\trequired\nauthority\tca.pem\t296\t\t\n");
  const auto taken = other.run({"receive", good});
  CHECK(taken.status == 0);
  CHECK(taken.err.empty());
  const auto journal = other.done({"journal", "show", "finance.budget", "-u", "296"});
  INFO(journal);
  CHECK(journal.find("decided by Phạm Văn Duyệt, Văn phòng HĐND và UBND") != std::string::npos);
  other.done({"journal", "verify"});
}
