/** The smaller steps of an incident: a notice is edited, the authority and the people are told or spared, a measure is added, and it is closed. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { MAX_NOTICE_TEXT, type NoticeTo, incidentNumber } from '../../contract/incidents/lists.ts';
import { bridge } from '../bridge.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { cx } from '../ui/cx.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { type IncidentFormProps, seenOf } from './FactsForm.tsx';
import css from './incidents.module.css';
import { peopleOf } from './ScopeForm.tsx';

const { vault } = bridge;

export function NoticeForm({ incident, to, ...form }: IncidentFormProps & { readonly to: NoticeTo }) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [text, setText] = useState(incident.notices[to]);
  const notice = t(`incidents.notices.${to}`);
  return (
    <StepForm
      {...form}
      name="incident"
      focus="title"
      title={t('incidents.noticeTitle', { notice })}
      lead={t('incidents.noticeLead')}
      yes={t('incidents.save')}
      send={() => vault['incidents.writeNotice']({ ...seenOf(incident), to, text: text.trim() })}
    >
      <Field label={t('incidents.noticeText')} hint={t('incidents.noticeRedraft')}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={14}
            className={cx(css.text)}
            maxLength={MAX_NOTICE_TEXT}
            value={text}
            data-testid="incident-notice"
            onChange={(event) => {
              markDirty();
              setText(event.currentTarget.value);
            }}
          />
        )}
      </Field>
    </StepForm>
  );
}

export function TellAuthorityForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  const [how, setHow] = useState('');
  return (
    <StepForm
      {...form}
      name="incident"
      focus="field"
      title={t('incidents.tellAuthorityTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.tellAuthorityLead')}
      yes={t('incidents.tellAuthority')}
      ready={isReasonValid(how)}
      send={() =>
        vault['incidents.recordNotification']({ ...seenOf(incident), to: 'authority', how: how.trim() })
      }
    >
      <WordsField
        label={t('incidents.tellAuthorityHow')}
        autoFocus
        value={how}
        testId="incident-words"
        onChange={setHow}
      />
    </StepForm>
  );
}

export function TellPeopleForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({
    told: String(incident.told),
    unreached: String(incident.unreached),
  });
  const told = peopleOf(typed.told);
  const unreached = peopleOf(typed.unreached);
  const isNumber = typeof told === 'number' && typeof unreached === 'number';
  const isTooMany = isNumber && incident.people !== null && told + unreached > incident.people;
  const problem = !isNumber
    ? t('incidents.badNumber')
    : isTooMany
      ? t('incidents.tooMany', { n: incident.people })
      : null;
  return (
    <StepForm
      {...form}
      name="incident"
      focus="field"
      title={t('incidents.tellPeopleTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.tellPeopleLead')}
      yes={t('incidents.save')}
      ready={problem === null}
      send={() => {
        if (!isNumber) throw new RangeError('asked before it is ready');
        return vault['incidents.recordNotification']({ ...seenOf(incident), to: 'people', told, unreached });
      }}
    >
      <div className={formCss.line}>
        {(['told', 'unreached'] as const).map((which) => (
          <Field key={which} label={t(`incidents.${which}`)} problem={which === 'told' ? problem : null}>
            {(ids) => (
              <TextInput
                {...ids}
                autoFocus={which === 'told'}
                inputMode="numeric"
                maxLength={9}
                value={typed[which]}
                data-testid={`incident-${which}`}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setTyped((before) => ({ ...before, [which]: value }));
                }}
              />
            )}
          </Field>
        ))}
      </div>
    </StepForm>
  );
}

export function SpareForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <PinForm
      {...form}
      name="incident"
      title={t('incidents.spareTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.spareLead')}
      yes={t('incidents.spare')}
      ready={isReasonValid(words)}
      send={(pin) =>
        vault['incidents.recordNoNotification']({ ...seenOf(incident), words: words.trim(), pin })
      }
    >
      <WordsField label={t('incidents.spareWhy')} value={words} testId="incident-words" onChange={setWords} />
    </PinForm>
  );
}

export function MeasureForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [title, setTitle] = useState('');
  const [who, setWho] = useState('');
  const [due, setDue] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const dueOn = dayFrom(due);
  const isNoDay = due.trim() !== '' && dueOn === null;
  return (
    <StepForm
      {...form}
      name="incident"
      focus="field"
      title={t('incidents.measureTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.measureLead')}
      yes={t('incidents.addMeasure')}
      ready={title.trim().length >= 2}
      isReady={() => {
        setIsAsked(true);
        return !isNoDay;
      }}
      send={() =>
        vault['incidents.addMeasure']({
          ...seenOf(incident),
          title: title.trim(),
          who: who.trim(),
          dueOn,
        })
      }
    >
      <div className={formCss.line}>
        <Field label={t('incidents.measureWhat')} className={formCss.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              autoFocus
              required
              maxLength={100}
              value={title}
              data-testid="incident-measure"
              onChange={(event) => {
                markDirty();
                setTitle(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <Field label={t('incidents.measureWho')}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={30}
              value={who}
              data-testid="incident-who"
              onChange={(event) => setWho(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('incidents.measureDue')} problem={isAsked && isNoDay ? t('day.none') : null}>
          {(ids) => (
            <DayInput
              ids={ids}
              text={due}
              testId="incident-due"
              onChange={(text) => {
                setDue(text);
                setIsAsked(false);
              }}
            />
          )}
        </Field>
      </div>
    </StepForm>
  );
}

export function CloseForm({ incident, ...form }: IncidentFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <PinForm
      {...form}
      name="incident"
      title={t('incidents.closeTitle', { number: incidentNumber(incident.incidentId) })}
      lead={t('incidents.closeLead')}
      yes={t('incidents.close')}
      ready={isReasonValid(words)}
      send={(pin) => vault['incidents.close']({ ...seenOf(incident), words: words.trim(), pin })}
    >
      <WordsField
        label={t('incidents.closeWords')}
        value={words}
        testId="incident-words"
        onChange={setWords}
      />
    </PinForm>
  );
}
