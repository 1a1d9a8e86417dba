// Broken plugins, each a library of its own, compiled with CASE_… (tests/CMakeLists.txt). Those that load have the form
// bad.form in the test's folder, and one check and one importer.
#include <cchc/plugin.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>

#include <unistd.h>

namespace {

template <std::size_t size>
cchc_text text(const char (&literal)[size]) {
  return {literal, size - 1};
}
const cchc_text none = {nullptr, 0};

cchc_place placeOf(cchc_text field, cchc_text table = none, std::uint64_t row = 0) {
  return {sizeof(cchc_place), 0, field, table, row};
}

cchc_finding soundFinding(const cchc_place* place) {
  cchc_finding finding{};
  finding.size = sizeof finding;
  finding.severity = CCHC_WARNING;
  finding.code = text("bad.finding");
  finding.places = place;
  finding.place_count = 1;
  return finding;
}

[[maybe_unused]] std::int32_t check(void*, const cchc_check_context* context) {
  auto place = placeOf(text("count"));
  auto finding = soundFinding(&place);
#if defined(CASE_SEVERITY)
  finding.severity = 77;
#elif defined(CASE_SEVERITY_NEGATIVE)
  finding.severity = -1;
#elif defined(CASE_FINDING_CODE)
  finding.code = text("bad.no-such-code");
#elif defined(CASE_FINDING_PLACE)
  place = placeOf(text("no_such_field"));
#elif defined(CASE_FINDING_ROW)
  place = placeOf(text("name"), text("items"), 1'000'000);
#elif defined(CASE_FINDING_COUNT)
  finding.place_count = UINT64_MAX;
#elif defined(CASE_FINDING_SIZE)
  finding.size = 8;
#elif defined(CASE_FINDING_TEXT) || defined(CASE_FINDING_ARGUMENTS)
  const cchc_argument argument = {text("given"), text("\xff\xfe")};
  finding.arguments = &argument;
  finding.argument_count = 1;
#if defined(CASE_FINDING_ARGUMENTS)
  finding.arguments = nullptr;
#endif
#elif defined(CASE_CHECK_FAILS)
  return 0;
#elif defined(CASE_CHECK_EXITS)
  std::exit(0);
#elif defined(CASE_CHECK_EXITS_IN_THREAD)
  std::thread([] { std::exit(0); }).join();
#elif defined(CASE_CHECK_ANSWER)
  return -1;
#elif defined(CASE_CHECK_IN_THREAD)
  std::thread([&] { context->add_finding(context->self, &finding); }).join();
  return 1;
#elif defined(CASE_THROWS_IN_CHECK)
  throw std::runtime_error("broken");
#elif defined(CASE_NULL_FINDING)
  context->add_finding(context->self, nullptr);
  context->section->text(context->section->self, nullptr, nullptr);
  context->section->text(nullptr, nullptr, nullptr);
  context->section->row_count(context->section->self, {nullptr, 7});
  return 1;
#endif
  context->add_finding(context->self, &finding);
  return 1;
}

// Gives values that their fields cannot have.
[[maybe_unused]] std::int32_t import(void*, const cchc_import_context* context) {
  auto* self = context->self;
  context->number(self, text("count"), {0, 7, 0, 0});
#if defined(CASE_IMPORTER_VALUES)
  cchc_document document{};
  document.size = sizeof document;
  context->document(self, text("count"), &document);  // a document in a whole number
  document.date = {2023, 13, 45};
  context->document(self, text("paper"), &document);
  document.date = {};
  document.role = 9;
  context->document(self, text("paper"), &document);
  context->document(self, text("paper"), nullptr);
  document.role = 0;
  document.size = 4;
  context->document(self, text("paper"), &document);
  context->number(self, text("count"), {0, 1, 99, 0});
  context->number(self, text("count"), {INT64_MAX, 0, 0, 0});
  context->number(self, text("name"), {0, 1, 0, 0});
  context->value(self, text("name"), text("a\x01"), nullptr);
  context->value(self, none, none, nullptr);
  context->value(self, {nullptr, 5}, text("1"), nullptr);
  context->cell(self, text("count"), 1'000'000, 0, nullptr);
  cchc_reading_context reading{sizeof reading, 7, 0, 0, none};
  context->value(self, text("count"), text("1"), &reading);
  reading.size = 4;
  context->cell(self, text("count"), 0, 0, &reading);
  context->begin_row(self, text("no_such_table"), 3);
  context->begin_row(self, none, 3);
  context->refuse(self, 9, text("bad.no-such-code"), nullptr, 5);
#endif
  return 1;
}

#if defined(CASE_UNLOAD_THROWS)
const struct Last {
  ~Last() noexcept(false) { throw std::runtime_error("broken"); }
} last;
#endif

#if defined(CASE_EXITS_WHILE_LOADING)
const struct Before {
  Before() { std::exit(0); }
} before;
#endif

}  // namespace

