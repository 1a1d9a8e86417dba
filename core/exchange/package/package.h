// Submission packages: files of a submission with its attachments. schemas/submission.xsd defines the format (namespace
// urn:cchc:submission:1). package_writer.cpp writes them, package_reader.cpp reads them.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/model/section_data.h"
#include "core/model/submission.h"
#include "core/model/units/unit_codes.h"

namespace cchc {

inline constexpr std::size_t packageLimit = std::size_t(50) << 20;  // bytes, attachments included
inline constexpr std::size_t attachmentLimit = std::size_t(20) << 20;

// Writes a package and sets the header's contentDigest; its version and digest of the definition are set if they are
// missing. The same input gives the same bytes. The content element is written in exclusive canonical form (W3C
// xml-exc-c14n, no comments), so its octets in the file are what a signature digests.
std::string writePackage(SubmissionHeader& header, const SectionDefinition& definition, const SectionData& data,
                         const std::vector<AttachmentBytes>& attachments = {});

struct Package {
  SubmissionHeader header;
  SectionData data;
  std::vector<AttachmentBytes> attachments;
};
// Finds the definition by which a package with this header is read. It may be a higher version, or have another
// content, than the one that the header names; ids are then also found by renamed-from, and a value that has no field
// becomes a kept value. Errors: those of the caller's choice, such as package.unknown-section.
using DefinitionLookup = std::function<Result<const SectionDefinition*>(const SubmissionHeader&)>;

// The parameters of a message that a package was made with another version or content of a form than the one here:
// title, title_en, version, digest (its beginning), here (the version) and digest_here.
std::vector<Parameter> formDifference(const SectionDefinition& here, const SubmissionHeader& header);

// What happens to a value that does not fit the definition, although the package was made with it. Otherwise it is
// always kept.
enum class Unfit : unsigned char {
  refused,
  kept  // it becomes a kept value: for showing a package that the store holds
};

// Reads a package. It accepts exactly what schemas/submission.xsd and the definition allow, and only what libxml2 also
// accepts; white space between elements is ignored. The header's contentDigest is that of the content's octets in the
// file. The storage of `reusable`, a package that was read before, is reused to save allocations. Errors, each with
// file, line and column (base/texts/package.tsv has their texts):
//   those of guardXml (exchange/xml/strict_xml.h)
//   package.not-a-package, package.newer-format     the file is something else, or of a newer format
//   package.unknown-section, package.newer-definition
//                                                   those of `lookup`
//   package.structure, package.unknown-attribute, package.missing-attribute, package.wrong-attribute
//                                                   elements or attributes do not follow the schema
//   package.unknown-field, package.unknown-row, package.duplicate, package.too-many-rows, package.nothing
//                                                   the content does not fit the definition
//   package.wrong-value, package.not-allowed        a value does not fit its field, with the reason
//   package.attachment, package.attachment-too-large, package.attachment-missing
//                                                   an attachment is damaged, too large or missing
Result<Package> readPackage(std::string_view bytes, std::string_view file, const DefinitionLookup& lookup,
                            const UnitCodes& codes, Package reusable = {}, Unfit unfit = Unfit::refused);

// Reads many packages, as readPackage does, with buffers that live as long as the reader. Use one reader per thread.
class SubmissionReader {
 public:
  SubmissionReader(DefinitionLookup lookup, UnitCodes codes, Unfit unfit = Unfit::refused);
  SubmissionReader(SubmissionReader&&) noexcept;
  SubmissionReader& operator=(SubmissionReader&&) noexcept;
  ~SubmissionReader();

  Result<Package> read(std::string_view bytes, std::string_view file, Package reusable = {});
  // Reads bytes that read() accepted and that the store has held since. The guard does not check them again, and
  // contentDigest stays that of `reusable`, since the caller knows it.
  Result<Package> readStored(std::string_view bytes, std::string_view file, Package reusable = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Reads the header only. Errors as readPackage, without those of the content and the attachments.
Result<SubmissionHeader> readPackageHeader(std::string_view bytes, std::string_view file, const UnitCodes& codes);

}  // namespace cchc
