import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, test } from 'node:test';
import { findProgram, type Place } from '../src/program';

const home = mkdtempSync(path.join(tmpdir(), 'mtlint-program-'));
after(() => rmSync(home, { recursive: true }));

const folder = path.join(home, 'articles');
const place: Place = { home, folder, searchPath: [path.join(home, 'empty'), path.join(home, 'bin')].join(path.delimiter), platform: 'linux' };

/** Makes a file and returns its path. */
function file(name: string, mode: number): string {
  const full = path.join(home, name);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, '');
  chmodSync(full, mode);
  return full;
}

const onPath = file('bin/mtlint', 0o755);
const inFolder = file('articles/tools/mtlint', 0o755);
const plain = file('plain.txt', 0o644);

for (const [setting, want] of [
  ['', onPath],
  ['  ', onPath],
  [onPath, onPath],
  ['~/bin/mtlint', onPath],
  ['${workspaceFolder}/tools/mtlint', inFolder],
  ['tools/mtlint', inFolder],
]) {
  test(`finds ${JSON.stringify(setting)}`, () => {
    assert.deepEqual(findProgram(setting, place), { path: want });
  });
}

for (const setting of [plain, home, path.join(home, 'nowhere'), '~nobody/mtlint']) {
  test(`names the file that is no program: ${path.basename(setting)}`, () => {
    const found = findProgram(setting, place);
    assert.ok('fault' in found && found.fault.includes(path.resolve(folder, setting)), JSON.stringify(found));
  });
}

test('says when the program is not on the PATH', () => {
  for (const searchPath of ['', path.join(home, 'empty'), 'bin']) {
    assert.deepEqual(findProgram('', { ...place, searchPath }), { fault: 'The program mtlint is not on the PATH.' });
  }
});

test('needs no folder', () => {
  assert.deepEqual(findProgram('~/bin/mtlint', { ...place, folder: undefined }), { path: onPath });
});

test('takes a home with a dollar sign as it is', () => {
  const found = findProgram('~/bin/mtlint', { ...place, home: '/home/$&' });
  assert.ok('fault' in found && found.fault.includes('/home/$&/bin/mtlint'), JSON.stringify(found));
});
