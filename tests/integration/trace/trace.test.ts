/** Marks in a whole vault: from a code to who had it, at which desk and when; what a made-up one leads to; what of it is in the log. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { checkOf } from '../../../contract/trace/lists.ts';
import { encodeTrace } from '../../../main/vault/session/trace-code.ts';
import { TRACE_QUERIES } from '../../../main/vault/session/trace-mark.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, MINUTE_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { vaultAtRest, openStoreOf } from '../../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const minuteOf = (time: number): number => Math.floor(time / MINUTE_MS) * MINUTE_MS;

describe.each(FEATURE_ENGINE_NAMES)('a mark on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let personId: PersonId;

  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    personId = await desk.setUpWith(draftOf(5), 'receptionist');
  });

  const codeNow = async (): Promise<string> => (await desk.call('trace.mark', {})).code!;
  const find = async (code: string) => (await desk.call('trace.find', { code })).traced;

  it('leads to who had the screen, at which desk and in which minute, and to what was on it', async () => {
    await desk.call('people.open', { personId });
    clock.advance(2 * MINUTE_MS);
    const [code, at] = [await codeNow(), clock.now()];
    clock.advance(40 * MINUTE_MS);
    await desk.call('rooms.find', { text: '1' });
    await desk.switchTo('supervisor');
    const traced = (await find(code))!;
    expect(traced).toMatchObject({ staffName: 'Desk One', role: 'receptionist', desk: 1, at: minuteOf(at) });
    const opened = traced.entries.find(({ action }) => action === 'open')!;
    expect(opened).toMatchObject({ personId, staffName: 'Desk One' });
    expect(traced.entries.every(({ time }) => time <= at + 2 * MINUTE_MS)).toBe(true);
  });

  it('leads to what was entered in the minute behind it, as a paper is that was begun in its own', async () => {
    clock.advance(2 * MINUTE_MS - 1_000 - (clock.now() % MINUTE_MS));
    const code = await codeNow();
    clock.advance(30_000);
    await desk.call('people.open', { personId });
    await desk.switchTo('supervisor');
    const traced = (await find(code))!;
    expect(traced.entries.map(({ action }) => action)).toContain('open');
  });

  it('is another each minute, and the same within one', async () => {
    clock.advance(MINUTE_MS - (clock.now() % MINUTE_MS));
    const first = await codeNow();
    clock.advance(MINUTE_MS / 2);
    expect(await codeNow()).toBe(first);
    clock.advance(MINUTE_MS);
    expect(await codeNow()).not.toBe(first);
  });

  it('keeps two people apart who were at the desk in the same minute', async () => {
    const one = await codeNow();
    await desk.switchTo('supervisor');
    const other = await codeNow();
    expect((await find(one))!.staffName).toBe('Desk One');
    expect((await find(other))!.staffName).toBe('Super One');
    // What the one has done is not told of the other.
    expect((await find(other))!.entries.every(({ staffName }) => staffName === 'Super One')).toBe(true);
  });

  it('is on every paper: the same as that of the window', async () => {
    await desk.switchTo('supervisor');
    const code = await codeNow();
    const mark = await desk.vault.paperMark();
    expect(mark).toMatchObject({ name: 'Super One', desk: 1, at: clock.now() });
    expect(mark!.code!.replaceAll('-', '')).toBe(code);
    await desk.lock();
    expect(await desk.vault.paperMark()).toBeNull();
  });

  it('leads nowhere where it was made up, and says so in the log without the code', async () => {
    await desk.switchTo('supervisor');
    for (let at = 0; at < 40; at += 1) {
      const made = `${at}`.padStart(11, '7');
      expect(await find(made + checkOf(made))).toBeNull();
    }
    const trace = (await desk.logged('trace', 20))[0]!;
    expect(trace).toMatchObject({ outcome: 'no-match', detail: null });
  });

  it('is refused with a slip, before anything is looked up', async () => {
    await desk.switchTo('supervisor');
    const code = await codeNow();
    const slip = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
    for (const text of [slip, 'A1B2', 'x'.repeat(200)])
      expect(await desk.ask('trace.find', { code: text })).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
  });

  it('is traced in the log: which sign-in, which minute, and by whom', async () => {
    const [code, at] = [await codeNow(), clock.now()];
    await desk.switchTo('supervisor');
    const traced = (await find(code))!;
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    expect(entries.find(({ action }) => action === 'trace')).toMatchObject({
      outcome: 'match',
      staffName: 'Super One',
      detail: { session: traced.session, at: minuteOf(at) },
    });
    expect(JSON.stringify(entries)).not.toContain(code);
  });

  it('is traced by supervisors and admins alone', async () => {
    const code = await codeNow();
    expect(await desk.ask('trace.find', { code })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    await desk.switchTo('admin');
    expect((await find(code))!.staffName).toBe('Desk One');
  });

  it('outlives another store key', async () => {
    const code = await codeNow();
    await desk.switchTo('admin');
    await desk.call('keys.rotateStoreKey', { pin: PINS.admin });
    expect((await find(code))!.staffName).toBe('Desk One');
  });

  it('leads nowhere before the sign-in that it names, after the next one, and in the future', async () => {
    await desk.switchTo('supervisor');
    const { session } = (await find(await codeNow()))!;
    const signedIn = minuteOf(clock.now());
    clock.advance(30 * MINUTE_MS);
    await desk.switchTo('admin');
    const next = minuteOf(clock.now());
    clock.advance(30 * MINUTE_MS);
    await desk.vault.close();
    const store = await openStoreOf(vaultAtRest(desk), chooseEngine(engine), PINS.admin);
    const { key } = (await store.get<{ readonly key: Uint8Array }>(TRACE_QUERIES.key))!;
    await store.close();
    await desk.start();
    await desk.unlock('supervisor');
    const at = (time: number) => find(encodeTrace(key, { session, minute: time / MINUTE_MS }));
    expect((await at(signedIn + 10 * MINUTE_MS))!.staffName).toBe('Super One');
    for (const time of [signedIn - MINUTE_MS, next + 10 * MINUTE_MS, minuteOf(clock.now()) + 5 * MINUTE_MS])
      expect(await at(time)).toBeNull();
    // An entry that is no sign-in is none.
    expect(
      await find(encodeTrace(key, { session: session + 1, minute: (signedIn + MINUTE_MS) / MINUTE_MS })),
    ).toBeNull();
  });

  it('is none, and nothing is printed, where the key of the store was taken away', async () => {
    await desk.vault.close();
    const store = await openStoreOf(vaultAtRest(desk), chooseEngine(engine), PINS.admin);
    await store.runAlone(sql`DELETE FROM trace_key`);
    await store.close();
    await desk.start();
    await desk.unlock('supervisor');
    expect(await desk.ask('trace.mark', {})).toMatchObject({ ok: false, error: { code: 'store-tampered' } });
    await expect(desk.vault.paperMark()).rejects.toMatchObject({ code: 'store-tampered' });
  });
});
