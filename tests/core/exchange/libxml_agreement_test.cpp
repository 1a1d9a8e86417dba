// What the package reader accepts, libxml2 and schemas/submission.xsd accept too, with equal values: of good files, bad
// files, and thousands of changed ones.
#include <catch2/catch.hpp>
#include <random>

#include "core/base/digest.h"
#include "core/exchange/xml/strict_xml.h"
#include "tests/core/exchange/libxml_oracle.h"
#include "tests/core/exchange/sample.h"

using namespace cchc;

namespace {

// Whether the package reader accepts the file; if it does, libxml2 and the schema must agree.
bool agrees(const std::string& bytes) {
  const bool guarded = guardXml(bytes, "a").has_value();
  const auto read = sample::read(bytes);
  if (!guarded) {
    if (read) FAIL("read what the guard refuses:\n" << bytes);
    return false;
  }
  const oracle::Document document(bytes);
  if (!document) FAIL("libxml2 refuses what the guard lets pass:\n" << bytes);
  if (!read) return false;
  const auto ours = oracle::valuesOf(*read, sample::definition()), theirs = document.values();
  for (const auto* side : {&ours, &theirs}) {
    for (const auto& [place, value] : *side) {
      if (!ours.contains(place) || !theirs.contains(place) || ours.at(place) != theirs.at(place))
        FAIL("other values than libxml2: " << place << ": " << value << "\n" << bytes);
    }
  }
  if (!oracle::submissionSchema().accepts(document)) FAIL("against the schema:\n" << bytes);
  return true;
}

class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  // Changes one to three bytes or short pieces.
  std::string bytes(std::string text) {
    static const std::vector<std::string> pieces = {"<",
                                                    ">",
                                                    "&",
                                                    "\"",
                                                    "'",
                                                    "/",
                                                    "=",
                                                    " ",
                                                    "\n",
                                                    "\t",
                                                    "\r",
                                                    "\r\n",
                                                    "]]>",
                                                    "<!--",
                                                    "-->",
                                                    "<![CDATA[",
                                                    "]]>",
                                                    "<?x?>",
                                                    "&amp;",
                                                    "&lt;",
                                                    "&#10;",
                                                    "&#13;",
                                                    "&#x9;",
                                                    "&#0;",
                                                    "&#xD;",
                                                    "&#x1EF9;",
                                                    "&#55296;",
                                                    "&x;",
                                                    "\x01",
                                                    "\x7f",
                                                    "\xc2\x85",
                                                    "\xc3",
                                                    "\xe1\xbb\x87",
                                                    "\xed\xa0\x80",
                                                    "\xef\xbb\xbf",
                                                    "\xef\xbf\xbf",
                                                    "e\xcc\x82",
                                                    "xmlns=\"urn:a\"",
                                                    " xmlns:x=\"urn:a\"",
                                                    "x:",
                                                    " id=\"count\"",
                                                    "<a/>",
                                                    "<a>",
                                                    "</a>",
                                                    "</content>",
                                                    "<field id=\"count\">1</field>",
                                                    "<row id=\"z\"/>",
                                                    "yes",
                                                    "0",
                                                    "-",
                                                    ".",
                                                    "1e5",
                                                    "<!DOCTYPE a>",
                                                    std::string("\0", 1),
                                                    "  "};
    for (auto changes = below(3) + 1; changes > 0 && !text.empty(); --changes) {
      const auto at = below(text.size());
      switch (below(7)) {
        case 5:
        case 6: {  // inside a text, where most changes are allowed
          const auto inside =
              text.find("Dòng một") != std::string::npos && below(2) == 0 ? text.find("Dòng một") : text.find("hai: 5");
          text.insert(inside == std::string::npos ? at : inside, pieces[below(pieces.size())]);
          break;
        }
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, below(8) + 1);
          break;
        case 2:
          text.insert(at, pieces[below(pieces.size())]);
          break;
        case 3:
          text.insert(at, text.substr(below(text.size()), below(40)));
          break;
        default:
          text.insert(text.find_first_of("<> \"", at) == std::string::npos ? at : text.find_first_of("<> \"", at),
                      pieces[below(pieces.size())]);
      }
    }
    return text;
  }

  // Removes, repeats or moves a whole attribute or element. The file stays XML; its structure may be wrong.
  std::string structure(std::string text) {
    const auto pick = [&](char c) {
      const auto at = text.find(c, below(text.size()));
      return at == std::string::npos ? text.find(c) : at;
    };
    switch (below(6)) {
      case 0: {  // an attribute is removed
        const auto quote = pick('=') + 1;
        const auto end = text.find('"', quote + 1) + 1, start = text.rfind(' ', quote);
        return text.erase(start, end - start);
      }
      case 1: {  // an attribute gets the value of another
        const auto from = pick('=') + 2, other = pick('=') + 2;
        return text.replace(from, text.find('"', from) - from, text.substr(other, text.find('"', other) - other));
      }
      case 2: {  // a leaf is repeated
        const auto [from, to] = leaf(text, pick('<'));
        return text.insert(from, text.substr(from, to - from));
      }
      case 3: {  // a leaf is removed
        const auto [from, to] = leaf(text, pick('<'));
        return text.erase(from, to - from);
      }
      case 4: {  // a leaf is moved
        const auto [from, to] = leaf(text, pick('<'));
        const auto piece = text.substr(from, to - from);
        text.erase(from, to - from);
        return text.insert(pick('<'), piece);
      }
      default: {  // an element gets the text of another
        const auto from = pick('>') + 1, other = pick('>') + 1;
        return text.replace(from, text.find('<', from) - from, text.substr(other, text.find('<', other) - other));
      }
    }
  }

 private:
  static std::pair<std::size_t, std::size_t> leaf(const std::string& text, std::size_t from) {
    while (from != 0 && (text[from] != '<' || text[from + 1] == '/' || text[from + 1] == '?')) --from;
    const auto close = text.find("</", from);
    return {from, text.find('>', close) + 1};
  }
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("the sample packages are right by libxml2 and the schema") {
  CHECK(agrees(sample::package()));
  CHECK(agrees(sample::package1()));
}

