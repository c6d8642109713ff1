/** The screen one lives in: search on top, results on the left, the resident or the room on the right. */
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { SearchKind } from '../../contract/search/lists.ts';
import { PersonPanel } from './PersonPanel.tsx';
import { RoomPanel } from '../room/RoomPanel.tsx';
import { useNoResidents } from '../first-day/use-no-residents.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore, roomStore } from '../current-record/stores.ts';
import { searchStore } from './stores.ts';
import { TaskStrip } from '../tasks/TaskStrip.tsx';
import { cx } from '../ui/cx.ts';
import type { ProofHandle } from '../ui/form-scope.ts';
import css from './counter.module.css';
import { ResultList } from './ResultList.tsx';
import { searchBox } from './search-box.ts';
import { SearchBox } from './SearchBox.tsx';

// The same at each rendering: the list is painted for its own sake alone.
const toBox = () => searchBox.current?.focus();
const narrow = (only: SearchKind | null) => searchBox.current?.narrow(only);
const typed = () => searchBox.current?.peek() ?? '';

export function Counter() {
  // The box comes back empty after another page, so its results do too.
  useEffect(() => () => void searchStore.getState().search(''), []);
  const idForm = useRef<ProofHandle>(null);
  const elsewhere = useRef<HTMLButtonElement>(null);
  const hasPerson = useStore(
    personStore,
    (state) => state.person !== null || state.opening || state.failure !== null,
  );
  const asked = useStore(searchStore, (state) => state.asked);
  const isFresh = useStore(searchStore, (state) => state.isFresh);
  const { role } = useDesk().signedIn;
  const hasRoom = useStore(
    roomStore,
    (state) => state.room !== null || state.opening || state.failure !== null,
  );
  const isFirstDay = useNoResidents() && role !== 'admin' && !asked;
  // The other record of a merge is chosen in the list.
  const choosing =
    useStore(deskStore, ({ panel }) => panel.kind === 'merge' && panel.other === null) && asked;
  const adding = useStore(
    deskStore,
    (state) => state.panel.kind === 'add' || state.panel.kind === 'ask-room',
  );
  // A visitor who asks for a room stands before the screen: what was looked for before them is not on it.
  const askingRoom = useStore(deskStore, (state) => state.panel.kind === 'ask-room');
  useEffect(() => {
    if (!askingRoom) return;
    searchBox.current?.clear();
    void searchStore.getState().search('');
  }, [askingRoom]);
  const goToNobody = useCallback(() => (elsewhere.current ?? idForm.current)?.focus(), []);
  // On a small screen the record takes the place of the list.
  return (
    <div
      className={cx(css.counter)}
      data-open={(((hasPerson || hasRoom) && !isFresh) || adding) && !choosing}
      data-alone={askingRoom}
      data-first-day={isFirstDay}
    >
      <SearchBox listed={!askingRoom} onNobody={goToNobody} />
      <TaskStrip onSearch={toBox} />
      {!askingRoom && (
        <ResultList
          isFirstDay={isFirstDay}
          onNarrow={narrow}
          elsewhere={elsewhere}
          idForm={idForm}
          readTyped={typed}
          onFound={toBox}
        />
      )}
      {hasRoom && !adding ? <RoomPanel /> : <PersonPanel />}
    </div>
  );
}
