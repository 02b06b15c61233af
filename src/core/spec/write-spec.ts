/** Writes vm.yml: canonical names, the table's order, short forms, defaults left out. */
import { shorten, type UnknownRecord } from '../table/index.ts'
import { withoutDefaults } from './defaults.ts'
import type { SpecShape } from './layout.ts'
import { type Design, type VmSpec, vmSpec } from './vm-spec.ts'
import { yamlText } from './yaml-text.ts'

/** How the text is laid out; see `SpecShape`. */
export interface WriteOptions {
  readonly shape?: SpecShape
}

/** The spec as YAML and JSON say it. */
export function plainSpec(spec: VmSpec): UnknownRecord {
  return shorten(vmSpec, withoutDefaults(spec))
}

/** A design as plain JSON: short forms, defaults left out. `designFromPlain` reads it. */
export function designToPlain(design: Design): { readonly name: string; readonly spec: UnknownRecord } {
  return { name: design.name, spec: plainSpec(design.spec) }
}

/** The canonical vm.yml of one VM; `vms: {NAME: spec}` when no shape is asked for. A bare spec loses the name. */
export function writeSpec(design: Design, options: WriteOptions = {}): string {
  return writeSpecs([design], options)
}

/** The same for several VMs; those without a shape for many (`bare`, `plain`) are documents of their own. */
export function writeSpecs(designs: readonly Design[], { shape = 'vms' }: WriteOptions = {}): string {
  return writeValues(fileValues(designs, shape), shape)
}

/** The values of a file as its text, one document each. */
export function writeValues(values: readonly UnknownRecord[], shape: SpecShape): string {
  return values.map((value) => yamlText(value, { blockLevels: blockLevelsOf[shape] })).join('---\n')
}

/** How deep the spec itself stands: it is written in a block, however short it is. */
const blockLevelsOf: Readonly<Record<SpecShape, number>> = { vms: 3, vm: 3, named: 3, plain: 2, bare: 1 }

/** What a file of this shape holds, one value for each of its documents. */
export function fileValues(designs: readonly Design[], shape: SpecShape): UnknownRecord[] {
  const named = designs.map(({ name, spec }) => [name, plainSpec(spec)] as const)
  switch (shape) {
    case 'vms':
    case 'vm':
      return [{ [shape]: Object.fromEntries(named) }]
    case 'named':
      return [Object.fromEntries(named.map(([name, vm]) => [name, { vm }]))]
    case 'bare':
      return named.map(([, spec]) => spec)
    case 'plain':
      return named.map(([name, spec]) => ({ name, spec }))
  }
}
