import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { fits, HELPER_DECISIONS, mayHelper } from "./access.ts";

/** Pages that no debtor's session opens: who looks along may see them as everybody may. */
const WITHOUT_SESSION = /^\/(?:$|(?:l|c|creditor|hooks|api|dev|logos|real|not-me|refused|confirm)(?:\/|$)|\*$)/;

type Entry = { path?: string; children?: Entry[] };

function addresses(entries: readonly Entry[], above = ""): string[] {
  return entries.flatMap(({ path = "", children = [] }) => {
    const own = path === "" ? above : `${above}/${path}`;
    return children.length > 0 ? addresses(children, own) : [own === "" ? "/" : own];
  });
}

const debtorRoutes = addresses(routes as Entry[]).filter((address) => !WITHOUT_SESSION.test(address));

const example = (pattern: string): string => pattern.replace(/:\w+\??/g, "x_1").replace("*", "x/y");

test.each(debtorRoutes)("%s: somebody decided what who helps may do there", (route) => {
  expect(HELPER_DECISIONS.some(({ pattern }) => fits(pattern, example(route)))).toBe(true);
});

test("the table: what may be done with each right, by method", () => {
  const may = (method: string) =>
    Object.fromEntries(
      HELPER_DECISIONS.map(({ pattern }) => [
        pattern,
        (["look", "propose"] as const).filter((rights) => mayHelper(rights, method, example(pattern))).join(" "),
      ]),
    );
  const both = "look propose";
  expect(may("GET")).toEqual({
    "/claim": both,
    "/claim/letters": both,
    "/claim/letters/:letter": both,
    "/claim/documents/:document": both,
    "/claim/receipts/:payment": both,
    "/claim/pay": both,
    "/claim/pay/transfer": both,
    "/claim/pay/:payment": both,
    "/return/:return": both,
    "/claim/leave": both,
    "/help": both,
    "/accessibility": both,
    "/claim/arrangement": both,
    "/claim/arrangement/*": both,
    "/claim/dispute": both,
    "/claim/dispute/*": both,
    "/claim/help/*": "",
    "/claim/details": "",
    "/claim/details/*": "",
    "/claim/complaint": "",
    "/claim/complaint/*": "",
  });
  const posts = Object.entries(may("POST")).filter(([, rights]) => rights !== "");
  expect(posts).toEqual([
    ["/claim/pay", both],
    ["/claim/pay/:payment", both],
    ["/claim/leave", both],
    ["/claim/arrangement", "propose"],
    ["/claim/arrangement/*", "propose"],
  ]);
});

test.each([
  ["GET", "/claim/unknown"],
  ["GET", "/claim/Details"],
  ["GET", "/CLAIM/details"],
  ["GET", "/claim/help"],
  ["GET", "/claim/help/helper/"],
  ["GET", "/claim/details/export"],
  ["GET", "/claim.data"],
  ["GET", "/claim/details.data"],
  ["GET", "/claim//details"],
  ["PUT", "/claim/pay"],
  ["DELETE", "/claim"],
  ["POST", "/claim"],
  ["POST", "/claim/dispute/check"],
  ["POST", "/claim/letters"],
])("%s %s is nobody's but the debtor's", (method, path) => {
  expect(mayHelper("propose", method, path)).toBe(false);
});

test("a slash at the end changes nothing", () => {
  expect(mayHelper("look", "GET", "/claim/")).toBe(true);
  expect(mayHelper("look", "HEAD", "/claim/letters/")).toBe(true);
});
