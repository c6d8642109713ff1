/** The file that was imported is still there in clear: offers to dispose of it, and says what that can and cannot do. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { importStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';

/** `isAside`: something else of the step is under way. */
export function OriginalFile({ isAside }: { readonly isAside: boolean }) {
  const { t } = useTranslation();
  const { fileName, original, busy, dispose } = useStore(importStore);
  const { signedIn } = useDesk();
  const [asking, setAsking] = useState(false);
  if (original !== 'there') {
    return (
      <Note live testId="original-gone">
        <p>
          <b>
            <Icon name="check" /> {t('import.original.gone', { file: fileName })}
          </b>
        </p>
        {original === 'gone-but-named' && <p>{t('import.original.named')}</p>}
        <p>{t('import.original.checked')}</p>
        {signedIn.role !== 'receptionist' && (
          <div className="line2">
            <Button data-testid="original-left" onClick={() => deskStore.getState().go('sweep')}>
              {t('import.original.left')}
            </Button>
          </div>
        )}
      </Note>
    );
  }
  return (
    <Note kind="warn" testId="original-there">
      <p>
        <b>{t('import.original.there', { file: fileName })}</b>
      </p>
      <p>{t('import.original.can')}</p>
      <details>
        <summary>{t('import.original.limits')}</summary>
        <p>{t('import.original.cannot')}</p>
        <p>{t('import.original.copies')}</p>
      </details>
      <div className="line2">
        {asking ? (
          <>
            <Button
              weight="danger"
              ref={focusQuietly}
              disabled={busy}
              data-testid="dispose-confirm"
              onClick={() => {
                setAsking(false);
                void dispose();
              }}
            >
              {t('import.original.confirm')}
            </Button>
            <Button disabled={busy} data-testid="dispose-keep" onClick={() => setAsking(false)}>
              {t('import.original.keep')}
            </Button>
          </>
        ) : (
          <Button
            weight={isAside ? 'normal' : 'main'}
            ref={focusQuietly}
            disabled={busy}
            data-testid="dispose"
            onClick={() => setAsking(true)}
          >
            {busy ? t('import.original.busy') : t('import.original.dispose')}
          </Button>
        )}
      </div>
    </Note>
  );
}
