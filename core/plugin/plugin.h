// The whole plugin interface. A plugin is a shared library with two exported C symbols (see the end of this file); it
// links core/base alone. Only scalars and borrowed views cross the boundary of the library: no std type, no ownership,
// no exception. The texts of the plugin's findings and refusals are in messages.tsv next to the library; the host reads
// that file before the plugin registers. plugins/README.md explains how to write a plugin.
#pragma once
#include <cstddef>
#include <cstdint>

namespace cchc::plugin {

inline constexpr std::uint32_t apiVersion = 2;  // raised by every change of this file's declarations

struct Text {  // UTF-8, NFC; valid until the call returns
  const char* data = nullptr;
  std::size_t size = 0;
};
struct Number {  // (high * 2^64 + low) / 10^scale, two's complement
  std::int64_t high = 0;
  std::uint64_t low = 0;
  std::int32_t scale = 0;
};
struct CalendarDate {  // day 0: only the month is known
  std::int32_t year = 0, month = 0, day = 0;
};
enum class Qualifier : std::int32_t { exact, over, under, about, estimated, planned };
enum class DenominatorState : std::int32_t { unspecified, unknown, noneArose };
enum class NumberState : std::int32_t { known, missing, notCited };
enum class Severity : std::int32_t { information, warning, error };

struct Place {  // table empty: a plain field; `row` is a position in the table, from 0
  Text field, table;
  std::size_t row = 0;
};
struct Document {
  Text type, number, year, issuerCode, issuer, title, implements;
  Text symbol;               // "04/KH-UBND"
  CalendarDate date;         // year 0: none
  std::int32_t forYear = 0;  // 0: none
  std::int32_t role = 0;     // 0 unspecified, 1 basis, 2 issued, 3 received
  NumberState numberState = NumberState::known;
};

// The effective values of one section: computed values if they are known, otherwise the entered ones. A function that
// returns bool returns false if the value is blank (blank is not zero), if there is no such field, or if the field has
// another type.
class SectionReader {
 public:
  // A text; the value of a choice; several choices separated by spaces; "yes" or "no".
  virtual bool text(const Place&, Text* out) const noexcept = 0;
  virtual bool number(const Place&, Number* out) const noexcept = 0;
  virtual bool date(const Place&, CalendarDate* out) const noexcept = 0;
  // The value that was entered for a computed field.
  virtual bool stated(const Place&, Number* out) const noexcept = 0;
  virtual Qualifier qualifier(const Place&) const noexcept = 0;
  virtual DenominatorState denominator(const Place&) const noexcept = 0;
  virtual std::size_t documentCount(const Place&) const noexcept = 0;
  virtual bool document(const Place&, std::size_t index, Document* out) const noexcept = 0;
  virtual std::size_t rowCount(const Text& table) const noexcept = 0;
  virtual bool rowId(const Text& table, std::size_t row, Text* out) const noexcept = 0;
  // All places of the section that can hold documents, in the order of the definition, for checks of all citations.
  virtual std::size_t documentPlaceCount() const noexcept = 0;
  virtual bool documentPlace(std::size_t index, Place* out) const noexcept = 0;

 protected:
  ~SectionReader() = default;
};

struct Argument {  // replaces {name} in the text of a finding or refusal
  Text name, value;
};

class CheckContext {
 public:
  virtual const SectionReader& section() const noexcept = 0;
  // nullptr: there is no such section.
  virtual const SectionReader* previousPeriod() const noexcept = 0;
  // The section of another definition, which the check must have declared when it was registered; nullptr: it is not
  // present.
  virtual const SectionReader* other(const Text& definition) const noexcept = 0;
  virtual std::int32_t periodYear() const noexcept = 0;
  virtual CalendarDate periodStart() const noexcept = 0;
  virtual CalendarDate periodEnd() const noexcept = 0;
  // The finding is shown at the first place. The labels of the other places replace {places} in its Vietnamese text and
  // {places_en} in its English text.
  virtual void addFinding(const Text& code, Severity, const Place* places, std::size_t placeCount,
                          const Argument* arguments, std::size_t argumentCount) noexcept = 0;

 protected:
  ~CheckContext() = default;
};

// Receives rows from an importer. The host parses and checks each cell according to its column.
class RowSink {
 public:
  // Begins a new row, to which the following cells belong. Cells before the first row belong to plain fields.
  virtual void beginRow(const Text& table) noexcept = 0;
  // `value`: canonical text, as in a values file.
  virtual void cell(const Text& fieldOrColumn, const Text& value) noexcept = 0;
  virtual void document(const Text& fieldOrColumn, const Document&) noexcept = 0;
  // Reports a line that cannot be imported, with the code of its text in messages.tsv.
  virtual void refuse(std::size_t line, const Text& code, const Argument* arguments, std::size_t count) noexcept = 0;

 protected:
  ~RowSink() = default;
};

using Check = bool (*)(CheckContext&) noexcept;                   // false: the check itself failed
using Importer = bool (*)(const Text& input, RowSink&) noexcept;  // false: the input contains nothing usable

// Valid only during the registration.
class Registrar {
 public:
  // `file`: named in errors.
  virtual void addDefinition(const Text& xml, const Text& file) noexcept = 0;
  // `others`: the definitions that the check reads besides its own.
  virtual void addCheck(const Text& definition, const Text& code, const Text* others, std::size_t otherCount,
                        Check) noexcept = 0;
  virtual void addImporter(const Text& definition, const Text& name, Importer) noexcept = 0;
  virtual Text folder() const noexcept = 0;  // the folder of the plugin's files, without a trailing slash

 protected:
  ~Registrar() = default;
};

struct Info {
  std::uint32_t api;  // apiVersion. It must be the first member: the host reads it before all others.
  const char *id, *version, *titleVi, *titleEn;
};

// The two exported symbols of a plugin:
//   extern "C" const cchc::plugin::Info* cchc_plugin_info() noexcept;
//   extern "C" bool cchc_plugin_register(cchc::plugin::Registrar&) noexcept;   false: registration failed
using InfoFunction = const Info* (*)() noexcept;
using RegisterFunction = bool (*)(Registrar&) noexcept;

}  // namespace cchc::plugin
