// Files attached to a field and to a row: their limits, one undoable edit for each, in the package, and saved again
// unchanged.
#include <catch2/catch.hpp>
#include <fstream>

#include "core/app/section/section_content.h"
#include "core/app/send/submit.h"
#include "core/app/units/import_tables.h"
#include "core/base/platform.h"
#include "core/exchange/package/package.h"
#include "core/presentation/section/attachments.h"
#include "core/presentation/section/form.h"
#include "core/presentation/section/table.h"
#include "tests/support/command.h"

using namespace cchc;
using namespace cchc::presentation;

namespace {

const Words vi{Language::vi};
const SectionKey key{DefinitionId("attached.section"), OrgUnitId("296"), PeriodId("2023-8T")};

std::unique_ptr<Suite> suiteWithFiles(const test::TemporaryFolder& folder) {
  static const FixedClock clock(*parseTime("2023-08-29T08:00:00Z"));
  const auto resources = *findResources(platform::programPath());
  auto suite = openSuite({(folder / "s.sqlite").string(),
                          {std::filesystem::path(CCHC_BINARY) / "test_plugins"},
                          resources,
                          &clock,
                          {"Lan", "lan", "MAY"}});
  REQUIRE(suite);
  REQUIRE(importTables(**suite, resources.sample));
  const std::vector<Assignment> assigned{{key.definition, key.unit, OrgUnitId("296.TCKH"), key.period, {}}};
  REQUIRE((*suite)->store.saveAssignments(assigned));
  return std::move(*suite);
}

}  // namespace

TEST_CASE("a file is attached, shown with its size, saved unchanged, undone and removed") {
  const test::TemporaryFolder folder;
  const auto suite = suiteWithFiles(folder);
  auto editing = SectionEditing::open(*suite, key);
  REQUIRE(editing);
  Form form(**editing, vi);
  const std::string bytes = "%PDF-1.7\n" + std::string(1491, 'x');
  std::ofstream(folder / "Quyết định.pdf", std::ios::binary) << bytes;
  Attachments scan(*suite, **editing, Place::ofField("scan"));
  CHECK(scan.label(vi) == "Bản quét quyết định");
  CHECK(scan.present() == nullptr);
  REQUIRE(scan.attach(folder / "Quyết định.pdf"));
  REQUIRE(scan.present() != nullptr);
  CHECK(scan.present()->mediaType == "application/pdf");
  CHECK(form.line(0).value == "Quyết định.pdf (1 KB)");
  CHECK((*editing)->undoable()->name.vi == "Đính kèm: Bản quét quyết định");
  REQUIRE(scan.saveAs(folder / "ra.pdf"));
  CHECK(*readFile(folder / "ra.pdf") == bytes);
  const auto copy = scan.copyToOpen(folder.path());
  REQUIRE(copy);
  CHECK(*readFile(*copy) == bytes);
  CHECK(copy->filename() == "tep-dinh-kem.pdf");
  using fs_perms = std::filesystem::perms;
  CHECK((std::filesystem::status(*copy).permissions() & (fs_perms::group_all | fs_perms::others_all)) ==
        fs_perms::none);

  REQUIRE((*editing)->undo());
  CHECK(scan.present() == nullptr);
  REQUIRE((*editing)->redo());
  REQUIRE(scan.remove());
  CHECK(scan.present() == nullptr);
}

TEST_CASE("a file that is attached to a row is in the package") {
  const test::TemporaryFolder folder;
  const auto suite = suiteWithFiles(folder);
  auto editing = SectionEditing::open(*suite, key);
  REQUIRE(editing);
  Table table(**editing, 0, vi);
  REQUIRE(table.addRow(std::nullopt));
  table.refresh();
  std::ofstream(folder / "a.txt") << "nội dung";
  Attachments file(*suite, **editing, Place::ofCell("papers", table.rowId(0), "file"));
  CHECK(file.label(vi) == "Văn bản: Tệp");
  REQUIRE(file.attach(folder / "a.txt"));
  table.refresh();
  CHECK(table.text(0, 1) == "a.txt (1 KB)");
  std::vector<Finding> blocking;
  const auto sent = submitSection(*suite, key, folder / "p.cchc", blocking);
  REQUIRE(sent);
  const auto lookup = definitionLookup(*suite, PackageOrigin::arriving);
  REQUIRE(lookup);
  const auto package = readPackage(sent->package, "p", *lookup, UnitCodes());
  REQUIRE(package);
  REQUIRE(package->attachments.size() == 1);
  CHECK(package->attachments.front().bytes == "nội dung");
}

TEST_CASE("a file that is too large, empty or missing is refused, and the message says what to do") {
  const test::TemporaryFolder folder;
  const auto suite = suiteWithFiles(folder);
  auto editing = SectionEditing::open(*suite, key);
  REQUIRE(editing);
  Attachments scan(*suite, **editing, Place::ofField("scan"));
  std::ofstream(folder / "rong.pdf");
  CHECK(scan.attach(folder / "rong.pdf").error().code == "attachment.empty");
  CHECK(scan.attach(folder / "khong-co.pdf").error().code == "file.read");
  std::ofstream(folder / "to.pdf").seekp(static_cast<std::streamoff>(attachmentLimit)) << 'x';
  const auto large = scan.attach(folder / "to.pdf");
  CHECK(large.error().code == "attachment.too-large");
  CHECK(message(large.error(), Language::vi).what == "Tệp “to.pdf” có dung lượng 21 MB, quá giới hạn 20 MB");
  CHECK(scan.present() == nullptr);

  // Two of nearly 20 MB are more than a package can carry.
  Table table(**editing, 0, vi);
  REQUIRE(table.addRow(std::nullopt));
  table.refresh();
  std::ofstream(folder / "mot.bin").seekp(19 << 20) << 'x';
  std::ofstream(folder / "hai.bin").seekp(19 << 20) << 'y';
  REQUIRE(scan.attach(folder / "mot.bin"));
  Attachments other(*suite, **editing, Place::ofCell("papers", table.rowId(0), "file"));
  CHECK(other.attach(folder / "hai.bin").error().code == "attachment.all-too-large");
}
