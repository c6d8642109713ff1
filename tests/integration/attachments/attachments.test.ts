/** Sealed attachments in a real vault: who looks at them, what the log says, and that no rotation, restore or recovery loses a byte. */
import { createHash } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_ATTACHMENT_BYTES } from '../../../contract/attachments/lists.ts';
import type { RectificationItem } from '../../../contract/rectification/routes.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { type BackupDeskForTest, makeOne, openBackupDesk } from '../../support/backup-desk.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { searchFiles } from '../../support/file-search.ts';
import { ATTACHED_FILE, makePng, offerAttachment } from '../../support/pictures.ts';
import { peopleFor, recover, RECOVERY_PINS } from '../../support/recover.ts';
import { breakIn } from '../../support/sealed-values.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness } from '../../support/vault-harness.ts';
import { rotationOf } from '../../support/requests-of.ts';

const [FEATURE_ENGINE = 'sqlcipher'] = FEATURE_ENGINE_NAMES;
const AT = Date.UTC(2026, 2, 10, 9);
/** Of more than one piece. */
const BIG = makePng(40, 30, 1_200_000);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let test: BackupDeskForTest;
let desk: VaultHarness;
beforeEach(async () => {
  test = await openBackupDesk({ engine: FEATURE_ENGINE, clock: createFakeClock(AT), people: 1 });
  ({ desk } = test);
  await desk.switchTo('supervisor');
});

async function addItem(): Promise<RectificationItem> {
  const { open } = await desk.call('rectification.add', {
    item: { title: '前台电脑没有开机密码', words: '', who: '前台', dueOn: '2026-04-01' },
  });
  return open.toSorted((one, other) => other.rectificationId - one.rectificationId)[0]!;
}
async function attach(bytes: Uint8Array, name?: string, showsOn = '2026-03-01'): Promise<number> {
  const { rectificationId, version } = await addItem();
  const fileId = offerAttachment(desk, bytes, name);
  await desk.call('rectification.attach', { rectificationId, version, side: 'before', fileId, showsOn });
  const { evidence } = await desk.call('rectification.open', { rectificationId });
  return evidence[0]!.attachment.attachmentId;
}
const show = async (attachmentId: number, pin: string = PINS.supervisor): Promise<string> => {
  const { content } = await desk.call('attachments.show', { attachmentId, pin });
  return hashOf(Buffer.from(content, 'base64'));
};
const codeOfAttaching = async (bytes: Uint8Array, name?: string, showsOn = '2026-03-01') => {
  const { rectificationId, version } = await addItem();
  const fileId = offerAttachment(desk, bytes, name);
  return desk.codeOf('rectification.attach', { rectificationId, version, side: 'after', fileId, showsOn });
};
const entries = (action: string) => desk.logged(action, 50);

