#include "core/shell/signing/sign_dialog.h"

#include <wx/sizer.h>
#include <wx/utils.h>

#include <algorithm>

#include "core/app/send/signed_files.h"
#include "core/base/platform.h"
#include "core/base/vietnamese.h"
#include "core/presentation/paper/printed_sheet.h"
#include "core/presentation/section/entry.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

std::filesystem::path signedName(const std::filesystem::path& file) {
  const auto stem = file.stem().string() + "-da-ky";
  auto name = file.parent_path() / (stem + file.extension().string());
  std::error_code ignored;
  for (int n = 2; std::filesystem::exists(name, ignored); ++n)
    name = file.parent_path() / (stem + "-" + std::to_string(n) + file.extension().string());
  return name;
}

SignDialog::SignDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("Ký gói của người khác", "Sign a package")), wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace),
      file_(file) {
  const auto words = workspace.words();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  heading_ = new wxStaticText(this, wxID_ANY, wx(file.string()));
  auto bold = heading_->GetFont();
  heading_->SetFont(bold.MakeBold());
  sizer->Add(heading_, 0, wxEXPAND | wxALL, FromDIP(12));
  list_ = new wxListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*list_, words("Nội dung của gói", "What the package says"));
  list_->AppendColumn(wx(words("Nội dung", "Item")), wxLIST_FORMAT_LEFT, scaled(*this, 400));
  list_->AppendColumn(wx(words("Số liệu", "Figure")), wxLIST_FORMAT_RIGHT, scaled(*this, 150));
  list_->AppendColumn(wx(words("Đơn vị tính", "Unit")), wxLIST_FORMAT_LEFT, scaled(*this, 110));
  list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    list_->SetColumnWidth(0, std::max(scaled(*this, 200), list_->GetClientSize().GetWidth() - list_->GetColumnWidth(1) -
                                                              list_->GetColumnWidth(2) - scaled(*this, 16)));
  });
  tellCutTexts(*list_);
  // A line too long for its column is told whole below the list.
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    if (written_.empty()) tell(utf8(list_->GetItemText(event.GetIndex(), 0)), false);
  });
  sizer->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  key_ = new KeyPicker(this, words, workspace.settings.key);
  sizer->Add(key_, 0, wxEXPAND | wxALL, FromDIP(12));
  state_ = new wxStaticText(this, wxID_ANY, "");
  sizer->Add(state_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  folder_ = new wxButton(this, wxID_ANY, wx(words("Mở thư mục", "Open the folder")));
  folder_->Hide();
  sign_ = new wxButton(this, wxID_OK, wx(words("Ký và lưu gói đã ký", "Sign and save")));
  sign_->Disable();
  close_ = new wxButton(this, wxID_CANCEL, wx(words("Đóng", "Close")));
  buttons->Add(folder_);
  buttons->AddStretchSpacer();
  buttons->Add(sign_, 0, wxRIGHT, FromDIP(6));
  buttons->Add(close_);
  sign_->SetDefault();
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  SetMinClientSize(scaledWithin(*this, 640, 400));
  SetClientSize(scaledWithin(*this, 800, 540));
  CentreOnParent();
  helpOnF1(*this, presentation::HelpTopic::sign, workspace.words());
  sign_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { sign(); });
  folder_->Bind(wxEVT_BUTTON,
                [this](wxCommandEvent&) { wxLaunchDefaultApplication(wx(written_.parent_path().string())); });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (close_->IsEnabled())
      event.Skip();
    else
      event.Veto();
  });
  read();
}

void SignDialog::tell(const std::string& text, bool wrong) {
  state_->SetForegroundColour(wrong ? colours::of(Severity::error) : wxNullColour);
  state_->SetLabelText(wx(text));
  state_->Wrap(std::max(FromDIP(300), GetClientSize().GetWidth() - FromDIP(24)));
  Layout();
}

void SignDialog::read() {
  const auto words = workspace_.words();
  tell(words("Đang đọc gói…", "Reading the package…"), false);
  const auto content = std::make_shared<PackageContent>();
  background_.start(
      workspace_.suite().options,
      [content, file = file_](Background::Work& work) -> Status {
        CCHC_TRY(*content, lookAtPackage(work.suite, file));
        return {};
      },
      [this, content](const Status& done) {
        if (!done) return tell(messageLine(done.error(), workspace_.settings.language), true);
        show(*content);
      });
}

