/** The register of paper in a real vault: who may what, what is due, who is a witness, what the log says. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PaperFacts, PaperView } from '../../../contract/paper-register/routes.ts';
import { SUPERVISION_ENTRIES } from '../../../main/vault/activity/supervision.ts';
import { SIGNED_ENTRIES } from '../../../main/vault/incidents/evidence.ts';
import { STATED_QUERY } from '../../../main/vault/incidents/stated.ts';
import { NO_PAPER_QUERIES } from '../../../main/vault/paper-register/no-paper.ts';
import type { Sql } from '../../../main/vault/store/sql.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { BOOKLET } from '../../support/features/paper-register.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { newStore } from '../../support/new-store.ts';
import { type VaultHarness, openDesk } from '../../support/vault-harness.ts';

let clock: FakeClock;
let desk: VaultHarness;
beforeEach(async () => {
  clock = createFakeClock(Date.UTC(2026, 2, 10, 9));
  desk = await openDesk('supervisor', { clock });
});

const slotOf = async (role: Role) => (await desk.proofOf(role)).slotId;
const pinOf = async (role: Role) => (await desk.proofOf(role)).pin;
const list = () => desk.call('papers.list', {});
const takeIn = async (facts: Partial<PaperFacts> = {}, keeper: Role = 'receptionist'): Promise<PaperView> => {
  const paper = { ...BOOKLET, custodian: await slotOf(keeper), ...facts };
  const { papers } = await desk.call('papers.takeIn', { paper });
  return papers.toSorted((one, other) => other.paperId - one.paperId)[0]!;
};
const seenOf = ({ paperId, version }: PaperView) => ({ paperId, version });
const destroyed = async (paper: PaperView, own: Role, witness: Role) => ({
  ...seenOf(paper),
  how: 'shredded' as const,
  pin: await pinOf(own),
  witness: await desk.proofOf(witness),
});
/** Newest first. */
const entries = async () =>
  (await desk.call('log.list', { before: null, limit: 50 })).entries.filter(({ action }) =>
    ['paper', 'alert'].some((begun) => action.startsWith(begun)),
  );

describe('taking in', () => {
  it('keeps what it is, where it lay, who keeps it and where, and says none of its words in the log', async () => {
    const paper = await takeIn({ dueOn: '2026-03-20' });
    expect(paper).toMatchObject({
      ...BOOKLET,
      dueOn: '2026-03-20',
      daysLeft: 10,
      state: 'kept',
      custodian: { slotId: await slotOf('receptionist') },
    });
    const [entry] = await entries();
    expect(entry).toMatchObject({
      action: 'paper-in',
      detail: { paper: paper.paperId, sort: 'booklet', pages: 62 },
    });
    expect(JSON.stringify(entry)).not.toContain(BOOKLET.title);
  });

  it('is for everybody, and shows a receptionist what they keep and nothing else', async () => {
    await takeIn({ title: '主管保管的' }, 'supervisor');
    await takeIn({ title: '前台保管的' });
    await desk.switchTo('receptionist');
    expect((await list()).papers.map(({ title }) => title)).toEqual(['前台保管的']);
    await takeIn({ title: '新找到的' });
    expect((await list()).papers).toHaveLength(2);
  });

  it('refuses a day that there is not, and takes neither a print nor a custodian who is none', async () => {
    const paper = { ...BOOKLET, custodian: await slotOf('receptionist') };
    await desk.answers('invalid-value', 'papers.takeIn', { paper: { ...paper, dueOn: '2026-02-30' } });
    expect(await desk.codeOf('papers.takeIn', { paper: { ...paper, sort: 'print' } })).toBe('bad-request');
    const nobody = 'f'.repeat(16) as PaperFacts['custodian'];
    await desk.answers('unknown-slot', 'papers.takeIn', { paper: { ...paper, custodian: nobody } });
    expect((await list()).papers).toEqual([]);
  });
});

