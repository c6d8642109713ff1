/** Notice and consent in a real vault: what is missing, what the counter enters and takes back, what is posted, and who is under fourteen. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type MissingKind, standingOf } from '../../../contract/consent/lists.ts';
import type { Purpose } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { endOf } from '../../support/requests-of.ts';

const CHILD = '2017-06-01';
const FIRST = '2026-1';

describe.each(FEATURE_ENGINE_NAMES)('notice and consent on %s', (engine) => {
  let clock: FakeClock;
  let desk: VaultHarness;
  let owner: PersonId;
  let tenant: PersonId;
  let child: PersonId;
  beforeAll(async () => {
    clock = createFakeClock(Date.UTC(2026, 2, 10, 9));
    desk = await openDesk('supervisor', { engine, clock });
    owner = await add(1, 'owner', '3-2-1801');
    tenant = await add(2, 'tenant', '4-1-0102', [{ field: 'phone', value: '14100000009' }]);
    child = await add(3, 'family', '4-1-0101', [
      { field: 'birthday', value: CHILD },
      { field: 'guardian', value: 'grandmother' },
    ]);
    await desk.addPerson({
      ...draftOf(4, { name: '虚构贸易有限公司' }),
      kind: 'company',
      sex: 'unknown',
      idType: null,
      sealed: [],
      plates: [],
    });
  });

  async function add(
    n: number,
    relation: 'owner' | 'tenant' | 'family',
    text: string,
    sealed = draftOf(n).sealed,
  ): Promise<PersonId> {
    const person = draftOf(n, { rooms: [{ text, relation }], plates: [], sealed });
    return (await desk.addPerson(person)).personId;
  }

  const missing = async (kind: MissingKind) =>
    (await desk.call('consent.missing', { kind, after: null })).rows.map(({ personId }) => personId);
  const open = (personId: PersonId) => desk.call('people.open', { personId });
  const counts = async () => (await desk.call('consent.summary', {})).missing;
  const tell = async (
    personId: PersonId,
    purposes: Purpose[],
    agreed: boolean,
    more: Partial<RouteRequest<'consent.tell'>> = {},
  ) =>
    desk.call('consent.tell', {
      personId,
      version: (await open(personId)).version,
      purposes,
      agreed,
      way: 'counter',
      consenter: 'self',
      pin: PINS.supervisor,
      ...more,
    });
  const entries = (action: string) => desk.logged(action, 200);
  const noticesOf = (person: MaskedPerson) => person.records.filter(({ kind }) => kind === 'notice');

  it('takes nothing while no notice is in force, and asks of everybody who lives here, companies left out', async () => {
    const request = {
      personId: owner,
      version: 1,
      purposes: ['service'],
      agreed: false,
      way: 'counter',
      consenter: 'self',
      pin: PINS.supervisor,
    };
    expect(await desk.ask('consent.tell', request)).toMatchObject({
      ok: false,
      error: { code: 'bad-request', details: { where: 'version' } },
    });
    const summary = await desk.call('consent.setVersion', { noticeVersion: FIRST, pin: PINS.supervisor });
    expect(summary.notice).toMatchObject({ version: FIRST, by: 'Super One' });
    expect(summary.people).toBe(3);
    expect(summary.missing).toEqual({ notice: 3, consent: 2, sensitive: 1, guardian: 1 });
    // As neighbours: building 3 before building 4.
    expect(await missing('notice')).toEqual([owner, child, tenant]);
    expect(await missing('consent')).toEqual([child, tenant]);
    expect(await missing('sensitive')).toEqual([owner]);
    expect(await missing('guardian')).toEqual([child]);
  });

  it('tells, takes back what this session has told, and nothing that another has', async () => {
    const told = await tell(owner, ['service'], false);
    expect(noticesOf(told.person)).toMatchObject([
      {
        purpose: 'service',
        basis: 'contract',
        noticeVersion: FIRST,
        givenOn: '2026-03-10',
        consentedOn: null,
        way: 'counter',
      },
    ]);
    expect(await missing('notice')).toEqual([child, tenant]);
    const back = { personId: owner, version: told.person.version, recordIds: told.recordIds };
    expect(await desk.codeOf('consent.takeBack', { ...back, personId: tenant })).toBe('not-found');
    const undone = await desk.call('consent.takeBack', back);
    expect(noticesOf(undone)).toEqual([]);
    expect(await missing('notice')).toEqual([owner, child, tenant]);
    const again = await tell(owner, ['service'], false);
    await desk.switchTo('supervisor');
    await desk.answers('not-found', 'consent.takeBack', {
      personId: owner,
      version: again.person.version,
      recordIds: again.recordIds,
    });
    expect((await entries('consent-tell'))[0]).toMatchObject({
      personId: owner,
      detail: { version: FIRST, purposes: ['service'], agreed: false, way: 'counter', consenter: 'self' },
    });
    expect(await entries('consent-undo')).toHaveLength(1);
  });

  it('enters consents purpose by purpose, and ends them with what follows; who refused is not asked again', async () => {
    const rules = await desk.call('consent.rules', {});
    const { person } = await tell(owner, ['identity'], true, { way: 'signed' });
    expect(standingOf(person, rules)).toMatchObject({ told: true, needs: ['identity'], missing: [] });
    expect(await missing('sensitive')).toEqual([]);
    const withdrawn = await desk.call('consent.withdraw', {
      personId: owner,
      version: person.version,
      purposes: ['identity', 'parking'],
      on: '2026-03-09',
      follows: 'delete',
      pin: PINS.supervisor,
    });
    const notices = noticesOf(withdrawn);
    expect(notices.find((one) => 'purpose' in one && one.purpose === 'identity')).toMatchObject({
      consentedOn: '2026-03-10',
      withdrawnOn: '2026-03-09',
      follows: 'delete',
    });
    // A refusal without a consent before is kept as well.
    expect(notices.find((one) => 'purpose' in one && one.purpose === 'parking')).toMatchObject({
      consentedOn: null,
      withdrawnOn: '2026-03-09',
    });
    expect(standingOf(withdrawn, rules)).toMatchObject({ missing: [], withdrawn: ['identity', 'parking'] });
    expect(await missing('sensitive')).toEqual([]);
    expect(await entries('rectification-add')).toHaveLength(1);
    expect((await entries('consent-withdraw'))[0]).toMatchObject({
      detail: { purposes: ['identity', 'parking'], on: '2026-03-09', follows: 'delete' },
    });
    await desk.answers('invalid-value', 'consent.withdraw', {
      personId: owner,
      version: withdrawn.version,
      purposes: ['service'],
      on: '2026-03-11',
      follows: 'delete',
      pin: PINS.supervisor,
    });
  });

  it('takes what is a minor from a guardian on record, and from nobody else', async () => {
    const { version } = await open(child);
    const asked = {
      personId: child,
      version,
      purposes: ['minors'],
      agreed: true,
      way: 'signed',
      pin: PINS.supervisor,
    };
    expect(await desk.codeOf('consent.tell', { ...asked, consenter: 'self' })).toBe('bad-request');
    const other = {
      ...asked,
      personId: tenant,
      version: (await open(tenant)).version,
      purposes: ['service'],
    };
    expect(await desk.codeOf('consent.tell', { ...other, consenter: 'guardian' })).toBe('bad-request');
    const { person } = await tell(child, ['service', 'minors'], true, {
      consenter: 'guardian',
      way: 'signed',
    });
    expect(standingOf(person, await desk.call('consent.rules', {}))).toMatchObject({
      missing: [],
      byGuardian: true,
    });
    expect(await counts()).toMatchObject({ guardian: 0, consent: 1 });
  });

  it('takes a consent for what the inventory names and for nothing else, at the counter and on the record', async () => {
    const { version } = await open(tenant);
    const asked = { personId: tenant, version, agreed: true, way: 'counter', consenter: 'self' } as const;
    const pin = PINS.supervisor;
    // A bank card is recorded of nobody until an admin turns it on.
    for (const purpose of ['other', 'bank'] as const) {
      await desk.answers('purpose-not-named', 'consent.tell', { ...asked, purposes: [purpose], pin });
      await desk.answers('purpose-not-named', 'records.add', {
        personId: tenant,
        version,
        record: { kind: 'notice', purpose, basis: 'consent', consentedOn: '2026-03-01' },
      });
    }
    const wanted = (await desk.call('inventory.read', {})).lines.find(({ item }) => item === 'remark')!;
    await desk.switchTo('admin');
    await desk.call('inventory.change', {
      item: wanted.item,
      version: wanted.version,
      purposes: ['service', 'other'],
      bases: wanted.bases,
      retention: null,
      pin: PINS.admin,
    });
    await desk.switchTo('supervisor');
    const { person, recordIds } = await tell(tenant, ['other'], true);
    await desk.call('consent.takeBack', { personId: tenant, version: person.version, recordIds });
  });

  it('posts a notice for whoever lives there and was not told, and takes it down whole', async () => {
    const post = (building: string | null) =>
      desk.call('consent.post', {
        area: { estate: '', building, unit: null },
        on: '2026-03-10',
        pin: PINS.supervisor,
      });
    expect((await desk.call('consent.areas', {})).areas).toEqual([
      { estate: '', building: '3' },
      { estate: '', building: '4' },
    ]);
    const { postings, missing: left } = await post('4');
    expect(postings).toMatchObject([{ people: 1, noticeVersion: FIRST, by: 'Super One' }]);
    expect(left.notice).toBe(0);
    // A posting is no consent, and nobody there is left to be told.
    expect(left.consent).toBe(1);
    expect(noticesOf(await open(tenant))).toMatchObject([
      { way: 'posted', basis: 'consent', consentedOn: null },
    ]);
    await desk.answers('bad-request', 'consent.post', {
      area: { estate: '', building: '4', unit: null },
      on: '2026-03-10',
      pin: PINS.supervisor,
    });
    await desk.call('consent.takeDown', { postingId: postings[0]!.postingId, pin: PINS.supervisor });
    expect(noticesOf(await open(tenant))).toEqual([]);
    expect(await missing('notice')).toEqual([tenant]);
    expect((await entries('consent-post'))[0]).toMatchObject({ detail: { people: 1, version: FIRST } });
  });

  it('asks everybody anew by a new version, and keeps the consents', async () => {
    await desk.call('consent.setVersion', { noticeVersion: '2026-2', pin: PINS.supervisor });
    expect(await missing('notice')).toEqual([owner, child, tenant]);
    expect((await counts()).guardian).toBe(0);
  });

  it('finds who is under fourteen without a guardian by a supervisor, and says how many in the log and no more', async () => {
    const find = () => desk.call('consent.findChildren', { pin: PINS.supervisor });
    expect((await find()).summary.children).toMatchObject({ found: 0 });
    const person = await open(child);
    await desk.edit(
      { personId: child, version: person.version },
      { sealed: [{ field: 'guardian', ordinal: 0, value: null }] },
      { pin: PINS.supervisor, why: { reason: 'correction' } },
    );
    const { rows, summary } = await find();
    expect(rows.map(({ personId }) => personId)).toEqual([child]);
    expect(summary.children).toMatchObject({ found: 1 });
    const [entry] = await entries('consent-children');
    expect(entry).toMatchObject({ personId: null, detail: { looked: 2, found: 1 } });
    expect(await desk.codeOf('consent.findChildren', { pin: PINS.admin })).toBe('wrong-pin');
  });

  it('counts by the day and by every change, however it was made', async () => {
    const before = (await counts()).notice;
    const { version } = await open(tenant);
    await desk.addRecord(
      { personId: tenant, version },
      {
        kind: 'notice',
        purpose: 'service',
        basis: 'consent',
        noticeVersion: '2026-2',
        givenOn: '2026-03-10',
      },
    );
    expect((await counts()).notice).toBe(before - 1);
    const occupancy = (await open(tenant)).records.find(({ kind }) => kind === 'occupancy')!;
    await desk.call(
      'records.end',
      endOf({ personId: tenant, version: version + 1 }, 'occupancy', occupancy.recordId, '2026-03-10'),
    );
    expect((await desk.call('consent.summary', {})).people).toBe(2);
  });

  it('is read by a supervisor and an admin; a receptionist enters and reads nothing', async () => {
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('consent.summary', {})).toBe('not-allowed');
    expect(await desk.codeOf('consent.missing', { kind: 'notice', after: null })).toBe('not-allowed');
    const { person } = await tell(owner, ['service'], false, { pin: PINS.receptionist });
    expect(noticesOf(person).length).toBeGreaterThan(0);
    expect(await desk.codeOf('consent.form', { personId: owner })).toBe('ok');
    await desk.switchTo('admin');
    expect(await desk.codeOf('consent.summary', {})).toBe('ok');
    await desk.answers('not-allowed', 'consent.post', {
      area: { estate: '', building: null, unit: null },
      on: '2026-03-10',
      pin: PINS.admin,
    });
    await desk.switchTo('supervisor');
  });
});
