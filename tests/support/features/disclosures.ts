/** Files that leave the house in the tests that go over every feature. */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DISCLOSED_FILES, type DisclosedFile } from '../../../contract/disclosures/lists.ts';
import type { DisclosureView } from '../../../contract/disclosures/routes.ts';
import type { FileId, PersonId, RoomId } from '../../../contract/ids.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RequestView } from '../../../contract/requests/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import { RESIDENTS } from '../desk-residents.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';
import { PLANTED } from '../planted-people.ts';
import { PINS, type VaultHarness } from '../vault-harness.ts';

const FILE = 'd5'.repeat(16) as FileId;
const [FULL] = PLANTED;

/** Where a file is to go, as main offers it. */
export function offerDisclosure(
  desk: Pick<VaultHarness, 'vault'>,
  file: DisclosedFile,
  folder = makeTempDir(),
): string {
  const path = join(folder, `${file}.${DISCLOSED_FILES[file]}`);
  desk.vault.offerFile(FILE, path, 'disclosure');
  return path;
}

/** Whom for, as an authority asks. Without the PINs. */
export const ASKED_FOR = {
  fileId: FILE,
  officer: '值班民警',
  document: '调证〔2026〕58 号',
  purpose: '核查案件线索',
} as const;

/** A day within the time that a recipient may keep a file, by the clock of the computer. */
export const dayAhead = (days: number, now = Date.now()): string =>
  new Date(now + days * 86_400_000).toISOString().slice(0, 10);

/** The request for somebody's own copy by a request of theirs, without the PIN. */
export const copyOf = (
  personId: PersonId,
  { requestId, version }: Pick<RequestView, 'requestId' | 'version'>,
) => ({ fileId: FILE, requestId, version, personId, format: 'pdf' }) as const;

type Ask = <N extends RouteName>(route: N, request: RouteRequest<N>) => Promise<RouteReply<N>>;

/** The same, once they have asked for it and their phone was verified for that. `pin`: of whoever is signed in. */
export async function askForCopy(
  ask: Ask,
  {
    personId,
    phone,
    pin = PINS.supervisor,
  }: { readonly personId: PersonId; readonly phone: string; readonly pin?: string },
): Promise<ReturnType<typeof copyOf>> {
  const { requestId } = await ask('requests.takeIn', {
    personId,
    what: 'copy',
    fields: [],
    asker: 'self',
    way: 'counter',
  });
  const { register } = await ask('requests.verify', {
    requestId,
    version: 1,
    personId,
    kind: 'phone',
    said: phone,
    pin,
  });
  return copyOf(
    personId,
    register.requests.find((one) => one.requestId === requestId)!,
  );
}

/** The request for an extract, without the PIN. */
export const extractOf = (
  personId: PersonId,
  dueOn: string,
): Omit<RouteRequest<'disclosures.extract'>, 'pin'> => ({
  ...ASKED_FOR,
  personId,
  fields: ['name', 'phone'],
  authority: '城东派出所',
  dueOn,
});

/** The request for a roster, without the PINs. */
export const rosterOf = (roomId: RoomId, dueOn: string) =>
  ({ ...ASKED_FOR, roomId, recipient: '河东街道办', purpose: '人口登记核对', dueOn }) as const;

async function giveRoster(walk: Walk) {
  offerDisclosure(walk.desk, 'roster');
  const { rooms } = await walk.ask('people.open', { personId: walk.personId });
  return walk.ask('disclosures.roster', {
    ...rosterOf(rooms[0]!.roomId, walk.desk.dayAhead(30)),
    pin: walk.pin,
    other: await walk.desk.proofOf(walk.role === 'supervisor' ? 'admin' : 'supervisor'),
  });
}

async function giveExtract(walk: Walk) {
  offerDisclosure(walk.desk, 'extract');
  return walk.ask('disclosures.extract', {
    ...extractOf(walk.personId, walk.desk.dayAhead(30)),
    pin: walk.pin,
  });
}

/** One that is out, and in which of these states: made where there is none, since rosters are few. */
async function oneOut(
  walk: Walk,
  ...states: readonly DisclosureView['state'][]
): Promise<Pick<DisclosureView, 'disclosureId' | 'version'>> {
  const find = ({ disclosures }: { readonly disclosures: readonly DisclosureView[] }) =>
    disclosures.find(({ dueOn, state }) => dueOn !== null && states.includes(state));
  const out =
    find(await walk.ask('disclosures.list', {})) ??
    find((await (walk.role === 'supervisor' ? giveExtract : giveRoster)(walk)).register)!;
  return { disclosureId: out.disclosureId, version: out.version };
}

const recall = async (walk: Walk) =>
  walk.ask('disclosures.recall', { ...(await oneOut(walk, 'given')), words: '文书已经撤销', pin: walk.pin });

