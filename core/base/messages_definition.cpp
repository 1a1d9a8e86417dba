// Messages about section definitions: for those who make forms.
#include "core/base/messages.h"

namespace cchc {

std::span<const MessageEntry> definitionMessages() {
  static constexpr MessageEntry entries[] = {
      {"definition.not-xml", "Tệp không phải XML đúng dạng ({reason})", "Sửa ở dòng đã nêu", "the file is not well-formed XML ({reason})", "mend it at the line named"},
      {"definition.doctype", "Mẫu không được có DOCTYPE", "Bỏ dòng DOCTYPE", "a definition may not have a DOCTYPE", "take it out"},
      {"definition.not-a-definition", "Phần tử gốc là {element} ({namespace}), không phải mẫu phần báo cáo", "Dùng <definition xmlns=\"urn:cchc:definition:1\">",
       "the root is {element} ({namespace}), not a section definition", "use <definition xmlns=\"urn:cchc:definition:1\">"},
      {"definition.unknown-attribute", "Phần tử {element} không có thuộc tính {attribute}", "Dùng một trong: {allowed}", "{element} has no attribute {attribute}", "use one of: {allowed}"},
      {"definition.unknown-element", "Phần tử {element} không được đứng trong {parent}", "Dùng một trong: {allowed}", "{element} may not stand in {parent}", "use one of: {allowed}"},
      {"definition.stray-text", "Có chữ thừa “{text}” trong {element}", "Bỏ chữ thừa", "there is stray text '{text}' in {element}", "take it out"},
      {"definition.missing-attribute", "Phần tử {element} thiếu thuộc tính {attribute}", "Thêm thuộc tính đó", "{element} lacks the attribute {attribute}", "add it"},
      {"definition.missing-element", "{parent} thiếu phần tử {element}", "Thêm phần tử đó", "{parent} lacks the element {element}", "add it"},
      {"definition.empty-element", "Phần tử {element} để trống", "Viết biểu thức, hoặc bỏ phần tử", "{element} is empty", "write the expression, or take the element out"},
      {"definition.wrong-attribute", "Thuộc tính {attribute} là “{given}”", "Dùng: {allowed}", "{attribute} is '{given}'", "use: {allowed}"},
      {"definition.wrong-id", "“{id}” không dùng làm mã của {element} được", "Chỉ dùng chữ thường, chữ số, dấu _ (và dấu chấm giữa các từ)", "'{id}' cannot be the id of {element}",
       "use lower-case letters, digits, _ (and dots between words)"},
      {"definition.unknown-type", "Chỉ tiêu {id} có kiểu lạ “{type}”", "Xem danh sách kiểu trong plugins/DEFINITION.md", "field {id} has the unknown type '{type}'", "see the list in plugins/DEFINITION.md"},
      {"definition.duplicate-id", "Mã {id} đã dùng trong mẫu này", "Đặt mã khác", "the id {id} is used already in this definition", "choose another"},
      {"definition.duplicate-code", "Mã chỉ tiêu thống kê {code} đã dùng ở chỉ tiêu khác", "Đặt mã khác", "the indicator code {code} is used already", "choose another"},
      {"definition.renamed-from-used", "{from} nhận tên cũ {id}, là tên đang dùng hoặc tên cũ của chỉ tiêu khác", "Bỏ tên này khỏi renamed-from",
       "{from} takes the older name {id}, which is in use or is another's older name", "take it out of renamed-from"},
      {"definition.duplicate", "Đã có mẫu mang mã {id} (của {owner})", "Đặt mã khác", "there is a definition {id} already (of {owner})", "choose another id"},
      {"definition.prefix-id", "Mã {id} bắt đầu bằng mã {prefix} của chỉ tiêu khác", "Đổi một trong hai mã", "the id {id} begins with another's id {prefix}", "change one of the two"},
      {"definition.unknown-field", "{from} nhắc đến {id}, không có trong mẫu", "Sửa mã, hoặc thêm chỉ tiêu", "{from} names {id}, which is not in the definition", "mend the id, or add the field"},
      {"definition.choices", "Chỉ tiêu {id}: chỉ kiểu choice và choices có danh mục, và phải có", "Thêm các phần tử choice, hoặc đổi kiểu", "field {id}: choices belong to the types choice and choices, and they need some",
       "add choice elements, or change the type"},
      {"definition.computed-twice", "Chỉ tiêu {id}: chỉ một trong formula, numerator với denominator (kiểu rate), reference", "Giữ một cách tính", "field {id}: one of formula, numerator with denominator (type rate), reference",
       "keep one"},
      {"definition.wrong-default", "Giá trị mặc định “{given}” không hợp kiểu của {id}", "Sửa giá trị mặc định", "the default '{given}' does not fit the type of {id}", "mend it"},
      {"definition.no-columns", "Bảng {id} không có cột", "Thêm ít nhất một cột", "table {id} has no column", "add one"},
      {"definition.fixed-rows", "Bảng {id}: fixed-rows=\"yes\" đi cùng các phần tử fixed-row; aggregate=\"by-row\" cần dòng cố định", "Thêm fixed-row, hoặc bỏ thuộc tính",
       "table {id}: fixed-rows=\"yes\" goes with fixed-row elements; aggregate=\"by-row\" needs them", "add fixed-row elements, or drop the attribute"},
      {"definition.wrong-operator", "Không có phép so sánh “{given}”", "Dùng: {allowed}", "there is no operator '{given}'", "use: {allowed}"},
      {"definition.expression", "Biểu thức “{expression}” sai ở chỗ “{at}”", "Ở đó cần: {expected}", "the expression '{expression}' is wrong at '{at}'", "expected there: {expected}"},
      {"definition.unknown-name", "“{name}” không phải chỉ tiêu, cột hay bảng của {definition} (biểu thức: {expression})", "Sửa tên, hoặc thêm chỉ tiêu",
       "'{name}' is no field, column or table of {definition} (expression: {expression})", "mend the name, or add the field"},
      {"definition.unknown-function", "Không có hàm {function} (biểu thức: {expression})", "Xem các hàm trong plugins/DEFINITION.md", "there is no function {function} (expression: {expression})",
       "see the functions in plugins/DEFINITION.md"},
      {"definition.wrong-arguments", "Hàm {function} cần {count} đối số (biểu thức: {expression})", "Sửa số đối số", "{function} takes {count} arguments (expression: {expression})", "mend their number"},
      {"definition.wrong-type", "Ở đây là {given}, cần {wanted} (biểu thức: {expression})", "Sửa biểu thức", "this is {given} where {wanted} is needed (expression: {expression})", "mend the expression"},
      {"definition.cycle", "Các chỉ tiêu tính vòng quanh: {fields}", "Bỏ một chỗ phụ thuộc trong vòng", "fields are computed from one another in a circle: {fields}", "break the circle at one place"},
      {"definition.narrative", "Đoạn lời {paragraph} của {definition}: thẻ {tag} sai {wanted}", "Dùng mã của chỉ tiêu, bảng, cột hoặc view; đóng đủ các đoạn điều kiện",
       "paragraph {paragraph} of {definition}: the tag {tag} is wrong {wanted}", "use the id of a field, table, column or view; close each section"},
  };
  return entries;
}

}  // namespace cchc
