/** What the command reads. A further format is one entry of the table. */
import {
  applyChanges,
  beginsQemuCommand,
  type Change,
  type Design,
  decodeSetLink,
  designOfXml,
  desktopFormat,
  type Finding,
  type HostFacts,
  isTargetId,
  keptFinding,
  liftForQemu,
  nearestPositions,
  type Path,
  type Position,
  readArgv,
  readDomainXml,
  readSpecs,
  type SetFinding,
  specPositions,
  type TargetId,
  targetIds,
  targets,
  updateSpecText,
  vmsOfSet,
  xmlInText,
} from '../core/index.ts'

/** What an input gave. */
export interface ReadInput {
  readonly designs: readonly Design[]
  /** Each with its position in the text, where it has one. */
  readonly findings: readonly Finding[]
  /** Where a value of one of the designs stands in the text; of the format that has no places, none. */
  readonly positionOf?: (design: Design, path: Path) => Position | undefined
  /** The text before and after changes of one of the designs; of a format that is written anew, none. */
  readonly changed?: (design: Design, changes: readonly Change[]) => ChangedText
  /** The author's vm.yml of one of the designs, with its comments: the text itself, or what is stored in XML. */
  readonly ownText?: (design: Design) => string | undefined
  /** What there is to say of one of the designs beside what is wrong. */
  readonly adviceOn?: (design: Design) => readonly Finding[]
}

export interface ChangedText {
  readonly before: string
  readonly after: string
}

interface InputFormatEntry {
  /** True when a text is of this format; asked in the order of the table, until one says yes. */
  readonly fits: (text: string) => boolean
  readonly read: (text: string, context: ReadContext) => ReadInput
}

export interface ReadContext {
  /** What a VM without a name is called. */
  readonly defaultName: string
  /** The host that the design will be resolved for: what it would add by itself need not be said. */
  readonly host: HostFacts | undefined
}

const table = {
  link: {
    fits: isLink,
    read: (text) => {
      const { design, table: rows, findings } = decodeSetLink(text)
      if (design === undefined || rows === undefined)
        return { designs: design ? [{ ...design, cameBy: 'link' }] : [], findings }
      const set = vmsOfSet({ design, table: rows })
      return {
        designs: set.vms.map((vm) => ({ ...vm.design, cameBy: 'link' })),
        findings: [...findings, ...set.findings.map(inRow)],
      }
    },
  },
  xml: {
    fits: (text) =>
      (/^\s*</.test(text) && desktopFormat(text) === undefined) || xmlInText(text) !== undefined,
    read: (text, { host }) => {
      const { domains, findings } = readDomainXml(text)
      const all = domains.map((one) => ({ one, ...designOfXml(one, host) }))
      const read = new Map(all.map(({ design, one }) => [design, one]))
      const stored = new Map(all.map((one) => [one.design, one.stored]))
      const positions = new Map([...read].map(([design, one]) => [design, specPositions(one, design, host)]))
      return {
        designs: [...read.keys()],
        findings: [...findings, ...all.flatMap((one) => one.findings)],
        ownText: (design) => stored.get(design),
        positionOf: (design, path) => positions.get(design)?.(path),
        adviceOn: (design) =>
          [keptFinding(read.get(design)?.domain ?? {})].filter((kept) => kept !== undefined),
      }
    },
  },
  argv: {
    fits: beginsQemuCommand,
    read: (text, { defaultName, host }) => {
      const { commands, findings } = readArgv(text, defaultName)
      const read = new Map(commands.map(({ domain, places }) => [liftForQemu(domain, host), places]))
      const positions = new Map(
        [...read].map(([design, places]) => [design, nearestPositions(places, design, host)]),
      )
      return {
        designs: [...read.keys()],
        findings,
        positionOf: (design, path) => positions.get(design)?.(path),
      }
    },
  },
  yaml: {
    fits: () => true,
    read: (text, { defaultName }) => {
      const document = readSpecs(text, { defaultName })
      return {
        designs: document.designs,
        findings: document.findings,
        ownText: () => text,
        positionOf: ({ name }, path) => document.positionOf(name, path),
        changed: (design, changes) => ({
          before: text,
          after: updateSpecText(document, { ...design, spec: applyChanges(design.spec, changes) }),
        }),
      }
    },
  },
} as const satisfies Readonly<Record<string, InputFormatEntry>>

/** A table in a link has no lines. */
function inRow({ row, column: _, ...finding }: SetFinding): Finding {
  return row === undefined ? finding : { ...finding, message: `Row ${row + 1}: ${finding.message}` }
}

type OwnFormat = keyof typeof table
export type InputFormat = OwnFormat | TargetId

const ownFormats: readonly OwnFormat[] = ['link', 'xml', 'argv', 'yaml']

export const inputFormats: readonly InputFormat[] = [
  'yaml',
  'xml',
  'argv',
  'link',
  ...targetIds.filter(isInputFormat),
]

export function isInputFormat(word: string): word is InputFormat {
  return isOwnFormat(word) || (isTargetId(word) && targets[word].reader !== undefined)
}

function isOwnFormat(word: string): word is OwnFormat {
  return Object.hasOwn(table, word)
}

/** The first format that says the text is its own; those of others are told apart from a command line. */
export function guessFormat(text: string): InputFormat {
  const other = targetIds.find((id) => targets[id].reader?.fits(text) === true)
  const own = ownFormats.find((format) => table[format].fits(text)) ?? 'yaml'
  return own === 'link' || own === 'xml' ? own : (other ?? own)
}

export function readAs(format: InputFormat, text: string, context: ReadContext): ReadInput {
  if (isOwnFormat(format)) return table[format].read(text, context)
  return (
    targets[format].reader?.read(text, context.defaultName, context.host) ?? { designs: [], findings: [] }
  )
}

/** `#v1.…`, `v1.…`, or an address with such a fragment; of any version, so that a newer one is refused as such. */
export function isLink(text: string): boolean {
  const word = text.trim()
  return /^(?:[a-z][a-z0-9+.-]*:\/\/\S*#|#)?v\d+\.[0-9a-f]{8}\./i.test(word) && !/\s/.test(word)
}
