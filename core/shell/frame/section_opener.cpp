#include "core/shell/frame/section_opener.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/app/section/section_editing.h"
#include "core/app/shared/outbox.h"
#include "core/app/suite/suite_work.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/frame/notice_bar.h"

namespace cchc::shell {

SectionOpener::SectionOpener(const FrameContext& context, ViewSwitcher& views)
    : context_(context), views_(views), opening_(context.workspace.tasks()), refreshing_(context.workspace.tasks()) {}

void SectionOpener::showPlace(const Place& place) {
  if (!place.empty()) views_.form()->goTo(place);
}

void SectionOpener::open(const SectionKey& key, const Place& place) {
  auto& workspace = context_.workspace;
  if (!context_.commitEditors()) return stayed();
  if (workspace.form() != nullptr && workspace.form()->editing().key() == key) {
    opening_.discard();
    views_.show(FrameView::form);
    return showPlace(place);
  }
  if (!context_.leaveEntry()) return stayed();
  read(key, place, DeskCommand::edit);
}

void SectionOpener::enter(const SectionKey& key, DeskCommand command) {
  if (!context_.commitEditors() || !context_.leaveEntry()) return stayed();
  read(key, "", command);
}

void SectionOpener::read(const SectionKey& key, const Place& place, DeskCommand command) {
  auto& workspace = context_.workspace;
  const auto edits = workspace.edits();
  opening_.ask(onSuite(workspace.suite().options,
                       [key, command,
                        outbox = workspace.suite().outbox](SuiteWork& work) -> Result<std::unique_ptr<SectionEditing>> {
                         CCHC_CHECK(waitForOutbox(outbox));
                         return SectionEditing::open(work.suite, key, command);
                       }),
               [this, &workspace, key, place, command, edits](Result<std::unique_ptr<SectionEditing>> section) {
                 if (!section) context_.notices.showError(section.error());
                 if (!section || !context_.commitEditors()) return stayed();
                 // An edit made while the section was being read may concern a figure that the section shows.
                 if (workspace.edits() != edits)
                   return command == DeskCommand::edit ? open(key, place) : enter(key, command);
                 workspace.showSection(std::move(*section));
                 views_.show(FrameView::form);
                 showPlace(place);
               });
}

void SectionOpener::refresh() {
  struct Read {
    Workspace::Units units;
    std::vector<presentation::NavigatorEntry> entries;
    std::unique_ptr<SectionEditing> section;
  };
  auto& workspace = context_.workspace;
  const auto* form = workspace.form();
  const bool again = form != nullptr && !form->editing().entering();
  const auto key = again ? std::optional(form->editing().key()) : std::nullopt;
  const auto edits = workspace.edits();
  refreshing_.ask(onSuite(workspace.suite().options,
                          [key, outbox = workspace.suite().outbox, settings = workspace.settings,
                           period = workspace.period()](SuiteWork& work) -> Result<Read> {
                            CCHC_CHECK(waitForOutbox(outbox));
                            Read read;
                            read.units = Workspace::unitsOf(work.suite, settings, period);
                            CCHC_TRY(read.entries, presentation::uncountedEntries(work.suite, read.units.unit.id,
                                                                                  period.id, {settings.language}));
                            if (key) {
                              CCHC_TRY(read.section, SectionEditing::open(work.suite, *key));
                            }
                            return read;
                          }),
                  [this, &workspace, key, edits](Result<Read> read) {
                    if (!read) return context_.notices.showError(read.error());
                    if (workspace.edits() != edits) return refresh();
                    workspace.setUnits(std::move(read->units));
                    const auto* open = workspace.form();
                    if (key && open != nullptr && open->editing().key() == *key && !open->editing().entering() &&
                        context_.commitEditors()) {
                      const auto place = views_.currentPlace();
                      const int scroll = views_.formScroll();
                      const bool shown = views_.view() == FrameView::form || views_.view() == FrameView::table;
                      const auto* editor = shown ? views_.form()->editor() : nullptr;
                      const bool editing = editor != nullptr && editor->HasFocus();
                      workspace.showSection(std::move(read->section));
                      if (shown) views_.comeBack(place, scroll);
                      if (editing) showPlace(place);
                    }
                    workspace.setEntries(std::move(read->entries));
                  });
}

}  // namespace cchc::shell
