/** Board, firmware and what identifies the VM. PVE::QemuServer::Machine, PVE::QemuServer::OVMF. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import type { Reading } from '../reading.ts'
import { base64Read, base64Written, flag, formed, whole } from '../words/codec.ts'
import type { Pair } from '../words/property-list.ts'
import { merged } from '../words/words.ts'
import type { Writing } from '../writing.ts'
import { windowsVersion } from './guest-system.ts'

const machineForm = /^(?:pc|q35|virt|pc(?:-i440fx|-q35)?-\d+(?:\.\d+)+|virt-\d+(?:\.\d+)+)$/
const uuidForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const smbiosKeys = ['manufacturer', 'product', 'version', 'serial', 'sku', 'family'] as const

export function readMachine(reading: Reading): void {
  const own = reading.host?.arch ?? 'x86_64'
  const arch = reading.takeAs('arch', (text) => (/^(?:x86_64|aarch64)$/.test(text) ? text : undefined)) ?? own
  const machine = readBoard(reading, arch)
  // The processor of another kind is emulated.
  reading.domain['type'] = (reading.takeAs('kvm', flag.read) ?? arch === own) ? 'kvm' : 'qemu'
  reading.domain['os'] = { type: 'hvm', arch, machine, ...firmwareOf(reading, /q35/.test(machine)) }
  readIdentity(reading)
}

function readBoard(reading: Reading, arch: string): string {
  const usual = arch === 'aarch64' ? 'virt' : 'pc'
  const list = reading.takeList('machine', 'type')
  const written = list?.take('type') ?? usual
  // `+pve1` is the version of their own changes, `.pxe` an old way to name a boot ROM.
  const [, board = written, suffix] = /^(.*?)((?:\+pve\d+)?(?:\.pxe)?)$/.exec(written) ?? []
  const isKnown = machineForm.test(board)
  if (isKnown && suffix !== undefined && suffix !== '') reading.keep('machine.suffix', suffix)
  if (!isKnown) reading.keep('machine.type', written)
  const viommu = list?.takeAs('viommu', (text) => (text === 'intel' || text === 'virtio' ? text : undefined))
  if (viommu !== undefined) {
    const bits = list?.takeAs('aw-bits', whole(32, 64).read)
    const width = bits === undefined ? {} : { aw_bits: bits }
    const driver = viommu === 'intel' ? { intremap: true, caching_mode: true, ...width } : width
    reading.single['iommu'] = { model: viommu, ...(Object.keys(driver).length > 0 ? { driver } : {}) }
  }
  const memory = list?.takeAs('enable-s3', flag.read) ?? false
  const disk = list?.takeAs('enable-s4', flag.read) ?? false
  reading.domain['pm'] = { suspend_to_mem: memory, suspend_to_disk: disk }
  if (list !== undefined) reading.keepLeft('machine', list)
  return isKnown ? pinned(reading, board) : usual
}

/** Windows stays on the version that it was made with, which is 5.1 where nobody knows. */
function pinned(reading: Reading, board: string): string {
  if (windowsVersion(reading.ostype) === 0 || reading.vm.from === 'command') return board
  const made = /(?:^|,)creation-qemu=(\d+\.\d+)/.exec(reading.peek('meta') ?? '')?.[1] ?? '5.1'
  if (board === 'q35') return `pc-q35-${made}`
  return board === 'pc' ? `pc-i440fx-${made}` : board
}

function firmwareOf(reading: Reading, isQ35: boolean): UnknownRecord {
  const bios =
    reading.takeAs('bios', (text) => (/^(?:seabios|ovmf)$/.test(text) ? text : undefined)) ?? 'seabios'
  const list = reading.takeList('efidisk0', 'file', { volume: 'file' })
  if (list === undefined || bios !== 'ovmf') {
    if (list !== undefined) reading.keepLeft('efidisk0', list)
    return bios === 'ovmf' ? { firmware: 'efi' } : {}
  }
  const is4m = list.takeAs('efitype', (text) => (text === '4m' ? true : undefined)) === true
  const hasKeys = list.takeAs('pre-enrolled-keys', flag.read) ?? false
  if (!is4m && hasKeys === false) reading.keep('efidisk0.efitype', list.take('efitype') ?? '2m')
  reading.keepLeft('efidisk0', list)
  // Their firmware for the older board has no System Management Mode.
  const secure = is4m && hasKeys && isQ35
  if (is4m && hasKeys && !isQ35) reading.keep('efidisk0.pre-enrolled-keys', '1')
  if (secure) reading.domain['features'] = merged(featuresOf(reading), { smm: true })
  return {
    firmware: 'efi',
    firmware_features: [
      { enabled: secure, name: 'secure-boot' },
      { enabled: secure, name: 'enrolled-keys' },
    ],
  }
}

