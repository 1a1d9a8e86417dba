#include "core/app/receive/receive.h"
#include "core/app/check/row_seal.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "core/app/receive/early_packages.h"
#include "core/app/receive/incoming.h"
#include "core/app/receive/package_files.h"
#include "core/app/receive/receipts.h"
#include "core/app/receive/review.h"
#include "core/app/section/section_content.h"
#include "core/app/send/return_request.h"
#include "core/app/suite/catalogue.h"
#include "core/app/suite/desk.h"
#include "core/app/suite/trusting.h"
#include "core/base/threads/parallel.h"
#include "core/base/vietnamese.h"
#include "core/model/permits.h"
#include "core/signing/return_signature.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// Half of the 256 that a transaction may hold, because the packages of a batch are all in memory.
constexpr std::size_t batchSize = 128;

// The files in `paths`, and the packages in the folders in `paths`, in order of name. Stores only a name for each,
// since a std::filesystem::path is ten times as large.
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
  // The folders of which not all could be read, each as a refused file.
  const std::vector<ReceivedFile>& unreadable() const { return unreadable_; }
  // For each folder that has more than packages.
  const std::vector<ReceivedFile>& passedOver() const { return passedOver_; }
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
    std::error_code failed;
    std::vector<fs::path> others;
    for (const auto& name : packageFilesIn(paths_[index], failed, &others)) files_.push_back({index, name.native()});
    if (!others.empty()) passedOver_.push_back(passedOverIn(paths_[index], others));
    if (!failed) return;
    auto& folder = unreadable_.emplace_back();
    folder.file = paths_[index];
    folder.refusal = Error{"file.read", folder.file.string(), {{"reason", failed.message()}}, ErrorKind::failure};
  }

  const std::vector<fs::path>& paths_;
  std::vector<File> files_;
  std::vector<ReceivedFile> unreadable_, passedOver_;
};

// The signer of a return, which unlocks a section: with a trust list, the signer must be the office. A request unlocks
// nothing, so only its signature is verified. nullopt if no signer is required: for a request, an unsigned refusal, or
// an unsigned return without a trust list.
Result<std::optional<std::string>> noticeSigner(Suite& suite, Incoming& incoming) {
  const auto file = incoming.received.file.string();
  CCHC_TRY(const auto certificates, verifyReturn(incoming.bytes, file));
  CCHC_TRY(const auto trust, trustOf(suite));
  if (incoming.notice->kind == ReturnKind::asked ||
      (certificates.empty() && incoming.notice->kind == ReturnKind::refused))
    return std::optional<std::string>();
  if (certificates.empty() && !trust) return std::optional<std::string>();
  CCHC_TRY(auto signer, officeSigner(suite, certificates, file, incoming.notice->section));
  if (signer.empty())
    incoming.received.note = Error{"return.unsigned", file, {{"by", incoming.notice->by}}, ErrorKind::refusal};
  return std::optional(std::move(signer));
}

// Whether the desk may receive a notice or a receipt about the section; otherwise the file is refused.
bool mayReceive(Suite& suite, const SectionKey& key, Incoming& incoming) {
  const auto may = permittedAtAll(suite, DeskCommand::receive, key);
  if (may) return true;
  incoming.received.refusal = may.error();
  incoming.received.refusal->place = incoming.received.file.string() + ": " + keyText(key);
  return false;
}

// Receives a return, a request or a refusal; each is a separate transaction.
void receiveNotice(Suite& suite, Incoming& incoming) {
  incoming.received.header.key = incoming.notice->section;
  incoming.received.header.revision = incoming.notice->revision;
  if (!mayReceive(suite, incoming.notice->section, incoming)) return;
  const auto signer = noticeSigner(suite, incoming);
  if (!signer) {
    incoming.received.refusal = signer.error();
    return;
  }
  const auto known = incoming.notice->kind == ReturnKind::returned ? applyReturn(suite, *incoming.notice, *signer)
                                                                   : applyReturnRequest(suite, *incoming.notice);
  if (known) {
    const auto result = incoming.notice->kind == ReturnKind::asked     ? ReceiveResult::returnAsked
                        : incoming.notice->kind == ReturnKind::refused ? ReceiveResult::returnRefused
                                                                       : ReceiveResult::returned;
    incoming.received.result = *known ? ReceiveResult::known : result;
    if (*known) incoming.received.note.reset();
    return;
  }
  incoming.received.note.reset();
  incoming.received.refusal = known.error();
  incoming.received.refusal->place = incoming.received.file.string() + ": " + incoming.received.refusal->place;
}

