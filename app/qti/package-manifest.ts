import { type Form, placesOf } from "../exam/form/form.ts";
import { interactionsOf, picturesOf } from "../exam/item/content.ts";
import { type Item, isClassified, type Stimulus } from "../exam/item/item.ts";
import { partsOf } from "../exam/item/specification.ts";
import { type KeptItem, type PackageContent, pathFrom } from "./package-content.ts";
import { fileNameOf } from "./write-item.ts";
import { block, documentOf, inline, type Markup } from "./write-xml.ts";

const namespace = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";

/** The list of what a package holds, with what catalogues want to know of each item. */
export const writeManifest = (content: PackageContent): string =>
  documentOf(
    block(
      "manifest",
      {
        xmlns: namespace,
        "xmlns:imsmd": "http://ltsc.ieee.org/xsd/LOM",
        "xmlns:imsqti": "http://www.imsglobal.org/xsd/imsqti_metadata_v3p0",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": `${namespace} https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0p1_imscpv1p2_v1p0.xsd`,
        identifier: resourceName("MAN", content.unit),
      },
      [
        inline("metadata", {}, [inline("schema", {}, ["QTI Package"]), inline("schemaversion", {}, ["3.0.1"])]),
        inline("organizations"),
        block("resources", {}, [
          ...content.forms.map((form) => formResource(form, content)),
          ...content.items.map((item) => itemResource(item, content)),
          ...content.stimuli.map((stimulus) => stimulusResource(stimulus, content)),
          ...Object.keys(content.pictures).map((name) =>
            resource(pictureName(name), "webcontent", { files: [picturePath(name)], needs: [] }),
          ),
          ...(content.blueprint === null
            ? []
            : [resource(blueprintName, "extension", { files: [blueprintPath], needs: [] })]),
          ...content.kept.map(keptResource),
        ]),
      ],
    ),
  );

export const blueprintPath = "marking/blueprint.json";
const blueprintName = "BLUEPRINT";
/** Names of pictures are as seen from a file in `items/` or `stimuli/`. */
export const picturePath = (name: string) => pathFrom("items", name) ?? name;
export const keptPath = (path: string) => `kept/${path}`;

/** An identifier within a manifest has no strange letters. */
const resourceName = (kind: string, id: string) => `${kind}-${id.replace(/[^A-Za-z0-9._-]/g, "_")}`;
const itemName = (id: string) => resourceName("I", id);
const stimulusName = (id: string) => resourceName("S", id);
const pictureName = (name: string) => resourceName("P", picturePath(name));

type Parts = { readonly files: readonly string[]; readonly needs: readonly string[]; readonly metadata?: Markup };

const resource = (identifier: string, type: string, { files, needs, metadata }: Parts) =>
  block("resource", { identifier, type, href: files[0] ?? null }, [
    ...(metadata === undefined ? [] : [metadata]),
    ...files.map((href) => inline("file", { href })),
    ...needs.map((identifierref) => inline("dependency", { identifierref })),
  ]);

const formResource = (form: Form, { items, blueprint }: PackageContent) =>
  resource(resourceName("T", form.id), "imsqti_test_xmlv3p0", {
    files: [`tests/${fileNameOf(form.id)}`],
    needs: [
      ...placesOf(form).flatMap(({ item }) => (items.some(({ id }) => id === item) ? [itemName(item)] : [])),
      ...(blueprint === null ? [] : [blueprintName]),
    ],
  });

const picturesIn = ({ body }: Item | Stimulus, { pictures }: PackageContent) =>
  picturesOf(body)
    .filter((name) => pictures[name] !== undefined)
    .map(pictureName);

const itemResource = (item: Item, content: PackageContent) =>
  resource(itemName(item.id), "imsqti_item_xmlv3p0", {
    files: [`items/${fileNameOf(item.id)}`],
    needs: [
      ...(content.stimuli.some(({ id }) => id === item.stimulus) ? [stimulusName(item.stimulus ?? "")] : []),
      ...picturesIn(item, content),
    ],
    metadata: block("metadata", {}, [qtiMetadata(item), lom(item, content.unit)]),
  });

const stimulusResource = (stimulus: Stimulus, content: PackageContent) =>
  resource(stimulusName(stimulus.id), "imsqti_stimulus_xmlv3p0", {
    files: [`stimuli/${fileNameOf(stimulus.id)}`],
    needs: picturesIn(stimulus, content),
  });

const keptResource = ({ id, files }: KeptItem) =>
  resource(resourceName("K", id), "imsqti_item_xmlv3p0", { files: files.map(({ path }) => keptPath(path)), needs: [] });

const qtiMetadata = (item: Item) => {
  const types = [...new Set(interactionsOf(item.body).map(({ type }) => type))].sort();
  const named = types.map((type) => inline("imsqti:interactionType", {}, [`${camel(type)}Interaction`]));
  return inline("imsqti:qtiMetadata", {}, [
    inline("imsqti:timeDependent", {}, ["false"]),
    ...named,
    inline("imsqti:feedbackType", {}, ["none"]),
    inline("imsqti:solutionAvailable", {}, [String(item.responses.some(({ correct }) => correct !== null))]),
    inline("imsqti:scoringMode", {}, [item.marking === "auto" ? "responseprocessing" : "human"]),
  ]);
};

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Objectives with their marks, the content area below its letter, the command word, and the marks of the item. */
const lom = (item: Item, unit: string) => {
  const { area, commandWord } = item.classification;
  const marks = (count: number) => (count === 1 ? "1 mark" : `${count} marks`);
  return block("imsmd:lom", {}, [
    inline("imsmd:general", {}, [
      inline("imsmd:title", {}, [inline("imsmd:string", { "xml:lang": "en-GB" }, [item.title])]),
    ]),
    ...partsOf(item).map(([objective, count]) =>
      classified("educational objective", `${unit}:ao`, [[objective, marks(count)]]),
    ),
    ...(isClassified(item.classification)
      ? [
          classified("discipline", `${unit}:content`, [
            [area.charAt(0), area.charAt(0)],
            [area, area],
          ]),
          classified("idea", `${unit}:command-word`, [[commandWord, commandWord]]),
        ]
      : []),
    classified("educational level", `${unit}:tariff`, [[String(item.maxMark), marks(item.maxMark)]]),
  ]);
};

type Taxon = readonly [id: string, entry: string];

const classified = (purpose: string, source: string, taxa: readonly Taxon[]) =>
  inline("imsmd:classification", {}, [
    inline("imsmd:purpose", {}, [inline("imsmd:source", {}, ["LOMv1.0"]), inline("imsmd:value", {}, [purpose])]),
    inline("imsmd:taxonPath", {}, [
      inline("imsmd:source", {}, [inline("imsmd:string", { "xml:lang": "x-none" }, [`urn:examhall:${source}`])]),
      ...taxa.map(([id, entry]) =>
        inline("imsmd:taxon", {}, [
          inline("imsmd:id", {}, [id]),
          inline("imsmd:entry", {}, [inline("imsmd:string", { "xml:lang": "en-GB" }, [entry])]),
        ]),
      ),
    ]),
  ]);
