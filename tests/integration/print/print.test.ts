/** Controlled printing in a real vault: what is on a paper, who approves it, what the log and the register have of it, and that nothing else prints. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileId, PersonId, RoomId, SlotId } from '../../../contract/ids.ts';
import { paperNumber, readPaperNumber } from '../../../contract/paper-register/lists.ts';
import {
  BLANK_LAYOUTS,
  type BlankLayout as Blank,
  PRINT_PAPER_NAMES,
  type PrintPaper,
  SHEET_LAYOUTS,
  type SheetLayout,
} from '../../../contract/print/lists.ts';
import type { PrintPages } from '../../../contract/print/pages.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { readTraceCode } from '../../../contract/trace/lists.ts';
import { findQr } from '../../../renderer/trace/find-qr.ts';
import { FACTS } from '../../support/features/company.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { BOOKLET } from '../../support/features/paper-register.ts';
import { BLANK_ORDER } from '../../support/features/print.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { drawnBy, scanOf } from '../../support/scans.ts';
import { openScopeDesk } from '../../support/scope-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

type Order = RouteRequest<'print.order'>;
const planted = PLANTED[0]!;
const PHONE = planted.sealed.phone[0].value;
const FILE = 'd7'.repeat(16) as FileId;
/** Everything of the planted resident that is secret. */
const SECRETS = [
  planted.name.value,
  ...planted.plates.map(({ value }) => value),
  ...Object.values(planted.sealed).flatMap((values) => values.map(({ value }) => value)),
];

let clock: FakeClock;
let desk: VaultHarness;
let personId: PersonId;
let roomId: RoomId;
let room: string;
let folder: string;

const orderOf = async (what: Order['what'], more: Partial<Order> = {}): Promise<Order> => {
  const supervisor = await desk.proofOf('supervisor');
  return {
    ...BLANK_ORDER,
    what,
    paper: 'a4',
    custodian: (await desk.proofOf('receptionist')).slotId,
    supervisor,
    ...more,
  };
};
const recordOf = (clear: Extract<Order['what'], { layout: 'record' }>['clear'] = []) =>
  ({ layout: 'record', personId, clear }) as const;
/** What the printer is given. */
const takePages = async (): Promise<PrintPages | null> => {
  const paper = await desk.vault.paper('print');
  return paper?.kind === 'print' ? paper.sheet : null;
};
const textOf = (pages: PrintPages): string[] =>
  pages.pages.map((page) => page.map((ink) => ('text' in ink ? ink.text : '')).join('\n'));
const newest = (action: string) => desk.logged(action, 50);

beforeAll(async () => {
  clock = createFakeClock(Date.UTC(2026, 2, 10, 9));
  desk = await createHarness({ clock });
  personId = await desk.setUpWith(draftOfPlanted(planted), 'admin');
  await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
  await desk.switchTo('receptionist');
  const [lives] = (await desk.call('people.open', { personId })).rooms;
  roomId = lives!.roomId;
  room = lives!.label;
  folder = makeTempDir();
}, 120_000);

describe('a record that a receptionist has asked for', () => {
  it('is printed masked, each copy with its number, its day and who had it, on every page', async () => {
    const { papers, pages } = await desk.call('print.order', await orderOf(recordOf(), { copies: 2 }));
    const given = await takePages();
    expect(given?.pages).toHaveLength(pages);
    const texts = textOf(given!);
    for (const secret of SECRETS) for (const text of texts) expect(text).not.toContain(secret);
    texts.forEach((text, index) => {
      expect(text).toContain(`第 ${index + 1} 份，共 2 份 · 2199-12-31 前交回`);
      expect(text).toContain(paperNumber(papers[index]!));
      expect(text).toContain('第 1 页，共 1 页');
      expect(text).toMatch(/第 1 台电脑 · 2026-03-10 \d\d:00/);
      for (const words of [FACTS.company, '骑', '缝', '章']) expect(text).toContain(words);
    });
  });

  it('is in the register, kept by its custodian until its day, and found by the code on its page', async () => {
    const { papers } = await desk.call('print.order', await orderOf(recordOf(), { place: '三号柜' }));
    const code = (await takePages())!.pages[0]!.flatMap((ink) => (ink.kind === 'code' ? [ink.text] : []))[0]!;
    expect(readPaperNumber(code)).toBe(papers[0]);
    const { code: mark } = await desk.call('trace.mark', {});
    expect(readTraceCode(code)).toBe(readTraceCode(mark!));
    const kept = (await desk.call('papers.list', {})).papers.find(({ paperId }) => paperId === papers[0]);
    expect(kept).toMatchObject({
      sort: 'print',
      title: '住户档案',
      place: '三号柜',
      dueOn: '2199-12-31',
      state: 'kept',
    });
  });

  it('is one entry of who asked and who approved, with its purpose, its numbers and no value', async () => {
    const { papers } = await desk.call('print.order', await orderOf(recordOf(), { copies: 2 }));
    await desk.switchTo('supervisor');
    const [entry] = await newest('print');
    expect(entry).toMatchObject({
      personId,
      outcome: 'done',
      reason: BLANK_ORDER.purpose,
      detail: { layout: 'record', papers, clear: [], to: 'printer', dueOn: '2199-12-31' },
    });
    expect(entry!.cosignerName).not.toBeNull();
    for (const secret of SECRETS) expect(JSON.stringify(entry)).not.toContain(secret);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
    await desk.switchTo('receptionist');
  });

  it('is given to the printer once, and not a minute later', async () => {
    await desk.call('print.order', await orderOf(recordOf()));
    expect(await takePages()).not.toBeNull();
    expect(await takePages()).toBeNull();
    await desk.call('print.order', await orderOf(recordOf()));
    clock.advance(61_000);
    expect(await takePages()).toBeNull();
  });
});

