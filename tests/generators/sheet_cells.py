"""What stands in one cell of a sheet, with its truth."""
from datetime import date
from decimal import Decimal

import office_words as words
from sheet_model import Entry
from workbooks import Cell, shown
from written import UNITS, plain

DOCUMENTS = [
    ("KH", "Kế hoạch", "UBND"),
    ("QĐ", "Quyết định", "UBND"),
    ("CT", "Chỉ thị", "UBND"),
    ("TB", "Thông báo", "SNV"),
    ("BC", "Báo cáo", "HĐND"),
]


class CellMaker:
    def text(self, text, code=False):
        r = self.r
        if code and not self.text_file and self.some("number as text", 0.15):
            n = r.randint(1000, 99999999)
            cell = Cell(number=Decimal(n), shape=r.choice(["general", "zeros", "text"]))
            return Entry(cell, [shown(cell, self.english)])
        typed = text
        if " " in text and self.some("line break in text", 0.04):
            at = text.index(" ")
            typed = text[:at] + "\n" + text[at + 1 :]
        elif self.some("spaces around text", 0.04):
            typed = " " + text + "  "
        elif self.some("no-break space in text", 0.02):
            typed = text.replace(" ", "\u00a0", 1)
        if not self.text_file and self.some("formula text", 0.03):
            return Entry(Cell(text=typed, formula='T("' + typed.replace('"', '""') + '")'), [text])
        split = len(typed) // 2 if not self.text_file and self.some("rich text", 0.04) else 0
        return Entry(Cell(text=typed, inline=r.random() < 0.1, split=split), [text])

    def unneeded(self, column):
        r = self.r
        if r.random() < 0.3:
            return Entry(None, [""])
        if "%" in column.heading:
            return Entry(
                Cell(error="#DIV/0!", formula="1/0") if r.random() < 0.3 else Cell(number=Decimal(r.randint(1, 9999)) / 10000, shape="percent two"),
                [],
            )
        if column.heading in ("Năm trước", "Chênh lệch"):
            return Entry(Cell(number=Decimal(r.randint(0, 99999)), shape="whole"), [])
        return Entry(
            Cell(text=r.choice(["Đang thi công", "Ban QLDA", "DA-0{}".format(r.randint(1, 9)), "2022-2024", "chậm GPMB", "Cán bộ TCKH"])), []
        )

    def entry(self, place):
        """One cell of a column."""
        r, w = self.r, self.w
        if self.some("blank cells", 0.06) and place.id not in ("due_on", "source", "sector", "audience", "kind", "change"):
            return Entry(None if r.random() < 0.7 else Cell(text=""), [""], self.importing)
        if place.type == "integer":
            return self.whole(w.count() if place.minimum != "1" else max(1, w.count() % 500))
        if place.type == "money":
            return self.money(place)
        if place.type in ("decimal", "percent", "rate"):
            n = Decimal(r.randint(0, 100 * 10**place.decimals)).scaleb(-place.decimals)
            if not self.as_text():
                if place.type != "decimal" and n == n.quantize(Decimal("0.01")) and self.has("percent format", 0.5):
                    return Entry(self.number(n / 100, "percent two"), [plain(n)])
                return Entry(self.number(n, "three" if place.decimals == 3 and r.random() < 0.5 else "general"), [plain(n)])
            item = w.decimal(n, place.decimals, place.type != "decimal")
            return Entry(Cell(text=item.text), item.values)
        if place.type == "date":
            y, m, d = w.day()
            iso = f"{y:04}-{m:02}-{d:02}"
            if not self.as_text():
                serial = (date(y, m, d) - (date(1904, 1, 1) if self.old_days else date(1899, 12, 30))).days
                part = Decimal("0.4375") if not self.by_office and self.some("time of day", 0.06) else 0
                return Entry(Cell(number=Decimal(serial) + part, shape=r.choice(["day", "day", "short day", "dash day", "words"])), [iso])
            item = w.date((y, m, d))
            return Entry(Cell(text=item.text), item.values, item.ask)
        if place.type == "choice":
            value, label = r.choice(place.choices)
            typed = r.choice([label.lower(), label + " ", label.replace(" ", "  ", 1)]) if self.some("choice as typed", 0.33) else label
            return Entry(Cell(text=typed), [value])
        if place.type == "yes-no":
            if not self.text_file and self.some("truth values", 0.2):
                value = r.random() < 0.5
                return Entry(Cell(truth=value), ["yes" if value else "no"], True)
            text, value = r.choice([("x", "yes"), ("Có", "yes"), ("có", "yes"), ("Không", "no"), ("X", "yes")])
            return Entry(Cell(text=text), [value])
        if place.type in ("document", "documents"):
            code, name, issuer = r.choice(DOCUMENTS)
            number, (y, m, d) = r.randint(1, 999), w.day()
            text = f"{name} số {number:02}/{code}-{issuer} ngày {d:02}/{m:02}/{y}"
            return Entry(
                Cell(text=text + r.choice(["", " của UBND huyện Bình Giang", " về cải cách hành chính"])),
                [f"{code} {number:02} {y:04}-{m:02}-{d:02}"],
            )
        name = r.choice(words.BODIES if place.id in ("organiser", "owner", "receiver", "performer") else words.TASKS).format(r.randint(1, 9))
        return Entry(Cell(text=name), [name])

    def number(self, n, shape, formula=None):
        """A cell with a number; Excel writes the nearest binary fraction with 17 digits and shows 15."""
        raw = None
        if not self.text_file and n != n.to_integral() and self.has("binary fractions", 0.3):
            raw = format(float(n), ".17g")
        return Cell(number=n, shape=shape, formula=formula, raw=raw)

    def as_text(self):
        return self.some("figures as text", 0.6 if self.text_file else 0.12)

    def whole(self, n):
        r = self.r
        if self.as_text():
            item = self.w.whole(n, plainly=not self.has("figures oddly spaced", 0.3))
            return Entry(Cell(text=item.text), item.values, item.ask)
        shape = r.choice(["general", "whole", "whole"])
        if not self.text_file and self.has("accounting formats", 0.4):
            shape = r.choice(["accounting", "accounting", "two"])
        formula = None
        if not self.text_file and n > 1 and self.has("formulas", 0.1):
            formula = f"{n - 1}+1"
        elif not self.text_file and n == 0 and self.has("dash for nothing", 0.2):
            return Entry(Cell(text=r.choice(["-", " - "])), ["0", ""], True, "dash")
        return Entry(Cell(number=Decimal(n), shape=shape, formula=formula), [plain(n)])

    def money(self, place):
        """An amount. Where no unit is said, a reader may ask, or take it as đồng and say so."""
        entry = self.amount(place)
        if not self.said_unit and place.entry_unit != "đồng" and not self.unit_in_row:
            number = Decimal(entry.values[0]) / UNITS[self.unit]
            entry.ask, entry.why, entry.if_said = True, "no unit", plain(number) if number == number.to_integral() else ""
        return entry

    def amount(self, place):
        r = self.r
        scale = UNITS[self.unit]
        dong = r.choice([r.randint(0, 99999) * 10**6, r.randint(1, 999999) * 10**5, r.randint(1, 10**6) * 1000, r.randint(1, 10**11)])
        if r.random() < 0.06:
            dong = 0
        n = Decimal(dong) / scale
        if n.normalize().as_tuple().exponent < -6:
            dong = dong // 1000 * 1000
            n = Decimal(dong) / scale
        n = n.to_integral() if n == n.to_integral() else n.normalize()
        if self.as_text():
            text = self.w.money(dong, self.unit, plainly=True).text
            return Entry(Cell(text=text), [plain(dong)])
        if self.text_file:
            return Entry(Cell(number=n, shape="whole" if n == n.to_integral() and r.random() < 0.6 else "general"), [plain(dong)])
        places = max(0, -n.as_tuple().exponent)
        shape = r.choice(
            {
                0: ["general", "whole", "accounting", "two"],
                1: ["general", "one", "two", "accounting two"],
                2: ["general", "two", "accounting two"],
                3: ["general", "three"],
            }.get(places, ["general"])
        )
        formula = f"{plain(n)}+0" if self.has("formulas", 0.08) else None
        return Entry(self.number(n, shape, formula), [plain(dong)])
