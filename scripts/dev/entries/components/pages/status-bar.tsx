import { StatusBar } from '../../../../../renderer/desk/StatusBar.tsx';
import { appStore, idleStore } from '../../../../../renderer/stores.ts';
import { cx } from '../../../../../renderer/ui/cx.ts';
import type { ComponentPage } from '../component-page.ts';
import css from '../components.module.css';
import { Prepared } from '../Prepared.tsx';

const asAlways = () => {
  idleStore.getState().tellDeadline(Date.now() + 90_000);
  return () => idleStore.getState().tellDeadline(null);
};
const withoutTime = () => {
  idleStore.getState().tellDeadline(Date.now() + 10_000);
  idleStore.getState().tellSessionEnd(Date.UTC(2026, 0, 31, 10));
  return () => {
    idleStore.getState().tellDeadline(null);
    idleStore.setState({ sessionEnd: null });
  };
};
const withVisitor = () => {
  const { settings } = appStore.getState();
  appStore.setState({ settings: { ...settings, privacy: true } });
  return () => appStore.setState({ settings });
};

const bar = (
  <div className={cx(css.foot)}>
    <StatusBar />
  </div>
);

export const statusBarPage: ComponentPage = {
  id: 'status-bar',
  title: 'StatusBar',
  frame: 'alone',
  states: [
    {
      id: 'usual',
      name: ['平时', 'Usual'],
      wide: true,
      show: () => <Prepared by={asAlways}>{bar}</Prepared>,
    },
    {
      id: 'ending',
      name: ['即将锁定，登录即将到期', 'About to lock, session about to end'],
      wide: true,
      show: () => <Prepared by={withoutTime}>{bar}</Prepared>,
    },
    {
      id: 'visitor',
      name: ['访客视图', 'Visitor view'],
      wide: true,
      show: () => <Prepared by={withVisitor}>{bar}</Prepared>,
    },
  ],
};
