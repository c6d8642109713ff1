/** Names of weekdays as a language writes them. Pure. */

/** Some Monday. */
const MONDAY = { year: 2024, month: 0, day: 1 };

/** Monday to Sunday. */
export function weekdayNames(language: string, weekday: 'short' | 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { weekday });
  return Array.from({ length: 7 }, (_, later) =>
    format.format(new Date(MONDAY.year, MONDAY.month, MONDAY.day + later)),
  );
}
