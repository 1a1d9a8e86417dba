#!/usr/bin/env python3
"""Holds what `cchc` reads against the truth of sheets.py and figures.py.

    hold.py sheets|figures --cchc PROGRAM --count N [--office N] [--seed N | --new-seed] [--keep FOLDER] [--report FILE]

makes the cases, reads each into a fresh store, and compares what `cchc show` prints with the truth. It counts
- silent differences: a value that is wrong; one that is missing, a row too many, something hidden or left out, without a word.
  The run fails on one of them;
- what was read of the figures that need no question, which must be 95 %;
- questions: refusals of a sheet, of which each may have one.
For each difference it prints the seed and the case, which make it again, and the kind of the case.
"""
import argparse
import collections
import csv
import io
import json
import multiprocessing.pool
import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal, InvalidOperation

from cchc_runs import Runs, folded

HERE = os.path.dirname(os.path.abspath(__file__))


class Tally:
    def __init__(self):
        self.differences, self.refusals, self.counts = [], [], collections.Counter()

    def add(self, other):
        self.differences += other.differences
        self.refusals += other.refusals
        self.counts += other.counts


def same(stored, right, figure=False):
    if figure:
        try:
            return Decimal(stored) == Decimal(right)
        except InvalidOperation:
            pass
    return folded(stored) == folded(right) or folded(stored).casefold() == folded(right).casefold() and not right.isascii()


def judged(tally, cell, stored, named, said, where):
    """One place: right, asked about, or a silent difference. True: it is right."""
    value, qualifier = stored
    right = cell["values"] + ([cell["if_said"]] if cell["if_said"] and "đồng" in said.lower() else [])
    # Where nothing tells which marks are meant, those of this country may be taken if that is said.
    right += cell.get("if_marks", []) if "dấu phẩy ngăn phần thập phân" in said else []
    if any(same(value, v, cell.get("figure", True)) for v in right) and (not cell.get("qualifier") or qualifier == cell["qualifier"]):
        return True
    if value == "" and named:
        return False
    what = "missing" if value == "" else "wrong" if cell["values"] else "taken"
    tally.differences.append(
        dict(
            where,
            what=what,
            stored=" ".join(x for x in (value, qualifier) if x),
            right=cell["values"],
            text=cell["text"],
            why=cell.get("why") or cell.get("kind", ""),
        )
    )
    return False


def mentions(said, cell):
    """Whether what was said names the cell: by its address, by its row, or by its text."""
    at, text = cell.get("at", ""), folded(cell.get("text") or "")
    row = at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (
        bool(at and (re.search(rf"\b{at}\b", said) or re.search(rf"[!:]{row}:", said))) or bool(text) and text.casefold() in folded(said).casefold()
    )


def pair(case, expected, rows):
    """Expected rows with stored ones: fixed rows by id, others in order; a hidden row may have been left out."""
    if expected and expected[0]["id"]:
        stored = dict(rows)
        return [(row, stored.pop(row["id"], None)) for row in expected], [r for r in stored.items() if any(v for v, _ in r[1].values())]
    pairs, rest = [], list(rows)
    for row in expected:
        texts = {c: cell for c, cell in row["cells"].items() if len(cell["values"]) == 1 and not cell["figure"]}
        found = next(
            (
                n
                for n, (_, cells) in enumerate(rest)
                if texts and all(same(cells.get(c, ("", ""))[0], cell["values"][0]) for c, cell in texts.items())
            ),
            None,
        )
        if found is None and len(rows) == len(expected) and rest and not row["hidden"]:
            found = 0
        if found is not None or not row["hidden"]:
            pairs.append((row, rest.pop(found)[1] if found is not None else None))
    return pairs, rest


