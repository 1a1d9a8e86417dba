// The parts of a workbook (XLSX): a zip of XML files that name each other by relations (ECMA-376 part 2). Private to
// this folder.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

struct zip;

namespace cchc {

// Follows the elements of one part. Names are without prefixes, since programs use different ones.
class PartHandler {
 public:
  struct Attribute {
    std::string_view name, value;
  };
  virtual ~PartHandler() = default;
  // Each answers false to end the reading.
  virtual bool start(std::string_view element, const std::vector<Attribute>& attributes) = 0;
  virtual bool text(std::string_view text) = 0;
  virtual bool end(std::string_view element) = 0;
};

struct Relation {
  std::string id, type, target;  // type: the last word of its name, "worksheet"; target: the name of a part
};

// Borrows the bytes.
class WorkbookParts {
 public:
  explicit WorkbookParts(std::string_view bytes);
  ~WorkbookParts();
  WorkbookParts(const WorkbookParts&) = delete;
  WorkbookParts& operator=(const WorkbookParts&) = delete;

  bool isOpen() const { return zip_ != nullptr; }
  bool contains(const std::string& part) const;
  // The first bytes of a part, at most 200; empty if it is missing or damaged.
  std::string beginningOf(const std::string& part) const;
  // The relations of a part, or with "" those of the whole file. None if it has no file of relations.
  // Errors: as parse
  Result<std::vector<Relation>> relationsOf(const std::string& part, std::string_view file) const;

  // Reads a part from beginning to end without keeping it; memory does not grow with its size. Answers false if the
  // handler has ended the reading. Errors:
  //   values.not-xlsx         the part is missing, encrypted or no well-formed XML in UTF-8, or has a DOCTYPE
  //   values.sheet-too-large  it has more than 256 MB
  Result<bool> parse(const std::string& part, std::string_view file, PartHandler& handler) const;

 private:
  zip* zip_ = nullptr;
};

// The limit that a workbook exceeds, as an error; `code` is that of its text.
tl::unexpected<Error> tooLarge(std::string_view file, std::string_view code);

}  // namespace cchc
