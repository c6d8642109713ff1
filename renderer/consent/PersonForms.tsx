/** What the counter enters of one person: told, consented, withdrawn; with the own PIN. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { type ConsentStanding, GENERAL, OF_MINORS, WAYS_AT_DESK } from '../../contract/consent/lists.ts';
import {
  CONSENTERS,
  type Consenter,
  type Purpose,
  WITHDRAWALS,
  type Withdrawal,
} from '../../contract/fields.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { personStore } from '../current-record/stores.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { SourceNote } from '../pages/SourceNote.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Note } from '../ui/Note.tsx';
import { Select } from '../ui/Select.tsx';
import { type Undo, toastsStore } from '../ui/toasts.ts';

const { vault } = bridge;

interface FormProps {
  readonly person: MaskedPerson;
  readonly onClose: () => void;
}

interface TellFormProps extends FormProps {
  readonly noticeVersion: string;
  readonly standing: ConsentStanding;
  readonly agreed: boolean;
}

export function TellForm({ person, noticeVersion, standing, agreed, onClose }: TellFormProps) {
  const { t } = useTranslation();
  const { personId, version } = person;
  const offered = offeredTo(standing);
  const [purposes, setPurposes] = useState<readonly Purpose[]>(
    standing.missing.length === 0 ? [GENERAL] : standing.missing,
  );
  const [way, setWay] = useState<(typeof WAYS_AT_DESK)[number]>(agreed ? 'signed' : 'counter');
  const [consenter, setConsenter] = useState<Consenter>(standing.byGuardian ? 'guardian' : 'self');
  const markDirty = useUnsaved();
  return (
    <PinForm<RouteReply<'consent.tell'>>
      name="consent-tell"
      title={t(agreed ? 'consent.agreeTitle' : 'consent.tellTitle')}
      lead={t(agreed ? 'consent.agreeLead' : 'consent.tellLead', { version: noticeVersion })}
      yes={t('consent.register')}
      pinAlone
      ready={!agreed || purposes.length > 0}
      send={(pin) =>
        vault['consent.tell']({
          personId,
          version,
          purposes: agreed ? [...purposes] : [GENERAL],
          agreed,
          way,
          consenter,
          pin,
        })
      }
      onClose={(reply) => {
        onClose();
        if (reply === undefined) return;
        personStore.getState().take(reply.person);
        toastsStore.getState().show({ words: (say) => say('consent.registered'), undo: undoOf(reply) });
      }}
    >
      {agreed && (
        <SeveralChips
          label={t('consent.agreedTo')}
          options={offered.map((id) => ({
            id,
            label: id === GENERAL ? t('consent.strip.general') : t(`purposes.${id}`),
            disabled: id === OF_MINORS && consenter !== 'guardian',
          }))}
          chosen={purposes}
          testId="consent-purpose"
          onChoose={(chosen) => {
            markDirty();
            setPurposes(chosen);
          }}
        />
      )}
      {agreed && purposes.length === 0 && <p className="quiet">{t('consent.choose')}</p>}
      <Chips
        label={t('consent.way')}
        options={WAYS_AT_DESK.map((id) => ({ id, label: t(`noticeWays.${id}`) }))}
        chosen={way}
        testId="consent-way"
        onChoose={setWay}
      />
      {standing.byGuardian && (
        <Chips
          label={t('consent.consenter')}
          options={CONSENTERS.map((id) => ({ id, label: t(`consenters.${id}`) }))}
          chosen={consenter}
          testId="consent-consenter"
          onChoose={(chosen) => {
            setConsenter(chosen);
            if (chosen === 'self') setPurposes(purposes.filter((purpose) => purpose !== OF_MINORS));
          }}
        />
      )}
    </PinForm>
  );
}

/** What is needed of them, and the general consent, which anybody may give. */
const offeredTo = ({ needs }: ConsentStanding): readonly Purpose[] =>
  needs.includes(GENERAL) ? needs : [GENERAL, ...needs];

/** What was entered is taken back, with an entry of its own; nothing where the record has changed since. */
function undoOf({ person: { personId, version }, recordIds }: RouteReply<'consent.tell'>): Undo {
  return async () => {
    const reply = await vault['consent.takeBack']({ personId, version, recordIds });
    if (!reply.ok) return reply.error;
    const { person, take } = personStore.getState();
    if (person?.personId === personId) take(reply.value);
    return null;
  };
}

interface WithdrawFormProps extends FormProps {
  readonly rules: RouteReply<'consent.rules'>;
  readonly agreed: readonly Purpose[];
}

export function WithdrawForm({ person, rules, agreed, onClose }: WithdrawFormProps) {
  const { t, i18n } = useTranslation();
  const { personId, version } = person;
  const [purposes, setPurposes] = useState<readonly Purpose[]>(agreed.length === 1 ? agreed : []);
  const [day, setDay] = useState(today);
  const [follows, setFollows] = useState<Withdrawal>('delete');
  const markDirty = useUnsaved();
  const on = dayFrom(day);
  return (
    <PinForm<MaskedPerson>
      name="consent-withdraw"
      title={t('consent.withdrawTitle')}
      lead={t('consent.withdrawLead')}
      yes={t('consent.register')}
      ready={purposes.length > 0 && on !== null}
      send={(pin) =>
        vault['consent.withdraw']({ personId, version, purposes: [...purposes], on: on ?? '', follows, pin })
      }
      onClose={(reply) => {
        onClose();
        if (reply === undefined) return;
        personStore.getState().take(reply);
        toastsStore.getState().show({ words: (say) => say('consent.withdrawn') });
      }}
    >
      <SeveralChips
        label={t('consent.agreedTo')}
        options={agreed.map((id) => ({
          id,
          label: id === GENERAL ? t('consent.strip.general') : t(`purposes.${id}`),
        }))}
        chosen={purposes}
        testId="consent-purpose"
        onChoose={(chosen) => {
          markDirty();
          setPurposes(chosen);
        }}
      />
      {rules.withdrawal
        .filter(({ purpose }) => purposes.includes(purpose))
        .map(({ purpose, zh, en }) => (
          <Note key={purpose}>
            <p>{i18n.language === 'en' ? en : zh}</p>
          </Note>
        ))}
      <SourceNote {...rules.law} />
      <Field
        label={t('consent.withdrawDay')}
        problem={on === null ? t('day.none') : null}
        className={formCss.half}
      >
        {(ids) => <DayInput ids={ids} text={day} testId="consent-withdraw-day" onChange={setDay} />}
      </Field>
      <Field label={t('consent.follows')} hint={t(`consent.followLeads.${follows}`)} className={formCss.half}>
        {(ids) => (
          <Select
            ids={ids}
            value={follows}
            choices={WITHDRAWALS.map((value) => ({ value, words: t(`withdrawals.${value}`) }))}
            testId="consent-follows"
            onChoose={setFollows}
          />
        )}
      </Field>
    </PinForm>
  );
}
