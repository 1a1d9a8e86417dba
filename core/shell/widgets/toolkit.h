// Direct calls to GTK where wxWidgets has no function. They do nothing without GTK.
#pragma once
#include <functional>
#include <string>

class wxBitmap;
class wxMenuItem;
class wxTextCtrl;

namespace cchc::shell {

void turnAnimationsOff();

// Reads the system's fonts. This takes a while, and may be called on a thread while the toolkit starts, so that the
// first text does not have to wait for them.
void readFonts();

// Shows a picture inside a text field, at its beginning or its end; an empty picture removes it.
enum class FieldEnd : int { begin, end };
void showInField(wxTextCtrl& field, FieldEnd end, const wxBitmap& picture);
// Calls `clicked` on each click on the picture at the field's end.
void onFieldEnd(wxTextCtrl& field, std::function<void()> clicked);

// Shows a text beside a menu item under the pointer, even if the item is disabled; "": none.
void setItemTip(wxMenuItem& item, const std::string& text);

}  // namespace cchc::shell
