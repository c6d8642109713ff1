/** The forms of retention, each with the PINs that it takes. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { HOLD_KINDS, type HoldKind } from '../../contract/erasure/lists.ts';
import type { PersonId } from '../../contract/ids.ts';
import { MAX_KEPT_MONTHS, MAX_RECALLED_AT_ONCE, MAX_RESTRICT_DAYS } from '../../contract/retention/lists.ts';
import type { RetentionPerson, RetentionView } from '../../contract/retention/routes.ts';
import { type Result, ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { personStore } from '../current-record/stores.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { PinForm } from '../pages/PinForm.tsx';
import { deskStore } from '../pages/stores.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips } from '../ui/Chips.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Switch } from '../ui/Switch.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import type { Open } from './open-form.ts';
import { erasingStore } from './stores.ts';

interface FormProps {
  readonly onClose: (view?: RetentionView) => void;
  readonly onStale: () => Promise<void>;
}

export function OpenForm({
  open,
  view,
  ...form
}: FormProps & { readonly open: Open; readonly view: RetentionView }) {
  switch (open.form) {
    case 'rules':
      return <RulesForm view={view} {...form} />;
    case 'hold':
      return <HoldForm person={open.person} {...form} />;
    case 'endHold':
      return <EndHoldForm hold={open.hold} {...form} />;
    case 'open':
      return <OpenPersonForm person={open.person} {...form} />;
    case 'erase':
      return <EraseForm whom={open.whom} view={view} {...form} />;
    case 'records':
      return <RecordsForm entity={open.entity} {...form} />;
    case 'destroy':
      return <DestroyForm {...form} />;
    case 'recall':
      return <RecallForm {...form} />;
    case 'endRecall':
      return <EndRecallForm person={open.person} {...form} />;
  }
}

/** Digits alone, within the bounds; null else. */
const numberIn = (text: string, least: number, most: number): number | null =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

function RulesForm({ view: { rules }, ...form }: FormProps & { readonly view: RetentionView }) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [days, setDays] = useState(String(rules.restrictDays));
  const [months, setMonths] = useState(() => rules.rules.map((rule) => String(rule.months)));
  const [words, setWords] = useState('');
  const restrictDays = numberIn(days, 0, MAX_RESTRICT_DAYS);
  const counts = months.map((text) => numberIn(text, 1, MAX_KEPT_MONTHS));
  const problem = (count: number | null, least: number, most: number): string | null =>
    count === null ? `${least}–${most}` : null;
  const number = (
    label: string,
    text: string,
    wrong: string | null,
    testId: string,
    put: (text: string) => void,
  ) => (
    <Field key={testId} label={label} problem={wrong}>
      {(ids) => (
        <TextInput
          {...ids}
          inputMode="numeric"
          maxLength={4}
          value={text}
          data-testid={testId}
          onChange={(event) => {
            markDirty();
            put(event.currentTarget.value.trim());
          }}
        />
      )}
    </Field>
  );
  return (
    <PinForm
      {...form}
      name="retention"
      title={t('retention.rulesTitle')}
      lead={t('retention.rulesLead')}
      yes={t('retention.setRules')}
      ready={restrictDays !== null && counts.every((count) => count !== null) && isReasonValid(words)}
      send={(pin) =>
        bridge.vault['retention.setRules']({
          rules: {
            restrictDays: restrictDays ?? 0,
            rules: rules.rules.map(({ entity }, at) => ({ entity, months: counts[at] ?? 1 })),
          },
          words: words.trim(),
          pin,
        })
      }
    >
      <div className={formCss.line}>
        {number(
          t('retention.restrictDays'),
          days,
          problem(restrictDays, 0, MAX_RESTRICT_DAYS),
          'retention-restrict-days',
          setDays,
        )}
        {rules.rules.map(({ entity }, at) =>
          number(
            t('retention.monthsFor', { entity: t(`retention.entities.${entity}`) }),
            months[at] ?? '',
            problem(counts[at] ?? null, 1, MAX_KEPT_MONTHS),
            `retention-months-${entity}`,
            (text) => setMonths((before) => before.map((one, index) => (index === at ? text : one))),
          ),
        )}
      </div>
      <WordsField
        label={t('retention.rulesWhy')}
        value={words}
        testId="retention-words"
        onChange={setWords}
      />
    </PinForm>
  );
}

