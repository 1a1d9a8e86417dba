#include "core/base/threads/exception_text.h"

#include <exception>

namespace cchc {

std::string currentExceptionText() {
  try {
    throw;
  } catch (const std::exception& error) {
    return error.what();
  } catch (const std::string& text) {
    return text;
  } catch (const char* text) {
    return text;
  } catch (...) {
    return "unknown";
  }
}

}  // namespace cchc
