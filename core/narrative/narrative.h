// Paragraphs from values: the Mustache templates of a definition over formatted values (plugins/DEFINITION.md,
// narrative).
#pragma once
#include <cstddef>
#include <vector>

#include "core/base/result.h"
#include "core/definition/problems.h"
#include "core/model/org_unit.h"
#include "core/model/report.h"
#include "core/rules/evaluation.h"

namespace cchc {

// What a template may name besides the section's own values. All members are borrowed and may be null.
struct NarrativeContext {
  const OrgUnit* unit = nullptr;  // the unit that the report is about
  const OrgUnit* parent = nullptr;
  const Period* period = nullptr;
};

// Checks all templates of a definition.
// Errors, at line and column of the definition file, of which the first is returned:
//   definition.narrative       a tag names no field, table, view or column, or a Mustache section is not closed
//   definition.never-together  a tag names something that is never in force when the paragraph is
Status checkNarratives(const CompiledDefinition& definition);
// The same for a definition that is loaded, with all its problems: those, and
//   definition.unknown-format   a format that does not exist, or has no effect there
//   definition.empty-text       a paragraph without text (a warning)
//   definition.names-nothing    one that names no value and is not standing (a warning)
void checkNarratives(const SectionDefinition& definition, DefinitionProblems& problems);

// The paragraphs of one group that are in force, in order, without empty ones. An edited text in the data replaces the
// generated one and sets `edited`. `uses` lists the places whose values the template names. The definition must have
// passed checkNarratives.
std::vector<ReportParagraph> paragraphs(const CompiledDefinition& definition, std::size_t group,
                                        const SectionData& data, const Evaluation& evaluation,
                                        const NarrativeContext& context);

}  // namespace cchc
