import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf } from '../../support/people-drafts.ts';
import { MINUTE_MS, createFakeClock } from '../../support/fake-clock.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

describe('sign-in', () => {
  const clock = createFakeClock(1_800_000_000_000);
  let desk: VaultHarness;

  beforeEach(async () => {
    desk = await createHarness({ clock });
    await desk.setUp();
  });

  it('tells the wrong tries since the last right PIN, and enters them in the log', async () => {
    const { slotId } = await desk.proofOf('receptionist');
    for (const left of [4, 3])
      expect(await desk.ask('session.unlock', { slotId, pin: '910273' })).toMatchObject({
        ok: false,
        error: { code: 'wrong-pin', details: { freeTries: left } },
      });
    expect(await desk.unlock('receptionist')).toMatchObject({ wrongTries: 2, alarms: [] });
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    expect(entries.find((entry) => entry.action === 'sign-in-failed')?.detail).toMatchObject({ count: 2 });
    expect(entries.find((entry) => entry.action === 'locked')?.detail).toMatchObject({ why: 'key' });
  });

  it('makes guessing wait, also after a restart, and the clock does not help', async () => {
    const { slotId } = await desk.proofOf('receptionist');
    for (let guess = 0; guess < 5; guess++)
      await desk.ask('session.unlock', { slotId, pin: `9102${guess}7` });
    expect(await desk.ask('session.unlock', { slotId, pin: PINS.receptionist })).toMatchObject({
      ok: false,
      error: { code: 'must-wait', details: { waitSeconds: 60 } },
    });
    clock.setBy(60 * MINUTE_MS);
    await desk.lock();
    expect(await desk.codeOf('session.unlock', { slotId, pin: PINS.receptionist })).toBe('must-wait');
    expect((await desk.people()).find((person) => person.slotId === slotId)?.waitSeconds).toBe(60);
    clock.advance(MINUTE_MS);
    expect(await desk.codeOf('session.unlock', { slotId, pin: PINS.receptionist })).toBe('ok');
  });

  it('lets one of two in who are right at the same moment, on one log', async () => {
    const proofs = [await desk.proofOf('supervisor'), await desk.proofOf('admin')];
    const codes = await Promise.all(proofs.map((proof) => desk.codeOf('session.unlock', proof)));
    expect(codes).toEqual(['ok', 'not-allowed']);
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
    expect(await desk.logged('sign-in', 20)).toHaveLength(1);
  });

  it('does not let an unknown slot be tried at all', async () => {
    await desk.answers('unknown-slot', 'session.unlock', {
      slotId: '0123456789abcdef',
      pin: PINS.receptionist,
    });
  });
});

describe('a session', () => {
  afterEach(() => void vi.useRealTimers());

  it('ends after twelve hours whatever happens, and says so five minutes before', async () => {
    const desk = await createHarness();
    await desk.setUp();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { signedIn } = await desk.unlock('receptionist');
    expect(signedIn.until - signedIn.since).toBe(12 * 60 * MINUTE_MS);
    vi.advanceTimersByTime((12 * 60 - 5) * MINUTE_MS - 1);
    expect(desk.events).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(desk.events).toEqual([{ event: 'session.expiring', payload: { until: signedIn.until } }]);
    vi.advanceTimersByTime(5 * MINUTE_MS);
    expect(desk.hostCalls).toContain('lock-me session-limit');
    vi.useRealTimers();
  });

  it('logs a search once it has settled, by kinds and counts, and with the record that was opened from it', async () => {
    const desk = await createHarness();
    const personId = await desk.setUpWith(draftOf(1));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const text of ['z', 'zh', 'zha']) await desk.call('people.search', { text });
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    await desk.call('people.search', { text: 'zhang' });
    await desk.call('people.open', { personId });
    await desk.call('people.search', { text: '桂M99' });
    await desk.call('people.open', { personId });
    const { entries } = await desk.call('log.list', { before: null, limit: 10 });
    expect(
      entries
        .filter((entry) => ['search', 'open'].includes(entry.action))
        .map((entry) => [entry.action, entry.detail]),
    ).toEqual([
      ['open', null],
      ['search', { of: 'nothing', sought: ['room', 'plate'] }],
      ['open', null],
      ['search', { of: 'found', kinds: [{ kind: 'name', count: 1, more: false }] }],
      ['search', { of: 'found', kinds: [{ kind: 'name', count: 1, more: false }] }],
    ]);
    expect(JSON.stringify(entries)).not.toContain('zha');
  });
});

describe('a store that is not the newest', () => {
  let desk: VaultHarness;
  let yesterday: string;

  beforeEach(async () => {
    desk = await createHarness();
    await desk.setUpWith(draftOf(1));
    await desk.vault.close();
    yesterday = makeTempDir();
    await cp(desk.vaultDir, yesterday, { recursive: true });
    await desk.start();
    await desk.unlock('supervisor');
    await desk.addPerson(draftOf(2));
    await desk.vault.close();
    for (const name of await readdir(desk.vaultDir)) await rm(join(desk.vaultDir, name));
    await cp(yesterday, desk.vaultDir, { recursive: true });
    await desk.start();
  });

  it('opens to nobody but a supervisor', async () => {
    for (const role of ['receptionist', 'admin'] as const) {
      expect(await desk.codeOf('session.unlock', await desk.proofOf(role))).toBe('store-mismatch');
    }
  });

  it('does nothing until the supervisor has said why that is all right, and says so in the log for ever', async () => {
    expect((await desk.unlock('supervisor')).alarms).toEqual(['head-differs']);
    expect(await desk.codeOf('people.search', { text: 'z' })).toBe('store-mismatch');
    await desk.answers('wrong-pin', 'session.acknowledge', {
      words: 'put back on purpose',
      pin: 'not-the-pin-1',
    });
    expect(await desk.codeOf('people.search', { text: 'z' })).toBe('store-mismatch');
    await desk.call('session.acknowledge', { words: 'put back on purpose', pin: PINS.supervisor });
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect((await desk.call('people.search', { text: 'z' })).groups).toHaveLength(1);
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    expect(
      entries
        .filter((entry) => ['alarm', 'acknowledge', 'sign-in-failed'].includes(entry.action))
        .map((entry) => [entry.action, entry.reason ?? entry.detail]),
    ).toEqual([
      ['sign-in-failed', expect.objectContaining({ count: 1 })],
      ['acknowledge', 'put back on purpose'],
      ['alarm', { alarm: 'head-differs' }],
    ]);
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });

    await desk.lock();
    expect((await desk.unlock('receptionist')).alarms).toEqual([]);
  });
});
