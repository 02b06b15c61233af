/** Which firmware the guest boots with. libvirt manual, Operating system booting. */
import { chooseFirmware } from '../host/index.ts'
import { type Draft, needDirectoryOf, note, origin } from './draft.ts'

/**
 * BIOS needs nothing. For UEFI libvirt finds the files itself unless HostFacts name them; plain QEMU always has to be told.
 * libvirt refuses a mixture of both ("loader attribute 'readonly' cannot be specified when firmware autoselection is enabled").
 */
export function resolveFirmware(draft: Draft): void {
  const { spec, domain, host, target } = draft
  const firmware = spec.firmware ?? 'bios'
  const said = draft.libvirt.os ?? {}
  if (firmware === 'bios' || said.firmware !== undefined || said.loader !== undefined) return
  const secure = firmware === 'uefi-secure'
  if (secure) checkSecure(draft)
  origin(draft, ['os', 'firmware'], ['firmware'])
  origin(draft, ['os', 'firmware_features'], ['firmware'])
  origin(draft, ['os', 'loader'], ['firmware'])
  origin(draft, ['os', 'nvram'], ['firmware'])
  if (target === 'libvirt' && (host.firmware ?? []).length === 0) {
    const features = said.firmware_features ?? [
      { enabled: secure, name: 'secure-boot' as const },
      { enabled: secure, name: 'enrolled-keys' as const },
    ]
    domain.os = { ...domain.os, firmware: 'efi', firmware_features: features }
    note(
      draft,
      ['os', 'firmware'],
      'libvirt finds the firmware',
      'The files are elsewhere on each distribution; libvirt knows where.',
      'Name firmware files in the host facts, or set libvirt.os.loader.',
    )
    return
  }
  const choice = chooseFirmware(host, { arch: draft.arch, secure })
  if (!choice) {
    draft.findings.push({
      code: 'firmware.unknown',
      severity: 'error',
      path: ['firmware'],
      message: `No ${secure ? 'Secure Boot ' : ''}UEFI firmware is known for ${draft.arch}. Name its files in the host facts, or set libvirt.os.loader and nvram.`,
      // Where the facts name none, libvirt looks for itself.
      ...((host.firmware ?? []).length === 0 ? { target: 'qemu' as const } : {}),
    })
    return
  }
  const { code, vars, format } = choice.files
  domain.os = {
    ...domain.os,
    loader: {
      readonly: true,
      ...(secure ? { secure: true } : {}),
      type: 'pflash',
      ...(format === 'raw' ? {} : { format }),
      value: code,
    },
    nvram: {
      template: vars,
      ...(format === 'raw' ? {} : { template_format: format, format }),
      ...said.nvram,
      value: said.nvram?.value ?? draft.paths.nvram,
    },
  }
  needDirectoryOf(draft, draft.paths.nvram)
  const install = choice.install.map((one) => one.text).join(' or ')
  note(
    draft,
    ['os', 'loader'],
    'UEFI firmware files',
    choice.from === 'host'
      ? 'The host facts name them.'
      : `QEMU has to be told which files; these are the usual ones. Missing? ${install}`,
    'Set libvirt.os.loader and libvirt.os.nvram.',
  )
  note(
    draft,
    ['os', 'nvram'],
    'a variable store of its own',
    'The store is written by the guest; the template belongs to this CODE.',
    'Set libvirt.os.nvram.',
  )
}

/** "Secure boot is supported with q35 machine types only"; "Secure boot requires SMM feature enabled". */
function checkSecure(draft: Draft): void {
  const isX86 = draft.arch === 'x86_64'
  const machine = draft.domain.os?.machine ?? ''
  if (isX86 && machine !== 'q35' && !machine.startsWith('pc-q35'))
    draft.findings.push({
      code: 'firmware.secure-needs-q35',
      severity: 'error',
      path: ['machine'],
      message: `Secure Boot works on the machine q35 only, this is ${machine}.`,
      fix: { title: 'Set machine to q35', changes: [{ path: ['machine'], value: 'q35' }] },
    })
  if (isX86 && draft.domain.features?.smm !== true)
    draft.findings.push({
      code: 'firmware.secure-needs-smm',
      severity: 'error',
      path: ['libvirt', 'features', 'smm'],
      message: 'Secure Boot needs System Management Mode: libvirt refuses it without.',
      fix: {
        title: 'Set libvirt.features.smm to true',
        changes: [{ path: ['libvirt', 'features', 'smm'], value: true }],
      },
    })
}
