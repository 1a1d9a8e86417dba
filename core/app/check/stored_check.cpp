#include "core/app/check/stored_check.h"

#include <algorithm>

#include "core/app/suite/trusting.h"
#include "core/base/text.h"

namespace cchc {
namespace {

tl::unexpected<Error> altered(const SectionKey& key, const char* vi, const char* en) {
  return fail("submission.altered", keyText(key), {{"what_vi", vi}, {"what_en", en}});
}

// What the reader says of bytes that it took once, or that nobody should have written.
bool isOfForm(const Error& error) {
  return error.code == "package.unknown-section" || error.code == "package.newer-definition" ||
         error.code == "package.newer-format";
}

// Names are read in one form; a row may hold them as they were typed.
bool sameText(const std::string& row, const std::string& package) {
  if (row == package) return true;
  const auto normal = normaliseLine(row);
  return normal && *normal == package;
}

// Whether a signer could be known or not is no part of the name.
std::string_view bareName(std::string_view signer) {
  if (signer.ends_with(unknownMark)) signer.remove_suffix(unknownMark.size());
  return signer;
}

// The note that a package is not signed depends on whether there was a trust list.
std::string withoutSigningNote(const std::string& findings) {
  std::string kept;
  for (std::size_t from = 0; from < findings.size();) {
    const auto to = std::min(findings.find('\n', from), findings.size() - 1) + 1;
    if (findings.compare(from, 18, "signature.unsigned") != 0) kept += findings.substr(from, to - from);
    from = to;
  }
  return kept;
}

}  // namespace

Status asRowSays(const SubmissionHeader& package, const StoredSubmission& row) {
  const auto& said = row.header;
  if (package.contentDigest != said.contentDigest) return altered(said.key, "nội dung gói", "the package's content");
  const bool same = package.key == said.key && package.reporter == said.reporter && package.revision == said.revision &&
                    package.definitionVersion == said.definitionVersion &&
                    package.definitionDigest == said.definitionDigest && package.journalHead == said.journalHead &&
                    package.submittedAt == said.submittedAt &&
                    sameText(said.submittedBy.name, package.submittedBy.name) &&
                    sameText(said.submittedBy.login, package.submittedBy.login) &&
                    sameText(said.submittedBy.station, package.submittedBy.station);
  if (!same) return altered(said.key, "phần, đơn vị, lần gửi hoặc người gửi", "its section, unit, revision or sender");
  return {};
}

StoredCheck::StoredCheck(Suite& suite, std::optional<Trust> trust)
    : suite_(suite),
      trust_(std::move(trust)),
      shared_(isSharedStore(suite.options.store)),
      packages_(lookupIn(suite.catalogue)),
      checks_(suite) {}

Result<StoredCheck> StoredCheck::of(Suite& suite) {
  CCHC_CHECK(identify(suite));
  CCHC_TRY(auto trust, trustOf(suite.options.store));
  return StoredCheck(suite, std::move(trust));
}

Status StoredCheck::read(const StoredSubmission& row, Package& package) {
  auto taken = packages_.read(row.package, keyText(row.header.key), std::move(package));
  if (!taken && isOfForm(taken.error())) return fail(taken.error());
  if (!taken) return altered(row.header.key, "gói không đọc được nữa", "the package can no longer be read");
  package = std::move(*taken);
  return asRowSays(package.header, row);
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
  if (found == reporters.end())
    return fail("section.not-assigned", keyText(key), {{"unit", key.unit.value}, {"period", key.period.value}});
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
                {{"reporter", header.reporter.value}, {"expected", reporter.value}});
  Store::Examined examined{header.revision, header.contentDigest, {}, {}, {}, {}};
  CCHC_TRY(examined.signer, signer(row, header));
  CCHC_TRY(const auto* period, periodOf(header.key.period));
  auto found = checks_.of(header.key, package_.data, *period, trust_ && examined.signer.empty());
  examined.checkedBy = checkedBy(suite_, *period);
  examined.contribution = std::move(found.contribution), examined.findings = std::move(found.findings);
  return examined;
}

Status StoredCheck::sameWorth(const StoredSubmission& row, const Package& package) {
  if (row.contribution.empty()) return {};
  CCHC_TRY(const auto* period, periodOf(row.header.key.period));
  if (row.checkedBy != checkedBy(suite_, *period)) return {};  // worked out by another program: not used
  const auto found = checks_.of(row.header.key, package.data, *period, false);
  if (found.contribution != row.contribution)
    return altered(row.header.key, "số liệu đưa vào tổng", "its figures for the sums");
  if (withoutSigningNote(row.findings) != withoutSigningNote(found.findings))
    return altered(row.header.key, "lỗi, cảnh báo đã ghi", "the findings noted");
  return {};
}

Status StoredCheck::confirm(const StoredSubmission& row) {
  CCHC_TRY(const auto examined, examine(row));
  if (bareName(examined.signer) != bareName(row.header.signer))
    return altered(row.header.key, "người ký", "its signer");
  return sameWorth(row, package_);
}

Result<std::optional<Error>> StoredCheck::fault(const StoredSubmission& row) {
  const auto place = keyText(row.header.key);
  const auto told = [](const Status& done) { return done ? std::nullopt : std::optional(done.error()); };
  const auto known = suite_.catalogue.find(row.header.key.definition) != nullptr;
  SubmissionHeader header;
  if (known) {
    if (auto done = read(row, package_); !done) return told(done);
    header = package_.header;
  } else {  // of a form that is not here any more: its head says what it is
    auto head = readPackageHeader(row.package, place);
    if (!head) return told(altered(row.header.key, "gói không đọc được nữa", "the package can no longer be read"));
    header = std::move(*head);
    if (auto done = asRowSays(header, row); !done) return told(done);
  }
  std::string name;
  if (isSigned(row.package)) {
    const auto certificates = verifySignature(row.package, place, header.contentDigest);
    if (!certificates) return std::optional(certificates.error());
    name = certificates->front().name();
    // Only what was known then is held against the list: a revocation since, or a signature that was not asked for
    // then, is no fault of the store.
    const bool judged = trust_ && row.state == SubmissionState::accepted && !row.header.signer.ends_with(unknownMark);
    const auto may = judged ? trust_->maySign(*certificates, header.reporter, row.receivedAt) : Status();
    if (!may && may.error().code != "certificate.revoked") {
      auto error = may.error();
      error.place = place;
      return std::optional(std::move(error));
    }
  }
  if (bareName(row.header.signer) != name) return told(altered(row.header.key, "người ký", "its signer"));
  return known ? told(sameWorth(row, package_)) : std::nullopt;
}

}  // namespace cchc
