#!/usr/bin/env python3
"""Sheets as offices make them, with the truth beside them.

    sheets.py --count 2000 [--office 200] [--seed N | --new-seed] FOLDER

writes FOLDER/NNNN.xlsx or .csv or .tsv, and FOLDER/truth.jsonl, one sheet a line: the command that reads it; the rows with
the values that are right, and whether asking is right too; what must be said (`said`: one word of each list); and, where
something must be asked about, `answer`: the same sheet as a person corrects it. It uses no code of the suite, and is finished
before any reader runs. It prints its seed, which is fixed unless one is given. --office N saves the first N workbooks again
through LibreOffice.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

import forms
import sheet_cases
import sheet_doubts
import workbooks


def save(folder, name, case, grid):
    path = os.path.join(folder, name)
    if case["format"] == "xlsx":
        workbooks.save_xlsx(path, grid.sheets, case["old_days"], case["references"], case["absolute"])
    else:
        workbooks.save_text(
            path, grid.main, case["delimiter"], case["english"], case["encoding"], case["quote_all"], case["line_end"], case["names_delimiter"]
        )


def through_office(folder, names):
    """The workbooks as LibreOffice saves them; False where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        return False
    with tempfile.TemporaryDirectory() as scratch:
        for start in range(0, len(names), 50):
            subprocess.run(
                [
                    program,
                    f"-env:UserInstallation=file://{scratch}/profile",
                    "--headless",
                    "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML",
                    "--outdir",
                    scratch + "/out",
                ]
                + [os.path.join(folder, n) for n in names[start : start + 50]],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=600,
            )
        for name in names:
            shutil.move(os.path.join(scratch, "out", name), os.path.join(folder, name))
    return True


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--count", type=int, default=2000)
    arguments.add_argument("--office", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=19)
    arguments.add_argument("--new-seed", action="store_true")
    arguments.add_argument("--one", action="store_true", help="each case has one feature alone, in turn")
    arguments.add_argument("--only", type=int, default=0, help="make this case alone (with the same --office)")
    arguments.add_argument("--definitions", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "plugins"))
    given = arguments.parse_args()
    seed = random.SystemRandom().randint(1, 10**9) if given.new_seed else given.seed
    definitions = forms.read(given.definitions)
    features = []
    if given.one:
        makers = [sheet_cases.Maker(random.Random(f"{seed} {n}"), definitions) for n in range(400)]
        for maker in makers:
            maker.case()
        features = [[f] for f in sorted({feature for maker in makers for feature in maker.features} - {"doubt"})]
        features += [["doubt", doubt.__name__] for doubt in sheet_doubts.DOUBTS]
    cases, again = [], []
    for number in [given.only] if given.only else range(1, given.count + 1):
        # Each case has its own generator, so that it is made again alone. The first ones are for LibreOffice.
        by_office = number <= given.office
        case, grid, answer = sheet_cases.Maker(
            random.Random(f"{seed} {number}"), definitions, by_office, features[number % len(features)] if features else None
        ).case()
        name = f"{number:05}.{case['format']}"
        save(given.folder, name, case, grid)
        truth = dict(case=number, file=name, seed=seed, **case)
        if answer:
            truth["answer"] = f"{number:05}-answer.{case['format']}"
            save(given.folder, truth["answer"], case, answer)
        if by_office:
            again.append(name)
        cases.append(truth)
    office = ""
    if again:
        if through_office(given.folder, again):
            office = f", {len(again)} of them saved by LibreOffice"
        else:
            office = f"; skipped: {len(again)} cases that LibreOffice saves, since it is not installed"
            cases = [c for c in cases if c["file"] not in again]
    with open(os.path.join(given.folder, "truth.jsonl"), "w", encoding="utf-8") as out:
        for truth in cases:
            out.write(json.dumps(truth, ensure_ascii=False) + "\n")
    sys.stdout.write(f"seed {seed}, {len(cases)} sheets{office}\n")


if __name__ == "__main__":
    main()
