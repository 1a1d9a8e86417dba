// The office's receipts of what was submitted from here.
#include "core/store/session.h"

namespace cchc {

using soci::into;
using soci::use;

Result<bool> Store::saveReceipt(const SectionKey& key, const SubmissionReceipt& receipt) {
  return store::written(*session_, [&]() -> Result<bool> {
    const auto at = timeText(receipt.at);
    soci::statement insert =
        (session_->sql.prepare
             << "INSERT INTO receipt (period, definition, unit, revision, digest, result, at, who, "
                "signer) VALUES (:p, :d, :u, :r, :digest, :result, :at, "
                ":who, :signer) ON CONFLICT (period, definition, unit, revision, digest) DO UPDATE SET "
                "result = excluded.result, at = excluded.at, who = excluded.who, signer = "
                "excluded.signer WHERE receipt.result = 'waiting' AND excluded.result <> 'waiting'",
         use(key.period.value), use(key.definition.value), use(key.unit.value), use(receipt.revision),
         use(receipt.digest), use(receipt.result), use(at), use(receipt.by), use(receipt.signer));
    insert.execute(true);
    const bool known = insert.get_affected_rows() == 0;
    return known;
  });
}

Result<std::vector<Store::SubmissionReceipt>> Store::receipts(const SectionKey& key) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<SubmissionReceipt>> {
    std::vector<SubmissionReceipt> all;
    SubmissionReceipt receipt;
    std::string at;
    soci::statement statement =
        (session_->sql.prepare << "SELECT revision, digest, result, at, who, signer FROM receipt WHERE period = :p AND "
                                  "definition = :d AND unit = :u ORDER BY revision DESC, at",
         use(key.period.value), use(key.definition.value), use(key.unit.value), into(receipt.revision),
         into(receipt.digest), into(receipt.result), into(at), into(receipt.by), into(receipt.signer));
    statement.execute();
    while (statement.fetch()) {
      receipt.at = parseTime(at).value_or(Time{});
      all.push_back(receipt);
    }
    return all;
  });
}

}  // namespace cchc
