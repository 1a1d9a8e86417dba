#include "core/app/receive/receive.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

#include "core/app/check/package_check.h"
#include "core/app/receive/receipts.h"
#include "core/app/receive/review.h"
#include "core/app/send/package_files.h"
#include "core/app/send/return_request.h"
#include "core/app/suite/trusting.h"
#include "core/base/digest.h"
#include "core/base/parallel.h"
#include "core/base/platform.h"
#include "core/exchange/package/package_zip.h"
#include "core/signing/return_signature.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// Half of the 256 that a transaction may take: the packages of a batch are held in memory.
constexpr std::size_t batchSize = 128;

// Who reports for whom, by their places among the units.
struct Reporting {
  std::uint32_t subject = 0, reporter = 0;
};

// What a package is held against besides its definition; read once, and for every unit of a country: sorted, without a
// node for each.
struct Expectations {
  std::optional<Trust> trust;
  std::vector<OrgUnitId> units;
  std::map<PeriodId, Period> periods;
  std::map<PeriodId, std::string> checkedBy;
  std::map<std::pair<PeriodId, DefinitionId>, std::vector<Reporting>> assignments;  // in order of subject

  std::optional<std::uint32_t> unit(const OrgUnitId& id) const {
    const auto found = std::lower_bound(units.begin(), units.end(), id);
    return found == units.end() || *found != id ? std::nullopt
                                                : std::optional(static_cast<std::uint32_t>(found - units.begin()));
  }
};

Result<Expectations> expectationsOf(Suite& suite) {
  Expectations expected;
  CCHC_TRY(expected.trust, trustOf(suite.options.store));
  CCHC_CHECK(suite.store.forEachUnit([&](const OrgUnit& unit) { expected.units.push_back(unit.id); }));
  CCHC_TRY(const auto periods, suite.store.periods());
  for (const auto& period : periods) {
    expected.periods.emplace(period.id, period);
    expected.checkedBy.emplace(period.id, checkedBy(suite, period));
    CCHC_CHECK(suite.store.forEachAssignment(period.id, [&](const Assignment& assignment) {
      const auto subject = expected.unit(assignment.subject), reporter = expected.unit(assignment.reporter);
      if (subject && reporter)
        expected.assignments[{period.id, assignment.definition}].push_back({*subject, *reporter});
    }));
  }
  return expected;
}

Status fits(const SubmissionHeader& header, const Expectations& expected, const std::string& file) {
  const auto& key = header.key;
  const auto unit = expected.unit(key.unit);
  if (!unit) return fail("package.unknown-unit", file, {{"unit", key.unit.value}});
  const auto period = expected.periods.find(key.period);
  if (period == expected.periods.end()) return fail("package.unknown-period", file, {{"period", key.period.value}});
  if (period->second.closed) return fail("package.closed-period", file, {{"period", period->second.name}});
  const auto notAssigned = [&] {
    return fail("package.not-assigned", file,
                {{"section", key.definition.value}, {"unit", key.unit.value}, {"period", period->second.name}});
  };
  const auto assignments = expected.assignments.find({key.period, key.definition});
  if (assignments == expected.assignments.end()) return notAssigned();
  const auto& of = assignments->second;
  const auto found =
      std::lower_bound(of.begin(), of.end(), *unit,
                       [](const Reporting& reporting, std::uint32_t subject) { return reporting.subject < subject; });
  if (found == of.end() || found->subject != *unit) return notAssigned();
  if (const auto& reporter = expected.units[found->reporter]; reporter != header.reporter) {
    return fail("package.wrong-reporter", file, {{"reporter", header.reporter.value}, {"expected", reporter.value}});
  }
  return {};
}

// One file on its way in.
struct Incoming {
  ReceivedFile told;
  std::string bytes, contribution, findings, checkedBy;
  std::vector<AttachmentBytes> attachments;
  std::optional<ReturnNotice> notice;  // a return in place of a package
  std::optional<Receipt> receipt;      // … or a receipt
  std::vector<ZippedFile> zipped;      // … or a zip, in which there are packages
};

