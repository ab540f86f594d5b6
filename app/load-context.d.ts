import type { RequestContext } from "#app/server/platform/http/web-server.server.ts";
import type { HelperView, Visit } from "#app/server/access/helper-access.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { Language } from "#app/i18n/languages.ts";

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {
    app: Services;
    /** Token of a session cookie that is ours and not idle too long; the database says whether it still holds. */
    sessionToken: string | null;
    /** What is asked, as the browser asked it: says what somebody who helps a debtor may do. */
    visit: Visit;
    /** Set once a session turns out to be that of somebody who helps a debtor: the page says so. */
    helper?: HelperView;
    /** How the creditor of this debtor speaks to debtors, formal or informal; set once it is known whose session this is. */
    formOfAddress?: string;
    /** As `sessionToken`, of somebody who works for a creditor. */
    inboxToken: string | null;
    /** The language somebody asked for, now (`?lang=`) or before (cookie). */
    language: string | null;
    acceptLanguage: string;
    /** What the page can speak: debtors' pages more than those of creditors. */
    spokenLanguages: readonly Language[];
  }

  interface Future {
    v3_singleFetch: true;
  }
}