describe('a value in clear', () => {
  it('is there alone of all, and is named in the log with who approved it', async () => {
    await desk.call('print.order', await orderOf(recordOf([{ field: 'phone', ordinal: 0 }])));
    const text = textOf((await takePages())!).join('\n');
    expect(text).toContain(PHONE);
    expect(text).toContain('电话（明文）');
    for (const secret of SECRETS.filter((one) => one !== PHONE)) expect(text).not.toContain(secret);
    await desk.switchTo('supervisor');
    expect((await newest('print'))[0]!.detail).toMatchObject({ clear: ['phone'] });
    expect((await newest('print-clear'))[0]).toMatchObject({ personId, field: 'phone' });
    const { entries } = await desk.call('accessHistory.list', {
      about: { by: 'person', personId },
      field: 'phone',
      before: null,
    });
    expect(entries.some(({ action }) => action === 'print-clear')).toBe(true);
    await desk.switchTo('receptionist');
  });

  it('is refused with nothing printed and nothing registered where it is not there', async () => {
    const before = (await desk.call('papers.list', {})).papers.length;
    const order = await orderOf(recordOf([{ field: 'phone', ordinal: 77 }]));
    expect(await desk.codeOf('print.order', order)).toBe('not-found');
    expect(await takePages()).toBeNull();
    expect((await desk.call('papers.list', {})).papers).toHaveLength(before);
  });
});

describe('approval', () => {
  it('is a supervisor’s: no order of any role is printed by the PIN of somebody else, or by a wrong one', async () => {
    for (const role of ['receptionist', 'supervisor', 'admin'] as const) {
      await desk.switchTo(role);
      for (const approver of ['receptionist', 'admin'] as const) {
        const order = await orderOf(recordOf([{ field: 'phone', ordinal: 0 }]), {
          supervisor: await desk.proofOf(approver),
        });
        expect(await desk.codeOf('print.order', order)).toBe('needs-supervisor');
      }
      const { slotId } = await desk.proofOf('supervisor');
      const wrong = await orderOf(recordOf(), { supervisor: { slotId, pin: 'not-this-one' } });
      expect(await desk.codeOf('print.order', wrong)).toBe('wrong-pin');
      expect(await takePages()).toBeNull();
    }
    await desk.switchTo('receptionist');
  });

  it('takes a day to come and a custodian who is there', async () => {
    const over = await orderOf({ layout: 'receipt' }, { dueOn: '2026-03-09' });
    expect(await desk.codeOf('print.order', over)).toBe('invalid-value');
    expect(await takePages()).toBeNull();
  });
});

describe('a roster', () => {
  it.each(['unit', 'building'] as const)(
    'of a %s is masked, and has no way to be in clear',
    async (scope) => {
      await desk.call('print.order', await orderOf({ layout: 'roster', roomId, scope }));
      const text = textOf((await takePages())!).join('\n');
      expect(text).toContain(room);
      for (const secret of SECRETS) expect(text).not.toContain(secret);
      const withClear = { layout: 'roster', roomId, scope, clear: [{ field: 'phone', ordinal: 0 }] };
      const order = await orderOf(withClear as unknown as Order['what']);
      expect(await desk.codeOf('print.order', order)).toBe('bad-request');
    },
  );
});

