"""Words that stand on sheets of offices, around the figures and in the cells."""
PLACES = [
    "Kẻ Sặt",
    "Vĩnh Hưng",
    "Hùng Thắng",
    "Tân Việt",
    "Thái Học",
    "Cổ Bì",
    "Long Xuyên",
    "Bình Minh",
    "Thúc Kháng",
    "Nhân Quyền",
    "Tân Hồng",
    "Hồng Khê",
]
# Some begin as a total does.
PROJECTS = [
    "Đường trục xã {}",
    "Trường mầm non {}",
    "Cống tiêu úng xã {}",
    "Trạm y tế {}",
    "Nhà văn hóa xã {}",
    "Tổng kho vật tư {}",
    "Cộng đồng dân cư {}: nhà sinh hoạt",
    "Cải tạo kênh {}",
    "Trường THCS {} (giai đoạn 2)",
    "Đường 394; đoạn qua {}",
    "Sửa chữa trụ sở UBND xã {}",
    "Cổng chào {}",
    'Trường tiểu học "{}"',
    "Công viên {} - 10,5 ha",
]
UNITS = ["UBND xã {}", "Trường THCS {}", "Trạm Y tế xã {}", "Văn phòng Đảng ủy {}", "Tổng đội thanh niên {}", "Công an xã {}"]
CLASSES = [
    "Bồi dưỡng ngạch chuyên viên khóa {}",
    "Lãnh đạo cấp phòng, khóa {}",
    "Quốc phòng, an ninh đối tượng 3, đợt {}",
    "Tập huấn chuyển đổi số năm 2023, lớp {}",
    "Trung cấp lý luận chính trị K{}",
]
SYSTEMS = ["Phần mềm kế toán MISA {}", "Hệ thống một cửa điện tử {}", "Phần mềm hộ tịch {}", "Cơ sở dữ liệu cán bộ {}", "Quản lý trường học {}"]
TASKS = [
    "Rà soát thủ tục hành chính đợt {}",
    "Nâng tỷ lệ hồ sơ trực tuyến lên trên {}0%",
    "Số hóa kết quả; cập nhật kho dữ liệu {}",
    "Kiểm tra công vụ lần {}",
]
BODIES = [
    "Phòng Nội vụ",
    "Sở Nội vụ",
    "Trường Chính trị tỉnh",
    "UBND huyện Bình Giang",
    "Trung tâm Bồi dưỡng chính trị huyện",
    "Phòng Tài chính - Kế hoạch",
]
TITLES = [
    "UBND HUYỆN BÌNH GIANG",
    "PHÒNG TÀI CHÍNH - KẾ HOẠCH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "BẢNG TỔNG HỢP SỐ LIỆU",
    "Biểu số 03",
    "PHỤ LỤC I",
    "(Kèm theo Báo cáo số 115/BC-UBND ngày 28/8/2023)",
    "Kỳ báo cáo: 8 tháng đầu năm 2023",
    "Đơn vị báo cáo: UBND huyện Bình Giang",
    "Tính đến ngày 28/8/2023",
    "Tổng hợp đến hết tháng 8/2023",
]
NOTES = [
    "Ghi chú: số liệu tính đến hết ngày 28/8/2023.",
    "(1) Gồm cả nguồn năm 2022 chuyển sang.",
    "* Số liệu ước.",
    "Bình Giang, ngày 28 tháng 8 năm 2023",
    "NGƯỜI LẬP BIỂU",
    "TRƯỞNG PHÒNG",
    "(Ký, ghi rõ họ tên)",
    "Nguồn: Kho bạc Nhà nước huyện",
    "Đã ký",
    "Người lập",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
]
TOTALS = [
    "Tổng cộng",
    "TỔNG CỘNG",
    "Tổng số",
    "TỔNG SỐ",
    "Cộng",
    "CỘNG",
    "Tổng cộng:",
    "Tổng",
    "Tổng cộng (I+II)",
    "Cộng:",
    "Toàn huyện",
    "Tổng  cộng",
]
SUBTOTALS = ["Cộng nhóm {}", "Cộng ({})", "Cộng mục {}"]
SECTIONS = ["Công trình chuyển tiếp", "Công trình khởi công mới", "Khối quản lý nhà nước", "Khối sự nghiệp", "Cấp huyện", "Cấp xã"]
ROMAN = ["I", "II", "III", "IV"]
UNNEEDED = ["Ghi chú", "Chủ đầu tư", "Mã số dự án", "Thời gian thực hiện", "Tỷ lệ so với kế hoạch (%)", "Người phụ trách", "Năm trước", "Chênh lệch"]
NUMBER_HEADS = ["TT", "STT", "Số TT", "Stt"]
MONEY_UNITS = {
    "đồng": ["đồng", "VNĐ", "Đồng"],
    "nghìn": ["nghìn đồng", "1.000 đồng", "1000đ", "ngàn đồng"],
    "triệu": ["triệu đồng", "Triệu đồng", "trđ", "tr.đ", "1.000.000 đồng"],
    "tỷ": ["tỷ đồng", "Tỷ đồng", "tỉ đồng"],
}
UNIT_LINES = ["Đơn vị tính: {}", "ĐVT: {}", "(Đơn vị tính: {})", "Đơn vị: {}", "ĐVT : {}", "Đvt: {}", "Đơn vị tính:{}"]
