/** A vault that has something of every feature, over some weeks: what an inspection pack of a company at work is made of. */
import { COMPUTER_CHECKS, unknownReading } from '../../contract/computer-checks/lists.ts';
import { type Role, SWITCHED_FIELD_IDS } from '../../contract/fields.ts';
import { COUNTED, LIMITED_ROLES, type Limits, NO_LIMITS } from '../../contract/limits/lists.ts';
import type { PersonId } from '../../contract/ids.ts';
import { TEMPLATE_KINDS } from '../../contract/procedures/lists.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { ComputerLine } from '../../main/vault/computer-line.ts';
import { chooseFolder, makeOne } from './backup-desk.ts';
import type { FakeClock } from './fake-clock.ts';
import { answersFor } from './features/forms.ts';
import { FACTS } from './features/company.ts';
import { readDue, readDrafts } from './features/procedures.ts';
import { A_YEAR } from './features/retention.ts';
import { draftOf } from './people-drafts.ts';
import { draftOfPlanted, PLANTED } from './planted-people.ts';
import { makeTempDir } from './temp-dir.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';
import { holdOf, newcomerOf, revealOf } from './requests-of.ts';
import { VISITS, type Walk } from './route-walk.ts';
import { words } from './words.ts';

const DAY_MS = 86_400_000;
const WORDS = '按公司制度办理';

/** Main tells of a computer some of which is as it should be. */
export const COMPUTER: ComputerLine = {
  look: async () => ({
    system: 'windows',
    readings: COMPUTER_CHECKS.map((check) => {
      if (check === 'screen-lock') return { check, answer: 'yes', why: null, figure: 7 };
      if (check === 'updates') return { check, answer: 'no', why: null, figure: 43 };
      if (check === 'antivirus' || check === 'firewall')
        return { check, answer: 'yes', why: null, figure: null };
      return unknownReading(check, 'no-answer');
    }),
  }),
};

/** The visits that leave something behind, by the role that goes there; what only reads, or gives a document out, is left out. */
const ROUNDS = [
  [
    'admin',
    words('systems.check systems.change training.rule inventory.change reasons.change staff.changeScope'),
  ],
  [
    'supervisor',
    words(
      'computer.check training.finish training.practise consent.tell consent.withdraw',
      'consent.findChildren papers.change papers.destroy papers.lose papers.count papers.attach',
      'print.order disclosures.extract disclosures.roster disclosures.recall disclosures.end',
      'sweep.accept sweep.dispose disposals.destroy requests.verify requests.extend requests.decide',
      'activity.spotCheck activity.report',
      'incidents.count incidents.addMeasure incidents.close rectification.add rectification.attach',
      'rectification.finish rectification.takeNotice forms.finish walks.finish',
    ),
  ],
] as const satisfies readonly (readonly [Role, readonly RouteName[]])[];

/** Fills a vault that is set up, with nobody signed in; a supervisor is signed in afterwards. */
export async function fillVault(desk: VaultHarness, clock: FakeClock): Promise<void> {
  await desk.unlock('admin');
  await desk.call('policy.change', {
    masks: { plate: 'hidden' },
    switchedOn: [...SWITCHED_FIELD_IDS],
    words: WORDS,
    pin: PINS.admin,
  });
  await addColleague(desk);
  await desk.switchTo('supervisor');
  const people = await addPeople(desk);
  // Long enough for whoever never signs in, and for what was done until here to be older than what is counted.
  clock.advance(70 * DAY_MS);
  await desk.switchTo('supervisor');
  await publish(desk);
  for (const [role, visits] of ROUNDS) {
    await desk.switchTo(role);
    for (const visit of visits) await VISITS[visit](walkAs(desk, role, people[0]!));
  }
  await finishForms(desk);
  await desk.call('consent.post', {
    area: { estate: '', building: null, unit: null },
    on: '2026-01-02',
    pin: PINS.supervisor,
  });
  await beAtTheCounter(desk, people[0]!);
  await retain(desk);
  clock.advance(3 * DAY_MS);
  await desk.switchTo('supervisor');
  await endRequests(desk);
  await reportIncident(desk, people[0]!);
  clock.advance(26 * DAY_MS);
  await desk.switchTo('admin');
  await desk.call('limits.change', { limits: SOME_LIMITS, words: WORDS, pin: PINS.admin });
  await desk.switchTo('supervisor');
}

