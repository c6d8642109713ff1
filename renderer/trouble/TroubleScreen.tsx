/** Nothing can be tried: which of the reasons it is, what to do about it. Never a way to make a vault over an old one. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../contract/errors.ts';
import { LanguageSwitch } from '../lock/LanguageSwitch.tsx';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';
import css from './trouble.module.css';
import { troubleAbout } from './trouble-about.ts';

export function TroubleScreen({ problem }: { readonly problem: ErrorCode | null }) {
  const { t } = useTranslation();
  const [trying, setTrying] = useState(false);
  const tryAgain = async () => {
    setTrying(true);
    await appStore.getState().restart();
    setTrying(false);
  };
  const words = problem === null
    ? { what: t('trouble.unreachable.what'), todo: t('trouble.unreachable.todo') }
    : { what: t(`errors.${problem}.what`), todo: t(`errors.${problem}.todo`) };
  return (
    <main className={cx(css.screen)} data-testid="screen-trouble" data-code={problem ?? 'unreachable'}>
      <div className={cx(css.column)}>
        <p className={cx(css.about)}><Icon name="warn" /> {t('trouble.title')}{problem !== null && ` · ${t(`trouble.${troubleAbout(problem)}`)}`}</p>
        <h1>{words.what}</h1>
        <p>{words.todo}</p>
        <Note>{t('trouble.safe')}</Note>
        <div className={cx(css.actions)}>
          <Button weight="main" onClick={() => void tryAgain()} disabled={trying} autoFocus data-testid="try-again">{trying ? t('common.loading') : t('common.again')}</Button>
          <LanguageSwitch />
        </div>
        {problem !== null && (
          <details>
            <summary>{t('trouble.technical')}</summary>
            <code>{problem}</code>
          </details>
        )}
      </div>
    </main>
  );
}
