/** How it stands with everybody, what they have done, and the rule by which it is passed. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { isTrained, GRACE_DAYS, PASS_MARKS, TRAINING_MONTHS } from '../../contract/training/lists.ts';
import type { TrainedMember, TrainingLedger } from '../../contract/training/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import pageCss from '../ui/page.module.css';
import { Table } from '../ui/Table.tsx';
import { PaperButton } from './PaperButton.tsx';
import { trainingStore } from './stores.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';

const MEMBERS = ['name', 'role', 'state', 'on', 'last', 'practised'] as const;
const RESULTS = ['at', 'name', 'kind', 'score', 'outcome'] as const;

interface LedgerProps {
  readonly ledger: TrainingLedger;
  readonly mayChange: boolean;
}

export function Ledger({ ledger, mayChange }: LedgerProps) {
  const { t } = useTranslation();
  const { members, results } = ledger;
  return (
    <>
      <section className={cx(pageCss.section)} aria-label={t('training.ledger')}>
        <h2>{t('training.ledger')}</h2>
        <Table columns={MEMBERS} words={(column) => t(`training.columns.${column}`)}>
          {members.map((member) => (
            <Member key={member.staffId} member={member} />
          ))}
        </Table>
      </section>
      {results.length > 0 && (
        <section className={cx(pageCss.section)} aria-label={t('training.results')}>
          <h2>{t('training.results')}</h2>
          <Table columns={RESULTS} words={(column) => t(`training.columns.${column}`)}>
            {results.map(({ name, ...result }) => (
              <tr key={`${result.at} ${name}`}>
                <td className="digits">{formatMoment(result.at)}</td>
                <td>{name}</td>
                <td>{t(`training.kinds.${result.kind}`)}</td>
                <td className="digits">{t('training.log.score', result)}</td>
                <td>
                  <Badge tone={result.passed ? 'good' : 'harm'}>
                    {t(`training.outcome.${result.passed ? 'passed' : 'failed'}`)}
                  </Badge>
                  <PaperButton result={result} />
                </td>
              </tr>
            ))}
          </Table>
        </section>
      )}
      {mayChange && <Rule ledger={ledger} />}
    </>
  );
}

function Member({ member }: { readonly member: TrainedMember }) {
  const { t } = useTranslation();
  const { name, role, standing, last, practised, toPractise } = member;
  const { state, on } = standing;
  const tone = isTrained(state) ? 'good' : state === 'overdue' ? 'harm' : 'amber';
  return (
    <tr data-testid="training-member" data-state={state}>
      <td>{name}</td>
      <td>{t(`roles.${role}`)}</td>
      <td>
        <Badge tone={tone}>{t(`training.badges.${state}`)}</Badge>
      </td>
      <td className="digits">{on ?? t('training.none')}</td>
      <td className="digits">
        {last === null
          ? t('training.none')
          : t('training.log.score', { right: last.right, total: last.total })}
      </td>
      <td className="digits">{toPractise === 0 ? t('training.none') : `${practised}/${toPractise}`}</td>
    </tr>
  );
}

function Rule({ ledger }: { readonly ledger: TrainingLedger }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen)
    return (
      <RuleForm
        rule={ledger.rule}
        onClose={(changed) => {
          if (changed !== undefined) trainingStore.getState().showLedger(changed);
          setIsOpen(false);
        }}
      />
    );
  return (
    <section className={cx(pageCss.section)} aria-label={t('training.rule.title')}>
      <h2>{t('training.rule.title')}</h2>
      <p>{t('training.rule.words', ledger.rule)}</p>
      <div>
        <Button data-testid="training-rule" onClick={() => setIsOpen(true)}>
          {t('training.rule.change')}
        </Button>
      </div>
    </section>
  );
}

interface RuleFormProps {
  readonly rule: TrainingLedger['rule'];
  readonly onClose: (changed?: TrainingLedger) => void;
}

/** The rule by which training is passed, which an admin changes with their PIN. */
function RuleForm({ rule, onClose }: RuleFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft(rule);
  return (
    <Form
      name="training-rule"
      title={t('training.rule.title')}
      lead={t('training.rule.lead')}
      yes={t('common.save')}
      ready={draft.pass !== rule.pass || draft.months !== rule.months || draft.graceDays !== rule.graceDays}
      pin="last"
      send={({ pin }) => bridge.vault['training.rule']({ ...draft, pin })}
      onClose={onClose}
    >
      <FieldLine>
        <SelectField
          {...of('pass')}
          label={t('training.rule.pass')}
          choices={choicesOf(PASS_MARKS, (mark) => `${mark}%`)}
          testId="training-pass"
        />
        <SelectField
          {...of('months')}
          label={t('training.rule.months')}
          choices={choicesOf(TRAINING_MONTHS, String)}
          testId="training-months"
        />
        <SelectField
          {...of('graceDays')}
          label={t('training.rule.graceDays')}
          choices={choicesOf(GRACE_DAYS, String)}
          testId="training-grace"
        />
      </FieldLine>
    </Form>
  );
}
