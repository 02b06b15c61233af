/** Writes a changed design back into the text that it was read from. */
import { isMap } from 'yaml'
import { isRecord, type UnknownRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { withSaidDefaults } from './defaults.ts'
import { equal } from './equal.ts'
import { spanOf } from './node-at.ts'
import { readSpecs, type SourceVm, type SpecDocument } from './read-specs.ts'
import { Splicer } from './splice.ts'
import { applyEdits } from './text-edits.ts'
import { type Design, vmSpec } from './vm-spec.ts'
import { fileValues, plainSpec, writeValues } from './write-spec.ts'
import { textScalar } from './yaml-scalar.ts'

export interface UpdateOptions {
  /** The name that the design has in the file; its own name, or the only one there, when it is not said. */
  readonly was?: string
}

/**
 * The text of a loaded file with one design changed. Lines that say what they said before stay as they are, with
 * their comments, quotes, order and spelling of keys; the shape of the file stays too. What can't be done so is
 * written anew: first the changed parts of the spec, at last the whole file in its canonical form, without comments.
 * JSON stays JSON.
 *
 * @param file as it was read; it is not changed, and stays the one to compare later designs with
 */
export function updateSpecText(file: SpecDocument, design: Design, options: UpdateOptions = {}): string {
  const { text, vms } = file.source
  const wanted = options.was ?? design.name
  const vm = vms.find((other) => other.design.name === wanted) ?? (vms.length === 1 ? vms[0] : undefined)
  if (vm && saysTheSame(vm.design, design)) return text
  const designs = vm ? vms.map((other) => (other === vm ? design : other.design)) : [...file.designs, design]
  const shape = (vm ?? vms[0])?.place.shape ?? 'vms'
  const indent = jsonIndent(text)
  const values = withPassedOver(fileValues(designs, shape), file, renamed(wanted, design.name))
  const [only, ...more] = values
  if (indent !== undefined && more.length === 0) return `${JSON.stringify(only, null, indent)}\n`
  if (vm) {
    // Each change in its place; failing that, whole parts of the spec.
    for (const deepest of [Number.POSITIVE_INFINITY, 0]) {
      const changed = splice(text, vm, design, deepest)
      if (changed !== undefined && isRight(changed, file, designs)) return changed
    }
  }
  return writeValues(values, shape)
}

/** What the keys of a changed VM were, and are. */
function renamed(was: string, is: string): (key: string) => string {
  return (key) => (key === was ? is : key === `${was}-libvirt` ? `${is}-libvirt` : key)
}

/** The values of a file with what is of another kind in it. */
function withPassedOver(
  [first, ...others]: readonly UnknownRecord[],
  { source: { passedOver } }: SpecDocument,
  keyNow: (key: string) => string,
): UnknownRecord[] {
  let whole = first ?? {}
  for (const { path, value } of passedOver) whole = withValue(whole, path.map(keyNow), value)
  return [whole, ...others]
}

function withValue(map: UnknownRecord, [key, ...below]: readonly string[], value: unknown): UnknownRecord {
  if (key === undefined) return map
  const held = ownValue(map, key)
  return { ...map, [key]: below.length === 0 ? value : withValue(isRecord(held) ? held : {}, below, value) }
}

function saysTheSame(a: Design, b: Design): boolean {
  return a.name === b.name && equal(plainSpec(a.spec), plainSpec(b.spec))
}

/** True when a text says these designs and nothing is wrong with it that was not before. */
function isRight(text: string, before: SpecDocument, designs: readonly Design[]): boolean {
  const read = readSpecs(text, { defaultName: before.source.defaultName })
  return (
    problemsIn(read) <= problemsIn(before) &&
    read.designs.length === designs.length &&
    designs.every((design, index) => {
      const other = read.designs[index]
      if (!other) return false
      // A bare spec has no place for a name.
      const isBare = read.source.vms[index]?.place.shape === 'bare'
      return saysTheSame(isBare ? { ...design, name: other.name } : design, other)
    })
  )
}

/** What is missing is the design's own affair. */
function problemsIn({ findings }: SpecDocument): number {
  return findings.filter(({ code }) => code !== 'spec.required').length
}

function splice(text: string, vm: SourceVm, design: Design, deepest: number): string | undefined {
  const endsLine = text.endsWith('\n')
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const whole = endsLine ? text : text + lineEnd
  const splicer = new Splicer({ text: whole, anchors: vm.anchors, deepest })
  if (!rename(splicer, vm, design.name) || !changeSpec(splicer, vm, design)) return undefined
  const edits = splicer.edits.map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', lineEnd) }))
  const changed = applyEdits(whole, edits)
  return endsLine ? changed : changed?.replace(/\r?\n$/, '')
}

function rename(splicer: Splicer, { design, place, beside }: SourceVm, name: string): boolean {
  if (design.name === name || place.shape === 'bare') return true
  const ofName = spanOf(place.nameNode)
  if (!ofName) return false
  splicer.edits.push({ ...ofName, text: textScalar(name, true) })
  const ofBeside = spanOf(beside?.keyNode)
  if (ofBeside) splicer.edits.push({ ...ofBeside, text: textScalar(`${name}-libvirt`, true) })
  return true
}

function changeSpec(splicer: Splicer, { design, place, beside }: SourceVm, { spec }: Design): boolean {
  const before = design.spec
  const after = withSaidDefaults(spec, before)
  const { specPair, holder } = place
  const map = specPair ? specPair.value : place.spec
  const change = { shape: vmSpec, depth: 0 }
  if (isMap(map)) {
    if (!beside && splicer.changeMap({ ...change, maps: [map], before, after })) return true
    if (beside && isMap(beside.libvirt)) {
      const { libvirt: libvirtBefore = {}, ...specBefore } = before
      const { libvirt: libvirtAfter = {}, ...specAfter } = after
      const own = map.items.flatMap(({ key, value }) =>
        isRecord(key) && key['value'] === 'libvirt' && isMap(value) ? [value] : [],
      )
      return (
        splicer.changeMap({ ...change, maps: [map], before: specBefore, after: specAfter }) &&
        isRecord(libvirtAfter) &&
        splicer.changeMap({
          maps: [...own, beside.libvirt],
          shape: vmSpec.libvirt.shape(),
          before: libvirtBefore,
          after: libvirtAfter,
          depth: 1,
        })
      )
    }
  }
  return holder !== undefined && specPair !== undefined && !beside
    ? splicer.replaceValue(holder, specPair, plainSpec(spec))
    : false
}

/** How a JSON text is indented; undefined for a text that is no JSON. */
function jsonIndent(text: string): string | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  return /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? ''
}
