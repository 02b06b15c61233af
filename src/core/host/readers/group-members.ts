/**
 * IOMMU groups as sysfs and the kernel say them, by address alone: `find /sys/kernel/iommu_groups -type l`, `ls` of
 * the same, `dmesg`, and the list of devices on Proxmox' page. What the functions are, stands elsewhere.
 * Sources: Documentation/ABI/testing/sysfs-kernel-iommu_groups and drivers/iommu/iommu.c of the kernel.
 */
import { formatPciAddress, parsePciAddress } from '../pci-address.ts'
import { counted, type HostLine, type ReaderResult, wholeNumber } from './reader.ts'

interface Member {
  readonly address: string
  readonly group: number
}

/** What a line says: functions of a group, or the group whose functions stand below. */
type GroupLine =
  | { readonly members: readonly Member[]; readonly leave?: boolean }
  | { readonly heading: number | undefined }

/** True for a line that says a group by itself. */
export function isGroupLine(text: string): boolean {
  return groupLineOf(text) !== undefined
}

/** True for a line that may stand between such lines or below a heading of them. */
export function continuesGroups(text: string): boolean {
  if (isGroupLine(text) || addressesBelow(text) !== undefined || isKernelLine(text)) return true
  if (groupOfHeading(text) !== undefined) return true
  const words = withoutBranches(text).split(/\s+/)
  // `total 0` of ls in any language, a directory of `tree`, what else a group has.
  if (words.length <= 2 && wholeNumber(words.at(-1)) !== undefined) return true
  return words.every((word) => ['devices', 'reserved_regions', 'type', 'name'].includes(word))
}

