/** One item in full: what is wrong, what was done, how it looked before and after, and its history. */
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import { EVIDENCE_SIDES, type EvidenceSide } from '../../contract/rectification/lists.ts';
import type {
  PoliceNotice,
  RectificationDetail,
  RectificationItem,
} from '../../contract/rectification/routes.ts';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { useAnswer } from '../pages/use-reply.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote } from '../ui/Note.tsx';
import type { InList } from '../ui/RegisterTable.tsx';
import { itemDueWords, itemNumber } from './item-words.ts';
import css from './rectification.module.css';

/** Action that an item may be opened for. */
export type ItemAct =
  | { readonly act: 'change' | 'finish' | 'reopen' }
  | { readonly act: 'attach'; readonly side: EvidenceSide }
  | { readonly act: 'detach' | 'look'; readonly attachment: AttachmentView };

interface ItemDrawerProps {
  readonly of: InList<RectificationItem>;
  readonly notices: readonly PoliceNotice[];
  readonly onAct: (act: ItemAct) => void;
}

/** Read anew for each item; a change of one closes the drawer. */
const readDetail = (rectificationId: RectificationItem['rectificationId']) =>
  bridge.vault['rectification.open']({ rectificationId });

export function ItemDrawer({ of, notices, onAct }: ItemDrawerProps) {
  const { t } = useTranslation();
  const item = of.row;
  const { reply: detail, failure } = useAnswer(readDetail, item.rectificationId);
  const isOpen = item.state === 'open';
  return (
    <ListDrawer
      of={of}
      name="item"
      title={item.title}
      hasSteps
      facts={factsOf(t, item, notices)}
      foot={
        isOpen ? (
          <>
            <Button weight="main" data-testid="item-finish" onClick={() => onAct({ act: 'finish' })}>
              {t('rectification.steps.done')}
            </Button>
            <Button data-testid="item-change" onClick={() => onAct({ act: 'change' })}>
              {t('rectification.change')}
            </Button>
          </>
        ) : (
          <Button data-testid="item-reopen" onClick={() => onAct({ act: 'reopen' })}>
            {t('rectification.reopen')}
          </Button>
        )
      }
    >
      <FailureNote failure={failure} />
      {detail !== null && (
        <>
          {EVIDENCE_SIDES.map((side) => (
            <section key={side} className={cx(css.part)}>
              <h3>{t(`rectification.sides.${side}`)}</h3>
              <Evidence detail={detail} side={side} onAct={onAct} />
              {isOpen && (
                <Button
                  weight="plain"
                  data-testid={`item-attach-${side}`}
                  onClick={() => onAct({ act: 'attach', side })}
                >
                  <Icon name="plus" /> {t(`rectification.attach.${side}`)}
                </Button>
              )}
            </section>
          ))}
          <section className={cx(css.part)}>
            <h3>{t('rectification.history')}</h3>
            <ol className={cx(css.steps)}>
              {detail.steps.map(({ at: time, by, what, words }) => (
                <li key={`${time} ${what}`}>
                  <b>{t(`rectification.steps.${what}`)}</b> {words}
                  <span className={cx('quiet', 'small')}>
                    {t('rectification.facts.by', { time: formatMoment(time), name: by })}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </ListDrawer>
  );
}

interface EvidenceProps {
  readonly detail: RectificationDetail;
  readonly side: EvidenceSide;
  readonly onAct: (act: ItemAct) => void;
}

function Evidence({ detail, side, onAct }: EvidenceProps) {
  const { t } = useTranslation();
  const shown = detail.evidence.flatMap((one) => (one.side === side ? [one.attachment] : []));
  if (shown.length === 0) return <p className="quiet">{t('attached.none')}</p>;
  return (
    <AttachmentList
      attachments={shown}
      onLook={(attachment) => onAct({ act: 'look', attachment })}
      {...(detail.item.state === 'open'
        ? { onRemove: (attachment: AttachmentView) => onAct({ act: 'detach', attachment }) }
        : {})}
    />
  );
}

/** Returns the known facts of an item as pairs of name and words, empty where one is unknown. */
function factsOf(
  t: Translate,
  item: RectificationItem,
  notices: readonly PoliceNotice[],
): readonly (readonly [string, string])[] {
  const notice = notices.find(({ noticeId }) => noticeId === item.noticeId);
  return [
    [
      t('rectification.filter.source'),
      `${itemNumber(t, item)} · ${t(`rectificationSources.${item.source}`)}`,
    ],
    [t('rectification.facts.notice'), notice === undefined ? '' : t('rectification.noticeOf', { ...notice })],
    [t('rectification.fields.words'), item.words],
    [t('rectification.fields.who'), item.who],
    [t('rectification.columns.due'), itemDueWords(t, item)],
    [t('rectification.facts.done'), item.doneWords],
    [
      t('rectification.steps.opened'),
      t('rectification.facts.by', { time: formatMoment(item.opened.at), name: item.opened.by }),
    ],
  ];
}
