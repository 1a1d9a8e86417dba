#include "core/app/receive/rebuild.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "core/app/receive/package_files.h"
#include "core/app/receive/receive.h"
#include "core/app/units/import_tables.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_notice.h"
#include "core/exchange/package/package.h"
#include "core/exchange/package/package_zip.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

constexpr std::array setupTables = {"units.tsv", "periods.tsv", "assignments.tsv"};

bool isTable(const fs::path& file) {
  return std::find(setupTables.begin(), setupTables.end(), file.filename()) != setupTables.end();
}

// Holds the files of ZIPs; removed with what is in it.
class UnpackedFolder {
 public:
  explicit UnpackedFolder(fs::path path) : path_(std::move(path)) {}
  UnpackedFolder(const UnpackedFolder&) = delete;
  UnpackedFolder& operator=(const UnpackedFolder&) = delete;
  ~UnpackedFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// All files of the given paths. A file of a ZIP is unpacked, and `shown` has the name that people know it by.
class OwnFiles {
 public:
  explicit OwnFiles(const fs::path& folder) : unpacked_(folder) {}

  Status add(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) return addFile(path);
    std::error_code failed;
    std::vector<fs::path> others;
    for (const auto& name : packageFilesIn(path, failed, &others)) CCHC_CHECK(addFile(path / name));
    std::erase_if(others, [](const fs::path& name) { return isTable(name.string()); });
    if (!others.empty()) passedOver_.push_back(passedOverIn(path, others));
    if (failed) return fail("file.read", path.string(), {{"reason", failed.message()}}, ErrorKind::failure);
    const bool tables = std::all_of(setupTables.begin(), setupTables.end(),
                                    [&](const char* name) { return fs::exists(path / name, ignored); });
    if (tables) tables_ = path;
    return {};
  }
  const std::vector<fs::path>& files() const { return files_; }
  const std::vector<ReceivedFile>& passedOver() const { return passedOver_; }  // of folders, for telling
  const fs::path& tables() const { return tables_; }  // a folder that has all of setupTables; empty: none
  fs::path shown(const fs::path& file) const {
    const auto found = shown_.find(file);
    return found == shown_.end() ? file : found->second;
  }

 private:
  Status addFile(const fs::path& file) {
    // What cannot be read, and what is no ZIP, is judged where it is received.
    const auto bytes = readFile(file, zipLimit);
    if (!bytes || !looksLikeZip(*bytes)) {
      files_.push_back(file);
      return {};
    }
    CCHC_TRY(auto inside, readZip(*bytes, file.string(), packageLimit,
                                  [](const std::string& name) { return isPackageName(name) || isTable(name); }));
    const auto folder = unpacked_.path() / std::to_string(++zips_);
    CCHC_CHECK(platform::createPrivateFolder(folder));
    std::set<std::string> names;
    for (auto& one : inside) {
      CCHC_TRY(const auto content, std::move(one.bytes));
      auto name = one.name;
      while (!names.insert(name).second) name = "_" + name;  // two folders of a ZIP may have files of one name
      CCHC_CHECK(platform::writeFileDurably(folder / name, content, platform::Readers::ownerAlone));
      if (isTable(name)) continue;
      files_.push_back(folder / name);
      shown_[folder / name] = file / one.name;
    }
    const bool tables =
        std::all_of(setupTables.begin(), setupTables.end(), [&](const char* name) { return names.contains(name); });
    if (tables) tables_ = folder;
    return {};
  }

  UnpackedFolder unpacked_;
  std::vector<ReceivedFile> passedOver_;
  int zips_ = 0;
  std::vector<fs::path> files_;
  std::map<fs::path, fs::path> shown_;
  fs::path tables_;
};

// The files in the order in which they were sent and came back.
struct Sorted {
  std::vector<fs::path> packages, receipts, returns;
};

Result<Sorted> sorted(Suite& suite, const std::vector<fs::path>& files) {
  CCHC_TRY(const auto codes, unitCodes(suite));
  using Order = std::tuple<SectionKey, int, Time, fs::path>;
  std::vector<Order> packages, receipts, returns;
  for (const auto& file : files) {
    const auto name = file.string();
    const auto bytes = readFile(file, packageLimit);
    if (bytes && looksLikeReturn(*bytes)) {
      const auto notice = readReturn(*bytes, name, codes);
      returns.push_back(notice ? Order{notice->section, notice->revision, notice->at, file} : Order{{}, 0, {}, file});
    } else if (bytes && looksLikeReceipt(*bytes)) {
      const auto receipt = readReceipt(*bytes, name, codes);
      receipts.push_back(receipt ? Order{receipt->section, receipt->revision, receipt->at, file}
                                 : Order{{}, 0, {}, file});
    } else {
      const auto header =
          bytes ? readPackageHeader(*bytes, name, codes) : Result<SubmissionHeader>(fail(bytes.error()));
      packages.push_back(header ? Order{header->key, header->revision, header->submittedAt, file}
                                : Order{{}, 0, {}, file});
    }
  }
  Sorted all;
  for (auto [from, to] :
       {std::pair(&packages, &all.packages), std::pair(&receipts, &all.receipts), std::pair(&returns, &all.returns)}) {
    std::sort(from->begin(), from->end());
    for (auto& one : *from) to->push_back(std::move(std::get<fs::path>(one)));
  }
  return all;
}

// The tables are the office's, so the desk of the person who reads them in does not matter.
Status setUp(Suite& suite, const fs::path& tables) {
  CCHC_TRY(const auto units, suite.store.units());
  if (tables.empty() || !units->states().empty()) return {};
  const auto desk = std::exchange(suite.options.actor.desk, Desk());
  const auto done = importTables(suite, tables);
  suite.options.actor.desk = desk;
  return done;
}

}  // namespace

Status rebuildFromPackages(Suite& suite, const std::vector<fs::path>& paths, unsigned threads,
                           const std::function<void(const ReceivedFile&)>& onFile) {
  std::error_code failed;
  OwnFiles own(fs::temp_directory_path(failed) / ("cchc-" + newId()));
  for (const auto& path : paths) CCHC_CHECK(own.add(path));
  for (const auto& folder : own.passedOver()) onFile(folder);
  CCHC_CHECK(setUp(suite, own.tables()));
  CCHC_TRY(const auto files, sorted(suite, own.files()));
  const auto report = [&](const ReceivedFile& received) {
    auto file = received;
    file.file = own.shown(received.file);
    for (auto* error : {&file.refusal, &file.note}) {
      const auto at = *error ? (*error)->place.find(received.file.string()) : std::string::npos;
      if (at != std::string::npos) (*error)->place.replace(at, received.file.string().size(), file.file.string());
    }
    onFile(file);
  };
  for (const auto* each : {&files.packages, &files.receipts, &files.returns})
    CCHC_CHECK(receiveFiles(suite, *each, threads, report, ReceiveMode::rebuild));
  return {};
}

}  // namespace cchc
