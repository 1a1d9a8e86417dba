#include "core/shell/start/start_dialog.h"

#include <filesystem>
#include <utility>

#include "core/app/suite/desk.h"
#include "core/app/suite/suite_work.h"
#include "core/base/store_address.h"
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/shell/widgets/availability.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/status_text.h"

namespace cchc::shell {

std::string StartDialog::address() const { return std::string(trim(utf8(store_->GetValue()))); }

void StartDialog::showState(const std::string& text, bool wrong) {
  showStatusText(*state_, text, wrong);
  // The dialog grows for a text of two lines.
  const int needed = GetSizer()->CalcMin().GetHeight();
  if (needed <= GetClientSize().GetHeight()) return;
  SetClientSize(GetClientSize().GetWidth(), needed);
  Layout();
}

void StartDialog::setBusy(bool busy) {
  start_->Enable(!busy);
  sample_->Enable(!busy);
}

void StartDialog::inspectStore() {
  const auto words = workspace_.words();
  // Work that was started before is abandoned, such as waiting for a slow server or making the sample.
  task_.discard();
  if (!opening_.IsRunning()) setBusy(false);
  inspected_ = address();
  contents_ = {};
  setAvailable(*tables_, {});
  tables_->SetToolTip(wx(words("start.tables-tip")));
  shownPeriods_.clear();
  shownUnits_.clear();
  period_->Clear();
  unit_->Clear();
  if (inspected_.empty()) return;
  const bool file = !isSharedStore(inspected_);
  std::error_code ignored;
  if (file && !std::filesystem::exists(inspected_, ignored)) return showState(words("start.no-store-yet"), false);
  // A server may be slow or out of reach, and a file may be large or on a slow drive. Meanwhile the dialog can be used:
  // another address or Cancel ends the wait, and Start is remembered (acceptNext_).
  showState(words(file ? "start.reading" : "start.connecting"), false);
  task_.start(
      [address = inspected_, file, &clock = workspace_.clock()](Work& work) {
        if (!file) work.usesServer();
        return readStoreContents(address, clock);
      },
      [this](const Result<StoreContents>& contents) {
        showContents(contents);
        // Only for the previous unit, so that nobody starts as a unit that was not shown when Start was pressed.
        if (std::exchange(acceptNext_, false) && chosenUnit() == workspace_.settings.unit) accept();
      });
}

void StartDialog::showContents(const Result<StoreContents>& contents) {
  const auto words = workspace_.words();
  if (!contents) return showState(sentencesWithPlace(contents.error(), words.language), true);
  contents_ = *contents;
  setAvailable(*tables_, contents_.setUpRefusal ? sentences(*contents_.setUpRefusal, words.language) : std::string());
  if (!contents_.setUpRefusal) tables_->SetToolTip(wx(words("start.tables-tip")));
  if (contents_.periods.empty() || contents_.units->states().empty())
    return showState(words("start.empty-store"), false);
  shownPeriods_ = contents_.reportingPeriods();
  int chosen = 0;
  for (std::size_t i = 0; i < shownPeriods_.size(); ++i) {
    const auto& period = shownPeriods_[i];
    period_->Append(wx(period.closed ? words("start.period-closed", {{"period", period.name}}) : period.name));
    if (period.id.value == workspace_.settings.period) chosen = static_cast<int>(i);
  }
  if (!shownPeriods_.empty()) period_->SetSelection(chosen);
  showState("", false);
  fillUnits();
}

std::string StartDialog::chosenUnit() const {
  const int at = unit_->GetSelection();
  return at >= 0 ? shownUnits_[static_cast<std::size_t>(at)].code : std::string();
}

void StartDialog::fillUnits() {
  const auto before = unit_->GetSelection() >= 0 ? chosenUnit() : workspace_.settings.unit;
  unit_->Clear();
  shownUnits_.clear();
  if (period_->GetSelection() < 0) return;
  shownUnits_ = contents_.reporters(shownPeriods_[static_cast<std::size_t>(period_->GetSelection())]);
  int chosen = 0;
  for (std::size_t i = 0; i < shownUnits_.size(); ++i) {
    unit_->Append(wx(shownUnits_[i].name));
    if (shownUnits_[i].code == before) chosen = static_cast<int>(i);
  }
  if (!shownUnits_.empty()) unit_->SetSelection(chosen);
}

void StartDialog::accept() {
  const auto words = workspace_.words();
  if (address() != inspected_) inspectStore();
  if (task_.running()) {
    acceptNext_ = true;
    return;
  }
  if (period_->GetSelection() < 0 || unit_->GetSelection() < 0) {
    if (state_->GetLabel().empty()) showState(words("start.choose-period-and-unit"), true);
    return;
  }
  const auto person = std::string(trim(utf8(person_->GetValue())));
  if (person.empty()) {
    person_->SetFocus();
    return showState(words("start.enter-name"), true);
  }
  const auto& period = shownPeriods_[static_cast<std::size_t>(period_->GetSelection())].id;
  auto& settings = workspace_.settings;
  before_ = settings;
  settings.store = inspected_;
  settings.person = person;
  settings.role = office_->GetValue() ? presentation::Role::office : presentation::Role::department;
  settings.period = period.value;
  settings.unit = chosenUnit();
  settings.whole =
      codeOf(contents_.reportedUnit(shownUnits_[static_cast<std::size_t>(unit_->GetSelection())].id, period));
  setBusy(true);
  showState(words("start.opening"), false);
  workspace_.openAhead();
  opening_.Start(50);
}

void StartDialog::abandonOpening() {
  if (!opening_.IsRunning()) return;
  opening_.Stop();
  workspace_.abandonAhead();
  workspace_.settings = before_;
}

void StartDialog::finish() {
  if (const auto opened = workspace_.open(); !opened) {
    workspace_.settings = before_;
    return showState(sentencesWithPlace(opened.error(), workspace_.settings.language), true);
  }
  saveDesk();
}

// The choice of a unit is the desk of a store on this PC. A database decides by itself.
void StartDialog::saveDesk() {
  const auto& settings = workspace_.settings;
  const bool same = settings.store == before_.store && settings.unit == before_.unit && settings.role == before_.role;
  if (isSharedStore(settings.store) || same) return EndModal(wxID_OK);
  const bool office = settings.role == presentation::Role::office;
  const Desk chosen{workspace_.unit().id, office ? allRoles : departmentRoles};
  const auto done = [this](bool ended) {
    setBusy(!ended);
    FindWindow(wxID_CANCEL)->Enable(ended);  // the store is open, so there is nothing to cancel until it is decided
    language_->Enable(ended);
  };
  done(false);
  using Saved = std::pair<Desk, std::string>;
  task_.start(onSuite(workspace_.suite().options,
                      [chosen, office, unit = workspace_.unit(),
                       language = settings.language](SuiteWork& work) -> Result<Saved> {
                        CCHC_TRY(const bool consolidates, isOffice(work.suite, unit.id));
                        if (office && !consolidates) return fail("start.not-office", unit.name);
                        CCHC_CHECK(cchc::saveDesk(work.suite, chosen));
                        const auto& desk = work.suite.options.actor.desk;
                        return Saved{desk, deskLabel(work.suite, desk, language)};
                      }),
              [this, done](const Result<Saved>& saved) {
                done(true);
                if (saved) {
                  workspace_.setDesk(saved->first, saved->second);
                  return EndModal(wxID_OK);
                }
                workspace_.settings = before_;
                // The store that was open before is open again, in case the user cancels.
                if (!before_.store.empty()) static_cast<void>(workspace_.open());
                workspace_.saveSettings();
                showState(sentencesWithPlace(saved.error(), workspace_.settings.language), true);
              });
}

}  // namespace cchc::shell
