/** How much the counter may see: a row a mask with its levels and what each leaves, chosen by an admin, read by a supervisor; and the history of it. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  MASK_PRESETS,
  type MaskLevel,
  type PolicyMask,
  type PolicySetting,
  presetOfMasks,
  valueOf,
  type SettingValue,
} from '../../contract/policy/lists.ts';
import type { PolicyView } from '../../contract/policy/views.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { formatMoment, formatDuration } from '../messages/format.ts';
import { policyStore } from './stores.ts';
import { Chip, Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './policy.module.css';
import { changesOf, type PolicyChange, needsSupervisor } from './policy-store.ts';
import { SaveForm } from '../pages/SaveForm.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { exampleOf } from './mask-examples.ts';

export function PolicyPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { view, draft, busy, failure, read, tellProgress } = useStore(policyStore);
  useEffect(() => void read(), [read]);
  useEffect(() => bridge.onVault['policy.progress'](tellProgress), [tellProgress]);
  const mayChange = signedIn.role === 'admin';
  const changes = changesOf(view, draft);
  return (
    <Page testId="screen-policy">
      <PageHeader title={t('policy.title')} lead={t(mayChange ? 'policy.lead' : 'policy.readOnly')} />
      {view === null && <ReadFailure failure={failure} testId="policy-again" onAgain={() => void read()} />}
      {view === null && busy === 'reading' && <Waiting testId="policy-reading" />}
      {view !== null && (
        <PageBody label={t('policy.title')}>
          <Choices view={view} disabled={!mayChange || busy === 'saving'} />
          <History view={view} />
        </PageBody>
      )}
      {mayChange && changes.length > 0 && <ApplyForm changes={changes} />}
    </Page>
  );
}

function Choices({ view, disabled }: { readonly view: PolicyView; readonly disabled: boolean }) {
  const { t } = useTranslation();
  const { draft, choose, chooseMasks } = useStore(policyStore);
  const shown = draft ?? view;
  return (
    <>
      <div className={cx(css.presets)}>
        <Chips
          label={t('policy.presets')}
          choices={choicesOf(MASK_PRESETS, (one) => t(`policy.preset.${one}`)).map((one) => ({
            ...one,
            disabled,
          }))}
          value={presetOfMasks(shown.masks)}
          onChange={chooseMasks}
          testId="policy-preset"
        />
      </div>
      {view.choices.map(({ mask, levels }) => (
        <fieldset key={mask} className={cx(css.row)} disabled={disabled} data-testid={`policy-${mask}`}>
          <legend>{t(`policy.mask.${mask}`)}</legend>
          <div className="line2">
            {levels.map(({ level, candidates }) => (
              <Level
                key={level}
                mask={mask}
                level={level}
                candidates={candidates}
                alike={mask === 'name' && level === 'usual' ? view.alike : null}
                chosen={shown.masks[mask] === level}
                onChoose={() => choose(`mask.${mask}`, level)}
              />
            ))}
          </div>
          <p className={cx('small', 'quiet')}>
            <NoteOf mask={mask} />
          </p>
        </fieldset>
      ))}
      {view.switches.map((field) => {
        const setting: PolicySetting = `field.${field}`;
        return (
          <fieldset key={field} className={cx(css.row)} disabled={disabled} data-testid={`policy-${field}`}>
            <legend>{t('policy.extra')}</legend>
            <Switch
              label={t(`policy.${setting}`)}
              value={valueOf(shown, setting) === 'on'}
              testId={`policy-switch-${field}`}
              onChange={(on) => choose(setting, on ? 'on' : 'off')}
            />
            <p className={cx('small', 'quiet')}>{t(`policy.fieldNotes.${field}`)}</p>
          </fieldset>
        );
      })}
    </>
  );
}

interface LevelProps {
  readonly mask: PolicyMask;
  readonly level: MaskLevel;
  readonly candidates: number | null;
  /** People here who look the same so, where that says more than a count of forms. */
  readonly alike: PolicyView['alike'];
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Level({ mask, level, candidates, alike, chosen, onChoose }: LevelProps) {
  const { t } = useTranslation();
  const left =
    alike === null ? t(`policy.strengths.${strengthOf(level, candidates)}`) : t('policy.alike', { ...alike });
  return (
    <Chip
      type="radio"
      name={`policy-${mask}`}
      chosen={chosen}
      onChoose={onChoose}
      detail={left}
      testId={`policy-${mask}-${level}`}
    >
      <LevelWords setting={`mask.${mask}`} value={level} />
    </Chip>
  );
}

