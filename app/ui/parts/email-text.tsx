/** An address that breaks before its @ rather than in a word, and runs from left to right in every language. */
export function EmailText({ email }: { email: string }) {
  const at = email.lastIndexOf("@");
  if (at < 1) return <bdi dir="ltr">{email}</bdi>;
  return (
    <bdi dir="ltr">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </bdi>
  );
}
