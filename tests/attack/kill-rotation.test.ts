/**
 * SIGKILL at random moments of a rotation of the store key, of the device secret and of the recovery sheet, as many in each phase. Afterwards exactly one epoch opens, to
 * everybody, without an alarm; all rows are there; the log holds together and says what became of the rotation; nothing is left over.
 */
import { readdir } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { RotatedKey } from '../../contract/key-rotation.ts';
import { decodeAnchor } from '../../main/vault/anchor/anchor-codec.ts';
import type { Header } from '../../main/vault/keys/header.ts';
import { HEADER_FILE, osUserHash, readHeader } from '../../main/vault/keys/header.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { fillStore } from '../bench/fill-store.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import type { PhaseOf, Sign } from '../support/kill-in-phase.ts';
import { createPace, killInPhase, proofAmong } from '../support/kill-in-phase.ts';
import { createKillRecord, KILLS, killsTimeout, residentsOr } from '../support/kill-phases.ts';
import { openBySheet } from '../support/open-by-sheet.ts';
import { answersTo, sheetText } from '../support/recover.ts';
import { openStoreOf } from '../support/store-tools.ts';
import { hashTables } from '../support/table-hashes.ts';
import type { VaultHarness } from '../support/vault-harness.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(3000);
const killed = createKillRecord();
afterAll(killed.write);

const epochIn = (message: Sign): number | null =>
  message.type === 'write-anchor' ? (decodeAnchor(message.bytes)?.state.epoch ?? null) : null;

/** The log's head moves on with the entry that follows the switch; the epoch with the anchor. */
const storeKeyPhases = (epoch: number): PhaseOf => {
  let seqAtSwitch = 0;
  let lastSeq = 0;
  return (message, before) => {
    if (message.type === 'event' && message.event === 'keys.progress') {
      seqAtSwitch = lastSeq;
      return (message.payload as { readonly phase: string }).phase;
    }
    if (message.type !== 'write-anchor') return null;
    lastSeq = decodeAnchor(message.bytes)?.state.log.seq ?? lastSeq;
    if (epochIn(message) === epoch + 1) return 'anchoring';
    return before === 'switching' && lastSeq > seqAtSwitch ? 'entered' : null;
  };
};

/** The header is replaced after the new item is written; the limiter and the log's entry follow. */
const deviceSecretPhases: PhaseOf = (message, before) => {
  if (message.type === 'write-device-secret') return 'writing the item';
  if (message.type === 'delete-device-secret') return 'deleting the item';
  return message.type === 'write-anchor' && before === 'writing the item' ? 'switched' : null;
};

/** The log's head moves with the entry of the beginning and with the one behind the switch, the roster's at once behind that, then another segment begins. */
const sheetPhases = (): PhaseOf => {
  let seq: number | null = null;
  let [segment, roster] = [0, 0];
  return (message, before) => {
    if (message.type === 'name')
      return message.name === HEADER_FILE && before === 'begun' ? 'switched' : null;
    const state = message.type === 'write-anchor' ? decodeAnchor(message.bytes)?.state : undefined;
    if (state === undefined) return null;
    const moved = {
      log: seq !== null && state.log.seq > seq,
      segment: seq !== null && state.log.segment > segment,
      roster: seq !== null && state.rosterHead.n > roster,
    };
    ({ seq, segment } = state.log);
    roster = state.rosterHead.n;
    if (moved.segment) return 'segment begun';
    if (moved.log && before === 'asked') return 'begun';
    return moved.log || moved.roster ? 'anchoring' : null;
  };
};

/** What another sheet is there to change. */
const SHEET_TABLES = ['roster_entry', 'key_slot', 'tier_grant'] as const;
const SHEET = ['asked', 'begun', 'switched', 'anchoring', 'segment begun', 'acknowledged'] as const;
const STORE_KEY = [
  'asked',
  'copying',
  'comparing',
  'checking',
  'switching',
  'entered',
  'anchoring',
  'acknowledged',
] as const;
const SIDES = ['side: before the switch', 'side: after the switch'] as const;
const DEVICE_SECRET = ['asked', 'writing the item', 'switched', 'deleting the item', 'acknowledged'] as const;

