// What is wrong with a definition, all of it, each with its place in the file.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/model/finding.h"

namespace cchc {

// Lines and columns count from 1, columns in characters. Line 0: the file as a whole; column 0: the whole line.
struct FilePosition {
  int line = 0, column = 0;
  bool operator==(const FilePosition&) const = default;
};
// The place of the n-th octet of the text in the definition's file.
FilePosition positionIn(const ExpressionText& text, std::size_t octet);
// The place of an attribute's value in the element that begins at `line`, or of the line if it has no such attribute.
FilePosition attributePosition(std::string_view xml, int line, std::string_view attribute);

struct DefinitionProblem {
  Severity severity = Severity::error;  // an error: the definition cannot be used
  std::string code, file;
  FilePosition at;
  std::vector<Parameter> parameters;
};
// At "file:line:column".
Error errorOf(const DefinitionProblem& problem);

// The problems of one file. It is filled by the passes over the file, one after another. After two hundred, only
// definition.too-many is added.
class DefinitionProblems {
 public:
  explicit DefinitionProblems(std::string_view file) : file_(file) {}

  void error(std::string_view code, FilePosition at, std::vector<Parameter> parameters = {});
  void warning(std::string_view code, FilePosition at, std::vector<Parameter> parameters = {});
  void information(std::string_view code, FilePosition at, std::vector<Parameter> parameters = {});

  const std::string& file() const { return file_; }
  bool anyErrors() const { return errors_ > 0; }
  bool full() const { return all_.size() >= most; }
  bool anyAt(int line) const;
  // As they were found.
  const std::vector<DefinitionProblem>& all() const { return all_; }
  // The one that was found first. There must be one.
  const DefinitionProblem& firstError() const;

  // What later passes must not conclude anything from, since it was wrong itself: "jobs.women", "courses.people", a
  // field or column whose type is not known; "rule women-in-all", a rule at a place that does not exist.
  std::set<std::string> uncertain;

 private:
  static constexpr std::size_t most = 200;

  void add(Severity severity, std::string_view code, FilePosition at, std::vector<Parameter> parameters);

  std::string file_;
  std::vector<DefinitionProblem> all_;
  std::size_t errors_ = 0;
};

}  // namespace cchc
