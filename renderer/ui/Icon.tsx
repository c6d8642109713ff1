/** The pictures, all of one kept set; each stands beside a word, never alone in meaning. */
import type { ComponentType } from 'react';
import Bell from 'lucide-react/icons/bell';
import Calendar from 'lucide-react/icons/calendar';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import ConciergeBell from 'lucide-react/icons/concierge-bell';
import Eye from 'lucide-react/icons/eye';
import FileText from 'lucide-react/icons/file-text';
import FolderOpen from 'lucide-react/icons/folder-open';
import Lock from 'lucide-react/icons/lock';
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
  calendar: Calendar,
  check: Check,
  compliance: ClipboardCheck,
  counter: ConciergeBell,
  cross: X,
  down: ChevronDown,
  eye: Eye,
  left: ChevronLeft,
  lock: Lock,
  oversight: ScanEye,
  paper: FileText,
  person: User,
  phone: Phone,
  plus: Plus,
  records: FolderOpen,
  right: ChevronRight,
  search: Search,
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
