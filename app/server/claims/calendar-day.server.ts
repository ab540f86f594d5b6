import { z } from "zod";

const FIRST = "1900-01-01";

/** Terms of law that start on the last day must still end on one that the calendar has. */
const LAST = "2099-12-31";

/** A day in a request. */
export const calendarDay = z.iso
  .date({ error: "must be a calendar day as YYYY-MM-DD", abort: true })
  .refine((text) => text >= FIRST && text <= LAST, `must be from ${FIRST} to ${LAST}`);
