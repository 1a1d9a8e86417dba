#include "core/shell/frame/status_line.h"

#include <wx/statusbr.h>

#include <utility>

#include "core/app/shared/outbox.h"
#include "core/base/store_address.h"
#include "core/base/vietnamese.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

namespace {

enum Field : int { savedField, noteField, personField, storeField, deskField, fieldCount };

}  // namespace

void StatusLine::create() {
  const int widths[] = {scaled(window_, 130), -2, scaled(window_, 200), -2, -2};
  auto* bar = window_.CreateStatusBar(fieldCount);
  bar->SetStatusWidths(fieldCount, widths);
  bar->Bind(wxEVT_LEFT_UP, [this, bar](wxMouseEvent& event) {
    event.Skip();
    wxRect field;
    for (const auto& [at, clicked] : {std::pair(personField, &personClicked), std::pair(deskField, &deskClicked)}) {
      if (bar->GetFieldRect(at, field) && field.Contains(event.GetPosition()) && *clicked) window_.CallAfter(*clicked);
    }
  });
}

void StatusLine::showNote(const std::string& note) {
  if (auto* bar = window_.GetStatusBar()) bar->SetStatusText(wx(note.substr(0, note.find('\n'))), noteField);
}

void StatusLine::showSavedNow() {
  savedAt_ = vietnamese::timeOfDay(workspace_.clock().now());
  showSaved();
}

void StatusLine::showSaved() {
  const auto text = savedAt_.empty() ? wxString() : wx(workspace_.words()("status.saved", {{"time", savedAt_}}));
  if (auto* bar = window_.GetStatusBar(); bar != nullptr && bar->GetStatusText(savedField) != text)
    bar->SetStatusText(text, savedField);
}

void StatusLine::update(bool reached) {
  const auto words = workspace_.words();
  auto* bar = window_.GetStatusBar();
  if (bar == nullptr) return;
  showSaved();
  bar->SetStatusText(wx(words("status.person", {{"name", workspace_.settings.person}})), personField);
  bar->SetStatusText(wx(words("status.desk", {{"desk", workspace_.deskName()}})), deskField);
  auto where = words(isSharedStore(workspace_.settings.store) ? "status.store-shared" : "status.store-local");
  if (const auto& outbox = workspace_.suite().outbox; !reached && outbox && !outbox->empty())
    where = words("status.disconnected", {{"count", std::to_string(outbox->size())}});
  if (const auto days = presentation::daysLeft(workspace_.entries(), workspace_.today()))
    where += " · " + presentation::daysLeftText(*days, words);
  bar->SetStatusText(wx(where), storeField);
}

}  // namespace cchc::shell
