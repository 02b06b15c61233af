/** Reads vm.yml, and JSON, which is YAML. */
import { type Document, LineCounter, type YAMLError } from 'yaml'
import type { Finding, Path, Position } from '../finding.ts'
import { isRecord, type UnknownRecord } from '../table/index.ts'
import { appendAll, deepestNesting, ownValue, yamlRefusal } from '../text/index.ts'
import { checkSpec } from './check-spec.ts'
import { layoutOf, type PlacedLibvirt, type PlacedVm } from './layout.ts'
import { nameProblem } from './name.ts'
import { findSpan, type Span, spanOf } from './node-at.ts'
import { type Design, type VmSpec, vmSpec } from './vm-spec.ts'
import { yamlDocuments } from './yaml-documents.ts'
import { type Anchors, anchorsOf, plainValue, type TreeProblem, valueAsWritten } from './yaml-tree.ts'

/** Longer texts are refused, in UTF-16 units. */
const longest = 8 * 1024 * 1024

/** A thousand VMs have about as many; more take seconds. A script in it is one token, however long it is. */
const mostTokens = 200_000

/** One VM of a file: its design and where it stands. */
export interface SourceVm {
  readonly design: Design
  readonly place: PlacedVm
  /** `NAME-libvirt`, which says more of it. */
  readonly beside: PlacedLibvirt | undefined
  readonly anchors: Anchors
}

/** The parsed text, for writing a changed design back into it. Opaque outside of this folder. */
export interface SpecSource {
  readonly text: string
  readonly defaultName: string
  readonly vms: readonly SourceVm[]
  /** What is of another kind than VMs, by the keys that lead to it. */
  readonly passedOver: readonly PassedOverValue[]
}

/** A value that says nothing here and stays in the file. */
export interface PassedOverValue {
  readonly path: readonly string[]
  readonly value: unknown
}

/** A file with designs, as it was read. */
export interface SpecDocument {
  readonly designs: readonly Design[]
  readonly findings: readonly Finding[]
  readonly source: SpecSource
  /**
   * Where the value at `path` of a design's spec stands, or (for a key that is there) its key; the nearest thing
   * around it when it is not there. Undefined for a name that the file does not have.
   */
  positionOf(designName: string, path: Path, part?: 'key' | 'value'): Position | undefined
}

export interface ReadOptions {
  /** What a bare spec is called; `vm` when it is not said. */
  readonly defaultName?: string
}

/**
 * Reads the VMs of a text: `vms: {NAME: spec}`, `vm: {NAME: spec}`, `NAME: {vm: spec}` with `NAME-libvirt: {libvirt: …}`
 * beside or below it, one bare spec, or `{name, spec}`; of each YAML document in it. Never throws. Beside VMs that have
 * names there may be things of other kinds: each is passed over with a word, `spec.passed-over`.
 *
 * @returns what could be read, also when there are errors: a value that is wrong is a finding and left out. Codes:
 * `yaml.*` for the text, `spec.*` for what it says. Paths are those of the spec; of the file for what is in no spec.
 */
export function readSpecs(text: string, options: ReadOptions = {}): SpecDocument {
  if (text.length > longest) {
    const message = `The text is longer than ${longest / 1024 / 1024} MiB, which no description of a VM is.`
    return refused(text, 'yaml.too-long', message)
  }
  const refusal = yamlRefusal(text, mostTokens)
  if (refusal === 'too-deep') {
    const message = `Maps and lists are nested deeper than ${deepestNesting} levels.`
    return refused(text, 'yaml.too-deep', message)
  }
  if (refusal === 'too-many') {
    const message = `The text has more than ${mostTokens} words and signs, which no description of VMs has.`
    return refused(text, 'yaml.too-long', message)
  }
  const lines = new LineCounter()
  const defaultName = options.defaultName ?? 'vm'
  const reader = new Reader(text, lines, defaultName)
  reader.read()
  const { vms, findings, passedOver } = reader
  return {
    designs: vms.map(({ design }) => design),
    findings,
    source: { text, defaultName, vms, passedOver },
    positionOf: (name, path, part = 'value') => {
      const vm = vms.find(({ design }) => design.name === name)
      return vm && reader.position(spanIn(vm, path, part))
    },
  }
}

