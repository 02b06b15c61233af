/** `<qemu:override>`: properties of devices that are to be other than libvirt says. libvirt manual, drvqemu. */
import type { Domain } from '../../domain/index.ts'
import type { OptionValue } from '../words/options.ts'

/** One `<qemu:device>`, and where it stands. */
export interface OwnProperties {
  readonly pairs: Readonly<Record<string, OptionValue>>
  readonly index: number
}

/** `<qemu:override>` by the alias of the device; a property that is to be removed is undefined. */
export function ownProperties({ qemu_overrides }: Domain): Map<string, OwnProperties> {
  return new Map(
    (qemu_overrides ?? []).map(({ alias = '', properties = [] }, index) => [
      alias,
      {
        pairs: Object.fromEntries(
          properties.map(({ name = '', type, value = '' }) => [name, optionValue(type, value)]),
        ),
        index,
      },
    ]),
  )
}

function optionValue(type: string | undefined, value: string): OptionValue {
  if (type === 'remove') return undefined
  return type === 'bool' ? value === 'true' : value
}
