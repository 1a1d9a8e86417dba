#include "core/app/receive/exchanged.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/app/receive/receipts.h"
#include "core/app/receive/review.h"
#include "core/app/suite/desk.h"
#include "core/base/platform.h"
#include "core/base/texts.h"
#include "core/base/vietnamese.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_notice.h"
#include "core/exchange/package/package_zip.h"
#include "core/exchange/package/zip_writer.h"
#include "core/exchange/setup/setup_tables.h"
#include "core/model/journal_text.h"
#include "core/model/submission_label.h"
#include "core/signing/receipt_signature.h"
#include "core/signing/return_signature.h"

namespace cchc {
namespace {

// What the office told the unit about one section: returns and refusals to return, by what the journal says. Each is
// about the latest revision that had been received by then.
std::vector<ReturnNotice> noticesIn(const SectionKey& key, const std::vector<Store::JournalEntry>& journal,
                                    const std::vector<Remark>& remarks) {
  std::vector<ReturnNotice> notices;
  int revision = 0;
  for (const auto& [sequence, change, before, digest] : journal) {
    if (const auto* submission = change.place.submission(); submission != nullptr) {
      const auto event = readSubmissionEvent(change.newValue);
      if (event && event->kind == SubmissionEvent::Kind::received) revision = std::max(revision, submission->revision);
    }
    if (!isTransition(change)) continue;
    const auto from = readTransition(change.oldValue), to = readTransition(change.newValue);
    const bool refused = from->state == SectionState::returnAsked && to->state == SectionState::submitted;
    const bool told = to->state == SectionState::returned || refused;
    if (!told || to->reason.empty() || revision == 0) continue;
    notices.push_back({key,
                       revision,
                       {},
                       to->reason,
                       change.who.name,
                       change.at,
                       {},
                       refused ? ReturnKind::refused : ReturnKind::returned});
  }
  // The store has the remarks of the last return.
  if (!notices.empty() && notices.back().kind == ReturnKind::returned) notices.back().remarks = remarks;
  return notices;
}

class Collection {
 public:
  Collection(Suite& suite, const SigningKey* key) : suite_(suite), key_(key) {
    list_ = std::string(text("exchanged.list", Language::vi)) + "\n";
  }

  Status addPackage(const StoredSubmission& submission) {
    const auto& header = submission.header;
    const auto name = submissionName(header);
    CCHC_CHECK(addPart({name + ".cchc", submission.package}));
    const bool rival = submission.state == SubmissionState::rival;
    auto receipt = writeReceipt({header.key, header.revision, header.contentDigest, header.journalHead,
                                 rival ? "rival" : "stored", suite_.options.actor.name, submission.receivedAt});
    if (key_ != nullptr) {
      CCHC_TRY(receipt, signReceipt(receipt, *key_));
    }
    CCHC_CHECK(addPart({receiptName(header), std::move(receipt)}));
    ++count_.packages, ++count_.receipts;
    auto& section = sections_[header.key];
    if (!rival || !section.contains(header.revision)) section[header.revision] = header;
    CCHC_TRY(const auto discarded, discardReasons(suite_, header.key));
    const auto reason = discarded.find(header.contentDigest);
    addLine(name + ".cchc", header.key, header.revision, vietnamese::moment(header.submittedAt),
            vietnamese::moment(submission.receivedAt),
            std::string(submissionStateLabel(submission.state, Language::vi)),
            reason == discarded.end() ? std::string() : reason->second);
    return {};
  }

  Status addNotices() {
    for (const auto& [section, revisions] : sections_) {
      CCHC_TRY(const auto journal, suite_.store.journal(section));
      CCHC_TRY(const auto remarks, suite_.store.remarks(section));
      for (auto& notice : noticesIn(section, journal, remarks)) {
        const auto of = revisions.find(notice.revision);
        if (of != revisions.end()) CCHC_CHECK(addNotice(std::move(notice), of->second));
      }
    }
    return {};
  }

