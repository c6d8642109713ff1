/** One duty in full: how it stands, the way to it, and what was done for it by the log. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Duty } from '../../contract/evidence/lists.ts';
import type { DutyEvidence, HistoryEntry } from '../../contract/evidence/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Drawer } from '../ui/Drawer.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './evidence.module.css';
import { MendButton } from './MendButton.tsx';

interface DutyDrawerProps {
  /** As they stand on the page. */
  readonly evidence: readonly DutyEvidence[];
  readonly one: DutyEvidence;
  readonly onOpen: (duty: Duty | null) => void;
}

export function DutyDrawer({ evidence, one, onOpen }: DutyDrawerProps) {
  const { t } = useTranslation();
  const { duty, state, at, dueOn, count } = one;
  const place = evidence.indexOf(one);
  const step = (by: 1 | -1): void => {
    const next = evidence[place + by];
    if (next !== undefined) onOpen(next.duty);
  };
  const name = t(`evidence.duties.${duty}`);
  return (
    <Drawer
      title={name}
      testId="duty-drawer"
      onClose={() => onOpen(null)}
      onStep={step}
      foot={
        <>
          <Button disabled={place === 0} data-testid="duty-newer" onClick={() => step(-1)}>
            {t('evidence.newer')}
          </Button>
          <Button disabled={place === evidence.length - 1} data-testid="duty-older" onClick={() => step(1)}>
            {t('evidence.older')}
          </Button>
        </>
      }
    >
      <Facts layout="rows">
        <Fact name={t('evidence.columns.state')}>{t(`evidence.states.${state}`)}</Fact>
        {at !== null && <Fact name={t('evidence.columns.at')}>{formatDate(at)}</Fact>}
        {dueOn !== null && <Fact name={t('evidence.columns.dueOn')}>{dueOn}</Fact>}
        {count !== null && <Fact name={t('evidence.columns.count')}>{count}</Fact>}
      </Facts>
      <div className={cx(css.way)}>
        <MendButton point={duty} about={name} isOpen={state !== 'there'} testId="duty-go" />
      </div>
      <h3 className={cx(css.historyTitle)}>{t('evidence.history')}</h3>
      <History key={duty} duty={duty} />
    </Drawer>
  );
}

function History({ duty }: { readonly duty: Duty }) {
  const { t } = useTranslation();
  const [history, setHistory] = useState<RouteReply<'evidence.history'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isGone = false;
    void bridge.vault['evidence.history']({ duty }).then((reply) => {
      if (isGone) return;
      if (reply.ok) setHistory(reply.value);
      else setFailure(reply.error);
    });
    return () => {
      isGone = true;
    };
  }, [duty]);
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