// Reads and checks packages; one for each thread, since it keeps storage from one package to the next.
class PackageReader {
 public:
  PackageReader(const Suite& suite, const Expectations& expected)
      : suite_(suite), expected_(expected), checks_(suite), packages_(lookupIn(suite.catalogue)) {}

  void read(Incoming& incoming) {
    if (auto done = tryRead(incoming); !done) {
      incoming.told.refusal = done.error();
      incoming.bytes.clear();
    }
  }
  // A file out of a zip: its bytes are kept where they are refused.
  void readUnpacked(Incoming& incoming, Result<std::string> bytes) {
    auto done = bytes ? Status() : Status(fail(bytes.error()));
    if (bytes) {
      incoming.told.unpacked = *bytes;
      incoming.bytes = std::move(*bytes);
      done =
          looksLikeZip(incoming.bytes) ? Status(fail("zip.nested", incoming.told.file.string())) : readBytes(incoming);
    }
    if (done)
      incoming.told.unpacked.clear();
    else
      incoming.told.refusal = done.error(), incoming.bytes.clear();
  }

 private:
  Status tryRead(Incoming& incoming) {
    CCHC_TRY(incoming.bytes, readPackageFile(incoming.told.file));
    if (!looksLikeZip(incoming.bytes)) return readBytes(incoming);
    CCHC_TRY(incoming.zipped, readZip(incoming.bytes, incoming.told.file.string(), packageLimit,
                                      [](const std::string& inside) { return isPackageName(inside); }));
    return {};
  }

  Status readBytes(Incoming& incoming) {
    const auto name = incoming.told.file.string();
    if (looksLikeReturn(incoming.bytes)) {
      CCHC_TRY(incoming.notice, readReturn(incoming.bytes, name));
      return {};
    }
    if (looksLikeReceipt(incoming.bytes)) {
      CCHC_TRY(incoming.receipt, readReceipt(incoming.bytes, name));
      return {};
    }
    CCHC_TRY(package_, packages_.read(incoming.bytes, name, std::move(package_)));
    CCHC_CHECK(fits(package_.header, expected_, name));
    CCHC_TRY(package_.header.signer, signerOf(expected_.trust, incoming.bytes, name, package_.header, suite_.now()));
    check(incoming);
    incoming.told.header = package_.header;
    incoming.attachments = std::move(package_.attachments);
    package_.attachments.clear();
    return {};
  }

  void check(Incoming& incoming) {
    const auto& header = package_.header;
    auto found = checks_.of(header.key, package_.data, expected_.periods.at(header.key.period),
                            expected_.trust && header.signer.empty());
    incoming.told.errors = found.errors, incoming.told.warnings = found.warnings;
    incoming.contribution = std::move(found.contribution), incoming.findings = std::move(found.findings);
    incoming.checkedBy = expected_.checkedBy.at(header.key.period);
  }

