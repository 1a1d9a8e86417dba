// Receipts: the office's confirmation that it received a package, as a file for the department (namespace
// urn:cchc:receipt:1, schemas/receipt.xsd). The content element is in canonical form, so that a signature can follow it
// as in a package.
#pragma once
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"

#include "core/model/submission.h"
#include "core/model/units/unit_codes.h"

namespace cchc {

struct Receipt {
  SectionKey section;
  int revision = 0;
  std::string digest;       // contentDigest of the package
  std::string journalHead;  // head digest of the section's journal, as stated in the package
  // "stored"; "known": it had been received before; "rival": another package of this revision exists, and both are
  // kept. With minor 1: "waiting": it was made with a form or a program that the office does not have yet, and is kept
  // until then.
  std::string result;
  std::string by;  // the person who received it
  Time at{};
  bool operator==(const Receipt&) const = default;
};
std::string writeReceipt(const Receipt& receipt);
// Whether the bytes begin like a receipt; the rest is not checked.
bool looksLikeReceipt(std::string_view bytes);
// Reads a receipt. A signature after the content is not verified here (signing/receipt_signature.h). Errors, with file,
// line and column:
//   those of guardXml (exchange/xml/strict_xml.h)
//   package.not-a-receipt, package.newer-format  the file is something else, or of a newer format
//   package.structure, package.unknown-attribute, package.wrong-attribute
//                                                elements or attributes do not follow the schema
//   text.*                                       a text contains characters that are not allowed
Result<Receipt> readReceipt(std::string_view bytes, std::string_view file, const UnitCodes& codes);

}  // namespace cchc
