/** Keyboards, mice, tablets; USB hubs, redirection, smartcards. libvirt manual, Input devices and the sections after it. */
import type { Path } from '../../finding.ts'
import {
  type Build,
  type Devices,
  device,
  emit,
  find,
  type Item,
  idNamed,
  idOf,
  object,
  virtioOptions,
} from '../build.ts'
import { chardevSaid, renderChardev } from '../chardevs/chardev.ts'
import { ensureUsb } from '../devices/controllers.ts'
import { type Said, said } from '../said.ts'
import { bootSaid, placeSaid, virtioSaid } from '../said-of-devices.ts'

type Input = Item<Devices['inputs']>

export const inputSaid: Said<Input> = {
  type: said,
  bus: said,
  model: said,
  source: { evdev: said, dev: said, grab: said, repeat: said, grab_toggle: said },
  driver: virtioSaid,
  ...placeSaid,
}

export const hubSaid: Said<Item<Devices['hub']>> = { type: said, ...placeSaid }

export const redirdevSaid: Said<Item<Devices['redirdev']>> = {
  bus: said,
  ...chardevSaid,
  protocol: said,
  boot: bootSaid,
  ...placeSaid,
}

export const redirfilterSaid: Said<NonNullable<Devices['redirfilter']>> = {
  usbdevs: { class: said, vendor: said, product: said, version: said, allow: said },
}

export const smartcardSaid: Said<Item<Devices['smartcard']>> = {
  mode: said,
  ...chardevSaid,
  certificates: said,
  database: said,
  ...placeSaid,
}

const usbInputs: Readonly<Record<string, string>> = {
  tablet: 'usb-tablet',
  mouse: 'usb-mouse',
  keyboard: 'usb-kbd',
}

export function renderInputs(build: Build): void {
  for (const [index, input] of (build.devices.inputs ?? []).entries())
    renderInput(build, input, index, ['devices', 'inputs', index])
}

function renderInput(build: Build, input: Input, index: number, path: Path): void {
  const { type = 'tablet', source } = input
  const id = idOf(build, input.alias, `input${index}`, path)
  if (type === 'evdev') {
    object(build, 'input-linux', path, {
      id,
      evdev: source?.dev ?? source?.evdev,
      grab_all: source?.grab === 'all' ? true : undefined,
      repeat: source?.repeat,
      'grab-toggle': source?.grab_toggle,
    })
    return
  }
  if (type === 'passthrough') {
    device(build, 'virtio-input-host-pci', path, {
      id,
      evdev: source?.evdev ?? source?.dev,
      ...virtioOptions(input.driver),
    })
    return
  }
  const bus = input.bus ?? (type === 'tablet' || !build.isX86 ? 'usb' : 'ps2')
  const usb = usbInputs[type]
  if (bus === 'usb' && usb !== undefined) {
    ensureUsb(build, path)
    device(build, usb, path, { id })
  } else if (bus === 'virtio') {
    device(build, `virtio-${type}-pci`, path, { id, ...virtioOptions(input.driver) })
    if (input.model !== undefined && input.model !== 'virtio')
      find(build, 'qemu.unsupported', [...path, 'model'], 'QEMU has no such flavour of virtio input devices.')
  } else if (bus === 'ps2') {
    // Every PC has a PS/2 keyboard and mouse built in.
    if (!build.isX86 || type === 'tablet')
      find(build, 'qemu.unsupported', [...path, 'bus'], `There is no PS/2 ${type} here: use usb or virtio.`)
  } else
    find(
      build,
      'qemu.unsupported',
      [...path, 'bus'],
      `QEMU has no input device on the bus ${bus}: use usb or virtio.`,
    )
}

export function renderHubs(build: Build): void {
  for (const [index, hub] of (build.devices.hub ?? []).entries()) {
    const path = ['devices', 'hub', index]
    ensureUsb(build, path)
    device(build, 'usb-hub', path, { id: idOf(build, hub.alias, `hub${index}`, path) })
  }
}

export function renderRedirection(build: Build): void {
  const filter = filterText(build)
  const list = build.devices.redirdev ?? []
  for (const [index, one] of list.entries()) {
    const path = ['devices', 'redirdev', index]
    const chardev = { ...one, type: one.type ?? 'spicevmc', protocol: { type: one.protocol } }
    if (!renderChardev(build, chardev, `char-redir${index}`, `redir${index}.sock`, path, 'usbredir')) continue
    ensureUsb(build, path)
    device(build, 'usb-redir', path, {
      id: idOf(build, one.alias, `redir${index}`, path),
      chardev: `char-redir${index}`,
      filter,
      bootindex: one.boot?.order,
    })
  }
  if (filter !== undefined && list.length === 0)
    find(
      build,
      'qemu.differs',
      ['devices', 'redirfilter'],
      'There is no USB redirection for the filter to hold back.',
    )
}

/** QEMU manual, usb-redir: class:vendor:product:version:allow, joined by bars; -1 is any. */
function filterText({ devices }: Build): string | undefined {
  const rules = devices.redirfilter?.usbdevs
  if (rules === undefined || rules.length === 0) return undefined
  return rules
    .map((rule) =>
      [
        rule.class ?? '-1',
        rule.vendor ?? '-1',
        rule.product ?? '-1',
        versionText(rule.version),
        rule.allow === true ? '1' : '0',
      ].join(':'),
    )
    .join('|')
}

/** A USB version such as 1.10 is the binary coded decimal 0x0110. */
function versionText(version: string | undefined): string {
  if (version === undefined || version.startsWith('-')) return '-1'
  const [major = '0', minor = '0'] = version.split('.')
  return `0x${major.padStart(2, '0')}${minor.padEnd(2, '0')}`
}

export function renderSmartcards(build: Build): void {
  for (const [index, card] of (build.devices.smartcard ?? []).entries()) {
    const path = ['devices', 'smartcard', index]
    const id = idOf(build, card.alias, `smartcard${index}`, path)
    if (card.mode === 'host') {
      ensureReader(build, path)
      device(build, 'ccid-card-emulated', path, {
        id,
        backend: 'nss-emulated',
        bus: `${idNamed(build, 'ccid0')}.0`,
      })
      continue
    }
    if (card.mode === 'host-certificates') {
      ensureReader(build, path)
      const [cert1, cert2, cert3] = card.certificates ?? []
      device(build, 'ccid-card-emulated', path, {
        id,
        backend: 'certificates',
        cert1,
        cert2,
        cert3,
        db: card.database,
        bus: `${idNamed(build, 'ccid0')}.0`,
      })
      continue
    }
    const chardev = { ...card, type: card.type ?? 'spicevmc' }
    if (!renderChardev(build, chardev, `char-smartcard${index}`, `smartcard${index}.sock`, path, 'smartcard'))
      continue
    ensureReader(build, path)
    device(build, 'ccid-card-passthru', path, {
      id,
      chardev: `char-smartcard${index}`,
      bus: `${idNamed(build, 'ccid0')}.0`,
    })
  }
}

function ensureReader(build: Build, path: Path): void {
  if (build.present.has('ccid')) return
  ensureUsb(build, path)
  emit(build, '-device', path, 'usb-ccid,id=ccid0')
  build.present.add('ccid')
}
