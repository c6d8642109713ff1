/** The inspection pack of a whole vault: as the common tools read it, with every number in it recomputed from the store, and nothing of a resident. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DUTIES } from '../../../contract/evidence/lists.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { readDetail } from '../../../main/vault/log/detail.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { pickPack } from '../../support/features/evidence.ts';
import { answersFor } from '../../support/features/forms.ts';
import { GATE } from '../../support/features/other-systems.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { vaultAtRest, openStoreOf } from '../../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { DUTY_WORDS } from '../../../contract/vocabulary/evidence.ts';
import { revealOf, verifyOf } from '../../support/requests-of.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const planted = PLANTED[0]!;

const tool = (name: string, ...args: readonly string[]): string =>
  execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 });

/** What a reader sees, a line of a table as a line with a bar between its cells, without spaces: they are where the tool guesses them. */
const readText = (file: string): string =>
  tool('pdftotext', '-layout', file, '-')
    .split('\n')
    .map((line) => bare(line.trim().replaceAll(/ {2,}/g, '|')))
    .filter((line) => line !== '')
    .join('\n');
const bare = (words: string): string => words.replaceAll(/[ \n]/g, '');

function readFiles(file: string): ReadonlyMap<string, string> {
  const folder = makeTempDir();
  tool('pdfdetach', '-saveall', '-o', folder, file);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

let desk: VaultHarness;
let onProgress: () => void = () => undefined;
let path: string;
let made: RouteReply<'evidence.makePack'>;
/** The text of the pack in the order of its lines. */
let text: string;
/** Its attachments by their names. */
let files: ReadonlyMap<string, string>;
let before: RouteReply<'evidence.read'>;

/** Runs `work` over the store as it lies on the disk, with nobody signed in. */
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  await desk.lock();
  const store = await openStoreOf(vaultAtRest(desk), chooseEngine('auto'), PINS.admin);
  try {
    return await work(store);
  } finally {
    await store.close();
    await desk.unlock('supervisor');
  }
}

const makeOne = async () => {
  const picked = pickPack(desk, makeTempDir());
  const reply = await desk.call('evidence.makePack', { fileId: picked.fileId, pin: PINS.supervisor });
  return { path: picked.path, reply };
};

/** Lines of a chapter of the pack, without the spaces that a table is laid out with. */
function chapterOf(duty: (typeof DUTIES)[number]): string {
  const at = DUTIES.indexOf(duty);
  const starts = (n: number): number => {
    const title = DUTIES[n] === undefined ? '以前制作的迎检材料' : `${n + 1}. ${DUTY_WORDS[DUTIES[n]][0]}`;
    return text.lastIndexOf(`\n${bare(title)}\n`);
  };
  expect(starts(at)).toBeGreaterThan(0);
  return text.slice(starts(at), starts(at + 1));
}

beforeAll(async () => {
  desk = await createHarness({
    onEvent: (event) => {
      if (event === 'evidence.progress') onProgress();
    },
  });
  const personId = await desk.setUpWith(draftOfPlanted(planted), 'receptionist');
  await desk.call('people.open', { personId });
  for (const reason of ['repair', 'repair', 'fees'] as const)
    await desk.call('people.reveal', revealOf(personId, 'phone', PINS.receptionist, { reason }));
  await desk.call(
    'people.reveal',
    revealOf(
      personId,
      'idNumber',
      PINS.receptionist,
      { reason: 'other', words: `特地写明${planted.name.value}` },
      await desk.proofOf('supervisor'),
    ),
  );
  await desk.call('people.search', { text: planted.name.value });
  await desk.call(
    'people.verify',
    verifyOf(personId, 'phone', planted.sealed.phone![0]!.value, PINS.receptionist),
  );
  await desk.codeOf('people.reveal', revealOf(personId, 'phone', '918273'));
  await desk.switchTo('admin');
  await desk.call('policy.change', {
    masks: { plate: 'hidden' },
    words: `特地写明${planted.name.value}`,
    pin: PINS.admin,
  });
  await desk.switchTo('supervisor');
  await plantNumbers();
  before = await desk.call('evidence.read', {});
  ({ path, reply: made } = await makeOne());
  // What a reader sees: a line of a table is a line of the text.
  text = readText(path);
  files = readFiles(path);
});

