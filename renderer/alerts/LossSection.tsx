/** Changes that were not kept among several desks: a section that is there while a supervisor has not seen all of them. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { FIELD_IDS, RECORD_KINDS } from '../../contract/fields.ts';
import type { LossView } from '../../contract/losses/routes.ts';
import { ROUTE_AREAS } from '../../contract/route-names.ts';
import { bridge } from '../bridge.ts';
import { openPerson } from '../current-record/open-person.ts';
import { openRoom } from '../current-record/open-room.ts';
import { formatMoment } from '../messages/format.ts';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import pageCss from '../ui/page.module.css';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { lossStore } from './stores.ts';

/** `onSeen`: those of one step are off the list, and what they were opened by. */
export function LossSection({ onSeen }: { readonly onSeen: () => void }) {
  const { t } = useTranslation();
  const { losses, more } = useStore(lossStore, ({ register }) => register) ?? NONE;
  const [seeing, setSeeing] = useState<LossView | null>(null);
  if (losses.length === 0) return null;
  return (
    <section className={cx(pageCss.section)} data-testid="losses">
      <h2>{t('losses.title')}</h2>
      <p className={cx('quiet')}>{t('losses.lead')}</p>
      <RegisterTable label={t('losses.title')} listing={LOSSES} rows={losses}>
        {(one) => (
          <ListDrawer
            of={one}
            name="loss"
            hasSteps
            title={kindOf(t, one.row.kind)}
            facts={[
              [t('losses.at'), formatMoment(one.row.at)],
              [t('losses.desk'), deskOf(t, one.row)],
              [t('losses.whose'), whoseOf(one.row)],
              [t('losses.value'), one.row.mask],
              [t('losses.why'), whyOf(t, one.row)],
            ]}
            foot={
              <Ways
                loss={one.row}
                onSee={() => {
                  one.onShow(null);
                  // Once the drawer is gone: it takes the focus back to its row.
                  queueMicrotask(() => setSeeing(one.row));
                }}
              />
            }
          />
        )}
      </RegisterTable>
      {seeing !== null && (
        <Form
          name="loss"
          title={t('losses.seen')}
          lead={t('losses.seenLead', {
            count: losses.filter(({ desk, n }) => desk === seeing.desk && n === seeing.n).length,
          })}
          yes={t('losses.seen')}
          pin="alone"
          send={({ pin }) => bridge.vault['losses.seen']({ desk: seeing.desk, n: seeing.n, pin })}
          toast={(say) => say('losses.done')}
          onDone={async () => {
            await lossStore.getState().read();
            setSeeing(null);
            onSeen();
          }}
          onClose={() => setSeeing(null)}
        />
      )}
      {more && <p className={cx('quiet')}>{t('losses.more', { number: losses.length })}</p>}
    </section>
  );
}

const NONE = { losses: [], more: false };

interface WaysProps {
  readonly loss: LossView;
  readonly onSee: () => void;
}

/** To the record, where it is edited as usual; or off the list. */
function Ways({ loss: { personId, room }, onSee }: WaysProps) {
  const { t } = useTranslation();
  return (
    <div className="line3">
      {personId !== null && (
        <Button weight="main" data-testid="loss-open" onClick={() => openPerson(personId)}>
          {t('losses.open')}
        </Button>
      )}
      {personId === null && room !== null && (
        <Button
          weight="main"
          data-testid="loss-open-room"
          onClick={() => {
            deskStore.getState().go('counter');
            openRoom(room.roomId);
          }}
        >
          {t('losses.openRoom')}
        </Button>
      )}
      <Button data-testid="loss-see" onClick={onSee}>
        {t('losses.seen')}
      </Button>
    </div>
  );
}

const isOneOf = <K extends string>(list: readonly K[], kind: string): kind is K =>
  (list as readonly string[]).includes(kind);

function kindOf(t: Translate, kind: LossView['kind']): string {
  if (kind === null) return t('losses.other');
  if (isOneOf(FIELD_IDS, kind)) return t(`fields.${kind}`);
  if (isOneOf(RECORD_KINDS, kind)) return capital(t(`recordKinds.${kind}`));
  return isOneOf(ROUTE_AREAS, kind) ? capital(t(`log.areas.${kind}`)) : t('losses.other');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const deskOf = (t: Translate, { desk, deskName }: LossView): string =>
  deskName ?? t('log.keys.desk', { desk });

const whoseOf = ({ personMask, room }: LossView): string =>
  [personMask, room?.label ?? null].filter((part) => part !== null).join(' · ');

const whyOf = (t: Translate, { why }: LossView): string =>
  t(why === null ? 'losses.unreadable' : `losses.whys.${why}`);

const LOSSES: Listing<LossView> = {
  idOf: ({ desk, n, part }) => `${desk}-${n}-${part}`,
  marksOf: () => ({ 'data-testid': 'loss' }),
  words: (t, loss) => `${formatMoment(loss.at)} ${kindOf(t, loss.kind)}`,
  columns: (t) => [
    { id: 'at', header: t('losses.at'), narrow: true, cell: ({ at }) => formatMoment(at) },
    { id: 'what', header: t('losses.what'), narrow: true, cell: ({ kind }) => kindOf(t, kind) },
    { id: 'whose', header: t('losses.whose'), cell: whoseOf },
    { id: 'why', header: t('losses.why'), second: true, cell: (loss) => whyOf(t, loss) },
    { id: 'desk', header: t('losses.desk'), narrow: true, cell: (loss) => deskOf(t, loss) },
  ],
};
