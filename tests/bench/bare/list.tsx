/** A React list over a message port: as many rows as the product's list has in view, two lines each. */
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { BareRow } from './list-service.ts';

const IN_VIEW = 16;

function List() {
  const [rows, setRows] = useState<readonly BareRow[]>([]);
  const port = useRef<MessagePort | null>(null);
  useEffect(() => {
    window.addEventListener('message', (event) => {
      port.current = event.ports[0] ?? null;
      if (port.current === null) return;
      port.current.onmessage = ({ data }) => setRows(data as readonly BareRow[]);
      document.body.dataset['ready'] = 'true';
    }, { once: true });
    window.dispatchEvent(new Event('list-listens'));
  }, []);
  return (
    <>
      <input data-testid="search-box" aria-label="search" onInput={(event) => port.current?.postMessage(event.currentTarget.value)} />
      <section data-testid="bare-list">
        {rows.slice(0, IN_VIEW).map(({ id, room, name, phone }) => <p key={id}><b>{room}</b><br />{name} {phone}</p>)}
      </section>
    </>
  );
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<List />);