def compare(tally, case, expected, status, said, fields, tables, base):
    """What is stored against the truth. The figures that were read, and that are wanted."""
    read = wanted = 0
    loud = said.lower()
    if case["table"]:
        pairs, rest = pair(case, expected, tables.get(case["table"], []))
        for _, cells in rest:
            tally.differences.append(
                dict(base, what="row too many", stored=" | ".join(v for v, _ in cells.values())[:100], right=[], text="", why="")
            )
    else:
        pairs = [(row, fields) for row in expected]
        known = {row["id"] for row in expected}
        for name, value in fields.items():
            if name not in known and value[0] and not name.startswith(("reconciled.", "documents_issued", "platform_count")):
                tally.differences.append(dict(base, what="field too many", stored=f"{name}={value[0]}", right=[], text="", why=""))
    for row, cells in pairs:
        if row["hidden"] and cells is None:
            continue
        for column, cell in row["cells"].items():
            stored = (cells or {}).get(column, ("", ""))
            right = judged(
                tally, cell, stored, status != 0 or mentions(said, cell), said, dict(base, place=f"{row['id'] or ''}.{column} {cell.get('at', '')}")
            )
            if cell["figure"] and cell["values"] not in ([], [""]) and not cell["ask"]:
                wanted += 1
                read += right
    for name, value in (case.get("totals") or {}).items():
        if fields.get(name, ("", ""))[0] not in ("", str(value)):
            tally.differences.append(dict(base, what="total", stored=fields[name][0], right=[str(value)], text="", why=name))
    if status == 0:
        for what, any_of in case.get("said", []):
            if not any(folded(word).lower() in folded(loud) for word in any_of):
                tally.differences.append(dict(base, what="unsaid: " + what, stored="", right=any_of, text="", why=""))
    return read, wanted


def questions(said):
    """How many kinds of things must be decided: several lines with one fault are one question."""
    return len(set(re.findall(r"^[a-z_-]+\.[a-z0-9.-]+(?=:)", said, re.MULTILINE)))


def is_about_marks(rows):
    """Whether dots and commas alone were to be asked about, which a person answers for the whole sheet."""
    asked = [cell for row in rows for cell in row["cells"].values() if cell["ask"]]
    return bool(asked) and any(cell["why"] == "dots and commas" for cell in asked)


def sheet(runs, folder, case):
    """One sheet, and where it has a doubt, the same as a person corrects it."""
    tally = Tally()
    base = dict(
        case=case["case"],
        seed=case["seed"],
        file=case["file"],
        kind=",".join(case["doubts"] or (case["features"] if len(case["features"]) < 3 else [])),
        table=case.get("importer") or case["table"] or "fields",
        section=case["section"],
    )
    store = runs.store(f"s{case['case']}")
    extra = []
    status, said = runs.read(store, case, os.path.join(folder, case["file"]))
    asked = status != 0 and not any(cell["ask"] for row in case["rows"] for cell in row["cells"].values()) and not case["doubts"]
    if case["convert"]:
        if status == 0 and runs.shown(store, case)[1 if case["table"] else 0]:
            tally.differences.append(dict(base, what="TCVN3 taken as it is", stored="", right=[], text="", why=case["encoding"]))
        extra = ["--convert-text"]
        store = runs.store(f"s{case['case']}")
        status, said = runs.read(store, case, os.path.join(folder, case["file"]), extra)
        asked = status != 0 and not any(cell["ask"] for row in case["rows"] for cell in row["cells"].values()) and not case["doubts"]
    if "STATUS" in said:
        tally.differences.append(dict(base, what="the program failed", stored=said[:200], right=[], text="", why=""))
    read, wanted = compare(tally, case, case["rows"], status, said, *runs.shown(store, case), base)
    if asked:
        tally.refusals.append(dict(base, said=said.strip()[:300]))
    if status != 0 and questions(said) > 1:
        tally.counts["sheets with several questions"] += 1
    tally.counts["sheets refused or asked about"] += status != 0
    if case.get("answer"):
        store = runs.store(f"s{case['case']}")
        status, said = runs.read(store, case, os.path.join(folder, case["answer"]), extra)
        answered = dict(case, said=[], rows=case["answer_rows"])
        base = dict(base, file=case["answer"], kind="answered " + base["kind"])
        read, wanted = compare(tally, answered, case["answer_rows"], status, said, *runs.shown(store, case), base)
        if status != 0 and not any(cell["ask"] for row in case["answer_rows"] for cell in row["cells"].values()):
            tally.refusals.append(dict(base, said=said.strip()[:300]))
    if status != 0 and not case.get("importer") and is_about_marks(case["answer_rows"] if case.get("answer") else case["rows"]):
        store = runs.store(f"s{case['case']}")
        file, rows = (case["answer"], case["answer_rows"]) if case.get("answer") else (case["file"], case["rows"])
        status, said = runs.read(store, case, os.path.join(folder, file), extra + ["--marks", "en" if case["english"] else "vi"])
        answered = dict(case, said=[], rows=rows)
        read, wanted = compare(tally, answered, rows, status, said, *runs.shown(store, case), dict(base, kind="answered: marks"))
    tally.counts["figures read"] += read
    tally.counts["figures wanted"] += wanted
    tally.counts["sheets"] += 1
    runs.remove(store)
    return tally


