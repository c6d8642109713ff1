/** How far the tour has come, in the practice bar; shows and puts away its panel. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { TOUR_TASKS } from '../../contract/practice/lists.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { isAtCounter } from './at-counter.ts';
import { tourStore } from './stores.ts';

export function TourButton() {
  const { t } = useTranslation();
  const { done, shown, show } = useStore(tourStore);
  const atCounter = useStore(appStore, isAtCounter);
  if (!atCounter) return null;
  return (
    <Button aria-expanded={shown} data-testid="tour-button" onClick={() => show(!shown)}>
      {t('tour.progress', { done: done.length, total: TOUR_TASKS.length })}
    </Button>
  );
}
