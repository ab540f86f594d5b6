// Makes a key, and signs links with it. Node 20.19 or newer, nothing else.
//   node sign-link.mjs new-key KID                      writes KID.pem, prints what to register
//   node sign-link.mjs sign KID REFERENCE JTI [DAYS]    prints a link; CREDITOR and PORTAL from the environment
import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const [task, kid, reference, jti, days = "90"] = process.argv.slice(2);

if (task === "new-key") {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(`${kid}.pem`, privateKey.export({ format: "pem", type: "pkcs8" }), { mode: 0o600 });
  console.log(JSON.stringify({ kid, jwk: publicKey.export({ format: "jwk" }) }));
} else if (task === "sign") {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const { CREDITOR: iss, PORTAL: aud } = process.env;
  const iat = Math.floor(Date.now() / 1000);
  const header = { alg: "EdDSA", typ: "magic-link+jwt", kid };
  const signed = `${part(header)}.${part({ iss, aud, sub: reference, jti, iat, exp: iat + Number(days) * 86_400 })}`;
  const signature = sign(null, Buffer.from(signed), createPrivateKey(readFileSync(`${kid}.pem`)));
  console.log(`${aud}/l/${signed}.${signature.toString("base64url")}`);
} else {
  console.error("new-key KID, or sign KID REFERENCE JTI [DAYS]");
  process.exitCode = 2;
}
