#include "core/shell/office/board_detail.h"

#include <wx/wrapsizer.h>

#include <algorithm>
#include <memory>

#include "core/app/suite/suite_work.h"
#include "core/base/vietnamese.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/widgets/availability.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/list_columns.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

using presentation::BoardLine;

BoardDetail::BoardDetail(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  text_ = new wxStaticText(this, wxID_ANY, "");
  buttons_ = new wxWrapSizer(wxHORIZONTAL, 0);
  addCommand(DeskCommand::accept, "board-view.accept", &BoardDetail::accept);
  addCommand(DeskCommand::returnSection, "board-view.return", &BoardDetail::returnSection);
  open_ = addButton(words("board-view.open"), &BoardDetail::open);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(text_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(buttons_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(6));
  SetSizer(sizer);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fitColumns();
  });
}

wxButton* BoardDetail::addButton(const std::string& label, std::function<void()> BoardDetail::*action) {
  auto* button = new wxButton(this, wxID_ANY, wx(label));
  button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) {
    CallAfter([this, action] {
      if (this->*action) (this->*action)();
    });
  });
  buttons_->Add(button, 0, wxRIGHT | wxBOTTOM, FromDIP(4));
  return button;
}

void BoardDetail::addCommand(DeskCommand command, const char* label, std::function<void()> BoardDetail::*action) {
  commands_[command] = addButton(workspace_.words()(label), action);
}

wxButton* BoardDetail::buttonOf(DeskCommand command) const {
  const auto found = commands_.find(command);
  return found == commands_.end() ? nullptr : found->second;
}

