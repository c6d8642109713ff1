/** In place of the examples of a search, where there is nobody to find: how the first resident comes in. */
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

export function NoResidents() {
  const { t } = useTranslation();
  return (
    <EmptyState drawing="two" title={t('firstDay.nobody')} words={t('firstDay.nobodyLead')}>
      <Button
        weight="main"
        data-testid="no-residents-import"
        onClick={() => deskStore.getState().go('import')}
      >
        {t('import.title')}
      </Button>
      <Button data-testid="no-residents-add" onClick={() => deskStore.getState().show({ kind: 'add' })}>
        {t('edit.addTitle')}
      </Button>
    </EmptyState>
  );
}
