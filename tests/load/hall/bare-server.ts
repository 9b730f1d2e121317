import { createServer } from "node:http";
import { Server } from "socket.io";
import type { ClientToServer, ServerToClient } from "../../../app/live/contract.ts";
import { unstored } from "./unstored.ts";

/** socket.io alone: it acknowledges what it is sent and looks at nothing. What it needs for that says how quick the machine is. */
const http = createServer((_request, response) => response.end());
const io = new Server<ClientToServer, ServerToClient>(http, { serveClient: false, transports: ["websocket"] });
io.on("connection", (socket) => {
  socket.on("save", ({ entries }, acknowledge) => acknowledge(unstored(entries)));
});
http.listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
