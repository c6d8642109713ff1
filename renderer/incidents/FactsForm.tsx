/** Form for the facts that the law asks a notice of an incident to state (PIPL, Article 57), and for its level. */
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { FIELD_IDS, type FieldId } from '../../contract/fields.ts';
import {
  CERTAINTIES,
  INCIDENT_KINDS,
  INCIDENT_TEXTS,
  MAX_INCIDENT_TEXT,
  MAX_INCIDENT_TITLE,
  incidentNumber,
} from '../../contract/incidents/lists.ts';
import type { IncidentFacts, IncidentLevel, IncidentView } from '../../contract/incidents/routes.ts';
import { bridge } from '../bridge.ts';
import { companyStore } from '../company/stores.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { OptionalSelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import css from './incidents.module.css';
import { momentOf, MomentFields, type TypedMoment, typedOf } from './MomentFields.tsx';

export interface IncidentFormProps {
  readonly incident: IncidentView;
  readonly onClose: (incident?: IncidentView) => void;
  readonly onStale: () => Promise<void>;
}

/** Returns the id and version by which a change states the incident as it was seen. */
export const seenOf = ({ incidentId, version }: IncidentView) => ({ incidentId, version });

type Draft = Omit<IncidentFacts, 'noticedAt' | 'fields'> & {
  readonly field: readonly FieldId[];
  readonly noticed: TypedMoment;
};

const draftOf = (one: IncidentView): Draft => ({
  kind: one.kind,
  certainty: one.certainty,
  title: one.title,
  field: one.fields,
  causes: one.causes,
  harm: one.harm,
  measures: one.measures,
  advice: one.advice,
  contact: one.contact,
  level: one.level,
  noticed: typedOf(one.noticedAt),
});

/** What was not written yet: the contact that the company has stated, the usual advice; in a drill, a story to play. */
function proposed(t: Translate, draft: Draft, isDrill: boolean, contact: string): Draft {
  const known: Partial<Record<keyof Draft, string>> = {
    contact,
    harm: t('incidents.usual.harm'),
    advice: t('incidents.usual.advice'),
    ...(isDrill ? { causes: t('incidents.usual.causes'), measures: t('incidents.usual.measures') } : {}),
  };
  const texts = INCIDENT_TEXTS.map((text) => [text, draft[text] === '' ? (known[text] ?? '') : draft[text]]);
  const field = isDrill && draft.field.length === 0 ? (['name', 'phone'] as const) : draft.field;
  return { ...draft, ...Object.fromEntries(texts), field };
}

export function FactsForm({
  incident,
  levels,
  ...form
}: IncidentFormProps & { readonly levels: readonly IncidentLevel[] }) {
  const { t, i18n } = useTranslation();
  const contact = useStore(companyStore, ({ register }) => register?.facts.complaintPhone ?? '');
  const { draft, of } = useDraft(() => proposed(t, draftOf(incident), incident.drill, contact));
  const send = () => {
    const { noticed, field, title, ...facts } = draft;
    const noticedAt = noticedOf(incident, noticed);
    return noticedAt === null
      ? null
      : bridge.vault['incidents.change']({
          ...seenOf(incident),
          facts: { ...facts, title: title.trim(), fields: [...field], noticedAt },
        });
  };
  return (
    <Form
      {...form}
      about={`facts ${incident.incidentId}`}
      name="incident"
      title={t('incidents.factsTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.factsLead')}
      yes={t('common.save')}
      send={send}
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
      <FieldLine>
        <TextField {...of('title')} label={t('incidents.name')} grow maxLength={MAX_INCIDENT_TITLE} />
        <MomentFields
          {...of('noticed')}
          validate={(typed) => (noticedOf(incident, typed) === null ? t('incidents.badMoment') : null)}
        />
      </FieldLine>
      <SeveralChips
        {...of('field')}
        label={t('incidents.fields')}
        choices={choicesOf(FIELD_IDS, (field) => t(`fields.${field}`))}
      />
      {INCIDENT_TEXTS.map((text) => (
        <AreaField
          key={text}
          {...of(text)}
          label={t(`incidents.texts.${text}`)}
          rows={2}
          inputClass={css.text}
          maxLength={MAX_INCIDENT_TEXT}
        />
      ))}
      {levels.length > 0 && (
        <>
          <OptionalSelectField
            {...of('level')}
            label={t('incidents.level')}
            none={t('incidents.levelByPeople')}
            choices={levelsOf(incident, levels).map(({ id, zh, en }) => ({
              value: id,
              words: i18n.language === 'en' ? en : zh,
            }))}
          />
          <SourceNote {...sourceOf(incident.source)} />
        </>
      )}
    </Form>
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
function noticedOf({ noticedAt }: IncidentView, typed: TypedMoment): number | null {
  const was = typedOf(noticedAt);
  return was.day === typed.day && was.time === typed.time ? noticedAt : momentOf(typed, Date.now());
}
