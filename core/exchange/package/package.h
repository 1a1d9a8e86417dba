// Submission packages (namespace urn:cchc:submission:1, schemas/submission.xsd): written and read. README.md beside
// this file tells the format.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/definition/read_definition.h"
#include "core/model/submission.h"

namespace cchc {

inline constexpr std::size_t packageLimit = std::size_t(50) << 20;  // bytes, attachments included
inline constexpr std::size_t attachmentLimit = std::size_t(20) << 20;

// The package as bytes; contentDigest is filled in from what was written. Same input, same bytes. The content element
// is written in its exclusive canonical form (W3C xml-exc-c14n, no comments), so its octets in the file are what a
// signature digests.
std::string writePackage(SubmissionHeader& header, const SectionDefinition& definition, const SectionData& data,
                         const std::vector<AttachmentBytes>& attachments = {});

struct Package {
  SubmissionHeader header;
  SectionData data;
  std::vector<AttachmentBytes> attachments;
};
// Which definition the header's id and version mean; package.unknown-section, package.newer-definition. One of a newer
// version than the package's is taken as its successor: ids are also found by renamed-from, what has no home is kept
// aside.
using DefinitionLookup = std::function<Result<const SectionDefinition*>(const DefinitionId&, int version)>;

// Reads and checks form, structure and types by the definition: exactly what schemas/submission.xsd and the definition
// say, and only what libxml2 also accepts. `reusable`: storage of a former package may be handed in to save
// allocations. Errors, each with `place` (file, line and column) and what to mend: package.not-xml, package.cut-short,
// package.doctype, package.too-large, package.too-deep, package.not-a-package, package.newer-format,
// package.unknown-section, package.newer-definition, package.unknown-field, package.wrong-value, package.too-many-rows,
// package.duplicate, package.text (control characters), package.not-allowed (qualifier, stated value), …; all are in
// base/messages_package.cpp. White space between elements is let pass; contentDigest is of the content's octets as they
// lie in the file.
Result<Package> readPackage(std::string_view bytes, std::string_view file, const DefinitionLookup& lookup,
                            Package reusable = {});

// The same for many packages: buffers live as long as the reader. One thread each.
class SubmissionReader {
 public:
  explicit SubmissionReader(DefinitionLookup lookup);
  SubmissionReader(SubmissionReader&&) noexcept;
  SubmissionReader& operator=(SubmissionReader&&) noexcept;
  ~SubmissionReader();

  Result<Package> read(std::string_view bytes, std::string_view file, Package reusable = {});
  // Bytes that were read before and have lain in the store since: not guarded again, and the digest is the caller's to
  // know (left as `reusable` has it).
  Result<Package> readStored(std::string_view bytes, std::string_view file, Package reusable = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Only the header, cheaply.
Result<SubmissionHeader> readPackageHeader(std::string_view bytes, std::string_view file);

}  // namespace cchc
