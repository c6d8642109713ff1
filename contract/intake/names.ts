/** Names of the import routes, without schemas, for the preload. */

/** Every import route; `routes.ts` does not compile unless it defines each. */
export const INTAKE_ROUTES = [
  'import.open',
  'import.preview',
  'import.apply',
  'import.cancel',
  'import.sheet',
  'import.forgetLayout',
  'import.saveRejects',
  'import.dispose',
  'import.list',
  'import.checkUndo',
  'import.undo',
] as const;
