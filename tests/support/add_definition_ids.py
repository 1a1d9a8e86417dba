#!/usr/bin/env python3
"""Adds the ids of all definitions to tests/golden/definition_ids.txt: lines are added, never removed. Run it when a definition gains ids."""
import glob
import os
import xml.etree.ElementTree as tree

root = os.path.join(os.path.dirname(__file__), '..', '..')
golden = os.path.join(root, 'tests', 'golden', 'definition_ids.txt')
space = '{urn:cchc:definition:1}'
ids = set(open(golden, encoding='utf8').read().split('\n')) if os.path.exists(golden) else set()
for file in glob.glob(os.path.join(root, 'plugins', '*', '*.xml')):
    definition = tree.parse(file).getroot()
    prefix = definition.get('id') + '/'
    ids.add(definition.get('id'))
    ids.update(prefix + name for name in ('other_facts', 'other_facts.fact', 'other_facts.figure', 'other_facts.unit', 'other_facts.note'))
    for field in definition.iter(space + 'field'):
        ids.add(prefix + field.get('id'))
        if field.get('code'):
            ids.add('code %s %s%s' % (field.get('code'), prefix, field.get('id')))
    for table in definition.iter(space + 'table'):
        ids.add(prefix + table.get('id'))
        ids.update('%s%s.%s' % (prefix, table.get('id'), column.get('id')) for column in table.iter(space + 'column'))
        ids.update('%s%s[%s]' % (prefix, table.get('id'), row.get('id')) for row in table.iter(space + 'fixed-row'))
ids.discard('')
with open(golden, 'w', encoding='utf8') as out:
    out.write('\n'.join(sorted(ids)) + '\n')
