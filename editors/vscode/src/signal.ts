// Something that happens once and is waited for.

export interface Signal {
  readonly promise: Promise<void>;
  give(): void;
}

/** Returns a signal that was not given yet. */
export function signal(): Signal {
  let give = (): void => undefined;
  const promise = new Promise<void>((resolve) => (give = resolve));
  return { promise, give };
}

/** Returns what is kept after some milliseconds. */
export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
