/** The register of other systems in a real vault: who may, what is due when, what the log says, and that no change overwrites another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { AGREEMENT_CLAUSES, CLAUSES } from '../../../contract/other-systems/lists.ts';
import {
  MAX_OTHER_SYSTEMS,
  type OtherSystem,
  type OtherSystemFacts,
} from '../../../contract/other-systems/routes.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { AGREEMENT } from '../../support/features/other-systems.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const DOOR: OtherSystemFacts = {
  kind: 'door',
  name: '西门门禁',
  vendor: '无名门禁厂',
  contract: 'MJ-2026-01',
  contractEnds: '2026-12-31',
  holder: '保安队长',
  holds: '姓名、门卡号',
  password: 'default',
};

let clock: FakeClock;
let desk: VaultHarness;
beforeEach(async () => {
  clock = createFakeClock(Date.UTC(2026, 2, 10, 9));
  desk = await openDesk('admin', { clock });
});

const list = async (): Promise<readonly OtherSystem[]> => (await desk.call('systems.list', {})).systems;
const add = async (facts: Partial<OtherSystemFacts> = {}): Promise<OtherSystem> => {
  const { systems } = await desk.call('systems.add', { system: { ...DOOR, ...facts } });
  return systems.find(({ name }) => name === (facts.name ?? DOOR.name))!;
};
const seenOf = ({ systemId, version }: OtherSystem) => ({ systemId, version });
/** The session ends after hours: whoever waits for days signs in again. */
const wait = async (days: number): Promise<void> => {
  clock.advance(days * DAY_MS);
  await desk.switchTo('admin');
};
/** Newest first; reading the log is an entry of its own. */
const entries = async () =>
  (await desk.call('log.list', { before: null, limit: 50 })).entries.filter(({ action }) =>
    action.startsWith('other-system'),
  );
const newestEntry = async () => (await entries())[0];

describe('who may', () => {
  it('lets a supervisor read and an admin write, and a receptionist neither', async () => {
    const seen = seenOf(await add());
    const asked = [
      ['systems.list', {}],
      ['systems.add', { system: DOOR }],
      ['systems.change', { ...seen, system: DOOR }],
      ['systems.check', { ...seen, password: 'changed' }],
      ['systems.agreement', { ...seen, agreement: AGREEMENT, pin: PINS.receptionist }],
      ['systems.remove', seen],
    ] as const;
    const codesAs = async (role: 'receptionist' | 'supervisor') => {
      await desk.switchTo(role);
      const codes: string[] = [];
      for (const [route, request] of asked) codes.push(await desk.codeOf(route, request));
      return codes;
    };
    expect(await codesAs('receptionist')).toEqual(asked.map(() => 'not-allowed'));
    expect(await codesAs('supervisor')).toEqual(['ok', ...asked.slice(1).map(() => 'not-allowed')]);
    expect(await list()).toHaveLength(1);
  });
});

describe('what is due', () => {
  it('is a check at once, then one each year: near in the last thirty days, over on the day after', async () => {
    const system = await add();
    expect(system.check).toEqual({ last: null, next: null, daysLeft: null, state: 'never' });
    await desk.call('systems.check', { ...seenOf(system), password: 'changed' });
    const checks = [];
    for (const days of [0, 334, 1, 30, 1]) {
      await wait(days);
      checks.push((await list())[0]!.check);
    }
    expect(checks).toEqual(
      (
        [
          [365, 'fine'],
          [31, 'fine'],
          [30, 'soon'],
          [0, 'soon'],
          [-1, 'overdue'],
        ] as const
      ).map(([daysLeft, state]) => ({ last: '2026-03-10', next: '2027-03-10', daysLeft, state })),
    );
  });

  it('is due on the 28th of February where it was checked on the 29th', async () => {
    clock.setBy(Date.UTC(2028, 1, 29, 9) - clock.now());
    await desk.switchTo('admin');
    const { systems } = await desk.call('systems.check', { ...seenOf(await add()), password: 'changed' });
    expect(systems[0]!.check).toMatchObject({ last: '2028-02-29', next: '2029-02-28' });
  });

  it('tells a contract that has ended from its last day on', async () => {
    await add({ contractEnds: '2026-03-11' });
    expect((await list())[0]!.contractEnded).toBe(false);
    await wait(1);
    expect((await list())[0]!.contractEnded).toBe(true);
  });

  it('stands first: what was never checked, then the check of the longest ago', async () => {
    const first = await add({ name: '一' });
    await desk.call('systems.check', { ...seenOf(first), password: 'changed' });
    await wait(1);
    const second = await add({ name: '二' });
    await desk.call('systems.check', { ...seenOf(second), password: 'changed' });
    await add({ name: '三' });
    expect((await list()).map(({ name }) => name)).toEqual(['三', '一', '二']);
  });
});

