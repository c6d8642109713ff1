/** How often each of the staff may do what, and what raises an alert: changed by an admin, read by a supervisor, tried on the last thirty days. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  COUNTED,
  LIMITED_ROLES,
  type LimitedRole,
  type Limits,
  PRESETS,
  PRESET_LIMITS,
  SIGNS,
  SPANS,
  presetOf,
  loosens,
} from '../../contract/limits/lists.ts';
import type { LimitsTrial } from '../../contract/limits/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Table } from '../ui/Table.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './limits.module.css';
import { withQuota, withSign } from './limits-store.ts';
import { limitsStore } from './stores.ts';
import { SaveForm } from '../pages/SaveForm.tsx';

/** Most that a limit may be. */
const MAX_LIMIT = 100_000;

export function LimitsPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { view, draft, trial, busy, failure, read, tryOut } = useStore(limitsStore);
  useEffect(() => void read(), [read]);
  const mayChange = signedIn.role === 'admin';
  const shown = draft ?? view?.limits ?? null;
  return (
    <Page testId="screen-limits">
      <PageHeader
        title={t('limitsPage.title')}
        lead={t(mayChange ? 'limitsPage.lead' : 'limitsPage.readOnly')}
      >
        <Button
          disabled={shown === null || busy !== 'none'}
          data-testid="limits-try"
          onClick={() => void tryOut()}
        >
          {t(busy === 'trying' ? 'limitsPage.trying' : 'limitsPage.trial')}
        </Button>
      </PageHeader>
      {view === null && <ReadFailure failure={failure} testId="limits-again" onAgain={() => void read()} />}
      {view === null && busy === 'reading' && <Waiting testId="limits-reading" />}
      {view !== null && shown !== null && (
        <PageBody label={t('limitsPage.title')} spaced>
          {trial !== null && <Trial trial={trial} />}
          {draft === null && <FailureNote failure={failure} />}
          <p className="quiet" data-testid="limits-chosen">
            {view.chosen === null
              ? t('limitsPage.usual')
              : t('limitsPage.chosen', {
                  time: formatMoment(view.chosen.at),
                  name: view.chosen.staffName,
                  words: view.chosen.words,
                })}
          </p>
          <Numbers limits={shown} disabled={!mayChange || busy === 'saving'} />
        </PageBody>
      )}
      {draft !== null && view !== null && <SaveLimits was={view.limits} becomes={draft} />}
    </Page>
  );
}

function Trial({ trial }: { readonly trial: LimitsTrial }) {
  const { t } = useTranslation();
  const { days, stopped, waited, alerts } = trial;
  const raised = alerts.map(({ kind, count }) =>
    t('limitsPage.raised', { kind: t(`alertsPage.names.${kind}`), count }),
  );
  return (
    <Note live testId="limits-trial">
      <p>{t('limitsPage.tried', { count: days, stopped, waited })}</p>
      <p>
        {raised.length === 0
          ? t('limitsPage.raisedNone')
          : t('limitsPage.raisedAll', { what: raised.join(' · ') })}
      </p>
    </Note>
  );
}

interface TableProps {
  readonly limits: Limits;
  readonly disabled: boolean;
}

/** Chosen in a word, and said in short; each number is a press away, and in sight while they are changed. */
function Numbers({ limits, disabled }: TableProps) {
  const { t } = useTranslation();
  const { choose } = useStore(limitsStore);
  const preset = presetOf(limits);
  return (
    <>
      <Chips
        label={t('limitsPage.title')}
        choices={choicesOf(preset === null ? ([...PRESETS, 'own'] as const) : PRESETS, (one) =>
          t(`limitsPage.preset.${one}`),
        ).map((one) => ({
          ...one,
          disabled,
        }))}
        value={preset ?? 'own'}
        onChange={(one) => one !== 'own' && choose(PRESET_LIMITS[one])}
        testId="limits-preset"
      />
      {preset !== null && (
        <Facts layout="columns" framed testId="limits-in-short">
          {COUNTED.map((counted) => (
            <Fact key={counted} name={t(`limitsPage.counted.${counted}`)}>
              {LIMITED_ROLES.map((role) => (
                <p key={role}>
                  {t('limitsPage.inShort', { role: t(`roles.${role}`), ...limits.quotas[role][counted] })}
                </p>
              ))}
            </Fact>
          ))}
        </Facts>
      )}
      <details open={preset === null}>
        <summary data-testid="limits-numbers">{t('limitsPage.numbers')}</summary>
        <div className={cx(css.numbers)}>
          {LIMITED_ROLES.map((role) => (
            <QuotaTable key={role} role={role} limits={limits} disabled={disabled} />
          ))}
          <SignTable limits={limits} disabled={disabled} />
        </div>
      </details>
    </>
  );
}

