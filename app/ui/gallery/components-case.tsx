import { GalleryPage } from "./gallery-page.tsx";
import type { GalleryCase } from "./gallery-case.ts";

/** What pages are made of, for its picture. */
export const COMPONENTS_CASE: GalleryCase = { name: "components", page: <GalleryPage cases={["components"]} /> };
