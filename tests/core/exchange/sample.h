// A definition with every type of field, and a section of it with a value in each place.
#pragma once
#include <memory>

#include "core/definition/read_definition.h"
#include "core/exchange/package/package.h"

namespace cchc::sample {

const SectionDefinition& definition();
// Version 2 of it: a field renamed, another gone, one of another type, a column renamed, a table gone.
const SectionDefinition& newerDefinition();
SectionData data();
SubmissionHeader header();
std::vector<AttachmentBytes> attachments();

std::string package();                           // of all that
std::string packageOf(const SectionData& data);  // with no attachments but those the data name
DefinitionLookup lookup();                       // knows definition() only

Result<Package> read(std::string_view bytes);
// The code of what readPackage says, "" when it accepts.
std::string codeOf(std::string_view bytes);
// `package()` with the first `from` replaced; fails the test when it is not there.
std::string with(std::string_view from, std::string_view to);

}  // namespace cchc::sample
