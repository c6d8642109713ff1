/** Over every page while somebody is led through the evening: what this step is, and the next one. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { type Point, STEPS, holds } from '../../contract/evidence/findings.ts';
import type { Role } from '../../contract/fields.ts';
import { bridge } from '../bridge.ts';
import { leadStore, leadTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { signingStore } from '../ui/signing.ts';
import { NextButton } from './NextButton.tsx';
import { nextStep } from './next-step.ts';
import { evidenceStore } from './stores.ts';

export function LeadBar({ className }: { readonly className: string }) {
  const { isLed, at } = useStore(leadStore);
  const page = useStore(deskStore, (desk) => desk.page);
  return isLed && at !== null && page !== 'evening' ? <Bar className={className} /> : null;
}

function Bar({ className }: { readonly className: string }) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const at = useStore(leadStore, (lead) => lead.at);
  const read = useStore(evidenceStore, (store) => store.read);
  const waits = useStore(signingStore, ({ deeds }) => deeds.length);
  useEffect(() => bridge.onVault.changed(() => void read()), [read]);
  // What was put aside is done for now: the next step opens once its form is gone.
  useEffect(() => {
    let isSent = false;
    const ends = [
      signingStore.subscribe((now, before) => {
        if (now.deeds.length > before.deeds.length) setTimeout(() => leadOn(role));
        isSent ||= now.sent > before.sent;
        if (now.sent > before.sent) void read();
      }),
      // Whichever reading is the newest: one that another has overtaken says nothing.
      evidenceStore.subscribe((now, before) => {
        if (isSent && now.dashboard !== before.dashboard) isSent = !leadOnFrom(role);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [role, read]);
  const step = STEPS.find(({ points }) => points.some((point) => point === at));
  return (
    <nav className={className} aria-label={t('evening.title')} data-testid="lead-bar" data-at={at}>
      <p>
        {step !== undefined && t('evening.now', { step: t(`evening.stepNames.${step.id}`) })}{' '}
        {waits > 0 && <span className="quiet">{t('evening.waiting', { count: waits })}</span>}
      </p>
      <Button weight="plain" data-testid="lead-back" onClick={() => deskStore.getState().go('evening')}>
        {t('evening.back')}
      </Button>
      <NextButton role={role} weight="normal" testId="lead-next" />
    </nav>
  );
}

/** Points that one form sees to, after which nothing on its page has to be looked at. */
const SEEN_TO_BY_FORM: ReadonlySet<Point> = new Set<Point>([
  'company',
  'responsible-persons',
  'other-systems',
  'paper',
]);

/** Whether it has led on. */
function leadOnFrom(role: Role): boolean {
  const { at, isLed } = leadStore.getState();
  const { dashboard } = evidenceStore.getState();
  const isSeenTo =
    isLed && at !== null && SEEN_TO_BY_FORM.has(at) && dashboard !== null && holds(at, dashboard);
  if (isSeenTo) leadOn(role);
  return isSeenTo;
}

function leadOn(role: Role): void {
  const { dashboard } = evidenceStore.getState();
  const { been } = leadStore.getState();
  const next = dashboard && nextStep(dashboard, role, been, signingStore.getState().deeds);
  if (next !== null) leadTo(next.point, next.page);
}
