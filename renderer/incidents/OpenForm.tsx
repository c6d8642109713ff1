/** An incident is registered, or a drill begun: what is known at once, and nothing that can wait. */
import { useTranslation } from '../messages/translate.ts';
import {
  CERTAINTIES,
  type Certainty,
  INCIDENT_KINDS,
  INCIDENT_ORIGINS,
  type IncidentKind,
  type IncidentOrigin,
  MAX_INCIDENT_TITLE,
} from '../../contract/incidents/lists.ts';
import type { IncidentView, ScopeRequest } from '../../contract/incidents/routes.ts';
import type { IncidentFrom } from '../page-intents/incident-store.ts';
import { bridge } from '../bridge.ts';
import { useNow } from '../countdown.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Chips } from '../ui/Chips.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { momentOf, MomentFields, type TypedMoment, typedOf } from './MomentFields.tsx';

const MINUTE_MS = 60_000;

interface OpenFormProps {
  readonly drill: boolean;
  /** Where another page has found it. */
  readonly from: IncidentFrom | null;
  readonly onClose: (incident?: IncidentView) => void;
}

/** Returns the scope of the information that is affected, from the alert or file that the incident is opened from. */
const scopeOf = (from: IncidentFrom | null): ScopeRequest => {
  if (from === null) return { of: 'unknown', estimate: null };
  return from.origin === 'alert'
    ? { of: 'alert', entry: from.entry }
    : { of: 'file', disclosureId: from.disclosureId };
};

interface Draft {
  readonly kind: IncidentKind;
  readonly certainty: Certainty;
  readonly origin: IncidentOrigin;
  readonly title: string;
  readonly noticed: TypedMoment;
}

export function OpenForm({ drill, from, onClose }: OpenFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<Draft>(() => ({
    kind: 'leak',
    certainty: 'possible',
    origin: from?.origin ?? 'own',
    title: drill ? t('incidents.usual.drillTitle') : '',
    noticed: typedOf(Date.now()),
  }));
  const now = useNow(MINUTE_MS);
  const send = () => {
    const { kind, certainty, origin, title, noticed } = draft;
    const noticedAt = momentOf(noticed, now);
    if (noticedAt === null) return null;
    const about = { kind, certainty, title: title.trim(), noticedAt };
    return bridge.vault['incidents.open']({ drill, origin, about, scope: scopeOf(from) });
  };
  return (
    <Form
      about="open"
      name="incident"
      title={t(drill ? 'incidents.drillTitle' : 'incidents.open')}
      lead={t('incidents.openLead')}
      yes={t(drill ? 'incidents.drill' : 'incidents.openYes')}
      send={send}
      onClose={onClose}
    >
      <Chips
        {...of('kind')}
        label={t('incidents.kind')}
        choices={choicesOf(INCIDENT_KINDS, (kind) => t(`incidents.kinds.${kind}`))}
      />
      <Chips
        {...of('certainty')}
        label={t('incidents.certainty')}
        choices={choicesOf(CERTAINTIES, (certainty) => t(`incidents.certainties.${certainty}`))}
      />
      <Chips
        {...of('origin')}
        label={t('incidents.origin')}
        choices={choicesOf(INCIDENT_ORIGINS, (origin) => t(`incidents.origins.${origin}`))}
      />
      <TextField
        {...of('title')}
        label={t('incidents.name')}
        hint={t('incidents.nameHint')}
        maxLength={MAX_INCIDENT_TITLE}
      />
      <FieldLine>
        <MomentFields
          {...of('noticed')}
          validate={(typed) => (momentOf(typed, now) === null ? t('incidents.badMoment') : null)}
        />
      </FieldLine>
    </Form>
  );
}
