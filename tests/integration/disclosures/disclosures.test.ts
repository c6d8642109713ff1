/** Files that leave the house, from a whole vault: what is in each, what opens it and what does not, who may make it, and what register and log say. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Given } from '../../../contract/disclosures/routes.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import {
  askForCopy,
  type copyOf,
  dayAhead,
  extractOf,
  offerDisclosure,
  rosterOf,
} from '../../support/features/disclosures.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { openInOffice } from '../../support/open-in-office.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const [planted, , , neighbour] = PLANTED;
const PHONE = planted.sealed.phone[0].value;
const ID_NUMBER = planted.sealed.idNumber[0].value;
const WRONG = 'A1B2-C3D4-E5F6-G7H8-J9K0-M1N2';

const tool = (name: string, ...args: readonly string[]): string =>
  execFileSync(name, args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] });
const valuesOf = (person: (typeof PLANTED)[number]): readonly string[] => [
  person.name.value,
  ...person.plates.map(({ value }) => value),
  ...Object.entries(person.sealed).flatMap(([field, ones]) =>
    // Turned off, and so not kept.
    field === 'bankCard' ? [] : ones.map(({ value }) => value),
  ),
];

describe('a file that leaves the house', () => {
  let desk: VaultHarness;
  let personId: PersonId;
  let roomId: RoomId;
  let folder: string;
  let copy: ReturnType<typeof copyOf>;

  const ownCopy = (changes: object = {}) =>
    ({ ...copy, pin: PINS.supervisor, ...changes }) as Parameters<typeof desk.call<'disclosures.ownCopy'>>[1];
  const extract = (changes: object = {}) =>
    ({ ...extractOf(personId, dayAhead(30)), pin: PINS.supervisor, ...changes }) as Parameters<
      typeof desk.call<'disclosures.extract'>
    >[1];
  const entriesOf = async (disclosureId: number) =>
    (await desk.call('log.list', { before: null, limit: 100 })).entries.filter(
      ({ detail }) =>
        typeof detail === 'object' &&
        detail !== null &&
        'disclosure' in detail &&
        detail.disclosure === disclosureId,
    );

  beforeAll(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOfPlanted(planted));
    await desk.addPerson(draftOfPlanted(neighbour));
    roomId = (await desk.call('people.open', { personId })).rooms[0]!.roomId;
    copy = await askForCopy(desk.call.bind(desk), { personId, phone: PHONE });
    folder = makeTempDir();
  }, 120_000);

  describe('as somebody’s own copy', () => {
    let file: string;
    let given: Given;

    beforeAll(async () => {
      file = offerDisclosure(desk, 'own-copy', folder);
      given = await desk.call('disclosures.ownCopy', ownCopy());
    });

    it('opens with its password, by AES-256 of revision 6, and has every value of theirs', () => {
      const told = tool('qpdf', `--password=${given.password}`, '--show-encryption', file);
      expect(told).toContain('R = 6');
      expect(told).toContain('AESv3');
      const text = tool('pdftotext', '-layout', '-upw', given.password, file, '-').replaceAll(/\s/g, '');
      for (const value of valuesOf(planted)) expect(text).toContain(value.replaceAll(/\s/g, ''));
      expect(text).toContain('第四十五条');
    });

    it('opens to nobody with another password, and shows nothing without one', () => {
      expect(spawnSync('qpdf', [`--password=${WRONG}`, '--check', file]).status).not.toBe(0);
      const bytes = readFileSync(file, 'latin1');
      for (const value of valuesOf(planted))
        expect(bytes).not.toContain(Buffer.from(value).toString('latin1'));
    });

    it('has an entry for each field and one with its hash, before it is there, and no value in any', async () => {
      const entries = await entriesOf(given.disclosureId);
      expect(
        entries
          .map(({ action }) => action)
          .toReversed()
          .slice(0, 1),
      ).toEqual(['disclosure']);
      expect(entries[0]).toMatchObject({ action: 'disclosure-file', outcome: 'done' });
      const fields = entries.filter(({ action }) => action === 'disclose').map(({ field }) => field);
      expect(fields.toSorted()).toEqual(
        ['name', 'plate', ...Object.keys(planted.sealed).filter((field) => field !== 'bankCard')].toSorted(),
      );
      for (const { signed } of entries) expect(signed).toBe(true);
      expect(given.sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
      expect(entries.find(({ action }) => action === 'disclosure')!.detail).toMatchObject({
        sha256: given.sha256,
        asked: { request: copy.requestId, asker: 'self' },
      });
      const all = JSON.stringify(entries);
      for (const value of [...valuesOf(planted), given.password]) expect(all).not.toContain(value);
    });

    it('counts as seen in clear where it is asked who saw them', async () => {
      const { entries } = await desk.call('accessHistory.list', {
        about: { by: 'person', personId },
        how: 'clear',
        before: null,
      });
      expect(entries.map(({ action }) => action)).toContain('disclose');
    });

    it('has a password of its own each time, and the register has none', async () => {
      offerDisclosure(desk, 'own-copy');
      const again = await desk.call('disclosures.ownCopy', ownCopy());
      expect(again.password).not.toBe(given.password);
      expect(again.password).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
      expect(JSON.stringify(await desk.call('disclosures.list', {}))).not.toContain(again.password);
    });

    it('as an archive has a PDF and a workbook by AES-256, which 7-Zip opens with the password alone', async () => {
      const archive = offerDisclosure(desk, 'own-copy-archive', folder);
      const { password } = await desk.call('disclosures.ownCopy', ownCopy({ format: 'zip' }));
      expect(tool('7z', 'l', '-slt', `-p${password}`, archive).match(/Method = AES-256/g)).toHaveLength(2);
      expect(spawnSync('7z', ['t', `-p${WRONG}`, archive]).status).not.toBe(0);
      const opened = join(folder, 'opened');
      tool('7z', 'x', `-p${password}`, `-o${opened}`, archive);
      const text = tool('pdftotext', '-layout', join(opened, '个人信息副本.pdf'), '-').replaceAll(/\s/g, '');
      expect(text).toContain(PHONE);
      const sheets = tool('unzip', '-p', join(opened, '个人信息副本.xlsx'), 'xl/*.xml');
      expect(sheets).toContain(ID_NUMBER);
    });

    it('names the request and who asked for it, in log and register', async () => {
      const said = (await desk.logged('disclosure', 200))[0]!.detail;
      expect(said).toMatchObject({ asked: { request: copy.requestId, asker: 'self' } });
      const { disclosures } = await desk.call('disclosures.list', {});
      expect(disclosures.find(({ kind }) => kind === 'own-copy')).toMatchObject({ to: 'self' });
    });
  });

  describe('as an extract', () => {
    it('has the fields that the document names and no other', async () => {
      const file = offerDisclosure(desk, 'extract', folder);
      const given = await desk.call('disclosures.extract', extract());
      const text = tool('pdftotext', '-layout', '-upw', given.password, file, '-').replaceAll(/\s/g, '');
      for (const part of [
        PHONE,
        planted.name.value,
        '城东派出所',
        '值班民警',
        '调证〔2026〕58号',
        '核查案件线索',
      ])
        expect(text).toContain(part);
      for (const value of valuesOf(planted).filter((one) => one.length > 6 && !/^0?\d{3,4}-?\d+$/.test(one)))
        if (value !== PHONE) expect(text).not.toContain(value);
      const entries = await entriesOf(given.disclosureId);
      expect(
        entries
          .filter(({ action }) => action === 'disclose')
          .map(({ field }) => field)
          .toSorted(),
      ).toEqual(['name', 'phone']);
      expect(entries.at(-1)).toMatchObject({
        ticket: '调证〔2026〕58 号',
        reason: 'authority: 城东派出所; 核查案件线索',
      });
    });

    it.each(['2026-02-30', dayAhead(0), dayAhead(-1), dayAhead(900)])(
      'is not made with %s as the day on which it is deleted',
      async (dueOn) => {
        offerDisclosure(desk, 'extract');
        expect(await desk.codeOf('disclosures.extract', extract({ dueOn }))).toBe('invalid-value');
      },
    );
  });

  describe('as a roster', () => {
    let file: string;
    let given: Given;
    const roster = async (changes: object = {}) => ({
      ...rosterOf(roomId, dayAhead(30)),
      pin: PINS.supervisor,
      other: await desk.proofOf('admin'),
      ...changes,
    });
    const csvOf = (password: string): string => openInOffice(file, password);

    beforeAll(async () => {
      file = offerDisclosure(desk, 'roster', folder);
      given = await desk.call('disclosures.roster', await roster());
    });

    it('has room, name and phone of the unit and nothing else, opened by LibreOffice', () => {
      const lines = csvOf(given.password).trim().split('\n');
      expect(lines[0]).toBe('"房号","姓名","联系电话"');
      expect(lines).toHaveLength(3);
      expect(lines.join('\n')).toContain(`"${planted.name.value}","${PHONE}"`);
      for (const value of [ID_NUMBER, planted.sealed.wechat[0].value])
        expect(lines.join('\n')).not.toContain(value);
    }, 120_000);

    it('opens to nobody with another password', () => {
      expect(csvOf(WRONG)).toBe('');
    }, 120_000);

    it('is agile encryption by AES-256 and SHA-512', () => {
      const bytes = readFileSync(file, 'latin1');
      expect(bytes).toMatch(/cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"/);
      expect(bytes).toMatch(/spinCount="100000" saltSize="16" blockSize="16" keyBits="256"/);
    });

    it('has an entry for name and phone of each, signed by both', async () => {
      const entries = await entriesOf(given.disclosureId);
      const values = entries.filter(({ action }) => action === 'disclose');
      expect(new Set(values.map(({ personId: whose }) => whose)).size).toBe(2);
      for (const { cosignerName, signed } of values) {
        expect(cosignerName).toBe('Admin One');
        expect(signed).toBe(true);
      }
    });

    it('takes a supervisor and an admin, whoever is signed in', async () => {
      const receptionist = await desk.proofOf('receptionist');
      for (const [changes, code] of [
        [{ other: receptionist }, 'not-allowed'],
        [{ other: await desk.proofOf('supervisor') }, 'same-person'],
        [{ other: { ...(await desk.proofOf('admin')), pin: 'tabby-37-kit3' } }, 'wrong-pin-either'],
      ] as const) {
        const path = offerDisclosure(desk, 'roster');
        expect(await desk.codeOf('disclosures.roster', await roster(changes))).toBe(code);
        expect(existsSync(path)).toBe(false);
      }
    });

    it('is made twice within a day and not a third time', async () => {
      offerDisclosure(desk, 'roster');
      expect(await desk.codeOf('disclosures.roster', await roster())).toBe('ok');
      const path = offerDisclosure(desk, 'roster');
      expect(await desk.codeOf('disclosures.roster', await roster())).toBe('too-many-rosters');
      expect(existsSync(path)).toBe(false);
    });
  });

  describe('in the register', () => {
    const one = async (state: string) =>
      (await desk.call('disclosures.list', {})).disclosures.find(
        ({ kind, state: now }) => kind === 'extract' && now === state,
      )!;

    it('is recalled with a letter, and ends with what the recipient said', async () => {
      const { disclosureId, version } = await one('given');
      offerDisclosure(desk, 'recall-note');
      const { fileId } = copy;
      expect(await desk.codeOf('disclosures.note', { fileId, disclosureId })).toBe('not-found');
      const pin = PINS.supervisor;
      await desk.call('disclosures.recall', { disclosureId, version, words: '文书已经撤销', pin });
      const note = offerDisclosure(desk, 'recall-note', folder);
      await desk.call('disclosures.note', { fileId, disclosureId });
      const text = tool('pdftotext', '-layout', note, '-').replaceAll(/\s/g, '');
      expect(text).toContain('收回文件通知');
      for (const value of valuesOf(planted)) expect(text).not.toContain(value);
      const recalled = await one('recalled');
      const ended = { disclosureId, version: recalled.version, how: 'deleted', words: '已收到盖章回执', pin };
      expect(await desk.codeOf('disclosures.end', { ...ended, version })).toBe('changed-meanwhile');
      expect(await desk.codeOf('disclosures.end', ended)).toBe('ok');
      expect(await one('ended')).toMatchObject({ disclosureId, ended: { by: 'Super One', how: 'deleted' } });
    });

    it('is neither recalled nor ended where it is somebody’s own', async () => {
      const copy = (await desk.call('disclosures.list', {})).disclosures.find(
        ({ kind }) => kind === 'own-copy',
      )!;
      const asked = {
        disclosureId: copy.disclosureId,
        version: copy.version,
        words: '交错了人了',
        pin: PINS.supervisor,
      };
      expect(await desk.codeOf('disclosures.recall', asked)).toBe('not-found');
    });

    it('has a line that says so where the file could not be written', async () => {
      const path = offerDisclosure(desk, 'extract', join(folder, 'nowhere'));
      expect(await desk.codeOf('disclosures.extract', extract())).toBe('file-not-written');
      expect(existsSync(path)).toBe(false);
      expect(await one('failed')).toBeDefined();
    });
  });

  it('is made by no receptionist and by no admin alone', async () => {
    for (const role of ['receptionist', 'admin'] as const) {
      await desk.switchTo(role);
      for (const route of ['disclosures.ownCopy', 'disclosures.extract'] as const) {
        const path = offerDisclosure(desk, 'extract');
        const asked = route === 'disclosures.ownCopy' ? ownCopy() : extract();
        expect(await desk.codeOf(route, { ...asked, pin: PINS[role] })).toBe('not-allowed');
        expect(existsSync(path)).toBe(false);
      }
    }
    await desk.switchTo('supervisor');
  });

  it('is written nowhere that main has not offered for it, and nowhere without its entry', async () => {
    expect(await desk.codeOf('disclosures.ownCopy', ownCopy())).toBe('not-found');
    const path = offerDisclosure(desk, 'own-copy');
    desk.keychain.refusing = true;
    expect(await desk.codeOf('disclosures.ownCopy', ownCopy())).not.toBe('ok');
    desk.keychain.refusing = false;
    expect(readdirSync(dirname(path))).toEqual([]);
  });
});
