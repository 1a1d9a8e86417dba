// Expected failures are values: an error code, a place and parameters. Exceptions are for bugs and for calls of other
// libraries; they do not leave the code that makes those calls.
#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace cchc {

// Decides the exit status of the command line (1, 2, 3) and how a window shows it.
enum class ErrorKind { refusal = 1, usage = 2, failure = 3 };

struct Parameter {
  std::string name;
  std::string value;
  bool operator==(const Parameter&) const = default;
};

// `code` names an entry of the catalogue of texts (texts.h), which states in Vietnamese and English what is wrong and
// how to correct it. `place` is where: a file with line and column, a field, a unit. It is empty if the message itself
// names the place.
struct Error {
  std::string code;
  std::string place;
  std::vector<Parameter> parameters;
  ErrorKind kind = ErrorKind::refusal;
  bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(std::string_view code, std::string_view place = {},
                                                std::vector<Parameter> parameters = {},
                                                ErrorKind kind = ErrorKind::refusal) {
  return tl::unexpected<Error>(Error{std::string(code), std::string(place), std::move(parameters), kind});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace cchc

// CCHC_TRY(auto x, compute()) declares x, or returns the error of compute() to the caller. CCHC_CHECK(compute()) is for
// a Status, or for a result whose value is not needed.
#define CCHC_CONCAT_(a, b) a##b
#define CCHC_CONCAT(a, b) CCHC_CONCAT_(a, b)
#define CCHC_TRY(declaration, expression) CCHC_TRY_(CCHC_CONCAT(cchcTried, __LINE__), declaration, expression)
#define CCHC_TRY_(tried, declaration, expression)              \
  auto tried = (expression);                                   \
  if (!tried) return tl::unexpected(std::move(tried).error()); \
  declaration = std::move(tried).value()
#define CCHC_CHECK(expression) CCHC_CHECK_(CCHC_CONCAT(cchcTried, __LINE__), expression)
#define CCHC_CHECK_(tried, expression) \
  if (auto tried = (expression); !tried) return tl::unexpected(std::move(tried).error())
