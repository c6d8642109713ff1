/** One duty in full: how it stands, the way to it, and what was done for it by the log. */
import { useTranslation } from '../messages/translate.ts';
import type { Duty } from '../../contract/evidence/lists.ts';
import type { PointState } from '../../contract/evidence/points.ts';
import type { DutyEvidence, HistoryEntry } from '../../contract/evidence/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { useAnswer } from '../pages/use-reply.ts';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote } from '../ui/Note.tsx';
import type { InList } from '../ui/RegisterTable.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './evidence.module.css';
import { MendButton, pointToMend } from './MendButton.tsx';

/** How each state of a duty or of a point looks. */
const POINT_TONES = {
  there: 'good',
  explained: 'plain',
  unknown: 'amber',
  stale: 'amber',
  missing: 'harm',
} as const satisfies Record<PointState, string>;

export function DutyDrawer({ of }: { readonly of: InList<DutyEvidence> }) {
  const { t } = useTranslation();
  const { duty, state, points, at, dueOn, count } = of.row;
  const name = t(`evidence.duties.${duty}`);
  const words = t<Readonly<Record<string, string>>>(`evidence.points.${duty}`, { returnObjects: true });
  return (
    <ListDrawer
      of={of}
      name="duty"
      title={name}
      hasSteps
      facts={[
        [
          t('evidence.columns.state'),
          <Badge key="state" tone={POINT_TONES[state]}>
            {t(`evidence.states.${state}`)}
          </Badge>,
        ],
        [t('evidence.columns.at'), at === null ? null : formatDate(at)],
        [t('evidence.columns.dueOn'), dueOn],
        [t('evidence.columns.count'), count],
      ]}
      foot={
        <MendButton
          point={pointToMend(of.row)}
          about={name}
          isOpen={state !== 'there'}
          weight="main"
          testId="duty-go"
        />
      }
    >
      <h3 className={cx(css.historyTitle)}>{t('evidence.pointsTitle')}</h3>
      <ul className={cx(css.history)} data-testid="duty-points">
        {points.map((one) => (
          <li key={one.point} data-point={one.point} data-state={one.state}>
            {words[one.point]}{' '}
            <Badge tone={POINT_TONES[one.state]}>{t(`evidence.pointStates.${one.state}`)}</Badge>
          </li>
        ))}
      </ul>
      <h3 className={cx(css.historyTitle)}>{t('evidence.history')}</h3>
      <History key={duty} duty={duty} />
    </ListDrawer>
  );
}

const readHistory = (duty: Duty) => bridge.vault['evidence.history']({ duty });

function History({ duty }: { readonly duty: Duty }) {
  const { t } = useTranslation();
  const { reply: history, failure } = useAnswer(readHistory, duty);
  if (failure !== null) return <FailureNote failure={failure} />;
  if (history === null) return <Waiting testId="history-reading" />;
  if (history.entries.length === 0) return <p className="quiet">{t('evidence.noHistory')}</p>;
  return (
    <>
      <ol className={cx(css.history)} data-testid="duty-history">
        {history.entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
      {history.more && <p className="quiet">{t('evidence.moreHistory')}</p>}
    </>
  );
}

function Entry({
  entry: { seq, at, action, outcome, staffName, cosignerName },
}: {
  readonly entry: HistoryEntry;
}) {
  const { t } = useTranslation();
  return (
    <li>
      <p>
        {t(`logActions.${action}`)}
        {outcome !== 'done' && ` · ${t(`logOutcomes.${outcome}`)}`}
      </p>
      <p className="small quiet digits">
        {formatMoment(at)} ·{' '}
        {cosignerName === null ? staffName : t('evidence.cosigned', { name: staffName, other: cosignerName })}{' '}
        · {t('evidence.entry', { seq })}
      </p>
    </li>
  );
}
