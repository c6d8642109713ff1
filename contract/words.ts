/** How long the words are that explain something to the log: why it is done, or what was found; in UTF-16 code units. Without schemas, so that pages can read it. */
export const WORDS = { least: 4, most: 120 } as const;
