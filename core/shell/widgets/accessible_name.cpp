#include "core/shell/widgets/accessible_name.h"

#include "core/base/platform.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

void setAccessibleName(wxWindow& control, const std::string& name) {
  control.SetName(wx(name));
#ifdef __WXGTK__
  // On GTK, SetName does not reach AT-SPI. GTK and ATK are already loaded, so the two functions are looked up and their
  // headers are not needed.
  using Accessible = void* (*)(void*);
  using SetName = void (*)(void*, const char*);
  static const auto accessible = reinterpret_cast<Accessible>(platform::loadedFunction("gtk_widget_get_accessible"));
  static const auto setName = reinterpret_cast<SetName>(platform::loadedFunction("atk_object_set_name"));
  if (accessible == nullptr || setName == nullptr || control.GetHandle() == nullptr) return;
  if (auto* object = accessible(control.GetHandle())) setName(object, name.c_str());
#endif
}

}  // namespace cchc::shell
