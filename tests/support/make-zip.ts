import { crc32, deflateRawSync } from "node:zlib";

export type ZipContent = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Mode of the file under Unix. */
  readonly mode?: number;
  readonly encrypted?: boolean;
  /** What the directory says of its size, where that is not so. */
  readonly saysSize?: number;
  /** Points at the content of the first file in place of its own. */
  readonly overFirst?: boolean;
};

const DEFLATED = 8;
const UNIX = 3 << 8;

/** A zip with these files, as honest as they are. */
export function makeZip(files: readonly ZipContent[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(file.name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE((file.encrypted ? 1 : 0) | 0x800, 2);
    head.writeUInt16LE(DEFLATED, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(file.saysSize ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(UNIX | 20);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(file.overFirst ? 0 : offset, 10);
    directory.push(Buffer.from("PK\x01\x02", "latin1"), madeBy, head, tail, name);
    if (file.overFirst) continue;
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, name, packed]);
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
