#!/usr/bin/env python3
"""References to documents as offices write them, with the truth beside them.

    citations.py --count 1000 [--seed N | --new-seed] FOLDER

writes FOLDER/truth.jsonl, one case a line: the text, whether it is all of a cell ("cell") or a sentence ("running"), and
the documents that it refers to. It uses no code of the suite, and is finished before any reader runs. It prints its seed,
which is fixed unless one is given.
"""
import argparse
import json
import os
import random
import sys

KINDS = {  # code in the symbol: name
    "KH": "Kế hoạch", "QĐ": "Quyết định", "CT": "Chỉ thị", "BC": "Báo cáo", "TB": "Thông báo", "HD": "Hướng dẫn",
    "TTr": "Tờ trình", "CTr": "Chương trình", "ĐA": "Đề án", "PA": "Phương án", "QC": "Quy chế", "GM": "Giấy mời",
    "BB": "Biên bản", "CĐ": "Công điện", "KL": "Kết luận", "NQ": "Nghị quyết", "BCTĐ": "Báo cáo thẩm định",
}
OFFICES = ["UBND", "HĐND", "SNV", "STP", "STC", "VPUBND", "BCĐ", "HĐPH", "BCĐ389", "CAX", "TTPVHCC", "SKHCN", "VP", "KV VI"]
LETTERS = ["UBND-VP", "UBND-NV", "SNV-CCHC&PC", "SNV-CCHC", "STP-PBGDPL", "BNV-CCHC", "VPCP-KSTT", "UBND", "STC-QLGCS",
           "UBND-KTHT&ĐT", "SXD-QLN&TTBĐS", "TTg-KSTT", "SNNMT-QLĐĐ", "UBND-KGVX1"]
MINISTRIES = ["BNV", "BTC", "BTP", "VPCP", "BKHCN", "BNNMT", "BYT", "BGDĐT", "TTCP"]
PARTY_KINDS = {"NQ": "Nghị quyết", "CT": "Chỉ thị", "KL": "Kết luận", "HD": "Hướng dẫn", "CTr": "Chương trình", "TB": "Thông báo",
               "KH": "Kế hoạch", "BC": "Báo cáo", "CV": "Công văn", "QĐ": "Quyết định", "QĐi": "Quy định"}
PARTY = ["TW", "TU", "HU", "ĐU", "ĐH", "VPTW", "BTCTW", "UBKTTW", "BTGDVTU", "BTCTU", "ĐUK", "BCĐ", "ĐTN"]
ISSUERS = ["UBND huyện Bình Giang", "UBND tỉnh Hải Dương", "UBND thành phố Hải Phòng", "Ủy ban nhân dân xã Kẻ Sặt", "Chính phủ",
           "Thủ tướng Chính phủ", "Bộ trưởng Bộ Nội vụ", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Sở Nội vụ",
           "Sở Tư pháp thành phố Hải Phòng", "Quốc hội", "Ban Thường vụ Thành ủy", "Hội đồng nhân dân phường Lê Thanh Nghị",
           "Chủ tịch UBND thành phố", "Ban Chỉ đạo chuyển đổi số xã Bình Giang", "Hội đồng phối hợp phổ biến, giáo dục pháp luật",
           "Văn phòng HĐND và UBND xã"]
TITLES = ["về cải cách hành chính năm 2026", "về việc sắp xếp đơn vị hành chính cấp xã", "V/v báo cáo kết quả quý I", "ban hành Quy chế làm việc",
          "phê duyệt Đề án văn hóa công vụ", "quy định chức năng, nhiệm vụ, quyền hạn của Phòng Kinh tế", "triển khai thi hành Luật Thủ đô",
          "về kiểm soát thủ tục hành chính", "sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP",
          "hướng dẫn thi hành một số quy định của Luật 72/2025/QH15", "về “Tháng cao điểm; chuyển đổi số”", "tổ chức Ngày Pháp luật năm 2025",
          "công bố danh mục thủ tục hành chính thuộc phạm vi giải quyết của Sở Nội vụ", "thực hiện Nghị quyết số 57-NQ/TW"]
LAWS = ["Tổ chức chính quyền địa phương", "Ban hành văn bản quy phạm pháp luật", "Đất đai", "Ngân sách nhà nước", "Công an nhân dân",
        "Bảo hiểm xã hội", "Cán bộ, công chức", "Trợ giúp pháp lý"]
