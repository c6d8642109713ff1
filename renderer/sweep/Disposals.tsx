/** Files that were destroyed here, and what a check has found to be left of each: per place how many, and each of them to be destroyed. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { Disposal, Disposals as Known, LeftCopy } from '../../contract/file-disposal/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { type InList, type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { disposalsStore } from './disposals-store.ts';
import css from './sweep.module.css';

export function Disposals() {
  const { t } = useTranslation();
  const { known, failure, read, show } = useStore(disposalsStore);
  const [destroying, setDestroying] = useState<LeftCopy | null>(null);
  useEffect(() => void read(), [read]);
  useEffect(() => bridge.onVault['disposals.progress'](disposalsStore.getState().tellProgress), []);
  const disposals = (known?.disposals ?? []).toSorted((a, b) => Number(isLeft(b)) - Number(isLeft(a)));
  const more = known?.more ?? 0;
  if (disposals.length === 0) return null;
  return (
    <section aria-label={t('sweep.gone.title')} data-testid="disposals">
      <h2>{t('sweep.gone.title')}</h2>
      <FailureNote failure={failure} />
      {destroying !== null && (
        <DestroyCopyForm
          copy={destroying}
          onClose={(next) => {
            if (next !== undefined) show(next);
            setDestroying(null);
          }}
        />
      )}
      <RegisterTable label={t('sweep.gone.title')} listing={DISPOSALS} rows={disposals}>
        {(one) => (
          <DisposalDrawer
            of={one}
            onDestroy={(copy) => {
              one.onShow(null);
              setDestroying(copy);
            }}
          />
        )}
      </RegisterTable>
      {more > 0 && (
        <p className="quiet" data-testid="disposals-more">
          {t('sweep.gone.more', { number: more })}
        </p>
      )}
    </section>
  );
}

const fileOf = (t: Translate, { name }: Pick<LeftCopy, 'name'>): string => name ?? t('sweep.hiddenName');
const leftOf = ({ copies }: Disposal): readonly LeftCopy[] =>
  copies.filter(({ isDestroyed }) => !isDestroyed);

/** Something of it lies there still: that is what is looked at first. */
export const isLeft = (disposal: Disposal): boolean =>
  disposal.state === 'not-destroyed' || leftOf(disposal).length + disposal.more > 0;

const DISPOSALS: Listing<Disposal> = {
  idOf: ({ disposalId }) => disposalId,
  marksOf: (disposal) => ({
    'data-testid': 'disposal',
    'data-state': disposal.state,
    'data-left': String(leftOf(disposal).length),
  }),
  columns: (t) => [
    { id: 'name', header: t('sweep.columns.name'), cell: (disposal) => fileOf(t, disposal) },
    { id: 'at', header: t('sweep.gone.at'), narrow: true, second: true, cell: ({ at }) => formatMoment(at) },
    { id: 'by', header: t('sweep.gone.by'), narrow: true, second: true, cell: ({ by }) => by },
    { id: 'left', header: t('sweep.gone.left'), cell: (disposal) => <State disposal={disposal} /> },
  ],
};

function State({ disposal }: { readonly disposal: Disposal }) {
  const { t } = useTranslation();
  const { progress } = useStore(disposalsStore);
  if (disposal.state === 'checking')
    return (
      <Badge tone="accent">
        {progress === null || progress.total === 0
          ? t('sweep.gone.states.checking')
          : t('sweep.gone.progress', { ...progress })}
      </Badge>
    );
  if (disposal.state !== 'checked')
    return (
      <Badge tone={disposal.state === 'not-destroyed' ? 'harm' : 'plain'}>
        {t(`sweep.gone.states.${disposal.state}`)}
      </Badge>
    );
  const left = leftOf(disposal).length + disposal.more;
  if (left > 0) return <Badge tone="amber">{t('sweep.gone.some', { number: left })}</Badge>;
  return <Badge tone="good">{t(disposal.wasRead ? 'sweep.gone.none' : 'sweep.gone.noName')}</Badge>;
}

