import { type ReactNode, useContext } from 'react';
import type { Role } from '../../../../../contract/fields.ts';
import { AppRail } from '../../../../../renderer/desk/AppRail.tsx';
import { AreaTabs } from '../../../../../renderer/desk/AreaTabs.tsx';
import { DeskContext } from '../../../../../renderer/pages/desk-context.ts';
import type { PageName } from '../../../../../renderer/pages/define-page.ts';
import { deskStore } from '../../../../../renderer/pages/stores.ts';
import { cx } from '../../../../../renderer/ui/cx.ts';
import type { ComponentPage } from '../component-page.ts';
import css from '../components.module.css';
import { Prepared } from '../Prepared.tsx';

function SignedInAs({ who, children }: { readonly who: Role; readonly children: ReactNode }) {
  const desk = useContext(DeskContext);
  return (
    desk !== null && (
      <DeskContext value={{ ...desk, signedIn: { ...desk.signedIn, role: who } }}>{children}</DeskContext>
    )
  );
}

const at = (page: string) => () => {
  const { page: before } = deskStore.getState();
  deskStore.setState({ page: page as PageName });
  return () => deskStore.setState({ page: before });
};
const atCounter = at('counter');
const atStaff = at('staff');
const atLog = at('log');

const desk = (
  <div className={cx(css.desk)}>
    <AppRail />
    <AreaTabs />
  </div>
);

export const appRailPage: ComponentPage = {
  id: 'app-rail',
  title: 'AppRail, AreaTabs',
  frame: 'alone',
  states: [
    {
      id: 'receptionist',
      name: ['前台', 'Receptionist'],
      wide: true,
      show: () => (
        <SignedInAs who="receptionist">
          <Prepared by={atCounter}>{desk}</Prepared>
        </SignedInAs>
      ),
    },
    {
      id: 'supervisor',
      name: ['主管', 'Supervisor'],
      wide: true,
      show: () => (
        <SignedInAs who="supervisor">
          <Prepared by={atLog}>{desk}</Prepared>
        </SignedInAs>
      ),
    },
    {
      id: 'admin',
      name: ['管理员，焦点', 'Admin, focus'],
      wide: true,
      focused: true,
      show: () => (
        <SignedInAs who="admin">
          <Prepared by={atStaff}>{desk}</Prepared>
        </SignedInAs>
      ),
    },
  ],
};
