#include "core/app/receive/notice_subject.h"

#include <string>

namespace cchc {

Result<std::optional<SectionHeader>> subjectOfNotice(Suite& suite, const ReturnNotice& notice, std::string_view missing,
                                                     std::string_view other) {
  CCHC_TRY(auto header, suite.store.section(notice.section));
  CCHC_TRY(const auto submission, suite.store.submission(notice.section, 0));
  // The submission was withdrawn or discarded since.
  if (header && !submission && header->revision >= notice.revision) return std::optional<SectionHeader>();
  if (!header || !submission) return fail(missing, keyText(notice.section));
  if (submission->header.revision > notice.revision) return std::optional<SectionHeader>();
  if (submission->header.contentDigest != notice.digest)
    return fail(other, keyText(notice.section), {{"revision", std::to_string(notice.revision)}});
  return header;
}

}  // namespace cchc
