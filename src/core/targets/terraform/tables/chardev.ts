/** Character devices: the host’s end of each, and the ports and channels of the guest. */
import {
  attributes,
  elements,
  end,
  kind,
  list,
  numbers,
  object,
  required,
  type TerraformShape,
  text,
  usual,
} from '../words.ts'
import { acpi, alias, boot, named, typed, virtIo, withMode } from './shared.ts'

const log = {
  ...attributes('append'),
  file: required(text('@file')),
}

export const secLabel = {
  ...elements('label'),
  ...attributes('model relabel'),
  label_skip: text('@labelskip'),
}

/** The host’s end of a character device. @param type where its kind is said */
export function chardev(type: '@type' | '../@type'): TerraformShape {
  return {
    dbus: kind(type, 'dbus', attributes('channel')),
    dev: kind(type, 'dev', labelledPath),
    file: kind(type, 'file', { ...attributes('append'), ...labelledPath }),
    nmdm: kind(type, 'nmdm', { master: required(text('@master')), slave: required(text('@slave')) }),
    null: kind(type, 'null'),
    pipe: kind(type, 'pipe', labelledPath),
    pty: usual(kind(type, 'pty', labelledPath)),
    qemu_vd_agent: kind(type, 'qemu-vdagent', {
      clip_board: object('clipboard', { copy_paste: required(text('@copypaste')) }),
      mouse: object('mouse', withMode),
    }),
    spice_port: kind(type, 'spiceport', { channel: required(text('@channel')) }),
    spice_vmc: kind(type, 'spicevmc'),
    std_io: kind(type, 'stdio'),
    tcp: kind(type, 'tcp', {
      ...attributes('host mode service tls'),
      reconnect: object('reconnect', reconnect),
    }),
    udp: kind(type, 'udp', {
      bind_host: required(end('bind', 'host')),
      bind_service: required(end('bind', 'service')),
      connect_host: required(end('connect', 'host')),
      connect_service: required(end('connect', 'service')),
    }),
    unix: kind(type, 'unix', {
      ...attributes('mode path'),
      reconnect: object('reconnect', reconnect),
      sec_label: list('seclabel', secLabel),
    }),
    vc: kind(type, 'vc'),
  }
}

const reconnect = { ...numbers('timeout'), enabled: required(text('@enabled')) }

const labelledPath = { path: required(text('@path')), sec_label: list('seclabel', secLabel) }

export const channel = {
  alias: object('alias', alias),
  log: object('log', log),
  protocol: object('protocol', typed),
  source: object('source', chardev('../@type')),
  target: object('target', {
    guest_fwd: kind('@type', 'guestfwd', attributes('address port')),
    virt_io: kind('@type', 'virtio', virtIo),
    xen: kind('@type', 'xen', virtIo),
  }),
}

export const console = {
  ...attributes('tty'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  log: object('log', log),
  protocol: object('protocol', typed),
  source: object('source', chardev('../@type')),
  target: object('target', {
    ...numbers('port'),
    ...attributes('type'),
  }),
}

export const parallel = {
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  log: object('log', log),
  protocol: object('protocol', typed),
  source: object('source', chardev('../@type')),
  target: object('target', numbers('port')),
}

export const redirDev = {
  ...attributes('bus'),
  alias: object('alias', alias),
  boot: object('boot', boot),
  protocol: object('protocol', typed),
  source: object('source', chardev('../@type')),
}

export const serial = {
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  log: object('log', log),
  protocol: object('protocol', typed),
  source: object('source', chardev('../@type')),
  target: object('target', {
    ...numbers('port'),
    ...attributes('type'),
    model: object('model', named),
  }),
}

export const smartcard = {
  ...elements('database'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  host: kind('@mode', 'host'),
  host_certs: list('certificate', {
    file: required(text('')),
  }),
  passthrough: object('source', chardev('../@type')),
  protocol: object('protocol', typed),
}