def lines_named(said, refused):
    """The numbers of lines that messages are about; where something was refused, of the refusals alone."""
    about = r"\.csv(?::|!(?:[^!:]*!)?[A-Z]*)(\d+)\b"
    refusals = [line for line in said.splitlines() if re.match(r"[a-z_-]+\.[a-z0-9.-]+: ", line)]
    return {
        int(n)
        for line in (refusals if refused else said.splitlines())
        for n in re.findall(about, line.split(": ")[0] + ": " + line.partition(": ")[2].split(": ")[0])
    }


def figures(runs, folder, case):
    """One file of figures. What is refused by the number of its line is taken out, and the rest read again."""
    tally = Tally()
    base = dict(case=case["case"], seed=case["seed"], file=case["file"], kind="", table=case["table"] or "fields", section=case["section"])
    with open(os.path.join(folder, case["file"]), encoding="utf-8", newline="") as file:
        text = file.read()
    delimiter = case["delimiter"]
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    left = list(range(len(case["rows"])))
    path = os.path.join(runs.folder, f"f{case['case']}.csv")
    for _ in range(60):
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows([lines[0]] + [lines[1 + n] for n in left])
        starts, at = {}, 2  # line of the file -> row
        for n in left:
            height = 1 + max(c.count("\n") for c in lines[1 + n])
            for line in range(at, at + height):
                starts[line] = n
            at += height
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(out.getvalue())
        store = runs.store(f"f{case['case']}")
        status, said = runs.read(store, case, path)
        if "STATUS" in said:
            tally.differences.append(dict(base, what="the program failed", stored=said[:200], right=[], text="", why=""))
        if status == 0:
            break
        tally.counts["reads that were refused"] += 1
        named = {starts[n] for n in lines_named(said, True) if n in starts}
        for n in named:
            for column, cell in case["rows"][n].items():
                if not cell["ask"] and len(case["rows"][n]) == 1:
                    tally.refusals.append(dict(base, kind=cell["kind"], text=cell["text"], right=cell["values"], said=said.strip()[:200]))
        left = [n for n in left if n not in named]
        if not named or not left:
            if not named:
                sure = [c for n in left for c in case["rows"][n].values() if not c["ask"]]
                if sure:
                    tally.refusals.append(
                        dict(base, kind="whole block: " + sure[0]["kind"], text=sure[0]["text"], right=sure[0]["values"], said=said.strip()[:200])
                    )
                left = []
            break
    fields, tables = runs.shown(store, case)
    # Rows are known by the text of their first columns, which is never in doubt.
    rows = {cells.get(case["key"], ("", ""))[0]: cells for _, cells in tables.get(case["table"], [])} if case["table"] else {}
    key = lines[0].index(case["heading"]) if case["table"] else 0
    said_of = {starts[n] for n in lines_named(said, False) if n in starts}  # lines left out with a word
    missing = [n for n in left if folded(lines[1 + n][key]) not in rows and n not in said_of]
    if case["table"] and status == 0 and (missing or len(tables.get(case["table"], [])) > len(left)):
        tally.differences.append(dict(base, what="rows", stored=str(len(rows)), right=[str(len(left))], text="", why=said[:100]))
    if status != 0 and (rows or fields):
        tally.differences.append(dict(base, what="stored though refused", stored=str(rows or fields)[:200], right=[], text="", why=said[:100]))
    for n, cells in enumerate(case["rows"]):
        for column, cell in cells.items():
            if n not in left:
                tally.counts["figures wanted"] += not any(c["ask"] for c in cells.values())
                continue
            stored = (rows.get(folded(lines[1 + n][key]), {}) if case["table"] else fields).get(column, ("", ""))
            named = status != 0 or n in said_of or mentions(said, dict(cell, at=""))
            right = judged(tally, cell, stored, named, said, dict(base, place=f"{n + 2} {column}", kind=cell["kind"]))
            if not right and n in said_of and not cell["ask"]:
                tally.refusals.append(dict(base, kind="left out: " + cell["kind"], text=cell["text"], right=cell["values"], said=said.strip()[:200]))
            tally.counts["figures wanted"] += not cell["ask"]
            tally.counts["figures read"] += right and not cell["ask"]
            tally.counts["doubtful figures taken"] += right and cell["ask"]
    tally.counts["figures"] += sum(len(c) for c in case["rows"])
    runs.remove(store)
    os.remove(path)
    return tally