  static Result<std::string> readPackageFile(const fs::path& file) {
    // A pipe or a device would be waited for, for ever.
    std::error_code none;
    if (const auto kind = fs::status(file, none).type();
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

  const Suite& suite_;
  const Expectations& expected_;
  PackageCheck checks_;
  SubmissionReader packages_;  // keeps its buffers from one package to the next
  Package package_;
};

// Every file named, and the packages in every folder named, in order of name. A name each: a path in parts is ten times
// as large.
class Files {
 public:
  explicit Files(const std::vector<fs::path>& paths) : paths_(paths) {
    for (std::uint32_t i = 0; i < paths.size(); ++i) {
      std::error_code ignored;
      if (fs::is_directory(paths[i], ignored))
        addFolder(i);
      else
        files_.push_back({i, {}});
    }
  }
  std::size_t size() const { return files_.size(); }
  fs::path operator[](std::size_t index) const {
    const auto& file = files_[index];
    return file.name.empty() ? paths_[file.path] : paths_[file.path] / file.name;
  }

 private:
  struct File {
    std::uint32_t path = 0;
    fs::path::string_type name;  // in the folder `path`; empty: `path` is the file
  };
  void addFolder(std::uint32_t index) {
    std::error_code unreadable;
    for (const auto& name : packageFilesIn(paths_[index], unreadable)) files_.push_back({index, name.native()});
  }

  const std::vector<fs::path>& paths_;
  std::vector<File> files_;
};

// The office's word unlocks a section: where there is a trust list it says who the office is. A request, which unlocks
// nothing, is only held against its signature.
Result<std::optional<std::string>> noticeSigner(Suite& suite, Incoming& incoming) {
  const auto file = incoming.told.file.string();
  CCHC_TRY(const auto certificates, verifyReturn(incoming.bytes, file));
  CCHC_TRY(const auto trust, trustOf(suite.options.store));
  if (incoming.notice->kind == ReturnKind::asked ||
      (certificates.empty() && incoming.notice->kind == ReturnKind::refused))
    return std::optional<std::string>();
  if (certificates.empty() && !trust) return std::optional<std::string>();
  CCHC_TRY(auto signer, officeSigner(suite, certificates, file, incoming.notice->section));
  if (signer.empty())
    incoming.told.note = Error{"return.unsigned", file, {{"by", incoming.notice->by}}, ErrorKind::refusal};
  return std::optional(std::move(signer));
}

// A return is its own transaction.
void takeNotice(Suite& suite, Incoming& incoming) {
  incoming.told.header.key = incoming.notice->section;
  incoming.told.header.revision = incoming.notice->revision;
  const auto signer = noticeSigner(suite, incoming);
  if (!signer) {
    incoming.told.refusal = signer.error();
    return;
  }
  const auto known = incoming.notice->kind == ReturnKind::returned ? takeReturn(suite, *incoming.notice, *signer)
                                                                   : takeReturnRequest(suite, *incoming.notice);
  if (known) {
    const auto taken = incoming.notice->kind == ReturnKind::asked     ? ReceiveResult::asked
                       : incoming.notice->kind == ReturnKind::refused ? ReceiveResult::kept
                                                                      : ReceiveResult::returned;
    incoming.told.result = *known ? ReceiveResult::known : taken;
    if (*known) incoming.told.note.reset();
    return;
  }
  incoming.told.note.reset();
  incoming.told.refusal = known.error();
  incoming.told.refusal->place = incoming.told.file.string() + ": " + incoming.told.refusal->place;
}

void keepReceipt(Suite& suite, Incoming& incoming) {
  incoming.told.header.key = incoming.receipt->section;
  incoming.told.header.revision = incoming.receipt->revision;
  const auto known = takeReceipt(suite, incoming.bytes, incoming.told.file.string(), *incoming.receipt);
  if (known)
    incoming.told.result = *known ? ReceiveResult::known : ReceiveResult::receipt;
  else
    incoming.told.refusal = known.error();
}

Status storeAll(Suite& suite, std::vector<Incoming>& batch) {
  std::vector<StoredSubmission> submissions;
  std::vector<std::size_t> origin;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (batch[i].receipt && !batch[i].told.refusal) keepReceipt(suite, batch[i]);
    if (batch[i].told.refusal || batch[i].notice || batch[i].receipt) continue;
    for (const auto& attachment : batch[i].attachments) CCHC_CHECK(suite.store.putAttachment(attachment));
    submissions.push_back({batch[i].told.header, SubmissionState::submitted, suite.now(), std::move(batch[i].bytes),
                           std::move(batch[i].checkedBy), std::move(batch[i].contribution),
                           std::move(batch[i].findings)});
    origin.push_back(i);
  }
  CCHC_TRY(const auto taken, suite.store.putSubmissions(submissions, suite.options.actor));
  for (std::size_t i = 0; i < taken.size(); ++i) {
    auto& told = batch[origin[i]].told;
    const auto notice = [&](const char* code) {
      told.note = Error{code,
                        told.file.string(),
                        {{"section", keyText(told.header.key)},
                         {"revision", std::to_string(told.header.revision)},
                         {"signer", told.header.signer}}};
    };
    told.result = ReceiveResult::stored;
    switch (taken[i]) {
      case Store::Taken::stored:
        break;
      case Store::Taken::known:
        told.result = ReceiveResult::known;
        break;
      case Store::Taken::rival:
        told.result = ReceiveResult::rival;
        break;
      case Store::Taken::afterIssue:
        notice("package.after-issue");
        break;
      case Store::Taken::nowSigned:
        notice("package.now-signed");
        break;
    }
  }
  // After the packages: a request may have come in one go with the package that it is about.
  for (auto& incoming : batch) {
    if (incoming.notice) takeNotice(suite, incoming);
  }
  return {};
}

// The packages of a zip in its place.
void unpack(std::vector<Incoming>& batch, PackageReader& reader) {
  if (std::none_of(batch.begin(), batch.end(), [](const Incoming& one) { return !one.zipped.empty(); })) return;
  std::vector<Incoming> all;
  for (auto& incoming : batch) {
    if (incoming.zipped.empty()) {
      all.push_back(std::move(incoming));
      continue;
    }
    for (auto& file : incoming.zipped) {
      auto& one = all.emplace_back();
      one.told.file = incoming.told.file / file.name;
      reader.readUnpacked(one, std::move(file.bytes));
    }
  }
  batch = std::move(all);
}

// Packages that came too early, kept beside the store.
class Early {
 public:
  explicit Early(const std::string& store) : folder_(waitingFolder(store)) {}

