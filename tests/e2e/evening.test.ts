/**
 * The case of the company that was penalised, from a new computer to the pack, in the real application: 400 owners in a workbook, a booklet at the front
 * desk, a computer that nobody manages, complaints about calls. What hands do for it is counted by one rule (`count-hand.ts`).
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ELECTRON_ENDS } from '../../main/computer-checks/support-ends.ts';
import { LANGUAGES } from '../../contract/shell/settings.ts';
import { FINDING_IDS, type FindingId } from '../../contract/evidence/findings.ts';
import { MATTERS, type MatterId } from '../../contract/evidence/matters.ts';
import type { PointState } from '../../contract/evidence/points.ts';
import { DUTY_WORDS, MATTER_STATE_WORDS, MATTER_WORDS } from '../../contract/vocabulary/evidence.ts';
import { asAdmin, asReceptionist, asSupervisor } from '../support/compliance/evening.ts';
import { type HandCount, countHand, sumOf } from '../support/count-hand.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { writeResidents } from '../support/desk-residents.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { FACTS } from '../support/features/company.ts';
import { BOOKLET } from '../support/features/paper-register.ts';
import { GATE } from '../support/features/other-systems.ts';
import { isFullRun } from '../support/full-run.ts';
import { removeFolder } from '../support/remove-folder.ts';

/** In both languages in `test:full`; in one of them here, since an evening takes minutes. */
const EVENING_IN = isFullRun ? LANGUAGES : (['zh-CN'] as const);
/** As many as the case had. */
const OWNERS = 400;
/** The most that hands may do. */
const MOST: HandCount = { clicks: 141, pins: 17, fields: 22, pages: 39 };
/** What was asked for after the evening had first been counted: it is counted apart. */
const SINCE = 'since';
/** Fields of that. */
const MOST_SINCE = 12;

/** A computer that somebody has put in order: its disk encrypted, its passwords long, the program on a runtime that is corrected. The rest it cannot tell. */
const IN_ORDER = JSON.stringify({
  runtime: `${ELECTRON_ENDS.at(-1)!.version}.0.0`,
  files: {
    '/proc/self/mountinfo': '22 1 253:0 / / rw - ext4 /dev/mapper/root rw\n',
    '/sys/dev/block/253:0/uevent': 'MAJOR=253\n',
    '/sys/dev/block/253:0/dm/uuid': 'CRYPT-LUKS2-root\n',
    '/etc/pam.d/common-password': 'password requisite pam_pwquality.so minlen=10\n',
  },
});

/** What an inspection asks for, each with words that the pack has of this very case. */
const SIXTEEN: Readonly<Record<string, readonly string[]>> = {
  'who is responsible': [
    `个人信息保护负责人${DESK_STAFF.supervisor.name}`,
    `网络安全负责人${DESK_STAFF.admin.name}`,
  ],
  procedures: [
    '个人信息保护内部管理制度',
    '资料处理操作规程',
    '前台业务操作规程',
    '个人信息安全事件应急预案',
  ],
  'the inventory': ['个人信息清单', '处理个人信息的人数400人', '法定义务', '本人同意'],
  encryption: ['SQLCipher4', 'HPKE', '启用以来尚未更换过'],
  'permissions and accounts': Object.values(DESK_STAFF).map(({ name }) => name),
  'masking rules with their history': ['现行规则', '启用以来没有更改过'],
  'sign-offs and training': ['个人信息保密承诺书', '全员已签署符合', '14/14，通过'],
  'statistics of access, and a log that was checked': ['显示的资料与原因', '全部完整，未被改动'],
  copies: [BOOKLET.title, '碎纸机粉碎'],
  'leftover files': ['最近的扫描', '已销毁的文件1个'],
  'impact assessment and self-audit': ['个人信息保护影响评估表', '个人信息保护合规自查表'],
  'notice, consent and requests': ['已按现行版本告知400人', '张贴告知', '登记的请求0件'],
  disclosures: ['对外提供登记', '到期未确认删除0份'],
  'backups, incidents and drills': ['恢复演练记录', '可能发生泄露', '演练次数1'],
  'the computer': ['电脑检查表', '防火墙'],
  rectification: ['整改台账', '现场巡查'],
};

