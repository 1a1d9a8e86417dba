// Every text code that the sources use is in the catalogue, and every code of the catalogue is used.
//
// A text code is a string literal of lower-case words with '.' between them: "section.not-begun". So a code is written
// as one literal, never put together from pieces. Other literals of that shape are names of files, or are listed here.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>

#include "core/base/texts.h"
#include "core/base/texts_file.h"
#include "tests/architecture/source_literals.h"
#include "tests/architecture/source_tree.h"
#include "tests/support/command.h"
#include "tests/support/placeholders.h"

namespace fs = std::filesystem;
using namespace cchc;
using test::contentOf;

namespace {

const fs::path source = test::sourceFolder();
using Codes = std::set<std::string, std::less<>>;

// Literals that look like a code and are none, with what they are. Files are listed only where their first word is also
// that of a code.
const std::map<std::string, std::string>& noCodes() {
  static const std::map<std::string, std::string> table = {
      {"desktop.ini", "a file of the system"},
      {"excluded.change_id", "a column in SQL"},
      {"labour.benefit", "a code of the department to start from"},
      {"labour.policy", "the form of the department to start from"},
      {"library.txt", "a file"},
      {"period.end", "a name that narrative templates and expressions use"},
      {"period.months", "a name that expressions use"},
      {"period.name", "a name that narrative templates use"},
      {"period.next", "a name that narrative templates use"},
      {"period.start", "a name that expressions use"},
      {"period.year", "a name that narrative templates and expressions use"},
      {"plugin.title", "a text of a department without a library"},
      {"report.html", "a file"},
      {"report.xml", "a file"},
      {"report.xsd", "a file"},
      {"store.sqlite", "a file"},
      {"suite.sqlite", "a file"},
      {"tr.d", "an abbreviation of million đồng in sheets"},
      {"trust.tsv", "a file"},
      {"unit.body", "a name that narrative templates use"},
      {"unit.children", "a name that expressions use"},
      {"unit.form", "a name that expressions use"},
      {"unit.name", "a name that narrative templates use"},
      {"unit.parent", "a name that narrative templates use"},
      {"unit.parent_body", "a name that narrative templates use"},
      {"unit.short", "a name that narrative templates use"},
  };
  return table;
}

// Checks of plugins that report findings under other codes than their own.
const Codes checksOfSeveralCodes = {"home_affairs.staff-movements"};

// Texts that name a figure by its label in Vietnamese and by its number on the form in English.
const Codes differentPlaceholders = {"office.dossier-column-sum", "office.dossier-row-sum"};

std::string firstWord(std::string_view code) { return std::string(code.substr(0, code.find('.'))); }
bool looksLikeCode(const std::string& literal) {
  static const std::regex shape("[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)+");
  // The members of the plugin interface are named in messages as they are in C.
  return std::regex_match(literal, shape) && !literal.starts_with("cchc_");
}

bool isFileName(const std::string& literal) {
  static const Codes extensions = {"cchc",   "html", "json", "log", "new", "pdf", "png",
                                   "sqlite", "tsv",  "xlsx", "xml", "xsd", "xsl"};
  return extensions.contains(literal.substr(literal.rfind('.') + 1));
}

// The literals of the sources that look like a code, each with where it stands.
std::map<std::string, std::string> codesIn(std::string_view text, const std::string& place) {
  std::map<std::string, std::string> codes;
  for (const auto& [literal, line] : test::literalsOf(text)) {
    if (looksLikeCode(literal)) codes.emplace(literal, place + ":" + std::to_string(line));
  }
  return codes;
}
std::map<std::string, std::string> codesUnder(const fs::path& folder) {
  std::map<std::string, std::string> codes;
  for (const auto& file : test::sourcesIn(folder))
    codes.merge(codesIn(contentOf(file), fs::relative(file, source).generic_string()));
  return codes;
}

Codes catalogueCodes() {
  Codes codes;
  for (const auto& entry : allTexts()) codes.emplace(entry.code);
  return codes;
}
Codes firstWordsOf(const Codes& codes) {
  Codes words;
  for (const auto& code : codes) words.insert(firstWord(code));
  return words;
}

std::vector<fs::path> pluginFolders() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(source / "plugins"))
    if (fs::exists(entry.path() / "plugin.cpp")) folders.push_back(entry.path());
  return folders;
}
std::vector<OwnedText> textsOfPlugin(const fs::path& folder) {
  const auto name = folder.filename().string() + "/messages.tsv";
  auto read = readTexts(contentOf(folder / "messages.tsv"), name);
  if (!read) FAIL(messageLine(read.error(), Language::en));
  return *read;
}
Codes definitionIds() {
  static const std::regex root("<definition[^>]*\\sid=\"([^\"]+)\"");
  Codes ids;
  for (const auto& folder : pluginFolders()) {
    for (const auto& file : fs::directory_iterator(folder)) {
      if (file.path().extension() != ".xml") continue;
      const auto text = contentOf(file.path());
      std::smatch found;
      if (std::regex_search(text, found, root)) ids.insert(found[1]);
    }
  }
  return ids;
}
// The names that the sources of a folder register importers under.
Codes importersOf(const fs::path& folder) {
  static const std::regex registered("add(?:Text)?Importer\\([^,]*,\\s*\"([^\"]+)\"");
  const auto text = contentOf(folder / "plugin.cpp");
  Codes names;
  for (std::sregex_iterator at(text.begin(), text.end(), registered), end; at != end; ++at) names.insert((*at)[1]);
  return names;
}

