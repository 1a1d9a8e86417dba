// Stories of the page of units: the tree on a day, a unit over time, and a list that is imported, with the list's own
// preview; and a store that has no units yet.
#include <wx/choice.h>
#include <wx/stattext.h>

#include "core/shell/units/unit_import_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/driver/native.h"

namespace cchc::test {
namespace {

const std::string header = "code\tkind\tname\tparent\tfrom\tto\tform\tbefore\tbasis\n";

// Two communes of 1 July 2025 under codes that others had; one old commune went partly into each.
std::string newList() {
  return header +
         "10945\tcommune\txã Kẻ Sặt\t30\t2025-07-01\t\txã\t10945 10951 10954 10960*\tNQ 1669/NQ-UBTVQH15\n"
         "10966\tcommune\txã Bình Giang\t30\t2025-07-01\t\txã\t10966 10963 10978 10984 10960*\tNQ 1669/NQ-UBTVQH15\n";
}
// The same without its days, and a line that is right.
std::string refusedList() {
  return header +
         "10945\tcommune\txã Kẻ Sặt\t30\t\t\txã\t\t\n"
         "10966\tcommune\txã Bình Giang\t30\t\t\txã\t\t\n"
         "10951\tcommune\txã Vĩnh Hưng\t296\t\t2025-06-30\t\t\t\n";
}

const std::string identity = "10945@2025-07-01";

wxButton* buttonOf(wxDialog& dialog, int id) { return dynamic_cast<wxButton*>(wxWindow::FindWindowById(id, &dialog)); }

bool shows(const wxWindow& page, const std::string& text) {
  for (const auto* child : page.GetChildren()) {
    const auto* label = dynamic_cast<const wxStaticText*>(child);
    if (label != nullptr && label->IsShown() && shell::utf8(label->GetLabel()).find(text) != std::string::npos)
      return true;
  }
  return false;
}

}  // namespace

int unitsDay(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  write(folder / "moi.tsv", newList());
  write(folder / "sai.tsv", refusedList());
  auto start = departmentStart(folder, store);
  start.settings.role = presentation::Role::office, start.settings.unit = "296.VP";
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    auto& frame = driver.frame();
    driver.on([&] { frame.SetSize(wxGetDisplaySize()); });
    driver.key('5', wxMOD_CONTROL);
    driver.until("the tree", [&] {
      return frame.view() == shell::MainFrame::View::units && !frame.units()->reading() &&
             frame.units()->list()->tree().count() > 0;
    });
    auto& page = *frame.units();
    auto& list = *page.list();
    auto& past = *page.past();
    MUST(driver, page.day() == (Date{2023, 8, 28}));
    MUST(driver, list.selected()->unit == OrgUnitId("296"));  // whose report it is

    // A unit is found without marks, by keyboard alone.
    driver.type("ke sat");
    driver.until("what was found", [&] { return list.tree().matches() == 1; });
    driver.key(WXK_RETURN);
    driver.until("the unit", [&] { return past.past().title == "thị trấn Kẻ Sặt (10945)"; });
    MUST(driver, past.past().rows.size() == 4);

    // Left and Right close and open a branch.
    driver.on([&] { page.goTo({OrgUnitId("296"), page.day()}), list.SetFocus(); });
    const auto rows = [&] { return list.GetItemCount(); };
    MUST(driver, rows() == 23);
    driver.key(WXK_RIGHT);
    driver.until("the first below the district", [&] { return list.GetFirstSelected() == 2; });
    driver.key(WXK_LEFT);
    driver.until("the district again", [&] { return list.selected()->unit == OrgUnitId("296"); });
    driver.key(WXK_LEFT);
    driver.until("none below it", [&] { return rows() == 2; });
    driver.key(WXK_RIGHT);
    driver.until("all below it", [&] { return rows() == 23; });
    // A click on the triangle does the same.
    wxRect district;
    driver.look([&] { list.GetItemRect(1, district); });
    driver.click(list, {district.x + list.GetTextExtent("     ").GetWidth() + 6, district.y + district.height / 2});
    driver.until("none below it", [&] { return rows() == 2; });

    // A list with rows that are refused: the reason and how to mend it are there, and the button is not available.
    driver.post([&] { page.importUnits(folder / "sai.tsv"); });
    auto* dialog = dynamic_cast<shell::UnitImportDialog*>(driver.dialog());
    driver.until("the preview", [&] { return dialog->ready(); });
    using presentation::UnitImportResult;
    MUST(driver, dialog->preview().count(UnitImportResult::refused) == 2);
    MUST(driver, dialog->preview().count(UnitImportResult::ended) == 1);
    MUST(driver, !buttonOf(*dialog, wxID_OK)->IsEnabled());
    MUST(driver, shows(*dialog, "2 chỗ bị từ chối"));
    MUST(driver, dialog->list()->GetItemCount() == 3);
    driver.on([&] { dialog->filter(UnitImportResult::refused); });
    MUST(driver, dialog->list()->GetItemCount() == 2);
    driver.key(WXK_ESCAPE);
    driver.closed(dialog);
    MUST(driver,
         driver.workspace().suite().store.units().value()->statesWithCode("10951").front()->until == std::nullopt);

    // The right list, chosen in the dialogue for files: previewed, and saved by Enter alone.
    driver.post([&] { page.importUnits(); });
    chooseFile(driver, folder / "moi.tsv");
    dialog = dynamic_cast<shell::UnitImportDialog*>(driver.dialog());
    driver.until("the preview", [&] { return dialog->ready(); });
    MUST(driver, dialog->preview().count(UnitImportResult::succeeded) == 2);
    MUST(driver, shows(*dialog, "Không hoàn tác được"));
    MUST(driver, shows(*dialog, "vanphong.sqlite.backups"));
    MUST(driver, driver.workspace().suite().store.units().value()->statesWithCode("10945").size() == 1);
    driver.until("the button", [&] { return buttonOf(*dialog, wxID_OK)->HasFocus(); });
    driver.key(WXK_RETURN);
    driver.closed(dialog);
    driver.until("the new tree", [&] {
      return !page.reading() && list.tree().units().holder("10945", Date{2025, 7, 1})->unit == OrgUnitId(identity);
    });
    MUST(driver, page.day() == (Date{2025, 7, 1}));

    MUST(driver, shows(page, "✓ Đã nhập moi.tsv"));

    // From the new unit to the one of which a part went into it, on its last day, and back.
    driver.on([&] { page.goTo({OrgUnitId(identity), page.day()}); });
    MUST(driver, past.past().title == "xã Kẻ Sặt (10945)");
    long row = 0;
    driver.look([&] {
      while (past.past().rows[static_cast<std::size_t>(row)].name != "xã Vĩnh Hồng (10960)") ++row;
    });
    MUST(driver, past.past().rows[static_cast<std::size_t>(row)].note == "một phần; NQ 1669/NQ-UBTVQH15");
    driver.on([&] { past.list()->SetFocus(), past.list()->selectRow(static_cast<std::size_t>(row)); });
    driver.key(WXK_RETURN);
    driver.until("the earlier unit", [&] {
      return page.day() == Date{2025, 6, 30} && past.past().title == "xã Vĩnh Hồng (10960)";
    });
    MUST(driver, list.selected()->unit == OrgUnitId("10960"));
    driver.key(WXK_LEFT, wxMOD_ALT);
    driver.until("the new unit again", [&] { return list.selected() && list.selected()->unit == OrgUnitId(identity); });
    MUST(driver, page.day() == (Date{2025, 7, 1}));

    // A day is typed; what is none is told, and changes nothing. A period shows its last day.
    auto* day = dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx("Ngày xem cây đơn vị"), &page));
    const auto enter = [&](const char* text) {
      driver.on([&] { day->SetFocus(), day->SelectAll(); });
      driver.type(text);
      driver.key(WXK_RETURN);
    };
    enter("32/13/2025");
    driver.until("the refusal", [&] { return shows(page, "không phải là một ngày"); });
    MUST(driver, page.day() == (Date{2025, 7, 1}));
    enter("31/12/2025");
    driver.until("the day", [&] { return page.day() == Date{2025, 12, 31}; });
    driver.on([&] {
      auto* periods = dynamic_cast<wxChoice*>(
          wxWindow::FindWindowByName(shell::wx("Kỳ báo cáo: xem cây đơn vị ngày cuối kỳ"), &page));
      for (unsigned i = 0; i < periods->GetCount(); ++i) {
        if (shell::utf8(periods->GetString(i)).find("28/08/2023") != std::string::npos)
          periods->SetSelection(static_cast<int>(i));
      }
      wxCommandEvent chosen(wxEVT_CHOICE, periods->GetId());
      chosen.SetInt(periods->GetSelection());
      periods->GetEventHandler()->ProcessEvent(chosen);
    });
    driver.until("the period's last day", [&] { return page.day() == Date{2023, 8, 28}; });
    MUST(driver, list.tree().units().holder("10945", page.day())->name == "thị trấn Kẻ Sặt");
  });
  if (status != 0) return status;
  // One comes back to the page.
  return presentation::readSettings(start.settingsFile).lastView == "units" ? 0 : 3;
}

