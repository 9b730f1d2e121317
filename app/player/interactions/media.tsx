import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import type { Media as MediaFile } from "../../exam/item/body.ts";
import { InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { numberWord } from "./limit-words.ts";
import { sourceOf } from "./source-of.ts";

const times = (n: number) => (n === 1 ? "once" : n === 2 ? "twice" : `${numberWord(n)} times`);

/** Something to hear or see. Its response is how often it was played to the end; it never starts by itself. */
export function Media(props: InteractionProps<"media">) {
  const { interaction, value, give, disabled, pictures } = props;
  const { media, maxPlays } = interaction;
  const announce = useAnnounce();
  const played = Number(value[0] ?? 0) || 0;
  const isOver = maxPlays > 0 && played >= maxPlays;
  const count = () => {
    if (disabled || isOver) return;
    give([String(played + 1)]);
    announce(`Played ${times(played + 1)}`);
  };

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions={maxPlays > 0 ? `You can play it ${times(maxPlays)}. Played so far: ${played}.` : undefined}
    >
      {isOver && media.kind !== "picture" ? (
        <p className="text-ink-soft">It has been played as often as allowed.</p>
      ) : (
        <Player key={played} media={media} source={sourceOf(media.src, pictures)} onEnd={count} />
      )}
      {media.kind === "picture" && played === 0 && (
        <Button size="small" variant="quiet" onClick={count}>
          I have looked at it
        </Button>
      )}
    </InteractionFrame>
  );
}

type PlayerProps = { readonly media: MediaFile; readonly source: string | undefined; readonly onEnd: () => void };

function Player({ media, source, onEnd }: PlayerProps) {
  const { kind, width, height, words } = media;
  if (source === undefined) return <p className="border border-dashed border-line-strong p-2 italic">{words}</p>;
  if (kind === "picture") return <img src={source} alt={words} width={width ?? undefined} draggable={false} />;
  const label = words === "" ? undefined : words;
  return kind === "audio" ? (
    // biome-ignore lint/a11y/useMediaCaption: what is to be heard is the question; a transcript would be the answer.
    <audio src={source} controls onEnded={onEnd} aria-label={label} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: captions are part of the film where a writer wants them.
    <video
      src={source}
      controls
      onEnded={onEnd}
      aria-label={label}
      width={width ?? undefined}
      height={height ?? undefined}
    />
  );
}
