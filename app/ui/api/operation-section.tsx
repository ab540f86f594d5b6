import type { ReactNode } from "react";
import { type ContentView, type OperationView, problemAnchor, scopeAnchor } from "./api-view.ts";
import { FieldList, TypeWords } from "./field-list.tsx";
import { Code, MarkedText } from "./marked-text.tsx";

/** One operation: what it does, what it takes, what it answers and what it refuses. */
export function OperationSection({ operation }: { operation: OperationView }) {
  const { id, method, path, summary, description, scope, parameters, body, answers, problems } = operation;
  return (
    <section id={id} className="mt-6 scroll-mt-4 border-t border-line pt-5">
      <h3 className="mb-2 text-heading font-bold">
        <a href={`#${id}`} className="no-underline">
          {summary}
        </a>
      </h3>
      <p>
        <strong className={METHOD_COLOURS[method] ?? "text-ink"}>{method}</strong> <Code>{path}</Code>
      </p>
      {description !== "" && (
        <p>
          <MarkedText>{description}</MarkedText>
        </p>
      )}
      <p className="text-small text-ink-soft">
        Scope{" "}
        <a href={`#${scopeAnchor(scope)}`}>
          <Code>{scope}</Code>
        </a>
      </p>
      {parameters.length > 0 && (
        <Part title="Parameters">
          <FieldList fields={parameters} />
        </Part>
      )}
      {body && (
        <Part title={body.required ? "Body" : "Body, may be left out"}>
          <Content content={body} open />
        </Part>
      )}
      <Part title="Answers">
        {answers.map(({ status, description: text, content }) => (
          <div key={status}>
            <p className="mb-1 text-small">
              <strong>{status}</strong> <MarkedText>{text}</MarkedText>
            </p>
            {content && <Content content={content} open={false} />}
          </div>
        ))}
      </Part>
      <Part title="Problems">
        <ul className="text-small">
          {problems.map(({ status, codes }) => (
            <li key={status}>
              <strong>{status}</strong>{" "}
              {codes.map((code, index) => (
                <span key={code}>
                  {index > 0 && ", "}
                  <a href={`#${problemAnchor(code)}`}>
                    <Code>{code}</Code>
                  </a>
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Part>
    </section>
  );
}

const METHOD_COLOURS: Readonly<Record<string, string>> = {
  GET: "text-blue",
  POST: "text-green",
  PUT: "text-amber",
  PATCH: "text-amber",
  DELETE: "text-red",
};

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h4 className="mb-1 mt-4 font-semibold">{title}</h4>
      {children}
    </>
  );
}

/** What is sent one way: its type, fields that are described nowhere else, and an example. */
function Content({ content, open }: { content: ContentView; open: boolean }) {
  const { mediaTypes, type, fields, example } = content;
  return (
    <>
      <p className="mb-2 text-small text-ink-soft">
        <TypeWords type={type} />
        {mediaTypes.some((mediaType) => mediaType !== "application/json") && (
          <>
            {" as "}
            <Code>{mediaTypes.join(", ").replace("*/*", "the file's own type")}</Code>
          </>
        )}
      </p>
      {fields.length > 0 && <FieldList fields={fields} />}
      {example !== null && (
        <details open={open} className="mb-4">
          <summary className="inline-flex min-h-target cursor-pointer items-center text-small underline underline-offset-4">
            Example
          </summary>
          <pre className="whitespace-pre-wrap rounded-card border border-line bg-card px-4 py-3 font-mono text-[0.875rem] leading-normal [overflow-wrap:anywhere]">
            {example}
          </pre>
        </details>
      )}
    </>
  );
}
