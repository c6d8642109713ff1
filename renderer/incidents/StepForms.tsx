/** The smaller steps of an incident: a notice is edited, the authority and the people are told or spared, a measure is added, and it is closed. */
import type { ReactNode } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { MAX_NOTICE_TEXT, type NoticeTo, incidentNumber } from '../../contract/incidents/lists.ts';
import type { IncidentView, Notification } from '../../contract/incidents/routes.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { Button } from '../ui/Button.tsx';
import { AreaField } from '../ui/AreaField.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { type IncidentFormProps, seenOf } from './FactsForm.tsx';
import css from './incidents.module.css';
import { peopleOf } from './ScopeForm.tsx';

const { vault } = bridge;

export function NoticeForm({ incident, to, ...form }: IncidentFormProps & { readonly to: NoticeTo }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ notice: incident.notices[to] });
  return (
    <Form
      {...form}
      about={`notice ${incident.incidentId}`}
      name="incident"
      title={t('incidents.noticeEdit', { notice: t(`incidents.notices.${to}`) })}
      lead={t('incidents.noticeLead')}
      yes={t('common.save')}
      send={() => vault['incidents.writeNotice']({ ...seenOf(incident), to, text: draft.notice.trim() })}
    >
      <AreaField
        {...of('notice')}
        label={t('incidents.noticeText')}
        hint={t('incidents.noticeRedraft')}
        rows={14}
        inputClass={css.text}
        maxLength={MAX_NOTICE_TEXT}
      />
    </Form>
  );
}

/** What really happened is signed by whoever says so; a drill by its closing. */
const signedUnlessDrill = ({ drill }: IncidentView) => (drill ? {} : ({ pin: 'last' } as const));

const tell = (incident: IncidentView, notification: Notification, pin: string) =>
  incident.drill
    ? vault['incidents.rehearseNotification']({ ...seenOf(incident), notification })
    : vault['incidents.recordNotification']({ ...seenOf(incident), notification, pin });

export function TellAuthorityForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ words: incident.drill ? t('incidents.usual.authorityHow') : '' });
  return (
    <Form
      {...form}
      about={`authority ${incident.incidentId}`}
      name="incident"
      focus="field"
      title={t('incidents.tellAuthorityTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.tellAuthorityLead')}
      yes={t('incidents.tellAuthority')}
      ready={isReasonValid(draft.words)}
      {...signedUnlessDrill(incident)}
      send={({ pin }) => tell(incident, { to: 'authority', how: draft.words.trim() }, pin)}
    >
      <WordsField {...of('words')} label={t('incidents.tellAuthorityHow')} autoFocus />
    </Form>
  );
}

/** `give`: buttons that give the notice out, which comes first. */
export function TellPeopleForm({
  incident,
  give,
  ...form
}: IncidentFormProps & { readonly give: ReactNode }) {
  const { t } = useTranslation();
  const { drill, people } = incident;
  const { draft, put, of } = useDraft({
    // A drill proposes everybody. Of what really happened nothing is proposed: nobody is told by a press.
    told: incident.told > 0 ? String(incident.told) : drill ? String(people ?? 0) : '',
    unreached: String(incident.unreached),
    words: incident.peopleHow || (drill ? t('incidents.usual.peopleHow') : ''),
  });
  const told = peopleOf(draft.told);
  const unreached = peopleOf(draft.unreached);
  const isGiven = drill || incident.history.some(({ what }) => what === 'given-people');
  const isNumber = typeof told === 'number' && typeof unreached === 'number';
  const isTooMany = isNumber && people !== null && told + unreached > people;
  const isEmpty = draft.told.trim() === '';
  const problem =
    !isNumber && !isEmpty
      ? t('incidents.badNumber')
      : isTooMany
        ? t('incidents.tooMany', { n: people })
        : null;
  return (
    <Form
      {...form}
      about={`people ${incident.incidentId}`}
      name="incident"
      focus="field"
      title={t('incidents.tellPeopleTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.tellPeopleLead')}
      yes={t('common.save')}
      ready={isNumber && problem === null && isGiven && isReasonValid(draft.words)}
      {...signedUnlessDrill(incident)}
      send={({ pin }) =>
        isNumber ? tell(incident, { to: 'people', told, unreached, how: draft.words.trim() }, pin) : null
      }
    >
      {!isGiven && (
        <Note kind="warn" testId="incident-give-first">
          <p>{t('incidents.giveFirst')}</p>
          {give}
        </Note>
      )}
      <FieldLine>
        {(['told', 'unreached'] as const).map((which) => (
          <TextField
            key={which}
            {...of(which)}
            label={t(`incidents.${which}`)}
            problem={which === 'told' ? problem : null}
            autoFocus={which === 'told'}
            inputMode="numeric"
            maxLength={9}
          />
        ))}
        {!drill && people !== null && people > 0 && (
          <Button
            weight="plain"
            data-testid="incident-told-all"
            onClick={() => put({ told: String(people) })}
          >
            {t('incidents.toldAll', { n: people })}
          </Button>
        )}
      </FieldLine>
      <WordsField
        {...of('words')}
        label={t('incidents.tellPeopleHow')}
        hint={t('incidents.tellPeopleHint')}
      />
    </Form>
  );
}

export function SpareForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...form}
      name="incident"
      title={t('incidents.spareTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.spareLead')}
      words={t('incidents.spareWhy')}
      yes={t('incidents.spare')}
      send={(said) => vault['incidents.recordNoNotification']({ ...seenOf(incident), ...said })}
    />
  );
}

export function MeasureForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ measure: '', who: '', due: '' });
  return (
    <Form
      {...form}
      about={`measure ${incident.incidentId}`}
      name="incident"
      focus="field"
      title={t('incidents.measureTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.measureLead')}
      yes={t('incidents.addMeasure')}
      ready={draft.measure.trim().length >= 2}
      send={() =>
        vault['incidents.addMeasure']({
          ...seenOf(incident),
          title: draft.measure.trim(),
          who: draft.who.trim(),
          dueOn: dayFrom(draft.due),
        })
      }
    >
      <FieldLine>
        <TextField
          {...of('measure')}
          label={t('incidents.measureWhat')}
          grow
          autoFocus
          required
          maxLength={100}
        />
        <TextField {...of('who')} label={t('incidents.measureWho')} maxLength={30} />
        <DayField {...of('due')} label={t('incidents.measureDue')} />
      </FieldLine>
    </Form>
  );
}

export function CloseForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...form}
      name="incident"
      title={t('incidents.closeTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.closeLead')}
      words={t('incidents.closeWords')}
      usual={incident.drill ? t('incidents.usual.closed') : ''}
      yes={t('incidents.close')}
      gathers
      send={(said) => vault['incidents.close']({ ...seenOf(incident), ...said })}
    />
  );
}
