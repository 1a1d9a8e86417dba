#include "core/shell/office/office_entry_dialog.h"

#include <wx/filedlg.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/app/section/fill.h"
#include "core/app/section/section_content.h"
#include "core/app/send/enter_for.h"
#include "core/app/suite/suite_work.h"
#include "core/base/reading/date.h"
#include "core/base/store_address.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/presentation/section/entry.h"
#include "core/shell/section/package_name.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/status_text.h"

namespace cchc::shell {

OfficeEntryDialog::OfficeEntryDialog(wxWindow* parent, Workspace& workspace, DeskCommand command, const SectionKey& key,
                                     Section section)
    : wxDialog(
          parent, wxID_ANY,
          wx(workspace.words()(command == DeskCommand::enterFor ? "office-entry.title" : "office-entry.amend-title")),
          wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace),
      command_(command),
      key_(key),
      section_(std::move(section)) {
  const auto words = workspace.words();
  const bool entering = command == DeskCommand::enterFor;
  if (const auto data = presentData(workspace.suite(), key)) present_ = data->fields;
  SetSizer(new wxBoxSizer(wxVERTICAL));
  auto* name = new wxStaticText(this, wxID_ANY, wx(section_.name));
  auto bold = name->GetFont();
  name->SetFont(bold.MakeBold());
  GetSizer()->Add(name, 0, wxALL, FromDIP(12));
  auto* meaning =
      new wxStaticText(this, wxID_ANY, wx(words(entering ? "office-entry.meaning" : "office-entry.amend-meaning")));
  meaning->Wrap(scaled(*this, 620));
  GetSizer()->Add(meaning, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  addAsking();
  addFigures();
  if (entering) addFile();
  addSigning();
  problem_ = new wxStaticText(this, wxID_ANY, "");
  GetSizer()->Add(problem_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  GetSizer()->Add(buttonRow(), 0, wxEXPAND | wxALL, FromDIP(12));
  showPresent();
  GetSizer()->SetSizeHints(this);
  CentreOnParent();
  (entering ? askedBy_ : reason_)->SetFocus();
}

void OfficeEntryDialog::addRow(const std::string& label, wxWindow* control) {
  GetSizer()->Add(new wxStaticText(this, wxID_ANY, wx(label)), 0, wxLEFT | wxRIGHT, FromDIP(12));
  setAccessibleName(*control, label);
  GetSizer()->Add(control, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
}

void OfficeEntryDialog::addAsking() {
  const auto words = workspace_.words();
  if (command_ == DeskCommand::amendHeading) {
    reason_ = new wxTextCtrl(this, wxID_ANY, "");
    return addRow(words("office-entry.reason"), reason_);
  }
  askedBy_ = new wxTextCtrl(this, wxID_ANY, "");
  addRow(words("office-entry.asked-by"), askedBy_);
  askedOn_ = new wxTextCtrl(this, wxID_ANY, wx(vietnamese::numericDate(workspace_.today())));
  addRow(words("office-entry.asked-on"), askedOn_);
}

void OfficeEntryDialog::addFigures() {
  const auto words = workspace_.words();
  field_ = new wxChoice(this, wxID_ANY);
  const auto& all = section_.definition->definition().fields;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].enterable() || all[i].type == FieldType::attachment) continue;
    fields_.push_back(i);
    field_->Append(wx(all[i].label.in(words.language)));
  }
  if (!fields_.empty()) field_->SetSelection(0);
  field_->SetMinSize(wxSize(scaled(*this, 620), -1));
  addRow(words("office-entry.field"), field_);
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  value_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  setAccessibleName(*value_, words("office-entry.value"));
  auto* add = new wxButton(this, wxID_ADD, wx(words("office-entry.add")));
  line->Add(value_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  line->Add(add);
  GetSizer()->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxSize(-1, scaled(*this, 90)));
  showCutTexts(*list_);
  setAccessibleName(*list_, words("office-entry.figures"));
  GetSizer()->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  field_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showPresent(); });
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addFigure(); });
  value_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { addFigure(); });
  list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_DELETE) return removeFigure();
    event.Skip();
  });
}

