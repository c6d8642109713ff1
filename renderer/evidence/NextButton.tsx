/** The button that leads to the next step of the evening, with the deed of it begun. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Role } from '../../contract/fields.ts';
import { inspectionStore } from '../inspection/stores.ts';
import { leadStore, leadTo } from '../pages/lead-store.ts';
import { Button } from '../ui/Button.tsx';
import { signingStore } from '../ui/signing.ts';
import { nextStep } from './next-step.ts';
import { evidenceStore } from './stores.ts';

interface NextButtonProps {
  readonly role: Role;
  readonly weight: 'main' | 'normal';
  readonly testId: string;
}

export function NextButton({ role, weight, testId }: NextButtonProps) {
  const { t } = useTranslation();
  const dashboard = useStore(evidenceStore, (store) => store.dashboard);
  const been = useStore(leadStore, (lead) => lead.been);
  const deeds = useStore(signingStore, (signing) => signing.deeds);
  const isInspected = useStore(inspectionStore, ({ inspection }) => inspection !== null);
  if (dashboard === null || isInspected) return null;
  const next = nextStep(dashboard, role, been, deeds);
  if (next === null)
    return (
      <p className="small quiet" data-testid={`${testId}-none`}>
        {t('evening.byOthers')}
      </p>
    );
  return (
    <Button
      weight={weight}
      data-testid={testId}
      data-point={next.point}
      onClick={() => leadTo(next.point, next.page)}
    >
      {t('evening.next', { step: t(`evening.stepNames.${next.step}`) })}
    </Button>
  );
}
