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
      '合规自查、影响评估、电脑检查。发现的问题自动列入整改台账。',
      'Self-audit, impact assessment, computer checklist. Findings become rectification items.',
    ],
    none: ['没有表单数据。', 'No form data.'],
    draft: ['草稿', 'Draft'],
    columns: { name: ['表单', 'Form'], last: ['上次完成', 'Last finished'] },
    states: {
      never: ['未填写', 'Never completed'],
      overdue: ['已到期，须重新填写', 'Due again'],
      soon: ['即将到期', 'Due soon'],
      fine: ['有效', 'In force'],
    } satisfies Words<FormDueState>,
    unreadable: ['无法读取数据文件', "Data file can't be read"],
    until: ['{{state}}，{{day}}', '{{state}}, {{day}}'],
    lastOf: ['{{time}}，{{name}}', '{{time}}, {{name}}'],
    savedAt: ['保存于 {{time}}', 'Saved {{time}}'],
    back: ['返回表单列表', 'Back to the forms'],
    begin: ['开始填写', 'Begin'],
    beginCarry: ['沿用上次未到期的答案', 'Keep answers that are still valid'],
    beginEmpty: ['全部重新填写', 'Start from scratch'],
    resume: ['继续填写草稿', 'Continue the draft'],
    history: ['以前完成的', 'Finished before'],
    historyNone: ['还没有完成过。', 'Never finished yet.'],
    historyFound: ['{{count}} 项须整改', '{{count}} item to resolve', '{{count}} items to resolve'],
    read: ['查看：{{time}}，{{name}}', 'Read: {{time}}, {{name}}'],
    due: ['下次 {{day}}', 'next {{day}}'],
    grade: ['依据：{{words}}', 'Basis: {{words}}'],
    articles: ['查看条文', 'Articles'],
    articlesOf: ['查看条文：{{title}}', 'Articles of {{title}}'],
    articleTitle: ['{{law}} {{number}}', '{{law}}, {{number}}'],
    known: ['本系统记录', 'Known to the system'],
    knownOne: ['{{duty}}：{{state}}', '{{duty}}: {{state}}'],
    knownAt: ['{{duty}}：{{state}}（{{day}}）', '{{duty}}: {{state}} ({{day}})'],
    knownStates: {
      there: ['有', 'in place'],
      explained: ['说明', 'statement'],
      stale: ['已过期', 'outdated'],
      missing: ['缺', 'missing'],
    } satisfies Words<EvidenceState>,
    take: ['采用', 'Use this'],
    groupDoesNotApply: ['本组都不涉及', 'None of this group occurs'],
    takeWords: ['写入说明', 'Copy to remark'],
    result: ['结果', 'Result'],
    words: ['说明', 'Remark and remedy'],
    remark: ['其他情况', 'Anything else'],
    attach: ['添加材料', 'Attach'],
    attachOf: ['添加材料：{{title}}', 'Attach evidence: {{title}}'],
    dueAgain: ['已到期，须重新核对', 'Due: check again'],
    toTracker: ['已列入整改台账', 'On the rectification list'],
    save: ['保存草稿', 'Save draft'],
    saved: ['草稿已保存', 'Draft saved'],
    unansweredLeft: ['还有 {{count}} 项未选结果', '{{count}} item unanswered', '{{count}} items unanswered'],
    whyNot: ['请写明为什么不适用', 'Write why it does not apply'],
    unexplainedLeft: [
      '{{count}} 项不适用，没有写明理由',
      '{{count}} item does not apply and has no reason',
      '{{count}} items do not apply and have no reason',
    ],
    noSubject: ['请填写“{{subject}}”', 'Fill in "{{subject}}"'],
    finish: ['完成', 'Finish'],
    finishTitle: ['完成 {{name}}', 'Finish {{name}}'],
    finishLead: [
      '完成后不能修改。由您的 PIN 签署；不合格的项目列入整改台账，30 天内整改。',
      "It can't be changed afterwards. Your PIN signs it; findings go on the rectification list, due in 30 days.",
    ],
    finishFound: [
      '有 {{count}} 项须整改。',
      '{{count}} item has to be resolved.',
      '{{count}} items have to be resolved.',
    ],
    finishYes: ['确认并签署', 'Confirm and sign'],
    finished: ['已完成，不合格的项目已列入整改台账', 'Finished; findings are listed'],
    printDraft: ['打印草稿', 'Print draft'],
    discard: ['放弃草稿', 'Discard draft'],
    discardTitle: ['放弃这份草稿', 'Discard this draft'],
    discardLead: [
      '填写的内容和只添加在这份草稿上的材料一并删除。以前完成的不受影响。',
      'Its answers and attachments are deleted. Finished forms stay.',
    ],
    discardYes: ['放弃', 'Discard'],
    replaced: [
      '这张表单已更新。草稿按旧版填写，请换到新版后再完成；新版没有的项目，原来的答案移入备注。',
      'This form has a newer version. Move the draft to it before you finish; answers without a matching item go into the remark.',
    ],
    renew: ['换到新版', 'Move to new version'],
    editionOld: ['这份按当时的版本 {{version}} 填写。', 'Completed with version {{version}} of the form.'],
    finishedBy: ['{{time}} 由 {{name}} 完成', 'Finished {{time}} by {{name}}'],
    hash: ['内容校验（SHA-256）{{hash}}', 'Content (SHA-256) {{hash}}'],
    bell: [
      '{{count}} 张表单已到期，须重新填写',
      '{{count}} form is due again',
      '{{count}} forms are due again',
    ],
    bellSoon: ['{{count}} 张表单即将到期', '{{count}} form is due soon', '{{count}} forms are due soon'],
    bellUnreadable: [
      '{{count}} 张表单的数据文件无法读取',
      "The data of {{count}} form can't be read",
      "The data of {{count}} forms can't be read",
    ],
    log: {
      which: ['{{form}} 第 {{number}} 份', '{{form}} no. {{number}}'],
      findings: ['须整改 {{number}} 项', 'to resolve: {{number}}'],
      due: ['有效至 {{day}}', 'in force until {{day}}'],
      printed: ['打印', 'printed'],
      did: { discarded: ['放弃草稿', 'discarded'], detached: ['移除材料', 'evidence removed'] },
    },
  },
  logActions: FORMS_ACTION_WORDS,
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly forms: typeof formsWords;
  }
}
