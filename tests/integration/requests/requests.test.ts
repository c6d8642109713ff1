/** Requests of individuals, from a whole vault: who asks is known for each anew, nothing is done that the log does not have, and a refusal has its reason. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import { requestNumber } from '../../../contract/requests/lists.ts';
import type { RequestView } from '../../../contract/requests/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { askForCopy, copyOf, offerDisclosure } from '../../support/features/disclosures.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const [planted, , , neighbour] = PLANTED;
const PHONE = planted.sealed.phone[0].value;
const FILE = 'c7'.repeat(16) as FileId;

describe('a request of an individual', () => {
  const clock = createFakeClock();
  let desk: VaultHarness;
  let personId: PersonId;
  let other: PersonId;

  beforeAll(async () => {
    desk = await createHarness({ clock });
    personId = await desk.setUpWith(draftOfPlanted(planted));
    other = (await desk.addPerson(draftOfPlanted(neighbour))).personId;
  }, 120_000);

  const takeIn = async (changes: Partial<RouteRequest<'requests.takeIn'>> = {}): Promise<RequestView> => {
    const { register, requestId } = await desk.call('requests.takeIn', {
      personId,
      what: 'copy',
      fields: [],
      asker: 'self',
      way: 'counter',
      ...changes,
    });
    return register.requests.find((one) => one.requestId === requestId)!;
  };
  const seenOf = ({ requestId, version }: RequestView) => ({ requestId, version });
  const now = async ({ requestId }: RequestView): Promise<RequestView> =>
    (await desk.call('requests.list', {})).requests.find((one) => one.requestId === requestId)!;
  const verify = async (request: RequestView, said: string = PHONE): Promise<RequestView> => {
    await desk.call('requests.verify', {
      ...seenOf(request),
      personId: request.personId!,
      kind: 'phone',
      said,
      pin: PINS.supervisor,
    });
    return now(request);
  };
  const done = (request: RequestView, changes: object = {}) => ({
    ...seenOf(request),
    how: 'done',
    act: 'own-copy',
    words: '',
    pin: PINS.supervisor,
    ...changes,
  });
  /** By a request of theirs, which is another than the one that is tried where none is given. */
  const giveCopy = async (of = personId, by?: RequestView): Promise<void> => {
    const phone = (of === personId ? planted : neighbour).sealed.phone[0].value;
    const copy =
      by === undefined ? await askForCopy(desk.call.bind(desk), { personId: of, phone }) : copyOf(of, by);
    offerDisclosure(desk, 'own-copy');
    await desk.call('disclosures.ownCopy', { ...copy, pin: PINS.supervisor });
  };
  const refuse = (request: RequestView, changes: object = {}) => ({
    ...seenOf(request),
    how: 'refused',
    refusal: 'not-verified',
    words: '没有带证件，电话也对不上',
    pin: PINS.supervisor,
    ...changes,
  });

  it('is due on the day that the data says, and is put off no further than the data allows', async () => {
    const request = await takeIn();
    expect(request.daysLeft).toBe(15);
    const later = (days: number): string => new Date(clock.now() + days * DAY_MS).toISOString().slice(0, 10);
    const extend = { ...seenOf(request), words: '资料要向财务核对', pin: PINS.supervisor };
    expect(request.latest).toBe(later(30));
    expect(await desk.codeOf('requests.extend', { ...extend, dueOn: later(31) })).toBe('invalid-value');
    expect(await desk.codeOf('requests.extend', { ...extend, dueOn: later(14) })).toBe('invalid-value');
    expect(await desk.codeOf('requests.extend', { ...extend, dueOn: later(30) })).toBe('ok');
    expect(await now(request)).toMatchObject({ dueOn: later(30), daysLeft: 30 });
    await desk.call('requests.decide', refuse(await now(request)) as RouteRequest<'requests.decide'>);
  });

  it('is not done for whoever was verified before it, at the counter or for another request', async () => {
    await desk.call('people.verify', { personId, kind: 'phone', said: PHONE, pin: PINS.supervisor });
    const first = await takeIn();
    const second = await takeIn();
    await giveCopy();
    expect(await desk.codeOf('requests.decide', done(first))).toBe('identity-not-verified');
    await desk.call('people.verify', { personId, kind: 'phone', said: PHONE, pin: PINS.supervisor });
    expect((await now(first)).identity).toBeNull();
    const known = await verify(second);
    expect(known.identity).toMatchObject({ kind: 'phone' });
    expect((await now(first)).identity).toBeNull();
    await giveCopy(personId, known);
    expect(await desk.codeOf('requests.decide', done(await now(first)))).toBe('identity-not-verified');
    expect(await desk.codeOf('requests.decide', done(known))).toBe('ok');
  });

  it('shows another of the same person that is open, which lends it nothing', async () => {
    const { requests } = await desk.call('requests.list', {});
    const open = requests.filter(({ state }) => state === 'open');
    const another = await takeIn({ what: 'access' });
    expect(another.others).toEqual(open.map(({ requestId }) => requestId));
    expect(another.identity).toBeNull();
    const somebodyElse = await takeIn({ personId: other });
    expect(somebodyElse.others).toEqual([]);
  });

  it('counts a wrong answer as none, and a name never', async () => {
    const request = await takeIn();
    expect((await verify(request, '13800000000')).identity).toBeNull();
    await desk.answers('bad-request', 'requests.verify', {
      ...seenOf(await now(request)),
      personId,
      kind: 'name',
      said: planted.name.value,
      pin: PINS.supervisor,
    });
  });

  it('is answered by nothing that was there before whoever asks was known', async () => {
    const request = await takeIn();
    await giveCopy();
    const known = await verify(request);
    expect(known.found).toEqual([]);
    expect(await desk.codeOf('requests.decide', done(known))).toBe('request-not-answered');
    await giveCopy(other);
    expect(await desk.codeOf('requests.decide', done(known))).toBe('request-not-answered');
    await giveCopy(personId, known);
    expect((await now(request)).found.map(({ act }) => act)).toEqual(['own-copy']);
    await desk.answers('bad-request', 'requests.decide', done(await now(request), { act: 'opened' }));
    await desk.call('requests.decide', done(await now(request)) as RouteRequest<'requests.decide'>);
    expect(await now(request)).toMatchObject({ state: 'done', ended: { act: 'own-copy' }, daysLeft: null });
    expect(await desk.codeOf('requests.decide', done(await now(request)))).toBe('not-found');
  });

  it('is a correction of what was asked for, and of nothing else', async () => {
    const request = await verify(await takeIn({ what: 'correct', fields: ['email'] }));
    const { version, fields } = await desk.call('people.open', { personId });
    const phone = fields.find(({ field }) => field === 'phone')!;
    await desk.call('people.confirm', { personId, version, field: 'phone', ordinal: phone.ordinal });
    expect((await now(request)).found).toEqual([]);
    const email = fields.find(({ field }) => field === 'email')!;
    const { version: next } = await desk.call('people.open', { personId });
    await desk.call('people.confirm', { personId, version: next, field: 'email', ordinal: email.ordinal });
    expect((await now(request)).found.map(({ act }) => act)).toEqual(['changed']);
  });

  it('is refused for a reason of the data and with words, signed, and a letter says both', async () => {
    const request = await takeIn({ what: 'delete' });
    await desk.answers('bad-request', 'requests.decide', refuse(request, { refusal: 'no-reason' }));
    expect(await desk.codeOf('requests.decide', refuse(request, { words: '' }))).toBe('bad-request');
    // One of a correction is none of a deletion.
    await desk.answers('bad-request', 'requests.decide', refuse(request, { refusal: 'correct-already' }));
    expect(await desk.codeOf('requests.letter', { requestId: request.requestId })).toBe('not-found');
    await desk.call('requests.decide', refuse(request) as RouteRequest<'requests.decide'>);
    expect((await desk.logged('request-decide', 3))[0]).toMatchObject({
      signed: true,
      personId,
      detail: { how: 'refused', refusal: 'not-verified', act: null },
      reason: '没有带证件，电话也对不上',
    });
    const path = join(makeTempDir(), '答复.pdf');
    desk.vault.offerFile(FILE, path, 'pdf');
    const { register } = await desk.call('requests.letter', { requestId: request.requestId, fileId: FILE });
    expect(
      register.requests.find(({ requestId }) => requestId === request.requestId)!.letterAt,
    ).not.toBeNull();
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(
      /\s/g,
      '',
    );
    for (const part of [
      '未能核实请求人的身份',
      '没有带证件，电话也对不上',
      '人民法院',
      request.room.replaceAll(/\s/g, ''),
    ])
      expect(text).toContain(part);
    for (const value of [planted.name.value, PHONE]) expect(text).not.toContain(value);
  });

  it('for a deletion takes a supervisor and an admin, deletes the record and is done with it', async () => {
    const another = await takeIn({ personId: other, what: 'access' });
    const parts = await takeIn({ personId: other, what: 'delete', fields: ['phone'] });
    const unknown = await takeIn({ personId: other, what: 'delete' });
    const erase = async (request: RequestView, changes: object = {}) => ({
      ...seenOf(await now(request)),
      pin: PINS.supervisor,
      other: await desk.proofOf('admin'),
      ...changes,
    });
    const receptionist = await desk.proofOf('receptionist');
    expect(await desk.codeOf('requests.erase', await erase(unknown))).toBe('identity-not-verified');
    const known = await verify(unknown, neighbour.sealed.phone[0].value);
    await verify(parts, neighbour.sealed.phone[0].value);
    expect(await desk.codeOf('requests.erase', await erase(parts))).toBe('bad-request');
    await desk.answers('not-allowed', 'requests.erase', await erase(known, { other: receptionist }));
    await desk.call('requests.erase', (await erase(known)) as RouteRequest<'requests.erase'>);
    expect(await desk.codeOf('people.open', { personId: other })).toBe('not-found');
    expect(await now(known)).toMatchObject({
      state: 'done',
      personId: null,
      personMask: null,
      ended: { act: 'erased' },
    });
    expect(await now(another)).toMatchObject({ state: 'open', personId: null });
    expect((await desk.logged('erase', 6))[0]).toMatchObject({
      ticket: requestNumber(known.requestId),
      detail: { cause: 'request' },
    });
    // What the check has found and where backups still have it: no more than is known.
    const path = join(makeTempDir(), '答复.pdf');
    desk.vault.offerFile(FILE, path, 'pdf');
    await desk.call('requests.letter', { requestId: known.requestId, fileId: FILE });
    const letter = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    for (const part of ['检查数据库：未发现残留', '备份未能核对', '不在系统所知范围内'])
      expect(letter.replaceAll(/\s/g, '')).toContain(part);
  });

  it('is overdue once its day is over', async () => {
    const before = await desk.call('requests.due', {});
    expect(before.overdue).toBe(0);
    clock.advance(16 * DAY_MS);
    await desk.switchTo('supervisor');
    const due = await desk.call('requests.due', {});
    expect(due).toMatchObject({ open: before.open, overdue: before.open });
  });
});
