/** The tracker in a real vault: items from anywhere, evidence on both sides, a notice that is answered by a letter. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RectificationItem } from '../../../contract/rectification/routes.ts';
import type { FileId } from '../../../contract/ids.ts';
import { NOTICED } from '../../support/features/rectification.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { makePng, offerAttachment } from '../../support/pictures.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const LETTER = 'd6'.repeat(16) as FileId;
const pin = PINS.supervisor;

let clock: FakeClock;
let desk: VaultHarness;
beforeEach(async () => {
  clock = createFakeClock(Date.UTC(2026, 2, 10, 4));
  desk = await openDesk('supervisor', { clock });
});

const seenOf = ({ rectificationId, version }: RectificationItem) => ({ rectificationId, version });
const add = async (changes: Partial<typeof NOTICED> = {}): Promise<RectificationItem> =>
  (await desk.call('rectification.add', { item: { ...NOTICED, ...changes } })).open.at(-1)!;
const entries = async () =>
  (await desk.call('log.list', { before: null, limit: 60 })).entries.filter(({ action }) =>
    /^(rectification|police|attachment)/.test(action),
  );
const takeNotice = (number = '网安检〔2026〕12 号') =>
  desk.call('rectification.takeNotice', {
    number,
    authority: '城东公安分局网安大队',
    receivedOn: '2026-03-09',
    dueOn: '2026-03-20',
    items: ['没有安全管理制度', '没有指定网络安全负责人'],
    pin,
  });
const attach = (item: RectificationItem, side: 'before' | 'after', bytes: Uint8Array) =>
  desk.call('rectification.attach', {
    ...seenOf(item),
    side,
    fileId: offerAttachment(desk, bytes, side === 'before' ? '改前.png' : '改后.png'),
    showsOn: side === 'before' ? '2026-02-01' : '2026-03-10',
  });

describe('an item', () => {
  it('is overdue after its day, and in the history with each step', async () => {
    const item = await add({ dueOn: '2026-03-12' });
    await add({ dueOn: null });
    clock.advance(3 * DAY_MS);
    expect(await desk.call('rectification.due', {})).toMatchObject({ open: 2, overdue: 1, next: null });
    await desk.call('rectification.change', { ...seenOf(item), item: { ...NOTICED, who: '夜班领班' } });
    const { steps, item: now } = await desk.call('rectification.open', seenIdOf(item));
    expect(steps.map(({ what, by }) => [what, by])).toEqual([
      ['changed', 'Super One'],
      ['opened', 'Super One'],
    ]);
    expect(now).toMatchObject({ who: '夜班领班', daysLeft: expect.any(Number) });
    const [changed, ...others] = await entries();
    expect(changed).toMatchObject({ action: 'rectification-change', detail: { changed: ['who', 'dueOn'] } });
    expect(JSON.stringify([changed, ...others])).not.toContain(NOTICED.title);
  });

  it('is put right with a PIN and a day that is not to come, signed, and may be reopened', async () => {
    const item = await add();
    const request = { ...seenOf(item), doneOn: '2026-03-10', words: '已设开机密码', pin };
    await desk.answers('invalid-value', 'rectification.finish', { ...request, doneOn: '2026-03-11' });
    expect(await desk.codeOf('rectification.finish', { ...request, pin: 'wrong-pin-1' })).toBe('wrong-pin');
    const { open, done } = await desk.call('rectification.finish', request);
    expect([open, done]).toMatchObject([[], [{ doneOn: '2026-03-10', doneWords: '已设开机密码' }]]);
    const [entry] = await entries();
    expect(entry).toMatchObject({ action: 'rectification-done', reason: '已设开机密码', signed: true });
    const again = await desk.call('rectification.reopen', {
      ...seenOf(done[0]!),
      words: '密码又取消了',
      pin,
    });
    expect(again).toMatchObject({ open: [{ state: 'open', doneOn: null }], done: [] });
  });

  it('is changed by nobody who has seen another version', async () => {
    const item = await add();
    await desk.call('rectification.change', { ...seenOf(item), item: { ...NOTICED, who: '甲' } });
    await desk.answers('changed-meanwhile', 'rectification.change', { ...seenOf(item), item: NOTICED });
  });

  it('keeps its evidence once it is done', async () => {
    const item = await add();
    const { open } = await attach(item, 'before', makePng());
    const { evidence } = await desk.call('rectification.open', seenIdOf(item));
    const { done } = await desk.call('rectification.finish', {
      ...seenOf(open[0]!),
      doneOn: '2026-03-10',
      words: '已设开机密码',
      pin,
    });
    const { attachmentId } = evidence[0]!.attachment;
    await desk.answers('not-found', 'rectification.detach', { ...seenOf(done[0]!), attachmentId, pin });
  });
});
const seenIdOf = ({ rectificationId }: RectificationItem) => ({ rectificationId });

describe('a notice', () => {
  it('becomes an item for each thing that it asks for, due on its day, once', async () => {
    const { open, notices } = await takeNotice();
    expect(notices).toMatchObject([{ items: 2, done: 0, dueOn: '2026-03-20', answered: null }]);
    expect(open.map(({ source, dueOn }) => [source, dueOn])).toEqual([
      ['police-notice', '2026-03-20'],
      ['police-notice', '2026-03-20'],
    ]);
    await expect(takeNotice()).rejects.toThrow('already-there');
    clock.advance(8 * DAY_MS);
    expect(await desk.call('rectification.due', {})).toMatchObject({ notices: 1 });
  });

  it('is answered by a letter with each item before and after, its pictures opened by a supervisor and entered first', async () => {
    const { open, notices } = await takeNotice();
    const afterOne = await attach(open[0]!, 'before', makePng(64, 48));
    const one = afterOne.open.find(({ rectificationId }) => rectificationId === open[0]!.rectificationId)!;
    const afterBoth = await attach(one, 'after', makePng(48, 64));
    await desk.call('rectification.finish', {
      ...seenOf(afterBoth.open.find(({ rectificationId }) => rectificationId === one.rectificationId)!),
      doneOn: '2026-03-10',
      words: '制度已印发并签收',
      pin,
    });
    const path = join(makeTempDir(), 'letter.pdf');
    desk.vault.offerFile(LETTER, path, 'pdf');
    const { noticeId, version } = notices[0]!;
    const request = { noticeId, version, fileId: LETTER, pictures: true };

    await desk.switchTo('admin');
    desk.vault.offerFile(LETTER, path, 'pdf');
    await desk.answers('needs-supervisor', 'rectification.answer', { ...request, pin: PINS.admin });
    expect(existsSync(path)).toBe(false);
    await desk.switchTo('supervisor');
    desk.vault.offerFile(LETTER, path, 'pdf');
    const { notices: answered } = await desk.call('rectification.answer', { ...request, pin });
    expect(answered[0]!.answered).toMatchObject({
      by: 'Super One',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(
      /\s/gu,
      '',
    );
    for (const words of [
      '城东公安分局网安大队：',
      '网安检〔2026〕12号',
      '没有指定网络安全负责人',
      '制度已印发并签收',
      '整改中',
      '改前.png（反映2026-02-01的情况）',
      '改后.png（反映2026-03-10的情况）',
    ])
      expect(text).toContain(words);
    const images = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' });
    expect(images).toMatch(/64\s+48/);
    expect(images).toMatch(/48\s+64/);
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
    const [answer, ...before] = await entries();
    expect(answer).toMatchObject({
      action: 'police-answer',
      detail: { items: 2, done: 1, pictures: 2, to: 'file' },
    });
    expect(before.filter(({ action }) => action === 'attachment-save')).toHaveLength(2);
  });

  it('is answered on paper without its pictures', async () => {
    const { notices } = await takeNotice();
    const { noticeId, version } = notices[0]!;
    await desk.call('rectification.answer', { noticeId, version, pictures: true, pin });
    expect(await desk.vault.paper('document')).toMatchObject({ kind: 'document', sheet: { paper: 'a4' } });
  });
});
