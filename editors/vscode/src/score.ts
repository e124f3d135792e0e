// The score of an article in words.

/** What the server answers to mtlint.score. */
export interface Score {
  readonly score: number; // points per 1,000 words; 0 is clean
  readonly words: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Returns the score as it stands in the status bar. */
export function short(s: Score): string {
  return s.errors + s.warnings + s.infos === 0 ? 'clean' : s.score.toFixed(1);
}

/** Returns the score as a sentence. */
export function long(s: Score): string {
  const parts = [count(s.errors, 'error'), count(s.warnings, 'warning'), count(s.infos, 'info finding')];
  return `${parts.join(', ')} in ${count(s.words, 'word')}: ${s.score.toFixed(1)} points per 1,000 words, 0 is clean`;
}

function count(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
}
