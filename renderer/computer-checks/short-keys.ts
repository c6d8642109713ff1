/** Ids of keys as people compare them: their first 16 digits in fours. */
export const shortKeys = (ids: readonly string[]): string =>
  ids.map((id) => id.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')).join(' · ');
