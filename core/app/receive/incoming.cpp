#include "core/app/receive/incoming.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "core/app/receive/early_packages.h"
#include "core/app/receive/package_files.h"
#include "core/app/suite/definition_set.h"
#include "core/app/suite/trusting.h"
#include "core/base/platform.h"
#include "core/base/threads/guarded_file.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

Result<std::string> readPackageFile(const fs::path& file) {
  // Reading a pipe or a device might wait forever.
  std::error_code ignored;
  if (const auto kind = fs::status(file, ignored).type();
      kind != fs::file_type::regular && kind != fs::file_type::not_found) {
    return fail("package.not-a-file", file.string());
  }
  std::array<char, 4> begin{};
  std::ifstream(file, std::ios::binary).read(begin.data(), begin.size());
  auto bytes = readFile(file, looksLikeZip({begin.data(), begin.size()}) ? zipLimit : packageLimit);
  if (!bytes && bytes.error().code == "file.too-large") {
    auto error = bytes.error();
    error.code = "package.too-large";
    return fail(std::move(error));
  }
  return bytes;
}

}  // namespace

Result<Expectations> Expectations::read(Suite& suite) {
  Expectations expected;
  CCHC_TRY(expected.trust, trustOf(suite));
  CCHC_TRY(expected.codes, unitCodes(suite));
  CCHC_TRY(expected.history, suite.store.units());
  for (const auto& state : expected.history->states()) {
    const bool another = !expected.units.empty() && expected.units.back() == state.unit;
    if (!another) expected.units.push_back(state.unit), expected.names.emplace_back();
    expected.names.back() = state.name;
  }
  CCHC_TRY(const auto periods, suite.store.periods());
  for (const auto& period : periods) {
    expected.periods.emplace(period.id, period);
    CCHC_TRY(expected.checkedBy[period.id], cchc::checkedBy(suite, period));
    CCHC_CHECK(suite.store.forEachAssignment(period.id, [&](const Assignment& assignment) {
      const auto subject = expected.indexOf(assignment.subject), reporter = expected.indexOf(assignment.reporter);
      if (subject && reporter)
        expected.assignments[{period.id, assignment.definition}].push_back({*subject, *reporter});
    }));
  }
  return expected;
}

std::optional<std::uint32_t> Expectations::indexOf(const OrgUnitId& unit) const {
  const auto found = std::lower_bound(units.begin(), units.end(), unit);
  return found == units.end() || *found != unit ? std::nullopt
                                                : std::optional(static_cast<std::uint32_t>(found - units.begin()));
}

Status Expectations::check(const SubmissionHeader& header, const DefinitionSet& definitions,
                           const std::string& file) const {
  const auto& key = header.key;
  const auto unit = indexOf(key.unit);
  if (!unit) return fail("package.unknown-unit", file, {{"unit", codeOf(key.unit)}});
  const auto period = periods.find(key.period);
  if (period == periods.end()) return fail("package.unknown-period", file, {{"period", key.period.value}});
  if (period->second.closed && !rebuilding)
    return fail("package.closed-period", file, {{"period", period->second.name}});
  const auto notAssigned = [&] {
    const auto title = titleOf(definitions, key.definition, period->second.end);
    return fail("package.not-assigned", file,
                {{"section", title.vi},
                 {"section_en", title.in(Language::en)},
                 {"unit", names[*unit]},
                 {"period", period->second.name}});
  };
  const auto assigned = assignments.find({key.period, key.definition});
  if (assigned == assignments.end()) return notAssigned();
  const auto& of = assigned->second;
  const auto found =
      std::lower_bound(of.begin(), of.end(), *unit,
                       [](const Reporting& reporting, std::uint32_t subject) { return reporting.subject < subject; });
  if (found == of.end() || found->subject != *unit) return notAssigned();
  if (const auto& reporter = units[found->reporter]; reporter != header.reporter) {
    const auto sender = indexOf(header.reporter);
    return fail(
        "package.wrong-reporter", file,
        {{"reporter", sender ? names[*sender] : codeOf(header.reporter)}, {"expected", names[found->reporter]}});
  }
  return {};
}

