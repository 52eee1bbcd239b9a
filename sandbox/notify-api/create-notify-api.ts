import type { Answer } from '../http/answer.ts';
import { htmlErrorAnswer } from '../http/html-answer.ts';
import { jsonAnswer, timeoutAnswer } from '../http/json-answer.ts';
import type { SandboxService } from './sandbox-service.ts';
import { refuseToken, type TokenRules } from './refuse-token.ts';

/** What Notify API is asked. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** Notify API's answer to one request. */
export type NotifyApi = (request: ServiceRequest) => Answer;

export interface NotifyApiSettings extends TokenRules {
  readonly services: readonly SandboxService[];
  /** How long a slow service takes. */
  readonly slowMs: number;
}

const PATH = /^\/service\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** A stand-in of Notify API, as far as document pages need it: `GET /service/{uuid}`. */
export function createNotifyApi(settings: NotifyApiSettings): NotifyApi {
  const { services, slowMs } = settings;
  const answers = new Map(services.map((service) => [service.id, answerAbout(service, slowMs)]));
  const unknown = jsonAnswer(404, { message: 'No result found', result: 'error' });
  return ({ method, path, authorization }) => {
    const id = PATH.exec(path)?.[1];
    if (id === undefined) return htmlErrorAnswer(404);
    if (method !== 'GET' && method !== 'HEAD') return htmlErrorAnswer(405, { Allow: 'GET, HEAD' });
    return refuseToken(authorization, settings) ?? answers.get(id.toLowerCase()) ?? unknown;
  };
}

function answerAbout(service: SandboxService, slowMs: number): Answer {
  if (service.trouble === 'slow') return { ...timeoutAnswer(), delayMs: slowMs };
  if (service.trouble === 'broken') return htmlErrorAnswer(500);
  return jsonAnswer(200, { data: describe(service) });
}

/** The fields that document pages use, among some of the many that the real answer has. */
function describe({ id, name, contactLink, active }: SandboxService): Record<string, unknown> {
  return {
    active,
    contact_link: contactLink,
    count_as_live: active,
    id,
    name,
    organisation_type: 'central',
    permissions: ['email', 'upload_document'],
    restricted: false,
  };
}
