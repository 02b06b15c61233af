/** Devices of the host. */
import {
  attributes,
  flag,
  kind,
  list,
  modeKind,
  numbers,
  object,
  presence,
  presences,
  required,
  text,
} from '../words.ts'
import { acpi, alias, boot, pciAddress, rom, teaming, usbAddress, usbId } from './shared.ts'
import { auth } from './storage.ts'

export const hostdev = {
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  boot: object('boot', boot),
  caps_misc: modeKind('capabilities', 'misc', {
    source: object('source', {
      char: required(text('char')),
    }),
  }),
  caps_net: modeKind('capabilities', 'net', {
    ip: list('ip', {
      ...attributes('address family'),
      ...numbers('prefix'),
    }),
    route: list('route', attributes('address family gateway')),
    source: object('source', {
      interface: required(text('interface')),
    }),
  }),
  caps_storage: modeKind('capabilities', 'storage', {
    source: object('source', {
      block: required(text('block')),
    }),
  }),
  managed: flag('@managed'),
  rom: object('rom', rom),
  subsys_m_dev: modeKind('subsystem', 'mdev', {
    ...attributes('display model'),
    ram_fb: text('@ramfb'),
    source: object('source', {
      address: object('address', attributes('uuid')),
    }),
  }),
  subsys_pci: modeKind('subsystem', 'pci', {
    ...attributes('display'),
    driver: object('driver', attributes('model name')),
    ram_fb: text('@ramfb'),
    source: object('source', {
      ...attributes('writeFiltering'),
      address: object('address', pciAddress),
    }),
    teaming: object('teaming', teaming),
  }),
  subsys_scsi: modeKind('subsystem', 'scsi', {
    ...attributes('sgio'),
    ...presences('shareable'),
    raw_io: text('@rawio'),
    read_only: presence('readonly'),
    source: object('source', {
      host: kind('@protocol', undefined, {
        adapter: object('adapter', alias),
        address: object('address', numbers('bus target unit')),
      }),
      iscsi: kind('@protocol', 'iscsi', {
        auth: object('auth', auth),
        host: list('host', attributes('name port')),
        initiator: object('initiator', {
          iqn: object('iqn', alias),
        }),
        name: required(text('@name')),
      }),
    }),
  }),
  subsys_scsi_host: modeKind('subsystem', 'scsi_host', {
    ...attributes('model'),
    source: object('source', attributes('protocol wwpn')),
  }),
  subsys_usb: modeKind('subsystem', 'usb', {
    source: object('source', {
      ...attributes('guestReset'),
      address: object('address', usbAddress),
      product: object('product', usbId),
      start_up_policy: text('@startupPolicy'),
      vendor: object('vendor', usbId),
    }),
  }),
}
