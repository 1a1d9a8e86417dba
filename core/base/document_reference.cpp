#include "core/base/document_reference.h"

#include <algorithm>
#include <array>

#include "core/base/names.h"

namespace cchc {
namespace {

using Type = DocumentType;
// The names are a grammar: the reader of references recognises them in typed text.
constexpr std::array knownTypes = {
    Type{"QCPH", "Quy chế phối hợp"},
    Type{"NQLT", "Nghị quyết liên tịch", Type::coded, true},
    Type{"TTLT", "Thông tư liên tịch", Type::coded, true},
    Type{"KHLT", "Kế hoạch liên tịch"},
    Type{"HDLT", "Hướng dẫn liên tịch"},
    Type{"BCTĐ", "Báo cáo thẩm định"},
    Type{"VBHN", "Văn bản hợp nhất", Type::coded, true},
    Type{"NQ", "Nghị quyết", Type::coded, true},
    Type{"NĐ", "Nghị định", Type::coded, true},
    Type{"QĐ", "Quyết định", Type::coded, true},
    Type{"CT", "Chỉ thị", Type::coded, true},
    Type{"KH", "Kế hoạch"},
    Type{"BC", "Báo cáo"},
    Type{"TB", "Thông báo"},
    Type{"HD", "Hướng dẫn"},
    Type{"TTr", "Tờ trình"},
    Type{"TT", "Thông tư", Type::coded, true},
    Type{"TT", "Thông tri"},
    Type{"CV", "Công văn", Type::uncoded},
    Type{"CĐ", "Công điện"},
    Type{"KL", "Kết luận"},
    Type{"ĐA", "Đề án"},
    Type{"DA", "Dự án", Type::onlyNamed},
    Type{"PA", "Phương án"},
    Type{"QC", "Quy chế"},
    Type{"QyĐ", "Quy định"},
    Type{"QĐi", "Quy định"},
    Type{"CTr", "Chương trình"},
    Type{"LUAT", "Luật", Type::uncoded, true, true},
    Type{"BOLUAT", "Bộ luật", Type::uncoded, true, true},
    Type{"PL", "Pháp lệnh", Type::coded, true, true},
    Type{"HP", "Hiến pháp", Type::uncoded, true, true},
    Type{"L", "Lệnh", Type::coded, true},
    Type{"GM", "Giấy mời"},
    Type{"GGT", "Giấy giới thiệu"},
    Type{"GUQ", "Giấy ủy quyền"},
    Type{"GNP", "Giấy nghỉ phép", Type::onlyNamed},
    Type{"PG", "Phiếu gửi", Type::onlyNamed},
    Type{"PC", "Phiếu chuyển", Type::onlyNamed},
    Type{"PB", "Phiếu báo", Type::onlyNamed},
    Type{"BGN", "Bản ghi nhớ", Type::onlyNamed},
    Type{"BTT", "Bản thỏa thuận", Type::onlyNamed},
    Type{"SY", "Bản sao y", Type::onlyNamed},
    Type{"TrS", "Bản trích sao", Type::onlyNamed},
    Type{"SL", "Bản sao lục", Type::onlyNamed},
    Type{"BB", "Biên bản"},
    Type{"HĐ", "Hợp đồng"},
    Type{"TC", "Thông cáo"},
};

constexpr Names<DocumentRole, 4> documentRoles{{{{DocumentRole::unspecified, ""},
                                                 {DocumentRole::basis, "basis"},
                                                 {DocumentRole::issued, "issued"},
                                                 {DocumentRole::received, "received"}}}};
constexpr Names<NumberState, 3> numberStates{
    {{{NumberState::known, "known"}, {NumberState::missing, "missing"}, {NumberState::notCited, "not-cited"}}}};

}  // namespace

std::span<const DocumentType> documentTypes() { return knownTypes; }

const DocumentType* documentType(std::string_view code) {
  const auto type =
      std::find_if(knownTypes.begin(), knownTypes.end(), [&](const auto& each) { return each.code == code; });
  return type == knownTypes.end() ? nullptr : &*type;
}

std::string_view documentRoleName(DocumentRole role) { return documentRoles.name(role); }
std::optional<DocumentRole> documentRoleOf(std::string_view name) { return documentRoles.find(name); }
std::string_view numberStateName(NumberState state) { return numberStates.name(state); }
std::optional<NumberState> numberStateOf(std::string_view name) { return numberStates.find(name); }

std::string composedSymbol(const DocumentReference& document) {
  if (document.numberState != NumberState::known || document.number.empty()) return "…";
  auto symbol = document.number;
  if (!document.year.empty()) symbol += "/" + document.year;
  const auto* type = documentType(document.type);
  const bool coded = !document.type.empty() && (type == nullptr || type->use != DocumentType::uncoded);
  if (coded) symbol += "/" + document.type;
  if (!document.issuerCode.empty()) {
    // Documents of the Party have the issuer after a slash: 18-NQ/TW.
    const bool party = document.issuerCode == "TW" || document.issuerCode == "TU" || document.issuerCode == "HU";
    if (party && coded) return document.number + "-" + document.type + "/" + document.issuerCode;
    symbol += (coded ? "-" : "/") + document.issuerCode;
  }
  return symbol;
}

std::string symbolOf(const DocumentReference& document) {
  const bool written = document.numberState == NumberState::known && !document.symbol.empty();
  return written ? document.symbol : composedSymbol(document);
}

void setSymbol(DocumentReference& document, std::string_view written) {
  document.symbol = written == composedSymbol(document) ? std::string_view() : written;
}

void setType(DocumentReference& document, std::string_view type) {
  const auto written = symbolOf(document);
  document.type = type;
  setSymbol(document, written);
}

std::string typeName(std::string_view typeCode) {
  const auto* type = documentType(typeCode);
  return std::string(type == nullptr ? typeCode : type->name);
}

}  // namespace cchc
