"""A table of an office before and after it is laid out on a sheet."""
from dataclasses import dataclass, field
from decimal import Decimal

import office_words as words
from workbooks import Cell, Sheet, letters, shown
from written import marks_of, plain


@dataclass
class Entry:
    cell: Cell
    values: list  # what is right, as `cchc show` prints it
    ask: bool = False  # asking is right too
    why: str = ""  # what there is to ask about
    if_marks: list = field(default_factory=list)  # right if it is said that the marks are taken for the Vietnamese ones
    if_said: str = ""  # an amount without a unit, taken as đồng: right if this is said


@dataclass
class Column:
    id: str  # None: nobody needs it
    heading: str
    unit: str = ""  # said in the heading
    figures: bool = False
    group: str = ""  # said above it and its neighbours
    hidden: bool = False


@dataclass
class Row:
    kind: str  # data, section, subtotal, total, part, blank
    entries: dict = field(default_factory=dict)
    id: str = None  # of a fixed row, or the field of a list
    number: str = ""
    hidden: bool = False
    stray: Cell = None  # right of the table
    figures: bool = True  # False: the field of a list that is no figure
    merged: set = field(default_factory=set)  # columns whose cell goes on from the row above


@dataclass
class Model:
    columns: list
    rows: list
    unit_line: str = ""
    other_sheet: bool = False
    table_below: bool = False
    said: list = field(default_factory=list)  # what must be said, with the words of which one says it


@dataclass
class Grid:
    sheets: list
    main: Sheet
    strays: list = field(default_factory=list)  # column's letters and row's number of cells beside the table
    letters: list = field(default_factory=list)  # of the columns of the model
    places: dict = field(default_factory=dict)  # (row index, column id): address


def choose_layout(maker, model):
    """What stands around the table, and how."""
    r, has, two = maker.r, maker.has, any(c.group for c in model.columns)
    in_workbook = not maker.text_file
    return dict(
        titles=r.sample(words.TITLES, r.choice([1, 1, 2, 3])) if has("titles", 0.6) else [],
        number_head=r.choice(words.NUMBER_HEADS) if has("row numbers", 0.75) else None,
        two=two,
        unit_row=not two and any(c.unit for c in model.columns) and has("unit row", 0.25),
        number_row=r.choice(["1", "(1)", "A", "(3)=(1)/(2)"]) if has("columns numbered", 0.55) else "",
        blank_before=r.randint(0, 2),
        notes=r.sample(words.NOTES, r.choice([1, 2, 4])) if has("notes", 0.5) else [],
        note_column=r.choice([0, 1, 1, 2]),
        offset=1 if in_workbook and has("from column B", 0.2) else 0,
        inline=has("inline strings", 0.2),
        upper=has("capital headings", 0.15),
        hidden_first=in_workbook and has("hidden sheet", 0.1),
        empty_second=in_workbook and has("empty sheet", 0.15),
        name=r.choice(["Sheet1", "Bieu 3", "Tổng hợp", "PL1", "Thang 8"]),
        numbers_as_text=r.random() < 0.3,
        gap=has("gap below heading", 0.1),
    )


def heading_text(column, layout):
    text = column.heading
    if column.unit and not layout["unit_row"]:
        text += f" ({column.unit})"
    return text.upper() if layout["upper"] else text


def other_figures(sheet, name, hidden):
    """The same table with other figures, as of another month."""
    cells = {}
    for place, cell in sheet.cells.items():
        other = Cell(**vars(cell))
        if other.number is not None and other.formula is None and "day" not in other.shape:
            other.number += 1
        cells[place] = other
    return Sheet(name, cells, list(sheet.merges), hidden=hidden)