TEST_CASE("the content's octets in the file are its exclusive canonical form, and the digest is theirs") {
  const auto bytes = GENERATE(sample::package(), sample::package1());
  const auto octets = oracle::Document(bytes).canonicalContent();
  CHECK(bytes.find(octets) == bytes.find("<content"));
  const auto read = sample::read(bytes);
  REQUIRE(read);
  CHECK(read->header.contentDigest == sha256(octets));
}

TEST_CASE(
    "packages with bytes changed at random are accepted only where libxml2 and the schema agree, with equal values") {
  Mutator mutator(20230828);
  const auto whole = GENERATE(sample::package(), sample::package1());
  int accepted = 0;
  for (int i = 0; i < 12'000; ++i) accepted += agrees(mutator.bytes(whole)) ? 1 : 0;
  INFO(accepted);
  CHECK(accepted > 500);
}

TEST_CASE("packages with elements and attributes changed at random are accepted only where the schema agrees") {
  Mutator mutator(8);
  const auto whole = GENERATE(sample::package(), sample::package1());
  int accepted = 0;
  for (int i = 0; i < 8'000; ++i) {
    auto bytes = mutator.structure(whole);
    if (i % 3 == 0) bytes = mutator.structure(bytes);
    accepted += agrees(bytes) ? 1 : 0;
  }
  INFO(accepted);
  CHECK(accepted > 500);
}

TEST_CASE("small files made of the pieces of XML pass the guard only where libxml2 takes them") {
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {"<a>",
                                           "</a>",
                                           "<b c=\"d\">",
                                           "</b>",
                                           "<a/>",
                                           "<a b='c' d=\"e\" />",
                                           "text",
                                           " ",
                                           "\n",
                                           "&amp;",
                                           "&#65;",
                                           "&",
                                           "]]>",
                                           "<x:a>",
                                           "</x:a>",
                                           "<a xmlns:x=\"urn:u\">",
                                           "<a xmlns=\"\">",
                                           "<a x:b=\"c\"/>",
                                           "<!-- c -->",
                                           "<?p i?>",
                                           "<![CDATA[d]]>",
                                           "<a b=\"<\"/>",
                                           "<a b=\"&lt;\"/>",
                                           "\xe1\xbb\x87",
                                           "\xff",
                                           "<a.b-c_1/>",
                                           "<:a/>",
                                           "<a:/>",
                                           "<a b=\"1\" b=\"2\"/>",
                                           "<a\n>",
                                           "</a >",
                                           "< a>",
                                           "<a b = \"c\"/>",
                                           "<a b=\"c\"d=\"e\"/>",
                                           "<?xml version=\"1.0\"?>",
                                           "<!---->",
                                           "<!-- a--b -->"};
  int passed = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::string text;
    const auto count = std::uniform_int_distribution<std::size_t>(1, 6)(random);
    for (std::size_t n = 0; n < count; ++n)
      text += pieces[std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random)];
    for (const bool comments : {false, true}) {
      XmlLimits limits;
      limits.comments = comments;
      if (!guardXml(text, "a", limits)) continue;
      ++passed;
      if (!oracle::Document(text)) FAIL("libxml2 refuses: " << text);
    }
  }
  CHECK(passed > 1000);
}

