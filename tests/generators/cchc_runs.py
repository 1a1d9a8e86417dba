"""Runs `cchc` on fresh stores, and reads what it then shows."""
import os
import re
import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as Tree

PERIOD = "2023-8T"
SPACE = "{urn:cchc:values:1}"


def folded(text):
    """Text without regard to white space at its ends and runs of it, and to Unicode's forms."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text or "")).strip()


def document(element):
    return f"{element.get('type')} {element.get('number')} {element.get('date', '')}".strip()


def value_of(element):
    documents = element.findall(SPACE + "document")
    if documents:
        return "; ".join(document(d) for d in documents), ""
    return folded(element.text), element.get("qualifier", "")


class Runs:
    """One store for each file, copied from one with the units and periods of the sample."""

    def __init__(self, program, folder, sample):
        self.program = program
        self.folder = folder
        self.empty = os.path.join(folder, "empty.sqlite")
        for name in ("units", "periods"):
            self.call(self.empty, [name, "import", os.path.join(sample, name + ".tsv")], check=True)
        self.call(self.empty, ["assign", os.path.join(sample, "assignments.tsv")], check=True)
        shutil.rmtree(self.empty + ".backups", ignore_errors=True)

    def call(self, store, arguments, check=False):
        try:
            done = subprocess.run(
                [self.program, "--store", store] + arguments,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                timeout=120,
                env={**os.environ, "HOME": self.folder, "TZ": "UTC"},
            )
        except subprocess.TimeoutExpired:
            return 99, "", "STATUS none: it did not end"
        out, said = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        if check and done.returncode:
            raise RuntimeError(f"{arguments}: {said}")
        if done.returncode not in (0, 1):
            said = f"STATUS {done.returncode} " + said
        return done.returncode, out, said

    def store(self, name):
        path = os.path.join(self.folder, name + ".sqlite")
        for end in ("", "-wal", "-shm"):
            if os.path.exists(path + end):
                os.remove(path + end)
        shutil.copyfile(self.empty, path)
        return path

    def remove(self, path):
        for end in ("", "-wal", "-shm"):
            if os.path.exists(path + end):
                os.remove(path + end)
        shutil.rmtree(path + ".backups", ignore_errors=True)

    def read(self, store, case, path, extra=()):
        """The command that the case is for: status and everything that was said."""
        where = ["-u", case["unit"], "-p", PERIOD]
        if case.get("importer"):
            arguments = ["import", case["section"], case["importer"], path] + where
        else:
            arguments = ["fill", case["section"], path] + where + (["--table", case["table"]] if case["table"] else [])
        status, out, said = self.call(store, arguments + list(extra))
        return status, said + out

    def shown(self, store, case):
        """fields: id -> (value, qualifier); tables: id -> [(row id, column -> (value, qualifier))]."""
        status, out, said = self.call(store, ["show", case["section"], "-u", case["unit"], "-p", PERIOD])
        fields, tables = {}, {}
        if status or not out.strip():
            return fields, tables
        root = Tree.fromstring(out)
        for e in root.findall(SPACE + "field"):
            fields[e.get("id")] = value_of(e)
        for table in root.findall(SPACE + "table"):
            tables[table.get("id")] = [
                (row.get("id"), {c.get("id"): value_of(c) for c in row.findall(SPACE + "cell")}) for row in table.findall(SPACE + "row")
            ]
        return fields, tables
