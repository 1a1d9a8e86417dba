#include "core/shell/office/office_entry_band.h"

#include <wx/frame.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/app/section/section_editing.h"
#include "core/app/send/enter_for.h"
#include "core/base/reading/blank_text.h"
#include "core/base/reading/date.h"
#include "core/base/store_address.h"
#include "core/base/vietnamese.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/section/submit_dialog.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

OfficeEntryBand::OfficeEntryBand(const FrameContext& context, wxPanel& panel, wxWindow& view, Callbacks callbacks)
    : context_(context), parent_(panel), view_(view), callbacks_(std::move(callbacks)) {
  band_.make = [this] { return makeBand(); };
}

const SectionEditing* OfficeEntryBand::editing() const {
  const auto* form = context_.workspace.form();
  return form != nullptr && form->editing().entering() ? &form->editing() : nullptr;
}

wxPanel* OfficeEntryBand::makeBand() {
  const auto words = context_.workspace.words();
  auto* band = new wxPanel(&parent_);
  band->SetBackgroundColour(colours::band());
  const int gap = band->FromDIP(6);
  text_ = new wxStaticText(band, wxID_ANY, "");
  submit_ = new wxButton(band, wxID_ANY, "");
  leave_ = new wxButton(band, wxID_ANY, wx(words("office-entry.leave")));
  askedByLabel_ = new wxStaticText(band, wxID_ANY, "");
  askedBy_ = new wxTextCtrl(band, wxID_ANY, "");
  askedOnLabel_ = new wxStaticText(band, wxID_ANY, wx(words("office-entry.asked-on")));
  askedOn_ = new wxTextCtrl(band, wxID_ANY, "", wxDefaultPosition, wxSize(scaled(*band, 124), -1));
  setAccessibleName(*askedOn_, words("office-entry.asked-on"));
  auto* first = new wxBoxSizer(wxHORIZONTAL);
  first->Add(text_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
  first->Add(submit_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
  first->Add(leave_, 0, wxALIGN_CENTRE_VERTICAL);
  auto* second = new wxBoxSizer(wxHORIZONTAL);
  for (wxWindow* label : {static_cast<wxWindow*>(askedByLabel_), static_cast<wxWindow*>(askedOnLabel_)}) {
    const bool by = label == askedByLabel_;
    second->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    second->Add(by ? askedBy_ : askedOn_, by ? 1 : 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, by ? 2 * gap : 0);
  }
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(first, 0, wxEXPAND | wxALL, gap);
  sizer->Add(second, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
  band->SetSizer(sizer);
  submit_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { parent_.CallAfter([this] { submit(); }); });
  leave_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { parent_.CallAfter([this] { leave(); }); });
  // The text is wrapped to the room beside the buttons.
  band->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    parent_.CallAfter([this] { labelBand(); });
  });
  auto* items = parent_.GetSizer();
  for (std::size_t i = 0; i < items->GetItemCount(); ++i) {
    if (items->GetItem(i)->GetWindow() != &view_) continue;
    items->Insert(i, band, wxSizerFlags().Expand());
    break;
  }
  return band;
}

std::string OfficeEntryBand::meaning() const {
  const auto& entry = *editing();
  const auto count = entry.enteredPlaces().size();
  const std::vector<Parameter> parameters{{"unit", entry.reporterName()}, {"count", std::to_string(count)}};
  const auto words = context_.workspace.words();
  const bool amending = entry.command() == DeskCommand::amendHeading;
  return words(amending ? "office-entry.amending" : "office-entry.entering", parameters) + " " +
         (count == 0 ? words("office-entry.nothing-yet")
                     : words(count == 1 ? "office-entry.changed.one" : "office-entry.changed.many", parameters));
}

void OfficeEntryBand::labelBand() {
  if (editing() == nullptr || !band_->IsShown()) return;
  const auto text = wx(meaning());
  auto* band = band_.get();
  const int room = band->GetClientSize().GetWidth() - submit_->GetBestSize().GetWidth() -
                   leave_->GetBestSize().GetWidth() - band->FromDIP(30);
  text_->SetLabelText(text);
  text_->Wrap(std::max(band->FromDIP(200), room));
  band->Layout();
  if (band->GetSize().GetHeight() != band->GetSizer()->CalcMin().GetHeight()) parent_.Layout();
}

void OfficeEntryBand::update(FrameView view) {
  const auto* entry = editing();
  const bool shows = entry != nullptr && (view == FrameView::form || view == FrameView::table);
  if (entry == nullptr) shown_ = nullptr;
  if (!shows && band_.made() == nullptr) return;
  if (shows && shown_ != entry) {
    const auto& workspace = context_.workspace;
    const auto words = workspace.words();
    const bool entering = entry->command() == DeskCommand::enterFor;
    band_.get();
    shown_ = entry;
    const auto label = words(entering ? "office-entry.asked-by" : "office-entry.reason");
    askedByLabel_->SetLabelText(wx(label));
    setAccessibleName(*askedBy_, label);
    askedBy_->ChangeValue("");
    askedOn_->ChangeValue(wx(vietnamese::numericDate(workspace.today())));
    askedOnLabel_->Show(entering);
    askedOn_->Show(entering);
    submit_->SetLabelText(wx(words(entering ? "office-entry.submit" : "office-entry.amend")));
    submit_->InvalidateBestSize();
  }
  if (band_->IsShown() != shows) {
    band_->Show(shows);
    parent_.Layout();
  }
  labelBand();
}

