/** What a field is called in plain words. */
import type { Path } from '../finding.ts'
import { type Field, innerShape, type Meta, type Shape } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { vmSpec } from './vm-spec.ts'

/** The label of a field: its own, else its key spelled out. */
export function labelOf(key: string, meta: Meta): string {
  return meta.label ?? spellOut(key)
}

const abbreviations = new Set(
  'acpi apic cpu dmi gic id iommu ip mac numa os pci pmu rom sev smm ssh tls tpm tsc tx rx usb uuid vnc xml'.split(
    ' ',
  ),
)

/** `detect_zeroes` is 'Detect zeroes', `rom` is 'ROM'. */
export function spellOut(key: string): string {
  const words = key.split('_').map((word) => (abbreviations.has(word) ? word.toUpperCase() : word))
  const text = words.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The label as it stands within a sentence: 'MAC address' stays, 'Video memory' is 'video memory'. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

/** One of what a plural label names: 'disks' gives 'disk', 'directories' gives 'directory'. */
export function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`
  if (/(?:ss|us|ias|x|ch|sh)es$/.test(plural)) return plural.slice(0, -2)
  return plural.endsWith('s') && !plural.endsWith('ss') ? plural.slice(0, -1) : plural
}

/** The label of the last field on the way along a spec path; undefined when no table has even its first key. */
export function labelAt(path: Path): string | undefined {
  let shape: Shape | undefined = vmSpec
  let label: string | undefined
  for (const key of path) {
    if (typeof key === 'number') continue
    const field: Field | undefined = ownValue(shape, key)
    if (field === undefined) return label
    label = labelOf(key, field.meta)
    shape = innerShape(field)
  }
  return label
}
