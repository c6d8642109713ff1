/** A React list over a message port: as many rows as the product's list has in view, two lines each. */
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { BareRow } from './list-service.ts';

const IN_VIEW = 16;

function List() {
  const [rows, setRows] = useState<readonly BareRow[]>([]);
  const port = useRef<MessagePort | null>(null);
  useEffect(() => {
    const take = (event: MessageEvent): void => {
      const [given] = event.ports;
      if (given === undefined) return;
      clearInterval(asking);
      port.current = given;
      given.onmessage = ({ data }) => setRows(data as readonly BareRow[]);
      document.body.dataset['ready'] = 'true';
    };
    window.addEventListener('message', take);
    const ask = (): void => {
      window.dispatchEvent(new Event('list-listens'));
    };
    // Asked until it comes: main may not listen yet, or the frame that asked may be gone.
    const asking = setInterval(ask, 500);
    ask();
    return () => {
      clearInterval(asking);
      window.removeEventListener('message', take);
    };
  }, []);
  return (
    <>
      <input
        data-testid="search-box"
        aria-label="search"
        onInput={(event) => port.current?.postMessage(event.currentTarget.value)}
      />
      <section data-testid="bare-list">
        {rows.slice(0, IN_VIEW).map(({ id, room, name, phone }) => (
          <p key={id}>
            <b>{room}</b>
            <br />
            {name} {phone}
          </p>
        ))}
      </section>
    </>
  );
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<List />);