describe('an attachment', () => {
  it('has the day of what it shows apart from the day on which it was attached, and its kind by its first bytes', async () => {
    const { rectificationId, version } = await addItem();
    const fileId = offerAttachment(desk, makePng(), '机房.pdf');
    await desk.call('rectification.attach', {
      rectificationId,
      version,
      side: 'before',
      fileId,
      showsOn: '2026-01-05',
    });
    const { evidence } = await desk.call('rectification.open', { rectificationId });
    expect(evidence).toMatchObject([
      {
        side: 'before',
        attachment: {
          name: '机房.pdf',
          media: 'png',
          showsOn: '2026-01-05',
          addedAt: AT,
          addedBy: 'Super One',
        },
      },
    ]);
  });

  it.each([
    ['a program', Buffer.from('MZ\u0090\u0000\u0003'), 'attachment-kind'],
    ['a web page in another coding', Buffer.from([0x3c, 0xff, 0xfe, 0x3e]), 'attachment-kind'],
    ['an archive called a picture', Buffer.from('PK\u0003\u0004'), 'attachment-kind'],
    ['a picture without a size', makePng(0, 10), 'attachment-kind'],
    [
      'a picture of more pixels than a screen can take',
      makePng(60_000, 1).with(22, 0x60),
      'attachment-too-large',
    ],
    [
      'a picture with transparency that takes more memory to draw than there is',
      makePng(60, 60).with(18, 0x10).with(22, 0x10).with(25, 6),
      'attachment-too-large',
    ],
    ['a picture that ends in the midst of a part', makePng().subarray(0, 40), 'attachment-kind'],
    ['an empty file', new Uint8Array(), 'attachment-kind'],
    ['one that is too long', new Uint8Array(MAX_ATTACHMENT_BYTES + 1).fill(65), 'attachment-too-large'],
  ])('is not %s', async (_, bytes, code) => {
    expect(await codeOfAttaching(bytes, 'x.png')).toBe(code);
  });

  it('shows no day to come and none that there is not', async () => {
    expect(await codeOfAttaching(makePng(), 'x.png', '2026-03-12')).toBe('invalid-value');
    expect(await codeOfAttaching(makePng(), 'x.png', '2026-02-30')).toBe('invalid-value');
  });

  it('is no link, whatever it leads to', async () => {
    const folder = makeTempDir();
    writeFileSync(join(folder, 'a.png'), makePng());
    symlinkSync(join(folder, 'a.png'), join(folder, 'link.png'));
    desk.vault.offerFile(ATTACHED_FILE, join(folder, 'link.png'), 'attachment');
    const { rectificationId, version } = await addItem();
    const request = { rectificationId, version, side: 'after', fileId: ATTACHED_FILE, showsOn: '2026-03-01' };
    expect(await desk.codeOf('rectification.attach', request)).toBe('attachment-kind');
  });

  it('is called by one visible line without a number that may be somebody’s', async () => {
    const id = await attach(makePng(), '‮gnp.13800138000\u200b 门\t禁.png');
    const { evidence } = await desk.call('rectification.open', {
      rectificationId: (await desk.call('rectification.list', {})).open[0]!.rectificationId,
    });
    expect(evidence.find(({ attachment }) => attachment.attachmentId === id)!.attachment.name).toBe(
      'gnp.*** 门 禁.png',
    );
  });
});

describe('looking at one', () => {
  it('takes a supervisor’s PIN, and is entered without its name before it is shown', async () => {
    const id = await attach(makePng(), '特别的名字.png');
    expect(await desk.codeOf('attachments.show', { attachmentId: id, pin: 'wrong-pin-1' })).toBe('wrong-pin');
    expect(await entries('attachment-show')).toEqual([]);
    expect(await show(id)).toBe(hashOf(makePng()));
    const [entry] = await entries('attachment-show');
    expect(entry).toMatchObject({ detail: { attachment: id, media: 'png', sha256: hashOf(makePng()) } });
    expect(JSON.stringify(entry)).not.toContain('特别的名字');
  });

  it('takes a supervisor beside an admin, whose keys do not open it', async () => {
    const id = await attach(makePng());
    await desk.switchTo('admin');
    await desk.answers('needs-supervisor', 'attachments.show', { attachmentId: id, pin: PINS.admin });
    const supervisor = await desk.proofOf('supervisor');
    const { content } = await desk.call('attachments.show', {
      attachmentId: id,
      pin: PINS.admin,
      supervisor,
    });
    expect(hashOf(Buffer.from(content, 'base64'))).toBe(hashOf(makePng()));
  });

  it('shows nothing where the log takes no entry', async () => {
    const id = await attach(makePng());
    desk.keychain.refusing = true;
    expect(await desk.codeOf('attachments.show', { attachmentId: id, pin: PINS.supervisor })).not.toBe('ok');
    desk.keychain.refusing = false;
  });

  it.each([
    [
      'was put in another’s place',
      'UPDATE attachment_piece SET sealed = (SELECT sealed FROM attachment_piece WHERE attachment_id = 2 AND piece = 0) WHERE attachment_id = 1 AND piece = 0',
    ],
    ['was left out', 'DELETE FROM attachment_piece WHERE attachment_id = 1 AND piece = 2'],
    [
      'was changed',
      'UPDATE attachment_piece SET sealed = zeroblob(length(sealed)) WHERE attachment_id = 1 AND piece = 1',
    ],
    [
      'has the key of another',
      'UPDATE attachment SET (batch_id, n, ciphertext) = (SELECT batch_id, n, ciphertext FROM attachment WHERE id = 2) WHERE id = 1',
    ],
    [
      'is said to be another',
      'UPDATE attachment SET sha256 = (SELECT sha256 FROM attachment WHERE id = 2) WHERE id = 1',
    ],
  ])('is refused where a part of it %s', async (_, text) => {
    const id = await attach(BIG);
    await attach(makePng(41, 30, 1_200_000));
    await desk.vault.close();
    const loot = await breakIn(desk, 'supervisor', { engine: FEATURE_ENGINE });
    await loot.store.transaction((tx) => tx.run({ text, values: [] }));
    await loot.close();
    await desk.start();
    await desk.unlock('supervisor');
    await desk.answers('store-damaged', 'attachments.show', { attachmentId: id, pin: PINS.supervisor });
  });
});