function featuresOf({ domain }: Reading): UnknownRecord {
  const held = domain['features']
  return isRecord(held) ? held : {}
}

function readIdentity(reading: Reading): void {
  const { domain } = reading
  domain['name'] = reading.take('name')
  const { description } = reading.section
  if (description !== '') domain['description'] = description
  const generation = reading.takeAs('vmgenid', (text) =>
    uuidForm.test(text) || text === '1' || text === '0' ? text : undefined,
  )
  const asked = generation ?? (reading.vm.from === 'command' ? '1' : '0')
  if (asked !== '0') domain['genid'] = asked === '1' ? '' : asked
  const list = reading.takeList('smbios1', 'uuid')
  if (list === undefined) return
  const uuid = list.takeAs('uuid', formed(uuidForm).read)
  if (uuid !== undefined) domain['uuid'] = uuid
  const isBase64 = list.take('base64') === '1'
  const system: Record<string, unknown> = {}
  for (const key of smbiosKeys) {
    const text = list.takeAs(key, (held) => (isBase64 ? base64Read(held) : held))
    if (text !== undefined) system[key] = text
  }
  if (Object.keys(system).length > 0) {
    domain['sysinfo'] = { type: 'smbios', system }
    domain['os'] = merged(isRecord(domain['os']) ? domain['os'] : {}, { smbios: 'sysinfo' })
  }
  reading.keepLeft('smbios1', list)
}

export function sayMachine(writing: Writing): void {
  const { domain, names } = writing
  const { os, devices, pm, type } = domain
  if (os?.arch !== undefined && os.arch !== 'x86_64')
    writing.say('arch', os.arch === 'aarch64' ? 'aarch64' : undefined)
  const machine = os?.machine ?? 'pc'
  const board = machine === 'i440fx' ? 'pc' : machine
  const pairs: Pair[] = []
  if (machineForm.test(board)) pairs.push(['type', board + (writing.ownValue('machine.suffix') ?? '')])
  const { iommu } = devices ?? {}
  if (iommu?.model === 'intel' || iommu?.model === 'virtio') {
    pairs.push(['viommu', iommu.model])
    const bits = whole(32, 64).write(iommu.driver?.aw_bits)
    if (bits !== undefined) pairs.push(['aw-bits', bits])
  }
  if (pm?.suspend_to_mem === true) pairs.push(['enable-s3', '1'])
  if (pm?.suspend_to_disk === true) pairs.push(['enable-s4', '1'])
  writing.sayList('machine', pairs, 'type')
  if (type !== undefined && type !== 'kvm') writing.say('kvm', '0')
  sayFirmware(writing, names.storage)
  sayIdentity(writing)
}

function sayFirmware(writing: Writing, storage: string): void {
  const { os } = writing.domain
  const isEfi = os?.firmware === 'efi' || os?.loader?.type === 'pflash' || os?.nvram !== undefined
  if (!isEfi) return
  writing.say('bios', 'ovmf')
  const features = os?.firmware_features ?? []
  const says = (name: string) => features.some((one) => one.name === name && one.enabled === true)
  const secure =
    says('enrolled-keys') ||
    (os?.loader?.secure === true && !features.some(({ name }) => name === 'enrolled-keys'))
  const file = writing.ownValue('efidisk0.file') ?? `${storage}:1`
  const kind = writing.ownValue('efidisk0.efitype') ?? '4m'
  writing.sayList(
    'efidisk0',
    [['file', file], ['efitype', kind], ...(secure ? [['pre-enrolled-keys', '1'] as const] : [])],
    'file',
  )
}

function sayIdentity(writing: Writing): void {
  const { domain } = writing
  const name = domain.name ?? 'vm'
  if (isDnsName(name)) writing.say('name', name)
  // Whoever says none gets none: without a word `qm create` makes one up.
  writing.say('vmgenid', domain.genid === undefined ? '0' : uuidForm.test(domain.genid) ? domain.genid : '1')
  const pairs: Pair[] = []
  if (domain.uuid !== undefined && uuidForm.test(domain.uuid)) pairs.push(['uuid', domain.uuid])
  const system =
    domain.os?.smbios === 'sysinfo' && domain.sysinfo?.type !== 'fwcfg' ? domain.sysinfo?.system : undefined
  const said = smbiosKeys.flatMap((key): Pair[] => {
    const text = isRecord(system) ? system[key] : undefined
    return typeof text === 'string' && text !== '' ? [[key, base64Written(text)]] : []
  })
  if (said.length > 0) pairs.push(['base64', '1'], ...said)
  writing.sayList('smbios1', pairs)
}

/** A name of DNS, as `dns-name` of their schema has it. */
export function isDnsName(name: string): boolean {
  return (
    name.length <= 253 && name.split('.').every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label))
  )
}
