/** One thing of a list in full, in a drawer: what is known of it, what may be done with it, and the ways to the one before and the one after. */
import type { ReactNode } from 'react';
import { Drawer } from './Drawer.tsx';
import { Fact, Facts } from './Facts.tsx';
import type { InList } from './RegisterTable.tsx';

interface ListDrawerProps<Row> {
  readonly of: InList<Row>;
  /** Test hooks: `<name>-drawer`, `<name>-newer`, `<name>-older`. */
  readonly name: string;
  readonly title: string;
  /** Buttons to the other rows, besides ↑ and ↓. */
  readonly hasSteps?: boolean;
  /** Each with its name; those without words are left out. */
  readonly facts?: readonly (readonly [name: string, words: ReactNode])[];
  /** In its foot. */
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}

const NO_FACTS: readonly (readonly [string, ReactNode])[] = [];

export function ListDrawer<Row>({
  of: { row, rows, onShow },
  name,
  title,
  hasSteps = false,
  facts = NO_FACTS,
  foot,
  children,
}: ListDrawerProps<Row>) {
  const at = rows.indexOf(row);
  const step = (by: 1 | -1): void => {
    const next = rows[at + by];
    if (next !== undefined) onShow(next);
  };
  const known = facts.filter(([, words]) => words !== '' && words !== null);
  return (
    <Drawer
      title={title}
      testId={`${name}-drawer`}
      onClose={() => onShow(null)}
      onStep={step}
      steps={hasSteps ? { name, isFirst: at <= 0, isLast: at === rows.length - 1 } : undefined}
      foot={foot}
    >
      {known.length > 0 && (
        <Facts layout="rows">
          {known.map(([fact, words], at) => (
            // Several may be told under one name.
            // oxlint-disable-next-line react/no-array-index-key
            <Fact key={`${fact} ${at}`} name={fact}>
              {words}
            </Fact>
          ))}
        </Facts>
      )}
      {children}
    </Drawer>
  );
}
