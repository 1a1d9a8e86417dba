#include "core/app/check/stored_check.h"

#include <algorithm>
#include <iterator>

#include "core/app/check/row_seal.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/trusting.h"
#include "core/base/store_address.h"
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/signing/package_signature.h"

namespace cchc {
namespace {

// Errors that the reader gives for an intact package because it needs another definition or another program.
bool isOfForm(const Error& error) {
  return error.code == "package.unknown-section" || error.code == "package.no-definition" ||
         error.code == "package.newer-definition" || error.code == "package.newer-format";
}

// The reader normalises names, but a row may contain them as they were typed.
bool sameText(const std::string& row, const std::string& package) {
  if (row == package) return true;
  const auto normal = normaliseLine(row);
  return normal && *normal == package;
}

// The name without the mark for a signer whom no trust list vouches for.
std::string_view bareName(std::string_view signer) {
  if (signer.ends_with(unknownMark)) signer.remove_suffix(unknownMark.size());
  return signer;
}

StoredSubmission withoutPackage(const StoredSubmission& row) {
  return {row.header, row.state, row.receivedAt, {}, row.checkedBy, row.contribution, row.findings};
}

// The finding that a package is not signed is left out: it depends on whether there was a trust list.
std::string withoutSigningNote(const std::string& findings) {
  constexpr std::string_view code = "signature.unsigned";
  std::string kept;
  for (std::size_t from = 0; from < findings.size();) {
    const auto to = std::min(findings.find('\n', from), findings.size() - 1) + 1;
    if (findings.compare(from, code.size(), code) != 0) kept += findings.substr(from, to - from);
    from = to;
  }
  return kept;
}

}  // namespace

tl::unexpected<Error> submissionAltered(const SectionKey& key, std::string_view textCode) {
  return fail(
      "submission.altered", keyText(key),
      {{"what_vi", std::string(text(textCode, Language::vi))}, {"what_en", std::string(text(textCode, Language::en))}});
}

Status journalWhole(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto findings, suite.store.verifyJournal(key));
  if (findings.empty()) return {};
  const auto& first = findings.front();
  return fail("journal.altered", keyText(key),
              {{"code", first.code}, {"what_vi", first.viWhat}, {"what_en", first.enWhat}});
}

Status checkAgainstRow(SubmissionHeader& package, const StoredSubmission& row) {
  const auto& stored = row.header;
  // The file has codes; whom they mean was decided when it was received.
  const bool sameUnits =
      package.key.unit.value == codeOf(stored.key.unit) && package.reporter.value == codeOf(stored.reporter);
  if (!sameUnits) return submissionAltered(stored.key, "submission.altered.head");
  package.key.unit = stored.key.unit, package.reporter = stored.reporter;
  if (package.contentDigest != stored.contentDigest) return submissionAltered(stored.key, "submission.altered.content");
  const bool same = package.key == stored.key && package.reporter == stored.reporter &&
                    package.revision == stored.revision && package.definitionVersion == stored.definitionVersion &&
                    package.definitionDigest == stored.definitionDigest && package.journalHead == stored.journalHead &&
                    package.submittedAt == stored.submittedAt &&
                    sameText(stored.submittedBy.name, package.submittedBy.name) &&
                    sameText(stored.submittedBy.login, package.submittedBy.login) &&
                    sameText(stored.submittedBy.station, package.submittedBy.station);
  if (!same) return submissionAltered(stored.key, "submission.altered.head");
  return {};
}

StoredCheck::StoredCheck(Suite& suite, std::optional<Trust> trust, DefinitionLookup lookup)
    : suite_(suite),
      trust_(std::move(trust)),
      shared_(isSharedStore(suite.options.store)),
      packages_(std::move(lookup), UnitCodes()),
      checks_(suite) {}

Result<StoredCheck> StoredCheck::of(Suite& suite) {
  CCHC_CHECK(identify(suite));
  CCHC_TRY(auto trust, trustOf(suite));
  CCHC_TRY(auto lookup, definitionLookup(suite, PackageOrigin::stored));
  return StoredCheck(suite, std::move(trust), std::move(lookup));
}

Status StoredCheck::read(const StoredSubmission& row, Package& package) {
  auto done = packages_.read(row.package, keyText(row.header.key), std::move(package));
  if (!done && isOfForm(done.error())) return fail(done.error());
  if (!done) return submissionAltered(row.header.key, "submission.altered.unreadable");
  package = std::move(*done);
  return checkAgainstRow(package.header, row);
}

