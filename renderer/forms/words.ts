/** Words of the forms of the law; what the forms themselves say is data. */
import { FORMS_ACTION_WORDS } from '../../contract/forms/lists.ts';
import type { EvidenceState } from '../../contract/evidence/lists.ts';
import type { FormDueState } from '../../contract/forms/routes.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const formsWords = {
  forms: {
    title: ['自查与评估表单', 'Self-audit and assessment forms'],
    tab: ['表单', 'Forms'],
    lead: [
      '合规自查、影响评估、电脑检查。查出的问题自动进入整改台账。',
      'Self-audit, impact assessment, computer checklist. What is found wrong becomes an item of the rectification list.',
    ],
    none: ['没有表单数据。', 'There is no data of any form.'],
    draft: ['草稿', 'Draft'],
    columns: {
      name: ['表单', 'Form'],
      state: ['状态', 'State'],
      last: ['上次完成', 'Last finished'],
      draft: ['草稿', 'Draft'],
    },
    states: {
      never: ['还没填过', 'Never filled in'],
      overdue: ['已到期，要重新填', 'Due again'],
      soon: ['快到期', 'Due soon'],
      fine: ['有效', 'In force'],
    } satisfies Words<FormDueState>,
    unreadable: ['数据文件读不出来', 'Its data file cannot be read'],
    until: ['{{state}}，{{day}}', '{{state}}, {{day}}'],
    lastOf: ['{{time}}，{{name}}', '{{time}}, {{name}}'],
    savedAt: ['保存于 {{time}}', 'Saved {{time}}'],
    open: ['打开 {{name}}', 'Open {{name}}'],
    back: ['返回表单列表', 'Back to the forms'],
    begin: ['开始填写', 'Begin'],
    beginCarry: ['沿用上次未到期的答案', 'Take over answers that are not due'],
    beginEmpty: ['全部重新填写', 'Answer everything anew'],
    resume: ['继续填写草稿', 'Continue the draft'],
    history: ['以前完成的', 'Finished before'],
    historyNone: ['还没有完成过。', 'Never finished yet.'],
    historyFound: ['{{count}} 项要整改', '{{count}} item to put right', '{{count}} items to put right'],
    read: ['查看：{{time}}，{{name}}', 'Read: {{time}}, {{name}}'],
    due: ['下次 {{day}}', 'next {{day}}'],
    grade: ['依据 {{grade}}：{{words}}', 'Grade {{grade}}: {{words}}'],
    articles: ['看条文', 'Articles'],
    articlesOf: ['看条文：{{title}}', 'Articles of {{title}}'],
    articleTitle: ['{{law}} {{number}}', '{{law}}, {{number}}'],
    known: ['本系统记录', 'What the product knows'],
    knownOne: ['{{duty}}：{{state}}', '{{duty}}: {{state}}'],
    knownAt: ['{{duty}}：{{state}}（{{day}}）', '{{duty}}: {{state}} ({{day}})'],
    knownStates: {
      there: ['有', 'there'],
      stale: ['已过期', 'stale'],
      missing: ['缺', 'missing'],
    } satisfies Words<EvidenceState>,
    take: ['采用', 'Take it'],
    takeWords: ['写入说明', 'Into the remark'],
    result: ['结果', 'Result'],
    words: ['说明', 'Remark, and how it is put right'],
    remark: ['其他情况', 'Anything else'],
    attach: ['附上材料', 'Attach'],
    attachOf: ['附上材料：{{title}}', 'Attach evidence: {{title}}'],
    dueAgain: ['已到期，要重新核对', 'Due: look at it again'],
    toTracker: ['已列入整改台账', 'On the rectification list'],
    save: ['保存草稿', 'Save the draft'],
    saved: ['草稿已保存', 'Draft saved'],
    unansweredLeft: [
      '还有 {{count}} 项没选结果',
      '{{count}} item has no result yet',
      '{{count}} items have no result yet',
    ],
    noSubject: ['请填写“{{subject}}”', 'Fill in "{{subject}}"'],
    finish: ['完成', 'Finish'],
    finishTitle: ['完成 {{name}}', 'Finish {{name}}'],
    finishLead: [
      '完成后不能再改。用您的 PIN 签署；不合格的项目列入整改台账，30 天内整改。',
      'It cannot be changed afterwards. Your PIN signs it; whatever is wrong goes on the rectification list, due in 30 days.',
    ],
    finishFound: [
      '有 {{count}} 项要整改。',
      '{{count}} item has to be put right.',
      '{{count}} items have to be put right.',
    ],
    finishYes: ['确认并签署', 'Confirm and sign'],
    finished: ['已完成，不合格的项目已列入整改台账', 'Finished; findings are listed'],
    print: ['打印', 'Print'],
    printDraft: ['打印草稿', 'Print the draft'],
    pdf: ['另存为 PDF', 'Save as PDF'],
    discard: ['放弃草稿', 'Give the draft up'],
    discardTitle: ['放弃这份草稿', 'Give this draft up'],
    discardLead: [
      '填写的内容和只附在这份草稿上的材料一起删去。以前完成的不受影响。',
      'Its answers go, and what is attached to it alone. Finished forms stay.',
    ],
    discardYes: ['放弃', 'Give it up'],
    replaced: [
      '这张表单已换新版。草稿是按旧版填的，换到新版后再完成；新版没有的项目，原来的答案放进备注。',
      'This form has a newer version. The draft was begun with the one before: move it first. Answers of items that the new one lacks go into the remark.',
    ],
    renew: ['换到新版', 'Move to the new version'],
    editionOld: [
      '这份是按当时的版本 {{version}} 填的。',
      'It was answered by version {{version}} of the form.',
    ],
    finishedBy: ['{{time}} 由 {{name}} 完成', 'Finished {{time}} by {{name}}'],
    hash: ['内容校验（SHA-256）{{hash}}', 'Content (SHA-256) {{hash}}'],
    bell: [
      '{{count}} 张表单已到期，要重新填写',
      '{{count}} form is due again',
      '{{count}} forms are due again',
    ],
    bellSoon: ['{{count}} 张表单快到期', '{{count}} form is due soon', '{{count}} forms are due soon'],
    bellUnreadable: [
      '{{count}} 张表单的数据文件读不出来',
      'The data of {{count}} form cannot be read',
      'The data of {{count}} forms cannot be read',
    ],
    log: {
      which: ['{{form}} 第 {{number}} 份', '{{form}} no. {{number}}'],
      findings: ['要整改 {{number}} 项', 'to put right: {{number}}'],
      due: ['有效至 {{day}}', 'in force until {{day}}'],
      printed: ['打印', 'printed'],
      did: { discarded: ['放弃草稿', 'given up'], detached: ['取下材料', 'evidence taken off'] },
    },
  },
  logActions: FORMS_ACTION_WORDS,
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly forms: typeof formsWords;
  }
}
