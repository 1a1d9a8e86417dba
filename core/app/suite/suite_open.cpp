// The only file that connects the leaves: plugins provide definitions, rules compile them, the store keeps the
// sections.
#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/app/shared/outbox.h"
#include "core/app/suite/catalogue.h"
#include "core/app/suite/desk.h"
#include "core/app/suite/suite.h"
#include "core/base/digest.h"
#include "core/base/platform.h"

namespace cchc {

Result<std::vector<ApplyOutcome>> applyChanges(Suite& suite, const SectionKey& key, std::span<const Change> changes) {
  return suite.outbox ? suite.outbox->apply(suite.store, key, changes) : suite.store.apply(key, changes);
}

Result<SectionHeader> beginSection(Store& store, const SectionKey& key, const SectionDefinition& definition,
                                   const Actor& who) {
  CCHC_CHECK(store.saveDefinition(definition));
  CCHC_TRY(auto header, store.openSection(key, definition, who));
  if (header.state == SectionState::returned) return store.transition(key, DeskCommand::edit, who, "");
  return header;
}

namespace {

// Opens this PC's outbox for the suite's shared store. What an earlier run left is sent at once, if possible.
// Error app.no-home
Status openOutbox(Suite& suite) {
  const auto& address = suite.options.store;
  auto folder = suite.options.outboxes;
  if (folder.empty()) {
    CCHC_TRY(const auto own, platform::userDataFolder());
    folder = own / "outbox";
  }
  // The name does not depend on the password in the address, which may change while edits wait.
  const auto named = [&](const std::string& of) { return folder / (sha256(of).substr(0, 16) + ".tsv"); };
  const auto file = named(shownStore(address)), olderFile = named(address);  // older versions used the whole address
  std::error_code ignored;
  if (olderFile != file && !std::filesystem::exists(file, ignored)) std::filesystem::rename(olderFile, file, ignored);
  suite.outbox = Outbox::acquire(file);
  if (!suite.outbox) return {};
  // The store may be another session of the same store.
  suite.outbox->beginSection = [definitions = suite.definitions](Store& store, const SectionKey& key,
                                                                 const Actor& who) -> Status {
    CCHC_TRY(const auto periods, store.periods());
    const auto period =
        std::find_if(periods.begin(), periods.end(), [&](const Period& one) { return one.id == key.period; });
    const auto definition = period == periods.end() ? nullptr : definitions->find(key.definition, period->end);
    if (!definition) return fail("plugin.missing", keyText(key));
    CCHC_TRY(const auto begun, beginSection(store, key, definition->definition(), who));
    static_cast<void>(begun);
    return {};
  };
  suite.outbox->send(suite.store);
  return {};
}

}  // namespace

Result<std::unique_ptr<Suite>> openSuite(SuiteOptions options) {
  CCHC_TRY(auto store, Store::open(options.store, *options.clock));
  // In a shared store the database account identifies the person, since the login name on this PC means nothing to
  // others.
  CCHC_TRY(auto login, store.login());
  if (!login.empty()) options.actor.login = std::move(login);
  if (!options.catalogue) {
    CCHC_TRY(options.catalogue, loadInstalledCatalogue(options.resources, options.pluginFolders));
  }
  CCHC_TRY(auto definitions, definitionsWith(options.catalogue, store));
  const auto& catalogue = *options.catalogue;
  auto suite = std::unique_ptr<Suite>(
      new Suite{std::move(options), catalogue, std::move(store), std::move(definitions), nullptr, {}, {}});
  CCHC_CHECK(setDesk(*suite, suite->options.as));
  if (isSharedStore(suite->options.store) && !suite->options.withoutOutbox) CCHC_CHECK(openOutbox(*suite));
  return suite;
}

}  // namespace cchc
