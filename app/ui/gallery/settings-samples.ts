import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";

/** An owner who looks at the settings. */
export const FRAME: SettingsFrame = {
  user: {
    email: "administratie@bakkerijjansen.example",
    creditorName: "Bakkerij Jansen",
    hasOthers: false,
    mayDecide: true,
  },
  path: "/creditor/settings",
  mayChange: true,
};

/** Somebody who may not change them. */
export const LOOKING: SettingsFrame = { ...FRAME, mayChange: false };

/** A mark and two bars. */
export const A_LOGO =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAKAAAAAwBAMAAABkh2xdAAAAMFBMVEVMaXERPnkRPnkZOXoSPnkQPnoSPnkSPnkQP3kSPnoRPnoPO3sRPXkRPXkSPnkSP3rWRMNWAAAAD3RSTlMAytgH+VmlRSLsmRVqZ/MB3ddJAAAACXBIWXMAAAsTAAALEwEAmpwYAAAA/klEQVRIie3WOw6CQBAG4CEbGm1stKW0sMDaG1ipR/AEJF7AC2ho7DHxAoZT2NF6DYzxUZgxPggwcQtmpjDKX/InX3gsuwNQ55+ymK6GnZ0aZyb4TFsLnL08xK6ON8g8xI2G1/RyMN0qgHHuIfbknincIGLaF4ONooe4FoPzMnh+X8aKgSzGLxcHKejSZiwEHdq0hGBIm4sQTGhzE4IBbU5C0KNNKgQj2lxBlhEFj98GRtqP7Fk+CjuBZdmwkzAXthUMmb+eFXSYm4MVdJnbl/0l+rwNVv0IgKqHFLJB8/kY5YOgfdCD+igC2sMSqI9zANoDJ8DyMRLv9bw6P5w7feBtfgpOQIMAAAAASUVORK5CYII=";
