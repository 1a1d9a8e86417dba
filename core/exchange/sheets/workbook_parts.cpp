#include "core/exchange/sheets/workbook_parts.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/texts.h"

namespace cchc {
namespace {

constexpr std::size_t largestPart = std::size_t(256) << 20U;

using ZipFile = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;
using Parser = std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)>;

// Relations between libxml2's callbacks, which are plain functions, and the handler.
struct Parsing {
  PartHandler& handler;
  xmlParserCtxt* parser = nullptr;
  std::vector<PartHandler::Attribute> attributes;
  bool ended = false, damaged = false;

  void stop(bool wrong) {
    (wrong ? damaged : ended) = true;
    xmlStopParser(parser);
  }
  bool running() const { return !ended && !damaged; }
};

std::string_view viewOf(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

void onStart(void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count, int,
             const xmlChar** given) {
  auto& parsing = *static_cast<Parsing*>(context);
  if (!parsing.running()) return;
  parsing.attributes.clear();
  constexpr int each = 5;  // name, prefix, namespace, begin and end of the value
  for (int i = 0; i < count; ++i, given += each) {
    const auto* value = reinterpret_cast<const char*>(given[3]);
    const auto* end = reinterpret_cast<const char*>(given[4]);
    parsing.attributes.push_back({viewOf(given[0]), {value, static_cast<std::size_t>(end - value)}});
  }
  if (!parsing.handler.start(viewOf(name), parsing.attributes)) parsing.stop(false);
}
void onEnd(void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
  auto& parsing = *static_cast<Parsing*>(context);
  if (parsing.running() && !parsing.handler.end(viewOf(name))) parsing.stop(false);
}
void onText(void* context, const xmlChar* text, int size) {
  auto& parsing = *static_cast<Parsing*>(context);
  if (parsing.running() && !parsing.handler.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)}))
    parsing.stop(false);
}
// Without a DOCTYPE there are no entities to be expanded.
void onDoctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  static_cast<Parsing*>(context)->stop(true);
}

xmlSAXHandler makeCallbacks() {
  xmlSAXHandler callbacks{};
  callbacks.initialized = XML_SAX2_MAGIC;
  callbacks.startElementNs = &onStart;
  callbacks.endElementNs = &onEnd;
  callbacks.characters = &onText;
  callbacks.ignorableWhitespace = &onText;
  callbacks.cdataBlock = &onText;
  callbacks.internalSubset = &onDoctype;
  return callbacks;
}

class RelationReader final : public PartHandler {
 public:
  explicit RelationReader(std::string folder) : folder_(std::move(folder)) {}
  bool start(std::string_view element, const std::vector<Attribute>& attributes) override {
    if (element != "Relationship") return true;
    Relation relation;
    for (const auto& [name, value] : attributes) {
      if (name == "Id") relation.id = value;
      if (name == "Type") relation.type = value.substr(value.rfind('/') + 1);
      if (name == "Target") relation.target = resolved(value);
      if (name == "TargetMode" && value == "External") return true;
    }
    relations.push_back(std::move(relation));
    return true;
  }
  bool text(std::string_view) override { return true; }
  bool end(std::string_view) override { return true; }
  std::vector<Relation> relations;

 private:
  // The name of the part that a target names, from the folder of the part whose relations these are.
  std::string resolved(std::string_view target) const {
    std::vector<std::string_view> steps;
    const auto add = [&](std::string_view path) {
      for (std::size_t from = 0; from <= path.size();) {
        const auto to = std::min(path.find('/', from), path.size());
        const auto step = path.substr(from, to - from);
        if (step == "..") {
          if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
          steps.push_back(step);
        }
        from = to + 1;
      }
    };
    if (!target.starts_with('/')) add(folder_);
    add(target);
    std::string name;
    for (const auto step : steps) name += (name.empty() ? "" : "/") + std::string(step);
    return name;
  }
  std::string folder_;
};

// Programs differ in the case of names.
zip_int64_t indexOf(zip_t* zip, const std::string& part) {
  const auto exact = zip_name_locate(zip, part.c_str(), 0);
  return exact >= 0 ? exact : zip_name_locate(zip, part.c_str(), ZIP_FL_NOCASE);
}
ZipFile opened(zip_t* zip, const std::string& part) {
  const auto index = indexOf(zip, part);
  return {index < 0 ? nullptr : zip_fopen_index(zip, static_cast<zip_uint64_t>(index), 0), &zip_fclose};
}

}  // namespace

tl::unexpected<Error> tooLarge(std::string_view file, std::string_view code) {
  return fail("values.sheet-too-large", file,
              {{"limit", std::string(text(code, Language::vi))}, {"limit_en", std::string(text(code, Language::en))}});
}

WorkbookParts::WorkbookParts(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_ = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip_ == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
}

WorkbookParts::~WorkbookParts() {
  if (zip_ != nullptr) zip_discard(zip_);
}

bool WorkbookParts::contains(const std::string& part) const { return indexOf(zip_, part) >= 0; }

std::string WorkbookParts::beginningOf(const std::string& part) const {
  const auto file = opened(zip_, part);
  std::array<char, 200> bytes{};
  const auto got = file == nullptr ? 0 : zip_fread(file.get(), bytes.data(), bytes.size());
  return got > 0 ? std::string(bytes.data(), static_cast<std::size_t>(got)) : std::string();
}

Result<std::vector<Relation>> WorkbookParts::relationsOf(const std::string& part, std::string_view file) const {
  const auto slash = part.rfind('/');
  const auto folder = slash == std::string::npos ? std::string() : part.substr(0, slash);
  const auto name = slash == std::string::npos ? part : part.substr(slash + 1);
  const auto relations = (folder.empty() ? "" : folder + "/") + "_rels/" + name + ".rels";
  RelationReader reader(folder);
  if (!contains(relations)) return reader.relations;
  CCHC_TRY([[maybe_unused]] const bool whole, parse(relations, file, reader));
  return std::move(reader.relations);
}

Result<bool> WorkbookParts::parse(const std::string& part, std::string_view file, PartHandler& handler) const {
  const auto damaged = [&] { return fail("values.not-xlsx", file); };
  const auto input = opened(zip_, part);
  if (input == nullptr) return damaged();
  auto callbacks = makeCallbacks();
  Parsing parsing{handler, nullptr, {}, false, false};
  const Parser parser(xmlCreatePushParserCtxt(&callbacks, &parsing, nullptr, 0, nullptr), &xmlFreeParserCtxt);
  if (parser == nullptr) return damaged();
  parsing.parser = parser.get();
  xmlCtxtUseOptions(parser.get(),
                    XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  std::array<char, 1U << 15U> bytes{};
  std::size_t total = 0;
  while (true) {
    const auto got = zip_fread(input.get(), bytes.data(), bytes.size());
    if (got < 0) return damaged();
    // In UTF-16 one of the first two bytes is zero or part of a byte order mark. No program writes it, and the parser
    // reports what is wrong in it on stderr.
    const bool utf16 =
        total == 0 && got >= 2 && (bytes[0] == '\0' || bytes[1] == '\0' || bytes[0] == '\xff' || bytes[0] == '\xfe');
    if (utf16) return damaged();
    total += static_cast<std::size_t>(got);
    if (total > largestPart) return tooLarge(file, "values.limit.part");
    xmlParseChunk(parser.get(), bytes.data(), static_cast<int>(got), got == 0 ? 1 : 0);
    if (parsing.ended) return false;
    if (parsing.damaged || parser->wellFormed == 0) return damaged();
    if (got == 0) return true;
  }
}

}  // namespace cchc
