/**
 * A receptionist has the store key, the keychain and their own PIN, and writes into the log what an admin or a supervisor would have to decide: without a
 * signature, with their own, or over an old entry of theirs. Rows beside the log that somebody has signed for are changed or taken away.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../contract/ids.ts';
import type { DecidingAction, LogDetail } from '../../contract/log/entries.ts';
import type { RouteName, RouteReply, RouteRequest } from '../../contract/routes.ts';
import { dayOf } from '../../main/vault/clock.ts';
import { HEADER_FILE, parseHeader } from '../../main/vault/keys/header.ts';
import { encodeDetail } from '../../main/vault/log/detail.ts';
import { signerOfSlot } from '../../main/vault/log/entry-signer.ts';
import { signEntry } from '../../main/vault/log/signatures.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { samplesOf } from '../support/detail-samples.ts';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { type FakeClock, HOUR_MS, createFakeClock } from '../support/fake-clock.ts';
import { offerDisclosure } from '../support/features/disclosures.ts';
import { HANDOVER_FILE, orderOf } from '../support/features/estate-transfer.ts';
import { forgeLog } from '../support/forge-log.ts';
import { openInOffice } from '../support/open-in-office.ts';
import { openSlot } from '../support/open-slot.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { openStoreOf } from '../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const WORDS = '按公司制度办理';
const OTHER_NAME = '罗秋萍';

describe.each(FEATURE_ENGINE_NAMES)(
  'what somebody has decided, written by somebody else, on %s',
  (engine) => {
    let desk: VaultHarness;
    let clock: FakeClock;
    let personId: PersonId;
    beforeEach(async () => {
      clock = createFakeClock();
      desk = await createHarness({ engine, clock });
      personId = await desk.setUpWith(draftOf(7), 'supervisor');
    });

    const both = async () => ({ pin: PINS.supervisor, other: await desk.proofOf('admin') });

    /** With the store key, behind the application's back. */
    async function write(text: string, ...values: readonly (string | number | null)[]): Promise<void> {
      await desk.vault.close();
      const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
      const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
      const { changes } = await store.transaction((tx) => tx.run({ text, values }));
      expect(changes).toBeGreaterThan(0);
      await store.close();
      await desk.start();
    }

    /** Adds an entry that is chained, tagged and anchored, or writes it over the last entry of the receptionist's. */
    async function plant<A extends DecidingAction>(
      how: 'unsigned' | 'own signature' | 'in place',
      action: A,
      detail: LogDetail<A>,
    ): Promise<void> {
      await desk.vault.close();
      const header = parseHeader(readFileSync(join(desk.vaultDir, HEADER_FILE)));
      const slot = header.slots.find(({ role }) => role === 'receptionist')!;
      const opened = await openSlot({
        header,
        slot,
        deviceSecret: desk.keychain.deviceSecrets[header.deviceSecretId]!,
        pin: PINS.receptionist,
      });
      const said = {
        action,
        detail: encodeDetail(action, detail),
        outcome: 'done',
        cosignerId: null,
        field: null,
        reason: WORDS,
        ticket: null,
        personId: null,
      } as const;
      await forgeLog(
        desk,
        engine,
        (rows, vaultId) => {
          if (how === 'in place') {
            const own = rows.find(({ staffId }) => staffId === slot.staffId)!;
            return rows.map((row) => (row === own ? { ...row, ...said, signature: null } : row));
          }
          const last = rows.at(-1)!;
          const staffId = how === 'unsigned' ? rows[0]!.staffId : (slot.staffId as StaffId);
          const content = { ...last, ...said, staffId, seq: last.seq + 1, prevHash: last.hash };
          const signature =
            how === 'unsigned'
              ? null
              : signEntry(vaultId, content, [signerOfSlot(opened, opened.pins.rosterHead.n)]);
          return [...rows, { ...content, signature }];
        },
        how === 'in place',
      );
      opened.dispose();
      await desk.start();
    }

    /** Signs in, then asks: the first code that is not `ok`. */
    async function codeAfter<N extends RouteName>(route: N, request: RouteRequest<N>): Promise<string> {
      const code = await desk.codeOf('session.unlock', await desk.proofOf('supervisor'));
      return code === 'ok' ? desk.codeOf(route, request) : code;
    }

    const HOW = ['unsigned', 'own signature', 'in place'] as const;

    it.each(HOW)('raises no limit by an entry that is %s', async (how) => {
      await desk.switchTo('receptionist');
      await plant(how, 'limits', samplesOf('limits')[0]!);
      expect(await codeAfter('limits.read', {})).toBe('store-tampered');
    });

    it.each(HOW)('closes no emergency by an entry that is %s', async (how) => {
      await desk.switchTo('receptionist');
      await desk.call('emergency.begin', { personId, words: '楼下漏水，业主不在', pin: PINS.receptionist });
      const [open] = await entriesOf('emergency-access');
      await desk.switchTo('receptionist');
      await plant(how, 'emergency-seen', { entry: open!.seq, alone: false });
      expect(await codeAfter('emergency.list', {})).toBe('store-tampered');
    });

    it.each(HOW)('gives no second place up by an entry that is %s', async (how) => {
      await desk.switchTo('receptionist');
      await plant(how, 'second-log-choice', { chosen: null });
      expect(await codeAfter('second.read', {})).toBe('store-tampered');
    });

    it.each(HOW)('explains no alert by an entry that is %s', async (how) => {
      await desk.switchTo('receptionist');
      await plant(how, 'alert-seen', { entry: 1 });
      expect(await codeAfter('alerts.list', {})).toBe('store-tampered');
    });

    it.each(HOW)('takes no change that was not kept off the list by an entry that is %s', async (how) => {
      await desk.switchTo('receptionist');
      await plant(how, 'loss-seen', { desk: 1, n: 1 });
      expect(await codeAfter('losses.list', {})).toBe('store-tampered');
    });

    it.each(HOW)('chooses no rule of retention by an entry that is %s', async (how) => {
      await desk.switchTo('receptionist');
      await plant(how, 'retention-rules', samplesOf('retention-rules')[0]!);
      expect(await codeAfter('retention.read', {})).toBe('store-tampered');
    });

    const entriesOf = async (action: string) => {
      await desk.switchTo('supervisor');
      return desk.logged(action, 100);
    };

    describe('an order to hand the estate over', () => {
      let transferId: number;
      let path: string;
      beforeEach(async () => {
        const { transfers } = await desk.call('estateTransfer.order', { ...orderOf(), ...(await both()) });
        transferId = transfers[0]!.transferId;
        clock.advance(25 * HOUR_MS);
        path = offerDisclosure(desk, 'estate-transfer');
      });

      const request = async (): Promise<RouteRequest<'estateTransfer.make'>> => ({
        transferId,
        fileId: HANDOVER_FILE,
        dueOn: dayOf(clock.now() + 720 * HOUR_MS),
        ...(await both()),
      });
      async function makeAgain(): Promise<string> {
        path = offerDisclosure(desk, 'estate-transfer');
        return codeAfter('estateTransfer.make', await request());
      }

      it('stays stopped, whatever its row says', async () => {
        await desk.call('estateTransfer.stop', { transferId, words: WORDS, pin: PINS.supervisor });
        await write(`UPDATE estate_transfer SET state = 'ordered', stopped_at = NULL, stopped_by = NULL`);
        expect(await makeAgain()).toBe('not-found');
        expect(existsSync(path)).toBe(false);
      });

      it.each([
        ['fields', `fields = '["phone","plate","idNumber","address","emergency"]'`],
        ['estate', `estate = '虚渺苑'`],
        ['recipient', `recipient = '别人'`],
        ['purpose', `purpose = '别的'`],
      ])('makes no file of another %s than two people have signed for', async (_, change) => {
        await write(`UPDATE estate_transfer SET ${change}`);
        expect(await makeAgain()).toBe('store-tampered');
        expect(existsSync(path)).toBe(false);
      });

      it('is made by no earlier day in its row', async () => {
        await desk.call('estateTransfer.stop', { transferId, words: WORDS, pin: PINS.supervisor });
        const { transfers } = await desk.call('estateTransfer.order', { ...orderOf(), ...(await both()) });
        ({ transferId } = transfers[0]!);
        await write(`UPDATE estate_transfer SET ordered_at = ordered_at - ${25 * HOUR_MS}`);
        expect(await makeAgain()).toBe('estate-transfer-early');
      });

      it('is confirmed, and so deletes, by no row that says the file is out', async () => {
        await write(`UPDATE estate_transfer SET state = 'given'`);
        expect(
          await codeAfter('estateTransfer.confirm', { transferId, words: WORDS, pin: PINS.supervisor }),
        ).toBe('not-found');
        await write(`UPDATE estate_transfer SET state = 'confirmed'`);
        expect(await codeAfter('estateTransfer.erase', { transferId, words: WORDS, ...(await both()) })).toBe(
          'not-found',
        );
      });

      it('was never signed by anybody where a row alone says so', async () => {
        await write(
          `INSERT INTO estate_transfer SELECT id + 1, 'ordered', estate, sort, recipient, officer, document, purpose, fields, people, ordered_at,
          ordered_by, ordered_with, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM estate_transfer`,
        );
        transferId += 1;
        expect(await makeAgain()).toBe('store-tampered');
      });

      it('hands over nobody who was deleted before a restore', async () => {
        const { personId: other } = await desk.call('people.add', {
          person: draftOf(9),
          pin: PINS.supervisor,
        });
        await desk.call('retention.recall', {
          people: [other],
          isAll: false,
          words: WORDS,
          pin: PINS.supervisor,
        });
        const made: RouteReply<'estateTransfer.make'> = await desk.call(
          'estateTransfer.make',
          await request(),
        );
        const csv = openInOffice(path, made.password);
        expect(csv).toContain(draftOf(7).name);
        expect(csv).not.toContain(OTHER_NAME);
        const given = (await entriesOf('disclose')).map((entry) => entry.personId);
        expect(given).toEqual([personId]);
      }, 120_000);
    });

    it.each([
      ['is taken away', 'DELETE FROM hold'],
      ['has ended', `UPDATE hold SET ended_at = 1, ended_by = begun_by`],
      ['ends today', `UPDATE hold SET until_date = '2001-01-01'`],
      ['is of somebody else', 'UPDATE hold SET person_id = person_id + 1'],
    ])('deletes nobody whose hold %s by its row alone', async (_, change) => {
      await desk.call('retention.hold', {
        personId,
        kind: 'claim',
        words: '漏水索赔未结',
        until: null,
        pin: PINS.supervisor,
      });
      await write(change);
      expect(await codeAfter('retention.read', {})).toBe('store-tampered');
    });

    it('frees nobody who was deleted before a restore by taking their row away', async () => {
      await desk.call('retention.recall', {
        people: [personId],
        isAll: false,
        words: WORDS,
        pin: PINS.supervisor,
      });
      await write('DELETE FROM recalled_person');
      expect(await codeAfter('people.open', { personId })).toBe('store-tampered');
    });

    it('uses no record that is restricted on request by a row alone', async () => {
      const pin = PINS.supervisor;
      const asked = { personId, what: 'restrict', fields: [], asker: 'self', way: 'counter' } as const;
      const { requestId } = await desk.call('requests.takeIn', { ...asked, fields: [] });
      const said = { requestId, version: 1, personId, kind: 'phone', said: phoneOf(7), pin } as const;
      await desk.call('requests.verify', said);
      await desk.call('requests.restrict', { requestId, version: 2, words: WORDS, pin });
      await write('UPDATE subject_request SET restricts = 0');
      expect(await codeAfter('people.open', { personId })).toBe('store-tampered');
    });
  },
);
