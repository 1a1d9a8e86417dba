#include "core/presentation/section/attachments.h"

#include <algorithm>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/definition/located_place.h"
#include "core/exchange/package/package.h"
#include "core/presentation/section/document_kind.h"
#include "core/presentation/section/step_name.h"

namespace cchc::presentation {
namespace {

// A package holds a file as base64, four bytes for three; a tenth is left for the figures and the signature.
constexpr std::size_t allAttachments = packageLimit / 4 * 3 / 10 * 9;

std::string megabytes(std::size_t bytes) { return std::to_string((bytes + (std::size_t(1) << 20U) - 1) >> 20U); }

// The bytes of the attachment. Error attachment.gone.
Result<std::string> bytesOf(Suite& suite, const Attachment& about) {
  CCHC_TRY(auto bytes, suite.store.attachment(about.digest));
  if (!bytes) return fail("attachment.gone", {}, {{"name", about.name}});
  return std::move(*bytes);
}

}  // namespace

std::string attachmentText(const Attachment& attachment) {
  const bool small = attachment.size < (std::size_t(1) << 20U);
  const auto unit = Decimal(static_cast<std::int64_t>(small ? 1024 : 1024 * 1024));
  const auto size = rate(Decimal(static_cast<std::int64_t>(std::max<std::size_t>(attachment.size, 1024))),
                         *multiply(unit, Decimal(100)), small ? 0 : 1);
  return attachment.name + (size ? " (" + vietnamese::number(*size) + (small ? " KB)" : " MB)") : std::string());
}

bool acceptsAttachment(const FieldDefinition& field) {
  return field.type == FieldType::attachment && field.enterable();
}

const FieldDefinition* Attachments::field() const {
  const auto found = locate(editing_.definition(), place_);
  return found && found->value != nullptr && acceptsAttachment(*found->value) ? found->value : nullptr;
}

const Value* Attachments::value() const { return valueAt(editing_.definition(), editing_.data(), place_); }

std::string Attachments::label(Words words) const {
  const auto* one = field();
  if (one == nullptr) return {};
  const auto table = locate(editing_.definition(), place_)->table;
  return (table ? editing_.definition().tables[*table].title.in(words.language) + ": " : std::string()) +
         one->label.in(words.language);
}

const Attachment* Attachments::present() const {
  const auto* one = value();
  return one == nullptr ? nullptr : std::get_if<Attachment>(&one->content);
}

std::size_t Attachments::otherBytes() const {
  std::size_t size = 0;
  const auto* own = value();
  const auto add = [&](const Value& each) {
    const auto* attachment = std::get_if<Attachment>(&each.content);
    if (attachment != nullptr && &each != own) size += attachment->size;
  };
  for (const auto& each : editing_.data().fields) add(each);
  for (const auto& table : editing_.data().tables) {
    for (const auto& row : table.rows) std::for_each(row.cells.begin(), row.cells.end(), add);
  }
  return size;
}

Status Attachments::setValue(Value next, std::string_view name) {
  if (editing_.locked()) return fail(*editing_.locked());
  const auto at = *locate(editing_.definition(), place_);
  EditStep step;
  step.name = stepName(name, {{"label", {label({Language::vi}), label({Language::en})}}});
  if (at.field)
    step.edits.push_back(FieldEdit{*at.field, std::move(next)});
  else
    step.edits.push_back(CellEdit{*at.table, at.row, *at.column, std::move(next)});
  return editing_.apply(step);
}

Status Attachments::attach(const std::filesystem::path& file) {
  if (editing_.locked()) return fail(*editing_.locked());
  CCHC_TRY(const auto stored, storeFile(suite_, file, otherBytes()));
  return attach(stored);
}

Result<Attachment> Attachments::storeFile(Suite& suite, const std::filesystem::path& file, std::size_t others) {
  const auto shown = file.filename().u8string();
  CCHC_TRY(const auto name, normaliseLine(std::string(shown.begin(), shown.end())));
  std::error_code ignored;
  const auto size = std::filesystem::file_size(file, ignored);
  if (!ignored && size > attachmentLimit)
    return fail("attachment.too-large", {},
                {{"name", name}, {"size", megabytes(size)}, {"limit", megabytes(attachmentLimit)}});
  CCHC_TRY(auto bytes, readFile(file, attachmentLimit));
  if (bytes.empty()) return fail("attachment.empty", {}, {{"name", name}});
  if (const auto all = others + bytes.size(); all > allAttachments) {
    return fail("attachment.all-too-large", {},
                {{"size", megabytes(all)}, {"limit", std::to_string(allAttachments >> 20U)}});
  }
  Attachment about{name, std::string(mediaTypeOf(name)), sha256(bytes), bytes.size()};
  CCHC_CHECK(suite.store.saveAttachment({about, std::move(bytes)}));
  return about;
}

// The bytes are already in the store, so that a value never names a file that the store does not have.
Status Attachments::attach(const Attachment& stored) {
  if (value() == nullptr || field() == nullptr)
    return fail("values.unknown-field", placeText(place_), {{"id", placeText(place_)}});
  return setValue(Value{stored}, "undo.attach");
}

Status Attachments::remove() { return present() == nullptr ? Status() : setValue(Value{}, "undo.remove-attachment"); }

Status Attachments::saveAs(const std::filesystem::path& target) const {
  const auto* about = present();
  return about == nullptr ? Status(fail("attachment.gone", {}, {{"name", label({Language::vi})}}))
                          : saveAs(suite_, *about, target);
}

Status Attachments::saveAs(Suite& suite, const Attachment& about, const std::filesystem::path& target) {
  CCHC_TRY(const auto bytes, bytesOf(suite, about));
  return platform::writeFileDurably(target, bytes);
}

Result<std::filesystem::path> Attachments::copyToOpen(const std::filesystem::path& folder) const {
  const auto* about = present();
  if (about == nullptr) return fail("attachment.gone", {}, {{"name", label({Language::vi})}});
  return copyToOpen(suite_, *about, folder);
}

Result<std::filesystem::path> Attachments::copyToOpen(Suite& suite, const Attachment& about,
                                                      const std::filesystem::path& folder) {
  CCHC_TRY(const auto bytes, bytesOf(suite, about));
  const auto ending = documentEnding(about.name, bytes);
  if (!ending) return fail("attachment.not-a-document", {}, {{"name", about.name}});
  const auto own = folder / ("cchc-" + newId().substr(0, 8));
  CCHC_CHECK(platform::createPrivateFolder(own));
  const auto target = own / ("tep-dinh-kem" + std::string(*ending));
  CCHC_CHECK(platform::writeFileDurably(target, bytes, platform::Readers::ownerAlone));
  return target;
}

}  // namespace cchc::presentation