  Status addPart(ZipPart part) {
    size_ += part.content.size();
    if (size_ > zipLimit || parts_.size() >= zipEntryLimit) return fail("exchanged.too-large");
    parts_.push_back(std::move(part));
    return {};
  }
  Status addList() { return addPart({"muc-luc.tsv", list_}); }

  const std::vector<ZipPart>& parts() const { return parts_; }
  const ExchangedFiles& count() const { return count_; }

 private:
  Status addNotice(ReturnNotice notice, const SubmissionHeader& of) {
    notice.digest = of.contentDigest;
    const bool refused = notice.kind == ReturnKind::refused;
    const auto name =
        submissionName(of) + (refused ? ".khong-tra-lai-" : ".tra-lai-") + std::to_string(++count_.returns) + ".xml";
    auto bytes = writeReturn(notice, key_ != nullptr);
    if (key_ != nullptr) {
      CCHC_TRY(bytes, signReturn(bytes, name, *key_));
    }
    addLine(name, notice.section, notice.revision, "", vietnamese::moment(notice.at),
            std::string(refused ? text("exchanged.return-refused", Language::vi)
                                : submissionStateLabel(SubmissionState::returned, Language::vi)),
            notice.reason);
    return addPart({name, std::move(bytes)});
  }

  void addLine(const std::string& file, const SectionKey& key, int revision, const std::string& submitted,
               const std::string& received, const std::string& state, std::string reason) {
    std::replace_if(
        reason.begin(), reason.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
    list_ += file + "\t" + key.definition.value + "\t" + key.period.value + "\t" + std::to_string(revision) + "\t" +
             submitted + "\t" + received + "\t" + state + "\t" + reason + "\n";
  }

  Suite& suite_;
  const SigningKey* key_;
  std::vector<ZipPart> parts_;
  std::map<SectionKey, std::map<int, SubmissionHeader>> sections_;  // the package that counts for each revision
  std::string list_;
  std::size_t size_ = 0;
  ExchangedFiles count_;
};

Status addTables(Suite& suite, const OrgUnitId& reporter, Collection& all) {
  CCHC_TRY(const auto units, suite.store.units());
  CCHC_TRY(const auto periods, suite.store.periods());
  std::vector<Assignment> own;
  for (const auto& period : periods) {
    CCHC_CHECK(suite.store.forEachAssignment(period.id, [&](const Assignment& assignment) {
      if (assignment.reporter == reporter) own.push_back(assignment);
    }));
  }
  CCHC_CHECK(all.addPart({"units.tsv", writeUnits(*units)}));
  CCHC_CHECK(all.addPart({"periods.tsv", writePeriods(periods)}));
  return all.addPart({"assignments.tsv", writeAssignments(own)});
}

}  // namespace

Result<ExchangedFiles> writeExchanged(Suite& suite, const OrgUnitId& reporter, const std::optional<PeriodId>& period,
                                      const std::filesystem::path& file, const SigningKey* key) {
  CCHC_CHECK(permits(suite.options.actor.desk, DeskCommand::receive, std::optional(reporter)));
  if (key != nullptr) CCHC_CHECK(key->validAt(suite.now()));
  Collection all(suite, key);
  CCHC_CHECK(suite.store.forEachPackage(period.value_or(PeriodId()), [&](const StoredSubmission& row) -> Status {
    return row.header.reporter == reporter ? all.addPackage(row) : Status();
  }));
  if (all.count().packages == 0) return fail("exchanged.nothing", codeOf(reporter));
  CCHC_CHECK(all.addNotices());
  CCHC_CHECK(addTables(suite, reporter, all));
  CCHC_CHECK(all.addList());
  CCHC_TRY(const auto zip, writeZip(all.parts(), file.string()));
  CCHC_CHECK(platform::writeFileDurably(file, zip));
  return all.count();
}

}  // namespace cchc
