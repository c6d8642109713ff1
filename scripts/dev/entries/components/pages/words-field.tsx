import { WordsField } from '../../../../../renderer/ui/WordsField.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const ignored = (): void => undefined;

const field = (say: Say, value: string, hint?: string) => (
  <WordsField
    label={say('原因（至少 4 个字）', 'Reason (at least 4 characters)')}
    hint={hint}
    value={value}
    testId="why"
    onChange={ignored}
  />
);

export const wordsFieldPage: ComponentPage = {
  id: 'words-field',
  title: 'WordsField',
  states: [
    { id: 'empty', name: ['空，焦点', 'Empty, focus'], focused: true, show: (say) => field(say, '') },
    {
      id: 'filled',
      name: ['已填写', 'Filled in'],
      show: (say) => field(say, say('业主在场，已问过', 'The owner was there and was asked')),
    },
    {
      id: 'hint',
      name: ['带说明', 'With a hint'],
      show: (say) => field(say, '', say('会留在操作记录里。', 'The log keeps it.')),
    },
  ],
};