/** Each limit of another number. */
const SOME_LIMITS: Limits = {
  ...NO_LIMITS,
  quotas: Object.fromEntries(
    LIMITED_ROLES.map((role, at) => [
      role,
      Object.fromEntries(
        COUNTED.map((what, n) => [
          what,
          { hour: 101 + 40 * at + 3 * n, shift: 102 + 40 * at + 3 * n, day: 0 },
        ]),
      ),
    ]),
  ) as Limits['quotas'],
};

/** Somebody who looks after two buildings, and never comes. */
async function addColleague(desk: VaultHarness): Promise<void> {
  const { members } = await desk.call(
    'staff.add',
    newcomerOf('Desk Two', 'receptionist', '481739', {
      pin: PINS.admin,
      second: await desk.proofOf('supervisor'),
    }),
  );
  await desk.call('staff.changeScope', {
    staffId: members.find(({ displayName }) => displayName === 'Desk Two')!.staffId,
    scope: ['98', '99'].map((building) => ({ estate: '', building, unit: null })),
    words: WORDS,
    pin: PINS.admin,
  });
}

/** A walk over routes by somebody who is signed in, without one at a desk of its own. */
export const walkAs = (desk: VaultHarness, role: Role, personId: PersonId): Walk => ({
  desk,
  role,
  pin: PINS[role],
  personId,
  ask: (route, request) => desk.call(route, request),
  advance: () => {
    throw new Error('time passes between the rounds');
  },
  elsewhere: async () => {
    throw new Error('this visit leaves nothing behind here');
  },
});

/** Those who live here, a company, one who has left long ago, one who has left lately, and one of no room. */
async function addPeople(desk: VaultHarness): Promise<readonly PersonId[]> {
  const ids: PersonId[] = [];
  const drafts = [
    ...PLANTED.map((planted) => draftOfPlanted(planted, SWITCHED_FIELD_IDS)),
    draftOf(3, { rooms: [], plates: [] }),
    draftOf(4, { rooms: [] }),
    draftOf(5, { rooms: [] }),
    draftOf(6, { kind: 'company', name: '虚构贸易行', sex: 'unknown', idType: null, sealed: [] }),
  ];
  for (const person of drafts) ids.push((await desk.addPerson(person)).personId);
  return ids;
}

/** All templates, filled and in force. */
export async function publish(desk: VaultHarness): Promise<void> {
  await desk.call('procedures.useTemplates', { kinds: [...TEMPLATE_KINDS], idleSeconds: 120 });
  await desk.switchTo('admin');
  await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
  await desk.switchTo('supervisor');
  const { procedures } = await desk.call('procedures.list', {});
  await desk.call('procedures.publish', {
    drafts: await readDrafts(desk, procedures),
    pin: PINS.supervisor,
  });
}

/** Both forms beside the one of the computer, which has a visit. */
async function finishForms(desk: VaultHarness): Promise<void> {
  for (const form of ['impact-assessment', 'self-audit']) {
    const fill = await desk.call('forms.begin', { form, carry: false });
    const { fillId, version } = await desk.call('forms.save', {
      fillId: fill.fillId,
      version: fill.version,
      subject: fill.content.subject === null ? '' : '前台登记',
      remark: '',
      answers: answersFor(fill),
    });
    await desk.call('forms.finish', { fillId, version, pin: PINS.supervisor });
  }
}

/** A receptionist works, is mistaken once, and learns. */
async function beAtTheCounter(desk: VaultHarness, personId: PersonId): Promise<void> {
  const pin = PINS.receptionist;
  await desk.switchTo('receptionist');
  await desk.call('people.search', { text: PLANTED[0].name.value });
  await desk.call('people.open', { personId });
  for (const reason of ['repair', 'repair', 'fees'] as const)
    await desk.call('people.reveal', { personId, field: 'phone', ordinal: 0, why: { reason }, pin });
  await desk.codeOf('people.reveal', revealOf(personId, 'phone', '918273'));
  await desk.call('emergency.begin', { personId, words: '楼上漏水', pin });
  await desk.call('procedures.sign', {
    versions: await readDue((route, payload) => desk.call(route, payload)),
    pin,
  });
  await passQuiz(desk);
}

