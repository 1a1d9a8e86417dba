#include "core/app/report/form_findings.h"

#include <iterator>
#include <map>
#include <set>

#include "core/app/compare/compared_periods.h"
#include "core/app/report/not_read.h"
#include "core/app/suite/definition_set.h"

namespace cchc {

std::vector<Finding> leftOutFindings(const Suite& suite, const SectionKey& key) {
  std::vector<Finding> findings;
  for (const auto& one : suite.definitions->leftOut()) {
    if (one.id == key.definition)
      findings.push_back(makeFinding(one.why.code, Severity::warning, key, {}, one.why.parameters));
  }
  return findings;
}

Result<std::vector<Finding>> formFindings(Suite& suite, const ConsolidationInput& input) {
  struct Changed {
    int sections = 0;
    std::set<std::string> digests;
  };
  CCHC_TRY(const auto notRead, NotRead::of(suite, input));
  CCHC_TRY(auto findings, ignoredComparisonFindings(suite, {{}, input.unit.id, input.period.id}));
  for (const auto& definition : input.definitions) {
    auto leftOut = leftOutFindings(suite, {definition->definition().id, input.unit.id, input.period.id});
    std::move(leftOut.begin(), leftOut.end(), std::back_inserter(findings));
  }
  std::map<DefinitionId, Changed> changed;
  const Store::SubmissionFilter filter{input.period.id, {}, true, false, {}, {}, false};
  CCHC_CHECK(suite.store.forEachSubmission(filter, [&](const StoredSubmission& stored) -> Status {
    const auto& header = stored.header;
    if (!notRead.accountsFor(header.key.unit)) return {};
    if (const auto why = notRead.why(header.key)) {
      findings.push_back(
          makeFinding("core.not-asked", Severity::information, header.key, "",
                      {{"why_vi", message(*why, Language::vi).what}, {"why_en", message(*why, Language::en).what}}));
      return {};
    }
    const auto* form = suite.definitions->registry().find(header.key.definition, input.period.end);
    if (form == nullptr || form->version != header.definitionVersion || form->digest == header.definitionDigest)
      return {};
    auto& of = changed[header.key.definition];
    ++of.sections;
    of.digests.insert(header.definitionDigest);
    return {};
  }));
  for (const auto& [definition, of] : changed) {
    const auto* form = suite.definitions->registry().find(definition, input.period.end);
    constexpr std::size_t shown = 12;  // enough of a digest to compare by eye
    std::string digests;
    for (const auto& digest : of.digests) digests += (digests.empty() ? "" : ", ") + digest.substr(0, shown);
    findings.push_back(makeFinding("core.form-changed", Severity::warning, {definition, input.unit.id, input.period.id},
                                   "",
                                   {{"title", form->title.vi},
                                    {"title_en", form->title.in(Language::en)},
                                    {"version", std::to_string(form->version)},
                                    {"here", form->digest.substr(0, shown)},
                                    {"digests", digests},
                                    {"count", std::to_string(of.sections)}}));
  }
  return findings;
}

}  // namespace cchc
