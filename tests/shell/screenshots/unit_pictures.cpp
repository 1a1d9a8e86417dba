// Pictures of the page of units: the tree, a search, units over time, and lists that are imported.
#include "core/shell/units/unit_import_dialog.h"
#include "tests/shell/day.h"
#include "tests/shell/screenshots/camera.h"

namespace cchc::test {
namespace {

namespace fs = std::filesystem;

const std::string header = "code\tkind\tname\tparent\tfrom\tto\tform\tbefore\tbasis\n";
const std::string basis = "\tNQ 1669/NQ-UBTVQH15\n";

fs::path list(const Album& album, const char* name, const std::string& rows) {
  const auto file = album.demo / name;
  write(file, header + rows);
  return file;
}

void openPage(Camera& camera) {
  camera.driver().on([&] { camera.frame().showView(shell::MainFrame::View::units); });
  camera.driver().until("the units", [&] { return !camera.frame().units()->reading(); });
}

void preview(Camera& camera, const std::string& name, const fs::path& file) {
  camera.dialog(
      name, [&camera, file] { camera.frame().units()->importUnits(file); },
      [&](wxDialog& dialog) {
        camera.driver().until("the preview", [&] { return dynamic_cast<shell::UnitImportDialog&>(dialog).ready(); });
      });
}

}  // namespace

void photographUnits(Camera& camera) {
  auto& driver = camera.driver();
  openPage(camera);
  auto& page = *camera.frame().units();
  camera.take("units", [&] { page.goTo({OrgUnitId("10945"), page.day()}); });
  preview(camera, "units-refused",
          list(camera.album(), "danh-sach-sai.tsv",
               "31\tprovince\tthành phố Hải Phòng\t\t2025-07-01\t\tthành phố\t\t\n"
               "10945\tcommune\txã Kẻ Sặt\t31\t\t\txã\t\t\n"
               "10966\tcommune\txã Bình Giang\t31\t\t\txã\t\t\n"
               "10972\tcommune\txã Đường An\t31\t2025-07-01\t\txã\t10969 19999" +
                   basis));
  const auto right =
      list(camera.album(), "danh-sach-xa-moi.tsv",
           "31\tprovince\tthành phố Hải Phòng\t\t2025-07-01\t\tthành phố\t30" + basis +
               "10945\tcommune\txã Kẻ Sặt\t31\t2025-07-01\t\txã\t10945 10951 10954 10960*" + basis +
               "10966\tcommune\txã Bình Giang\t31\t2025-07-01\t\txã\t10966 10963 10978 10984 10960*" + basis +
               "10972\tcommune\txã Đường An\t31\t2025-07-01\t\txã\t10969 10972 10990 10993" + basis +
               "10950\tcommune\txã Thượng Hồng\t31\t2025-07-01\t\txã\t\t\n"
               "296\tdistrict\thuyện Bình Giang\t30\t\t2025-06-30\thuyện\t\t\n"
               "296.VP\tdepartment\tVăn phòng HĐND và UBND huyện\t296\t\t\t\t\t\n");
  preview(camera, "units-preview", right);
  preview(camera, "units-unreadable",
          list(camera.album(), "danh-sach-hong.tsv", "x\ty\tz\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\n"));
  driver.post([&] { page.importUnits(right); });
  auto* dialog = dynamic_cast<shell::UnitImportDialog*>(driver.dialog());
  driver.until("the preview", [&] { return dialog->ready(); });
  driver.press(*dialog, camera.words()("unit-import.import"));
  driver.closed(dialog);
  driver.until("the new tree", [&] { return !page.reading() && page.list()->tree().units().lineage().size() > 5; });
  camera.take("units-imported");
  camera.take("units-history", [&] { page.goTo({OrgUnitId("10945@2025-07-01"), page.day()}); });
  camera.take("units-gone", [&] {
    page.goTo({OrgUnitId("10960"), page.day()});
    page.past()->list()->selectRow(page.past()->past().rows.size() - 1);
  });
  camera.take("units-search", [&] { page.search("hong"); });
  preview(camera, "units-same", right);
  camera.beside("units-help", [&] { camera.frame().help().showHelp(); });
  driver.on([&] { page.search(""); });
}

}  // namespace cchc::test
