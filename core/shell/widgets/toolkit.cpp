#include "core/shell/widgets/toolkit.h"

#include <wx/bitmap.h>
#include <wx/menuitem.h>
#include <wx/textctrl.h>

#include "core/base/platform.h"

namespace cchc::shell {

void turnAnimationsOff() {
  // GTK is already loaded, so its functions are looked up and its development files are not needed.
  using Settings = void* (*)();
  using Set = void (*)(void*, const char*, ...);
  const auto settings = reinterpret_cast<Settings>(platform::loadedFunction("gtk_settings_get_default"));
  const auto set = reinterpret_cast<Set>(platform::loadedFunction("g_object_set"));
  if (settings == nullptr || set == nullptr) return;
  if (auto* ours = settings(); ours != nullptr)
    set(ours, "gtk-enable-animations", 0, static_cast<const char*>(nullptr));
}

void readFonts() {
  using Read = int (*)();
  const auto read = reinterpret_cast<Read>(platform::loadedFunction("FcInit"));
  if (read != nullptr) read();
}

#ifdef __WXGTK__

void showInField(wxTextCtrl& field, FieldEnd end, const wxBitmap& picture) {
  using Show = void (*)(void*, int, void*);
  static const auto show = reinterpret_cast<Show>(platform::loadedFunction("gtk_entry_set_icon_from_pixbuf"));
  if (show != nullptr) show(field.GetHandle(), static_cast<int>(end), picture.IsOk() ? picture.GetPixbuf() : nullptr);
}

void onFieldEnd(wxTextCtrl& field, std::function<void()> clicked) {
  using Clicked = void (*)(void*, int, void*, void*);
  using Forget = void (*)(void*, void*);
  using Connect = unsigned long (*)(void*, const char*, Clicked, void*, Forget, int);
  const auto connect = reinterpret_cast<Connect>(platform::loadedFunction("g_signal_connect_data"));
  if (connect == nullptr) return;
  const Clicked call = [](void*, int at, void*, void* what) {
    if (at == static_cast<int>(FieldEnd::end)) (*static_cast<std::function<void()>*>(what))();
  };
  const Forget forget = [](void* what, void*) { delete static_cast<std::function<void()>*>(what); };
  connect(field.GetHandle(), "icon-release", call, new std::function<void()>(std::move(clicked)), forget, 0);
}

void setItemTip(wxMenuItem& item, const std::string& text) {
  using Set = void (*)(void*, const char*);
  static const auto set = reinterpret_cast<Set>(platform::loadedFunction("gtk_widget_set_tooltip_text"));
  if (set != nullptr && item.GetMenuItem() != nullptr) set(item.GetMenuItem(), text.empty() ? nullptr : text.c_str());
}

#else

void showInField(wxTextCtrl&, FieldEnd, const wxBitmap&) {}
void onFieldEnd(wxTextCtrl&, std::function<void()>) {}
void setItemTip(wxMenuItem&, const std::string&) {}

#endif

}  // namespace cchc::shell
