// A department's whole day: the first start, the budget section filled in by keyboard, undo, a table pasted, an error
// mended, submitted.
#include <wx/clipbrd.h>
#include <wx/combobox.h>

#include "core/app/receive/receive.h"
#include "core/app/receive/review.h"
#include "core/presentation/section/table.h"
#include "core/shell/start/start_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"

namespace cchc::test {
namespace {

using presentation::FormRow;

// The first start: where the data are, who one is. The department and the period are chosen as the person sees them.
void firstStart(Driver& driver, const std::filesystem::path& store) {
  auto* dialog = driver.dialog();
  driver.on([&] {
    // Controls by the names that a screen reader tells.
    auto* where = dynamic_cast<wxComboBox*>(wxWindow::FindWindowByName(shell::wx("Kho dữ liệu"), dialog));
    where->SetFocus();
    where->SetValue(shell::wx(store.string()));
    wxCommandEvent entered(wxEVT_TEXT_ENTER, where->GetId());
    entered.SetEventObject(where);
    where->GetEventHandler()->ProcessEvent(entered);
  });
  wxChoice* unit = nullptr;
  driver.on([&] { unit = dynamic_cast<wxChoice*>(wxWindow::FindWindowByName(shell::wx("Đơn vị của bạn"), dialog)); });
  driver.until("the units of the store", [&] { return unit->GetCount() > 0; });
  driver.on([&] {
    unit->SetStringSelection(shell::wx("Phòng Tài chính - Kế hoạch"));
    dynamic_cast<wxComboBox*>(wxWindow::FindWindowByName(shell::wx("Họ tên người nhập"), dialog))
        ->SetValue(shell::wx("Lê Thị Mẫu"));
  });
  driver.press(*dialog, "Bắt đầu");
  driver.closed(dialog);
  driver.until("the window",
               [&] { return driver.hasFrame() && driver.workspace().form() != nullptr && driver.frame().IsShown(); });
}

// Types every figure and text of the sample's section, field after field, as a clerk does: digits and Enter. `left` is
// left blank.
void fillByKeyboard(Driver& driver, const SectionData& sample, const std::string& left) {
  auto& frame = driver.frame();
  driver.on([&] { frame.form()->goTo(driver.workspace().form()->editing().definition().fields.front().id); });
  std::optional<std::size_t> before;
  for (int guard = 0; guard < 400; ++guard) {
    std::optional<std::size_t> row;
    bool field = false, numeric = false, blank = false;
    std::string text;
    driver.on([&] {
      row = frame.form()->current();
      if (!row) return;
      const auto one = driver.workspace().form()->rows()[*row];
      field = one.kind == FormRow::Kind::field;
      if (!field) return;
      const auto& definition = driver.workspace().form()->editing().definition().fields[one.index];
      blank = sample.fields[one.index].blank() || definition.id == left;
      text = presentation::editText(definition, sample.fields[one.index], driver.workspace().words());
      numeric = isNumeric(definition.type) && sample.fields[one.index].qualifier == Qualifier::exact;
    });
    if (!row || row == before) return;  // the last
    before = row;
    if (field && !blank) {
      driver.until("the field's editor",
                   [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
      if (numeric) {
        driver.type(text);
        driver.until("the typed figure " + text, [&] {
          return shell::utf8(dynamic_cast<wxTextCtrl*>(frame.form()->editor())->GetValue()) == text;
        });
      } else {
        driver.on([&] { dynamic_cast<wxTextCtrl*>(frame.form()->editor())->SelectAll(); });
        driver.inputMethod(text);
      }
    }
    bool last = false;
    driver.on([&] { last = !driver.workspace().form()->nextEditable(row, true); });
    if (last) return driver.on([&] { frame.form()->commit(); });
    driver.key(field ? WXK_RETURN : WXK_TAB);
    driver.until("the next field", [&] { return frame.form()->current() != row; });
  }
}

// Opens a table of the form, and pastes into it what the sample's has, as copied out of Excel.
void pasteTable(Driver& driver, SectionEditing& sample, const std::string& id) {
  auto& frame = driver.frame();
  std::size_t rows = 0;
  driver.on([&] {
    const auto index = *sample.definition().tableIndex(id);
    presentation::Table source(sample, index, driver.workspace().words());
    rows = source.rowCount();
    const auto text = source.copy(0, 0, source.rowCount(), source.columnCount());
    wxTheClipboard->Open();
    wxTheClipboard->SetData(new wxTextDataObject(shell::wx(text)));
    wxTheClipboard->Close();
    frame.findings()->goTo(id);
  });
  driver.until("the table " + id,
               [&] { return frame.view() == shell::MainFrame::View::table && frame.table()->grid()->HasFocus(); });
  driver.key('V', wxMOD_CONTROL);
  driver.until("the pasted rows of " + id, [&] {
    return frame.table()->table()->rowCount() == rows && driver.workspace().form()->editing().undoable() != nullptr &&
           driver.workspace().form()->editing().undoable()->name.vi.starts_with("Dán");
  });
  driver.key(WXK_ESCAPE);
  driver.until("the form", [&] { return frame.view() == shell::MainFrame::View::form; });
}

}  // namespace

int departmentDay(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  const auto source = openElsewhere(demo / "departments.sqlite", "Mẫu");
  const auto sampleEditing = SectionEditing::open(*source, budget());
  auto& sample = **sampleEditing;
  Start start;
  start.settingsFile = folder / "settings.json";
  const auto packages = folder / "gui";
  std::filesystem::create_directories(packages);
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    firstStart(driver, store);
    auto& frame = driver.frame();
    auto& workspace = driver.workspace();
    driver.on([&] { frame.SetSize(wxGetDisplaySize()); });
    MUST(driver, workspace.entries().size() == 1);
    MUST(driver, workspace.form()->editing().key() == budget());
    MUST(driver, workspace.form()->completeness().filled < workspace.form()->completeness().required);

    fillByKeyboard(driver, sample.data(), "revenue.target");
    for (const auto* table : {"disbursement", "treasury", "recommendations", "documents"}) {
      const auto index = *sample.definition().tableIndex(table);
      if (!sample.data().tables[index].rows.empty()) pasteTable(driver, sample, table);
    }

    // Undo by its name, and again.
    const auto actual = *sample.definition().fieldIndex("revenue.actual");
    driver.on([&] { frame.form()->goTo("revenue.actual"); });
    driver.until("the editor", [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
    driver.type("178000");
    driver.key(WXK_RETURN);
    driver.until("the figure", [&] {
      return *workspace.form()->editing().data().fields[actual].number() == *Decimal::parse("178000000000");
    });
    MUST(driver, workspace.form()->editing().undoable()->name.vi == "Thu ngân sách thực hiện: ước 177.357 → 178.000");
    driver.on([&] { frame.form()->SetFocus(); });
    driver.key('Z', wxMOD_CONTROL);
    driver.until("the figure before",
                 [&] { return workspace.form()->editing().data().fields[actual] == sample.data().fields[actual]; });
    driver.key('Y', wxMOD_CONTROL);
    driver.until("the figure again",
                 [&] { return workspace.form()->editing().data().fields[actual] != sample.data().fields[actual]; });
    driver.key('Z', wxMOD_CONTROL);
    driver.until("the figure before, once more",
                 [&] { return workspace.form()->editing().data().fields[actual] == sample.data().fields[actual]; });

    // F9 says what blocks; F8 goes there. A figure that can be read two ways is asked about, not taken.
    driver.key(WXK_F9);
    auto* blocked = driver.dialog();
    driver.press(*blocked, "Đến chỗ lỗi");
    driver.closed(blocked);
    driver.until("the field that blocks", [&] {
      return frame.form()->current() &&
             workspace.form()->rows()[*frame.form()->current()] ==
                 FormRow{FormRow::Kind::field, *sample.definition().fieldIndex("revenue.target")};
    });
    driver.until("its editor", [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
    driver.type("387.4");
    driver.key(WXK_RETURN);
    const auto target = *sample.definition().fieldIndex("revenue.target");
    driver.until("the editor, still open",
                 [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
    MUST(driver, workspace.form()->editing().data().fields[target].blank());
    driver.on([&] { dynamic_cast<wxTextCtrl*>(frame.form()->editor())->SelectAll(); });
    driver.type("387,425 ");
    driver.until("the typed part",
                 [&] { return dynamic_cast<wxTextCtrl*>(frame.form()->editor())->GetValue() == "387,425 "; });
    driver.inputMethod("tỷ");
    driver.key(WXK_RETURN);
    driver.until("the target", [&] { return !workspace.form()->editing().data().fields[target].blank(); });
    MUST(driver, workspace.form()->editing().data().fields[target] == sample.data().fields[target]);

    // Everything that the sample says of fields now stands here too.
    for (std::size_t i = 0; i < sample.definition().fields.size(); ++i) {
      bool same = false;
      // A document's title may be worded with or without "về"; what is read is what counts.
      const auto& field = sample.definition().fields[i];
      driver.on([&] {
        same = presentation::editText(field, workspace.form()->editing().data().fields[i], workspace.words()) ==
               presentation::editText(field, sample.data().fields[i], workspace.words());
      });
      if (!same) driver.give("not as typed: " + sample.definition().fields[i].id);
    }

    // A warning is explained; then it is sent.
    driver.on([&] {
      for (const auto& finding : workspace.form()->editing().findings()) {
        if (finding.severity == Severity::warning && finding.explanation.empty()) {
          static_cast<void>(workspace.form()->setExplanation(finding, "Đã đối chiếu với Kho bạc."));
          break;
        }
      }
      workspace.edited();
    });
    driver.key(WXK_F9);
    auto* submit = driver.dialog();
    driver.on([&] {
      dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx("Thư mục ghi gói"), submit))
          ->SetValue(shell::wx(packages.string()));
    });
    // The person is asked for a password only where a key is named: none here.
    driver.press(*submit, "Gửi Văn phòng");
    driver.closed(submit);
    driver.until("submitted", [&] {
      return workspace.form() != nullptr && workspace.form()->editing().header().state == SectionState::submitted;
    });
    MUST(driver, workspace.form()->editing().locked().has_value());
    MUST(driver, !workspace.form()->editable(target));
  });
  if (status != 0) return status;

  // What came out is in the store and in the package, which an office takes in.
  const auto package = packages / "296-finance.budget-2023-8T-lan1.cchc";
  if (!std::filesystem::exists(package)) return std::fprintf(stderr, "no package\n"), 1;
  const auto again = openElsewhere(store, "Người khác");
  const auto journal = again->store.journal(budget());
  if (!journal || journal->empty() || journal->back().change.who.name != "Lê Thị Mẫu")
    return std::fprintf(stderr, "the journal does not say who\n"), 1;
  makeEmptyStore(folder / "vanphong.sqlite");
  const auto office = openElsewhere(folder / "vanphong.sqlite", "Văn phòng");
  bool stored = false;
  const auto received = receiveFiles(*office, {package}, 1, [&](const ReceivedFile& file) {
    stored = file.result == ReceiveResult::stored && file.errors == 0;
  });
  if (!received || !stored) return std::fprintf(stderr, "the office does not take the package\n"), 1;
  return 0;
}

}  // namespace cchc::test
