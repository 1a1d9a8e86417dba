"""Writes a grid of cells as XLSX, CSV or TSV, with Python's standard library alone.

A sheet is Sheet(name, cells, merges, hidden_rows, hidden_columns, hidden); cells is a dict of (row, column), both from 0,
to Cell. A number is a Decimal and is written digit by digit.
"""
import io
import unicodedata
import zipfile
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from xml.sax.saxutils import escape

FORMATS = {  # name: Excel's number format
    "general": "General",
    "whole": "#,##0",
    "two": "#,##0.00",
    "three": "#,##0.000",
    "one": "#,##0.0",
    "plain two": "0.00",
    "accounting": '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)',
    "accounting two": '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-',
    "percent two": "0.00%",
    "percent one": "0.0%",
    "percent": "0%",
    "day": "dd/mm/yyyy",
    "short day": "d/m/yyyy",
    "dash day": "dd\\-mm\\-yyyy",
    "words": '"ngày "dd" tháng "mm" năm "yyyy',
    "zeros": "0000",
    "text": "@",
    "with unit": '#,##0" tr.đ"',
}
NAMES = list(FORMATS)


@dataclass
class Cell:
    text: str = None  # a text, as it is typed
    number: Decimal = None  # a number, or the serial of a day
    shape: str = "general"  # a name of FORMATS
    formula: str = None
    stored: bool = True  # a formula has its result
    error: str = None
    mark: str = None  # raised letters after the text: the mark of a footnote
    inline: bool = False
    raw: str = None  # a number as Excel writes the nearest binary one: 0.97219999999999995
    truth: bool = None  # TRUE or FALSE
    split: int = 0  # the text is in two runs, of which the first has so many characters


@dataclass
class Sheet:
    name: str
    cells: dict = field(default_factory=dict)
    merges: list = field(default_factory=list)  # (row, column, last row, last column)
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    hidden: bool = False


def letters(column):
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def plain(number):
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def group(number, decimals, english):
    """A number with its thousands apart and so many decimals, as Excel shows it in either convention."""
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = format(rounded, ",f")
    return text if english else text.translate(str.maketrans(",.", ".,"))


def day_of(serial, old):
    from datetime import date, timedelta

    return (date(1904, 1, 1) if old else date(1899, 12, 30)) + timedelta(days=int(serial))


def shown(cell, english, old=False):
    """What Excel shows for a cell, and saves as CSV."""
    if cell.error:
        return cell.error
    if cell.truth is not None:
        return "TRUE" if cell.truth else "FALSE"
    if cell.number is None:
        return (cell.text or "") + (cell.mark or "")
    n, shape = cell.number, cell.shape
    if "day" in shape or shape == "words":
        d = day_of(n, old)
        return {
            "day": f"{d.day:02}/{d.month:02}/{d.year}",
            "short day": f"{d.day}/{d.month}/{d.year}",
            "dash day": f"{d.day:02}-{d.month:02}-{d.year}",
            "words": f"ngày {d.day:02} tháng {d.month:02} năm {d.year}",
        }[shape]
    if shape.startswith("percent"):
        return group(n * 100, {"percent": 0, "percent one": 1, "percent two": 2}[shape], english) + "%"
    if shape == "accounting":
        if n == 0:
            return " -   "
        return f" ({group(-n, 0, english)})" if n < 0 else f" {group(n, 0, english)} "
    if shape == "accounting two":
        return " -   " if n == 0 else f" {group(n, 2, english)} "
    decimals = {"whole": 0, "with unit": 0, "one": 1, "two": 2, "three": 3}.get(shape)
    if decimals is not None:
        return group(n, decimals, english) + (" tr.đ" if shape == "with unit" else "")
    if shape == "zeros":
        return plain(n).zfill(4)
    if shape == "plain two":
        text = format(n.quantize(Decimal("0.01"), ROUND_HALF_UP), "f")
    else:
        text = plain(n)
    return text if english else text.replace(".", ",")


