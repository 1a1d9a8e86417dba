// A return, and what goes before it (a department that asks for one, the office that refuses it): the office's answer
// to a submission, as a file for a department that has no network (namespace urn:cchc:return:1, schemas/return.xsd).
#pragma once
#include <string>
#include <string_view>

#include "core/model/submission.h"

namespace cchc {

// asked: the department wants its submission back. refused: the office does not give it back. Both since format 1.2.
enum class ReturnKind : unsigned char { returned, asked, refused };

struct ReturnNotice {
  SectionKey section;
  int revision = 0;
  std::string digest;  // contentDigest of the submission that goes back
  std::string reason, by;
  Time at{};
  std::vector<Remark> remarks;  // since format 1.1, which is written only when there are some
  ReturnKind kind = ReturnKind::returned;
  bool operator==(const ReturnNotice&) const = default;
};
// `forSigning`: a signature will be put into it (format 1.2).
std::string writeReturn(const ReturnNotice& notice, bool forSigning = false);
// Whether the bytes begin as a return does; says nothing on whether it is in order.
bool looksLikeReturn(std::string_view bytes);
// The guard's errors; package.not-a-return, package.newer-format, package.wrong-attribute, package.missing-attribute,
// return.reason. Says nothing of a signature, which may be the root's last child since format 1.2:
// signing/return_signature.h.
Result<ReturnNotice> readReturn(std::string_view bytes, std::string_view file);

}  // namespace cchc
