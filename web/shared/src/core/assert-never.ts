/** Ends a `switch` over a closed set: a new case breaks the build until it is answered here too. */
export function assertNever(value: never): never {
  throw new Error(`A case nobody answered: ${JSON.stringify(value)}`);
}
