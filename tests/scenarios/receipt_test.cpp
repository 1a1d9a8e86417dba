// The office's receipt goes back to the department, which then knows that its figures arrived.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

std::vector<fs::path> receiptsIn(const fs::path& folder) {
  std::vector<fs::path> all;
  for (const auto& entry : fs::directory_iterator(folder)) all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

// The one receipt of a folder.
fs::path receiptIn(const fs::path& folder) {
  const auto all = receiptsIn(folder);
  REQUIRE(all.size() == 1);
  return all.front();
}

}  // namespace

TEST_CASE("a signed receipt tells the department what arrived, and by whom it was taken in") {
  const TemporaryFolder keys;
  makeKey(keys, "Văn phòng HĐND và UBND");
  const auto office = Office::before();
  const auto inbox = office / "inbox";
  fs::create_directory(inbox);
  fs::copy_file(demoPackage("finance.budget"), inbox / "budget.cchc");
  write(inbox / "broken.cchc", "<a/>");
  const auto watched =
      office.run({"--actor", "Phạm Thị Nhận", "receive", inbox.string(), "--watch", "--once", "--every", "20", "--sign",
                  (keys / "k.p12").string(), "--password-file", (keys / "password").string()});
  CHECK(watched.status == 1);
  const auto receipt = receiptIn(inbox / "receipts");
  CHECK(receipt.filename().string().rfind("296_finance.budget_2023-8T_lan1_", 0) == 0);
  CHECK(run("/usr/bin/xmllint", {"--noout", "--schema", CCHC_SOURCE "/schemas/receipt.xsd", receipt.string()}).status ==
        0);
  CHECK(run("/usr/bin/xmlsec1", {"--verify", "--trusted-pem", (keys / "ca.pem").string(), "--id-attr:id",
                                 "urn:cchc:receipt:1:content", receipt.string()})
            .status == 0);

  const auto departments = Office::departments();
  const auto line = [&] { return departments.json({"history", "finance.budget", "-u", "296", "-p", "2023-8T"})[0]; };
  CHECK(line()["receipt"] == "");
  const auto text = contentOf(receipt);
  auto changed = text;
  changed.replace(changed.find("Phạm Thị"), std::string("Phạm Thị").size(), "Phạm Văn");
  write(departments / "changed.xml", changed);
  CHECK(departments.run({"receive", (departments / "changed.xml").string()}).err.find("signature.digest") !=
        std::string::npos);
  CHECK(line()["receipt"] == "");
  departments.done({"receive", receipt.string()});
  CHECK(line()["receipt_by"] == "Phạm Thị Nhận");
  CHECK(line()["receipt_signer"] == "Văn phòng HĐND và UBND (?)");
  CHECK(departments.json({"receive", receipt.string()})[0]["result"] == "known");

  // Where there is a trust list, the office must be on it: itself, or as a unit above.
  const fs::path trust = departments.store().string() + ".trust";
  fs::create_directories(trust);
  fs::copy_file(keys / "ca.pem", trust / "ca.pem");
  write(trust / "trust.tsv", "authority\tca.pem\t296.TP\t\t\n");
  CHECK(departments.run({"receive", receipt.string()}).err.find("certificate.wrong-unit") != std::string::npos);
  write(trust / "trust.tsv", "authority\tca.pem\t296\t\t\n");
  departments.done({"receive", receipt.string()});
}

TEST_CASE("a receipt of something that was not sent from here is refused") {
  const auto office = Office::before();
  office.done({"receive", demoPackage("finance.budget").string(), "--receipts", (office / "receipts").string()});
  const auto receipt = receiptIn(office / "receipts");
  const auto other = Office::before();
  CHECK(other.run({"receive", receipt.string()}).err.find("receipt.other") != std::string::npos);
  auto text = contentOf(receipt);
  write(office / "wrong.xml", text.replace(text.find("result=\"stored\""), 15, "result=\"perhaps\""));
  const auto departments = Office::departments();
  CHECK(departments.run({"receive", (office / "wrong.xml").string()}).err.find("package.wrong-attribute") !=
        std::string::npos);
  // Not signed, but right: the department may know it, and that it is not signed.
  departments.done({"receive", receipt.string()});
  CHECK(departments.json({"history", "finance.budget", "-u", "296", "-p", "2023-8T"})[0]["receipt_signer"] == "");
}

TEST_CASE("two packages under one file name have a receipt each, and a better receipt is never written over") {
  const TemporaryFolder keys;
  makeKey(keys, "Văn phòng HĐND và UBND");
  const auto office = Office::before();
  const auto receipts = office / "receipts";
  const std::vector<std::string> signing = {"--sign", (keys / "k.p12").string(), "--password-file",
                                            (keys / "password").string()};
  const auto receive = [&](const fs::path& package, std::vector<std::string> more) {
    more.insert(more.begin(), {"receive", package.string(), "--receipts", receipts.string()});
    office.done(more);
  };
  for (const auto* unit : {"10945", "10996"}) {
    fs::create_directories(office / unit);
    fs::copy_file(demoPackage("office.commune", unit), office / unit / "bao-cao.cchc");
  }
  receive(office / "10945" / "bao-cao.cchc", signing);
  receive(office / "10996" / "bao-cao.cchc", {});
  const auto all = receiptsIn(receipts);
  REQUIRE(all.size() == 2);
  const auto isSigned = contentOf(all[0]), plain = contentOf(all[1]);
  CHECK(isSigned.find("unit=\"10945\"") != std::string::npos);
  CHECK(plain.find("unit=\"10996\"") != std::string::npos);

  // Again, and known: what was said first stays, and gains a signature where it had none.
  receive(office / "10945" / "bao-cao.cchc", {});
  receive(office / "10996" / "bao-cao.cchc", {});
  CHECK((contentOf(all[0]) == isSigned));
  CHECK((contentOf(all[1]) == plain));
  receive(office / "10996" / "bao-cao.cchc", signing);
  CHECK(contentOf(all[1]).find("result=\"stored\"") != std::string::npos);
  CHECK(run("/usr/bin/xmlsec1", {"--verify", "--trusted-pem", (keys / "ca.pem").string(), "--id-attr:id",
                                 "urn:cchc:receipt:1:content", all[1].string()})
            .status == 0);
}
