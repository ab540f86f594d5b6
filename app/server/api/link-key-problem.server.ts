import { assertNever } from "#app/domain/result.ts";
import type { LinkKeyRefusal } from "#app/server/access/link-keys.server.ts";
import type { Problem } from "./problem.server.ts";
import { invalid } from "./validation-errors.server.ts";

/** Why a key is not registered, for the developer who sent it. Never says what was in the key. */
export function linkKeyProblem(refusal: LinkKeyRefusal): Problem {
  switch (refusal.kind) {
    case "kid_not_allowed": {
      const message = "must have 1 to 64 letters, digits or . _ ~ - and not begin with lky_";
      return invalid([{ path: "kid", code: "wrong_format", message }]);
    }
    case "kid_taken":
      return { code: "kid_taken" };
    case "too_many":
      return { code: "too_many_link_keys" };
    case "jwk":
      return jwkProblem(refusal.fault);
    default:
      return assertNever(refusal);
  }
}

type Fault = Extract<LinkKeyRefusal, { kind: "jwk" }>["fault"];

function jwkProblem({ kind, member, rule: message }: Fault): Problem {
  const path = `jwk.${member}`;
  switch (kind) {
    case "private_key":
      return { code: "private_key_refused", errors: [{ path, code: "private_key_refused", message }] };
    case "unknown_member":
      return invalid([{ path, code: "unknown_field", message }]);
    case "not_supported":
      return { code: "key_not_supported", errors: [{ path, code: "key_not_supported", message }] };
    default:
      return assertNever(kind);
  }
}