export const visits: VisitsOf<'disclosures'> = {
  'disclosures.ownCopy': async (walk) => {
    const { personId, pin } = walk;
    const copy = await askForCopy(walk.ask.bind(walk), { personId, phone: FULL.sealed.phone[0].value, pin });
    offerDisclosure(walk.desk, 'own-copy');
    return walk.ask('disclosures.ownCopy', { ...copy, pin });
  },
  'disclosures.extract': giveExtract,
  'disclosures.roster': giveRoster,
  'disclosures.recall': recall,
  'disclosures.note': async (walk) => {
    const { disclosures } = await walk.ask('disclosures.list', {});
    if (!disclosures.some(({ state }) => state === 'recalled')) await recall(walk);
    const { disclosureId } = await oneOut(walk, 'recalled');
    offerDisclosure(walk.desk, 'recall-note');
    return walk.ask('disclosures.note', { fileId: FILE, disclosureId });
  },
  'disclosures.end': async (walk) =>
    walk.ask('disclosures.end', {
      ...(await oneOut(walk, 'recalled', 'given')),
      how: 'deleted',
      words: '已收到盖章回执',
      pin: walk.pin,
    }),
};

// --- the screens

async function fillRecipient(walk: ScreenWalk): Promise<void> {
  await get(walk, 'disclosure-recipient').fill('城东派出所');
  await get(walk, 'disclosure-officer').fill('值班民警');
  await get(walk, 'disclosure-document').fill(ASKED_FOR.document);
  await get(walk, 'disclosure-purpose').fill(ASKED_FOR.purpose);
  await get(walk, 'disclosure-dueOn').fill(dayAhead(60));
}

/** The resident whose record is open asks for a copy, and their phone is verified for that. */
async function askOnPage(walk: ScreenWalk, phone: string): Promise<void> {
  await click(walk, 'request-take-in');
  await click(walk, 'request-what-copy');
  await click(walk, 'request-submit');
  await get(walk, 'request-drawer').waitFor();
  await click(walk, 'request-verify');
  await get(walk, 'request-said').fill(phone);
  await submitAs(walk, 'supervisor', 'request-submit', 'request-form');
  await get(walk, 'request-form').waitFor({ state: 'detached', timeout: 20_000 });
  await walk.desk.page.keyboard.press('Escape');
}

/** A supervisor gives a copy and an extract, readies a roster, calls the extract back and ends it. */
export const flow = featureFlow({
  // After the requests, which begin with none.
  place: 275,
  as: 'supervisor',
  screens: {
    ...showing(['page:disclosures'], 'disclosures-none', 'disclosures-no-person', 'disclosures-unasked'),
    ...showing(['page:disclosures'], 'disclosures-copy', 'disclosures-given', 'disclosures-extract'),
    ...showing(['page:disclosures'], 'disclosures-roster', 'disclosures-list', 'disclosures-open'),
    ...showing(['page:disclosures'], 'disclosures-recall', 'disclosures-recalled', 'disclosures-end'),
  },
  async run(walk, look, desk) {
    const folder = `${walk.backupFolder}-given`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
    const give = async (file: string): Promise<void> => {
      await desk.answerSaveDialog(join(folder, file));
      await submitAs(walk, 'supervisor', 'disclosure-submit', 'disclosure-form');
      await get(walk, 'disclosure-given').waitFor({ timeout: 60_000 });
    };
    await desk.open('disclosures');
    await look('disclosures-none', { wait: 'disclosures-none' });
    await look('disclosures-no-person', {
      press: 'disclosure-give-own-copy',
      wait: 'disclosure-no-person-form',
    });
    await click(walk, 'disclosure-no-person-submit');

    // Wrong answers of earlier flows may have closed the check of the other one.
    const { other } = RESIDENTS;
    await desk.search(`${other.building}-${other.unit}-${other.room}`);
    await desk.openFirst();
    await desk.open('disclosures');
    await look('disclosures-unasked', {
      press: 'disclosure-give-own-copy',
      wait: 'disclosure-copy-unasked-form',
    });
    await click(walk, 'disclosure-copy-unasked-submit');
    await askOnPage(walk, other.phone);
    await desk.open('disclosures');
    await look('disclosures-copy', { press: 'disclosure-give-own-copy', wait: 'disclosure-form' });
    await give('副本.pdf');
    await look('disclosures-given');
    await click(walk, 'disclosure-done');

    await click(walk, 'disclosure-give-extract');
    await fillRecipient(walk);
    await look('disclosures-extract', { press: 'disclosure-field-phone' });
    await give('调取.pdf');
    await click(walk, 'disclosure-done');

    await click(walk, 'disclosure-give-roster');
    await get(walk, 'disclosure-room').fill(`${other.building}-${other.unit}-${other.room}`);
    await click(walk, 'disclosure-room-find');
    await get(walk, 'disclosure-form').getByRole('radio').first().waitFor();
    await fillRecipient(walk);
    await look('disclosures-roster');
    await look('disclosures-list', { press: 'disclosure-cancel' });

    await get(walk, 'disclosure-row').first().getByRole('button').first().click();
    await look('disclosures-open', { wait: 'disclosure-drawer' });
    await click(walk, 'disclosure-recall');
    await get(walk, 'disclosure-words').fill('文书已经撤销');
    await look('disclosures-recall');
    await submitAs(walk, 'supervisor', 'disclosure-submit', 'disclosure-form');
    await get(walk, 'disclosure-row').first().getByRole('button').first().click();
    await look('disclosures-recalled', { wait: 'disclosure-note' });
    await click(walk, 'disclosure-end');
    await get(walk, 'disclosure-words').fill('已收到盖章回执');
    await look('disclosures-end');
    await click(walk, 'disclosure-cancel');
    await desk.page.keyboard.press('Escape');
  },
});
