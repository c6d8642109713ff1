/** Handing an estate over in the tests that go over every feature; the answers of the fake bridge are in `../fake-retention.ts`. */
import type { FileId } from '../../../contract/ids.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { Flow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { Visit, Walk } from '../route-walk.ts';
import { FEATURE_ENGINES } from '../engines.ts';
import { draftOf } from '../people-drafts.ts';
import { openStoreOf } from '../store-tools.ts';
import type { VaultHarness } from '../vault-harness.ts';
import { PINS } from '../vault-harness.ts';
import { dayAhead, offerDisclosure } from './disclosures.ts';

type Name = Extract<RouteName, `handover.${string}`>;

/** As `offerDisclosure` offers it. */
export const HANDOVER_FILE = 'd5'.repeat(16) as FileId;

/** The request for an order, without the PINs. */
export const orderOf = (): Omit<RouteRequest<'handover.order'>, 'pin' | 'other'> => ({
  estate: null,
  to: 'committee',
  recipient: '虚渺苑业主委员会',
  officer: '业委会主任',
  document: '业主大会〔2026〕3 号',
  fields: ['phone', 'plate'],
  words: '业主大会决定解聘',
});

const otherOf = (walk: Walk) => walk.desk.proofOf(walk.role === 'supervisor' ? 'admin' : 'supervisor');
const order = async (walk: Walk) =>
  walk.ask('handover.order', { ...orderOf(), pin: walk.pin, other: await otherOf(walk) });
const stop = (walk: Walk, handoverId: number) =>
  walk.ask('handover.stop', { handoverId, words: '决定还没有生效', pin: walk.pin });
/** One that waits. */
async function waiting(walk: Walk): Promise<number> {
  const { handovers } = await walk.ask('handover.list', {});
  const one = handovers.find(({ state }) => state === 'ordered') ?? (await order(walk)).handovers[0];
  return one!.handoverId;
}

/** As if what waits had been ordered the day before. */
async function letADayPass({ vaultDir, keychain }: VaultHarness): Promise<void> {
  const [engine] = FEATURE_ENGINES;
  const store = await openStoreOf({ vaultDir, deviceSecrets: keychain.deviceSecrets }, engine!, PINS.admin);
  await store.runAlone({ text: 'UPDATE handover SET ordered_at = ordered_at - 90000000', values: [] });
  await store.close();
}

/** At a desk of its own, where a supervisor is signed in and a day has passed since the order. */
const dayLater = (walk: Walk, work: (fresh: Walk, handoverId: number) => Promise<unknown>): Promise<void> =>
  walk.elsewhere(async (fresh) => {
    await fresh.desk.setUpWith(draftOf(3), 'supervisor');
    const { handovers } = await fresh.ask('handover.order', {
      ...orderOf(),
      pin: PINS.supervisor,
      other: await fresh.desk.proofOf('admin'),
    });
    await letADayPass(fresh.desk);
    await work(fresh, handovers[0]!.handoverId);
  });

async function make(fresh: Walk, handoverId: number): Promise<void> {
  offerDisclosure(fresh.desk, 'handover');
  await fresh.ask('handover.make', {
    handoverId,
    fileId: HANDOVER_FILE,
    dueOn: dayAhead(30),
    pin: PINS.supervisor,
    other: await fresh.desk.proofOf('admin'),
  });
}
const confirm = (fresh: Walk, handoverId: number) =>
  fresh.ask('handover.confirm', { handoverId, words: '已收到盖章回执', pin: PINS.supervisor });

/** One question to each route. */
export const visits: Readonly<Record<Name, Visit>> = {
  'handover.list': (walk) => walk.ask('handover.list', {}),
  'handover.waiting': (walk) => walk.ask('handover.waiting', {}),
  'handover.order': async (walk) => stop(walk, await waiting(walk)),
  'handover.stop': async (walk) => stop(walk, await waiting(walk)),
  'handover.make': (walk) => dayLater(walk, make),
  'handover.confirm': (walk) =>
    dayLater(walk, async (fresh, handoverId) => {
      await make(fresh, handoverId);
      await confirm(fresh, handoverId);
    }),
  'handover.erase': (walk) =>
    dayLater(walk, async (fresh, handoverId) => {
      await make(fresh, handoverId);
      await confirm(fresh, handoverId);
      await fresh.ask('handover.erase', {
        handoverId,
        words: '业主大会决定解聘',
        pin: PINS.supervisor,
        other: await fresh.desk.proofOf('admin'),
      });
    }),
  'handover.cancel': (walk) => walk.ask('handover.cancel', {}),
};

// --- the screens

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  'handovers-none': ['page:estate-handover'],
  'handover-order': ['page:estate-handover'],
  'handover-waits': ['page:estate-handover'],
  'handover-stop': ['page:estate-handover'],
} as const;

/** A supervisor and an admin order a handover; the supervisor stops it. What follows a day later has its integration test. */
export const flow: Flow<typeof SCREENS> = {
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    const { desk } = walk;
    await desk.open('estate-handover');
    await get(walk, 'handovers-none').waitFor();
    await look('handovers-none');
    await get(walk, 'handover-order').click();
    const { recipient, officer, document, words } = orderOf();
    await get(walk, 'handover-recipient').fill(recipient);
    await get(walk, 'handover-officer').fill(officer);
    await get(walk, 'handover-document').fill(document);
    await get(walk, 'handover-field-idNumber').click();
    await get(walk, 'handover-words').fill(words);
    await look('handover-order');
    await get(walk, 'handover-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    await get(walk, 'handover-other-pin-input').fill(DESK_STAFF.admin.pin);
    await get(walk, 'handover-submit').click();
    await get(walk, 'handover').waitFor({ timeout: 20_000 });
    await look('handover-waits');
    await get(walk, 'handover-stop').click();
    await get(walk, 'handover-words').fill('决定还没有生效');
    await look('handover-stop');
    await get(walk, 'handover-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    await get(walk, 'handover-submit').click();
    await get(walk, 'handover').waitFor({ timeout: 20_000 });
  },
};
