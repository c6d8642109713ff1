/** Filters of the log: days, who, kind of action, outcome, and the resident that an entry was chosen by. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { LOG_OUTCOMES } from '../../contract/log/outcomes.ts';
import { LOG_GROUP_NAMES } from '../../contract/log/groups.ts';
import { Button } from '../ui/Button.tsx';
import { FilterBar, FilterDay, FilterSelect } from '../ui/FilterBar.tsx';
import { isNarrowed } from './log-store.ts';
import { logStore } from './stores.ts';

export function LogFilters() {
  const { t } = useTranslation();
  const state = useStore(logStore);
  const { filter, resident, staff, narrow, clear } = state;
  const disabled = state.busy === 'checking';
  const shared = { disabled, allWords: t('log.filters.all') };
  const isReversed = filter.from !== undefined && filter.to !== undefined && filter.to < filter.from;
  return (
    <FilterBar
      label={t('log.filters.label')}
      clearWords={t('log.filters.clear')}
      testId="log-filters"
      active={isNarrowed(state) && !disabled}
      onClear={() => void clear()}
    >
      <FilterDay
        disabled={disabled}
        label={t('log.filters.from')}
        value={filter.from}
        testId="log-from"
        onChoose={(from) => void narrow({ from })}
      />
      <FilterDay
        disabled={disabled}
        label={t('log.filters.to')}
        value={filter.to}
        problem={isReversed ? t('log.filters.order') : null}
        testId="log-to"
        onChoose={(to) => void narrow({ to })}
      />
      <FilterSelect
        {...shared}
        label={t('log.columns.who')}
        value={filter.staffId}
        choices={staff.map(({ staffId, name, left }) => ({
          value: staffId,
          words: left ? t('log.filters.left', { name }) : name,
        }))}
        testId="log-staff"
        onChoose={(staffId) => void narrow({ staffId })}
      />
      <FilterSelect
        {...shared}
        label={t('log.filters.group')}
        value={filter.group}
        choices={LOG_GROUP_NAMES.map((group) => ({ value: group, words: t(`log.groups.${group}`) }))}
        testId="log-group"
        onChoose={(group) => void narrow({ group })}
      />
      <FilterSelect
        {...shared}
        label={t('log.columns.outcome')}
        value={filter.outcome}
        choices={LOG_OUTCOMES.map((outcome) => ({ value: outcome, words: t(`logOutcomes.${outcome}`) }))}
        testId="log-outcome"
        onChoose={(outcome) => void narrow({ outcome })}
      />
      {resident !== null && <AnyResident mask={resident.mask} disabled={disabled} />}
    </FilterBar>
  );
}

/** Lifts the filter of one resident; it takes the focus, because the row that the resident was chosen by may be gone. */
function AnyResident({ mask, disabled }: { readonly mask: string; readonly disabled: boolean }) {
  const { t } = useTranslation();
  const { narrowTo } = useStore(logStore);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button
      ref={button}
      disabled={disabled}
      data-testid="log-any-resident"
      onClick={() => void narrowTo(null)}
    >
      {t('log.filters.anyResident', { mask })}
    </Button>
  );
}
