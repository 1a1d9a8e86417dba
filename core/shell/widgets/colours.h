// The colours that the suite adds to the system's, made from the system's, so that a dark theme stays dark.
#pragma once
#include <wx/colour.h>

#include "core/model/finding.h"

namespace cchc::shell::colours {

wxColour quiet();                // text of less weight
wxColour rule();                 // lines between rows
wxColour band();                 // behind group headings
wxColour of(Severity severity);  // beside a shape, never alone
wxColour notice();               // background of a message bar that asks for attention
wxColour series(std::size_t n);  // of a chart: told apart also by the colour-blind (Okabe and Ito's palette)

}  // namespace cchc::shell::colours
