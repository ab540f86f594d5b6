import type { ReactNode } from "react";
import { useTranslation } from "#app/ui/translation.tsx";

/** What is wrong with an answer, right above it. */
export function FieldError({ id, message }: { id: string; message: ReactNode }) {
  const { t } = useTranslation();
  return (
    <p id={id} className="mb-2 font-semibold text-red">
      <span className="sr-only">{t("common.errorPrefix")} </span>
      {message}
    </p>
  );
}
