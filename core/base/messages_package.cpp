// Messages of the area "package": submission packages, values files, tables. Code, Vietnamese, how to mend it, English, how to mend it.
#include "core/base/messages.h"

namespace cchc {
namespace {

// What a receiver does with a damaged file, and what a sender does.
constexpr std::string_view sendAgainVi = "Đề nghị đơn vị gửi lại tệp", sendAgainEn = "Ask the sender for the file again";
constexpr std::string_view exportAgainVi = "Đề nghị đơn vị xuất lại gói bằng lệnh nộp báo cáo, không sửa tệp bằng tay";
constexpr std::string_view exportAgainEn = "Ask the sender to submit the section again and not to edit the file by hand";
constexpr std::string_view mendCellVi = "Sửa ô này trong tệp rồi nạp lại", mendCellEn = "Mend this cell in the file and read it again";

}  // namespace

std::span<const MessageEntry> packageMessages() {
  static constexpr MessageEntry entries[] = {
      // Form of the file (exchange/strict_xml.h); said of packages and of values files alike.
      {"package.empty", "Tệp rỗng", sendAgainVi, "The file is empty", sendAgainEn},
      {"package.not-xml", "Tệp không phải XML đúng quy cách", "Kiểm tra đã chọn đúng tệp; nếu đúng, đề nghị đơn vị gửi lại", "The file is not well-formed XML",
       "Check that it is the right file; if it is, ask the sender for it again"},
      {"package.cut-short", "Tệp bị cắt cụt: nội dung kết thúc giữa chừng", "Đề nghị đơn vị gửi lại tệp đầy đủ", "The file is cut short: it ends in the middle",
       "Ask the sender for the whole file"},
      {"package.doctype", "Tệp có khai báo DOCTYPE, không được phép", exportAgainVi, "The file has a DOCTYPE, which is not allowed", exportAgainEn},
      {"package.entity", "Tệp dùng thực thể {entity}, không được phép", "Chỉ được dùng &amp; &lt; &gt; &quot; &apos; và mã ký tự",
       "The file uses the entity {entity}, which is not allowed", "Use only &amp; &lt; &gt; &quot; &apos; and character references"},
      {"package.stray-ampersand", "Tệp có dấu & đứng lẻ, không phải XML đúng quy cách", "Viết dấu & thành &amp;", "The file has a stray &, which is not XML",
       "Write & as &amp;"},
      {"package.encoding", "Tệp mã hóa {encoding}, không phải UTF-8", "Lưu lại tệp theo mã UTF-8", "The file is encoded in {encoding}, not in UTF-8",
       "Save the file as UTF-8"},
      {"package.not-utf8", "Tệp có byte không phải UTF-8", "Lưu lại tệp theo mã UTF-8, hoặc đề nghị đơn vị gửi lại", "The file holds bytes that are not UTF-8",
       "Save the file as UTF-8, or ask the sender for it again"},
      {"package.text", "Tệp có ký tự điều khiển {character}, không được phép", "Xóa ký tự này ở ô đã nhập rồi gửi lại",
       "The file holds the control character {character}, which is not allowed", "Delete the character where it was entered and submit again"},
      {"package.too-large", "Tệp lớn {size} MB, quá giới hạn {limit} MB", "Bỏ bớt hoặc thu nhỏ tệp đính kèm rồi gửi lại",
       "The file has {size} MB, over the limit of {limit} MB", "Take out or shrink attachments and submit again"},
      {"package.too-deep", "Các phần tử lồng nhau quá {limit} cấp", exportAgainVi, "Elements are nested deeper than {limit} levels", exportAgainEn},
      {"package.mismatched-tag", "Thẻ đóng </{tag}> không khớp thẻ mở <{expected}>", exportAgainVi, "The end tag </{tag}> does not match <{expected}>", exportAgainEn},
      {"package.duplicate-attribute", "Thuộc tính {attribute} ghi hai lần trong một phần tử", exportAgainVi, "The attribute {attribute} stands twice in one element",
       exportAgainEn},
      {"package.two-roots", "Tệp có nội dung sau phần tử gốc", exportAgainVi, "There is something after the root element", exportAgainEn},
      {"package.undeclared-prefix", "Tiền tố {prefix} không được khai báo hoặc không được phép", exportAgainVi, "The prefix {prefix} is not declared or not allowed",
       exportAgainEn},
      {"package.markup", "Tệp có {markup}, không được phép trong gói báo cáo", exportAgainVi, "The file has {markup}, which is not allowed in a package", exportAgainEn},

      // The package itself.
      {"package.not-a-package", "Tệp không phải gói báo cáo: phần tử gốc là {element}, không gian tên “{namespace}”",
       "Chọn tệp gói do chương trình này xuất ra (submission, urn:cchc:submission:1)",
       "The file is no submission package: its root is {element} in the namespace “{namespace}”",
       "Choose a package that this program wrote (submission, urn:cchc:submission:1)"},
      {"package.newer-format", "Gói theo định dạng {version}, mới hơn định dạng {known} mà chương trình này đọc được", "Cập nhật chương trình rồi nhận lại gói",
       "The package has format {version}, newer than {known}, which this program reads", "Update the program and receive the package again"},
      {"package.unknown-section", "Không có mẫu phần báo cáo {section}", "Cài plugin có mẫu này, hoặc cập nhật chương trình", "There is no section definition {section}",
       "Install the plugin that has it, or update the program"},
      {"package.newer-definition", "Gói lập theo mẫu {section} phiên bản {version}, mới hơn mẫu đang cài", "Cập nhật chương trình rồi nhận lại gói",
       "The package was made by version {version} of {section}, newer than the one installed", "Update the program and receive the package again"},
      {"package.structure", "Phần tử {element} không được ở đây, sai thứ tự hoặc thiếu nội dung", exportAgainVi,
       "The element {element} may not stand here, is out of order or lacks its content", exportAgainEn},
      {"package.unknown-attribute", "Phần tử {element} không có thuộc tính {attribute}", exportAgainVi, "The element {element} has no attribute {attribute}", exportAgainEn},
      {"package.missing-attribute", "Phần tử {element} thiếu thuộc tính {attribute}", exportAgainVi, "The element {element} lacks the attribute {attribute}", exportAgainEn},
      {"package.wrong-attribute", "Thuộc tính {attribute} của phần tử {element} có giá trị sai: “{given}”", exportAgainVi,
       "The attribute {attribute} of the element {element} has the wrong value “{given}”", exportAgainEn},
      {"package.unknown-field", "Mẫu báo cáo không có chỉ tiêu, bảng hoặc đoạn “{field}”", exportAgainVi, "The definition has no field, table or paragraph “{field}”",
       exportAgainEn},
      {"package.unknown-row", "Bảng {field} có các dòng cố định, không có dòng “{row}”", exportAgainVi, "The table {field} has fixed rows, and no row “{row}”", exportAgainEn},
      {"package.wrong-value", "Chỉ tiêu {field} ({label}) ghi sai: {why_vi}", "Đề nghị đơn vị sửa chỉ tiêu này rồi nộp lại",
       "The field {field} ({label_en}) is wrong: {why_en}", "Ask the sender to mend this field and submit again"},
      {"package.not-allowed", "Chỉ tiêu {field} ({label}) có nội dung không được phép: {why_vi}", "Đề nghị đơn vị sửa chỉ tiêu này rồi nộp lại",
       "The field {field} ({label_en}) holds what is not allowed: {why_en}", "Ask the sender to mend this field and submit again"},
      {"package.too-many-rows", "Bảng {table} có nhiều hơn {limit} dòng", "Bớt dòng rồi nộp lại", "The table {table} has more than {limit} rows",
       "Take rows out and submit again"},
      {"package.duplicate", "“{field}” có hai lần trong gói", exportAgainVi, "“{field}” stands twice in the package", exportAgainEn},
      {"package.nothing", "“{field}” không được khai “Không phát sinh”, hoặc đã có dòng", "Đề nghị đơn vị xem lại phần này rồi nộp lại",
       "“{field}” may not be declared “nothing to report”, or has rows", "Ask the sender to look at this part and submit again"},
      {"package.attachment", "Tệp đính kèm {name} bị hỏng: không khớp mã kiểm tra hoặc dung lượng", sendAgainVi,
       "The attachment {name} is damaged: it does not match its digest or size", sendAgainEn},
      {"package.attachment-too-large", "Tệp đính kèm {name} quá {limit} MB", "Thu nhỏ tệp đính kèm rồi nộp lại", "The attachment {name} is over {limit} MB",
       "Shrink the attachment and submit again"},
      {"package.attachment-missing", "Gói thiếu tệp đính kèm {name}", exportAgainVi, "The package lacks the attachment {name}", exportAgainEn},

      {"package.rival", "Đã có một gói khác cùng lần gửi {revision} của {section}; cả hai gói được giữ, gói nhận trước đang được dùng",
       "Hỏi đơn vị gói nào đúng, rồi chọn gói bằng lệnh choose", "Another package of the same revision {revision} of {section} is there already; both are kept, the first one counts",
       "Ask the sender which one is right, then choose it with the command choose"},

      // What a receiver expects of it (app/receive).
      {"package.unknown-unit", "Không có đơn vị mã {unit} trong danh mục đơn vị", "Nhập danh mục đơn vị mới nhất, hoặc đề nghị đơn vị kiểm tra lại mã",
       "There is no unit {unit}", "Import the latest list of units, or ask the sender to check the code"},
      {"package.unknown-period", "Không có kỳ báo cáo {period}", "Thêm kỳ báo cáo này, hoặc đề nghị đơn vị kiểm tra lại kỳ", "There is no reporting period {period}",
       "Add the period, or ask the sender to check it"},
      {"package.closed-period", "Kỳ báo cáo {period} đã khóa, không nhận thêm", "Mở lại kỳ báo cáo nếu vẫn cần nhận", "The reporting period {period} is closed",
       "Open the period again if the package is still wanted"},
      {"package.not-assigned", "Đơn vị {unit} không được phân công báo cáo {section} trong {period}", "Thêm phân công báo cáo, hoặc trả lại gói cho đơn vị",
       "Unit {unit} is not assigned to report {section} for {period}", "Add the assignment, or give the package back"},
      {"package.wrong-reporter", "Gói do {reporter} gửi, nhưng phân công cho {expected}", "Sửa phân công báo cáo, hoặc đề nghị {expected} gửi",
       "The package was sent by {reporter}, but {expected} is assigned", "Change the assignment, or ask {expected} to send it"},

      // Values files (exchange/values_file.h).
      {"values.unknown-format", "Không đọc được tệp số liệu dạng “{extension}”", "Dùng tệp .xml, .csv, .tsv hoặc .xlsx", "Values files of the form “{extension}” cannot be read",
       "Use .xml, .csv, .tsv or .xlsx"},
      {"values.not-values", "Tệp không phải tệp số liệu: phần tử gốc là {element}, không gian tên “{namespace}”",
       "Phần tử gốc phải là <values xmlns=\"urn:cchc:values:1\">", "The file is no values file: its root is {element} in the namespace “{namespace}”",
       "The root must be <values xmlns=\"urn:cchc:values:1\">"},
      {"values.structure", "Phần tử {element} không được ở đây", "Xem dạng của tệp số liệu trong plugins/DEFINITION.md", "The element {element} may not stand here",
       "See the form of values files in plugins/DEFINITION.md"},
      {"values.attribute", "Phần tử {element}: thuộc tính {attribute} thiếu, thừa hoặc sai (“{given}”)", "Xem dạng của tệp số liệu trong plugins/DEFINITION.md",
       "Element {element}: the attribute {attribute} is missing, unknown or wrong (“{given}”)", "See the form of values files in plugins/DEFINITION.md"},
      {"values.unknown-field", "Mẫu báo cáo không có chỉ tiêu, bảng hoặc đoạn “{id}”", "Sửa lại mã; lệnh definitions liệt kê các mã của mẫu",
       "The definition has no field, table or paragraph “{id}”", "Mend the id; the command definitions lists those there are"},
      {"values.unknown-row", "Bảng không có dòng “{row}”", "Sửa lại mã dòng; bảng có dòng cố định chỉ nhận các dòng của mẫu", "The table has no row “{row}”",
       "Mend the row's id; a table with fixed rows takes only those of the definition"},
      {"values.wrong-value", "Chỉ tiêu {field} ({label}): {why_vi}", "Sửa giá trị này trong tệp rồi nạp lại", "Field {field} ({label_en}): {why_en}",
       "Mend this value in the file and read it again"},
      {"values.duplicate", "“{field}” có hai lần trong tệp", "Bỏ bớt một lần rồi nạp lại", "“{field}” stands twice in the file", "Take one of them out and read the file again"},
      {"values.nothing", "“{field}” không được khai “Không phát sinh”, hoặc đã có dòng", "Bỏ khai báo hoặc bỏ các dòng",
       "“{field}” may not be declared “nothing to report”, or has rows", "Take out the declaration or the rows"},
      {"values.attachment", "Không đọc được tệp đính kèm {name}", "Đặt tệp đính kèm cạnh tệp số liệu, tối đa {limit} MB", "The attachment {name} cannot be read",
       "Put the attachment beside the values file, at most {limit} MB"},
      {"values.encoding", "Không nhận ra mã ký tự của tệp (không phải UTF-8 hoặc UTF-16)", "Trong Excel chọn Lưu thành: “CSV UTF-8”, hoặc lưu tệp .xlsx",
       "The file's encoding is not recognised (neither UTF-8 nor UTF-16)", "In Excel choose Save as: “CSV UTF-8”, or save as .xlsx"},
      {"values.quote", "Dấu nháy kép mở ra mà không đóng", "Đóng dấu nháy kép, hoặc xóa nó", "A double quote is opened and never closed", "Close the quote, or delete it"},
      {"values.no-header", "Không thấy dòng tiêu đề cột", "Dòng tiêu đề cần có các cột: {columns}", "No line with column headings was found",
       "The heading line needs the columns: {columns}"},
      {"values.unknown-column", "Không có cột “{column}”", "Dùng các cột: {columns}", "There is no column “{column}”", "Use the columns: {columns}"},
      {"values.duplicate-column", "Cột “{column}” có hai lần", "Bỏ một cột rồi nạp lại", "The column “{column}” stands twice", "Take one of them out and read the file again"},
      {"values.too-many-cells", "Dòng có nhiều ô hơn dòng tiêu đề", mendCellVi, "The line has more cells than the heading line", mendCellEn},
      {"values.not-xlsx", "Tệp không phải bảng tính XLSX đọc được", "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx, không đặt mật khẩu",
       "The file is no readable XLSX workbook", "Open it in Excel or LibreOffice and save it as .xlsx, without a password"},
      {"values.sheet-too-large", "Trang tính quá lớn", "Chỉ để lại số liệu cần nạp trong trang đầu", "The sheet is too large", "Leave only the values to be read on the first sheet"},
      {"values.cell-error", "Ô {cell} báo lỗi công thức {given}", mendCellVi, "The cell {cell} holds the formula error {given}", mendCellEn},

      // Why a value may not stand in a field (exchange/value_check.h); told inside package.wrong-value and values.wrong-value.
      {"value.too-many-decimals", "“{given}” có nhiều hơn {decimals} chữ số thập phân", "Làm tròn còn {decimals} chữ số", "“{given}” has more than {decimals} decimals",
       "Round it to {decimals} decimals"},
      {"value.too-large", "“{given}” vượt quá {limit}", "Kiểm tra lại số và đơn vị tính", "“{given}” is beyond {limit}", "Check the figure and its unit"},
      {"value.unknown-choice", "“{given}” không có trong danh sách: {choices}", "Chọn một giá trị trong danh sách", "“{given}” is not one of: {choices}",
       "Choose one of the list"},
      {"value.repeated-choice", "“{given}” được chọn hai lần", "Bỏ bớt một lần", "“{given}” is chosen twice", "Take one of them out"},
      {"value.too-long", "nội dung dài {length} ký tự, quá {limit} ký tự", "Rút gọn nội dung", "the text has {length} characters, more than {limit}", "Shorten the text"},
      {"value.qualifier-not-allowed", "không được ghi mức độ “{given}” cho chỉ tiêu này", "Bỏ mức độ", "the qualifier “{given}” may not be given here", "Take the qualifier out"},
      {"value.denominator-not-allowed", "không được ghi trạng thái mẫu số “{given}” cho chỉ tiêu này", "Bỏ trạng thái mẫu số",
       "the denominator state “{given}” may not be given here", "Take the denominator state out"},
      {"value.computed", "chỉ tiêu tính, không được nhập", "Nhập các chỉ tiêu thành phần", "the field is computed and may not be entered", "Enter the parts it is computed from"},
      {"value.blank-qualified", "có mức độ hoặc trạng thái mẫu số nhưng không có giá trị", "Ghi giá trị, hoặc bỏ mức độ", "a qualifier or denominator state without a value",
       "Give the value, or take the qualifier out"},
      {"value.one-document", "chỉ được một văn bản", "Giữ lại một văn bản", "only one document may stand here", "Keep one document"},
      {"value.document-attribute", "thuộc tính {attribute} của văn bản hoặc tệp đính kèm sai hoặc không có: “{given}”", "Sửa thuộc tính này",
       "the attribute {attribute} of the document or attachment is wrong or unknown: “{given}”", "Mend this attribute"},
      {"value.unexpected-element", "phần tử {element} không được ở đây", "Bỏ phần tử này", "the element {element} may not stand here", "Take the element out"},
      {"value.ambiguous-number", "“{given}” không rõ dấu chấm là phần nghìn hay phần thập phân", "Ghi phần thập phân sau dấu phẩy, như 97,22",
       "in “{given}” the dot may group thousands or begin decimals", "Write decimals after a comma, as 97,22"},
      {"value.not-a-document", "“{given}” không phải số, ký hiệu văn bản", "Ghi như 111/KH-UBND", "“{given}” is no number and symbol of a document", "Write it as 111/KH-UBND"},

      // Tables of units, periods, assignments (exchange/tables.h).
      {"table.no-header", "Dòng đầu không phải dòng tiêu đề cột", "Dòng đầu cần có các cột: {columns}", "The first line is no line of column headings",
       "The first line needs the columns: {columns}"},
      {"table.missing", "Thiếu “{column}”", "Điền ô này", "“{column}” is missing", "Fill in this cell"},
      {"table.wrong", "Cột “{column}” ghi sai: “{given}”", "Ghi ngày như 2023-08-28; mã không có dấu cách", "Column “{column}” is wrong: “{given}”",
       "Write dates as 2023-08-28; codes have no spaces"},
      {"table.duplicate", "“{id}” có hai lần", "Bỏ bớt một dòng", "“{id}” stands twice", "Take one of the lines out"},
      {"table.order", "Ngày ở cột “{later}” trước ngày ở cột “{earlier}”", "Sửa lại một trong hai ngày", "The date in “{later}” is before the date in “{earlier}”",
       "Mend one of the dates"},
      {"table.cycle", "Đơn vị “{id}” là cấp trên của chính nó", "Sửa lại cột parent", "Unit “{id}” is above itself", "Mend the column parent"},

      // Outline and central documents.
      {"outline.not-an-outline", "Tệp không phải đề cương hoặc danh mục văn bản: phần tử gốc là {element}", "Cài lại chương trình, hoặc sửa tệp trong schemas/",
       "The file is no outline or list of documents: its root is {element}", "Install the program again, or mend the file in schemas/"},
      {"outline.structure", "Phần tử {element} sai, thiếu thuộc tính hoặc có mã trùng", "Sửa tệp trong schemas/", "The element {element} is wrong, lacks an attribute or repeats an id",
       "Mend the file in schemas/"},
  };
  return entries;
}

}  // namespace cchc
