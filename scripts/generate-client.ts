// Writes the types of the TypeScript client anew. `node --import tsx scripts/generate-client.ts`, after the API changed.
import { writeFile } from "node:fs/promises";
import { CLIENT_TYPES_FILE, clientTypes } from "./client-types.ts";

await writeFile(CLIENT_TYPES_FILE, await clientTypes());
console.log(`${CLIENT_TYPES_FILE} is written`);
