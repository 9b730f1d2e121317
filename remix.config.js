/** Options of the Remix plugin; vite.config.ts reads them.
 * @type {import('@remix-run/dev').VitePluginConfig} */
const config = {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    // A page that was opened by its address would ask the server for its own route the first time it reads itself again, and
    // without a server that takes the page away: a board would be lost with the copies of its room.
    v3_lazyRouteDiscovery: false,
    unstable_optimizeDeps: true,
  },
};

export default config;
