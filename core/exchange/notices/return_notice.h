// Notices about the return of a submission, as files for departments without a network: the office's return, the
// department's request for one, and the office's refusal of that request (namespace urn:cchc:return:1,
// schemas/return.xsd).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

#include "core/model/submission.h"
#include "core/model/units/unit_codes.h"

namespace cchc {

// asked: the department asks for its submission back. refused: the office refuses to return it. Both since format 1.2.
enum class ReturnKind : unsigned char { returned, asked, refused };

struct ReturnNotice {
  SectionKey section;
  int revision = 0;
  std::string digest;      // contentDigest of the submission
  std::string reason, by;  // by: the person who decided or asked
  Time at{};
  std::vector<Remark> remarks;  // since format 1.1, which is written only if there are remarks
  ReturnKind kind = ReturnKind::returned;
  bool operator==(const ReturnNotice&) const = default;
};
// Writes a notice. With `forSigning`, a signature may be inserted (format 1.2).
std::string writeReturn(const ReturnNotice& notice, bool forSigning = false);
// Whether the bytes begin like a notice; the rest is not checked.
bool looksLikeReturn(std::string_view bytes);
// Reads a notice. Since format 1.2 a signature may be the root's last child; it is not verified here
// (signing/return_signature.h).
// Errors, with file, line and column:
//   those of guardXml (exchange/xml/strict_xml.h)
//   package.not-a-return, package.newer-format  the file is something else, or of a newer format
//   package.structure, package.unknown-attribute, package.missing-attribute, package.wrong-attribute
//                                               elements or attributes do not follow the schema
//   return.reason                               there is no reason
//   text.*                                      a text contains characters that are not allowed
Result<ReturnNotice> readReturn(std::string_view bytes, std::string_view file, const UnitCodes& codes);

}  // namespace cchc
