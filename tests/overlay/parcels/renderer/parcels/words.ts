/** Words of parcels in both languages. */
import { featureWords } from '../messages/i18n.ts';

const zhCN = {
  parcels: {
    title: '快递代收',
    tab: '快递',
    lead: '放在前台的快递。来人取走时登记是谁取的，取走三十天后不再保留。',
    none: '前台没有快递。',
    take: '登记快递',
    takeTitle: '收到一件快递',
    room: '房号',
    carrier: '谁送来的',
    give: '取走',
    giveTitle: '{{room}} 的快递取走了',
    collector: '谁取走的',
    save: '登记',
    saved: '已登记。',
    open: '{{room}} 的快递，{{carrier}}',
    broughtAt: '收到',
    state: '状态',
    waits: '等人来取',
    collected: '{{by}} {{at}} 取走',
  },
  logActions: { 'parcel-in': '代收快递', 'parcel-out': '快递取走' },
  log: { areas: { parcels: '快递' } },
};

export const parcelsWords = featureWords(zhCN, {
  parcels: {
    title: 'Parcels at the desk',
    tab: 'Parcels',
    lead: 'Parcels that wait at the desk. Enter who collects one; it is forgotten thirty days after.',
    none: 'No parcel waits at the desk.',
    take: 'Enter a parcel',
    takeTitle: 'A parcel has come',
    room: 'Room',
    carrier: 'Who brought it',
    give: 'Collected',
    giveTitle: 'The parcel of {{room}} was collected',
    collector: 'Who collected it',
    save: 'Enter',
    saved: 'Entered.',
    open: 'Parcel of {{room}}, {{carrier}}',
    broughtAt: 'Came',
    state: 'State',
    waits: 'Waits',
    collected: 'Collected by {{by}}, {{at}}',
  },
  logActions: { 'parcel-in': 'Parcel taken in', 'parcel-out': 'Parcel collected' },
  log: { areas: { parcels: 'parcels' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly parcels: typeof zhCN;
  }
}
