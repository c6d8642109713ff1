/** The page of canary records, an admin's alone, with its words and those of its entries in the log. */
import { CANARIES_ACTION_WORDS, type CanaryState } from '../../contract/canaries/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';

export const messages = {
  canaries: {
    title: ['哨兵档案', 'Canary records'],
    lead: ['虚构的住户，一旦被打开即预警。', 'Fake residents: opening one raises an alert.'],
    counted: ['住户人数包含哨兵档案，填报时请减去。', 'Resident counts include canaries: subtract them.'],
    none: [
      '还没有哨兵档案。请新建一份，登记在没有业主来办理业务的房屋，或不登记房屋。',
      'No canary records yet. Create one in a room nobody asks about at the counter, or without a room.',
    ],
    add: ['新建哨兵档案', 'New canary record'],
    addLead: [
      '请用普通的姓名，不要用真实的人。电话填公司自己的号码，每份不同，不公开使用。',
      'Use an ordinary, invented name and a company phone that is different for each record and used for nothing else.',
    ],
    name: ['姓名', 'Name'],
    sex: ['性别', 'Sex'],
    phone: ['公司号码', 'Company phone'],
    secondPhone: ['第二个号码（可不填）', 'Second phone (optional)'],
    room: ['房号（可不填）', 'Room (optional)'],
    relation: ['与房屋的关系', 'Relation to the room'],
    back: ['返回修改', 'Back'],
    proofLead: [
      '请主管输入 PIN：导入时须用主管的密钥识别这个号码。刚才填写的内容已不在屏幕上。',
      "A supervisor enters their PIN: imports recognise the phone with a supervisor's key. What you typed is no longer on screen.",
    ],
    save: ['建立', 'Create'],
    end: ['停用', 'End'],
    endTitle: ['停用“{{name}}”？', 'End "{{name}}"?'],
    endLead: [
      '停用后不再预警。档案保留，与其他档案一样。',
      'It no longer raises alerts. The record stays, like any other.',
    ],
    states: {
      watching: ['未被查看', 'Not opened'],
      touched: ['已暴露，请更换', 'Exposed: replace it'],
      gone: ['档案已不在，请更换', 'Record is gone: replace it'],
    } satisfies Words<CanaryState>,
    touchedHint: [
      '查看它的人可能已经知道。请新建一份，再停用这一份。',
      'Whoever opened it may know by now. Create another, then end this one.',
    ],
    goneHint: [
      '已并入其他档案，或无法读取。请停用，再新建一份。',
      "It was merged into another record or can't be read. End it and create another.",
    ],
    touchedBy: ['查看', 'Opened by'],
    madeAt: ['建立', 'Created'],
    places: ['房号和公司号码', 'Room and company phone'],
    state: ['状态', 'State'],
    noName: ['已不在', 'Gone'],
    log: { made: ['建立', 'created'], ended: ['停用', 'ended'] },
  },
  logActions: CANARIES_ACTION_WORDS,
  log: { areas: { canaries: ['哨兵档案', 'canary records'] } },
} satisfies WordTree;

export const canariesPage = definePage({
  name: 'canaries',
  at: { tab: 'rules', place: 50 },
  roles: ['admin'],
  title: (t) => t('canaries.title'),
  called: ['诱饵 假住户 陷阱', 'decoy, fake resident, trap'],
  messages,
  log: { canary: ({ t }, { change }) => t(`canaries.log.${change}`) },
  load: () => import('./CanariesPage.tsx').then(({ CanariesPage }) => CanariesPage),
});