interface DrawerProps {
  readonly of: InList<Disposal>;
  readonly onDestroy: (copy: LeftCopy) => void;
}

function DisposalDrawer({ of, onDestroy }: DrawerProps) {
  const { t } = useTranslation();
  const { check } = useStore(disposalsStore);
  const disposal = of.row;
  const { at, by, checkedAt, files, unread, wasRead, copies, more, disposalId } = disposal;
  const isOver = disposal.state === 'checked';
  return (
    <ListDrawer
      of={of}
      name="disposal"
      title={fileOf(t, disposal)}
      facts={[
        [t('sweep.gone.at'), formatMoment(at)],
        [t('sweep.gone.by'), by],
        [t('sweep.gone.checked'), checkedAt === null ? t('sweep.never') : formatMoment(checkedAt)],
        [t('sweep.gone.files'), isOver && wasRead ? files : null],
        [t('sweep.gone.unread'), isOver && unread > 0 ? unread : null],
        [t('sweep.gone.left'), <State key="left" disposal={disposal} />],
        ...placesOf(disposal).map(
          ([place, number]) => [t(`sweep.places.${place}`), t('sweep.openFiles', { number })] as const,
        ),
      ]}
      foot={
        <Button disabled={!isOver} data-testid="disposal-check" onClick={() => void check(disposalId)}>
          {t('sweep.gone.again')}
        </Button>
      }
    >
      {isOver && !wasRead && (
        <Note kind="warn">
          <p>{t('sweep.gone.notRead')}</p>
        </Note>
      )}
      <ul className={cx('stack3', css.copies)}>
        {copies.map((copy) => (
          <Copy key={copy.copyId} copy={copy} onDestroy={onDestroy} />
        ))}
      </ul>
      {more > 0 && <p className="quiet">{t('sweep.more', { number: more })}</p>}
    </ListDrawer>
  );
}

/** How many are left, by place. */
function placesOf(disposal: Disposal): readonly (readonly [LeftCopy['place'], number])[] {
  const counts = new Map<LeftCopy['place'], number>();
  for (const { place } of leftOf(disposal)) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts];
}

function Copy({ copy, onDestroy }: { readonly copy: LeftCopy } & Pick<DrawerProps, 'onDestroy'>) {
  const { t } = useTranslation();
  const { showFile } = useStore(disposalsStore);
  const { name, folder, kind, isDestroyed, copyId } = copy;
  return (
    <li data-testid="disposal-copy" data-destroyed={String(isDestroyed)}>
      <p>
        <b>{fileOf(t, copy)}</b>
      </p>
      <p className="quiet">
        {t(`sweep.gone.kinds.${kind}`)} · {folder ?? t('sweep.hiddenName')}
      </p>
      {isDestroyed && <p>{t('sweep.gone.destroyed')}</p>}
      {!isDestroyed && name !== null && (
        <div className="line3">
          <Button weight="plain" data-testid="copy-show" onClick={() => void showFile(copyId)}>
            {t('sweep.actions.show')}
            <span className="hidden-text"> {name}</span>
          </Button>
          {kind !== 'listed' && (
            <Button weight="plainDanger" data-testid="copy-destroy" onClick={() => onDestroy(copy)}>
              {t('sweep.actions.dispose')}
              <span className="hidden-text"> {name}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

interface DestroyCopyProps {
  readonly copy: LeftCopy;
  readonly onClose: (known?: Known) => void;
}

function DestroyCopyForm({ copy, onClose }: DestroyCopyProps) {
  const { t } = useTranslation();
  return (
    <Form
      name="copy-destroy"
      title={t('sweep.disposeForm.title', { name: fileOf(t, copy) })}
      lead={t('sweep.disposeForm.lead')}
      yes={t('sweep.disposeForm.yes')}
      isDanger
      pin="alone"
      send={({ pin }) => bridge.vault['disposals.destroy']({ copyId: copy.copyId, pin })}
      onClose={onClose}
      toast={(say) => say('sweep.disposeForm.done')}
    />
  );
}
