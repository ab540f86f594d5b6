import { Fragment } from "react";

/** A translated sentence in which `**words**` carry the weight. */
export function RichText({ text }: { text: string }) {
  const pieces = text.split("**");
  return (
    <>
      {pieces.map((piece, index) =>
        index % 2 === 1 ? <strong key={index}>{piece}</strong> : <Fragment key={index}>{piece}</Fragment>,
      )}
    </>
  );
}
