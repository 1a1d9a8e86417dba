// Receipts: the office writes one for each package that it receives, and the department keeps it with what it sent.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "core/app/receive/received_file.h"
#include "core/app/suite/suite.h"
#include "core/exchange/notices/receipt.h"
#include "core/signing/key.h"

namespace cchc {

// "296_finance.budget_2023-8T_lan1_29aa667a1b2c": the name of a submission's files, without an ending. It depends on
// the package alone, not on the name of its file.
std::string submissionName(const SubmissionHeader& header);
// The name of the receipt: submissionName with ".bien-nhan.xml".
std::string receiptName(const SubmissionHeader& header);
// Writes FOLDER/receiptName for a package that was received or waits; does nothing for other files. `key`: signs the
// receipt. An existing receipt is kept, except that its result "known" gives way to "stored" or "rival", and "waiting"
// to any other, and that a missing signature is added. Errors:
//   file.write
//   and those of signReceipt
Status writeReceiptFor(const Suite& suite, const ReceivedFile& file, const std::filesystem::path& folder,
                       const SigningKey* key);

enum class AppliedReceipt : unsigned char {
  saved,
  known,  // it had been applied before
  // Saved; the office has a later revision than is here, as after restoring an older copy of the store. Its number is
  // used up: the next submission gets the number after it (submitSection).
  unknownSubmission
};
// Applies a receipt in the store of the department; `bytes` are its file, `file` the name for errors.
// Errors:
//   receipt.other   nothing that was sent from here matches it
//   those of verifyReceipt, and those of officeSigner (trusting.h)
Result<AppliedReceipt> applyReceipt(Suite& suite, std::string_view bytes, std::string_view file,
                                    const Receipt& receipt);

}  // namespace cchc
