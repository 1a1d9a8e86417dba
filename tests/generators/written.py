"""How people write figures, amounts, rates and dates, each with its truth.

An Item has the text, the values that are right (as `cchc show` prints them), and whether a question or a refusal is right
too. Items without a value must be asked about or refused. `marks` is "vn" or "en" where the text alone decides which of dot
and comma goes before the decimals, "open" where its one mark leaves that open, else "".
"""
import re
import unicodedata
from decimal import Decimal

from written_dates import DateWriter, Item

UNITS = {"đồng": 1, "nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}
NO_BREAK, NARROW = "\u00a0", "\u202f"


def plain(number):
    text = format(Decimal(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def marks_of(text):
    """Which convention a text decides on."""
    found = re.search(r"\d[\d.,]*", text)
    if not found:
        return ""
    number = found.group().rstrip(".,")
    dots, commas = number.count("."), number.count(",")
    if not dots and not commas:
        return ""
    if dots and commas:
        return "vn" if number.rindex(",") > number.rindex(".") else "en"
    if dots + commas > 1:
        return "vn" if dots else "en"
    whole, rest = re.split(r"[.,]", number)
    if len(rest) == 3 and 1 <= len(whole) <= 3 and whole != "0":
        return "open"
    return "en" if dots else "vn"


def grouped(number, english, decimals=None):
    """With thousands apart; as many decimals as there are, or so many."""
    number = Decimal(number)
    text = format(number, f",.{decimals}f") if decimals is not None else format(number, ",f")
    return text if english else text.translate(str.maketrans(",.", ".,"))


def ungrouped(number, english):
    text = plain(number)
    return text if english else text.replace(".", ",")


class Writer(DateWriter):
    def __init__(self, random, english=False):
        self.r = random
        self.english = english

    # Whole numbers, of 0 to 7 digits; few are huge.
    def count(self):
        r = self.r
        return r.choice(
            [r.randint(0, 9), r.randint(10, 999), r.randint(10, 999), r.randint(1000, 9999), r.randint(1000, 99999), r.randint(100000, 9999999)]
        )

    def whole(self, n, plainly=False):
        """A whole number as a clerk writes it in a cell."""
        r, e = self.r, self.english
        form = r.choice(
            ["digits", "grouped", "grouped"]
            if plainly
            else ["digits"] * 3 + ["grouped"] * 6 + ["zero decimals", "padded", "spaces round", "no-break", "no-break groups", "decimals 00"]
        )
        text = {
            "digits": str(n),
            "grouped": grouped(n, e),
            "zero decimals": grouped(n, e, 1),
            "padded": str(n).zfill(2),
            "spaces round": f"  {grouped(n, e)} ",
            "no-break": f"{NO_BREAK}{grouped(n, e)}{NO_BREAK}",
            "no-break groups": grouped(n, True).replace(",", NO_BREAK),
            "decimals 00": grouped(n, e, 2),
        }[form]
        return self.item(text, [plain(n)], kind="whole: " + form, ask=form == "no-break groups" and n >= 1000)

    def item(self, text, values, kind, ask=False, qualifier=""):
        return Item(text, values, ask, marks_of(text), qualifier, kind)

    def odd_whole(self, n):
        """A whole number with something about it, for which a question is right as well."""
        r, e = self.r, self.english
        form = r.choice(
            [
                "unit after",
                "footnote",
                "star",
                "raised",
                "full width",
                "accounting negative",
                "minus sign",
                "narrow spaces",
                "spaces",
                "dash",
                "dots",
                "none in words",
                "plus",
                "text after",
                "apostrophe groups",
                "empty text",
                "no such",
            ]
        )
        if form in ("accounting negative", "minus sign"):
            n = max(n, 1)
            text = f"({grouped(n, e)})" if form == "accounting negative" else "\u2212" + grouped(n, e)
            return self.item(text, [plain(-n)], "whole: " + form, ask=True)
        if form == "narrow spaces":
            return self.item(grouped(n, True).replace(",", NARROW), [plain(n)], "whole: " + form, ask=True)
        if form == "spaces":
            return self.item(grouped(n, True).replace(",", " "), [plain(n)], "whole: " + form, ask=n >= 1000)
        if form == "dash":
            return self.item(r.choice(["-", " - ", "–", " -   "]), ["0", ""], "whole: dash", ask=True)
        if form in ("dots", "empty text"):
            return self.item(r.choice(["…", "..."]) if form == "dots" else r.choice(["  ", NO_BREAK]), [""], "whole: " + form, ask=True)
        if form in ("none in words", "no such"):
            return self.item(
                r.choice(["không", "Không có", "không phát sinh"]) if form == "none in words" else r.choice(["x", "chưa có", "KXĐ", "n/a", "?"]),
                ["0"] if form == "none in words" else [""] if form == "no such" else [],
                "whole: " + form,
                ask=True,
            )
        text = {
            "unit after": f"{grouped(n, e)} {r.choice(['hồ sơ', 'người', 'tài khoản', 'thủ tục'])}",
            "footnote": f"{grouped(n, e)} (1)",
            "star": f"{grouped(n, e)}*",
            "raised": f"{grouped(n, e)}{r.choice('¹²³')}",
            "full width": "".join(chr(ord(c) - 48 + 0xFF10) for c in str(n)),
            "plus": f"+{n}",
            "text after": f"{grouped(n, e)} {r.choice(['(ước)', 'tạm tính', 'chưa đủ'])}",
            "apostrophe groups": grouped(n, True).replace(",", "'"),
        }[form]
        return self.item(text, [plain(n)], "whole: " + form, ask=True)

    def no_whole(self):
        """What is no whole number and must not become one without a word."""
        r = self.r
        a, b = r.randint(10, 99), r.randint(10, 99)
        text = r.choice(
            [
                f"{a} {b}",
                f"{a}.{b} {r.randint(1, 9)}",
                f"{a}/{b}",
                f"{a}-{b}",
                f"{r.randint(1, 9)}.{b}.{r.randint(100, 999)}",
                f"{a}O{r.randint(1, 9)}",
                f"l{a}",
                f"{a}a",
                f"{r.randint(1, 9)}.{r.randint(1000, 9999)}.{b}",
                f"{a}{'.' if self.english else ','}5",
                f"{a} + {b}",
                f"={a}+{b}",
                f"{a}e{r.randint(2, 5)}",
                f"0x{a}",
                f"1_{r.randint(100, 999)}",
                f"{a}; {b}",
                f"từ {a} đến {b}",
                f"{a},,{b}",
                f"..{a}",
                f"{a}%",
                f"ba mươi {r.randint(1, 9)}x",
                f"#{a}",
                f"{a}\u202e{b}",
                f"{a}\n{b}",
                f"{a}|{b}",
                "1.23.456",
                "1,23,456",
                f"{a}.",
                f"{a} nghìn",
                f"{a}k",
                f"{a} {r.randint(100, 999)}{r.randint(1, 9)}",
                "#DIV/0!",
                "#N/A",
                "#REF!",
            ]
        )
        values, ask = [], True
        if text.endswith(" nghìn") or text.endswith("k"):
            values = [str(a * 1000)]
        if text == f"{a}.":
            values = [str(a)]
        if text.startswith("="):
            values = [str(a + b)]
        if text == f"{a}e{text[-1]}":
            values = [plain(Decimal(text))]
        kind = re.sub(r"\d+", "9", text)
        return Item(text, values, ask, "", "", "no whole: " + kind)

    def part(self, places, top=100):
        """A decimal with up to so many places, below top."""
        number = Decimal(self.r.randint(0, top * 10**places)).scaleb(-places)
        return number.normalize() if self.r.random() < 0.5 else number

    def decimal(self, n, places, percent=False):
        r, e = self.r, self.english
        form = r.choice(["short"] * 3 + ["full"] * 3 + ["zero"] + (["sign", "sign apart", "sign no-break"] * 2 if percent else []))
        if form == "zero" and places > 2:
            form = "full"
        text = {"short": ungrouped(n, e), "full": grouped(n, e, places), "zero": grouped(n, e, places) + "0"}.get(form) or ungrouped(n, e) + {
            "sign": "%",
            "sign apart": " %",
            "sign no-break": NO_BREAK + "%",
        }[form]
        return self.item(text, [plain(n)], "decimal: " + form + (" %" if percent else ""))

    def no_rate(self, places):
        """What is no percentage of so many places."""
        r, e = self.r, self.english
        a, b = r.randint(10, 99), r.randint(10, 99)
        mark = "." if e else ","
        long = f"{a}{mark}{b}{'5' * places}"
        choices = [
            (f"{a}/{b}", []),
            (long, []),
            (long + "%", []),
            (f"{a} {b}", []),
            (f"{a}{mark}{b}%%", []),
            (f"{a}%{b}", []),
            (f"{a}{mark}{mark}{b}", []),
            (f"{a}{mark} {b}", []),
            ("16/16 (100%)", ["100"]),
            (f"trên {a}%", []),
            (f"{a}‰", []),
            (f"đạt {a}{mark}{b}%", [f"{a}.{b}"]),
            (f"{a}-{b}%", []),
            (f"x{mark}{a}", []),
            (f"{a} phần trăm", [str(a)]),
        ]
        text, values = r.choice(choices)
        values = [plain(Decimal(v)) for v in values]
        return Item(text, values, True, "", "", "no rate: " + re.sub(r"\d+", "9", text))

    def amount(self):
        """Đồng: round amounts, as plans have them, and odd ones, as treasuries do."""
        r = self.r
        return r.choice(
            [
                r.randint(1, 999) * 10**9,
                r.randint(1, 999999) * 10**6,
                r.randint(1, 999999) * 10**6,
                r.randint(1, 10**7) * 1000,
                r.randint(1, 10**12),
                r.randint(10**9, 10**15),
            ]
        )

    def money(self, dong, entry_unit, plainly=False):
        """An amount in a field whose entry unit is so, with or without its unit."""
        r, e = self.r, self.english
        forms = ["bare"] * 4
        if not plainly:
            forms += ["đồng", "triệu", "tỷ", "mixed", "nghìn"] * 2 + ["tỷ long"]
        form = r.choice(forms)
        if form == "bare":
            unit = UNITS[entry_unit]
            n = Decimal(dong) / unit
            text = r.choice([grouped(n.normalize() if n != n.to_integral() else n.to_integral(), e), ungrouped(n, e)])
            item = self.item(text, [plain(dong)], "money: bare, entry unit " + entry_unit)
            if unit != 1:
                item.ask, item.if_said = True, plain(n) if n == n.to_integral() else ""
            return item
        if form == "đồng":
            text = grouped(dong, e) + r.choice([" đồng", " đ", "đ", "₫", " ₫", " VNĐ", " VND", " vnđ", "đồng"])
        elif form in ("triệu", "tỷ", "nghìn"):
            n = self.exact(Decimal(dong) / UNITS[form])
            word = {
                "triệu": [" triệu đồng", " triệu", " trđ", " tr.đ", " tr đ", " Triệu đồng", " triệu đ", " triệu VNĐ", "tr", " tr"],
                "tỷ": [" tỷ", " tỷ đồng", " tỉ", " tỉ đồng", " Tỷ đồng", " tỷ VND", " tỷ đ", " tỷ VNĐ"],
                "nghìn": [" nghìn đồng", " ngàn đồng", " nghìn", " ngàn", " nghìn đ"],
            }[form]
            text = (grouped(n, e) if r.random() < 0.7 else ungrouped(n, e)) + r.choice(word)
        elif form == "tỷ long":
            dong = r.randint(1, 999) * 10**11
            n = self.exact(Decimal(dong) / 10**12)
            text = ungrouped(n, e) + r.choice([" nghìn tỷ", " nghìn tỷ đồng", " ngàn tỷ đồng"])
        else:
            return self.mixed(dong)
        text = r.choice([text, text, text, unicodedata.normalize("NFD", text), text.replace(" ", NO_BREAK)])
        # Words for units other than the usual ones may be asked about; they must not be cut off.
        return self.item(text, [plain(dong)], "money: " + form, ask=form == "tỷ long" or text.endswith("tr"))

    @staticmethod
    def exact(n):
        return n.to_integral() if n == n.to_integral() else n.normalize()

    def mixed(self, dong):
        """387 tỷ 425 triệu đồng, as reports print amounts."""
        dong = dong // 10**6 * 10**6 or 5 * 10**6
        billions, millions = divmod(dong // 10**6, 1000)
        words = []
        if billions:
            words.append(f"{grouped(billions, self.english)} {self.r.choice(['tỷ', 'tỷ', 'tỉ'])}")
        if millions or not billions:
            words.append(f"{millions} triệu")
        text = " ".join(words) + self.r.choice([" đồng", "", " đồng"])
        return self.item(text, [plain(dong)], "money: mixed")

    def no_money(self):
        r = self.r
        a, b = r.randint(10, 99), r.randint(10, 99)
        text, values = r.choice(
            [
                (f"{a}.000 USD", []),
                (f"${a}", []),
                (f"{a} {b}", []),
                (f"{a}.34 {r.randint(1, 9)}", []),
                (f"{a} tỷ {b} tỷ", []),
                (f"{a} triệu {b} tỷ", []),
                (f"{a} tỷ tỷ", []),
                (f"{a}-{b} tỷ", []),
                (f"{a} tỷ rưỡi", [plain(a * 10**9 + 5 * 10**8)]),
                (f"{r.randint(1, 9)} trăm triệu", None),
                (f"{r.randint(1, 9)} chục tỷ", None),
                (f"{a} euro", []),
                (f"{a} tỷ ({b} triệu)", []),
                (f"{a}%", []),
                (f"{a} cây vàng", []),
                (f"{a} tỷ {b}", []),
                (f"{a} tỷ đồng/năm", []),
                ("hơn chục tỷ", []),
                (f"{a} mươi triệu", []),
                ("12.345.678.901.234.567", []),
                (f"1{'0' * 17}", []),
                (f"{a} triệu 5", []),
                (f"{a} t", []),
                (f"{a} m", []),
                (f"{a}tỷ{b}triệu", [plain(a * 10**9 + b * 10**6)]),
                (f"{a} tỷ, {b} triệu", [plain(a * 10**9 + b * 10**6)]),
                (f"{a} tỷ và {b} triệu", [plain(a * 10**9 + b * 10**6)]),
                (f"{a}/{b}", []),
                (f"{a},,{b}", []),
                (f"{a} xu", []),
                (f"{a} ngh.đ", [plain(a * 1000)]),
                (f"{a} tr đồng?", []),
                (f"USD {a}", []),
                (f"{a} Kíp", []),
                (f"0,{b}% của {a} tỷ", []),
            ]
        )
        if values is None:
            values = [plain(int(text[0]) * (10**8 if "trăm" in text else 10**10))]
        return Item(text, values, True, "", "", "no money: " + re.sub(r"\d+", "9", text))

    def qualified(self, item, allowed):
        """A figure with a word of its exactness before it."""
        words = {
            "over": ["trên ", "hơn "],
            "under": ["dưới "],
            "about": ["khoảng ", "Khoảng "],
            "estimated": ["ước ", "Ước ", "ước đạt ", "u\u031bo\u031b\u0301c "],
            "planned": ["dự kiến "],
        }
        name = self.r.choice(sorted(words))
        word = self.r.choice(words[name])
        if name not in allowed:  # the form does not take it: never dropped
            return Item(word + item.text, [], True, item.marks, "", "qualifier not in the form")
        return Item(
            word + item.text, item.values, item.ask or name == "planned" or word == "ước đạt ", item.marks, name, "qualifier " + name, item.if_said
        )
