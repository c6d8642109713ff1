/** The forms of retention, each with the PINs that it takes. */
import { type Translate, useTranslation } from '../messages/translate.ts';
import { HOLD_KINDS, type HoldKind } from '../../contract/erasure/lists.ts';
import type { PersonId } from '../../contract/ids.ts';
import { MAX_KEPT_MONTHS, MAX_RECALLED_AT_ONCE, MAX_RESTRICT_DAYS } from '../../contract/retention/lists.ts';
import type { RetentionPerson, RetentionView } from '../../contract/retention/routes.ts';
import { type Result, ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { personStore } from '../current-record/stores.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { deskStore } from '../pages/stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { AreaField } from '../ui/AreaField.tsx';
import { Chips } from '../ui/Chips.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { cx } from '../ui/cx.ts';
import type { Bound } from '../ui/form-scope.ts';
import { choicesOf } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toastsStore } from '../ui/toasts.ts';
import type { Open } from './open-form.ts';
import css from './retention.module.css';
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
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

interface NumberFieldProps extends Bound<string> {
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

function NumberField({ least, most, ...field }: NumberFieldProps) {
  return (
    <TextField
      {...field}
      problem={numberIn(field.value, least, most) === null ? `${least}–${most}` : null}
      inputMode="numeric"
      maxLength={4}
    />
  );
}

function RulesForm({ view: { rules }, ...form }: FormProps & { readonly view: RetentionView }) {
  const { t } = useTranslation();
  const { draft, put, of } = useDraft(() => ({
    'restrict-days': String(rules.restrictDays),
    months: rules.rules.map((rule) => String(rule.months)),
  }));
  const restrictDays = numberIn(draft['restrict-days'], 0, MAX_RESTRICT_DAYS);
  const counts = draft.months.map((text) => numberIn(text, 1, MAX_KEPT_MONTHS));
  return (
    <WordsForm
      {...form}
      name="retention"
      title={t('retention.rulesTitle')}
      lead={t('retention.rulesLead')}
      words={t('retention.rulesWhy')}
      gathers
      {...(rules.chosen === null ? { usual: t('retention.firstWords') } : {})}
      yes={t('retention.setRules')}
      ready={restrictDays !== null && counts.every((count) => count !== null)}
      send={(said) =>
        bridge.vault['retention.setRules']({
          rules: {
            restrictDays: restrictDays ?? 0,
            rules: rules.rules.map(({ entity }, at) => ({ entity, months: counts[at] ?? 1 })),
          },
          ...said,
        })
      }
    >
      <div className={cx('stack2', css.times)}>
        <NumberField
          {...of('restrict-days')}
          label={t('retention.restrictDays')}
          least={0}
          most={MAX_RESTRICT_DAYS}
        />
        {rules.rules.map(({ entity }, at) => (
          <NumberField
            key={entity}
            label={t(`retention.entities.${entity}`)}
            least={1}
            most={MAX_KEPT_MONTHS}
            value={draft.months[at] ?? ''}
            testId={`retention-months-${entity}`}
            onChange={(text) => put({ months: draft.months.with(at, text) })}
          />
        ))}
      </div>
    </WordsForm>
  );
}

function HoldForm({ person, ...form }: FormProps & { readonly person: RetentionPerson }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<{ kind: HoldKind; until: string }>({ kind: 'dispute', until: '' });
  const { kind, until } = draft;
  const day = dayFrom(until);
  const isBad = until.trim() !== '' && (day === null || day < today());
  return (
    <WordsForm
      {...form}
      name="retention"
      title={t('retention.holdTitle', { mask: person.nameMask })}
      lead={t('retention.holdLead')}
      words={t('retention.holdWhy')}
      yes={t('retention.hold')}
      ready={!isBad}
      send={(said) =>
        bridge.vault['retention.hold']({ personId: person.personId, kind, until: day, ...said })
      }
      after={
        <DayField
          {...of('until')}
          label={t('retention.holdUntil')}
          problem={isBad ? t('retention.holdBad') : null}
          testId="retention-hold-until"
        />
      }
    >
      <Chips
        {...of('kind')}
        label={t('retention.holdKind')}
        choices={choicesOf(HOLD_KINDS, (one) => t(`retention.holdKinds.${one}`))}
        testId="retention-hold-kind"
      />
    </WordsForm>
  );
}

function EndHoldForm({ hold, ...form }: FormProps & { readonly hold: RetentionView['holds'][number] }) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...form}
      name="retention"
      title={t('retention.endHoldTitle', { mask: hold.nameMask ?? `#${hold.personId}` })}
      lead={t('retention.endHoldLead')}
      words={t('retention.endHoldWhy')}
      yes={t('retention.endHold')}
      send={(said) => bridge.vault['retention.endHold']({ holdId: hold.holdId, ...said })}
    />
  );
}

