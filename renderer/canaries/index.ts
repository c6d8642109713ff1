/** The page of canary records, an admin's alone, with its words and those of its entries in the log. */
import type { CanaryState } from '../../contract/canaries/lists.ts';
import { featureWords } from '../messages/i18n.ts';
import { definePage } from '../pages/define-page.ts';

const zhCN = {
  canaries: {
    title: '哨兵档案',
    lead: '哨兵档案不是真实的人，电话是公司自己的号码。没有人需要打开它，谁动了它就会预警。只有管理员能看到这份名单。',
    counted: '住户人数包含哨兵档案，填报时请减去。',
    none: '还没有哨兵档案。建一份，放在没有业主会来办理业务的房间，或者不放房间。',
    add: '新建哨兵档案',
    addLead: '姓名要普通，不要用真实的人。电话填公司自己的号码，每份不同，不要公开使用。',
    name: '姓名',
    sex: '性别',
    phone: '公司号码',
    secondPhone: '第二个号码（可不填）',
    room: '房号（可不填）',
    relation: '与房屋的关系',
    next: '下一步',
    back: '返回修改',
    proofLead: '请主管在这里输入 PIN：导入时要靠主管的密钥认出这个号码。刚才填写的内容不在屏幕上。',
    save: '建立',
    end: '停用',
    endTitle: '停用“{{name}}”？',
    endLead: '停用后不再预警。档案留在住户里，和别的档案一样。',
    endYes: '停用',
    states: {
      watching: '未被触动',
      touched: '已暴露，请更换',
      gone: '档案已不在，请更换',
    } satisfies Readonly<Record<CanaryState, string>>,
    touchedHint: '触动它的人可能已经知道。请新建一份，再停用这一份。',
    goneHint: '被合并到别的档案，或者无法读取。请停用，再新建一份。',
    touchedBy: '{{name}} 触动',
    made: '{{time}} {{name}} 建立',
    noName: '已不在',
    log: { made: '建立', ended: '停用' },
  },
  logActions: { canary: '哨兵档案' },
  log: { areas: { canaries: '哨兵档案' } },
};

const messages = featureWords(zhCN, {
  canaries: {
    title: 'Canary records',
    lead: "A canary record is of nobody, and its phone is one of the company's own. Nobody needs to open it, so whoever touches it raises an alert. Only admins see this list.",
    counted: 'Numbers of residents include canary records: subtract them in a report.',
    none: 'There is no canary record. Create one in a room that nobody comes to the counter about, or in no room.',
    add: 'New canary record',
    addLead:
      "A plain name that is nobody's. A phone of the company's own, another for each record, and used for nothing else.",
    name: 'Name',
    sex: 'Sex',
    phone: 'Company phone',
    secondPhone: 'Second phone (optional)',
    room: 'Room (optional)',
    relation: 'Relation to the room',
    next: 'Next',
    back: 'Back',
    proofLead:
      'A supervisor types their PIN here: an import recognises the phone by a key that supervisors hold. What you typed is not on the screen.',
    save: 'Create',
    end: 'End',
    endTitle: 'End "{{name}}"?',
    endLead: 'It raises no more alerts. The record stays among the residents, like any other.',
    endYes: 'End',
    states: {
      watching: 'Not touched',
      touched: 'Exposed: replace it',
      gone: 'Record is gone: replace it',
    },
    touchedHint: 'Whoever touched it may know by now. Create another, then end this one.',
    goneHint: 'It was merged into another record, or cannot be read. End it and create another.',
    touchedBy: 'Touched by {{name}}',
    made: 'Created {{time}} by {{name}}',
    noName: 'Gone',
    log: { made: 'created', ended: 'ended' },
  },
  logActions: { canary: 'Canary record' },
  log: { areas: { canaries: 'canary records' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly canaries: typeof zhCN;
  }
}

export const canariesPage = definePage({
  name: 'canaries',
  area: 'oversight',
  place: 110,
  roles: ['admin'],
  title: (t) => t('canaries.title'),
  messages,
  log: { canary: ({ t }, { change }) => t(`canaries.log.${change}`) },
  load: () => import('./CanariesPage.tsx').then(({ CanariesPage }) => CanariesPage),
});
