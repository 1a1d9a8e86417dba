#include "core/exchange/package/zip_writer.h"

#include <zip.h>

namespace cchc {

Result<std::string> writeZip(const std::vector<ZipPart>& parts, const std::string& file) {
  const auto failed = [&] { return fail("file.write", file, {{"reason", "libzip"}}, ErrorKind::failure); };
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (source == nullptr) return failed();
  zip_source_keep(source);  // it is read after the archive is closed
  auto* archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
  bool good = archive != nullptr;
  for (const auto& part : parts) {
    if (!good) break;
    auto* content = zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
    const auto index = content == nullptr ? -1 : zip_file_add(archive, part.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    good = index >= 0;
    if (!good && content != nullptr) zip_source_free(content);
    // Every file is dated 1/1/2020, so that the time of writing does not change the bytes.
    if (good)
      good = zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, (40U << 9U) | (1U << 5U) | 1U, 0) == 0;
  }
  if (archive != nullptr && (!good || zip_close(archive) != 0)) {
    zip_discard(archive);
    good = false;
  }
  std::string bytes;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (good && zip_source_open(source) == 0) {
    good = zip_source_stat(source, &stat) == 0;
    bytes.resize(good ? static_cast<std::size_t>(stat.size) : 0);
    good = good && zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size());
    zip_source_close(source);
  }
  zip_source_free(source);
  zip_error_fini(&error);
  if (!good || bytes.empty()) return failed();
  return bytes;
}

}  // namespace cchc
