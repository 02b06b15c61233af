/** What the provider has no field for, in words. */
import type { Path } from '../../finding.ts'
import type { Lack } from '../lacks.ts'
import type { Unsaid } from './domain-value.ts'
import type { LeftToLibvirt } from './kept-domain.ts'

const other =
  'Define the exact XML with virsh, as by local-exec in a terraform_data, in place of libvirt_domain.'

/** Reasons of their own, by the end of the way in the XML. */
const reasons: readonly { readonly way: RegExp; readonly message: string; readonly byHand?: string }[] = [
  {
    way: /(?:^|\/)address$/,
    message: 'The provider has no field for where a device sits in the guest: libvirt chooses.',
  },
  {
    way: /^uuid$/,
    message: 'The provider has no field for the UUID: libvirt makes one.',
    byHand: 'Import a domain that has it: virsh define its XML, then terraform import.',
  },
  {
    way: /^devices\/controller\/target$/,
    message: 'The provider has no field for the number and the port of a PCI controller: libvirt chooses.',
  },
]

/** @param placeOf from a place of the Domain to that of the design */
export function lackOf({ xml, path, lacks }: Unsaid, placeOf: (path: Path) => Path): Lack {
  const way = xml.join('/')
  const known = reasons.find((one) => one.way.test(way))
  const message =
    lacks.length > 0
      ? `The provider takes ${way} only with ${lacks.join(' and ')}.`
      : (known?.message ?? `The provider has no field for ${way}, or not for what it says.`)
  return { path: placeOf(path), message, byHand: known?.byHand ?? other }
}

/** What libvirt would answer otherwise. */
export function lackOfKept({ path, what }: LeftToLibvirt, placeOf: (path: Path) => Path): Lack {
  return {
    path: placeOf(path),
    message: `libvirt itself decides ${what}, and the provider takes another answer for an error.`,
    byHand: 'Leave it to libvirt.',
    severity: 'advice',
  }
}
