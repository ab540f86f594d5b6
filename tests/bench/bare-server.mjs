import { createServer } from "node:http";
import pg from "pg";

/**
 * The least that a page needs: runs the statement of the overview for the session in the cookie and writes the bytes
 * that the portal wrote for it. What the portal does besides is what the ratio shows.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const pages = new Map();
let query = { name: "overview", text: "" };

const server = createServer((request, response) => {
  if (request.method === "POST") return void learn(request, response);
  const token = request.headers.cookie ?? "";
  const page = pages.get(token);
  pool.query({ ...query, values: [page.tokenHash, new Date(), null] }).then(
    () => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page.html),
    (error) => response.writeHead(500).end(String(error)),
  );
});

async function learn(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const told = JSON.parse(Buffer.concat(chunks).toString());
  query = { ...query, text: told.query };
  for (const page of told.pages) pages.set(page.cookie, { tokenHash: page.tokenHash, html: Buffer.from(page.html) });
  response.writeHead(204).end();
}

server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
