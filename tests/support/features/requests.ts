/** Requests of individuals in the tests that go over every feature. */
import type { RequestAsker, RequestWhat } from '../../../contract/requests/lists.ts';
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
async function oneOpen(walk: Walk, asker: RequestAsker = 'self'): Promise<RequestView> {
  const { personId } = walk;
  if (walk.role !== 'admin') {
    const { register, requestId } = await walk.ask('requests.takeIn', {
      personId,
      what: 'explain',
      fields: [],
      asker,
      way: 'counter',
    });
    return register.requests.find((one) => one.requestId === requestId)!;
  }
  const { requests } = await walk.ask('requests.list', {});
  return requests.find((one) => one.state === 'open' && one.asker === asker)!;
}
const seenOf = ({ requestId, version }: RequestView) => ({ requestId, version });

type Seen = ReturnType<typeof seenOf>;

/** One of somebody who has consented and was verified for it, at a desk of its own: the walk needs its residents afterwards. */
const verifiedElsewhere = (
  walk: Walk,
  what: RequestWhat,
  work: (fresh: Walk, seen: Seen) => Promise<unknown>,
): Promise<void> =>
  walk.elsewhere(async (fresh) => {
    const { desk } = fresh;
    const phone = phoneOf(3);
    const personId = await desk.setUpWith(
      draftOf(3, { sealed: [{ field: 'phone', value: phone }] }),
      'supervisor',
    );
    const pin = PINS.supervisor;
    await desk.call('consent.setVersion', { noticeVersion: '第一版', pin });
    const { version } = await desk.call('people.open', { personId });
    const told = { purposes: ['service'], agreed: true, way: 'counter', consenter: 'self' } as const;
    await desk.call('consent.tell', { personId, version, ...told, purposes: [...told.purposes], pin });
    const asked = { personId, what, fields: [], asker: 'self', way: 'counter' } as const;
    const taken = await desk.call('requests.takeIn', { ...asked, fields: [] });
    const { register } = await desk.call('requests.verify', {
      requestId: taken.requestId,
      version: 1,
      personId,
      kind: 'phone',
      said: phone,
      pin,
    });
    await work(fresh, seenOf(register.requests[0]!));
  });

const restrict = (fresh: Walk, seen: Seen) =>
  fresh.ask('requests.restrict', { ...seen, words: '本人要求暂停使用', pin: PINS.supervisor });

const withdraw = async (walk: Walk): Promise<RequestView> => {
  const open = await oneOpen(walk);
  const { requests } = await walk.ask('requests.decide', {
    ...seenOf(open),
    how: 'withdrawn',
    words: '本人来电说不需要了',
    pin: walk.pin,
  });
  return requests.find(({ requestId }) => requestId === open.requestId)!;
};

export const visits: VisitsOf<'requests'> = {
  'requests.takeIn': (walk) => oneOpen(walk),
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
  'requests.authorise': async (walk) => {
    const agent = await oneOpen(walk, 'agent');
    return walk.ask('requests.authorise', {
      ...seenOf(agent),
      name: FULL.name.value,
      paper: 'power-of-attorney',
      until: '2099-12-31',
      identityChecked: true,
      pin: walk.pin,
    });
  },
  'requests.restrict': (walk) => verifiedElsewhere(walk, 'restrict', restrict),
  'requests.lift': (walk) =>
    verifiedElsewhere(walk, 'restrict', async (fresh, seen) => {
      const { requests } = await restrict(fresh, seen);
      await fresh.ask('requests.lift', {
        ...seenOf(requests[0]!),
        words: '本人要求恢复使用',
        pin: PINS.supervisor,
      });
    }),
  'requests.withdrawConsent': (walk) =>
    verifiedElsewhere(walk, 'withdraw-consent', (fresh, seen) =>
      fresh.ask('requests.withdrawConsent', {
        ...seen,
        purposes: ['service'],
        follows: 'delete',
        pin: PINS.supervisor,
      }),
    ),
  'requests.erase': (walk) =>
    verifiedElsewhere(walk, 'delete', async (fresh, seen) =>
      fresh.ask('requests.erase', {
        ...seen,
        pin: PINS.supervisor,
        other: await fresh.desk.proofOf('admin'),
      }),
    ),
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
    ...showing(['page:requests'], 'requests-authorise', 'requests-restrict', 'requests-restricted'),
    ...showing(['page:requests'], 'requests-lift', 'requests-withdraw-consent'),
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
    const openRow = async (state: string, number = ''): Promise<void> => {
      await get(walk, 'request-row')
        .and(desk.page.locator(`[data-state="${state}"]`))
        .filter({ hasText: number })
        .first()
        .getByRole('button')
        .first()
        .click();
      await get(walk, 'request-drawer').waitFor();
    };
    const takeInBy = async (asker: string, what: string): Promise<void> => {
      if ((await get(walk, 'request-drawer').count()) > 0) await desk.page.keyboard.press('Escape');
      await click(walk, 'request-take-in');
      await click(walk, `request-what-${what}`);
      await click(walk, `request-asker-${asker}`);
      await submit();
      await get(walk, 'request-drawer').waitFor();
    };
    const verify = async (): Promise<void> => {
      const [number] = /R-\d+/.exec((await get(walk, 'request-drawer').textContent()) ?? '') ?? [];
      await act('verify');
      await get(walk, 'request-said').fill(other.phone);
      await typePin();
      await submit();
      if ((await get(walk, 'request-drawer').count()) === 0) await openRow('open', number);
    };
    await desk.open('requests');
    await look('requests-none', { wait: 'requests-none' });
    await look('requests-no-person', { press: 'request-take-in', wait: 'request-no-person-form' });
    await click(walk, 'request-no-person-submit');
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
    await takeInBy('agent', 'access');
    await verify();
    await act('authorise');
    await get(walk, 'request-form').getByRole('textbox').first().fill('代办人');
    await look('requests-authorise');
    await click(walk, 'request-cancel');
    await openFirst();
    await desk.page.keyboard.press('Escape');
    await takeInBy('self', 'restrict');
    await verify();
    await click(walk, 'request-go-restricted');
    await get(walk, 'request-words').fill('本人要求暂停使用');
    await typePin();
    await look('requests-restrict', { wait: 'request-form' });
    await submit();
    await openRow('done');
    await look('requests-restricted', { wait: 'request-lift' });
    await click(walk, 'request-lift');
    await get(walk, 'request-words').fill('本人要求恢复使用');
    await typePin();
    await look('requests-lift', { wait: 'request-form' });
    await submit();
    await takeInBy('self', 'withdraw-consent');
    await verify();
    await look('requests-withdraw-consent', {
      press: 'request-go-consent-withdrawn',
      wait: 'request-form',
    });
    await click(walk, 'request-cancel');
    await desk.page.keyboard.press('Escape');
  },
});