function HoldForm({ person, ...form }: FormProps & { readonly person: RetentionPerson }) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [kind, setKind] = useState<HoldKind>('dispute');
  const [words, setWords] = useState('');
  const [until, setUntil] = useState('');
  const day = dayFrom(until);
  const isBad = until.trim() !== '' && (day === null || day < today());
  return (
    <PinForm
      {...form}
      name="retention"
      title={t('retention.holdTitle', { mask: person.nameMask })}
      lead={t('retention.holdLead')}
      yes={t('retention.hold')}
      ready={isReasonValid(words) && !isBad}
      send={(pin) =>
        bridge.vault['retention.hold']({
          personId: person.personId,
          kind,
          words: words.trim(),
          until: until.trim() === '' ? null : day,
          pin,
        })
      }
    >
      <Chips
        label={t('retention.holdKind')}
        options={HOLD_KINDS.map((id) => ({ id, label: t(`retention.holdKinds.${id}`) }))}
        chosen={kind}
        testId="retention-hold-kind"
        onChoose={setKind}
      />
      <WordsField label={t('retention.holdWhy')} value={words} testId="retention-words" onChange={setWords} />
      <Field
        label={t('retention.holdUntil')}
        problem={isBad ? t('retention.holdBad') : null}
        className={formCss.half}
      >
        {(ids) => (
          <DayInput
            ids={ids}
            text={until}
            testId="retention-hold-until"
            onChange={(text) => {
              markDirty();
              setUntil(text);
            }}
          />
        )}
      </Field>
    </PinForm>
  );
}

function EndHoldForm({ hold, ...form }: FormProps & { readonly hold: RetentionView['holds'][number] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <PinForm
      {...form}
      name="retention"
      title={t('retention.endHoldTitle', { mask: hold.nameMask ?? `#${hold.personId}` })}
      lead={t('retention.endHoldLead')}
      yes={t('retention.endHold')}
      ready={isReasonValid(words)}
      send={(pin) => bridge.vault['retention.endHold']({ holdId: hold.holdId, words: words.trim(), pin })}
    >
      <WordsField
        label={t('retention.endHoldWhy')}
        value={words}
        testId="retention-words"
        onChange={setWords}
      />
    </PinForm>
  );
}

function OpenPersonForm({ person, ...form }: FormProps & { readonly person: RetentionPerson }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <PinForm
      name="retention"
      title={t('retention.openTitle', { mask: person.nameMask })}
      lead={t('retention.openLead')}
      yes={t('retention.openYes')}
      ready={isReasonValid(words)}
      send={(pin) => bridge.vault['retention.open']({ personId: person.personId, words: words.trim(), pin })}
      onStale={form.onStale}
      onClose={(done) => {
        form.onClose();
        if (done === undefined) return;
        void personStore.getState().open(person.personId);
        deskStore.getState().go('counter');
      }}
    >
      <WordsField label={t('retention.openWhy')} value={words} testId="retention-words" onChange={setWords} />
    </PinForm>
  );
}

/** While it runs the page stays, and shows how far it has come. */
async function whileErasing<Reply>(work: () => Promise<Result<Reply>>): Promise<Result<Reply>> {
  erasingStore.getState().begin();
  try {
    return await work();
  } finally {
    erasingStore.getState().end();
  }
}