function refused(text: string, code: Finding['code'], message: string): SpecDocument {
  const position = { line: 1, column: 1 }
  return {
    designs: [],
    findings: [{ code, severity: 'error', path: [], position, message }],
    source: { text, defaultName: 'vm', vms: [], passedOver: [] },
    positionOf: () => undefined,
  }
}

function spanIn({ place, beside, anchors }: SourceVm, path: Path, part: 'key' | 'value'): Span | undefined {
  const own = findSpan(place.spec, path, vmSpec, anchors, part)
  const around = own.span ?? spanOf(place.nameNode)
  if (!beside || path[0] !== 'libvirt' || own.steps === path.length) return around
  const there = findSpan(beside.libvirt, path.slice(1), vmSpec.libvirt.shape(), anchors, part)
  return there.steps + 1 > own.steps ? (there.span ?? spanOf(beside.keyNode)) : around
}

interface OpenVm {
  readonly place: PlacedVm
  readonly anchors: Anchors
  beside: PlacedLibvirt | undefined
  value: unknown
}

class Reader {
  readonly vms: SourceVm[] = []
  readonly findings: Finding[] = []
  readonly passedOver: PassedOverValue[] = []
  private readonly text: string
  private readonly lines: LineCounter
  private readonly defaultName: string

  constructor(text: string, lines: LineCounter, defaultName: string) {
    this.text = text
    this.lines = lines
    this.defaultName = defaultName
  }

  read(): void {
    const open: OpenVm[] = []
    for (const yaml of yamlDocuments(this.text, this.lines)) this.readDocument(yaml, open)
    if (open.length === 0 && this.findings.length === 0)
      this.say('spec.empty', 'There is no VM in this file.', [], { start: 0, end: 0 })
    const names = new Set<string>()
    for (const vm of open) this.check(vm, names)
    this.findings.sort(byPosition)
  }

  private readDocument(yaml: Document.Parsed, open: OpenVm[]): void {
    for (const error of yaml.errors) this.sayYaml(error, 'yaml.syntax', 'error')
    for (const warning of yaml.warnings) this.sayYaml(warning, 'yaml.tag', 'warning')
    const { contents } = yaml
    if (contents === null || isEmptyScalar(contents)) return
    const anchors = anchorsOf(contents)
    const { vms, libvirts, passedOver, problems } = layoutOf(contents, anchors, this.defaultName)
    for (const { code, message, path, node } of problems)
      this.say(code, message, path, spanOf(node), code === 'spec.passed-over' ? 'advice' : 'error')
    for (const { path, node } of passedOver)
      this.passedOver.push({ path, value: valueAsWritten(node, anchors) })
    const found = vms.map((place): OpenVm => {
      // The alias itself, not what it means, so that an unknown one is said.
      const value = this.plain(place.specPair?.value ?? place.spec, anchors, vmSpec, [])
      return { place, anchors, beside: undefined, value }
    })
    for (const libvirt of libvirts) this.addBeside(libvirt, found, anchors)
    appendAll(open, found)
  }

  private addBeside(libvirt: PlacedLibvirt, vms: readonly OpenVm[], anchors: Anchors): void {
    const vm = vms.find(({ place }) => place.shape === 'named' && place.name === libvirt.of)
    const key = `${libvirt.of}-libvirt`
    if (!vm) {
      const message = `\`${key}\` says more of a VM \`${libvirt.of}\`, and there is none here.`
      this.say('spec.libvirt-without-vm', message, [key], spanOf(libvirt.keyNode))
      return
    }
    const value = this.plain(libvirt.libvirt, anchors, vmSpec.libvirt.shape(), ['libvirt'])
    if (value === undefined) return
    vm.beside = libvirt
    const own = isRecord(vm.value) ? vm.value : {}
    const conflict = (path: Path) => {
      const span = findSpan(libvirt.libvirt, path.slice(1), vmSpec.libvirt.shape(), anchors, 'key').span
      const message = `\`${path.join('.')}\` is said twice, by \`${libvirt.of}\` and by \`${key}\`; keep one.`
      this.say('spec.said-twice', message, path, span)
    }
    vm.value = { ...own, libvirt: merged(own['libvirt'], value, ['libvirt'], conflict) }
  }