/** Typed where no value belongs: titles, places, contracts, answers, what is to be put right, a document in force. */
const TYPED = '13900000000';
const PARTED = '1390 0000 000';
async function plantNumbers(): Promise<void> {
  const pin = PINS.supervisor;
  const { slotId: custodian } = await desk.proofOf('supervisor');
  const paper = {
    sort: 'roster',
    title: `旧名册${TYPED}`,
    pages: null,
    foundAt: '抽屉',
    dueOn: null,
  } as const;
  await desk.call('papers.takeIn', { paper: { ...paper, custodian, place: `柜${PARTED}` } });
  await desk.call('rectification.add', {
    item: { title: `请回电${TYPED}`, words: '', who: `找${TYPED}`, dueOn: null },
  });
  const fill = await desk.call('forms.begin', { form: 'self-audit', carry: false });
  const { fillId, version } = await desk.call('forms.save', {
    fillId: fill.fillId,
    version: fill.version,
    subject: '',
    remark: '',
    answers: answersFor(fill).map((one) => ({ ...one, words: `已问${TYPED}` })),
  });
  await desk.call('forms.finish', { fillId, version, pin });
  const { procedures } = await desk.call('procedures.add', { title: `值班表${TYPED}` });
  const { procedureId, draft } = procedures[0]!;
  const saved = await desk.call('procedures.saveDraft', {
    procedureId,
    version: draft!.version,
    title: `值班表${TYPED}`,
    blocks: [{ kind: 'paragraph', runs: [{ text: `夜间联系${TYPED}` }] }],
  });
  await desk.call('procedures.read', { procedureId, versionId: null });
  await desk.call('procedures.publish', { drafts: [{ procedureId, version: saved.draft! }], pin });
  await desk.switchTo('admin');
  await desk.call('systems.add', {
    system: { ...GATE, name: `门禁${TYPED}`, vendor: TYPED, contract: TYPED, holder: `找${TYPED}` },
  });
  await desk.switchTo('supervisor');
}

