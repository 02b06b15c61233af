/** What many devices have on a command line: an id and the options of virtio. */
import type { OptionInHand } from './option-in-hand.ts'

/** Takes the id: libvirt takes those that begin with `ua-`, and gives all others itself. */
export function takeAlias(option: OptionInHand): { name: string } | undefined {
  const id = option.take('id')
  return id?.startsWith('ua-') === true ? { name: id } : undefined
}

export interface VirtioDriver {
  readonly iommu?: boolean | undefined
  readonly ats?: boolean | undefined
  readonly packed?: boolean | undefined
  readonly page_per_vq?: boolean | undefined
}

/** Takes what `virtioOptions` writes; undefined when there is none of it. */
export function takeVirtioDriver(option: OptionInHand): VirtioDriver | undefined {
  const driver: VirtioDriver = {
    iommu: option.takeBoolean('iommu_platform'),
    ats: option.takeBoolean('ats'),
    packed: option.takeBoolean('packed'),
    page_per_vq: option.takeBoolean('page-per-vq'),
  }
  return Object.values(driver).some((value) => value !== undefined) ? driver : undefined
}

/** Takes the value of a key when it is one of these words; any other stays. */
export function takeWord<const Word extends string>(
  option: OptionInHand,
  words: readonly Word[],
  key: string,
): Word | undefined {
  const value = option.peek(key)
  const word = words.find((one) => one === value)
  if (word !== undefined) option.take(key)
  return word
}
