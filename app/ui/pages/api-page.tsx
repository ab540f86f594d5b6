import type { ReactNode } from "react";
import { type ApiView, problemAnchor, schemaAnchor, scopeAnchor, sectionAnchor } from "#app/ui/api/api-view.ts";
import { FieldList } from "#app/ui/api/field-list.tsx";
import { Code, MarkedText } from "#app/ui/api/marked-text.tsx";
import { OperationSection } from "#app/ui/api/operation-section.tsx";
import { SkipLink } from "#app/ui/layout/skip-link.tsx";

/** The API for whoever builds on it, in the language of its fields. */
export function ApiPage({ api }: { api: ApiView }) {
  const { title, version, server, introduction, sections, scopes, headers, problems, schemas } = api;
  return (
    <div className="mx-auto max-w-6xl px-4 pb-12">
      <SkipLink />
      <header className="mb-6 flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-2">
        <a href="/" className="inline-flex min-h-target items-center font-semibold text-ink no-underline">
          Voldaan
        </a>
        <a href="/api/openapi.json" className="inline-flex min-h-target items-center text-small text-ink-soft">
          openapi.json
        </a>
      </header>
      <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-x-12">
        <Contents api={api} />
        <main id="main" tabIndex={-1} className="min-w-0 max-w-[48rem] focus:outline-none">
          <h1>{title}</h1>
          <p className="text-small text-ink-soft">
            Version {version}, OpenAPI 3.1, at <Code>{server}</Code>
          </p>
          {introduction
            .split("\n")
            .filter(Boolean)
            .map((line) => (
              <p key={line}>
                <MarkedText>{line}</MarkedText>
              </p>
            ))}
          {sections.map(({ name, operations }) => (
            <Chapter key={name} id={sectionAnchor(name)} title={name}>
              {operations.map((operation) => (
                <OperationSection key={operation.id} operation={operation} />
              ))}
            </Chapter>
          ))}
          <Chapter id="scopes" title="Scopes">
            <p>A key has scopes, or everything. Without the scope of a route it is answered 403.</p>
            <ul>
              {scopes.map(({ name, operations }) => (
                <Entry key={name} id={scopeAnchor(name)} name={name}>
                  {operations.map((id, index) => (
                    <span key={id}>
                      {index > 0 && ", "}
                      <a href={`#${id}`}>{id}</a>
                    </span>
                  ))}
                </Entry>
              ))}
            </ul>
          </Chapter>
          <Chapter id="headers" title="Headers of answers">
            <ul>
              {headers.map(({ name, description, example }) => (
                <Entry key={name} name={name}>
                  {description} {example !== "" && <Code>{example}</Code>}
                </Entry>
              ))}
            </ul>
          </Chapter>
          <Chapter id="problems" title="Problems">
            <p>
              What is refused is answered as <Code>application/problem+json</Code>. The <Code>type</Code> of a problem
              leads here.
            </p>
            <ul>
              {problems.map(({ code, status, title: what, detail }) => (
                <Entry key={code} id={problemAnchor(code)} name={code} more={String(status)}>
                  {what}. <MarkedText>{detail}</MarkedText>
                </Entry>
              ))}
            </ul>
          </Chapter>
          <Chapter id="objects" title="Objects">
            {schemas.map(({ name, description, fields }) => (
              <section
                key={name}
                id={schemaAnchor(name)}

                className="scroll-mt-4 target:bg-green-soft"
              >
                <h3 className="mb-1 mt-6 font-bold">{name}</h3>
                {description !== "" && (
                  <p className="text-small">
                    <MarkedText>{description}</MarkedText>
                  </p>
                )}
                <FieldList fields={fields} />
              </section>
            ))}
          </Chapter>
        </main>
      </div>
    </div>
  );
}

/** On a laptop beside the text with every operation, on a phone above it with the chapters alone. */
function Contents({ api: { sections } }: { api: ApiView }) {
  const others = [["scopes", "Scopes"], ["headers", "Headers"], ["problems", "Problems"], ["objects", "Objects"]] as const; // prettier-ignore
  return (
    <nav
      aria-label="Contents"
      className="mb-8 text-small lg:sticky lg:top-0 lg:mb-0 lg:max-h-screen lg:overflow-y-auto lg:py-4"
    >
      <ul className="flex flex-wrap gap-x-5 lg:block">
        {sections.map(({ name, operations }) => (
          <li key={name}>
            <ContentsLink href={`#${sectionAnchor(name)}`} text={name} />
            <ul className="hidden ps-3 lg:block">
              {operations.map(({ id, summary }) => (
                <li key={id}>
                  <a href={`#${id}`} className="block py-1 text-ink-soft no-underline hover:underline">
                    {summary}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {others.map(([id, name]) => (
          <li key={id}>
            <ContentsLink href={`#${id}`} text={name} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ContentsLink({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} className="inline-flex min-h-target items-center font-semibold text-ink">
      {text}
    </a>
  );
}

function Chapter({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="scroll-mt-4">
      <h2 className="mt-12 text-title">{title}</h2>
      {children}
    </section>
  );
}

type EntryProps = { id?: string; name: string; more?: string; children: ReactNode };

function Entry({ id, name, more, children }: EntryProps) {
  return (
    <li id={id} className="scroll-mt-4 border-b border-line py-3 text-small target:bg-green-soft">
      <strong>
        <Code>{name}</Code>
      </strong>{" "}
      {more !== undefined && <span className="text-ink-soft">{more}</span>}
      <span className="block">{children}</span>
    </li>
  );
}