IncomingReader::IncomingReader(const Suite& suite, const Expectations& expected, DefinitionLookup lookup)
    : suite_(suite),
      expected_(expected),
      checks_(suite),
      packages_(std::move(lookup), expected.codes),
      circumstances_(expected.history) {}

void IncomingReader::read(Incoming& incoming) {
  if (auto done = guardedFile(incoming.received.file, [&] { return readFromDisk(incoming); }); !done) {
    incoming.received.refusal = done.error();
    incoming.bytes.clear();
    incoming.zipped.clear();
  }
}

void IncomingReader::readUnpacked(Incoming& incoming, Result<std::string> bytes) {
  auto done = bytes ? Status() : Status(fail(bytes.error()));
  if (bytes) {
    incoming.received.unpacked = *bytes;
    incoming.bytes = std::move(*bytes);
    done = looksLikeZip(incoming.bytes) ? Status(fail("zip.nested", incoming.received.file.string()))
                                        : guardedFile(incoming.received.file, [&] { return readBytes(incoming); });
  }
  if (done)
    incoming.received.unpacked.clear();
  else
    incoming.received.refusal = done.error(), incoming.bytes.clear();
}

Status IncomingReader::readFromDisk(Incoming& incoming) {
  CCHC_TRY(incoming.bytes, readPackageFile(incoming.received.file));
  if (!looksLikeZip(incoming.bytes)) return readBytes(incoming);
  CCHC_TRY(incoming.zipped,
           readZip(incoming.bytes, incoming.received.file.string(), packageLimit, [&](const std::string& inside) {
             const bool wanted = isPackageName(inside);
             if (!wanted && !isLitter(inside)) incoming.passedOver.emplace_back(inside);
             return wanted;
           }));
  return {};
}

Status IncomingReader::readBytes(Incoming& incoming) {
  const auto name = incoming.received.file.string();
  if (looksLikeReturn(incoming.bytes)) {
    CCHC_TRY(incoming.notice, readReturn(incoming.bytes, name, expected_.codes));
    return {};
  }
  if (looksLikeReceipt(incoming.bytes)) {
    CCHC_TRY(incoming.receipt, readReceipt(incoming.bytes, name, expected_.codes));
    return {};
  }
  auto read = packages_.read(incoming.bytes, name, std::move(package_));
  if (!read) {
    package_ = {};
    // Whom it is from is known all the same, for its receipt.
    auto header = waitsForUpdate(read.error()) ? readPackageHeader(incoming.bytes, name, expected_.codes)
                                               : Result<SubmissionHeader>(SubmissionHeader());
    if (header) incoming.received.header = std::move(*header);
    return fail(std::move(read).error());
  }
  package_ = std::move(*read);
  CCHC_CHECK(expected_.check(package_.header, *suite_.definitions, name));
  CCHC_TRY(package_.header.signer, signerOf(expected_.trust, incoming.bytes, name, package_.header,
                                            expected_.rebuilding ? package_.header.submittedAt : suite_.now()));
  check(incoming);
  incoming.received.header = package_.header;
  incoming.attachments = std::move(package_.attachments);
  package_.attachments.clear();
  return {};
}

void IncomingReader::check(Incoming& incoming) {
  const auto& header = package_.header;
  const auto& period = expected_.periods.at(header.key.period);
  auto found = checks_.of(header, package_.data, period, circumstances_.of(header.key.unit, period.end),
                          expected_.trust && header.signer.empty());
  incoming.received.errors = found.errors, incoming.received.warnings = found.warnings;
  incoming.contribution = std::move(found.contribution), incoming.findings = std::move(found.findings);
  incoming.checkedBy = expected_.checkedBy.at(header.key.period);
}

}  // namespace cchc
