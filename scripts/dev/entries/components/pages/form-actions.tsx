import { Button } from '../../../../../renderer/ui/Button.tsx';
import { FormActions } from '../../../../../renderer/ui/FormActions.tsx';
import type { ComponentPage } from '../component-page.ts';

export const formActionsPage: ComponentPage = {
  id: 'form-actions',
  title: 'FormActions',
  states: [
    {
      id: 'usual',
      name: ['两个按钮', 'Two buttons'],
      show: (say) => (
        <FormActions>
          <Button weight="main">{say('保存', 'Save')}</Button>
          <Button shortcut="escape">{say('取消', 'Cancel')}</Button>
        </FormActions>
      ),
    },
    {
      id: 'danger',
      name: ['删除', 'Danger'],
      show: (say) => (
        <FormActions>
          <Button weight="danger">{say('删除装修登记', 'Delete renovation record')}</Button>
          <Button>{say('取消', 'Cancel')}</Button>
        </FormActions>
      ),
    },
    {
      id: 'busy',
      name: ['提交中', 'Being sent'],
      show: (say) => (
        <FormActions>
          <Button weight="main" disabled>
            {say('保存', 'Save')}
          </Button>
          <Button>{say('取消', 'Cancel')}</Button>
        </FormActions>
      ),
    },
  ],
};
