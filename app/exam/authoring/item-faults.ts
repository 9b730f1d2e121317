import { checkItem } from "../item/check-item.ts";
import { picturesOf } from "../item/content.ts";
import { type Fault, fault } from "../item/fault.ts";
import type { Item } from "../item/item.ts";
import type { UnitSpecification } from "../item/specification.ts";
import { checkMarking } from "../marking/auto-check.ts";
import { unwritten } from "./unwritten.ts";

/** What an item may refer to in its unit. */
export type Surroundings = {
  readonly specification: UnitSpecification;
  readonly stimuli: readonly string[];
  readonly pictures: readonly string[];
};

/** All that keeps a draft from being reviewed: as for the files of the bank, with its worked responses run. */
export const itemFaults = (item: Item, { specification, stimuli, pictures }: Surroundings): readonly Fault[] => [
  ...checkItem(item, specification),
  ...checkMarking(item),
  ...unwritten(item),
  ...(item.stimulus === null || stimuli.includes(item.stimulus)
    ? []
    : [fault("unknown-stimulus", "stimulus", `The bank has no stimulus ${item.stimulus}.`)]),
  ...picturesOf(item.body)
    .filter((name) => !pictures.includes(name))
    .map((name) =>
      fault(
        "missing-picture",
        "item",
        name === "" ? "A picture is still to be chosen." : `There is no picture ${name}.`,
      ),
    ),
];
