"""The tables and lists of fields that sheets are made for, and how offices write their cells."""
import copy

import office_words as words
import sheet_doubts
from sheet_cells import CellMaker
from sheet_lists import ListMaker
from sheet_totals import TotalMaker
from sheet_model import Column, Entry, Model, Row, choose_layout, lay, settle, truth_rows
from workbooks import Cell, shown
from written import Writer

# section, unit, table, what names a row, the other columns, heading of the names in an importer's words, importer
TABLES = [
    ("finance.budget", "296", "treasury", "project", ["source", "allocated", "disbursed"], words.PROJECTS),
    ("finance.budget", "296", "treasury", "project", ["source", "allocated", "disbursed"], words.PROJECTS),
    ("finance.budget", "296", "recommendations", "content", ["kind", "recommended", "done", "cut_off", "status"], words.TASKS),
    ("culture.digital", "296", "mail_units", "unit_name", ["accounts", "active"], words.UNITS),
    ("culture.digital", "296", "platforms", "name", ["sector", "users", "since"], words.SYSTEMS),
    ("home_affairs.civil_service", "296", "training_classes", "class_name", ["audience", "people", "organiser"], words.CLASSES),
    (
        "home_affairs.scoring",
        "296",
        "commune_scores",
        "commune",
        ["self_score", "appraised_score", "index", "rank", "chairman"],
        ["xã {}", "Thị trấn {}"],
    ),
    ("office.procedures", "296", "overdue_dossiers", "dossier", ["procedure", "received_on", "due_on", "resolved_on", "reason", "apology"], None),
    ("office.tasks", "296", "tasks", "text", ["owner", "due", "outcome", "documents"], words.TASKS),
    ("home_affairs.organization", "296", "reorganisations", "body", ["change", "receiver", "decision", "effective"], words.BODIES),
]
FIXED = [
    (
        "office.commune",
        "10945",
        "dossiers",
        ["received", "online", "direct", "carried", "resolved", "early", "on_time", "overdue", "pending", "pending_in_time", "pending_overdue"],
    ),
    ("finance.budget", "296", "disbursement", ["plan", "allocated", "disbursed"]),
    ("home_affairs.organization", "296", "staff", ["quota", "start", "joined", "departed", "present"]),
    ("home_affairs.civil_service", "296", "discipline", ["people", "reprimanded", "warned", "dismissed"]),
    ("home_affairs.civil_service", "296", "appointments", ["civil_servants", "public_employees"]),
]
GROUPS = {
    "accounts": "Tài khoản thư điện tử",
    "active": "Tài khoản thư điện tử",
    "allocated": "Vốn đầu tư công năm 2023",
    "disbursed": "Vốn đầu tư công năm 2023",
    "plan": "Vốn đầu tư công năm 2023",
    "self_score": "Điểm",
    "appraised_score": "Điểm",
    "received_on": "Ngày, tháng",
    "due_on": "Ngày, tháng",
    "resolved_on": "Ngày, tháng",
    "recommended": "Số tiền",
    "done": "Số tiền",
    "received": "Tiếp nhận",
    "online": "Tiếp nhận",
    "direct": "Tiếp nhận",
    "carried": "Tiếp nhận",
    "resolved": "Đã giải quyết",
    "early": "Đã giải quyết",
    "on_time": "Đã giải quyết",
    "overdue": "Đã giải quyết",
    "pending": "Đang giải quyết",
    "pending_in_time": "Đang giải quyết",
    "pending_overdue": "Đang giải quyết",
}
# The words of the importers' descriptions.
IMPORTERS = {
    "treasury": (
        "treasury-statement",
        {"project": ["Dự án", "Tên dự án"], "source": ["Nguồn vốn"], "allocated": ["Kế hoạch vốn"], "disbursed": ["Đã giải ngân"]},
    ),
    "training_classes": (
        "training-classes",
        {"class_name": ["Tên lớp"], "audience": ["Đối tượng"], "people": ["Số người"], "organiser": ["Cơ quan tổ chức"]},
    ),
    "mail_units": ("mail-accounts", {"unit_name": ["Đơn vị"], "accounts": ["Tổng số tài khoản"], "active": ["Hoạt động"]}),
}


