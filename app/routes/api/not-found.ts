import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { unknownRoute } from "#app/server/api/api-route.server.ts";

export const loader = (args: LoaderFunctionArgs) => unknownRoute(args);
export const action = (args: ActionFunctionArgs) => unknownRoute(args);
