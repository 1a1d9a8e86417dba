// A definition with every type of field, and a section of it with a value in each place.
#pragma once
#include <memory>

#include "core/definition/read_definition.h"
#include "core/exchange/package/package.h"

namespace cchc::sample {

const SectionDefinition& definition();
// Version 2 of it: a field is renamed, another removed, a third of another type; a column is renamed, a table removed.
const SectionDefinition& newerDefinition();
SectionData data();
SectionData data1();  // with one of each member that minor version 1 added to values
SubmissionHeader header();
SubmissionHeader header1();
std::vector<AttachmentBytes> attachments();

std::string package();   // of that section
std::string package1();  // of it with one of each member that minor version 1 of the format added
std::string packageOf(const SectionData& data);  // with the attachments that the data name
DefinitionLookup lookup();                       // knows definition() only

Result<Package> read(std::string_view bytes);
// The code of the error of readPackage; "" if it accepts the package.
std::string codeOf(std::string_view bytes);
// `package()` with the first `from` replaced; the test fails if there is none.
std::string with(std::string_view from, std::string_view to);

}  // namespace cchc::sample
