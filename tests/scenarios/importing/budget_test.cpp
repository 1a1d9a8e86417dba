// No file under 1 MB costs over 256 MB or 5 s, whatever it unfolds to.
#include <catch2/catch.hpp>

#include "tests/core/exchange/workbook_file.h"
#include "tests/scenarios/importing/book.h"

#ifndef _WIN32
#include <sys/resource.h>
#endif

using namespace cchc::test;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(_WIN32)
constexpr bool measures = false;
#else
constexpr bool measures = true;
#endif

// Of all programs that have ended so far, so that a busy machine changes nothing.
double processorSeconds() {
#ifndef _WIN32
  rusage usage{};
  if (getrusage(RUSAGE_CHILDREN, &usage) == 0) {
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  }
#endif
  return 0;
}

std::string repeated(std::size_t count, const std::string& text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string sheet(const std::string& rows, const std::string& after = {}) { return zipped(workbook(rows, after)); }

const std::string headingRow = "<row>" + textCell("A1", "Dự án, công trình") + textCell("B1", "Nguồn vốn") +
                               textCell("C1", "Kế hoạch vốn đã phân bổ") + textCell("D1", "Đã thanh toán") + "</row>";

}  // namespace

TEST_CASE("a small file that unfolds to a large sheet stays within 256 MB and 5 seconds", "[importing][budget]") {
  std::string merges = "<mergeCells>";
  for (std::size_t i = 0; i < 10'000; ++i) merges += "<mergeCell ref=\"A2:CV50000\"/>";
  merges += "</mergeCells>";
  std::string marked = "Dự án, công trình;Nguồn vốn;Đã thanh toán\n";
  for (std::size_t i = 0; marked.size() < 950'000; ++i) marked += "\"a\"\"\";;1.5\n";
  const auto numbers = "<row>" + repeated(20, "<c><v>1</v></c>") + "</row>";
  const std::vector<std::pair<std::string, std::string>> files = {
      {"numbers.xlsx", sheet(headingRow + repeated(24'900, numbers))},
      {"more.xlsx", sheet(headingRow + repeated(60'000, numbers))},
      {"texts.xlsx", sheet(headingRow + repeated(49'999, "<row><c t=\"inlineStr\"><is><t>" + std::string(300, 'x') +
                                                             "</t></is></c></row>"))},
      {"sparse.xlsx", sheet(headingRow + repeated(900'000, "<row/>"))},
      {"wide.xlsx", sheet(headingRow + repeated(2'000, "<row><c r=\"SF1\"><v>1</v></c></row>"))},
      {"merged.xlsx", sheet(headingRow + repeated(49'999, "<row><c><v>1</v></c></row>"), merges)},
      {"errors.xlsx",
       sheet(headingRow +
             repeated(49'999, "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c/><c t=\"e\"><v>#N/A</v></c></row>"))},
      {"columns.csv", "field;value\n" + std::string(900'000, ';') + "\n"},
      {"filled.csv", "field;value\n" + repeated(450'000, "1;") + "\n"},
      {"lines.csv", "field;value\n" + repeated(450'000, "\n1")},
      {"quotes.csv", "field;value\n" + repeated(300'000, "\"\";") + "\n"},
      {"marked.csv", marked}};
  const Treasury desk;
  for (const auto& [name, content] : files) {
    INFO(name << ", " << content.size() << " bytes");
    REQUIRE(content.size() < 1'000'000);
    const auto file = desk.file(name, content);
    for (const bool importer : {false, true}) {
      const auto begin = processorSeconds();
      const auto done = importer ? desk.import(file) : desk.fill(file);
      const auto took = processorSeconds() - begin;
      CHECK((done.status == 0 || done.status == 1));
      if (!measures) continue;
      CHECK(took < 5);
#ifndef _WIN32
      rusage usage{};
      REQUIRE(getrusage(RUSAGE_CHILDREN, &usage) == 0);
      CHECK(usage.ru_maxrss < 256L * 1024);  // the largest of all so far, in KB
#endif
    }
  }
}
