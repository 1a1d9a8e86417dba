#include "core/shell/section/text_view.h"

#include <wx/notebook.h>
#include <wx/settings.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/presentation/section/step_name.h"
#include "core/presentation/section/word_difference.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/two_parts.h"

namespace cchc::shell {

TextView::TextView(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  list_ = new wxListBox(this, wxID_ANY);
  setAccessibleName(*list_, words("text-view.list"));
  state_ = new wxStaticText(this, wxID_ANY, "");
  difference_ =
      new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2);
  setAccessibleName(*difference_, words("text-view.difference"));
  difference_->Hide();
  text_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
  setAccessibleName(*text_, words("text-view.editor"));
  save_ = new wxButton(this, wxID_ANY, wx(words("text-view.save")));
  regenerate_ = new wxButton(this, wxID_ANY, wx(words("text-view.regenerate")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(regenerate_);
  buttons->AddStretchSpacer();
  buttons->Add(save_);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(list_, 1, wxEXPAND);
  auto* one = new wxBoxSizer(wxVERTICAL);
  one->Add(state_, 0, wxEXPAND | wxALL, FromDIP(6));
  one->Add(difference_, 2, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  one->Add(text_, 2, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(6));
  one->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(6));
  setTwoParts(*this, all, 2, one, 3);
  list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) {
    // The typed text belongs to the paragraph that was shown, so it is saved before another one is shown.
    const auto wanted = list_->GetSelection();
    if (commit()) {
      list_->SetSelection(wanted);
      return showSelected();
    }
    const auto back = std::find_if(paragraphs_.begin(), paragraphs_.end(),
                                   [&](const auto& one) { return one.paragraph.id == shown_; });
    list_->SetSelection(static_cast<int>(back - paragraphs_.begin()));
  });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (commit()) list_->SetFocus();
  });
  regenerate_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const int at = list_->GetSelection();
    if (at < 0 || static_cast<std::size_t>(at) >= paragraphs_.size()) return;
    text_->DiscardEdits();
    save(paragraphs_[static_cast<std::size_t>(at)], true);
    list_->SetFocus();
  });
  // The text is saved when the focus leaves its box, as a field is.
  text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    CallAfter([this] {
      if (!text_->HasFocus()) commit();
    });
  });
  parent->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    event.Skip();
    if (stale_ && inFront()) readParagraphs();
  });
  showCutTexts(*list_);
  reload();
}

bool TextView::inFront() const {
  const auto* book = dynamic_cast<wxNotebook*>(GetParent());
  return book == nullptr || book->GetCurrentPage() == this;
}

void TextView::reload() {
  stale_ = true;
  if (inFront()) readParagraphs();
}

void TextView::readParagraphs() {
  stale_ = false;
  paragraphs_.clear();
  wxArrayString lines;
  int chosen = wxNOT_FOUND;
  auto* form = workspace_.form();
  // Text for a section that is no longer open is discarded: the window calls commit() before it opens another one.
  if (form == nullptr || form->editing().key() != shownOf_) shown_.clear(), text_->DiscardEdits();
  if (form != nullptr) {
    shownOf_ = form->editing().key();
    for (std::size_t group = 0; group < form->editing().definition().groups.size(); ++group) {
      for (auto& paragraph : form->editing().paragraphs(group)) {
        if (paragraph.paragraph.id == shown_) chosen = static_cast<int>(paragraphs_.size());
        const char* mark = paragraph.drifted ? "▲ " : paragraph.paragraph.edited ? "✎ " : "";
        lines.Add(wx(mark + paragraph.paragraph.text));
        paragraphs_.push_back(std::move(paragraph));
      }
    }
  }
  if (lines != lines_) list_->Set(lines);
  lines_ = lines;
  if (chosen == wxNOT_FOUND && !paragraphs_.empty()) chosen = 0;
  list_->SetSelection(chosen);
  showSelected();
}