void OfficeEntryDialog::addFile() {
  const auto words = workspace_.words();
  GetSizer()->Add(new wxStaticText(this, wxID_ANY, wx(words("office-entry.file"))), 0, wxLEFT | wxRIGHT, FromDIP(12));
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  file_ = new wxTextCtrl(this, wxID_ANY, "");
  setAccessibleName(*file_, words("office-entry.file"));
  auto* browse = new wxButton(this, wxID_ANY, wx(words("common.browse")));
  line->Add(file_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  line->Add(browse);
  GetSizer()->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  browse->Bind(wxEVT_BUTTON, [this, words](wxCommandEvent&) {
    wxFileDialog dialog(this, wx(words("office-entry.file")), "", "", wx(words("office-entry.file-types")),
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) file_->SetValue(dialog.GetPath());
  });
}

void OfficeEntryDialog::addSigning() {
  const auto words = workspace_.words();
  sign_ = new wxCheckBox(this, wxID_ANY, wx(words("office-entry.sign")));
  sign_->SetValue(!workspace_.settings.key.empty());
  GetSizer()->Add(sign_, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  signer_ = new KeyPicker(this, words, workspace_.settings.key);
  signer_->Enable(sign_->GetValue());
  GetSizer()->Add(signer_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  sign_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { signer_->Enable(sign_->GetValue()); });
}

wxSizer* OfficeEntryDialog::buttonRow() {
  const auto words = workspace_.words();
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  save_ = new wxButton(this, wxID_OK,
                       wx(words(command_ == DeskCommand::enterFor ? "office-entry.save" : "office-entry.amend")));
  cancel_ = new wxButton(this, wxID_CANCEL, wx(words("common.cancel")));
  buttons->AddStretchSpacer();
  buttons->Add(save_, 0, wxRIGHT, FromDIP(6));
  buttons->Add(cancel_);
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (cancel_->IsEnabled())
      event.Skip();
    else
      event.Veto();
  });
  return buttons;
}

const FieldDefinition* OfficeEntryDialog::chosenField() const {
  const int at = field_->GetSelection();
  if (at == wxNOT_FOUND) return nullptr;
  return &section_.definition->definition().fields[fields_[static_cast<std::size_t>(at)]];
}

// The text box starts with the value that the field has now.
void OfficeEntryDialog::showPresent() {
  const auto* field = chosenField();
  if (field == nullptr) return;
  const auto index = fields_[static_cast<std::size_t>(field_->GetSelection())];
  value_->ChangeValue(index < present_.size() ? wx(presentation::editText(*field, present_[index], workspace_.words()))
                                              : wxString());
}

void OfficeEntryDialog::goTo(const std::string& id) {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (section_.definition->definition().fields[fields_[i]].id == id) field_->SetSelection(static_cast<int>(i));
  }
  showPresent();
  value_->SetFocus();
}

// A field has at most one figure, so a new one replaces it. Returns false if the text cannot be read.
bool OfficeEntryDialog::addFigure() {
  const auto words = workspace_.words();
  const auto* field = chosenField();
  if (field == nullptr) return true;
  const auto index = fields_[static_cast<std::size_t>(field_->GetSelection())];
  reading::Context context;
  context.year = onlyYear(workspace_.period());
  const auto before = index < present_.size() ? present_[index] : Value();
  auto read = presentation::readTypedValue(*field, utf8(value_->GetValue()), before, context);
  if (!read) {
    value_->SetFocus();
    showProblem(sentences(read.error(), words.language));
    return false;
  }
  const auto same = [&](const Figure& figure) { return figure.field == index; };
  if (const auto found = std::find_if(figures_.begin(), figures_.end(), same); found != figures_.end()) {
    list_->Delete(static_cast<unsigned>(found - figures_.begin()));
    figures_.erase(found);
  }
  showProblem({});
  if (*read == before) return true;
  const auto shown = presentation::shownText(*field, *read, words);
  list_->Append(wx(field->label.in(words.language) + ": " + (shown.empty() ? "—" : shown)));
  figures_.push_back({index, std::move(*read)});
  return true;
}