void storeReceipt(Suite& suite, Incoming& incoming) {
  incoming.received.header.key = incoming.receipt->section;
  incoming.received.header.revision = incoming.receipt->revision;
  if (!mayReceive(suite, incoming.receipt->section, incoming)) return;
  const auto applied = applyReceipt(suite, incoming.bytes, incoming.received.file.string(), *incoming.receipt);
  if (!applied) {
    incoming.received.refusal = applied.error();
    return;
  }
  incoming.received.result = *applied == AppliedReceipt::known ? ReceiveResult::known : ReceiveResult::receipt;
  const bool waits = incoming.receipt->result == receiveResultName(ReceiveResult::waiting);
  const auto* const note = *applied == AppliedReceipt::unknownSubmission ? "receipt.not-here"
                           : *applied == AppliedReceipt::saved && waits  ? "receipt.waiting"
                                                                         : nullptr;
  if (note == nullptr) return;
  auto parameters = sectionParameters(suite, incoming.receipt->section);
  parameters.push_back({"revision", std::to_string(incoming.receipt->revision)});
  parameters.push_back({"next", std::to_string(incoming.receipt->revision + 1)});
  incoming.received.note = Error{note, incoming.received.file.string(), std::move(parameters)};
}

// Stores the submissions in one transaction. If the store refuses one of them, each is stored in a transaction of its
// own, so that the others are received. Errors: those that no single submission causes, as of a full disk.
Result<std::vector<Result<Store::Received>>> storeSubmissions(Suite& suite,
                                                              const std::vector<StoredSubmission>& submissions) {
  std::vector<Result<Store::Received>> outcomes;
  const auto together = suite.store.receiveSubmissions(submissions, suite.options.actor);
  if (together) {
    outcomes.assign(together->begin(), together->end());
    return outcomes;
  }
  const auto ofOne = [](const Error& error) {
    return error.kind == ErrorKind::refusal || error.code == "store.failed";
  };
  if (!ofOne(together.error())) return fail(together.error());
  for (const auto& submission : submissions) {
    const auto alone = suite.store.receiveSubmissions({&submission, 1}, suite.options.actor);
    if (!alone && !ofOne(alone.error())) return fail(alone.error());
    outcomes.push_back(alone ? Result<Store::Received>(alone->front()) : fail(alone.error()));
  }
  return outcomes;
}

// A code may go to another unit, and a package names its unit by the code alone: one that was received before the list
// said so belongs to the unit that had the code then, and would count a second time for the one that has it now.
// Errors, with the file as the place: package.other-holder, and those of the store.
Status notOfEarlierHolder(Suite& suite, const UnitHistory& units, const ReceivedFile& received) {
  const auto& header = received.header;
  const auto code = codeOf(header.key.unit);
  std::set<OrgUnitId> others;
  for (const auto* state : units.statesWithCode(code)) others.insert(state->unit);
  others.erase(header.key.unit);
  for (const auto& other : others) {
    const SectionKey key{header.key.definition, other, header.key.period};
    CCHC_TRY(const auto history, suite.store.history(key));
    const auto same = std::find_if(history.begin(), history.end(), [&](const StoredSubmission& one) {
      return one.header.contentDigest == header.contentDigest;
    });
    if (same == history.end()) continue;
    auto parameters = sectionParameters(suite, header.key);
    parameters.push_back({"code", code});
    parameters.push_back({"earlier", nameOf(suite, other, key.period)});
    parameters.push_back({"day", vietnamese::moment(same->receivedAt)});
    return fail("package.other-holder", received.file.string(), std::move(parameters));
  }
  return {};
}

