/**
 * Findings as SARIF 2.1.0 for CI (OASIS, Static Analysis Results Interchange Format): one run, each rule that spoke with
 * its help, each finding with its place, and its fix where the edit of the text is known.
 */
import packageJson from '../../package.json' with { type: 'json' }
import { allRules, type Finding, formatPath, sarifMessage, sarifUri } from '../core/index.ts'

/** The findings of one file, each with the edit that its fix is, where that is known. */
export interface SarifFile {
  /** As the command was given it; a relative one stays relative. */
  readonly file: string
  readonly findings: readonly Finding[]
  readonly editOf: ((finding: Finding) => TextEdit | undefined) | undefined
}

/** The lines from `first` to before `end` (from 1) become `text`, which ends with a line break unless it is empty. */
export interface TextEdit {
  readonly first: number
  readonly end: number
  readonly text: string
}

const levels = { error: 'error', warning: 'warning', advice: 'note' } as const

/** The SARIF log as JSON, with a line break at its end. */
export function sarifOf(files: readonly SarifFile[]): string {
  const findings = files.flatMap((one) => one.findings.map((finding) => ({ ...one, finding })))
  const ids = [...new Set(findings.map(({ finding }) => finding.code))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'vmwright',
            version: packageJson.version,
            rules: ids.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ file, finding, editOf }) => ({
          ruleId: finding.code,
          ruleIndex: ids.indexOf(finding.code),
          level: levels[finding.severity],
          message: { text: sarifMessage(finding.message) },
          locations: [locationOf(file, finding)],
          ...fixesOf(file, finding, editOf?.(finding)),
          // The property bag is SARIF's place for what it has no word for.
          ...(finding.target === undefined ? {} : { properties: { target: finding.target } }),
        })),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function ruleOf(id: string) {
  const rule = allRules.find((one) => one.id === id)
  const title = rule?.title ?? id
  const help = rule === undefined ? 'Found while reading the input.' : `${rule.title}. Source: ${rule.source}`
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: help },
    help: { text: help },
    ...(rule === undefined ? {} : { defaultConfiguration: { level: levels[rule.severity] } }),
  }
}

function locationOf(file: string, { path, position }: Finding) {
  const name = formatPath(path)
  return {
    physicalLocation: {
      artifactLocation: { uri: sarifUri(file) },
      ...(position === undefined
        ? {}
        : {
            region: {
              startLine: position.line,
              startColumn: position.column,
              ...(position.endLine === undefined ? {} : { endLine: position.endLine }),
              ...(position.endColumn === undefined ? {} : { endColumn: position.endColumn }),
            },
          }),
    },
    ...(name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: name }] }),
  }
}

function fixesOf(file: string, { fix }: Finding, edit: TextEdit | undefined) {
  if (fix === undefined || edit === undefined) return {}
  const { first, end, text } = edit
  return {
    fixes: [
      {
        description: { text: sarifMessage(fix.title) },
        artifactChanges: [
          {
            artifactLocation: { uri: sarifUri(file) },
            replacements: [
              {
                deletedRegion: { startLine: first, startColumn: 1, endLine: end, endColumn: 1 },
                insertedContent: { text },
              },
            ],
          },
        ],
      },
    ],
  }
}

/** The smallest run of whole lines that differs; undefined when nothing does. */
export function lineEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  const old = before.split('\n')
  const fresh = after.split('\n')
  let head = 0
  while (head < old.length - 1 && head < fresh.length - 1 && old[head] === fresh[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail))
    tail += 1
  // What ends without a line break can't be said in whole lines.
  if (tail === 0) return undefined
  const inserted = fresh.slice(head, fresh.length - tail)
  return {
    first: head + 1,
    end: old.length - tail + 1,
    text: inserted.map((line) => `${line}\n`).join(''),
  }
}
