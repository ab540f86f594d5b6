/** A creditor's own look: its colour, and where its logo is. Null: as the house has it. */
export type BrandView = { readonly colour: string | null; readonly logo: string | null };

export function brandView(creditor: {
  readonly brandColour: string | null;
  readonly logoId: string | null;
}): BrandView {
  return { colour: creditor.brandColour, logo: creditor.logoId === null ? null : `/logos/${creditor.logoId}` };
}
