// Reads incoming files, and checks the packages among them against what this store expects. Private to receive/.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/app/check/package_check.h"
#include "core/app/receive/received_file.h"
#include "core/app/suite/suite.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_notice.h"
#include "core/exchange/package/package.h"
#include "core/exchange/package/package_zip.h"
#include "core/signing/trust.h"

namespace cchc {

// What a package is checked against besides its definition. Read once for many packages, and designed to hold every
// unit of a country: sorted vectors, without a node for each unit.
struct Expectations {
  struct Reporting {
    std::uint32_t subject = 0, reporter = 0;  // indices into `units`
  };
  std::optional<Trust> trust;
  UnitCodes codes;
  std::shared_ptr<const UnitHistory> history;
  std::vector<OrgUnitId> units;    // sorted
  std::vector<std::string> names;  // of the units
  std::map<PeriodId, Period> periods;
  std::map<PeriodId, std::string> checkedBy;
  std::map<std::pair<PeriodId, DefinitionId>, std::vector<Reporting>> assignments;  // each in order of subject
  bool rebuilding = false;                                                          // ReceiveMode::rebuild

  // Errors: those of the trust list (Trust::read) and of the store.
  static Result<Expectations> read(Suite& suite);
  std::optional<std::uint32_t> indexOf(const OrgUnitId& unit) const;
  // Errors, with `file` as the place:
  //   package.unknown-unit, package.unknown-period
  //   package.closed-period
  //   package.not-assigned
  //   package.wrong-reporter   the assignment names another unit as the reporter
  Status check(const SubmissionHeader& header, const DefinitionSet& definitions, const std::string& file) const;
};

// One incoming file. At most one of notice, receipt and zipped is set; if none is, the file is a package.
struct Incoming {
  ReceivedFile received;
  std::string bytes, contribution, findings, checkedBy;
  std::vector<AttachmentBytes> attachments;
  std::optional<ReturnNotice> notice;
  std::optional<Receipt> receipt;
  std::vector<ZippedFile> zipped;                 // the contents of a zip of packages
  std::vector<std::filesystem::path> passedOver;  // what else is in it
};

// One for each thread: it reuses its buffers from one package to the next.
class IncomingReader {
 public:
  // `lookup`: for arriving packages.
  IncomingReader(const Suite& suite, const Expectations& expected, DefinitionLookup lookup);

  // Reads incoming.received.file, and sets either its refusal or everything that is to be stored.
  void read(Incoming& incoming);
  // The same for a file from a zip, given its bytes; they are kept in `unpacked` if the file is refused.
  void readUnpacked(Incoming& incoming, Result<std::string> bytes);

 private:
  Status readFromDisk(Incoming& incoming);
  Status readBytes(Incoming& incoming);
  void check(Incoming& incoming);

  const Suite& suite_;
  const Expectations& expected_;
  PackageCheck checks_;
  SubmissionReader packages_;
  UnitCircumstances circumstances_;
  Package package_;
};

}  // namespace cchc
