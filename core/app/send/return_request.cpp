#include "core/app/send/return_request.h"

#include "core/app/receive/notice_subject.h"
#include "core/app/suite/desk.h"
#include "core/base/platform.h"
#include "core/base/reading/blank_text.h"
#include "core/base/text.h"
#include "core/model/journal_text.h"

namespace cchc {
namespace {

Status writeRequest(Suite& suite, const SectionKey& key, const std::string& reason, ReturnKind kind,
                    const std::filesystem::path& file) {
  if (file.empty()) return {};
  CCHC_TRY(const auto submission, suite.store.submission(key, 0));
  if (!submission) return fail("section.not-received", keyText(key));
  const ReturnNotice notice{key,
                            submission->header.revision,
                            submission->header.contentDigest,
                            reason,
                            suite.options.actor.name,
                            suite.now(),
                            {},
                            kind};
  return platform::writeFileDurably(file, writeReturn(notice));
}

Status decide(Suite& suite, const SectionKey& key, const std::string& reason, ReturnKind kind,
              const std::filesystem::path& file) {
  if (isBlankText(reason)) return fail("ask-return.reason", keyText(key), {}, ErrorKind::usage);
  CCHC_TRY(const auto text, normaliseText(reason));
  CCHC_TRY(const auto header, suite.store.section(key));
  // First, since a shared store hides the sections of others.
  CCHC_CHECK(
      permittedAtAll(suite, kind == ReturnKind::asked ? DeskCommand::askReturn : DeskCommand::refuseReturn, key));
  if (!header) return fail("section.not-begun", keyText(key));
  const bool asking = kind == ReturnKind::asked;
  // The request was made before and only its file is missing, so the file is written again.
  const bool again = !file.empty() && header->reason == text &&
                     header->state == (asking ? SectionState::returnAsked : SectionState::submitted);
  if (!again) {
    if (!asking && header->state != SectionState::returnAsked) return fail("section.not-asked", keyText(key));
    CCHC_TRY(const auto moved, suite.store.transition(key, asking ? DeskCommand::askReturn : DeskCommand::refuseReturn,
                                                      suite.options.actor, text));
    static_cast<void>(moved);
  }
  return writeRequest(suite, key, text, kind, file);
}

// Whether this request was applied before, even if the office has refused it since.
Result<bool> appliedBefore(Suite& suite, const ReturnNotice& notice) {
  if (notice.kind != ReturnKind::asked) return false;
  const TransitionText asked{SectionState::returnAsked, notice.reason};
  const SubmissionEvent decided{SubmissionEvent::Kind::decided, notice.by};
  CCHC_TRY(const auto journal, suite.store.journal(notice.section));
  for (std::size_t i = 1; i < journal.size(); ++i) {
    // Store::transition writes the entry that names the person who asked before the entry for the state.
    if (isTransition(journal[i].change) && readTransition(journal[i].change.newValue) == asked &&
        readSubmissionEvent(journal[i - 1].change.newValue) == decided)
      return true;
  }
  return false;
}

}  // namespace

Status askReturn(Suite& suite, const SectionKey& key, const std::string& reason, const std::filesystem::path& file) {
  return decide(suite, key, reason, ReturnKind::asked, file);
}

Status refuseReturn(Suite& suite, const SectionKey& key, const std::string& reason, const std::filesystem::path& file) {
  return decide(suite, key, reason, ReturnKind::refused, file);
}

Result<bool> applyReturnRequest(Suite& suite, const ReturnNotice& notice) {
  CCHC_TRY(const auto header, subjectOfNotice(suite, notice, "section.not-received", "ask-return.other-submission"));
  if (!header) return true;
  const bool asked = notice.kind == ReturnKind::asked;
  const auto state = header->state;
  // Applied before, or answered in the meantime.
  if (state == SectionState::returned || state == SectionState::draft ||
      state == (asked ? SectionState::returnAsked : SectionState::submitted))
    return true;
  CCHC_TRY(const auto before, appliedBefore(suite, notice));
  if (before) return true;
  // The decision was made elsewhere, so the local user's desk does not matter.
  auto here = suite.options.actor;
  here.desk = {};
  CCHC_TRY(const auto moved,
           suite.store.transition(notice.section, asked ? DeskCommand::askReturn : DeskCommand::refuseReturn, here,
                                  notice.reason, notice.by));
  static_cast<void>(moved);
  return false;
}

}  // namespace cchc
