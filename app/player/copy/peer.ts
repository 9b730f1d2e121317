import type { Channel } from "./line.ts";

/**
 * A channel straight from browser to browser. Both are in one room, so each knows its own addresses and nobody else is asked:
 * no server finds or carries anything. What each says of itself goes over as one text when all of it is known.
 */

const name = "copies";
/** What is not known of one's own addresses by then is not waited for, in milliseconds. */
const patience = 2_000;

export type Peer = {
  readonly channel: Channel;
  close(): void;
};

/** Begins: gives what the other side must be told, and takes its answer. */
export async function callPeer(): Promise<Peer & { readonly offer: string; answered(answer: string): Promise<void> }> {
  const connection = new RTCPeerConnection();
  const channel = connection.createDataChannel(name, { ordered: true });
  await connection.setLocalDescription();
  return {
    channel: closing(connection, channel),
    offer: await described(connection),
    answered: (answer) => connection.setRemoteDescription({ type: "answer", sdp: answer }),
    close: () => connection.close(),
  };
}

/** Answers a call: the channel comes when the line is through. */
export async function answerPeer(
  offer: string,
  opened: (channel: Channel) => void,
): Promise<{ readonly answer: string; close(): void }> {
  const connection = new RTCPeerConnection();
  connection.ondatachannel = ({ channel }) => opened(closing(connection, channel));
  try {
    await connection.setRemoteDescription({ type: "offer", sdp: offer });
    await connection.setLocalDescription();
  } catch (error) {
    connection.close();
    throw error;
  }
  return { answer: await described(connection), close: () => connection.close() };
}

/** A connection that failed takes its channel with it, also where the browser leaves that open. */
function closing(connection: RTCPeerConnection, channel: RTCDataChannel): RTCDataChannel {
  connection.onconnectionstatechange = () => {
    if (connection.connectionState === "failed") connection.close();
    if (connection.connectionState === "failed") channel.dispatchEvent(new Event("close"));
  };
  return channel;
}

async function described(connection: RTCPeerConnection): Promise<string> {
  await new Promise<void>((done) => {
    if (connection.iceGatheringState === "complete") return done();
    const late = setTimeout(done, patience);
    connection.onicegatheringstatechange = () => {
      if (connection.iceGatheringState !== "complete") return;
      clearTimeout(late);
      done();
    };
  });
  return connection.localDescription?.sdp ?? "";
}
