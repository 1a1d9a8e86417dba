// The columns of form II.06a/VPCP/KSTT (Thông tư 02/2017/TT-VPCP), in the table `dossiers` and in the section's own
// fields.
#pragma once
#include <array>
#include <string_view>

namespace cchc::office {

inline constexpr std::string_view dossierTable = "dossiers";

struct DossierColumn {
  std::string_view number;  // in the form; "8+9" if a source merges early and on time
  std::string_view column;  // of the table
  std::string_view field;   // of the section: the same figure over all fields of work
  std::string_view label;
};
inline constexpr std::array<DossierColumn, 12> dossierColumns = {{
    {"3", "received", "received.total", "tổng số tiếp nhận"},
    {"4", "online", "received.online", "tiếp nhận trực tuyến"},
    {"5", "direct", "received.direct", "tiếp nhận trực tiếp, bưu chính"},
    {"6", "carried", "received.carried", "kỳ trước chuyển sang"},
    {"7", "resolved", "resolved.total", "tổng số đã giải quyết"},
    {"8", "early", "resolved.early", "giải quyết trước hạn"},
    {"9", "on_time", "resolved.on_time", "giải quyết đúng hạn"},
    {"8+9", "in_time", "resolved.in_time", "giải quyết trước hạn và đúng hạn"},
    {"10", "overdue", "resolved.overdue", "giải quyết quá hạn"},
    {"11", "pending", "pending.total", "tổng số đang giải quyết"},
    {"12", "pending_in_time", "pending.in_time", "đang giải quyết trong hạn"},
    {"13", "pending_overdue", "pending.overdue", "đang giải quyết quá hạn"},
}};

}  // namespace cchc::office
