// Files attached to fields and cells: taken in within the limits of a package, shown with their size, given out again.
#pragma once
#include "core/app/section/section_editing.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

// "quyet-dinh.pdf (1,2 MB)"
std::string attachmentText(const Attachment& attachment);
bool takesAttachment(const FieldDefinition& field);

class Attachments {
 public:
  Attachments(Suite& suite, SectionEditing& editing, Place place)
      : suite_(suite), editing_(editing), place_(std::move(place)) {}

  std::string label(Words words) const;  // of the field, or of the column with its table
  bool editable() const { return !editing_.locked().has_value() && field() != nullptr; }
  const Attachment* present() const;  // nullptr: none

  // The file's bytes go into the store, then the value is one undoable edit. attachment.too-large, attachment.empty,
  // attachment.all-too-large; file.read; the store's errors.
  Status attach(const std::filesystem::path& file);
  Status remove();
  // The same in two steps, for a window that does not wait: the bytes on a thread's suite, with `others()` bytes
  // attached elsewhere; then the edit.
  static Result<Attachment> takeIn(Suite& suite, const std::filesystem::path& file, std::size_t others);
  Status attach(const Attachment& taken);
  std::size_t others() const;  // bytes of what is attached elsewhere in the section
  // A copy of what is attached, at this place. attachment.gone, file.write.
  Status saveAs(const std::filesystem::path& target) const;
  // A copy under its own name in a new folder below `folder`, to be opened by the system: what is changed there does
  // not come back.
  Result<std::filesystem::path> copyTo(const std::filesystem::path& folder) const;
  static Status saveAs(Suite& suite, const Attachment& about, const std::filesystem::path& target);
  static Result<std::filesystem::path> copyTo(Suite& suite, const Attachment& about,
                                              const std::filesystem::path& folder);

 private:
  const FieldDefinition* field() const;
  const Value* value() const;
  Status put(Value value, const char* vi, const char* en);

  Suite& suite_;
  SectionEditing& editing_;
  Place place_;
};

}  // namespace cchc::presentation