def content(cell, strings, position):
    style = f' s="{NAMES.index(cell.shape) + 1}"' if cell.shape != "general" else ""
    if cell.error and not cell.formula:
        return f'<c{position}{style} t="e"><v>{cell.error}</v></c>'
    if cell.formula:
        formula = f"<f>{escape(cell.formula)}</f>"
        if cell.error:
            return f'<c{position}{style} t="e">{formula}<v>{cell.error}</v></c>'
        if cell.number is None:
            return f'<c{position}{style} t="str">{formula}' + (f"<v>{escape(cell.text)}</v></c>" if cell.stored else "</c>")
        return f"<c{position}{style}>{formula}" + (f"<v>{plain(cell.number)}</v></c>" if cell.stored else "</c>")
    if cell.truth is not None:
        return f'<c{position}{style} t="b"><v>{int(cell.truth)}</v></c>'
    if cell.number is not None:
        return f"<c{position}{style}><v>{cell.raw or plain(cell.number)}</v></c>"
    if cell.text is None:
        return f"<c{position}{style}/>"
    text = escape(cell.text)
    run = f'<t xml:space="preserve">{text}</t>'
    if cell.split:
        first, second = (f'<r><t xml:space="preserve">{escape(part)}</t></r>' for part in (cell.text[: cell.split], cell.text[cell.split :]))
        run = first + second
    if cell.mark:
        run = f'<r>{run}</r><r><rPr><vertAlign val="superscript"/></rPr><t>{escape(cell.mark)}</t></r>'
    if cell.inline:
        return f'<c{position}{style} t="inlineStr"><is>{run}</is></c>'
    return f'<c{position}{style} t="s"><v>{strings.setdefault(run, len(strings))}</v></c>'


def sheet_xml(sheet, strings, with_references):
    out = io.StringIO()
    out.write(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    )
    if sheet.hidden_columns:
        out.write(
            "<cols>"
            + "".join(f'<col min="{c + 1}" max="{c + 1}" width="9" hidden="1" customWidth="1"/>' for c in sorted(sheet.hidden_columns))
            + "</cols>"
        )
    out.write("<sheetData>")
    rows = {}
    for (row, column), cell in sheet.cells.items():
        rows.setdefault(row, {})[column] = cell
    last = max(rows) if rows else -1
    for row in range(last + 1) if not with_references else sorted(rows):
        cells = rows.get(row, {})
        hidden = ' hidden="1"' if row in sheet.hidden_rows else ""
        out.write(f'<row r="{row + 1}"{hidden}>' if with_references else f"<row{hidden}>")
        for column in sorted(cells) if with_references else range(max(cells, default=-1) + 1):
            position = f' r="{letters(column)}{row + 1}"' if with_references else ""
            out.write(content(cells.get(column, Cell()), strings, position))
        out.write("</row>")
    out.write("</sheetData>")
    if sheet.merges:
        out.write(f'<mergeCells count="{len(sheet.merges)}">')
        for r, c, last_r, last_c in sheet.merges:
            out.write(f'<mergeCell ref="{letters(c)}{r + 1}:{letters(last_c)}{last_r + 1}"/>')
        out.write("</mergeCells>")
    out.write("</worksheet>")
    return out.getvalue()


