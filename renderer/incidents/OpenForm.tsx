/** An incident is registered, or a drill begun: what is known at once, and nothing that can wait. */
import { useState } from 'react';
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
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips } from '../ui/Chips.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { TextInput } from '../ui/TextInput.tsx';
import { momentOf, MomentFields, typedOf } from './MomentFields.tsx';

const MINUTE_MS = 60_000;

interface OpenFormProps {
  readonly drill: boolean;
  /** Where another page has found it. */
  readonly from: IncidentFrom | null;
  readonly onClose: (incident?: IncidentView) => void;
}

/** What the other page has found tells whose information it is. */
const scopeOf = (from: IncidentFrom | null): ScopeRequest => {
  if (from === null) return { of: 'unknown', estimate: null };
  return from.origin === 'alert'
    ? { of: 'alert', entry: from.entry }
    : { of: 'file', disclosureId: from.disclosureId };
};

export function OpenForm({ drill, from, onClose }: OpenFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [kind, setKind] = useState<IncidentKind>('leak');
  const [certainty, setCertainty] = useState<Certainty>('possible');
  const [origin, setOrigin] = useState<IncidentOrigin>(from?.origin ?? 'own');
  const [title, setTitle] = useState('');
  const [noticed, setNoticed] = useState(() => typedOf(Date.now()));
  const [isAsked, setIsAsked] = useState(false);
  const noticedAt = momentOf(noticed, useNow(MINUTE_MS));
  return (
    <StepForm
      name="incident"
      focus="title"
      title={t(drill ? 'incidents.drillTitle' : 'incidents.openTitle')}
      lead={t('incidents.openLead')}
      yes={t(drill ? 'incidents.drill' : 'incidents.openYes')}
      isReady={() => {
        setIsAsked(true);
        return noticedAt !== null;
      }}
      send={() => {
        if (noticedAt === null) throw new RangeError('asked before it is ready');
        return bridge.vault['incidents.open']({
          drill,
          origin,
          about: { kind, certainty, title: title.trim(), noticedAt },
          scope: scopeOf(from),
        });
      }}
      onClose={onClose}
    >
      <Chips
        label={t('incidents.kind')}
        options={INCIDENT_KINDS.map((id) => ({ id, label: t(`incidents.kinds.${id}`) }))}
        chosen={kind}
        testId="incident-kind"
        onChoose={setKind}
      />
      <Chips
        label={t('incidents.certainty')}
        options={CERTAINTIES.map((id) => ({ id, label: t(`incidents.certainties.${id}`) }))}
        chosen={certainty}
        testId="incident-certainty"
        onChoose={setCertainty}
      />
      <Chips
        label={t('incidents.origin')}
        options={INCIDENT_ORIGINS.map((id) => ({ id, label: t(`incidents.origins.${id}`) }))}
        chosen={origin}
        testId="incident-origin"
        onChoose={setOrigin}
      />
      <div className={formCss.line}>
        <Field label={t('incidents.name')} hint={t('incidents.nameHint')} className={formCss.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={MAX_INCIDENT_TITLE}
              value={title}
              data-testid="incident-title"
              onChange={(event) => {
                markDirty();
                setTitle(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <MomentFields
          value={noticed}
          problem={isAsked && noticedAt === null ? t('incidents.badMoment') : null}
          onChange={(next) => {
            setNoticed(next);
            setIsAsked(false);
          }}
        />
      </div>
    </StepForm>
  );
}
