import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutMessages } from '../src/explanation';

test('leaves the messages out of an explanation', () => {
  const explanation = '**‘the’ is written twice**\n\n`repetition/word`\n\nReports a word.\n\n**capital letter**\n\nMore.';
  assert.equal(withoutMessages(explanation, ['‘the’ is written twice']), '`repetition/word`\n\nReports a word.\n\n**capital letter**\n\nMore.');
  assert.equal(withoutMessages(explanation, []), explanation);
});