def lay(model, layout):
    """The sheet with everything that stands around the table."""
    sheet = Sheet(layout["name"])
    grid = Grid([], sheet)
    at, left = 0, layout["offset"]
    width = len(model.columns) + (1 if layout["number_head"] else 0)

    def put(row, column, text):
        sheet.cells[row, left + column] = Cell(text=text, inline=layout["inline"])

    for title in layout["titles"]:
        put(at, 0, title)
        if width > 1:
            sheet.merges.append((at, left, at, left + width - 1))
        at += 1
    at += layout["blank_before"] if layout["titles"] else 0
    if model.unit_line:
        put(at, max(0, width - 2), model.unit_line)
        at += 1
    first = 1 if layout["number_head"] else 0
    # A doubt may have added a group.
    deep = 2 if layout["two"] or any(column.group for column in model.columns) else 1
    if first:
        put(at, 0, layout["number_head"])
        if deep == 2:
            sheet.merges.append((at, left, at + 1, left))
    c = first
    for i, column in enumerate(model.columns):
        if column.group:
            start = i == 0 or model.columns[i - 1].group != column.group
            if start:
                put(at, c + i, column.group)
                count = 1
                while i + count < len(model.columns) and model.columns[i + count].group == column.group:
                    count += 1
                if count > 1:
                    sheet.merges.append((at, left + c + i, at, left + c + i + count - 1))
            put(at + 1, c + i, heading_text(column, layout))
        else:
            put(at, c + i, heading_text(column, layout))
            if deep == 2:
                sheet.merges.append((at, left + c + i, at + 1, left + c + i))
        if column.hidden:
            sheet.hidden_columns.add(left + c + i)
    at += deep
    if layout["unit_row"]:
        for i, column in enumerate(model.columns):
            if column.unit:
                put(at, c + i, f"({column.unit})")
        at += 1
    if layout["number_row"]:
        for i in range(width):
            text = {
                "1": str(i + 1),
                "(1)": f"({i + 1})",
                "A": "AB"[i] if i < 2 else str(i - 1),
                "(3)=(1)/(2)": f"({i + 1})" if i < 3 else f"({i + 1})=({i})/({i - 1})",
            }[layout["number_row"]]
            if text.isdigit() and not layout["numbers_as_text"]:
                sheet.cells[at, left + i] = Cell(number=Decimal(text))
            else:
                put(at, i, text)
        at += 1
    if layout["gap"]:
        at += 1
    for index, row in enumerate(model.rows):
        if row.kind != "blank":
            if first and row.number:
                if row.number.isdigit() and not layout["numbers_as_text"]:
                    sheet.cells[at, left] = Cell(number=Decimal(row.number))
                else:
                    put(at, 0, row.number)
            for i, column in enumerate(model.columns):
                entry = row.entries.get(i)
                if entry is None:
                    continue
                grid.places[index, i] = f"{letters(left + c + i)}{at + 1}"
                if i in row.merged:
                    last = next((m for m in sheet.merges if m[1] == m[3] == left + c + i and m[2] == at - 1 and m[0] >= at - 9), None)
                    if last:
                        sheet.merges[sheet.merges.index(last)] = (last[0], last[1], at, last[3])
                    else:
                        sheet.merges.append((at - 1, left + c + i, at, left + c + i))
                    continue
                if entry.cell is not None:
                    sheet.cells[at, left + c + i] = entry.cell
        if row.stray:
            sheet.cells[at, left + width] = row.stray
            grid.strays.append((letters(left + width), at + 1))
        if row.hidden:
            sheet.hidden_rows.add(at)
        at += 1
    at += 1
    for note in layout["notes"]:
        put(at, min(layout["note_column"], width - 1), note)
        at += 1
    if model.table_below:
        for line in [("TT", "Phân loại", "Số lượng"), ("1", "Nhóm A", "3"), ("2", "Nhóm B", "14"), ("3", "Nhóm C", "5")]:
            at += 1
            for column, text in enumerate(line):
                put(at, column, text)
    grid.letters = [letters(left + first + i) for i in range(len(model.columns))]
    grid.sheets = [sheet]
    if layout["hidden_first"]:
        grid.sheets.insert(0, other_figures(sheet, "Nam truoc", True))
    if model.other_sheet:
        grid.sheets.append(other_figures(sheet, "Thang 7", False))
    elif layout["empty_second"]:
        grid.sheets.append(Sheet("Sheet2"))
    return grid


def in_vietnamese(text, values):
    """What a figure with one mark of English that may be another's is for who reads it with the marks of this country."""
    factor = Decimal(1000) if "." in text.rstrip(".") else Decimal("0.001")
    return [plain(Decimal(value) * factor) for value in values if value]


def settle(model, english, text_file):
    """Where the texts of a sheet do not decide on dot and comma, asking is right."""
    found = []
    for row in model.rows:
        for i, entry in row.entries.items():
            if (
                entry.cell is None
                or not (model.columns[i].figures and row.figures)
                or i in row.merged
                or (entry.cell.number is not None and not text_file)
            ):
                continue
            found.append((marks_of(shown(entry.cell, english)), row, entry))
    deciding = [m for m, row, e in found if m in ("vn", "en") and row.kind == "data" and e.values]
    decided = set(deciding)
    # One figure alone in English marks may be a slip, and so may dots for decimals where others may be for thousands.
    strong = any(m == "en" and sum(c in ".," for c in shown(e.cell, english)) > 1 for m, row, e in found)
    slips = decided == {"en"} and not strong and any(m == "open" for m, _, _ in found)
    if len(decided) != 1 or deciding == ["en"] or slips:
        for m, _, entry in found:
            if m:
                entry.ask, entry.why = True, entry.why or "dots and commas"
            if m == "open" and english:
                entry.if_marks = in_vietnamese(shown(entry.cell, english), entry.values + [entry.if_said])


def truth_rows(model, grid):
    rows = []
    for index, row in enumerate(model.rows):
        if row.kind != "data":
            continue
        cells = {}
        for i, column in enumerate(model.columns):
            if column.id is not None and column.id not in ("=name", "=unit") and i in row.entries:
                entry = row.entries[i]
                cells[row.id if column.id == "=field" else column.id] = dict(
                    values=entry.values,
                    ask=entry.ask,
                    why=entry.why,
                    if_said=entry.if_said,
                    if_marks=entry.if_marks,
                    at=grid.places.get((index, i), ""),
                    figure=column.figures and row.figures,
                    text="" if entry.cell is None else (entry.cell.text if entry.cell.number is None else str(entry.cell.number)),
                )
        rows.append(dict(id=row.id, hidden=row.hidden, cells=cells))
    return rows
