// A department signs, an office that requires signatures takes it in; what is not signed, changed or of an unknown
// signer stays out.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"

using namespace cchc::test;

TEST_CASE("a signed submission is taken in by an office that requires signatures, and the report names the signer") {
  const TemporaryFolder keys;
  makeKey(keys, "Phòng Tài chính - Kế hoạch");
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
  const auto file = departments / "signed.cchc";
  departments.done({"submit", "finance.budget", "-u", "296", "-p", "2023-8T", "-o", file.string(), "--sign",
                    (keys / "k.p12").string(), "--password-file", (keys / "password").string()});
  CHECK(contentOf(departments.store()).find("mat-khau") == std::string::npos);

  const auto office = Office::afterDemo();
  const std::filesystem::path trust = office.store().string() + ".trust";
  std::filesystem::create_directories(trust);
  std::filesystem::copy_file(keys / "ca.pem", trust / "ca.pem");
  write(trust / "trust.tsv", "kind\twhat\tunit\tfrom\tuntil\npolicy\trequired\nauthority\tca.pem\t296.TCKH\t\t\n");
  office.done({"verify", file.string(), "--trust", trust.string()});

  const auto unsignedOne = office.run({"receive", demoPackage("office.tasks").string()});
  CHECK(unsignedOne.status == 1);
  CHECK(unsignedOne.err.find("signature.missing") != std::string::npos);
  auto text = contentOf(file);
  text.replace(text.find("400000000000"), 12, "500000000000");
  write(office / "changed.cchc", text);
  CHECK(office.run({"receive", (office / "changed.cchc").string()}).err.find("signature.digest") != std::string::npos);

  office.done({"receive", file.string()});
  office.done({"accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  // What was accepted before signatures were required does not go into a report of an office that requires them.
  const auto refused =
      office.run({"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", (office / "report.xml").string()});
  CHECK(refused.status == 1);
  CHECK(refused.err.find("signature.missing: ") != std::string::npos);
  write(trust / "trust.tsv", "policy\twarn\nauthority\tca.pem\t296.TCKH\t\t\n");
  const auto report = office.consolidate();
  CHECK(report.find("signer=\"Phòng Tài chính - Kế hoạch\"") != std::string::npos);

  // Another unit's list: the same certificate may not sign there.
  write(trust / "trust.tsv", "authority\tca.pem\t296.TP\t\t\n");
  const auto other = Office::before();
  std::filesystem::copy(trust, other.store().string() + ".trust");
  CHECK(other.run({"receive", file.string()}).err.find("certificate.wrong-unit") != std::string::npos);
}

TEST_CASE("a wrong password is told, and nothing is written") {
  const TemporaryFolder keys;
  makeKey(keys, "A");
  write(keys / "wrong", "sai\n");
  const auto package = demoPackage("finance.budget");
  const auto outcome = cchc::test::cchc({"sign", package.string(), "-o", (keys / "out.cchc").string(), "--key",
                                         (keys / "k.p12").string(), "--password-file", (keys / "wrong").string()});
  CHECK(outcome.status == 1);
  CHECK(outcome.err.find("key.password") != std::string::npos);
  CHECK(!std::filesystem::exists(keys / "out.cchc"));
}

TEST_CASE("the office head signs the report on issue, and anyone can verify it, with this program or with xmlsec1") {
  const TemporaryFolder keys;
  makeKey(keys, "Ủy ban nhân dân huyện Bình Giang");
  const auto office = Office::afterDemo();
  const auto plain = office.consolidate();
  const auto report = (office / "report.xml").string();
  write(report, plain);
  const std::vector<std::string> sign = {"--sign", (keys / "k.p12").string(), "--password-file",
                                         (keys / "password").string()};
  const auto issue = [&](std::vector<std::string> arguments, const std::vector<std::string>& more) {
    arguments.insert(arguments.begin(), {"issue", "-p", "2023-8T"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return office.run(arguments);
  };
  CHECK(issue({"-u", "296"}, sign).err.find("issue.report-and-key") != std::string::npos);
  CHECK(issue({"-u", "296.TCKH", "--report", report}, sign).err.find("report.other") != std::string::npos);
  CHECK(contentOf(report) == plain);
  const auto issued = issue({"-u", "296", "--report", report}, sign);
  INFO(issued.err);
  REQUIRE(issued.status == 0);

  const auto verified = run("/usr/bin/xmlsec1", {"--verify", "--trusted-pem", (keys / "ca.pem").string(), report});
  CHECK(verified.status == 0);
  CHECK(run("/usr/bin/xmllint", {"--noout", "--schema", CCHC_SOURCE "/schemas/report.xsd", report}).status == 0);
  office.done({"verify", report});
  office.done({"render", report, "-o", (office / "report.html").string()});
  const auto refusal = [&](const std::string& text) {
    write(office / "changed.xml", text);
    const auto outcome = office.run({"verify", (office / "changed.xml").string()});
    CHECK(outcome.status == 1);
    // Nor is it made readable as if it were the report.
    const auto rendered =
        office.run({"render", (office / "changed.xml").string(), "-o", (office / "changed.html").string()});
    CHECK(rendered.status == 1);
    CHECK(rendered.err.substr(0, rendered.err.find(':')) == outcome.err.substr(0, outcome.err.find(':')));
    CHECK_FALSE(std::filesystem::exists(office / "changed.html"));
    return outcome.err.substr(0, outcome.err.find(':'));
  };
  const auto text = contentOf(report);
  const auto from = text.find("<ds:Signature "), to = text.rfind("</report>");
  const auto signature = text.substr(from, to - from);
  auto changed = text;
  changed.replace(changed.find("<integer>") + 9, 1, "7");
  CHECK(refusal(changed) == "signature.digest");
  auto twice = text;
  CHECK(refusal(twice.insert(to, signature)) == "signature.digest");
  auto inside = text;
  CHECK(refusal(inside.insert(to - std::string("</ds:Signature>").size(), signature)) == "signature.structure");
  auto elsewhere = text;
  elsewhere.erase(from, signature.size()).insert(elsewhere.find("<heading"), signature);
  CHECK(refusal(elsewhere) == "signature.structure");
  auto other = text;
  CHECK(refusal(other.replace(other.find("URI=\"\""), 6, "URI=\"#content\"")) == "signature.structure");
  CHECK(
      office.run({"sign", report, "--key", (keys / "k.p12").string(), "--password-file", (keys / "password").string()})
          .err.find("signature.present") != std::string::npos);
}

TEST_CASE("a report is compared when it is issued without a key, and kept as it was compared") {
  const auto office = Office::afterDemo();
  const auto plain = office.consolidate();
  const auto report = (office / "report.xml").string();
  const std::vector<std::string> issue = {"issue", "-u", "296", "-p", "2023-8T", "--report", report};
  auto altered = plain;
  altered.replace(altered.find("<integer>") + 9, 1, "7");
  write(report, altered);
  const auto refused = office.run(issue);
  CHECK(refused.status == 1);
  CHECK(refused.err.find("report.differs: " + report) == 0);
  // An unsigned report renders, whoever has written it.
  office.done({"render", report, "-o", (office / "altered.html").string()});

  write(report, plain);
  CHECK(office.done(issue).find(report) != std::string::npos);
  CHECK(contentOf(report) == plain);
  office.done({"issued", "-u", "296", "-p", "2023-8T", "--check", "-o", (office / "issued").string()});
  CHECK(contentOf(office / "issued/report.xml") == plain);
}

TEST_CASE(
    "many packages are signed into a folder and verified at once, and one that is refused is told while the others go "
    "on") {
  const TemporaryFolder keys;
  makeKey(keys, "A");
  std::filesystem::create_directory(keys / "signed");
  write(keys / "not-a-package.cchc", "<a/>");
  const std::vector<std::string> names = {"finance.budget", "office.tasks", "justice.institutional"};
  std::vector<std::string> arguments = {"sign",
                                        "-o",
                                        (keys / "signed").string(),
                                        "--key",
                                        (keys / "k.p12").string(),
                                        "--password-file",
                                        (keys / "password").string()},
                           verify = {"verify"};
  for (const auto& name : names) {
    arguments.push_back(demoPackage(name).string());
    verify.push_back((keys / "signed" / demoPackage(name).filename()).string());
  }
  arguments.push_back((keys / "not-a-package.cchc").string());
  const auto outcome = cchc::test::cchc(arguments);
  CHECK(outcome.status == 1);
  CHECK(outcome.err.find("not-a-package.cchc") != std::string::npos);
  const auto verified = cchc::test::cchc(verify);
  CHECK(verified.status == 0);
  std::size_t at = 0;
  for (const auto& name : names) {
    at = verified.out.find(name, at);
    CHECK(at != std::string::npos);
  }
}