void OfficeEntryDialog::removeFigure() {
  const int at = list_->GetSelection();
  if (at == wxNOT_FOUND) return;
  figures_.erase(figures_.begin() + at);
  list_->Delete(static_cast<unsigned>(at));
}

void OfficeEntryDialog::showProblem(const std::string& text) {
  showStatusText(*problem_, text, true);
  problem_->Wrap(GetClientSize().GetWidth() - FromDIP(24));
  const int needed = GetSizer()->CalcMin().GetHeight();
  if (needed > GetClientSize().GetHeight()) SetClientSize(GetClientSize().GetWidth(), needed);
  Layout();
}

void OfficeEntryDialog::setBusy(bool busy) {
  save_->Enable(!busy);
  cancel_->Enable(!busy);
}

void OfficeEntryDialog::save() {
  const auto words = workspace_.words();
  if (!addFigure()) return;  // what is typed but not yet added counts too
  OfficeEntry entry;
  const auto& form = section_.definition->definition();
  for (const auto& figure : figures_)
    entry.values.values.push_back({Place::ofField(form.fields[figure.field].id), figure.value});
  const bool entering = command_ == DeskCommand::enterFor;
  std::optional<Date> day;
  if (entering) {
    const auto given = utf8(askedOn_->GetValue());
    const auto read = reading::onlyMeaning(reading::readDate(given, {}), given);
    if (!read) return askedOn_->SetFocus(), showProblem(sentences(read.error(), words.language));
    day = *read;
    if (!isSharedStore(workspace_.settings.store)) {
      const auto folder = std::filesystem::path(workspace_.settings.store).parent_path() / "nhap-thay";
      std::error_code ignored;
      std::filesystem::create_directories(folder, ignored);
      const auto header = workspace_.suite().store.section(key_);
      if (!header) return showProblem(sentences(header.error(), words.language));
      entry.file = folder / packageName(key_, (*header ? (*header)->revision : 0) + 1);
    }
  }
  const auto keyFile = sign_->GetValue() ? signer_->key() : std::string();
  if (sign_->GetValue() && keyFile.empty()) return showProblem(words("submit-dialog.choose-key"));
  const auto blocking = std::make_shared<std::vector<Finding>>();
  const auto work = [=, key = key_, definition = section_.definition, year = onlyYear(workspace_.period()),
                     secret = signer_->secret(), source = entering ? utf8(file_->GetValue()) : std::string(),
                     by = utf8((entering ? askedBy_ : reason_)->GetValue())](SuiteWork& own) -> Status {
    auto filled = entry;
    std::optional<SigningKey> signing;
    if (!keyFile.empty()) {
      CCHC_TRY(signing, openKey(keyFile, secret));
      filled.signing = &*signing;
    }
    if (!trim(source).empty()) {
      CCHC_TRY(const auto present, presentData(own.suite, key));
      CCHC_TRY(auto values, readValues(std::string(trim(source)), definition->definition(), "", key, present, year));
      values.values.insert(values.values.end(), entry.values.values.begin(), entry.values.values.end());
      filled.values = std::move(values);
    }
    const auto outcome = entering ? enterForUnit(own.suite, key, filled, by, *day, *blocking)
                                  : amendHeading(own.suite, key, filled, by, *blocking);
    return outcome ? Status() : fail(outcome.error());
  };
  setBusy(true);
  task_.start(onSuite(workspace_.suite().options, work), [this, blocking, file = entry.file](const Status& done) {
    setBusy(false);
    if (done) {
      workspace_.log().note(std::string(commandName(command_)), keyText(key_));
      written_ = file;
      return EndModal(wxID_OK);
    }
    auto text = sentences(done.error(), workspace_.settings.language);
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(most, blocking->size()); ++i)
      text += "\n■ " + what((*blocking)[i], workspace_.settings.language);
    showProblem(text);
  });
}

}  // namespace cchc::shell
