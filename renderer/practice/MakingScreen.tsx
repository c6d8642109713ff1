/** While the practice vault is made: how far it has come, and the way back. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { ShellEvent } from '../../contract/shell/routes.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import css from './practice.module.css';
import { useChange } from './use-change.ts';

export function MakingScreen() {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<ShellEvent<'practiceMaking'> | null>(null);
  const { busy, failure, ask } = useChange();
  useEffect(() => bridge.onShell.practiceMaking(setProgress), []);
  const why = progress?.failure ?? null;
  return (
    <main className={cx('stack4', css.making)} data-testid="practice-making">
      <h1>{why === null ? t('practice.making') : t('practice.failed')}</h1>
      {why === null ? (
        <>
          <p>{t('practice.makingLead')}</p>
          <ProgressBar
            share={progress === null ? null : progress.done / progress.total}
            label={t('practice.making')}
          />
        </>
      ) : (
        <FailureNote failure={{ code: why, details: {} }} />
      )}
      <FailureNote failure={failure} />
      <div>
        <Button disabled={busy} data-testid="practice-cancel" onClick={() => ask('leavePractice')}>
          {why === null ? t('common.cancel') : t('practice.return')}
        </Button>
      </div>
    </main>
  );
}
