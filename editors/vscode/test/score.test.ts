import assert from 'node:assert/strict';
import { test } from 'node:test';
import { long, short, type Score } from '../src/score';

const clean: Score = { score: 0, words: 1204, errors: 0, warnings: 0, infos: 0 };
const broken: Score = { score: 31.25, words: 1, errors: 1, warnings: 19, infos: 0 };

test('a score in the status bar', () => {
  assert.equal(short(broken), '31.3');
  assert.equal(short(clean), 'clean');
  assert.equal(short({ ...clean, infos: 1 }), '0.0');
});

test('a score as a sentence', () => {
  assert.equal(long(broken), '1 error, 19 warnings, 0 info findings in 1 word: 31.3 points per 1,000 words, 0 is clean');
  assert.equal(long(clean), '0 errors, 0 warnings, 0 info findings in 1,204 words: 0.0 points per 1,000 words, 0 is clean');
});
