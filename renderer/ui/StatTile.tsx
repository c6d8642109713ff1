/** One matter at a glance: how it stands in a word and a colour, one fact, and the way to it. */
import { type ReactNode, useId } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { FailureNote } from './Note.tsx';
import css from './stat-tile.module.css';
import { Waiting } from './Waiting.tsx';

export type StatTone = 'good' | 'amber' | 'harm';

export interface StatReading {
  readonly tone: StatTone;
  /** How it stands, in a word. */
  readonly state: string;
  /** Days left, when it was last done, how many there are. */
  readonly fact: string;
}

interface StatTileProps {
  readonly icon: IconName;
  readonly title: string;
  /** Null until it was read. */
  readonly reading: StatReading | null;
  /** Why it could not be read; shown in its place. */
  readonly failure: Failure | null;
  readonly onAgain: () => void;
  readonly testId: string;
  /** The button that leads to it. */
  readonly children: ReactNode;
}

export function StatTile({ icon, title, reading, failure, onAgain, testId, children }: StatTileProps) {
  const id = useId();
  return (
    <section
      className={cx('stack3', css.tile)}
      aria-labelledby={id}
      data-testid={testId}
      data-tone={failure === null ? reading?.tone : undefined}
    >
      <h2 id={id}>
        <Icon name={icon} /> {title}
      </h2>
      <div className={cx('stack1', css.body)}>
        {failure === null ? (
          <Reading reading={reading} testId={testId} />
        ) : (
          <Failed failure={failure} onAgain={onAgain} testId={testId} />
        )}
      </div>
      {children}
    </section>
  );
}

function Reading({ reading, testId }: Pick<StatTileProps, 'reading' | 'testId'>) {
  if (reading === null) return <Waiting testId={`${testId}-reading`} />;
  return (
    <>
      <p className={cx('row2', css.state)} data-testid={`${testId}-state`}>
        <Icon name={reading.tone === 'good' ? 'check' : 'warn'} /> {reading.state}
      </p>
      <p className={cx('quiet', 'digits')} data-testid={`${testId}-fact`}>
        {reading.fact}
      </p>
    </>
  );
}

function Failed({
  failure,
  onAgain,
  testId,
}: Pick<StatTileProps, 'onAgain' | 'testId'> & { readonly failure: Failure }) {
  const { t } = useTranslation();
  return (
    <>
      <FailureNote failure={failure} />
      <Button data-testid={`${testId}-again`} onClick={onAgain}>
        {t('common.again')}
      </Button>
    </>
  );
}
