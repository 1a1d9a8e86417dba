#include "core/shell/frame/start_dialog.h"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/statbox.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/app/suite/demo.h"
#include "core/app/upkeep/backups.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

StartDialog::StartDialog(wxWindow* parent, Workspace& workspace)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("CCHC Suite: bắt đầu làm việc", "CCHC Suite: start")),
               wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace) {
  const auto words = workspace.words();
  const auto& settings = workspace.settings;
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  auto* heading =
      new wxStaticText(this, wxID_ANY, wx(words("Báo cáo cải cách hành chính", "Administrative-reform reporting")));
  auto big = heading->GetFont();
  big.MakeBold().MakeLarger();
  heading->SetFont(big);
  sizer->Add(heading, 0, wxALL, FromDIP(12));

  auto* where = new wxStaticBoxSizer(wxVERTICAL, this, wx(words("1. Dữ liệu ở đâu", "1. Where the data are")));
  auto* whereBox = where->GetStaticBox();
  auto* storeLabel =
      new wxStaticText(whereBox, wxID_ANY,
                       wx(words("Kho dữ liệu: tệp trên máy này, hoặc địa chỉ kho dùng chung (postgresql://…)",
                                "Store: a file on this PC, or the address of a shared one (postgresql://…)")));
  where->Add(storeLabel, 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(8));
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  wxArrayString recent;
  for (const auto& each : settings.recentStores) recent.Add(wx(each));
  const auto proposed =
      settings.store.empty() ? (platform::userDataFolder() / "suite.sqlite").string() : settings.store;
  store_ = new wxComboBox(whereBox, wxID_ANY, wx(proposed), wxDefaultPosition, FromDIP(wxSize(420, -1)), recent,
                          wxTE_PROCESS_ENTER);
  setAccessibleName(*store_, words("Kho dữ liệu", "Store"));
  auto* browse = new wxButton(whereBox, wxID_ANY, wx(words("Chọn tệp…", "Browse…")));
  line->Add(store_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  line->Add(browse);
  where->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(8));
  auto* more = new wxBoxSizer(wxHORIZONTAL);
  auto* sample = sample_ =
      new wxButton(whereBox, wxID_ANY, wx(words("Mở mẫu Bình Giang để xem thử", "Open the Bình Giang sample")));
  auto* tables =
      new wxButton(whereBox, wxID_ANY, wx(words("Nạp đơn vị, kỳ, phân công…", "Load units, periods, assignments…")));
  tables->SetToolTip(wx(words("Thư mục do cấp trên gửi, có units.tsv, periods.tsv, assignments.tsv",
                              "A folder with units.tsv, periods.tsv and assignments.tsv")));
  auto* copy = new wxButton(whereBox, wxID_ANY, wx(words("Từ bản sao lưu, máy khác…", "From a backup or another PC…")));
  copy->SetToolTip(wx(words("Lấy lại dữ liệu từ tệp .sqlite đã sao lưu; kho đang có được giữ lại bên cạnh",
                            "Takes the data back from a backup; a store that is there is kept beside")));
  copy->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(); });
  more->Add(sample, 0, wxRIGHT, FromDIP(6));
  more->Add(tables, 0, wxRIGHT, FromDIP(6));
  more->Add(copy);
  where->Add(more, 0, wxALL, FromDIP(8));
  sizer->Add(where, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));

  auto* who = new wxStaticBoxSizer(wxVERTICAL, this,
                                   wx(words("2. Bạn là ai, báo cáo kỳ nào", "2. Who you are, and which period")));
  auto* whoBox = who->GetStaticBox();
  auto* grid = new wxFlexGridSizer(2, FromDIP(8), FromDIP(10));
  grid->AddGrowableCol(1);
  const auto label = [&](const char* text) {
    grid->Add(new wxStaticText(whoBox, wxID_ANY, wx(text)), 0, wxALIGN_CENTRE_VERTICAL);
    return text;
  };
  const auto* roleName = label(words("Bạn làm việc ở", "You work in"));
  auto* roles = new wxBoxSizer(wxVERTICAL);
  department_ = new wxRadioButton(whoBox, wxID_ANY,
                                  wx(words("Phòng, xã: điền và gửi", "A department or commune: fills in and submits")),
                                  wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
  office_ = new wxRadioButton(whoBox, wxID_ANY,
                              wx(words("Văn phòng: nhận và tổng hợp", "The office: receives and consolidates")));
  (settings.role == presentation::Role::office ? office_ : department_)->SetValue(true);
  static_cast<void>(roleName);
  roles->Add(department_, 0, wxBOTTOM, FromDIP(4));
  roles->Add(office_);
  grid->Add(roles);
  const auto* periodName = label(words("Kỳ báo cáo", "Reporting period"));
  period_ = new wxChoice(whoBox, wxID_ANY);
  setAccessibleName(*period_, periodName);
  grid->Add(period_, 0, wxEXPAND);
  const auto* unitName = label(words("Đơn vị của bạn", "Your unit"));
  unit_ = new wxChoice(whoBox, wxID_ANY);
  setAccessibleName(*unit_, unitName);
  grid->Add(unit_, 0, wxEXPAND);
  const auto* personName = label(words("Họ tên người nhập", "Your name"));
  wxArrayString people;
  for (const auto& each : settings.recentPeople) people.Add(wx(each));
  person_ = new wxComboBox(whoBox, wxID_ANY, wx(settings.person.empty() ? platform::userName() : settings.person),
                           wxDefaultPosition, wxDefaultSize, people);
  setAccessibleName(*person_, personName);
  grid->Add(person_, 0, wxEXPAND);
  who->Add(grid, 0, wxEXPAND | wxALL, FromDIP(8));
  sizer->Add(who, 0, wxEXPAND | wxALL, FromDIP(12));

  state_ = new wxStaticText(this, wxID_ANY, "");
  sizer->Add(state_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(14));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* language = new wxButton(
      this, wxID_ANY, words("English", "Tiếng Việt") == std::string("English") ? "English" : wx("Tiếng Việt"));
  auto* start = start_ = new wxButton(this, wxID_OK, wx(words("Bắt đầu", "Start")));
  buttons->Add(language);
  buttons->AddStretchSpacer();
  buttons->Add(start, 0, wxRIGHT, FromDIP(6));
  buttons->Add(new wxButton(this, wxID_CANCEL, wx(words("Thôi", "Cancel"))));
  start->SetDefault();
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  SetMinClientSize(FromDIP(wxSize(680, 440)));
  SetClientSize(wxSize(std::max(FromDIP(720), sizer->CalcMin().GetWidth()),
                       std::max(FromDIP(480), sizer->CalcMin().GetHeight())));
  CentreOnParent();

  browse->Bind(wxEVT_BUTTON, [this, words](wxCommandEvent&) {
    wxFileDialog dialog(this, wx(words("Chọn kho dữ liệu, hoặc đặt tên kho mới", "Choose a store, or name a new one")),
                        "", "suite.sqlite", "SQLite (*.sqlite)|*.sqlite|*.*|*.*", wxFD_SAVE);
    if (dialog.ShowModal() != wxID_OK) return;
    store_->SetValue(dialog.GetPath());
    look();
  });
  store_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { look(); });
  store_->Bind(wxEVT_COMBOBOX, [this](wxCommandEvent&) { look(); });
  store_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    CallAfter([this] {
      if (address() != looked_ && store_->IsEnabled()) look();
    });
  });
  sample->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { makeSample(); });
  tables->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { loadTables(); });
  department_->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { fillUnits(); });
  office_->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { fillUnits(); });
  period_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fillUnits(); });
  start->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
  opening_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (!workspace_.openedAhead()) return;
    opening_.Stop();
    setBusy(false);
    finish();
  });
  Bind(
      wxEVT_BUTTON,
      [this](wxCommandEvent& event) {
        if (opening_.IsRunning()) workspace_.settings = before_;
        event.Skip();
      },
      wxID_CANCEL);
  helpOnF1(*this, presentation::HelpTopic::start, words);
  language->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    workspace_.settings.language = workspace_.settings.language == Language::vi ? Language::en : Language::vi;
    workspace_.saveSettings();
    EndModal(wxID_REFRESH);  // shown again in the other language
  });
  look();
}

