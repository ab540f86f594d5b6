import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Meta, Outlet, useLocation, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { FALLBACK_LANGUAGE, isVoice, type Voice } from "#app/i18n/languages.ts";
import { preferredLanguage } from "#app/i18n/preferred-language.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { ErrorPage } from "#app/ui/pages/error-page.tsx";
import { HelperRefusedPage } from "#app/ui/pages/helper-refused-page.tsx";
import { InboxErrorPage } from "#app/ui/pages/inbox-error-page.tsx";
import { SessionEndedPage } from "#app/ui/pages/session-ended-page.tsx";
import { TranslationProvider } from "#app/ui/translation.tsx";
import stylesheet from "./tailwind.css?url";

export const meta: MetaFunction = () => [{ title: "Voldaan" }];

export function loader({ context }: LoaderFunctionArgs) {
  const { language: chosen, acceptLanguage: accepted, spokenLanguages: spoken } = context;
  return { language: preferredLanguage({ chosen, accepted, spoken }) };
}

export default function App() {
  return (
    <Page voice={usePageVoice()}>
      <Outlet />
    </Page>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const voice = usePageVoice();
  const { pathname, search } = useLocation();
  const path = `${pathname}${search}`;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (/^\/creditor(\/|$)/.test(pathname)) {
    return (
      <Page voice={voice}>
        <InboxErrorPage status={known(status)} />
      </Page>
    );
  }
  if (status === 403 && isRouteErrorResponse(error) && error.statusText === HELPER_REFUSED) {
    return (
      <Page voice={voice}>
        <HelperRefusedPage path={path} />
      </Page>
    );
  }
  return (
    <Page voice={voice}>
      {status === 401 ? <SessionEndedPage path={path} /> : <ErrorPage status={known(status)} path={path} />}
    </Page>
  );
}

/** As the server says it where somebody who helps a debtor asks what is only for the debtor. */
const HELPER_REFUSED = "not for helpers";

/** Scripts are not here: debtors' pages work without, and those that need one load their own. */
function Page({ voice, children }: { voice: Voice; children: ReactNode }) {
  const translator = translatorFor(voice);
  return (
    <html lang={translator.language} dir={translator.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <Meta />
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#12161c" media="(prefers-color-scheme: dark)" />
      </head>
      <body>
        <TranslationProvider value={translator}>{children}</TranslationProvider>
      </body>
    </html>
  );
}

/** The innermost page knows best what it speaks in. */
function usePageVoice(): Voice {
  const languages = useMatches().map((match) => (match.data as { language?: unknown } | undefined)?.language);
  return languages.findLast((language): language is Voice => typeof language === "string" && isVoice(language)) ?? FALLBACK_LANGUAGE; // prettier-ignore
}

function known(status: number): 403 | 404 | 429 | 500 {
  return status === 403 || status === 404 || status === 429 ? status : 500;
}
