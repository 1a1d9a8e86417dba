"""How people write days, and the Item that a written value is (see written.py)."""
import re
from dataclasses import dataclass, field


@dataclass
class Item:
    text: str
    values: list = field(default_factory=list)
    ask: bool = False  # a question or a refusal is right as well
    marks: str = ""
    qualifier: str = ""
    kind: str = "plain"  # what is counted together in a summary
    if_said: str = ""  # an amount without a unit, taken as đồng: right if this is said
    if_marks: list = field(default_factory=list)  # right if it is said that the marks are taken for the Vietnamese ones


class DateWriter:
    def day(self):
        r = self.r
        year = r.choice([2023] * 6 + [2022, 2021, 2024, 2019])
        return year, r.randint(1, 12), r.randint(1, 28)

    def date(self, ymd, plainly=False):
        y, m, d = ymd
        iso = f"{y:04}-{m:02}-{d:02}"
        sure = [f"{d}/{m}/{y}", f"{d:02}/{m:02}/{y}", f"{d:02}/{m}/{y}", f"{d}-{m}-{y}", f"{d:02}.{m:02}.{y}"]
        if plainly:
            return Item(self.r.choice(sure), [iso], kind="date: plain")
        text = self.r.choice(
            sure * 3
            + [
                f"ngày {d:02} tháng {m:02} năm {y}",
                f"ngày {d} tháng {m} năm {y}",
                f"ngày {d:02}/{m}/{y}",
                f"Ngày {d}/{m}/{y}",
                f"{d}/{m}/{y % 100:02}",
                f"{d:02}-{m:02}-{y % 100:02}",
                f" {d}/{m}/{y} ",
                iso,
                f"{d}.{m}.{y}",
            ]
        )
        return Item(text, [iso], kind="date: " + re.sub(r"\d+", "9", text))

    def odd_date(self, ymd):
        y, m, d = ymd
        iso, month = f"{y:04}-{m:02}-{d:02}", f"{y:04}-{m:02}"
        text, values = self.r.choice(
            [
                (f"{d}/{m}", [f"2023-{m:02}-{d:02}"]),
                (f"tháng {m}/{y}", [month]),
                (f"{m}/{y}", [month]),
                (f"tháng {m} năm {y}", [month]),
                (f"{m:02}-{y}", [month]),
                (f"{d}/{m}/{y} 10:30", [iso]),
                (f"{d:02}/{m:02}/{y} 00:00:00", [iso]),
                (f"{y}{m:02}{d:02}", [iso]),
                (f"{d} tháng {m}, {y}", [iso]),
                (f"{d}/{m}/{y}*", [iso]),
                (f"{d} / {m} / {y}", [iso]),
                (f"{d}/{m}/{y - 1000}", [f"{y - 1000:04}-{m:02}-{d:02}"]),
                (f"{d:02}{m:02}{y}", [iso]),
                (f"{d}\\{m}\\{y}", [iso]),
                (f"{d}/{m}/{y}.", [iso]),
                (f"{d:02}/{m:02}/{y}\u00a0", [iso]),
                (f"Trước {d}/{m}/{y}", []),
                (f"{m}/{d + 12 if d <= 16 else d}/{y}", None),
            ]
        )
        if values is None:
            day = int(text.split("/")[1])
            values = [f"{y:04}-{m:02}-{day:02}"] if day > 12 else [f"{y:04}-{day:02}-{m:02}"]
        return Item(text, values, True, kind="date, odd: " + re.sub(r"\d+", "9", text))

    def no_date(self):
        r = self.r
        y, m, d = self.day()
        text = r.choice(
            [
                f"30/2/{y}",
                f"31/4/{y}",
                "29/2/2023",
                f"0/{m}/{y}",
                f"{d}/13/{y}",
                f"32/{m}/{y}",
                f"{d}/{m}/203",
                f"{d}/{m}/20223",
                f"quý III/{y}",
                f"năm {y}",
                f"cuối tháng {m}",
                f"{d}/{m}/",
                f"/{m}/{y}",
                f"{d}/{m}/{y}-{d + 1}/{m}/{y}",
                f"{d}//{m}/{y}",
                "đang xử lý",
                f"{d}/{m}/{y}; {d + 1}/{m}/{y}",
                f"{d}.{m}",
                f"{y}",
                "45166,5,1",
                f"{d}/{m}/{y}a",
                "chưa",
                f"{d}-{m}/{y}x",
                f"{d}/o{m}/{y}",
                f"{d} {m}",
                f"{d}/{m}/-{y}",
                f"0{d}/0{m}/0{y}1",
            ]
        )
        values = [f"{text}"] if text == f"{y}" else [f"2023-{m:02}-{d:02}"] if text == f"{d}.{m}" else []
        if text == f"{y}":
            values = []
        return Item(text, values, True, kind="no date: " + re.sub(r"\d+", "9", text))
