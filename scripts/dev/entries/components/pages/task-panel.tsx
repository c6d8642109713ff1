import { fail } from '../../../../../contract/result.ts';
import { Button } from '../../../../../renderer/ui/Button.tsx';
import { Form } from '../../../../../renderer/ui/Form.tsx';
import { FormActions } from '../../../../../renderer/ui/FormActions.tsx';
import { PinField } from '../../../../../renderer/ui/PinField.tsx';
import { InFoot, TaskPanel, WithTaskPanels } from '../../../../../renderer/ui/TaskPanel.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import css from '../components.module.css';

const deed = (say: Say) => (
  <Form
    name="deed"
    title={say('销毁 P-0001', 'Destroy P-0001')}
    lead={say('请见证人到场，看着销毁。', 'The witness is there and watches.')}
    yes={say('登记销毁 P-0001', 'Record that P-0001 is destroyed')}
    isDanger
    pin="last"
    send={async () => fail('wrong-pin')}
    onClose={() => undefined}
  />
);

export const taskPanelPage: ComponentPage = {
  id: 'task-panel',
  title: 'TaskPanel, WithTaskPanels, InFoot',
  frame: 'window',
  states: [
    {
      id: 'form',
      name: ['页面上方的表单', 'A form over its page'],
      show: (say) => (
        <WithTaskPanels>
          {(host) => (
            <div className={css.desk}>
              <main>
                <div>
                  <p>{say('登记簿', 'The register')}</p>
                  {deed(say)}
                </div>
              </main>
              {host}
            </div>
          )}
        </WithTaskPanels>
      ),
    },
    {
      id: 'parts',
      name: ['头、内容、按钮', 'Head, content, ways out'],
      show: (say) => (
        <TaskPanel
          head={<h2>{say('核实来访人身份', 'Verify the visitor')}</h2>}
          foot={
            <FormActions>
              <Button weight="main">{say('核实', 'Verify')}</Button>
              <Button>{say('取消', 'Cancel')}</Button>
            </FormActions>
          }
        >
          <PinField label={say('您的 PIN', 'Your PIN')} ofRole="receptionist" />
          <InFoot>
            <p className="small quiet">{say('在按钮上方', 'Above the ways out')}</p>
          </InFoot>
        </TaskPanel>
      ),
    },
  ],
};
