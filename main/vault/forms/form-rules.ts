/** Conclusions from a form and its answers: when it is due again, which answers are findings, whether it is complete. Pure. */
import type { FormData, FormItem, FormOption } from '../law/schemas.ts';

/** An answer as it is judged. */
interface GivenAnswer {
  readonly item: string;
  readonly choice: string | null;
  /** The day (`YYYY-MM-DD`) on which it was given. */
  readonly on: string;
  /** Days of what its evidence shows. */
  readonly shown: readonly string[];
}

/** The results that an item may have. */
export const optionsOf = (data: FormData, item: FormItem): readonly FormOption[] =>
  item.options ?? data.options;

/** The chosen result; undefined where there is none, or no longer. */
export const optionOf = (
  data: FormData,
  item: FormItem,
  choice: string | null | undefined,
): FormOption | undefined => optionsOf(data, item).find(({ id }) => id === choice);

/** Whether the answer says that something is to be put right. */
export const isFinding = (data: FormData, item: FormItem, choice: string | null | undefined): boolean =>
  optionOf(data, item, choice)?.finding === true;

/** Items without a result. */
export const unanswered = (
  data: FormData,
  answers: readonly Pick<GivenAnswer, 'item' | 'choice'>[],
): readonly FormItem[] =>
  data.items.filter(
    (item) => optionOf(data, item, answers.find((one) => one.item === item.id)?.choice) === undefined,
  );

/** The same day so many months later; the last of the month where there is none. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(first / 12), first % 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return [
    String(toYear).padStart(4, '0'),
    String(toMonth + 1).padStart(2, '0'),
    String(Math.min(date, last)).padStart(2, '0'),
  ].join('-');
}

/**
 * From which day on an answer has to be given again: counted from the day that its newest evidence shows, which may be long before it was attached, and
 * without evidence from the day of the answer.
 */
export function answerDueOn(data: FormData, item: FormItem, { on, shown }: GivenAnswer): string {
  const newest = shown.toSorted().at(-1) ?? on;
  return monthsAfter(newest < on ? newest : on, item.renewMonths ?? data.renewMonths);
}

/** From which day on the form has to be filled in again: the first of its answers; `finishedOn` where it has none. */
export function formDueOn(data: FormData, answers: readonly GivenAnswer[], finishedOn: string): string {
  const days = data.items.flatMap((item) => {
    const answer = answers.find((one) => one.item === item.id);
    return answer === undefined ? [] : [answerDueOn(data, item, answer)];
  });
  return days.toSorted()[0] ?? monthsAfter(finishedOn, data.renewMonths);
}