describe.each(ENGINE_NAMES)('kill of a rotation on %s', (engine) => {
  it(
    `of the store key leaves one epoch that opens, and every row, in ${KILLS} kills`,
    { timeout: killsTimeout(RESIDENTS) },
    async () => {
      const desk = await filledDesk(engine);
      const before = await hashesOf(desk, engine);
      const pace = createPace(STORE_KEY, 53);
      for (let kill = 0; kill < KILLS; kill++) {
        const { epoch } = await headerOf(desk);
        const { phase, acknowledged } = await killInPhase(
          desk,
          engine,
          {
            route: 'keys.rotateStoreKey',
            phases: STORE_KEY,
            phaseOf: storeKeyPhases(epoch),
            request: () => ({ pin: PINS.admin }),
          },
          pace,
          kill,
        );
        const found = (await headerOf(desk)).epoch;
        killed.record(`store key on ${engine}`, phase);
        killed.record(
          `store key on ${engine}`,
          found === epoch ? 'side: before the switch' : 'side: after the switch',
        );
        expect([epoch, epoch + 1], `after a kill while ${phase}`).toContain(found);
        if (acknowledged) expect(found).toBe(epoch + 1);
        if (['asked', 'copying', 'comparing', 'checking'].includes(phase))
          expect(found, `after a kill while ${phase}`).toBe(epoch);
        if (['entered', 'anchoring'].includes(phase))
          expect(found, `after a kill while ${phase}`).toBe(epoch + 1);
        await expectWhole(desk, 'store-key', found === epoch + 1 ? 'done' : 'interrupted', phase === 'asked');
        // A file that did not change hands has not been written to either; it is looked at now and then all the same.
        if (found !== epoch || kill % 10 === 0)
          expect(await hashesOf(desk, engine), `after a kill while ${phase}`).toEqual(before);
      }
      expect(killed.tooFew(`store key on ${engine}`, [...STORE_KEY, ...SIDES])).toEqual([]);
      await desk.dispose();
    },
  );

  it(
    `of the device secret leaves one that opens, and the count of wrong tries, in ${KILLS} kills`,
    { timeout: killsTimeout(RESIDENTS) },
    async () => {
      const desk = await filledDesk(engine, residentsOr(200));
      const before = await hashesOf(desk, engine);
      const pace = createPace(DEVICE_SECRET, 59);
      for (let kill = 0; kill < KILLS; kill++) {
        const { deviceSecretId } = await headerOf(desk);
        const { phase, acknowledged } = await killInPhase(
          desk,
          engine,
          {
            route: 'keys.rotateDeviceSecret',
            phases: DEVICE_SECRET,
            phaseOf: deviceSecretPhases,
            request: () => ({ pin: PINS.admin }),
          },
          pace,
          kill,
        );
        const found = (await headerOf(desk)).deviceSecretId;
        const switched = found !== deviceSecretId;
        killed.record(`device secret on ${engine}`, phase);
        killed.record(
          `device secret on ${engine}`,
          switched ? 'side: after the switch' : 'side: before the switch',
        );
        if (acknowledged || phase === 'deleting the item')
          expect(switched, `after a kill while ${phase}`).toBe(true);
        if (phase === 'asked') expect(switched).toBe(false);
        await expectWhole(desk, 'device-secret', switched ? 'done' : 'interrupted', phase === 'asked');
        expect(Object.keys(desk.keychain.deviceSecrets), `after a kill while ${phase}`).toEqual([found]);
      }
      expect(await hashesOf(desk, engine)).toEqual(before);
      expect(killed.tooFew(`device secret on ${engine}`, [...DEVICE_SECRET, ...SIDES])).toEqual([]);
      await desk.dispose();
    },
  );

  it(
    `of the recovery sheet leaves one sheet that opens all, in ${KILLS} kills`,
    { timeout: killsTimeout(RESIDENTS) },
    async () => {
      const desk = await createHarness({ engine });
      let inForce = sheetText(await desk.setUp());
      await desk.vault.close();
      const values = await fillSealed(desk, engine, residentsOr(200));
      const before = await hashesOf(desk, engine, SHEET_TABLES);
      const pace = createPace(SHEET, 71);
      for (let kill = 0; kill < KILLS; kill++) {
        let shown = '';
        const { generation } = (await headerOf(desk)).recovery;
        const { phase, acknowledged } = await killInPhase(
          desk,
          engine,
          {
            route: 'keys.finishSheet',
            phases: SHEET,
            phaseOf: sheetPhases(),
            request: async (child, people) => {
              const sheet = await child.call('keys.beginSheet', {});
              shown = sheetText(sheet.lines);
              return {
                answers: answersTo(sheet),
                pin: PINS.admin,
                cosigner: proofAmong(people, 'supervisor'),
              };
            },
          },
          pace,
          kill,
        );
        const found = (await headerOf(desk)).recovery.generation;
        const switched = found === generation + 1;
        killed.record(`recovery sheet on ${engine}`, phase);
        killed.record(
          `recovery sheet on ${engine}`,
          switched ? 'side: after the switch' : 'side: before the switch',
        );
        expect([generation, generation + 1], `after a kill while ${phase}`).toContain(found);
        if (acknowledged || ['switched', 'anchoring', 'segment begun'].includes(phase))
          expect(switched, `after a kill while ${phase}`).toBe(true);
        if (phase === 'asked') expect(switched).toBe(false);
        await expectWhole(desk, 'recovery-sheet', switched ? 'done' : 'interrupted', phase === 'asked');
        const [stays, goes] = switched ? [shown, inForce] : [inForce, shown];
        expect(await openBySheet(desk.vaultDir, engine, stays), `after a kill while ${phase}`).toEqual({
          values,
          segment: true,
        });
        expect(await openBySheet(desk.vaultDir, engine, goes), `after a kill while ${phase}`).toBe(
          'sheet-mismatch',
        );
        inForce = stays;
      }
      expect(await hashesOf(desk, engine, SHEET_TABLES)).toEqual(before);
      expect(killed.tooFew(`recovery sheet on ${engine}`, [...SHEET, ...SIDES])).toEqual([]);
      await desk.dispose();
    },
  );
});

