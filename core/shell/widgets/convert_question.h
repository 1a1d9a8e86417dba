// The question whether texts of old fonts may be converted, where a file is read for an import.
#pragma once
#include <wx/dialog.h>

#include "core/base/result.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/presentation/window/words.h"

namespace cchc::shell {

// If that is the problem, and was not agreed to before (`tried`), asks the person; returns whether they agree.
bool mayConvert(wxDialog& dialog, presentation::Words words, const Error& problem, OldTexts tried);

}  // namespace cchc::shell
