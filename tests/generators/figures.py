#!/usr/bin/env python3
"""Figures, amounts, rates and dates as people type and paste them, with the truth beside them.

    figures.py --count 20000 [--seed N | --new-seed] FOLDER

writes FOLDER/NNNN.csv, blocks of figures as they are pasted into a table (each of one convention of dots and commas) and
single ones as they are typed into a field, and FOLDER/truth.jsonl, one block a line: the command that reads it, and for each
line of the file where the figure belongs, the values that are right and whether asking is right too. It uses no code of the
suite, and is finished before any reader runs. It prints its seed, which is fixed unless one is given.
"""
import argparse
import csv
import io
import json
import os
import random
import sys

import forms
from sheet_model import in_vietnamese
from written import Item, Writer

NAMES = ["Đường trục xã", "Trường mầm non", "Trạm y tế", "Nhà văn hóa thôn", "Kênh tiêu", "Cống qua đường", "Chợ trung tâm", "Sân vận động"]


class Maker:
    def __init__(self, seed, definitions):
        self.r = random.Random(seed)
        self.forms = definitions

    def whole(self, w):
        n = w.count()
        return self.mixed([(0.72, lambda: w.whole(n)), (0.12, lambda: w.odd_whole(n)), (0.16, w.no_whole)])

    def mixed(self, ways):
        at = self.r.random()
        for share, way in ways:
            if at < share:
                return way()
            at -= share
        return ways[-1][1]()

    def money(self, w, place):
        amount = w.amount()
        item = self.mixed([(0.82, lambda: w.money(amount, place.entry_unit)), (0.18, w.no_money)])
        if not item.ask and self.r.random() < (0.12 if place.qualifiers else 0.02):
            item = w.qualified(item, place.qualifiers)
        return item

    def rate(self, w, place):
        n = w.part(place.decimals)
        item = self.mixed([(0.82, lambda: w.decimal(n, place.decimals, place.type != "decimal")), (0.18, lambda: w.no_rate(place.decimals))])
        if place.type == "decimal" and not item.values and "%" in item.text:
            item = Item(item.text, [], True, kind=item.kind)
        return item

    def date(self, w):
        ymd = w.day()
        return self.mixed([(0.72, lambda: w.date(ymd)), (0.12, lambda: w.odd_date(ymd)), (0.16, w.no_date)])

    def item(self, w, place):
        if place.type == "integer":
            return self.whole(w)
        if place.type == "money":
            return self.money(w, place)
        if place.type == "date":
            return self.date(w)
        return self.rate(w, place)

    # Tables whose rows can be any, with the columns of figures; the other columns are filled with what never is in doubt.
    BLOCKS = [
        ("finance.budget", "296", "treasury", ["allocated", "disbursed"], {"project": None, "source": "Nguồn khác"}),
        ("finance.budget", "296", "recommendations", ["recommended", "done"], {"kind": "Kiến nghị khác", "content": None}),
        ("culture.digital", "296", "mail_units", ["accounts", "active"], {"unit_name": None}),
        ("home_affairs.scoring", "296", "commune_scores", ["self_score", "appraised_score", "index", "rank"], {"commune": None}),
        ("office.procedures", "296", "overdue_dossiers", ["received_on", "due_on", "resolved_on"], {"dossier": None}),
        ("home_affairs.civil_service", "296", "training_classes", ["people"], {"class_name": None, "audience": "Công chức"}),
        ("justice.institutional", "296", "training_classes", ["participants"], {"partner": None, "classes": "1", "topics": "hòa giải ở cơ sở"}),
    ]

    def block(self, lines):
        """A pasted table: one or two columns of figures of one convention."""
        r = self.r
        section, unit, table_id, columns, fixed = r.choice(self.BLOCKS)
        table = self.forms[section].tables[table_id]
        w = Writer(r, english=r.random() < 0.3)
        chosen = r.sample(columns, min(len(columns), r.choice([1, 1, 2])))
        header = [table.columns[c].label for c in list(fixed) + chosen]
        rows, truth = [], []
        for line in range(lines):
            row = [v if v is not None else f"{r.choice(NAMES)} {line + 1}" for v in fixed.values()]
            cells = {}
            for c in chosen:
                item = self.item(w, table.columns[c])
                row.append(item.text)
                cells[c] = item
            rows.append(row)
            truth.append(cells)
        self.settle([i for cells in truth for i in cells.values()], w.english)
        return (
            dict(
                section=section,
                unit=unit,
                table=table_id,
                key=next(c for c, v in fixed.items() if v is None),
                heading=header[list(fixed).index(next(c for c, v in fixed.items() if v is None))],
                english=w.english,
            ),
            [header] + rows,
            [{c: vars(i) for c, i in cells.items()} for cells in truth],
        )

    def settle(self, items, english):
        """Where nothing of a block decides on dot and comma, or it contradicts itself, asking is right."""
        decided = {i.marks for i in items if not i.kind.startswith("no ") and i.marks in ("vn", "en")}
        if len(decided) != 1:
            for item in items:
                if item.marks:
                    item.ask = True
                if item.marks == "open" and english:
                    item.if_marks = in_vietnamese(item.text, item.values + [item.if_said])

    FIELDS = [
        (
            "finance.budget",
            "296",
            ["revenue.target", "revenue.actual", "revenue.own_target", "revenue.land_use", "revenue.own_rate", "audit.directed_on"],
        ),
        ("office.procedures", "296", ["received.total", "received.online", "as_at", "digitised_rate", "digitised_results_rate"]),
        ("culture.digital", "296", ["antivirus.since", "portals.articles", "mail.rate", "mail.total"]),
        ("office.steering", "296", ["news.broadcast", "agencies.total"]),
        ("home_affairs.scoring", "296", ["district.self_score"]),
    ]

    def single(self):
        """One figure, typed into a field."""
        r = self.r
        section, unit, fields = r.choice(self.FIELDS)
        place = self.forms[section].fields[r.choice(fields)]
        w = Writer(r, english=r.random() < 0.15)
        item = self.item(w, place)
        if place.type == "integer" and not item.ask and r.random() < 0.3:
            item = w.qualified(item, place.qualifiers)
        self.settle([item], w.english)
        # Alone and in English marks it may well be a slip: asking is right.
        item.ask = item.ask or w.english and bool(item.marks)
        return (
            dict(section=section, unit=unit, table=None, english=w.english),
            [["Mã chỉ tiêu", "Số liệu"], [place.id, item.text]],
            [{place.id: vars(item)}],
        )


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--count", type=int, default=20000)
    arguments.add_argument("--seed", type=int, default=19)
    arguments.add_argument("--new-seed", action="store_true")
    arguments.add_argument("--definitions", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "plugins"))
    given = arguments.parse_args()
    seed = random.SystemRandom().randint(1, 10**9) if given.new_seed else given.seed
    maker = Maker(seed, forms.read(given.definitions))
    figures = case = 0
    with open(os.path.join(given.folder, "truth.jsonl"), "w", encoding="utf-8") as truth:
        while figures < given.count:
            case += 1
            # A tenth of the figures is typed alone.
            head, lines, cells = maker.single() if maker.r.random() < 0.7 else maker.block(maker.r.randint(8, 40))
            out = io.StringIO()
            delimiter = maker.r.choice(",;\t")
            csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(lines)
            name = f"{case:05}.csv"
            with open(os.path.join(given.folder, name), "w", encoding="utf-8", newline="") as file:
                file.write(out.getvalue())
            figures += sum(len(c) for c in cells)
            truth.write(json.dumps(dict(case=case, file=name, seed=seed, delimiter=delimiter, **head, rows=cells), ensure_ascii=False) + "\n")
    sys.stdout.write(f"seed {seed}, {figures} figures in {case} files\n")


if __name__ == "__main__":
    main()
