// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads what `mde-audit --sarif` wrote. Knows nothing of the editor.
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding, Place, Step } from "./finding";

export interface AuditFinding extends Finding {
  /** MDE1001 and so on. */
  readonly rule: string;
  /** Where a person reads about the rule. */
  readonly help?: string | undefined;
  readonly level: "error" | "warning" | "note";
}

export interface Audit {
  readonly findings: readonly AuditFinding[];
  /** Sentences about units that could not be analysed. */
  readonly incomplete: readonly Step[];
}

// The part of SARIF 2.1.0 that mde-audit writes.
interface Text { text?: string }
interface Location {
  physicalLocation?: {
    artifactLocation?: { uri?: string };
    region?: { startLine?: number; startColumn?: number; endColumn?: number; snippet?: Text };
  };
  logicalLocations?: { fullyQualifiedName?: string }[];
  message?: Text;
}
interface Result {
  ruleId?: string;
  level?: string;
  message?: Text;
  locations?: Location[];
  relatedLocations?: Location[];
  baselineState?: string;
}
interface Run {
  tool?: { driver?: { rules?: { id?: string; helpUri?: string }[] } };
  invocations?: { toolExecutionNotifications?: { message?: Text; locations?: Location[] }[] }[];
  results?: Result[];
}

/** `root` is where relative names begin. Throws an Error with a sentence. */
export function readSarif(text: string, root: string): Audit {
  let log: { runs?: Run[] };
  try {
    log = JSON.parse(text) as { runs?: Run[] };
  } catch (error) {
    throw new Error(`mde-audit wrote no valid JSON: ${String(error)}`);
  }
  if (!Array.isArray(log?.runs)) throw new Error("mde-audit wrote no SARIF: there is no 'runs' in it");

  const findings: AuditFinding[] = [];
  const incomplete: Step[] = [];
  for (const run of log.runs) {
    const help = new Map(run.tool?.driver?.rules?.map((rule) => [rule.id, rule.helpUri]));
    for (const result of run.results ?? []) {
      // Of an earlier run, and gone.
      if (result.baselineState === "absent") continue;
      const place = placeOf(result.locations?.[0], root);
      if (!place) continue;
      findings.push({
        place,
        sentence: result.message?.text ?? "",
        steps: stepsOf(result.relatedLocations, root),
        where: result.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName,
        rule: result.ruleId ?? "",
        help: help.get(result.ruleId),
        level: result.level === "error" || result.level === "note" ? result.level : "warning",
      });
    }
    for (const invocation of run.invocations ?? [])
      for (const notice of invocation.toolExecutionNotifications ?? []) {
        const place = placeOf(notice.locations?.[0], root);
        if (place) incomplete.push({ place, sentence: notice.message?.text ?? "" });
      }
  }
  return { findings, incomplete };
}

function stepsOf(locations: Location[] | undefined, root: string): Step[] {
  return (locations ?? []).flatMap((location) => {
    const place = placeOf(location, root);
    return place ? [{ place, sentence: location.message?.text ?? "" }] : [];
  });
}

function placeOf(location: Location | undefined, root: string): Place | undefined {
  const uri = location?.physicalLocation?.artifactLocation?.uri;
  if (!uri) return undefined;
  const region = location?.physicalLocation?.region;
  const line = Math.max((region?.startLine ?? 1) - 1, 0);
  const column = Math.max((region?.startColumn ?? 1) - 1, 0);
  const end = region?.endColumn ? region.endColumn - 1 : column + wordAt(region?.snippet?.text ?? "", column);
  return { file: fileOf(uri, root), line, column, end };
}

function fileOf(uri: string, root: string): string {
  if (uri.startsWith("file:")) return fileURLToPath(uri);
  return path.join(root, decodeURIComponent(uri));
}

/** The length of the name or the text literal that begins there; mde-audit names
 * only where a thing begins. */
function wordAt(line: string, column: number): number {
  const match = /^(?:"(?:\\.|[^"\\])*"|[A-Za-z_]\w*(?:(?:::|\.|->)[A-Za-z_]\w*)*|.)/u.exec(line.slice(column));
  return match?.[0].length ?? 1;
}
