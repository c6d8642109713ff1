/** The few pictures, drawn on one 18 px grid; each stands beside a word, never alone in meaning. */
import { cx } from './cx.ts';
import css from './ui.module.css';

const PATHS = {
  lock: 'M5 8V6a4 4 0 0 1 8 0v2M4 8h10v7H4z',
  eye: 'M1.5 9S4.5 4 9 4s7.5 5 7.5 5-3 5-7.5 5S1.5 9 1.5 9zM9 11.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  person: 'M9 8.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 15.5c.4-3 2.8-5 6-5s5.600 2 6 5',
  phone:
    'M3 3.500c0 6 5.500 11.500 11.500 11.500l1-3-3.500-1.500-1.500 1.500C8 11 6.500 9.500 5.500 7.500L7 6 5.500 2.500z',
  shield: 'M9 1.800l6 2.200v4.500c0 3.700-2.500 6.500-6 7.700-3.500-1.200-6-4-6-7.700V4z',
  two: 'M6.500 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM1.500 15c.3-2.700 2.200-4.500 5-4.500s4.700 1.800 5 4.500M12 3.200a2.400 2.400 0 0 1 0 4.600M14 11c1.500.7 2.400 2.200 2.600 4',
  search: 'M8 13.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM12 12l4 4',
  check: 'M3 9.500l4 4 8-9',
  cross: 'M4 4l10 10M14 4L4 14',
  plus: 'M9 3v12M3 9h12',
  warn: 'M9 2l7.500 13.500h-15zM9 7v4M9 13.200v.1',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={cx(css.icon)} viewBox="0 0 18 18" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
