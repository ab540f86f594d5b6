import { createServer } from "node:http";

// Takes every webhook and does nothing with it, in a process of its own so that it costs the sender nothing.
const server = createServer((request, response) => {
  request.resume().once("end", () => response.writeHead(204).end());
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: server.address().port }));
