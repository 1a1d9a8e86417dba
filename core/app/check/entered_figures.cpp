#include "core/app/check/entered_figures.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/app/check/stored_check.h"
#include "core/app/section/section_content.h"
#include "core/base/vietnamese.h"
#include "core/exchange/package/package.h"
#include "core/rules/compiled_definition.h"

namespace cchc {
namespace {

using Texts = std::map<Address, std::string>;

Texts textsOf(const SectionDefinition& definition, const SectionData& data) {
  Texts texts;
  for (auto& [address, text] : draftTexts(definition, data)) {
    // The position of a row is not a figure.
    texts.emplace(std::move(address), address.row() != nullptr ? std::string("row") : std::move(text));
  }
  return texts;
}

const std::string& textAt(const Texts& texts, const Address& address) {
  static const std::string none;
  const auto found = texts.find(address);
  return found == texts.end() ? none : found->second;
}

}  // namespace

Result<EnteredFigures> EnteredFigures::before(Suite& suite, const SectionKey& key, const SectionDefinition& definition,
                                              int revision) {
  EnteredFigures figures;
  CCHC_TRY(const auto history, suite.store.history(key));
  const DefinitionLookup lookup = [&](const SubmissionHeader&) { return &definition; };
  std::set<Address> seen;
  int last = 0;
  for (const auto& one : history) {
    const int of = one.header.revision;
    if (one.state == SubmissionState::rival || of == last || (revision > 0 && of >= revision)) continue;
    last = of;
    CCHC_TRY(const auto stored, suite.store.submission(key, of));
    if (!stored) continue;
    CCHC_TRY(auto package, readPackage(stored->package, keyText(key), lookup, UnitCodes(), {}, Unfit::kept));
    CCHC_CHECK(checkAgainstRow(package.header, *stored));
    if (!package.header.enteredFor) break;
    Entry entry{key, of, *package.header.enteredFor, {}};
    const auto texts = textsOf(definition, package.data);
    // A later revision has the last word on a place.
    if (entry.by.places.empty()) {
      for (const auto& [address, text] : texts) {
        if (address.row() == nullptr && seen.insert(address).second) entry.texts.emplace(address, text);
      }
    }
    for (const auto& place : entry.by.places) {
      const Address address(place);
      if (seen.insert(address).second) entry.texts.emplace(address, textAt(texts, address));
    }
    figures.entries_.push_back(std::move(entry));
  }
  return figures;
}

std::vector<Finding> EnteredFigures::in(const SectionData& data, const SectionDefinition& definition,
                                        std::string_view code) const {
  std::vector<Finding> findings;
  if (entries_.empty()) return findings;
  const auto texts = textsOf(definition, data);
  for (const auto& entry : entries_) {
    std::vector<Place> same;
    for (const auto& [address, text] : entry.texts) {
      if (textAt(texts, address) == text) same.push_back(address.place() != nullptr ? *address.place() : Place());
    }
    const auto add = [&](const Place& place, std::size_t count) {
      findings.push_back(makeFinding(code, Severity::information, entry.section, place,
                                     {{"by", codeOf(entry.by.by)},
                                      {"revision", std::to_string(entry.revision)},
                                      {"asked_by", entry.by.askedBy},
                                      {"day", vietnamese::date(entry.by.askedOn)},
                                      {"count", std::to_string(count)}}));
    };
    if (same.empty()) continue;
    if (entry.by.places.empty()) {
      add({}, same.size());
    } else {
      for (const auto& place : same) add(place, 1);
    }
  }
  return findings;
}

Result<std::vector<Finding>> keptEntryFindings(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto header, suite.store.section(key));
  const bool editing = header && (header->state == SectionState::draft || header->state == SectionState::returned);
  if (!editing || header->revision == 0) return std::vector<Finding>();
  CCHC_TRY(const auto section, loadSection(suite, key));
  if (!section) return std::vector<Finding>();
  const auto& definition = section->definition->definition();
  CCHC_TRY(const auto figures, EnteredFigures::before(suite, key, definition));
  return figures.in(section->data, definition, "core.entered-for-kept");
}

}  // namespace cchc
