"""The forms of the departments, read from their definition files: the labels that a sheet has as headings."""
import glob
import os
import xml.etree.ElementTree as Tree
from dataclasses import dataclass, field

SPACE = "{urn:cchc:definition:1}"
PERIOD_END = "2023-08-28"  # of the period of the sample, which all cases are for


@dataclass
class Place:
    """A field, or a column of a table."""

    id: str
    type: str
    label: str
    decimals: int
    entry_unit: str
    unit: str
    minimum: str
    maximum: str
    qualifiers: list
    max_length: int
    computed: bool
    choices: list  # (value, label)


@dataclass
class Table:
    id: str
    title: str
    columns: dict
    rows: list = field(default_factory=list)  # (id, label) of fixed rows


@dataclass
class Form:
    id: str
    fields: dict
    tables: dict


def label(element, name):
    child = element.find(SPACE + name)
    return child.get("vi") if child is not None else ""


def place(element):
    qualifiers = element.get("qualifier", "").split()
    return Place(
        element.get("id"),
        element.get("type"),
        label(element, "label"),
        int(element.get("decimals", 0)),
        element.get("entry-unit", "đồng"),
        element.get("unit", ""),
        element.get("minimum"),
        element.get("maximum"),
        ["over", "under", "about", "estimated", "planned"] if qualifiers == ["any"] else qualifiers,
        int(element.get("max-length", 500)),
        any(element.find(SPACE + n) is not None for n in ("formula", "numerator", "reference")),
        [(c.get("value"), c.get("vi")) for c in element.findall(SPACE + "choice")],
    )


def read(folder):
    forms = {}
    for path in sorted(glob.glob(os.path.join(folder, "*", "*.xml"))):
        root = Tree.parse(path).getroot()
        if root.tag != SPACE + "definition" or root.get("from", "") > PERIOD_END:
            continue
        order = (root.get("from", ""), int(root.get("version")))
        if root.get("id") in forms and forms[root.get("id")][0] > order:
            continue
        fields = {e.get("id"): place(e) for e in root.iter(SPACE + "field")}
        tables = {}
        for e in root.iter(SPACE + "table"):
            tables[e.get("id")] = Table(
                e.get("id"),
                label(e, "title"),
                {c.get("id"): place(c) for c in e.findall(SPACE + "column")},
                [(c.get("id"), c.get("vi")) for c in e.findall(SPACE + "fixed-row")],
            )
        forms[root.get("id")] = order, Form(root.get("id"), fields, tables)
    return {name: form for name, (_, form) in forms.items()}
