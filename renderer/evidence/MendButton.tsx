/** The one button that mends a duty; where whoever is signed in may not, who does, and the way there to look where they may. */
import type { MouseEvent } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Point } from '../../contract/evidence/findings.ts';
import type { DutyEvidence } from '../../contract/evidence/routes.ts';
import { inspectionStore } from '../inspection/stores.ts';
import { leadTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { mayMend, mendedOn } from './duty-pages.ts';
import css from './evidence.module.css';

interface MendButtonProps {
  readonly point: Point;
  /** Subject of the button, for whoever cannot see what it stands beside. */
  readonly about: string;
  /** There is something to do; else there is something to look at. */
  readonly isOpen: boolean;
  readonly weight?: 'main' | 'normal' | 'plain';
  /** The page begins with the deed itself. */
  readonly leads?: true;
  readonly testId: string;
}

/** Where a duty is seen to; what lacks nothing but residents is seen to by recording them. */
export const pointToMend = ({ duty, points }: DutyEvidence): Point =>
  points.some(({ point, state }) => point === 'records' && state !== 'there') ? 'residents' : duty;

export function MendButton({ point, about, isOpen, weight = 'normal', leads, testId }: MendButtonProps) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const isInspected = useStore(inspectionStore, ({ inspection }) => inspection !== null);
  const mended = mendedOn(point);
  if (mended === undefined) return null;
  const isTheirs = mayMend(mended, role);
  const byWhom = !isTheirs && isOpen && (
    <span className="small quiet">
      {t(mended.by === 'admin' ? 'evidence.byAdmin' : 'evidence.bySupervisor')}
    </span>
  );
  if (!isTheirs && mended.isOpenToBoth !== true) return byWhom || null;
  const go = t(isOpen && isTheirs && !isInspected ? 'evidence.go' : 'evidence.look');
  const onClick = (event: MouseEvent): void => {
    // The row that it stands in opens where a pointer presses it.
    event.stopPropagation();
    if (leads === true && isTheirs) leadTo(point, mended.page);
    else deskStore.getState().go(mended.page);
  };
  return (
    <span className={cx(css.mend)}>
      <Button
        weight={isOpen && isTheirs ? weight : weight === 'main' ? 'normal' : 'plain'}
        aria-label={t('evidence.goTo', { go, duty: about })}
        data-testid={testId}
        onClick={onClick}
      >
        {go}
      </Button>
      {byWhom}
    </span>
  );
}
