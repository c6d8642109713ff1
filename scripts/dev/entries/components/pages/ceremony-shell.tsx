import { Button } from '../../../../../renderer/ui/Button.tsx';
import { CeremonyShell, CeremonyTitle } from '../../../../../renderer/ui/CeremonyShell.tsx';
import { Field } from '../../../../../renderer/ui/Field.tsx';
import { FormActions } from '../../../../../renderer/ui/FormActions.tsx';
import { TextInput } from '../../../../../renderer/ui/TextInput.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const stepsOf = (say: Say): readonly string[] => [
  say('说明', 'What happens'),
  say('第二位主管', 'Second supervisor'),
  say('新的密钥', 'New key'),
  say('完成', 'Finish'),
];

const shellAt = (say: Say, now: number, title: string, fields: number) => (
  <CeremonyShell
    title={title}
    rail={say('步骤', 'Steps')}
    steps={stepsOf(say)}
    now={now}
    leave={<Button weight="plain">{say('取消更换', 'Cancel')}</Button>}
    testId="component-ceremony"
  >
    <CeremonyTitle>{stepsOf(say)[now] ?? say('已完成', 'Done')}</CeremonyTitle>
    <p>
      {say(
        '更换期间其他人不能登录。中途断电不会丢失资料，重新登录后可继续。',
        'Nobody else can sign in meanwhile. Nothing is lost if the power fails; you can go on after signing in again.',
      )}
    </p>
    {Array.from({ length: fields }, (_, at) => (
      <Field key={at} label={say(`第 ${at + 1} 项`, `Item ${at + 1}`)}>
        {(ids) => <TextInput {...ids} />}
      </Field>
    ))}
    <FormActions>
      {now < stepsOf(say).length ? (
        <>
          <Button weight="main">{say('下一步', 'Next')}</Button>
          <Button>{say('上一步', 'Back')}</Button>
        </>
      ) : (
        <Button weight="main">{say('返回', 'Close')}</Button>
      )}
    </FormActions>
  </CeremonyShell>
);

export const ceremonyShellPage: ComponentPage = {
  id: 'ceremony-shell',
  title: 'CeremonyShell, CeremonyTitle',
  frame: 'window',
  states: [
    {
      id: 'step',
      name: ['第二步', 'Second step'],
      show: (say) => shellAt(say, 1, say('更换密钥', 'Replace the key'), 1),
    },
    {
      id: 'long',
      name: ['长标题，长内容', 'Long title, long step'],
      show: (say) =>
        shellAt(
          say,
          2,
          say(
            '疑似被盗：更换全部密钥并作废旧的恢复凭证',
            'Suspected theft: replace every key and void the old recovery sheet',
          ),
          9,
        ),
    },
    {
      id: 'done',
      name: ['全部完成', 'All done'],
      show: (say) => shellAt(say, 4, say('更换密钥', 'Replace the key'), 0),
    },
  ],
};