std::string StartDialog::address() const { return std::string(trim(utf8(store_->GetValue()))); }

void StartDialog::tell(const std::string& text, bool wrong) {
  state_->SetForegroundColour(wrong ? colours::of(Severity::error) : wxNullColour);
  state_->SetLabelText(wx(text));
  state_->Wrap(std::max(FromDIP(300), GetClientSize().GetWidth() - FromDIP(28)));
  // What takes two lines has them.
  if (const int needed = GetSizer()->CalcMin().GetHeight(); needed > GetClientSize().GetHeight())
    SetClientSize(GetClientSize().GetWidth(), needed);
  Layout();
}

void StartDialog::look() {
  const auto words = workspace_.words();
  // What was asked for before comes to nothing: a server that gives up later, a sample that was being made.
  aside_.stop();
  if (!opening_.IsRunning()) setBusy(false);
  looked_ = address();
  periods_.clear(), units_.clear(), assignments_.clear();
  period_->Clear(), unit_->Clear();
  if (looked_.empty()) return;
  const bool file = !isSharedStore(looked_);
  std::error_code ignored;
  if (file && !std::filesystem::exists(looked_, ignored)) {
    return tell(words("Kho này chưa có; sẽ được lập khi nạp đơn vị, kỳ và phân công. Muốn xem thử: mở mẫu Bình Giang.",
                      "This store does not exist yet; it is made when units, periods and assignments are loaded. To "
                      "look around: open the sample."),
                false);
  }
  // A server may be slow or not there, a file large or on a slow drive: the window goes on, and another address or
  // "Thôi" leaves it. "Bắt đầu" pressed meanwhile is kept (acceptNext_).
  tell(file ? words("Đang đọc kho dữ liệu…", "Reading the store…")
            : words("Đang kết nối kho dùng chung…", "Reaching the shared store…"),
       false);
  aside_.start([this, address = looked_, &clock = workspace_.clock()](const std::atomic<bool>&) -> Aside::Finish {
    auto found = std::make_shared<Result<Found>>(lookInto(address, clock));
    return [this, found] {
      take(*found);
      // Only as whom one was before: nobody begins as a unit that was not on the screen when the button was pressed.
      if (std::exchange(acceptNext_, false) && unitChosen() == workspace_.settings.unit) accept();
    };
  });
}

