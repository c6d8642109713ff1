/** The page of a register: its title with what can be begun, what is read anew where it could not be, and the register or what is open in its place. */
import type { ReactNode, Ref } from 'react';
import type { Failure } from '../../contract/result.ts';
import { Covered } from './covered.ts';
import { Page, PageBody } from './Page.tsx';
import { PageHeader } from './PageHeader.tsx';
import { ReadFailure } from './ReadFailure.tsx';
import { Waiting } from './Waiting.tsx';

/** State of a register's page: the register, and whether something is open in its place. */
interface RegisterFrame<Register> {
  /** Null until it was read. */
  readonly register: Register | null;
  readonly failure: Failure | null;
  readonly onAgain: () => void;
  readonly isOpen: boolean;
  readonly bodyRef?: Ref<HTMLDivElement>;
}

interface RegisterPageProps<Register> extends RegisterFrame<Register> {
  /** Test hook of the page: `screen-<screen>`. */
  readonly screen: string;
  /** Other test hooks: `<name>-again`, `<name>-reading`. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  /** Actions that can be begun, while nothing is open. */
  readonly buttons?: ReactNode;
  /** Over the register. */
  readonly notes?: ReactNode;
  /** Its parts are told apart by hairlines. */
  readonly lined?: boolean;
  /** The form that is open over the register. */
  readonly form?: ReactNode;
  readonly children: (register: Register) => ReactNode;
}

export function RegisterPage<Register>(props: RegisterPageProps<Register>) {
  const { screen, name, title, lead, buttons, notes, lined = false, form, children } = props;
  const { register, failure, onAgain, isOpen, bodyRef } = props;
  return (
    <Page testId={`screen-${screen}`}>
      <PageHeader title={title} lead={lead}>
        {!isOpen && buttons}
      </PageHeader>
      <ReadFailure failure={failure} testId={`${name}-again`} onAgain={onAgain} />
      {notes}
      {register === null && failure === null && <Waiting testId={`${name}-reading`} />}
      {register !== null && (
        <PageBody {...(bodyRef === undefined ? {} : { ref: bodyRef })} label={title} spaced={!lined}>
          {form}
          <Covered value={isOpen}>{children(register)}</Covered>
        </PageBody>
      )}
    </Page>
  );
}