TEST_CASE("what the schema says no to, we refuse, and what it says yes to in a whole sample, we take") {
  struct Case {
    std::string_view from, to;
    bool good;
  };
  for (const auto& [from, to, good] : std::vector<Case>{
           {"minor=\"0\"", "minor=\"1\"", true},
           {"minor=\"0\"", "minor=\"2\"", false},
           {"minor=\"0\"", "minor=\"01\"", false},
           {"denominator=\"unknown\"", "denominator=\"unknown\" base=\"due\"", true},
           {"denominator=\"unknown\"", "denominator=\"unknown\" base=\"all\"", false},
           {"denominator=\"unknown\"", "denominator=\"unknown\" base=\"\"", false},
           {"role=\"issued\"", "role=\"issued\" symbol=\"08-KH/UBND\"", true},
           {"role=\"issued\"", "role=\"issued\" symbol=\"08&#10;KH\"", false},
           {"</submitted>", "</submitted><entered-for asked-by=\"B\" asked-on=\"2023-08-27\" by=\"296\"/>", true},
           {"</submitted>", "</submitted><entered-for asked-by=\"B\" asked-on=\"2023-08\" by=\"296\"/>", false},
           {"</submitted>", "</submitted><entered-for asked-by=\"\" asked-on=\"2023-08-27\" by=\"296\"/>", false},
           {"</submitted>", "</submitted><entered-for asked-by=\"B\" asked-on=\"2023-08-27\"/>", false},
           {"</submitted>", "</submitted><entered-for asked-by=\"B\" asked-on=\"2023-08-27\" by=\"296\" places=\" \"/>",
            false},
           {"</submitted>",
            "</submitted><entered-for asked-by=\"B\" asked-on=\"2023-08-27\" by=\"296\" places=\"count\"/>", true},
           {"unit=\"10945\"", "", false},
           {"unit=\"10945\"", "unit=\"\"", false},
           {"unit=\"10945\"", "unit=\"000.00.13.H23\"", true},
           {"revision=\"3\"", "revision=\"-1\"", false},
           {"revision=\"3\"", "revision=\"999999999\"", true},
           {"revision=\"3\"", "revision=\"9999999999\"", false},
           {"definition-digest=\"", "definition-digest=\"F", false},
           {" by=\"Nguyễn Văn A\"", "", true},
           {" at=\"2023-08-28T09:14:00Z\"", " at=\"2023-08-28T24:14:00Z\"", false},
           {" at=\"2023-08-28T09:14:00Z\"", " at=\"2023-08-28T09:14:00\"", false},
           {"<field id=\"count\"", "<field  id='count'", true},
           {"id=\"count\"", "id=\"\"", false},
           {"qualifier=\"over\"", "qualifier=\"above\"", false},
           {"qualifier=\"over\"", "qualifier=\"exact\"", true},
           {"date=\"2021-01-10\"", "date=\"2021-01\"", true},
           {"date=\"2021-01-10\"", "date=\"2021-02-29\"", false},
           {"date=\"2021-01-10\"", "date=\"10/01/2021\"", false},
           {"for-year=\"2023\"", "for-year=\"0023\"", false},
           {"role=\"issued\"", "role=\"\"", false},
           {"<row id=\"r1\"", "<row id=\"r 1\"", false},
           {"<row id=\"r2\"", "<row id=\"r1\"", false},
           {"<row id=\"r2\"></row>", "<row id=\"r2\"/>", true},
           {"confirmed=\"2023\"", "confirmed=\"\"", false},
           {"</content>", "<kept place=\"a\">b</kept></content>", true},
           {"</content>", "<kept place=\"\">b</kept></content>", false},
           {"</content>", "<comment code=\"x\">b</comment></content>", false},
           {"</submission>",
            "<ds:Signature "
            "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo/></ds:Signature></submission>",
            true},
           {"</submission>", "<Signature/></submission>", false},
           {"</attachments>", "</attachments><attachments></attachments>", false},
       }) {
    const auto bytes = sample::with(from, to);
    INFO(from << " -> " << to);
    const oracle::Document document(bytes);
    REQUIRE(document);
    CHECK(oracle::submissionSchema().accepts(document) == good);
    CHECK(agrees(bytes) == good);
  }
}