Result<StartDialog::Found> StartDialog::lookInto(const std::string& address, const Clock& clock) {
  CCHC_TRY(auto store, Store::open(address, clock));
  Found found;
  CCHC_TRY(found.periods, store.periods());
  CCHC_TRY(found.units, store.units());
  for (const auto& period : found.periods) {
    CCHC_TRY(const auto all, store.assignments(period.id));
    found.assignments.insert(found.assignments.end(), all.begin(), all.end());
  }
  return found;
}

void StartDialog::take(const Result<Found>& found) {
  const auto words = workspace_.words();
  if (!found) return tell(messageLine(found.error(), words.language), true);
  periods_ = found->periods, units_ = found->units, assignments_ = found->assignments;
  if (periods_.empty() || units_.empty()) {
    return tell(words("Kho này chưa có đơn vị, kỳ báo cáo. Nạp từ thư mục do cấp trên gửi.",
                      "This store has no units or periods yet. Load them from the folder that was sent to you."),
                false);
  }
  std::stable_sort(periods_.begin(), periods_.end(), [](const Period& a, const Period& b) { return b.end < a.end; });
  // Periods that nothing is assigned in are there for comparison only.
  std::erase_if(periods_, [&](const Period& period) {
    return std::none_of(assignments_.begin(), assignments_.end(),
                        [&](const Assignment& assignment) { return assignment.period == period.id; });
  });
  int chosen = 0;
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    period_->Append(wx(periods_[i].name + (periods_[i].closed ? words(" (đã khóa)", " (closed)") : "")));
    if (periods_[i].id.value == workspace_.settings.period) chosen = static_cast<int>(i);
  }
  if (!periods_.empty()) period_->SetSelection(chosen);
  tell("", false);
  fillUnits();
}

