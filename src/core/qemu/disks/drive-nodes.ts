/** The block nodes that QEMU makes of a `-drive`. */
import { OptionInHand } from '../reading/index.ts'
import type { Backend } from './backend.ts'
import { formatOf } from './disk-words.ts'
import { storagePairs } from './read-filename.ts'

/** The nodes that QEMU makes of a -drive: those of `file`, and the format above. */
export function nodeOption(
  backend: Backend,
  option: OptionInHand,
  name: string | undefined,
  isCdrom: boolean,
  format: string | undefined,
): OptionInHand {
  const stays =
    /^(?:file\.|encrypt\.|backing|key-secret$|cache-size$|discard-no-unref$|offset$|size$|data-file)/
  const own = option.rest.filter(([key]) => stays.test(key))
  for (const [key] of own) option.take(key)
  option.take('format', 'driver', 'file')
  const storage = name === undefined ? [] : storagePairs(name, isCdrom)
  const filename = storage.find(([key]) => key === 'filename')?.[1]
  const driver = format ?? (isJsonNode(storage) ? undefined : guessed(filename ?? name ?? ''))
  const inner =
    driver === undefined ? storage : storage.map(([key, value]) => [`file.${key}`, value] as const)
  const hasDriver = own.some(([key]) => key === 'file.driver') || storage.length > 0
  const made = new OptionInHand({
    name: 'drive',
    words: [],
    value: undefined,
    pairs: [
      ...(driver === undefined ? [] : [['driver', driver] as const]),
      ...(hasDriver ? [] : [['file.driver', 'file'] as const]),
      ...inner,
      ...own,
    ],
  })
  backend.options.add(made)
  return made
}

/** `json:` may say the format as well. */
function isJsonNode(pairs: readonly (readonly [string, string])[]): boolean {
  const driver = pairs.find(([key]) => key === 'driver')?.[1]
  return formatOf(driver) !== undefined
}

/** QEMU looks into an image whose format is not said; its name is all that there is here. */
function guessed(name: string): string {
  const end = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase()
  switch (end) {
    case 'qcow2':
    case 'qcow':
    case 'qed':
    case 'vmdk':
    case 'vdi':
    case 'vhdx':
      return end
    case 'vhd':
      return 'vpc'
    default:
      return 'raw'
  }
}
