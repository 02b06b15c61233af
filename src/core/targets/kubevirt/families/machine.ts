/** Name, board, firmware and what identifies the VM: `domain.machine`, `domain.firmware`, `domain.chassis`. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue } from '../../../text/index.ts'
import { type Reading, ways } from '../reading.ts'
import { flag, formed, renamed, text } from '../words/codec.ts'
import { heldAt } from '../words/tree.ts'
import { readWords, says, sayWords } from '../words/words.ts'
import type { Writing } from '../writing.ts'

const architecture = renamed({ amd64: 'x86_64', arm64: 'aarch64', s390x: 's390x' })
const boards: Readonly<Record<string, string>> = { aarch64: 'virt', s390x: 's390-ccw-virtio' }
/** `emulatedMachines` where the cluster says nothing else (pkg/virt-config). */
const board = formed(/^(?:q35|pc-q35-[\w.-]+|virt|virt-[\w.-]+|s390-ccw-virtio[\w.-]*)$/)

const identity = [
  says('firmware.uuid', 'uuid', formed(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i)),
  says('firmware.serial', 'sysinfo.system.serial', text),
  ...['manufacturer', 'version', 'serial', 'asset', 'sku'].map((key) =>
    says(`chassis.${key}`, `sysinfo.chassis.${key}`, text),
  ),
  says('firmware.bootloader.bios.useSerial', 'os.bios.useserial', flag),
  says('rebootPolicy', 'on_reboot', renamed({ Reboot: 'restart', Terminate: 'destroy' })),
]

/** Without a word the pod is ended whenever the guest switches itself off; QEMU resets it at a reboot. */
const lifecycle = { on_poweroff: 'destroy', on_reboot: 'restart', on_crash: 'destroy' }

export function readMachine(reading: Reading): void {
  const { vm, context } = reading
  const arch =
    vm.takeAs([...ways.template, 'architecture'], architecture.read) ?? context.host?.arch ?? 'x86_64'
  const machine = vm.takeAs([...ways.domain, 'machine', 'type'], board.read)
  reading.say({ type: 'kvm', ...lifecycle })
  reading.say({ os: { type: 'hvm', arch, machine: machine ?? ownValue(boards, String(arch)) ?? 'q35' } })
  reading.say(readWords(identity, vm, ways.domain))
  if (isRecord(reading.domain['sysinfo'])) {
    reading.say({ sysinfo: { type: 'smbios' } })
    reading.say({ os: { smbios: 'sysinfo' } })
  }
  readFirmware(reading)
  readProtection(reading)
  const description = vm.takeAs(['metadata', 'annotations', 'description'], (held) =>
    typeof held === 'string' ? held : undefined,
  )
  if (description !== undefined) reading.say({ description })
}

function readFirmware(reading: Reading): void {
  const { vm, own } = reading
  const way = [...ways.domain, 'firmware', 'bootloader']
  vm.takePresence([...way, 'bios'])
  if (!isRecord(vm.peek([...way, 'efi']))) return
  const secure = vm.takeAs([...way, 'efi', 'secureBoot'], flag.read) ?? true
  const persistent = vm.takeAs([...way, 'efi', 'persistent'], flag.read)
  vm.takePresence([...way, 'efi'])
  // Variables of libvirt's stay: what is lost at each stop here is only kept for the way back.
  if (persistent !== true) own.push({ way: [...way, 'efi', 'persistent'], value: false })
  const features = [
    { enabled: true, name: 'secure-boot' },
    { enabled: true, name: 'enrolled-keys' },
  ]
  reading.say({ os: { firmware: 'efi', ...(secure === true ? { firmware_features: features } : {}) } })
}

function readProtection(reading: Reading): void {
  const way = [...ways.domain, 'launchSecurity']
  const { vm } = reading
  const states = vm.takeAs([...way, 'sev', 'policy', 'encryptedState'], flag.read)
  const kind = ['sev', 'snp', 'tdx'].find((one) => vm.takePresence([...way, one]))
  const type = states === true ? 'sev-es' : kind === 'snp' ? 'sev-snp' : kind
  if (type !== undefined) reading.say({ launch_security: { type } })
}

export function sayMachine(writing: Writing): void {
  const { os } = writing.domain
  const arch = os?.arch ?? 'x86_64'
  writing.say('machine.type', board.write(os?.machine) ?? ownValue(boards, arch) ?? 'q35')
  const { sysinfo, on_reboot: reboot, ...others } = writing.domain
  const isSmbios = sysinfo?.type !== 'fwcfg'
  const said = sayWords(identity, {
    ...others,
    ...(isSmbios ? { sysinfo } : {}),
    ...(reboot === 'restart' ? {} : { on_reboot: reboot }),
  })
  for (const [key, value] of Object.entries(said)) writing.say(key, value)
  sayFirmware(writing, arch)
  const kind = writing.domain.launch_security?.type
  if (kind === 'sev' || kind === 'tdx') writing.say(`launchSecurity.${kind}`, {})
  if (kind === 'sev-snp') writing.say('launchSecurity.snp', {})
  if (kind === 'sev-es') writing.say('launchSecurity.sev.policy.encryptedState', true)
}

/** @returns what `architecture` says; undefined for what KubeVirt does not run */
export function architectureOf({ domain }: Writing): unknown {
  return architecture.write(domain.os?.arch)
}

function sayFirmware(writing: Writing, arch: string): void {
  if (arch === 's390x') return
  if (!hasEfi(writing)) {
    if (heldAt(writing.said, ['firmware', 'bootloader']) === undefined)
      writing.say('firmware.bootloader.bios', {})
    return
  }
  const efi: UnknownRecord = { secureBoot: wantsSecureBoot(writing), persistent: true }
  writing.say('firmware.bootloader', { efi })
}

function hasEfi({ domain: { os } }: Writing): boolean {
  return (
    os?.firmware === 'efi' ||
    os?.loader?.type === 'pflash' ||
    os?.nvram !== undefined ||
    os?.varstore !== undefined ||
    os?.arch === 'aarch64'
  )
}

/** Whoever says it gets System Management Mode too: without it KubeVirt refuses the VM. */
export function wantsSecureBoot(writing: Writing): boolean {
  const { os } = writing.domain
  const says = (name: string) =>
    os?.firmware_features?.some((one) => one.name === name && one.enabled === true) === true
  return (
    hasEfi(writing) &&
    os?.arch !== 'aarch64' &&
    (says('secure-boot') || says('enrolled-keys') || os?.loader?.secure === true)
  )
}
