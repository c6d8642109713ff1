// @vitest-environment happy-dom
/** The two sheets of who has seen what, as they are printed. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { LogEntryView } from '../../../contract/log/entries.ts';
import type { ResidentAnswerSheet, AccessHistorySheet } from '../../../contract/access-history/sheets.ts';
import { registerMessages, initI18n, setLanguage } from '../../../renderer/messages/i18n.ts';
import { ResidentAnswerPaper } from '../../../renderer/access-history/ResidentAnswerPaper.tsx';
import { AccessHistoryPaper } from '../../../renderer/access-history/AccessHistoryPaper.tsx';
import { accessHistoryWords } from '../../../renderer/access-history/words.ts';
import { COMPANY } from '../../support/features/company.ts';

const AT = new Date(2026, 4, 16, 9, 5).getTime();
const PERSON = { personId: 7 as PersonId, mask: '张**', rooms: ['3栋 2单元 1806'] };

const SHEET: AccessHistorySheet = {
  ownReasons: [],
  whom: {
    by: 'person',
    people: [PERSON],
    former: [],
    morePeople: false,
    roomLabel: null,
    staffName: null,
    days: null,
  },
  narrowed: { field: 'phone', how: null },
  summary: {
    total: 712,
    staff: [
      {
        staffId: 'a000000000000001' as StaffId,
        name: '前台甲',
        role: null,
        done: 711,
        cosigned: 1,
        clear: 3,
        last: AT,
      },
    ],
  },
  entries: [
    {
      seq: 9,
      time: AT,
      staffName: '前台甲',
      cosignerName: '主管甲',
      action: 'reveal',
      personId: PERSON.personId,
      personMask: '张**',
      field: 'phone',
      reason: 'repair: 漏水',
      ticket: 'WO-17',
      outcome: 'done',
      signed: true,
      detail: null,
    } as LogEntryView,
  ],
  printed: { at: AT, by: '主管甲' },
};

const ANSWER: ResidentAnswerSheet = {
  ownReasons: [],
  person: PERSON,
  total: 2,
  acts: [
    {
      seq: 9,
      at: AT,
      action: 'reveal',
      field: 'phone',
      outcome: 'done',
      roles: ['receptionist', 'left'],
      reason: 'repair',
    },
    {
      seq: 8,
      at: AT,
      action: 'verify',
      field: 'phone',
      outcome: 'no-match',
      roles: ['supervisor'],
      reason: null,
    },
  ],
  madeAt: AT,
};

beforeAll(() => {
  registerMessages(accessHistoryWords);
  initI18n('zh-CN');
});

it.each([
  [
    'zh-CN',
    [
      '无名物业服务有限公司',
      '资料查阅记录',
      '张** · 3栋 2单元 1806',
      '只含：电话',
      '2026-05-16 09:05 至 2026-05-16 09:05',
      '最近 1 条，共 712 条',
      '主管甲 打印于 2026-05-16 09:05',
      '已离职人员',
      '会签 主管甲',
      '漏水',
      'WO-17',
    ],
  ],
  ['en', ['Record of access', 'Only: Phone', 'newest 1 of 712', 'Printed by 主管甲', 'Former staff']],
] as const)(
  'the sheet of an answer says in %s whom, what, how much of it and who printed it',
  (language, words) => {
    setLanguage(language);
    const text = renderToStaticMarkup(<AccessHistoryPaper sheet={SHEET} company={COMPANY} />);
    for (const word of words) expect(text).toContain(word);
  },
);

it.each([
  ['zh-CN', ['个人信息查阅情况答复', '前台 · 已离职人员', '主管', '报修', '不一致', '2026-05-16 09:05']],
  ['en', ['Access to your personal information', 'Receptionist · Former staff', 'Supervisor']],
] as const)('the answer to a resident says in %s when, what, why and in which role', (language, words) => {
  setLanguage(language);
  const text = renderToStaticMarkup(<ResidentAnswerPaper sheet={ANSWER} company={COMPANY} />);
  for (const word of words) expect(text).toContain(word);
  expect(text).not.toContain('712');
});

it('the answer to a resident whom nobody has looked at says so', () => {
  setLanguage('zh-CN');
  const text = renderToStaticMarkup(
    <ResidentAnswerPaper sheet={{ ...ANSWER, total: 0, acts: [] }} company={COMPANY} />,
  );
  expect(text).toContain('没有查看过您资料的记录');
  expect(text).not.toContain('<table');
});
