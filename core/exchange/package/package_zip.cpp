#include "core/exchange/package/package_zip.h"

#include <zip.h>

#include <algorithm>
#include <memory>

namespace cchc {
namespace {

using Zip = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Zip opened(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  auto* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (zip == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  return {zip, &zip_discard};
}

// The name without its folders, so that it cannot lead out of a folder. Some programs write backslashes.
std::string plainName(std::string name) {
  if (const auto slash = name.find_last_of("/\\"); slash != std::string::npos) name.erase(0, slash + 1);
  for (auto& c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view("<>:\"|?*").find(c) != std::string_view::npos) c = '_';
  }
  return name;
}

// `left` is the number of bytes that all remaining entries together may have. The size stated in the ZIP is not
// trusted.
Result<std::string> bytesOf(zip_t* zip, zip_uint64_t index, const std::string& path, std::size_t limit,
                            std::size_t left) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip, index, 0, &stat) != 0) return fail("zip.damaged", path);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return fail("zip.encrypted", path);
  const auto tooLarge = [&](std::size_t size) {
    return fail("package.too-large", path,
                {{"size", std::to_string(size >> 20U)}, {"limit", std::to_string(limit >> 20U)}});
  };
  if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > limit) return tooLarge(static_cast<std::size_t>(stat.size));
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(zip, index, 0), &zip_fclose);
  if (!file) return fail("zip.damaged", path);
  std::string bytes;
  constexpr std::size_t step = 1U << 16U;
  for (;;) {
    const auto before = bytes.size();
    bytes.resize(before + step);
    const auto got = zip_fread(file.get(), bytes.data() + before, step);
    if (got < 0) return fail("zip.damaged", path);
    bytes.resize(before + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    if (bytes.size() > limit) return tooLarge(bytes.size());
    if (bytes.size() > left) return fail("zip.too-large", path, {{"limit", std::to_string(zipLimit >> 20U)}});
  }
}

}  // namespace

bool looksLikeZip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

Result<std::vector<ZippedFile>> readZip(std::string_view bytes, std::string_view file, std::size_t entryLimit,
                                        const std::function<bool(const std::string& name)>& wanted) {
  const auto zip = opened(bytes);
  if (!zip) return fail("zip.damaged", file);
  const auto count = zip_get_num_entries(zip.get(), 0);
  if (count < 0) return fail("zip.damaged", file);
  if (static_cast<std::size_t>(count) > zipEntryLimit)
    return fail("zip.too-many", file, {{"limit", std::to_string(zipEntryLimit)}});
  std::vector<ZippedFile> files;
  std::size_t left = zipLimit;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    const auto* given = zip_get_name(zip.get(), i, 0);
    if (given == nullptr) return fail("zip.damaged", file);
    const std::string whole = given;
    if (whole == "[Content_Types].xml" || whole == "mimetype") return fail("zip.office-file", file);
    const auto name = plainName(whole);
    if (name.empty() || whole.find("__MACOSX/") != std::string::npos || !wanted(name)) continue;
    const auto path = std::string(file) + "/" + name;
    auto content = name.size() > 4 && (name.ends_with(".zip") || name.ends_with(".ZIP"))
                       ? Result<std::string>(fail("zip.nested", path))
                       : bytesOf(zip.get(), i, path, entryLimit, left);
    if (!content && content.error().code == "zip.too-large") return fail(content.error());
    if (content) left -= content->size();
    files.push_back({name, std::move(content)});
  }
  if (files.empty()) return fail("zip.nothing", file);
  return files;
}

}  // namespace cchc
