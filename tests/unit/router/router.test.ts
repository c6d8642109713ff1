import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import type { Route } from '../../../contract/route.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { AppError } from '../../../main/vault/app-error.ts';
import { type RouterDependencies, createRouter } from '../../../main/vault/router.ts';
import type { CallerState } from '../../../main/vault/session/caller-state.ts';
import { systemClock } from '../../../main/vault/clock.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import { type NamingMark, OPTIONS, replyOf, requestFor } from '../../support/request-for.ts';
import { words } from '../../support/words.ts';

const UNLOCKED = {
  state: 'unlocked',
  role: 'supervisor',
  acknowledged: true,
  readOnly: false,
  inspected: false,
} as const satisfies CallerState;

/** A session of which nothing is asked but whether anybody is restricted. */
const SESSION = {
  signedIn: {},
  // Nothing is counted.
  readOnly: true,
  // Of the log without an entry.
  roster: { vaultId: 'a'.repeat(32) },
  clock: systemClock,
  store: { writes: () => 0, get: async () => undefined, all: async () => [] },
} as unknown as Session;

type Handle = (...given: readonly unknown[]) => Promise<unknown>;

const dependenciesOf = (handlerOf: (name: RouteName) => Handle, caller: CallerState): RouterDependencies => ({
  handlerOf: async (name) => handlerOf(name),
  leads: async () => ({}),
  session: () => (caller.state === 'unlocked' ? SESSION : null),
  callerState: () => caller,
  whyFailed: async (error) => error,
  onChanged: () => undefined,
  coordinate: (work) => work(),
  requireTrained: async () => undefined,
  onRefused: async () => undefined,
});

function routerWith(handler: Handle, caller: CallerState = UNLOCKED) {
  const refused: string[] = [];
  const handle = createRouter({
    ...dependenciesOf(() => handler, caller),
    onRefused: async (route, failure) => void refused.push(`${route}: ${failure.code}`),
  });
  return { handle: (name: RouteName | string, payload: unknown) => handle(name, payload), refused };
}

/** The names of each area's routes, in one line. */
function byArea(names: readonly string[]): Readonly<Record<string, string>> {
  const areas: Record<string, string> = {};
  for (const [area, own] of names.toSorted().map((name) => name.split('.') as [string, string]))
    areas[area] = area in areas ? `${areas[area]} ${own}` : own;
  return areas;
}

const TYPED = '13800000000';
const NAMED = {
  named: (mark: NamingMark) => (mark === 'room-text' ? '3-2-1801' : (1 as PersonId)),
  proof: { slotId: 'a'.repeat(16), pin: 'x' },
  option: 0,
};
/** Routes that answer somebody who is signed in while somebody inspects. */
const READABLE = ROUTE_NAMES.filter((name) => {
  const { access, facts }: Route = ROUTES[name];
  return Array.isArray(access) && (facts.maskedReadOnly === true || facts.inInspection === true);
});
const roleOf = (name: RouteName): Role =>
  (['supervisor', 'receptionist', 'admin'] as const).find((role) =>
    (ROUTES[name].access as readonly string[]).includes(role),
  )!;