describe('the agreement with a vendor', () => {
  const read = (system: OtherSystem, agreement: object = AGREEMENT) => ({
    ...seenOf(system),
    agreement: { ...AGREEMENT, ...agreement },
    pin: PINS.admin,
  });
  const found = async (agreement: object) =>
    desk.call('systems.agreement', read((await list())[0]!, agreement) as never);
  const point = async (): Promise<string> => {
    await desk.switchTo('supervisor');
    const { evidence } = await desk.call('evidence.read', {});
    const { points } = evidence.find(({ duty }) => duty === 'other-systems')!;
    await desk.switchTo('admin');
    return points.find((one) => one.point === 'contracts')!.state;
  };

  it('asks for what the law says, each clause in words of the article that is held', () => {
    const { articles } = JSON.parse(readFileSync(join(projectDir, 'assets/law/articles.json'), 'utf8')) as {
      articles: readonly { readonly id: string; readonly paragraphs: readonly string[] }[];
    };
    const { paragraphs } = articles.find(({ id }) => id === 'pipl-21')!;
    for (const { paragraph, says } of Object.values(AGREEMENT_CLAUSES))
      expect(paragraphs[paragraph - 1]).toContain(says);
  });

  it('stands with each clause until its end, falls with any one, and is none of another paper or vendor', async () => {
    await add();
    expect(await point()).toBe('stale');
    await found({});
    expect(await point()).toBe('there');
    expect((await list())[0]!.agreement).toEqual({
      ...AGREEMENT,
      readOn: '2026-03-10',
      readBy: 'Admin One',
    });
    for (const clause of CLAUSES) {
      await found({ clauses: CLAUSES.filter((one) => one !== clause) });
      expect([clause, await point()]).toEqual([clause, 'stale']);
    }
    await found({ isProcessor: false, signedOn: null, clauses: [] });
    expect(await point()).toBe('there');
    await found({});
    for (const other of [{ vendor: '另一厂' }, { contract: 'MJ-2026-02' }, { contractEnds: '2026-03-10' }]) {
      await desk.call('systems.change', { ...seenOf((await list())[0]!), system: { ...DOOR, ...other } });
      expect([other, await point()]).toEqual([other, 'stale']);
      await desk.call('systems.change', { ...seenOf((await list())[0]!), system: DOOR });
      expect(await point()).toBe('there');
    }
    await wait(296);
    expect(await point()).toBe('stale');
  });

  it('is signed by whoever has read it, and never for a holder, without its date or with another PIN', async () => {
    const system = await add();
    const { systems } = await desk.call('systems.add', {
      system: { ...DOOR, kind: 'phone', name: '手机', password: 'locked' },
    });
    const phone = systems.find(({ kind }) => kind === 'phone')!;
    for (const [request, code] of [
      [read(system, { signedOn: null }), 'bad-request'],
      [read(system, { signedOn: '2026-02-30' }), 'invalid-value'],
      [read(system, { isProcessor: false }), 'bad-request'],
      [read(phone), 'bad-request'],
      [{ ...read(system), pin: PINS.supervisor }, 'wrong-pin'],
    ] as const)
      expect(await desk.codeOf('systems.agreement', request)).toBe(code);
    expect((await list()).map(({ agreement }) => agreement)).toEqual([null, null]);
    await desk.call('systems.agreement', read(system, { clauses: ['term', 'purpose'] }) as never);
    expect(await newestEntry()).toMatchObject({
      action: 'other-system-agreement',
      staffName: 'Admin One',
      detail: { system: system.systemId, name: DOOR.name, isProcessor: true, clauses: ['purpose', 'term'] },
    });
  });
});

