/**
 * Reading and writing the texts that a person edits. All of it is pure, and too slow for a keystroke when a text is
 * long, so it runs in a worker: import this file there only.
 */

import {
  type Domain,
  domain as domainShape,
  renderXml,
  renderXmlText,
  withoutSpecElement,
} from '../../core/domain/index.ts'
import { type Finding, hasErrors, type Path } from '../../core/finding.ts'
import type { HostFacts } from '../../core/host/index.ts'
import { liftForQemu, listKept, type ReadDomain, readDomainXml, sameValue } from '../../core/lift/index.ts'
import { describeEdit, mergeThreeWays, put } from '../../core/put/index.ts'
import { readArgv } from '../../core/qemu/index.ts'
import { resolve } from '../../core/resolve/index.ts'
import { type Design, readSpecs, type SpecDocument, updateSpecText } from '../../core/spec/index.ts'
import { designOfXml, ownWords, saysAll, withStoredSpec } from '../../core/stored-spec/index.ts'
import { isRecord, linePaths } from '../../core/table/index.ts'
import { parseXml, patchXml } from '../../core/xml/index.ts'
import type { DoJobs } from '../workers/index.ts'
import { machineInALine } from './machine-in-a-line.ts'

/** What a typed text means. */
export type ReadText =
  /** The design that it was before: only comments, blanks or order changed. */
  | { readonly kind: 'same'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'design'
      readonly design: Design
      /** False when the design says more than the text, since it was changed elsewhere meanwhile. */
      readonly isAsTyped: boolean
      /** What changed, in words; undefined when nothing can be named. */
      readonly step: string | undefined
      readonly findings: readonly Finding[]
      /** The design came along in the XML that was pasted: its own texts, the XML without it. */
      readonly brought?: { readonly xml: string; readonly yaml: string }
    }
  /** Not read: the findings say why, the first one first. */
  | { readonly kind: 'wrong'; readonly findings: readonly Finding[] }

/** A person's text with the design in it. */
export interface WrittenText {
  readonly text: string
  /** The Domain path of each line; undefined for YAML. */
  readonly lines: readonly Path[] | undefined
  /** True when the change could not be brought into the text, so that it was written anew. */
  readonly isRewritten: boolean
}

/** The VMs of a text of domain XML. */
export interface ListedDomains {
  readonly domains: readonly {
    readonly name: string
    readonly source: string
    /** A few words that tell it from others. */
    readonly about: string
  }[]
  readonly findings: readonly Finding[]
}

/** The VMs of a text with QEMU command lines, or of a format of others. */
export interface OpenedVms {
  readonly vms: readonly { readonly design: Design; readonly about: string }[]
  readonly findings: readonly Finding[]
}

export interface OpenedXml {
  readonly design: Design
  /** The text to edit: as it was opened, with a name when it had none, and without a design that it holds. */
  readonly text: string
  /** The vm.yml that it holds. */
  readonly stored: string | undefined
  /** What there is to say of that. */
  readonly findings: readonly Finding[]
}

/** A text that a person typed over one that was shown. */
export interface TypedText {
  readonly text: string
  /** The design as it is now. */
  readonly design: Design
  /** The design that the shown text said: what was changed elsewhere since is kept. */
  readonly base: Design
  /** The design before the typing that this is a part of: what changed is told from there. */
  readonly since: Design
}

