/** A telephone number, which runs from left to right in every language. */
export function PhoneText({ phone }: { phone: string }) {
  return <bdi dir="ltr">{phone}</bdi>;
}
