/** The page one works at: who is looked for, who was found, and what is done with their record. */
import { SEARCH_KINDS } from '../../contract/search/lists.ts';
import { alt, control, KEYS } from '../keys.ts';
import { personStore, roomStore } from '../current-record/stores.ts';
import { definePage } from '../pages/define-page.ts';
import { isForm } from '../pages/desk-store.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { Counter } from './Counter.tsx';
import { openChosen } from './open-chosen.ts';
import { revealFirst } from './reveal-first.ts';
import { searchBox } from './search-box.ts';
import { searchStore } from './stores.ts';

const ADD = { group: 'all', shown: 'Ctrl+N', chord: control('KeyN') } as const;

function add(): void {
  // To damaged records nothing is added.
  if (appStore.getState().status?.readOnly === true) return;
  const { go, show } = deskStore.getState();
  go('counter');
  show({ kind: 'add' });
}

/** Nothing is being filled in at the counter. */
const isFree = (): boolean => {
  const { page, panel } = deskStore.getState();
  return page === 'counter' && !isForm(panel);
};
const hasRecord = (): boolean =>
  isFree() && personStore.getState().person !== null && roomStore.getState().room === null;

/** With the record that is open, or else with the chosen line's, which is opened for it. */
function withRecord(act: () => void): void {
  if (hasRecord()) act();
  else if (isFree() && roomStore.getState().room === null && !appStore.getState().settings.privacy)
    openChosen(act);
}

export const counterPage = definePage({
  name: 'counter',
  at: { tab: 'search', place: 10 },
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('counter.search'),
  called: [
    '电话 手机号 打电话 换手机号 姓名 业主 租户 车牌 身份证 柜台',
    'phone, mobile, name, owner, tenant, plate, ID card',
  ],
  keys: {
    type: { group: 'find', shown: 'A … Z', chord: null, words: (t) => t('help.keys.type') },
    number: { group: 'find', shown: '0 … 9  #', chord: null, words: (t) => t('help.keys.number') },
    arrows: { group: 'find', shown: '↑ ↓', chord: null, words: (t) => t('help.keys.arrows') },
    enter: { group: 'find', shown: 'Enter', chord: null, words: (t) => t('help.keys.enter') },
    narrow: {
      group: 'find',
      shown: 'Alt+1 … 4',
      chord: alt('Digit0', 'Digit1', 'Digit2', 'Digit3', 'Digit4'),
      words: (t) => t('help.keys.narrow'),
      press: ({ event }) => {
        if (!isFree() || !searchStore.getState().asked) return false;
        searchBox.current?.narrow(SEARCH_KINDS[Number(event.code.slice(5)) - 1] ?? null);
        return true;
      },
    },
    task: {
      ...KEYS.task,
      words: (t) => t('help.keys.task'),
      press: ({ role }) => {
        if (isFree() && role !== 'admin') deskStore.getState().openDialog('tasks');
        return true;
      },
    },
    verify: {
      ...KEYS.verify,
      words: (t) => t('help.keys.verify'),
      inVisitorView: true,
      press: ({ role }) => {
        if (role !== 'admin') withRecord(() => deskStore.getState().show({ kind: 'verify' }));
        return true;
      },
    },
    reveal: {
      ...KEYS.reveal,
      words: (t) => t('help.keys.reveal'),
      press: () => {
        withRecord(revealFirst);
        return true;
      },
    },
    note: {
      ...KEYS.note,
      words: (t) => t('help.keys.note'),
      press: ({ role }) => {
        if (hasRecord() && role !== 'admin') deskStore.getState().show({ kind: 'note' });
        return true;
      },
    },
    edit: {
      ...KEYS.edit,
      words: (t) => t('help.keys.edit'),
      press: ({ role }) => {
        if (hasRecord() && role !== 'admin') deskStore.getState().show({ kind: 'edit' });
        return true;
      },
    },
    add: {
      ...ADD,
      words: (t) => t('help.keys.add'),
      press: ({ role }) => {
        if (role === 'admin') return false;
        add();
        return true;
      },
    },
  },
  actions: [
    {
      id: 'task',
      words: (t) => t('task.button'),
      called: [
        '挪车 快递 代收 包裹 过户 业务 事项 装修 报修 漏水 换锁 借钥匙 交钥匙 门卡 停车费 月卡 收费 交房 搬家 退租',
        'parcel, move a car, change of owner, errand, renovation, repair, leaking, lock, door card, parking fee, moving out',
      ],
      roles: ['receptionist', 'supervisor'],
      shortcut: KEYS.task,
      run: () => {
        const { go, openDialog } = deskStore.getState();
        go('counter');
        openDialog('tasks');
      },
    },
    {
      id: 'add',
      words: (t) => t('counter.add'),
      called: ['新住户 添加住户 租户登记 录入 登记住户', 'new resident, new tenant'],
      roles: ['receptionist', 'supervisor'],
      shortcut: ADD,
      run: add,
    },
  ],
  /** The record, then the task, then the search; where there was none of them, an admin leaves for their own page. */
  escape: () => {
    const { asked } = searchStore.getState();
    if (personStore.getState().person !== null) personStore.getState().close();
    else if (taskStore.getState().task !== null && !asked) taskStore.getState().end();
    else {
      const isEmpty = !asked && (searchBox.current?.peek() ?? '') === '';
      searchBox.current?.clear();
      void searchStore.getState().search('');
      return !isEmpty;
    }
    return true;
  },
  receive: (event) => searchBox.current?.receive(event),
  component: Counter,
});
