// Stories of files and of help: importing a sheet, the leader's signature on a package, asking for a return, printing,
// help, attachments.
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dcmemory.h>
#include <wx/stockitem.h>
#include <wx/textctrl.h>

#include <cstdio>

#include "core/app/receive/receive.h"
#include "core/app/receive/review.h"
#include "core/app/send/signed_files.h"
#include "core/app/send/submit.h"
#include "core/shell/paper/sheet_printout.h"
#include "core/shell/section/attachment_dialog.h"
#include "core/shell/section/import_dialog.h"
#include "core/shell/signing/sign_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"

namespace cchc::test {
namespace {

Start startOf(const std::filesystem::path& folder, const std::filesystem::path& store) {
  Start start;
  start.settingsFile = folder / "settings.json";
  auto& settings = start.settings;
  settings.person = "Lê Thị Mẫu", settings.unit = "296.TCKH", settings.whole = "296", settings.period = "2023-8T",
  settings.store = store.string();
  settings.recentPeople = {"Lê Thị Mẫu", "Trần Văn Mẫu"};
  return start;
}

// A copy of the departments' store of the sample, in which the budget section is submitted.
std::filesystem::path submittedStore(const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  std::filesystem::copy_file(demo / "departments.sqlite", folder / "phong.sqlite");
  return folder / "phong.sqlite";
}

std::string valueOf(Driver& driver, const std::string& field) {
  const auto& editing = driver.workspace().form()->editing();
  return encodeValue(editing.data().fields[*editing.definition().fieldIndex(field)]);
}

}  // namespace

// A sheet that the suite did not write is dropped on the form. Its columns are guessed, a wrong line is listed, and the
// right lines are imported as one change.
int importDay(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  write(folder / "so-lieu.csv",
        "Đơn vị tính: triệu đồng,,\nTT,Chỉ tiêu,Thực hiện\n1,Chỉ tiêu thu ngân sách tỉnh "
        "giao,\"400.000\"\n2,II5.02,\"177.357,5\"\n3,II5.40,mười hai\n");
  return drive(argc, argv, startOf(folder, store), [&](Driver& driver) {
    opened(driver);
    driver.post([&] { driver.frame().files().open({(folder / "so-lieu.csv").string()}); });
    auto* dialog = dynamic_cast<shell::ImportDialog*>(driver.dialog());
    driver.until("the dry run", [&] { return dialog->ready(); });
    MUST(driver, dialog->run().right == 2);
    MUST(driver, dialog->run().wrong == 1);
    const auto& findings = dialog->run().findings;
    const auto wrong =
        std::find_if(findings.begin(), findings.end(), [](const ImportFinding& finding) { return finding.blocks; });
    MUST(driver, wrong != findings.end() && wrong->line == 5);
    // What would change is shown with what is there now.
    MUST(driver, dialog->changes().size() == 2 && dialog->changes().front().before.empty());
    // With a wrong line nothing is imported unless the person agrees.
    MUST(driver, !wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
    if (const auto* picture = std::getenv("CCHC_PICTURES"))
      driver.picture(std::filesystem::path(picture) / "import.png");
    // The unit of money is chosen once and is then applied.
    driver.on([&] {
      auto* unit = dynamic_cast<wxChoice*>(wxWindow::FindWindowByName(shell::wx("Tiền trong tệp tính bằng"), dialog));
      unit->SetSelection(1);
      wxCommandEvent chosen(wxEVT_CHOICE, unit->GetId());
      unit->GetEventHandler()->ProcessEvent(chosen);
    });
    driver.until("the dry run in đồng",
                 [&] { return dialog->ready() && dialog->run().wrong == 2; });  // 177.357,5 đồng is not a whole number
    driver.on([&] {
      auto* unit = dynamic_cast<wxChoice*>(wxWindow::FindWindowByName(shell::wx("Tiền trong tệp tính bằng"), dialog));
      unit->SetSelection(3);
      wxCommandEvent chosen(wxEVT_CHOICE, unit->GetId());
      unit->GetEventHandler()->ProcessEvent(chosen);
    });
    driver.until("the dry run in million đồng", [&] { return dialog->ready() && dialog->run().wrong == 1; });
    driver.on([&] {
      for (auto* child : dialog->GetChildren()) {
        auto* box = dynamic_cast<wxCheckBox*>(child);
        if (box == nullptr || !shell::utf8(box->GetLabel()).starts_with("Nhập các dòng đúng")) continue;
        box->SetValue(true);
        wxCommandEvent ticked(wxEVT_CHECKBOX, box->GetId());
        box->GetEventHandler()->ProcessEvent(ticked);
      }
    });
    driver.press(*dialog, "Nhập 2 dòng");
    driver.closed(dialog);
    driver.until("the figures", [&] { return valueOf(driver, "revenue.target") == "400000000000"; });
    MUST(driver, valueOf(driver, "revenue.actual") == "177357500000");
    driver.on([&] { driver.frame().form()->SetFocus(); });
    driver.key('Z', wxMOD_CONTROL);
    driver.until("all of it gone", [&] {
      return valueOf(driver, "revenue.target").empty() && valueOf(driver, "revenue.actual").empty();
    });
  });
}

// The typist saves the package unsigned, and the leader signs it on another PC: reads what it is and types the PIN. The
// signed package is then beside it.
int leaderSigns(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = submittedStore(folder);
  {
    const auto suite = openElsewhere(store, "Lê Thị Mẫu");
    std::vector<Finding> blocking;
    if (!submitSection(*suite, budget(), folder / "goi.cchc", blocking)) return 2;
  }
  const auto openssl = [&](const std::vector<std::string>& arguments) {
    return run("/usr/bin/openssl", arguments).status == 0;
  };
  const auto at = [&](const char* name) { return (folder / name).string(); };
  if (!openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", at("k.key"), "-out", at("k.pem"), "-utf8",
                "-subj", "/CN=Trưởng phòng Mẫu", "-days", "30"}))
    return 2;
  if (!openssl({"pkcs12", "-export", "-inkey", at("k.key"), "-in", at("k.pem"), "-out", at("k.p12"), "-passout",
                "pass:mat-khau"}))
    return 2;
  const int status = drive(argc, argv, startOf(folder, store), [&](Driver& driver) {
    opened(driver);
    driver.post([&] { driver.frame().sending().signPackageFile(folder / "goi.cchc"); });
    auto* dialog = dynamic_cast<shell::SignDialog*>(driver.dialog());
    driver.until("what the package says", [&] { return dialog->loaded(); });
    driver.on([&] {
      dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx("Tệp khóa ký số hoặc thư viện USB ký số"), dialog))
          ->SetValue(shell::wx(at("k.p12")));
      dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx("Mật khẩu hoặc mã PIN của khóa"), dialog))
          ->SetValue("sai");
    });
    // A wrong password is reported, and may be typed again.
    driver.press(*dialog, "Ký và lưu");
    driver.until("the refusal", [&] { return wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled(); });
    MUST(driver, dialog->written().empty());
    driver.on([&] {
      dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx("Mật khẩu hoặc mã PIN của khóa"), dialog))
          ->SetValue("mat-khau");
    });
    driver.press(*dialog, "Ký và lưu");
    driver.until("the signed package", [&] { return !dialog->written().empty(); });
    MUST(driver, dialog->written() == folder / "goi-da-ky.cchc");
    if (const auto* picture = std::getenv("CCHC_PICTURES")) driver.picture(std::filesystem::path(picture) / "sign.png");
    driver.press(*dialog, "Đóng");
    driver.closed(dialog);
  });
  if (status != 0) return status;
  bool holds = false;
  verifyFiles({folder / "goi-da-ky.cchc"}, std::nullopt, UnitCodes(), SystemClock().now(), 1,
              [&](const SignedFile& file) { holds = !file.refusal && file.signer.starts_with("Trưởng phòng Mẫu"); });
  return holds ? 0 : 3;
}

