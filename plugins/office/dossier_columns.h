// The columns of form II.06a/VPCP/KSTT (Thông tư 02/2017/TT-VPCP), in the table `dossiers` and in the section's own
// fields.
#pragma once
#include <array>
#include <string_view>

namespace cchc::office {

inline constexpr std::string_view dossierTable = "dossiers";

// The name of a column is the text "office.column.COLUMN" of messages.tsv.
struct DossierColumn {
  std::string_view number;  // in the form; "8+9" if a source merges early and on time
  std::string_view column;  // of the table
  std::string_view field;   // of the section: the same figure over all fields of work
};
inline constexpr std::array<DossierColumn, 12> dossierColumns = {{
    {"3", "received", "received.total"},
    {"4", "online", "received.online"},
    {"5", "direct", "received.direct"},
    {"6", "carried", "received.carried"},
    {"7", "resolved", "resolved.total"},
    {"8", "early", "resolved.early"},
    {"9", "on_time", "resolved.on_time"},
    {"8+9", "in_time", "resolved.in_time"},
    {"10", "overdue", "resolved.overdue"},
    {"11", "pending", "pending.total"},
    {"12", "pending_in_time", "pending.in_time"},
    {"13", "pending_overdue", "pending.overdue"},
}};

}  // namespace cchc::office