describe('a notice for posting', () => {
  const rows = (typed: string) => [{ room: typed, from: '2026-01', until: '2026-02', amount: 310.5 }];
  const notice = (typed: string, words = '') =>
    ({ layout: 'arrears', rows: rows(typed), payBy: '2026-04-30', words }) as const;

  it('has rooms without their last two figures, months and amounts, and none of its residents', async () => {
    await desk.call('print.order', await orderOf(notice(room, '请到服务中心办理')));
    const text = textOf((await takePages())!).join('\n');
    for (const part of [
      room.replace(/\d\d$/u, '**'),
      '310.50',
      '2026-01 – 2026-02',
      '2026-04-30',
      '请到服务中心办理',
    ])
      expect(text).toContain(part);
    for (const secret of [...SECRETS, room]) expect(text).not.toContain(secret);
  });

  it.each([
    ['a phone', PHONE, 'posts-a-number'],
    ['a phone with gaps', [...PHONE].join(' '), 'posts-a-number'],
    ['a phone in words', '一三八零零零零零零零零', 'posts-a-number'],
    ['the name of somebody who lives there', `请${planted.name.value}缴费`, 'posts-a-name'],
    ['that name with gaps', [...planted.name.value].join(' '), 'posts-a-name'],
  ])('is refused with %s', async (_what, words, code) => {
    expect(await desk.codeOf('print.order', await orderOf(notice(room, words)))).toBe(code);
    expect(await takePages()).toBeNull();
  });

  it('is refused for a room that is not there, where a name could hide', async () => {
    for (const typed of [planted.name.value, '99-9-9999'])
      expect(await desk.codeOf('print.order', await orderOf(notice(typed)))).toBe('room-unknown');
  });

  it('that was refused for a name is in the log', async () => {
    await desk.switchTo('supervisor');
    const refused = (await newest('print')).filter(({ outcome }) => outcome === 'refused');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.detail).toMatchObject({ layout: 'arrears', papers: [] });
    await desk.switchTo('receptionist');
  });
});

