import { cx } from '../../../../../renderer/ui/cx.ts';
import { Drawing, Icon, type IconName } from '../../../../../renderer/ui/Icon.tsx';
import type { ComponentPage } from '../component-page.ts';
import css from '../components.module.css';

const NAMES: Readonly<Record<IconName, true>> = {
  bell: true,
  building: true,
  cable: true,
  calendar: true,
  check: true,
  compliance: true,
  counter: true,
  cross: true,
  down: true,
  drive: true,
  eye: true,
  history: true,
  left: true,
  lock: true,
  note: true,
  oversight: true,
  paper: true,
  person: true,
  phone: true,
  plus: true,
  records: true,
  right: true,
  search: true,
  sheet: true,
  shield: true,
  system: true,
  two: true,
  warn: true,
};

export const iconPage: ComponentPage = {
  id: 'icon',
  title: 'Icon, Drawing',
  states: [
    {
      id: 'all',
      name: ['全部', 'All'],
      wide: true,
      show: () => (
        <ul className={cx(css.icons)}>
          {(Object.keys(NAMES) as readonly IconName[]).map((name) => (
            <li key={name} className="line3">
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'drawing',
      name: ['空白处的图', 'Where nothing is yet'],
      wide: true,
      show: () => (
        <p className="line3">
          <Drawing name="records" size={64} />
          <Drawing name="records" size={24} />
        </p>
      ),
    },
  ],
};