/** Of what the evening does not settle. */
const STATE_OF: Partial<Record<MatterId, PointState>> = {
  // The list had them, and four hundred signatures are no matter of an evening.
  'id-numbers': 'stale',
  'past-leak': 'unknown',
  phones: 'unknown',
};

/** Until the four hundred have consented, or their numbers are gone, no pack is complete. */
const NOT_PUT_RIGHT: FindingId = 'not-rectified';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rv-evening-'));
  chmodSync(folder, 0o1777);
});
afterAll(() => removeFolder(folder));

/** Text of each page. */
const pagesOf = (path: string): readonly string[] =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    .split('\f')
    .map((page) => page.replaceAll(/\s/g, ''))
    .filter((page) => page !== '');

describe.each(EVENING_IN)('the evening of the case, in %s', (language) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp({
      idleSeconds: 600,
      language,
      env: { RESIDENT_VAULT_STATED_COMPUTER: IN_ORDER },
    });
  });
  afterAll(() => app?.dispose());

  it('leads from a workbook, a booklet, a computer that nobody manages and complaints about calls to a whole pack, within a count of what hands do', async () => {
    const desk = new DeskDriver(app);
    const get = (id: string) => desk.page.getByTestId(id);
    const isDone = (mark: string): Promise<void> =>
      desk.page.locator(`[data-testid=${mark}][data-done=true]`).waitFor();
    const hand = await countHand(app);
    const folderOf = join(folder, `case-${language}`);
    const walk = { desk, folder: folderOf, isLivedIn: true, begins: hand.for };
    // The application's user is another, who is to dispose of what lies there.
    const originals = join(folder, `originals-${language}`);
    mkdirSync(originals);
    chmodSync(originals, 0o777);
    const workbook = join(originals, 'owners.xlsx');
    writeResidents(workbook, OWNERS);
    chmodSync(workbook, 0o666);

    hand.for('set-up');
    await desk.setUp('虚构花园');
    hand.for('not counted');
    await desk.allowHaste();
    const answers = await asAdmin(walk);
    await asReceptionist(walk, answers);
    const path = await asSupervisor(walk, answers, workbook);

    expect(existsSync(workbook)).toBe(false);
    const counted = [...hand.parts].filter(([part]) => part !== 'not counted');
    const since = sumOf(counted.filter(([part]) => part === SINCE).map(([, count]) => count));
    const first = sumOf(counted.filter(([part]) => part !== SINCE).map(([, count]) => count));
    console.info('by hand', first, 'and since', since, Object.fromEntries(counted));
    const pages = pagesOf(path);
    expect(pages.filter((page) => !page.includes(FACTS.company))).toEqual([]);
    const text = pages.join('');
    for (const [item, words] of Object.entries(SIXTEEN))
      for (const word of words) expect(text, item).toContain(word);
    const matters = text.slice(text.indexOf('仍未解决和须说明的事项'), text.indexOf('SummaryinEnglish'));
    for (const { id } of MATTERS) {
      expect(matters).toContain(MATTER_WORDS[id][0].slice(0, 6));
      expect(matters).toContain(MATTER_STATE_WORDS[STATE_OF[id] ?? 'there'][0]);
    }
    expect(matters).toContain(`持有${OWNERS}人`);
    expect(pages[0]).toContain('尚未齐备，1项未解决');
    expect(pages[0]).toContain(`需更新的材料${DUTY_WORDS['notice-and-consent'][0]}`);
    expect(text).toContain(GATE.vendor);
    expect(text).not.toContain('目前没有材料');

    hand.for('not counted');
    await desk.open('evening');
    for (const id of FINDING_IDS) if (id !== NOT_PUT_RIGHT) await isDone(`finding-${id}`);
    expect(await get(`finding-${NOT_PUT_RIGHT}`).getAttribute('data-done')).toBe('false');
    expect(await get('evening-done').isVisible()).toBe(false);
    for (const { id } of MATTERS)
      expect(await get(`matter-${id}`).getAttribute('data-state'), id).toBe(STATE_OF[id] ?? 'there');

    for (const [what, most] of Object.entries(MOST) as [keyof HandCount, number][])
      expect(first[what], what).toBeLessThanOrEqual(most);
    expect(since.fields).toBeLessThanOrEqual(MOST_SINCE);
  });
});
