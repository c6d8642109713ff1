/**
 * What each tick rests on: in a vault in which everything is done, each point of each duty and of each finding is taken away by itself, and the tick goes.
 * Nothing ticks in an empty vault, nor by a deed that is hollow.
 */
import { readDrafts, readDue } from '../../support/features/procedures.ts';
import { cp } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPUTER_CHECKS } from '../../../contract/computer-checks/lists.ts';
import { FINDINGS, type Point, STEPS, countHeld, isExplained } from '../../../contract/evidence/findings.ts';
import { DUTIES, type Duty } from '../../../contract/evidence/lists.ts';
import { MATTERS, type MatterId, stateOfMatter } from '../../../contract/evidence/matters.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { PointOf } from '../../../contract/evidence/points.ts';
import type { Dashboard } from '../../../contract/evidence/routes.ts';
import type { ComputerLine } from '../../../main/vault/computer-line.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { FACTS } from '../../support/features/company.ts';
import { ONE_RECORD } from '../../support/features/limits.ts';
import { publish, walkAs } from '../../support/full-vault.ts';
import { openStoreOf, vaultAtRest } from '../../support/store-tools.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { VISITS } from '../../support/route-walk.ts';
import {
  computerThatSays,
  finishForm,
  fulfilEverything,
  makePack,
  walkRound,
} from '../../support/whole-evidence.ts';

// --- what takes a point away

/** Something happens at the desk, where a supervisor is signed in; or behind the application's back, as SQL. What stands in the log goes no more: it was never done. */
type Loss = string | ((desk: VaultHarness) => Promise<unknown>);

const days =
  (count: number): Loss =>
  async (desk) => {
    clock.advance(count * DAY_MS);
    await desk.switchTo('supervisor');
  };
/** A document in force is no longer what was published. */
const altered = (kind: string): Loss =>
  `UPDATE procedure_version SET text = text || ' ' WHERE procedure_id IN (SELECT id FROM procedure WHERE kind = '${kind}')`;
/** Somebody publishes a new version, which nobody has signed and nobody was asked about. */
const published: Loss = async (desk) => {
  const { procedures } = await desk.call('procedures.list', {});
  for (const { procedureId } of procedures) await desk.call('procedures.beginDraft', { procedureId });
  const drafts = (await desk.call('procedures.list', {})).procedures;
  await desk.call('procedures.publish', {
    drafts: await readDrafts(desk, drafts),
    pin: PINS.supervisor,
  });
};
const opened = (source: string): Loss =>
  `INSERT INTO rectification (id, source, source_ref, title, words, who, due_on, state, opened_at, opened_by, done_words, version)
   VALUES (9000001, '${source}', '', '一项', '', '', NULL, 'open', 1, 'x', '', 1)`;
const MOVED_OUT = `UPDATE occupancy SET until_date = '2010-01-01'`;
const nobody: Loss = 'DELETE FROM person';
const readings = (change: string): Loss => `UPDATE computer_check SET readings = ${change}`;
const answered = (check: string, answer: string): Loss =>
  readings(
    `replace(readings, '"check":"${check}","answer":"yes"', '"check":"${check}","answer":"${answer}"')`,
  );
const visit =
  (route: keyof typeof VISITS) =>
  async (desk: VaultHarness): Promise<void> => {
    const { groups } = await desk.call('people.search', { text: '邢婉蓉' });
    await VISITS[route](walkAs(desk, 'supervisor', groups[0]!.rows[0]!.personId));
  };

