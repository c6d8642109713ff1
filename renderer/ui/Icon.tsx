/** The pictures, all of one kept set; each stands beside a word, never alone in meaning. */
import type { ComponentType } from 'react';
import Bell from 'lucide-react/icons/bell';
import Building from 'lucide-react/icons/building';
import Cable from 'lucide-react/icons/cable';
import Calendar from 'lucide-react/icons/calendar';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import ConciergeBell from 'lucide-react/icons/concierge-bell';
import Eye from 'lucide-react/icons/eye';
import FileText from 'lucide-react/icons/file-text';
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import FolderOpen from 'lucide-react/icons/folder-open';
import HardDrive from 'lucide-react/icons/hard-drive';
import History from 'lucide-react/icons/history';
import Lock from 'lucide-react/icons/lock';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import Phone from 'lucide-react/icons/phone';
import Plus from 'lucide-react/icons/plus';
import ScanEye from 'lucide-react/icons/scan-eye';
import Search from 'lucide-react/icons/search';
import Settings2 from 'lucide-react/icons/settings-2';
import Shield from 'lucide-react/icons/shield';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import User from 'lucide-react/icons/user';
import Users from 'lucide-react/icons/users';
import X from 'lucide-react/icons/x';
import { cx } from './cx.ts';
import css from './ui.module.css';

type Picture = ComponentType<{
  readonly className?: string;
  readonly size?: number;
  readonly strokeWidth?: number;
  readonly 'aria-hidden'?: 'true';
}>;
const pictures = <Name extends string>(named: Readonly<Record<Name, Picture>>) => named;

const ICONS = pictures({
  bell: Bell,
  building: Building,
  cable: Cable,
  calendar: Calendar,
  check: Check,
  compliance: ClipboardCheck,
  counter: ConciergeBell,
  cross: X,
  down: ChevronDown,
  drive: HardDrive,
  eye: Eye,
  history: History,
  left: ChevronLeft,
  lock: Lock,
  note: NotebookPen,
  oversight: ScanEye,
  paper: FileText,
  person: User,
  phone: Phone,
  plus: Plus,
  records: FolderOpen,
  right: ChevronRight,
  search: Search,
  sheet: FileSpreadsheet,
  shield: Shield,
  system: Settings2,
  two: Users,
  warn: TriangleAlert,
});

/** 1.6 px of 18, on the set's own grid of 24. */
const STROKE = 2.13;

export type IconName = keyof typeof ICONS;

export function Icon({ name }: { readonly name: IconName }) {
  const Drawn = ICONS[name];
  return <Drawn className={cx(css.icon)} size={18} strokeWidth={STROKE} aria-hidden="true" />;
}

/** The same large and thin: what stands where nothing is yet. Its line is as wide at every size. */
export function Drawing({ name, size }: { readonly name: IconName; readonly size: number }) {
  const Drawn = ICONS[name];
  return <Drawn size={size} strokeWidth={36 / size} aria-hidden="true" />;
}
