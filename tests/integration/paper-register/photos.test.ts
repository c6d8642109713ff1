/** Photos of paper and the record of its destruction in a real vault. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileId } from '../../../contract/ids.ts';
import { paperNumber } from '../../../contract/paper-register/lists.ts';
import type { PaperView } from '../../../contract/paper-register/routes.ts';
import { BOOKLET, PIXEL } from '../../support/features/paper-register.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const FILE = 'e1'.repeat(16) as FileId;
const pin = PINS.supervisor;
let desk: VaultHarness;

beforeAll(async () => {
  desk = await openDesk('supervisor');
});

const seenOf = ({ paperId, version }: PaperView) => ({ paperId, version });
const newest = ({ papers }: { readonly papers: readonly PaperView[] }): PaperView =>
  papers.toSorted((one, other) => other.paperId - one.paperId)[0]!;

async function takeIn(): Promise<PaperView> {
  const { slotId: custodian } = await desk.proofOf('supervisor');
  return newest(await desk.call('papers.takeIn', { paper: { ...BOOKLET, custodian } }));
}
async function attach(paper: PaperView): Promise<PaperView> {
  const path = join(makeTempDir(), '前台 13800001111.png');
  writeFileSync(path, PIXEL);
  desk.vault.offerFile(FILE, path, 'attachment');
  return newest(await desk.call('papers.attach', { ...seenOf(paper), fileId: FILE, showsOn: '2026-01-02' }));
}
const destroy = async (paper: PaperView) =>
  desk.call('papers.destroy', {
    ...seenOf(paper),
    how: 'shredded',
    pin,
    witness: await desk.proofOf('admin'),
  });
const actions = async () =>
  (await desk.call('log.list', { before: null, limit: 20 })).entries.map(({ action }) => action);

describe('a photo of a paper', () => {
  it('is shown with a PIN and an entry, and its name tells no number', async () => {
    const { photos } = await attach(await takeIn());
    expect(photos).toHaveLength(1);
    expect(JSON.stringify(photos)).not.toContain('13800001111');
    const { attachmentId } = photos[0]!;
    expect(await desk.codeOf('attachments.show', { attachmentId, pin: 'wrong-pin-12' })).toBe('wrong-pin');
    const { content } = await desk.call('attachments.show', { attachmentId, pin });
    expect(Buffer.from(content, 'base64').equals(PIXEL)).toBe(true);
    expect(await actions()).toEqual(expect.arrayContaining(['attachment-add', 'attachment-show']));
  });

  it('is taken away again, and is of its own paper alone', async () => {
    const paper = await attach(await takeIn());
    const other = await takeIn();
    const { attachmentId } = paper.photos[0]!;
    expect(await desk.codeOf('papers.detach', { ...seenOf(other), attachmentId })).toBe('not-found');
    const { papers } = await desk.call('papers.detach', { ...seenOf(paper), attachmentId });
    expect(papers.find(({ paperId }) => paperId === paper.paperId)?.photos).toEqual([]);
    expect(await desk.codeOf('attachments.show', { attachmentId, pin })).toBe('not-found');
  });

  it('is gone once the paper is destroyed', async () => {
    const paper = await attach(await takeIn());
    const { destroyed } = await destroy(paper);
    expect(destroyed[0]).toMatchObject({ paperId: paper.paperId, photos: [] });
    const { attachmentId } = paper.photos[0]!;
    expect(await desk.codeOf('attachments.show', { attachmentId, pin })).toBe('not-found');
    expect(await actions()).toContain('attachment-remove');
  });
});

describe('the record of a destruction', () => {
  it('names the paper, how it ended, who destroyed it and the witness, and is entered', async () => {
    const paper = await takeIn();
    const path = join(makeTempDir(), 'record.pdf');
    expect(await desk.codeOf('papers.record', { paperId: paper.paperId })).toBe('not-found');
    await destroy(paper);
    desk.vault.offerFile(FILE, path, 'pdf');
    await desk.call('papers.record', { paperId: paper.paperId, fileId: FILE });
    const { text } = await extractText(new Uint8Array(readFileSync(path)), { mergePages: true });
    const plain = text.replaceAll(/\s/g, '');
    const names = (await desk.call('vault.status', {})).people.map(({ displayName }) => displayName);
    for (const words of [paperNumber(paper.paperId), BOOKLET.title, '碎纸', '见证人', names[0]!])
      expect(plain).toContain(words.replaceAll(/\s/g, ''));
    expect(await actions()).toContain('paper-record');
  });
});
