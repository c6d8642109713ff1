import { Fact, Facts } from '../../../../../renderer/ui/Facts.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const factsOf = (say: Say) => (
  <>
    <Fact name={say('上次更换', 'Last replaced')}>2026-01-31</Fact>
    <Fact name={say('更换人', 'By')}>{say('陈主管', 'Chen')}</Fact>
    <Fact name={say('说明', 'Remarks')}>
      {say(
        '按制度每年更换一次，旧的恢复凭证已当面销毁并登记',
        'Replaced once a year by the procedure; the old recovery sheet was destroyed before witnesses',
      )}
    </Fact>
  </>
);

export const factsPage: ComponentPage = {
  id: 'facts',
  title: 'Facts, Fact',
  states: [
    { id: 'rows', name: ['逐行', 'In rows'], show: (say) => <Facts layout="rows">{factsOf(say)}</Facts> },
    {
      id: 'columns',
      name: ['并列', 'In columns'],
      wide: true,
      show: (say) => <Facts layout="columns">{factsOf(say)}</Facts>,
    },
    {
      id: 'framed',
      name: ['并列，有边线', 'In columns, framed'],
      wide: true,
      show: (say) => (
        <Facts layout="columns" framed>
          {factsOf(say)}
        </Facts>
      ),
    },
  ],
};
