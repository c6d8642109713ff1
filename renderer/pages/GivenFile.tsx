/** A file was made: its password, once, how it is handed over, its hash; the one way on takes them off the screen. */
import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import css from '../ui/ui.module.css';
import { useKeptInView } from '../ui/use-kept-in-view.ts';

interface GivenFileProps {
  readonly title: string;
  readonly passwordWords: string;
  readonly password: string;
  /** How password and file are handed over and opened, a line each. */
  readonly ways: readonly string[];
  /** With its name. */
  readonly hash: readonly [name: string, words: string];
  readonly done: string;
  readonly testIds: { readonly note: string; readonly password: string; readonly done: string };
  readonly onDone: () => void;
}

export function GivenFile(props: GivenFileProps) {
  const { title, passwordWords, password, ways, hash, done, testIds, onDone } = props;
  const section = useRef<HTMLElement>(null);
  useKeptInView(section);
  return (
    <section ref={section} className={cx(css.note, 'stack3')} data-testid={testIds.note} role="status">
      <Done>{title}</Done>
      <p>{passwordWords}</p>
      <p className={cx(css.password)} data-testid={testIds.password}>
        {password}
      </p>
      {ways.map((way) => (
        <p key={way}>{way}</p>
      ))}
      <p className={cx('quiet', 'small')}>
        {hash[0]} <code>{hash[1]}</code>
      </p>
      <FormActions>
        <Button weight="main" autoFocus data-testid={testIds.done} onClick={onDone}>
          {done}
        </Button>
      </FormActions>
    </section>
  );
}
