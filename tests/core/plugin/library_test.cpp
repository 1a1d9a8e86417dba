// The file of a library is looked at before it is loaded, and a library that ends the program is left out.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "core/plugin/library/library_file.h"
#include "core/plugin/library/loading_mark.h"
#include "tests/core/plugin/loaded.h"

namespace fs = std::filesystem;
using namespace cchc;
using namespace cchc::test;

namespace {

using Reasons = std::vector<std::string>;

}  // namespace

TEST_CASE("a file that is no library, or only a part of one, is quarantined without being loaded", "[plugin]") {
  std::ifstream stream(probePlugin(), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(stream), {}};
  TestFolder folder;
  folder.addText("a/a.so", "not a library").addText("b/b.so", "").addText("c/c.so", whole.substr(0, 3));
  // Cut in the header, behind it, in the code, in the tables at the end, and by one byte.
  for (const auto& [name, size] : {std::pair<std::string, std::size_t>{"d", 40},
                                   {"e", 100},
                                   {"f", whole.size() / 3},
                                   {"g", whole.size() - 500},
                                   {"h", whole.size() - 1}})
    folder.addText(name + "/" + name + ".so", whole.substr(0, size));
  auto otherProcessor = whole;
  otherProcessor[18] = static_cast<char>(otherProcessor[18] + 1);
  auto otherBits = whole;
  otherBits[4] = 1;
  auto program = whole;
  program[16] = 2;
  folder.addText("i/i.so", otherProcessor).addText("j/j.so", otherBits).addText("k/k.so", program);
  folder.add(probePlugin(), "probe");
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{"plugin.not-a-library a.so", "plugin.not-a-library b.so",
                                    "plugin.not-a-library c.so", "plugin.truncated d.so", "plugin.truncated e.so",
                                    "plugin.truncated f.so", "plugin.truncated g.so", "plugin.truncated h.so",
                                    "plugin.not-a-library i.so", "plugin.not-a-library j.so",
                                    "plugin.not-a-library k.so", ""});
  CHECK(probeWorks(loaded));
}

TEST_CASE("a library that is cut anywhere is never loaded", "[plugin]") {
  std::ifstream stream(badPlugin("refuses"), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(stream), {}};
  for (std::size_t part = 0; part < 40; ++part) {
    TestFolder folder;
    const Loaded loaded(folder.addText("a/a.so", whole.substr(0, whole.size() * part / 40)).path());
    const auto code = loaded.plugin(0).quarantined->code;
    INFO(part);
    CHECK((code == "plugin.truncated" || code == "plugin.not-a-library"));
  }
}

TEST_CASE("a library for Windows is looked at in the same way", "[plugin]") {
  const auto sample = fs::path(CCHC_SOURCE) / "tests/fuzz/corpora/library/pe.dll";
  const LibraryFile whole(sample);
  CHECK(checkPe(whole, whole));
  CHECK(checkElf(whole, whole).error().code == "plugin.not-a-library");
  const LibraryFile elf(probePlugin());
  CHECK(checkPe(elf, whole).error().code == "plugin.not-a-library");
  std::ifstream stream(sample, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  TestFolder folder;
  for (std::size_t part = 0; part < 20; ++part) {
    folder.addText("cut.dll", bytes.substr(0, bytes.size() * part / 20));
    const auto checked = checkPe(LibraryFile(folder.path() / "cut.dll"), whole);
    REQUIRE_FALSE(checked);
    CHECK((checked.error().code == "plugin.truncated" || checked.error().code == "plugin.not-a-library"));
  }
  auto renamed = bytes;
  const auto at = renamed.find("cchc_plugin_register");
  REQUIRE(at != std::string::npos);
  renamed[at] = 'x';
  folder.addText("renamed.dll", renamed);
  CHECK(checkPe(LibraryFile(folder.path() / "renamed.dll"), whole).error().code == "plugin.no-symbols");
}

TEST_CASE("a pipe, a folder or a link to nothing in place of a library is named, and nothing waits for it",
          "[plugin]") {
  TestFolder folder;
  folder.add(probePlugin(), "probe");
  for (const auto* name : {"link", "folder", "pipe", "text"}) fs::create_directory(folder.path() / name);
  fs::create_symlink("/nowhere/at/all.so", folder.path() / "link" / "link.so");
  fs::create_directory(folder.path() / "folder" / "folder.so");
  REQUIRE(std::system(("mkfifo '" + (folder.path() / "pipe" / "pipe.so").string() + "' '" +
                       (folder.path() / "text" / "form.xml").string() + "'")
                          .c_str()) == 0);
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() ==
        Reasons{"plugin.not-regular folder.so", "plugin.not-regular link.so", "plugin.not-regular pipe.so", "", ""});
  REQUIRE(loaded.plugin(4).wrongParts.size() == 1);
  CHECK(loaded.plugin(4).wrongParts[0].reasons.front().code == "plugin.not-regular");
  CHECK(probeWorks(loaded));
}

TEST_CASE("a library during whose loading the program ended is left out until it changes", "[plugin]") {
  TestFolder folder, marks;
  folder.add(probePlugin(), "probe");
  const auto library = folder.path() / "probe" / "probe.so";
  const auto load = [&] { return Loaded(folder.path(), PluginFolder::Kind::withLibraries, marks.path()).reasons(); };
  CHECK(load() == Reasons{""});
  // Only the lock stays.
  CHECK(std::distance(fs::directory_iterator(marks.path()), fs::directory_iterator()) == 1);
  LoadingMarks held(marks.path());
  REQUIRE(held.active());
  {
    LoadingMark mark(held, library);
    mark.keep();
  }
  CHECK(held.endedIn(library));
  CHECK(load() == Reasons{"plugin.ended-the-program probe.so"});
  fs::last_write_time(library, fs::last_write_time(library) + std::chrono::seconds(5));
  CHECK_FALSE(held.endedIn(library));
  CHECK(load() == Reasons{""});
  CHECK(load() == Reasons{""});
}

TEST_CASE("a program that was killed while loading says nothing of the library, unless it happens again", "[plugin]") {
  TestFolder folder, marks;
  folder.add(probePlugin(), "probe");
  const auto library = folder.path() / "probe" / "probe.so";
  const LoadingMarks held(marks.path());
  const auto killed = [&] {  // what is left of a mark that nobody takes away
    const auto note = held.fileOf(library), saved = marks.path() / "saved";
    {
      const LoadingMark mark(held, library);
      fs::copy_file(note, saved, fs::copy_options::overwrite_existing);
    }
    fs::rename(saved, note);
  };
  killed();
  CHECK_FALSE(held.endedIn(library));
  killed();
  CHECK(held.endedIn(library));
  fs::remove(held.fileOf(library));
  CHECK_FALSE(held.endedIn(library));
}

TEST_CASE("without a folder that can be written to, everything loads and nothing is noted", "[plugin]") {
  TestFolder folder;
  folder.add(probePlugin(), "probe");
  for (const fs::path marks : {"", "/proc/none/marks"})
    CHECK(Loaded(folder.path(), PluginFolder::Kind::withLibraries, marks).reasons() == Reasons{""});
}
