"""Merged cells, sections, subtotals and totals of a table."""
from decimal import Decimal

import office_words as words
from sheet_model import Entry, Row
from workbooks import Cell


class TotalMaker:
    def merge_choices(self, model, table):
        """A choice that several rows have in one merged cell."""
        r = self.r
        if self.text_file or not self.has("merged choices", 0.15):
            return
        at = next((i for i, c in enumerate(model.columns) if c.id in table.columns and table.columns[c.id].type == "choice"), None)
        if at is None:
            return
        run = 0
        for before, row in zip(model.rows, model.rows[1:]):
            first = before.entries.get(at)
            if before.kind == row.kind == "data" and first and first.cell is not None and run < 7 and r.random() < 0.5:
                row.entries[at] = Entry(None, first.values)
                row.entries[at].cell = Cell(text=first.cell.text)
                row.merged.add(at)
                run += 1
            else:
                run = 0

    def totals(self, model, key_at):
        """Sections with roman numbers, subtotals, and a total above or below."""
        r = self.r
        data = [row for row in model.rows if row.kind == "data"]

        def sums(kind, name, rows):
            total = Row(kind)
            if r.random() < 0.6:
                total.entries[key_at] = Entry(Cell(text=name), [])
            else:
                total.number = name
            for i, column in enumerate(model.columns):
                if column.figures and all(
                    row.entries.get(i) and (row.entries[i].cell is None or row.entries[i].cell.number is not None) for row in rows
                ):
                    number = sum((row.entries[i].cell.number for row in rows if row.entries[i].cell), Decimal(0))
                    total.entries[i] = Entry(Cell(number=number, shape="whole" if number == number.to_integral() else "general"), [])
            return total

        if len(data) > 5 and self.has("sections", 0.2):
            half = len(data) // 2
            for n, rows in enumerate([data[:half], data[half:]]):
                at = model.rows.index(rows[0])
                if at and rows[0].merged:
                    continue
                section = Row("section", number=words.ROMAN[n])
                section.entries[key_at] = Entry(Cell(text=r.choice(words.SECTIONS)), [])
                model.rows.insert(at, section)
                after = model.rows.index(rows[-1]) + 1
                # A line between two rows would come into their merged cell.
                if self.has("subtotals", 0.4) and not (after < len(model.rows) and model.rows[after].merged):
                    model.rows.insert(model.rows.index(rows[-1]) + 1, sums("subtotal", r.choice(words.SUBTOTALS).format(words.ROMAN[n]), rows))
        middle = data[len(data) // 2]
        if len(data) > 8 and not middle.merged and self.has("heading repeated", 0.06):
            again = Row("head")
            again.entries = {i: Entry(Cell(text=column.heading), []) for i, column in enumerate(model.columns)}
            model.rows.insert(model.rows.index(middle), again)
        if self.has("total", 0.45):
            # Without figures there is nothing to sum up but the rows.
            name = (
                r.choice(words.TOTALS)
                if any(c.figures for c in model.columns)
                else r.choice(["Tổng số: {}", "Tổng cộng: {}", "Tổng cộng"]).format(len(data))
            )
            total = sums("total", name, data)
            model.rows.insert(0 if self.has("total first", 0.25) else len(model.rows), total)

    def totals_only(self, model):
        if self.has("total", 0.4):
            total = Row("total")
            total.entries[0] = Entry(Cell(text=self.r.choice(words.TOTALS)), [])
            for i, column in enumerate(model.columns):
                if column.figures:
                    total.entries[i] = Entry(Cell(number=Decimal(self.r.randint(1000, 999999)), shape="whole"), [])
            model.rows.insert(0 if self.has("total first", 0.3) else len(model.rows), total)
