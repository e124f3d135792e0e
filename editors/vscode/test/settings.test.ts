import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const settings = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration.properties;

test('the settings of the server can be set', () => {
  const guide = readFileSync('../../docs/editors.md', 'utf8');
  const section = guide.slice(guide.indexOf('\n## Settings'), guide.indexOf('\n## Commands'));
  const names = section.split('\n').filter((line) => line.startsWith('| `')).flatMap((row) => row.split('|')[1].match(/\w+/g) ?? []);
  assert.ok(names.length >= 9, names.join());
  for (const name of names) {
    assert.ok(`mtlint.${name}` in settings, name);
  }
});

test('the genres are those of the configuration', () => {
  const schema = readFileSync('../../lint/config/schema.json', 'utf8');
  const [, known] = schema.match(/"profile": \{[^}]*?"enum": (\[[^\]]*\])/s) ?? [];
  const { enum: offered, enumDescriptions } = settings['mtlint.profile'];
  assert.deepEqual(offered.slice(1), JSON.parse(known).sort());
  assert.equal(enumDescriptions.length, offered.length);
});
