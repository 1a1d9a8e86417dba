#!/usr/bin/env python3
"""What a capable script does with the same packages: XSD validation, sums, merge into one file.

lxml_peer.py SCHEMA FOLDER OUTPUT prints "cpu", "wall", "peak" and "packages" as bench_receive reads them.
Needs python3-lxml of Debian.
"""
import os
import resource
import sys
import time
from decimal import Decimal, InvalidOperation

from lxml import etree

NAMESPACE = "{urn:cchc:submission:1}"


def main(schema_file, folder, output):
    started = time.monotonic()
    schema = etree.XMLSchema(etree.parse(schema_file))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    sums, counts, packages = {}, {}, 0
    with open(output, "wb") as merged:
        merged.write(b"<merged>")
        for name in sorted(os.listdir(folder)):
            tree = etree.parse(os.path.join(folder, name), parser)
            schema.assertValid(tree)
            content = tree.getroot().find(NAMESPACE + "content")
            for field in content.iterchildren(NAMESPACE + "field"):
                try:
                    value = Decimal(field.text)
                except (InvalidOperation, TypeError):
                    continue
                sums[field.get("id")] = sums.get(field.get("id"), 0) + value
                counts[field.get("id")] = counts.get(field.get("id"), 0) + 1
            for table in content.iterchildren(NAMESPACE + "table"):
                for cell in table.iter(NAMESPACE + "cell"):
                    try:
                        value = Decimal(cell.text)
                    except (InvalidOperation, TypeError):
                        continue
                    key = (table.get("id"), cell.getparent().get("id"), cell.get("column"))
                    if not key[1][1:].isdigit():  # rows of a register are not summed
                        sums[key] = sums.get(key, 0) + value
            merged.write(etree.tostring(content))
            packages += 1
        merged.write(b"<sums>")
        for key in sorted(map(str, sums)):
            merged.write(key.encode())
        merged.write(b"</sums></merged>")
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print("packages", packages)
    print("cpu", usage.ru_utime + usage.ru_stime)
    print("wall", time.monotonic() - started)
    with open("/proc/self/status") as status:
        print("peak", next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024)


if __name__ == "__main__":
    main(*sys.argv[1:4])