describe('an inspection pack', () => {
  it('is sound, for an archive, tagged, in Chinese, with its face embedded and its pages numbered', () => {
    expect(tool('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
    expect(tool('pdfinfo', path)).toMatch(/^Tagged: +yes$/m);
    expect(tool('pdfinfo', '-meta', path)).toMatch(/<pdfaid:part>3<[^]*<pdfaid:conformance>B</);
    expect(tool('pdffonts', path)).toMatch(/NotoSansSC-Regular +CID TrueType +Identity-H +yes yes yes/);
    for (const part of ['目录', 'Summary in English', `第 1 页，共 ${made.pages} 页`])
      expect(text).toContain(bare(part));
  });

  it('has a chapter for each duty in their order, and names what is missing in each language', () => {
    const titles = DUTIES.map((duty, index) => text.lastIndexOf(`\n${index + 1}.${DUTY_WORDS[duty][0]}\n`));
    expect(titles.every((at) => at > 0)).toBe(true);
    expect(titles).toEqual(titles.toSorted((one, other) => one - other));
    for (const { duty, state } of before.evidence) {
      const row = new RegExp(
        `^\\d+\\|${bare(DUTY_WORDS[duty][1])}\\|(Inplace|Statement|Needsrenewal|Missing)`,
        'm',
      ).exec(text);
      expect(row?.[1], duty).toBe(
        { there: 'Inplace', explained: 'Statement', stale: 'Needsrenewal', missing: 'Missing' }[state],
      );
      expect(chapterOf(duty).includes(`缺：${DUTY_WORDS[duty][0]}目前没有材料。`), duty).toBe(
        state === 'missing',
      );
    }
  });

  it('says once that entries are to be compared, names each source at its end, and has no grade on a line', () => {
    expect(text.split('使用前请与官方附件核对')).toHaveLength(2);
    expect(text.indexOf('使用前请与官方附件核对')).toBeGreaterThan(text.lastIndexOf('\n资料来源\n'));
    expect(text).not.toMatch(/\|[PFSIM]$/m);
  });

  it('says on its cover who made it and where the log ended, and is in the log with the hash of its bytes', async () => {
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(made.sha256).toBe(sha256);
    const { head, entry } = await withStore(async (store) => {
      const found = await store.get<{ seq: number; detail: string; signature: Uint8Array | null }>({
        text: `SELECT seq, detail, signature FROM log_entry WHERE action = 'inspection-pack'`,
        values: [],
      });
      return {
        entry: found!,
        head: await store.get<{ seq: number; hash: Uint8Array }>({
          text: 'SELECT seq, hash FROM log_entry WHERE seq < ? ORDER BY seq DESC LIMIT 1',
          values: [found!.seq],
        }),
      };
    });
    expect(
      readDetail({ action: 'inspection-pack', field: null, outcome: 'done', detail: entry.detail }),
    ).toMatchObject({ sha256, pages: made.pages, states: made.states });
    expect(entry.signature).not.toBeNull();
    // Nobody has said whose it is: a draft, and not in the name of the estate.
    expect(text).toContain('草稿·（公司全称未填写）·迎检材料');
    expect(text).not.toContain('TestEstate');
    expect(text).toContain('SuperOne（主管，已输入PIN并签名）');
    expect(text).toContain(`第${head!.seq}条`);
    expect(bare(text)).toContain(Buffer.from(head!.hash).toString('hex'));
  });

  it('says how many are there, stale and missing as the dashboard does', () => {
    const count = (state: string): number => before.evidence.filter((one) => one.state === state).length;
    expect(made.states).toEqual({
      there: count('there'),
      explained: count('explained'),
      stale: count('stale'),
      missing: count('missing'),
    });
    expect(bare(text)).toContain(
      `${DUTIES.length}项：有${count('there')}项，说明${count('explained')}项，需更新${count('stale')}项，缺${count('missing')}项`,
    );
    expect(text).toContain(
      `Inplace:${count('there')}·Statement:${count('explained')}·Needsrenewal:${count('stale')}·Missing:${count('missing')}`,
    );
  });

  it('counts access as the store has it', async () => {
    const chapter = chapterOf('access-oversight');
    await withStore(async (store) => {
      const upTo = (await store.get<{ n: number }>({
        text: `SELECT seq - 1 AS n FROM log_entry WHERE action = 'inspection-pack'`,
        values: [],
      }))!.n;
      const count = async (where: string): Promise<number> =>
        (await store.get<{ n: number }>({
          text: `SELECT count(*) AS n FROM log_entry WHERE seq <= ? AND (${where})`,
          values: [upTo],
        }))!.n;
      const lines: readonly (readonly [string, string])[] = [
        ['登录', `action = 'sign-in'`],
        ['查找', `action IN ('search', 'search-id')`],
        ['打开档案、房屋', `action IN ('open', 'open-room')`],
        ['核实身份', `action = 'verify'`],
        ['显示资料', `action = 'reveal'`],
        ['被拒绝、失败的尝试', `action IN ('pin-failed', 'refused', 'sign-in-failed')`],
        ['已达查看上限', `action = 'alert'`],
        ['电话|报修投诉', `action = 'reveal' AND field = 'phone' AND reason = 'repair' AND outcome = 'done'`],
        ['电话|收费', `action = 'reveal' AND field = 'phone' AND reason = 'fees' AND outcome = 'done'`],
        [
          '证件号|其他',
          `action = 'reveal' AND field = 'idNumber' AND reason LIKE 'other%' AND outcome = 'done'`,
        ],
        ['Super One', `cosigner_id IS NOT NULL`],
      ];
      for (const [words, where] of lines)
        expect(chapter, words).toContain(`\n${bare(words)}|${await count(where)}\n`);
      expect(await count(`action = 'reveal' AND field = 'phone' AND outcome = 'done'`)).toBe(3);
      expect(chapter).toContain('逐条核对结果|全部完整，未被改动');
      // The pack's own mark, and what follows it, is later.
      expect(chapter).toContain(`核对无误|${upTo}条`);
    });
  });

  it('lists accounts, keys, policy and backups as the store has them', async () => {
    const accounts = chapterOf('permission-matrix');
    for (const [name, role] of [
      ['AdminOne', '管理员'],
      ['SuperOne', '主管'],
      ['DeskOne', '前台'],
    ])
      expect(accounts).toMatch(new RegExp(`^${name}\\|${role}\\|\\d{4}-`, 'm'));
    expect(accounts).toContain('可登录账号|3个');
    expect(accounts).toContain('一人兼任两种角色|无');
    expect(chapterOf('policy')).toMatch(/^车牌\|全部隐藏\|已更改$/m);
    const keys = chapterOf('encryption-and-keys');
    await withStore(async (store) => {
      const first = await store.get<{ at: number }>({
        text: 'SELECT time AS at FROM log_entry WHERE seq = 1',
        values: [],
      });
      for (const name of ['档案库密钥', '资料密钥', '本机密钥', '恢复单'])
        expect(keys).toMatch(
          new RegExp(`^${name}\\|${dayOf(first!.at)}\\d\\d:\\d\\d\\|\\d{4}-\\d\\d-\\d\\d\\|0$`, 'm'),
        );
    });
    expect(chapterOf('backups')).toContain('已做备份|0次');
  });

  it('holds no value of a resident and no words that somebody typed, nor do its attachments', () => {
    const whole = bare(text + [...files.values()].join('\n'));
    const values = [
      planted.name.value,
      ...planted.plates.map(({ value }) => value),
      ...Object.values(planted.sealed).flatMap((all) => all.map(({ value }) => value)),
    ];
    expect(values.length).toBeGreaterThan(8);
    for (const value of [...values, TYPED, PARTED]) expect(whole).not.toContain(bare(value));
    // What held a number is there, with stars in its place.
    const stars = '*'.repeat(TYPED.length);
    for (const words of ['旧名册', '请回电', '已问', '值班表', '夜间联系', '门禁'])
      expect(whole, words).toContain(`${words}${stars}`);
    expect(files.get('副本和纸质资料登记册.csv')).toContain(`旧名册${stars},名册,Super One,柜**** **** ***,`);
    expect(files.get('整改台账（整改中）.csv')).toContain(`请回电${stars},自行发现,找${stars},`);
    expect(files.get('其他系统.csv')).toContain(`门禁${stars},`);
    // Why somebody did it: those words may hold anything.
    expect(whole).not.toContain('特地写明');
  });

  it('lists the packs of before, with their hashes', async () => {
    const next = await makeOne();
    expect(bare(readText(next.path))).toContain(made.sha256.slice(0, 20));
    const { packs } = await desk.call('evidence.packs', {});
    expect(packs.map(({ sha256 }) => sha256)).toEqual([next.reply.sha256, made.sha256]);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('is made for a supervisor alone, with their PIN', async () => {
    const { fileId, path: nowhere } = pickPack(desk);
    expect(await desk.codeOf('evidence.makePack', { fileId, pin: 'wrong-37-wrong' })).toBe('wrong-pin');
    expect(existsSync(nowhere)).toBe(false);
    await desk.switchTo('admin');
    expect(await desk.codeOf('evidence.makePack', { fileId, pin: PINS.admin })).toBe('not-allowed');
    await desk.switchTo('supervisor');
  });

  it('leaves no file and no entry where it is cancelled, and the next one is made', async () => {
    const { path: nowhere, fileId } = pickPack(desk);
    const packs = async () => (await desk.call('evidence.packs', {})).packs.length;
    const were = await packs();
    const begun = new Promise<void>((resolve) => (onProgress = resolve));
    const making = desk.ask('evidence.makePack', { fileId, pin: PINS.supervisor });
    await begun;
    await desk.call('evidence.cancelPack', {});
    const reply = await making;
    expect(reply.ok ? 'ok' : reply.error.code).toBe('cancelled');
    expect(readdirSync(dirname(nowhere))).toEqual([]);
    expect(await packs()).toBe(were);
    await makeOne();
    expect(await packs()).toBe(were + 1);
  });
});
