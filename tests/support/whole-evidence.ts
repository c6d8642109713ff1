/** A vault in which every duty is fulfilled, by deeds at the desk: what a company has after its evening. */
import {
  COMPUTER_CHECKS,
  type CheckAnswer,
  type ComputerReadings,
  unknownReading,
} from '../../contract/computer-checks/lists.ts';
import type { Role } from '../../contract/fields.ts';
import type { FileId } from '../../contract/ids.ts';
import { chooseFolder, makeOne } from './backup-desk.ts';
import { answersFor } from './features/forms.ts';
import { pickPack } from './features/evidence.ts';
import { workThrough } from './features/incidents.ts';
import { readDue } from './features/procedures.ts';
import { AGREEMENT, GATE } from './features/other-systems.ts';
import { A_YEAR } from './features/retention.ts';
import { passQuiz, publish, walkAs } from './full-vault.ts';
import { draftOfPlanted, PLANTED } from './planted-people.ts';
import { VISITS } from './route-walk.ts';
import { makeTempDir } from './temp-dir.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

const WORDS = '按公司制度办理';
const FOLDER = 'c4'.repeat(16) as FileId;

/** A computer whose every check is answered so. */
export const computerThatSays = (answer: CheckAnswer): ComputerReadings => ({
  system: 'windows',
  readings: COMPUTER_CHECKS.map((check) =>
    answer === 'unknown' ? unknownReading(check, 'no-answer') : { check, answer, why: null, figure: null },
  ),
});

/** At a new vault with nobody signed in; a supervisor is signed in afterwards. `isWithoutRules`: but for the times of keeping. */
export async function fulfilEverything(
  desk: VaultHarness,
  { isWithoutRules = false }: { readonly isWithoutRules?: boolean } = {},
): Promise<void> {
  const personId = await desk.setUpWith(draftOfPlanted(PLANTED[0]));
  const walk = walkAs(desk, 'supervisor', personId);
  // Documents say the times of keeping: what was published before them would be outdated.
  if (!isWithoutRules) {
    await desk.switchTo('admin');
    await desk.call('retention.setRules', { rules: A_YEAR, words: WORDS, pin: PINS.admin });
    await desk.switchTo('supervisor');
  }
  await publish(desk);
  await consentOf(desk, personId);
  for (const visit of ['papers.count', 'computer.check', 'incidents.close'] as const)
    await VISITS[visit](walk);
  await workThrough(walk, false);
  await desk.call('activity.spotCheck', { problems: 0, words: WORDS, pin: PINS.supervisor });
  await desk.call('activity.report', { words: WORDS, pin: PINS.supervisor });
  await walkRound(desk, 'fine');
  for (const form of ['impact-assessment', 'self-audit', 'computer-checklist']) await finishForm(desk, form);
  await sweepNothing(desk);
  for (const role of ['supervisor', 'receptionist', 'admin'] as const) await learn(desk, role);
  await desk.call('systems.add', { system: GATE });
  await checkSystems(desk);
  await chooseFolder(desk, makeTempDir());
  await desk.call('backup.test', { folderId: null, name: await makeOne(desk), pin: PINS.admin });
  await desk.switchTo('supervisor');
  await makePack(desk);
}

/** As the supervisor. */
export const makePack = (desk: VaultHarness) =>
  desk.call('evidence.makePack', { fileId: pickPack(desk).fileId, pin: PINS.supervisor });

/** Told, consenting to whatever is asked for, and nobody is a child without a guardian. */
async function consentOf(desk: VaultHarness, personId: Parameters<typeof walkAs>[2]): Promise<void> {
  const pin = PINS.supervisor;
  await desk.call('consent.setVersion', { noticeVersion: '2026-1', pin });
  for (const consenter of ['self', 'guardian'] as const) {
    const { version } = await desk.call('people.open', { personId });
    await desk.call('consent.tell', {
      personId,
      version,
      purposes: consenter === 'self' ? ['service', 'identity'] : ['minors'],
      agreed: true,
      way: 'signed',
      consenter,
      pin,
    });
  }
  await desk.call('consent.findChildren', { pin });
}

/** Each place as it is said to be. */
export async function walkRound(desk: VaultHarness, outcome: 'fine' | 'finding'): Promise<void> {
  const { places } = await desk.call('walks.list', {});
  const words = outcome === 'finding' ? '有名册' : '';
  await desk.call('walks.finish', {
    results: places.map(({ ref }) => ({ ref, outcome, words })),
    pin: PINS.supervisor,
  });
}

/** Each item with its first result, or where `isBad` with that which is a finding. */
export async function finishForm(desk: VaultHarness, form: string, isBad = false): Promise<void> {
  const fill = await desk.call('forms.begin', { form, carry: false });
  const bad = isBad ? fill.content.items.map(({ id }) => id) : [];
  const { fillId, version } = await desk.call('forms.save', {
    fillId: fill.fillId,
    version: fill.version,
    subject: fill.content.subject === null ? '' : '前台 1 号机',
    remark: '',
    answers: answersFor(fill, bad),
  });
  await desk.call('forms.finish', { fillId, version, pin: PINS.supervisor });
}

/** Over a folder in which nothing lies, to its end. */
async function sweepNothing(desk: VaultHarness): Promise<void> {
  desk.vault.offerFile(FOLDER, makeTempDir(), 'sweep-folder');
  await desk.call('sweep.addFolder', { fileId: FOLDER });
  await desk.call('sweep.begin', { drives: false });
  while ((await desk.call('sweep.read', {})).sweeps[0]?.endedAt === null)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Signs what is theirs to sign, and passes the quiz. */
async function learn(desk: VaultHarness, role: Role): Promise<void> {
  await desk.switchTo(role);
  await desk.call('procedures.sign', {
    versions: await readDue((route, payload) => desk.call(route, payload)),
    pin: PINS[role],
  });
  await passQuiz(desk, PINS[role]);
}

async function checkSystems(desk: VaultHarness): Promise<void> {
  for (const { systemId, version } of (await desk.call('systems.list', {})).systems)
    await desk.call('systems.check', { systemId, version, password: 'changed' });
  for (const { systemId, version } of (await desk.call('systems.list', {})).systems)
    await desk.call('systems.agreement', { systemId, version, agreement: AGREEMENT, pin: PINS.admin });
}
