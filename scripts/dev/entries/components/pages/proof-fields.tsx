import type { ReactNode } from 'react';
import type { Role } from '../../../../../contract/fields.ts';
import type { SlotId } from '../../../../../contract/ids.ts';
import type { DeskPerson } from '../../../../../contract/sign-in/views.ts';
import { ProofFields } from '../../../../../renderer/ui/ProofFields.tsx';
import { cx } from '../../../../../renderer/ui/cx.ts';
import type { ComponentPage, Say } from '../component-page.ts';
import css from '../components.module.css';

const ADMIN: Role = 'admin';
const peopleOf = (say: Say): readonly DeskPerson[] =>
  [say('陈卓', 'Chen Zhuo'), say('陈廿一', 'Chen Nianyi'), say('韦零', 'Wei Ling')].map(
    (displayName, at) => ({
      slotId: `s${at}` as SlotId,
      displayName,
      role: 'supervisor',
      waitSeconds: 0,
      closed: at === 2,
    }),
  );

/** As a form has them. */
const stacked = (fields: ReactNode) => <div className={cx(css.stack)}>{fields}</div>;

export const proofFieldsPage: ComponentPage = {
  id: 'proof-fields',
  title: 'ProofFields',
  states: [
    {
      id: 'several',
      name: ['多人，焦点', 'Several people, focus'],
      focused: true,
      show: (say) => stacked(<ProofFields people={peopleOf(say)} handle={null} testId="proof-several" />),
    },
    {
      id: 'one',
      name: ['只有一人', 'One person'],
      show: (say) =>
        stacked(<ProofFields people={peopleOf(say).slice(0, 1)} handle={null} testId="proof-one" />),
    },
    {
      id: 'seen',
      name: ['访客可见：不显示姓名', 'Before a visitor: no names'],
      show: (say) =>
        stacked(
          <ProofFields
            people={peopleOf(say)}
            preferred={'s1' as SlotId}
            handle={null}
            isSeen
            testId="proof-seen"
          />,
        ),
    },
    {
      id: 'nobody',
      name: ['没有人', 'Nobody'],
      show: () => stacked(<ProofFields people={[]} role={ADMIN} handle={null} testId="proof-nobody" />),
    },
  ],
};
