// A form with sample values, to be looked at before it is installed.
#pragma once
#include <string>

#include "core/base/texts.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

// A page of simple HTML without styles that a browser and the window's help page show alike: the groups with their
// fields, tables and paragraphs as the report would print them, and the rules. It says that the values are samples. All
// parts are shown, those of some days or unit forms with them. The same form gives the same page.
std::string formPreview(const CompiledDefinition& form, Language language);
// What stands in the page's body.
std::string formPreviewBody(const CompiledDefinition& form, Language language);

}  // namespace cchc
