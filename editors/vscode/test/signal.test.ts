import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delay, signal } from '../src/signal';

test('a signal is waited for until it is given', async () => {
  const s = signal();
  const winner = (): Promise<string> => Promise.race([s.promise.then(() => 'given'), delay(5).then(() => 'late')]);
  assert.equal(await winner(), 'late');
  s.give();
  s.give();
  assert.equal(await winner(), 'given');
});