// The beginnings of codes that a plugin completes with an id: "office.column.".
Codes beginningsIn(const fs::path& folder) {
  Codes beginnings;
  for (const auto& file : test::sourcesIn(folder)) {
    for (const auto& literal : test::literalsOf(contentOf(file)))
      if (literal.value.ends_with('.') && looksLikeCode(literal.value + "x")) beginnings.insert(literal.value);
  }
  return beginnings;
}

}  // namespace

TEST_CASE("literals are found in sources, and nothing else is taken for one", "[architecture][texts]") {
  const auto* text =
      "#include \"core/a.h\"\n"
      "// \"comment\"\n"
      "/* \"another\"\n */ f(\"a.b\", '\"', 1'000, \"q\\\"\", R\"x(raw \" (\n)x\");\n"
      "g(\"last\");";
  CHECK(test::literalsOf(text) == std::vector<test::Literal>{{"a.b", 4}, {"q\\\"", 4}, {"raw \" (\n", 4}, {"last", 6}});
  CHECK(codesIn("fail(\"a.b-c\", \"x.y\"); fail(\"a.\"); // \"a.d\"", "f") ==
        std::map<std::string, std::string>{{"a.b-c", "f:1"}, {"x.y", "f:1"}});
}

TEST_CASE("every text code that core uses is in the catalogue", "[architecture][texts]") {
  const auto catalogue = catalogueCodes();
  const auto firstWords = firstWordsOf(catalogue);
  const auto used = codesUnder(source / "core");
  REQUIRE(used.size() > 300);
  for (const auto& [code, place] : used) {
    if (isFileName(code) && !firstWords.contains(firstWord(code))) continue;
    INFO(place << ": " << code);
    CHECK((catalogue.contains(code) || noCodes().contains(code)));
  }
  for (const auto& [literal, reason] : noCodes()) {
    INFO(literal << " stands in the list of this test as " << reason);
    CHECK(used.contains(literal));
    CHECK_FALSE(catalogue.contains(literal));
  }
}

TEST_CASE("every code of the catalogue is used by core", "[architecture][texts]") {
  const auto catalogue = catalogueCodes();
  const auto used = codesUnder(source / "core");
  for (const auto& code : catalogue) {
    INFO(code);
    CHECK(used.contains(code));
  }
}

TEST_CASE("every text code that a plugin uses is in its messages.tsv, and every one there is used",
          "[architecture][texts]") {
  REQUIRE(pluginFolders().size() >= 5);
  const auto definitions = definitionIds();
  for (const auto& folder : pluginFolders()) {
    Codes own;
    for (const auto& text : textsOfPlugin(folder)) own.insert(text.code);
    const auto firstWords = firstWordsOf(own);
    const auto used = codesUnder(folder);
    const auto importers = importersOf(folder);
    const auto beginnings = beginningsIn(folder);
    const auto completed = [&](const std::string& code) {
      return std::any_of(beginnings.begin(), beginnings.end(),
                         [&](const std::string& beginning) { return code.starts_with(beginning); });
    };
    INFO(folder.filename());
    CHECK_FALSE(importers.empty());
    for (const auto& [code, place] : used) {
      if (!firstWords.contains(firstWord(code))) continue;  // a field, a file, another department's definition
      INFO(place << ": " << code);
      CHECK((own.contains(code) || definitions.contains(code) || checksOfSeveralCodes.contains(code)));
    }
    for (const auto& name : importers) {
      INFO("importer." << name);
      CHECK(own.contains("importer." + name));
    }
    for (const auto& code : own) {
      INFO(code);
      CHECK((code.starts_with("importer.") ? importers.contains(code.substr(9))
                                           : used.contains(code) || completed(code)));
    }
  }
}

TEST_CASE("no code of a plugin stands elsewhere, and the placeholders of its texts are filled in both languages",
          "[architecture][texts]") {
  auto codes = catalogueCodes();
  for (const auto& folder : pluginFolders()) {
    // The host gives the further places of a finding; RowSink::accepts of the kit says what it refuses.
    Codes arguments{"places", "given", "meanings"};
    for (const auto& file : test::sourcesIn(folder)) {
      for (const auto& literal : test::literalsOf(contentOf(file))) arguments.insert(literal.value);
    }
    for (const auto& text : textsOfPlugin(folder)) {
      INFO(folder.filename() << ": " << text.code);
      CHECK(codes.insert(text.code).second);
      if (!differentPlaceholders.contains(text.code))
        CHECK(test::placeholdersOf(text.vi) == test::placeholdersOf(text.en));
      for (const auto* column : {&text.vi, &text.viFix, &text.en, &text.enFix}) {
        for (const auto& name : test::placeholdersOf(*column)) {
          INFO(name);
          CHECK(arguments.contains(name));
        }
      }
      CHECK(text.viFix.empty() == text.enFix.empty());
    }
  }
}
