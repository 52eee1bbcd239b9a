import { once } from 'node:events';
import { connect } from 'node:net';

/** A connection on which a test decides over every byte. */
export interface RawConnection {
  send(text: string): void;
  /** Everything that was received so far. */
  received(): string;
  /** Resolves when the other side has closed it, in whichever way. */
  readonly closed: Promise<void>;
  close(): void;
}

export async function openConnection(port: number): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let received = '';
  socket.setEncoding('latin1').on('data', (text) => (received += String(text)));
  socket.on('error', () => undefined);
  return {
    send: (text) => void socket.write(text, 'latin1'),
    received: () => received,
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
    close: () => void socket.destroy(),
  };
}
