/** What an admin may make of the list of reasons, and which of them are offered when one is asked for. */
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../../contract/fields.ts';
import { REASONS_WITH_TICKET, TASK_IDS, taskOf } from '../../../contract/tasks/lists.ts';
import {
  type ListedReason,
  MAX_OWN_REASONS,
  type ReasonList,
  USUAL_REASONS,
  completeList,
  mayFollow,
  nextOwnId,
  usedReason,
} from '../../../contract/reasons/lists.ts';
import { reasonListSchema } from '../../../contract/reasons/schemas.ts';
import { withMoved, withOwn, withReason } from '../../../renderer/reasons/reasons-store.ts';
import { offeredReasons } from '../../../renderer/reveal/access-reason.ts';

const WITH_OWN = withOwn(USUAL_REASONS, { zh: '消防检查', en: 'Fire inspection' });
const OWN = WITH_OWN.at(-1)!;

describe('the usual list', () => {
  it('has every reason of the program in use, and asks for a ticket where a task does', () => {
    expect(USUAL_REASONS.map(({ id }) => id).toSorted()).toEqual([...REASONS].toSorted());
    expect(USUAL_REASONS.every(({ used, words }) => used && words === null)).toBe(true);
    expect(USUAL_REASONS.filter(({ ticket }) => ticket).map(({ id }) => id)).toEqual(REASONS_WITH_TICKET);
    for (const id of TASK_IDS) expect(usedReason(USUAL_REASONS, taskOf(id).reason)).toBeDefined();
  });

  it('follows itself, and is what an earlier list without a reason is completed to', () => {
    expect(mayFollow(USUAL_REASONS, USUAL_REASONS)).toBe(true);
    expect(completeList(USUAL_REASONS.slice(0, -1))).toEqual(USUAL_REASONS);
  });
});

describe('a list may follow', () => {
  it.each<[string, ReasonList, ReasonList]>([
    ['with a reason added', USUAL_REASONS, WITH_OWN],
    ['in another order', WITH_OWN, withMoved(WITH_OWN, OWN.id, -1)],
    ['with one out of use', WITH_OWN, withReason(WITH_OWN, OWN.id, { used: false })],
    [
      'with one of the program out of use',
      USUAL_REASONS,
      withReason(USUAL_REASONS, 'parcel', { used: false }),
    ],
    ['with one that asks for a ticket', USUAL_REASONS, withReason(USUAL_REASONS, 'repair', { ticket: true })],
  ])('%s', (_, before, next) => expect(mayFollow(before, next)).toBe(true));
});

describe('a list may not follow', () => {
  const replaced = (change: Partial<ListedReason>): ReasonList =>
    WITH_OWN.map((one) => (one.id === OWN.id ? { ...one, ...change } : one));
  it.each<[string, ReasonList, ReasonList]>([
    ['without a reason of before', WITH_OWN, USUAL_REASONS],
    ['with other words of one of before', WITH_OWN, replaced({ words: { zh: '别的', en: 'Other' } })],
    ['without the words of one of before', WITH_OWN, replaced({ words: null })],
    [
      'with words for one of the program',
      USUAL_REASONS,
      USUAL_REASONS.map((one) => (one.id === 'repair' ? { ...one, words: { zh: '收费', en: 'Fees' } } : one)),
    ],
    ['with one twice', WITH_OWN, [...WITH_OWN, OWN]],
    ['with a number that was given before', WITH_OWN, [...WITH_OWN, { ...OWN, id: 'own-0' as const }]],
    ['with a new one that has no words', USUAL_REASONS, [...USUAL_REASONS, { ...OWN, words: null }]],
    ...(['emergency', 'authority', 'other'] as const).map((id): [string, ReasonList, ReasonList] => [
      `with ${id} out of use`,
      USUAL_REASONS,
      withReason(USUAL_REASONS, id, { used: false }),
    ]),
    [
      'with no ticket for an authority',
      USUAL_REASONS,
      withReason(USUAL_REASONS, 'authority', { ticket: false }),
    ],
    [
      'with a ticket for an emergency',
      USUAL_REASONS,
      withReason(USUAL_REASONS, 'emergency', { ticket: true }),
    ],
    [
      'with more of them than there may be',
      USUAL_REASONS,
      Array.from({ length: MAX_OWN_REASONS + 1 }).reduce<ReasonList>(
        (list) => withOwn(list, { zh: '一', en: '' }),
        USUAL_REASONS,
      ),
    ],
  ])('%s', (_, before, next) => expect(mayFollow(before, next)).toBe(false));
});

it('gives each added reason a number of its own, also where the last is out of use or further up', () => {
  const moved = withMoved(withReason(WITH_OWN, OWN.id, { used: false }), OWN.id, -1);
  expect(nextOwnId(moved)).toBe('own-2');
});

it('takes one text for both languages, as one visible line', () => {
  expect(withOwn(USUAL_REASONS, { zh: ' 消防\n检查\u200b ', en: '' }).at(-1)?.words).toEqual({
    zh: '消防 检查',
    en: '消防 检查',
  });
});

it.each(['own-0', 'own-', 'own-1000', 'own-1:x', 'Own-1', '__proto__'])('knows no reason called %s', (id) =>
  expect(reasonListSchema.safeParse([{ ...OWN, id }]).success).toBe(false),
);

describe('reasons are offered', () => {
  const offered = (list: ReasonList, all: boolean, first: ListedReason['id'] | null = 'transfer') =>
    offeredReasons(list, { first, chosen: 'correction', all });

  it('five of them in the order of the admin behind that of what is being done, and what was chosen', () => {
    const [one, two, three, four] = WITH_OWN.map(({ id }) => id).filter((id) => id !== 'transfer');
    expect(offered(WITH_OWN, false)).toEqual(['transfer', one, two, three, four, 'correction']);
    expect(offered(WITH_OWN, false, null).slice(0, 5)).toEqual(WITH_OWN.slice(0, 5).map(({ id }) => id));
  });

  it('all of them in that order where all are asked for', () =>
    expect(offered(WITH_OWN, true, null)).toEqual(WITH_OWN.map(({ id }) => id)));

  it('never one that is out of use, whatever names it', () => {
    const list = ['transfer', 'correction', 'fees'].reduce<ReasonList>(
      (without, id) => withReason(without, id as ListedReason['id'], { used: false }),
      WITH_OWN,
    );
    for (const out of ['transfer', 'correction', 'fees']) expect(offered(list, true)).not.toContain(out);
  });
});
