import { ChoiceGroup, type ChoiceGroupProps } from "./choice-group.tsx";

export type CheckboxListProps = Omit<ChoiceGroupProps, "type" | "isChosen"> & { values: readonly string[] };

/** As many answers out of a few as apply. */
export function CheckboxList({ values, ...question }: CheckboxListProps) {
  return <ChoiceGroup {...question} type="checkbox" isChosen={(answer) => values.includes(answer)} />;
}