void SignDialog::show(const PackageContent& content) {
  const auto words = workspace_.words();
  const auto& header = content.header;
  const auto& definition = content.definition->definition();
  heading_->SetLabelText(wx(presentation::sectionTitle(definition, words) + "\n" + content.unitName + " · " +
                            content.periodName + words(" · lần gửi ", " · revision ") +
                            std::to_string(header.revision) + "\n" + words("Lập bởi ", "Made by ") +
                            header.submittedBy.name + words(" lúc ", " at ") + vietnamese::moment(header.submittedAt)));
  const auto lines = presentation::sheetLines(
      {definition, content.data, content.evaluation, {}, content.unitName, content.periodName, "", content.findings},
      words);
  const auto add = [&](const std::string& a, const std::string& b, const std::string& c) {
    const auto at = list_->InsertItem(list_->GetItemCount(), wx(a));
    list_->SetItem(at, 1, wx(b));
    list_->SetItem(at, 2, wx(c));
    return at;
  };
  // What is wrong comes first: it is what a leader must know.
  std::size_t problems = 0;
  for (const auto& finding : content.findings) {
    if (finding.severity == Severity::information) continue;
    ++problems;
    const auto at =
        add(std::string(presentation::severityShape(finding.severity)) + " " + what(finding, words.language) +
                (finding.comment.empty() ? "" : words(". Giải trình: ", ". Explanation: ") + finding.comment),
            "", "");
    list_->SetItemTextColour(at, colours::of(finding.severity));
  }
  using Kind = presentation::SheetLine::Kind;
  std::string table;
  std::size_t rows = 0;
  const auto endTable = [&] {
    if (!table.empty()) add(table, std::to_string(rows), words("dòng", "rows"));
    table.clear(), rows = 0;
  };
  for (const auto& line : lines) {
    if (line.kind == Kind::tableRow)
      ++rows;
    else if (line.kind != Kind::tableHeading)
      endTable();
    if (line.kind == Kind::figure) add(line.cells[0], line.cells[1], line.cells[2]);
    if (line.kind == Kind::tableTitle) table = line.cells.front();
  }
  endTable();
  loaded_ = true;
  if (!header.signer.empty()) {
    key_->Enable(false);
    return tell(words("Gói này đã có chữ ký đúng, của ", "This package is signed already; the signature holds, by ") +
                    header.signer + ".",
                false);
  }
  sign_->Enable();
  key_->focusSecret();
  tell(words("Chưa ký. ", "Not signed. ") +
           (problems == 0 ? std::string(words("Không có lỗi hay cảnh báo.", "No errors or warnings."))
                          : std::to_string(problems) +
                                words(" điều cần biết, ghi ở đầu danh sách.", " things to know, first in the list.")),
       false);
}

void SignDialog::sign() {
  const auto words = workspace_.words();
  const auto key = key_->key();
  if (key.empty())
    return tell(
        words("Chọn tệp khóa (.p12) hoặc thư viện của USB ký số.", "Choose a key file (.p12) or a token's library."),
        true);
  const auto target = signedName(file_);
  const bool started = background_.start(
      workspace_.suite().options,
      [file = file_, target, key, secret = key_->secret()](Background::Work&) -> Status {
        CCHC_TRY(const auto signing, openKey(key, secret));
        CCHC_TRY(const auto bytes, readFile(file, packageLimit));
        CCHC_TRY(const auto made, signedBytes(bytes, file.string(), signing));
        return platform::writeFileDurably(target, made);
      },
      [this, words, key, target](const Status& done) {
        close_->Enable();
        sign_->Enable(!done);
        if (!done) {
          key_->focusSecret();
          return tell(messageLine(done.error(), workspace_.settings.language), true);
        }
        written_ = target;
        workspace_.settings.key = key;
        workspace_.saveSettings();
        workspace_.log().note("sign", target.filename().string());
        tell(words("Đã ký. Gói đã ký nằm ở: ", "Signed. The signed package is: ") + target.string() +
                 words(". Gửi gói này cho Văn phòng.", ". Send this one to the Office."),
             false);
        folder_->Show();
        close_->SetFocus();
        Layout();
      });
  if (!started) return;
  sign_->Disable(), close_->Disable();
  tell(words("Đang ký…", "Signing…"), false);
}

}  // namespace cchc::shell
