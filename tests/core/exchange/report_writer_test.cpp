#include "core/exchange/report/report_writer.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/core/exchange/small_report.h"

using namespace cchc;
using namespace cchc::test;

namespace {

std::string smallReport() {
  std::ostringstream out;
  REQUIRE(tellSmallReport(*reportWriter(out)));
  return std::move(out).str();
}

std::string fileText(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

// A check-out may have changed the line ends.
std::string normalised(std::string text) {
  std::erase(text, '\r');
  return text;
}

// A stream that fails after some bytes, as on a full disk.
class FullDisk final : public std::streambuf {
 public:
  explicit FullDisk(std::streamsize room) : room_(room) {}

 protected:
  std::streamsize xsputn(const char*, std::streamsize count) override {
    if (count > room_) return 0;
    room_ -= count;
    return count;
  }
  int_type overflow(int_type) override { return traits_type::eof(); }

 private:
  std::streamsize room_;
};

// A stream that only counts bytes.
class Counter final : public std::streambuf {
 public:
  std::streamsize written = 0, largest = 0;

 protected:
  std::streamsize xsputn(const char*, std::streamsize count) override {
    written += count;
    largest = std::max(largest, count);
    return count;
  }
};

}  // namespace

TEST_CASE("a report with one of everything is written as in the golden file", "[report]") {
  const auto golden = std::filesystem::path(CCHC_SOURCE) / "tests/golden/report_small.xml";
  const auto written = smallReport();
  const bool same = normalised(fileText(golden)) == written;
  if (!same) {
    const auto actual = std::filesystem::path(CCHC_BINARY) / "report_small.xml";
    std::ofstream(actual, std::ios::binary) << written;
    FAIL("differs from " << golden << "; if that is meant: cp " << actual.string() << " " << golden.string());
  }
  CHECK(same);
}

TEST_CASE("the same report gives the same bytes", "[report]") { CHECK(smallReport() == smallReport()); }

TEST_CASE("lists without entries are left out of the report", "[report]") {
  std::ostringstream out;
  const auto writer = reportWriter(out);
  REQUIRE(writer->heading({}));
  REQUIRE(writer->finish());
  CHECK(out.str().find("<outline") == std::string::npos);
  CHECK(out.str().find("<findings") == std::string::npos);
  CHECK(out.str().ends_with("</report>\n"));
}

TEST_CASE("text goes into the report as it stands, whatever it holds", "[report]") {
  std::ostringstream out;
  const auto writer = reportWriter(out);
  ReportGroup group;
  group.id = "g";
  ReportParagraph paragraph;
  paragraph.id = "p";
  paragraph.text = "a < b & c > d \"e\"\nnăm 2023\t;";
  group.paragraphs = {paragraph};
  group.title = "x \"y\"\n& z";
  REQUIRE(writer->heading({}));
  REQUIRE(writer->beginPlace({"I", ""}));
  REQUIRE(writer->group(group));
  CHECK(writer->endPlace());
  REQUIRE(writer->finish());
  CHECK(out.str().find(">a &lt; b &amp; c &gt; d \"e\"\nnăm 2023\t;</paragraph>") != std::string::npos);
  CHECK(out.str().find("title=\"x &quot;y&quot;&#10;&amp; z\"") != std::string::npos);
}

TEST_CASE("a stated figure that is no value of its type is kept as text", "[report]") {
  std::ostringstream out;
  const auto writer = reportWriter(out);
  ReportGroup group;
  group.id = "g";
  ReportIndicator indicator;
  indicator.id = "rate";
  indicator.label = "Tỷ lệ";
  indicator.origin = "computed";
  indicator.type = FieldType::rate;
  indicator.stated = "gần đủ";
  group.indicators = {indicator};
  REQUIRE(writer->heading({}));
  REQUIRE(writer->beginPlace({"I", ""}));
  REQUIRE(writer->group(group));
  REQUIRE(writer->endPlace());
  REQUIRE(writer->finish());
  CHECK(out.str().find("<stated><text>gần đủ</text></stated>") != std::string::npos);
}

TEST_CASE("a disk that fills up while the report is written is said", "[report]") {
  FullDisk disk(100);
  std::ostream out(&disk);
  const auto status = tellSmallReport(*reportWriter(out));
  REQUIRE_FALSE(status);
  CHECK(status.error().code == "file.write");
  CHECK(status.error().kind == ErrorKind::failure);
}

TEST_CASE("what is written leaves memory as it comes, however many units report", "[report]") {
  Counter counter;
  std::ostream out(&counter);
  const auto writer = reportWriter(out);
  REQUIRE(writer->heading({}));
  ProvenanceLine line;
  line.digest = std::string(64, 'f');
  for (int i = 0; i < 20000; ++i) {
    line.section = {DefinitionId{"office.commune"}, OrgUnitId{std::to_string(i)}, PeriodId{"2023"}};
    REQUIRE(writer->provenance(line));
  }
  REQUIRE(writer->finish());
  CHECK(counter.written > 3500000);
  CHECK(counter.largest < 70000);
}