/** Of every point of every duty how it is lost; one that is left out does not compile. */
const LOSSES: { readonly [D in Duty]: { readonly [P in PointOf<D>]: Loss } } = {
  'responsible-persons': {
    'information-officer': altered('information-officer'),
    'network-officer': altered('network-officer'),
  },
  'management-system': { 'in-force': altered('management-system') },
  'counter-procedures': {
    'data-procedures': altered('data-procedures'),
    'counter-procedures': altered('counter-procedures'),
  },
  'incident-plan': { 'in-force': altered('incident-plan') },
  undertakings: { 'signed-by-all': published },
  'resident-notices': {
    'resident-notice': altered('resident-notice'),
    'posted-notice': altered('posted-notice'),
  },
  'sign-offs': { 'signed-by-all': published },
  training: { 'passed-by-all': days(400) },
  inventory: {
    records: nobody,
    purposes: async (desk) => {
      await desk.switchTo('admin');
      await VISITS['inventory.change'](walkAs(desk, 'admin', 0 as PersonId));
    },
  },
  'number-of-people': {
    records: nobody,
    'below-limits': `INSERT INTO person (id, kind, name, created_at, updated_at)
      WITH RECURSIVE n(i) AS (SELECT 1000000 UNION ALL SELECT i + 1 FROM n WHERE i < 1080000) SELECT i, 'person', '无名', 1, 1 FROM n`,
  },
  'other-systems': {
    registered: 'DELETE FROM other_system',
    checked: `UPDATE other_system SET checked_on = '2020-01-02'`,
    passwords: `UPDATE other_system SET password = 'shared'`,
    contracts: `UPDATE other_system SET agreement = replace(agreement, '"return",', '')`,
  },
  'notice-and-consent': {
    notice: 'DELETE FROM notice_version',
    told: 'UPDATE notice SET given_on = NULL',
    consents: `DELETE FROM notice WHERE purpose NOT IN ('service', 'minors')`,
    guardians: `DELETE FROM notice WHERE purpose = 'minors'`,
    children: 'UPDATE guardian_look SET found = 1',
  },
  requests: {
    records: nobody,
    ways: altered('resident-notice'),
    answered: async (desk) => {
      await visit('requests.takeIn')(desk);
      clock.advance(60 * DAY_MS);
      await desk.switchTo('supervisor');
    },
  },
  retention: {
    rules: 'never confirmed',
    deleted: MOVED_OUT,
    'looked-at': async (desk) => {
      await bySql(desk, MOVED_OUT);
      const other = await desk.proofOf('admin');
      await desk.call('retention.erase', {
        people: 'due',
        words: '保存期限已到',
        pin: PINS.supervisor,
        other,
      });
      await bySql(desk, 'UPDATE erasure SET checked_at = NULL');
    },
  },
  'encryption-and-keys': {
    records: nobody,
    'key-ages': days(400),
    leavers: async (desk) => {
      await desk.switchTo('admin');
      const { members } = await desk.call('staff.list', {});
      const { staffId } = members.find(({ role }) => role === 'receptionist')!;
      await desk.call('staff.remove', { staffId, pin: PINS.admin, second: await desk.proofOf('supervisor') });
    },
    theft: async (desk) => {
      await desk.switchTo('admin');
      await desk.call('theft.begin', { pin: PINS.admin, cosigner: await desk.proofOf('supervisor') });
    },
  },
  'permission-matrix': { records: nobody, accounts: days(100) },
  policy: { records: nobody },
  'access-oversight': {
    records: nobody,
    alerts: async (desk) => {
      await desk.switchTo('admin');
      await desk.call('limits.change', { limits: ONE_RECORD, words: '试用期限制', pin: PINS.admin });
      await desk.switchTo('receptionist');
      const { groups } = await desk.call('people.search', { text: '邢婉蓉' });
      const { personId } = groups[0]!.rows[0]!;
      await desk.call('people.open', { personId });
      await desk.ask('people.open', { personId });
      clock.advance(8 * DAY_MS);
      await desk.switchTo('supervisor');
    },
  },
  'spot-check': { made: days(40) },
  'quarterly-report': { made: days(100) },
  paper: {
    registered: 'DELETE FROM paper',
    returned: `UPDATE paper SET due_on = '2020-01-02'`,
    found: 'UPDATE paper SET counted_there = 0',
    counted: 'UPDATE paper SET counted_at = NULL',
  },
  'walk-round': { made: days(100), 'put-right': opened('walk-round') },
  disclosures: {
    records: nobody,
    deleted: async (desk) => {
      await visit('disclosures.roster')(desk);
      clock.advance(400 * DAY_MS);
      await desk.switchTo('supervisor');
    },
  },
  'leftover-files': {
    swept: 'DELETE FROM sweep_run',
    'dealt-with': `INSERT INTO sweep_file (id, path, place, kind, device, inode, size, changed, ids, phones, people, first_at, last_at, last_run)
      SELECT 9000001, 'x', 'other', 'xlsx', 1, 1, 1, 1, 400, 400, 400, 1, 1, id FROM sweep_run`,
  },
  backups: { made: days(100), tested: days(100) },
  incidents: {
    opened: 'DELETE FROM incident WHERE drill = 0',
    described: `UPDATE incident SET causes = '' WHERE drill = 0`,
    reported: 'UPDATE incident SET authority_at = NULL WHERE drill = 0',
    'people-told': `UPDATE incident SET tell_people = 1, told = people, people_how = '' WHERE drill = 0`,
    closed: `UPDATE incident SET state = 'open', closed_at = NULL WHERE drill = 0`,
  },
  'incident-drill': { 'worked-through': `UPDATE incident SET measures = '' WHERE drill = 1` },
  'impact-assessment': {
    finished: `DELETE FROM form_answer WHERE fill_id = (SELECT id FROM form_fill WHERE form = 'impact-assessment')`,
    'put-right': opened('impact'),
  },
  'self-audit': { finished: days(400), 'put-right': opened('self-audit') },
  'computer-checklist': {
    finished: days(400),
    'put-right': opened('computer-checklist'),
    agrees: `UPDATE form_answer SET choice = 'no' WHERE item = 'antivirus'`,
  },
  'computer-checks': Object.fromEntries(
    COMPUTER_CHECKS.map((check) => [check, answered(check, 'no')]),
  ) as Record<PointOf<'computer-checks'>, Loss>,
  rectification: {
    looked: `UPDATE form_fill SET state = 'draft', form = form || id`,
    'in-time': `INSERT INTO rectification (id, source, source_ref, title, words, who, due_on, state, opened_at, opened_by, done_words, version)
      VALUES (9000001, 'own', '', '一项', '', '', '2020-01-02', 'open', 1, 'x', '', 1)`,
  },
};