// The department asks for a submitted section to be returned, by a file that the office receives.
int askedBack(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = submittedStore(folder);
  const auto request = folder / "de-nghi.cchc";
  const int status = drive(argc, argv, startOf(folder, store), [&](Driver& driver) {
    opened(driver);
    MUST(driver, driver.workspace().form()->editing().locked().has_value());
    driver.on([&] { driver.frame().sending().requestReturn("Sót một dự án", {request}); });
    driver.until("asked",
                 [&] { return driver.workspace().form()->editing().header().state == SectionState::returnAsked; });
  });
  if (status != 0) return status;
  // An office that has the package receives the request.
  makeEmptyStore(folder / "vanphong.sqlite");
  const auto office = openElsewhere(folder / "vanphong.sqlite", "Văn phòng");
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "demo" / "packages")) {
    if (entry.path().filename().string().starts_with("296_finance.budget")) files.push_back(entry.path());
  }
  std::vector<ReceiveResult> results;
  for (const auto& each : {files, std::vector<std::filesystem::path>{request}}) {
    if (!receiveFiles(*office, each, 1, [&](const ReceivedFile& file) { results.push_back(file.result); })) return 4;
  }
  return results == std::vector<ReceiveResult>{ReceiveResult::stored, ReceiveResult::returnAsked} ? 0 : 3;
}