function OpenPersonForm({ person, ...form }: FormProps & { readonly person: RetentionPerson }) {
  const { t } = useTranslation();
  return (
    <WordsForm
      name="retention"
      title={t('retention.openTitle', { mask: person.nameMask })}
      lead={t('retention.openLead')}
      words={t('retention.openWhy')}
      yes={t('retention.openYes')}
      send={(said) => bridge.vault['retention.open']({ personId: person.personId, ...said })}
      onStale={form.onStale}
      onClose={(done) => {
        form.onClose();
        if (done === undefined) return;
        void personStore.getState().open(person.personId);
        deskStore.getState().go('counter');
      }}
    />
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

/** The view of the page, once it is said what was done. */
function viewOf<Reply extends { readonly view: RetentionView }>(
  reply: Result<Reply>,
  words: (t: Translate, done: Reply) => string,
): Result<RetentionView> {
  if (!reply.ok) return reply;
  toastsStore.getState().show({ words: (say) => words(say, reply.value) });
  return ok(reply.value.view);
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
  const people = typeof whom === 'string' ? whom : [whom.personId];
  return (
    <BothForm
      {...form}
      name="retention"
      isDanger
      title={t('retention.eraseTitle', { count: typeof whom === 'string' ? { due, returned }[whom] : 1 })}
      lead={t('retention.eraseLead')}
      words={t('retention.eraseWhy')}
      yes={t('retention.eraseOne')}
      send={(takeProof) =>
        whileErasing(async () =>
          viewOf(await bridge.vault['retention.erase']({ people, ...takeProof() }), (say, done) =>
            say('retention.erased', { count: done.people }),
          ),
        )
      }
    />
  );
}

function RecordsForm({
  entity,
  ...form
}: FormProps & { readonly entity: Extract<Open, { readonly form: 'records' }>['entity'] }) {
  const { t } = useTranslation();
  return (
    <BothForm
      {...form}
      name="retention"
      isDanger
      title={t('retention.eraseRecordsTitle', { entity: t(`retention.entities.${entity}`) })}
      lead={t('retention.eraseRecordsLead')}
      words={t('retention.eraseWhy')}
      yes={t('retention.eraseOne')}
      send={(takeProof) =>
        whileErasing(async () =>
          viewOf(await bridge.vault['retention.eraseRecords']({ entity, ...takeProof() }), (say, { count }) =>
            say('retention.recordsErased', { count }),
          ),
        )
      }
    />
  );
}

function DestroyForm(form: FormProps) {
  const { t } = useTranslation();
  return (
    <BothForm
      {...form}
      name="retention"
      isDanger
      title={t('retention.destroyTitle')}
      lead={t('retention.destroyLead')}
      words={t('retention.destroyWhy')}
      yes={t('retention.destroy')}
      send={async (takeProof) =>
        viewOf(await bridge.vault['retention.destroyBackups'](takeProof()), (say, { count }) =>
          say('retention.destroyed', { count }),
        )
      }
    />
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
  const { draft, of } = useDraft({ 'recall-numbers': '', 'recall-all': false });
  const people = numbersIn(draft['recall-numbers']);
  const isAll = draft['recall-all'];
  return (
    <WordsForm
      {...form}
      name="retention"
      title={t('retention.recallTitle')}
      lead={t('retention.recallLead', { most: MAX_RECALLED_AT_ONCE })}
      words={t('retention.recallWhy')}
      yes={t('retention.recall')}
      ready={people !== null && (people.length > 0 || isAll)}
      send={async (said) =>
        viewOf(
          await bridge.vault['retention.recall']({ people: [...(people ?? [])], isAll, ...said }),
          (say, { there }) => say('retention.recalled', { count: there }),
        )
      }
    >
      <AreaField
        {...of('recall-numbers')}
        label={t('retention.recallNumbers')}
        problem={people === null ? t('retention.recallBad', { most: MAX_RECALLED_AT_ONCE }) : null}
        rows={4}
      />
      <Switch {...of('recall-all')} label={t('retention.recallAll')} />
    </WordsForm>
  );
}

function EndRecallForm({ person, ...form }: FormProps & { readonly person: RetentionPerson }) {
  const { t } = useTranslation();
  return (
    <BothForm
      {...form}
      name="retention"
      title={t('retention.endRecallTitle', { mask: person.nameMask })}
      lead={t('retention.endRecallLead')}
      words={t('retention.endRecallWhy')}
      yes={t('retention.endRecall')}
      send={(takeProof) => bridge.vault['retention.endRecall']({ personId: person.personId, ...takeProof() })}
    />
  );
}