describe('what is due', () => {
  it('stands first, is everybody’s once it is over, and is gone once it is given back', async () => {
    await takeIn({ title: '无期限' });
    await takeIn({ title: '后', dueOn: '2026-03-20' });
    const paper = await takeIn({ title: '先', dueOn: '2026-03-12' });
    expect((await list()).papers.map(({ title }) => title)).toEqual(['先', '后', '无期限']);
    expect(await desk.call('papers.due', {})).toMatchObject({ overdue: 0, next: '2026-03-12' });
    clock.advance(3 * DAY_MS);
    await desk.switchTo('admin');
    expect(await desk.call('papers.due', {})).toMatchObject({ overdue: 1, next: '2026-03-20' });
    const { papers } = await desk.call('papers.giveBack', {
      ...seenOf(paper),
      custodian: await slotOf('admin'),
      place: '保险柜',
    });
    expect(papers.find(({ paperId }) => paperId === paper.paperId)).toMatchObject({
      dueOn: null,
      place: '保险柜',
      version: 2,
    });
    expect(await desk.call('papers.due', {})).toMatchObject({ overdue: 0 });
  });

  it('can be later with a reason and a PIN, never earlier', async () => {
    const paper = await takeIn({ dueOn: '2026-03-12' });
    const request = { ...seenOf(paper), words: '等待清点', pin: await pinOf('supervisor') };
    expect(await desk.codeOf('papers.extend', { ...request, dueOn: '2026-03-12' })).toBe('invalid-value');
    await desk.answers('wrong-pin', 'papers.extend', { ...request, dueOn: '2026-04-01', pin: 'no' });
    const { papers } = await desk.call('papers.extend', { ...request, dueOn: '2026-04-01' });
    expect(papers[0]).toMatchObject({ dueOn: '2026-04-01' });
    expect((await entries())[0]).toMatchObject({ action: 'paper-extend', reason: '等待清点', signed: true });
  });

  it('counts in the shift of whoever keeps it', async () => {
    await takeIn({ dueOn: '2026-03-12' });
    await takeIn();
    await desk.switchTo('receptionist');
    expect((await desk.call('shift.read', {})).openCopies).toBe(1);
  });
});

describe('destroying', () => {
  it('takes two PINs, of which one is no receptionist’s, and is in the log with both', async () => {
    const paper = await takeIn();
    await desk.switchTo('receptionist');
    const { papers, destroyed: gone } = await desk.call(
      'papers.destroy',
      await destroyed(paper, 'receptionist', 'supervisor'),
    );
    expect([papers, gone[0]?.state, gone[0]?.ended?.how]).toEqual([[], 'destroyed', 'shredded']);
    await desk.switchTo('supervisor');
    expect((await entries())[0]).toMatchObject({
      action: 'paper-destroy',
      detail: { paper: paper.paperId, by: 'shredded' },
      signed: true,
    });
    expect((await entries())[0]?.cosignerName).not.toBeNull();
  });

  it('has no witness in whoever does it, and is not undone', async () => {
    const paper = await takeIn();
    const alone = await destroyed(paper, 'supervisor', 'supervisor');
    expect(await desk.codeOf('papers.destroy', alone)).toBe('same-person');
    await desk.call('papers.destroy', await destroyed(paper, 'supervisor', 'receptionist'));
    const again = { ...seenOf(paper), version: 2, custodian: await slotOf('admin'), place: '柜' };
    expect(await desk.codeOf('papers.giveBack', again)).toBe('not-found');
    expect(await desk.codeOf('papers.find', again)).toBe('not-found');
  });

  it('of what somebody else keeps is no receptionist’s to record', async () => {
    const paper = await takeIn({}, 'supervisor');
    await desk.switchTo('receptionist');
    await desk.answers('not-allowed', 'papers.destroy', await destroyed(paper, 'receptionist', 'supervisor'));
    await desk.answers('not-allowed', 'papers.lose', {
      ...seenOf(paper),
      words: '不见了不见了',
      pin: await pinOf('receptionist'),
    });
  });
});

describe('losing', () => {
  it('raises an alert about its custodian until a supervisor explains it, and ends when it is found', async () => {
    const paper = await takeIn();
    await desk.call('papers.lose', {
      ...seenOf(paper),
      words: '抽屉里没有了',
      pin: await pinOf('supervisor'),
    });
    const { open } = await desk.call('alerts.list', {});
    expect(open.map(({ kind }) => kind)).toEqual(['paperLost']);
    expect(await desk.call('papers.due', {})).toMatchObject({ lost: 1 });
    const { papers } = await desk.call('papers.find', {
      ...seenOf(paper),
      version: 2,
      custodian: await slotOf('supervisor'),
      place: '保险柜',
    });
    expect(papers[0]).toMatchObject({ state: 'kept', ended: null, place: '保险柜' });
  });
});

