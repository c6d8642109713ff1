/** The way into practice from the settings: said first what it does to the session, then done. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import css from './practice.module.css';
import { useChange } from './use-change.ts';

/** `held`: the page cannot be left now, and neither can the vault. */
export function PracticeSetting({ held }: { readonly held: boolean }) {
  const { t } = useTranslation();
  const inPractice = useStore(appStore, ({ info }) => info === null || info.practice !== null);
  const [asking, setAsking] = useState(false);
  const { busy, failure, ask } = useChange();
  if (inPractice) return null;
  return (
    <div className={cx('stack1', css.setting)} role="group" aria-label={t('practice.badge')}>
      {asking ? (
        <>
          <p>{t('practice.settingLead')}</p>
          <div className="line3">
            <Button disabled={busy || held} data-testid="practice-start" onClick={() => ask('enterPractice')}>
              {t('practice.settingStart')}
            </Button>
            <Button weight="plain" disabled={busy} onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <Button disabled={held} data-testid="practice-open" onClick={() => setAsking(true)}>
          {t('practice.settingOpen')}
        </Button>
      )}
      <FailureNote failure={failure} />
    </div>
  );
}
