#include "core/presentation/section/document_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/text.h"

namespace cchc::presentation {
namespace {

using namespace std::string_view_literals;

// How the content of a kind begins. An archive is never opened, since nobody can say what comes out of it.
enum class Content : unsigned char { pdf, compound, zip, rtf, jpeg, png, tiff, text, archive };

struct DocumentKind {
  std::string_view ending, mediaType;
  Content content;
};
constexpr std::array kinds = {
    DocumentKind{".pdf", "application/pdf", Content::pdf},
    DocumentKind{".doc", "application/msword", Content::compound},
    DocumentKind{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Content::zip},
    DocumentKind{".xls", "application/vnd.ms-excel", Content::compound},
    DocumentKind{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Content::zip},
    DocumentKind{".odt", "application/vnd.oasis.opendocument.text", Content::zip},
    DocumentKind{".ods", "application/vnd.oasis.opendocument.spreadsheet", Content::zip},
    DocumentKind{".rtf", "application/rtf", Content::rtf},
    DocumentKind{".jpg", "image/jpeg", Content::jpeg},
    DocumentKind{".jpeg", "image/jpeg", Content::jpeg},
    DocumentKind{".png", "image/png", Content::png},
    DocumentKind{".tif", "image/tiff", Content::tiff},
    DocumentKind{".tiff", "image/tiff", Content::tiff},
    DocumentKind{".zip", "application/zip", Content::archive},
    DocumentKind{".txt", "text/plain", Content::text}};

const DocumentKind* kindOf(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  const auto ending = foldForSearch(std::string(name.substr(dot)));
  const auto* const found =
      std::find_if(kinds.begin(), kinds.end(), [&](const DocumentKind& kind) { return kind.ending == ending; });
  return found == kinds.end() ? nullptr : found;
}

// A text has neither a zero byte nor the beginning of a script or of a launcher.
bool isText(std::string_view bytes) {
  return bytes.find('\0') == std::string_view::npos && !bytes.starts_with("#!") &&
         !bytes.starts_with("[Desktop Entry]");
}

bool begins(Content content, std::string_view bytes) {
  switch (content) {
    case Content::pdf:
      return bytes.starts_with("%PDF-");
    case Content::compound:
      return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
    case Content::zip:
      return bytes.starts_with("PK\x03\x04"sv);
    case Content::rtf:
      return bytes.starts_with("{\\rtf");
    case Content::jpeg:
      return bytes.starts_with("\xFF\xD8\xFF"sv);
    case Content::png:
      return bytes.starts_with("\x89PNG\r\n\x1A\n"sv);
    case Content::tiff:
      return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv);
    case Content::text:
      return isText(bytes);
    case Content::archive:
      break;
  }
  return false;
}

}  // namespace

std::string_view mediaTypeOf(std::string_view name) {
  const auto* kind = kindOf(name);
  return kind == nullptr ? "application/octet-stream" : kind->mediaType;
}

std::optional<std::string_view> documentEnding(std::string_view name, std::string_view bytes) {
  const auto* kind = kindOf(name);
  return kind != nullptr && begins(kind->content, bytes) ? std::optional(kind->ending) : std::nullopt;
}

}  // namespace cchc::presentation
