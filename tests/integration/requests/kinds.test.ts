/** What each kind of request does in a whole vault, what it is refused for, and what its letter says: by an agent, restriction, withdrawal of consent, transfer. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import type { RequestView } from '../../../contract/requests/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { FACTS } from '../../support/features/company.ts';
import { copyOf, offerDisclosure } from '../../support/features/disclosures.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const [planted] = PLANTED;
const PHONE = planted.sealed.phone[0].value;
const FILE = 'c7'.repeat(16) as FileId;
const AGENT = '代办人';
const pin = PINS.supervisor;

describe('a request', () => {
  const clock = createFakeClock();
  let desk: VaultHarness;
  let personId: PersonId;
  const day = (days: number): string => new Date(clock.now() + days * DAY_MS).toISOString().slice(0, 10);

  beforeAll(async () => {
    desk = await createHarness({ clock });
    personId = await desk.setUpWith(draftOfPlanted(planted));
    await desk.switchTo('admin');
    await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
    await desk.switchTo('supervisor');
    await desk.call('consent.setVersion', { noticeVersion: '第一版', pin });
    const { version } = await desk.call('people.open', { personId });
    await desk.call('consent.tell', {
      personId,
      version,
      purposes: ['service', 'parking'],
      agreed: true,
      way: 'counter',
      consenter: 'self',
      pin,
    });
  }, 120_000);
  afterAll(() => desk?.dispose());

  const now = async (requestId: number): Promise<RequestView> =>
    (await desk.call('requests.list', {})).requests.find((one) => one.requestId === requestId)!;
  const seenOf = ({ requestId, version }: RequestView) => ({ requestId, version });
  const takeIn = async (changes: Partial<RouteRequest<'requests.takeIn'>>): Promise<RequestView> => {
    const asked = { personId, what: 'restrict', fields: [], asker: 'self', way: 'counter' } as const;
    return now((await desk.call('requests.takeIn', { ...asked, fields: [], ...changes })).requestId);
  };
  const verify = async (request: RequestView): Promise<RequestView> => {
    await desk.call('requests.verify', { ...seenOf(request), personId, kind: 'phone', said: PHONE, pin });
    return now(request.requestId);
  };
  const letterOf = async ({ requestId }: RequestView): Promise<string> => {
    const path = join(makeTempDir(), '答复.pdf');
    desk.vault.offerFile(FILE, path, 'pdf');
    await desk.call('requests.letter', { requestId, fileId: FILE });
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(
      /\s/g,
      '',
    );
    for (const value of [planted.name.value, PHONE, AGENT]) expect(text).not.toContain(value);
    // Whose letter it is and whom to turn to.
    for (const part of ['有限公司', '请先与本公司联系', '人民法院', '网信部门']) expect(text).toContain(part);
    return text;
  };
  const restrict = (request: RequestView) => ({ ...seenOf(request), words: '本人要求暂停使用', pin });

  it('has the term of its kind, with where it stands', async () => {
    const { rules } = await desk.call('requests.list', {});
    const term = rules.terms.find(({ what }) => what === 'withdraw-consent')!;
    expect(term).toMatchObject({ days: 5, most: 15, sure: false });
    expect(term.basis).toContain('第二十三条');
    expect((await takeIn({ what: 'withdraw-consent' })).daysLeft).toBe(term.days);
    expect((await takeIn({ what: 'access' })).daysLeft).toBe(15);
  });

  it('of an agent is done by an authority of its own, until its last day', async () => {
    const request = await verify(await takeIn({ asker: 'agent' }));
    await desk.answers('identity-not-verified', 'requests.restrict', restrict(request));
    const shown = {
      ...seenOf(request),
      name: AGENT,
      paper: 'power-of-attorney',
      until: day(3),
      identityChecked: true,
      pin,
    };
    for (const wrong of [{ until: null }, { until: day(-1) }])
      await desk.answers('invalid-value', 'requests.authorise', { ...shown, ...wrong });
    await desk.answers('bad-request', 'requests.authorise', { ...shown, paper: 'birth-certificate' });
    await desk.answers('bad-request', 'requests.authorise', { ...shown, identityChecked: false });
    await desk.answers('bad-request', 'requests.authorise', {
      ...shown,
      ...seenOf(await takeIn({})),
    });
    await desk.call('requests.authorise', shown as RouteRequest<'requests.authorise'>);
    const known = await now(request.requestId);
    expect(known.authority).toMatchObject({ paper: 'power-of-attorney', until: day(3), isOver: false });
    expect(JSON.stringify(known)).not.toContain(AGENT);
    clock.advance(4 * DAY_MS);
    await desk.switchTo('supervisor');
    expect((await now(request.requestId)).authority?.isOver).toBe(true);
    await desk.answers('identity-not-verified', 'requests.restrict', restrict(known));
    await desk.call('requests.authorise', {
      ...shown,
      ...seenOf(known),
      until: day(30),
    } as RouteRequest<'requests.authorise'>);
    await desk.call('requests.restrict', restrict(await now(request.requestId)));
    const letter = await letterOf(request);
    for (const part of ['受托人', '授权委托书', day(30), '已限制处理']) expect(letter).toContain(part);
    await desk.call('requests.lift', {
      ...restrict(await now(request.requestId)),
      words: '本人要求恢复使用',
    });
  });

  it('for restriction stores the record and uses it no more, until that is lifted', async () => {
    const unknown = await takeIn({});
    await desk.answers('identity-not-verified', 'requests.restrict', restrict(unknown));
    const explained = await verify(await takeIn({ what: 'explain' }));
    await desk.answers('bad-request', 'requests.restrict', restrict(explained));
    const request = await verify(unknown);
    const { people: asked } = await desk.call('consent.summary', {});
    await desk.call('requests.restrict', restrict(request));
    const ended = await now(request.requestId);
    expect(ended).toMatchObject({ state: 'done', restricts: true, ended: { act: 'restricted' } });
    await desk.answers('restricted', 'people.open', { personId });
    const found = async () => (await desk.call('people.search', { text: PHONE })).groups;
    expect(await found()).toEqual([]);
    expect((await desk.call('consent.summary', {})).people).toBe(asked - 1);
    expect((await desk.logged('request-restrict', 9))[0]).toMatchObject({ signed: true, personId });
    expect(await letterOf(request)).toContain('除存储和采取必要的安全保护措施外');
    await desk.call('requests.lift', { ...restrict(ended), words: '本人要求恢复使用' });
    expect(await desk.codeOf('people.open', { personId })).toBe('ok');
    expect((await found()).length).toBe(1);
    await desk.answers('not-found', 'requests.lift', restrict(await now(request.requestId)));
  });

  it('for a withdrawal ends the consent itself, and says which', async () => {
    const request = await takeIn({ what: 'withdraw-consent' });
    expect(request.consents).toEqual(['parking', 'service']);
    const withdraw = (of: RequestView, changes: object = {}) => ({
      ...seenOf(of),
      purposes: ['parking'],
      follows: 'delete',
      pin,
      ...changes,
    });
    await desk.answers('identity-not-verified', 'requests.withdrawConsent', withdraw(request));
    const known = await verify(request);
    await desk.answers('bad-request', 'requests.withdrawConsent', withdraw(known, { purposes: ['bank'] }));
    await desk.call('requests.withdrawConsent', withdraw(known) as RouteRequest<'requests.withdrawConsent'>);
    const { records } = await desk.call('people.open', { personId });
    const notices = records.filter((record) => record.kind === 'notice');
    expect(notices.find(({ purpose }) => purpose === 'parking')).toMatchObject({ withdrawnOn: day(0) });
    expect(notices.find(({ purpose }) => purpose === 'service')).toMatchObject({ withdrawnOn: null });
    expect(await now(request.requestId)).toMatchObject({ ended: { act: 'consent-withdrawn' } });
    const letter = await letterOf(request);
    expect(letter).toContain('撤回的目的：');
    expect(letter).toContain('其效力不受影响');
    const { open } = await desk.call('rectification.list', {});
    expect(open.some(({ title }) => title.includes('撤回同意'))).toBe(true);
  });

  it('for a withdrawal after which nothing but storing is wanted restricts with it, by a request and at the counter', async () => {
    const agree = async () => {
      const { version } = await desk.call('people.open', { personId });
      const of = { purposes: ['parking'], agreed: true, way: 'counter', consenter: 'self' } as const;
      await desk.call('consent.tell', { personId, version, ...of, purposes: [...of.purposes], pin });
    };
    const isRestricted = async (requestId: number): Promise<void> => {
      await desk.answers('restricted', 'people.open', { personId });
      const ended = await now(requestId);
      expect(ended).toMatchObject({ state: 'done', restricts: true, ended: { act: 'consent-withdrawn' } });
      expect(await letterOf(ended)).toContain('除存储和采取必要的安全保护措施外');
      // A row that is taken away is found out: the log says that it restricts.
      expect((await desk.logged('request-restrict', 9))[0]).toMatchObject({ signed: true, personId });
      await desk.call('requests.lift', { ...restrict(ended), words: '本人要求恢复使用' });
    };
    const again = await verify(await takeIn({}));
    await agree();
    const request = await verify(await takeIn({ what: 'withdraw-consent' }));
    await desk.call('requests.withdrawConsent', {
      ...seenOf(request),
      purposes: ['parking'],
      follows: 'restrict',
      pin,
    });
    await isRestricted(request.requestId);
    await agree();
    const { version } = await desk.call('people.open', { personId });
    await desk.switchTo('receptionist');
    await desk.call('consent.withdraw', {
      personId,
      version,
      purposes: ['parking'],
      on: day(0),
      follows: 'restrict',
      pin: PINS.receptionist,
    });
    await desk.switchTo('supervisor');
    const { requests } = await desk.call('requests.list', {});
    await isRestricted(Math.max(...requests.map(({ requestId }) => requestId)));
    const { open } = await desk.call('rectification.list', {});
    expect(open.filter(({ title }) => title.includes('只保存'))).toEqual([]);
    // What was restricted and is free again is no longer done.
    await desk.answers('request-not-answered', 'requests.decide', {
      ...seenOf(await now(again.requestId)),
      how: 'done',
      act: 'restricted',
      words: '',
      pin,
    });
  });

  it('for a transfer is answered by a file for other programs, of what they gave or the contract needs', async () => {
    await desk.switchTo('admin');
    const { lines } = await desk.call('inventory.read', {});
    const { version, purposes, bases } = lines.find((line) => line.item === 'email')!;
    await desk.call('inventory.change', {
      item: 'email',
      version,
      purposes,
      bases: bases.map(({ subject }) => ({ subject, basis: 'legal-duty' })),
      retention: null,
      pin: PINS.admin,
    });
    await desk.switchTo('supervisor');
    const request = await verify(await takeIn({ what: 'transfer' }));
    offerDisclosure(desk, 'own-copy');
    const copy = { ...copyOf(personId, request), pin };
    await desk.answers('bad-request', 'disclosures.ownCopy', copy);
    offerDisclosure(desk, 'own-copy-archive');
    await desk.call('disclosures.ownCopy', { ...copy, format: 'zip' });
    const given = (await desk.logged('disclose', 60)).map(({ field }) => field);
    expect(given).toContain('phone');
    expect(given).not.toContain('email');
    await desk.call('requests.decide', {
      ...seenOf(await now(request.requestId)),
      how: 'done',
      act: 'own-copy',
      words: '',
      pin,
    });
    expect(await letterOf(request)).toContain('可由其他系统读取的文件');
  });

  it.each([
    ['restrict', 'law-otherwise', '第四十四条'],
    ['withdraw-consent', 'other-basis', '没有可以撤回的同意'],
    ['transfer', 'not-transferable', '第二十五条'],
  ] as const)('for %s is refused for a reason of its own', async (what, refusal, words) => {
    const request = await takeIn({ what });
    const refused = { ...seenOf(request), how: 'refused', words: '已当面说明原因', pin } as const;
    await desk.answers('bad-request', 'requests.decide', { ...refused, refusal: 'correct-already' });
    await desk.call('requests.decide', { ...refused, refusal });
    expect(await letterOf(request)).toContain(words);
  });
});
