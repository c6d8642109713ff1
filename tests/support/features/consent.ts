/** Notice and consent in the tests that go over every feature. */
import type { RouteReply } from '../../../contract/routes.ts';
import type { AtDesk, FeatureFlow, Look } from '../../screens/screen-list.ts';
import { click, get, showing, submitAs } from '../../screens/steps.ts';
import { RESIDENTS } from '../desk-residents.ts';
import { lookAtNothing } from '../look-at-nothing.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';

/** A version is in force, whoever is signed in: a receptionist finds the one that a supervisor has set. */
async function putInForce(walk: Walk): Promise<void> {
  if ((await walk.ask('consent.rules', {})).noticeVersion !== null) return;
  const { role } = walk;
  if (role === 'receptionist') await walk.desk.switchTo('supervisor');
  await walk.desk.call('consent.setVersion', {
    noticeVersion: '2026-1',
    pin: (await walk.desk.proofOf(role === 'admin' ? 'admin' : 'supervisor')).pin,
  });
  if (role === 'receptionist') await walk.desk.switchTo('receptionist');
}

async function tellOne(walk: Walk, agreed: boolean): Promise<RouteReply<'consent.tell'>> {
  await putInForce(walk);
  const { version } = await walk.ask('people.open', { personId: walk.personId });
  return walk.ask('consent.tell', {
    personId: walk.personId,
    version,
    purposes: ['service'],
    agreed,
    way: 'counter',
    consenter: 'self',
    pin: walk.pin,
  });
}

/** Today, as the desk of the walk has it. */
const TODAY = '2020-01-02';
const EVERYWHERE = { estate: '', building: null, unit: null } as const;

let versions = 0;

async function postSomewhere(walk: Walk) {
  // A version of its own, so that somebody is to be told; no time of day, whose digits are a plate's once in a while.
  await walk.ask('consent.setVersion', { noticeVersion: `walk-${++versions}`, pin: walk.pin });
  return walk.ask('consent.post', { area: EVERYWHERE, on: TODAY, pin: walk.pin });
}

export const visits: VisitsOf<'consent'> = {
  'consent.tell': (walk) => tellOne(walk, false),
  'consent.takeBack': async (walk) => {
    const { person, recordIds } = await tellOne(walk, false);
    return walk.ask('consent.takeBack', { personId: walk.personId, version: person.version, recordIds });
  },
  'consent.withdraw': async (walk) => {
    const { person } = await tellOne(walk, true);
    return walk.ask('consent.withdraw', {
      personId: walk.personId,
      version: person.version,
      purposes: ['service'],
      on: TODAY,
      follows: 'delete',
      pin: walk.pin,
    });
  },
  'consent.form': async (walk) => {
    await putInForce(walk);
    return walk.ask('consent.form', { personId: walk.personId });
  },
  'consent.missing': (walk) => walk.ask('consent.missing', { kind: 'sensitive', after: null }),
  'consent.setVersion': (walk) => walk.ask('consent.setVersion', { noticeVersion: '2026-1', pin: walk.pin }),
  'consent.post': postSomewhere,
  'consent.takeDown': async (walk) => {
    const { postings } = await postSomewhere(walk);
    return walk.ask('consent.takeDown', { postingId: postings[0]!.postingId, pin: walk.pin });
  },
  'consent.findChildren': (walk) => walk.ask('consent.findChildren', { pin: walk.pin }),
};

// --- the screens

const SCREENS = {
  ...showing(['page:consent'], 'consent-none', 'consent-version', 'consent', 'consent-post'),
  ...showing(['page:consent'], 'consent-posted', 'consent-take-down', 'consent-found'),
  ...showing(['page:counter'], 'consent-record', 'consent-agree', 'consent-agreed', 'consent-withdraw'),
} as const;

const send = async (walk: AtDesk, form: string): Promise<void> => {
  await submitAs(walk, 'supervisor', `${form}-submit`, `${form}-form`);
  await get(walk, `${form}-form`).waitFor({ state: 'detached' });
};

/** As the supervisor who is at the page: puts a notice in force. */
export async function putNoticeInForce(
  walk: AtDesk,
  look: Look<typeof SCREENS> = lookAtNothing,
): Promise<void> {
  await get(walk, 'consent-no-notice').waitFor();
  await look('consent-none');
  await click(walk, 'consent-version');
  await get(walk, 'consent-version-input').fill('2026-1');
  await look('consent-version');
  await send(walk, 'consent-version');
}

/** As the same: it hangs in an area. `place`: among those that are offered, the whole estate first. */
export async function postNotice(
  walk: AtDesk,
  place: number,
  look: Look<typeof SCREENS> = lookAtNothing,
): Promise<void> {
  await click(walk, 'consent-post');
  await walk.desk.choose('consent-area', { value: String(place) });
  await look('consent-post');
  await send(walk, 'consent-post');
  await get(walk, 'consent-posting').waitFor();
}

/** As the same: looks for children without a guardian. */
export async function findChildren(walk: AtDesk): Promise<void> {
  await click(walk, 'consent-find');
  await send(walk, 'consent-find');
}

/** A supervisor puts a notice in force, posts it, looks for children, and enters a consent and its withdrawal at the counter. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 70,
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look, desk) {
    await desk.open('consent');
    await putNoticeInForce(walk, look);
    await look('consent', { wait: 'consent-row' });
    await postNotice(walk, 1, look);
    await look('consent-posted');
    await look('consent-take-down', { press: 'consent-take-down', wait: 'consent-take-down-form' });
    await click(walk, 'consent-take-down-cancel');
    await findChildren(walk);
    await look('consent-found', { wait: 'toast' });

    const { asked } = RESIDENTS;
    await desk.open('counter');
    await desk.search(`${asked.building}-${asked.unit}-${asked.room}`);
    await desk.openFirst();
    await get(walk, 'consent-strip').waitFor();
    await get(walk, 'consent-strip').scrollIntoViewIfNeeded();
    await look('consent-record');
    await look('consent-agree', { press: 'consent-agree' });
    await send(walk, 'consent-tell');
    await look('consent-agreed', { wait: 'consent-withdraw' });
    await look('consent-withdraw', { press: 'consent-withdraw' });
    await click(walk, 'consent-withdraw-cancel');
    await desk.page.keyboard.press('Escape');
  },
};