// Reads who asked and when, or the reason, and puts the focus on what is missing.
Status OfficeEntryBand::readAsking(Date& day) {
  const auto& entry = *editing();
  const bool entering = entry.command() == DeskCommand::enterFor;
  const auto refused = [](wxTextCtrl& box, Error error) {
    box.SetFocus();
    return fail(std::move(error));
  };
  if (isBlankText(utf8(askedBy_->GetValue())))
    return refused(*askedBy_, {entering ? "enter-for.asked-by" : "amend.reason", "", {}, ErrorKind::usage});
  const auto state = entry.state().value_or(SectionState::draft);
  const bool sent = state != SectionState::draft && state != SectionState::returned;
  if (entry.enteredPlaces().empty() && (!entering || sent))
    return fail(entering ? "enter-for.nothing" : "amend.nothing");
  if (!entering) return {};
  const auto given = utf8(askedOn_->GetValue());
  const auto read = reading::onlyMeaning(reading::readDate(given, {}), given);
  if (!read) return refused(*askedOn_, read.error());
  if (!read->hasDay() || dayAfter(context_.workspace.today()) < *read)
    return refused(*askedOn_, {"enter-for.asked-on", "", {{"given", given}}, ErrorKind::usage});
  day = *read;
  return {};
}

void OfficeEntryBand::submit() {
  if (editing() == nullptr || !context_.commitEditors()) return;
  auto& workspace = context_.workspace;
  const auto& entry = *editing();
  if (entry.locked()) return context_.notices.showError(*entry.locked());
  Date day;
  if (const auto asking = readAsking(day); !asking) return context_.notices.showError(asking.error());
  const auto command = entry.command();
  const bool entering = command == DeskCommand::enterFor;
  OfficeEntry office;
  office.edits = entry.entered();
  office.seen = entry.header();
  Submission submission;
  if (entering) {
    submission = {"office-entry.title",
                  "office-entry.unsigned",
                  "office-entry.sign-and-submit",
                  "office-entry.submit-unsigned",
                  true,
                  "",
                  {}};
    // The unit gets the package; it is not among those that this PC sends to an office.
    if (!isSharedStore(workspace.settings.store))
      submission.folder = (std::filesystem::path(workspace.settings.store).parent_path() / "nhap-thay").string();
  } else {
    submission = {"office-entry.amend-title",
                  "office-entry.unsigned",
                  "office-entry.sign-and-amend",
                  "office-entry.amend-unsigned",
                  false,
                  "",
                  {}};
  }
  submission.submit = [key = entry.key(), office, by = utf8(askedBy_->GetValue()), day, entering](
                          Suite& suite, const std::filesystem::path& file, const SigningKey* signing,
                          std::vector<Finding>& blocking) -> Status {
    auto own = office;
    own.file = file, own.signing = signing;
    std::error_code ignored;
    if (!file.empty()) std::filesystem::create_directories(file.parent_path(), ignored);
    const auto outcome =
        entering ? enterForUnit(suite, key, own, by, day, blocking) : amendHeading(suite, key, own, by, blocking);
    return outcome ? Status() : fail(outcome.error());
  };
  SubmitDialog dialog(&context_.window, workspace, context_.task, std::move(submission));
  const int answer = dialog.ShowModal();
  if (!dialog.wantedPlace().empty()) return callbacks_.showField(dialog.wantedPlace());
  if (answer != wxID_OK) return;
  const auto words = workspace.words();
  workspace.log().note(std::string(commandName(command)), keyText(entry.key()));
  const auto& file = dialog.written();
  const std::vector<Parameter> parameters{{"unit", entry.reporterName()}, {"file", file}};
  const auto note = words(!entering      ? "office-entry.amended"
                          : file.empty() ? "office-entry.entered"
                                         : "office-entry.entered-file",
                          parameters);
  finish(command);
  context_.notices.showInformation(note);
}

void OfficeEntryBand::leave() {
  if (editing() == nullptr || !context_.commitEditors() || !mayLeave()) return;
  finish(editing()->command());
}

// The section is closed rather than opened again, since the work on it is done.
void OfficeEntryBand::finish(DeskCommand command) {
  context_.workspace.closeSection();
  callbacks_.left(command);
  callbacks_.storeChanged();
}

bool OfficeEntryBand::mayLeave() {
  const auto* entry = editing();
  if (entry == nullptr || entry->enteredPlaces().empty()) return true;
  const auto words = context_.workspace.words();
  wxMessageDialog question(
      &context_.window,
      wx(words("office-entry.leave-question", {{"count", std::to_string(entry->enteredPlaces().size())}})),
      wx(words(entry->command() == DeskCommand::enterFor ? "office-entry.title" : "office-entry.amend-title")),
      wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  question.SetYesNoLabels(wx(words("office-entry.leave")), wx(words("office-entry.go-on")));
  return question.ShowModal() == wxID_YES;
}

}  // namespace cchc::shell
