import { type Result, fail } from '../../../../../contract/result.ts';
import { DayField } from '../../../../../renderer/ui/DayField.tsx';
import { FieldLine } from '../../../../../renderer/ui/FieldLine.tsx';
import { Form, type FormProps, SubmitButton } from '../../../../../renderer/ui/Form.tsx';
import formCss from '../../../../../renderer/ui/form.module.css';
import { PinField } from '../../../../../renderer/ui/PinField.tsx';
import { TextField } from '../../../../../renderer/ui/TextField.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

const ignored = (): void => undefined;
const refuse = async (): Promise<Result<null>> => fail('wrong-pin');

const form = (say: Say, name: string, more: Partial<FormProps<null>> = {}) => (
  <Form
    name={name}
    title={say('登记整改事项', 'Add what has to be put right')}
    lead={say('写明要整改什么、由谁办、何时办完。', 'Say what it is, who sees to it and until when.')}
    yes={say('登记', 'Add')}
    send={refuse}
    onClose={ignored}
    {...more}
  >
    <FieldLine>
      <Kept start={say('更换前台档案柜门锁', 'Replace the lock of the cabinet')}>
        {(value, keep) => (
          <TextField name="title" label={say('事项', 'What')} grow required value={value} onChange={keep} />
        )}
      </Kept>
      <Kept start="">
        {(value, keep) => (
          <DayField name="dueOn" label={say('期限', 'Until')} value={value} onChange={keep} />
        )}
      </Kept>
    </FieldLine>
  </Form>
);

export const formPage: ComponentPage = {
  id: 'form',
  title: 'Form, FieldLine, PinField, SubmitButton',
  frame: 'alone',
  states: [
    { id: 'usual', name: ['常见', 'Usual'], wide: true, show: (say) => form(say, 'usual') },
    {
      id: 'pin',
      name: ['需要 PIN', 'With a PIN'],
      wide: true,
      show: (say) => form(say, 'pin', { pin: 'last' }),
    },
    {
      id: 'failure',
      name: ['没有成功', 'Failed'],
      wide: true,
      show: (say) => form(say, 'failure', { pin: 'last', failure: { code: 'wrong-pin', details: {} } }),
    },
    {
      id: 'danger',
      name: ['删除，焦点在取消', 'Danger, focus on the way back'],
      wide: true,
      show: (say) =>
        form(say, 'danger', { isDanger: true, focus: 'back', yes: say('删除整改事项', 'Delete the item') }),
    },
    {
      id: 'busy',
      name: ['提交中', 'Being sent'],
      wide: true,
      show: (say) => form(say, 'busy', { busy: true, busyWords: say('登记中…', 'Adding…') }),
    },
    {
      id: 'line',
      name: ['一行，按钮在行尾', 'One line, its button at the end'],
      wide: true,
      show: (say) => (
        <Form name="line" className="" label={say('解锁', 'Unlock')} send={refuse}>
          <FieldLine>
            <PinField label={say('您的 PIN', 'Your PIN')} ofRole="receptionist" />
            <SubmitButton weight="main" className={formCss.level} testId="line-submit">
              {say('解锁', 'Unlock')}
            </SubmitButton>
          </FieldLine>
        </Form>
      ),
    },
  ],
};
