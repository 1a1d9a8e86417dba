#include "core/shell/office/missing_dialog.h"

#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "core/base/text.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/typed_guard.h"

namespace cchc::shell {

MissingDialog::MissingDialog(wxWindow* parent, presentation::Words words, const MissingNow& missing,
                             const std::string& person)
    : wxDialog(parent, wxID_ANY, wx(words("missing-dialog.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  worded_ = !missing.sentence.empty();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const auto add = [&](const std::string& text) {
    sizer->Add(new wxStaticText(this, wxID_ANY, wx(text)), 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  };
  add(words("missing-dialog.missing", {{"count", std::to_string(missing.lines.size())}}));
  // Wide enough for the reason, which stands last in its line.
  auto* list = new wxListBox(this, wxID_ANY, wxDefaultPosition, scaledWithin(*this, 780, 130));
  showCutTexts(*list);
  setAccessibleName(*list, words("missing-dialog.list"));
  for (const auto& each : missing.sections)
    list->Append(
        wx(words("missing-dialog.line", {{"unit", each.unitName},
                                         {"title", each.definitionTitle},
                                         {"why", std::string(missingReasonLabel(each.why, words.language))}})));
  for (const auto& value : missing.findings) list->Append(wx(what(value, words.language)));
  sizer->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  add(words("missing-dialog.by"));
  by_ = new wxTextCtrl(this, wxID_ANY, wx(person));
  setAccessibleName(*by_, words("missing-dialog.by"));
  sizer->Add(by_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  add(words("missing-dialog.sentence"));
  sentence_ =
      new wxTextCtrl(this, wxID_ANY, wx(missing.sentence), wxDefaultPosition, FromDIP(wxSize(580, 70)), wxTE_MULTILINE);
  setAccessibleName(*sentence_, words("missing-dialog.sentence"));
  sizer->Add(sentence_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  confirm_ = new wxButton(this, wxID_OK, wx(words("missing-dialog.confirm")));
  buttons->AddStretchSpacer();
  buttons->Add(confirm_, 0, wxRIGHT, FromDIP(6));
  buttons->Add(new wxButton(this, wxID_CANCEL, wx(words("common.cancel"))));
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizerAndFit(sizer);
  CentreOnParent();
  askBeforeLosing(*this, words);
  for (auto* text : {by_, sentence_}) text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { updateButton(); });
  updateButton();
  by_->SetFocus();
}

void MissingDialog::updateButton() { confirm_->Enable(!by().empty() && (!worded_ || !sentence().empty())); }
std::string MissingDialog::by() const { return std::string(trim(utf8(by_->GetValue()))); }
std::string MissingDialog::sentence() const { return std::string(trim(utf8(sentence_->GetValue()))); }

}  // namespace cchc::shell
