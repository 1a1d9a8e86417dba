// Stories of a table's cells: words from an input method, choices, refused texts, sorting, totals, a row as a form.
#include <wx/clipbrd.h>
#include <wx/menu.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>

#include <future>

#include "core/shell/section/attachment_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/driver/grid.h"
#include "tests/shell/driver/native.h"

namespace cchc::test {
namespace {

std::string inEditor(Driver& driver) {
  auto* text = dynamic_cast<wxTextCtrl*>(driver.frame().form()->editor());
  return text == nullptr ? std::string("no editor") : shell::utf8(text->GetValue());
}

}  // namespace

// An input method commits the whole word at once where no editor is open: it must be stored whole, in a table and in
// the form, in a line and in a long text.
int inputMethodWord(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    openTable(driver, "recommendations", 1);
    const int content = columnOf(driver, "content");
    goToCell(driver, 0, content);
    driver.inputMethod("tiếng Việt");
    driver.on([&] { frame.table()->commit(); });
    if (std::string stored; driver.on([&] { stored = cell(driver, 0, content); }), stored != "tiếng Việt")
      driver.give("the cell holds “" + stored + "”");

    for (const auto& [field, word] : {std::pair<const char*, const char*>("publication.estimate_year", "đồng"),
                                      {"steering.guidance", "tiếng Việt"}}) {
      driver.on([&] {
        frame.showView(shell::MainFrame::View::form);
        frame.form()->goTo(field);
      });
      driver.until("the editor",
                   [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
      driver.key(WXK_ESCAPE);
      driver.until("no editor", [&] { return frame.form()->editor() == nullptr && frame.form()->HasFocus(); });
      driver.inputMethod(word);
      if (std::string shown; driver.on([&] { shown = inEditor(driver); }), shown != word)
        driver.give(std::string(field) + " shows “" + shown + "”");
      driver.key(WXK_ESCAPE);
      driver.until("no editor, again", [&] { return frame.form()->editor() == nullptr; });
    }
  });
}

int tableCells(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    auto& workspace = driver.workspace();

    // A choice: opened by key and left again, opened and chosen, opened by two clicks.
    openTable(driver, "documents", 2);
    const int topic = columnOf(driver, "topic");
    goToCell(driver, 0, topic);
    driver.key(WXK_F2);
    driver.until("the choice", [&] { return control(driver) != nullptr; });
    driver.key(WXK_ESCAPE);
    driver.until("the choice closed", [&] { return control(driver) == nullptr; });
    goToCell(driver, 0, topic);
    driver.key(WXK_F2);
    driver.until("the choice, again", [&] { return control(driver) != nullptr; });
    driver.on([&] {
      dynamic_cast<wxTextCtrl*>(control(driver))->SetValue(shell::wx("Đầu tư công"));
      frame.table()->commit();
    });
    MUST(driver, cell(driver, 0, topic) == "Đầu tư công");
    goToCell(driver, 1, topic);
    wxPoint middle;
    driver.on([&] {
      const auto rectangle = frame.table()->grid()->CellToRect(0, topic);
      middle = {rectangle.x + rectangle.width / 3, rectangle.y + rectangle.height / 2};
    });
    driver.click(*frame.table()->grid()->GetGridWindow(), middle, true);
    driver.until("the choice under the pointer", [&] { return control(driver) != nullptr; });
    driver.on([&] {
      dynamic_cast<wxTextCtrl*>(control(driver))->SetValue(shell::wx("Quản lý tài sản công"));
      frame.table()->commit();
    });
    MUST(driver, cell(driver, 0, topic) == "Quản lý tài sản công");

    // A refused figure stays in its cell with the reason, whatever is done to leave the cell, until it is corrected or
    // dropped.
    openTable(driver, "treasury", 2);
    const int planned = 2;
    goToCell(driver, 0, planned);
    driver.type("45.8");
    driver.until("the typed text", [&] {
      auto* text = dynamic_cast<wxTextCtrl*>(control(driver));
      return text != nullptr && text->GetValue() == "45.8";
    });
    driver.key(WXK_RETURN);
    driver.until("the reason", [&] { return !frame.table()->reason().empty(); });
    MUST(driver, frame.table()->reason().find("45,8") != std::string::npos &&
                     frame.table()->reason().find("458") != std::string::npos);
    MUST(driver, frame.table()->grid()->GetGridCursorRow() == 0 &&
                     frame.table()->grid()->GetGridCursorCol() == planned &&
                     dynamic_cast<wxTextCtrl*>(control(driver))->GetValue() == "45.8");
    driver.on([&] { frame.showView(shell::MainFrame::View::form); });
    MUST(driver, frame.view() == shell::MainFrame::View::table);
    driver.on([&] {
      const auto rectangle = frame.table()->grid()->CellToRect(1, 0);
      middle = {rectangle.x + rectangle.width / 3, rectangle.y + rectangle.height / 2};
    });
    driver.click(*frame.table()->grid()->GetGridWindow(), middle);
    driver.until("the text, still there", [&] {
      auto* text = dynamic_cast<wxTextCtrl*>(control(driver));
      return text != nullptr && text->GetValue() == "45.8" && text->HasFocus() && !frame.table()->reason().empty();
    });
    MUST(driver, cell(driver, 0, planned).empty());
    driver.on([&] { dynamic_cast<wxTextCtrl*>(control(driver))->SelectAll(); });
    driver.type("458");
    driver.key(WXK_RETURN);
    driver.until("the figure", [&] { return cell(driver, 0, planned) == "458"; });
    MUST(driver, frame.table()->reason().empty());

    // Totals stand under their columns. The first click on a heading sorts in ascending order, as the keyboard does;
    // the third click restores the order of the rows.
    goToCell(driver, 1, planned);
    driver.type("42");
    driver.key(WXK_RETURN);
    driver.until("the second figure", [&] { return cell(driver, 1, planned) == "42"; });
    MUST(driver, frame.table()->totals()->totals()[static_cast<std::size_t>(planned)] == "500" &&
                     frame.table()->totals()->IsShown());
    driver.on([&] {
      middle = {frame.table()->grid()->CellToRect(0, planned).x + 20, frame.table()->grid()->GetColLabelSize() / 2};
    });
    driver.click(*frame.table()->grid()->GetGridColLabelWindow(), middle);
    driver.until("sorted upwards", [&] { return cell(driver, 0, planned) == "42"; });
    goToCell(driver, 0, planned);
    driver.key(WXK_F4);
    driver.until("sorted downwards", [&] { return cell(driver, 0, planned) == "458"; });
    driver.key(WXK_F4);
    driver.key('L', wxMOD_CONTROL);
    driver.until("the filter", [&] {
      const auto* focus = wxWindow::FindFocus();
      return focus != nullptr && focus != frame.table()->grid()->GetGridWindow() &&
             dynamic_cast<const wxTextEntry*>(focus) != nullptr;
    });
    driver.type("42");
    driver.until("one row",
                 [&] { return frame.table()->table()->rowCount() == 1 && cell(driver, 0, planned) == "42"; });
    driver.key(WXK_ESCAPE);
    driver.until("all rows", [&] { return frame.table()->table()->rowCount() == 2; });

    // A row that is edited as a form is saved as one step, or not at all.
    goToCell(driver, 0, 0);
    const auto before = [&] { return workspace.form()->editing().undoable()->name.vi; };
    driver.post([&] { frame.table()->editRow(); });
    auto* dialog = driver.dialog();
    driver.on([&] {
      const auto set = [&](const char* heading, const char* text) {
        for (std::size_t c = 0; c < frame.table()->table()->columnCount(); ++c) {
          const auto name = frame.table()->table()->heading(c);
          if (name.starts_with(heading))
            dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx(name), dialog))->SetValue(shell::wx(text));
        }
      };
      set(frame.table()->table()->heading(0).c_str(), "Trường học");
      set(frame.table()->table()->heading(3).c_str(), "45.8");
    });
    driver.press(*dialog, "Lưu dòng");
    MUST(driver, dialog->IsModal() && cell(driver, 0, 0).empty());
    driver.on([&] {
      dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx(frame.table()->table()->heading(3)), dialog))
          ->SetValue("300");
    });
    driver.press(*dialog, "Lưu dòng");
    driver.closed(dialog);
    MUST(driver, cell(driver, 0, 0) == "Trường học" && cell(driver, 0, 3) == "300" && before().starts_with("Sửa dòng"));
    driver.on([&] {
      wxMenuEvent menu(wxEVT_MENU_OPEN);
      frame.ProcessWindowEvent(menu);
    });
    MUST(driver, shell::utf8(frame.GetMenuBar()->GetMenu(1)->FindItemByPosition(0)->GetItemLabelText())
                     .starts_with("Hoàn tác: Sửa dòng"));
    driver.key('Z', wxMOD_CONTROL);
    driver.until("the row as it was", [&] { return cell(driver, 0, 0).empty() && cell(driver, 0, 3).empty(); });

    // The unit of pasted amounts is asked for once when their size does not fit the column's unit; then the answer
    // holds.
    driver.on([&] {
      wxTheClipboard->Open();
      wxTheClipboard->SetData(new wxTextDataObject("36,5\t12\n"));
      wxTheClipboard->Close();
    });
    goToCell(driver, 1, planned);
    driver.key('V', wxMOD_CONTROL);
    auto* question = driver.dialog();
    driver.on([&] { question->EndModal(wxID_OK); });
    driver.closed(question);
    driver.until("the amounts",
                 [&] { return cell(driver, 1, planned) == "36.500.000" && cell(driver, 1, 3) == "12.000.000"; });
  });
}