describe('router', () => {
  it('stops a reply with a field too many before it reaches a screen', async () => {
    const row = {
      personId: 1,
      kind: 'person',
      nameMask: '张*',
      phoneMask: null,
      plateMask: null,
      roomLabel: null,
      relation: null,
      former: false,
      matched: { name: [], room: [], phone: [], plate: [] },
    };
    const good = routerWith(async () => ({
      groups: [{ kind: 'name', rows: [row], more: false }],
      next: null,
    }));
    expect(await good.handle('people.search', { text: 'z' })).toMatchObject({ ok: true });
    const leaking = routerWith(async () => ({
      groups: [{ kind: 'name', rows: [{ ...row, name: '张三' }], more: false }],
      next: null,
    }));
    const result = await leaking.handle('people.search', { text: 'z' });
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('张三');
  });

  it('tells a reply with a value that there is not as damage of the store, and one with a field too many as ours', async () => {
    const record = { kind: 'pet', recordId: 1, breed: 'x', vaccinatedOn: 'never', fields: [] };
    const person = {
      personId: 1,
      version: 1,
      kind: 'person',
      nameMask: '张*',
      sex: 'female',
      idType: null,
      rooms: [],
      fields: [],
      records: [record],
      updatedAt: 0,
      verifyTriesLeft: 3,
      verifyOpensAt: null,
      verifiedAt: null,
      hasPinyin: false,
    };
    const codeOf = async (changes: object) => {
      const result = await routerWith(async () => ({
        ...person,
        records: [{ ...record, ...changes }],
      })).handle('people.open', { personId: 1 });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await codeOf({ vaccinatedOn: null })).toBe('ok');
    expect(await codeOf({})).toBe('store-damaged');
    expect(await codeOf({ name: '张三' })).toBe('internal');
  });

  it('hands the session to a route of a role, and the request alone to one that answers before a sign-in', async () => {
    const given: unknown[][] = [];
    const router = routerWith(async (...all) => void given.push([...all]));
    await router.handle('people.open', { personId: 1 });
    await router.handle('vault.status', {});
    expect(given).toEqual([[SESSION, { personId: 1 }], [{}]]);
  });

  it('refuses a route of a role where the session has ended while its feature was loaded', async () => {
    let called = 0;
    const handle = createRouter({
      ...dependenciesOf(() => async () => ++called, UNLOCKED),
      session: () => null,
    });
    expect(await handle('people.open', { personId: 1 })).toMatchObject({ error: { code: 'locked' } });
    expect(called).toBe(0);
  });

  it('tells nothing of an error that it does not know', async () => {
    const router = routerWith(() => Promise.reject(new Error('planted secret')));
    expect(await router.handle('log.verify', {})).toEqual({
      ok: false,
      error: { code: 'internal', details: {} },
    });
  });

  it('does not call the handler of what it refuses', async () => {
    let called = 0;
    const router = routerWith(async () => ++called, { state: 'locked' });
    const isOpen = (name: RouteName): boolean =>
      ['any', 'locked', 'closed', 'signed-out'].includes(ROUTES[name].access as string);
    for (const name of ROUTE_NAMES) await router.handle(name, isOpen(name) ? { nonsense: true } : {});
    expect(called).toBe(0);
    expect(router.refused).toHaveLength(ROUTE_NAMES.length);
  });

  it('refuses each role every route that is not for it, and no other', async () => {
    for (const role of ROLES) {
      const refused: string[] = [];
      const router = routerWith(async () => ({}), { ...UNLOCKED, role });
      const routes = ROUTE_NAMES.filter((name) => Array.isArray(ROUTES[name].access));
      for (const name of routes) {
        const answer = await router.handle(name, {});
        if (!answer.ok && answer.error.code === 'not-allowed') refused.push(name);
      }
      expect(refused).toEqual(
        routes.filter((name) => !(ROUTES[name].access as readonly string[]).includes(role)),
      );
    }
  });

  it("does not count a person's mistake as an attack", async () => {
    const router = routerWith(() => Promise.reject(new AppError('wrong-pin', { waitSeconds: 0 })));
    expect(await router.handle('log.verify', {})).toMatchObject({ ok: false, error: { code: 'wrong-pin' } });
    expect(router.refused).toEqual([]);
  });

  it('lets nothing but the alarm through before it is acknowledged', async () => {
    const router = routerWith(async () => ({ alarms: [] }), { ...UNLOCKED, acknowledged: false });
    expect(await router.handle('session.alarms', {})).toMatchObject({ ok: true });
    expect(await router.handle('people.search', { text: 'z' })).toMatchObject({
      ok: false,
      error: { code: 'store-mismatch' },
    });
    expect(await router.handle('log.list', { before: null, limit: 1 })).toMatchObject({
      ok: false,
      error: { code: 'store-mismatch' },
    });
  });

  it('lets nothing through to a damaged store but what shows masks alone', async () => {
    let called: string[] = [];
    for (const role of ROLES) {
      const handlerOf = (name: RouteName) => async (): Promise<never> => {
        called.push(name);
        throw new AppError('not-found');
      };
      const handle = createRouter(dependenciesOf(handlerOf, { ...UNLOCKED, role, readOnly: true }));
      for (const name of ROUTE_NAMES)
        await handle(name, { text: 'z', personId: 1, roomId: 1, before: null, limit: 1, next: 1 });
      for (const [name, request] of [
        ['people.search', { text: 'z' }],
        ['people.open', { personId: 1 }],
        ['rooms.open', { roomId: 1 }],
      ] as const)
        await handle(name, request);
      expect(await handle('people.reveal', { personId: 1 })).toMatchObject({
        ok: false,
        error: { code: 'store-read-only' },
      });
    }
    called = [...new Set(called)].sort();
    expect(called.filter((name) => !['people.search', 'people.open', 'rooms.open'].includes(name))).toEqual(
      [],
    );
  });

  it('tells what a request has changed once it is done, and nothing of one that failed', async () => {
    const told: unknown[] = [];
    const handleWith = (handler: Handle) =>
      createRouter({
        ...dependenciesOf(() => handler, { ...UNLOCKED, role: 'admin' } as CallerState),
        onChanged: (topics) => told.push(topics),
      });
    const request = { pin: 'x' };
    await handleWith(() => Promise.reject(new AppError('wrong-pin')))('keys.rotateDeviceSecret', request);
    await handleWith(async () => ({}))('keys.cancel', {});
    expect(told).toEqual([]);
    await handleWith(async () => ({}))('staff.changePin', { pin: 'x', newPin: 'y' });
    expect(told).toEqual([['staff']]);
  });

  it('lets nothing through to an inspector but masks, what is read of the desk, what a supervisor lets go on paper, and the end of it, by this list', async () => {
    const through: string[] = [];
    for (const name of ROUTE_NAMES) {
      const router = routerWith(async () => ({}), { ...UNLOCKED, inspected: true });
      const answer = await router.handle(name, {});
      const code = (answer as { readonly error?: { readonly code: string } }).error?.code ?? 'ok';
      if (code !== 'in-inspection' && code !== 'not-allowed' && code !== 'vault-exists') through.push(name);
      if (code === 'in-inspection') expect(router.refused).toHaveLength(1);
    }
    expect(byArea(through)).toEqual({
      accessHistory: 'list',
      activity: 'read supervision',
      alerts: 'list',
      backup: 'warning',
      company: 'read',
      computer: 'read',
      consent: 'areas missing rules summary',
      disclosures: 'due list',
      disposals: 'list',
      emergency: 'list',
      estateTransfer: 'list waiting',
      evidence: 'history packs read',
      firstDay: 'read',
      idNumbers: 'read rule without',
      incidents: 'due list read',
      inspection: 'end print read',
      inventory: 'due read',
      keys: 'due list',
      limits: 'read try',
      log: 'cancel list staff verify',
      losses: 'list',
      notes: 'list',
      papers: 'due list',
      people: 'household open search searchNext',
      policy: 'read',
      procedures: 'list read signatures',
      requests: 'due list',
      retention: 'due list read',
      rooms: 'browse find open',
      scope: 'read',
      second: 'read warning',
      session: 'alarms',
      sweep: 'due read',
      systems: 'list',
      trace: 'mark',
      training: 'ledger own paper',
      updates: 'read',
      vault: 'status',
      walks: 'due list',
    });
  });

  it.each(READABLE)(
    'masks every long number in what staff typed in the reply of %s while somebody inspects',
    async (name) => {
      for (const option of OPTIONS) {
        const reply = replyOf(ROUTES[name].reply, option);
        expect([name, ROUTES[name].reply.safeParse(reply).error]).toEqual([name, undefined]);
        const ask = (inspected: boolean) =>
          createRouter({
            ...dependenciesOf(() => async () => reply, { ...UNLOCKED, role: roleOf(name), inspected }),
            // A request that the schema accepts is none of the router's business here.
            leads: async () => ({}),
          })(name, requestFor(ROUTES[name].request, NAMED));
        expect(JSON.stringify(await ask(true))).not.toContain(TYPED);
        expect(await ask(false)).toEqual({ ok: true, value: reply });
      }
    },
  );

  it('answers for a damaged store what shows masks alone, by this list', () => {
    expect(ROUTE_NAMES.filter((name) => ROUTES[name].facts.maskedReadOnly === true).toSorted()).toEqual(
      words(
        'accessHistory.list activity.read log.list log.staff notes.list people.household people.open',
        'people.search people.searchNext policy.read rooms.browse rooms.find rooms.open session.alarms trace.mark vault.status',
      ),
    );
    expect(ROUTE_NAMES.filter((name) => ROUTES[name].facts.beforeAcknowledged === true).toSorted()).toEqual([
      'session.acknowledge',
      'session.alarms',
      'vault.status',
    ]);
  });

  it('still refuses where the refusal cannot be logged', async () => {
    const handle = createRouter({
      ...dependenciesOf(() => async () => ({}), { state: 'locked' }),
      onRefused: () => Promise.reject(new Error('disk')),
    });
    expect(await handle('people.open', { personId: 1 })).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
  });
});
