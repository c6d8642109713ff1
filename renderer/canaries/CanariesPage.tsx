/** Canary records: an admin makes them, sees which was touched by whom, and ends them. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { MAX_CANARIES } from '../../contract/canaries/lists.ts';
import type { CanariesView, CanaryView } from '../../contract/canaries/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { MakeCanary } from './MakeCanary.tsx';
import { canariesStore } from './stores.ts';

/** The form that is open: a new record, or the end of one. */
type Open = 'make' | CanaryView['canaryId'] | null;

export function CanariesPage() {
  const { t } = useTranslation();
  const { canaries, failure, read, show } = useStore(canariesStore);
  const [open, setOpen] = useState<Open>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const close = (view?: CanariesView): void => {
    if (view !== undefined) show(view);
    setOpen(null);
    list.current?.focus();
  };
  const mayAdd = canaries !== null && canaries.length < MAX_CANARIES;
  return (
    <Page testId="screen-canaries">
      <PageHeader title={t('canaries.title')} lead={t('canaries.lead')}>
        <Button weight="main" disabled={!mayAdd} data-testid="canary-add" onClick={() => setOpen('make')}>
          <Icon name="plus" /> {t('canaries.add')}
        </Button>
      </PageHeader>
      <ReadFailure failure={failure} testId="canaries-again" onAgain={() => void read()} />
      {canaries === null && failure === null && <Waiting testId="canaries-reading" />}
      {canaries !== null && (
        <PageBody ref={list} label={t('canaries.title')}>
          {open === 'make' && <MakeCanary onClose={close} />}
          {canaries.length === 0 && open !== 'make' && (
            <EmptyState drawing="shield" words={t('canaries.none')} testId="canaries-none" />
          )}
          {canaries.map((canary) => (
            <Canary
              key={canary.canaryId}
              canary={canary}
              ending={open === canary.canaryId}
              onEnd={() => setOpen(canary.canaryId)}
              onClose={close}
            />
          ))}
          {canaries.length > 0 && <p className="quiet">{t('canaries.counted')}</p>}
        </PageBody>
      )}
    </Page>
  );
}

interface CanaryProps {
  readonly canary: CanaryView;
  readonly ending: boolean;
  readonly onEnd: () => void;
  readonly onClose: (view?: CanariesView) => void;
}

function Canary({ canary, ending, onEnd, onClose }: CanaryProps) {
  const { t } = useTranslation();
  const { state, nameMask, rooms, phones, touches, madeAt, madeBy } = canary;
  const name = nameMask ?? t('canaries.noName');
  return (
    <section className={cx(pageCss.section)} aria-label={name} data-testid="canary" data-state={state}>
      <h2>
        {name}{' '}
        <Badge tone={state === 'watching' ? 'good' : 'harm'}>
          <span data-testid="canary-state">{t(`canaries.states.${state}`)}</span>
        </Badge>
      </h2>
      <p className="digits">
        {[...rooms, ...phones].join(' · ')}{' '}
        <span className="quiet">{t('canaries.made', { time: formatMoment(madeAt), name: madeBy })}</span>
      </p>
      {state !== 'watching' && <p>{t(`canaries.${state}Hint`)}</p>}
      {touches.map(({ at, staffName }) => (
        <p key={`${at} ${staffName}`} data-testid="canary-touch">
          <span className="digits">{formatMoment(at)}</span> {t('canaries.touchedBy', { name: staffName })}
        </p>
      ))}
      {ending ? (
        <EndCanary canary={canary} name={name} onClose={onClose} />
      ) : (
        <div>
          <Button
            weight="plainDanger"
            aria-label={`${t('canaries.end')} · ${name}`}
            data-testid="canary-end"
            onClick={onEnd}
          >
            {t('canaries.end')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface EndCanaryProps {
  readonly canary: CanaryView;
  readonly name: string;
  readonly onClose: (view?: CanariesView) => void;
}

function EndCanary({ canary: { canaryId }, name, onClose }: EndCanaryProps) {
  const { t } = useTranslation();
  return (
    <Form
      name="canary-end"
      title={t('canaries.endTitle', { name })}
      lead={t('canaries.endLead')}
      yes={t('canaries.endYes')}
      isDanger
      pin="alone"
      send={({ pin }) => bridge.vault['canaries.end']({ canaryId, pin })}
      onClose={onClose}
    />
  );
}
