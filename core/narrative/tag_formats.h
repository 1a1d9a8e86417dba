// Which formats a tag of a template may have. Private to narrative/.
#pragma once
#include <string>
#include <vector>

#include "core/narrative/template_tags.h"

namespace cchc::narrative {

// The formats that change how the tag is printed; display.cpp applies them.
std::vector<std::string> formatsOf(const SectionDefinition& definition, const Tag& tag);

// Notes definition.unknown-format, at the tag: a format that does not exist, or has no effect there.
void checkFormats(const SectionDefinition& definition, const NarrativeDefinition& narrative,
                  const std::vector<Tag>& tags, DefinitionProblems& problems);

}  // namespace cchc::narrative
