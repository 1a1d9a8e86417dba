// cchc demo: the whole round on the sample, and what the printed report carries.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>

#include "core/base/texts.h"
#include "core/rendering/schema.h"
#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/facts.h"
#include "tests/support/skip.h"

namespace fs = std::filesystem;
using namespace cchc;
using namespace cchc::test;

namespace {

std::map<std::string, std::string> packagesIn(const fs::path& folder) {
  std::map<std::string, std::string> packages;
  for (const auto& entry : fs::directory_iterator(folder / "packages"))
    packages[entry.path().filename().string()] = contentOf(entry.path());
  return packages;
}

fs::path schema(const char* name) { return fs::path(CCHC_SOURCE) / "schemas" / name; }

bool installed(const char* program) { return run(program, {"--version"}).status == 0; }

}  // namespace

TEST_CASE("demo leaves the report, the document, the office's store and a package of each section") {
  for (const auto* name : {"report.xml", "report.html", "suite.sqlite", "departments.sqlite"}) {
    INFO(name);
    CHECK(fs::file_size(demoFolder() / name) > 0);
  }
  const auto packages = packagesIn(demoFolder());
  CHECK(packages.size() == 27);
  for (const auto& [name, bytes] : packages) {
    const auto valid = validate(bytes, schema("submission.xsd"), name);
    INFO((valid ? "" : messageLine(valid.error(), Language::en)));
    CHECK(valid);
  }
}

TEST_CASE("the demonstration's report is valid against the published schema") {
  const auto valid = validate(contentOf(demoFolder() / "report.xml"), schema("report.xsd"), "report.xml");
  INFO((valid ? "" : messageLine(valid.error(), Language::en)));
  CHECK(valid);
  if (!installed("xmllint")) {
    test::skip("xmllint is not installed");
    return;
  }
  const auto outcome =
      run("xmllint", {"--noout", "--schema", schema("report.xsd").string(), (demoFolder() / "report.xml").string()});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
}

TEST_CASE("a second demonstration in the same folder and one in another give the same bytes") {
  const TemporaryFolder other;
  const auto folder = (other / "demo").string();
  for (int time = 0; time < 2; ++time) {
    const auto outcome = cchc::test::cchc({"demo", folder});
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    // Without the bytes in the message: they are hundreds of thousands.
    for (const auto* name : {"report.xml", "report.html"}) {
      const bool same = contentOf(fs::path(folder) / name) == contentOf(demoFolder() / name);
      INFO(name);
      CHECK(same);
    }
    const bool samePackages = packagesIn(folder) == packagesIn(demoFolder());
    CHECK(samePackages);
  }
}

TEST_CASE("demo refuses a folder that holds other files, and leaves them alone") {
  const TemporaryFolder folder;
  write(folder / "thesis.txt", "mine");
  const auto outcome = cchc::test::cchc({"demo", folder.path().string()});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.rfind("demo.folder-not-empty: ", 0) == 0);
  CHECK(contentOf(folder / "thesis.txt") == "mine");
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("every fact of the source report stands in the printed document") {
  const auto carried = factsOf(textOfHtml(contentOf(demoFolder() / "report.html")));
  std::ifstream list(fs::path(CCHC_SOURCE) / "tests" / "golden" / "sample_facts.txt");
  std::size_t facts = 0;
  for (std::string fact; std::getline(list, fact); ++facts) {
    INFO(fact);
    CHECK(carried.contains(fact));
  }
  CHECK(facts > 150);
}

TEST_CASE("the coverage tool finds 100 % of the source report's figures") {
  const auto shared = sharedFolder();
  if (shared.empty() || !installed("python3")) {
    test::skip("the source report and python3 are not beside the project");
    return;
  }
  const auto outcome = run("python3", {(shared / "tools" / "figure_coverage.py").string(),
                                       (shared / "seed" / "bao-cao-cchc-8-thang-2023.txt").string(),
                                       (demoFolder() / "report.html").string(), "--missing"});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("100.0%") != std::string::npos);
}

TEST_CASE("the facts of a text are found however they are laid out") {
  CHECK(factsOf("ngày 08 tháng 6 năm 2010; 8/06/2010") == std::set<std::string>{"date 8/6/2010"});
  CHECK(factsOf("số 01/2023/QĐ-UBND, 111/KH-UBND") == std::set<std::string>{"doc 01/2023/QĐ-UBND", "doc 111/KH-UBND"});
  CHECK(factsOf("387 tỷ 425 triệu; 45 tỷ đồng") ==
        std::set<std::string>{"money 387 tỷ 425 triệu", "money 45 tỷ 0 triệu"});
  CHECK(factsOf("17.677 hồ sơ, 97,22%, 1348/1443, mạng 3G") ==
        std::set<std::string>{"figure 17677", "figure 97,22%", "figure 1348", "figure 1443"});
  CHECK(textOfHtml("<style>p { margin: 6pt }</style><p>1&amp;2</p>") == "  1&2 ");
}
