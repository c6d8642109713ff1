/** The page of canary records, an admin's alone, with its words and those of its entries in the log. */
import { CANARIES_ACTION_WORDS, type CanaryState } from '../../contract/canaries/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';

const messages = {
  canaries: {
    title: ['哨兵档案', 'Canary records'],
    lead: [
      '哨兵档案不是真实的人，电话是公司自己的号码。没有人需要打开它，谁动了它就会预警。只有管理员能看到这份名单。',
      "A canary record is of nobody, and its phone is one of the company's own. Nobody needs to open it, so whoever touches it raises an alert. Only admins see this list.",
    ],
    counted: [
      '住户人数包含哨兵档案，填报时请减去。',
      'Numbers of residents include canary records: subtract them in a report.',
    ],
    none: [
      '还没有哨兵档案。建一份，放在没有业主会来办理业务的房间，或者不放房间。',
      'There is no canary record. Create one in a room that nobody comes to the counter about, or in no room.',
    ],
    add: ['新建哨兵档案', 'New canary record'],
    addLead: [
      '姓名要普通，不要用真实的人。电话填公司自己的号码，每份不同，不要公开使用。',
      "A plain name that is nobody's. A phone of the company's own, another for each record, and used for nothing else.",
    ],
    name: ['姓名', 'Name'],
    sex: ['性别', 'Sex'],
    phone: ['公司号码', 'Company phone'],
    secondPhone: ['第二个号码（可不填）', 'Second phone (optional)'],
    room: ['房号（可不填）', 'Room (optional)'],
    relation: ['与房屋的关系', 'Relation to the room'],
    next: ['下一步', 'Next'],
    back: ['返回修改', 'Back'],
    proofLead: [
      '请主管在这里输入 PIN：导入时要靠主管的密钥认出这个号码。刚才填写的内容不在屏幕上。',
      'A supervisor types their PIN here: an import recognises the phone by a key that supervisors hold. What you typed is not on the screen.',
    ],
    save: ['建立', 'Create'],
    end: ['停用', 'End'],
    endTitle: ['停用“{{name}}”？', 'End "{{name}}"?'],
    endLead: [
      '停用后不再预警。档案留在住户里，和别的档案一样。',
      'It raises no more alerts. The record stays among the residents, like any other.',
    ],
    endYes: ['停用', 'End'],
    states: {
      watching: ['未被触动', 'Not touched'],
      touched: ['已暴露，请更换', 'Exposed: replace it'],
      gone: ['档案已不在，请更换', 'Record is gone: replace it'],
    } satisfies Words<CanaryState>,
    touchedHint: [
      '触动它的人可能已经知道。请新建一份，再停用这一份。',
      'Whoever touched it may know by now. Create another, then end this one.',
    ],
    goneHint: [
      '被合并到别的档案，或者无法读取。请停用，再新建一份。',
      'It was merged into another record, or cannot be read. End it and create another.',
    ],
    touchedBy: ['{{name}} 触动', 'Touched by {{name}}'],
    made: ['{{time}} {{name}} 建立', 'Created {{time}} by {{name}}'],
    noName: ['已不在', 'Gone'],
    log: { made: ['建立', 'created'], ended: ['停用', 'ended'] },
  },
  logActions: CANARIES_ACTION_WORDS,
  log: { areas: { canaries: ['哨兵档案', 'canary records'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly canaries: typeof messages;
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