void TextView::showSelected() {
  const int at = list_->GetSelection();
  const auto words = workspace_.words();
  const bool any = at >= 0 && static_cast<std::size_t>(at) < paragraphs_.size();
  const bool editable = any && workspace_.form() != nullptr && !workspace_.form()->editing().locked();
  text_->SetEditable(editable);
  save_->Enable(editable);
  regenerate_->Enable(editable && paragraphs_[static_cast<std::size_t>(at)].paragraph.edited);
  if (!any) {
    shown_.clear();
    text_->ChangeValue("");
    text_->DiscardEdits();
    showDifference(nullptr);
    return state_->SetLabelText("");
  }
  const auto& one = paragraphs_[static_cast<std::size_t>(at)];
  if (shown_ != one.paragraph.id || !text_->IsModified()) {
    if (text_->GetValue() != wx(one.paragraph.text)) text_->ChangeValue(wx(one.paragraph.text));
    text_->DiscardEdits();
  }
  shown_ = one.paragraph.id;
  const auto state = words(one.drifted            ? "text-view.state.drifted"
                           : one.paragraph.edited ? "text-view.state.edited"
                                                  : "text-view.state.generated");
  state_->SetForegroundColour(one.drifted ? colours::of(Severity::warning) : wxNullColour);
  state_->SetLabelText(wx(state));
  state_->Wrap(std::max(FromDIP(120), GetClientSize().GetWidth() - FromDIP(16)));
  showDifference(one.drifted ? &one : nullptr);
  Layout();
}

// Shows the difference word by word, marked by font (struck out, bold) and not by colour alone.
void TextView::showDifference(const SectionEditing::GeneratedParagraph* drifted) {
  const auto made = drifted == nullptr ? std::string() : drifted->paragraph.text + "\n" + drifted->generated;
  if (made == differenceOf_) return;
  differenceOf_ = made;
  difference_->Clear();
  difference_->Show(drifted != nullptr);
  if (drifted == nullptr) return;
  using Kind = presentation::TextPart::Kind;
  for (const auto& part : presentation::wordDifference(drifted->paragraph.text, drifted->generated)) {
    auto font = difference_->GetFont();
    auto ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    if (part.kind == Kind::removed) font.MakeStrikethrough(), ink = colours::of(Severity::error);
    if (part.kind == Kind::added) font.MakeBold(), ink = colours::of(Severity::information);
    difference_->SetDefaultStyle(wxTextAttr(ink, wxNullColour, font));
    difference_->AppendText(wx(part.text));
    // The space between two parts belongs to neither of them.
    if (!part.text.empty() && part.text.back() != ' ') difference_->AppendText(" ");
  }
  difference_->ShowPosition(0);
}

std::string TextView::differenceText() const {
  return difference_->IsShown() ? utf8(difference_->GetValue()) : std::string();
}

bool TextView::commit() {
  if (!text_->IsModified() || shown_.empty()) return true;
  const auto* form = workspace_.form();
  const auto one = std::find_if(paragraphs_.begin(), paragraphs_.end(),
                                [&](const auto& each) { return each.paragraph.id == shown_; });
  if (form == nullptr || form->editing().key() != shownOf_ || one == paragraphs_.end())
    return text_->DiscardEdits(), true;
  return save(*one, false);
}

bool TextView::save(const SectionEditing::GeneratedParagraph& one, bool generated) {
  auto* form = workspace_.form();
  if (form == nullptr) return true;
  ParagraphData paragraph;
  paragraph.id = one.paragraph.id;
  for (const auto& own : form->editing().data().paragraphs) {
    if (own.id == paragraph.id) paragraph.confirmed = own.confirmed;
  }
  if (!generated) {
    const auto typed = normaliseText(utf8(text_->GetValue()));
    if (!typed) {
      if (showError) showError(typed.error());
      return false;
    }
    text_->DiscardEdits();
    if (*typed == one.paragraph.text) return true;
    paragraph.text = *typed;
    paragraph.basis = sha256(one.generated);
  }
  const auto done =
      form->editing().apply({presentation::stepName(generated ? "undo.generate-paragraph" : "undo.edit-paragraph", {}),
                             {ParagraphEdit{paragraph}}});
  if (!done) {
    text_->MarkDirty();
    if (showError) showError(done.error());
  }
  workspace_.edited();
  return done.has_value();
}

}  // namespace cchc::shell
