/** Names of the task routes, without schemas, for the preload. */

/** Every task route; `routes.ts` does not compile unless it defines each. */
export const TASKS_ROUTES = [
  'tasks.checkRoom',
  'notes.add',
  'notes.list',
  'glass.break',
  'glass.list',
  'glass.acknowledge',
] as const;
