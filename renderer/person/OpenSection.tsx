/** Section of a resident's open fields: who they are, where they live, which plates. */
import { useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { PERSON_KINDS, RELATIONS, SEXES } from '../../contract/fields.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import type { useDraft } from '../pages/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Draft } from './edit-draft.ts';
import css from './person.module.css';

interface OpenSectionProps extends Pick<ReturnType<typeof useDraft<Draft>>, 'draft' | 'put' | 'of'> {
  /** Null where one is added. */
  readonly person: MaskedPerson | null;
  /** Returns the problem of the input of that name in words; null where there is none. */
  readonly problemAt: (name: string) => string | null;
}

export function OpenSection(props: OpenSectionProps) {
  const { person, draft, put, of } = props;
  const { t } = useTranslation();
  const nextKey = useRef(1000);
  return (
    <section className={cx('stack3', css.formSection)} aria-label={t('edit.openTitle')}>
      <h2>
        <Icon name="search" /> {t('edit.openTitle')}
      </h2>
      {person === null && (
        <Chips
          {...of('kind')}
          label={t('edit.kind')}
          choices={choicesOf(PERSON_KINDS, (kind) => t(`kinds.${kind}`))}
          testId="kind"
        />
      )}
      <Names {...props} />
      <Rooms {...props} />
      {person?.fields
        .filter(({ field }) => field === 'plate')
        .map((plate) => (
          <KeptPlate
            key={plate.ordinal}
            mask={plate.mask}
            isRemoved={draft.removedPlates.includes(plate.ordinal)}
            onTurn={(isRemoved) =>
              put({
                removedPlates: isRemoved
                  ? [...draft.removedPlates, plate.ordinal]
                  : draft.removedPlates.filter((one) => one !== plate.ordinal),
              })
            }
          />
        ))}
      <NewPlates {...props} />
      <div className={cx(css.adders)}>
        <Button
          weight="plain"
          data-testid="add-room"
          onClick={() =>
            put({ rooms: [...draft.rooms, { key: nextKey.current++, text: '', relation: 'owner' }] })
          }
        >
          <Icon name="plus" /> {t('edit.addRoom')}
        </Button>
        <Button
          weight="plain"
          data-testid="add-plate"
          onClick={() => put({ plates: [...draft.plates, { key: nextKey.current++, text: '' }] })}
        >
          <Icon name="plus" /> {t('edit.addPlate')}
        </Button>
      </div>
    </section>
  );
}

function Names({ person, of, problemAt }: OpenSectionProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={cx(css.two)}>
        <TextField
          {...of('name')}
          label={person === null ? t('searchKinds.name') : t('edit.nameNew')}
          hint={person === null ? null : t('edit.nameKeep', { mask: person.nameMask })}
          problem={problemAt('name')}
          maxLength={100}
          autoFocus={person === null}
          testId="edit-name"
        />
        <SelectField
          {...of('sex')}
          label={t('edit.sex')}
          choices={choicesOf(SEXES, (sex) => t(`sexes.${sex}`))}
          testId="edit-sex"
        />
      </div>
      <div className={cx(css.two)}>
        <TextField
          {...of('pinyin')}
          label={t('edit.pinyin')}
          hint={t(person?.hasPinyin === true ? 'edit.pinyinKept' : 'edit.pinyinHint')}
          problem={problemAt('pinyin')}
          maxLength={400}
          testId="edit-pinyin"
        />
        {person?.hasPinyin === true && (
          <Switch {...of('dropsPinyin')} label={t('edit.pinyinDrop')} testId="edit-pinyin-drop" />
        )}
      </div>
    </>
  );
}

/** The hint and what is wrong stand at the last of them. */
function Rooms({ draft: { rooms }, put, problemAt }: OpenSectionProps) {
  const { t } = useTranslation();
  return rooms.map((room, index) => {
    const isLast = index === rooms.length - 1;
    return (
      <div key={room.key} className={cx(css.line)}>
        <TextField
          label={t('searchKinds.room')}
          hint={isLast ? t('edit.roomHint') : null}
          problem={isLast ? problemAt('room') : null}
          value={room.text}
          maxLength={60}
          testId={`edit-room-${index}`}
          onChange={(text) => put({ rooms: rooms.with(index, { ...room, text }) })}
        />
        <SelectField
          label={t('edit.relation')}
          hint={isLast ? '\u00a0' : null}
          value={room.relation}
          choices={choicesOf(RELATIONS, (relation) => t(`relations.${relation}`))}
          testId={`edit-relation-${index}`}
          onChange={(relation) => put({ rooms: rooms.with(index, { ...room, relation }) })}
        />
        <RemoveButton
          words={room.text}
          onRemove={() => put({ rooms: rooms.filter(({ key }) => key !== room.key) })}
        />
      </div>
    );
  });
}

function NewPlates({ draft: { plates }, put, problemAt }: OpenSectionProps) {
  const { t } = useTranslation();
  return plates.map((plate, index) => (
    <div key={plate.key} className={cx(css.lineOne)}>
      <TextField
        label={t('searchKinds.plate')}
        problem={index === plates.length - 1 ? problemAt('plate') : null}
        value={plate.text}
        maxLength={12}
        testId={`edit-plate-${index}`}
        onChange={(text) => put({ plates: plates.with(index, { ...plate, text }) })}
      />
      <RemoveButton
        words={plate.text}
        onRemove={() => put({ plates: plates.filter(({ key }) => key !== plate.key) })}
      />
    </div>
  ));
}

interface RemoveButtonProps {
  /** Of what it removes, for who cannot see where it stands. */
  readonly words: string;
  readonly onRemove: () => void;
}

function RemoveButton({ words, onRemove }: RemoveButtonProps) {
  const { t } = useTranslation();
  return (
    <Button weight="plain" onClick={onRemove}>
      {t('common.remove')}
      <span className="hidden-text"> {words}</span>
    </Button>
  );
}

interface KeptPlateProps {
  readonly mask: string;
  readonly isRemoved: boolean;
  readonly onTurn: (isRemoved: boolean) => void;
}

function KeptPlate({ mask, isRemoved, onTurn }: KeptPlateProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(css.kept)}>
      <span className="quiet">{t('searchKinds.plate')}</span>
      <span className={cx('digits', isRemoved && css.gone)}>{mask}</span>
      <Button weight="plain" onClick={() => onTurn(!isRemoved)}>
        {t(isRemoved ? 'common.undo' : 'common.remove')}
        <span className="hidden-text"> {mask}</span>
      </Button>
    </div>
  );
}
