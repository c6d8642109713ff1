/** Modules that a process must not import resolve here (see each tsconfig), so that doing so is a compile error. */
declare const forbidden: never;
export = forbidden;