/** By the answers that each try has told; `pin`: of whoever is signed in. */
export async function passQuiz(desk: VaultHarness, pin: string = PINS.receptionist): Promise<void> {
  const known = new Map<string, string>();
  for (let passed = false; !passed;) {
    const { quizId, questions } = await desk.call('training.begin', {});
    const choices = questions.map(({ words, options }) =>
      Math.max(
        0,
        options.findIndex(({ zh }) => zh === known.get(words.zh)),
      ),
    );
    const done = await desk.call('training.finish', { quizId, choices, pin });
    for (const { question, right } of done.answers) known.set(question.words.zh, question.options[right]!.zh);
    ({ passed } = done);
  }
}

/** Rules, people and a record whose time is over, a backup that was tried, a deletion, holds. */
async function retain(desk: VaultHarness): Promise<void> {
  await desk.switchTo('supervisor');
  const { groups } = await desk.call('people.search', { text: '张明亮' });
  const [gone, lately] = groups.flatMap(({ rows }) => rows.map(({ personId }) => personId));
  const [resident] = (await desk.call('people.search', { text: PLANTED[0].name.value })).groups.flatMap(
    ({ rows }) => rows,
  );
  const { version } = await desk.call('people.open', { personId: resident!.personId });
  await desk.addRecord(
    { personId: resident!.personId, version },
    { kind: 'lease', room: '29-2-1803', until: '2020-03-31' },
  );
  await moveOut(desk, gone!, '2020-01-31');
  await moveOut(desk, lately!, '2025-08-31');
  await desk.switchTo('admin');
  await desk.call('retention.setRules', { rules: A_YEAR, words: WORDS, pin: PINS.admin });
  await chooseFolder(desk, makeTempDir());
  const name = await makeOne(desk);
  await desk.call('backup.test', { folderId: null, name, pin: PINS.admin });
  await desk.switchTo('supervisor');
  const two = { words: WORDS, pin: PINS.supervisor, other: await desk.proofOf('admin') };
  const { erasureId } = await desk.call('retention.erase', { people: 'due', ...two });
  await desk.call('retention.check', { erasureId });
  await moveOut(
    desk,
    (await desk.call('people.search', { text: '张明亮' })).groups[0]!.rows.at(-1)!.personId,
    '2021-03-31',
  );
  for (const until of [null, '2026-03-25'])
    await desk.call('retention.hold', holdOf(lately!, 'dispute', '物业费诉讼未结', PINS.supervisor, until));
}

/** A tenant's last day. */
export async function moveOut(desk: VaultHarness, personId: PersonId, until: string): Promise<void> {
  const { version } = await desk.call('people.open', { personId });
  await desk.addRecord(
    { personId, version },
    { kind: 'occupancy', room: '7-1-801', relation: 'tenant', until },
  );
}

/** Days after they were taken in: one is answered, one refused, the others wait. */
async function endRequests(desk: VaultHarness): Promise<void> {
  const pin = PINS.supervisor;
  const open = (await desk.call('requests.list', {})).requests.filter(({ state }) => state === 'open');
  const verified = open.find(({ identity }) => identity !== null)!;
  const seenOf = ({ requestId, version }: (typeof open)[number]) => ({ requestId, version });
  await desk.call('requests.decide', {
    ...seenOf(verified),
    how: 'done',
    act: 'explained',
    words: '已当面说明处理规则',
    pin,
  });
}

/** One that is real, of somebody, and goes on. */
async function reportIncident(desk: VaultHarness, personId: PersonId): Promise<void> {
  await desk.call('incidents.open', {
    drill: false,
    origin: 'own',
    about: { kind: 'leak', certainty: 'happened', title: '登记册被人拍照', noticedAt: 1 },
    scope: { of: 'person', personId },
  });
}
