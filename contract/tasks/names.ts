/** The names of the routes of tasks, for the preload, which has no use for schemas. */

export const TASKS_ROUTES = [
  'tasks.checkRoom',
  'notes.add',
  'notes.list',
  'glass.break',
  'glass.list',
  'glass.acknowledge',
] as const;
