/** Two records of one person: the other is found by the search above and chosen; side by side, masked, a supervisor says which one stays. */
import { useRef, useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { RECORD_KINDS } from '../../contract/fields.ts';
import { type Failure, type Result, ok } from '../../contract/result.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { useAnswer } from '../pages/use-reply.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form, type Typed } from '../ui/Form.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeProof, type ChangeProofHandle } from './ChangeProof.tsx';
import { groupFields } from './field-groups.ts';
import css from './person.module.css';
import { takeSaved } from './take-saved.ts';
import { useMerges } from './use-merges.ts';

interface MergePanelProps {
  readonly person: MaskedPerson;
  /** Null until one is chosen. */
  readonly otherId: PersonId | null;
}

const openOther = async (personId: PersonId | null): Promise<Result<MaskedPerson | null>> =>
  personId === null ? ok(null) : bridge.vault['people.open']({ personId });

export function MergePanel({ person, otherId }: MergePanelProps) {
  const { t } = useTranslation();
  const { reply: other, failure: unopened } = useAnswer(openOther, otherId);
  const [swapped, setSwapped] = useState(false);
  const [mayDiffer, setMayDiffer] = useState(false);
  /** Both were looked at; what is asked for then is seen at once. */
  const [isAsked, setIsAsked] = useState(false);
  const [refused, setFailure] = useState<Failure | null>(null);
  const failure = refused ?? unopened;
  const proof = useRef<ChangeProofHandle>(null);

  const [stays, goes] = swapped && other !== null ? [other, person] : [person, other];
  const merge = (typed: Typed) => {
    const given = proof.current?.take(typed) ?? null;
    if (given === null || goes === null) return null;
    return bridge.vault['people.merge']({
      personId: stays.personId,
      version: stays.version,
      other: { personId: goes.personId, version: goes.version },
      idsMayDiffer: mayDiffer,
      pin: given.pin,
      why: given.why,
    });
  };
  return (
    <Form
      name="merge"
      testIds={{ cancel: 'edit-cancel' }}
      title={t('merge.title')}
      // The other record is chosen in the list, which a panel may cover.
      className={otherId === null ? css.form : undefined}
      inPlace={otherId === null}
      failure={failure}
      yes={other === null ? null : t(isAsked ? 'merge.submit' : 'common.next')}
      busyWords={t('merge.merging')}
      send={(typed) => (isAsked ? merge(typed) : setIsAsked(true))}
      onDone={takeSaved}
      onFailed={setFailure}
      onClose={() => deskStore.getState().hidePanel()}
    >
      {other !== null && <p className="quiet">{t('merge.lead')}</p>}
      {otherId !== null && other === null && failure === null && <Waiting testId="merge-loading" />}
      {otherId === null && <Earlier person={person} onFailure={setFailure} />}
      {goes === null && (
        <div className={cx(css.choosing)}>
          <Compared stays={stays} goes={null} onSwap={() => undefined} />
          <p>{t('merge.choose')}</p>
        </div>
      )}
      {goes !== null && !isAsked && (
        <Compared stays={stays} goes={goes} onSwap={() => setSwapped(!swapped)} />
      )}
      {(failure?.code === 'ids-differ' || mayDiffer) && (
        <Switch
          label={t('merge.mayDiffer')}
          value={mayDiffer}
          onChange={setMayDiffer}
          testId="merge-may-differ"
        />
      )}
      {isAsked && <ChangeProof handle={proof} />}
    </Form>
  );
}

/** List of earlier merges into this record that can be undone. */
function Earlier({
  person: { personId },
  onFailure,
}: {
  readonly person: MaskedPerson;
  readonly onFailure: (failure: Failure) => void;
}) {
  const { t } = useTranslation();
  const merges = useMerges(personId, onFailure) ?? [];
  if (merges.length === 0) return null;
  return (
    <section className={cx('stack3', css.formSection)} aria-label={t('merge.earlier')} data-testid="merges">
      <h2>{t('merge.earlier')}</h2>
      {merges.map(({ mergeId, otherMask, staffName, at, until }) => (
        <div key={mergeId} className={cx(css.kept)} data-testid={`merge-${mergeId}`}>
          <span>{otherMask}</span>
          <span className={cx('small', 'quiet')}>
            {t('merge.when', { name: staffName, at: formatDate(at), until: formatDate(until) })}
          </span>
          <Button
            weight="plain"
            data-testid={`undo-merge-${mergeId}`}
            onClick={() => deskStore.getState().show({ kind: 'unmerge', mergeId })}
          >
            {t('merge.undo')}
            <span className="hidden-text"> {otherMask}</span>
          </Button>
        </div>
      ))}
    </section>
  );
}

/** Both side by side, masked, and how much is kept of each; where they contradict each other a mark says so. */
function Compared({
  stays,
  goes,
  onSwap,
}: {
  readonly stays: MaskedPerson;
  /** Null until it is chosen. */
  readonly goes: MaskedPerson | null;
  readonly onSwap: () => void;
}) {
  const { t } = useTranslation();
  const [left, right] = [linesOf(t, stays), goes === null ? [] : linesOf(t, goes)];
  const all = [...new Map([...left, ...right].map((line) => [line.key, line])).values()];
  const placeOf = ({ label }: Line): number => all.findIndex((line) => line.label === label);
  const wordsIn = (lines: readonly Line[], key: string) => lines.find((line) => line.key === key)?.words;
  return (
    <table className={cx(css.compared)} data-testid={goes === null ? 'merge-stays' : 'merge-goes'}>
      <thead>
        <tr>
          <th scope="col">{t('merge.what')}</th>
          <th scope="col">{t('merge.stays')}</th>
          {goes !== null && (
            <th scope="col">
              {t('merge.goes')}
              <Button weight="plain" data-testid="merge-swap" onClick={onSwap}>
                ⇄ {t('merge.swap')}
              </Button>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {all
          .toSorted((one, two) => placeOf(one) - placeOf(two))
          .map(({ key, label }) => {
            const [kept, merged] = [wordsIn(left, key), wordsIn(right, key)];
            const differs = kept !== undefined && merged !== undefined && kept !== merged;
            return (
              <tr key={key} data-differs={differs}>
                <th scope="row">
                  {label}
                  {differs && <Badge tone="accent">{t('merge.differs')}</Badge>}
                </th>
                <td className="digits">{kept ?? '–'}</td>
                {goes !== null && <td className="digits">{merged ?? '–'}</td>}
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

function linesOf(t: Translate, person: MaskedPerson): readonly Line[] {
  const { nameMask, rooms, records, updatedAt, fields } = person;
  const lived = rooms.map((room) => `${room.label} ${t(`relations.${room.relation}`)}`).join(' · ');
  const counts = RECORD_KINDS.map((kind) => ({
    kind,
    count: records.filter((record) => record.kind === kind).length,
  }));
  return [
    { key: 'who', label: t('fields.name'), words: nameMask },
    { key: 'rooms', label: t('merge.rooms'), words: lived || t('person.noRoom') },
    ...groupFields(fields)
      .flatMap((group) => group.fields)
      .filter(({ field }) => field !== 'sex' && field !== 'name')
      .map(({ field, ordinal, mask }) => ({
        key: `${field}-${ordinal}`,
        label: t(`fields.${field}`),
        words: mask,
      })),
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => ({ key: kind, label: t(`recordKinds.${kind}`), words: String(count) })),
    { key: 'updated', label: t('merge.updated'), words: formatDate(updatedAt) },
  ];
}
