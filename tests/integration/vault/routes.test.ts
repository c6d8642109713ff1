/** Every route of the port: locked, wrong role, malformed, oversized. All refused, all logged. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../../contract/fields.ts';
import { ROUTE_NAMES } from '../../../contract/route-names.ts';
import { MAX_REQUEST_CHARACTERS, ROUTES } from '../../../contract/routes.ts';
import { type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const SIGNED_IN = ROUTE_NAMES.filter((name) => Array.isArray(ROUTES[name].access));
const MALFORMED: readonly unknown[] = [
  { unexpected: 1 },
  [],
  'text',
  7,
  { personId: -1, text: 5, fileId: '../../etc/passwd' },
  { __proto__: null, constructor: 1 },
];

describe('routes', () => {
  let desk: VaultHarness;
  /** Two pages: more routes are refused than one has room for. */
  const entriesAfter = async (seq: number) => {
    const newest = await desk.call('log.list', { before: null, limit: 200 });
    const older = await desk.call('log.list', { before: newest.next, limit: 200 });
    return [...newest.entries, ...older.entries].filter((entry) => entry.seq > seq);
  };
  beforeAll(async () => {
    desk = await createHarness();
    await desk.setUp();
  });

  it('refuses every route while locked that wants somebody signed in, and counts each in the log afterwards', async () => {
    await desk.lock();
    for (const name of SIGNED_IN) {
      expect([name, await desk.codeOf(name, {})]).toEqual([name, 'locked']);
      expect([name, await desk.codeOf(name, MALFORMED[0])]).toEqual([name, 'locked']);
    }
    await desk.unlock('supervisor');
    expect((await desk.logged('refused', 10))[0]?.detail).toMatchObject({
      of: 'locked',
      count: 2 * SIGNED_IN.length,
    });
  });

  it.each(ROLES)(
    'refuses every route to a signed-in %s that is not theirs, and enters each in the log',
    async (role) => {
      const others = SIGNED_IN.filter((name) => !(ROUTES[name].access as readonly string[]).includes(role));
      expect(others.length).toBeGreaterThan(10);
      await desk.switchTo('supervisor');
      const before = (await desk.call('log.list', { before: null, limit: 1 })).entries[0]!.seq;
      await desk.switchTo(role);
      for (const name of others) expect([name, await desk.codeOf(name, {})]).toEqual([name, 'not-allowed']);
      await desk.switchTo('supervisor');
      const refused = (await entriesAfter(before)).filter(({ action }) => action === 'refused');
      expect(refused.map(({ detail }) => JSON.stringify(detail)).sort()).toEqual(
        others.map((route) => JSON.stringify({ of: 'route', route, code: 'not-allowed' })).sort(),
      );
    },
  );

  it('refuses what is malformed, whichever the route', async () => {
    await desk.switchTo('supervisor');
    for (const name of ROUTE_NAMES.filter((route) => route !== 'vault.status')) {
      for (const payload of MALFORMED) {
        const code = await desk.codeOf(name, payload);
        expect([name, code]).toEqual([
          name,
          expect.stringMatching(/^(bad-request|vault-exists|not-allowed)$/),
        ]);
      }
    }
  });

  it('refuses what is oversized before it is parsed, and what is no route at all', async () => {
    await desk.switchTo('supervisor');
    await desk.answers('too-large', 'people.search', { text: 'x'.repeat(MAX_REQUEST_CHARACTERS) });
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(await desk.codeOf('people.search', circular)).toBe('bad-request');
    for (const name of ['', 'constructor', '__proto__', 'toString', 'people.search ', 'store.query']) {
      expect(await desk.vault.handle(name, {})).toMatchObject({
        ok: false,
        error: { code: 'unknown-route' },
      });
    }
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    const details = entries.map(({ detail }) => JSON.stringify(detail));
    const refused = (route: string, code: string): string => JSON.stringify({ of: 'route', route, code });
    expect(details.filter((detail) => detail === refused('unknown', 'unknown-route'))).toHaveLength(6);
    expect(details).toContain(refused('people.search', 'too-large'));
  });

  it('logs what main itself refuses, at once or at the next unlock', async () => {
    await desk.switchTo('supervisor');
    await desk.vault.noteRefusal('navigation');
    await desk.lock();
    await desk.vault.noteRefusal('sender');
    await desk.unlock('supervisor');
    const details = (await desk.logged('refused', 10)).map((entry) => entry.detail);
    expect(details.slice(0, 2)).toEqual([
      expect.objectContaining({ of: 'locked', count: 1 }),
      { of: 'shell', what: 'navigation' },
    ]);
  });

  it('will not set up a second vault over the first', async () => {
    await desk.lock();
    const staff = { name: 'Someone', pin: 'plum-88-tree' };
    await desk.answers('vault-exists', 'setup.begin', {
      estateName: 'x',
      admin: staff,
      supervisor: staff,
      receptionist: staff,
      adminIsSupervisor: false,
    });
    expect(await desk.codeOf('setup.finish', { answers: ['a', 'b'] })).toBe('vault-exists');
  });

  it('says what is wrong with a request by its place and never by its value', async () => {
    await desk.switchTo('receptionist');
    const result = await desk.ask('people.open', { personId: 'planted-value' });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'bad-request', details: { where: 'personId' } },
    });
    expect(JSON.stringify(result)).not.toContain('planted-value');
  });
});
