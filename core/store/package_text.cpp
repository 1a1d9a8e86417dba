#include "core/store/package_text.h"

#include <lz4frame.h>

#include <memory>

#include "core/base/digest.h"

namespace cchc::store {
namespace {

// No received package is longer; a frame that states a greater size is damaged.
constexpr unsigned long long longest = 1ULL << 30;

struct FreeContext {
  void operator()(LZ4F_dctx* context) const { LZ4F_freeDecompressionContext(context); }
};

Error damaged(const std::string& address) {
  return {"store.damaged", address, {{"reason", "package"}}, ErrorKind::failure};
}

}  // namespace

std::string packed(std::string_view package) {
  if (package.empty()) return {};
  LZ4F_preferences_t preferences = LZ4F_INIT_PREFERENCES;
  preferences.frameInfo.contentSize = package.size();
  preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
  const auto room = LZ4F_compressFrameBound(package.size(), &preferences);
  const auto frame = std::make_unique_for_overwrite<char[]>(room);
  const auto size = LZ4F_compressFrame(frame.get(), room, package.data(), package.size(), &preferences);
  // This fails only if memory runs out. The text itself is then stored, which unpacked() can also read.
  if (LZ4F_isError(size) != 0) return std::string(package);
  return base64({frame.get(), size});
}

Result<std::string> unpacked(std::string stored, const std::string& address) {
  constexpr char byteOrderMark = '\xEF';
  if (stored.empty() || stored.front() == '<' || stored.front() == byteOrderMark) return stored;
  const auto frame = fromBase64(stored);
  LZ4F_dctx* raw = nullptr;
  if (!frame || LZ4F_isError(LZ4F_createDecompressionContext(&raw, LZ4F_VERSION)) != 0) return fail(damaged(address));
  const std::unique_ptr<LZ4F_dctx, FreeContext> context(raw);
  LZ4F_frameInfo_t about = LZ4F_INIT_FRAMEINFO;
  std::size_t read = frame->size();
  if (LZ4F_isError(LZ4F_getFrameInfo(raw, &about, frame->data(), &read)) != 0 || about.contentSize == 0 ||
      about.contentSize > longest)
    return fail(damaged(address));
  std::string package(about.contentSize, '\0');
  std::size_t written = 0;
  while (true) {
    auto room = package.size() - written;
    auto rest = frame->size() - read;
    const auto more = LZ4F_decompress(raw, package.data() + written, &room, frame->data() + read, &rest, nullptr);
    if (LZ4F_isError(more) != 0) return fail(damaged(address));
    written += room;
    read += rest;
    if (more == 0) break;
    if (room == 0 && rest == 0) return fail(damaged(address));
  }
  if (written != package.size() || read != frame->size()) return fail(damaged(address));
  return package;
}

}  // namespace cchc::store
