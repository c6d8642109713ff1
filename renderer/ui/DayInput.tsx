/** A day, typed as people write it or chosen from a calendar. Its text is whatever was typed. */
import type { ComponentProps } from 'react';
import { parseDate } from '@internationalized/date';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Heading,
  I18nProvider,
  Popover,
} from 'react-aria-components';
import { useTranslation } from '../messages/translate.ts';
import { cx } from './cx.ts';
import { dayFrom } from './days.ts';
import { Icon } from './Icon.tsx';
import { TextInput } from './TextInput.tsx';
import css from './ui.module.css';

interface DayInputProps {
  /** Attributes that tie the input to its field. */
  readonly input: ComponentProps<'input'> & { readonly value: string; readonly 'data-testid': string };
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Called with the typed text, or with the chosen day as `2026-01-31`. */
  readonly onChange: (text: string) => void;
  /** Enter was pressed, the input was left, or a day was chosen. */
  readonly onDone?: (text: string) => void;
}

export function DayInput({ input, autoFocus = false, disabled = false, onChange, onDone }: DayInputProps) {
  const { t } = useTranslation();
  const { value: text, 'data-testid': testId } = input;
  return (
    <span className={cx(css.day)}>
      <TextInput
        {...input}
        maxLength={16}
        placeholder={t('day.typed')}
        autoFocus={autoFocus}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => onDone?.(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.(text);
        }}
      />
      <DialogTrigger>
        <AriaButton
          className={cx(css.dayButton)}
          isDisabled={disabled}
          aria-label={t('day.open')}
          data-testid={`${testId}-calendar`}
        >
          <Icon name="calendar" />
        </AriaButton>
        <Popover placement="bottom end" className={cx(css.dayPopover)}>
          <Dialog aria-label={t('day.open')} className={cx(css.dayDialog)}>
            {({ close }) => (
              <DayCalendar
                text={text}
                onChoose={(day) => {
                  onChange(day);
                  onDone?.(day);
                  close();
                }}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}

interface DayCalendarProps {
  readonly text: string;
  readonly onChoose: (day: string) => void;
}

function DayCalendar({ text, onChoose }: DayCalendarProps) {
  const { t, i18n } = useTranslation();
  const day = dayFrom(text);
  return (
    <I18nProvider locale={i18n.language}>
      <Calendar
        aria-label={t('day.open')}
        autoFocus
        firstDayOfWeek="mon"
        defaultValue={day === null ? null : parseDate(day)}
        onChange={(day) => onChoose(day.toString())}
      >
        <header className={cx(css.dayHead)}>
          <AriaButton slot="previous" className={cx(css.dayButton)}>
            <Icon name="left" />
          </AriaButton>
          <Heading className="strong" />
          <AriaButton slot="next" className={cx(css.dayButton)}>
            <Icon name="right" />
          </AriaButton>
        </header>
        <CalendarGrid className={cx(css.dayGrid)}>
          {(date) => <CalendarCell date={date} className={cx(css.dayCell)} />}
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}
