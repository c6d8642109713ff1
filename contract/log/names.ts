/** The names of the routes of log, for the preload, which has no use for schemas. */

export const LOG_ROUTES = ['log.list', 'log.verify'] as const;
