/** A document to read, and what differs between two of its versions. */
// oxlint-disable react/no-array-index-key -- the parts of a text have no names, and it is drawn as a whole
import { useTranslation } from '../messages/translate.ts';
import type { ProcedureBlock, Run } from '../../contract/procedures/views.ts';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import { type ComparedLine, compareLines, linesOf } from './document-lines.ts';
import css from './procedures.module.css';

export function DocumentText({ blocks }: { readonly blocks: readonly ProcedureBlock[] }) {
  return (
    <div className={cx('stack2', css.text)} lang="zh-CN" data-testid="procedure-text">
      {blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: ProcedureBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h3>
          <Runs runs={block.runs} />
        </h3>
      ) : (
        <h4>
          <Runs runs={block.runs} />
        </h4>
      );
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list': {
      const items = block.items.map((runs, at) => (
        <li key={at}>
          <Runs runs={runs} />
        </li>
      ));
      return block.numbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useTranslation();
  return runs.map((run, at) => {
    if ('gap' in run)
      return (
        <span key={at} className={cx(css.gap)} lang="zh-CN">
          {t('procedures.gap', { name: t(`company.factNames.${run.gap}`) })}
        </span>
      );
    return run.strong === true ? <strong key={at}>{run.text}</strong> : run.text;
  });
}

interface ComparedTextProps {
  readonly was: readonly ProcedureBlock[];
  readonly is: readonly ProcedureBlock[];
}

/** The second text, with what the first had instead. */
export function ComparedText({ was, is }: ComparedTextProps) {
  const { t } = useTranslation();
  const lines = (blocks: readonly ProcedureBlock[]) =>
    linesOf(blocks, (fact) => t('procedures.gap', { name: t(`company.factNames.${fact}`) }));
  const compared = compareLines(lines(was), lines(is));
  const differs = compared.some(({ parts }) => parts.some((part) => part.is !== 'same'));
  return (
    <>
      <Note testId="procedure-compared">
        <p>{t(differs ? 'procedures.compared' : 'procedures.noDifference')}</p>
      </Note>
      <div className={cx('stack2', css.text)} lang="zh-CN" data-testid="procedure-difference">
        {compared.map((line, at) => (
          <Line key={at} line={line} />
        ))}
      </div>
    </>
  );
}

function Line({ line: { look, parts } }: { readonly line: ComparedLine }) {
  return (
    <p className={look === 'text' ? undefined : cx(css[look])}>
      {parts.map(({ is, text }, at) =>
        is === 'added' ? <ins key={at}>{text}</ins> : is === 'removed' ? <del key={at}>{text}</del> : text,
      )}
    </p>
  );
}