class Maker(CellMaker, ListMaker, TotalMaker):
    """Makes one case. Everything unusual about it is a feature with a name; `only` allows these and no others."""

    def __init__(self, random, definitions, by_office=False, only=None):
        self.r = random
        self.forms = definitions
        self.by_office = by_office
        self.only = only
        self.features = []
        self.text_file = not by_office and random.random() < 0.4
        self.english = self.has("english marks", 0.2)
        self.old_days = not self.text_file and self.has("days from 1904", 0.04)
        self.w = Writer(random, self.english)
        self.unit = self.said_unit = None
        self.unit_in_row = self.importing = False

    def has(self, feature, share):
        on = self.r.random() < share
        if self.only is not None:
            on = share > 0 and feature in self.only
        if on and feature not in self.features:
            self.features.append(feature)
        return on

    def some(self, feature, share):
        """Of many cells some: also where the feature is asked for."""
        return self.has(feature, share) and (self.only is None or self.r.random() < 0.4)

    def case(self):
        """The case, its grid, and the grid as corrected where something must be asked about."""
        r = self.r
        recipe = r.choices([self.table, self.fixed, self.fields, self.imported, self.one_stop], [45, 18, 17, 14, 6])[0]
        head, model = recipe()
        layout = choose_layout(self, model)
        if head.get("importer") == "one-stop":  # finds its columns by the line that numbers them
            layout["number_row"], layout["number_head"], layout["unit_row"] = "1" if r.random() < 0.5 else "(1)", "TT", False
        clean = copy.deepcopy(model)
        doubts = sheet_doubts.apply(self, model, head) if self.has("doubt", 0.3) else []
        said = model.said
        if any(row.hidden for row in model.rows) or any(c.hidden for c in model.columns) or layout["hidden_first"]:
            if not self.text_file:
                said.append(["hidden", ["ẩn", "hidden", "nam truoc"]])
        # The form of dossiers uses its line of totals.
        if head.get("importer") != "one-stop" and any(is_seen(row, layout) for row in model.rows if row.kind in ("total", "subtotal")):
            said.append(["total", ["tổng", "cộng", "toàn huyện", "total"]])
        if model.other_sheet:
            said.append(["other sheet", ["thang 7"]])
        settle(model, self.english, self.text_file)
        grid, answer = lay(model, layout), None
        for column, letters in zip(model.columns, grid.letters):
            if column.id is None and any(column_has(model, column)):
                said.append(["unneeded column", [column.heading, f"cột {letters} "]])
        for letters, row in grid.strays:
            said.append(["cell beside the table", [f"{letters}{row}", f":{row}:", f"!{row}:", f"dòng {row}:", f"cột {letters} "]])
        encoding = ("utf-8-sig" if r.random() < 0.5 else "utf-8") if self.text_file else ""
        if self.text_file and self.has("other encoding", 0.34):
            encoding = r.choices(["utf-16-le", "utf-16-be", "cp1258", "tcvn3 in utf-8", "tcvn3"], [12, 6, 6, 6, 4])[0]
        if doubts:
            settle(clean, self.english, self.text_file)
            answer = lay(clean, layout)
        delimiter = r.choice("\t;" if not self.english else "\t,,") if self.text_file else ""
        totals = head.pop("totals", None)
        case = dict(
            format="xlsx" if not self.text_file else "tsv" if delimiter == "\t" else "csv",
            **head,
            english=self.english,
            encoding=encoding,
            delimiter=delimiter,
            quote_all=self.has("all quoted", 0.2),
            names_delimiter=self.text_file and encoding.startswith("utf-8") and delimiter != "\t" and self.has("sep line", 0.06),
            line_end=r.choice(["\r\n", "\r\n", "\n"]),
            old_days=self.old_days,
            references=self.by_office or not self.has("no references", 0.06),
            absolute=self.has("absolute relations", 0.1),
            doubts=doubts,
            said=said,
            rows=truth_rows(model, grid),
            answer_rows=truth_rows(clean, answer) if answer else [],
            totals=totals,
            convert=encoding.startswith("tcvn3"),
            by_office=self.by_office,
            features=self.features,
            unit_said=self.said_unit or "",
        )
        return case, grid, answer

    # The unit of all amounts of a sheet: said above the table, in the headings, or not at all.
    def choose_unit(self, entry_unit):
        self.unit = self.r.choice(["đồng", "đồng", "triệu", "triệu", "tỷ", "nghìn"])
        how = "line" if self.has("unit above", 0.4) else "heading" if self.has("unit in headings", 0.7) else None
        if how is None:
            self.unit = entry_unit
        word = self.r.choice(words.MONEY_UNITS[self.unit])
        self.said_unit = how and f"{how}: {word}"
        return self.r.choice(words.UNIT_LINES).format(word) if how == "line" else "", word if how == "heading" else ""

    def table(self, importer=None):
        r = self.r
        section, unit, table_id, key, others, names = r.choice(TABLES if not importer else [t for t in TABLES if t[2] in IMPORTERS])
        table = self.forms[section].tables[table_id]
        columns = [c for c in others if c in table.columns and (importer or not self.some("fewer columns", 0.07))] or others[:1]
        self.importing = bool(importer)
        if importer:
            columns = list(others)
        if self.has("other order", 0.25):
            r.shuffle(columns)
        columns = [key] + columns if not self.has("name second", 0.15) else columns[:1] + [key] + columns[1:]
        headings = {c: table.columns[c].label for c in columns}
        head = dict(section=section, unit=unit, table=table_id)
        if importer:
            name, heads = IMPORTERS[table_id]
            headings.update({c: r.choice(h) for c, h in heads.items()})
            head["importer"] = name
        model = self.model([(c, table.columns[c], headings[c]) for c in columns])
        key_at = next(i for i, c in enumerate(model.columns) if c.id == key)
        money = next((table.columns[c] for c in columns if table.columns[c].type == "money"), None)
        unit_at = None
        if money and not importer and not self.said_unit and self.has("unit of each row", 0.4):
            unit_at = next(i for i, c in enumerate(model.columns) if c.id in table.columns and table.columns[c.id].type == "money")
            if model.columns[unit_at].group:
                for c in model.columns:
                    c.group = ""
            model.columns.insert(unit_at, Column("=unit", r.choice(["ĐVT", "Đơn vị tính"])))
            key_at += unit_at <= key_at
            self.unit_in_row = True
        used, count = set(), r.choice([r.randint(1, 6), r.randint(4, 15), r.randint(10, 40)])
        numbered = 0
        while len([x for x in model.rows if x.kind == "data"]) < count:
            if self.some("blank row", 0.03):
                model.rows.append(Row("blank"))
            numbered += 1
            row = Row("data", number=str(numbered))
            name = self.name(names, used)
            if unit_at is not None:
                self.unit = r.choice(["đồng", "triệu", "triệu", "tỷ"])
            for i, column in enumerate(model.columns):
                if i == key_at:
                    row.entries[i] = self.text(name, column.id == "dossier")
                elif column.id is None:
                    row.entries[i] = self.unneeded(column)
                elif column.id == "=unit":
                    row.entries[i] = Entry(Cell(text=r.choice(words.MONEY_UNITS[self.unit])), [])
                else:
                    row.entries[i] = self.entry(table.columns[column.id])
            row.hidden = not self.text_file and self.some("hidden row", 0.02)
            model.rows.append(row)
            if table_id == "mail_units":
                self.active_of_all(model, row)
        self.merge_choices(model, table)
        if unit_at is None:
            self.totals(model, key_at)
        return head, model

    def active_of_all(self, model, row):
        """No more accounts are active than there are."""
        at = {c.id: i for i, c in enumerate(model.columns)}
        accounts, active = row.entries.get(at.get("accounts")), row.entries.get(at.get("active"))
        if accounts and active and (accounts.values[0] or "0") != "" and active.values[0] and int(active.values[0]) > int(accounts.values[0] or 0):
            row.entries[at["accounts"]], row.entries[at["active"]] = active, accounts

    def imported(self):
        return self.table(importer=True)

    def model(self, columns):
        """Headings with their unit, their group, and columns that nobody needs."""
        r = self.r
        money = next((p for _, p, _ in columns if p.type == "money"), None)
        line, heading_unit = self.choose_unit(money.entry_unit) if money else ("", "")
        model = Model([], [], line)
        grouped = self.has("two-line heading", 0.3)
        for id, place, heading in columns:
            unit = heading_unit if place.type == "money" else ""
            if place.type == "integer" and place.id in ("people", "users", "quota") and self.has("people in heading", 0.12):
                unit = "người"
            if self.has("heading broken", 0.08):
                words_of = heading.split(" ")
                at = r.randint(1, len(words_of)) if len(words_of) > 1 else 0
                heading = " ".join(words_of[:at]) + r.choice(["\n", "  "]) + " ".join(words_of[at:]) if at and at < len(words_of) else heading + " "
            model.columns.append(
                Column(id, heading, unit, place.type in ("integer", "money", "decimal", "percent", "rate"), GROUPS.get(id, "") if grouped else "")
            )
        # A group over one column alone is none.
        for i, c in enumerate(model.columns):
            near = [x for x in (i - 1, i + 1) if 0 <= x < len(model.columns) and model.columns[x].group == c.group]
            if c.group and not near:
                c.group = ""
        while self.some("unneeded column", 0.25) and len(model.columns) < 14:
            at = r.choice([len(model.columns), len(model.columns), 1])
            if at < len(model.columns) and model.columns[at].group and model.columns[at - 1].group == model.columns[at].group:
                continue
            heading = r.choice(words.UNNEEDED)
            if heading in [c.heading for c in model.columns]:
                break
            model.columns.insert(at, Column(None, heading, hidden=not self.text_file and self.has("hidden unneeded column", 0.15)))
        return model

    def name(self, names, used):
        r = self.r
        for _ in range(100):
            text = (
                f"H{r.randint(10, 99)}-{r.randint(230101, 230831)}-{r.randint(1, 9999):04}"
                if names is None
                else r.choice(names).format(r.choice(words.PLACES) if "khóa {" not in str(names) else r.randint(1, 99))
            )
            if names is words.BODIES:
                text = f"{text} {r.choice(words.PLACES)}"
            if text in used:
                text += f" số {r.randint(2, 99)}"
            if text not in used:
                used.add(text)
                return text
        raise RuntimeError("no name is left")

    def fixed(self):
        r = self.r
        section, unit, table_id, ids = r.choice(FIXED)
        table = self.forms[section].tables[table_id]
        head = dict(section=section, unit=unit, table=table_id)
        ids = [c for c in ids if not self.some("fewer columns", 0.05)] or ids[:1]
        name = r.choice(["Nội dung", "Lĩnh vực" if section == "office.commune" else "Chỉ tiêu"])
        model = self.model([(c, table.columns[c], table.columns[c].label) for c in ids])
        model.columns.insert(0, Column("=name", name))
        rows = [x for x in table.rows if not self.some("fewer rows", 0.15)] or table.rows[:1]
        if self.has("other order", 0.15):
            r.shuffle(rows)
        for number, (id, label) in enumerate(rows):
            row = Row("data", id=id, number=str(number + 1))
            row.entries[0] = Entry(Cell(text=r.choice([label + " ", label.upper()]) if self.some("labels as typed", 0.3) else label), [])
            for i, column in enumerate(model.columns[1:], 1):
                row.entries[i] = self.unneeded(column) if column.id is None else self.entry(table.columns[column.id])
            row.hidden = not self.text_file and self.some("hidden row", 0.02)
            model.rows.append(row)
        self.totals_only(model)
        return head, model


def is_seen(row, layout):
    """Whether anything of a row is on the sheet: its name may stand where there is no column of numbers."""
    return any(entry.cell is not None for entry in row.entries.values()) or bool(row.number and layout["number_head"])


def column_has(model, column):
    at = model.columns.index(column)
    return (
        row.entries[at].cell is not None and shown(row.entries[at].cell, False).strip() != ""
        for row in model.rows
        if at in row.entries and row.kind == "data"
    )