def save_xlsx(path, sheets, old_days=False, with_references=True, absolute=False):
    strings, parts = {}, {}
    for i, sheet in enumerate(sheets):
        parts[f"xl/worksheets/sheet{i + 1}.xml"] = sheet_xml(sheet, strings, with_references)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    parts["[Content_Types].xml"] = head + (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kinds}styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}sharedStrings+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{kinds}worksheet+xml"/>' for i in range(len(sheets)))
        + "</Types>"
    )
    parts["_rels/.rels"] = (
        head
        + f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    active = next((i for i, s in enumerate(sheets) if not s.hidden), 0)
    parts["xl/workbook.xml"] = head + (
        f'<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr{" date1904=" + chr(34) + "1" + chr(34) if old_days else ""}/>'
        f'<bookViews><workbookView activeTab="{active}"/></bookViews><sheets>'
        + "".join(
            f'<sheet name="{escape(s.name)}" sheetId="{i + 1}"{" state=" + chr(34) + "hidden" + chr(34) if s.hidden else ""} r:id="rId{i + 1}"/>'
            for i, s in enumerate(sheets)
        )
        + "</sheets></workbook>"
    )
    base = "/xl/" if absolute else ""
    parts["xl/_rels/workbook.xml.rels"] = head + (
        f'<Relationships xmlns="{package}/relationships">'
        + "".join(f'<Relationship Id="rId{i + 1}" Type="{office}/worksheet" Target="{base}worksheets/sheet{i + 1}.xml"/>' for i in range(len(sheets)))
        + f'<Relationship Id="rId90" Type="{office}/styles" Target="{base}styles.xml"/>'
        f'<Relationship Id="rId91" Type="{office}/sharedStrings" Target="{base}sharedStrings.xml"/></Relationships>'
    )
    quote = {'"': "&quot;"}
    parts["xl/styles.xml"] = head + (
        f'<styleSheet xmlns="{main}"><numFmts count="{len(NAMES)}">'
        + "".join(f'<numFmt numFmtId="{170 + i}" formatCode="{escape(FORMATS[n], quote)}"/>' for i, n in enumerate(NAMES))
        + '</numFmts><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="{len(NAMES) + 1}"><xf/>'
        + "".join(f'<xf numFmtId="{0 if n == "general" else 170 + i}" applyNumberFormat="1"/>' for i, n in enumerate(NAMES))
        + "</cellXfs></styleSheet>"
    )
    parts["xl/sharedStrings.xml"] = (
        head + f'<sst xmlns="{main}" uniqueCount="{len(strings)}">' + "".join(f"<si>{run}</si>" for run in strings) + "</sst>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(parts):
            out.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name], zipfile.ZIP_DEFLATED)


TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
    )
)


def tcvn3(text):
    """As a document set in .VnTime has it: a capital with a tone has the code of its small letter."""
    return "".join(TCVN3.get(c) or TCVN3.get(c.lower(), c) for c in text)


def windows_1258(text):
    """Windows-1258 has the vowels â ă ê ô ơ ư, and tones as marks after them."""
    out = []
    for c in text:
        parts = unicodedata.normalize("NFD", c)
        tones = [p for p in parts if p in "\u0300\u0301\u0303\u0309\u0323"]
        whole = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
        try:
            out.append(c.encode("cp1258") if not tones else (whole + "".join(tones)).encode("cp1258"))
        except UnicodeEncodeError:
            out.append(b"?")
    return b"".join(out)


def save_text(path, sheet, delimiter, english, encoding, quote_all=False, line_end="\r\n", names_delimiter=False):
    """CSV or TSV of one sheet, as a spreadsheet saves it. Merged and hidden cells are as any others."""
    height = max(r for r, _ in sheet.cells) + 1
    width = max(c for _, c in sheet.cells) + 1
    lines = [f"sep={delimiter}"] if names_delimiter else []
    for r in range(height):
        row = []
        for c in range(width):
            text = shown(sheet.cells[r, c], english) if (r, c) in sheet.cells else ""
            if quote_all or any(x in text for x in (delimiter, '"', "\n", "\r")):
                text = '"' + text.replace('"', '""') + '"'
            row.append(text)
        lines.append(delimiter.join(row))
    text = line_end.join(lines) + line_end
    data = {
        "utf-8": lambda: text.encode(),
        "utf-8-sig": lambda: text.encode("utf-8-sig"),
        "utf-16-le": lambda: b"\xff\xfe" + text.encode("utf-16-le"),
        "utf-16-be": lambda: b"\xfe\xff" + text.encode("utf-16-be"),
        "cp1258": lambda: windows_1258(text),
        "tcvn3": lambda: tcvn3(text).encode("latin-1", "replace"),
        "tcvn3 in utf-8": lambda: tcvn3(text).encode(),
    }[encoding]()
    with open(path, "wb") as out:
        out.write(data)
