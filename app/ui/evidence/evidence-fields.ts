/** The fields of the forms about files, by their names. */
export const EVIDENCE_FIELDS = { files: "files", remove: "remove" } as const;

/** What is asked for; browsers on a telephone offer the camera by themselves. */
export const EVIDENCE_ACCEPT = "image/jpeg,image/png,image/webp,application/pdf";