// The sheet to sign on paper has pages of A4 with ink on each; F1 opens help beside the window; the person is switched;
// the toolkit's words are in the suite's language.
int paperAndHelp(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = submittedStore(folder);
  return drive(argc, argv, startOf(folder, store), [&](Driver& driver) {
    opened(driver);
    std::size_t pages = 0, fine = 0;
    bool ink = true;
    driver.on([&] {
      shell::SheetPrintout printout("phieu", shell::sheetOfOpenSection(driver.workspace()));
      constexpr int perMm = 4;
      wxBitmap first(210 * perMm, 297 * perMm, 24);
      wxMemoryDC measured(first);
      // On a printer of 1200 dpi, which previews without a printer have too, there are as many pages.
      printout.layOut(measured, {9921, 210});
      fine = printout.pages();
      printout.layOut(measured, {perMm, 1});
      pages = printout.pages();
      for (std::size_t page = 1; page <= pages; ++page) {
        wxBitmap bitmap(210 * perMm, 297 * perMm,
                        24);  // a new one for each page: GTK keeps the first picture of a bitmap
        wxMemoryDC dc(bitmap);
        dc.SetBackground(*wxWHITE_BRUSH);
        dc.Clear();
        printout.paint(dc, static_cast<int>(page), {perMm, 1});
        dc.SelectObject(wxNullBitmap);
        const auto image = bitmap.ConvertToImage();
        if (const auto* picture = std::getenv("CCHC_PICTURES"))
          image.SaveFile(
              shell::wx((std::filesystem::path(picture) / ("sheet" + std::to_string(page) + ".png")).string()),
              wxBITMAP_TYPE_PNG);
        std::size_t dark = 0, margin = 0;
        for (int y = 0; y < image.GetHeight(); ++y) {
          for (int x = 0; x < image.GetWidth(); ++x) {
            if (image.GetRed(x, y) > 128) continue;
            ++dark;
            margin += x < 29 * perMm || x > 196 * perMm || y > 278 * perMm ? 1U : 0U;
          }
        }
        ink = ink && dark > 500 && margin == 0;
      }
    });
    if (pages < 2 || fine < 2) driver.give("one page only");
    if (!ink) driver.give("a page is empty, or runs into its margins");

    driver.key(WXK_F1);
    driver.until(
        "help", [&] { return driver.frame().help().window() != nullptr && driver.frame().help().window()->IsShown(); });
    MUST(driver, driver.frame().help().window()->text().find("Gõ số liệu rồi bấm Enter") != std::string::npos);
    driver.on([&] { driver.frame().help().showPlugins(); });
    MUST(driver, driver.frame().help().window()->text().find(" biểu mẫu") != std::string::npos);
    driver.on([&] { driver.frame().help().window()->Close(); });

    driver.on([&] { driver.frame().person().switchTo("Trần Văn Mẫu"); });
    MUST(driver, shell::utf8(driver.frame().GetStatusBar()->GetStatusText(2)) == "Người nhập: Trần Văn Mẫu");
    MUST(driver, driver.workspace().suite().options.actor.name == "Trần Văn Mẫu");

    MUST(driver, shell::utf8(wxGetStockLabel(wxID_CLOSE, wxSTOCK_NOFLAGS)) == "Đóng");
    MUST(driver, shell::utf8(wxGetStockLabel(wxID_CANCEL, wxSTOCK_NOFLAGS)) == "Thôi");
    driver.on([&] { driver.frame().sending().printSheet(); });
    driver.until("the preview", [&] {
      for (auto* window : wxTopLevelWindows) {
        if (dynamic_cast<wxPreviewFrame*>(window) != nullptr && window->IsShown()) return true;
      }
      return false;
    });
    if (const auto* picture = std::getenv("CCHC_PICTURES"))
      driver.picture(std::filesystem::path(picture) / "preview.png");
  });
}

// The first start: the dialogue can be used while the sample is made. A file that is opened from the file manager
// meanwhile is received once the window is open.
int firstStartBeside(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  std::filesystem::path package;
  for (const auto& entry : std::filesystem::directory_iterator(demo / "packages")) {
    if (entry.path().filename().string().starts_with("296_finance.budget")) package = entry.path();
  }
  setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
  Start start;
  start.settingsFile = folder / "settings.json";
  return drive(argc, argv, start, [&](Driver& driver) {
    auto* dialog = driver.dialog();
    auto* begin = wxWindow::FindWindowById(wxID_OK, dialog);
    auto* unit = dynamic_cast<wxChoice*>(wxWindow::FindWindowByName(shell::wx("Đơn vị của bạn"), dialog));
    driver.press(*dialog, "Mở số liệu mẫu");
    driver.on([&] {
      if (begin->IsEnabled() || unit->GetCount() != 0) driver.give("the sample was made while the window stood still");
    });
    driver.until("the sample", [&] { return begin->IsEnabled() && unit->GetCount() > 10; });
    const auto second = run(std::filesystem::path(CCHC_BINARY) / "bin/cchc-suite",
                            {"--settings", start.settingsFile.string(), package.string()});
    if (second.status != 0) driver.give("the second start ended with " + std::to_string(second.status));
    driver.until("the handed over request", [&] { return !std::filesystem::exists(folder / "settings.json.request"); });
    driver.press(*dialog, "Bắt đầu");
    driver.closed(dialog);
    driver.until("the board with what was handed over", [&] {
      return driver.hasFrame() && driver.frame().IsShown() && driver.frame().view() == shell::MainFrame::View::board;
    });
  });
}

