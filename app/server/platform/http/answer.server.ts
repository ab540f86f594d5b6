/** An answer that is there as a whole, as a page is: it is written as it is, without the detour of a Response's stream. */
export type WholeAnswer = { readonly status: number; readonly headers: Headers; readonly body: string };

export type Answer = Response | WholeAnswer;

export function htmlAnswer(html: string): WholeAnswer {
  return { status: 200, headers: new Headers([["Content-Type", "text/html; charset=utf-8"]]), body: html };
}

export async function bodyOf(answer: Answer): Promise<Buffer | null> {
  if (!(answer instanceof Response)) return Buffer.from(answer.body);
  return answer.body === null ? null : Buffer.from(await answer.arrayBuffer());
}
