/** What tests open is closed when they are over (setup/end-of-test.ts); outside of tests, by whoever opened it. */
type Work = () => void | Promise<void>;

let later: ((work: Work) => void) | undefined;

/** Does the work when the test is over in which this is called, or, outside of a test, its file. False where no tests are run: never. */
export function atEnd(work: Work): boolean {
  later?.(work);
  return later !== undefined;
}

export function enableAtEnd(take: (work: Work) => void): void {
  later = take;
}
