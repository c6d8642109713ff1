/** The fingerprint of the roots, to be held against the paper before anything is believed of what was found, let alone written. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { RecoveryView } from '../../contract/recovery/views.ts';
import css from '../set-up/set-up.module.css';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import own from './recovery.module.css';

interface CompareStepProps {
  readonly view: RecoveryView;
  readonly onNext: () => void;
  readonly onStop: () => void;
}

export function CompareStep({ view, onNext, onStop }: CompareStepProps) {
  const { t } = useTranslation();
  const [differs, setDiffers] = useState(false);
  return (
    <div className="stack4">
      <CeremonyTitle>{t('recovery.compare.title')}</CeremonyTitle>
      <p>{t('recovery.compare.lead')}</p>
      <dl className={cx(css.review)}>
        <div>
          <dt>{t('setup.welcome.estate')}</dt>
          <dd>{view.estateName}</dd>
        </div>
        <div>
          <dt>{t('recovery.compare.people')}</dt>
          <dd>{t('recovery.compare.count', { count: view.people.length })}</dd>
        </div>
        <div>
          <dt>{t('trouble.computer')}</dt>
          <dd>{t(view.knownHere ? 'recovery.compare.known' : 'recovery.compare.unknown')}</dd>
        </div>
      </dl>
      <p className={cx('stack1', own.fingerprint)} data-testid="recovery-fingerprint">
        <span className={cx('quiet', 'small')}>{t('setup.sheet.fingerprint')}</span>{' '}
        <code>{view.fingerprint}</code>
      </p>
      {differs && (
        <Note kind="harm" live testId="recovery-differs">
          {t('recovery.compare.stop')}
        </Note>
      )}
      <FormActions>
        {differs ? (
          <Button weight="main" onClick={onStop} autoFocus data-testid="recovery-stop">
            {t('recovery.cancel')}
          </Button>
        ) : (
          <>
            <Button weight="main" onClick={onNext} autoFocus data-testid="recovery-next">
              {t('recovery.compare.same')}
            </Button>
            <Button onClick={() => setDiffers(true)} data-testid="recovery-not-same">
              {t('recovery.compare.differs')}
            </Button>
          </>
        )}
      </FormActions>
    </div>
  );
}
