import { cx } from '../../../../../renderer/ui/cx.ts';
import { Field } from '../../../../../renderer/ui/Field.tsx';
import { InStatusBar, StatusBarSlot } from '../../../../../renderer/ui/InStatusBar.tsx';
import { PinBoxes } from '../../../../../renderer/ui/PinBoxes.tsx';
import { PinInput } from '../../../../../renderer/ui/TextInput.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import css from '../components.module.css';

const pin = (say: Say, input: typeof PinInput) => (
  <div className={cx(css.stack)}>
    <StatusBarSlot />
    <InStatusBar>
      <Field label={say('您的 PIN', 'Your PIN')}>{(ids) => input({ ...ids })}</Field>
    </InStatusBar>
  </div>
);

export const inStatusBarPage: ComponentPage = {
  id: 'in-status-bar',
  title: 'InStatusBar, StatusBarSlot',
  frame: 'alone',
  states: [
    {
      id: 'boxes',
      name: ['前台的 PIN，焦点', 'PIN of a receptionist, focus'],
      wide: true,
      show: (say) => pin(say, (props) => <PinBoxes {...props} autoFocus />),
    },
    {
      id: 'field',
      name: ['主管的 PIN', 'PIN of a supervisor'],
      wide: true,
      show: (say) => pin(say, (props) => <PinInput {...props} />),
    },
  ],
};
