// What libxml2 says of a file: the judge that the guard and the readers are held against.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/exchange/package/package.h"

namespace cchc::oracle {

// A document as libxml2 reads it with no entities and no network; nullptr when it does not, or when it names a
// namespace fault.
class Document {
 public:
  explicit Document(std::string_view bytes);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  explicit operator bool() const { return document_ != nullptr; }

  // Every value of a package by its place; texts composed (NFC).
  std::map<std::string, std::string> values() const;
  // The octets of exclusive canonical XML of the content element.
  std::string canonicalContent() const;
  void* get() const { return document_; }

 private:
  void* document_ = nullptr;
};

// The same of a package as our reader gives it.
std::map<std::string, std::string> valuesOf(const Package& package, const SectionDefinition& definition);

class Schema {
 public:
  explicit Schema(const std::string& path);
  ~Schema();
  bool accepts(const Document& document) const;

 private:
  void* schema_ = nullptr;
};
const Schema& submissionSchema();

}  // namespace cchc::oracle
