import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestContext } from './request-context.ts';

/** Is told of everything that comes in and goes out. Its functions must not throw. */
export interface RequestObserver {
  readonly connected: () => void;
  readonly disconnected: () => void;
  readonly arrived: () => void;
  readonly answered: (request: AnsweredRequest) => void;
  /** Something came that was no HTTP, and was answered with this status. */
  readonly malformed: (status: number) => void;
}

/** A request whose answer has gone out, or whose visitor has gone. */
export interface AnsweredRequest {
  readonly context: RequestContext;
  /** As the visitor sent it. */
  readonly method: string;
  /** The `Host` header, which a visitor may choose. */
  readonly host: string;
  readonly userAgent: string;
  readonly status: number;
  readonly durationSeconds: number;
  /** As the request declares it. */
  readonly requestBytes: number;
  /** Of the body as far as it is declared, else of the whole answer as it was sent. */
  readonly responseBytes: number;
}

/** What stands for a status when the visitor went away before there was one, as in nginx's logs. */
const CLIENT_CLOSED_REQUEST = 499;

/** Tells the observer of a request now, and of its answer when that has ended. */
export function observeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
  { arrived, answered }: RequestObserver,
): void {
  arrived();
  const { headers, socket, method = 'GET' } = request;
  const bytesBefore = socket.bytesWritten;
  response.once('close', () => {
    answered({
      context,
      method,
      host: headers.host ?? '',
      userAgent: headers['user-agent'] ?? '',
      status: response.headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST,
      durationSeconds: Math.round((performance.now() - context.startedAt) * 1000) / 1e6,
      requestBytes: Number(headers['content-length'] ?? 0),
      responseBytes: Number(
        response.getHeader('content-length') ?? socket.bytesWritten - bytesBefore,
      ),
    });
  });
}
