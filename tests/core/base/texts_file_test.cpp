#include "core/base/texts_file.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "core/base/texts.h"
#include "tests/support/command.h"

using namespace cchc;

namespace {

const std::string header = "code\tvi\tvi-fix\ten\ten-fix\n";

// "code place" of the refusal of a file with these lines after the header.
std::string refusal(const std::string& lines) {
  const auto read = readTexts(header + lines, "m.tsv");
  if (read) return "";
  INFO(messageLine(read.error(), Language::vi));
  CHECK(findText(read.error().code) != nullptr);
  CHECK(message(read.error(), Language::en).what.find('{') == std::string::npos);
  return read.error().code + " " + read.error().place;
}

}  // namespace

TEST_CASE("a file of texts is read with its escapes, in the order of its lines", "[texts]") {
  const auto read =
      readTexts(header + "b.one\tMột\tSửa\tOne\tCorrect it\na.two\ttab\\tvà \\\\n\t\t\\n\"q\"\t\n", "m.tsv");
  REQUIRE(read);
  CHECK(*read == std::vector<OwnedText>{{"b.one", "Một", "Sửa", "One", "Correct it"},
                                        {"a.two", "tab\tvà \\n", "", "\n\"q\"", ""}});
  CHECK(readTexts(header, "m.tsv")->empty());
}

TEST_CASE("a file of texts may be as a spreadsheet writes it: byte order mark, CR LF, no last line end", "[texts]") {
  const auto read = readTexts(
      "\xEF\xBB\xBF"
      "code\tvi\tvi-fix\ten\ten-fix\r\na.b\tBa\xCC\x80\t\tPa\t\r\nc.d\tx\t\ty\tz",
      "m.tsv");
  REQUIRE(read);
  CHECK(*read == std::vector<OwnedText>{{"a.b", "B\xC3\xA0", "", "Pa", ""}, {"c.d", "x", "", "y", "z"}});
}

TEST_CASE("a wrong file of texts is refused with file and line", "[texts]") {
  const std::string good = "a.b\tx\t\ty\t\n";
  struct Case {
    const char *lines, *refusal;
  };
  const Case table[] = {
      {"c.d\tx\t\ty\n", "texts.columns m.tsv:3"},
      {"c.d\tx\t\ty\t\tmore\n", "texts.columns m.tsv:3"},
      {"\n", "texts.columns m.tsv:3"},
      {"a.b\tx\t\ty\t\n", "texts.twice m.tsv:3"},
      {"\tx\t\ty\t\n", "texts.code m.tsv:3"},
      {"C.d\tx\t\ty\t\n", "texts.code m.tsv:3"},
      {"c.d\t\t\ty\t\n", "texts.language m.tsv:3"},
      {"c.d\tx\t\t\tz\n", "texts.language m.tsv:3"},
      {"c.d\tx\\q\t\ty\t\n", "texts.escape m.tsv:3"},
      {"c.d\tx\t\ty\tz\\\n", "texts.escape m.tsv:3"},
      {"c.d\t\xFFx\t\ty\t\n", "text.not-utf8 m.tsv:3"},
      {"c.d\tx\x07\t\ty\t\n", "text.control-character m.tsv:3"},
  };
  CHECK(refusal(good) == "");
  for (const auto& wrong : table) {
    INFO(wrong.lines);
    CHECK(refusal(good + wrong.lines) == wrong.refusal);
  }
  for (const auto* file : {"", "\n", "code\tvi\ten\n", "a.b\tx\t\ty\t\n"}) {
    const auto read = readTexts(file, "m.tsv");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "texts.header");
    CHECK(read.error().place == "m.tsv:1");
  }
}

TEST_CASE("the texts that are compiled in are those of the files, which are sorted by code", "[texts]") {
  namespace fs = std::filesystem;
  std::size_t entries = 0;
  for (const auto& file : fs::directory_iterator(fs::path(CCHC_SOURCE) / "core/base/texts")) {
    if (file.path().extension() != ".tsv") continue;
    const auto content = test::contentOf(file.path());
    const auto read = readTexts(content, file.path().filename().string());
    INFO(file.path().filename());
    if (!read) FAIL(messageLine(read.error(), Language::en));
    entries += read->size();
    std::string_view earlier;
    for (const auto& text : *read) {
      INFO(text.code);
      CHECK(earlier < text.code);
      earlier = text.code;
      const auto* entry = findText(text.code);
      REQUIRE(entry != nullptr);
      CHECK(OwnedText{std::string(entry->code), std::string(entry->vi), std::string(entry->viFix),
                      std::string(entry->en), std::string(entry->enFix)} == text);
    }
  }
  CHECK(entries == allTexts().size());
}