describe('counting', () => {
  it('says of each what was there, and names what was missing in the log by number alone', async () => {
    const [there, missing] = [await takeIn(), await takeIn({ title: '找不到的' })];
    const { papers } = await desk.call('papers.count', {
      counted: [there.paperId, missing.paperId],
      there: [there.paperId],
      pin: await pinOf('supervisor'),
    });
    expect(papers.map(({ counted }) => counted?.there)).toEqual([true, false]);
    expect((await entries())[0]?.detail).toEqual({ there: 1, missing: [missing.paperId] });
  });

  it('is refused where one of them is kept no more, and where one was found that was not counted', async () => {
    const paper = await takeIn();
    await desk.call('papers.destroy', await destroyed(paper, 'supervisor', 'admin'));
    const pin = await pinOf('supervisor');
    await desk.answers('changed-meanwhile', 'papers.count', { counted: [paper.paperId], there: [], pin });
    await desk.answers('bad-request', 'papers.count', { counted: [paper.paperId], there: [99], pin });
  });
});

it('refuses what somebody has changed meanwhile, and writes nothing where nothing differs', async () => {
  const paper = await takeIn();
  const facts = { ...BOOKLET, custodian: await slotOf('receptionist') };
  const same = await desk.call('papers.change', { ...seenOf(paper), paper: facts });
  expect(same.papers[0]?.version).toBe(1);
  await desk.call('papers.change', { ...seenOf(paper), paper: { ...facts, place: '岗亭' } });
  expect((await entries())[0]?.detail).toMatchObject({ changed: ['place'] });
  expect(await desk.codeOf('papers.change', { ...seenOf(paper), paper: facts })).toBe('changed-meanwhile');
});

describe('that there is no paper', () => {
  const evidence = async () =>
    (await desk.call('evidence.read', {})).evidence.find(({ duty }) => duty === 'paper')!;
  const state = async (role: Role = 'supervisor') =>
    desk.codeOf('papers.stateNone', { pin: await pinOf(role) });

  it('is explained once an overseer has stated it with their PIN, signed, until it is over', async () => {
    expect((await evidence()).state).toBe('missing');
    expect(await desk.codeOf('papers.stateNone', { pin: 'wrong-37-wrong' })).toBe('wrong-pin');
    expect((await evidence()).state).toBe('missing');
    const { noPaper } = await desk.call('papers.stateNone', { pin: await pinOf('supervisor') });
    expect(noPaper).toEqual({ at: clock.now(), by: 'Super One', until: '2026-09-09', isOver: false });
    expect(await evidence()).toMatchObject({
      state: 'explained',
      at: clock.now(),
      dueOn: '2026-09-09',
      count: 0,
    });
    const [entry] = await entries();
    expect(entry).toMatchObject({ action: 'paper-none', signed: true, detail: { until: '2026-09-09' } });
    clock.advance(182 * DAY_MS);
    await desk.switchTo('supervisor');
    expect((await evidence()).state).toBe('explained');
    clock.advance(DAY_MS);
    await desk.switchTo('supervisor');
    expect((await evidence()).state).toBe('stale');
    expect((await list()).noPaper?.isOver).toBe(true);
    expect(await state()).toBe('ok');
    expect((await evidence()).state).toBe('explained');
  });

  it('ends by itself with the first paper that is entered, and does not come back when that is destroyed', async () => {
    expect(await state()).toBe('ok');
    const paper = await takeIn();
    expect((await list()).noPaper).toBeNull();
    expect((await evidence()).state).toBe('stale');
    expect(await state()).toBe('changed-meanwhile');
    await desk.call('papers.destroy', await destroyed(paper, 'supervisor', 'admin'));
    expect((await list()).noPaper).toBeNull();
    expect((await evidence()).dueOn).toBeNull();
    expect(await state()).toBe('ok');
    expect((await list()).noPaper).not.toBeNull();
  });

  it('is stated by no receptionist, and not while a paper is lost', async () => {
    const paper = await takeIn();
    await desk.call('papers.lose', {
      ...seenOf(paper),
      words: '盘点时不在柜里',
      pin: await pinOf('supervisor'),
    });
    expect(await state()).toBe('changed-meanwhile');
    await desk.switchTo('receptionist');
    expect(await state('receptionist')).toBe('not-allowed');
  });
});

it.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  '%s finds a statement and what ends it by the indexes of their entries',
  async (_, engine) => {
    const store = await newStore(engine);
    const plan = async (query: Sql): Promise<string> => (await explain(store, query)).join();
    expect(await plan(NO_PAPER_QUERIES.stated)).toMatch(/INDEX log_entry_paper_none/);
    expect(await plan(NO_PAPER_QUERIES.entered(3))).toMatch(/INDEX log_entry_paper_entered/);
    expect(await plan(SUPERVISION_ENTRIES)).toMatch(/INDEX log_entry_supervision/);
    expect(await plan(SIGNED_ENTRIES)).toMatch(/INDEX log_entry_incident(?!_)/);
    expect(await plan(STATED_QUERY)).toMatch(/INDEX log_entry_incident_none/);
    await store.close();
  },
);
