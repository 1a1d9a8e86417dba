"""What a reader must ask about, or refuse by name: each changes a model and its truth, and is corrected in the answer."""
from decimal import Decimal

import office_words as words
from sheet_model import Column, Entry, Row
from workbooks import Cell
from written import UNITS


def figures(model):
    """(row, column index) of the figures that are there."""
    return [
        (row, i)
        for row in model.rows
        if row.kind == "data" and not row.hidden
        for i, c in enumerate(model.columns)
        if c.figures
        and row.figures
        and c.id
        and i in row.entries
        and row.entries[i].cell is not None
        and i not in row.merged
        and (row.entries[i].cell.number is not None or row.entries[i].cell.text)
    ]


def error_cell(maker, model, head):
    row, i = maker.r.choice(figures(model))
    row.entries[i] = Entry(
        Cell(error=maker.r.choice(["#DIV/0!", "#REF!", "#VALUE!", "#N/A"]), formula=None if maker.text_file else "1/0"), [], True, "error"
    )


def no_result(maker, model, head):
    if maker.text_file or maker.by_office:
        return False
    row, i = maker.r.choice(figures(model))
    entry = row.entries[i]
    if entry.cell.number is None:
        return False
    row.entries[i] = Entry(
        Cell(number=entry.cell.number, shape=entry.cell.shape, formula=f"{entry.cell.number}+0", stored=False), entry.values, True, "no result"
    )


def foreign_unit(maker, model, head):
    word = maker.r.choice(["USD", "nghìn USD", "euro", "m2", "tỷ tỷ đồng"])
    money = [i for i, c in enumerate(model.columns) if c.id in ("allocated", "disbursed", "plan", "recommended", "done")]
    if not money or head.get("table") is None:
        return False
    model.unit_line = maker.r.choice(words.UNIT_LINES).format(word)
    for i in money:
        model.columns[i].unit = ""
        for row in model.rows:
            if row.kind == "data" and i in row.entries and row.entries[i].cell is not None and row.entries[i].values not in ([""], ["0"]):
                row.entries[i].values, row.entries[i].ask, row.entries[i].why = [], True, "unit " + word


def two_units(maker, model, head):
    """The line above the table says one unit, the headings another."""
    money = [i for i, c in enumerate(model.columns) if c.id in ("allocated", "disbursed", "plan", "recommended", "done")]
    if not money or model.unit_line or not model.columns[money[0]].unit:
        return False
    model.unit_line = "Đơn vị tính: " + ("tỷ đồng" if maker.unit != "tỷ" else "triệu đồng")
    for i in money:
        for row in model.rows:
            if row.kind == "data" and i in row.entries:
                row.entries[i].ask, row.entries[i].why = True, "two units"


def raised_mark(maker, model, head):
    row, i = maker.r.choice(figures(model))
    entry = row.entries[i]
    if maker.text_file or len(entry.values) != 1 or entry.cell.number is None or entry.cell.number != entry.cell.number.to_integral():
        return False
    row.entries[i] = Entry(
        Cell(text=str(entry.cell.number.to_integral()), mark=maker.r.choice(["1", "(1)", "2", "*"])), entry.values, True, "raised mark"
    )


def written_badly(maker, model, head):
    row, i = maker.r.choice(figures(model))
    place_type = model.columns[i]
    item = (
        maker.w.no_whole()
        if place_type.id not in ("allocated", "disbursed", "plan", "recommended", "done", "=field", "index", "self_score", "appraised_score")
        else None
    )
    if item is None:
        text = maker.r.choice(["12 15", "1.23.456", "1,2,3", "12/15", "5-6", "~ ?", "1.000 USD", "hai mươi", "12.34 5"])
        row.entries[i] = Entry(Cell(text=text), [], True, "badly: " + text)
    else:
        row.entries[i] = Entry(Cell(text=item.text), item.values, True, "badly: " + item.text)


def odd_figure(maker, model, head):
    row, i = maker.r.choice(figures(model))
    entry = row.entries[i]
    if (
        entry.cell.number is None
        or len(entry.values) != 1
        or entry.cell.number != entry.cell.number.to_integral()
        or head.get("importer") == "one-stop"
    ):
        return False
    n = entry.cell.number.to_integral()
    row.entries[i] = Entry(
        Cell(text=maker.r.choice([f"{n} (1)", f"{n}*", f"{n} (ước)", f"{n}  hồ sơ", f"{n}¹", f"'{n}"])), entry.values, True, "odd figure"
    )


