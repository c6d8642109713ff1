/** Names of the log routes, without schemas, for the preload. */

/** Every log route; `routes.ts` does not compile unless it defines each. */
export const LOG_ROUTES = ['log.list', 'log.verify'] as const;
