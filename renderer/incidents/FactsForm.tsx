/** What the law asks a notice to say of an incident (PIPL, Article 57), and at which level it is. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { FIELD_IDS } from '../../contract/fields.ts';
import {
  CERTAINTIES,
  INCIDENT_KINDS,
  incidentNumber,
  INCIDENT_TEXTS,
  MAX_INCIDENT_TEXT,
  MAX_INCIDENT_TITLE,
} from '../../contract/incidents/lists.ts';
import type { IncidentFacts, IncidentLevel, IncidentView } from '../../contract/incidents/routes.ts';
import { bridge } from '../bridge.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Select } from '../ui/Select.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import css from './incidents.module.css';
import { momentOf, MomentFields, typedOf } from './MomentFields.tsx';

export interface IncidentFormProps {
  readonly incident: IncidentView;
  readonly onClose: (incident?: IncidentView) => void;
  readonly onStale: () => Promise<void>;
}

/** What a change says that the incident is as it was seen. */
export const seenOf = ({ incidentId, version }: IncidentView) => ({ incidentId, version });

type Draft = Omit<IncidentFacts, 'noticedAt'>;

const draftOf = (one: IncidentView): Draft => ({
  kind: one.kind,
  certainty: one.certainty,
  title: one.title,
  fields: one.fields,
  causes: one.causes,
  harm: one.harm,
  measures: one.measures,
  advice: one.advice,
  contact: one.contact,
  level: one.level,
});

export function FactsForm({
  incident,
  levels,
  onClose,
  onStale,
}: IncidentFormProps & { readonly levels: readonly IncidentLevel[] }) {
  const { t, i18n } = useTranslation();
  const markDirty = useUnsaved();
  const [draft, setDraft] = useState(() => draftOf(incident));
  const [noticed, setNoticed] = useState(() => typedOf(incident.noticedAt));
  const [isAsked, setIsAsked] = useState(false);
  const noticedAt = noticedOf(incident, noticed);
  const put = (changed: Partial<Draft>): void => {
    markDirty();
    setDraft((before) => ({ ...before, ...changed }));
  };
  return (
    <StepForm
      name="incident"
      focus="title"
      title={t('incidents.factsTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.factsLead')}
      yes={t('incidents.save')}
      isReady={() => {
        setIsAsked(true);
        return noticedAt !== null;
      }}
      send={() => {
        if (noticedAt === null) throw new RangeError('asked before it is ready');
        return bridge.vault['incidents.change']({
          ...seenOf(incident),
          facts: { ...draft, title: draft.title.trim(), fields: [...draft.fields], noticedAt },
        });
      }}
      onClose={onClose}
      onStale={onStale}
    >
      <Chips
        label={t('incidents.kind')}
        options={INCIDENT_KINDS.map((id) => ({ id, label: t(`incidents.kinds.${id}`) }))}
        chosen={draft.kind}
        testId="incident-kind"
        onChoose={(kind) => put({ kind })}
      />
      <Chips
        label={t('incidents.certainty')}
        options={CERTAINTIES.map((id) => ({ id, label: t(`incidents.certainties.${id}`) }))}
        chosen={draft.certainty}
        testId="incident-certainty"
        onChoose={(certainty) => put({ certainty })}
      />
      <div className={formCss.line}>
        <Field label={t('incidents.name')} className={formCss.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={MAX_INCIDENT_TITLE}
              value={draft.title}
              data-testid="incident-title"
              onChange={(event) => put({ title: event.currentTarget.value })}
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
      <SeveralChips
        label={t('incidents.fields')}
        options={FIELD_IDS.map((id) => ({ id, label: t(`fields.${id}`) }))}
        chosen={draft.fields}
        testId="incident-field"
        onChoose={(fields) => put({ fields: [...fields] })}
      />
      {INCIDENT_TEXTS.map((text) => (
        <Field key={text} label={t(`incidents.texts.${text}`)}>
          {(ids) => (
            <TextArea
              {...ids}
              rows={2}
              className={cx(css.text)}
              maxLength={MAX_INCIDENT_TEXT}
              value={draft[text]}
              data-testid={`incident-${text}`}
              onChange={(event) => put({ [text]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      {levels.length > 0 && (
        <Field label={t('incidents.level')}>
          {(ids) => (
            <Select
              ids={ids}
              value={draft.level}
              none={{ words: t('incidents.levelByPeople'), onChoose: () => put({ level: null }) }}
              choices={levelsOf(incident, levels).map(({ id, zh, en }) => ({
                value: id,
                words: i18n.language === 'en' ? en : zh,
              }))}
              testId="incident-level"
              onChoose={(level) => put({ level })}
            />
          )}
        </Field>
      )}
      {levels.length > 0 && <SourceNote {...sourceOf(incident.source)} />}
    </StepForm>
  );
}

/** Those of the data, and the one that was chosen where the data has it no more. */
const levelsOf = (
  { level, clock }: IncidentView,
  levels: readonly IncidentLevel[],
): readonly Pick<IncidentLevel, 'id' | 'zh' | 'en'>[] =>
  level === null || clock === null || levels.some(({ id }) => id === level)
    ? levels
    : [...levels, { ...clock, id: level }];

/** The very moment where nobody has typed another minute. */
function noticedOf({ noticedAt }: IncidentView, typed: ReturnType<typeof typedOf>): number | null {
  const was = typedOf(noticedAt);
  return was.day === typed.day && was.time === typed.time ? noticedAt : momentOf(typed, Date.now());
}