/** Somebody signs that there was no incident, where none is on record. */
const statedNone = async (desk: VaultHarness): Promise<void> => {
  await bySql(desk, 'DELETE FROM incident WHERE drill = 0');
  await desk.call('incidents.stateNone', { words: '向前台和业主群核实过', pin: PINS.supervisor });
};

/** Of what findings rest on besides duties. */
const LOSSES_OF_EVENING: Readonly<Record<Exclude<Point, Duty>, Loss>> = {
  company: `DELETE FROM company_fact WHERE name = 'creditCode'`,
  residents: nobody,
  originals: `INSERT INTO import_run (id, at, staff_id, file_name, row_count, created, changed, rejected)
    VALUES (9000001, 9999999999999, 'x', 'owners.xlsx', 1, 1, 0, 0)`,
  items: opened('own'),
  pack: async (desk) => {
    await bySql(desk, 'DELETE FROM paper');
    await makePack(desk);
  },
};

/** No ID number may be kept, and one is. */
const decideForNone: Loss = async (desk) => {
  await desk.switchTo('admin');
  await desk.call('idNumbers.decide', { choice: 'none', words: '不再保存', pin: PINS.admin });
  await desk.switchTo('supervisor');
};

// --- the vault

const clock = createFakeClock(Date.UTC(2026, 10, 30, 1));
let answer: 'yes' | 'no' | 'unknown' = 'yes';
const computer: ComputerLine = { look: async () => computerThatSays(answer) };
let whole: VaultHarness;
let wholeAt: number;

/** A copy of the vault in which everything is done, as it was then, with a supervisor signed in. */
async function copyOfWhole(): Promise<VaultHarness> {
  clock.setBy(wholeAt - clock.now());
  const vaultDir = makeTempDir();
  await cp(whole.vaultDir, vaultDir, { recursive: true });
  const keychain = new MemoryKeychain();
  keychain.restore(whole.keychain.snapshot());
  return createHarness({ clock, computer, vaultDir, keychain });
}

/** Changes the store with nobody signed in; the supervisor is afterwards. */
async function bySql(desk: VaultHarness, text: string): Promise<void> {
  await desk.lock();
  const store = await openStoreOf(vaultAtRest(desk), chooseEngine('auto'), PINS.admin);
  await store.runAlone({ text, values: [] });
  await store.close();
  await desk.unlock('supervisor');
}

async function afterLoss(loss: Loss): Promise<Dashboard> {
  const isNever = loss === 'never confirmed';
  const desk = isNever ? await createHarness({ clock, computer }) : await copyOfWhole();
  if (isNever) await fulfilEverything(desk, { isWithoutRules: true });
  else await desk.unlock('supervisor');
  if (!isNever) await (typeof loss === 'string' ? bySql(desk, loss) : loss(desk));
  const dashboard = await desk.call('evidence.read', {});
  await desk.letGo();
  return dashboard;
}

