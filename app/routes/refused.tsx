/** Where a form that another site sent in somebody's name ends. */
export function loader(): never {
  throw new Response(null, { status: 403 });
}

export default function Refused() {
  return null;
}
