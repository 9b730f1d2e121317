import { useId } from "react";
import { ClearButton, InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";

/** A number on a scale. It is a response only once the learner moved it or said to keep where it stands. */
export function Slider(props: InteractionProps<"slider">) {
  const { interaction, value, give } = props;
  const { lower, upper, step } = interaction;
  const id = useId();
  const given = value[0];
  const middle = lower + Math.round((upper - lower) / 2 / step) * step;
  const at = given ?? String(Math.min(upper, middle));

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions={`Choose a number from ${lower} to ${upper}. Use the arrow keys, drag, or type it.`}
      below={
        <>
          <ClearButton given={given !== undefined} onClear={() => give([])} />
          {given === undefined && <p className="text-sm text-ink-soft">Not answered yet</p>}
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-4">
        <span aria-hidden className="tabular">
          {lower}
        </span>
        <input
          type="range"
          aria-label="Number on the scale"
          aria-valuetext={given ?? "not answered yet"}
          min={lower}
          max={upper}
          step={step}
          value={at}
          onChange={(event) => give([event.currentTarget.value])}
          // A press on the place where it stands already is an answer too.
          onClick={(event) => give([event.currentTarget.value])}
          className="min-w-48 flex-1 accent-accent"
        />
        <span aria-hidden className="tabular">
          {upper}
        </span>
        <label htmlFor={id} className="flex items-center gap-2">
          Number
          <input
            id={id}
            type="number"
            min={lower}
            max={upper}
            step={step}
            value={given ?? ""}
            onChange={(event) => give(event.currentTarget.value === "" ? [] : [event.currentTarget.value])}
            className="control w-28!"
          />
        </label>
      </div>
    </InteractionFrame>
  );
}