// A cell for an attachment. A key and a double click open its dialog, and the file is chosen in the toolkit's own file
// dialog. Typed or pasted text does not become a file. Undo and "remove" detach the file.
int attachedCell(int argc, char** argv, const std::filesystem::path& folder) {
  const auto start = attachedStart(folder);
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    driver.on([&] { frame.openSection(attached(), ""); });
    driver.until("the section", [&] {
      return driver.workspace().form() != nullptr && driver.workspace().form()->editing().key() == attached();
    });
    openTable(driver, "papers", 2);
    const int file = columnOf(driver, "file");
    goToCell(driver, 0, file);
    driver.key(WXK_RETURN);
    auto* dialog = driver.dialog();
    driver.clickButton(*dialog, "Chọn tệp");
    chooseFile(driver, folder / "quyet-dinh.pdf");
    driver.clickButton(*dialog, "Đóng");
    driver.closed(dialog);
    const std::string shown = "quyet-dinh.pdf (3 KB)";
    driver.until("the file in its cell", [&] { return cell(driver, 0, file) == shown; });

    // Neither typed nor pasted text gets into a cell for files, whether the cell is empty or not.
    for (const int row : {0, 1}) {
      goToCell(driver, row, file);
      driver.type("x");
      driver.inputMethod("tệp");
      driver.on([&] {
        wxTheClipboard->Open();
        wxTheClipboard->SetData(new wxTextDataObject("khac.pdf\n"));
        wxTheClipboard->Close();
      });
      driver.key('V', wxMOD_CONTROL);
      // The window says why not, and what to do instead.
      driver.until("the reason", [&] {
        const auto words = wordsOf(*frame.notices().bar());
        return words.find("“khac.pdf”") != std::string::npos && words.find("bấm Enter") != std::string::npos;
      });
      driver.settle();
      if (std::string words;
          driver.on([&] { words = wordsOf(*frame.notices().bar()); }), words.find("Đóng\n") == std::string::npos)
        driver.give("the bar says: " + words);
      MUST(driver, control(driver) == nullptr && cell(driver, row, file) == (row == 0 ? shown : ""));
      driver.key(WXK_ESCAPE);
      driver.until("the form", [&] { return frame.view() == shell::MainFrame::View::form; });
      openTable(driver, "papers", 0);
    }

    // The file is removed in the dialog, which a double click opened. After undo it is there again.
    goToCell(driver, 0, file);
    wxPoint middle;
    driver.on([&] {
      const auto rectangle = frame.table()->grid()->CellToRect(0, file);
      middle = {rectangle.x + rectangle.width / 3, rectangle.y + rectangle.height / 2};
    });
    driver.click(*frame.table()->grid()->GetGridWindow(), middle, true);
    dialog = driver.dialog();
    driver.clickButton(*dialog, "Bỏ tệp");
    driver.clickButton(*dialog, "Đóng");
    driver.closed(dialog);
    driver.until("no file", [&] { return cell(driver, 0, file).empty(); });
    goToCell(driver, 0, file);
    driver.key('Z', wxMOD_CONTROL);
    driver.until("the file again", [&] { return cell(driver, 0, file) == shown; });
  });
  if (status != 0) return status;
  // The attached file is in the store, byte for byte.
  const auto again = openElsewhere(folder / "phong.sqlite", "Người khác");
  const auto editing = SectionEditing::open(*again, attached());
  const auto& rows = (*editing)->data().tables[0].rows;
  const auto* file = rows.empty() ? nullptr : std::get_if<Attachment>(&rows.front().cells[1].content);
  const auto bytes =
      file == nullptr ? Result<std::optional<std::string>>(std::nullopt) : again->store.attachment(file->digest);
  return bytes && *bytes == contentOf(folder / "quyet-dinh.pdf")
             ? 0
             : (std::fprintf(stderr, "the file is not in the store\n"), 1);
}