Status storeAll(Suite& suite, const UnitHistory& units, std::vector<Incoming>& batch) {
  std::vector<StoredSubmission> submissions;
  std::vector<std::size_t> origin;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (batch[i].receipt && !batch[i].received.refusal) storeReceipt(suite, batch[i]);
    if (batch[i].received.refusal || batch[i].notice || batch[i].receipt) continue;
    if (batch[i].received.result == ReceiveResult::passedOver) continue;
    // A refusal by the store would end the whole batch.
    const auto& desk = suite.options.actor.desk;
    if (auto may = permits(desk, DeskCommand::receive, std::optional(batch[i].received.header.reporter)); !may) {
      batch[i].received.refusal = may.error();
      batch[i].received.refusal->place = batch[i].received.file.string();
      continue;
    }
    if (const auto own = notOfEarlierHolder(suite, units, batch[i].received); !own) {
      if (own.error().kind == ErrorKind::failure) return own;
      batch[i].received.refusal = own.error();
      continue;
    }
    for (const auto& attachment : batch[i].attachments) CCHC_CHECK(suite.store.saveAttachment(attachment));
    submissions.push_back({batch[i].received.header,
                           SubmissionState::submitted,
                           suite.now(),
                           std::move(batch[i].bytes),
                           {},
                           std::move(batch[i].contribution),
                           std::move(batch[i].findings)});
    submissions.back().checkedBy = sealed(batch[i].checkedBy, submissions.back());
    origin.push_back(i);
  }
  CCHC_TRY(const auto results, storeSubmissions(suite, submissions));
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i]) {
      batch[origin[i]].received.refusal = results[i].error();
      continue;
    }
    auto& received = batch[origin[i]].received;
    const auto note = [&](const char* code) {
      auto parameters = sectionParameters(suite, received.header.key);
      parameters.push_back({"revision", std::to_string(received.header.revision)});
      parameters.push_back({"signer", received.header.signer});
      received.note = Error{code, received.file.string(), std::move(parameters)};
    };
    received.result = ReceiveResult::stored;
    switch (*results[i]) {
      case Store::Received::stored:
        break;
      case Store::Received::known:
        received.result = ReceiveResult::known;
        break;
      case Store::Received::rival:
        received.result = ReceiveResult::rival;
        break;
      case Store::Received::afterIssue:
        note("package.after-issue");
        break;
      case Store::Received::nowSigned:
        note("package.now-signed");
        break;
    }
  }
  // After the packages, since a request may arrive in the same batch as the package that it is about.
  for (auto& incoming : batch) {
    if (incoming.notice) receiveNotice(suite, incoming);
  }
  return {};
}

// Replaces each zip of the batch with the packages in it.
void unpack(std::vector<Incoming>& batch, IncomingReader& reader) {
  if (std::none_of(batch.begin(), batch.end(), [](const Incoming& one) { return !one.zipped.empty(); })) return;
  std::vector<Incoming> all;
  for (auto& incoming : batch) {
    if (incoming.zipped.empty()) {
      all.push_back(std::move(incoming));
      continue;
    }
    for (auto& file : incoming.zipped) {
      auto& one = all.emplace_back();
      one.received.file = incoming.received.file / file.name;
      reader.readUnpacked(one, std::move(file.bytes));
    }
    if (!incoming.passedOver.empty())
      all.emplace_back().received = passedOverIn(incoming.received.file, incoming.passedOver);
  }
  batch = std::move(all);
}

}  // namespace

Status receiveFiles(Suite& suite, const std::vector<fs::path>& paths, unsigned threads,
                    const std::function<void(const ReceivedFile&)>& onFile, ReceiveMode mode,
                    const ProgressCallback& progress) {
  const bool keepEarly = mode == ReceiveMode::usual;
  CCHC_CHECK(identify(suite));
  CCHC_TRY(auto expected, Expectations::read(suite));
  expected.rebuilding = mode == ReceiveMode::rebuild;
  threads = threadCount(threads);
  std::vector<IncomingReader> readers;
  readers.reserve(threads);
  CCHC_TRY(const auto lookup, definitionLookup(suite, PackageOrigin::arriving));
  for (unsigned i = 0; i < threads; ++i) readers.emplace_back(suite, expected, lookup);
  for (const auto& definition : suite.catalogue.definitions.registry().all())
    CCHC_CHECK(suite.store.saveDefinition(*definition));
  CCHC_TRY(auto waiting, waitingFolder(suite.options.store));
  const EarlyPackages early(std::move(waiting));
  auto wanted = keepEarly ? early.files() : std::vector<fs::path>();
  wanted.insert(wanted.end(), paths.begin(), paths.end());
  const Files files(wanted);
  for (const auto* folders : {&files.unreadable(), &files.passedOver()}) {
    for (const auto& folder : *folders) onFile(folder);
  }
  for (std::size_t from = 0; from < files.size(); from += batchSize) {
    if (progress && !progress(from, files.size())) return fail(from == 0 ? "work.cancelled" : "work.stopped");
    std::vector<Incoming> batch(std::min(batchSize, files.size() - from));
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].received.file = files[from + i];
    inParallel(batch.size(), threads, [&](std::size_t i, unsigned thread) { readers[thread].read(batch[i]); });
    unpack(batch, readers.front());
    CCHC_CHECK(storeAll(suite, *expected.history, batch));
    for (auto& incoming : batch) {
      if (!keepEarly || early.settle(incoming.received)) onFile(incoming.received);
    }
  }
  return {};
}

}  // namespace cchc