const ticked = ({ evidence }: Dashboard): Duty[] =>
  evidence.filter(({ state }) => state === 'there').map(({ duty }) => duty);
const findingsDone = (dashboard: Dashboard): string[] =>
  FINDINGS.filter(({ points }) => countHeld(points, dashboard) === points.length).map(({ id }) => id);
/** Matters in that state, of those that rest on this point of a duty where one is given. */
const mattersThat = (state: string, dashboard: Dashboard, on?: readonly [Duty, PointOf]): MatterId[] =>
  MATTERS.filter(
    (matter) =>
      stateOfMatter(matter, dashboard) === state &&
      (on === undefined || matter.points.some(([duty, point]) => duty === on[0] && point === on[1])),
  ).map(({ id }) => id);
const findingsOn = (point: Point): string[] =>
  FINDINGS.filter(({ points }) => points.includes(point)).map(({ id }) => id);

beforeAll(async () => {
  whole = await createHarness({ clock, computer });
  await fulfilEverything(whole);
  await whole.lock();
  wholeAt = clock.now();
});

describe('a tick', () => {
  it('stands for every duty and every finding where all of its points are there', async () => {
    const dashboard = await afterLoss(async () => undefined);
    expect(dashboard.evidence.filter(({ state }) => state !== 'there')).toEqual([]);
    expect(findingsDone(dashboard)).toEqual(FINDINGS.map(({ id }) => id));
    expect(mattersThat('unknown', dashboard)).toEqual(['past-leak', 'phones']);
    expect(mattersThat('there', dashboard)).toHaveLength(MATTERS.length - 2);
    expect(dashboard.evening.officers).toMatchObject({ information: FACTS.informationOfficer });
  });

  it.each([
    ['papers-name', LOSSES_OF_EVENING.company, []],
    // The notices in force still say that ID numbers are kept.
    ['id-numbers', decideForNone, ['procedures']],
  ] as const)('and what is settled of %s is open again without its fact', async (id, loss, also) => {
    const settled = mattersThat('there', await afterLoss(loss));
    const open = new Set<MatterId>(['past-leak', 'phones', id, ...also]);
    expect(settled).toEqual(MATTERS.flatMap((one) => (open.has(one.id) ? [] : [one.id])));
  });

  it('of documents goes where one contradicts what the company says since', async () => {
    const dashboard = await afterLoss(async (desk) => {
      await desk.switchTo('admin');
      await desk.call('company.change', {
        facts: { ...FACTS, networkOfficer: '管理员丁', complaintPhone: '内线 809' },
        pin: PINS.admin,
      });
      await desk.switchTo('supervisor');
    });
    const stale = dashboard.evidence.flatMap(({ points }) =>
      points.flatMap(({ point, state }) => (state === 'stale' ? [point] : [])),
    );
    expect(stale).toEqual(expect.arrayContaining(['network-officer', 'resident-notice', 'ways']));
    expect(stale).not.toContain('information-officer');
    expect(mattersThat('there', dashboard)).not.toContain('procedures');
  });

  it.each(
    DUTIES.flatMap((duty) =>
      (Object.entries(LOSSES[duty]) as [PointOf, Loss][]).map(
        ([point, loss]) => [duty, point, loss] as const,
      ),
    ),
  )('of %s goes without %s, and with it that of each finding', async (duty, point, loss) => {
    const dashboard = await afterLoss(loss);
    const { points } = dashboard.evidence.find((one) => one.duty === duty)!;
    expect(points.find((one) => one.point === point)?.state).not.toBe('there');
    expect(ticked(dashboard)).not.toContain(duty);
    for (const finding of findingsOn(duty)) expect(findingsDone(dashboard)).not.toContain(finding);
    expect(mattersThat('there', dashboard, [duty, point])).toEqual([]);
    expect(mattersThat('unknown', dashboard, [duty, point])).toEqual([]);
  });

  it.each(Object.entries(LOSSES_OF_EVENING) as [Exclude<Point, Duty>, Loss][])(
    'of each finding and step goes without %s',
    async (point, loss) => {
      const dashboard = await afterLoss(loss);
      const resting = [...FINDINGS, ...STEPS].filter(({ points }) => points.includes(point));
      expect(resting).not.toEqual([]);
      for (const { points } of resting) expect(countHeld(points, dashboard)).toBeLessThan(points.length);
    },
  );
});