// A department with a section in which files can be attached, and a plugin of another version. The folder has a file of
// 3 KB to attach.
Start attachedStart(const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  {
    const auto suite = openElsewhere(store, "Quản trị");
    const std::vector<Assignment> assigned{
        {attached().definition, attached().unit, OrgUnitId("296.TCKH"), attached().period, {}}};
    if (!suite->store.saveAssignments(assigned)) std::_Exit(2);
  }
  const auto plugins = folder / "plugins";
  std::filesystem::create_directories(plugins);
  for (const auto& from : {"test_plugins", "bad_plugins"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(CCHC_BINARY) / from)) {
      const auto stem = entry.path().stem().string();
      if (stem == "attached" || stem == "newer_version")
        std::filesystem::copy(entry.path(), plugins / entry.path().filename(),
                              std::filesystem::copy_options::recursive);
    }
  }
  write(folder / "quyet-dinh.pdf", std::string(3000, 'x'));
  auto start = startOf(folder, store);
  start.plugins = plugins;
  return start;
}

SectionKey attached() { return {DefinitionId("attached.section"), OrgUnitId("296"), PeriodId("2023-8T")}; }

// A file is attached to a field by keyboard. A quarantined plugin is reported at the start, with a button that shows
// the reason.
int attachedFile(int argc, char** argv, const std::filesystem::path& folder) {
  const auto start = attachedStart(folder);
  return drive(argc, argv, start, [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    MUST(driver, frame.notices().bar()->IsShown());
    driver.on([&] {  // the buttons of the bar are GTK's own
      wxCommandEvent pressed(wxEVT_BUTTON, wxID_OPEN);
      frame.notices().bar()->GetEventHandler()->ProcessEvent(pressed);
    });
    driver.until("the page of plugins",
                 [&] { return frame.help().window() != nullptr && frame.help().window()->IsShown(); });
    MUST(driver, frame.help().window()->text().find("Bị cách ly") != std::string::npos);
    // A form is looked at with sample values before it is installed.
    driver.on(
        [&] { frame.help().previewForm(std::filesystem::path(CCHC_SOURCE) / "tests/core/app/forms/labour/work.xml"); });
    MUST(driver, frame.help().window()->text().find("không phải báo cáo") != std::string::npos);
    MUST(driver, frame.help().window()->text().find("Số người được giải quyết việc làm") != std::string::npos);
    driver.on([&] {
      frame.help().window()->Close();
      frame.openSection(attached(), "");
    });
    driver.until("the section", [&] {
      return driver.workspace().form() != nullptr && driver.workspace().form()->editing().key() == attached();
    });
    driver.on([&] {
      frame.form()->goTo("scan");
      frame.form()->SetFocus();
    });
    driver.until("the form in focus", [&] {
      if (!frame.form()->HasFocus())
        frame.Raise(), frame.form()->SetFocus();  // there is no window manager that gives the focus back
      return frame.form()->HasFocus() && frame.form()->current();
    });
    driver.key(WXK_RETURN);
    auto* dialog = dynamic_cast<shell::AttachmentDialog*>(driver.dialog());
    driver.on([&] { dialog->attach(folder / "quyet-dinh.pdf"); });
    driver.until("the file taken in", [&] { return !dialog->busy(); });
    if (const auto* picture = std::getenv("CCHC_PICTURES"))
      driver.picture(std::filesystem::path(picture) / "attachment.png");
    driver.press(*dialog, "Đóng");
    driver.closed(dialog);
    MUST(driver, driver.workspace().form()->line(0).value == "quyet-dinh.pdf (3 KB)");
    driver.on([&] { frame.form()->SetFocus(); });
    driver.key('Z', wxMOD_CONTROL);
    driver.until("nothing attached", [&] { return driver.workspace().form()->editing().data().fields[0].blank(); });
  });
}

}  // namespace cchc::test
