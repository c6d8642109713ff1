/**
 * A receptionist asks every route that shows anything of a resident, about everybody, day after day, as often as the limits let them. What they learn of names,
 * plates and phones comes of few routes; each of these, asked about everybody, stands in the alerts before they have them all.
 */
import { expect, it } from 'vitest';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { USUAL_LIMITS } from '../../contract/limits/lists.ts';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import { type FakeClock, HOUR_MS, createFakeClock } from '../support/fake-clock.ts';
import { isFullRun } from '../support/full-run.ts';
import { draftOf } from '../support/people-drafts.ts';
import { namesAnybody, requestFor } from '../support/request-for.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const [DAYS, RESIDENTS] = isFullRun ? [30, 24] : [1, 1];
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华';

/**
 * Routes that a receptionist may call with no PIN but their own, and whose replies can lead to a resident: those that show nothing can hold nothing, by their
 * types, and those that take somebody else's PIN answer to it alone.
 */
const SHOWING = ROUTE_NAMES.filter((name) => {
  const { scope, shows, proof } = ROUTES[name].facts;
  return scope !== undefined && shows !== 'nothing' && proof !== 'second';
});

interface Resident {
  readonly personId: PersonId;
  readonly roomId: RoomId;
  readonly values: Readonly<Record<'name' | 'plate' | 'phone', string>>;
}

let desk: VaultHarness;

async function begin(
  count: number,
): Promise<{ readonly clock: FakeClock; readonly people: readonly Resident[] }> {
  const clock = createFakeClock();
  desk = await openDesk('supervisor', { clock });
  const people: Resident[] = [];
  for (let n = 0; n < count; n++) {
    const values = {
      name: `覃${GIVEN[n % 24]!}${GIVEN[(n * 7 + Math.floor(n / 24)) % 24]!}`,
      plate: `桂M7${String(1000 + 37 * n)}`,
      phone: `1410000${String(1000 + 53 * n)}`,
    };
    const { personId } = await desk.call('people.add', {
      person: draftOf(n, {
        name: values.name,
        rooms: [{ text: `3-1-${1000 + n}`, relation: 'owner' }],
        plates: [values.plate],
        sealed: [{ field: 'phone', value: values.phone }],
      }),
      pin: PINS.supervisor,
    });
    const { rooms } = await desk.call('rooms.find', { text: `3-1-${1000 + n}` });
    people.push({ personId, roomId: rooms[0]!.roomId, values });
  }
  // What was added on the day before is no harvest.
  await desk.switchTo('admin');
  await desk.call('limits.change', { limits: USUAL_LIMITS, words: 'as of today', pin: PINS.admin });
  clock.advance(25 * HOUR_MS);
  await desk.switchTo('receptionist');
  return { clock, people };
}

/** What was learnt of whom, by route. */
type Learnt = Map<RouteName, Set<string>>;

/** Asks a route about somebody in each way that its lists allow; returns whether the limits let them go on. */
async function askAbout(
  name: RouteName,
  { personId, roomId, values }: Resident,
  clock: FakeClock,
  learnt: Learnt,
  choices: readonly number[],
): Promise<boolean> {
  const named = { 'person>people': personId, 'room>rooms': roomId, 'room-text': '3-1-1000' };
  for (const choice of choices) {
    const request = requestFor(ROUTES[name].request, {
      named: (mark) => named[mark],
      // They have no PIN but their own.
      proof: { slotId: await desk.slotOf('receptionist'), pin: PINS.receptionist },
      option: choice,
      text: '覃',
      choice,
    });
    let result = await desk.ask(name, request as never);
    if (!result.ok && result.error.code === 'too-fast') {
      clock.advance(61_000);
      result = await desk.ask(name, request as never);
    }
    if (!result.ok && result.error.code === 'limit-reached') return false;
    if (!result.ok) continue;
    const reply = JSON.stringify(result.value);
    for (const [kind, value] of Object.entries(values))
      if (reply.includes(value)) learnt.set(name, (learnt.get(name) ?? new Set()).add(`${kind} ${personId}`));
  }
  return true;
}

/** No list of a request has more values: the fields that can be asked for. */
const LONGEST_LIST = 40;
/** By which choices a route is asked differently; of one that shows no value one tells whether it is answered. */
function choicesOf(name: RouteName): readonly number[] {
  if (ROUTES[name].facts.shows !== 'value') return [0];
  const asked = new Map<string, number>();
  for (let choice = LONGEST_LIST; choice >= 0; choice--)
    asked.set(
      JSON.stringify(
        requestFor(ROUTES[name].request, {
          named: () => 1 as PersonId,
          proof: {},
          option: choice,
          choice,
        }) ?? null,
      ),
      choice,
    );
  return [...asked.values()].toSorted((one, other) => one - other);
}

const raised = async (): Promise<readonly string[]> => {
  await desk.switchTo('supervisor');
  return (await desk.call('alerts.list', {})).open.map(({ kind }) => kind);
};

/** On a busy machine thirty days take more than ten minutes. */
const MONTH_MS = 3_600_000;

it(
  'learns values in clear by routes that say so alone',
  async () => {
    const { clock, people } = await begin(RESIDENTS);
    const learnt: Learnt = new Map();
    for (let day = 0; day < DAYS; day++) {
      for (const name of SHOWING) {
        // Twelve hours are the longest session, and some routes end one.
        if ((await desk.codeOf('scope.read', {})) !== 'ok') await desk.switchTo('receptionist');
        const about = namesAnybody(ROUTES[name].request) ? people : people.slice(0, 1);
        const choices = choicesOf(name);
        for (const one of about) if (!(await askAbout(name, one, clock, learnt, choices))) break;
      }
      clock.advance(24 * HOUR_MS);
    }
    const taught = [...learnt.keys()].toSorted();
    expect(taught).toEqual(['emergency.begin', 'people.reveal']);
    expect(taught.map((name) => ROUTES[name].facts.shows)).toEqual(taught.map(() => 'value'));
    // So few residents raise nothing in a day; the alerts of each of these routes are tried below.
    if (isFullRun) expect(await raised()).not.toEqual([]);
  },
  MONTH_MS,
);

it.each([
  ['people.reveal', ['revealedBeyond']],
  ['emergency.begin', ['emergency', 'revealedBeyond']],
] as const)(
  'is in the alerts on the first day where %s is asked for everybody’s phone',
  async (name, expected) => {
    const { clock, people } = await begin(24);
    const learnt: Learnt = new Map();
    for (const { personId } of people.slice(0, 20)) {
      const why = name === 'people.reveal' ? { field: 'phone', ordinal: 0, why: { reason: 'repair' } } : {};
      const words = name === 'people.reveal' ? {} : { words: '楼上漏水，业主不在' };
      const ask = () => desk.ask(name, { personId, pin: PINS.receptionist, ...why, ...words } as never);
      let result = await ask();
      // An hour later, or after a minute, they go on.
      if (!result.ok) {
        clock.advance(HOUR_MS);
        result = await ask();
      }
      if (result.ok) learnt.set(name, (learnt.get(name) ?? new Set()).add(String(personId)));
    }
    expect(learnt.get(name)?.size).toBeLessThan(people.length);
    expect(await raised()).toEqual(expect.arrayContaining([...expected]));
  },
);
