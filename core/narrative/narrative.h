// Paragraphs from values: Mustache templates of a definition over formatted values (plugins/DEFINITION.md, narrative).
#pragma once
#include <string>
#include <vector>

#include "core/model/report.h"
#include "core/rules/evaluation.h"

namespace cchc {

// Names that a template may use beside the section's own.
struct NarrativeContext {
  const OrgUnit* unit = nullptr;  // whom the report is of
  const OrgUnit* parent = nullptr;
  const Period* period = nullptr;
};

// definition.narrative with file line: a tag that names no field, table, view or column, an unclosed section.
Status checkNarratives(const CompiledDefinition& definition);

// The paragraphs of one group, in order; empty ones left out. Edited text of the data replaces the generated one (with
// `edited`). `uses` lists the places whose values each one words.
std::vector<ReportParagraph> paragraphs(const CompiledDefinition& definition, std::size_t group,
                                        const SectionData& data, const Evaluation& evaluation,
                                        const NarrativeContext& context);

// One effective value as printed: `format` as after a template's bar ("", "bare", "plain", "full", "padded", "words",
// "short", "title", …). `ownBody`: issuer that is not repeated after a document.
std::string display(const FieldDefinition& field, const Effective& effective, std::string_view format,
                    std::string_view ownBody = {});

// Findings about edited text: narrative.figure-not-typed for each figure, date or document symbol in it that stands in
// no typed value of the section (with what it refers to), narrative.drift when the figures have changed since it was
// edited, narrative.standing-unconfirmed.
std::vector<Finding> textFindings(const CompiledDefinition& definition, const SectionKey& key, const SectionData& data,
                                  const Evaluation& evaluation, const NarrativeContext& context);

}  // namespace cchc
