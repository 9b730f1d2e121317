import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const schemas = path.resolve(import.meta.dirname, "../../../shared/qti/xsd");

/** Whether the schemas of the standard, which are not ours to ship, lie beside the project. */
export const hasSchemas = existsSync(schemas);

export type SchemaName = "imsqti_asiv3p0p1_v1p0.xsd" | "imsqtiv3p0p1_imscpv1p2_v1p0.xsd";

/** A check of XML against one schema: null when it is valid, else the first thing wrong. */
export const schemaCheck = async (name: SchemaName) => {
  const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
  const { xmlRegisterFsInputProviders } = await import("libxml2-wasm/lib/nodejs.mjs");
  xmlRegisterFsInputProviders();
  const file = path.join(schemas, name);
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: file });
  const validator = XsdValidator.fromDoc(schema);
  return (bytes: Uint8Array): string | null => {
    const document = XmlDocument.fromBuffer(bytes);
    try {
      validator.validate(document);
      return null;
    } catch (error) {
      return String(error);
    } finally {
      document.dispose();
    }
  };
};
