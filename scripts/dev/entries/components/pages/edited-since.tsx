import { EditedSince } from '../../../../../renderer/ui/EditedSince.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

const edited = (say: Say, listed: number, count: number) => (
  <Kept start={true}>
    {(keep, onKeep) => (
      <EditedSince
        count={count}
        rows={Array.from({ length: listed }, (_, at) => ({
          key: String(at),
          cells: [
            say('电话', 'Phone'),
            say('欧**', 'Ou**'),
            say(`3 栋 2 单元 ${1201 + at}`, `3-2-${1201 + at}`),
          ],
        }))}
        keep={keep}
        onKeep={onKeep}
      />
    )}
  </Kept>
);

export const editedSincePage: ComponentPage = {
  id: 'edited-since',
  title: 'EditedSince',
  states: [
    { id: 'one', name: ['一项', 'One'], show: (say) => edited(say, 1, 1) },
    { id: 'many', name: ['多于所列', 'More than are listed'], show: (say) => edited(say, 5, 48) },
  ],
};