#if defined(CASE_NO_INFO)
extern "C" CCHC_PLUGIN_EXPORT int something_else() { return 1; }
#else
const cchc_plugin_information* cchc_plugin_info(void) {
  static cchc_plugin_information information = {sizeof(cchc_plugin_information),
                                                CCHC_PLUGIN_API,
                                                CCHC_PLUGIN_API_MINIMUM,
                                                0,
                                                {PLUGIN_ID, sizeof(PLUGIN_ID) - 1},
                                                text("1"),
                                                text("Thử"),
                                                text("Test")};
#if defined(CASE_NULL_ID)
  information.id = none;
#elif defined(CASE_ID_OF_OTHERS)
  information.id = text("finance");
#elif defined(CASE_WRONG_ID)
  information.id = text("../Finance");
#elif defined(CASE_NULL_TITLE)
  information.title_vi = {nullptr, 9};
#elif defined(CASE_TITLE_TOO_LONG)
  static const std::string title(1000, 't');
  information.title_vi = {title.data(), title.size()};
#elif defined(CASE_TITLE_NOT_UTF8)
  information.title_en = text("\xc3");
#elif defined(CASE_NULL_INFORMATION)
  return nullptr;
#elif defined(CASE_SHORT_INFORMATION)
  information.size = 16;
#elif defined(CASE_FIRST_VERSION) || defined(CASE_OLDER_VERSION)
  // As plugins of these versions said it: the version, four pointers to texts.
#if defined(CASE_FIRST_VERSION)
  constexpr std::uint32_t old = 1;
#else
  constexpr std::uint32_t old = 2;
#endif
  static const struct {
    std::uint32_t api;
    const char *id, *version, *title, *titleEnglish;
  } older = {old, PLUGIN_ID, "1", "Thử", "Test"};
  return reinterpret_cast<const cchc_plugin_information*>(&older);
#elif defined(CASE_NEWER_VERSION)
  information.api = CCHC_PLUGIN_API + 1;
  information.api_minimum = CCHC_PLUGIN_API + 1;
#endif
  return &information;
}
#endif

#if !defined(CASE_NO_INFO) && !defined(CASE_NO_REGISTER)
std::int32_t cchc_plugin_register(const cchc_registrar* registrar) {
#if defined(CASE_EXITS)
  std::exit(0);
#elif defined(CASE_EXITS_QUICKLY)
  std::quick_exit(0);
#elif defined(CASE_ENDS_AT_ONCE)
  ::_exit(0);
#elif defined(CASE_CRASHES)
  std::raise(SIGSEGV);  // a write through null would be stopped by UBSan before it is one
#elif defined(CASE_THROWS)
  throw std::runtime_error("broken");
#elif defined(CASE_REFUSES)
  return 0;
#endif
  cchc_check_registration checks{};
  checks.size = sizeof checks;
  checks.definition = text("bad.form");
  checks.code = text("bad.check");
  checks.check = &check;
  cchc_importer_registration importer{};
  importer.size = sizeof importer;
  importer.definition = text("bad.form");
  importer.name = text("bad-importer");
  importer.importer = &import;
#if defined(CASE_NULL_CHECK)
  checks.check = nullptr;
#elif defined(CASE_NULL_CHECK_CODE)
  checks.code = none;
#elif defined(CASE_WRONG_CHECK_CODE)
  checks.code = text("Kiểm tra");
#elif defined(CASE_NULL_IMPORTER)
  importer.importer = nullptr;
#elif defined(CASE_NULL_REGISTRATION)
  registrar->add_check(registrar->self, nullptr);
#elif defined(CASE_SHORT_REGISTRATION)
  checks.size = 4;
#elif defined(CASE_REGISTERED_TWICE)
  registrar->add_check(registrar->self, &checks);
  checks.version_from = 5;  // the first one is for all versions
#elif defined(CASE_REGISTERS_TOO_MANY)
  for (int i = 0; i < 5'000; ++i) {
    const auto code = "bad.check" + std::to_string(i);
    checks.code = {code.data(), code.size()};
    registrar->add_check(registrar->self, &checks);
  }
#elif defined(CASE_REGISTERS_WITHOUT_SELF)
  registrar->add_check(nullptr, &checks);
#elif defined(CASE_REGISTERS_IN_THREAD)
  std::thread([&] { registrar->add_check(registrar->self, &checks); }).join();
  checks.code = text("bad.other");
#elif defined(CASE_REGISTER_ANSWER)
  return -7;
#elif defined(CASE_VERSIONS_REVERSED)
  checks.version_from = 5;
  checks.version_until = 2;
#elif defined(CASE_IMPORTER_INPUT)
  importer.input = 5;
#elif defined(CASE_VERSIONS_ABSURD)
  checks.version_from = UINT32_MAX;
#elif defined(CASE_OTHERS_NULL)
  checks.other_count = 1;
#elif defined(CASE_OTHERS_COUNT)
  checks.other_count = UINT64_MAX;
#elif defined(CASE_UNKNOWN_DEFINITION)
  checks.definition = text("unknown_definition.form");
#endif
  registrar->add_check(registrar->self, &checks);
  registrar->add_importer(registrar->self, &importer);
  return 1;
}
#endif
