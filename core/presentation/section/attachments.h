// The file attached to a field or cell: storing it within the limits of a package, showing it with its size, saving it
// as a file.
#pragma once
#include <filesystem>
#include <string>

#include "core/app/section/section_editing.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

// "quyet-dinh.pdf (1,2 MB)"
std::string attachmentText(const Attachment& attachment);
bool acceptsAttachment(const FieldDefinition& field);

// What is attached at one place of the section that is being edited. For one thread, except for the static members.
class Attachments {
 public:
  Attachments(Suite& suite, SectionEditing& editing, Place place)
      : suite_(suite), editing_(editing), place_(std::move(place)) {}

  std::string label(Words words) const;  // of the field, or of the table and column
  bool editable() const { return !editing_.locked().has_value() && field() != nullptr; }
  const Attachment* present() const;  // nullptr: none

  // Writes the file's bytes into the store, and then sets the value as one undoable edit.
  // Errors: section.locked and the other reasons of SectionEditing::locked; those of storeFile and
  // SectionEditing::apply.
  Status attach(const std::filesystem::path& file);
  Status remove();
  // The same in two steps, for a window that does not wait. `storeFile`, on any thread with a suite of its own, writes
  // the bytes into the store; `others` is otherBytes(). Then `attach` makes the edit.
  // Errors of storeFile:
  //   attachment.empty           the file has no content
  //   attachment.too-large       the file is larger than one attachment may be
  //   attachment.all-too-large   together with `others` it would not fit into a package
  //   text.*                     the file's name is not valid text
  //   file.read, and those of Store::saveAttachment
  static Result<Attachment> storeFile(Suite& suite, const std::filesystem::path& file, std::size_t others);
  Status attach(const Attachment& stored);
  std::size_t otherBytes() const;  // size of what is attached elsewhere in the section
  // Writes the attachment to a file.
  // Errors:
  //   attachment.gone   nothing is attached, or its bytes are no longer in the store
  //   file.write, and those of Store::attachment
  Status saveAs(const std::filesystem::path& target) const;
  // Writes it into a new folder below `folder`, to be opened by another program; only the user can read it there, and
  // changes to that copy have no effect here. The copy has a name of ours with the ending of its kind, since a name
  // from elsewhere decides which program the system starts. Errors: those of saveAs, and
  //   attachment.not-a-document   it is not a document of a known kind, by its name and by its content
  //                               (document_kind.h); it can still be saved
  Result<std::filesystem::path> copyToOpen(const std::filesystem::path& folder) const;
  static Status saveAs(Suite& suite, const Attachment& about, const std::filesystem::path& target);
  static Result<std::filesystem::path> copyToOpen(Suite& suite, const Attachment& about,
                                                  const std::filesystem::path& folder);

 private:
  const FieldDefinition* field() const;
  const Value* value() const;
  // `name`: code of the step's name, with the placeholder {label}.
  Status setValue(Value value, std::string_view name);

  Suite& suite_;
  SectionEditing& editing_;
  Place place_;
};

}  // namespace cchc::presentation
