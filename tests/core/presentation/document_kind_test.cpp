// Which attachments another program may open: documents, by their name and by what is in them.
#include <catch2/catch.hpp>
#include <string>

#include "core/presentation/section/document_kind.h"

using namespace cchc::presentation;
using namespace std::string_literals;

TEST_CASE("a document is opened under the ending of its kind, and a program under the name of a document is not") {
  struct Case {
    const char* name;
    std::string bytes;
    const char* ending;  // empty: it is not opened
  };
  const std::string zip = "PK\x03\x04", compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", program = "MZ\x90\0\x03"s;
  for (const auto& [name, bytes, ending] : {
           Case{"Quyết định.pdf", "%PDF-1.7\n", ".pdf"},
           Case{"QUYET DINH.PDF", "%PDF-1.4", ".pdf"},
           Case{"a.docx", zip, ".docx"},
           Case{"a.doc", compound, ".doc"},
           Case{"a.xls", compound, ".xls"},
           Case{"a.jpeg", "\xFF\xD8\xFF\xE0", ".jpeg"},
           Case{"a.png", "\x89PNG\r\n\x1A\n", ".png"},
           Case{"a.txt", "Biên bản", ".txt"},
           // The name is not that of a document.
           Case{"a.exe", program, ""},
           Case{"a.pdf.exe", "%PDF-1.7", ""},
           Case{"a.desktop", "[Desktop Entry]", ""},
           Case{"a.html", "<script>", ""},
           Case{"a.docm", zip, ""},
           Case{"a.zip", zip, ""},
           Case{"pdf", "%PDF-1.7", ""},
           Case{"a.", "%PDF-1.7", ""},
           // The content is not what the name says.
           Case{"a.pdf", program, ""},
           Case{"a.pdf", "", ""},
           Case{"a.docx", compound, ""},
           Case{"a.doc", zip, ""},
           Case{"a.jpg", "%PDF-1.7", ""},
           Case{"a.txt", "#!/bin/sh\n", ""},
           Case{"a.txt", "[Desktop Entry]\nExec=x", ""},
           Case{"a.txt", "a\0b"s, ""},
       }) {
    INFO(name << ": " << bytes);
    CHECK(documentEnding(name, bytes).value_or("") == ending);
  }
}
