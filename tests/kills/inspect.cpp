// What must be true after any kill.
#include <pugixml.hpp>

#include "core/app/section/section_content.h"
#include "core/base/platform.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/package/package.h"
#include "tests/kills/kills.h"

namespace kills {
namespace {

std::string journalsOf(Suite& suite) {
  const auto sections = suite.store.journaledSections();
  if (!sections) return messageLine(sections.error(), Language::en);
  for (const auto& section : *sections) {
    const auto findings = suite.store.verifyJournal(section);
    if (!findings) return messageLine(findings.error(), Language::en);
    if (!findings->empty()) return findingLine(findings->front(), Language::en);
  }
  return {};
}

// Sound, with whole journals, and no package of which a part is missing.
std::string soundness(const fs::path& store) {
  const auto suite = openStore(store);
  if (const auto sound = suite->store.checkIntegrity(); !sound) return messageLine(sound.error(), Language::en);
  if (const auto wrong = journalsOf(*suite); !wrong.empty()) return store.filename().string() + ": " + wrong;
  auto lookup = definitionLookup(*suite, PackageOrigin::stored);
  if (!lookup) return messageLine(lookup.error(), Language::en);
  SubmissionReader reader(std::move(*lookup), UnitCodes());
  const auto whole =
      suite->store.forEachSubmission({period, {}, true, true, {}, {}}, [&](const StoredSubmission& stored) -> Status {
        const auto package = reader.read(stored.package, keyText(stored.header.key), {});
        if (!package) return fail(package.error());
        if (package->header.contentDigest != stored.header.contentDigest)
          return fail("package.digest", keyText(stored.header.key));
        return {};
      });
  return whole ? "" : store.filename().string() + ": " + messageLine(whole.error(), Language::en);
}

std::string edits(const fs::path& folder, const Acknowledged& acknowledged) {
  const auto suite = openStore(folder / "departments.sqlite");
  for (const auto& key : {budgetKey, scoringKey}) {
    const auto journal = suite->store.journal(key);
    if (!journal) return messageLine(journal.error(), Language::en);
    std::set<std::string> there;
    for (const auto& entry : *journal) {
      if (!there.insert(entry.change.id).second) return "an edit is in the journal twice";
    }
    const auto told = acknowledged.edits.find(keyText(key));
    if (told == acknowledged.edits.end()) continue;
    for (const auto& id : told->second) {
      if (!there.contains(id)) return "an acknowledged edit of " + keyText(key) + " is lost";
    }
  }
  const auto header = suite->store.section(scoringKey);
  if (!header || !*header) return "the submitted section is gone";
  if ((*header)->revision < acknowledged.revision) return "an acknowledged submission is lost";
  return {};
}

// A file that is written beside and renamed: absent, or whole.
std::string files(const fs::path& folder) {
  if (fs::exists(folder / "report.xml")) {
    pugi::xml_document report;
    if (!report.load_file((folder / "report.xml").c_str())) return "report.xml is half written";
  }
  if (fs::exists(folder / "sent.cchc")) {
    const auto bytes = readFile(folder / "sent.cchc");
    if (!bytes || !readPackageHeader(*bytes, "sent.cchc", UnitCodes())) return "sent.cchc is half written";
  }
  return {};
}

// Each file that was laid into the inbox is there or in the archive, once and as it was; what is in the archive is in
// the store; receipts are whole.
std::string inbox(const fs::path& folder, const Acknowledged& acknowledged) {
  const auto box = folder / "box";
  if (acknowledged.put.empty()) return {};
  std::set<std::string> stored;
  {
    const auto suite = openStore(folder / "watched.sqlite");
    const auto read =
        suite->store.forEachSubmission({period, {}, true, false, {}, {}}, [&](const StoredSubmission& one) -> Status {
          stored.insert(keyText(one.header.key));
          return {};
        });
    if (!read) return messageLine(read.error(), Language::en);
  }
  for (const auto& name : acknowledged.put) {
    const bool waiting = fs::exists(box / name), archived = fs::exists(box / "archive" / name);
    if (waiting == archived)
      return name + (waiting ? " is in the inbox and in the archive" : " is gone from the inbox");
    const auto bytes = readFile(waiting ? box / name : box / "archive" / name),
               original = readFile(folder / "packages" / name);
    if (!bytes || !original || *bytes != *original) return name + " is not as it was";
    if (waiting && acknowledged.taken.contains(name)) return name + " was taken in, and is in the inbox still";
    const auto header = readPackageHeader(*bytes, name, UnitCodes());
    if (!header) return messageLine(header.error(), Language::en);
    if (archived && !stored.contains(keyText(header->key))) return name + " is in the archive and not in the store";
  }
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(box / "receipts", none)) {
    if (entry.path().extension() != ".xml") continue;  // a part of one that was being written
    const auto bytes = readFile(entry.path());
    if (!bytes || !readReceipt(*bytes, "receipt", UnitCodes()))
      return entry.path().filename().string() + " is half written";
  }
  return {};
}

}  // namespace

std::string inspect(const fs::path& folder, const Acknowledged& acknowledged) {
  for (const auto* store :
       {"departments.sqlite", "suite.sqlite", "inbox.sqlite", "watched.sqlite", "copy.sqlite", "older.sqlite"}) {
    if (!fs::exists(folder / store)) continue;
    if (auto wrong = soundness(folder / store); !wrong.empty()) return wrong;
  }
  if (auto wrong = edits(folder, acknowledged); !wrong.empty()) return wrong;
  if (auto wrong = inbox(folder, acknowledged); !wrong.empty()) return wrong;
  return files(folder);
}

}  // namespace kills
