#include "core/shell/frame/section_opener.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/app/section/section_editing.h"
#include "core/app/shared/outbox.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/frame/notice_bar.h"

namespace cchc::shell {

void SectionOpener::showPlace(const std::string& place) {
  if (!place.empty()) views_.form()->goTo(place);
}

void SectionOpener::open(const SectionKey& key, const std::string& place) {
  auto& workspace = context_.workspace;
  if (!context_.commitEditors()) return stayed();
  if (workspace.form() != nullptr && workspace.form()->editing().key() == key) {
    opening_.cancel();
    views_.show(FrameView::form);
    return showPlace(place);
  }
  const auto section = std::make_shared<std::unique_ptr<SectionEditing>>();
  const auto edits = workspace.edits();
  opening_.ask(
      workspace.suite().options,
      [section, key, outbox = workspace.suite().outbox](Background::Work& work) -> Status {
        CCHC_CHECK(waitForOutbox(outbox));
        CCHC_TRY(*section, SectionEditing::open(work.suite, key));
        return {};
      },
      [this, &workspace, section, key, place, edits](const Status& read) {
        if (!read) context_.notices.showError(read.error());
        if (!read || !context_.commitEditors()) return stayed();
        // An edit made while the section was being read may concern a figure that the section shows.
        if (workspace.edits() != edits) return open(key, place);
        workspace.showSection(std::move(*section));
        views_.show(FrameView::form);
        showPlace(place);
      });
}

void SectionOpener::refresh() {
  struct Read {
    std::vector<presentation::NavigatorEntry> entries;
    std::unique_ptr<SectionEditing> section;
  };
  auto& workspace = context_.workspace;
  const auto read = std::make_shared<Read>();
  const auto* form = workspace.form();
  const auto key = form != nullptr ? std::optional(form->editing().key()) : std::nullopt;
  const auto edits = workspace.edits();
  refreshing_.ask(
      workspace.suite().options,
      [read, key, outbox = workspace.suite().outbox, unit = OrgUnitId(workspace.settings.unit),
       period = workspace.period().id, words = workspace.words()](Background::Work& work) -> Status {
        CCHC_CHECK(waitForOutbox(outbox));
        CCHC_TRY(read->entries, presentation::uncountedEntries(work.suite, unit, period, words));
        if (!key) return {};
        CCHC_TRY(read->section, SectionEditing::open(work.suite, *key));
        return {};
      },
      [this, &workspace, read, key, edits](const Status& done) {
        if (!done) return context_.notices.showError(done.error());
        if (workspace.edits() != edits) return refresh();
        const auto* open = workspace.form();
        if (key && open != nullptr && open->editing().key() == *key && context_.commitEditors()) {
          const auto place = views_.currentPlace();
          workspace.showSection(std::move(read->section));
          if (views_.view() == FrameView::form) showPlace(place);
        }
        workspace.setEntries(std::move(read->entries));
      });
}

}  // namespace cchc::shell
