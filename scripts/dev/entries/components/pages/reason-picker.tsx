import { WhyFields } from '../../../../../renderer/reveal/WhyFields.tsx';
import { noWhy } from '../../../../../renderer/reveal/access-reason.ts';
import type { Reason } from '../../../../../contract/fields.ts';
import { cx } from '../../../../../renderer/ui/cx.ts';
import type { ComponentPage } from '../component-page.ts';
import css from '../components.module.css';
import { Kept } from '../Kept.tsx';

const reasons = (reason: Reason | null) => (
  <div className={cx(css.stack)}>
    <Kept start={noWhy(reason)}>{(why, keep) => <WhyFields why={why} onChange={keep} />}</Kept>
  </div>
);

export const reasonPickerPage: ComponentPage = {
  id: 'reason-picker',
  title: 'WhyFields',
  states: [
    {
      id: 'none',
      name: ['未选择，焦点', 'None chosen, focus'],
      wide: true,
      focused: true,
      show: () => reasons(null),
    },
    { id: 'usual', name: ['常用原因', 'A usual reason'], wide: true, show: () => reasons('repair') },
    { id: 'words', name: ['需要说明', 'One that asks for words'], wide: true, show: () => reasons('other') },
  ],
};