/** Each job with what it is given and what it answers. */
export interface TextJobs {
  readonly 'read-xml': {
    readonly ask: TypedText & {
      /** The person's own XML that was shown when the typing began; undefined when there was none. */
      readonly own: string | undefined
      readonly host: HostFacts | undefined
    }
    readonly answer: ReadText
  }
  readonly 'read-yaml': { readonly ask: TypedText; readonly answer: ReadText }
  readonly 'write-xml': {
    readonly ask: {
      readonly text: string
      readonly design: Design
      readonly host: HostFacts | undefined
      /** True when the text says this very design: only its lines are asked for. */
      readonly asIs: boolean
    }
    readonly answer: WrittenText
  }
  readonly 'write-yaml': {
    readonly ask: { readonly text: string; readonly vm: string; readonly design: Design }
    readonly answer: WrittenText
  }
  readonly 'list-domains': { readonly ask: { readonly text: string }; readonly answer: ListedDomains }
  readonly 'open-xml': {
    readonly ask: { readonly text: string; readonly host: HostFacts | undefined }
    readonly answer: OpenedXml | undefined
  }
  /** XML with the design in it, where XML alone does not say all of it. */
  readonly 'store-spec': {
    readonly ask: {
      readonly xml: string
      readonly design: Design
      /** The person's own vm.yml, for its comments. */
      readonly own: string | undefined
      readonly host: HostFacts | undefined
    }
    readonly answer: { readonly text: string }
  }
  readonly 'open-argv': {
    readonly ask: {
      readonly text: string
      /** What a VM without a name is called. */
      readonly defaultName: string
      readonly host: HostFacts | undefined
    }
    readonly answer: OpenedVms
  }
}

export type JobKind = keyof TextJobs

export function readXmlText({ text, design, base, since, own, host }: TextJobs['read-xml']['ask']): ReadText {
  const { domains, findings } = readDomainXml(text)
  const [read] = domains
  if (read === undefined || hasErrors(findings)) return { kind: 'wrong', findings }
  const root = parseXml(text).root
  const position = root?.position ?? { line: 1, column: 1 }
  const refuse = (code: Finding['code'], message: string): ReadText => ({
    kind: 'wrong',
    findings: [{ code, severity: 'error', path: [], position, message }],
  })
  if (domains.length > 1)
    return refuse(
      'domain.several',
      `There are ${domains.length} domains here, and the page edits one. Open the text as a file to choose.`,
    )
  if (root?.name !== 'domain')
    return refuse(
      'domain.wrapped',
      `The domain is inside <${root?.name ?? ''}>. Keep only <domain>, or open the text as a file.`,
    )
  if (read.domain.name === undefined || read.domain.name === '')
    return refuse('domain.name', 'The VM has no name. Write one, such as <name>my-vm</name>.')
  const step = (to: Design) =>
    describeEdit(resolve(since, host).domain, resolve(to, host).domain, ['libvirt'])
  const pasted = read.spec && designOfXml(read, host)
  if (pasted?.stored !== undefined)
    return {
      kind: 'design',
      design: pasted.design,
      isAsTyped: true,
      step: step(pasted.design),
      findings: [...findings, ...pasted.findings],
      brought: { xml: withoutSpec(text, root), yaml: pasted.stored },
    }
  const shown = domainIn(shownXml(base, own, host))?.domain
  const after = put(design, read.domain, host, { shown })
  const said = [...findings, ...(pasted?.findings ?? [])]
  if (after.design === design) return { kind: 'same', findings: said }
  return {
    kind: 'design',
    design: after.design,
    isAsTyped: sameDesign(design, base),
    step: step(after.design),
    findings: [...said, ...after.findings],
  }
}

/** The XML that the page showed of a design. */
function shownXml(design: Design, own: string | undefined, host: HostFacts | undefined): string {
  return own === undefined
    ? renderXmlText(resolve(design, host).domain)
    : writeXmlText({ text: own, design, host, asIs: false }).text
}

export function readYamlText({ text, design, base, since }: TextJobs['read-yaml']['ask']): ReadText {
  const { designs, findings } = readSpecs(text, { defaultName: base.name })
  const read = designs.find(({ name }) => name === base.name) ?? designs[0]
  // A device that is only begun lacks something: that is for the findings of the design.
  const said = findings.filter(({ code }) => code !== 'spec.required')
  if (read === undefined || hasErrors(said)) return { kind: 'wrong', findings: said }
  const merged = sameDesign(design, base) ? read : mergeThreeWays(base, read, design)
  return {
    kind: 'design',
    design: merged,
    isAsTyped: merged === read,
    step: describeEdit(since.spec, merged.spec) ?? (since.name === merged.name ? undefined : 'rename'),
    findings: said,
  }
}

function sameDesign(one: Design, other: Design): boolean {
  return one.name === other.name && sameValue(one.spec, other.spec)
}

