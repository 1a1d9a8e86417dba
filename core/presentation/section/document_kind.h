// The kinds of documents that are attached, and which of them may be opened by another program.
#pragma once
#include <optional>
#include <string_view>

namespace cchc::presentation {

// The media type that the ending of a file's name says; "application/octet-stream" for others.
std::string_view mediaTypeOf(std::string_view name);
// The ending (".pdf") of a document that may be opened. nullopt: the name is not that of a document, or the content is
// not what the name says, as of a program that is called "Quyết định.pdf".
std::optional<std::string_view> documentEnding(std::string_view name, std::string_view bytes);

}  // namespace cchc::presentation
