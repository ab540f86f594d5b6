import type { ReactNode } from "react";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { SETTINGS } from "./settings-addresses.ts";
import type { SettingsFrame } from "./settings-view.ts";

export type SettingsShellProps = {
  frame: SettingsFrame;
  title: string;
  back?: { readonly href: string; readonly label: string } | undefined;
  wide?: boolean | undefined;
  children: ReactNode;
};

/** A page of the settings: the way back, and for those who may not change anything that they may not. */
export function SettingsShell({ frame, title, back, wide, children }: SettingsShellProps) {
  const { t } = useTranslation();
  return (
    <InboxShell
      user={frame.user}
      path={frame.path}
      back={back ?? { href: SETTINGS, label: t("settings.index.title") }}
      title={title}
      wide={wide}
    >
      {children}
      {!frame.mayChange && (
        <Note>
          <p>{t("settings.ownerOnly")}</p>
        </Note>
      )}
    </InboxShell>
  );
}