export function writeXmlText({ text, design, host, asIs }: TextJobs['write-xml']['ask']): WrittenText {
  if (asIs) return { text, lines: linesOf(text), isRewritten: false }
  const { domain } = resolve(design, host)
  const canonical = renderXml(domain)
  const before = domainIn(text)
  const patched = before && patchXml(text, renderXmlText(before.domain), canonical.text)
  const again = patched === undefined ? undefined : readDomainXml(patched).domains[0]
  return patched !== undefined && again !== undefined && saysTheSame(again.domain, domain)
    ? { text: patched, lines: linesOf(patched), isRewritten: false }
    : { text: canonical.text, lines: canonical.lines, isRewritten: true }
}

let lastXml: { readonly text: string; readonly read: ReadDomain | undefined } | undefined

/** The form changes one text many times: it is read once. */
function domainIn(text: string): ReadDomain | undefined {
  if (lastXml?.text !== text) lastXml = { text, read: readDomainXml(text).domains[0] }
  return lastXml.read
}

function linesOf(text: string): readonly Path[] {
  const { root } = parseXml(text)
  return root ? linePaths(domainShape, root, text) : []
}

/** Two domains with the same values, and the same things kept that no table knows; comments aside. */
function saysTheSame(one: Domain, other: Domain): boolean {
  return plain(one) === plain(other) && keptIn(one) === keptIn(other)
}

/** The values in an order of their own, without what says how they were written. */
function plain(value: unknown): string {
  return JSON.stringify(value, (key: string, held: unknown) => {
    if (key === '$rest') return undefined
    if (!isRecord(held)) return held
    return Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function keptIn(domain: Domain): string {
  return listKept(domain)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ kind, text }) => `${kind} ${text}`)
    .sort()
    .join('\n')
}

let lastYaml: { readonly text: string; readonly vm: string; readonly read: SpecDocument } | undefined

export function writeYamlText({ text, vm, design }: TextJobs['write-yaml']['ask']): WrittenText {
  if (lastYaml?.text !== text || lastYaml.vm !== vm)
    lastYaml = { text, vm, read: readSpecs(text, { defaultName: vm }) }
  return { text: updateSpecText(lastYaml.read, design, { was: vm }), lines: undefined, isRewritten: false }
}

function listDomains(text: string): ListedDomains {
  const { domains, findings } = readDomainXml(text)
  return {
    domains: domains.map(({ name, domain, source }) => ({ name, source, about: machineInALine(domain) })),
    findings,
  }
}

function openXml({ text, host }: TextJobs['open-xml']['ask']): OpenedXml | undefined {
  const [read] = readDomainXml(text).domains
  if (read === undefined) return undefined
  // Around the domain stand its comments; around one inside of something else, what libvirt knows of its state.
  const { root } = parseXml(text)
  const own = root?.name === 'domain' ? withoutSpec(text, root) : withoutSpec(read.source)
  const { design, stored, findings } = designOfXml(read, host)
  return { design, text: writeXmlText({ text: own, design, host, asIs: false }).text, stored, findings }
}

/** What is shown is the Domain: the design that came along is on the other tabs. */
function withoutSpec(text: string, root = parseXml(text).root): string {
  const bare = root === undefined ? undefined : withoutSpecElement(root, text)
  return root === undefined || bare === undefined
    ? text
    : text.slice(0, root.start) + bare + text.slice(root.end)
}

function openArgv({ text, defaultName, host }: TextJobs['open-argv']['ask']): OpenedVms {
  const { commands, findings } = readArgv(text, defaultName)
  const vms = commands.map(({ domain }) => ({
    design: liftForQemu(domain, host),
    about: machineInALine(domain),
  }))
  return { vms, findings }
}

export const textJobs: DoJobs<TextJobs> = {
  'read-xml': readXmlText,
  'read-yaml': readYamlText,
  'write-xml': writeXmlText,
  'write-yaml': writeYamlText,
  'list-domains': ({ text }) => listDomains(text),
  'open-xml': openXml,
  'store-spec': ({ xml, design, own, host }) =>
    own === undefined && saysAll(xml, design, host)
      ? { text: xml }
      : withStoredSpec(xml, design, ownWords(own)),
  'open-argv': openArgv,
}
