/** Parcels at the desk: those that wait, those that were collected, and a form for each step. */
import { MAX_PARCEL_WORDS } from '../../contract/parcels/lists.ts';
import type { Parcel, Parcels } from '../../contract/parcels/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { useTranslation } from '../messages/translate.ts';
import { useDraft } from '../pages/use-draft.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { TextField } from '../ui/TextField.tsx';
import { parcelsStore } from './stores.ts';

/** A form is open: of a parcel that has come, or of one that is collected. */
type Open = 'take' | Parcel;

export function ParcelsPage() {
  const { t } = useTranslation();
  const { frame, open, setOpen, close, read } = useRegisterPage<Parcels, Open>(parcelsStore);
  return (
    <RegisterPage
      {...frame}
      screen="parcels"
      name="parcels"
      title={t('parcels.title')}
      lead={t('parcels.lead')}
      buttons={
        <Button
          weight="main"
          disabled={frame.register === null}
          data-testid="parcel-take"
          onClick={() => setOpen('take')}
        >
          {t('parcels.take')}
        </Button>
      }
    >
      {({ parcels }) => {
        if (open === 'take') return <TakeForm onClose={close} />;
        if (open !== null) return <GiveForm parcel={open} onClose={close} onStale={read} />;
        if (parcels.length === 0)
          return <EmptyState drawing="sheet" words={t('parcels.none')} testId="parcels-none" />;
        return (
          <RegisterTable
            label={t('parcels.title')}
            listing={PARCELS}
            rows={parcels}
            shown={null}
            onShow={(parcel) => parcel?.collected === null && setOpen(parcel)}
          />
        );
      }}
    </RegisterPage>
  );
}

const PARCELS: Listing<Parcel> = {
  idOf: ({ parcelId }) => parcelId,
  marksOf: ({ collected }) => ({
    'data-testid': 'parcel-row',
    'data-state': collected === null ? 'waits' : 'collected',
  }),
  words: (t, { room, carrier }) => t('parcels.open', { room, carrier }),
  columns: (t) => [
    { id: 'room', header: t('parcels.room'), cell: ({ room }) => room },
    { id: 'carrier', header: t('parcels.carrier'), cell: ({ carrier }) => carrier },
    {
      id: 'brought',
      header: t('parcels.broughtAt'),
      second: true,
      cell: ({ broughtAt }) => formatMoment(broughtAt),
    },
    {
      id: 'state',
      header: t('parcels.state'),
      cell: ({ collected }) =>
        collected === null ? (
          <Badge tone="amber">{t('parcels.waits')}</Badge>
        ) : (
          t('parcels.collected', { by: collected.by, at: formatMoment(collected.at) })
        ),
    },
  ],
};

interface StepProps {
  readonly onClose: (parcels?: Parcels) => void;
}

function TakeForm({ onClose }: StepProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ room: '', carrier: '' });
  return (
    <Form
      name="parcel"
      title={t('parcels.takeTitle')}
      focus="field"
      yes={t('parcels.save')}
      send={() => bridge.vault['parcels.take'](draft)}
      toast={(say) => say('parcels.saved')}
      onClose={onClose}
    >
      <FieldLine>
        <TextField {...of('room')} label={t('parcels.room')} maxLength={60} autoFocus required />
        <TextField {...of('carrier')} label={t('parcels.carrier')} maxLength={MAX_PARCEL_WORDS} required />
      </FieldLine>
    </Form>
  );
}

interface GiveProps extends StepProps {
  readonly parcel: Parcel;
  readonly onStale: () => Promise<void>;
}

function GiveForm({ parcel: { parcelId, room }, onClose, onStale }: GiveProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ collector: '' });
  return (
    <Form
      name="parcel"
      title={t('parcels.giveTitle', { room })}
      focus="field"
      yes={t('parcels.give')}
      send={() => bridge.vault['parcels.give']({ parcelId, collector: draft.collector })}
      toast={(say) => say('parcels.saved')}
      onClose={onClose}
      onStale={onStale}
    >
      <TextField
        {...of('collector')}
        label={t('parcels.collector')}
        maxLength={MAX_PARCEL_WORDS}
        autoFocus
        required
      />
    </Form>
  );
}