it('leaves nothing of its content in clear in any file of the vault', async () => {
  const words = '这里写着绝不能露出来的一句话';
  await attach(Buffer.from(words), '说明.txt');
  await desk.vault.close();
  expect(searchFiles([desk.vaultDir], [words])).toEqual([]);
  // Nor to whoever opens the store without a PIN that opens the tier.
  const loot = await breakIn(desk, 'admin', { engine: FEATURE_ENGINE });
  const rows = await loot.store.all<{ sealed: Uint8Array; ciphertext: Uint8Array }>(
    sql`SELECT p.sealed, a.ciphertext FROM attachment_piece p JOIN attachment a ON a.id = p.attachment_id`,
  );
  await loot.close();
  expect(rows).toHaveLength(1);
  for (const { sealed, ciphertext } of rows)
    expect(Buffer.concat([sealed, ciphertext]).includes(Buffer.from(words))).toBe(false);
  await desk.start();
});

describe('attachments', () => {
  it('come back byte for byte after a rotation of the tier keys, of the store key, a restore and a recovery', async () => {
    const ids = [await attach(BIG), await attach(Buffer.from('整改说明，一行字。'), '说明.txt')];
    const before = [hashOf(BIG), hashOf(Buffer.from('整改说明，一行字。'))];
    const hashes = async (pin?: string): Promise<string[]> => [
      await show(ids[0]!, pin),
      await show(ids[1]!, pin),
    ];
    expect(await hashes()).toEqual(before);

    const cosigner = await desk.proofOf('admin');
    expect(await desk.ask('keys.rotateTierKeys', rotationOf(PINS.supervisor, cosigner))).toMatchObject({
      ok: true,
      value: { unreadable: 0 },
    });
    expect(await hashes()).toEqual(before);

    await desk.switchTo('admin');
    const name = await makeOne(desk);
    expect(await desk.codeOf('keys.rotateStoreKey', { pin: PINS.admin })).toBe('ok');
    await desk.switchTo('supervisor');
    expect(await hashes()).toEqual(before);
    const gone = await attach(makePng());

    await desk.switchTo('admin');
    await desk.call('backup.restore', {
      folderId: null,
      name,
      pin: PINS.admin,
      words: 'to see what comes back',
    });
    await desk.switchTo('supervisor');
    await desk.call('session.acknowledge', { words: 'restored with the admin', pin: PINS.supervisor });
    expect(await hashes()).toEqual(before);
    await desk.answers('not-found', 'attachments.show', { attachmentId: gone, pin: PINS.supervisor });

    await desk.lock();
    await recover(
      desk,
      test.sheet.split('\n').map((line) => line.split(' ')),
      (view) => peopleFor(view, ['admin', 'supervisor']),
    );
    const { people } = await desk.call('vault.status', {});
    const { slotId } = people.find(({ role }) => role === 'supervisor')!;
    await desk.call('session.unlock', { slotId, pin: RECOVERY_PINS.supervisor });
    expect(await hashes(RECOVERY_PINS.supervisor)).toEqual(before);
  });

  it('that are removed are gone from the store, with their key', async () => {
    const id = await attach(makePng());
    const { open } = await desk.call('rectification.list', {});
    const { rectificationId, version } = open[0]!;
    await desk.call('rectification.detach', {
      rectificationId,
      version,
      attachmentId: id,
      pin: PINS.supervisor,
    });
    expect(await entries('attachment-remove')).toHaveLength(1);
    await desk.vault.close();
    const loot = await breakIn(desk, 'supervisor', { engine: FEATURE_ENGINE });
    for (const table of ['attachment', 'attachment_piece'])
      expect(await loot.store.all({ text: `SELECT * FROM ${table}`, values: [] })).toEqual([]);
    await loot.close();
    await desk.start();
  });
});
