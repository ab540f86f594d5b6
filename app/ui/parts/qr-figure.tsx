import type { ReactNode } from "react";

/** A QR code on white, also in the dark, or cameras miss it. `src` is a data URL; what it holds also stands on the page as text. */
export function QrFigure({ src, alt, caption }: { src: string; alt: string; caption: ReactNode }) {
  return (
    <figure className="my-4">
      <img src={src} alt={alt} width={220} height={220} className="rounded-card border border-line bg-white p-3" />
      <figcaption className="mt-2 text-small text-ink-soft">{caption}</figcaption>
    </figure>
  );
}
