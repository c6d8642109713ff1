/** What screens are shown in tests is what the vault may answer, and about nobody: recorded answers against the contract. */
import { expect, it } from 'vitest';
import { ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { PINS } from '../../support/pins.ts';
import { type Recording, readRecordings } from '../../support/recordings.ts';

const recordings = await readRecordings();

const howToRecord = (route: RouteName): string =>
  `record anew: RECORD=${route.slice(0, route.indexOf('.'))} npx vitest run --project recordings`;

/** Of each route that lacks an answer, and of each answer that its route may not give. */
const misfitsIn = (all: readonly Recording[]): readonly string[] => [
  ...ROUTE_NAMES.filter((name) => !all.some(({ route }) => route === name)).map(
    (route) => `${route}: no answer; ${howToRecord(route)}`,
  ),
  ...all.flatMap(({ route, role, reply }) => {
    const parsed = ROUTES[route]?.reply.safeParse(reply);
    if (parsed?.success === true) return [];
    return [`${route} as ${role ?? 'nobody'}: ${parsed?.error.message ?? 'no route'}; ${howToRecord(route)}`];
  }),
];

it('has an answer to every route, as its schema has it', () => {
  expect(misfitsIn(recordings)).toEqual([]);
});

it('says which route lacks an answer or has one that does not fit, and how to record it anew', () => {
  const status = recordings.find(({ route }) => route === 'vault.status')!;
  const { people: _, ...rest } = status.reply as { readonly people: unknown };
  const others = recordings.filter(({ route }) => route !== 'vault.status');
  const saying = expect.stringMatching(/^vault\.status.*RECORD=vault npx vitest run --project recordings$/s);
  expect(misfitsIn(others)).toEqual([saying]);
  for (const reply of [{ ...rest, people: [], more: 1 }, rest])
    expect(misfitsIn([...others, { ...status, reply }])).toEqual([saying]);
});

it('proves nothing: no PIN is in it', () => {
  const text = JSON.stringify(recordings);
  expect(Object.values(PINS).filter((pin) => text.includes(pin))).toEqual([]);
  expect(recordings.filter(({ request }) => JSON.stringify(request).includes('"pin"'))).toEqual([]);
});

it('tells of nobody who can exist, and of no computer', () => {
  const text = JSON.stringify(recordings);
  const idNumbers = text.match(/(?<![\da-z])\d{17}[\dX](?![\da-z])/gi) ?? [];
  const phones = text.match(/(?<![\da-z])1[3-9]\d{9}(?![\da-z])/gi) ?? [];
  expect([idNumbers.length, phones.length]).not.toContain(0);
  expect(idNumbers.filter((value) => Number(value.slice(6, 10)) >= 1900)).toEqual([]);
  expect(phones.filter((value) => !value.startsWith('141'))).toEqual([]);
  expect(text).not.toMatch(/\/tmp\/|\/home\/|\/root\/|resident-vault-test-/);
});
