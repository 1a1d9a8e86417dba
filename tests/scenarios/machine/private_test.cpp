// What a person keeps is readable by that person alone, and is never put where several people can write.
#include <catch2/catch.hpp>

#include "core/store/copies.h"
#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

bool isPrivate(const fs::path& file) {
  const auto others = fs::perms::group_all | fs::perms::others_all;
  return fs::exists(file) && (fs::status(file).permissions() & others) == fs::perms::none;
}

// A command in an environment of these variables alone.
Outcome inEnvironment(std::vector<std::string> variables, const std::vector<std::string>& arguments) {
  variables.insert(variables.begin(), "-i");
  variables.push_back((fs::path(CCHC_BINARY) / "bin" / "cchc").string());
  variables.insert(variables.end(), arguments.begin(), arguments.end());
  return run("/usr/bin/env", variables);
}

}  // namespace

TEST_CASE("stores, the files beside them and copies are readable by their owner alone, those of older versions too") {
  const auto office = Office::before();
  CHECK(isPrivate(office.store()));
  const auto copies = cchc::copiesFolder(office.store().string());
  office.done({"status", "-p", "2023-8T"});
  CHECK(isPrivate(copies));
  const auto today = fs::directory_iterator(copies)->path();
  CHECK(isPrivate(today));
  office.done({"backup", (office / "mine.sqlite").string()});
  CHECK(isPrivate(office / "mine.sqlite"));
  // As an older program left them.
  const fs::path migrated = office.store().string() + ".before-version-9";
  write(migrated, "");
  for (const auto& file : {office.store(), today, migrated}) fs::permissions(file, fs::perms(0644));
  fs::permissions(copies, fs::perms(0755));
  fs::rename(today, copies / "2020-01-01.sqlite");
  office.done({"status", "-p", "2023-8T"});
  CHECK(isPrivate(office.store()));
  CHECK(isPrivate(copies));
  CHECK(isPrivate(copies / "2020-01-01.sqlite"));
  office.done({"restore", (office / "mine.sqlite").string(), "--replace"});
  CHECK(isPrivate(office.store()));
  for (const auto& entry : fs::directory_iterator(office.store().parent_path())) {
    const auto name = entry.path().filename().string();
    INFO(name);
    if (name.starts_with("suite.sqlite")) CHECK(isPrivate(entry.path()));
  }
  // What goes to others has the readers that the person set.
  const auto package = office / "e.zip";
  office.done({"receive", demoPackage("finance.budget").string()});
  office.done({"exchanged", "-u", "296.TCKH", "-o", package.string()});
  CHECK((fs::status(package).permissions() & fs::perms::group_read) == fs::perms::group_read);
}

TEST_CASE("without a folder of the user there is no store in a shared one, and the command says what to set") {
  const TemporaryFolder folder;
  const auto periods = std::vector<std::string>{"periods", "list"};
  for (const std::vector<std::string>& variables :
       {std::vector<std::string>{"TMPDIR=" + folder.path().string()},
        {"TMPDIR=" + folder.path().string(), "HOME="},
        {"TMPDIR=" + folder.path().string(), "HOME=relative", "XDG_DATA_HOME=also/relative"}}) {
    const auto refused = inEnvironment(variables, periods);
    INFO(refused.err);
    CHECK(refused.status == 3);
    CHECK(refused.err.find("app.no-home") != std::string::npos);
    CHECK(fs::is_empty(folder.path()));
  }
  // With a folder, and with a store that is named, the same command works.
  CHECK(inEnvironment({"HOME=" + (folder / "home").string()}, periods).status == 0);
  CHECK(isPrivate(folder / "home" / ".local" / "share" / "cchc" / "suite.sqlite"));
  CHECK(isPrivate(folder / "home" / ".local" / "share" / "cchc"));
  CHECK(inEnvironment({"TMPDIR=" + folder.path().string()},
                      {"--store", (folder / "named.sqlite").string(), "periods", "list"})
            .status == 0);
}

TEST_CASE("a values file names attachments beside it, and nothing else of the person who reads it") {
  const TemporaryFolder folder;
  const auto plugins = (fs::path(CCHC_BINARY) / "test_plugins").string();
  const auto office = Office::before();
  write(office / "assignments.tsv",
        "definition\tsubject\treporter\tperiod\nattached.section\t296\t296.TCKH\t2023-8T\n");
  office.done({"--plugins", plugins, "assign", (office / "assignments.tsv").string()});
  const auto values = folder / "values";
  fs::create_directories(values / "scan");
  write(folder / "secret.pdf", "%PDF-1.4 secret");
  write(values / "beside.pdf", "%PDF-1.4 beside");
  write(values / "scan" / "below.pdf", "%PDF-1.4 below");
  fs::create_symlink(folder / "secret.pdf", values / "link.pdf");
  fs::create_symlink(folder.path(), values / "up");
  fs::create_symlink(values / "beside.pdf", values / "inside.pdf");
  CHECK(run("/usr/bin/mkfifo", {(values / "pipe.pdf").string()}).status == 0);
  const auto fill = [&](const std::string& file) {
    write(values / "v.xml", valuesFile("<field id=\"scan\"><attachment file=\"" + file + "\"/></field>"));
    return office.run(
        {"--plugins", plugins, "fill", "attached.section", "-u", "296", "-p", "2023-8T", (values / "v.xml").string()});
  };
  for (const auto& elsewhere : std::vector<std::string>{(folder / "secret.pdf").string(), "../secret.pdf", "link.pdf",
                                                        "up/secret.pdf", "scan/../../secret.pdf", "/etc/passwd"}) {
    const auto refused = fill(elsewhere);
    INFO(elsewhere << ": " << refused.err);
    CHECK(refused.status == 1);
    CHECK(refused.err.find("values.attachment-elsewhere") != std::string::npos);
  }
  for (const auto* unreadable : {"nothing.pdf", "pipe.pdf", "scan"}) {
    INFO(unreadable);
    CHECK(fill(unreadable).err.find("values.attachment:") != std::string::npos);
  }
  for (const auto* beside : {"beside.pdf", "scan/below.pdf", "inside.pdf", "./beside.pdf"}) {
    const auto taken = fill(beside);
    INFO(beside << ": " << taken.err);
    CHECK(taken.status == 0);
  }
}
