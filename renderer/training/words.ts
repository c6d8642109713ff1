/** What the page of training says, in both languages. */
import type { QuizKind, TrainingState } from '../../contract/training/lists.ts';
import { featureWords } from '../messages/i18n.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const zhCN = {
  training: {
    title: '培训',
    lead: '每人单独答题，题目取自公司已发布的制度和本系统的使用规则。答完输入本人 PIN 签名，成绩记入培训台账。',
    begin: '开始答题',
    beginRenewal: '补考更新的内容',
    states: {
      never: '还没有通过培训。',
      overdue: '培训已过期，有效期到 {{day}}。',
      renewal: '这些制度有更新，请补考：{{titles}}',
      soon: '培训有效，{{day}} 到期，请提前答题。',
      fine: '培训有效，{{day}} 前再答一次。',
    } satisfies Words<TrainingState>,
    badges: {
      never: '未通过',
      overdue: '已过期',
      renewal: '待补考',
      soon: '即将到期',
      fine: '有效',
    } satisfies Words<TrainingState>,
    kinds: { full: '全部内容', renewal: '更新内容' } satisfies Words<QuizKind>,
    quiz: {
      title: '{{count}} 道题，答对 {{pass}}% 通过',
      lead: '独立完成，不要代答。提交后显示答案和说明。',
      from: '出自《{{title}}》',
      question: '第 {{n}} 题',
      answered: '已答 {{done}}/{{total}}',
      missing: '还有 {{count}} 题没有选答案。',
      submit: '提交并签名',
    },
    done: {
      passed: '通过：{{right}}/{{total}}',
      failed: '未通过：{{right}}/{{total}}，需要答对 {{pass}}%',
      chosen: '您选的：{{answer}}',
      right: '正确答案：{{answer}}',
      ok: '答对',
      wrong: '答错',
      back: '返回',
    },
    paper: '看答卷',
    paperOf: '{{time}} 的答卷',
    own: '我的成绩',
    ownNone: '还没有答过题。',
    columns: {
      at: '时间',
      kind: '范围',
      score: '成绩',
      outcome: '结果',
      name: '姓名',
      role: '岗位',
      state: '状态',
      on: '有效期至',
      last: '最近一次',
      practised: '演练',
    },
    outcome: { passed: '通过', failed: '未通过' },
    practice: {
      title: '演练任务',
      lead: '在演练里把这些操作各做一遍，再回来确认。这里由本人自述，演练资料与正式档案完全分开，不互相传送。',
      on: '{{day}} 确认',
      confirm: '确认已在演练中完成',
      confirmed: '已记录。',
    },
    ledger: '培训台账',
    none: '—',
    results: '答题记录',
    rule: {
      title: '通过标准',
      words: '答对 {{pass}}% 通过，每 {{months}} 个月一次。',
      change: '修改标准',
      pass: '答对比例',
      months: '有效月数',
      save: '保存',
      lead: '修改后立即生效，已有成绩按新的有效月数计算。',
    },
    bell: { overdue: '您的培训已过期', renewal: '制度有更新，请补考' },
    log: {
      score: '{{right}}/{{total}}',
      tasks: '{{count}} 项',
      rule: '答对 {{pass}}%，每 {{months}} 个月',
    },
  },
  logActions: {
    training: '培训答题',
    'training-practice': '确认演练',
    'training-rule': '修改培训标准',
  },
  log: { areas: { training: '培训' } },
};

export const trainingWords = featureWords(zhCN, {
  training: {
    title: 'Training',
    lead: "Everybody takes the quiz alone. Its questions come from the company's published procedures and from how this program is to be used. Your PIN signs the result, which goes into the training ledger.",
    begin: 'Start the quiz',
    beginRenewal: 'Take the update quiz',
    states: {
      never: 'Not passed yet.',
      overdue: 'Training has lapsed; it counted until {{day}}.',
      renewal: 'These procedures have changed; take the update quiz: {{titles}}',
      soon: 'Trained; it lapses on {{day}}. Take the quiz before then.',
      fine: 'Trained; next quiz by {{day}}.',
    },
    badges: {
      never: 'Not passed',
      overdue: 'Lapsed',
      renewal: 'Update due',
      soon: 'Due soon',
      fine: 'Trained',
    },
    kinds: { full: 'Everything', renewal: 'Updates' },
    quiz: {
      title: '{{count}} questions, {{pass}}% to pass',
      lead: 'Answer alone, and for nobody else. Answers and reasons are shown once it is handed in.',
      from: 'From "{{title}}"',
      question: 'Question {{n}}',
      answered: '{{done}}/{{total}} answered',
      missing: '{{count}} questions have no answer yet.',
      submit: 'Hand in and sign',
    },
    done: {
      passed: 'Passed: {{right}}/{{total}}',
      failed: 'Not passed: {{right}}/{{total}}; {{pass}}% are needed',
      chosen: 'Your answer: {{answer}}',
      right: 'Right answer: {{answer}}',
      ok: 'Right',
      wrong: 'Wrong',
      back: 'Back',
    },
    paper: 'Paper',
    paperOf: 'Paper of {{time}}',
    own: 'My results',
    ownNone: 'No quiz taken yet.',
    columns: {
      at: 'Time',
      kind: 'Scope',
      score: 'Score',
      outcome: 'Outcome',
      name: 'Name',
      role: 'Role',
      state: 'State',
      on: 'Valid until',
      last: 'Last quiz',
      practised: 'Practice',
    },
    outcome: { passed: 'Passed', failed: 'Not passed' },
    practice: {
      title: 'Practice tasks',
      lead: 'Do each of these once in practice, then confirm here. It is your own statement: practice is apart from the real vault, and nothing passes between them.',
      on: 'Confirmed {{day}}',
      confirm: 'Confirm as done in practice',
      confirmed: 'Recorded.',
    },
    ledger: 'Training ledger',
    none: '—',
    results: 'Quiz results',
    rule: {
      title: 'Passing',
      words: '{{pass}}% to pass, every {{months}} months.',
      change: 'Change',
      pass: 'Percent to pass',
      months: 'Months it counts',
      save: 'Save',
      lead: 'In force at once; results that are there count by the new number of months.',
    },
    bell: {
      overdue: 'Your training has lapsed',
      renewal: 'Procedures have changed: take the update quiz',
    },
    log: {
      score: '{{right}}/{{total}}',
      tasks: '{{count}} tasks',
      rule: '{{pass}}% to pass, every {{months}} months',
    },
  },
  logActions: {
    training: 'Training quiz',
    'training-practice': 'Practice confirmed',
    'training-rule': 'Training rule changed',
  },
  log: { areas: { training: 'training' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly training: typeof zhCN;
  }
}
