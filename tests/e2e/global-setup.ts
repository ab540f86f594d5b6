export { setup as default } from "../support/global-setup.ts";
