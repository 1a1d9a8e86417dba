// Receipts: written by the office for what it took in, and kept by the department beside what it sent.
#pragma once
#include "core/app/receive/receive.h"
#include "core/exchange/notices/receipt.h"
#include "core/signing/key.h"

namespace cchc {

// "296_finance.budget_2023-8T_lan1_29aa667a1b2c.bien-nhan.xml": of the package alone, whatever its file was called.
std::string receiptName(const SubmissionHeader& header);
// Writes FOLDER/receiptName for a package that was taken in; nothing for what was refused or is no package. `key`:
// signs it. A receipt that is there already stays when it says as much: "stored" says more than "known", and an
// unsigned one is signed rather than replaced. file.write; errors of the key.
Status writeReceiptFor(const Suite& suite, const ReceivedFile& file, const std::filesystem::path& folder,
                       const SigningKey* key);

// A receipt's bytes, taken in by the department. True when it was there already. receipt.other (of nothing that was
// sent from here), signature errors; with a trust list, the errors of Trust::maySign when the signer may not sign for
// any unit above the section's.
Result<bool> takeReceipt(Suite& suite, std::string_view bytes, std::string_view file, const Receipt& receipt);

}  // namespace cchc
