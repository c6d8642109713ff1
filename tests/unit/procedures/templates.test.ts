/** The templates: whole, filled without a rest, and citing of the law what is held; a file that is replaced leaves what was published as it is. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_KINDS, TEXT_FACTS, type TemplateKind } from '../../../contract/procedures/lists.ts';
import { gapsOf, fillGaps } from '../../../main/vault/procedures/gaps.ts';
import { textBlocks } from '../../../main/vault/procedures/procedure-pdf.ts';
import {
  type Filling,
  fillTemplate,
  parseTemplate,
  readTemplate,
} from '../../../main/vault/procedures/templates.ts';
import { decodeText, encodeText, hashText } from '../../../main/vault/procedures/procedure-text.ts';
import { articlesIn } from '../../support/cited-articles.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { words } from '../../support/words.ts';

const KNOWN: Filling = {
  idle: '2 分钟',
  session: '12 小时',
  revealsHour: '不超过 14 项',
  revealsDay: '不超过 36 项',
};
const SAID = Object.fromEntries(TEXT_FACTS.map((fact) => [fact, `《${fact}》`]));

const fileOf = (kind: TemplateKind): string =>
  readFileSync(join(projectDir, 'assets', 'law', 'templates', `${kind}.md`), 'utf8');
const templateOf = (kind: TemplateKind) => parseTemplate(fileOf(kind));
const wordsOf = (kind: TemplateKind): string =>
  JSON.stringify(textBlocks(fillTemplate(templateOf(kind), { ...KNOWN, ...SAID })));

/** Parts that each document has to have, and laws that it names by title. */
const PARTS: Readonly<Record<TemplateKind, readonly string[]>> = {
  'management-system': words(
    '总则 定义与分类 职责 收集与使用 权限与审批 存储与销毁 权利请求 委托 培训 审计 奖励与惩处',
    '附则 《民法典》 《网络安全法》 《物业管理条例》 《治安管理处罚法》 《刑法》',
  ),
  'data-procedures': words('收集 录入 查询 导出与打印 对外提供 更正 删除 备份介质 离岗交接'),
  'counter-procedures': words('报修 缴费 交房 装修 停车 过户 搬离 门卡 访客 挪车 紧急 公安机关 本人请求'),
  'incident-plan': [
    '总则',
    '职责',
    '分级',
    '响应',
    '处置',
    '报告与通知',
    '恢复',
    '演练',
    '修订',
    '《网络安全法》',
    '网信部门',
  ],
  undertaking: ['承诺', '《治安管理处罚法》', '《刑法》'],
  'resident-notice': ['单独同意', '保存多久', '您的权利', '回执'],
  'posted-notice': ['处理什么', '保存多久', '您的权利'],
  'minors-rules': ['登记什么', '谁来同意', '谁能看', '保存和删除'],
  'processor-agreement': ['委托的内容', '乙方的义务', '甲方的监督', '终止'],
  'information-officer': ['任命', '职责'],
  'network-officer': ['任命', '职责'],
};

describe.each(TEMPLATE_KINDS)('the template of %s', (kind) => {
  it('has its parts, asks for nothing that the form does not have, and has no gap once all is said', () => {
    const words = wordsOf(kind);
    expect(PARTS[kind].filter((part) => !words.includes(part))).toEqual([]);
    expect(words, 'whose it is').toContain(SAID['company']);
    expect(words).not.toMatch(/\{\{|\}\}|\*\*|＿＿＿＿（/);
    const empty = fillTemplate(templateOf(kind), KNOWN);
    expect(gapsOf(empty).length).toBeGreaterThan(0);
    expect(fillGaps(empty, SAID)).toEqual(fillTemplate(templateOf(kind), { ...KNOWN, ...SAID }));
  });

  it('cites what its head says that it cites, and no article of a text that was not read', () => {
    const { origin } = templateOf(kind);
    expect(origin.grade).not.toBe('M');
    const cited = articlesIn(fileOf(kind).split(/^---$/m)[2]!).map(({ law, article }) => `${law} ${article}`);
    const said = new Set(origin.cites.map(({ law, article }) => `${law} ${article}`));
    expect(cited.filter((one) => !said.has(one))).toEqual([]);
    expect(origin.cites.every(({ law, grade }) => HELD.has(law) && grade === 'P')).toBe(true);
    expect(wordsOf(kind)).not.toMatch(/网络安全法》第/);
  });
});

const HELD = new Set(['个人信息保护法', '网络数据安全管理条例']);
describe('each task of the operating procedures', () => {
  it.each(['data-procedures', 'counter-procedures'] as const)('of %s says all of the six', (kind) => {
    const tasks = fileOf(kind)
      .split(/^# /m)
      .filter((part) => /^[一二三四五六七八九十]+、/.test(part));
    expect(tasks.length).toBeGreaterThan(8);
    const SIX = ['岗位', '触发', '步骤', '审批人', '记录', '禁止事项'];
    expect(tasks.filter((task) => !SIX.every((one) => task.includes(`**${one}：**`)))).toEqual([]);
  });
});

it('promises of minors nothing that the records do not do by themselves', () => {
  const text = fileOf('minors-rules');
  for (const part of ['由录入人遵守本规则', '系统不能自动识别', '系统不单独标出', '系统不自动提醒'])
    expect(text).toContain(part);
  expect(text).not.toMatch(/前台不显示|照片不登记/);
});

describe('a template that is replaced', () => {
  it.each(TEMPLATE_KINDS)('is read in place of %s, and what was published before stays as it was', (kind) => {
    const template = templateOf(kind);
    const blocks = [...fillTemplate(template, { ...KNOWN, ...SAID })];
    const published = encodeText({ title: template.title, blocks, origin: template.origin });
    const folder = makeTempDir();
    mkdirSync(join(folder, 'templates'));
    const newer = fileOf(kind)
      .replace(/^version: .*$/m, 'version: 2031-02')
      .replace('title: ', 'title: 新版');
    writeFileSync(join(folder, 'templates', `${kind}.md`), `${newer}\n新增的最后一段。\n`);
    const read = readTemplate(kind, folder);
    expect(read.origin.version).toBe('2031-02');
    expect(JSON.stringify(fillTemplate(read, KNOWN).at(-1))).toContain('新增的最后一段');
    expect(decodeText(published)).toEqual({ title: template.title, blocks, origin: template.origin });
    expect(hashText(published)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a file that is no template', () => {
  const HEAD = '---\ntitle: 甲\nversion: 1\nsource: 乙\nsourceEn: B\ngrade: I\nchecked: false\ncites:\n---\n';
  it.each([
    ['has no head', '# 甲\n'],
    ['has a grade that there is not', HEAD.replace('grade: I', 'grade: X')],
    ['has a line in its head that nobody knows', HEAD.replace('cites:', 'cites:\nscript: x')],
  ])('is refused where it %s', (_, text) => {
    expect(() => parseTemplate(text)).toThrow();
  });

  it.each(['{{nobody}}', '**未完', '{{company', '**{{company}}**', ''])(
    'is refused with the line “%s”',
    (line) => {
      expect(() => fillTemplate(parseTemplate(`${HEAD}${line}\n`), KNOWN)).toThrow();
    },
  );
});
