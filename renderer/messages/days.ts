/** Days as people say them, in sentences. Pure. */

/** Parts of a day as a language writes them. */
export const nameDay = (time: number, language: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, parts).format(time);

/** A day in a sentence: `1月31日 周六`, `Sat 31 Jan`; with its year where that is not the one of `now`. */
export function formatDay(time: number, language: string, now = Date.now()): string {
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const day = nameDay(time, language, {
    ...(!isThisYear && { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
  });
  const weekday = nameDay(time, language, { weekday: 'short' });
  return language === 'en' ? `${weekday} ${day}` : `${day} ${weekday}`;
}

const ENDS_AS_SENTENCE = /[。.！？!?]$/u;
const DAY_OF_TABLE = /^(\d{4})-(\d{2})-(\d{2})( \d{2}:\d{2})?$/;

/** A sentence with the days that were put into it as people say them; what is no sentence stays, and so does what somebody typed around a day. */
export function sayDays(text: string, values: Readonly<Record<string, unknown>>, language: string): string {
  if (!ENDS_AS_SENTENCE.test(text)) return text;
  return Object.values(values).reduce<string>((said, value) => {
    const [whole, year, month, day, clock = ''] =
      (typeof value === 'string' && DAY_OF_TABLE.exec(value)) || [];
    return whole === undefined
      ? said
      : said.replace(
          whole,
          `${formatDay(new Date(Number(year), Number(month) - 1, Number(day)).getTime(), language)}${clock}`,
        );
  }, text);
}