Result<std::string> StoredCheck::signer(const StoredSubmission& row, const SubmissionHeader& package) const {
  const auto place = keyText(row.header.key);
  if (shared_ && row.state != SubmissionState::accepted)
    CCHC_CHECK(signerOf(trust_, row.package, place, package, suite_.now()));
  return signerOf(trust_, row.package, place, package, row.receivedAt);
}

bool StoredCheck::signerKnown(const StoredSubmission& row) const {
  if (!trust_) return true;
  return row.header.signer.empty() ? !trust_->signatureRequired() : !row.header.signer.ends_with(unknownMark);
}

Result<OrgUnitId> StoredCheck::reporterOf(const SectionKey& key) {
  const auto known = reporters_.try_emplace(key.period);
  auto& reporters = known.first->second;
  if (known.second) {
    CCHC_CHECK(suite_.store.forEachAssignment(key.period, [&](const Assignment& assignment) {
      reporters[{assignment.definition, assignment.subject}] = assignment.reporter;
    }));
  }
  const auto found = reporters.find({key.definition, key.unit});
  if (found == reporters.end()) return fail("section.not-assigned", keyText(key), sectionParameters(suite_, key));
  return found->second;
}

Result<const Period*> StoredCheck::periodOf(const PeriodId& id) {
  auto found = periods_.find(id);
  if (found == periods_.end()) {
    CCHC_TRY(auto period, cchc::periodOf(suite_, id));
    found = periods_.emplace(id, std::move(period)).first;
  }
  return &found->second;
}

Result<Store::Examined> StoredCheck::examine(const StoredSubmission& row) {
  CCHC_CHECK(read(row, package_));
  const auto& header = package_.header;
  CCHC_TRY(const auto reporter, reporterOf(header.key));
  if (reporter != header.reporter)
    return fail("package.wrong-reporter", keyText(header.key),
                {{"reporter", nameOf(suite_, header.reporter, header.key.period)},
                 {"expected", nameOf(suite_, reporter, header.key.period)}});
  Store::Examined examined{header.revision, header.contentDigest, {}, {}, {}, {}};
  CCHC_TRY(examined.signer, signer(row, header));
  CCHC_TRY(const auto* period, periodOf(header.key.period));
  CCHC_TRY(auto circumstances, circumstancesOf(row.header.key.unit, *period));
  auto found = checks_.of(header, package_.data, *period, std::move(circumstances), trust_ && examined.signer.empty());
  CCHC_TRY(const auto mark, checkedBy(suite_, *period));
  examined.contribution = std::move(found.contribution), examined.findings = std::move(found.findings);
  auto described = withoutPackage(row);
  described.header.signer = examined.signer;
  described.contribution = examined.contribution, described.findings = examined.findings;
  examined.checkedBy = sealed(mark, described);
  return examined;
}

Result<Circumstances> StoredCheck::circumstancesOf(const OrgUnitId& unit, const Period& period) {
  if (!circumstances_) {
    CCHC_TRY(auto units, suite_.store.units());
    circumstances_.emplace(std::move(units));
  }
  return circumstances_->of(unit, period.end);
}

Status StoredCheck::checkResults(const StoredSubmission& row, const Package& package) {
  const auto& key = row.header.key;
  const bool broken = isSealed(row) && !sealHolds(row);
  const auto named = [&]() -> Status {
    return broken ? Status(submissionAltered(key, "submission.altered.row")) : Status();
  };
  CCHC_TRY(const auto* period, periodOf(key.period));
  CCHC_TRY(const auto mark, checkedBy(suite_, *period));
  if (markOf(row) != mark) return named();  // computed by another program, so not used
  CCHC_TRY(auto circumstances, circumstancesOf(key.unit, *period));
  const auto found = checks_.of(package.header, package.data, *period, std::move(circumstances), false);
  if (found.contribution != row.contribution) return submissionAltered(key, "submission.altered.sums");
  if (withoutSigningNote(row.findings) != withoutSigningNote(found.findings))
    return submissionAltered(key, "submission.altered.findings");
  return named();
}

Status StoredCheck::held(const StoredSubmission& row) {
  CCHC_CHECK(heldByReceipt(row));
  return journalWhole(suite_, row.header.key);
}

