/** The editor of a document: ProseMirror with the schema of what the vault takes. It brings no style of its own and makes no code, so that the page's policy holds it. */
import { useEffect, useRef, useState } from 'react';
import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useTranslation } from '../messages/translate.ts';
import type { ProcedureBlock } from '../../contract/procedures/views.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { type EditorSchema, blocksFrom, documentFrom, schemaWith } from './editor-schema.ts';
import css from './procedures.module.css';

interface EditorProps {
  readonly labelId: string;
  /** Initial blocks. */
  readonly blocks: readonly ProcedureBlock[];
  /** Called with all of it, whenever something of it has changed. */
  readonly onChange: (blocks: ProcedureBlock[]) => void;
}

export function Editor({ labelId, blocks, onChange }: EditorProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const first = useRef({ blocks, t, labelId });
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    if (place.current === null) return;
    const say = first.current;
    const schema = schemaWith((fact) =>
      say.t('procedures.gap', { name: say.t(`company.factNames.${fact}`) }),
    );
    const made = new EditorView(place.current, {
      state: EditorState.create({ doc: documentFrom(schema, say.blocks), plugins: pluginsOf(schema) }),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': say.labelId,
        'data-testid': 'procedure-editor',
        lang: 'zh-CN',
        class: cx('stack2', css['text']),
      },
      dispatchTransaction: (transaction) => {
        const next = made.state.apply(transaction);
        made.updateState(next);
        setState(next);
        if (transaction.docChanged) tell.current(blocksFrom(next.doc));
      },
    });
    setView(made);
    setState(made.state);
    return () => made.destroy();
  }, []);
  return (
    <div className={cx(css.frame)}>
      {view !== null && state !== null && <Tools view={view} state={state} />}
      <div ref={place} className={cx(css.editor)} />
    </div>
  );
}

const pluginsOf = (schema: EditorSchema) => {
  const { heading, item, bullets, numbers } = schema.nodes;
  const strong = toggleMark(schema.marks.strong);
  return [
    inputRules({
      rules: [
        textblockTypeInputRule(/^(#{1,2})\s$/, heading, ([, marks = '#']) => ({ level: marks.length })),
        wrappingInputRule(/^\s*[-·]\s$/, bullets),
        wrappingInputRule(/^\s*1[.、]\s$/, numbers),
      ],
    }),
    keymap({
      'Mod-b': strong,
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      Enter: chainCommands(splitListItem(item), liftListItem(item)),
      // One line each: a break within one would be lost.
      'Shift-Enter': chainCommands(exitCode, splitListItem(item)),
    }),
    keymap(baseKeymap),
    history(),
  ];
};

interface Tool {
  readonly name: 'heading' | 'subheading' | 'paragraph' | 'strong' | 'bullets' | 'numbers' | 'undo' | 'redo';
  readonly command: Command;
  /** Whether the place of the caret has it; null for what is done once. */
  readonly isOn: boolean | null;
}

function Tools({ view, state }: { readonly view: EditorView; readonly state: EditorState }) {
  const { t } = useTranslation();
  return (
    <div className={cx(css.tools)} role="toolbar" aria-label={t('procedures.tools.label')}>
      {toolsOf(state).map(({ name, command, isOn }) => (
        <Button
          key={name}
          aria-pressed={isOn ?? undefined}
          disabled={!command(state)}
          data-testid={`procedure-tool-${name}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            command(view.state, view.dispatch, view);
            view.focus();
          }}
        >
          {t(`procedures.tools.${name}`)}
        </Button>
      ))}
    </div>
  );
}

function toolsOf(state: EditorState): readonly Tool[] {
  const { nodes, marks } = state.schema as EditorSchema;
  const { $from, empty, from, to } = state.selection;
  const around = $from.depth > 1 ? $from.node($from.depth - 2) : null;
  const inList = (name: string): boolean => around?.type.name === name;
  const level = $from.parent.type === nodes.heading ? $from.parent.attrs['level'] : null;
  const { strong } = marks;
  const isStrong = empty
    ? strong.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, strong);
  const toText = chainCommands(setBlockType(nodes.paragraph), liftListItem(nodes.item));
  return [
    { name: 'heading', command: setBlockType(nodes.heading, { level: 1 }), isOn: level === 1 },
    { name: 'subheading', command: setBlockType(nodes.heading, { level: 2 }), isOn: level === 2 },
    { name: 'paragraph', command: toText, isOn: $from.parent.type === nodes.paragraph && $from.depth === 1 },
    { name: 'strong', command: toggleMark(strong), isOn: isStrong },
    { name: 'bullets', command: wrapInList(nodes.bullets), isOn: inList('bullets') },
    { name: 'numbers', command: wrapInList(nodes.numbers), isOn: inList('numbers') },
    { name: 'undo', command: undo, isOn: null },
    { name: 'redo', command: redo, isOn: null },
  ];
}
