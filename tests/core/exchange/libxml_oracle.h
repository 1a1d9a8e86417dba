// What libxml2 reads in a file: the reference for the guard and the readers.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/exchange/package/package.h"

namespace cchc::oracle {

// A document as libxml2 reads it, without entities and network; nullptr if libxml2 refuses it or reports a namespace
// error.
class Document {
 public:
  explicit Document(std::string_view bytes);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  explicit operator bool() const { return document_ != nullptr; }

  // Every value of a package by its place; texts are in NFC.
  std::map<std::string, std::string> values() const;
  // The content element in exclusive canonical form.
  std::string canonicalContent() const;
  void* get() const { return document_; }

 private:
  void* document_ = nullptr;
};

// The same for a package as readPackage gives it.
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