describe('a change', () => {
  it('is in the log with who, which system and what, and never with what stood there', async () => {
    const system = await add();
    const named = { system: system.systemId, kind: 'door', name: DOOR.name };
    expect(await newestEntry()).toMatchObject({
      action: 'other-system-add',
      staffName: 'Admin One',
      outcome: 'done',
      detail: { ...named, password: 'default' },
    });
    const changed = await desk.call('systems.change', {
      ...seenOf(system),
      system: { ...DOOR, holder: '夜班领班', password: 'shared' },
    });
    expect((await newestEntry())?.detail).toEqual({
      ...named,
      changed: ['holder', 'password'],
      password: 'shared',
    });
    const checked = await desk.call('systems.check', { ...seenOf(changed.systems[0]!), password: 'changed' });
    expect(await newestEntry()).toMatchObject({
      action: 'other-system-check',
      detail: { ...named, password: 'changed' },
    });
    await desk.call('systems.remove', seenOf(checked.systems[0]!));
    expect(await newestEntry()).toMatchObject({ action: 'other-system-remove', detail: named });
    expect(await list()).toEqual([]);
  });

  it('that changes nothing is no entry and no new version', async () => {
    const system = await add();
    const before = (await newestEntry())?.seq;
    const { systems } = await desk.call('systems.change', { ...seenOf(system), system: DOOR });
    expect([systems[0]!.version, (await newestEntry())?.seq]).toEqual([1, before]);
  });

  it('of what somebody else has changed meanwhile, or removed, is refused and leaves no entry', async () => {
    const system = await add();
    await desk.call('systems.check', { ...seenOf(system), password: 'changed' });
    const late = [
      ['systems.change', { ...seenOf(system), system: { ...DOOR, holder: '别人' } }],
      ['systems.check', { ...seenOf(system), password: 'shared' }],
      ['systems.remove', seenOf(system)],
    ] as const;
    for (const [route, request] of late)
      expect([route, await desk.codeOf(route, request)]).toEqual([route, 'changed-meanwhile']);
    await desk.call('systems.remove', { systemId: system.systemId, version: 2 });
    for (const [route, request] of late)
      expect([route, await desk.codeOf(route, request)]).toEqual([route, 'not-found']);
    expect((await entries()).map(({ action }) => action)).toEqual(
      ['remove', 'check', 'add'].map((what) => `other-system-${what}`),
    );
  });

  it('gives no number twice', async () => {
    const one = await add();
    await desk.call('systems.remove', seenOf(one));
    expect([one.systemId, (await add()).systemId]).toEqual([1, 2]);
  });

  it.each([
    [{ ...DOOR, kind: 'lift' }, 'bad-request'],
    [{ ...DOOR, name: ' ' }, 'bad-request'],
    [{ ...DOOR, holder: 'x'.repeat(61) }, 'bad-request'],
    [{ ...DOOR, pin: '482913' }, 'bad-request'],
    [{ ...DOOR, contractEnds: '2026-02-30' }, 'invalid-value'],
  ])('takes nothing else and no day that there is not: %o', async (system, code) => {
    expect(await desk.codeOf('systems.add', { system })).toBe(code);
    expect(await list()).toEqual([]);
  });

  it('adds no more than the register holds', async () => {
    for (let n = 0; n < MAX_OTHER_SYSTEMS; n += 1) await add({ name: `系统${n}` });
    expect(await desk.codeOf('systems.add', { system: DOOR })).toBe('bad-request');
    expect(await list()).toHaveLength(MAX_OTHER_SYSTEMS);
  }, 60_000);
});
