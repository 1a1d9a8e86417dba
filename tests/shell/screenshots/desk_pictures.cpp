// Pictures of desks: the first start, the dialog of the desk, the office that enters for a unit and amends the heading
// of its report; and the page of units.
#include <wx/textctrl.h>

#include "core/shell/commands/desk_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/screenshots/camera.h"

namespace cchc::test {
namespace {

bool entering(Camera& camera) {
  const auto* form = camera.workspace().form();
  return form != nullptr && form->editing().entering() && !camera.frame().reading();
}

void type(Camera& camera, const char* field, const char* text) {
  camera.driver().on([&] {
    auto& form = *camera.workspace().form();
    static_cast<void>(form.type(*form.editing().definition().fieldIndex(field), text));
    camera.workspace().edited();
  });
}

// Leaves without the question, which a picture of the whole screen would not show either.
void leave(Camera& camera) {
  camera.driver().on([&] {
    auto& editing = camera.workspace().form()->editing();
    while (editing.undoable() != nullptr) static_cast<void>(editing.undo());
    camera.frame().entry().leave();
  });
  camera.driver().until("the section is left", [&] { return camera.workspace().form() == nullptr; });
}

void sayWhoAsked(Camera& camera, const char* text) {
  camera.driver().on([&] {
    for (auto* child : camera.frame().entry().panel()->GetChildren()) {
      if (auto* box = dynamic_cast<wxTextCtrl*>(child)) return box->SetValue(shell::wx(text));
    }
  });
}

void enterFor(Camera& camera) {
  auto& frame = camera.frame();
  auto& driver = camera.driver();
  driver.on([&] {
    frame.showView(shell::MainFrame::View::board);
    frame.board()->select(budget());
  });
  driver.until("the board", [&] { return !frame.board()->reading() && frame.board()->list()->selected().size() == 1; });
  camera.take("enter-for-board");
  driver.on([&] { frame.board()->enterForSelected(); });
  driver.until("the form", [&] { return entering(camera); });
  camera.take("enter-for-begun");
  type(camera, "revenue.target", "400000");
  type(camera, "revenue.actual", "177357");
  camera.take("enter-for", [&] { frame.form()->goTo("revenue.target"); });
  driver.on([&] { frame.findings()->goTo("recommendations"); });
  driver.until("the table", [&] { return frame.view() == shell::MainFrame::View::table; });
  driver.on([&] {
    auto& table = *frame.table()->table();
    static_cast<void>(table.type(0, *table.columnNamed("performer"), "Phòng Nội vụ"));
    static_cast<void>(table.addRow(std::nullopt));
    camera.workspace().edited();
  });
  camera.take("enter-for-table");
  camera.take("enter-for-no-name", [&] { frame.entry().submit(); });
  driver.on([&] { frame.notices().dismiss(); });
  sayWhoAsked(camera, "Trưởng phòng Tài chính – Kế hoạch");
  camera.dialog("enter-for-errors", [&] { frame.entry().submit(); });
  driver.on([&] { static_cast<void>(camera.workspace().form()->editing().undo()), camera.workspace().edited(); });
  camera.dialog("enter-for-submit", [&] { frame.entry().submit(); });
  leave(camera);
}

void amendHeading(Camera& camera) {
  auto& frame = camera.frame();
  auto& driver = camera.driver();
  driver.on([&] { frame.showView(shell::MainFrame::View::report); });
  driver.until("the heading", [&] { return camera.workspace().headingRefusal().empty(); });
  driver.on([&] { frame.report()->amendHeading(); });
  driver.until("the form", [&] { return entering(camera); });
  type(camera, "number", "457");
  camera.take("amend-heading");
  sayWhoAsked(camera, "Số văn bản được cấp lại");
  camera.dialog("amend-heading-submit", [&] { frame.entry().submit(); });
  leave(camera);
}

}  // namespace

int photographDesks(int argc, char** argv, const Album& album) {
  Start start;
  start.settingsFile = album.demo / "desks.json";
  presentation::Settings settings;
  settings.language = album.language;
  if (!presentation::writeSettings(start.settingsFile, settings)) return 2;
  settings.role = presentation::Role::office;
  settings.person = "Trần Văn Bình", settings.store = (album.demo / "suite.sqlite").string();
  return drive(argc, argv, start, [&](Driver& driver) {
    Camera camera(driver, album);
    camera.firstStart("desks-first-start", settings);
    camera.dialog(
        "desk", [&] { camera.frame().person().chooseDesk(); },
        [&](wxDialog& dialog) {
          driver.until("the units", [&] { return !dynamic_cast<shell::DeskDialog&>(dialog).reading(); });
        });
    enterFor(camera);
    amendHeading(camera);
    photographUnits(camera);
  });
}

}  // namespace cchc::test
