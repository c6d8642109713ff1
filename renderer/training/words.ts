/** Words of the page of training, in both languages. */
import { TRAINING_ACTION_WORDS, type TrainingState } from '../../contract/training/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { QUIZ_KIND_WORDS, TRAINING_STATE_WORDS } from '../../contract/vocabulary/training.ts';

export const trainingWords = {
  training: {
    title: ['培训', 'Training'],
    lead: ['每人单独答题，由本人 PIN 签名。', 'A quiz for each person, signed with their PIN.'],
    begin: ['开始答题', 'Start the quiz'],
    beginRenewal: ['补考更新的内容', 'Take the update quiz'],
    states: {
      never: ['还没有通过培训。', 'Not passed yet.'],
      overdue: ['培训已过期，有效期至 {{day}}。', 'Training expired on {{day}}.'],
      renewal: [
        '这些制度有更新，请补考：{{titles}}',
        'These procedures have changed; take the update quiz: {{titles}}',
      ],
      soon: ['培训有效，{{day}} 到期，请提前答题。', 'Trained until {{day}}. Take the quiz before then.'],
      fine: ['培训有效，{{day}} 前再答一次。', 'Trained; next quiz by {{day}}.'],
    } satisfies Words<TrainingState>,
    badges: TRAINING_STATE_WORDS,
    kinds: QUIZ_KIND_WORDS,
    quiz: {
      title: ['{{count}} 道题，答对 {{pass}}% 通过', '{{count}} questions, {{pass}}% to pass'],
      lead: [
        '独立完成，不要代答。提交后显示答案和说明。',
        'Answer on your own. Answers and explanations are shown after you submit.',
      ],
      from: ['出自《{{title}}》', 'From "{{title}}"'],
      question: ['第 {{n}} 题', 'Question {{n}}'],
      answered: ['已答 {{done}}/{{total}}', '{{done}}/{{total}} answered'],
      missing: [
        '还有 {{count}} 题未答。',
        '{{count}} question unanswered.',
        '{{count}} questions unanswered.',
      ],
      before: ['上一题', 'Previous'],
      after: ['下一题', 'Next'],
      submit: ['提交并签名', 'Submit and sign'],
    },
    done: {
      passed: ['通过：{{right}}/{{total}}', 'Passed: {{right}}/{{total}}'],
      failed: [
        '未通过：{{right}}/{{total}}，需要答对 {{pass}}%',
        'Not passed: {{right}}/{{total}}; {{pass}}% needed',
      ],
      chosen: ['您选的：{{answer}}', 'Your answer: {{answer}}'],
      right: ['正确答案：{{answer}}', 'Right answer: {{answer}}'],
      ok: ['答对', 'Right'],
      wrong: ['答错', 'Wrong'],
      back: ['返回', 'Back'],
      again: ['再答一次', 'Try again'],
    },
    paper: ['查看答卷', 'Answers'],
    paperOf: ['{{time}} 的答卷', 'Answers of {{time}}'],
    own: ['我的成绩', 'My results'],
    columns: {
      at: ['时间', 'Time'],
      kind: ['范围', 'Scope'],
      score: ['成绩', 'Score'],
      outcome: ['结果', 'Outcome'],
      name: ['姓名', 'Name'],
      role: ['角色', 'Role'],
      state: ['状态', 'State'],
      on: ['有效期至', 'Valid until'],
      last: ['最近一次', 'Last quiz'],
      practised: ['演练', 'Practice'],
    },
    outcome: { passed: ['通过', 'Passed'], failed: ['未通过', 'Not passed'] },
    practice: {
      title: ['演练任务', 'Practice tasks'],
      lead: [
        '请在演练中完成以下操作，再回来确认。由本人自述；演练资料与正式档案完全分开，互不传送。',
        'Do each of these once in practice, then confirm here. This is your own statement: practice is separate from the real vault, and nothing passes between them.',
      ],
      on: ['{{day}} 确认', 'Confirmed {{day}}'],
      confirm: ['确认已在演练中完成', 'Confirm as done in practice'],
      confirmed: ['已记录。', 'Recorded.'],
    },
    ledger: ['培训台账', 'Training ledger'],
    none: ['—', '—'],
    results: ['答题记录', 'Quiz results'],
    rule: {
      title: ['通过标准', 'Passing'],
      words: [
        '答对 {{pass}}% 通过，每 {{months}} 个月一次；未通过的，{{graceDays}} 天后不能查看住户资料。',
        "{{pass}}% to pass, every {{months}} months; without it residents' data stays closed after {{graceDays}} days.",
      ],
      change: ['修改标准', 'Change'],
      pass: ['答对比例', 'Pass mark (%)'],
      months: ['有效月数', 'Valid for (months)'],
      graceDays: ['宽限天数', 'Grace (days)'],
      lead: [
        '修改后立即生效，已有成绩按新的有效月数计算。',
        'Takes effect at once; existing results use the new validity.',
      ],
    },
    bell: {
      never: ['您还没有通过培训答题', 'Training quiz not passed'],
      overdue: ['您的培训已过期', 'Your training has expired'],
      renewal: ['制度有更新，请补考', 'Procedures have changed: take the update quiz'],
    },
    log: {
      score: ['{{right}}/{{total}}', '{{right}}/{{total}}'],
      tasks: ['{{count}} 项', '{{count}} task', '{{count}} tasks'],
      rule: [
        '答对 {{pass}}%，每 {{months}} 个月，宽限 {{graceDays}} 天',
        '{{pass}}% to pass, every {{months}} months, {{graceDays}} days of grace',
      ],
    },
  },
  logActions: TRAINING_ACTION_WORDS,
  log: { areas: { training: ['培训', 'training'] } },
} satisfies WordTree;
