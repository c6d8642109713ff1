/** A day as people type it, as the vault takes it. Pure. */

/** `2026-01-31` of 2026-1-31, 2026/01/31, 2026.1.31, 2026年1月31日 or 20260131; null where it is none of these, or no day that there is. */
export function dayFrom(text: string): string | null {
  const found = /^(\d{4})(?:(\d{2})(\d{2})|\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?)$/.exec(
    text.trim(),
  );
  if (found === null) return null;
  const [, year = '', month = found[4] ?? '', day = found[5] ?? ''] = found;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : null;
}

/** The day in a field that a form is not sent without. Throws where there is none. */
export function dayTyped(text: string): string {
  const day = dayFrom(text);
  if (day === null) throw new RangeError('asked before it is ready');
  return day;
}

/** Today by the clock of this computer. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
