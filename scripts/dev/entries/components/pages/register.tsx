import { ListDrawer } from '../../../../../renderer/ui/ListDrawer.tsx';
import { RegisterPage } from '../../../../../renderer/ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../../../../../renderer/ui/RegisterTable.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

interface Row {
  readonly id: number;
  readonly title: string;
  readonly place: string;
}

const nothing = (): void => undefined;

const listingOf = (say: Say): Listing<Row> => ({
  idOf: ({ id }) => id,
  marksOf: () => ({ 'data-testid': 'component-row' }),
  words: (_, { title }) => title,
  columns: () => [
    { id: 'title', header: say('名称', 'Name'), cell: ({ title }) => title },
    { id: 'place', header: say('存放处', 'Kept in'), second: true, cell: ({ place }) => place },
  ],
});

const rowsOf = (say: Say): readonly Row[] => [
  { id: 1, title: say('业主登记册', 'Booklet of owners'), place: say('前台铁皮柜', 'Cabinet at the desk') },
  {
    id: 2,
    title: say('2025 年装修备案表和押金收据', 'Renovation forms of 2025 with receipts of deposits'),
    place: say('档案室', 'Archive'),
  },
];

const register = (say: Say, rows: readonly Row[] | null, shown: number | null) => (
  <RegisterPage
    screen="component"
    name="component"
    title={say('纸质登记', 'Paper register')}
    lead={say('每份纸质资料都有人保管。', 'Somebody keeps each paper.')}
    register={rows}
    failure={null}
    onAgain={nothing}
    isOpen={false}
  >
    {(known) => (
      <RegisterTable
        label={say('纸质登记', 'Paper register')}
        listing={listingOf(say)}
        rows={known}
        shown={shown}
        onShow={nothing}
      >
        {(one) => (
          <ListDrawer
            of={one}
            name="component"
            title={one.row.title}
            facts={[[say('存放处', 'Kept in'), one.row.place]]}
          />
        )}
      </RegisterTable>
    )}
  </RegisterPage>
);

export const registerPage: ComponentPage = {
  id: 'register',
  title: 'Register',
  frame: 'window',
  states: [
    { id: 'usual', name: ['常态', 'Usual'], show: (say) => register(say, rowsOf(say), null) },
    { id: 'open', name: ['打开一份', 'One open'], show: (say) => register(say, rowsOf(say), 2) },
    { id: 'reading', name: ['读取中', 'Being read'], show: (say) => register(say, null, null) },
  ],
};
