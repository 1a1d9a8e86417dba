// What is asked of the toolkit below wxWidgets, which has no words for it. Does nothing where there is no GTK.
#pragma once
#include <functional>
#include <future>

class wxBitmap;
class wxTextCtrl;

namespace cchc::shell {

void turnAnimationsOff();

// Reads the system's fonts on a thread, while the toolkit starts: it would else stand still for them at the first text.
std::future<void> readFontsAhead();

// A picture inside a text field, at its beginning or its end; an empty one takes it away.
enum class FieldEnd : int { begin, end };
void showInField(wxTextCtrl& field, FieldEnd end, const wxBitmap& picture);
// What a click on the picture at the field's end does.
void onFieldEnd(wxTextCtrl& field, std::function<void()> clicked);

}  // namespace cchc::shell
