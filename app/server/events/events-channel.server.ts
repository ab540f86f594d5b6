/** Tells the worker that events wait to be published or deliveries to be made. */
export const EVENTS_CHANNEL = "voldaan_events";
