// Calls to GTK for what wxWidgets has no function for. They do nothing where there is no GTK.
#pragma once
#include <functional>
#include <future>

class wxBitmap;
class wxTextCtrl;

namespace cchc::shell {

void turnAnimationsOff();

// Reads the system's fonts on a thread while the toolkit starts. Otherwise the first text would wait for them.
std::future<void> readFontsAhead();

// Shows a picture inside a text field, at its beginning or its end; an empty picture removes it.
enum class FieldEnd : int { begin, end };
void showInField(wxTextCtrl& field, FieldEnd end, const wxBitmap& picture);
// Calls `clicked` at each click on the picture at the field's end.
void onFieldEnd(wxTextCtrl& field, std::function<void()> clicked);

}  // namespace cchc::shell
