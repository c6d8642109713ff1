/** The words of practice mode and of its tour; brought as soon as something of it is loaded. */
import type { TourTask } from '../../contract/practice/lists.ts';
import { registerMessages, featureWords } from '../messages/i18n.ts';

interface TaskWords {
  readonly title: string;
  readonly how: string;
}

const zhCN = {
  practice: {
    badge: '演练',
    paper: '演练用 · 资料均为虚构，不是正式文件',
    notice: '资料均为虚构，请勿录入真实住户。',
    pins: '演练 PIN',
    end: '结束演练',
    endTitle: '结束演练',
    endLead: '删除后，演练里的人员、记录和练习进度都没有了；下次演练会重新生成。正式档案柜不受影响。',
    discard: '结束并删除演练资料',
    keep: '结束，保留演练资料',
    back: '继续演练',
    making: '正在生成演练资料',
    makingLead: '虚构三个小区、约三百位住户和一年多的记录，大约需要半分钟。',
    cancel: '取消',
    failed: '演练资料没有生成',
    return: '返回',
    try: '先用演练资料试用',
    tryHint: '住户均为虚构，随时可以删除，与正式资料分开存放。',
    setting: '演练',
    settingLead: '用虚构的住户练习，与正式档案柜完全分开。开始前会锁定正式档案柜，没有保存的内容会丢失。',
    settingOpen: '开始演练…',
    settingStart: '锁定并开始演练',
  },
  tour: {
    title: '练习任务',
    progress: '练习任务 {{done}}/{{total}}',
    lead: '做完一项，自动打勾。',
    allDone: '八项都做完了。可以再练一遍，也可以结束演练。',
    hide: '收起',
    restart: '重新开始',
    isDone: '已完成',
    tasks: {
      'search-room': { title: '按房号查找', how: '输入 甲苑1-1-101。' },
      'search-initials': { title: '按姓名首字母查找', how: '输入 zs。' },
      'search-phone': { title: '按手机后四位查找', how: '输入任意一位住户手机号的后四位。' },
      open: { title: '打开一份档案', how: '在查找结果里选一位住户，按回车。' },
      verify: {
        title: '核实身份',
        how: '打开档案后按 Alt+V，输入来访人说的手机号。先查看手机号，就能扮演来访人。',
      },
      reveal: { title: '查看手机号', how: '按 Alt+R，选事由，输入演练 PIN。' },
      note: { title: '登记办理结果', how: '办完一件事，登记结果和经过。' },
      lock: { title: '交接或锁定', how: '办理交接班，或按 Ctrl+L 锁定。' },
    } satisfies Readonly<Record<TourTask, TaskWords>>,
  },
};

const messages = featureWords(zhCN, {
  practice: {
    badge: 'Practice',
    paper: 'Practice · everybody on it is invented; not a real document',
    notice: 'Everybody here is invented. Do not enter real residents.',
    pins: 'Practice PINs',
    end: 'End practice',
    endTitle: 'End practice',
    endLead:
      'Deleting removes the people, the records and the progress of practice; the next time they are made anew. The real vault is not affected.',
    discard: 'End and delete practice data',
    keep: 'End and keep practice data',
    back: 'Continue practice',
    making: 'Creating practice data',
    makingLead:
      'Three estates, some three hundred invented residents and more than a year of records: about half a minute.',
    cancel: 'Cancel',
    failed: 'The practice data could not be created',
    return: 'Back',
    try: 'Try it with invented people',
    tryHint: 'Invented residents, stored apart from real records; delete them at any time.',
    setting: 'Practice',
    settingLead:
      'Practise with invented residents, entirely apart from the real vault. The real vault is locked first; unsaved changes are lost.',
    settingOpen: 'Start practice…',
    settingStart: 'Lock and start practice',
  },
  tour: {
    title: 'Practice tasks',
    progress: 'Practice tasks {{done}}/{{total}}',
    lead: 'A task is ticked once you have done it.',
    allDone: 'All eight tasks are done. Start over, or end practice.',
    hide: 'Hide',
    restart: 'Start over',
    isDone: 'done',
    tasks: {
      'search-room': { title: 'Search by room', how: 'Type 甲苑1-1-101.' },
      'search-initials': {
        title: 'Search by initials',
        how: 'Type zs.',
      },
      'search-phone': {
        title: 'Search by the last four digits',
        how: "Type the last four digits of any resident's phone.",
      },
      open: { title: 'Open a record', how: 'Choose a resident among the results and press Enter.' },
      verify: {
        title: 'Verify a visitor',
        how: 'Press Alt+V on an open record and type the phone that the visitor says. Reveal it first to play the visitor.',
      },
      reveal: { title: 'Reveal a phone', how: 'Press Alt+R, choose a reason and type the practice PIN.' },
      note: { title: 'Write a note', how: 'Record the result of what you did at the counter.' },
      lock: { title: 'Hand over or lock', how: 'Hand the shift over, or press Ctrl+L to lock.' },
    },
  },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly practice: typeof zhCN;
  }
}

registerMessages(messages);