std::string StartDialog::unitChosen() const {
  const int at = unit_->GetSelection();
  return at >= 0 ? shownUnits_[static_cast<std::size_t>(at)].value : std::string();
}

void StartDialog::fillUnits() {
  const auto before = unit_->GetSelection() >= 0 ? unitChosen() : workspace_.settings.unit;
  unit_->Clear();
  shownUnits_.clear();
  if (period_->GetSelection() < 0) return;
  const auto& period = periods_[static_cast<std::size_t>(period_->GetSelection())].id;
  std::set<OrgUnitId> reporters;
  for (const auto& assignment : assignments_) {
    if (assignment.period == period) reporters.insert(assignment.reporter);
  }
  int chosen = 0;
  const auto add = [&](const OrgUnit& unit) {
    if (unit.id.value == before) chosen = static_cast<int>(shownUnits_.size());
    unit_->Append(wx(unit.name));
    shownUnits_.push_back(unit.id);
  };
  // Departments first, as an office lists them; then communes by code.
  for (const auto& unit : units_) {
    if (reporters.contains(unit.id) && unit.kind != "commune") add(unit);
  }
  for (const auto& unit : units_) {
    if (reporters.contains(unit.id) && unit.kind == "commune") add(unit);
  }
  if (!shownUnits_.empty()) unit_->SetSelection(chosen);
}

void StartDialog::makeSample() {
  const auto words = workspace_.words();
  const auto folder = platform::userDataFolder() / "binh-giang";
  looked_ = address();  // the focus that left the address must not stop what begins here
  std::error_code ignored;
  std::filesystem::create_directories(folder.parent_path(), ignored);
  const auto open = [this, folder] {
    store_->SetValue(wx((folder / (office_->GetValue() ? "suite.sqlite" : "departments.sqlite")).string()));
    look();
  };
  if (std::filesystem::exists(folder / "suite.sqlite", ignored)) return open();
  setBusy(true);
  tell(words("Đang lập mẫu Bình Giang…", "Making the sample…"), false);
  aside_.start([this, folder, open, resources = workspace_.resources()](const std::atomic<bool>&) -> Aside::Finish {
    // Made beside and put in place whole: the program may end meanwhile.
    const auto making = folder.parent_path() / ("binh-giang.new" + std::to_string(platform::processId()));
    std::error_code unimportant;
    auto made = runDemo(resources, {}, making, [](const std::string&, std::size_t) {});
    Status done = made ? Status() : fail(made.error());
    if (made) {
      std::filesystem::remove_all(folder, unimportant);
      std::error_code moved;
      std::filesystem::rename(making, folder, moved);
      if (moved) done = fail("file.write", folder.string(), {{"reason", moved.message()}}, ErrorKind::failure);
    } else {
      std::filesystem::remove_all(making, unimportant);
    }
    return [this, open, done] {
      setBusy(false);
      if (!done) return tell(messageLine(done.error(), workspace_.settings.language), true);
      open();
    };
  });
}

// While a store is reached or made. "Thôi" always works.
void StartDialog::setBusy(bool busy) {
  start_->Enable(!busy);
  sample_->Enable(!busy);
}

void StartDialog::loadTables() {
  const auto words = workspace_.words();
  wxDirDialog dialog(this, wx(words("Thư mục có units.tsv, periods.tsv, assignments.tsv",
                                    "Folder with units.tsv, periods.tsv, assignments.tsv")));
  if (dialog.ShowModal() != wxID_OK) return;
  auto options = workspace_.suiteOptions();
  options.store = address();
  const auto made = [options, tables = std::filesystem::path(utf8(dialog.GetPath()))]() -> Status {
    std::error_code ignored;
    if (!isSharedStore(options.store))
      std::filesystem::create_directories(std::filesystem::path(options.store).parent_path(), ignored);
    CCHC_TRY(const auto suite, openSuite(options));
    return importTables(*suite, tables);
  };
  doAside(words("Đang nạp đơn vị, kỳ và phân công…", "Loading units, periods and assignments…"), made);
}

