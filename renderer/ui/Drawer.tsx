/** One thing of a list in full, in a drawer at the right edge. ↑ and ↓ go through the list. */
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { Overlay } from './Overlay.tsx';
import css from './overlay.module.css';

interface DrawerProps {
  readonly title: string;
  readonly testId: string;
  readonly onClose: () => void;
  /** Shows the next thing of the list (1) or the one before (-1). */
  readonly onStep: (by: 1 | -1) => void;
  /** Buttons to the one before and the next: test hooks `<name>-newer` and `<name>-older`. */
  readonly steps?: { readonly name: string; readonly isFirst: boolean; readonly isLast: boolean } | undefined;
  /** Below the content, always in view. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

export function Drawer({ title, testId, onClose, onStep, steps, foot, children }: DrawerProps) {
  const { t } = useTranslation();
  useStepKeys(onStep);
  return (
    <Overlay
      look="drawer"
      title={title}
      testId={testId}
      onClose={onClose}
      beside={
        steps !== undefined && (
          <span>
            <Button
              weight="plain"
              aria-label={t('common.newer')}
              title={t('common.newer')}
              disabled={steps.isFirst}
              data-testid={`${steps.name}-newer`}
              onClick={() => onStep(-1)}
            >
              <Icon name="left" />
            </Button>
            <Button
              weight="plain"
              aria-label={t('common.older')}
              title={t('common.older')}
              disabled={steps.isLast}
              data-testid={`${steps.name}-older`}
              onClick={() => onStep(1)}
            >
              <Icon name="right" />
            </Button>
          </span>
        )
      }
    >
      {/* A scrolled region has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={cx(css.body)} tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
      {(foot ?? false) !== false && <div className={cx(css.foot)}>{foot}</div>}
    </Overlay>
  );
}

/** On the window, before anything in the drawer hears it: the drawer's own box has the focus at first. */
function useStepKeys(onStep: DrawerProps['onStep']): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const by = STEPS[event.key];
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onStep(by);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [onStep]);
}

const STEPS: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowUp: -1 };
