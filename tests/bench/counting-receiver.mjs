import { createServer } from "node:http";

// Takes every webhook and does nothing with it, in a process of its own so that it costs the sender nothing. Told how many
// to expect, it says when the last of them has come.
let left = 0;
process.on("message", ({ expect }) => (left = expect));

const server = createServer((request, response) => {
  request.resume().once("end", () => {
    response.writeHead(204).end();
    left -= 1;
    if (left === 0) process.send?.({ arrived: true });
  });
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: server.address().port }));
