/** Handing an estate over in the tests that go over every feature. */
import type { FileId } from '../../../contract/ids.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { draftOf } from '../people-drafts.ts';
import { PINS } from '../vault-harness.ts';
import { offerDisclosure } from './disclosures.ts';

const HOUR_MS = 3_600_000;

/** As `offerDisclosure` offers it. */
export const HANDOVER_FILE = 'd5'.repeat(16) as FileId;

/** The request for an order, without the PINs. */
export const orderOf = (): Omit<RouteRequest<'estateTransfer.order'>, 'pin' | 'other'> => ({
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
  walk.ask('estateTransfer.order', { ...orderOf(), pin: walk.pin, other: await otherOf(walk) });
const stop = (walk: Walk, transferId: number) =>
  walk.ask('estateTransfer.stop', { transferId, words: '决定还没有生效', pin: walk.pin });
/** One that waits. */
async function waiting(walk: Walk): Promise<number> {
  const { transfers } = await walk.ask('estateTransfer.list', {});
  const one = transfers.find(({ state }) => state === 'ordered') ?? (await order(walk)).transfers[0];
  return one!.transferId;
}

/** At a desk of its own, where a supervisor is signed in and a day has passed since the order. */
const dayLater = (walk: Walk, work: (fresh: Walk, transferId: number) => Promise<unknown>): Promise<void> =>
  walk.elsewhere(async (fresh) => {
    await fresh.desk.setUpWith(draftOf(3), 'supervisor');
    const { transfers } = await fresh.ask('estateTransfer.order', {
      ...orderOf(),
      pin: PINS.supervisor,
      other: await fresh.desk.proofOf('admin'),
    });
    fresh.advance(25 * HOUR_MS);
    await work(fresh, transfers[0]!.transferId);
  });

async function make(fresh: Walk, transferId: number): Promise<void> {
  offerDisclosure(fresh.desk, 'estate-transfer');
  await fresh.ask('estateTransfer.make', {
    transferId,
    fileId: HANDOVER_FILE,
    dueOn: fresh.desk.dayAhead(30),
    pin: PINS.supervisor,
    other: await fresh.desk.proofOf('admin'),
  });
}
const confirm = (fresh: Walk, transferId: number) =>
  fresh.ask('estateTransfer.confirm', { transferId, words: '已收到盖章回执', pin: PINS.supervisor });

/** One question to each route. */
export const visits: VisitsOf<'estateTransfer'> = {
  'estateTransfer.order': async (walk) => stop(walk, await waiting(walk)),
  'estateTransfer.stop': async (walk) => stop(walk, await waiting(walk)),
  'estateTransfer.make': (walk) => dayLater(walk, make),
  'estateTransfer.confirm': (walk) =>
    dayLater(walk, async (fresh, transferId) => {
      await make(fresh, transferId);
      await confirm(fresh, transferId);
    }),
  'estateTransfer.erase': (walk) =>
    dayLater(walk, async (fresh, transferId) => {
      await make(fresh, transferId);
      await confirm(fresh, transferId);
      await fresh.ask('estateTransfer.erase', {
        transferId,
        words: '业主大会决定解聘',
        pin: PINS.supervisor,
        other: await fresh.desk.proofOf('admin'),
      });
    }),
};

// --- the screens

/** A supervisor and an admin order a handover; the supervisor stops it. What follows a day later has its integration test. */
export const flow = featureFlow({
  place: 250,
  as: 'supervisor',
  screens: {
    ...showing(['page:estate-transfer'], 'handovers-none', 'estate-transfer-order', 'estate-transfer-waits'),
    'estate-transfer-stop': ['page:estate-transfer'],
  },
  async run(walk, look, desk) {
    await desk.open('estate-transfer');
    await look('handovers-none', { wait: 'handovers-none' });
    await click(walk, 'estate-transfer-order');
    const { recipient, officer, document, words } = orderOf();
    await get(walk, 'estate-transfer-recipient').fill(recipient);
    await get(walk, 'estate-transfer-officer').fill(officer);
    await get(walk, 'estate-transfer-document').fill(document);
    await click(walk, 'estate-transfer-field-idNumber');
    await get(walk, 'estate-transfer-words').fill(words);
    await look('estate-transfer-order');
    await get(walk, 'estate-transfer-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    await get(walk, 'estate-transfer-other-pin-input').fill(DESK_STAFF.admin.pin);
    await look('estate-transfer-waits', { press: 'estate-transfer-submit', wait: 'estate-transfer' });
    await click(walk, 'estate-transfer', 'estate-transfer-stop');
    await get(walk, 'estate-transfer-words').fill('决定还没有生效');
    await look('estate-transfer-stop');
    await submitAs(walk, 'supervisor', 'estate-transfer-submit', 'estate-transfer-form');
    await get(walk, 'estate-transfer').waitFor({ timeout: 20_000 });
  },
});
