/** Tabs of a small company that stay away until there is an entry in what they show. Without schemas, so that pages can read it. */
export const FILLED_TABS = ['papers', 'outgoing', 'consent', 'rectification', 'registers', 'todo'] as const;
export type FilledTab = (typeof FILLED_TABS)[number];

/** Most staff of a small company. */
export const MAX_SMALL_STAFF = 5;
