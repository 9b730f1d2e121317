import { useRef } from "react";
import { Button } from "../../../components/button.tsx";
import { TextArea } from "../../../components/text-area.tsx";
import type { Interaction, Picture } from "../../../exam/item/body.ts";
import { sourceOf } from "../../../player/interactions/source-of.ts";
import { useAuthor } from "../author-context.ts";
import { useAnswer } from "./use-answer.ts";

type Pictured = Extract<Interaction, { readonly picture: Picture }>;

/** A drawing without a size of its own gets this one. */
const usual = { width: 600, height: 400 };
const widest = 900;

/** The size at which a page shows the picture: its own, but never wider than an item has room for. */
const sizeOf = (source: string): Promise<{ width: number; height: number }> =>
  new Promise((resolve) => {
    const image = new Image();
    image.onload = () => {
      const { naturalWidth: width, naturalHeight: height } = image;
      const share = Math.min(1, widest / Math.max(1, width));
      resolve(
        width > 0 && height > 0 ? { width: Math.round(width * share), height: Math.round(height * share) } : usual,
      );
    };
    image.onerror = () => resolve(usual);
    image.src = source;
  });

/** The picture that an interaction is about, and the words for it. */
export function PictureField({ interaction }: { readonly interaction: Pictured }) {
  const { pictures, addPicture } = useAuthor();
  const answer = useAnswer(interaction);
  const { picture, response } = interaction;
  const file = useRef<HTMLInputElement>(null);
  const has = sourceOf(picture.src, pictures) !== undefined;

  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const address = URL.createObjectURL(chosen);
    const size = await sizeOf(address);
    URL.revokeObjectURL(address);
    const src = await addPicture(chosen);
    if (src !== null) answer.set({ picture: { ...picture, ...size, src } });
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="quiet" onClick={() => file.current?.click()}>
          {has ? "Another picture" : "Choose a picture"}
        </Button>
        <p className="text-sm text-ink-soft">PNG, JPEG or SVG, up to 1 MB</p>
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg,image/svg+xml"
          aria-label="Picture of the question"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </div>
      <TextArea
        label="What the picture shows"
        hint="For everybody who cannot see it: enough to answer the question, and not the answer"
        rows={2}
        value={picture.alt}
        onChange={(event) => answer.set({ picture: { ...picture, alt: event.currentTarget.value } }, `alt ${response}`)}
      />
    </div>
  );
}
