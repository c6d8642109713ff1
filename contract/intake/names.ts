/** The names of the routes of intake, for the preload, which has no use for schemas. */

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
