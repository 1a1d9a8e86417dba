// The versions of the suite's file formats. The major version is the end of a format's namespace
// ("urn:cchc:submission:1"); the minor version is the attribute `minor` of the root element, and a greater minor only
// adds. A reader accepts every minor up to its own. It refuses a greater one with the advice to update the program,
// since the file may contain something that this program does not know. A writer states the lowest minor that has
// what it wrote, so that older programs read all that they can.
#pragma once
#include <string>
#include <string_view>

namespace cchc {

struct FileFormat {
  std::string_view space;  // the namespace
  int minor;               // the greatest that this program reads
};
inline constexpr FileFormat submissionFormat{"urn:cchc:submission:1", 1};
inline constexpr FileFormat valuesFormat{"urn:cchc:values:1", 1};
inline constexpr FileFormat definitionFormat{"urn:cchc:definition:1", 1};
inline constexpr FileFormat reportFormat{"urn:cchc:report:1", 1};
inline constexpr FileFormat returnFormat{"urn:cchc:return:1", 2};
inline constexpr FileFormat receiptFormat{"urn:cchc:receipt:1", 1};

struct FormatVersion {
  // readable: this program reads the file. newer: it needs a newer program. wrongMinor: `minor` is not a whole number
  // in its shortest form. otherFormat: the namespace is not one of this format.
  enum class Kind : unsigned char { readable, newer, wrongMinor, otherFormat } kind = Kind::otherFormat;
  int minor = 0;             // if it is readable
  std::string given, known;  // for messages: the version of the file and the greatest that is read, such as "1.2"
};
// `space` and `minor` are the namespace and the attribute `minor` of a file's root element.
FormatVersion formatVersionOf(const FileFormat& format, std::string_view space, std::string_view minor);

// The part of a format's namespace before the major version: "urn:cchc:submission:".
constexpr std::string_view formatFamily(const FileFormat& format) {
  return format.space.substr(0, format.space.rfind(':') + 1);
}

}  // namespace cchc
