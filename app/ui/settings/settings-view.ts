import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";

/** What every page of the settings gets: who looks, its own path, and whether they may change something. */
export type SettingsFrame = {
  readonly user: InboxUser;
  readonly path: string;
  /** Only an owner changes settings; the others look. */
  readonly mayChange: boolean;
};
