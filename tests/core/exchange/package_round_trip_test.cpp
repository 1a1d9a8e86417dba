// What is written is read back, and the same input gives the same bytes.
#include <catch2/catch.hpp>
#include <random>

#include "core/base/digest.h"
#include "core/base/text.h"
#include "tests/core/exchange/sample.h"

using namespace cchc;

namespace {

SectionData withText(std::string_view field, std::string text) {
  auto data = emptyData(sample::definition());
  data.fields[*sample::definition().fieldIndex(field)] = Value{std::move(text)};
  return data;
}

std::string backOf(std::string_view field, std::string text) {
  const auto read = sample::read(sample::packageOf(withText(field, std::move(text))));
  if (!read) return "refused: " + read.error().code;
  const auto* value = read->data.fields[*sample::definition().fieldIndex(field)].text();
  return value == nullptr ? "" : *value;
}

}  // namespace

TEST_CASE("a package comes back as it went in, with every type of value") {
  const auto bytes = sample::package();
  auto read = sample::read(bytes);
  if (!read) FAIL(messageLine(read.error(), Language::en));
  auto head = sample::header();
  CHECK(writePackage(head, sample::definition(), sample::data(), sample::attachments()) == bytes);
  CHECK(read->header == head);
  CHECK(read->data == sample::data());
  REQUIRE(read->attachments.size() == 1);
  CHECK(read->attachments[0].bytes == sample::attachments()[0].bytes);
  CHECK(read->attachments[0].about == sample::attachments()[0].about);
  CHECK(writePackage(read->header, sample::definition(), read->data, read->attachments) == bytes);
}

TEST_CASE("storage of a former package leaves nothing behind in the next") {
  SubmissionReader reader(sample::lookup(), UnitCodes());
  auto full = reader.read(sample::package(), "a");
  REQUIRE(full);
  auto other = emptyData(sample::definition());
  other.tables[0].nothing = true;
  other.groupNothing[0] = true;
  const auto blank = reader.read(sample::packageOf(other), "b", std::move(*full));
  REQUIRE(blank);
  CHECK(blank->data == other);
  CHECK(blank->attachments.empty());
  const auto again = reader.read(sample::package(), "c", *blank);
  REQUIRE(again);
  CHECK(again->data == sample::data());
}

TEST_CASE("the header alone reads as the whole package's") {
  const auto whole = sample::read(sample::package());
  const auto head = readPackageHeader(sample::package(), "a", UnitCodes());
  REQUIRE(whole);
  REQUIRE(head);
  CHECK(*head == whole->header);
  CHECK(head->contentDigest.size() == 64);
}

TEST_CASE("a stored package reads the same without guard and digest") {
  SubmissionReader reader(sample::lookup(), UnitCodes());
  const auto bytes = sample::package();
  const auto received = reader.read(bytes, "a");
  const auto stored = reader.readStored(bytes, "a");
  REQUIRE(received);
  REQUIRE(stored);
  CHECK(stored->data == received->data);
  CHECK(stored->header.contentDigest.empty());
}

TEST_CASE("white space between elements is let pass, and line ends of Windows") {
  auto bytes = sample::package();
  for (std::size_t at = bytes.find("<row"); at != std::string::npos; at = bytes.find("<row", at + 10))
    bytes.insert(at, "\r\n  \t");
  bytes.insert(bytes.find("<field"), "\n\n");
  bytes.insert(bytes.find("</submission>"), "\r\n ");
  const auto read = sample::read(bytes);
  if (!read) FAIL(messageLine(read.error(), Language::en));
  CHECK(read->data == sample::data());
}

TEST_CASE("decomposed Vietnamese is stored composed") {
  CHECK(backOf("name", "Nguye\xcc\x82\xcc\x83n") == "Nguyễn");
  const auto bytes = sample::with("Vũ Thị", "Vu\xcc\x83 Thi\xcc\xa3");
  const auto read = sample::read(bytes);
  REQUIRE(read);
  CHECK(read->data == sample::data());
}

TEST_CASE("a paragraph of a million characters comes back") {
  std::string text;
  while (text.size() < 1'000'000) text += "Tiếp tục đẩy mạnh cải cách thủ tục hành chính; ";
  text.resize(1'000'000 - 4);
  while (!isUtf8(text)) text.pop_back();
  CHECK(backOf("note", text) == text);
  auto data = emptyData(sample::definition());
  data.paragraphs = {{"revenue", text, "basis", std::nullopt}};
  const auto read = sample::read(sample::packageOf(data));
  REQUIRE(read);
  CHECK(read->data == data);
}

TEST_CASE("every string of Unicode comes back as it went in, after NFC") {
  std::mt19937 random(20230828);
  const auto pick = [&](std::uint32_t from, std::uint32_t to) {
    return std::uniform_int_distribution<std::uint32_t>(from, to)(random);
  };
  const auto append = [](std::string& text, std::uint32_t point) {
    if (point < 0x80)
      text += static_cast<char>(point);
    else if (point < 0x800)
      text += {static_cast<char>(0xc0 | point >> 6), static_cast<char>(0x80 | (point & 63))};
    else if (point < 0x10000)
      text += {static_cast<char>(0xe0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 63)),
               static_cast<char>(0x80 | (point & 63))};
    else
      text += {static_cast<char>(0xf0 | point >> 18), static_cast<char>(0x80 | (point >> 12 & 63)),
               static_cast<char>(0x80 | (point >> 6 & 63)), static_cast<char>(0x80 | (point & 63))};
  };
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto length = pick(1, 30);
    for (std::uint32_t i = 0; i < length; ++i) {
      switch (pick(0, 5)) {
        case 0:
          append(text, pick(0x20, 0x7e));
          break;
        case 1:
          append(text, pick(0xa0, 0x1ef9));
          break;
        case 2:
          append(text, pick(0x300, 0x36f));
          break;
        case 3:
          append(text, pick(0x1e00, 0xd7ff));
          break;
        case 4:
          append(text, pick(0xe000, 0x10ffff));
          break;
        default:
          text += "<>&\"'\t\n] "[pick(0, 8)];
      }
    }
    const auto expected = normaliseText(text);
    INFO(text);
    CHECK(backOf("note", text) == (expected ? *expected : "refused: package.text"));
  }
}

TEST_CASE("text of white space alone, and text that looks like markup, come back") {
  for (const std::string text :
       {" ", "   ", "\n", "\t\n ", " a ", "<field>", "&amp;", "]]>", "<![CDATA[x]]>", "&#x41;", "\"'",
        "\xef\xbb\xbf"
        "a",
        "\xc2\xa0"}) {
    CHECK(backOf("note", text) == text);
  }
}