void BoardDetail::makeSectionControls() {
  if (differences_ != nullptr) return;
  const auto words = workspace_.words();
  addCommand(DeskCommand::enterFor, "board-view.enter-for", &BoardDetail::enterFor);
  addCommand(DeskCommand::discard, "board-view.discard", &BoardDetail::discard);
  addCommand(DeskCommand::refuseReturn, "board-view.refuse-return", &BoardDetail::refuseReturn);
  addCommand(DeskCommand::reopen, "board-view.reopen", &BoardDetail::reopen);
  addCommand(DeskCommand::choose, "board-view.choose-package", &BoardDetail::choosePackage);
  differences_ = new wxListView(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setColumns(*differences_, words("board-view.differences"),
             {{words("board-view.differences.field"), 130},
              {words("board-view.differences.before"), 90},
              {words("board-view.differences.now"), 90}});
  GetSizer()->Add(differences_, 1, wxEXPAND);
  Layout();
  fitColumns();
}

// The column of previous figures is hidden for a first revision, which has none.
void BoardDetail::fitColumns() {
  if (differences_ == nullptr) return;
  const int width = std::max(scaled(*this, 240), differences_->GetClientSize().GetWidth());
  differences_->SetColumnWidth(0, width * (hasPrevious_ ? 4 : 5) / 10);
  differences_->SetColumnWidth(1, hasPrevious_ ? width * 3 / 10 : 0);
  differences_->SetColumnWidth(2, width * (hasPrevious_ ? 3 : 5) / 10);
}

std::string BoardDetail::headingOf(const BoardLine& line) const {
  const auto words = workspace_.words();
  auto text = line.reporterName + "\n" + line.title;
  if (line.deadline) {
    const auto deadline = vietnamese::numericDate(*line.deadline);
    text += "\n";
    text += line.daysLeft ? words("board-view.detail.deadline-left",
                                  {{"deadline", deadline}, {"left", presentation::daysLeftText(*line.daysLeft, words)}})
                          : words("board-view.detail.deadline", {{"deadline", deadline}});
  }
  if (line.received && !line.signer.empty())
    text += "\n" + words("board-view.detail.received", {{"time", line.lastChange}, {"sender", line.signer}});
  if (line.reason.empty()) return text;
  if (line.state == SectionState::returnAsked)
    text += "\n" + words("board-view.detail.return-asked", {{"reason", line.reason}});
  if (line.state == SectionState::returned)
    text += "\n" + words("board-view.detail.returned", {{"reason", line.reason}});
  return text;
}

void BoardDetail::showText(const std::string& text) {
  text_->SetLabelText(wx(text));
  text_->Wrap(std::max(FromDIP(150), GetClientSize().GetWidth() - FromDIP(14)));
  Layout();
}

namespace {

// The selected sections by name; the last of many only as a number.
std::string namesOf(const std::vector<BoardLine>& lines, presentation::Words words) {
  constexpr std::size_t most = 8;
  const auto named = lines.size() <= most ? lines.size() : most - 1;
  std::string names;
  for (std::size_t i = 0; i < named; ++i)
    names += (i == 0 ? "" : "; ") + lines[i].reporterName + " · " + lines[i].title;
  if (named < lines.size())
    names += " " + words("board-view.detail.more", {{"count", std::to_string(lines.size() - named)}});
  return names;
}

}  // namespace

void BoardDetail::show(const std::vector<BoardLine>& lines) {
  const auto words = workspace_.words();
  if (!lines.empty()) makeSectionControls();
  for (const auto& [command, button] : commands_) setAvailable(*button, workspace_.refusal(command, lines));
  setAvailable(*open_, lines.empty()       ? words("permission.none-selected")
                       : lines.size() == 1 ? std::string()
                                           : words("permission.one-section"));
  // The command that takes several sections says how many it will take.
  if (auto* accepting = buttonOf(DeskCommand::accept)) {
    accepting->SetLabelText(wx(lines.size() > 1
                                   ? words("board-view.accept-several", {{"count", std::to_string(lines.size())}})
                                   : words("board-view.accept")));
    accepting->InvalidateBestSize();
  }
  if (differences_ != nullptr) {
    commands_[DeskCommand::choose]->Show(lines.size() == 1 && lines.front().undecided);
    differences_->DeleteAllItems();
  }
  reading_.discard();
  if (lines.empty()) return showText(words("board-view.detail.none-selected"));
  if (lines.size() > 1)
    return showText(words("board-view.detail.several-selected",
                          {{"count", std::to_string(lines.size())}, {"sections", namesOf(lines, words)}}));
  const auto& line = lines.front();
  showText(headingOf(line));
  if (line.revision == 0) return;
  const auto comparison = std::make_shared<Comparison>();
  reading_.ask(onSuite(workspace_.suite().options,
                       [comparison, line, words](SuiteWork& work) -> Status {
                         CCHC_TRY(const auto rivals, presentation::rivalPackages(work.suite, line.key, words));
                         comparison->mayChoose = !rivals.empty();
                         comparison->rivals = static_cast<std::size_t>(std::count_if(
                             rivals.begin(), rivals.end(), [](const auto& one) { return !one.discarded; }));
                         if (!line.received) return {};
                         CCHC_TRY(comparison->differences,
                                  presentation::differences(work.suite, line.key, line.revision, words));
                         return {};
                       }),
               [this, comparison, line](const Status& done) {
                 if (!done && showError) showError(done.error());
                 showComparison(line, *comparison);
               });
}

void BoardDetail::showComparison(const BoardLine& line, const Comparison& comparison) {
  const auto words = workspace_.words();
  hasPrevious_ = line.revision > 1;
  commands_[DeskCommand::choose]->Show(line.undecided || comparison.mayChoose);
  auto text = headingOf(line);
  if (!line.received) return showText(text + "\n" + words("board-view.detail.none-counts"));
  if (comparison.rivals > 1)
    text += "\n" + words("board-view.detail.rivals", {{"count", std::to_string(comparison.rivals)}});
  text += "\n";
  if (comparison.differences.empty())
    text += words("board-view.detail.no-differences");
  else
    text += hasPrevious_ ? words("board-view.detail.compared") : words("board-view.detail.first-revision");
  fitColumns();
  for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
    const auto row = static_cast<long>(i);
    differences_->InsertItem(row, wx(comparison.differences[i].label));
    differences_->SetItem(row, 1, wx(comparison.differences[i].before));
    differences_->SetItem(row, 2, wx(comparison.differences[i].after));
  }
  showText(text);
}

}  // namespace cchc::shell