describe('a sheet of the desk’s own work', () => {
  it('of a shift has its counts, the end of the log and room for both signatures, and no resident', async () => {
    await desk.call('people.reveal', revealOf(personId, 'phone', PINS.receptionist, { reason: 'parcel' }));
    const { head } = await desk.call('shift.read', {});
    const { papers } = await desk.call('print.order', await orderOf({ layout: 'shift-sheet' }));
    const text = textOf((await takePages())!).join('\n');
    for (const words of [
      '交接班单',
      'Desk One · 前台',
      '包裹',
      '交班人签字',
      '接班人签字',
      '核准人',
      FACTS.company,
    ])
      expect(text).toContain(words);
    expect(text).toContain(`第 ${head.seq} 条`);
    expect(text).toContain(head.hash.slice(0, 4));
    expect(text).toContain(paperNumber(papers[0]!));
    expect(text).toContain('第 1 份，共 1 份 · 2199-12-31 前交回');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  it('of a count lists what is kept by place, for a receptionist what they keep themselves', async () => {
    const { receptionist, supervisor } = {
      receptionist: (await desk.proofOf('receptionist')).slotId,
      supervisor: (await desk.proofOf('supervisor')).slotId,
    };
    const takeIn = (title: string, place: string, custodian: SlotId) =>
      desk.call('papers.takeIn', { paper: { ...BOOKLET, title, place, custodian } });
    await takeIn('前台登记册', '乙柜', receptionist);
    await takeIn('岗亭登记册', '甲柜', supervisor);
    await desk.call('print.order', await orderOf({ layout: 'count-sheet' }));
    const own = textOf((await takePages())!).join('\n');
    expect(own).toContain('前台登记册');
    expect(own).not.toContain('岗亭登记册');
    await desk.switchTo('supervisor');
    await desk.call('print.order', await orderOf({ layout: 'count-sheet' }));
    const all = textOf((await takePages())!).join('\n');
    expect(all.indexOf('乙柜')).toBeGreaterThan(all.indexOf('甲柜'));
    for (const words of ['盘点人签字', '见证人签字', '岗亭登记册']) expect(all).toContain(words);
    const [entry] = await newest('print');
    expect(entry).toMatchObject({ personId: null, detail: { layout: 'count-sheet', clear: [] } });
    expect(JSON.stringify(entry)).not.toContain('登记册');
    await desk.switchTo('receptionist');
  });

  it.each(SHEET_LAYOUTS)('%s takes a supervisor, and has no number where none agrees', async (layout) => {
    const before = (await desk.call('papers.list', {})).papers.length;
    const order = await orderOf({ layout }, { supervisor: await desk.proofOf('receptionist') });
    expect(await desk.codeOf('print.order', order)).toBe('needs-supervisor');
    expect(await takePages()).toBeNull();
    expect((await desk.call('papers.list', {})).papers).toHaveLength(before);
  });

  it('of a count is refused where nothing is kept', async () => {
    const empty = await createHarness({ clock: createFakeClock() });
    await empty.setUpAs('supervisor');
    const supervisor = await empty.proofOf('supervisor');
    const order = {
      ...BLANK_ORDER,
      what: { layout: 'count-sheet' },
      custodian: supervisor.slotId,
      supervisor,
    };
    expect(await empty.codeOf('print.order', order)).toBe('not-found');
  });
});

describe('a file', () => {
  const offer = (name: string): string => {
    const path = join(folder, name);
    desk.vault.offerFile(FILE, path, 'pdf');
    return path;
  };
  const tool = (...args: readonly string[]): string =>
    execFileSync(args[0]!, args.slice(1), {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  it('opens with its password alone, is masked, and its mark survives a scan of one bit', async () => {
    const path = offer('record.pdf');
    const { password, papers } = await desk.call('print.order', await orderOf(recordOf(), { fileId: FILE }));
    expect(await takePages()).toBeNull();
    expect(() => tool('pdftotext', path, '-')).toThrow();
    expect(() => tool('pdftotext', '-upw', `${password}0`, path, '-')).toThrow();
    const text = tool('pdftotext', '-layout', '-upw', password!, path, '-');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect(text).toContain(paperNumber(papers[0]!));
    expect(tool('qpdf', '--show-encryption', `--password=${password}`, path)).toContain('AESv3');
    const plain = join(folder, 'plain.pdf');
    execFileSync('qpdf', ['--decrypt', `--password=${password}`, path, plain]);
    expect(readPaperNumber(findQr(drawnBy(scanOf(plain, 'photocopied')))!)).toBe(papers[0]);
  });

  it('is one copy, to where somebody has picked', async () => {
    offer('two.pdf');
    const two = await orderOf(recordOf(), { fileId: FILE, copies: 2 });
    expect(await desk.codeOf('print.order', two)).toBe('bad-request');
    const unpicked = await orderOf(recordOf(), { fileId: 'ab'.repeat(16) as FileId });
    expect(await desk.codeOf('print.order', unpicked)).toBe('not-found');
    expect(existsSync(join(folder, 'two.pdf'))).toBe(false);
  });
});

describe('an order that the log does not take', () => {
  it('is not there where the log takes no entry', async () => {
    const order = await orderOf(recordOf([{ field: 'phone', ordinal: 0 }]));
    desk.keychain.refusing = true;
    expect(await desk.codeOf('print.order', order)).not.toBe('ok');
    desk.keychain.refusing = false;
    expect(await takePages()).toBeNull();
    expect(await desk.codeOf('print.order', order)).toBe('ok');
    expect(await takePages()).not.toBeNull();
  });
});

describe('a receptionist with a scope', () => {
  it('has on a roster of a building who is within it, and orders nothing of the rest', async () => {
    const {
      desk: limited,
      people,
      room: outside,
      ownRoom,
    } = await openScopeDesk({}, [{ estate: '', building: '3', unit: '2' }]);
    const supervisor = await limited.proofOf('supervisor');
    const order = (what: Order['what']) =>
      limited.codeOf('print.order', { ...BLANK_ORDER, what, custodian: supervisor.slotId, supervisor });
    expect(await order({ layout: 'roster', roomId: ownRoom, scope: 'building' })).toBe('ok');
    const paper = await limited.vault.paper('print');
    const text = paper?.kind === 'print' ? textOf(paper.sheet).join('\n') : '';
    expect(text).toContain('3栋2单元1801');
    expect(text).not.toContain('3栋1单元');
    expect(await order({ layout: 'roster', roomId: outside, scope: 'unit' })).toBe('outside-scope');
    expect(await order({ layout: 'record', personId: people.outside, clear: [] })).toBe('outside-scope');
    expect(await limited.vault.paper('print')).toBeNull();
  });
});

describe('a preview', () => {
  const countOf = async (
    layout: Blank | SheetLayout | 'record' | 'roster',
    paper: PrintPaper,
  ): Promise<number> => {
    const { pages, count } = await desk.call('print.preview', { what: { layout }, paper, language: 'en' });
    expect(pages.length).toBeGreaterThan(0);
    return count;
  };

  it('shows every layout, and every paper, and leaves no entry', async () => {
    await desk.switchTo('supervisor');
    const entries = async () => (await desk.call('log.verify', {})).checked;
    const before = await entries();
    for (const layout of ['roster', ...BLANK_LAYOUTS] as const) expect(await countOf(layout, 'a5')).toBe(1);
    for (const layout of SHEET_LAYOUTS) expect(await countOf(layout, 'a4')).toBe(1);
    expect(await countOf('receipt', 'continuous-241-half')).toBe(1);
    for (const paper of PRINT_PAPER_NAMES) expect(await countOf('record', paper)).toBeLessThan(6);
    // The check itself is an entry.
    expect(await entries()).toBe(before + 1);
    await desk.switchTo('receptionist');
  });
});
