/** Picker of a receptionist's areas: everything, or estates, buildings and units that are found by typing. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { type Area, MAX_AREAS, type Scope, isSameArea } from '../../contract/scope/lists.ts';
import type { FoundAreas } from '../../contract/staff/views.ts';
import { bridge } from '../bridge.ts';
import { areaWords } from '../limit-override/area-words.ts';
import { useAnswer } from '../pages/use-reply.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import { staffStore } from './stores.ts';

const findAreas = (text: string) => bridge.vault['staff.areas']({ text });

export function ScopePicker({ scope, why }: { readonly scope: Scope; readonly why: string }) {
  const { t } = useTranslation();
  const [isSome, setIsSome] = useState(scope.length > 0);
  const { choose } = staffStore.getState();
  return (
    <>
      <Chips
        label={t('scope.pick.label')}
        testId="scope"
        value={isSome ? 'some' : 'all'}
        choices={choicesOf(['all', 'some'] as const, (which) => t(`scope.pick.${which}`))}
        onChange={(chosen) => {
          setIsSome(chosen === 'some');
          if (chosen === 'all') choose({ scope: [] });
        }}
      />
      {isSome && <Areas scope={scope} />}
      <WordsField
        label={t('scope.pick.words')}
        value={why}
        testId="scope-words"
        onChange={(said) => choose({ why: said })}
      />
    </>
  );
}

function Areas({ scope }: { readonly scope: Scope }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { reply: found, failure } = useAnswer(findAreas, text);
  const isChosen = (area: Area): boolean => scope.some((one) => isSameArea(one, area));
  const { choose } = staffStore.getState();
  const isFull = scope.length >= MAX_AREAS;
  return (
    <>
      {scope.length > 0 && (
        <SeveralChips
          label={t('scope.pick.chosen')}
          testId="scope-chosen"
          choices={scope.map((area) => ({ value: idOf(area), words: areaWords(t, area) }))}
          value={scope.map(idOf)}
          onChange={(ids) => choose({ scope: scope.filter((area) => ids.includes(idOf(area))) })}
        />
      )}
      <TextField
        label={t('scope.pick.find')}
        hint={isFull ? t('scope.pick.most', { most: MAX_AREAS }) : t('scope.pick.findHint')}
        value={text}
        maxLength={60}
        autoFocus
        testId="scope-find"
        onChange={setText}
      />
      <FailureNote failure={failure} />
      {found !== null && found.areas.length === 0 && <p className="quiet">{t('scope.pick.none')}</p>}
      {found !== null && found.areas.length > 0 && (
        <SeveralChips
          label={t('scope.pick.found')}
          testId="scope-area"
          choices={found.areas.map(({ area, rooms }) => ({
            value: idOf(area),
            words: t('scope.pick.rooms', { area: areaWords(t, area), count: rooms }),
            disabled: isFull && !isChosen(area),
          }))}
          value={found.areas
            .map(({ area }) => area)
            .filter(isChosen)
            .map(idOf)}
          onChange={(ids) => choose({ scope: chosenOf(scope, found, ids) })}
        />
      )}
      {found?.more === true && <p className={cx('quiet', 'small')}>{t('scope.pick.more')}</p>}
    </>
  );
}

const idOf = ({ estate, building, unit }: Area): string => JSON.stringify([estate, building, unit]);

/** Returns the scope after a choice among the listed areas; chosen areas that are not listed now stay. */
function chosenOf(scope: Scope, { areas }: FoundAreas, ids: readonly string[]): Scope {
  const listed = areas.map(({ area }) => area);
  return [
    ...scope.filter((area) => !listed.some((one) => isSameArea(one, area))),
    ...listed.filter((area) => ids.includes(idOf(area))),
  ];
}
