#!/usr/bin/env python3
"""Splits the commune totals of the Bình Giang letter over its 16 communes, as values files of office.commune.

usage: split_communes.py        writes values/office.commune/<code>.xml beside this script

The letter gives only the sums over the communes. What each commune has is made up here, the same on every run, so that every sum
is exactly the letter's; no figure of a single commune is a fact.
"""
import datetime
import pathlib
import zlib
from xml.sax.saxutils import escape

FOLDER = pathlib.Path(__file__).resolve().parent
PERIOD_END = datetime.date(2023, 8, 28)

# The letter: 17.677 = 17.107 + 421 + 149 received; 17.583 = 17.536 + 47 resolved; 94 pending.
TOTALS = {'online': 17107, 'direct': 421, 'carried': 149, 'overdue': 47, 'pending': 94}
# Made up, but in keeping with the letter's rates of the whole district (97,22 % of dossiers, 95,27 % of results, 907 slips).
NOT_DIGITISED, RESULTS_NOT_DIGITISED, SLIPS_GOOD, SLIPS_NORMAL = 485, 831, 612, 76
PROCEDURES = 139

# Roughly how much passes over each desk; the order of units.tsv.
SIZES = [163, 124, 97, 131, 104, 92, 108, 117, 96, 89, 118, 94, 83, 91, 99, 107]
FIELDS = {'civil_status': 255, 'certification': 520, 'adoption': 1, 'social_protection': 74, 'merit': 38, 'labour': 13, 'land': 41,
          'construction': 6, 'agriculture': 7, 'culture': 3, 'religion': 4, 'emulation': 9, 'military': 14, 'complaints': 2, 'other': 13}
OVERDUE_PROCEDURES = ['Xác nhận hồ sơ đất đai', 'Đề nghị trợ cấp xã hội hằng tháng', 'Giải quyết chế độ người có công',
                      'Đăng ký lại khai sinh', 'Cấp giấy xác nhận tình trạng hôn nhân']
REASONS = ['verification', 'update', 'incomplete', 'update', 'software']
NOTES = ['Đường truyền vào giờ cao điểm còn chậm, đề nghị huyện phối hợp với đơn vị cung cấp dịch vụ khắc phục.',
         'Người cao tuổi chưa quen nộp hồ sơ trực tuyến, công chức một cửa phải hướng dẫn trực tiếp nhiều lần.',
         'Máy quét tại Bộ phận Một cửa đã cũ, đề nghị được thay thế để bảo đảm tiến độ số hóa.', '']


def noise(*key):
    """A whole number from 80 to 119 that depends on the key alone."""
    return 80 + zlib.crc32('/'.join(map(str, key)).encode()) % 40


