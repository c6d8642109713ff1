/** Words for the subject of an answer. Pure. */
import type { Translate } from '../messages/translate.ts';
import type { FormerPerson, NamedPerson, AccessHistoryWhom } from '../../contract/access-history/views.ts';
import { formatFullMoment } from '../messages/format.ts';

/** A resident by mask and rooms. */
export const personWords = (t: Translate, { mask, rooms }: NamedPerson): string =>
  [mask ?? t('accessHistory.gone'), ...rooms].join(' · ');

/** The same with the time in which a number was theirs. */
export const formerWords = (t: Translate, { from, until, ...person }: FormerPerson): string =>
  `${personWords(t, person)} (${t('accessHistory.paper.span', { from: formatFullMoment(from), to: formatFullMoment(until) })})`;

/** One line each. */
export function whomWords(
  t: Translate,
  { people, roomLabel, staffName, days }: AccessHistoryWhom,
): readonly string[] {
  const [from, to] = days ?? [];
  const span =
    from === undefined || to === undefined
      ? null
      : from === to
        ? from
        : t('accessHistory.paper.span', { from, to });
  const one = [roomLabel, staffName, span].filter((part) => part !== null).join(' · ');
  return one === '' ? people.map((person) => personWords(t, person)) : [one];
}
