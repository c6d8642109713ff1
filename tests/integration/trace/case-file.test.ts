/** The case file of a whole vault: what is in it, that no value is, who may make one, that its entry is there before it, and its mark after a photocopy. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { readTraceCode, showTraceCode } from '../../../contract/trace/lists.ts';
import { findQr } from '../../../renderer/trace/find-qr.ts';
import { caseOf, pickCaseFile } from '../../support/features/trace.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { drawnBy, scanOf } from '../../support/scans.ts';
import { decodeAnchor } from '../../../main/vault/anchor/anchor-codec.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const planted = PLANTED[0]!;
const PHONE = planted.sealed.phone[0].value;
const DAMAGE = ['photocopied', 'skewed', 'skewedMore', 'upsideDown', 'badPhoto', 'dark'] as const;

const tool = (name: string, ...args: readonly string[]): string =>
  execFileSync(name, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });

describe('a case file', () => {
  let desk: VaultHarness;
  let personId: PersonId;
  let code: string;
  let folder: string;
  let file: string;
  let text: string;
  let told: { readonly pages: number; readonly sha256: string };

  const request = (about: RouteRequest<'trace.caseFile'>['about']): RouteRequest<'trace.caseFile'> => ({
    ...caseOf(about),
    pin: PINS.supervisor,
  });

  beforeAll(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOfPlanted(planted), 'receptionist');
    await desk.call('people.open', { personId });
    await desk.call(
      'people.reveal',
      revealOf(personId, 'phone', PINS.receptionist, { reason: 'repair', words: '漏水' }),
    );
    code = (await desk.call('trace.mark', {})).code!;
    await desk.switchTo('supervisor');
    folder = makeTempDir();
    file = pickCaseFile(desk, folder);
    told = await desk.call('trace.caseFile', request({ of: 'number', number: PHONE }));
    text = tool('pdftotext', '-layout', file, '-');
  }, 120_000);

  it('tells who had the number and when, with the hash of each entry, in Chinese and with a summary in English', async () => {
    const { entries } = await desk.call('accessHistory.list', {
      about: { by: 'person', personId },
      before: null,
    });
    for (const part of [
      '谁看过',
      'Desk One',
      '前台',
      '显示一项（reveal）',
      '报修投诉',
      'Summary',
      '2 members of staff',
    ])
      expect(text).toContain(part);
    const seen = entries.filter(({ action }) => ['add', 'reveal'].includes(action));
    expect(seen).toHaveLength(2);
    for (const { seq } of seen) expect(text).toMatch(new RegExp(`^ *${seq} `, 'm'));
  });

  it('holds no planted value, in text, in structure or in its bytes', () => {
    const raw = join(dirname(file), 'raw.pdf');
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, raw]);
    const all = [text, tool('pdfinfo', '-struct-text', file), readFileSync(raw, 'latin1')]
      .join('\n')
      .replaceAll(/\s/g, '');
    const values = [
      planted.name.value,
      ...Object.values(planted.sealed).flatMap((ones) => ones.map(({ value }) => value)),
    ];
    for (const value of values) expect(all).not.toContain(value.replaceAll(/\s/g, ''));
    // What was typed beside a reason may say anything.
    expect(all).not.toContain('漏水');
    expect(all).toContain('141****');
  });

  it('is a tagged PDF that says on each page who made it, at which desk and when', () => {
    expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    expect(tool('pdfinfo', file)).toMatch(/^Tagged: +yes$/m);
    const pages = text.split('\f').slice(0, told.pages);
    expect(pages).toHaveLength(told.pages);
    for (const page of pages) expect(page).toMatch(/Super One · 第 1 台电脑 · \d{4}-\d\d-\d\d \d\d:\d\d/);
  });

  it('carries a code on each page that leads back to whoever made it', async () => {
    const [page = ''] = text.split('\f');
    const printed = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(page)?.[0] ?? '';
    const { traced } = await desk.call('trace.find', { code: printed });
    expect(traced).toMatchObject({ staffName: 'Super One', desk: 1 });
    expect(traced!.entries.map(({ action }) => action)).toContain('case-file');
  });

  it('has its entry, with its hash, its purpose and nothing of the number', async () => {
    const { entries } = await desk.call('log.list', { before: null, limit: 50 });
    const entry = entries.find(({ action }) => action === 'case-file')!;
    expect(entry).toMatchObject({
      outcome: 'done',
      reason: '派出所调取',
      signed: true,
      detail: { of: 'number' },
    });
    expect(told.sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
    expect(entry.detail).toMatchObject({ sha256: told.sha256 });
    expect(JSON.stringify(entries)).not.toContain(PHONE);
  });

  it.each(DAMAGE)('has a mark that is read from a page that was %s', (damage) => {
    const found = findQr(drawnBy(scanOf(file, damage)));
    expect(readTraceCode(found ?? '')).not.toBeNull();
  });

  it('keeps the mark’s words in a photocopy: black, none of their ink is lost at one bit', () => {
    const [before, after] = [scanOf(file, 'plain'), scanOf(file, 'photocopied')];
    // The line of words stands at the left of the foot.
    const share = ({ width, height, grey }: ReturnType<typeof scanOf>): number => {
      let dark = 0;
      const [top, low] = [Math.floor(height * 0.91), Math.floor(height * 0.96)];
      for (let y = top; y < low; y += 1)
        for (let x = Math.floor(width * 0.08); x < width / 2; x += 1)
          if (grey[y * width + x]! < 128) dark += 1;
      return dark;
    };
    expect(share(before)).toBeGreaterThan(1_000);
    expect(share(after) / share(before)).toBeGreaterThan(0.9);
  });

  it('is made of a mark as well: whom it leads to, and what they did before', async () => {
    const path = pickCaseFile(desk);
    await desk.call('trace.caseFile', request({ of: 'mark', code }));
    const told2 = tool('pdftotext', '-layout', path, '-');
    for (const part of [showTraceCode(code), 'Desk One', '显示一项（reveal）']) expect(told2).toContain(part);
    expect(told2).not.toContain(PHONE);
  });

  it('needs a supervisor’s PIN, whoever asks', async () => {
    await desk.switchTo('admin');
    const path = pickCaseFile(desk);
    const asked = { ...request({ of: 'mark', code }), pin: PINS.admin };
    expect(await desk.codeOf('trace.caseFile', asked)).toBe('needs-supervisor');
    expect(existsSync(path)).toBe(false);
    pickCaseFile(desk);
    const wrong = { ...asked, supervisor: { ...(await desk.proofOf('supervisor')), pin: 'tabby-37-kit3' } };
    expect(await desk.codeOf('trace.caseFile', wrong)).toBe('wrong-pin-either');
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('trace.caseFile', request({ of: 'mark', code }))).toBe('not-allowed');
    await desk.switchTo('supervisor');
  });

  it('is written nowhere that main has not offered, and nowhere without its entry', async () => {
    expect(await desk.codeOf('trace.caseFile', request({ of: 'mark', code }))).toBe('not-found');
    const write = vi.spyOn(desk.keychain, 'writeAnchor');
    const path = pickCaseFile(desk);
    const seqOf = (bytes: Uint8Array | undefined): number =>
      bytes === undefined ? 0 : (decodeAnchor(bytes)?.state.log.seq ?? 0);
    const last = Math.max(...desk.keychain.anchors.map(seqOf));
    // Those of the PIN have the end as it was.
    write.mockImplementation(async function (this: void, copy, bytes) {
      if (seqOf(bytes) > last) throw new Error('keychain refuses');
      desk.keychain.anchors[copy] = Uint8Array.from(bytes);
    });
    expect(await desk.codeOf('trace.caseFile', request({ of: 'mark', code }))).toBe('log-unavailable');
    expect(readdirSync(dirname(path))).toEqual([]);
    write.mockRestore();
  });
});
