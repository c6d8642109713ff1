/** Forms in which the counter enters a person's notice, consent and withdrawal; with the own PIN. */
import { type Translate, useTranslation } from '../messages/translate.ts';
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
import { SourceNote } from '../pages/SourceNote.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom, today, dayTyped } from '../ui/days.ts';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
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

interface TellDraft {
  readonly purpose: readonly Purpose[];
  readonly way: (typeof WAYS_AT_DESK)[number];
  readonly consenter: Consenter;
}

export function TellForm({ person, noticeVersion, standing, agreed, onClose }: TellFormProps) {
  const { t } = useTranslation();
  const { personId, version } = person;
  const { draft, put, of } = useDraft<TellDraft>({
    purpose: standing.missing.length === 0 ? [GENERAL] : standing.missing,
    way: agreed ? 'signed' : 'counter',
    consenter: standing.byGuardian ? 'guardian' : 'self',
  });
  const { purpose: purposes, way, consenter } = draft;
  return (
    <Form<RouteReply<'consent.tell'>>
      name="consent-tell"
      title={t(agreed ? 'consent.strip.agree' : 'consent.strip.tell')}
      lead={t(agreed ? 'consent.agreeLead' : 'consent.tellLead', { version: noticeVersion })}
      yes={t('consent.postSave')}
      pin="alone"
      ready={!agreed || purposes.length > 0}
      send={({ pin }) =>
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
      onDone={(reply) => {
        onClose();
        personStore.getState().take(reply.person);
        toastsStore.getState().show({ words: (say) => say('consent.registered'), undo: undoOf(reply) });
      }}
      onClose={() => onClose()}
    >
      {agreed && (
        <SeveralChips
          {...of('purpose')}
          label={t('consent.agreedTo')}
          choices={offeredTo(standing).map((value) => ({
            value,
            words: purposeWords(t, value),
            disabled: value === OF_MINORS && consenter !== 'guardian',
          }))}
          testId="consent-purpose"
        />
      )}
      {agreed && purposes.length === 0 && <p className="quiet">{t('consent.choose')}</p>}
      <Chips
        {...of('way')}
        label={t('consent.way')}
        choices={choicesOf(WAYS_AT_DESK, (one) => t(`noticeWays.${one}`))}
        testId="consent-way"
      />
      {standing.byGuardian && (
        <Chips
          {...of('consenter')}
          label={t('consent.consenter')}
          choices={choicesOf(CONSENTERS, (one) => t(`consenters.${one}`))}
          testId="consent-consenter"
          onChange={(chosen) =>
            put({
              consenter: chosen,
              ...(chosen === 'self' && { purpose: purposes.filter((one) => one !== OF_MINORS) }),
            })
          }
        />
      )}
    </Form>
  );
}

const purposeWords = (t: Translate, purpose: Purpose): string =>
  purpose === GENERAL ? t('consent.strip.general') : t(`purposes.${purpose}`);

/** Returns the purposes that are needed of them, and the general consent, which anybody may give. */
const offeredTo = ({ needs }: ConsentStanding): readonly Purpose[] =>
  needs.includes(GENERAL) ? needs : [GENERAL, ...needs];

/** Returns an undo that takes the entry back, with an entry of its own; it fails where the record has changed since. */
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

interface WithdrawDraft {
  readonly purpose: readonly Purpose[];
  readonly day: string;
  readonly follows: Withdrawal;
}

export function WithdrawForm({ person, rules, agreed, onClose }: WithdrawFormProps) {
  const { t, i18n } = useTranslation();
  const { personId, version } = person;
  const { draft, of } = useDraft<WithdrawDraft>(() => ({
    purpose: agreed.length === 1 ? agreed : [],
    day: today(),
    follows: 'delete',
  }));
  const { purpose: purposes, day, follows } = draft;
  const on = dayFrom(day);
  return (
    <Form<MaskedPerson>
      name="consent-withdraw"
      title={t('consent.withdrawTitle')}
      lead={t('consent.withdrawLead')}
      yes={t('consent.postSave')}
      ready={purposes.length > 0 && on !== null}
      pin="last"
      send={({ pin }) =>
        vault['consent.withdraw']({
          personId,
          version,
          purposes: [...purposes],
          on: dayTyped(day),
          follows,
          pin,
        })
      }
      onDone={(reply) => {
        onClose();
        // Nobody goes on with a record that was just restricted.
        if (follows === 'restrict') personStore.getState().close();
        else personStore.getState().take(reply);
      }}
      onClose={() => onClose()}
      toast={(say) => say(follows === 'restrict' ? 'consent.withdrawnRestricted' : 'consent.withdrawn')}
    >
      <SeveralChips
        {...of('purpose')}
        label={t('consent.agreedTo')}
        choices={choicesOf(agreed, (purpose) => purposeWords(t, purpose))}
        testId="consent-purpose"
      />
      {rules.withdrawal
        .filter(({ purpose }) => purposes.includes(purpose))
        .map(({ purpose, zh, en }) => (
          <Note key={purpose}>
            <p>{i18n.language === 'en' ? en : zh}</p>
          </Note>
        ))}
      <SourceNote {...rules.law} />
      <DayField
        {...of('day')}
        label={t('records.withdrawnOn')}
        problem={on === null ? t('day.none') : null}
      />
      <SelectField
        {...of('follows')}
        label={t('consent.follows')}
        hint={t(`consent.followLeads.${follows}`)}
        choices={choicesOf(WITHDRAWALS, (one) => t(`withdrawals.${one}`))}
        testId="consent-follows"
      />
    </Form>
  );
}
