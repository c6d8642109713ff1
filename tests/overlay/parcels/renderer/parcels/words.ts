/** Words of parcels in both languages. */
import { PARCELS_ACTION_WORDS } from '../../contract/parcels/lists.ts';
import type { WordTree } from '../../contract/vocabulary/wording.ts';

export const parcelsWords = {
  parcels: {
    title: ['快递代收', 'Parcels at the desk'],
    tab: ['快递', 'Parcels'],
    lead: [
      '放在前台的快递。来人取走时登记是谁取的，取走三十天后不再保留。',
      'Parcels that wait at the desk. Enter who collects one; it is forgotten thirty days after.',
    ],
    none: ['前台没有快递。', 'No parcel waits at the desk.'],
    take: ['登记快递', 'Enter a parcel'],
    takeTitle: ['收到一件快递', 'A parcel has come'],
    room: ['房号', 'Room'],
    carrier: ['谁送来的', 'Who brought it'],
    give: ['取走', 'Collected'],
    giveTitle: ['{{room}} 的快递取走了', 'The parcel of {{room}} was collected'],
    collector: ['谁取走的', 'Who collected it'],
    save: ['登记', 'Enter'],
    saved: ['已登记。', 'Entered.'],
    open: ['{{room}} 的快递，{{carrier}}', 'Parcel of {{room}}, {{carrier}}'],
    broughtAt: ['收到', 'Came'],
    state: ['状态', 'State'],
    waits: ['等人来取', 'Waits'],
    collected: ['{{by}} {{at}} 取走', 'Collected by {{by}}, {{at}}'],
  },
  logActions: PARCELS_ACTION_WORDS,
  log: { areas: { parcels: ['快递', 'parcels'] } },
} satisfies WordTree;
