/** Beside the list, before anybody is opened: the chosen line by its own masks, and what can be done with it at once. */
import { memo } from 'react';
import type { MaskedPersonRow } from '../../contract/search/views.ts';
import { useTranslation } from '../messages/translate.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { openChosen } from './open-chosen.ts';
import { revealFirst } from './reveal-first.ts';
import css from './counter.module.css';

export const ChosenRow = memo(function ChosenRow({
  row: { roomLabel, nameMask, relation, phoneMask, plateMask },
}: {
  readonly row: MaskedPersonRow;
}) {
  const { t } = useTranslation();
  return (
    <section className={cx('stack2', css.chosen)} aria-label={t('counter.chosen')} data-testid="chosen-row">
      <h2 className="room-number">{roomLabel ?? t('person.noRoom')}</h2>
      <p>
        {nameMask} {relation !== null && <span className="quiet">{t(`relations.${relation}`)}</span>}
      </p>
      {phoneMask !== null && <p className="digits">{phoneMask}</p>}
      {plateMask !== null && <p className="digits">{plateMask}</p>}
      <Actions />
    </section>
  );
});

/** The same for every line. */
const Actions = memo(function Actions() {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  return (
    <div>
      <Button weight="main" shortcut={{ shown: '⏎' }} data-testid="chosen-open" onClick={() => openChosen()}>
        {t('counter.openChosen')}
      </Button>
      {role !== 'admin' && (
        <Button
          shortcut="verify"
          data-testid="chosen-verify"
          onClick={() => openChosen(() => deskStore.getState().show({ kind: 'verify' }))}
        >
          {t('person.verify')}
        </Button>
      )}
      <Button shortcut="reveal" data-testid="chosen-reveal" onClick={() => openChosen(revealFirst)}>
        {t('counter.showPhone')}
      </Button>
    </div>
  );
});
