/** Requests kept to be looked at. */
const KEPT_REQUESTS = 10_000;

/** A request to the API as it came in, and what became of it. The key itself is not kept, only its profile. */
export type LoggedRequest = {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
  readonly profileId: string | null;
  /** The status that was answered, or what was done instead; null while it is handled. */
  outcome: number | "reset" | "no_answer" | null;
  replayed: boolean;
};

export type RequestLog = {
  readonly all: () => readonly LoggedRequest[];
  readonly add: (request: LoggedRequest) => LoggedRequest;
  readonly clear: () => void;
};

export function createRequestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    all: () => requests,
    add: (request) => {
      requests.push(request);
      if (requests.length > KEPT_REQUESTS) requests = requests.slice(-KEPT_REQUESTS / 2);
      return request;
    },
    clear: () => {
      requests = [];
    },
  };
}