Status StoredCheck::heldByReceipt(const StoredSubmission& row) {
  const auto& header = row.header;
  CCHC_TRY(const auto journaled, suite_.store.journaledSubmissions(header.key));
  const Store::JournaledSubmission* receipt = nullptr;
  bool older = true;  // than every receipt in the journal
  for (const auto& one : journaled) {
    if (one.revision == header.revision && one.digest == header.contentDigest) receipt = &one;
    older = older && header.revision < one.revision;
  }
  if (receipt == nullptr) {
    // Programs of stores before schema 3 received without an entry, and left neither mark nor seal.
    const bool mayBeOfOlder = older && (row.checkedBy.size() < 2 || row.state != SubmissionState::submitted);
    return mayBeOfOlder ? Status() : Status(submissionAltered(header.key, "submission.altered.journal"));
  }
  constexpr auto longest = std::chrono::hours(24);  // of taking in one batch
  if (row.receivedAt > receipt->receivedAt + longest || row.receivedAt + longest < receipt->receivedAt)
    return submissionAltered(header.key, "submission.altered.received");
  if (receipt->state != row.state) return submissionAltered(header.key, "submission.altered.state");
  return heldByAssignment(row);
}

// A section that was sent goes to another reporter only with an entry in its journal.
Status StoredCheck::heldByAssignment(const StoredSubmission& row) {
  const auto& key = row.header.key;
  if (row.state > SubmissionState::accepted) return {};
  const auto reporter = reporterOf(key);
  if (reporter ? *reporter == row.header.reporter : reporter.error().kind == ErrorKind::failure)
    return reporter ? Status() : fail(reporter.error());
  CCHC_TRY(const auto journal, suite_.store.journal(key));
  const bool told = std::any_of(journal.begin(), journal.end(), [](const Store::JournalEntry& entry) {
    return readReassignment(entry.change).has_value();
  });
  return told ? Status() : Status(submissionAltered(key, "submission.altered.reporter"));
}

Status StoredCheck::confirm(const StoredSubmission& row) {
  CCHC_CHECK(held(row));
  CCHC_TRY(const auto examined, examine(row));
  if (bareName(examined.signer) != bareName(row.header.signer))
    return submissionAltered(row.header.key, "submission.altered.signer");
  return checkResults(row, package_);
}

Result<std::optional<Error>> StoredCheck::fault(const StoredSubmission& row) {
  CCHC_TRY(auto fault, faultOfPackage(row));
  if (fault) return fault;
  if (const auto done = heldByReceipt(row); !done) {
    if (done.error().kind != ErrorKind::refusal) return fail(done.error());
    return std::optional(done.error());
  }
  return std::optional<Error>();
}

Result<std::optional<Error>> StoredCheck::faultOfPackage(const StoredSubmission& row) {
  const auto place = keyText(row.header.key);
  const auto errorOf = [](const Status& done) { return done ? std::nullopt : std::optional(done.error()); };
  const auto done = read(row, package_);
  // A form that this program does not have does not make a package a wrong one.
  const bool known = done || !isOfForm(done.error());
  if (known && !done) return errorOf(done);
  auto header = package_.header;
  if (!known) {  // without the definition only the header can be read
    auto head = readPackageHeader(row.package, place, UnitCodes());
    if (!head) return errorOf(submissionAltered(row.header.key, "submission.altered.unreadable"));
    header = std::move(*head);
    if (auto done = checkAgainstRow(header, row); !done) return errorOf(done);
  }
  std::string name;
  if (isSigned(row.package)) {
    const auto certificates = verifySignature(row.package, place, header.contentDigest);
    if (!certificates) return std::optional(certificates.error());
    name = certificates->front().name();
    // A signature that was not required at the time is not a fault of the store.
    const bool judged = trust_ && row.state == SubmissionState::accepted && !row.header.signer.ends_with(unknownMark);
    const auto may = judged ? maySignPackage(*trust_, *certificates, header, row.receivedAt) : Status();
    if (!may) {
      auto error = may.error();
      error.place = place;
      return std::optional(std::move(error));
    }
  }
  if (bareName(row.header.signer) != name)
    return errorOf(submissionAltered(row.header.key, "submission.altered.signer"));
  return known ? errorOf(checkResults(row, package_)) : std::nullopt;
}

Result<std::optional<Error>> StoredCheck::since(const StoredSubmission& row) const {
  if (!trust_ || row.state != SubmissionState::accepted || !isSigned(row.package)) return std::optional<Error>();
  CCHC_TRY(const auto certificates, verifySignature(row.package, keyText(row.header.key), row.header.contentDigest));
  return trust_->since(certificates.front(), row.receivedAt, suite_.now());
}

}  // namespace cchc
