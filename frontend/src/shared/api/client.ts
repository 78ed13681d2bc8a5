import i18n from 'i18next';
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.gen';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** ApiError is a problem that the server answered, as an exception for queries and mutations. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
  get status() {
    return this.problem.status;
  }
}

const language: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18n.language);
    return request;
  },
};

// A wrapper, so that what replaces fetch later, as a test does, is seen.
export const api = createClient<paths>({ baseUrl: '/api/v1', fetch: (request) => globalThis.fetch(request) });
api.use(language);

/** must returns an answer's data, or throws its problem as an ApiError. */
export function must<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (!answer.response.ok) throw new ApiError(asProblem(answer.error, answer.response.status));
  return answer.data as T;
}

function asProblem(error: unknown, status: number): Problem {
  if (typeof error === 'object' && error !== null && 'code' in error && 'request_id' in error) return error as Problem;
  return { type: 'about:blank', title: String(status), status, code: 'network', request_id: '' };
}

/** etag is the version that a write names. */
export const etag = (version: number) => `"${version}"`;

/** newId makes a UUIDv7: a create that is sent twice is then one create. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