// A store that has periods and nothing else: the page says how to begin, and the first list fills it.
int firstUnits(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "moi.sqlite";
  {
    const auto suite = openElsewhere(store, "Quản trị");
    const std::vector<Period> periods{
        {PeriodId("2023-8T"), "8 tháng đầu năm 2023", {}, {2023, 1, 1}, {2023, 8, 31}, {}, {}, {}, {}, false}};
    if (!suite->store.savePeriods(periods)) return 2;
  }
  write(folder / "dau-tien.csv",
        "code,kind,name,parent\n30,province,tỉnh Hải Dương,\n296,district,huyện Bình Giang,30\n");
  auto start = departmentStart(folder, store);
  start.settings.role = presentation::Role::office, start.settings.lastView = "units";
  return drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the page", [&] {
      return driver.hasFrame() && driver.frame().IsShown() && driver.frame().view() == shell::MainFrame::View::units &&
             !driver.frame().units()->reading();
    });
    auto& page = *driver.frame().units();
    const auto* help = wxWindow::FindWindowByName(shell::wx("Cách bắt đầu"), &page);
    MUST(driver, help->IsShownOnScreen() && !page.list()->IsShownOnScreen());
    driver.post([&] { page.importUnits(folder / "dau-tien.csv"); });
    auto* dialog = dynamic_cast<shell::UnitImportDialog*>(driver.dialog());
    driver.until("the preview", [&] { return dialog->ready(); });
    driver.clickButton(*dialog, "Nhập");
    driver.closed(dialog);
    driver.until("the tree", [&] { return page.list()->IsShownOnScreen() && page.list()->tree().count() == 2; });
    MUST(driver, !help->IsShown());
    // The window works with the unit of its settings under its name now.
    driver.until("the report's unit", [&] { return driver.workspace().whole() == OrgUnitId("296"); });
  });
}

}  // namespace cchc::test
