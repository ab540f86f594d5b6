export const TEAM_ROLES = ["owner", "handler", "reader"] as const;

export type TeamRole = (typeof TEAM_ROLES)[number];

/** Somebody who works for the creditor. Their last session is known for a month; RFC 3339. */
export type TeamMemberView = {
  readonly id: string;
  readonly email: string;
  readonly role: TeamRole;
  readonly isYou: boolean;
  readonly lastSignInAt: string | null;
};

export const TEAM_DONE = ["invited", "removed", "changed"] as const;

export type TeamDone = (typeof TEAM_DONE)[number];
