import { Button } from '../../../../../renderer/ui/Button.tsx';
import { Field } from '../../../../../renderer/ui/Field.tsx';
import { Note } from '../../../../../renderer/ui/Note.tsx';
import { Page, PageBody, ProofLine } from '../../../../../renderer/ui/Page.tsx';
import { PageHeader } from '../../../../../renderer/ui/PageHeader.tsx';
import { PinInput } from '../../../../../renderer/ui/TextInput.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const page = (say: Say, paragraphs: number) => (
  <Page testId="component-page">
    <PageHeader
      title={say('脱敏规则', 'Masking rules')}
      lead={say('资料在屏幕上显示多少。', 'How much of a value is on the screen.')}
    >
      <Button>{say('打印', 'Print')}</Button>
    </PageHeader>
    <Note>{say('更改后所有工作站立即生效。', 'A change counts at once at every desk.')}</Note>
    <PageBody label={say('规则', 'Rules')} spaced>
      {Array.from({ length: paragraphs }, (_, at) => (
        <p key={at}>
          {say(
            `第 ${at + 1} 条：电话只显示前三位和后四位。`,
            `Rule ${at + 1}: of a phone number the first three and the last four digits are shown.`,
          )}
        </p>
      ))}
    </PageBody>
    <ProofLine>
      <Field label={say('您的 PIN', 'Your PIN')}>{(ids) => <PinInput {...ids} />}</Field>
      <Button weight="main">{say('保存', 'Save')}</Button>
      <Button>{say('取消', 'Cancel')}</Button>
    </ProofLine>
  </Page>
);

export const pagePage: ComponentPage = {
  id: 'page',
  title: 'Page, PageBody, ProofLine',
  frame: 'window',
  states: [
    { id: 'short', name: ['短', 'Short'], show: (say) => page(say, 2) },
    { id: 'long', name: ['长内容', 'Long content'], show: (say) => page(say, 24) },
  ],
};
