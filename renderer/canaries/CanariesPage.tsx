/** Canary records: an admin makes them, sees which was touched by whom, and ends them. */
import { useTranslation } from '../messages/translate.ts';
import { MAX_CANARIES } from '../../contract/canaries/lists.ts';
import type { CanariesView, CanaryView } from '../../contract/canaries/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Form } from '../ui/Form.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type InList, type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { MakeCanary } from './MakeCanary.tsx';
import { canariesStore } from './stores.ts';

/** The form that is open: a new record, or the end of one. */
type Open = 'make' | CanaryView;

export function CanariesPage() {
  const { t } = useTranslation();
  const { frame, open, setOpen, close } = useRegisterPage<CanariesView, Open>(canariesStore);
  const mayAdd = frame.register !== null && frame.register.canaries.length < MAX_CANARIES;
  const add = (
    <Button weight="main" disabled={!mayAdd} data-testid="canary-add" onClick={() => setOpen('make')}>
      {t('canaries.add')}
    </Button>
  );
  return (
    <RegisterPage
      {...frame}
      screen="canaries"
      name="canaries"
      title={t('canaries.title')}
      lead={t('canaries.lead')}
      buttons={frame.register?.canaries.length !== 0 && add}
      form={
        open === 'make' ? (
          <MakeCanary onClose={close} />
        ) : (
          open !== null && <EndCanary canary={open} onClose={close} />
        )
      }
    >
      {({ canaries }) =>
        canaries.length === 0 ? (
          <EmptyState drawing="shield" words={t('canaries.none')} testId="canaries-none">
            {add}
          </EmptyState>
        ) : (
          <>
            <RegisterTable label={t('canaries.title')} listing={CANARIES} rows={canaries}>
              {(one) => <CanaryDrawer of={one} onEnd={() => setOpen(one.row)} />}
            </RegisterTable>
            <p className="quiet">{t('canaries.counted')}</p>
          </>
        )
      }
    </RegisterPage>
  );
}

const placesOf = ({ rooms, phones }: CanaryView): string => [...rooms, ...phones].join(' · ');

const CANARIES: Listing<CanaryView> = {
  idOf: ({ canaryId }) => canaryId,
  marksOf: ({ state }) => ({ 'data-testid': 'canary', 'data-state': state }),
  columns: (t) => [
    { id: 'name', header: t('canaries.name'), cell: ({ nameMask }) => nameMask ?? t('canaries.noName') },
    { id: 'places', header: t('canaries.places'), second: true, cell: placesOf },
    { id: 'made', header: t('canaries.madeAt'), second: true, cell: ({ madeAt }) => formatMoment(madeAt) },
    { id: 'state', header: t('canaries.state'), narrow: true, cell: (canary) => <State canary={canary} /> },
  ],
};

function State({ canary: { state } }: { readonly canary: CanaryView }) {
  const { t } = useTranslation();
  return (
    <Badge tone={state === 'watching' ? 'good' : 'harm'}>
      <span data-testid="canary-state">{t(`canaries.states.${state}`)}</span>
    </Badge>
  );
}

interface CanaryDrawerProps {
  readonly of: InList<CanaryView>;
  readonly onEnd: () => void;
}

function CanaryDrawer({ of, onEnd }: CanaryDrawerProps) {
  const { t } = useTranslation();
  const canary = of.row;
  const { state, touches, madeAt, madeBy, nameMask } = canary;
  return (
    <ListDrawer
      of={of}
      name="canary"
      title={nameMask ?? t('canaries.noName')}
      hasSteps
      facts={[
        [t('canaries.state'), <State key="" canary={canary} />],
        [t('canaries.places'), placesOf(canary)],
        [t('canaries.madeAt'), `${formatMoment(madeAt)} ${madeBy}`],
        ...touches.map(
          ({ at, staffName }) =>
            [
              t('canaries.touchedBy'),
              <span key="" data-testid="canary-touch">{`${formatMoment(at)} ${staffName}`}</span>,
            ] as const,
        ),
      ]}
      foot={
        <Button weight="plainDanger" data-testid="canary-end" onClick={onEnd}>
          {t('canaries.end')}
        </Button>
      }
    >
      {state !== 'watching' && <p>{t(`canaries.${state}Hint`)}</p>}
    </ListDrawer>
  );
}

interface EndCanaryProps {
  readonly canary: CanaryView;
  readonly onClose: (view?: CanariesView) => void;
}

function EndCanary({ canary: { canaryId, nameMask }, onClose }: EndCanaryProps) {
  const { t } = useTranslation();
  return (
    <Form
      name="canary-end"
      title={t('canaries.endTitle', { name: nameMask ?? t('canaries.noName') })}
      lead={t('canaries.endLead')}
      yes={t('canaries.end')}
      isDanger
      pin="alone"
      send={({ pin }) => bridge.vault['canaries.end']({ canaryId, pin })}
      onClose={onClose}
    />
  );
}