/** How hard what is hidden is to guess, by the values that are left; where these cannot be counted, by how much is shown. */
function strengthOf(level: MaskLevel, candidates: number | null): 'weak' | 'medium' | 'strong' {
  if (level === 'hidden') return 'strong';
  if (candidates === null) return level === 'usual' ? 'weak' : 'medium';
  return candidates < 100_000 ? 'weak' : candidates < 100_000_000 ? 'medium' : 'strong';
}

function NoteOf({ mask }: { readonly mask: PolicyMask }) {
  const { t } = useTranslation();
  switch (mask) {
    case 'name':
    case 'phone':
    case 'email':
    case 'address':
    case 'id-number':
    case 'plate':
    case 'contact-person':
      return t(`policy.notes.${mask}`);
    case 'birthday':
    case 'wechat':
    case 'bank-card':
      return null;
  }
}

type Change = PolicyView['history'][number];

const CHANGES: Listing<Change> = {
  idOf: ({ id }) => id,
  marksOf: () => ({ 'data-testid': 'policy-change' }),
  columns: (t) => [
    { id: 'time', header: t('policy.columns.time'), narrow: true, cell: ({ at }) => formatMoment(at) },
    {
      id: 'who',
      header: t('policy.columns.who'),
      cell: ({ staffName, cosignerName }) => (
        <>
          {staffName}
          {cosignerName !== null && <small> {t('log.with', { name: cosignerName })}</small>}
        </>
      ),
    },
    { id: 'what', header: t('policy.columns.what'), cell: ({ setting }) => t(`policy.${setting}`) },
    {
      id: 'change',
      header: t('policy.columns.change'),
      narrow: true,
      second: true,
      cell: ({ setting, was, became }) => (
        <>
          <LevelWords setting={setting} value={was} /> → <LevelWords setting={setting} value={became} />
        </>
      ),
    },
    {
      id: 'masks',
      header: t('policy.columns.masks'),
      narrow: true,
      number: true,
      second: true,
      cell: ({ remasked }) => remasked,
    },
    { id: 'words', header: t('policy.columns.words'), second: true, cell: ({ words }) => words },
  ],
};

function History({ view: { history } }: { readonly view: PolicyView }) {
  const { t } = useTranslation();
  return (
    <section className={cx(css.history)} aria-labelledby="policy-history">
      <h2 id="policy-history">{t('policy.history')}</h2>
      {history.length === 0 ? (
        <EmptyState small drawing="history" words={t('policy.noHistory')} />
      ) : (
        <RegisterTable label={t('policy.history')} listing={CHANGES} rows={history} />
      )}
    </section>
  );
}

/** Form that applies a change of rules: its summary, why, and the PINs that it takes; then how far the masks have followed. */
function ApplyForm({ changes }: { readonly changes: readonly PolicyChange[] }) {
  const { t } = useTranslation();
  const { busy, failure, apply, discard } = useStore(policyStore);
  const loosens = needsSupervisor(changes);
  const saving = busy === 'saving';
  return (
    <SaveForm
      title={t('policy.apply.title')}
      testId="policy-apply"
      name="policy"
      words={t('policy.apply.words')}
      save={t('policy.apply.submit')}
      discard={t('policy.apply.discard')}
      needsSupervisor={loosens}
      busy={saving}
      instead={saving ? <Progress /> : undefined}
      failure={failure}
      onSave={(proof) => void apply(proof)}
      onDiscard={discard}
    >
      <ul className={cx(css.changes)}>
        {changes.map(({ setting, was, becomes }) => (
          <li key={setting}>
            <b>{t(`policy.${setting}`)}</b> <LevelWords setting={setting} value={was} /> →{' '}
            <LevelWords setting={setting} value={becomes} />
          </li>
        ))}
      </ul>
      <p className="small">{t(loosens ? 'policy.apply.loosens' : 'policy.apply.tightens')}</p>
    </SaveForm>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { progress, cancel } = useStore(policyStore);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  return (
    <div data-testid="policy-progress">
      <ProgressBar share={share} label={t('policy.apply.saving')} />
      <p className={cx('small', 'digits')}>
        {t('policy.apply.saving')}
        {progress !== null &&
          progress.secondsLeft !== null &&
          ` · ${t('policy.apply.secondsLeft', { time: formatDuration(t, progress.secondsLeft) })}`}
      </p>
      <Button data-testid="policy-cancel" onClick={() => void cancel()}>
        {t('policy.apply.cancel')}
      </Button>
    </div>
  );
}

/** A level by its look, a hidden one and a switch by its word. */
function LevelWords({ setting, value }: { readonly setting: PolicySetting; readonly value: SettingValue }) {
  const { t } = useTranslation();
  if (value === 'on' || value === 'off') return t(`policy.${value}`);
  const example = exampleOf(setting.slice('mask.'.length) as PolicyMask, value);
  return example === null ? <span>{t('policy.hidden')}</span> : <span className="digits">{example}</span>;
}
