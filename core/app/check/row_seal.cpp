#include "core/app/check/row_seal.h"

#include "core/base/digest.h"

namespace cchc {
namespace {

constexpr std::size_t markLength = 32, sealLength = 32;

std::string sealOf(std::string_view mark, const StoredSubmission& row) {
  const auto& header = row.header;
  std::string text;
  text.reserve(1024 + row.contribution.size() + row.findings.size());
  const auto add = [&](std::string_view part) { text.append(std::to_string(part.size())).append(":").append(part); };
  for (const auto& part : {std::string_view(header.key.period.value), std::string_view(header.key.definition.value),
                           std::string_view(header.key.unit.value), std::string_view(header.reporter.value)})
    add(part);
  add(std::to_string(header.revision));
  add(header.contentDigest);
  add(std::to_string(header.definitionVersion));
  add(header.definitionDigest);
  add(header.journalHead);
  add(timeText(header.submittedAt));
  for (const auto* part : {&header.submittedBy.name, &header.submittedBy.login, &header.submittedBy.station,
                           &header.signer, &row.contribution, &row.findings})
    add(*part);
  add(mark);
  return sha256(text).substr(0, sealLength);
}

}  // namespace

std::string sealed(const std::string& mark, const StoredSubmission& row) {
  return mark.empty() ? mark : mark + sealOf(mark, row);
}

bool isSealed(const StoredSubmission& row) { return row.checkedBy.size() == markLength + sealLength; }

bool sealHolds(const StoredSubmission& row) {
  return isSealed(row) && std::string_view(row.checkedBy).substr(markLength) == sealOf(markOf(row), row);
}

std::string_view markOf(const StoredSubmission& row) { return std::string_view(row.checkedBy).substr(0, markLength); }

}  // namespace cchc