  private check({ place, anchors, beside, value }: OpenVm, names: Set<string>): void {
    if (names.has(place.name)) {
      const message = `There are two VMs called \`${place.name}\`; give one another name.`
      this.say('spec.duplicate-vm', message, [], spanOf(place.nameNode))
      return
    }
    names.add(place.name)
    const problem = nameProblem(place.name)
    if (problem !== undefined) this.say('spec.name', problem, [], spanOf(place.nameNode))
    const checked = checkSpec(value)
    const spec: VmSpec = checked.spec
    const vm: SourceVm = { design: { name: place.name, spec }, place, beside, anchors }
    for (const { part, ...said } of checked.findings) {
      const finding = spec.from === undefined ? said : ofDeployment(said)
      const position = this.position(spanIn(vm, finding.path, part))
      this.findings.push(position ? { ...finding, position } : finding)
    }
    this.vms.push(vm)
  }

  private plain(
    node: unknown,
    anchors: Anchors,
    shape: Parameters<typeof plainValue>[2],
    below: Path,
  ): unknown {
    const problems: TreeProblem[] = []
    const value = plainValue(node, anchors, shape, problems)
    for (const { code, message, path, start, end } of problems)
      this.say(code, message, [...below, ...path], { start, end })
    return value
  }

  position(span: Span | undefined): Position | undefined {
    if (!span) return undefined
    const text = this.text.slice(span.start, span.end)
    const from = this.lines.linePos(span.start)
    const to = this.lines.linePos(span.start + text.trimEnd().length)
    return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col }
  }

  private say(
    code: Finding['code'],
    message: string,
    path: Path,
    span: Span | undefined,
    severity: Finding['severity'] = 'error',
  ): void {
    const position = this.position(span)
    const finding: Finding = { code, severity, path, message }
    this.findings.push(position ? { ...finding, position } : finding)
  }

  private sayYaml(error: YAMLError, code: Finding['code'], severity: 'error' | 'warning'): void {
    const [start, end] = error.pos
    const position = this.position({ start, end })
    const finding: Finding = { code, severity, path: [], message: `${error.message}.`.replace('..', '.') }
    this.findings.push(position ? { ...finding, position } : finding)
  }
}

/** A deployment has keys of its own, which say nothing of the VM. */
function ofDeployment(finding: Finding): Finding {
  const { code, path } = finding
  if (code !== 'spec.unknown-key' || path.length !== 1) return finding
  const message = `\`${path.join('.')}\` says nothing of the VM; it is passed over, and stays in the file as it is.`
  return { ...finding, code: 'spec.passed-over', severity: 'advice', message }
}

function byPosition({ position: a }: Finding, { position: b }: Finding): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
}

function isEmptyScalar(node: unknown): boolean {
  return isRecord(node) && 'value' in node && node['value'] === null
}

/** Two maps that say different things of one VM. Where both say the same key, the first one wins. */
function merged(own: unknown, more: unknown, path: Path, conflict: (path: Path) => void): unknown {
  if (own === undefined) return more
  if (more === undefined) return own
  if (!isRecord(own) || !isRecord(more)) {
    conflict(path)
    return own
  }
  const both: UnknownRecord = { ...more, ...own }
  return Object.fromEntries(
    Object.keys(both).map((key) => [
      key,
      merged(ownValue(own, key), ownValue(more, key), [...path, key], conflict),
    ]),
  )
}
