// Pictures of what a department does with files: it imports a sheet, attaches a file, has its leader sign a package,
// and verifies signatures.
#include <wx/textctrl.h>

#include "core/shell/section/attachment_dialog.h"
#include "core/shell/section/import_dialog.h"
#include "core/shell/signing/sign_dialog.h"
#include "core/shell/signing/verify_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/screenshots/camera.h"

namespace cchc::test {
namespace {

namespace fs = std::filesystem;

void import(Camera& camera) {
  const auto sheet = camera.album().demo / "so-lieu-thang-8.csv";
  write(sheet,
        "Đơn vị tính: triệu đồng,,\nTT,Chỉ tiêu,Thực hiện\n1,Chỉ tiêu thu ngân sách tỉnh "
        "giao,\"400.000\"\n2,II5.02,\"177.357,5\"\n3,II5.40,mười hai\n");
  camera.dialog(
      "import", [&] { camera.frame().files().open({sheet.string()}); },
      [&](wxDialog& dialog) {
        camera.driver().until("the dry run", [&] { return dynamic_cast<shell::ImportDialog&>(dialog).ready(); });
      });
}

// The leader signs the typist's package; then the signatures of three files are verified, one of which is broken.
void signatures(Camera& camera) {
  const auto packages = camera.album().demo / "packages";
  const auto package = packages / "296_finance.budget_2023-8T_lan1.cchc";
  camera.dialog(
      "sign", [&] { camera.frame().sending().signPackageFile(package); },
      [&](wxDialog& dialog) {
        camera.driver().until("what the package says",
                              [&] { return dynamic_cast<shell::SignDialog&>(dialog).loaded(); });
      });
  const auto broken = camera.album().demo / "goi-hong.cchc";
  auto bytes = contentOf(package);
  write(broken, bytes.substr(0, bytes.size() / 2));
  camera.dialog(
      "verify",
      [&] {
        shell::VerifyDialog dialog(&camera.frame(), camera.workspace(),
                                   {package, broken, camera.album().demo / "report.xml"});
        dialog.ShowModal();
      },
      [&](wxDialog& dialog) {
        camera.driver().until("the signatures",
                              [&] { return dynamic_cast<shell::VerifyDialog&>(dialog).verified().size() == 3; });
      });
}

void attachment(Camera& camera) {
  const SectionKey key{DefinitionId("attached.section"), OrgUnitId("296"), PeriodId("2023-8T")};
  const auto file = camera.album().demo / "quyet-dinh-giao-du-toan.pdf";
  write(file, std::string(300'000, 'x'));
  camera.driver().on([&] {
    const std::vector<Assignment> assigned{{key.definition, key.unit, OrgUnitId("296.TCKH"), key.period, {}}};
    static_cast<void>(camera.workspace().suite().store.saveAssignments(assigned));
  });
  camera.open(key);
  camera.dialog(
      "attachment", [&] { camera.frame().form()->openAttachment(Place::ofField("scan")); },
      [&](wxDialog& dialog) {
        camera.driver().on([&] { dynamic_cast<shell::AttachmentDialog&>(dialog).attach(file); });
      });
}

}  // namespace

void photographFiles(Camera& camera) {
  import(camera);
  signatures(camera);
  attachment(camera);
}

}  // namespace cchc::test
