// A receipt: what the office says of a package that came in, as a file for the department (namespace
// urn:cchc:receipt:1, schemas/receipt.xsd). Its content element is in canonical form, so that a signature can stand
// beside it as in a package.
#pragma once
#include <string>
#include <string_view>

#include "core/model/submission.h"

namespace cchc {

// What the content says of a taken package: "stored", "known" (was there before) or "rival" (kept beside another of its
// revision).
struct Receipt {
  SectionKey section;
  int revision = 0;
  std::string digest;       // contentDigest of the package
  std::string journalHead;  // of the section's journal, as the package has it
  std::string result;
  std::string by;  // who took it in
  Time at{};
  bool operator==(const Receipt&) const = default;
};
std::string writeReceipt(const Receipt& receipt);
// Whether the bytes begin as a receipt does; says nothing on whether it is in order.
bool looksLikeReceipt(std::string_view bytes);
// The guard's errors; package.not-a-receipt, package.newer-format, package.structure, package.wrong-attribute. Says
// nothing of a signature beside the content.
Result<Receipt> readReceipt(std::string_view bytes, std::string_view file);

}  // namespace cchc