async function filledDesk(engine: EngineName, residents = RESIDENTS): Promise<VaultHarness> {
  const desk = await createHarness({ engine });
  await desk.setUp();
  await desk.vault.close();
  await fillStore(
    {
      vaultDir: desk.vaultDir,
      deviceSecrets: desk.keychain.deviceSecrets,
      role: 'admin',
      pin: PINS.admin,
      engine,
    },
    residents,
  );
  return desk;
}

const headerOf = async ({ vaultDir, keychain: { deviceSecrets } }: VaultHarness): Promise<Header> =>
  (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;

/** All that no sign-in and no rotation changes. */
async function hashesOf(
  { vaultDir, keychain: { deviceSecrets } }: VaultHarness,
  engine: EngineName,
  without: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const store = await openStoreOf({ vaultDir, deviceSecrets }, chooseEngine(engine), PINS.admin);
  try {
    return await hashTables(store, ['meta', 'log_', ...without]);
  } finally {
    await store.close();
  }
}

/** Opens to everybody without an alarm; the log holds together and has what became of the rotation; the folder holds one store and nothing half written. */
async function expectWhole(
  desk: VaultHarness,
  key: Exclude<RotatedKey, 'tier-keys'>,
  end: 'done' | 'interrupted',
  maybeNotBegun: boolean,
): Promise<void> {
  await desk.start();
  expect((await desk.unlock('receptionist')).alarms).toEqual([]);
  await desk.lock();
  expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  const { keys } = await desk.call('keys.list', {});
  const [last] = keys.find((one) => one.key === key)!.history;
  if (!maybeNotBegun || last !== undefined) expect([end, maybeNotBegun ? 'done' : end]).toContain(last?.end);
  // A right PIN is still being written back behind the reply.
  await desk.vault.close();
  const { storeFile } = await headerOf(desk);
  const left = (await readdir(desk.vaultDir)).filter(
    (name) =>
      !name.startsWith(storeFile) && !['header.json', 'header.prev.json', 'limiter.json'].includes(name),
  );
  expect(left).toEqual([]);
}
