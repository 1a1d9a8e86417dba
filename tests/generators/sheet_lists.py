"""Lists of fields, and the form of dossiers: sheets that are not a table of the form under its own headings."""
from decimal import Decimal

import office_words as words
from sheet_model import Column, Entry, Model, Row
from workbooks import Cell

LISTS = [
    ("finance.budget", "296"),
    ("office.procedures", "296"),
    ("culture.digital", "296"),
    ("office.commune", "10945"),
    ("justice.institutional", "296"),
    ("office.steering", "296"),
]


class ListMaker:
    def fields(self):
        """A list of fields: name, unit, figure."""
        r = self.r
        section, unit = r.choice(LISTS)
        form = self.forms[section]
        labels = [p.label for p in form.fields.values()]
        places = [
            p
            for p in form.fields.values()
            if p.type in ("integer", "money", "date", "percent", "decimal", "text", "yes-no", "choice")
            and not p.computed
            and labels.count(p.label) == 1
            and p.max_length > 50
        ]
        places = [p for p in places if r.random() < 0.6][: r.randint(3, 25)] or places[:3]
        money = any(p.type == "money" for p in places)
        with_units, by_id = self.has("unit column", 0.5), self.has("ids", 0.2)
        line, _ = self.choose_unit("triệu") if money else ("", "")
        if money and with_units or not self.said_unit or self.said_unit.startswith("heading"):
            line, self.said_unit = "", None
            if money and not with_units:
                self.unit = "triệu"
        self.unit_in_row = with_units
        model = Model([Column("=name", "Mã chỉ tiêu" if by_id else r.choice(["Chỉ tiêu", "Nội dung", "Tên chỉ tiêu"]))], [], line)
        value = Column("=field", r.choice(["Số liệu", "Giá trị", "Số liệu"]), figures=True)
        model.columns += (
            [Column("=unit", r.choice(["ĐVT", "Đơn vị tính", "Đơn vị"])), value]
            if with_units and r.random() < 0.7
            else [value, Column("=unit", "ĐVT")]
            if with_units
            else [value]
        )
        if self.has("unneeded column", 0.25):
            model.columns.append(Column(None, r.choice(["Ghi chú", "Cùng kỳ năm trước"])))
        for number, place in enumerate(places):
            row = Row("data", id=place.id, number=str(number + 1), figures=place.type not in ("date", "text", "yes-no", "choice"))
            for i, column in enumerate(model.columns):
                if column.id == "=name":
                    row.entries[i] = Entry(
                        Cell(
                            text=place.id
                            if by_id
                            else r.choice([place.label + " ", place.label + ":"])
                            if self.some("labels as typed", 0.3)
                            else place.label
                        ),
                        [],
                    )
                elif column.id is None:
                    row.entries[i] = self.unneeded(column)
            if with_units and place.type == "money":
                self.unit = r.choice(["đồng", "triệu", "triệu", "tỷ"])
            for i, column in enumerate(model.columns):
                if column.id == "=field":
                    row.entries[i] = self.entry(place)
                elif column.id == "=unit":
                    text = (
                        r.choice(words.MONEY_UNITS[self.unit]) if place.type == "money" else "%" if place.type in ("rate", "percent") else place.unit
                    )
                    row.entries[i] = Entry(Cell(text=text) if text else None, [])
            model.rows.append(row)
        return dict(section=section, unit=unit, table=None), model

    def one_stop(self):
        """Form II.06a/VPCP/KSTT."""
        r = self.r
        table = self.forms["office.procedures"].tables["dossiers"]
        ids = ["received", "online", "direct", "carried", "resolved", "early", "on_time", "overdue", "pending", "pending_in_time", "pending_overdue"]
        heads = [
            "Tổng số",
            "Trực tuyến",
            "Trực tiếp, dịch vụ bưu chính",
            "Từ kỳ trước",
            "Tổng số",
            "Trước hạn",
            "Đúng hạn",
            "Quá hạn",
            "Tổng số",
            "Trong hạn",
            "Quá hạn",
        ]
        model = Model([Column("field", "Lĩnh vực giải quyết")], [])
        groups = ["Số lượng hồ sơ tiếp nhận"] * 4 + ["Số lượng hồ sơ đã giải quyết"] * 4 + ["Số lượng hồ sơ đang giải quyết"] * 3
        model.columns += [Column(c, h, "", True, g) for c, h, g in zip(ids, heads, groups)]
        sums = {c: 0 for c in ids}
        for number, (value, label) in enumerate(r.sample(table.columns["field"].choices, r.randint(1, 10))):
            row = Row("data", number=str(number + 1))
            row.entries[0] = Entry(Cell(text=label), [value])
            online, direct, carried, early, overdue, late = (r.randint(0, 400) for _ in range(6))
            received = online + direct + carried
            pending = r.randint(0, received)
            resolved = received - pending
            overdue, late = min(overdue, resolved) // 9, min(late, pending) // 9
            early = min(early, resolved - overdue)
            figures = [received, online, direct, carried, resolved, early, resolved - overdue - early, overdue, pending, pending - late, late]
            for i, (id, n) in enumerate(zip(ids, figures), 1):
                sums[id] += n
                row.entries[i] = self.whole(n)
            model.rows.append(row)
        head = dict(section="office.procedures", unit="296", table="dossiers", importer="one-stop")
        if self.has("total", 0.7):
            total = Row("total")
            total.entries[0] = Entry(Cell(text=r.choice(["Tổng cộng", "TỔNG CỘNG", "Tổng số"])), [])
            for i, id in enumerate(ids, 1):
                total.entries[i] = Entry(Cell(number=Decimal(sums[id])), [])
            model.rows.append(total)
            head["totals"] = {
                "received.total": sums["received"],
                "resolved.total": sums["resolved"],
                "pending.total": sums["pending"],
                "received.online": sums["online"],
            }
        return head, model