describe('nothing ticks', () => {
  let desk: VaultHarness;
  const read = () => desk.call('evidence.read', {});

  beforeAll(async () => {
    desk = await createHarness({ clock, computer });
    await desk.setUpAs('supervisor');
  });

  it('in an empty vault', async () => {
    const dashboard = await read();
    expect(ticked(dashboard)).toEqual([]);
    for (const { points } of FINDINGS) expect(countHeld(points, dashboard)).toBe(0);
  });

  it('by a check, a form, a walk-round, a spot check or a quiz in which everything is wrong, or an incident of which nobody was told', async () => {
    answer = 'no';
    await desk.call('computer.check', {});
    for (const form of ['impact-assessment', 'self-audit', 'computer-checklist'])
      await finishForm(desk, form, true);
    await walkRound(desk, 'finding');
    await desk.call('activity.spotCheck', { problems: 2, words: '抽查发现异常', pin: PINS.supervisor });
    await publish(desk);
    const { quizId, questions } = await desk.call('training.begin', {});
    await desk.call('training.finish', { quizId, choices: questions.map(() => 0), pin: PINS.supervisor });
    for (const drill of [true, false])
      await desk.call('incidents.open', {
        drill,
        origin: 'complaint',
        about: { kind: 'leak', certainty: 'possible', title: '骚扰电话', noticedAt: 1 },
        scope: { of: 'unknown', estimate: 400 },
      });
    // Described and reported, and of all people it is said that none could be reached.
    await bySql(
      desk,
      `UPDATE incident SET state = 'closed', closed_at = 1, fields = 'name', causes = 'x', harm = 'x', measures = 'x', advice = 'x', contact = 'x',
         authority_at = 1, tell_people = 1, told = 0, unreached = people, people_how = '电话'`,
    );
    // Documents are in force, and what was found is in the tracker with its days: neither is hollow.
    expect(ticked(await read())).toEqual([
      'responsible-persons',
      'management-system',
      'counter-procedures',
      'incident-plan',
      'resident-notices',
      'rectification',
    ]);
  });
});