SENTENCES = ["Thực hiện {}, các xã đã rà soát.", "Trong kỳ, phường đã ban hành {}.", "Căn cứ {}; theo đề nghị của Phòng Nội vụ.",
             "Đã tiếp nhận 1.348 hồ sơ, đạt 97,2%; {}", "Báo cáo 16/16 xã (ngày 10/8/2023). {}", "{}"]


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def number(self):
        n = self.r.choice([self.r.randint(1, 9), self.r.randint(10, 99), self.r.randint(100, 4999)])
        return self.r.choice(["%d", "%02d", "%03d"]) % n if self.r.random() < 0.5 else str(n)

    def year(self):
        return str(self.r.randint(1998, 2026))

    # The regular symbol, the kind and the name that may stand before it. name None: none may; True: one must.
    def document(self):
        r = self.r
        form = r.choice(["office"] * 5 + ["legal"] * 4 + ["letter"] * 4 + ["party"] * 4 + ["law"] * 3 +
                        ["assembly", "joint", "order", "suffix", "dotted", "merged", "plan", "typed-letter", "party-regulation"])
        n, y = self.number(), self.year()
        if form == "office":
            code = r.choice(list(KINDS))
            return dict(type=code, number=n, symbol=f"{n}/{code}-{r.choice(OFFICES)}", name=KINDS[code], abbreviation=code)
        if form == "legal":
            code, name, issuer = r.choice([("NĐ", "Nghị định", "CP"), ("TT", "Thông tư", r.choice(MINISTRIES)),
                                           ("QĐ", "Quyết định", "UBND"), ("NQ", "Nghị quyết", "HĐND"), ("QĐ", "Quyết định", "TTg")])
            return dict(type=code, number=n, year=y, symbol=f"{n}/{y}/{code}-{issuer}", name=name, abbreviation=code)
        if form == "letter":
            return dict(type="CV", number=n, symbol=f"{n}/{r.choice(LETTERS)}", name="Công văn", abbreviation="CV")
        if form == "typed-letter":
            return dict(type="CV", number=n, symbol=f"{n}/CV-{r.choice(['UBND', 'STP'])}", name="Công văn", abbreviation=None)
        if form == "party":
            code = r.choice(list(PARTY_KINDS))
            return dict(type=code, number=n, symbol=f"{n}-{code}/{r.choice(PARTY)}", name=PARTY_KINDS[code], abbreviation=None)
        if form == "party-regulation":
            return dict(type="QĐi", number=n, symbol=f"{n}-QĐ/TW", name="Quy định", abbreviation=None, named=True)
        if form == "law":
            return dict(type="LUAT", number=n, year=y, symbol=f"{n}/{y}/QH{r.randint(11, 16)}", name="Luật", named=True, abbreviation=None)
        if form == "assembly":
            if r.random() < 0.5:
                return dict(type="NQ", number=n, year=y, symbol=f"{n}/{y}/QH15", name="Nghị quyết", named=True, abbreviation="NQ")
            return dict(type="NQ", number=n, symbol=f"{n}/NQ-UBTVQH15", name="Nghị quyết", abbreviation="NQ")
        if form == "joint":
            if r.random() < 0.5:
                return dict(type="TTLT", number=n, year=y, symbol=f"{n}/{y}/TTLT-BNV-BTC", name="Thông tư liên tịch", abbreviation="TTLT")
            return dict(type="KHLT", number=n, symbol=f"{n}/KHLT-STP-SNV", name=r.choice(["Kế hoạch liên tịch", "Kế hoạch"]), abbreviation=None)
        if form == "order":
            return dict(type="L", number=n, year=y, symbol=f"{n}/{y}/L-CTN", name="Lệnh", abbreviation=None)
        if form == "suffix":
            n = n + r.choice("abcd")
            return dict(type="NQ", number=n, symbol=f"{n}/NQ-CP", name="Nghị quyết", abbreviation="NQ")
        if form == "dotted":
            n = f"{r.randint(1, 99)}.{r.randint(1, 99)}"
            return dict(type="NQ", number=n, year=y, symbol=f"{n}/{y}/NQ-CP", name="Nghị quyết", abbreviation="NQ")
        if form == "plan":
            return dict(type="TC", number=n, symbol=f"{n}/TC-UBND", name="Thông cáo", abbreviation="TC")
        return dict(type="VBHN", number=n, symbol=f"{n}/VBHN-VPQH", name="Văn bản hợp nhất", abbreviation="VBHN")

    def typed(self, symbol):
        """The symbol with spaces and dashes as people type them."""
        r = self.r
        how = r.choice(["before slash", "after slash", "after dash", "before dash", "en dash", "no-break hyphen", "eth", "around"])
        head, slash, tail = symbol.partition("/")
        party = "-" in head
        if how == "before slash":
            return head + " /" + tail
        if how == "after slash":
            return head + "/ " + tail
        if how == "after dash" and "-" in tail:
            return head + "/" + tail.replace("-", "- ", 1)
        if how == "before dash" and "-" in tail and not party:
            return head + "/" + tail.replace("-", " -", 1)
        if how == "around" and "-" in tail and tail.count("-") == 1 and " " not in tail:
            return head + "/" + tail.replace("-", " - ", 1)
        if how == "en dash":
            return symbol.replace("-", "–")
        if how == "no-break hyphen":
            return symbol.replace("-", "\u2011")
        if how == "eth":
            return symbol.replace("Đ", "\u00d0")
        return symbol

    def date(self):
        """A date and how it is written after the symbol."""
        r = self.r
        y, m, d = r.randint(1998, 2026), r.randint(1, 12), r.randint(1, 28)
        form = r.choice(["ngày {0:02}/{1:02}/{2}", "ngày {0}/{1}/{2}", "ngày {0}-{1}-{2}", "ngày {0}.{1}.{2}", "ngày {0:02} tháng {1} năm {2}",
                         "ngày {0:02} tháng {1:02} năm {2}", ", ngày {0:02}/{1}/{2}", "({0:02}/{1:02}/{2})", "(ngày {0}/{1}/{2})",
                         "ký ngày {0}/{1}/{2}"])
        return f"{y:04}-{m:02}-{d:02}", form.format(d, m, y)

    def reference(self, running):
        """One text and its documents."""
        r = self.r
        form = r.random()
        if form < 0.06:
            return self.law_by_name()
        if form < 0.10:
            return self.by_number()
        document = self.document()
        named = document.get("named") or r.random() < (0.9 if running else 0.65)
        several = form > 0.92 and document["type"] not in ("LUAT", "L", "VBHN") and "." not in document["number"]
        symbol = document["symbol"]
        numbers = [document["number"]]
        if several:
            first = [self.number() for _ in range(r.randint(1, 3))]
            numbers = first + numbers
            written = r.choice([", ".join(numbers[:-1]) + ", " + symbol, " và ".join([", ".join(first), symbol]), ",".join(first) + "," + symbol])
            named = named or running
        else:
            written = self.typed(symbol) if not running and r.random() < 0.45 else symbol
        text = ""
        if named:
            name = document["name"]
            if document["abbreviation"] and r.random() < 0.2:
                name = document["abbreviation"]
            elif r.random() < 0.3:
                name = name[0].lower() + name[1:]
            if several and r.random() < 0.5:
                name = "các " + name[0].lower() + name[1:] if name[1:2].islower() or name[1] in "ếạộ" else "các " + name
            number_word = r.choice([" số ", " số ", " ", " số: " if not running else " số "])
            text = name + (number_word if not several else " số ") + written
        else:
            text = r.choice(["", "", "số ", "Số "]) + written if not several or r.random() < 0.5 else written
            if several and running:
                text = "số " + written
        return self.with_parts(text, document, numbers, running)

    def law_by_name(self):
        law = self.r.choice(LAWS)
        date, written = self.date()
        number, year = self.number(), self.year()
        symbol = f"{number}/{year}/QH15"
        if self.r.random() < 0.5:
            while written[0] in ",(":
                date, written = self.date()
            return f"Luật {law} {written}", [dict(type="LUAT", number="", symbol="…", date=date, issuer="", title=law)]
        return f"Luật {law} số {symbol}", [dict(type="LUAT", number=number, year=year, symbol=symbol, date=None, issuer="", title=law)]

    def by_number(self):
        number = str(self.r.randint(1, 4999))
        date, written = self.date()
        while written[0] == "(":
            date, written = self.date()
        code, name = self.r.choice([("QĐ", "Quyết định"), ("KH", "Kế hoạch"), ("CV", "Công văn"), ("NQ", "Nghị quyết")])
        join = "" if written[0] == "," else " "
        return name + self.r.choice([" ", " số "]) + number + join + written, [
            dict(type=code, number=number, symbol=number, date=date, issuer="", title="")]

    def with_parts(self, text, document, numbers, running):
        r = self.r
        date = issuer = title = None
        if r.random() < 0.7:
            date, written = self.date()
            text += ("" if written[0] == "," else " ") + written
        if r.random() < 0.45:
            issuer = r.choice(ISSUERS)
            # In a sentence a name with commas is cut where the clause ends, which a list of them cannot be told from.
            if running and "," in issuer and not issuer.startswith("Bộ trưởng,"):
                issuer = "UBND xã"
            text += " của " + issuer
        if r.random() < 0.5:
            title = r.choice(TITLES)
            if running and ("số" in title or "Luật" in title or ";" in title or "," in title):
                title = "về cải cách hành chính năm 2026"
            text += " " + title
        tail = document["symbol"][len(document["number"]):]
        return text, [dict(type=document["type"], number=n, year=document.get("year", ""), symbol=n + tail, date=date, issuer=issuer or "",
                           title=title or "") for n in numbers]

    def case(self):
        r = self.r
        running = r.random() < 0.4
        if running:
            text, documents = self.reference(True)
            sentence = r.choice(SENTENCES)
            return dict(mode="running", text=sentence.format(text), documents=documents)
        if r.random() < 0.12:
            texts, documents = zip(*[self.reference(False) for _ in range(r.randint(2, 3))])
            return dict(mode="cell", text=r.choice(["; ", ";\n", "\n"]).join(texts), documents=sum(documents, []))
        text, documents = self.reference(False)
        return dict(mode="cell", text=text, documents=documents)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--count", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=17)
    arguments.add_argument("--new-seed", action="store_true")
    given = arguments.parse_args()
    seed = random.SystemRandom().randint(1, 10**9) if given.new_seed else given.seed
    maker = Maker(seed)
    with open(os.path.join(given.folder, "truth.jsonl"), "w", encoding="utf-8") as out:
        for _ in range(given.count):
            out.write(json.dumps(maker.case(), ensure_ascii=False) + "\n")
    sys.stdout.write(f"seed {seed}, {given.count} cases\n")


if __name__ == "__main__":
    main()