def merged_figure(maker, model, head):
    """One amount over two rows: it belongs to both together."""
    if maker.text_file:
        return False
    pairs = [
        (a, b, i)
        for a, b in zip(model.rows, model.rows[1:])
        for row, i in figures(model)
        if row is a and b.kind == "data" and not b.hidden and i in b.entries and not a.merged and not b.merged
    ]
    if not pairs:
        return False
    first, second, i = maker.r.choice(pairs)
    first.entries[i].ask, first.entries[i].why = True, "merged figure"
    second.entries[i] = Entry(Cell(text=""), [], True, "merged figure")
    second.merged.add(i)


def hidden_digits(maker, model, head):
    """The format of the cell hides digits that it has."""
    row, i = maker.r.choice(figures(model))
    cell = row.entries[i].cell
    if (
        maker.text_file
        or cell.number is None
        or cell.number == cell.number.to_integral()
        or "percent" in cell.shape
        or len(row.entries[i].values) != 1
    ):
        return False
    row.entries[i] = Entry(Cell(number=cell.number, shape="whole"), row.entries[i].values, True, "hidden digits")


def no_choice(maker, model, head):
    found = [
        (row, i)
        for row in model.rows
        if row.kind == "data"
        for i, c in enumerate(model.columns)
        if c.id in ("source", "sector", "audience", "status", "chairman", "change")
        and i in row.entries
        and row.entries[i].cell is not None
        and not row.merged
        and not any(i in other.merged for other in model.rows)
    ]
    if not found:
        return False
    row, i = maker.r.choice(found)
    row.entries[i] = Entry(Cell(text=maker.r.choice(["Vốn vay ODA", "Khác (ghi rõ)", "Chưa xác định", "Nguồn A, nguồn B"])), [], True, "no choice")


def two_sheets(maker, model, head):
    if maker.text_file:
        return False
    model.other_sheet = True
    for row in model.rows:
        for entry in row.entries.values():
            if row.kind == "data":
                entry.ask, entry.why = True, "two sheets"


def part_row(maker, model, head):
    """ "Trong đó" below a row: a part of it, which would count twice."""
    if head.get("table") != "treasury":
        return False
    key = next(i for i, c in enumerate(model.columns) if c.id == "project")
    at = maker.r.choice([n for n, row in enumerate(model.rows) if row.kind == "data"])
    if at + 1 < len(model.rows) and model.rows[at + 1].merged:
        return False
    part = Row("part")
    part.entries[key] = Entry(Cell(text=maker.r.choice(["Trong đó: vốn đối ứng", "Trong đó: chi phí GPMB", "- Trong đó: xây lắp"])), [])
    for i, column in enumerate(model.columns):
        if column.figures and column.id:
            part.entries[i] = Entry(Cell(number=Decimal(maker.r.randint(1, 9))), [])
    model.rows.insert(at + 1, part)


def same_heading(maker, model, head):
    """Two columns with one heading: last year's and this year's."""
    columns = [i for i, c in enumerate(model.columns) if c.figures and c.id and not c.id.startswith("=")]
    if not columns or head.get("importer") == "one-stop" or any(row.merged for row in model.rows):
        return False
    at = columns[-1]
    this = model.columns[at]
    new = Column(None, this.heading, this.unit, True, "Năm 2022")
    for c in model.columns:
        c.group = ""
    this.group = "Năm 2023"
    new.group = "Năm 2022"
    for row in model.rows:
        row.entries = {i if i < at else i + 1: e for i, e in row.entries.items()}
        if at + 1 in row.entries:
            row.entries[at] = Entry(Cell(number=Decimal(maker.r.randint(1, 9))), [])
            if row.kind == "data":
                row.entries[at + 1].ask, row.entries[at + 1].why = True, "same heading"
    model.columns.insert(at, new)


def needed_hidden(maker, model, head):
    """A column of the form is hidden: taken or left out, it must be said."""
    columns = [i for i, c in enumerate(model.columns) if c.figures and c.id and not c.id.startswith("=")]
    if maker.text_file or not columns:
        return False
    at = columns[-1]
    model.columns[at].hidden = True
    for row in model.rows:
        if row.kind == "data" and at in row.entries:
            entry = row.entries[at]
            entry.values, entry.ask, entry.why = entry.values + [""], True, "hidden column"