/** The group of a heading by itself, of a script that lists what is below it: `IOMMU Group 1:`. */
export function groupOfHeading(text: string): number | undefined {
  return wholeNumber(/^(?:iommu[ _-]?)?group[ :#=]*(\d{1,6})[ :]*$/i.exec(text.trim())?.[1])
}

/** Reads the lines. */
export function readGroupMembers(lines: readonly HostLine[]): ReaderResult {
  const groups = new Map<string, number>()
  let heading: number | undefined
  for (const { text } of lines) {
    const line = groupLineOf(text.trim())
    const below = groupOfHeading(text)
    if (below !== undefined) heading = below
    else if (line === undefined) {
      const branch = withoutBranches(text.trim())
      if (branch !== text.trim() && wholeNumber(branch) !== undefined) heading = Number(branch)
      if (heading !== undefined)
        for (const address of addressesBelow(text.trim()) ?? []) groups.set(address, heading)
    } else if ('heading' in line) heading = line.heading
    else {
      for (const { address, group } of line.members)
        if (line.leave) groups.delete(address)
        else groups.set(address, group)
    }
  }
  const members = [...groups].map(([address, group]) => ({ address, iommu_group: group }))
  return {
    kind: 'iommu-groups',
    title: 'IOMMU groups',
    summary: `${counted(members.length, 'function')}, ${counted(new Set(groups.values()).size, 'group')}`,
    facts: members.length === 0 ? {} : { iommu: true, pci_groups: members },
    findings: [],
  }
}

function groupLineOf(text: string): GroupLine | undefined {
  return ofPath(text) ?? ofKernel(text) ?? ofPage(text) ?? ofListing(text)
}

/** `…/iommu_groups/7/devices/0000:00:1b.0`, or `…/7/devices:` above what is in it. */
function ofPath(text: string): GroupLine | undefined {
  const words = text.split(/\s+/)
  const members = words.flatMap((word) => {
    const steps = word.split('/')
    const at = steps.lastIndexOf('devices')
    const group = wholeNumber(steps[at - 1])
    const address = addressOf(steps[at + 1])
    return group === undefined || address === undefined ? [] : [{ address, group }]
  })
  if (members.length > 0) return { members }
  if (words.length > 1) return ofLink(words)
  const [, number] = /^(?:\S*\/)?(\d{1,6})\/devices\/?:?$/.exec(text) ?? []
  if (number !== undefined) return { heading: Number(number) }
  // What `tree` and `ls -R` begin with.
  return /^\S*\/iommu_groups\/?:?$/.test(text) ? { heading: undefined } : undefined
}

/** `/sys/bus/pci/devices/0000:00:1b.0/iommu_group -> ../../../kernel/iommu_groups/7` */
function ofLink(words: readonly string[]): GroupLine | undefined {
  const steps = (words.at(-1) ?? '').split('/')
  const owner = (words.at(-3) ?? '').split('/')
  const group = steps.at(-2) === 'iommu_groups' ? wholeNumber(steps.at(-1)) : undefined
  const address = owner.at(-1) === 'iommu_group' ? addressOf(owner.at(-2)) : undefined
  return group === undefined || address === undefined ? undefined : { members: [{ address, group }] }
}

/** `pci 0000:01:00.0: Adding to iommu group 1`; before Linux 5.4 `iommu: Adding device 0000:01:00.0 to group 1`. */
function ofKernel(text: string): GroupLine | undefined {
  const words = text.split(/\s+/)
  const group = wholeNumber(words.at(-1))
  if (group === undefined || words.at(-2) !== 'group') return undefined
  const verb = words.find((word) => word === 'Adding' || word === 'Removing')
  const address = words.map(addressOf).find((word) => word !== undefined)
  if (verb === undefined || address === undefined) return undefined
  return { members: [{ address, group }], leave: verb === 'Removing' }
}

/** Address, group, vendor and device in words: the columns of the list that Proxmox shows for "Raw Device". */
function ofPage(text: string): GroupLine | undefined {
  const [first, second, third] = text.split(/\s+/, 3)
  const address = first !== undefined && first.length >= 12 ? addressOf(first) : undefined
  const group = second !== undefined && /^\d{1,4}$/.test(second) ? Number(second) : undefined
  if (address === undefined || group === undefined || third === undefined) return undefined
  // `0300 "10de" …` is a class in numbers, of `lspci -mmn`.
  return /^["\d]/.test(third) ? undefined : { members: [{ address, group }] }
}

/** A listing by a script without lspci: `IOMMU Group 1: 0000:01:00.0 0000:01:00.1`. */
function ofListing(text: string): GroupLine | undefined {
  const [whole = '', group] = /^iommu[ _-]?group[ :#=]*(\d{1,6})[ \t:=]/i.exec(text) ?? []
  const addresses = group === undefined ? undefined : addressesOf(text.slice(whole.length))
  return addresses && { members: addresses.map((address) => ({ address, group: Number(group) })) }
}

/** What stands below a heading: `ls` prints addresses side by side, `ls -l` each with what it is a link to. */
function addressesBelow(text: string): readonly string[] | undefined {
  const arrow = text.indexOf(' -> ')
  if (arrow === -1) return addressesOf(withoutBranches(text))
  const address = addressOf(text.slice(0, arrow).split(/\s+/).at(-1))
  return address === undefined ? undefined : [address]
}

/** True for a line of addresses and nothing else, or of one and what it is a link to. */
export function isAddressesAlone(text: string): boolean {
  return addressesBelow(text) !== undefined
}

function addressesOf(text: string): readonly string[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const addresses = words.flatMap((word) => addressOf(word) ?? [])
  return addresses.length === words.length && words.length > 0 ? addresses : undefined
}

function addressOf(word: string | undefined): string | undefined {
  const address = parsePciAddress((word ?? '').replace(/[:@]$/, ''))
  return address && formatPciAddress(address)
}

/** What `tree` draws in front of a name. */
function withoutBranches(text: string): string {
  return text.replace(/^[│├└─|`\s-]+/u, '')
}

/** What else the kernel says: `[    0.512345] DMAR: …`. */
function isKernelLine(text: string): boolean {
  return /^\[[ \d]{1,8}\.\d{6}\] /.test(text) || text.includes(' kernel: ')
}
