#include "core/presentation/window/help.h"

#include <algorithm>

namespace cchc::presentation {
namespace {

struct Page {
  const char *viTitle, *enTitle, *vi, *en;
};

Page pageOf(HelpTopic topic) {
  switch (topic) {
    case HelpTopic::form:
      return {"Biểu mẫu", "The form",
              "<p>Gõ số liệu rồi <b>Enter</b> để sang ô sau. Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân: "
              "1.353.135,5. Ô tiền nhận cả “387,425 tỷ”.</p>"
              "<p>Ô nền xám có dấu ƒ do phần mềm tính; rê chuột để xem công thức, kỳ trước và cách sửa lỗi. Ô có dấu * "
              "phải có số trước khi gửi.</p>"
              "<p><b>F8</b> đến lỗi tiếp theo; <b>F9</b> gửi Văn phòng. Mọi thay đổi được lưu ngay; <b>Ctrl+Z</b> để "
              "bỏ.</p>"
              "<p>Thả tệp Excel, CSV vào biểu mẫu, hoặc <b>Ctrl+I</b>, để nhập từ tệp. Menu Phần, “In phiếu” để in ra "
              "ký trên giấy.</p>",
              "<p>Type a figure and press <b>Enter</b> for the next. A dot groups thousands, a comma starts decimals: "
              "1.353.135,5. Money takes '387,425 tỷ' too.</p>"
              "<p>Grey fields marked ƒ are worked out; the pointer over a row shows its formula, the previous period "
              "and how to mend an error. Fields marked * must be filled in before submission.</p>"
              "<p><b>F8</b> goes to the next problem, <b>F9</b> submits. Every change is saved at once; <b>Ctrl+Z</b> "
              "takes it back.</p>"
              "<p>Drop an Excel or CSV file on the form, or press <b>Ctrl+I</b>, to import it. Section, 'Print the "
              "sheet' prints it to be signed on paper.</p>"};
    case HelpTopic::table:
      return {"Bảng", "The table",
              "<p><b>F5</b> thêm dòng, <b>F6</b> xóa dòng, <b>F7</b> sửa dòng trong một biểu riêng. <b>Ctrl+V</b> dán "
              "từ Excel (dòng thiếu được thêm), <b>Ctrl+D</b> điền xuống.</p>"
              "<p>Bấm tiêu đề cột để xếp thứ tự. <b>Esc</b> về biểu mẫu.</p>",
              "<p><b>F5</b> adds a row, <b>F6</b> removes it, <b>F7</b> opens it as a form. <b>Ctrl+V</b> pastes from "
              "Excel (rows are added as needed), <b>Ctrl+D</b> fills down.</p>"
              "<p>A column's heading sorts. <b>Esc</b> goes back to the form.</p>"};
    case HelpTopic::board:
      return {"Bảng theo dõi", "The board",
              "<p>Kéo thả các gói .cchc vào bảng, hoặc <b>Ctrl+O</b>. Chọn một phần để xem khác gì lần gửi trước; Chấp "
              "nhận, hoặc Trả lại kèm lý do. Có thể chọn nhiều phần rồi chấp nhận một lượt.</p>",
              "<p>Drop .cchc packages on the board, or press <b>Ctrl+O</b>. Select a section to see what differs from "
              "its last revision; accept it, or return it with a reason. Several can be accepted at once.</p>"};
    case HelpTopic::report:
      return {"Báo cáo", "The report",
              "<p>Tổng hợp lấy các phần đã chấp nhận. Trang xem trước là nội dung sẽ in. Lưu thành HTML để mở ở trình "
              "duyệt, hoặc XML để gửi cấp trên. Phát hành thì khóa mọi phần.</p>",
              "<p>Consolidation takes the accepted sections. The preview has what will be printed. Save as HTML for a "
              "browser, or XML for the level above. Issuing locks every section.</p>"};
    case HelpTopic::overview:
      return {"Tổng quan", "Overview",
              "<p>Chọn biểu đồ ở trên. Mỗi thanh ghi sẵn số liệu và đơn vị tính. Lưu hình để dán vào văn bản.</p>",
              "<p>Choose a chart above. Every bar has its figure. Save the picture to paste it into a document.</p>"};
    case HelpTopic::findings:
      return {"Lỗi và cảnh báo", "Errors and warnings",
              "<p>■ <b>Lỗi</b> phải sửa trước khi gửi. ▲ <b>Cảnh báo</b> cần sửa, hoặc ghi giải trình vào ô bên dưới; "
              "một giải trình được dùng khi số liệu đúng là như vậy. ℹ chỉ để biết.</p>"
              "<p><b>Enter</b> hoặc bấm đúp vào một dòng để đến đúng chỗ đó.</p>",
              "<p>■ An <b>error</b> must be mended before submission. ▲ A <b>warning</b> is mended, or explained in "
              "the box below where the figures are right as they are. ℹ is only to know.</p>"
              "<p><b>Enter</b> or a double click goes to the place.</p>"};
    case HelpTopic::text:
      return {"Lời văn", "The text",
              "<p>Các đoạn văn được viết từ số liệu và đổi theo số liệu. Đoạn nào sửa tay thì giữ nguyên như đã sửa; "
              "khi số liệu thay đổi sau đó, đoạn được đánh dấu để so sánh và, nếu muốn, viết lại từ số liệu.</p>",
              "<p>Paragraphs are written from the figures and follow them. One that was edited by hand stays as it is; "
              "when figures change afterwards it is marked, to compare and, if wanted, to write it from the figures "
              "again.</p>"};
    case HelpTopic::importing:
      return {"Nhập từ tệp", "Importing a file",
              "<p>Bảng tính do phần mềm ghi ra (Tệp, “Ghi bảng tính Excel để điền”) được đọc ngay. Với tệp khác: chọn "
              "nhập vào các chỉ tiêu hay vào một bảng, rồi chọn ý nghĩa từng cột ở phía trên bản xem trước; phần mềm "
              "đã đoán sẵn.</p>"
              "<p>Danh sách bên dưới ghi từng dòng chưa nhập được: dòng nào, cột nào, sai gì, sửa thế nào. Sửa trong "
              "tệp rồi chọn lại tệp; hoặc chọn “Nhập các dòng đúng, bỏ qua dòng sai”.</p>"
              "<p>Nhập xong là một thay đổi: <b>Ctrl+Z</b> bỏ tất cả.</p>",
              "<p>A workbook that the program wrote (File, 'Write an Excel workbook to fill in') is read at once. For "
              "another file: choose whether it goes into the fields or into a table, then what each column means, "
              "above the preview; the program has guessed already.</p>"
              "<p>The list below has every line that cannot be imported: which, in which column, what is wrong, how to "
              "mend it. Mend the file and choose it again; or choose 'Import the lines that are right'.</p>"
              "<p>An import is one change: <b>Ctrl+Z</b> takes all of it back.</p>"};
    case HelpTopic::submit:
      return {
          "Gửi Văn phòng", "Submitting",
          "<p>Lỗi phải sửa hết thì mới gửi được; cảnh báo nên có giải trình. Ký số ngay bằng tệp khóa .p12 hoặc USB ký "
          "số (chọn tệp thư viện .dll, .so của USB); hoặc lưu chưa ký để lãnh đạo ký ở máy khác bằng menu Tệp, “Ký gói "
          "của người khác”, hoặc ký trên phiếu in.</p>"
          "<p>Gói gửi là tệp .cchc: chép qua USB, thư mục chung, Zalo hoặc thư điện tử. Đổi tên cũng không sao.</p>",
          "<p>Errors must be mended first; warnings should be explained. Sign at once with a .p12 key file or a token "
          "(choose its library, .dll or .so); or leave it unsigned for the leader, who signs on another PC with File, "
          "'Sign a package', or on the printed sheet.</p>"
          "<p>The package is a .cchc file: carry it on a stick, a shared folder or by mail. Renaming does no "
          "harm.</p>"};
    case HelpTopic::sign:
      return {"Ký gói của người khác", "Signing a package",
              "<p>Xem nội dung gói: điều cần biết (lỗi, cảnh báo và giải trình) ở đầu, rồi các số liệu. Chọn khóa, "
              "nhập mật khẩu hoặc mã PIN, bấm “Ký và lưu gói đã ký”. Gói đã ký nằm cạnh gói cũ, tên có “-da-ky”; gói "
              "cũ giữ nguyên.</p>",
              "<p>Look at what the package says: what is to be known (errors, warnings and explanations) first, then "
              "the figures. Choose the key, type its password or PIN, press 'Sign and save'. The signed package lies "
              "beside the old one, with '-da-ky' in its name; the old one stays as it was.</p>"};
    case HelpTopic::start:
      return {"Bắt đầu", "Starting",
              "<p>Chọn nơi để dữ liệu: một tệp trên máy này, hoặc địa chỉ kho dùng chung do cấp trên cho. Kho mới cần "
              "nạp đơn vị, kỳ và phân công từ thư mục do cấp trên gửi. Rồi chọn kỳ, đơn vị và ghi họ tên: mỗi thay đổi "
              "ghi lại ai đã làm.</p>",
              "<p>Choose where the data are: a file on this PC, or the address of a shared store that you were given. "
              "A new store needs units, periods and assignments from the folder that was sent to you. Then choose "
              "period and unit, and give your name: each change records who made it.</p>"};
    case HelpTopic::shortcuts:
      return {
          "Phím tắt", "Shortcuts",
          "<table border=0 cellpadding=3><tr><td><b>Enter, Tab</b></td><td>ô "
          "sau</td></tr><tr><td><b>Shift+Tab</b></td><td>ô trước</td></tr><tr><td><b>F2, dấu cách</b></td><td>mở "
          "ô</td></tr><tr><td><b>Esc</b></td><td>bỏ điều đang gõ</td></tr>"
          "<tr><td><b>F5, F6, F7</b></td><td>thêm, xóa, sửa dòng</td></tr><tr><td><b>F8</b></td><td>lỗi tiếp "
          "theo</td></tr><tr><td><b>F9</b></td><td>gửi Văn phòng</td></tr><tr><td><b>F1</b></td><td>hướng dẫn</td></tr>"
          "<tr><td><b>Ctrl+Z, Ctrl+Y</b></td><td>hoàn tác, làm lại</td></tr><tr><td><b>Ctrl+C, "
          "Ctrl+V</b></td><td>chép, dán</td></tr><tr><td><b>Ctrl+D</b></td><td>điền "
          "xuống</td></tr><tr><td><b>Ctrl+F</b></td><td>tìm</td></tr>"
          "<tr><td><b>Ctrl+I</b></td><td>nhập từ Excel</td></tr><tr><td><b>Ctrl+O</b></td><td>nhận bản "
          "gửi</td></tr><tr><td><b>Ctrl+1 … 4</b></td><td>biểu mẫu, bảng theo dõi, báo cáo, tổng "
          "quan</td></tr></table>",
          "<table border=0 cellpadding=3><tr><td><b>Enter, Tab</b></td><td>next "
          "field</td></tr><tr><td><b>Shift+Tab</b></td><td>previous field</td></tr><tr><td><b>F2, "
          "space</b></td><td>open the field</td></tr><tr><td><b>Esc</b></td><td>drop what is being typed</td></tr>"
          "<tr><td><b>F5, F6, F7</b></td><td>add, remove, edit a row</td></tr><tr><td><b>F8</b></td><td>next "
          "problem</td></tr><tr><td><b>F9</b></td><td>submit</td></tr><tr><td><b>F1</b></td><td>help</td></tr>"
          "<tr><td><b>Ctrl+Z, Ctrl+Y</b></td><td>undo, redo</td></tr><tr><td><b>Ctrl+C, Ctrl+V</b></td><td>copy, "
          "paste</td></tr><tr><td><b>Ctrl+D</b></td><td>fill down</td></tr><tr><td><b>Ctrl+F</b></td><td>find</td></tr>"
          "<tr><td><b>Ctrl+I</b></td><td>import</td></tr><tr><td><b>Ctrl+O</b></td><td>receive</td></"
          "tr><tr><td><b>Ctrl+1 … 4</b></td><td>form, board, report, overview</td></tr></table>"};
  }
  return {"", "", "", ""};
}

}  // namespace

std::string htmlText(std::string_view text) {
  std::string safe;
  for (const char c : text) safe += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  return safe;
}

std::string helpHtml(HelpTopic topic, Words words) {
  const auto page = pageOf(topic);
  return std::string("<h3>") + words(page.viTitle, page.enTitle) + "</h3>" + words(page.vi, page.en);
}

std::string quarantined(const std::vector<PluginState>& plugins) {
  std::string ids;
  for (const auto& plugin : plugins) {
    if (plugin.quarantined) ids += (ids.empty() ? "" : ", ") + plugin.id;
  }
  return ids;
}

std::string pluginsHtml(const std::vector<PluginState>& plugins, Words words) {
  std::string html = std::string("<h3>") + words("Các plugin", "Plugins") + "</h3>";
  std::vector<const PluginState*> order;
  for (const auto& plugin : plugins) order.push_back(&plugin);
  std::stable_partition(order.begin(), order.end(),
                        [](const PluginState* plugin) { return plugin->quarantined.has_value(); });
  for (const auto* plugin : order) {
    html += std::string("<p>") + (plugin->quarantined ? "■ " : "✓ ") + "<b>" +
            htmlText(plugin->title.in(words.language).empty() ? plugin->id : plugin->title.in(words.language)) +
            "</b> (" + htmlText(plugin->id + (plugin->version.empty() ? "" : " " + plugin->version)) + ")<br>";
    if (plugin->quarantined) {
      const auto told = message(*plugin->quarantined, words.language);
      html += std::string(words("Bị cách ly, các phần của nó chỉ xem được. ",
                                "Quarantined; its sections can only be looked at. ")) +
              htmlText(told.what) + ". " + htmlText(told.fix) + "<br><tt>" + htmlText(plugin->quarantined->place) +
              "</tt>";
    } else {
      html += std::to_string(plugin->definitions.size()) + words(" mẫu phần báo cáo", " section definitions");
    }
    html += "</p>";
  }
  if (plugins.empty())
    html += std::string("<p>") +
            words("Không có plugin nào. Cài lại phần mềm.", "There are none. Install the program again.") + "</p>";
  return html;
}

}  // namespace cchc::presentation