describe('in the vault in which everything is done', () => {
  const stateOf = ({ evidence }: Dashboard, duty: Duty) => evidence.find((one) => one.duty === duty)!;

  it('what a computer could not tell is unknown, and there once somebody has looked by hand', async () => {
    const unknown = readings(
      `replace(readings, '"check":"antivirus","answer":"yes","why":null', '"check":"antivirus","answer":"unknown","why":"no-answer"')`,
    );
    expect(stateOf(await afterLoss(unknown), 'computer-checks').state).toBe('there');
    const both = async (desk: VaultHarness): Promise<void> => {
      await bySql(desk, unknown as string);
      await bySql(desk, 'DELETE FROM form_answer');
    };
    const { state, points } = stateOf(await afterLoss(both), 'computer-checks');
    expect(state).toBe('stale');
    expect(points.filter((one) => one.state !== 'there')).toEqual([{ point: 'antivirus', state: 'unknown' }]);
  });

  it('an incident of which its row alone says that it was reported, told of and closed is open', async () => {
    const dashboard = await afterLoss(async (desk) => {
      await visit('incidents.change')(desk);
      await bySql(
        desk,
        `UPDATE incident SET drill = 0, state = 'closed', closed_at = 1, authority_at = 1, tell_people = 0 WHERE state = 'open'`,
      );
    });
    const { points } = stateOf(dashboard, 'incidents');
    expect(points.flatMap(({ point, state }) => (state === 'stale' ? [point] : []))).toEqual([
      'reported',
      'people-told',
      'closed',
    ]);
  });

  it('a form of which most is said not to apply is no evidence', async () => {
    const dashboard = await afterLoss(
      `UPDATE form_answer SET choice = 'not-applicable', words = '没有' WHERE item NOT IN ('os-password', 'legal-basis')`,
    );
    for (const duty of ['self-audit', 'computer-checklist'] as const)
      expect(stateOf(dashboard, duty).state).toBe('missing');
  });

  const SMALL = { why: '公司只有三人，由经理直接管理' };
  it.each([
    ['management-system', {}, 'stale', ['management-system', 'sign-offs']],
    ['management-system', SMALL, 'explained', ['management-system', 'sign-offs']],
    ['undertaking', {}, 'stale', ['undertakings']],
    ['undertaking', SMALL, 'explained', ['undertakings']],
    ['posted-notice', {}, 'stale', ['resident-notices']],
  ] as const)(
    'a document of %s that was cut to a paragraph is no evidence, signed or not, and with %o it is %s',
    async (kind, why, state, duties) => {
      let cut: string[] = [];
      const dashboard = await afterLoss(async (desk) => {
        const found = (await desk.call('procedures.list', {})).procedures.find((one) => one.kind === kind)!;
        const { procedureId } = found;
        await desk.call('procedures.beginDraft', { procedureId });
        const { draft, title } = await desk.call('procedures.read', { procedureId, versionId: null });
        await desk.call('procedures.saveDraft', {
          procedureId,
          version: draft!,
          title,
          blocks: [{ kind: 'paragraph', runs: [{ text: '本公司依法处理个人信息。' }] }],
        });
        const drafts = (await desk.call('procedures.list', {})).procedures.filter(
          (one) => one.draft !== null,
        );
        await desk.call('procedures.publish', {
          drafts: await readDrafts(desk, drafts),
          ...why,
          pin: PINS.supervisor,
        });
        for (const role of ['supervisor', 'receptionist', 'admin'] as const) {
          await desk.switchTo(role);
          const versions = await readDue((route, payload) => desk.call(route, payload));
          if (versions.length > 0) await desk.call('procedures.sign', { versions, pin: PINS[role] });
        }
        await desk.switchTo('supervisor');
        const { procedures } = await desk.call('procedures.list', {});
        cut = procedures.find((one) => one.kind === kind)!.removed;
      });
      expect(cut.length).toBeGreaterThan(0);
      for (const duty of duties) expect(stateOf(dashboard, duty).state).toBe(state);
      expect(findingsDone(dashboard)).not.toContain(findingsOn(duties[0])[0] ?? '');
    },
  );

  it('a form is none in which one item is said not to apply without a word of why', async () => {
    for (const [words, state] of [
      ['没有接口', 'there'],
      ['', 'missing'],
    ] as const) {
      const dashboard = await afterLoss(
        `UPDATE form_answer SET choice = 'not-applicable', words = '${words}' WHERE item = 'usb'`,
      );
      expect(stateOf(dashboard, 'computer-checklist').state).toBe(state);
    }
  });

  it.each([
    ['stale', 'paper', LOSSES.paper.returned],
    ['explained', 'incidents', statedNone],
    ['missing', 'paper', 'DELETE FROM paper'],
  ] as const)(
    'a pack in which a duty is %s is not whole, but by the statement where that explains it',
    async (state, duty, loss) => {
      const dashboard = await afterLoss(async (desk) => {
        await (typeof loss === 'string' ? bySql(desk, loss) : loss(desk));
        await makePack(desk);
      });
      expect(dashboard.evidence.filter((one) => one.state !== 'there')).toMatchObject([{ duty, state }]);
      expect(dashboard.evening.pack).toBe(state === 'explained' ? 'explained' : 'missing');
      expect(findingsDone(dashboard)).not.toContain('not-rectified');
    },
  );

  it('a pack is one of the last half year, by a company that says who it is', async () => {
    for (const loss of [days(200), LOSSES_OF_EVENING.company])
      expect((await afterLoss(loss)).evening.pack).toBe('missing');
    expect((await afterLoss(days(100))).evening.pack).toBe('there');
  });

  it('a statement that there was no incident, or no paper, explains and ticks nothing', async () => {
    const dashboard = await afterLoss(async (desk) => {
      await statedNone(desk);
      await bySql(desk, 'DELETE FROM paper');
      await desk.call('papers.stateNone', { pin: PINS.supervisor });
    });
    for (const duty of ['incidents', 'paper'] as const)
      expect(stateOf(dashboard, duty).state).toBe('explained');
    const leak = FINDINGS.find(({ id }) => id === 'leak')!.points;
    expect([countHeld(leak, dashboard), isExplained(leak, dashboard)]).toEqual([leak.length - 1, true]);
    expect(findingsDone(dashboard)).not.toContain('booklet');
  });
});
