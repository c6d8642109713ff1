/** The end of a shift: what was done in it, the way to its sheet on paper, and who takes over, whose PIN is asked for at once. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { DeskPerson, SignedIn } from '../../contract/sign-in/views.ts';
import { askPrint } from '../page-intents/print-store.ts';
import { bridge } from '../bridge.ts';
import { OwnScope } from '../limit-override/ScopeNotes.tsx';
import { useDesk } from '../pages/desk-context.ts';
import { useReply } from '../pages/use-reply.ts';
import { appStore } from '../stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './shift.module.css';
import { SHIFT_COUNTS } from '../../contract/staff/lists.ts';
import type { ShiftSheet } from '../../contract/staff/views.ts';
import { fieldWords, reasonWords } from '../log/entry-words.ts';
import { ownReasonWords } from '../reasons/reason-words.ts';
import { formatMoment } from '../messages/format.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Table } from '../ui/Table.tsx';

const readShift = () => bridge.vault['shift.read']({});

export function HandoverPage() {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const sheet = useReply(readShift, undefined, setFailure);
  const [next, setNext] = useState<DeskPerson | null>(null);
  const handOver = async ({ slotId }: DeskPerson) => {
    const reply = await bridge.vault['shift.handOver']({ next: slotId });
    if (!reply.ok) return setFailure(reply.error);
    await appStore.getState().lock({ next: slotId });
  };
  return (
    <Page testId="screen-handover">
      <PageHeader title={t('shift.title')} lead={t('shift.lead')}>
        {sheet !== null && (
          <Button data-testid="shift-print" onClick={() => askPrint('shift-sheet')}>
            {t('shift.print')}
          </Button>
        )}
      </PageHeader>
      <OwnScope />
      <div className={cx(css.columns)}>
        <section className={cx('stack3', css.next)} aria-label={t('shift.next')}>
          <h2>{t('shift.next')}</h2>
          {next === null ? (
            <NextPeople people={nextFor(signedIn, people)} onChoose={setNext} />
          ) : (
            <Confirm next={next} onYes={() => void handOver(next)} onNo={() => setNext(null)} />
          )}
          <FailureNote failure={failure} />
        </section>
        {/* A scrolled region has to be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={cx(css.scroller)} tabIndex={0} role="region" aria-label={t('shift.paper')}>
          {sheet === null ? (
            failure === null && <Waiting testId="shift-reading" />
          ) : (
            <ShiftSummary sheet={sheet} />
          )}
        </div>
      </div>
    </Page>
  );
}

interface ConfirmProps {
  readonly next: DeskPerson;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The vault locks at once: nobody hands over by a slip. */
function Confirm({ next: { displayName }, onYes, onNo }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('shift.confirm', { name: displayName })}</p>
      <Button weight="main" autoFocus data-testid="handover-yes" onClick={onYes}>
        {t('shift.yes', { name: displayName })}
      </Button>
      <Button data-testid="handover-no" onClick={onNo}>
        {t('common.cancel')}
      </Button>
    </>
  );
}

/** Whoever has the same role comes first. */
const nextFor = ({ slotId, role }: SignedIn, people: readonly DeskPerson[]): readonly DeskPerson[] =>
  people
    .filter((one) => one.slotId !== slotId && !one.closed)
    .sort((a, b) => Number(b.role === role) - Number(a.role === role));

/** The first has the focus; arrows go on to the others. */
function NextPeople({
  people,
  onChoose,
}: {
  readonly people: readonly DeskPerson[];
  readonly onChoose: (person: DeskPerson) => void;
}) {
  const { t } = useTranslation();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  if (people.length === 0) return <EmptyState small drawing="two" words={t('shift.nobody')} />;
  const move = (key: string): boolean => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    const at = buttons.current.findIndex((button) => button !== null && button === document.activeElement);
    if (by === undefined || at < 0) return false;
    buttons.current[(at + by + people.length) % people.length]?.focus();
    return true;
  };
  return (
    <ul className="stack2">
      {people.map((person, index) => (
        <li key={person.slotId}>
          <Button
            ref={(button) => {
              buttons.current[index] = button;
            }}
            autoFocus={index === 0}
            className={css.person}
            data-testid={`next-${person.role}`}
            onKeyDown={(event) => {
              if (move(event.key)) event.preventDefault();
            }}
            onClick={() => onChoose(person)}
          >
            <b>{person.displayName}</b> <span className="quiet">{t(`roles.${person.role}`)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

const COLUMNS = ['at', 'field', 'reason', 'seq'] as const;

/** The shift as the screen of the handover shows it; its sheet on paper is laid out by the vault. */
function ShiftSummary({ sheet }: { readonly sheet: ShiftSheet }) {
  const { t } = useTranslation();
  const { staffName, role, since, until, counts, openCopies, head } = sheet;
  const [from, to] = [since, until].map((time) => formatMoment(time));
  return (
    <article className={cx('stack3', css.summary)} data-testid="shift-sheet" aria-label={t('shift.paper')}>
      <p className={cx(css.who)}>
        <b>{t('shift.of', { name: staffName, role: t(`roles.${role}`) })}</b>{' '}
        <span className={cx('quiet', 'digits')}>{t('shift.span', { from, until: to })}</span>
      </p>
      <Facts layout="rows">
        <Fact name={t('shift.copies')} testId="shift-copies">
          <Open count={openCopies} />
        </Fact>
        {SHIFT_COUNTS.toReversed().map((count) => (
          <Fact key={count} name={t(`shift.counts.${count}`)} testId={`shift-${count}`}>
            {count === 'wrongPins' ? <Open count={counts[count]} /> : counts[count]}
          </Fact>
        ))}
      </Facts>
      <h3>{t('shift.reveals')}</h3>
      <Reveals sheet={sheet} />
      <h3>{t('shift.head')}</h3>
      <p className={cx(css.hash)} data-testid="shift-head">
        <b className="digits">{t('shift.headSeq', { seq: head.seq })}</b>{' '}
        <code>{head.hash.replace(/.{4}(?!$)/g, '$& ')}</code>
      </p>
      <p className="quiet small">{t('shift.headWhy')}</p>
    </article>
  );
}

/** What the next person takes over comes first, and is seen where there is any. */
const Open = ({ count }: { readonly count: number }) =>
  count === 0 ? count : <Badge tone="harm">{count}</Badge>;

function Reveals({ sheet: { reveals, moreReveals, ownReasons } }: { readonly sheet: ShiftSheet }) {
  const { t, i18n } = useTranslation();
  const own = ownReasonWords(ownReasons, i18n.language);
  if (reveals.length === 0) return <p className="quiet">{t('shift.noReveals')}</p>;
  return (
    <>
      <Table columns={COLUMNS} words={(column) => t(`shift.columns.${column}`)} className={cx(css.table)}>
        {reveals.map((one) => (
          <tr key={one.seq}>
            <td className="digits">{formatMoment(one.at)}</td>
            <td>{fieldWords(t, one.field)}</td>
            <td>
              {reasonWords(t, own, one.reason)}
              {one.cosignerName !== null && (
                <span className="quiet"> {t('log.with', { name: one.cosignerName })}</span>
              )}
            </td>
            <td className="digits">{one.seq}</td>
          </tr>
        ))}
      </Table>
      {moreReveals && <p className="quiet small">{t('shift.moreReveals', { count: reveals.length })}</p>}
    </>
  );
}