function QuotaTable({ role, limits, disabled }: TableProps & { readonly role: LimitedRole }) {
  const { t } = useTranslation();
  const { choose } = useStore(limitsStore);
  return (
    <section>
      <h2>{t('limitsPage.quotas', { role: t(`roles.${role}`) })}</h2>
      <Table
        columns={['counted', ...SPANS] as const}
        words={(column) =>
          column === 'counted' ? t('limitsPage.columns.counted') : t(`limitsPage.spans.${column}`)
        }
      >
        {COUNTED.map((counted) => (
          <tr key={counted}>
            <th scope="row">{t(`limitsPage.counted.${counted}`)}</th>
            {SPANS.map((span) => (
              <td key={span}>
                <NumberInput
                  label={`${t(`limitsPage.counted.${counted}`)} · ${t(`roles.${role}`)} · ${t(`limitsPage.spans.${span}`)}`}
                  value={limits.quotas[role][counted][span]}
                  disabled={disabled}
                  testId={`quota-${role}-${counted}-${span}`}
                  onChange={(value) => choose(withQuota(limits, role, counted, span, value))}
                />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}

function SignTable({ limits, disabled }: TableProps) {
  const { t } = useTranslation();
  const { choose } = useStore(limitsStore);
  return (
    <section>
      <h2>{t('limitsPage.signsTitle')}</h2>
      <Table columns={['sign', 'number'] as const} words={(column) => t(`limitsPage.columns.${column}`)}>
        {SIGNS.map((sign) => (
          <tr key={sign}>
            <th scope="row">{t(`limitsPage.signs.${sign}`)}</th>
            <td>
              <NumberInput
                label={t(`limitsPage.signs.${sign}`)}
                value={limits.signs[sign]}
                disabled={disabled}
                testId={`sign-${sign}`}
                onChange={(value) => choose(withSign(limits, sign, value))}
              />
            </td>
          </tr>
        ))}
      </Table>
      <p className={cx('small', 'quiet')}>{t('limitsPage.night', limits.night)}</p>
    </section>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly testId: string;
  readonly onChange: (value: number) => void;
}

/** Digits alone: what is no number is not taken. */
function NumberInput({ label, value, disabled, testId, onChange }: NumberInputProps) {
  return (
    <TextInput
      className={cx(css.number)}
      inputMode="numeric"
      aria-label={label}
      value={String(value)}
      disabled={disabled}
      data-testid={testId}
      onChange={({ currentTarget }) =>
        onChange(Math.min(MAX_LIMIT, Number(currentTarget.value.replaceAll(/\D/g, ''))))
      }
    />
  );
}

/** Form that saves the limits that an admin has chosen: the PIN, why, and a supervisor's PIN where more is allowed than before. */
function SaveLimits({ was, becomes }: { readonly was: Limits; readonly becomes: Limits }) {
  const { t } = useTranslation();
  const { busy, failure, save, discard } = useStore(limitsStore);
  const isLooser = loosens(was, becomes);
  return (
    <SaveForm
      title={t('limitsPage.save')}
      testId="limits-save"
      name="limits"
      words={t('policy.apply.words')}
      save={t(busy === 'saving' ? 'edit.saving' : 'limitsPage.save')}
      discard={t('limitsPage.discard')}
      needsSupervisor={isLooser}
      busy={busy !== 'none'}
      failure={failure}
      onSave={(proof) => void save(proof)}
      onDiscard={discard}
    >
      <p className="small">{t(isLooser ? 'limitsPage.looser' : 'limitsPage.tighter')}</p>
    </SaveForm>
  );
}
