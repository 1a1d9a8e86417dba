// The suite's additional colours. They are mixed from the system's, so that a dark theme stays dark.
#pragma once
#include <wx/colour.h>

#include <cstddef>

#include "core/model/finding.h"

namespace cchc::shell::colours {

wxColour quiet();                // less important text
wxColour rule();                 // lines between rows
wxColour band();                 // behind group headings
wxColour of(Severity severity);  // always used together with a shape
wxColour notice();               // background of a message bar that asks for attention
wxColour series(std::size_t n);  // of a chart; distinguishable for the colour-blind (palette of Okabe and Ito)

}  // namespace cchc::shell::colours
