// The plugin interface in C++20, header only, over plugin.h. A plugin's plugin.cpp is
//
//   #include <cchc/plugin.hpp>
//   CCHC_PLUGIN("labour", "1.0", "Phòng Lao động", "Labour") {
//     suite.addCheck("labour.policy", "labour.benefit", &checkBenefits);
//     suite.addImporter("labour.policy", "benefits", &importBenefits);
//     return true;
//   }
//
// The id is the name of the plugin's folder and library. The definitions (*.xml) and messages.tsv in the folder are
// read by the suite itself. An exception that leaves a check or an importer is logged, and the check or the import has
// failed; one that leaves the registration makes the registration fail.
#pragma once
#include <deque>
#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "cchc/check.hpp"
#include "cchc/host.hpp"
#include "cchc/importer.hpp"
#include "cchc/readers.hpp"
#include "cchc/values.hpp"

namespace cchc::plugin {

namespace detail {

using Check = std::function<bool(CheckContext&)>;
using Importer = std::function<bool(const ImportContext&, RowSink&)>;
// A deque keeps the addresses of its elements, which are the `self` of the callbacks, when the plugin is registered a
// second time in one program; the checks of the first time may be running meanwhile.
CCHC_PLUGIN_OWN inline std::deque<Check> checks;
CCHC_PLUGIN_OWN inline std::deque<Importer> importers;

inline void logFailure(const char* what) noexcept {
  const auto* host = currentHost.load();
  if (host != nullptr) host->log(host->self, CCHC_LOG_ERROR, view(what));
}
template <class Body>
int32_t guarded(const Body& body) noexcept {
  try {
    return body() ? 1 : 0;
  } catch (const std::exception& error) {
    logFailure(error.what());
  } catch (...) {
    logFailure("an exception that is no std::exception");
  }
  return 0;
}

inline int32_t runCheck(void* self, const cchc_check_context* context) {
  return guarded([&] {
    CheckContext wrapped(*context);
    return (*static_cast<Check*>(self))(wrapped);
  });
}
inline int32_t runImporter(void* self, const cchc_import_context* context) {
  return guarded([&] {
    RowSink sink(*context);
    return (*static_cast<Importer*>(self))(ImportContext(*context), sink);
  });
}

// Makes a function that answers nothing answer true.
template <class Function, class... Arguments>
bool answer(Function& function, Arguments&&... arguments) {
  if constexpr (std::is_void_v<std::invoke_result_t<Function&, Arguments...>>) {
    std::invoke(function, std::forward<Arguments>(arguments)...);
    return true;
  } else {
    return std::invoke(function, std::forward<Arguments>(arguments)...);
  }
}

}  // namespace detail

// The versions of a definition for which something was written; 0: no limit on that side.
struct Versions {
  std::uint32_t from = 0, until = 0;
};

// Valid only during the registration.
class Registrar {
 public:
  explicit Registrar(const cchc_registrar& registrar) : registrar_(&registrar) {}

  // `check`: void or bool (CheckContext&); false, or an exception: it failed. `others`: the definitions that it reads
  // besides its own.
  template <class Check>
  void addCheck(std::string_view definition, std::string_view code, Check check,
                const std::vector<std::string_view>& others = {}, Versions versions = {}) {
    std::vector<Text> named;
    named.reserve(others.size());
    for (const auto other : others) named.push_back(view(other));
    cchc_check_registration registration{};
    registration.size = static_cast<std::uint32_t>(sizeof registration);
    registration.definition = view(definition);
    registration.code = view(code);
    registration.version_from = versions.from;
    registration.version_until = versions.until;
    registration.others = named.data();
    registration.other_count = named.size();
    registration.check_self =
        &detail::checks.emplace_back([check](CheckContext& context) mutable { return detail::answer(check, context); });
    registration.check = &detail::runCheck;
    registrar_->add_check(registrar_->self, &registration);
  }

  // Of tables of cells. `importer`: void or bool (const ImportContext&, RowSink&); false, or an exception: the input
  // contains nothing that it can use. Its title is the text "importer.NAME" of messages.tsv.
  template <class Importer>
  void addImporter(std::string_view definition, std::string_view name, Importer importer, Versions versions = {}) {
    add(definition, name, CCHC_IMPORT_CELLS, std::move(importer), versions);
  }
  // Of running text.
  template <class Importer>
  void addTextImporter(std::string_view definition, std::string_view name, Importer importer, Versions versions = {}) {
    add(definition, name, CCHC_IMPORT_TEXT, std::move(importer), versions);
  }
  // Of the plugin's files, without a slash at its end.
  std::string_view folder() const { return text(registrar_->folder); }
  // For what is registered in plain C.
  const cchc_registrar& raw() const { return *registrar_; }

 private:
  template <class Importer>
  void add(std::string_view definition, std::string_view name, std::int32_t input, Importer importer,
           Versions versions) {
    cchc_importer_registration registration{};
    registration.size = static_cast<std::uint32_t>(sizeof registration);
    registration.input = input;
    registration.definition = view(definition);
    registration.name = view(name);
    registration.version_from = versions.from;
    registration.version_until = versions.until;
    registration.importer_self =
        &detail::importers.emplace_back([importer](const ImportContext& context, RowSink& sink) mutable {
          return detail::answer(importer, context, sink);
        });
    registration.importer = &detail::runImporter;
    registrar_->add_importer(registrar_->self, &registration);
  }
  const cchc_registrar* registrar_;
};

namespace detail {
inline int32_t registerWith(const cchc_registrar* registrar, bool (*body)(Registrar&)) noexcept {
  useHost(registrar->host);
  return guarded([&] {
    Registrar suite(*registrar);
    return body(suite);
  });
}
}  // namespace detail

}  // namespace cchc::plugin

// Defines the two functions that a plugin exports; the body of its registration follows, and returns false if the
// plugin cannot be used.
#define CCHC_PLUGIN(ID, VERSION, TITLE_VI, TITLE_EN)                                           \
  static bool cchcRegisterPlugin(::cchc::plugin::Registrar& suite);                            \
  const cchc_plugin_information* cchc_plugin_info(void) {                                      \
    static constexpr cchc_plugin_information information = {sizeof(cchc_plugin_information),   \
                                                            CCHC_PLUGIN_API,                   \
                                                            CCHC_PLUGIN_API_MINIMUM,           \
                                                            0,                                 \
                                                            {ID, sizeof(ID) - 1},              \
                                                            {VERSION, sizeof(VERSION) - 1},    \
                                                            {TITLE_VI, sizeof(TITLE_VI) - 1},  \
                                                            {TITLE_EN, sizeof(TITLE_EN) - 1}}; \
    return &information;                                                                       \
  }                                                                                            \
  int32_t cchc_plugin_register(const cchc_registrar* registrar) {                              \
    return ::cchc::plugin::detail::registerWith(registrar, &cchcRegisterPlugin);               \
  }                                                                                            \
  static bool cchcRegisterPlugin([[maybe_unused]] ::cchc::plugin::Registrar& suite)