// A choice is made in a cell and Ctrl+Q is pressed at once: the choice is in the store.
int quitWithChoice(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  std::promise<bool> closing;
  auto closed = closing.get_future();
  bool byKey = false, heard = false;
  const int status = drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    openTable(driver, "documents", 1);
    const int topic = columnOf(driver, "topic");
    goToCell(driver, 0, topic);
    driver.key(WXK_F2);
    driver.until("the choice", [&] { return control(driver) != nullptr; });
    driver.key(WXK_DOWN);
    driver.until("the chosen word", [&] {
      auto* choice = dynamic_cast<wxTextCtrl*>(control(driver));
      return choice != nullptr && !choice->IsEmpty();
    });
    driver.on([&] {
      frame.Bind(wxEVT_CLOSE_WINDOW, [&](wxCloseEvent& event) {
        event.Skip();
        if (!std::exchange(heard, true)) closing.set_value(event.CanVeto());  // the driver closes what is left by force
      });
    });
    driver.lastKey('Q', wxMOD_CONTROL);
    if (closed.wait_for(std::chrono::minutes(1)) != std::future_status::ready) driver.give("Ctrl+Q closes nothing");
    byKey = closed.get();
  });
  if (status != 0) return status;
  const auto again = openElsewhere(store, "Người khác");
  const auto editing = SectionEditing::open(*again, budget());
  const auto& definition = (*editing)->definition();
  const auto table = *definition.tableIndex("documents");
  const auto& rows = (*editing)->data().tables[table].rows;
  // The first choice, as the cell's editor showed it.
  const auto value =
      rows.size() == 1 ? encodeValue(rows.front().cells[*definition.tables[table].columnIndex("topic")]) : "no row";
  if (!byKey ||
      value != definition.tables[table].columns[*definition.tables[table].columnIndex("topic")].choices.front().value)
    return std::fprintf(stderr, "quit by key: %d, the cell holds “%s”\n", byKey ? 1 : 0, value.c_str()), 1;
  return 0;
}

}  // namespace cchc::test
