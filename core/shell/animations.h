// GTK's fades: each change of a widget's state is painted a dozen times over 200 ms, which an office PC without a graphics card feels at the start and at every
// key. Nothing on other systems.
#pragma once

namespace cchc::shell {

void turnAnimationsOff();

}  // namespace cchc::shell