def torn_figure(maker, model, head):
    """A decimal comma that was taken for the end of a cell."""
    last = len(model.columns) - 1
    rows = [row for row, i in figures(model) if i == last and row.entries[i].cell.number is not None]
    if not rows or (model.columns[last].id == "=field" and not maker.text_file):
        return False
    row = maker.r.choice(rows)
    text = str(maker.r.randint(1, 99))
    # No cell of a workbook is torn: the figure is right there, and the cell beside it must be named.
    amount = model.columns[last].id in ("allocated", "disbursed", "plan", "recommended", "done")
    right = [str(int(text) * UNITS[maker.unit] if amount else int(text))] if not maker.text_file else []
    row.entries[last] = Entry(Cell(text=text), right, True, "torn figure")
    row.stray = Cell(text=str(maker.r.randint(1, 9)))


def stray_cell(maker, model, head):
    """A calculation right of the table."""
    row = maker.r.choice([row for row in model.rows if row.kind == "data"])
    row.stray = Cell(text="tạm tính 4711")


def table_below(maker, model, head):
    model.table_below = True
    model.said.append(["table below", ["nhóm a", "phân loại", "số lượng"]])
    for row in model.rows:
        for entry in row.entries.values():
            entry.ask, entry.why = True, "table below"


def sixteen_digits(maker, model, head):
    """A number that Excel itself would have rounded."""
    columns = [i for row, i in figures(model) if model.columns[i].id in ("allocated", "disbursed", "recommended", "done")]
    if not columns or maker.unit != "đồng" or maker.unit_in_row or head["table"] == "disbursement":
        return False
    row, i = maker.r.choice([(row, i) for row, i in figures(model) if i in columns])
    n = maker.r.randint(10**15, 9 * 10**15)
    row.entries[i] = Entry(Cell(number=Decimal(n)), [str(n)], True, "sixteen digits")


def repeated_row(maker, model, head):
    """A field, or a fixed row, that stands there twice with other figures."""
    rows = [row for row in model.rows if row.kind == "data" and row.id and not row.hidden]
    if not rows:
        return False
    row = maker.r.choice(rows)
    again = Row("again", dict(row.entries), number="99")
    changed = False
    for i, entry in row.entries.items():
        if model.columns[i].figures and entry.cell is not None and entry.cell.number is not None:
            again.entries[i] = Entry(Cell(number=entry.cell.number + 1, shape=entry.cell.shape), [])
            row.entries[i] = Entry(entry.cell, [], True, "repeated row")
            changed = True
        elif model.columns[i].id not in (None, "=name", "=unit"):
            entry.ask = True
    if not changed:
        return False
    model.rows.insert(model.rows.index(row) + 1, again)


def unknown_row(maker, model, head):
    """A row that the form does not have."""
    rows = [row for row in model.rows if row.kind == "data" and row.id]
    name = next((i for i, c in enumerate(model.columns) if c.id == "=name"), None)
    if not rows or name is None:
        return False
    row = maker.r.choice(rows)
    text = maker.r.choice(["Số hồ sơ rút", "Lĩnh vực khác nữa", "Thuế trước bạ", "Hộ tịch, chứng thực"])
    unknown = Row("unknown", {name: Entry(Cell(text=text), [])}, number="98")
    for i, column in enumerate(model.columns):
        if column.figures:
            unknown.entries[i] = Entry(Cell(number=Decimal(maker.r.randint(1, 9))), [])
    model.rows.insert(model.rows.index(row), unknown)
    model.said.append(["unknown row", [text.lower()]])
    for row in model.rows:
        for entry in row.entries.values():
            entry.ask, entry.why = True, "unknown row"


DOUBTS = [
    error_cell,
    no_result,
    foreign_unit,
    two_units,
    raised_mark,
    written_badly,
    odd_figure,
    merged_figure,
    hidden_digits,
    no_choice,
    two_sheets,
    part_row,
    same_heading,
    needed_hidden,
    torn_figure,
    stray_cell,
    table_below,
    sixteen_digits,
    repeated_row,
    unknown_row,
]


def apply(maker, model, head):
    """One doubt; its name. Where it does not fit, another is tried."""
    if not figures(model):
        return []
    doubts = [d for d in DOUBTS if maker.only is None or d.__name__ in maker.only]
    for doubt in maker.r.sample(doubts, len(doubts)):
        if doubt(maker, model, head) is not False:
            return [doubt.__name__]
    return []
