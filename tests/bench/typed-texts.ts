/** What staff would type to find the people of a generated estate: every kind of match, from one character to the whole. */
import { nameKeys } from '../../main/vault/search/search-index.ts';
import {
  type GeneratedPerson,
  type Household,
  createRandom,
  generateHouseholds,
} from '../support/generate-people.ts';
import { words } from '../support/words.ts';

const SEED = 1;

export const benchHouseholds = (residents: number): Iterable<Household> =>
  generateHouseholds({ residents, seed: SEED });

/** `count` texts spread over the whole estate in a fixed shuffled order, so that no two in a row touch the same pages. */
export function typedTexts(residents: number, count: number): readonly string[] {
  const texts: string[] = [];
  const step = Math.max(1, Math.floor(residents / Math.max(1, count / 10)));
  let at = 0;
  for (const household of benchHouseholds(residents)) {
    for (const person of household.people) if (at++ % step === 0) texts.push(...textsFor(household, person));
  }
  const random = createRandom(SEED);
  return texts
    .map((text) => ({ text, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ text }) => text);
}

export const namesAmong = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => /^\p{Script=Han}{2,4}$/u.test(text));

function textsFor({ parsed }: Household, { name, sealed, plates }: GeneratedPerson): readonly string[] {
  const keys = nameKeys(name);
  const phone = sealed.find(({ field }) => field === 'phone')?.value ?? '';
  const room = [parsed.building, parsed.unit, parsed.room].filter((part) => part !== '');
  return [
    name,
    [...name][0]!,
    keys[0]!,
    keys[0]!.slice(0, 1),
    keys[1]?.slice(0, 4) ?? keys[0]!,
    `${[...name][0]!}${(keys[0] ?? '').slice(1)}`,
    parsed.label,
    room.join('-'),
    parsed.room,
    phone.slice(-4),
    phone,
    ...plates.flatMap((plate) => [plate, plate.slice(1, 5), plate.slice(-5).toLowerCase()]),
  ];
}

/** Fewer and whole ones, to be typed key by key. */
export const TYPED_BY_HAND = words(
  'zs wangw 张 liu 3-2-1801 1801 1234 14112341 m123 chenj 2-1-5 李m hhj 4-1 5678 ouyang zhaol',
  '12-2-301 weix 9012',
);
