/** Requests of individuals in the tests that go over every feature. */
import type { RequestView } from '../../../contract/requests/routes.ts';
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { RESIDENTS } from '../desk-residents.ts';
import { draftOf, phoneOf } from '../people-drafts.ts';
import { PLANTED } from '../planted-people.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { PINS } from '../vault-harness.ts';

const [FULL] = PLANTED;

// --- the walk over the routes

/** One of the planted resident that is open. Whoever may not take one in is handed what somebody else has. */
async function oneOpen(walk: Walk): Promise<RequestView> {
  const { personId } = walk;
  if (walk.role !== 'admin') {
    const { register, requestId } = await walk.ask('requests.takeIn', {
      personId,
      what: 'explain',
      fields: [],
      asker: 'self',
      way: 'counter',
    });
    return register.requests.find((one) => one.requestId === requestId)!;
  }
  const { requests } = await walk.ask('requests.list', {});
  return requests.find(({ state }) => state === 'open')!;
}
const seenOf = ({ requestId, version }: RequestView) => ({ requestId, version });

const withdraw = async (walk: Walk): Promise<RequestView> => {
  const open = await oneOpen(walk);
  const { requests } = await walk.ask('requests.decide', {
    ...seenOf(open),
    how: 'withdrawn',
    words: '本人来电说不需要了',
    papers: false,
    pin: walk.pin,
  });
  return requests.find(({ requestId }) => requestId === open.requestId)!;
};

export const visits: VisitsOf<'requests'> = {
  'requests.takeIn': oneOpen,
  'requests.verify': async (walk) =>
    walk.ask('requests.verify', {
      ...seenOf(await oneOpen(walk)),
      personId: walk.personId,
      kind: 'phone',
      said: FULL.sealed.phone[0].value,
      pin: walk.pin,
    }),
  'requests.extend': async (walk) => {
    const open = await oneOpen(walk);
    return walk.ask('requests.extend', {
      ...seenOf(open),
      dueOn: open.latest,
      words: '资料要向财务核对',
      pin: walk.pin,
    });
  },
  'requests.decide': withdraw,
  // At a desk of its own: the walk needs its residents afterwards.
  'requests.erase': (walk) =>
    walk.elsewhere(async (fresh) => {
      const { desk } = fresh;
      const personId = await desk.setUpWith(
        draftOf(3, { sealed: [{ field: 'phone', value: phoneOf(3) }] }),
        'supervisor',
      );
      const taken = await desk.call('requests.takeIn', {
        personId,
        what: 'delete',
        fields: [],
        asker: 'self',
        way: 'counter',
      });
      const { register } = await desk.call('requests.verify', {
        requestId: taken.requestId,
        version: 1,
        personId,
        kind: 'phone',
        said: phoneOf(3),
        pin: PINS.supervisor,
      });
      await fresh.ask('requests.erase', {
        ...seenOf(register.requests[0]!),
        papers: false,
        pin: PINS.supervisor,
        other: await desk.proofOf('admin'),
      });
    }),
  'requests.letter': async (walk) => {
    const { requestId } = await withdraw(walk);
    return walk.ask('requests.letter', { requestId });
  },
};

// --- the screens

/** A supervisor comes from the counter's task, registers a request, verifies who asks, and refuses it. */
export const flow = featureFlow({
  place: 270,
  as: 'supervisor',
  screens: {
    ...showing(['page:requests'], 'requests-none', 'requests-no-person', 'requests-take-in'),
    ...showing(['page:requests'], 'requests-taken', 'requests-verify', 'requests-verified', 'requests-done'),
    ...showing(['page:requests'], 'requests-extend', 'requests-refuse', 'requests-refused', 'requests-list'),
  },
  async run(walk, look, desk) {
    const { other } = RESIDENTS;
    const submit = async (): Promise<void> => {
      await click(walk, 'request-submit');
      await get(walk, 'request-form').waitFor({ state: 'detached', timeout: 20_000 });
    };
    const typePin = () => get(walk, 'request-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    const act = async (what: string): Promise<void> => {
      await click(walk, `request-${what}`);
      await get(walk, 'request-form').waitFor();
    };
    const openFirst = async (): Promise<void> => {
      if ((await get(walk, 'request-drawer').count()) > 0) return;
      await get(walk, 'request-row').first().getByRole('button').first().click();
      await get(walk, 'request-drawer').waitFor();
    };
    await desk.open('requests');
    await look('requests-none', { wait: 'requests-none' });
    await look('requests-no-person', { press: 'request-take-in', wait: 'request-no-person' });
    await click(walk, 'request-to-counter');
    await desk.search(`${other.building}-${other.unit}-${other.room}`);
    await desk.openFirst();
    await desk.open('requests');
    await click(walk, 'request-take-in');
    await look('requests-take-in', { press: 'request-what-correct' });
    await submit();
    await look('requests-taken', { wait: 'request-drawer' });
    await act('verify');
    await look('requests-verify', { wait: 'request-said' });
    await get(walk, 'request-said').fill(other.phone);
    await typePin();
    await submit();
    await openFirst();
    await look('requests-verified');
    await act('done');
    await look('requests-done');
    await click(walk, 'request-cancel');
    await openFirst();
    await act('extend');
    await look('requests-extend');
    await click(walk, 'request-cancel');
    await openFirst();
    await act('refuse');
    await desk.choose('request-refusal', { value: 'correct-already' });
    await get(walk, 'request-words').fill('与产权证核对一致');
    await typePin();
    await look('requests-refuse');
    await submit();
    await openFirst();
    await look('requests-refused', { wait: 'request-letter' });
    await desk.page.keyboard.press('Escape');
    await get(walk, 'request-drawer').waitFor({ state: 'detached' });
    await look('requests-list');
    await desk.page.keyboard.press('Escape');
  },
});