function EraseForm({
  whom,
  view: { due, returned },
  ...form
}: FormProps & {
  readonly whom: Extract<Open, { readonly form: 'erase' }>['whom'];
  readonly view: RetentionView;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const count = whom === 'due' ? due : whom === 'returned' ? returned : 1;
  return (
    <BothForm
      {...form}
      name="retention"
      isDanger
      title={t('retention.eraseTitle', { count })}
      lead={t('retention.eraseLead')}
      yes={t('retention.eraseOne')}
      ready={isReasonValid(words)}
      send={(takeProof) =>
        whileErasing(async () => {
          const reply = await bridge.vault['retention.erase']({
            people: typeof whom === 'string' ? whom : [whom.personId],
            words: words.trim(),
            ...takeProof(),
          });
          if (!reply.ok) return reply;
          const { view, people } = reply.value;
          toastsStore.getState().show({ words: (say) => say('retention.erased', { count: people }) });
          return ok(view);
        })
      }
    >
      <WordsField
        label={t('retention.eraseWhy')}
        value={words}
        testId="retention-words"
        onChange={setWords}
      />
    </BothForm>
  );
}

function RecordsForm({
  entity,
  ...form
}: FormProps & { readonly entity: Extract<Open, { readonly form: 'records' }>['entity'] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <BothForm
      {...form}
      name="retention"
      isDanger
      title={t('retention.eraseRecordsTitle', { entity: t(`retention.entities.${entity}`) })}
      lead={t('retention.eraseRecordsLead')}
      yes={t('retention.eraseOne')}
      ready={isReasonValid(words)}
      send={(takeProof) =>
        whileErasing(async () => {
          const reply = await bridge.vault['retention.eraseRecords']({
            entity,
            words: words.trim(),
            ...takeProof(),
          });
          if (!reply.ok) return reply;
          const { view, count } = reply.value;
          toastsStore.getState().show({ words: (say) => say('retention.recordsErased', { count }) });
          return ok(view);
        })
      }
    >
      <WordsField
        label={t('retention.eraseWhy')}
        value={words}
        testId="retention-words"
        onChange={setWords}
      />
    </BothForm>
  );
}

function DestroyForm(form: FormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <BothForm
      {...form}
      name="retention"
      isDanger
      title={t('retention.destroyTitle')}
      lead={t('retention.destroyLead')}
      yes={t('retention.destroy')}
      ready={isReasonValid(words)}
      send={async (takeProof) => {
        const reply = await bridge.vault['retention.destroyBackups']({ words: words.trim(), ...takeProof() });
        if (!reply.ok) return reply;
        const { view, count } = reply.value;
        toastsStore.getState().show({ words: (say) => say('retention.destroyed', { count }) });
        return ok(view);
      }}
    >
      <WordsField
        label={t('retention.destroyWhy')}
        value={words}
        testId="retention-words"
        onChange={setWords}
      />
    </BothForm>
  );
}

/** Numbers with anything but digits between them; null where there are too many, or something else is written there. */
function numbersIn(text: string): readonly PersonId[] | null {
  const parts = text.split(/[\s,，、;；]+/u).filter((part) => part !== '');
  const isRight = parts.length <= MAX_RECALLED_AT_ONCE && parts.every((part) => /^[1-9]\d{0,14}$/.test(part));
  return isRight ? parts.map((part) => Number(part) as PersonId) : null;
}

function RecallForm(form: FormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [text, setText] = useState('');
  const [isAll, setIsAll] = useState(false);
  const [words, setWords] = useState('');
  const people = numbersIn(text);
  return (
    <PinForm
      {...form}
      name="retention"
      title={t('retention.recallTitle')}
      lead={t('retention.recallLead', { most: MAX_RECALLED_AT_ONCE })}
      yes={t('retention.recall')}
      ready={isReasonValid(words) && people !== null && (people.length > 0 || isAll)}
      send={async (pin) => {
        const reply = await bridge.vault['retention.recall']({
          people: [...(people ?? [])],
          isAll,
          words: words.trim(),
          pin,
        });
        if (!reply.ok) return reply;
        const { view, there } = reply.value;
        toastsStore.getState().show({ words: (say) => say('retention.recalled', { count: there }) });
        return ok(view);
      }}
    >
      <Field
        label={t('retention.recallNumbers')}
        problem={people === null ? t('retention.recallBad', { most: MAX_RECALLED_AT_ONCE }) : null}
      >
        {(ids) => (
          <TextArea
            {...ids}
            rows={4}
            value={text}
            data-testid="retention-recall-numbers"
            onChange={(event) => {
              markDirty();
              setText(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <Switch label={t('retention.recallAll')} on={isAll} testId="retention-recall-all" onChange={setIsAll} />
      <WordsField
        label={t('retention.recallWhy')}
        value={words}
        testId="retention-words"
        onChange={setWords}
      />
    </PinForm>
  );
}

function EndRecallForm({ person, ...form }: FormProps & { readonly person: RetentionPerson }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <BothForm
      {...form}
      name="retention"
      title={t('retention.endRecallTitle', { mask: person.nameMask })}
      lead={t('retention.endRecallLead')}
      yes={t('retention.endRecall')}
      ready={isReasonValid(words)}
      send={(takeProof) =>
        bridge.vault['retention.endRecall']({
          personId: person.personId,
          words: words.trim(),
          ...takeProof(),
        })
      }
    >
      <WordsField
        label={t('retention.endRecallWhy')}
        value={words}
        testId="retention-words"
        onChange={setWords}
      />
    </BothForm>
  );
}