  std::vector<fs::path> files() const {
    std::error_code none;
    std::vector<fs::path> all;
    for (const auto& name : packageFilesIn(folder_, none)) all.push_back(folder_ / name);
    return all;
  }
  // Whether it is to be told.
  bool settle(ReceivedFile& file) const {
    std::error_code ignored;
    const bool early = file.refusal && isForLater(*file.refusal);
    if (file.file.parent_path() != folder_) {
      if (early) keep(file);
      return true;
    }
    if (early) return false;
    if (!file.refusal) return fs::remove(file.file, ignored), true;
    // Whoever sent it is asked; it is not tried again.
    const auto aside = fs::path(file.file.string() + ".refused");
    fs::rename(file.file, aside, ignored);
    return true;
  }

 private:
  void keep(ReceivedFile& file) const {
    auto bytes = file.unpacked.empty() ? readFile(file.file, packageLimit) : Result<std::string>(file.unpacked);
    std::error_code failed;
    fs::create_directories(folder_, failed);
    // By its content: the same package again is the same file.
    if (!bytes || failed) return;
    const auto target = folder_ / (file.file.stem().string() + "-" + sha256(*bytes).substr(0, 12) + ".cchc");
    if (platform::writeFileDurably(target, *bytes))
      file.note = Error{"package.kept-waiting", file.file.string(), {{"target", target.string()}}};
  }
  fs::path folder_;
};

}  // namespace

fs::path waitingFolder(const std::string& store) {
  return isSharedStore(store) ? platform::userDataFolder() / "waiting" : fs::path(store + ".waiting");
}

bool isForLater(const Error& refusal) {
  return refusal.code == "package.newer-definition" || refusal.code == "package.newer-format";
}

Status receiveFiles(Suite& suite, const std::vector<fs::path>& paths, unsigned threads,
                    const std::function<void(const ReceivedFile&)>& tell, bool keepEarly) {
  CCHC_CHECK(identify(suite));
  CCHC_TRY(const auto expected, expectationsOf(suite));
  threads = threadCount(threads);
  std::vector<PackageReader> readers;
  readers.reserve(threads);
  for (unsigned i = 0; i < threads; ++i) readers.emplace_back(suite, expected);
  for (const auto& definition : suite.catalogue.compiled)
    CCHC_CHECK(suite.store.putDefinition(definition->definition()));
  const Early early(suite.options.store);
  auto wanted = keepEarly ? early.files() : std::vector<fs::path>();
  wanted.insert(wanted.end(), paths.begin(), paths.end());
  const Files files(wanted);
  for (std::size_t from = 0; from < files.size(); from += batchSize) {
    std::vector<Incoming> batch(std::min(batchSize, files.size() - from));
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].told.file = files[from + i];
    inParallel(batch.size(), threads, [&](std::size_t i, unsigned thread) { readers[thread].read(batch[i]); });
    unpack(batch, readers.front());
    CCHC_CHECK(storeAll(suite, batch));
    for (auto& incoming : batch) {
      if (!keepEarly || early.settle(incoming.told)) tell(incoming.told);
    }
  }
  return {};
}

}  // namespace cchc
