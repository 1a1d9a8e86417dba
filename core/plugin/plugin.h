// The whole plugin interface. A plugin is a shared library with two exported C symbols (below); it links only
// core/base. Scalars and borrowed views cross the library boundary; no std type, no ownership, no exception, no struct
// by value from a virtual. See plugins/README.md for how to write one.
#pragma once
#include <cstddef>
#include <cstdint>

namespace cchc::plugin {

inline constexpr std::uint32_t apiVersion = 1;  // any change here raises it

struct Text {  // UTF-8, NFC; valid until the call returns
  const char* data = nullptr;
  std::size_t size = 0;
};
struct Number {  // (high * 2^64 + low) / 10^scale, two's complement
  std::int64_t high = 0;
  std::uint64_t low = 0;
  std::int32_t scale = 0;
};
struct CalendarDate {  // day 0: month precision
  std::int32_t year = 0, month = 0, day = 0;
};
enum class Qualifier : std::int32_t { exact, over, under, about, estimated, planned };
enum class DenominatorState : std::int32_t { unspecified, unknown, noneArose };
enum class NumberState : std::int32_t { known, missing, notCited };
enum class Severity : std::int32_t { information, warning, error };

struct Place {  // table empty: a plain field. A row is its position, from 0.
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

// Effective values of one section (computed where known). Every reader answers false when blank, which is not zero,
// and when there is no such field or another type.
class SectionReader {
 public:
  virtual bool text(const Place&,
                    Text* out) const noexcept = 0;  // text, choice, several choices joined by a space; yes | no
  virtual bool number(const Place&, Number* out) const noexcept = 0;
  virtual bool date(const Place&, CalendarDate* out) const noexcept = 0;
  virtual bool stated(const Place&, Number* out) const noexcept = 0;  // the given value beside a computed one
  virtual Qualifier qualifier(const Place&) const noexcept = 0;
  virtual DenominatorState denominator(const Place&) const noexcept = 0;
  virtual std::size_t documentCount(const Place&) const noexcept = 0;
  virtual bool document(const Place&, std::size_t index, Document* out) const noexcept = 0;
  virtual std::size_t rowCount(const Text& table) const noexcept = 0;
  virtual bool rowId(const Text& table, std::size_t row, Text* out) const noexcept = 0;
  // Every place of the section that holds documents, in order of the definition: for checks over all citations.
  virtual std::size_t documentPlaceCount() const noexcept = 0;
  virtual bool documentPlace(std::size_t index, Place* out) const noexcept = 0;

 protected:
  ~SectionReader() = default;
};

struct Argument {  // of a finding's message: fills {name}
  Text name, value;
};

class CheckContext {
 public:
  virtual const SectionReader& section() const noexcept = 0;
  virtual const SectionReader* previousPeriod() const noexcept = 0;
  virtual const SectionReader* other(
      const Text& definition) const noexcept = 0;  // only those declared at registration; nullptr: not present
  virtual std::int32_t periodYear() const noexcept = 0;
  virtual CalendarDate periodStart() const noexcept = 0;
  virtual CalendarDate periodEnd() const noexcept = 0;
  // `places`: the first is where the finding stands; further ones are named beside it.
  virtual void addFinding(const Text& code, Severity, const Place* places, std::size_t placeCount,
                          const Argument* arguments, std::size_t argumentCount) noexcept = 0;

 protected:
  ~CheckContext() = default;
};

// Takes rows from an importer; the host parses and checks each cell by its column.
class RowSink {
 public:
  virtual void beginRow(const Text& table) noexcept = 0;  // a new row; without it, cells go to plain fields
  virtual void cell(const Text& fieldOrColumn, const Text& value) noexcept = 0;  // canonical text, as in a values file
  virtual void document(const Text& fieldOrColumn, const Document&) noexcept = 0;
  virtual void refuse(std::size_t line, const Text& code, const Argument* arguments,
                      std::size_t count) noexcept = 0;  // this line is not taken

 protected:
  ~RowSink() = default;
};

using Check = bool (*)(CheckContext&) noexcept;                   // false: the check itself failed
using Importer = bool (*)(const Text& input, RowSink&) noexcept;  // false: nothing usable

class Registrar {  // verbs only; valid during registration
 public:
  virtual void addDefinition(const Text& xml, const Text& file) noexcept = 0;
  // The message of a finding or refusal: texts with {name} placeholders.
  virtual void addMessage(const Text& code, const Text& vi, const Text& viFix, const Text& en,
                          const Text& enFix) noexcept = 0;
  virtual void addCheck(const Text& definition, const Text& code, const Text* others, std::size_t otherCount,
                        Check) noexcept = 0;
  virtual void addImporter(const Text& definition, const Text& name, Importer) noexcept = 0;
  virtual Text folder()
      const noexcept = 0;  // where the plugin's own files lie (its definitions), without a slash at the end

 protected:
  ~Registrar() = default;
};

struct Info {
  std::uint32_t api;  // must be the first member: asked before anything else
  const char *id, *version, *titleVi, *titleEn;
};

// The two exported symbols of a plugin:
//   extern "C" const cchc::plugin::Info* cchc_plugin_info() noexcept;
//   extern "C" bool cchc_plugin_register(cchc::plugin::Registrar&) noexcept;   false: registration failed
using InfoFunction = const Info* (*)() noexcept;
using RegisterFunction = bool (*)(Registrar&) noexcept;

}  // namespace cchc::plugin