def split(total, weights, limits=None):
    """Whole parts in proportion to the weights that add up to the total exactly, none above its limit."""
    limits = limits or [total] * len(weights)
    assert sum(limits) >= total
    parts = [min(total * w // sum(weights), limit) for w, limit in zip(weights, limits)]
    order = sorted(range(len(weights)), key=lambda i: (-weights[i], i))
    while sum(parts) < total:
        for i in order:
            if sum(parts) < total and parts[i] < limits[i]:
                parts[i] += 1
    return parts


def communes():
    lines = (FOLDER / 'units.tsv').read_text(encoding='utf8').splitlines()
    rows = [line.split('\t') for line in lines[1:]]
    return [(row[0], row[2]) for row in rows if row[1] == 'commune']


def over_communes(name, total, units, limits=None):
    return split(total, [size * noise(name, code) for size, (code, _) in zip(SIZES, units)], limits)


def by_field(code, figures):
    """The rows of form II.06a: each figure split so that every row and every column adds up."""
    names = list(FIELDS)
    weights = lambda figure: [FIELDS[n] * noise(figure, code, n) for n in names]
    online = split(figures['online'], weights('online'))
    direct = split(figures['direct'], weights('direct'))
    carried = split(figures['carried'], weights('carried'))
    received = [a + b + c for a, b, c in zip(online, direct, carried)]
    pending = split(figures['pending'], weights('pending'), received)
    resolved = [a - b for a, b in zip(received, pending)]
    overdue = split(figures['overdue'], weights('overdue'), resolved)
    early = split(figures['early'], [max(r - o, 0) for r, o in zip(resolved, overdue)], [r - o for r, o in zip(resolved, overdue)])
    return {n: {'received': received[i], 'online': online[i], 'direct': direct[i], 'carried': carried[i], 'resolved': resolved[i],
                'early': early[i], 'on_time': resolved[i] - overdue[i] - early[i], 'overdue': overdue[i], 'pending': pending[i]}
            for i, n in enumerate(names)}


def working_day(day):
    return day + datetime.timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)


def overdue_rows(code, count):
    for n in range(count):
        seed = zlib.crc32(f'{code}/{n}'.encode())
        received = working_day(datetime.date(2023, 2, 1) + datetime.timedelta(days=seed % 165))
        due = working_day(received + datetime.timedelta(days=5 + seed // 190 % 20))
        resolved = min(working_day(due + datetime.timedelta(days=1 + seed // 3800 % 6)), PERIOD_END)
        yield {'dossier': f'{code}-{received:%y%m%d}-{1 + seed % 40:04d}', 'procedure': OVERDUE_PROCEDURES[seed % 5],
               'received_on': received.isoformat(), 'due_on': due.isoformat(), 'resolved_on': resolved.isoformat(),
               'reason': REASONS[seed // 7 % 5], 'apology': 'yes' if seed // 11 % 3 else 'no'}


def row(id_, cells):
    return f'    <row id="{id_}">' + ''.join(f'<cell id="{k}">{escape(str(v))}</cell>' for k, v in cells.items()) + '</row>'


def values_file(index, code, name, figures):
    table = by_field(code, figures)
    received = figures['online'] + figures['direct'] + figures['carried']
    resolved = received - figures['pending']
    fields = {'procedures_total': PROCEDURES, 'publication.published': PROCEDURES, 'website': 'yes', 'one_stop.procedures': PROCEDURES,
              'one_stop_electronic': 'yes', 'one_stop.staff': 4 + (index * 7 + 2) % 3,
              'digitised.dossiers': figures['online'] + figures['direct'] - figures['not_digitised'],
              'digitised.due': figures['online'] + figures['direct'],
              'digitised.results': resolved - figures['results_not_digitised'], 'digitised.results_due': resolved,
              'received.total': received, 'received.online': figures['online'], 'received.direct': figures['direct'],
              'received.carried': figures['carried'], 'resolved.total': resolved, 'resolved.early': figures['early'],
              'resolved.on_time': resolved - figures['overdue'] - figures['early'], 'resolved.in_time': resolved - figures['overdue'],
              'resolved.overdue': figures['overdue'], 'pending.total': figures['pending'],
              'satisfaction.issued': figures['good'] + figures['normal'], 'satisfaction.good': figures['good'],
              'satisfaction.normal': figures['normal']}
    day, number = 9 + index % 5, 3 + index % 9
    plan = (f'<document type="KH" number="{number:02d}" issuer-code="UBND" date="2023-01-{day:02d}" issuer="UBND {escape(name)}" '
            'title="cải cách hành chính năm 2023" for-year="2023" role="issued"/>')
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             f'<!-- Sample data of {name}, made by split_communes.py: only the sums over the 16 communes are facts. -->',
             '<values xmlns="urn:cchc:values:1">', '  <table id="documents" replace="yes">',
             f'    <row id="plan"><cell id="topic">plan</cell><cell id="document">{plan}</cell></row>', '  </table>']
    lines += [f'  <field id="{k}">{v}</field>' for k, v in fields.items()]
    lines += ['  <table id="dossiers">'] + [row(n, cells) for n, cells in table.items()] + ['  </table>']
    if figures['overdue']:
        lines += ['  <table id="overdue_dossiers" replace="yes">']
        lines += [row(f'r{n}', cells) for n, cells in enumerate(overdue_rows(code, figures['overdue']), 1)] + ['  </table>']
    else:
        lines += ['  <table id="overdue_dossiers" nothing="yes"/>']
    if NOTES[index % len(NOTES)]:
        lines += [f'  <field id="notes">{NOTES[index % len(NOTES)]}</field>']
    return '\n'.join(lines + ['</values>', ''])


def main():
    units = communes()
    assert len(units) == len(SIZES)
    parts = {name: over_communes(name, total, units) for name, total in TOTALS.items()}
    in_period = [a + b for a, b in zip(parts['online'], parts['direct'])]
    resolved = [a + b - c for a, b, c in zip(in_period, parts['carried'], parts['pending'])]
    parts['early'] = [(r - o) * noise('early', code) // 160 for r, o, (code, _) in zip(resolved, parts['overdue'], units)]
    parts['not_digitised'] = over_communes('not_digitised', NOT_DIGITISED, units, in_period)
    parts['results_not_digitised'] = over_communes('results_not_digitised', RESULTS_NOT_DIGITISED, units, resolved)
    parts['good'] = over_communes('good', SLIPS_GOOD, units)
    parts['normal'] = over_communes('normal', SLIPS_NORMAL, units)
    folder = FOLDER / 'values' / 'office.commune'
    folder.mkdir(parents=True, exist_ok=True)
    for i, (code, name) in enumerate(units):
        figures = {k: v[i] for k, v in parts.items()}
        (folder / f'{code}.xml').write_text(values_file(i, code, name, figures), encoding='utf8')


main()
