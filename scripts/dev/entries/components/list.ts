/** Every component that has a page. A new one takes a file in `pages/` and a line here. */
import type { ComponentPage } from './component-page.ts';
import { appRailPage } from './pages/app-rail.tsx';
import { avatarPage } from './pages/avatar.tsx';
import { badgePage } from './pages/badge.tsx';
import { buttonPage } from './pages/button.tsx';
import { ceremonyShellPage } from './pages/ceremony-shell.tsx';
import { chipsPage } from './pages/chips.tsx';
import { comboBoxPage } from './pages/combo-box.tsx';
import { commandPalettePage } from './pages/command-palette.tsx';
import { dataTablePage } from './pages/data-table.tsx';
import { dayInputPage } from './pages/day-input.tsx';
import { donePage } from './pages/done.tsx';
import { drawerPage } from './pages/drawer.tsx';
import { editedSincePage } from './pages/edited-since.tsx';
import { emptyStatePage } from './pages/empty-state.tsx';
import { factsPage } from './pages/facts.tsx';
import { fieldPage } from './pages/field.tsx';
import { fieldPairPage } from './pages/field-pair.tsx';
import { fieldRowPage } from './pages/field-row.tsx';
import { filterBarPage } from './pages/filter-bar.tsx';
import { formPage } from './pages/form.tsx';
import { formActionsPage } from './pages/form-actions.tsx';
import { iconPage } from './pages/icon.tsx';
import { idleBannerPage } from './pages/idle-banner.tsx';
import { inStatusBarPage } from './pages/in-status-bar.tsx';
import { menuPage } from './pages/menu.tsx';
import { newPinFieldsPage } from './pages/new-pin-fields.tsx';
import { notePage } from './pages/note.tsx';
import { overlayPage } from './pages/overlay.tsx';
import { pagePage } from './pages/page.tsx';
import { pageHeaderPage } from './pages/page-header.tsx';
import { pinBoxesPage } from './pages/pin-boxes.tsx';
import { pointsPage } from './pages/points.tsx';
import { progressBarPage } from './pages/progress-bar.tsx';
import { proofFieldsPage } from './pages/proof-fields.tsx';
import { qrCodePage } from './pages/qr-code.tsx';
import { radioPage } from './pages/radio.tsx';
import { railPage } from './pages/rail.tsx';
import { readFailurePage } from './pages/read-failure.tsx';
import { reasonPickerPage } from './pages/reason-picker.tsx';
import { registerPage } from './pages/register.tsx';
import { ringPage } from './pages/ring.tsx';
import { selectPage } from './pages/select.tsx';
import { sheetPage } from './pages/sheet.tsx';
import { sheetFieldsPage } from './pages/sheet-fields.tsx';
import { statTilePage } from './pages/stat-tile.tsx';
import { statusBarPage } from './pages/status-bar.tsx';
import { switchPage } from './pages/switch.tsx';
import { tablePage } from './pages/table.tsx';
import { taskPanelPage } from './pages/task-panel.tsx';
import { textFieldPage } from './pages/text-field.tsx';
import { textInputPage } from './pages/text-input.tsx';
import { toastPage } from './pages/toast.tsx';
import { unsavedDialogPage } from './pages/unsaved-dialog.tsx';
import { waitingPage } from './pages/waiting.tsx';
import { wordsFieldPage } from './pages/words-field.tsx';

export const COMPONENT_PAGES: readonly ComponentPage[] = [
  appRailPage,
  avatarPage,
  badgePage,
  buttonPage,
  ceremonyShellPage,
  chipsPage,
  comboBoxPage,
  commandPalettePage,
  dataTablePage,
  dayInputPage,
  donePage,
  drawerPage,
  editedSincePage,
  emptyStatePage,
  factsPage,
  fieldPage,
  fieldPairPage,
  fieldRowPage,
  filterBarPage,
  formPage,
  formActionsPage,
  iconPage,
  idleBannerPage,
  inStatusBarPage,
  menuPage,
  newPinFieldsPage,
  notePage,
  overlayPage,
  pagePage,
  pageHeaderPage,
  pinBoxesPage,
  pointsPage,
  progressBarPage,
  proofFieldsPage,
  qrCodePage,
  radioPage,
  railPage,
  readFailurePage,
  reasonPickerPage,
  registerPage,
  ringPage,
  selectPage,
  sheetPage,
  sheetFieldsPage,
  statTilePage,
  statusBarPage,
  switchPage,
  tablePage,
  taskPanelPage,
  textFieldPage,
  textInputPage,
  toastPage,
  unsavedDialogPage,
  waitingPage,
  wordsFieldPage,
];
