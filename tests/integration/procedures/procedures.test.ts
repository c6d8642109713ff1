/** Documents of the company in a real vault: drafted from templates, filled, published, signed; and what a changed store makes of them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '../../../contract/limits/lists.ts';
import type { OwnDocument, ProcedureView } from '../../../contract/procedures/views.ts';
import { type ProcedureKind, TEMPLATE_KINDS } from '../../../contract/procedures/lists.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { IDENTITY_FACTS } from '../../../contract/company/lists.ts';
import { FACTS } from '../../support/features/company.ts';
import { offerProcedure, readDue, readDrafts } from '../../support/features/procedures.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { words } from '../../support/words.ts';

let clock: FakeClock;
let desk: VaultHarness;
beforeAll(async () => {
  clock = createFakeClock(Date.UTC(2026, 10, 20, 2));
  desk = await openDesk('admin', { clock, usualLimits: USUAL_LIMITS });
});

const list = async () => (await desk.call('procedures.list', {})).procedures;
const of = (procedures: readonly ProcedureView[], kind: ProcedureKind): ProcedureView =>
  procedures.find((one) => one.kind === kind)!;
const seenOf = ({ procedureId, draft }: ProcedureView) => ({ procedureId, version: draft!.version });
const own = async (): Promise<readonly OwnDocument[]> => (await desk.call('procedures.own', {})).documents;
const due = async () => (await own()).filter((one) => one.due);
const signAll = async (role: 'admin' | 'supervisor' | 'receptionist') =>
  desk.call('procedures.sign', {
    versions: await readDue((route, payload) => desk.call(route, payload)),
    pin: PINS[role],
  });
const entriesOf = (action: string) => desk.logged(action, 50);

describe('documents from empty to signed, in this order', () => {
  it('are drafts of every template, each with what it lacks, and none with a gap is published', async () => {
    const { procedures } = await desk.call('procedures.useTemplates', {
      kinds: [...TEMPLATE_KINDS],
      idleSeconds: 120,
    });
    expect(procedures.map(({ kind }) => kind)).toEqual([...TEMPLATE_KINDS]);
    expect(procedures.every(({ draft }) => draft!.gaps.includes('company'))).toBe(true);
    const text = JSON.stringify(
      await desk.call('procedures.read', {
        procedureId: of(procedures, 'management-system').procedureId,
        versionId: null,
      }),
    );
    // What the vault knows by itself is filled in.
    for (const said of ['2 分钟', '12 小时', '14 项', '40 项']) expect(text).toContain(said);
    await desk.answers('bad-request', 'procedures.publish', {
      drafts: [seenOf(of(procedures, 'undertaking'))],
      pin: PINS.admin,
    });
    // A template that is used again takes nobody's draft away.
    await desk.answers('bad-request', 'procedures.useTemplates', {
      kinds: ['undertaking'],
      idleSeconds: 120,
    });
  });

  it('have their gaps closed by one form, and a day that there is not is refused', async () => {
    await desk.answers('invalid-value', 'company.change', {
      facts: { ...FACTS, effectiveOn: '2026-02-30' },
      pin: PINS.admin,
    });
    await desk.answers('invalid-value', 'company.change', {
      facts: { ...FACTS, creditCode: '91350100M000100Y44' },
      pin: PINS.admin,
    });
    const before = (await desk.call('company.read', {})).missing;
    expect(before).toEqual(IDENTITY_FACTS);
    expect(await desk.call('company.change', { facts: FACTS, pin: PINS.admin })).toEqual({
      facts: FACTS,
      missing: [],
    });
    const { procedures } = await desk.call('procedures.list', {});
    expect(procedures.flatMap(({ draft }) => draft!.gaps)).toEqual([]);
  });

  it('offer no version of the notice to residents while they are drafts', async () => {
    expect(await desk.call('consent.published', {})).toEqual({ versions: [] });
  });

  it('are published together with one PIN, each by a signed entry with the hash of its text', async () => {
    const drafts = (await list()).map(seenOf);
    expect(await desk.codeOf('procedures.publish', { drafts, pin: 'wrong pin here' })).toBe('wrong-pin');
    // Nothing is put in force that was not shown, each as it is.
    await desk.answers('bad-request', 'procedures.publish', { drafts, pin: PINS.admin });
    await readDrafts(desk, (await list()).slice(1));
    await desk.answers('bad-request', 'procedures.publish', { drafts, pin: PINS.admin });
    await readDrafts(desk, (await list()).slice(0, 1));
    const { procedures } = await desk.call('procedures.publish', { drafts, pin: PINS.admin });
    const entries = await entriesOf('procedure-publish');
    expect(entries).toHaveLength(TEMPLATE_KINDS.length);
    expect(entries.every(({ signed }) => signed)).toBe(true);
    const hashes = procedures.map(({ versions }) => versions[0]!.sha256);
    expect(entries.map(({ detail }) => (detail as { sha256: string }).sha256).toSorted()).toEqual(
      hashes.toSorted(),
    );
    expect(JSON.stringify(entries)).not.toContain(FACTS.company);
  });

  it('offer the notice to residents, by title and number, and no other document as its version', async () => {
    const { title } = of(await list(), 'resident-notice');
    expect(await desk.call('consent.published', {})).toEqual({ versions: [`${title} 第 1 版`] });
    const noticeVersion = `${title} 第 1 版`;
    const { notice } = await desk.call('consent.setVersion', { noticeVersion, pin: PINS.admin });
    expect(notice).toMatchObject({ version: noticeVersion, by: 'Admin One' });
  });

  it('show a receptionist what is theirs to sign and nothing else', async () => {
    const notice = of(await list(), 'resident-notice');
    await desk.switchTo('receptionist');
    const waiting = await due();
    expect(waiting.map(({ kind }) => kind).toSorted()).toEqual(
      words('counter-procedures data-procedures incident-plan management-system undertaking'),
    );
    const { blocks } = await desk.call('procedures.read', {
      procedureId: waiting[0]!.procedureId,
      versionId: waiting[0]!.versionId,
    });
    expect(JSON.stringify(blocks)).toContain(FACTS.company);
    expect(await desk.codeOf('procedures.list', {})).toBe('not-allowed');
    const versionId = notice.versions[0]!.versionId;
    await desk.answers('not-found', 'procedures.read', { procedureId: notice.procedureId, versionId });
    await desk.answers('not-found', 'procedures.read', {
      procedureId: waiting[0]!.procedureId,
      versionId: null,
    });
    await desk.answers('not-found', 'procedures.sign', {
      versions: [{ versionId, sha256: notice.versions[0]!.sha256 }],
      pin: PINS.receptionist,
    });
  });

  it('are signed by the text that was shown, with the own PIN, and are no longer asked for', async () => {
    const [first] = await due();
    const { versionId } = first!;
    const other = { versions: [{ versionId, sha256: '0'.repeat(64) }], pin: PINS.receptionist };
    expect(await desk.codeOf('procedures.sign', other)).toBe('changed-meanwhile');
    // None of several is signed where one of them was not shown.
    await desk.switchTo('receptionist');
    const waiting = await due();
    for (const { procedureId, versionId: shown } of waiting.slice(1))
      await desk.call('procedures.read', { procedureId, versionId: shown });
    await desk.answers('bad-request', 'procedures.sign', {
      versions: waiting.map(({ versionId: id, sha256 }) => ({ versionId: id, sha256 })),
      pin: PINS.receptionist,
    });
    expect(await due()).toEqual(waiting);
    await signAll('receptionist');
    expect(await due()).toEqual([]);
    await desk.switchTo('admin');
    const undertaking = of(await list(), 'undertaking');
    expect(undertaking.signed).toMatchObject({ count: 1, missing: ['Admin One', 'Super One'] });
    const [signed] = await entriesOf('procedure-sign');
    expect(signed).toMatchObject({ staffName: 'Desk One', signed: true });
    const { signatures } = await desk.call('procedures.signatures', {
      versionId: undertaking.versions[0]!.versionId,
    });
    expect(signatures.find(({ name }) => name === 'Desk One')).toMatchObject({
      due: false,
      againOn: '2027-11-20',
    });
  });

  it('ask again for a new version alone, and keep the one before readable', async () => {
    await signAll('admin');
    const plan = of(await list(), 'incident-plan');
    const { procedureId } = plan;
    const begun = of((await desk.call('procedures.beginDraft', { procedureId })).procedures, 'incident-plan');
    const draft = await desk.call('procedures.read', { procedureId, versionId: null });
    const next = await desk.call('procedures.saveDraft', {
      ...seenOf(begun),
      title: draft.title,
      blocks: [...draft.blocks, { kind: 'paragraph', runs: [{ text: '新增一条。' }] }],
    });
    await desk.answers('changed-meanwhile', 'procedures.saveDraft', {
      ...seenOf(begun),
      title: draft.title,
      blocks: draft.blocks,
    });
    await desk.answers('bad-request', 'procedures.publish', {
      drafts: [{ procedureId, version: next.draft! }],
      pin: PINS.admin,
    });
    await desk.call('procedures.read', { procedureId, versionId: null });
    await desk.call('procedures.publish', {
      drafts: [{ procedureId, version: next.draft! }],
      pin: PINS.admin,
    });
    const waiting = await due();
    expect(waiting.map(({ kind, number }) => [kind, number])).toEqual([['incident-plan', 2]]);
    // What they signed before is there to be compared with.
    expect(waiting[0]!.signedBefore).toBe(plan.versions[0]!.versionId);
    const old = await desk.call('procedures.read', { procedureId, versionId: plan.versions[0]!.versionId });
    expect(JSON.stringify(old.blocks)).not.toContain('新增一条');
    await signAll('admin');
  });

  it('ask for the undertaking again before its year is over, and for nothing else', async () => {
    clock.advance(352 * DAY_MS);
    await desk.switchTo('admin');
    expect((await due()).map(({ kind }) => kind)).toEqual(['undertaking']);
    await signAll('admin');
    expect(await due()).toEqual([]);
  });

  it('say that a version is out of date once the company says something else', async () => {
    expect((await list()).some(({ outdated }) => outdated)).toBe(false);
    await desk.call('company.change', { facts: { ...FACTS, networkOfficer: '管理员丁' }, pin: PINS.admin });
    const outdated = (await list()).filter((one) => one.outdated).map(({ kind }) => kind);
    expect(outdated).toContain('network-officer');
    expect(outdated).not.toContain('posted-notice');
    await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
  });

  it('go to a file with their signatures, by an entry with the hash of the file', async () => {
    const { procedureId, versions } = of(await list(), 'undertaking');
    const path = join(makeTempDir(), 'undertaking.pdf');
    const fileId = offerProcedure(desk, path);
    const { pages } = await desk.call('procedures.give', {
      procedureId,
      versionId: versions[0]!.versionId,
      fileId,
    });
    expect(pages).toBeGreaterThan(0);
    expect(existsSync(path) && readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    const [given] = await entriesOf('procedure-give');
    expect(given?.detail).toMatchObject({ kind: 'undertaking', number: 1 });
  });

  it('of the company’s own are added, and are gone with their draft where they were never published', async () => {
    const added = of((await desk.call('procedures.add', { title: '监控室管理制度' })).procedures, 'own');
    expect(added.draft!.gaps).toEqual([]);
    const { procedures } = await desk.call('procedures.discardDraft', seenOf(added));
    expect(procedures.some(({ kind }) => kind === 'own')).toBe(false);
  });
});
