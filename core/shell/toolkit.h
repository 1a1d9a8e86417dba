// What is asked of the toolkit below wxWidgets, which has no words for it. Does nothing where there is no GTK.
#pragma once
#include <future>

namespace cchc::shell {

void turnAnimationsOff();

// Reads the system's fonts on a thread, while the toolkit starts: it would else stand still for them at the first text.
std::future<void> readFontsAhead();

}  // namespace cchc::shell