// Then the store is looked into again.
void StartDialog::doAside(const char* what, std::function<Status()> work) {
  setBusy(true);
  tell(what, false);
  aside_.start([this, work = std::move(work)](const std::atomic<bool>&) -> Aside::Finish {
    const auto done = work();
    return [this, done] {
      setBusy(false);
      if (!done) return tell(messageLine(done.error(), workspace_.settings.language), true);
      looked_.clear();
      look();
    };
  });
}

// Into the place that the store's field names.
void StartDialog::restore() {
  const auto words = workspace_.words();
  const std::filesystem::path store = utf8(store_->GetValue());
  if (store.empty() || isSharedStore(store.string()))
    return tell(words("Chọn nơi đặt kho trên máy này trước.", "First choose where the store is to lie on this PC."),
                true);
  wxFileDialog dialog(this, wx(words("Bản sao lưu", "Backup")), "", "", "SQLite (*.sqlite)|*.sqlite|*.*|*.*",
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  std::error_code ignored;
  const bool there = std::filesystem::exists(store, ignored);
  wxMessageDialog question(this,
                           wx(words("Đã có kho ở nơi này. Thay bằng bản sao lưu? Kho đang có được giữ lại bên cạnh.",
                                    "There is a store here. Put the backup in its place? It is kept beside.")),
                           GetTitle(), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  question.SetYesNoLabels(wx(words("Thay", "Replace")), wx(words("Thôi", "Cancel")));
  if (there && question.ShowModal() != wxID_YES) return;
  std::filesystem::create_directories(store.parent_path(), ignored);
  workspace_.log().note("restore", utf8(dialog.GetPath()));
  doAside(words("Đang lấy lại từ bản sao lưu…", "Restoring from the backup…"),
          [copy = utf8(dialog.GetPath()), store, there, &clock = workspace_.clock()]() -> Status {
            const auto restored = restoreStore(copy, store.string(), there, clock);
            return restored ? Status() : fail(restored.error());
          });
}

void StartDialog::accept() {
  const auto words = workspace_.words();
  if (address() != looked_) look();
  if (aside_.running()) {
    acceptNext_ = true;
    return;
  }
  if (period_->GetSelection() < 0 || unit_->GetSelection() < 0) {
    if (state_->GetLabel().empty()) tell(words("Chọn kỳ báo cáo và đơn vị.", "Choose a period and a unit."), true);
    return;
  }
  const auto person = std::string(trim(utf8(person_->GetValue())));
  if (person.empty()) {
    person_->SetFocus();
    return tell(words("Nhập họ tên người nhập: mỗi thay đổi ghi lại ai đã làm.",
                      "Enter your name: each change records who made it."),
                true);
  }
  auto& settings = workspace_.settings;
  before_ = settings;
  settings.store = looked_;
  settings.person = person;
  settings.role = office_->GetValue() ? presentation::Role::office : presentation::Role::department;
  settings.period = periods_[static_cast<std::size_t>(period_->GetSelection())].id.value;
  settings.unit = unitChosen();
  // The report is of the unit that the chosen one lies in; a commune that reports of itself is its own.
  settings.whole = settings.unit;
  for (const auto& assignment : assignments_) {
    if (assignment.reporter.value == settings.unit && assignment.period.value == settings.period) {
      settings.whole = assignment.subject.value;
      break;
    }
  }
  setBusy(true);
  tell(words("Đang mở kho dữ liệu…", "Opening the store…"), false);
  workspace_.openAhead();
  opening_.Start(50);
}

void StartDialog::finish() {
  if (const auto opened = workspace_.open(); !opened) {
    workspace_.settings = before_;
    return tell(messageLine(opened.error(), workspace_.settings.language), true);
  }
  EndModal(wxID_OK);
}

}  // namespace cchc::shell