def summary(kind, tally, seed, report):
    c = tally.counts
    share = 100 * c["figures read"] / max(1, c["figures wanted"])
    lines = [
        f"{kind}: seed {seed}; "
        + ", ".join(f"{n}: {c[n]}" for n in sorted(c))
        + f"; read: {share:.1f} %; silent differences: {len(tally.differences)}"
    ]
    groups = collections.defaultdict(list)
    for d in tally.differences:
        groups[d["what"], d["why"] or d["kind"], d["table"] if kind == "sheets" else ""].append(d)
    for (what, why, table), found in sorted(groups.items(), key=lambda g: -len(g[1])):
        d = found[0]
        lines.append(
            f"  {len(found)} x {what} [{why}] {table}: case {d['case']} {d.get('place', '')}: {d['text']!r} became {d['stored']!r}, right: {d['right']}"
        )
    refused = collections.defaultdict(list)
    for d in tally.refusals:
        refused[d["said"].split(":")[0] if kind == "sheets" else d["kind"]].append(d)
    for what, found in sorted(refused.items(), key=lambda g: -len(g[1])):
        lines.append(f"  refused needlessly, {len(found)} x [{what}]: case {found[0]['case']} {found[0].get('text', '')!r}: {found[0]['said']}")
    print("\n".join(lines[:60]))
    if report:
        with open(report, "w", encoding="utf-8") as out:
            json.dump(dict(counts=c, differences=tally.differences, refusals=tally.refusals), out, ensure_ascii=False, indent=1)
        with open(report + ".txt", "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
    return share


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("kind", choices=["sheets", "figures"])
    arguments.add_argument("--cchc", required=True)
    arguments.add_argument("--count", type=int, required=True)
    arguments.add_argument("--office", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=19)
    arguments.add_argument("--new-seed", action="store_true")
    arguments.add_argument("--one", action="store_true", help="each sheet has one feature alone")
    arguments.add_argument("--only", type=int, default=0, help="this case alone")
    arguments.add_argument("--keep", help="folder in which the cases stay")
    arguments.add_argument("--report", help="file for every difference, as JSON")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or os.path.join(scratch, "cases")
        os.makedirs(folder, exist_ok=True)
        make = [sys.executable, os.path.join(HERE, given.kind + ".py"), folder, "--count", str(given.count), "--seed", str(given.seed)]
        make += ["--new-seed"] if given.new_seed else []
        if given.kind == "sheets":
            make += ["--office", str(given.office)] + (["--only", str(given.only)] if given.only else []) + (["--one"] if given.one else [])
        made = subprocess.run(make, check=True, stdout=subprocess.PIPE).stdout.decode()
        print(made, end="", flush=True)
        seed = re.search(r"seed (\d+)", made).group(1)
        with open(os.path.join(folder, "truth.jsonl"), encoding="utf-8") as truth:
            cases = [json.loads(line) for line in truth]
        cases = [c for c in cases if not given.only or c["case"] == given.only]
        if not cases:
            sys.exit(4)  # ctest reports it as skipped; sheets.py has said why
        runs = Runs(given.cchc, scratch, os.path.join(HERE, "..", "..", "installer", "sample"))
        total = Tally()
        one = sheet if given.kind == "sheets" else figures
        with multiprocessing.pool.ThreadPool(os.cpu_count() or 1) as pool:
            for tally in pool.imap(lambda c: one(runs, folder, c), cases):
                total.add(tally)
        share = summary(given.kind, total, seed, given.report)
        several = total.counts["sheets with several questions"]
        if total.differences:
            again = f"{given.kind} --count {given.count} --office {given.office} --seed {seed}{' --one' if given.one else ''}"
            print(f"again: hold.py {again} --only {total.differences[0]['case']} --keep FOLDER --cchc {given.cchc}")
        for wrong, text in [
            (total.differences, "there are silent differences"),
            (share < 95, "less than 95 % of the figures were read"),
            (given.kind == "sheets" and several, f"{several} sheets asked more than once"),
        ]:
            if wrong:
                print("FAILED:", text)
        sys.exit(1 if total.differences or share < 95 or given.kind == "sheets" and several else 0)


if __name__ == "__main__":
    main()
